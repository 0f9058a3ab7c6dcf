"""A detector of people named (*personnes nommées*) in what people write: by a title, an office, or both their names.

A street, a school or a hall that bears somebody's name names a place, and so does who is remembered by many of them. A
first name alone is found where somebody in the room is called so; else it may be anybody's.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from workshop_kit.domain.disguises import read_letter
from workshop_kit.domain.first_names import (
    BEARING_NAMES,
    BEHIND,
    BODIES,
    FAMOUS,
    FIRST_NAMES,
    OFFICES,
    ORDINARY,
    OWN_PLACES,
    SURNAMES,
    TITLES,
    WORDS_AS_WELL,
)
from workshop_kit.domain.names import fold_name

_WORDS: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
#: Of a family name, or between a place and whose name it bears.
_PARTICLES: Final = frozenset(
    ("de", "du", "des", "le", "la", "van", "von", "el", "al", "ben", "da", "di", "dos", "mac")
)
_JOINTS: Final = frozenset(("de", "du", "des", "la", "le", "les", "l", "d", "et", "and", "of", "the", "rue", "dite"))
#: Titles of people of whom no place is called: "école Madame Martin" is a school, and somebody.
_OF_TODAY: Final = frozenset(("m", "mr", "mme", "mlle", "monsieur", "madame", "mademoiselle", "mrs", "ms", "miss"))
#: What parts the words of one name; behind a title or an initial a full stop as well.
_CLOSE: Final = re.compile(r"[ \u00a0\u202f]?|['’]|-")
_STOPPED: Final = re.compile(r"\.[ \u00a0\u202f]?")
#: Before an initial, where a family name follows and no sentence ends.
_BEFORE_INITIAL: Final = frozenset(
    ("de", "d", "par", "a", "avec", "chez", "que", "et", "pour", "by", "with", "to", "ask")
)
_SHOUTED: Final = 0.6


class _Word(NamedTuple):
    """A word of a text: as it stands, folded, where it begins and ends, and whether a capital means something."""

    said: str
    folded: str
    start: int
    end: int
    close: bool
    capital: bool
    first: bool


def find_people(text: str, room: Collection[str] = ()) -> tuple[tuple[int, int], ...]:
    """Return the names of people in ``text``, from left to right, each as where it begins and ends.

    Parameters
    ----------
    text
        What somebody writes.
    room
        What those present are called (pseudonyms): a word of everyday that somebody chose is found only where it is
        written as a name.

    """
    return _find(text, frozenset(room))


@lru_cache(maxsize=512)
def _find(text: str, room: frozenset[str]) -> tuple[tuple[int, int], ...]:
    words = _read_words(text)
    called = _fold_room(room)
    found: list[tuple[int, int]] = []
    place = 0
    while place < len(words):
        end = _find_end(text, words, place, called)
        if end is None:
            place += 1
            continue
        found.append((words[place].start, words[end - 1].end))
        place = end
    return tuple(found)


@lru_cache(maxsize=8)
def _fold_room(room: frozenset[str]) -> frozenset[tuple[str, ...]]:
    """Return what people are called, each as its words; the same few are asked for at every idea."""
    told = (tuple(fold_name(word) for word in _WORDS.findall(name)) for name in room)
    return frozenset(name for name in told if name and len("".join(name)) > 2)


def _read_words(text: str) -> list[_Word]:
    letters = [one for one in text if one.isalpha()]
    shouted = bool(letters) and sum(one.isupper() for one in letters) > _SHOUTED * len(letters)
    words: list[_Word] = []
    end = 0
    for found in _WORDS.finditer(text):
        between = text[end : found.start()]
        said = found[0]
        first = not words or re.search(r"[.!?\n:«“\"(•-]", between) is not None
        stopped = (
            bool(words) and (words[-1].folded in TITLES or len(words[-1].said) == 1) and _STOPPED.fullmatch(between)
        )
        close = bool(words) and (_CLOSE.fullmatch(between) is not None or bool(stopped))
        words.append(_Word(said, _fold(said), *found.span(), close, said[0].isupper() and not shouted, first))
        end = found.end()
    return words


@lru_cache(maxsize=4096)
def _fold(word: str) -> str:
    """Return a word without case and accents; letters of another script as the eye takes them."""
    folded = fold_name(word)
    return folded if folded.isascii() else "".join(map(read_letter, folded))


def _find_end(text: str, words: Sequence[_Word], place: int, room: frozenset[tuple[str, ...]]) -> int | None:
    """Return behind which word a name that begins at ``place`` ends, ``None``: none begins there."""
    word = words[place]
    end = (
        _read_title(text, words, place)
        or _read_initial(text, words, place)
        or _read_office(words, place)
        or _read_both_names(text, words, place)
        or _read_present(words, place, room)
    )
    if end is None or (word.folded not in _OF_TODAY and _bears_name(words, place, end)):
        return None
    return None if _is_famous(words[place:end]) else end


def _read_title(text: str, words: Sequence[_Word], place: int) -> int | None:
    word = words[place]
    if word.folded not in TITLES or (word.folded == "m" and (word.said != "M" or _follows_number(text, word))):
        return None
    if place + 1 == len(words) or not words[place + 1].close:
        return None
    after = words[place + 1]
    head = after.folded.split(" ")[0]  # "Tout-le-Monde" is one word
    if head in ORDINARY or head in OFFICES or head in TITLES:
        return None
    if after.capital and (word.folded != "m" or text[word.end] == "." or not after.said.isupper()):
        return _follow(words, place + 1)
    known = after.folded in SURNAMES or after.folded in FIRST_NAMES
    short = word.folded in ("mme", "mr", "mlle", "mrs") and len(after.folded) > 2
    return place + 2 if known or short else None


def _read_initial(text: str, words: Sequence[_Word], place: int) -> int | None:
    """Return the end of an initial and a family name: ``"J. Dupont"``."""
    word = words[place]
    if len(word.said) != 1 or not word.capital or text[word.end : word.end + 1] != "." or place + 1 == len(words):
        return None
    after = words[place + 1]
    told = after.folded in SURNAMES or (place > 0 and words[place - 1].folded in _BEFORE_INITIAL)
    named = told and after.close and after.capital and after.folded not in ORDINARY and len(after.said) > 2
    return place + 2 if named else None


def _follows_number(text: str, word: _Word) -> bool:
    return text[: word.start].rstrip()[-1:].isdigit()


def _read_office(words: Sequence[_Word], place: int) -> int | None:
    """Return the end of an office and a name: ``"le maire Untel"``; the office itself is nobody's name."""
    if place == 0 or words[place - 1].folded not in OFFICES or not words[place].close:
        return None
    word = words[place]
    known = word.folded in FIRST_NAMES or word.folded in SURNAMES
    if not word.capital or word.folded in ORDINARY or word.folded in BEARING_NAMES or word.folded in BODIES:
        return None
    if word.said.isupper() and not known:  # an agency's initials
        return None
    return _follow(words, place)


