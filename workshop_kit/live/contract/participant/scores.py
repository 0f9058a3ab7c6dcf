"""The contract of a phone's scores: one's competence and interest on each challenge."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal, TypedDict

from workshop_kit.domain.entries import COMPETENCE, INTEREST
from workshop_kit.live.contract.asking import Id
from workshop_kit.live.contract.shared import ChallengeText, ZoneName

# -- what may be asked ----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class ScoreCompetence:
    """One's competence on a challenge."""

    challenge: Id
    value: Annotated[int, COMPETENCE]


@dataclass(frozen=True)
class ScoreInterest:
    """One's interest in a challenge."""

    challenge: Id
    value: Annotated[int, INTEREST]


@dataclass(frozen=True)
class SayUnsure:
    """Say "I don't know" on a challenge, which is not a score of 0."""

    challenge: Id


# -- what is shown --------------------------------------------------------------------------------------------------


class ScoreAnswers(TypedDict):
    """One's own answers on a challenge: ``None`` is no answer, ``unsure`` is "I don't know".

    ``early``: they came with the form before the workshop, and stand as they were.
    """

    competence: int | None
    interest: int | None
    unsure: bool
    early: bool


class ScoredChallenge(ChallengeText, ScoreAnswers):
    """A challenge with one's own answers, and the ``zone`` where they stand once both are given."""

    zone: ZoneName | None


class ScoresModel(TypedDict):
    """One's own place in each matrix."""

    visible: Literal[True]
    challenges: list[ScoredChallenge]
