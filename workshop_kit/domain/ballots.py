"""Ballots (*bulletins*): the four ways in which a room votes on the ideas of a challenge, and what one is asked for.

Dots, grades of majority judgment, agreement with statements, and a budget to spend. Whatever the way, what one person
gave on one option in one round is one value.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from workshop_kit.domain.scales import DOTS_PER_CHALLENGE, DOTS_PER_OPTION


class VoteKind(StrEnum):
    """How a challenge is voted on (*mode de vote*)."""

    DOTS = "dots"
    GRADES = "grades"
    STATEMENTS = "statements"
    BUDGET = "budget"


class Stance(StrEnum):
    """What one says to a statement (*avis*)."""

    AGREE = "agree"
    DISAGREE = "disagree"
    PASS = "pass"  # noqa: S105 -- no password: one passes


#: How a stance is kept, and written in the files of Polis.
STANCE_VALUES: Final = {Stance.AGREE: 1, Stance.DISAGREE: -1, Stance.PASS: 0}
#: The scales of grades, by how many grades they have.
SCALES: Final = (7, 5)


@dataclass(frozen=True)
class VoteRule:
    """Rules of a round of a vote (*règle du vote*), set by the facilitator before anybody votes.

    Attributes
    ----------
    kind
        What the room is asked.
    budget, most
        Of dots: how many each person has, 1..20, and at most how many of them on one option, 1..budget.
    grades
        Of grades: how many there are, 7 or 5.
    blanks_count
        Of grades: whether saying nothing of an option counts as the lowest grade.
    to_spend
        Of a budget: the sum there is, a whole number of euros or of whatever the costs are in, 0 or more.
    points
        Of a budget: how many points each person spreads over options; 0: they approve options.

    """

    kind: VoteKind = VoteKind.DOTS
    budget: int = DOTS_PER_CHALLENGE
    most: int = DOTS_PER_OPTION
    grades: int = 7
    blanks_count: bool = True
    to_spend: int = 0
    points: int = 0


@dataclass(frozen=True)
class BallotMark:
    """What one participant put on one option on a ballot that is not of dots (*marque*).

    ``value`` is a grade from 0, the lowest; a stance: 1 agree, -1 disagree, 0 pass; or the points put on an option of a
    budget, 1 where it is approved. ``round`` is the round of the challenge in which it was put, from 1.
    """

    participant: str
    challenge: str
    option: str
    kind: VoteKind
    value: int
    round: int = 1

    @property
    def counts(self) -> bool:
        """Whether it says anything: no point at all says nothing, the lowest grade and "I pass" do."""
        return self.kind is not VoteKind.BUDGET or self.value > 0
