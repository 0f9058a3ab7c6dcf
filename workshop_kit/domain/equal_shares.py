"""Method of equal shares (*méthode des parts égales*): everybody holds the same share; what is wanted is paid for.

Peters, Pierczyński and Skowron, *Proportional Participatory Budgeting with Additive Utilities*, NeurIPS 2021. Add1 is
the completion that equalshares.net recommends; the page ``docs/method/budget.md`` states each step.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from workshop_kit.domain.budget import (
    Amount,
    BallotKind,
    BudgetBallots,
    BudgetOutcome,
    BudgetRule,
    Funded,
    Means,
    Project,
    Support,
    Unfunded,
    make_whole,
    measure_support,
    sort_tied,
)
from workshop_kit.domain.greedy_budget import rank_projects
from workshop_kit.domain.share_counting import Count, Electorate, make_electorate


class Utility(StrEnum):
    """What an approval is worth to a person: the money spent on it, or one, whatever it costs."""

    COST = "cost"
    CARDINALITY = "cardinality"


class Completion(StrEnum):
    """What becomes of money that the shares alone do not spend, each after the one before it."""

    NONE = "none"
    ADD_ONE = "add-one"
    ADD_ONE_THEN_REST = "add-one-then-rest"


def fund_equally(
    projects: Sequence[Project],
    total: Amount,
    ballots: BudgetBallots,
    *,
    utility: Utility = Utility.COST,
    completion: Completion = Completion.ADD_ONE_THEN_REST,
    unit: Amount = 1,
) -> BudgetOutcome:
    """Return what is funded where everybody who handed in a ballot holds an equal share of the sum.

    Each time the project is taken whose supporters pay the least for a unit of utility; each of them pays the same, and
    who has less pays what they have. All is exact: no rounding decides. The order of ballots, and of projects, changes
    nothing.

    Parameters
    ----------
    projects, total, ballots
        What there is to spend on, the sum, and what people want.
    utility
        With approvals: what one is worth. Points are themselves what a project is worth to a person.
    completion
        ``NONE``: the shares alone. ``ADD_ONE``: each share is raised by ``unit`` again and again and the count made
        anew, until nothing more would fit or the next count would cost more than the sum. ``ADD_ONE_THEN_REST``: then
        what is left goes to the most supported projects that fit.
    unit
        What Add1 adds to each share, above 0.

    """
    support = measure_support(projects, ballots)
    wanted = sort_tied([one for one in projects if support[one.id].people], support)
    if not ballots.given or not wanted:
        return _tell(projects, total, support, None, Completion.NONE)
    scale = make_whole([total, unit, *(one.cost for one in wanted)])
    electorate = make_electorate(wanted, ballots, scale, by_cost=_is_by_cost(ballots, utility))
    share = Fraction(total * scale, electorate.people)
    count = electorate.count(share)
    if completion is not Completion.NONE:
        count = _add_one(electorate, count, int(total * scale), int(unit * scale))
    made = _Made(electorate, count, scale, Fraction(total, electorate.people))
    return _tell(projects, total, support, made, completion)


def fund_from_share(
    projects: Sequence[Project], total: Amount, ballots: BudgetBallots, share: Amount
) -> frozenset[str]:
    """Return what one count from a share would buy, as far as the sum reaches, and then what the rest would.

    From the share that ``fund_equally`` raised to, it is what that funds.

    Parameters
    ----------
    projects, total, ballots
        As for ``fund_equally``.
    share
        What each person holds.

    """
    support = measure_support(projects, ballots)
    wanted = sort_tied([one for one in projects if support[one.id].people], support)
    if not wanted:
        return frozenset()
    scale = make_whole([total, *(one.cost for one in wanted)])
    electorate = make_electorate(wanted, ballots, scale, by_cost=_is_by_cost(ballots, Utility.COST))
    count = electorate.count(Fraction(share * scale))
    bought = [wanted[one.project] for one in count.purchases]
    left, taken = total, set[str]()
    for one in [*bought, *rank_projects(wanted, support, BudgetRule.MOST_VOTES)]:
        if one.id not in taken and one.cost <= left:
            taken.add(one.id)
            left -= one.cost
    return frozenset(taken)


def _is_by_cost(ballots: BudgetBallots, utility: Utility) -> bool:
    return ballots.kind is BallotKind.APPROVALS and utility is Utility.COST


def _add_one(electorate: Electorate, count: Count, total: int, unit: int) -> Count:
    """Return the last count that costs no more than the sum, or the first to which nothing more can be added.

    It ends: once everybody holds the whole sum, every project that fits is taken. Shares that surely buy the same as
    the one before are stepped over.
    """
    while not _is_exhaustive(electorate, count, total):
        steps = max(1, math.ceil(min(count.steady, total) / unit))
        following = electorate.count(count.share + steps * unit)
        if electorate.measure_cost(following) > total:
            return count if steps == 1 else electorate.count(following.share - unit)
        count = following
    return count


def _is_exhaustive(electorate: Electorate, count: Count, total: int) -> bool:
    left = total - electorate.measure_cost(count)
    taken = {one.project for one in count.purchases}
    return all(at in taken or cost > left for at, cost in enumerate(electorate.costs))


@dataclass(frozen=True)
class _Made:
    """A count that was made, the number by which amounts were made whole for it, and the share at first."""

    electorate: Electorate
    count: Count
    scale: int
    share: Fraction


def _tell(
    projects: Sequence[Project],
    total: Amount,
    support: Mapping[str, Support],
    made: _Made | None,
    completion: Completion,
) -> BudgetOutcome:
    """Return a count as an outcome, completed by rank where that is wanted."""
    behind = {} if made is None else made.electorate.measure_behind(made.count, made.scale)
    funded = [] if made is None else list(_list_bought(total, support, made, behind))
    left = total - sum(one.cost for one in funded)
    taken = {one.project for one in funded}
    others = rank_projects([one for one in projects if one.id not in taken], support, BudgetRule.MOST_VOTES)
    if completion is Completion.ADD_ONE_THEN_REST:
        for one in others:
            if support[one.id].people and one.cost <= left:
                funded.append(
                    Funded(one.id, one.cost, support[one.id], Means.REST, left, behind=behind.get(one.id, Fraction(0)))
                )
                taken.add(one.id)
                left -= one.cost
    unfunded = tuple(
        Unfunded(one.id, one.cost, support[one.id], left, behind.get(one.id, Fraction(0)))
        for one in others
        if one.id not in taken
    )
    shares = (None, None) if made is None else (made.share, made.count.share / made.scale)
    return BudgetOutcome(BudgetRule.EQUAL_SHARES, total, tuple(funded), unfunded, *shares)


def _list_bought(
    total: Amount, support: Mapping[str, Support], made: _Made, behind: Mapping[str, Fraction]
) -> Iterator[Funded]:
    """Yield what the shares bought, in order."""
    left, projects = total, made.electorate.projects
    for at, purchase in enumerate(made.count.purchases):
        one = projects[purchase.project]
        yield Funded(
            one.id,
            one.cost,
            support[one.id],
            Means.SHARES,
            left,
            made.electorate.list_paid(made.count, at, made.scale),
            made.electorate.measure_price(made.count, at, made.scale),
            behind[one.id],
            tuple(projects[other].id for other in purchase.tied),
        )
        left -= one.cost
