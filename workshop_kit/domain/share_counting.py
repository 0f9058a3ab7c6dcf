"""One count of the method of equal shares, exact: who holds how much, and which project its supporters pay for next.

A person who was never short holds the share less the price of each point they put on what was bought; whoever was
short once holds nothing. So what any people hold together is a sum of a few fractions with whole factors, and the whole
factors are counted by numpy. Floats only propose who is short; the fractions decide.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from math import lcm

import numpy as np
import numpy.typing as npt

from workshop_kit.domain.budget import Amount, BallotKind, BudgetBallots, Paid, Project, make_whole

#: Held amounts nearer to a price than this part of a share are compared exactly; floats are a million times finer.
_NEAR = 1e-8

_Whole = npt.NDArray[np.int64]
_Places = npt.NDArray[np.intp]


@dataclass(frozen=True)
class Purchase:
    """A project that was bought: its place, the price of a point, who was emptied by it, and with which it was tied."""

    project: int
    price: Fraction
    emptied: _Places
    tied: tuple[int, ...]


@dataclass(frozen=True)
class Count:
    """A count from one share: what was bought, in order."""

    share: Fraction
    purchases: tuple[Purchase, ...]


@dataclass(frozen=True)
class Electorate:
    """People with the same ballot stand together (*votants*): what their points are, and how many they are.

    Parameters
    ----------
    projects
        Those with a supporter, as ties are broken.
    costs
        What each costs, made whole.
    factors
        What a point on it is worth: its cost, or 1.
    points
        Ballot by project.
    size
        How many people handed in each ballot.
    unit_of_points
        What points were multiplied by to be whole.
    people
        How many handed in a ballot, the empty ones among them.

    """

    projects: tuple[Project, ...]
    costs: tuple[int, ...]
    factors: tuple[int, ...]
    points: _Whole
    size: _Whole
    unit_of_points: int
    people: int

    def count(self, share: Fraction) -> Count:
        """Return what is bought where each person holds ``share``."""
        return _Counting(self, share).run()

    def measure_cost(self, count: Count) -> int:
        """Return what a count buys costs together."""
        return sum(self.costs[one.project] for one in count.purchases)

    def measure_behind(self, count: Count, scale: int) -> dict[str, Fraction]:
        """Return what the supporters of each project hold in the end, together."""
        counting = _Counting(self, count.share)
        for purchase in count.purchases:
            counting.pay(purchase)
        return {
            one.id: counting.hold_together(np.flatnonzero(self.points[:, at])) / scale
            for at, one in enumerate(self.projects)
        }

    def list_paid(self, count: Count, at: int, scale: int) -> tuple[Paid, ...]:
        """Return how many people paid what for the purchase at that place, the most first."""
        counting = _Counting(self, count.share)
        for purchase in count.purchases[:at]:
            counting.pay(purchase)
        bought = count.purchases[at]
        supporters = np.flatnonzero(self.points[:, bought.project])
        emptied = set(bought.emptied.tolist())
        paid: Counter[Fraction] = Counter()
        for ballot in supporters[~counting.empty[supporters]].tolist():
            amount = bought.price * int(self.points[ballot, bought.project])
            if ballot in emptied:
                amount = counting.hold(ballot)
            paid[amount / scale] += int(self.size[ballot])
        return tuple(Paid(amount, people) for amount, people in sorted(paid.items(), reverse=True) if amount)

    def measure_price(self, count: Count, at: int, scale: int) -> Fraction:
        """Return what one point cost in the purchase at that place."""
        return count.purchases[at].price * self.unit_of_points / scale


def make_electorate(projects: Sequence[Project], ballots: BudgetBallots, scale: int, *, by_cost: bool) -> Electorate:
    """Return the people of a vote, those with the same ballot together, in an order that the ballots' does not change.

    Parameters
    ----------
    projects
        Those with a supporter, as ties are broken.
    ballots
        What people want.
    scale
        What makes the costs whole.
    by_cost
        Whether a point is worth what its project costs.

    """
    places = {one.id: at for at, one in enumerate(projects)}
    approvals = ballots.kind is BallotKind.APPROVALS
    unit = 1 if approvals else make_whole([number for given in ballots.given.values() for number in given.values()])
    kinds: Counter[tuple[tuple[int, int], ...]] = Counter()
    for given in ballots.given.values():
        kept = [(places[one], 1 if approvals else int(number * unit)) for one, number in _list_wanted(given, places)]
        kinds[tuple(sorted(kept))] += 1
    listed = sorted(kinds.items())
    points = np.zeros((len(listed), len(projects)), dtype=np.int64)
    for row, (kept, _) in enumerate(listed):
        for place, number in kept:
            points[row, place] = number
    costs = tuple(int(one.cost * scale) for one in projects)
    factors = tuple(cost if by_cost and cost else 1 for cost in costs)
    size = np.array([number for _, number in listed], dtype=np.int64)
    return Electorate(tuple(projects), costs, factors, points, size, unit, len(ballots.given))


def _list_wanted(given: Mapping[str, Amount], places: Mapping[str, int]) -> Iterator[tuple[str, Amount]]:
    for project, number in given.items():
        if number > 0 and project in places:
            yield project, number


@dataclass
class _Counting:
    """A count under way: what was paid so far, exactly, and about what each ballot holds, in floats."""

    electorate: Electorate
    share: Fraction
    empty: npt.NDArray[np.bool_] = field(init=False)
    held: npt.NDArray[np.float64] = field(init=False)
    bought: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        ballots = len(self.electorate.size)
        self.empty = np.zeros(ballots, dtype=np.bool_)
        self.held = np.full(ballots, float(self.share))
        #: the share and the prices paid, all in parts of ``_parts``
        self._parts = self.share.denominator
        self._share, self._prices = self.share.numerator, list[int]()

    def run(self) -> Count:
        """Buy until nobody's supporters can pay any more."""
        supporters = [np.flatnonzero(self.electorate.points[:, at]) for at in range(len(self.electorate.projects))]
        waiting = {
            at: Fraction(cost, int(self.electorate.size @ self.electorate.points[:, at]) * self.electorate.factors[at])
            for at, cost in enumerate(self.electorate.costs)
        }
        purchases: list[Purchase] = []
        while (purchase := self._choose(waiting, supporters)) is not None:
            self.pay(purchase)
            del waiting[purchase.project]
            purchases.append(purchase)
        return Count(self.share, tuple(purchases))

    def _choose(self, waiting: dict[int, Fraction], supporters: Sequence[_Places]) -> Purchase | None:
        """Return what is bought next: the least paid for a unit of utility. Nothing ever becomes cheaper.

        ``waiting`` holds what that was when it was last looked at; what cannot be paid any more leaves it.
        """
        best: Fraction | None = None
        tied: list[tuple[int, Fraction, _Places]] = []
        for at in sorted(waiting, key=waiting.__getitem__):
            if best is not None and waiting[at] > best:
                break
            still = supporters[at][~self.empty[supporters[at]]]
            found = self._price(at, still)
            if found is None:
                del waiting[at]
                continue
            price, emptied = found
            waiting[at] = each = price / self.electorate.factors[at]
            if best is None or each < best:
                best, tied = each, []
            if each == best:
                tied.append((at, price, emptied))
        if not tied:
            return None
        tied.sort(key=lambda one: one[0])
        at, price, emptied = tied[0]
        return Purchase(at, price, emptied, tuple(one[0] for one in tied[1:]))

    def _price(self, at: int, supporters: _Places) -> tuple[Fraction, _Places] | None:
        """Return the price of a point at which these supporters pay for a project, and whom it leaves with nothing.

        ``None``: they hold less than it costs. The price solves sum(min(held, price × points)) = cost; each step is a
        tangent of that concave sum, and ends where it names the same people short as the step before.
        """
        cost, points = self.electorate.costs[at], self.electorate.points[supporters, at]
        if not cost:
            return Fraction(0), supporters[:0]
        if self.hold_together(supporters) < cost:
            return None
        weight = self.electorate.size[supporters] * points
        short = np.zeros(len(supporters), dtype=np.bool_)
        while True:
            price = (cost - self.hold_together(supporters[short])) / int(weight[~short].sum())
            now_short = self._find_short(supporters, points, price, strictly=True)
            if np.array_equal(now_short, short):
                return price, supporters[self._find_short(supporters, points, price, strictly=False)]
            short = now_short

    def _find_short(
        self, supporters: _Places, points: _Whole, price: Fraction, *, strictly: bool
    ) -> npt.NDArray[np.bool_]:
        """Return who holds less than the price of their points, or just as much unless ``strictly``."""
        over = points * float(price) - self.held[supporters]
        short = over > 0
        for place in np.flatnonzero(np.abs(over) <= _NEAR * float(self.share)).tolist():
            held, asked = self.hold(int(supporters[place])), price * int(points[place])
            short[place] = held < asked if strictly else held <= asked
        return short

    def pay(self, purchase: Purchase) -> None:
        """Take a purchase from what its supporters hold."""
        parts = lcm(self._parts, purchase.price.denominator)
        factor, self._parts = parts // self._parts, parts
        self._share *= factor
        self._prices = [one * factor for one in self._prices]
        self._prices.append(purchase.price.numerator * (parts // purchase.price.denominator))
        self.bought.append(purchase.project)
        self.held -= self.electorate.points[:, purchase.project] * float(purchase.price)
        self.empty[purchase.emptied] = True
        self.held[self.empty] = 0

    def hold(self, ballot: int) -> Fraction:
        """Return what one person with a ballot holds."""
        if self.empty[ballot]:
            return Fraction(0)
        points = self.electorate.points[ballot, self.bought].tolist()
        paid = sum(price * number for price, number in zip(self._prices, points, strict=True))
        return Fraction(self._share - paid, self._parts)

    def hold_together(self, ballots: _Places) -> Fraction:
        """Return what all people with these ballots hold together."""
        holding = ballots[~self.empty[ballots]]
        size = self.electorate.size[holding]
        points = (size @ self.electorate.points[np.ix_(holding, self.bought)]).tolist()
        paid = sum(price * number for price, number in zip(self._prices, points, strict=True))
        return Fraction(self._share * int(size.sum()) - paid, self._parts)
