"""Where a sentence denies: "ne … pas" around a verb, or "pas" behind it, where nobody writes "ne"."""

from __future__ import annotations

from typing import Final

from workshop_kit.domain.framing.words import Word

#: What closes a negation that "ne" began.
CLOSING: Final = frozenset({"pas", "plus", "jamais", "point", "aucun", "aucune", "rien"})
#: What stands behind a verb that it denies, where nobody writes "ne": "touchez pas".
_AFTER: Final = frozenset({"pas", "jamais"})
_INFINITIVE: Final = ("er", "ir", "re", "oir")


def is_denied_after(words: list[Word], place: int, language: str) -> bool:
    """Say whether a French verb is denied by what follows it alone: "touchez pas aux arbres"."""
    if language != "fr" or words[place].plain.endswith(_INFINITIVE) or place + 1 >= len(words):
        return False
    return words[place + 1].plain in _AFTER and not {one.plain for one in words[max(0, place - 2) : place]} & {
        "ne",
        "n'",
    }


def opens_negation(words: list[Word], place: int, language: str) -> bool:
    """Say whether "ne" begins "ne … pas" or "ne … plus": it turns round the verb that stands between."""
    if language != "fr" or words[place].plain not in {"ne", "n'"}:
        return False
    return any(word.plain in CLOSING for word in words[place + 1 : place + 5])
