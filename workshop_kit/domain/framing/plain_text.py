"""A sentence in the plain form that grammars compare, each sign with its place in the text as it was given."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

#: Signs that a challenge has at most: of a longer text the beginning is read.
READ_AT_MOST: Final = 1_000
_APOSTROPHES: Final = frozenset("'\u2018\u2019\u201b\u02bc\u02b9\u2032\u00b4`\uff07")
_DASHES: Final = frozenset("-\u00ad\u2010\u2011\u2212\ufe63\uff0d")
_LIGATURES: Final = {"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "ß": "ss", "…": ".", "×": "x"}
#: Words that are others without their accent: to and has, where and or, from and some.
_ACCENT_MATTERS: Final = re.compile(r"(?<![\w])(?:à|où|dès)(?!\w)")
_INVISIBLE: Final = frozenset({"Cf", "Mn", "Me"})
#: The same mark more often than so in a row says no more.
_RUN: Final = 3


@dataclass(frozen=True)
class PlainText:
    """A text made plain: small letters without accents (but for à, où, dès), single spaces, one apostrophe, one hyphen.

    ``plain``, ``marked`` (the same with its accents) and ``cased`` (with its capitals too) have the same length, and
    ``places`` says for each sign where it begins and ends in ``given``.
    """

    given: str
    plain: str
    marked: str
    cased: str
    places: tuple[tuple[int, int], ...]

    def locate(self, start: int, end: int) -> tuple[int, int]:
        """Return where a stretch of the plain text stands in the text as it was given, without spaces around it."""
        while start < end and self.plain[start] == " ":
            start += 1
        while end > start and self.plain[end - 1] == " ":
            end -= 1
        if start >= end:
            return 0, 0
        return self.places[start][0], self.places[end - 1][1]

    def quote(self, start: int, end: int) -> str:
        """Return the words of the text as it was given, on one line."""
        begins, ends = self.locate(start, end)
        return " ".join(self.given[begins:ends].split())


def make_plain(text: str) -> PlainText:
    """Return the plain form of the beginning of ``text``."""
    plain: list[str] = []
    marked: list[str] = []
    cased: list[str] = []
    places: list[tuple[int, int]] = []
    for place, sign in enumerate(text[:READ_AT_MOST]):
        if unicodedata.category(sign) in _INVISIBLE and sign != "\u00ad":
            if places and unicodedata.combining(sign):
                places[-1] = places[-1][0], place + 1
                joined = unicodedata.normalize("NFC", cased[-1] + sign)
                cased[-1], marked[-1] = (joined, joined.lower()) if len(joined) == 1 else (cased[-1], marked[-1])
            continue
        if sign == "\u00ad":
            continue
        for letter in _spell(sign):
            bare = _strip(letter)
            if bare == " " and (not plain or plain[-1] == " "):
                continue
            if not bare.isalnum() and plain[-_RUN:] == [bare] * _RUN:
                continue
            plain.append(bare)
            marked.append(letter.lower() if len(letter.lower()) == 1 else letter)
            cased.append(letter)
            places.append((place, place + 1))
    small = "".join(marked)
    for found in _ACCENT_MATTERS.finditer(small):
        plain[found.start() : found.end()] = found[0]
    return PlainText(text, "".join(plain), small, "".join(cased), tuple(places))


@lru_cache(maxsize=1024)
def _spell(sign: str) -> str:
    """Return a sign as one letter or several, with its accent: a ligature is two, a typographic sign its plain one."""
    if sign in _APOSTROPHES:
        return "'"
    if sign in _DASHES:
        return "-"
    if sign.isspace() or unicodedata.category(sign).startswith(("C", "Z")):
        return " "
    if spelt := _LIGATURES.get(sign.lower()):
        return spelt.upper() if sign.isupper() else spelt
    if "LATIN" in unicodedata.name(sign, "") and len(unicodedata.normalize("NFKD", sign)) == 2:
        return sign
    return "".join(one for one in unicodedata.normalize("NFKC", sign) if not one.isspace()) or " "


@lru_cache(maxsize=1024)
def _strip(letter: str) -> str:
    bare = unicodedata.normalize("NFKD", letter)[:1].lower()
    return bare if len(bare) == 1 else letter
