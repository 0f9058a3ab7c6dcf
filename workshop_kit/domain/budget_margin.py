"""How solid a budget is (*solidité*): the smallest number of ballots that, filled in otherwise, would fund otherwise.

For the greedy rule it is exact. Let W be what is funded. The rule funds W if and only if W has support and fits, and
for each other supported project q the projects of W that come before q leave too little for it: going down the ranks, a
project of W always fits, and no other does. So another outcome needs a project of W that loses all support, or some q
that comes before enough of W. For a given q nothing serves better than ballots that give q all they can and nothing to
others; which ballots to take is a small covering problem, solved by HiGHS.

For equal shares: ``domain.shares_margin``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from workshop_kit.domain.budget import (
    Amount,
    BallotKind,
    BudgetBallots,
    BudgetRule,
    Project,
    make_whole,
    measure_support,
)
from workshop_kit.domain.greedy_budget import fund_greedily
from workshop_kit.domain.solving import EXACT_AT_MOST

_Ballot = tuple[tuple[str, Amount], ...]


@dataclass(frozen=True)
class BudgetMargin:
    """A margin (*marge*): at least and at most so many ballots; where they are equal, exactly so many.

    ``None`` for ``at_most``: no change was found, and where ``certain`` there is none.
    """

    at_least: int
    at_most: int | None
    certain: bool = True

    @property
    def exact(self) -> bool:
        """Whether both bounds are one number."""
        return self.at_least == self.at_most

    @property
    def known(self) -> bool:
        """Whether it is one number, or certainly none."""
        return self.exact or (self.at_most is None and self.certain)


def measure_greedy_margin(
    projects: Sequence[Project], total: Amount, ballots: BudgetBallots, rule: BudgetRule, *, most_points: int = 1
) -> BudgetMargin:
    """Return how many ballots, filled in otherwise, it takes for the greedy rule to fund otherwise. Exact.

    Parameters
    ----------
    projects, total, ballots, rule
        As for ``fund_greedily``.
    most_points
        With points: how many a person may put on one project, and puts there alone.

    Raises
    ------
    ValueError
        The costs are too large to be exact for the solver.

    """
    count, support = len(ballots.given), measure_support(projects, ballots)
    race = _make_race(projects, total, ballots, rule, most_points)
    least = min((support[one.id].people for one in race.inside), default=count + 1)
    bounds = sorted(((race.bound(one), one) for one in race.outside), key=lambda pair: (pair[0], pair[1].id))
    for bound, one in bounds:
        if bound >= least:
            break
        least = min(least, race.solve(one, count + 1))
    return BudgetMargin(least, least if least <= count else None)


def measure_greedy_absent(
    projects: Sequence[Project], total: Amount, ballots: BudgetBallots, rule: BudgetRule, *, most_points: int = 1
) -> int | None:
    """Return how many more people it takes for the greedy rule to fund otherwise, ``None``: no number does. Exact.

    Each of them gives all they can to one project that is not funded.
    """
    race = _make_race(projects, total, ballots, rule, most_points)
    needed: list[int] = []
    for outsider in race.outside:
        reached = sorted(
            (max(1, -(-need // gain)), cost)
            for (need, cost), gain in ((one, race.gain(outsider, at)) for at, one in race.list_needs(outsider))
        )
        freed, lacking = 0, race.measure_lacking(outsider)
        if freed >= lacking:
            needed.append(1)
        for number, cost in reached:
            freed += cost
            if freed >= lacking:
                needed.append(number)
                break
    return min(needed, default=None)


@dataclass(frozen=True)
class _Race:
    """Projects outside that could come before those inside, all amounts whole.

    ``kinds`` are ballots by how many people handed them in; ``left`` is what the funded ones leave of the sum.
    """

    inside: tuple[Project, ...]
    outside: tuple[Project, ...]
    costs: Mapping[str, int]
    left: int
    kinds: tuple[tuple[Mapping[str, int], int], ...]
    most: int
    by_cost: bool

    def measure_lacking(self, outsider: Project) -> int:
        """Return what funded projects must free for a project to fit."""
        return self.costs[outsider.id] - self.left

    def _weigh(self, outsider: Project, at: int) -> tuple[int, int]:
        """Return by what the points of a project outside and of one inside are multiplied to be compared."""
        return (self.costs[self.inside[at].id], self.costs[outsider.id]) if self.by_cost else (1, 1)

    def gain(self, outsider: Project, at: int) -> int:
        """Return by how much one more ballot brings a project nearer to coming before another."""
        return self.most * self._weigh(outsider, at)[0]

    def list_needs(self, outsider: Project) -> Iterator[tuple[int, tuple[int, int]]]:
        """Yield what a project lacks to come before each inside that it can, and what that one costs."""
        for at, one in enumerate(self.inside):
            if self.by_cost and not one.cost:  # what costs nothing always comes first
                continue
            mine, theirs = self._weigh(outsider, at)
            behind = sum(
                (kind.get(one.id, 0) * theirs - kind.get(outsider.id, 0) * mine) * size for kind, size in self.kinds
            )
            first = (outsider.cost, outsider.id) < (one.cost, one.id)
            yield at, (max(0, behind + (0 if first else 1)), self.costs[one.id])

    def _list_gains(self, outsider: Project, places: Sequence[int]) -> Counter[tuple[int, ...]]:
        """Return by how much a ballot, given to a project alone, brings it nearer to each inside, and how many do."""
        found: Counter[tuple[int, ...]] = Counter()
        weights = [self._weigh(outsider, at) for at in places]
        for kind, size in self.kinds:
            lent = self.most - kind.get(outsider.id, 0)
            found[
                tuple(
                    lent * mine + kind.get(self.inside[at].id, 0) * theirs
                    for at, (mine, theirs) in zip(places, weights, strict=True)
                )
            ] += size
        return found

    def bound(self, outsider: Project) -> int:
        """Return how many ballots it takes at least, each project inside looked at alone."""
        needs = list(self.list_needs(outsider))
        gains = self._list_gains(outsider, [at for at, _ in needs])
        alone = [(_count_needed(need, _sum_at(gains, place)), cost) for place, (_, (need, cost)) in enumerate(needs)]
        freed, lacking = 0, self.measure_lacking(outsider)
        if freed >= lacking:
            return 1
        for number, cost in sorted(alone):
            freed += cost
            if freed >= lacking:
                return max(1, number)
        return sum(size for _, size in self.kinds) + 1

    def solve(self, outsider: Project, never: int) -> int:
        """Return how many ballots it takes, ``never`` where no number does."""
        needs = list(self.list_needs(outsider))
        gains = list(self._list_gains(outsider, [at for at, _ in needs]).items())
        chosen = _cover(gains, [one for _, one in needs], self.measure_lacking(outsider))
        return never if chosen is None else chosen


def _sum_at(gains: Mapping[tuple[int, ...], int], place: int) -> Counter[int]:
    found: Counter[int] = Counter()
    for one, size in gains.items():
        found[one[place]] += size
    return found


def _count_needed(need: int, gains: Mapping[int, int]) -> int:
    """Return how many ballots gain so much together, those first that gain the most; too many where none do."""
    taken = 0
    for gain, size in sorted(gains.items(), reverse=True):
        if need <= 0:
            return taken
        if gain <= 0:
            break
        number = min(size, -(-need // gain))
        taken, need = taken + number, need - number * gain
    return taken if need <= 0 else sum(gains.values()) + 1


def _cover(gains: Sequence[tuple[tuple[int, ...], int]], needs: Sequence[tuple[int, int]], lacking: int) -> int | None:
    """Return the fewest ballots with which enough needs are met that their costs reach what lacks; at least one.

    Variables: how many ballots of each kind are taken, and which needs are met (0 or 1).
    """
    if max((*(need for need, _ in needs), *(cost for _, cost in needs), lacking, 1)) >= EXACT_AT_MOST:
        raise ValueError("the costs of this budget are too large to be added exactly")
    # scipy is imported here: only the facilitator's process asks for margins
    import numpy as np
    from scipy.optimize import Bounds, LinearConstraint, milp

    kinds, number = len(gains), len(needs)
    matrix = np.zeros((number + 2, kinds + number))
    for row, (need, _) in enumerate(needs):
        size = float(max(need, 1))  # rows near 1: the solver's tolerance is then far below one ballot
        matrix[row, :kinds] = [one[row] / size for one, _ in gains]
        matrix[row, kinds + row] = -need / size
    matrix[number, kinds:] = [cost / max(lacking, 1) for _, cost in needs]
    matrix[number + 1, :kinds] = 1
    floor = np.array([*[0.0] * number, 1.0 if lacking > 0 else 0.0, 1.0])
    solved: Any = milp(
        np.array([1.0] * kinds + [0.0] * number),
        integrality=np.ones(kinds + number, dtype=np.uint8),
        bounds=Bounds(0, np.array([float(size) for _, size in gains] + [1.0] * number)),
        constraints=[LinearConstraint(matrix, floor, np.inf)],
        options={"mip_rel_gap": 0},
    )
    return round(float(solved.fun)) if solved.success else None


def _make_race(
    projects: Sequence[Project], total: Amount, ballots: BudgetBallots, rule: BudgetRule, most_points: int
) -> _Race:
    selected = set(fund_greedily(projects, total, ballots, rule).selected)
    inside = tuple(one for one in projects if one.id in selected)
    known = {one.id for one in projects}
    kinds = Counter(_list_ballots(ballots, known))
    scale = make_whole([total, *(one.cost for one in projects)])
    unit = make_whole([number for kind in kinds for _, number in kind])
    return _Race(
        inside,
        tuple(one for one in projects if one.id not in selected and one.cost <= total),
        {one.id: int(one.cost * scale) for one in projects},
        int((total - sum(one.cost for one in inside)) * scale),
        tuple(({one: int(number * unit) for one, number in kind}, size) for kind, size in sorted(kinds.items())),
        (1 if ballots.kind is BallotKind.APPROVALS else most_points) * unit,
        rule is BudgetRule.MOST_VOTES_PER_COST,
    )


def _list_ballots(ballots: BudgetBallots, known: set[str]) -> Iterator[_Ballot]:
    """Yield each ballot as it counts."""
    approvals = ballots.kind is BallotKind.APPROVALS
    for given in ballots.given.values():
        yield tuple(
            sorted((one, 1 if approvals else number) for one, number in given.items() if number > 0 and one in known)
        )
