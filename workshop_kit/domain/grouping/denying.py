"""Where a sentence denies: "ne … pas" around a verb, "pas" behind it, where nobody writes "ne", or anywhere at all."""

from __future__ import annotations

import re
from typing import Final

from workshop_kit.domain.framing.words import Word, list_plain
from workshop_kit.domain.grouping.small_words import TURNING

#: What closes a negation that "ne" began.
CLOSING: Final = frozenset({"pas", "plus", "jamais", "point", "aucun", "aucune", "rien"})
#: What stands behind a verb that it denies, where nobody writes "ne": "touchez pas".
_AFTER: Final = frozenset({"pas", "jamais"})
_INFINITIVE: Final = ("er", "ir", "re", "oir")
#: Words that deny or lessen wherever they stand.
_DENYING: Final = {
    "fr": list_plain(
        " ".join(one for one in TURNING["fr"].split() if "_" not in one) + " ne n' moins suffit basta marre"
    ),
    "en": list_plain(" ".join(one for one in TURNING["en"].split() if "_" not in one) + " less fewer nowhere"),
}
#: Stretches whose words deny nothing.
_NO_DENIAL: Final = re.compile(
    r"\b(au moins|du moins|pas mal|non seulement|pas seulement|sans doute|pourquoi pas|pas loin|"
    r"pas cher\w*|moins cher\w*|not only|not just|not far|less than|no more than)\b"
)
#: What they open says of whom or of what one speaks, or what for: "those who can't swim", "so that food isn't wasted";
#: the first word of an idea opens a wish: "que la rue ne ferme pas".
_ASIDE: Final = frozenset({"qui", "qu'", "que", "who", "that", "which", "so"})
_ASIDE_WORDS: Final = 5


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


def denies_anything(words: tuple[str, ...], language: str) -> bool:
    """Say whether a word of an idea denies or lessens, whatever: the plain words, in their order."""
    told = _NO_DENIAL.sub("", " ".join(words)).split()
    return any(
        word in _DENYING[language] and _ASIDE.isdisjoint(told[max(1, at - _ASIDE_WORDS) : at])
        for at, word in enumerate(told)
    )
