"""The personal code of a seat (a short bearer secret): how it is written, and read as people type it."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

#: Signs that are not taken for one another, on a phone or by hand.
SIGNS: Final = "23456789ACDEFHJKMNPRTVWXY"
LENGTH: Final = 6
#: What stands where one of ours was meant: typed, they are read as it.
_MEANT: Final = str.maketrans({"Z": "2", "S": "5", "G": "6", "B": "8", "O": "D", "Q": "D", "0": "D", "U": "V"})
#: Capitals of a Cyrillic and of a Greek keyboard that look like ours, each before the one it is read as.
_OTHER_KEYBOARDS: Final = str.maketrans(
    "\u0410\u0421\u0415\u041d\u041a\u041c\u0420\u0422\u0425\u0423\u0412\u041e\u0417"
    "\u0391\u0395\u0397\u039a\u039c\u039d\u03a1\u03a4\u03a7\u03a5\u0392\u039f\u0396",
    "ACEHKMPTXYBO3AEHKMNPTXYBOZ",
)
_BETWEEN: Final = re.compile(r"[\s\-–—‐‑._·/]+")


def write_code(signs: str) -> str:
    """Return a code as it is shown: ``K7P-4MX``."""
    return f"{signs[:3]}-{signs[3:]}"


def read_code(text: str) -> str | None:
    """Return the signs of a code that was typed, whatever its case, hyphens and spaces; ``None``: it cannot be one."""
    signs = list_signs(text).translate(_MEANT)
    return signs if len(signs) == LENGTH and set(signs) <= set(SIGNS) else None


def list_signs(text: str) -> str:
    """Return what was typed as capitals and figures without accents, whatever the keyboard, hyphens and spaces."""
    figures = "".join(str(unicodedata.decimal(one, one)) for one in _BETWEEN.sub("", text))
    plain = "".join(one for one in unicodedata.normalize("NFKD", figures) if not unicodedata.combining(one))
    return plain.upper().translate(_OTHER_KEYBOARDS)


def list_strangers(text: str) -> list[str]:
    """Return, each once and in order, the signs typed that stand for none of a code's, as ``1``, ``I`` and ``L`` do."""
    return list(dict.fromkeys(one for one in list_signs(text) if one.translate(_MEANT) not in SIGNS))
