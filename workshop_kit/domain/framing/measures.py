"""Measured how: shares, counts aimed at, halves, thresholds, zero targets, and what is said to be measured."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from workshop_kit.domain.framing import english_counts, english_measures, french_measures
from workshop_kit.domain.framing.measure_sorts import Sort as Sort
from workshop_kit.domain.framing.numbers import NUMBER
from workshop_kit.domain.framing.plain_text import PlainText


@dataclass(frozen=True)
class Measure:
    """A stretch of the plain text that says what would be counted."""

    sort: Sort
    start: int
    end: int


_READ: Final = {
    language: tuple((sort, re.compile(rf"(?<![\w-])(?:{pattern})")) for sort, pattern in patterns)
    for language, patterns in (("fr", french_measures.PATTERNS), ("en", english_measures.PATTERNS))
}
_NUMBERED: Final = {
    "fr": re.compile(
        rf"{NUMBER['fr']}|moitie|tiers|quart|cinquieme|dixieme|majorite|aine\b|\bune?\b|autant|\bfois\b|"
        r"demi|heure\b|journee\b|minute\b|semaine\b|jour meme"
    ),
    "en": re.compile(
        rf"{NUMBER['en']}|half|third|"
        r"quarter|fifth|tenth|dozen|majority|\bone\b|as many|\ban?\b|\bfirst\b|\bsame\b|\bnext\b|"
        r"\bfollowing\b|\bequal\b"
    ),
}
#: What is left of a change, once the date beside it has been cut off, is one still.
_CHANGES: Final = {
    language: re.compile(rf"{numbered.pattern}|zero|doubl|halv|tripl|moitie|deux|quadrupl|\d")
    for language, numbered in _NUMBERED.items()
}
#: Places, as many as there are: "dans les 9 villages" says where.
_PLACES: Final = {
    "fr": re.compile(
        r"(?:communes?|villages?|hameaux|quartiers|villes|bourgs|vallees|cantons|rues|departements|"
        r"rives|secteurs|iles|voeux|souhaits?|buts|objectifs|priorites|choses|axes|demandes|defis|ambitions|engagements|"
        r"raisons|exigences|promesses)$"
    ),
    "en": re.compile(
        r"(?:towns?|villages?|hamlets?|parishes|neighbourhoods|cities|valleys|wards|streets|districts|"
        r"counties|banks|islands|estates)$"
    ),
}
_MONEY: Final = {
    "fr": re.compile(rf"(?:{NUMBER['fr']}) ?(?:{french_measures.MONEY})"),
    "en": re.compile(
        rf"(?:[£€$] ?\d[\d,.]*(?: ?(?:million|m|k|bn))?|(?:{NUMBER['en']}) ?(?:{english_measures.MONEY}))"
    ),
}


def find_money(text: PlainText, language: str) -> list[tuple[int, int]]:
    """Return the sums of money."""
    return [found.span() for found in _MONEY[language].finditer(text.plain)]


def _trim(start: int, end: int, apart: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """Leave out of a measure what belongs to a date, an age or a name before or behind it."""
    for begin, stop in apart:
        if begin <= start < stop:
            start = stop + 1
        elif start + 3 < begin < end:
            end = begin - 1
    return start, end


#: How many at most or at least, before a number: "pas plus de 25 élèves".
_BOUND: Final = re.compile(r"\b(?:pas plus|plus|moins|au moins|au plus|au maximum|au minimum) (?:de |d')?$")


def _take_bound(plain: str, start: int, found: Sequence[Measure]) -> int:
    """Return where a measure begins with the bound before it, which no other measure has."""
    bound = _BOUND.search(plain[:start]) if plain[start : start + 1].isalnum() else None
    free = bound is not None and not any(one.start < start and bound.start() < one.end for one in found)
    return bound.start() if bound is not None and free else start


def find_said(text: PlainText, language: str) -> list[Measure]:
    """Return what is said to be measured: "mesuré par un sondage"."""
    return [
        Measure(sort, *match.span())
        for sort, pattern in _READ[language]
        if sort is Sort.SAID
        for match in pattern.finditer(text.plain)
    ]


def find_measures(text: PlainText, language: str, apart: Sequence[tuple[int, int]]) -> list[Measure]:
    """Return the measures of a sentence, the surest first; ages, rhythms, names and dates (``apart``) are none."""
    found: list[Measure] = []
    for sort, pattern in _READ[language]:
        for match in pattern.finditer(text.plain):
            start, end = match.span()
            aged = language == "fr" and sort is Sort.SHARE and " ans sur " in match[0]
            if sort is not Sort.SAID and not aged:
                start, end = _trim(start, end, apart)
            if (
                sort is Sort.CHANGE
                and (start, end) != match.span()
                and not _CHANGES[language].search(text.plain[start : max(start, end)])
            ):
                continue
            if sort in {Sort.SHARE, Sort.COUNT, Sort.THRESHOLD} and not _NUMBERED[language].search(
                text.plain[start : max(start, end)]
            ):
                continue
            if sort is Sort.COUNT and _PLACES[language].search(text.plain[start:end]):
                continue
            start = _take_bound(text.plain, start, found) if language == "fr" else start
            if end <= start or (
                sort is not Sort.SAID and not aged and any(start < stop and begin < end for begin, stop in apart)
            ):
                continue
            given = language == "en" and english_counts.is_given(sort, text.plain, (start, end), match.start())
            if not given and not any(start < one.end and one.start < end for one in found):
                found.append(Measure(sort, start, end))
    return found
