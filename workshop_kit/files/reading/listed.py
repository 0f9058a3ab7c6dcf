"""Several names in one cell: how they are written, and how they are told apart again."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Final, NamedTuple

#: What parts names within a cell.
_PARTING: Final = re.compile(r"[,;/|\n]")
_WORDS: Final = re.compile(r"\s+(?:et|and|&|ou|or)\s+")
#: A name in marks, whatever stands in it, doubled where it holds one; or what stands up to the next sign.
_PIECE: Final = re.compile(r'\s*"((?:[^"]|"")*)"\s*(?=[,;/|\n]|$)|([^,;/|\n]*)')
_AMBIGUOUS: Final = re.compile(r'[,;/|\n"&]|(?:^|\s)(?:et|and|ou|or)(?:\s|$)|^\s|\s$', re.IGNORECASE)


def write_list(names: Iterable[str], is_word: Callable[[str], bool] = lambda name: False) -> str:
    """Return names as one cell, parted by commas; one that would be told apart wrongly stands in marks.

    ``is_word`` tells the names that stand for something else where they are written without marks.
    """
    return ", ".join(_write(name, marked=is_word(name)) for name in names)


class Listed(NamedTuple):
    """One name of a cell that holds several; ``marked``: it stands in marks, and is meant as it is."""

    name: str
    marked: bool = False


def split_list(text: str, is_name: Callable[[str], bool]) -> Iterator[Listed]:
    """Yield the names that stand in one cell, parted by ``,`` ``;`` ``/`` ``|`` or a line break, or by a word between.

    Parameters
    ----------
    text
        The cell.
    is_name
        Tells whether something is known by a name, which is then not parted. Between words (*et*, *ou*) it is parted
        only where all that it falls into are such names.

    """
    if is_name(text.strip()):
        yield Listed(text.strip())
        return
    at = 0
    while at <= len(text):
        found = _PIECE.match(text, at)
        assert found is not None  # the second way matches anything
        if found[1] is not None:
            yield Listed(found[1].replace('""', '"'), marked=True)
        else:
            yield from map(Listed, _split_words(found[2].strip(), is_name))
        at = found.end() + 1


def _split_words(piece: str, is_name: Callable[[str], bool]) -> Iterator[str]:
    words = [one for one in _WORDS.split(piece) if one]
    if len(words) > 1 and not is_name(piece) and all(map(is_name, words)):
        yield from words
    elif piece:
        yield piece


def is_plain(name: str) -> bool:
    """Tell whether a name is written in a cell as it is, and would be told apart from others there."""
    return _AMBIGUOUS.search(name) is None


def holds_several(text: str) -> bool:
    """Tell whether a cell that is to hold one name holds several."""
    return _PARTING.search(text) is not None or _WORDS.search(text.casefold()) is not None


def _write(name: str, *, marked: bool) -> str:
    if not marked and is_plain(name):
        return name
    return '"{}"'.format(name.replace('"', '""'))
