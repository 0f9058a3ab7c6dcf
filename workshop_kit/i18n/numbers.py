"""Numbers as the reader writes them."""

from __future__ import annotations

from typing import Final

#: What stands between thousands, and before the sign, in French.
_NARROW: Final = "\u202f"
_NO_BREAK: Final = "\u00a0"


def signed(value: int) -> str:
    """Return a whole number with its sign, the minus being U+2212: ``+2``, ``0``, ``−1``."""
    return f"+{value}" if value > 0 else str(value).replace("-", "−")


def say_sum(amount: object, language: str) -> str:
    """Return whole euros, grouped and placed as ``money.say_amount`` does, without what that takes on every phone."""
    if not isinstance(amount, int):
        return str(amount)
    grouped = f"{abs(amount):,}"
    sign = "-" if amount < 0 else ""
    return f"{sign}{grouped.replace(',', _NARROW)}{_NO_BREAK}€" if language == "fr" else f"{sign}€{grouped}"
