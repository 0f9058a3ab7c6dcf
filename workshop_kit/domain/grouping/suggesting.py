"""Groups in which every two ideas may stand together, and tensions: pairs that oppose about one thing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from functools import lru_cache
from typing import Final

from workshop_kit.domain.grouping.comparing import Comparison, compare
from workshop_kit.domain.grouping.gate import Relation, relate
from workshop_kit.domain.grouping.reading import read_idea

#: From which likeness of terms two ideas say nearly the same, and what each may say instead of the other.
ALIKE_FROM: Final = 0.62
SPARE_AT_MOST: Final = 0.55
#: From which likeness on two ideas that oppose each other do so about one thing.
TENSE_FROM: Final = 0.35
#: The same where meaning is measured: cosine around the middle of the language.
MEANT_FROM: Final = 0.4
MEANT_TENSE_FROM: Final = 0.4
#: Sentences of one mould with another thing in it are as near in meaning as two ways to say one thing.
MOULD_FROM: Final = 0.45
SAME_MOULD_FROM: Final = 0.5
OTHER_FROM: Final = 1.5


class Pairing(StrEnum):
    """What two ideas are offered as."""

    SAME = "same"
    TENSION = "tension"
    NOTHING = "nothing"


@lru_cache(maxsize=65536)
def _compare_texts(first: str, second: str) -> tuple[Comparison, Relation]:
    one, other = read_idea(first), read_idea(second)
    pair = compare(one, other)
    return pair, relate(one, other, pair)


def _is_replaced(pair: Comparison) -> bool:
    """Say whether a quality stands on one side alone."""
    return any(term.kind == "side" for term in (*pair.left, *pair.right))


def pair_ideas(first: str, second: str, meant: float | None = None) -> tuple[Pairing, float]:
    """Return what two texts are offered as, and how alike they are, from 0 to 1; their order changes nothing.

    ``meant`` is the cosine of their meanings (-1..1), None where none is measured.
    """
    pair, relation = _compare_texts(*sorted((first, second)))
    if relation is Relation.OPPOSED:
        near = pair.likeness >= TENSE_FROM or (meant is not None and meant >= MEANT_TENSE_FROM)
        moulded = pair.template >= MOULD_FROM and pair.spare >= OTHER_FROM
        return (Pairing.TENSION if near and pair.agreed and not moulded else Pairing.NOTHING), pair.likeness
    if relation is Relation.APART:
        return Pairing.NOTHING, pair.likeness
    if pair.template >= SAME_MOULD_FROM and pair.replaced:
        return Pairing.NOTHING, pair.likeness
    if pair.likeness >= ALIKE_FROM and pair.spare <= SPARE_AT_MOST:
        return Pairing.SAME, pair.likeness
    moulded = pair.template >= MOULD_FROM and pair.spare > SPARE_AT_MOST
    if meant is not None and meant >= MEANT_FROM and not moulded and not _is_replaced(pair):
        return Pairing.SAME, max(pair.likeness, meant)
    return Pairing.NOTHING, pair.likeness
