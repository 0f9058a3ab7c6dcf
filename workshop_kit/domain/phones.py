"""How a telephone number is written: French ones as they are dialled in France, in one form wherever they come from."""

from __future__ import annotations

import re
from typing import Final

#: A French number: ten digits, the first a 0, the second none; it can be called from a French telephone.
_FRENCH: Final = re.compile(r"0[1-9]\d{8}")
#: Prefixes of overseas départements with their own country code, by it: dialled in France they begin with a 0.
_OVERSEAS: Final = {
    "590": ("590", "690", "691"),
    "594": ("594", "694"),
    "596": ("596", "696", "697"),
    "262": ("262", "263", "269", "639", "692", "693"),
    "508": ("508", "41", "42", "43", "55"),
}
#: Of those, what is written with four digits first.
_FOUR_FIRST: Final = frozenset(
    {"590", "690", "691", "594", "694", "596", "696", "697", "262", "263", "692", "693", "269"}
)


def write_french(digits: str) -> str:
    """Return ten digits that are a French number as people write them, ``06 39 98 07 01``; else an empty text."""
    if _FRENCH.fullmatch(digits) is None:
        return ""
    if digits[1:4] in _FOUR_FIRST:
        return f"{digits[:4]} {digits[4:6]} {digits[6:8]} {digits[8:]}"
    return " ".join(digits[place : place + 2] for place in range(0, 10, 2))


def write_from_abroad(digits: str) -> str:
    """Return digits that begin with the country code of France or of an overseas département as they are dialled there.

    Else an empty text. ``33`` may be followed by the 0 that people leave in: ``+33 (0)6``.
    """
    inside = re.sub(r"^330?(?=[1-9]\d{8}$)", "0", digits)
    if inside != digits:
        return write_french(inside)
    for country, starts in _OVERSEAS.items():
        rest = digits.removeprefix(country).removeprefix("0")
        if digits.startswith(country) and len(rest) == 9 and rest.startswith(starts):
            return write_french(f"0{rest}")
    return ""


def write_phone(number: str) -> str:
    """Return a number as people write it if it is a French one; any other stays as it was typed."""
    digits = re.sub(r"\D", "", number)
    if number.lstrip("( ").startswith("+") or digits.startswith("00"):
        return write_from_abroad(digits.removeprefix("00")) or number
    return write_french(digits) or number
