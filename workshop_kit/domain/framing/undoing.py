"""The verbs a participle may be of."""

from __future__ import annotations

import re
from typing import Final

from workshop_kit.domain.framing.words import Word

_IRREGULAR: Final = {
    "held": ("hold",), "built": ("build",), "set": ("set",), "run": ("run",), "made": ("make",), "bought": ("buy",),
    "put": ("put",), "dug": ("dig",), "laid": ("lay",), "sold": ("sell",), "paid": ("pay",), "taught": ("teach",),
    "found": ("found",), "lent": ("lend",), "sown": ("sow",), "wired": ("wire",),
    "given": ("give",), "sent": ("send",), "written": ("write",),
}  # fmt: skip


def undo(word: Word, language: str) -> frozenset[str]:
    """Return the verbs a participle may be of: "aménagé", "held"."""
    if language == "en":
        return frozenset({word.lemma, *_IRREGULAR.get(word.plain, ())})
    stem = re.sub(r"(?:ee?s?|is?e?s?|ue?s?|te?s?)$", "", word.plain)
    return frozenset({word.lemma, stem + "er", stem + "ir", stem + "re"})
