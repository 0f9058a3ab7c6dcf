"""The contract of how a challenge is worked and voted on: its plan, the rule of its vote, costs, and a gentle line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, TypedDict

from workshop_kit.domain.ballots import VoteKind
from workshop_kit.domain.course import Stage
from workshop_kit.domain.entries import MONEY, POINTS, RULE_DOTS, RULE_GRADES
from workshop_kit.domain.plans import Plan, RoundStep
from workshop_kit.live.contract.asking import Id, OneOf
from workshop_kit.live.contract.participant.vote import ShownRule
from workshop_kit.live.contract.shared import NumberedChallenge

# -- what may be asked ----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class ChoosePlan:
    """How a challenge is worked."""

    challenge: Id
    plan: Annotated[Plan, OneOf("unknown-plan")]


@dataclass(frozen=True)
class OpenAhead:
    """A challenge whose plan has it written from home: ``open`` for that before the room works, or no more."""

    challenge: Id
    open: bool = True


@dataclass(frozen=True)
class SetVoteRule:
    """What the room is asked in the present round of a challenge's vote, as ``domain.ballots.VoteRule``."""

    challenge: Id
    kind: Annotated[VoteKind, OneOf("unknown-vote")]
    budget: Annotated[int, RULE_DOTS] = 5
    most: Annotated[int, RULE_DOTS] = 2
    grades: Annotated[int, RULE_GRADES] = 7
    blanks_count: bool = True
    to_spend: Annotated[int, MONEY] = 0
    points: Annotated[int, POINTS] = 0


@dataclass(frozen=True)
class SetCost:
    """What an option of a challenge costs, ``None``: nobody knows."""

    challenge: Id
    option: Id
    cost: Annotated[int, MONEY] | None = None


@dataclass(frozen=True)
class NudgeSilent:
    """The challenge whose silent people are given a gentle line on their page."""

    challenge: Id


@dataclass(frozen=True)
class AskAuthor:
    """An idea whose author is asked what they mean; ``asked`` false takes the question back."""

    idea: Id
    asked: bool = True


@dataclass(frozen=True)
class MarkForDiscussion:
    """Whether an idea is to be discussed."""

    idea: Id
    discuss: bool


# -- what is shown --------------------------------------------------------------------------------------------------


class ShownStep(TypedDict):
    """A step of a plan: for how many minutes, and how often, at another table each time."""

    step: RoundStep
    stage: Stage
    round: int
    minutes: int
    times: int


class PlanOffer(TypedDict):
    """A plan that may be chosen, and how many minutes it takes in all."""

    plan: Plan
    minutes: int
    steps: list[ShownStep]


class Rotation(TypedDict):
    """How tables rotate while people write: at which (``turn``, 0: not yet) of how many (``of``) they are.

    They are seated in ``rounds``, of which phones are ``told`` one, 0: none. ``spoken``: phones show their table now.
    ``single``: they are one table, or too few people for two, so that nobody would change places.
    """

    turn: int
    of: int
    rounds: int
    told: int
    spoken: bool
    single: bool


class CostedOption(TypedDict):
    """An option of a budget as the room reads it, and its cost, ``None``: nobody said."""

    id: str
    title: str
    cost: int | None


class PlannedChallenge(NumberedChallenge):
    """A challenge before the room works on any, and how it is going to be worked; ``ahead`` as in ``VotesModel``."""

    plan: Plan
    ahead: bool | None


class VotesModel(TypedDict):
    """How the challenge looked at is worked and voted on.

    ``plan`` is the one chosen of ``plans``, ``step`` where it stands. ``rotation`` stands where its people change
    tables, until they have written. ``rule`` is that of the present ``round``, ``set`` where somebody voted by it: it
    can be changed no more. ``options`` are there where a budget is voted on and ideas may be read. ``ahead``: before
    the room works, whether it is open to be written on from home, ``None`` where its plan does not have that, or the
    room works. ``upcoming`` are all challenges, before the room works and while none is looked at.
    """

    challenge: NumberedChallenge | None
    stage: Stage
    round: int
    plan: Plan
    plans: list[PlanOffer]
    step: RoundStep | None
    rotation: Rotation | None
    rule: ShownRule
    set: bool
    options: list[CostedOption]
    ahead: bool | None
    upcoming: list[PlannedChallenge]
