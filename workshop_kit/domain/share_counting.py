"""One count of the method of equal shares, exact: who holds how much, and which project its supporters pay for next.

A person who was never short holds the share less the price of each point they put on what was bought; whoever was
short once holds nothing. So what any people hold together is a sum of a few fractions with whole factors, and the whole
factors are counted by numpy. Floats only propose who is short; the fractions decide.

Larger shares that surely buy the same are not counted. As long as the same is bought in the same order, a larger share
makes nobody hold less and nothing dearer. So how much faster than the share a person's money can grow, and a price
fall, has a bound (``_Counting.growth``): who is short stays within those who are, who pays the price within those who
do not. By it, a project that is dearer now stays dearer for a while, and one that cannot be paid stays so.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property

import numpy as np
import numpy.typing as npt

from workshop_kit.domain.budget import Amount, BallotKind, BudgetBallots, Paid, Project, make_whole
from workshop_kit.errors import InvalidEntry

#: Held amounts nearer to a price than this part of a share are compared exactly; floats are a million times finer.
_NEAR = 1e-8
#: What is taken off a float that says how long something surely holds.
_CAUTION = 1e-6

#: Points are added up below this, where a whole number is a float too.
_COUNTED_BELOW = 2**53

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
    """A count from one share: what was bought, in order; any share larger by less than ``steady`` buys the same."""

    share: Fraction
    purchases: tuple[Purchase, ...]
    steady: float = 0.0


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

    @cached_property
    def supporters(self) -> tuple[_Places, ...]:
        """The places of the ballots that give points to each project."""
        return tuple(np.flatnonzero(column) for column in self.points.T)

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
        return {one.id: counting.hold_together(self.supporters[at]) / scale for at, one in enumerate(self.projects)}

    def list_paid(self, count: Count, at: int, scale: int) -> tuple[Paid, ...]:
        """Return how many people paid what for the purchase at that place, the most first."""
        counting = _Counting(self, count.share)
        for purchase in count.purchases[:at]:
            counting.pay(purchase)
        bought = count.purchases[at]
        supporters = self.supporters[bought.project]
        emptied = set(bought.emptied.tolist())
        by_points: Counter[int] = Counter()
        paid: Counter[Fraction] = Counter()
        for ballot in supporters[~counting.empty[supporters]].tolist():
            if ballot in emptied:
                paid[counting.hold(ballot) / scale] += int(self.size[ballot])
            else:
                by_points[int(self.points[ballot, bought.project])] += int(self.size[ballot])
        for points, people in by_points.items():
            paid[bought.price * points / scale] += people
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

    Raises
    ------
    InvalidEntry
        ``project-points-too-large``: points of so many digits are a mistake of a file.

    """
    places = {one.id: at for at, one in enumerate(projects)}
    approvals = ballots.kind is BallotKind.APPROVALS
    unit = 1 if approvals else make_whole([number for given in ballots.given.values() for number in given.values()])
    kinds: Counter[tuple[tuple[int, int], ...]] = Counter()
    for given in ballots.given.values():
        kept = [(places[one], 1 if approvals else int(number * unit)) for one, number in _list_wanted(given, places)]
        kinds[tuple(sorted(kept))] += 1
    listed = sorted(kinds.items())
    if sum(number * size for ballot, size in listed for _, number in ballot) >= _COUNTED_BELOW:
        raise InvalidEntry("project-points-too-large")
    points = np.zeros((len(listed), len(projects)), dtype=np.int64)
    for row, (ballot, _) in enumerate(listed):
        for place, number in ballot:
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
    growth: npt.NDArray[np.float64] = field(init=False)
    bought: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        ballots = len(self.electorate.size)
        self.empty = np.zeros(ballots, dtype=np.bool_)
        self.held = np.full(ballots, float(self.share))
        self.growth = np.ones(ballots)
        self._steady = math.inf
        #: about what each project costs a unit of utility, and by how much at most that falls with a larger share
        self._rates = np.full(len(self.electorate.projects), math.inf)
        self._falls = np.zeros(len(self.electorate.projects))
        #: the share and the prices paid, all in parts of ``_parts``
        self._parts = self.share.denominator
        self._share, self._prices = self.share.numerator, list[int]()

    def run(self) -> Count:
        """Buy until nobody's supporters can pay any more."""
        supporters = self.electorate.supporters
        waiting = {
            at: Fraction(cost, int(self.electorate.size @ self.electorate.points[:, at]) * self.electorate.factors[at])
            for at, cost in enumerate(self.electorate.costs)
        }
        self._rates[:] = [float(waiting[at]) for at in range(len(waiting))]
        purchases: list[Purchase] = []
        while (purchase := self._choose(waiting, supporters)) is not None:
            self._watch(purchase)
            self.pay(purchase)
            del waiting[purchase.project]
            purchases.append(purchase)
        return Count(self.share, tuple(purchases), self._steady * (1 - _CAUTION))

    def _watch(self, purchase: Purchase) -> None:
        """Note by how much the share may grow with the same project bought next."""
        least, self._rates[purchase.project] = self._rates[purchase.project], math.inf
        fall = float(self._falls[purchase.project]) * self.electorate.factors[purchase.project]
        if math.isinf(fall):  # all are at their last: nothing is known of a larger share
            self._steady = 0.0
            return
        self.growth += self.electorate.points[:, purchase.project] * fall
        falling = (self._falls > 0) & np.isfinite(self._rates)
        if falling.any():
            gaps = self._rates[falling] * (1 - _NEAR**1.5) - least
            self._steady = min(self._steady, max(0.0, float((gaps / self._falls[falling]).min())))

    def _give_up(self, at: int, supporters: _Places) -> None:
        """Note by how much the share may grow with a project still out of reach of its supporters."""
        growth = float(self.electorate.size[supporters] @ self.growth[supporters])
        lacking = float(self.electorate.costs[at] - self.hold_together(supporters))
        self._steady = min(self._steady, lacking / growth)
        self._rates[at] = math.inf

    def _choose(self, waiting: dict[int, Fraction], supporters: Sequence[_Places]) -> Purchase | None:
        """Return what is bought next: the least paid for a unit of utility. Nothing ever becomes cheaper.

        ``waiting`` holds what that was when it was last looked at; what cannot be paid any more leaves it.
        """
        best: Fraction | None = None
        tied: list[tuple[int, Fraction, _Places]] = []
        for at in sorted(waiting, key=self._rates.__getitem__):
            if best is not None and waiting[at] > best:
                if self._rates[at] > float(best) * (1 + _CAUTION):
                    break
                continue
            still = supporters[at][~self.empty[supporters[at]]]
            found = self._price(at, still)
            if found is None:
                del waiting[at]
                self._give_up(at, supporters[at])
                continue
            price, emptied = found
            waiting[at] = each = price / self.electorate.factors[at]
            self._rates[at], self._falls[at] = float(each), self._bound_fall(at, supporters[at], price)
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
        if not self._can_pay(supporters, cost):
            return None
        weight = self.electorate.size[supporters] * points
        short = self._guess_short(supporters, weight, points, cost)
        while True:
            price = (cost - self.hold_together(supporters[short])) / int(weight[~short].sum())
            now_short = self._find_short(supporters, points, price, strictly=True)
            if np.array_equal(now_short, short):
                return price, supporters[self._find_short(supporters, points, price, strictly=False)]
            short = now_short

    def _can_pay(self, supporters: _Places, cost: int) -> bool:
        about = float(self.electorate.size[supporters] @ self.held[supporters])
        if abs(about - cost) > _NEAR * (about + cost):
            return about > cost
        return self.hold_together(supporters) >= cost

    def _guess_short(self, supporters: _Places, weight: _Whole, points: _Whole, cost: int) -> npt.NDArray[np.bool_]:
        """Return who is short by the floats alone; never everybody."""
        held, holdings = self.held[supporters], self.electorate.size[supporters] * self.held[supporters]
        short = np.zeros(len(supporters), dtype=np.bool_)
        while True:
            price = (cost - holdings[short].sum()) / weight[~short].sum()
            now_short = short | (held < points * price)
            if now_short.all() or np.array_equal(now_short, short):
                return short
            short = now_short

    def _bound_fall(self, at: int, supporters: _Places, price: Fraction) -> float:
        """Return by how much at most the price of a unit of utility falls with a larger share."""
        points, size = self.electorate.points[supporters, at], self.electorate.size[supporters]
        short = self.empty[supporters] | (self.held[supporters] <= points * float(price) + _NEAR * float(self.share))
        growth = float(size[short] @ self.growth[supporters[short]])
        full = int((size * points)[~short].sum())
        return 0.0 if not growth else math.inf if not full else growth / full / self.electorate.factors[at]

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
        parts = math.lcm(self._parts, purchase.price.denominator)
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
        points = np.dot(size, self.electorate.points[holding][:, self.bought]).tolist()
        paid = sum(price * number for price, number in zip(self._prices, points, strict=True))
        return Fraction(self._share * int(size.sum()) - paid, self._parts)
