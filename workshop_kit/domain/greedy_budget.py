"""Greedy rule (*les plus soutenus d'abord*): the projects by rank, each that still fits; and how two rules differ."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby

from workshop_kit.domain.budget import (
    Amount,
    BudgetBallots,
    BudgetOutcome,
    BudgetRule,
    Funded,
    Means,
    Project,
    Support,
    Unfunded,
    measure_support,
    sort_tied,
)


def fund_greedily(
    projects: Sequence[Project], total: Amount, ballots: BudgetBallots, rule: BudgetRule = BudgetRule.MOST_VOTES
) -> BudgetOutcome:
    """Return what is funded where the projects come by rank and each is taken that fits into what is left.

    What most communes do: a large majority may take the whole sum. A project that nobody supports is not funded.

    Parameters
    ----------
    projects, total, ballots
        What there is to spend on, the sum, and what people want.
    rule
        ``MOST_VOTES``: by votes, with points by their sum. ``MOST_VOTES_PER_COST``: by the same divided by the cost.

    """
    support = measure_support(projects, ballots)
    ranked = rank_projects([one for one in projects if support[one.id].people], support, rule)
    tied = {one.id: others for one, others in _list_tied(ranked, support, rule)}
    left = total
    funded: list[Funded] = []
    unfunded: list[Unfunded] = []
    for one in ranked:
        if one.cost <= left:
            funded.append(Funded(one.id, one.cost, support[one.id], Means.RANK, left, tied=tied[one.id]))
            left -= one.cost
        else:
            unfunded.append(Unfunded(one.id, one.cost, support[one.id], left))
    nobody = sort_tied([one for one in projects if not support[one.id].people], support)
    unfunded += [Unfunded(one.id, one.cost, support[one.id], left) for one in nobody]
    return BudgetOutcome(rule, total, tuple(funded), tuple(unfunded))


def rank_projects(projects: Sequence[Project], support: Mapping[str, Support], rule: BudgetRule) -> list[Project]:
    """Return projects by rank under ``rule``, ties as ``sort_tied`` breaks them."""
    return sorted(sort_tied(projects, support), key=lambda one: _rank(one, support, rule), reverse=True)


def _rank(project: Project, support: Mapping[str, Support], rule: BudgetRule) -> tuple[bool, Fraction]:
    """Return what a project is ranked by, the highest first; what costs nothing has no price to divide by."""
    points = Fraction(support[project.id].points)
    if rule is not BudgetRule.MOST_VOTES_PER_COST:
        return False, points
    return (False, points / project.cost) if project.cost else (True, Fraction(0))


def _list_tied(
    ranked: Sequence[Project], support: Mapping[str, Support], rule: BudgetRule
) -> list[tuple[Project, tuple[str, ...]]]:
    """Return each project with those after it that stood equal with it."""
    found: list[tuple[Project, tuple[str, ...]]] = []
    for _, equal in groupby(ranked, key=lambda one: _rank(one, support, rule)):
        together = list(equal)
        found += [(one, tuple(other.id for other in together[at + 1 :])) for at, one in enumerate(together)]
    return found


@dataclass(frozen=True)
class Difference:
    """How two rules differ (*ce qui change*).

    Parameters
    ----------
    first_only, second_only
        The ids funded by the first alone and by the second alone, in the order of the rule that funds them.
    first_reached, second_reached
        How many people have at least one project funded that they support.

    """

    first_only: tuple[str, ...]
    second_only: tuple[str, ...]
    first_reached: int
    second_reached: int


def compare_outcomes(first: BudgetOutcome, second: BudgetOutcome, ballots: BudgetBallots) -> Difference:
    """Return how two outcomes differ, for the projects and for the people who voted."""
    ones, others = set(first.selected), set(second.selected)
    return Difference(
        tuple(one for one in first.selected if one not in others),
        tuple(one for one in second.selected if one not in ones),
        _count_reached(ones, ballots),
        _count_reached(others, ballots),
    )


def _count_reached(selected: set[str], ballots: BudgetBallots) -> int:
    return sum(
        any(points > 0 and project in selected for project, points in given.items()) for given in ballots.given.values()
    )
