"""Number words, in French and English, turned into the figures they say: a telephone number may be written in words."""

from __future__ import annotations

import re
from typing import Final

from workshop_kit.domain.plain_signs import Plain

_UNITS: Final = {
    "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9,
    "dix": 10, "onze": 11, "douze": 12, "treize": 13, "quatorze": 14, "quinze": 15, "seize": 16,
}  # fmt: skip
_TENS: Final = {
    "vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "septante": 70, "huitante": 80,
    "nonante": 90, "quatre-vingt": 80, "quatre-vingts": 80,
}  # fmt: skip
_ENGLISH: Final = {
    "zero": "0", "oh": "0", "nought": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6",
    "seven": "7", "eight": "8", "nine": "9",
}  # fmt: skip
_UNIT: Final = r"(?:dix[\s-](?:sept|huit|neuf)|" + "|".join(sorted(_UNITS, key=len, reverse=True)) + ")"
_TEN: Final = r"(?:quatre[\s-]vingts?|" + "|".join(word for word in _TENS if "-" not in word) + ")"
_SAID: Final = re.compile(
    rf"(?<![a-z])(?:(?P<double>(?:double|triple)\s(?:{'|'.join(_ENGLISH)}))|(?P<ten>{_TEN})(?:[\s-](?:et[\s-])?(?P<more>{_UNIT}))?"
    rf"|(?P<unit>{_UNIT})|(?P<plus>plus)|(?P<english>{'|'.join(_ENGLISH)}))(?![a-z])",
    re.IGNORECASE,
)
#: Fewer words than that say no telephone number, unless figures go on with it: "zéro six 39 98…".
_WORDS_AT_LEAST: Final = 3
_FIGURES_BESIDE: Final = 6


def say_in_figures(plain: Plain) -> Plain | None:
    """Return the text with its number words as figures; ``None`` where there are too few to be a telephone number."""
    found = list(_SAID.finditer(plain.text))
    if len(found) < (1 if sum(map(str.isdigit, plain.text)) >= _FIGURES_BESIDE else _WORDS_AT_LEAST):
        return None
    return plain.replace((one.start(), one.end(), _count(one)) for one in found)


def _count(said: re.Match[str]) -> str:
    """Return the figures of a number word; more than 99 is said by none of them."""
    if said["double"]:
        times, word = said["double"].lower().split()
        return _ENGLISH[word] * (2 if times == "double" else 3)
    if said["english"]:
        return _ENGLISH[said["english"].lower()]
    if said["plus"]:
        return "+"
    ten = re.sub(r"\s", "-", (said["ten"] or "").lower())
    return str(_TENS.get(ten, 0) + _count_unit(said["more"] or said["unit"] or ""))


def _count_unit(word: str) -> int:
    return sum(_UNITS[part] for part in re.split(r"[\s-]", word.lower()) if part)
