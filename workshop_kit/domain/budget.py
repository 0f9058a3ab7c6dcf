"""Participatory budget (*budget participatif*): projects with a cost, a sum, and what each person wants of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from math import lcm

from workshop_kit.errors import InvalidEntry

#: Money or points: exact, never a float. What is written as whole numbers stays whole.
Amount = int | Fraction


class BallotKind(StrEnum):
    """What a person says of a project: that they want it, or how many points they give it."""

    APPROVALS = "approvals"
    POINTS = "points"


@dataclass(frozen=True)
class Project:
    """Something to spend on (*projet*): ``cost`` in the unit of the sum, 0 or more."""

    id: str
    cost: Amount

    def __post_init__(self) -> None:
        if self.cost < 0:
            raise InvalidEntry("project-cost-negative", cost=self.cost)


@dataclass(frozen=True)
class BudgetBallots:
    """What each person wants (*bulletins du budget*).

    Parameters
    ----------
    kind
        Approvals or points.
    given
        Person, project, points; with approvals, any number above 0 is one. Whoever handed in an empty ballot stands
        here with nothing, and is one of those who share the sum.

    """

    kind: BallotKind
    given: Mapping[str, Mapping[str, Amount]]


def check_choice(projects: Sequence[Project], total: Amount, chosen: Mapping[str, Amount]) -> None:
    """Refuse a ballot of approvals that does not fit into the sum as a whole.

    Raises
    ------
    InvalidEntry
        ``no-such-project``, or ``choice-over-sum`` with what it costs too much.

    """
    _check_known(projects, chosen)
    spent = sum(one.cost for one in projects if chosen.get(one.id, 0) > 0)
    if spent > total:
        raise InvalidEntry("choice-over-sum", over=spent - total, total=total)


def check_points(projects: Sequence[Project], chosen: Mapping[str, Amount], each: int) -> None:
    """Refuse a ballot of points that are no whole numbers, or more than the ``each`` that a person has.

    Raises
    ------
    InvalidEntry
        ``no-such-project``, ``project-points-out-of-range``, or ``no-points-left``.

    """
    _check_known(projects, chosen)
    for points in chosen.values():
        if not isinstance(points, int) or isinstance(points, bool) or not 0 <= points <= each:
            raise InvalidEntry("project-points-out-of-range", received=points, most=each)
    if sum(chosen.values()) > each:
        raise InvalidEntry("no-points-left", most=each)


def _check_known(projects: Sequence[Project], chosen: Mapping[str, Amount]) -> None:
    known = {one.id for one in projects}
    for project in chosen:
        if project not in known:
            raise InvalidEntry("no-such-project", project=project)


@dataclass(frozen=True)
class Support:
    """What stands behind one project (*soutien*): how many people, and their points; with approvals both are one."""

    people: int
    points: Amount


def measure_support(projects: Sequence[Project], ballots: BudgetBallots) -> dict[str, Support]:
    """Return the support of each project; points on one that is not there any more, or below 0, count for nothing."""
    people: dict[str, int] = {one.id: 0 for one in projects}
    points: dict[str, Amount] = {one.id: 0 for one in projects}
    for given in ballots.given.values():
        for project, number in given.items():
            if number > 0 and project in people:
                people[project] += 1
                points[project] += 1 if ballots.kind is BallotKind.APPROVALS else number
    return {one: Support(people[one], points[one]) for one in people}


def sort_tied(projects: Sequence[Project], support: Mapping[str, Support]) -> list[Project]:
    """Return projects as ties between them are broken: the cheapest, then the most supported, then the first by id.

    The first two steps are what the authors of the method of equal shares recommend (equalshares.net, "Tie breaking");
    the third stands for the lot they draw, once, before the count: the ids that the kit makes are drawn by chance.
    """
    return sorted(projects, key=lambda one: (one.cost, -support[one.id].points, one.id))


def make_whole(amounts: Sequence[Amount]) -> int:
    """Return the smallest number that makes all amounts whole when they are multiplied by it."""
    return lcm(*(Fraction(one).denominator for one in amounts)) if amounts else 1


class BudgetRule(StrEnum):
    """How it is decided what is funded (*règle*)."""

    EQUAL_SHARES = "equal-shares"
    MOST_VOTES = "most-votes"
    MOST_VOTES_PER_COST = "most-votes-per-cost"


class Means(StrEnum):
    """By what a project came to be funded: its supporters' shares, what they left over, or its rank."""

    SHARES = "shares"
    REST = "rest"
    RANK = "rank"


@dataclass(frozen=True)
class Paid:
    """How many people paid what for a project; who they are stays with the ballots."""

    amount: Fraction
    people: int


@dataclass(frozen=True)
class Funded:
    """A project that is funded, and why (*financé*).

    Parameters
    ----------
    project, cost, support
        The project, what it costs, and what stands behind it.
    means
        Its supporters' shares, what was left of the sum, or its rank.
    before
        What was left of the sum when its turn came.
    paid
        By shares: what people paid, the most first; together its cost. Empty otherwise.
    price
        By shares: what a supporter with enough left pays for each point of theirs, with approvals for the project;
        ``None`` otherwise.
    behind
        What its supporters had left in the end, ``None`` where it is not for shares to say.
    tied
        The projects that stood equal with it when it was taken, by ``sort_tied``.

    """

    project: str
    cost: Amount
    support: Support
    means: Means
    before: Amount
    paid: tuple[Paid, ...] = ()
    price: Fraction | None = None
    behind: Fraction | None = None
    tied: tuple[str, ...] = ()


@dataclass(frozen=True)
class Unfunded:
    """A project that is not funded, and why (*non financé*).

    Parameters
    ----------
    project, cost, support
        The project, what it costs, and what stands behind it.
    before
        What was left of the sum when its turn came; with equal shares, in the end.
    behind
        With equal shares: what its supporters had left in the end, always less than it costs; ``None`` otherwise.

    """

    project: str
    cost: Amount
    support: Support
    before: Amount
    behind: Fraction | None = None

    @property
    def missing(self) -> Amount:
        """What was missing: to its supporters, or of the sum."""
        return self.cost - (self.before if self.behind is None else self.behind)


@dataclass(frozen=True)
class BudgetOutcome:
    """What a rule would fund (*ce qui serait financé*), in the order in which it did.

    Parameters
    ----------
    rule, total
        The rule and the sum.
    funded, unfunded
        Every project stands in one of them.
    share, raised
        With equal shares: what each person held at first, and in the count that stands; ``None`` otherwise.

    """

    rule: BudgetRule
    total: Amount
    funded: tuple[Funded, ...]
    unfunded: tuple[Unfunded, ...]
    share: Fraction | None = None
    raised: Fraction | None = None

    @property
    def selected(self) -> tuple[str, ...]:
        """The ids of what is funded."""
        return tuple(one.project for one in self.funded)

    @property
    def spent(self) -> Amount:
        """What it costs together."""
        return sum(one.cost for one in self.funded)