def _read_both_names(text: str, words: Sequence[_Word], place: int) -> int | None:
    word = words[place]
    if place + 1 == len(words) or not words[place + 1].close:
        return None
    after = words[place + 1]
    if place and words[place - 1].folded in ("saint", "sainte", "st", "ste") and word.close:
        return None
    is_first = word.folded in FIRST_NAMES or word.folded.split(" ")[0] in FIRST_NAMES
    if word.capital and is_first and text[word.end] != ".":
        if len(after.said) == 1 and after.capital and text[after.end : after.end + 1] == ".":
            return place + 2
        end = _follow(words, place + 1, particles=True)
        if end is not None:
            return end
    if word.said.isupper() and word.folded in SURNAMES and after.folded in FIRST_NAMES and after.said[0].isupper():
        return place + 2
    plain = is_first and word.folded not in WORDS_AS_WELL
    return place + 2 if plain and after.folded in SURNAMES and after.folded not in WORDS_AS_WELL else None


def _follow(words: Sequence[_Word], place: int, *, particles: bool = False) -> int | None:
    """Return behind which word a name ends whose next word stands at ``place``, ``None``: it is none."""
    if particles and words[place].folded in _PARTICLES and not words[place].first:
        nearest = place + 1
        if nearest < len(words) and words[nearest].folded in ("la", "el", "le") and words[nearest].close:
            nearest += 1
        if nearest == len(words) or not words[nearest].close or words[nearest].folded not in SURNAMES:
            return None
        return nearest + 1
    end = place
    while end < len(words) and words[end].close and words[end].capital and words[end].folded not in ORDINARY:
        end += 1
    return end if end > place else None


def _read_present(words: Sequence[_Word], place: int, room: frozenset[tuple[str, ...]]) -> int | None:
    """Return the end of what somebody in the room is called, the longest first."""
    for length in (3, 2, 1):
        run = words[place : place + length]
        if len(run) < length or tuple(one.folded for one in run) not in room or not all(one.close for one in run[1:]):
            continue
        word = run[0]
        known = word.folded in FIRST_NAMES and word.folded not in WORDS_AS_WELL
        if length > 1 or known or (word.capital and not word.first):
            return place + length
    return None


def _bears_name(words: Sequence[_Word], place: int, end: int) -> bool:
    """Tell whether a place bears the name from ``place`` to ``end``: its kind stands before, or in English behind."""
    if end < len(words) and words[end].close and words[end].folded in BEHIND:
        return True
    named = words[place + 1 : end]
    if any(one.folded in BEHIND and (number or one.folded not in SURNAMES) for number, one in enumerate(named)):
        return True
    owned = False
    for before in range(place - 1, max(-1, place - 6), -1):
        word = words[before]
        if not words[before + 1].close:
            return False
        if word.folded in BEARING_NAMES:
            return not (owned and word.folded in OWN_PLACES)
        owned = owned or word.folded in ("de", "d", "of")
        if not (word.folded in _JOINTS or word.folded in TITLES or word.folded in OFFICES or word.capital):
            return False
    return False


def _is_famous(words: Sequence[_Word]) -> bool:
    return " ".join(word.folded for word in words) in FAMOUS
