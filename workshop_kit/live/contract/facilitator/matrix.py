"""The contract of step 4: every challenge's matrix, and the scores said for someone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, TypedDict

from workshop_kit.domain.entries import COMPETENCE, INTEREST
from workshop_kit.live.contract.asking import Id
from workshop_kit.live.contract.shared import Choice, KnownPerson, MatrixCounts, NumberedChallenge

# -- what may be asked ----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class ScoreFor:
    """A score said for someone: a known ``participant``, or else a new person with a pseudonym and any category.

    Competence and interest are both needed unless ``unsure``, the answer "I don't know". ``again``: it is instead of
    what was answered.
    """

    challenge: Id
    participant: Id | None = None
    pseudonym: str = ""
    category: str = ""
    competence: Annotated[int, COMPETENCE] | None = None
    interest: Annotated[int, INTEREST] | None = None
    unsure: bool = False
    again: bool = False


class ScoredFor(TypedDict):
    """For whom a score was kept: an id alone, since an answer outlives an erasure."""

    participant: str


# -- what is shown --------------------------------------------------------------------------------------------------


class NamedMatrix(NumberedChallenge, MatrixCounts):
    """A challenge's matrix with the pseudonyms of each cell, by ``row-column``, and of those who don't know.

    ``others`` of the ``answered`` are not in the room; of those who don't know they count none.
    """

    names: dict[str, list[str]]
    unsure_names: list[str]


class MatricesModel(TypedDict):
    """Step 4: every matrix, the people one may score for, and the categories that are known."""

    current: str | None
    challenges: list[NamedMatrix]
    people: list[KnownPerson]
    categories: list[Choice]
