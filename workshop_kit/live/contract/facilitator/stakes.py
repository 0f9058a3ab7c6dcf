"""The contract of the stakes in step 1: gather them, sort them, have them judged, and make challenges of the first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, TypedDict

from workshop_kit.domain.entries import GRADE_OR_BLANK, MANY_STAKES, STAKE_TITLE
from workshop_kit.domain.stakes import StakesStage
from workshop_kit.live.contract.asking import Id

# -- what may be asked ----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class MoveStakes:
    """Where the stakes go, forwards or back."""

    stage: StakesStage


@dataclass(frozen=True)
class AddStakes:
    """Stakes that were said or written on paper, one a line."""

    text: Annotated[str, MANY_STAKES]


@dataclass(frozen=True)
class PutTogether:
    """Stakes that say the same, under the first of them; ``title`` is what they are called then."""

    stakes: tuple[Id, ...]
    title: Annotated[str, STAKE_TITLE] = ""


@dataclass(frozen=True)
class NameStake:
    """Which stake is meant."""

    stake: Id


@dataclass(frozen=True)
class RenameStake:
    """What a stake is called; an empty title has it called by its own words again."""

    stake: Id
    title: Annotated[str, STAKE_TITLE]


@dataclass(frozen=True)
class LeaveOut:
    """Whether a stake is set aside: it is kept, and not judged."""

    stake: Id
    out: bool


@dataclass(frozen=True)
class CountBlanks:
    """Whether saying nothing of a stake counts as the lowest grade."""

    count: bool


@dataclass(frozen=True)
class JudgeOnPaper:
    """What somebody without a phone finds: a grade for each stake in the order of ``stakes``, -1 for none."""

    stakes: tuple[Id, ...]
    grades: tuple[Annotated[int, GRADE_OR_BLANK], ...]


@dataclass(frozen=True)
class MakeChallenges:
    """The stakes of which challenges are made, in their order."""

    stakes: tuple[Id, ...]


# -- what is shown --------------------------------------------------------------------------------------------------


class SortedStake(TypedDict):
    """A stake that stands by itself; ``under`` are those that were put under it, ``typed``: no phone proposed it."""

    id: str
    title: str
    text: str
    under: list[UnderStake]
    typed: bool
    left_out: bool


class UnderStake(TypedDict):
    """A stake that was put under another."""

    id: str
    text: str


class RankedStake(TypedDict):
    """What a stake was found to be: how many gave each grade, from the lowest to the highest."""

    id: str
    title: str
    counts: list[int]
    blanks: int
    median: int | None
    rank: int


class StakeCounts(TypedDict):
    """How many proposed how much, and how many have judged, those on paper among them.

    ``unfinished`` of them have not come to the end on their phone, and their ballots do not count as they stand.
    """

    proposed: int
    browsers: int
    judges: int
    papers: int
    unfinished: int


class StakesDeskModel(TypedDict):
    """The stakes as far as whoever prepares may see them: what phones propose is hidden until the gathering is over.

    ``suggestions`` are the ids of those that say nearly the same, ``chosen`` those that a ranking puts first,
    ``tied`` those of which only some find place; ``places`` is how many challenges can still be added.
    ``joinable``: phones can come in now.
    """

    stage: StakesStage
    blanks_count: bool
    counts: StakeCounts
    stakes: list[SortedStake]
    suggestions: list[list[str]]
    ranked: list[RankedStake]
    chosen: list[str]
    tied: list[str]
    places: int
    joinable: bool


class Added(TypedDict):
    """How many were added."""

    added: int
