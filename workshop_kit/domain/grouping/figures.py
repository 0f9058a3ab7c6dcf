"""Numbers as ideas write them: in digits, in words, as times of day."""

from __future__ import annotations

import re
from typing import Final

_NUMBERS: Final = {
    one: str(value)
    for value, words in {
        0: "minuit midnight", 2: "deux two twice", 3: "trois three", 4: "quatre four", 5: "cinq five", 6: "six",
        7: "sept seven", 8: "huit eight", 9: "neuf nine", 10: "dix ten dizaine", 11: "onze eleven",
        12: "douze twelve midi noon douzaine dozen", 15: "quinze fifteen", 16: "seize sixteen",
        18: "eighteen", 20: "vingt twenty", 30: "trente thirty", 40: "quarante forty", 50: "cinquante fifty",
        60: "soixante sixty", 100: "cent hundred", 1000: "mille thousand",
    }.items()
    for one in words.split()
}  # fmt: skip
_DIGITS: Final = re.compile(r"[a-z]?\d")
_CLOCK: Final = re.compile(r"^(\d{1,2})(?:h|:)?(\d\d)?$")


def read_number(word: str) -> str:
    """Return the number that a word gives, always in one spelling; empty where it gives none."""
    if word in _NUMBERS:
        return _NUMBERS[word]
    if not _DIGITS.match(word):
        return ""
    bare = re.sub(r"[ .,](?=\d{3})", "", word)
    clock = _CLOCK.match(bare)
    if clock and clock[2] in {None, "00"} and ("h" in bare or ":" in bare):
        return clock[1].lstrip("0") or "0"
    return bare.replace("h", ":").lstrip("0") or "0"
