"""Ballots (*bulletins*): the four ways in which a room votes on the ideas of a challenge, and what one is asked for.

Dots, grades of majority judgment, agreement with statements, and a budget to spend. Whatever the way, what one person
gave on one option in one round is one value.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from workshop_kit.domain.entries import Whole
from workshop_kit.domain.judgment import FIVE_GRADES, SEVEN_GRADES, GradeScale
from workshop_kit.domain.scales import DOTS_AT_MOST, DOTS_PER_CHALLENGE, DOTS_PER_OPTION, POINTS_AT_MOST, SUM_AT_MOST
from workshop_kit.domain.statements import STANCE_VALUES
from workshop_kit.errors import InvalidEntry


class VoteKind(StrEnum):
    """How a challenge is voted on (*mode de vote*)."""

    DOTS = "dots"
    GRADES = "grades"
    STATEMENTS = "statements"
    BUDGET = "budget"


#: How a blank is kept that a whole ballot hands in: nothing was said of this option, and somebody was there to say so.
BLANK_VALUE: Final = -1

#: How many grades a scale may have.
GRADES_OFFERED: Final = (len(SEVEN_GRADES.grades), len(FIVE_GRADES.grades))


@dataclass(frozen=True)
class DotRule:
    """How many dots each person has, and how many of them at most may stand on one option (*règle des points*).

    Attributes
    ----------
    budget
        Dots a person, 1..20.
    most
        Dots on one option, 1..``budget``.

    Raises
    ------
    InvalidEntry
        ``dot-budget-out-of-range``, or ``dots-each-out-of-range``.

    """

    budget: int = DOTS_PER_CHALLENGE
    most: int = DOTS_PER_OPTION

    def __post_init__(self) -> None:
        Whole(1, DOTS_AT_MOST, "dot-budget-out-of-range").read(self.budget)
        Whole(1, self.budget, "dots-each-out-of-range").read(self.most)

    def read(self, count: object) -> int:
        """Return the dots on one option; raises ``InvalidEntry`` ``dots-out-of-range`` where they cannot be given."""
        return Whole(0, self.most, "dots-out-of-range").read(count)


#: Five dots each, at most two on one option.
USUAL_DOTS: Final = DotRule()


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

    @property
    def scale(self) -> GradeScale:
        """The grades that are offered."""
        return FIVE_GRADES if self.grades == len(FIVE_GRADES.grades) else SEVEN_GRADES

    @property
    def span(self) -> int | None:
        """The steps from the lowest number of a ballot to the highest, ``None``: points are shared out instead."""
        if self.kind is VoteKind.STATEMENTS:
            return max(STANCE_VALUES.values()) - min(STANCE_VALUES.values())
        return int(self.scale.highest - self.scale.grades[0]) if self.kind is VoteKind.GRADES else None

    def asks_the_same(self, other: VoteRule) -> bool:
        """Tell whether two votes asked the same, so that what was given may be compared.

        Dots, grades and points are compared where there were as many of them; approvals, and stances, always. What
        was to be spent may have changed.
        """
        if self.kind is not other.kind:
            return False
        if self.kind is VoteKind.DOTS:
            return self.dots == other.dots
        if self.kind is VoteKind.GRADES:
            return self.grades == other.grades
        return self.points == other.points

    @property
    def dots(self) -> DotRule:
        """The rule of dots."""
        return DotRule(self.budget, self.most)


@dataclass(frozen=True)
class BallotMark:
    """What one participant put on one option on a ballot that is not of dots (*marque*).

    ``value`` is the number of a grade, 0..6 on every scale, or ``BLANK_VALUE`` where a file has a blank; a stance: 1
    agree, -1 disagree, 0 pass; or the points put on an option of a budget, 1 where it is approved. ``round`` is the
    round of the challenge in which it was put, from 1.
    """

    participant: str
    challenge: str
    option: str
    kind: VoteKind
    value: int
    round: int = 1

    @property
    def blank(self) -> bool:
        """Whether it is a blank of a ballot that was handed in; a phone sends none."""
        return self.kind is VoteKind.GRADES and self.value == BLANK_VALUE

    @property
    def counts(self) -> bool:
        """Whether it says anything: no point at all says nothing, the lowest grade and "I pass" do."""
        return self.kind is not VoteKind.BUDGET or self.value > 0


def find_rule(rules: Mapping[int, VoteRule], round: int) -> VoteRule:
    """Return the rule of a round: one that was given none has that of the round before, the first five dots.

    Parameters
    ----------
    rules
        Those of one challenge, by the round that was given each.
    round
        From 1.

    """
    return next((rules[number] for number in sorted(rules, reverse=True) if number <= round), VoteRule())


def check_kind(rule: VoteRule, kind: VoteKind) -> None:
    """Refuse a ballot of another kind than the room votes by; raises ``InvalidEntry`` (``other-ballot``)."""
    if rule.kind is not kind:
        raise InvalidEntry("other-ballot")


def check_rule(rule: VoteRule) -> None:
    """Refuse rules that no ballot can follow.

    Raises
    ------
    InvalidEntry
        ``dot-budget-out-of-range``, ``dots-each-out-of-range``; ``rule-grades``: neither 7 nor 5;
        ``rule-budget``: no sum to spend, or one beyond a billion; ``points-out-of-range``.

    """
    _ = rule.dots
    if rule.grades not in GRADES_OFFERED:
        raise InvalidEntry("rule-grades", value=rule.grades, least=min(GRADES_OFFERED), most=max(GRADES_OFFERED))
    if rule.kind is VoteKind.BUDGET and not 0 < rule.to_spend <= SUM_AT_MOST:
        raise InvalidEntry("rule-budget")
    if not 0 <= rule.points <= POINTS_AT_MOST:
        raise InvalidEntry("points-out-of-range", value=rule.points, least=0, most=POINTS_AT_MOST)
