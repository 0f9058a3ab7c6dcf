"""Numbers as the reader writes them."""

from __future__ import annotations


def signed(value: int) -> str:
    """Return a whole number with its sign, the minus being U+2212: ``+2``, ``0``, ``−1``."""
    return f"+{value}" if value > 0 else str(value).replace("-", "−")
