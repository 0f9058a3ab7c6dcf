"""Text normalisation for detection: what the eye reads, one plain sign each, with the place it came from."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

#: Stands where nothing may be read across.
BREAK: Final = "\0"
#: What people set between two figures for a full stop.
_STOPS: Final = frozenset("·•․‧∙⋅。．・…⸱᛫")
#: Letters that show nothing.
_BLANKS: Final = frozenset("\u115f\u1160\u2800\u3164\uffa0")


@dataclass(frozen=True)
class Plain:
    """A text in plain signs: the sign at ``i`` was written from ``starts[i]`` to ``ends[i]`` of the original."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def locate(self, start: int, end: int) -> tuple[int, int]:
        """Return from where to where of the original a part of the plain text was written."""
        return self.starts[start], self.ends[end - 1]

    def replace(self, parts: Iterable[tuple[int, int, str]]) -> Plain:
        """Return it with parts, from left to right, said otherwise; what is said stands where the part stood."""
        text: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        done = 0
        for start, end, said in parts:
            text.append(self.text[done:start] + said)
            first, last = self.locate(start, end)
            starts += [*self.starts[done:start], *[first] * len(said)]
            ends += [*self.ends[done:start], *[last] * len(said)]
            done = end
        text.append(self.text[done:])
        return Plain("".join(text), (*starts, *self.starts[done:]), (*ends, *self.ends[done:]))


def simplify_signs(text: str, hidden: str) -> Plain:
    """Return ``text`` in plain signs: figures of every script as 0 to 9, letters without accents, nothing invisible.

    ``hidden``, which stands where something was concealed, becomes one sign that nothing is read across.
    """
    signs: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for place, length, sign in _read_signs(text, hidden):
        if sign:
            signs.append(sign)
            starts.append(place)
            ends.append(place + length)
        elif ends:  # what modifies a sign goes with it
            ends[-1] = place + length
    return Plain("".join(signs), tuple(starts), tuple(ends))


def _read_signs(text: str, hidden: str) -> Iterator[tuple[int, int, str]]:
    place = 0
    while place < len(text):
        if text.startswith(hidden, place):
            yield place, len(hidden), BREAK
            place += len(hidden)
        else:
            yield place, 1, _simplify(text[place])
            place += 1


@lru_cache(maxsize=2048)
def _simplify(sign: str) -> str:
    """Return one plain sign for ``sign``, or nothing where it shows nothing by itself."""
    if sign == BREAK:
        return " "
    if sign.isascii():
        return sign
    category = unicodedata.category(sign)
    if category in {"Cf", "Mn", "Me"} or sign in _BLANKS:
        return ""
    figure = unicodedata.digit(sign, None)
    if figure is not None:
        return str(figure)
    if category[0] == "Z":
        return "\n" if category in {"Zl", "Zp"} else " "
    if category == "Pd" or sign == "−":
        return "-"
    if sign in _STOPS:
        return "."
    parts = unicodedata.normalize("NFKD", sign)
    bare = "".join(part for part in parts if unicodedata.category(part) != "Mn")
    return bare if len(bare) == 1 else sign
