"""The contract of the stakes on a phone: propose some in silence, then find of each how much it matters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal, TypedDict

from workshop_kit.domain.entries import GRADE, PROPOSED_STAKE
from workshop_kit.domain.stakes import StakesStage
from workshop_kit.live.contract.asking import Id
from workshop_kit.live.contract.shared import Hidden

# -- what may be asked ----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class ProposeStake:
    """A big concern, in a few words."""

    text: Annotated[str, PROPOSED_STAKE]


@dataclass(frozen=True)
class TakeBackStake:
    """One's own proposal to take back."""

    stake: Id


@dataclass(frozen=True)
class GradeStake:
    """A grade of one stake, 0 (reject) to 6 (excellent); ``None`` says nothing of it again."""

    stake: Id
    grade: Annotated[int, GRADE] | None = None


# -- what is shown --------------------------------------------------------------------------------------------------


class OwnStake(TypedDict):
    """A stake that this browser proposed."""

    id: str
    text: str


class StakeToJudge(TypedDict):
    """A stake to judge, what else was said of it, and one's own grade, ``None``: none yet."""

    id: str
    title: str
    texts: list[str]
    grade: int | None


class JudgedStake(TypedDict):
    """What a stake was found to be: its rank from 1, and its median grade, 0..6."""

    title: str
    rank: int
    median: int | None


class StakesOpen(TypedDict):
    """What is asked of this browser now."""

    visible: Literal[True]
    stage: StakesStage
    mine: list[OwnStake]
    stakes: list[StakeToJudge]
    judged: list[JudgedStake]
    blanks_count: bool


StakesModel = StakesOpen | Hidden
