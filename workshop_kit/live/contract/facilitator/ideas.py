"""The contract of step 3: the room's ideas, the options they are gathered into, and their tallies."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Literal, TypedDict

from workshop_kit.domain.course import Phase
from workshop_kit.domain.entries import GROUP_TITLE, IDEA
from workshop_kit.domain.model import Source
from workshop_kit.live.contract.asking import Id, OneOf
from workshop_kit.live.contract.shared import Choice, NumberedChallenge, Tallied

# -- what may be asked ----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class WriteFor:
    """An idea of someone without a phone; without a pseudonym it has no author.

    A pseudonym that is not yet in the room needs a ``category``.
    """

    text: Annotated[str, IDEA]
    source: Annotated[Source, OneOf("unknown-source")] | None = None
    pseudonym: str = ""
    category: str = ""


@dataclass(frozen=True)
class RemoveAnyIdea:
    """An idea to take away, whoever wrote it."""

    idea: Id


@dataclass(frozen=True)
class GatherIdeas:
    """Ideas that become one option under a title; members of standing groups bring their whole group along."""

    ideas: tuple[Id, ...]
    title: Annotated[str, GROUP_TITLE]


@dataclass(frozen=True)
class RenameGroup:
    """Another title for a standing group."""

    group: Id
    title: Annotated[str, GROUP_TITLE]


@dataclass(frozen=True)
class UndoGroup:
    """A group whose ideas are parted again."""

    group: Id


class Gathered(TypedDict):
    """The group just made, and all its ideas."""

    group: str
    members: list[str]


# -- what is shown --------------------------------------------------------------------------------------------------


class IdeaStage(StrEnum):
    """How much of the ideas may be seen."""

    HIDDEN = "hidden"
    REVEAL = "reveal"
    VOTE = "vote"
    RESULTS = "results"


class PlacedChallenge(NumberedChallenge):
    """The current challenge, with its place among the ``total``."""

    total: int


class RoomCounts(TypedDict):
    """How many are in the room, wrote, are done, or have done neither."""

    people: int
    ideas: int
    finished: int
    silent: int


class Gauge(TypedDict):
    """A measure from 0 to 1 that helps to act now, with the sentence that says what to do about it."""

    key: Literal["diversity", "field", "independence", "originality"]
    value: float | None
    sentence: str


class TableIdea(TypedDict):
    """An idea as the facilitator reads it; ``category`` says in words as whom its author speaks."""

    id: str
    text: str
    source: Source | None
    category: str | None


class OptionTally(TypedDict, total=False):
    """What an option gathered; only once the vote is closed."""

    tally: Tallied


class TableOption(OptionTally):
    """What the room votes on: ideas gathered under a title, or an idea by itself (``lone``)."""

    id: str
    title: str
    lone: bool
    original: bool
    ideas: list[TableIdea]


class IdeaTableModel(TypedDict):
    """Step 3: texts stand in it only once revealed, tallies only once the vote is closed.

    ``suggestions`` are the ids of ideas that say nearly the same.
    """

    phase: Phase
    stage: IdeaStage
    challenge: PlacedChallenge | None
    counts: RoomCounts
    gauges: list[Gauge]
    categories: list[Choice]
    options: list[TableOption]
    suggestions: list[list[str]]
    may_gather: bool
    voted: int
