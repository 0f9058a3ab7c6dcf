"""The contract of how a challenge is worked and voted on: its plan, the rule of its vote, costs, and a gentle line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from workshop_kit.domain.ballots import VoteKind
from workshop_kit.domain.entries import MONEY, POINTS, RULE_DOTS, RULE_GRADES
from workshop_kit.domain.plans import Plan
from workshop_kit.live.contract.asking import Id, OneOf

# -- what may be asked ----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class ChoosePlan:
    """How a challenge is worked."""

    challenge: Id
    plan: Annotated[Plan, OneOf("unknown-plan")]


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
