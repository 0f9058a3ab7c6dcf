"""The sentences a challenge was written in, and what two or three people said of how clear one is."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

#: Sentences of one challenge that are kept: more than an hour of rewriting makes.
PHRASINGS_AT_MOST: Final = 20
#: How many people may be asked whether a sentence is clear: with one alone, a mood would pass for a reading.
ASKED_AT_LEAST: Final = 2
ASKED_AT_MOST: Final = 3


class Clearness(StrEnum):
    """How clear a sentence is to who reads it (*clarté*), the clearest first."""

    VERY = "very"
    RATHER = "rather"
    NOT = "not"


@dataclass(frozen=True)
class Phrasing:
    """One sentence that was saved for a challenge (*formulation*): its ``number`` from 1, and since when.

    Every saved sentence is one, also before anybody could answer it; ``domain.model.Wording`` are those that people
    answered.
    """

    challenge: str
    number: int
    statement: str
    at: datetime


@dataclass(frozen=True)
class Asking:
    """That people are asked how clear a sentence of a challenge is: ``wanted`` of them, since when."""

    challenge: str
    phrasing: int
    wanted: int
    at: datetime


@dataclass(frozen=True)
class Rating:
    """What one person said of how clear a sentence is (*avis*), with a ``remark`` of theirs or none.

    ``rater`` tells two people apart while answers are awaited; once all are in it says nothing of them any more. No
    moment is kept: who answered first is nobody's business.
    """

    challenge: str
    phrasing: int
    rater: str
    clearness: Clearness
    remark: str = ""


def is_complete(asking: Asking, ratings: Collection[Rating]) -> bool:
    """Tell whether all who were asked have answered: from then on the answers are shown, and no more are taken."""
    return len(ratings) >= asking.wanted


def find_latest(askings: Sequence[Asking]) -> Asking | None:
    """Return what people were last asked of one challenge."""
    return max(askings, key=lambda one: (one.at, one.phrasing), default=None)


def find_open(askings: Sequence[Asking], ratings: Sequence[Rating]) -> Asking | None:
    """Return the asking of one challenge that waits for answers; the latest one alone can."""
    latest = find_latest(askings)
    if latest is None or is_complete(latest, [one for one in ratings if one.phrasing == latest.phrasing]):
        return None
    return latest


def sort_ratings(ratings: Collection[Rating]) -> list[Rating]:
    """Return ratings the clearest first, then by what they say: their order tells nothing of who came when."""
    order = list(Clearness)
    return sorted(ratings, key=lambda one: (order.index(one.clearness), one.remark))


def choose_dropped(phrasings: Sequence[Phrasing], rated: Collection[int]) -> list[int]:
    """Return the numbers of the sentences to let go so that no more are kept than there is room for.

    The oldest go first, but never the first one ever written, the present one, nor one that people spoke of while
    others can go.
    """
    excess = len(phrasings) - PHRASINGS_AT_MOST
    if excess <= 0:
        return []
    between = sorted(phrasings, key=lambda one: one.number)[1:-1]
    by_worth = sorted(between, key=lambda one: (one.number in rated, one.number))
    return sorted(one.number for one in by_worth[:excess])
