"""The personal code of a seat (a short bearer secret): how it is written, and read as people type it."""

from __future__ import annotations

import re
from typing import Final

#: Signs that are not taken for one another, on a phone or by hand.
SIGNS: Final = "23456789ACDEFHJKMNPRTVWXY"
LENGTH: Final = 6
#: What stands where one of ours was meant: typed, they are read as it.
_MEANT: Final = str.maketrans({"Z": "2", "S": "5", "G": "6", "B": "8", "O": "D", "Q": "D", "0": "D", "U": "V"})
_BETWEEN: Final = re.compile(r"[\s\-–—‐‑._·/]+")


def write_code(signs: str) -> str:
    """Return a code as it is shown: ``K7P-4MX``."""
    return f"{signs[:3]}-{signs[3:]}"


def read_code(text: str) -> str | None:
    """Return the signs of a code that was typed, whatever its case, hyphens and spaces; ``None``: it cannot be one."""
    signs = _BETWEEN.sub("", text).upper().translate(_MEANT)
    return signs if len(signs) == LENGTH and set(signs) <= set(SIGNS) else None
