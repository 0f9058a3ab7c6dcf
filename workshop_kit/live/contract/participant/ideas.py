"""The contract of a phone's ideas: one's own while writing, everybody's once revealed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Literal, TypedDict

from workshop_kit.domain.course import Phase
from workshop_kit.domain.entries import IDEA
from workshop_kit.domain.model import Source
from workshop_kit.live.contract.asking import Id, OneOf
from workshop_kit.live.contract.shared import ChallengeText, Hidden

# -- what may be asked ----------------------------------------------------------------------------------------------

KnownSource = Annotated[Source, OneOf("unknown-source")]


class Finishable(StrEnum):
    """What one may be done with."""

    WRITING = Phase.WRITING
    VOTE = Phase.VOTE


@dataclass(frozen=True)
class WriteIdea:
    """An idea of one's own for a challenge, and how one knows, if one says so."""

    challenge: Id
    text: Annotated[str, IDEA]
    source: KnownSource | None = None


@dataclass(frozen=True)
class CorrectIdea:
    """Another text or source for an idea of one's own."""

    idea: Id
    text: Annotated[str, IDEA]
    source: KnownSource | None = None


@dataclass(frozen=True)
class RemoveIdea:
    """An idea of one's own to take back."""

    idea: Id


@dataclass(frozen=True)
class Finish:
    """Say "I am done" with a phase, or not yet."""

    phase: Finishable
    finished: bool


class Written(TypedDict):
    """The id of an idea just written or corrected."""

    idea: str


# -- what is shown --------------------------------------------------------------------------------------------------


class OwnIdea(TypedDict):
    """An idea of one's own."""

    id: str
    text: str
    source: Source | None


class WritingChallenge(ChallengeText):
    """A challenge with one's own ideas on it."""

    ideas: list[OwnIdea]


class WritingModel(TypedDict):
    """One's own ideas while writing."""

    visible: Literal[True]
    stage: Literal["writing"]
    challenges: list[WritingChallenge]
    current: str | None
    finished: bool


class RevealedIdea(TypedDict):
    """An idea that everybody may read, and whether it is one's own."""

    text: str
    mine: bool


class RevealedOption(TypedDict):
    """An idea, or ideas gathered under a title."""

    title: str
    lone: bool
    ideas: list[RevealedIdea]


class RevealedChallenge(ChallengeText):
    """A challenge with everybody's ideas, in an order of this person's own."""

    options: list[RevealedOption]


class RevealModel(TypedDict):
    """Everybody's ideas once revealed."""

    visible: Literal[True]
    stage: Literal["reveal"]
    challenges: list[RevealedChallenge]
    current: str | None


IdeasModel = WritingModel | RevealModel | Hidden
