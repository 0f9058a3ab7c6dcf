"""How solid a budget of equal shares is (*solidité*): between two bounds, which meet on a small vote.

No quick exact way is known: a changed ballot may change every price, and Add1 every share. At most: one change was
found that does, by a count. At least: all changes of fewer ballots were counted. How many counts are made is bounded,
by number and not by time, so that the same vote always gives the same bounds.

A change is looked for with a *guess*: one count from the share that the ballots as they stand were raised to, instead
of all the counts on the way there. A guess decides what is counted in full, and never what is said.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, combinations, combinations_with_replacement, islice
from math import comb
from typing import Final

from workshop_kit.domain.budget import Amount, BallotKind, BudgetBallots, BudgetOutcome, Project
from workshop_kit.domain.budget_margin import BudgetMargin
from workshop_kit.domain.budget_reasons import Why, explain_margin
from workshop_kit.domain.equal_shares import fund_equally, fund_from_share

#: How many counts are made at most to raise the lower bound, and to see what a few more people could change.
COUNTS_AT_MOST: Final = 800
#: How many projects are guessed at, and how many of the changes so found are counted in full, at most.
_GUESSED: Final = 40
_CONFIRMED: Final = 2
#: Ballots times projects beyond which one count is slow by itself: no change is looked for.
_SEARCHED: Final = 40_000

_Ballot = tuple[tuple[str, Amount], ...]
#: Tells whether something else is funded with these ballots instead of those.
_Changes = Callable[[Iterable[_Ballot], Iterable[_Ballot]], bool]


@dataclass(frozen=True)
class BudgetSolidity:
    """On how many ballots a budget hangs (*solidité*), and whether those present who handed none in could change it.

    ``could`` is ``None`` where it is not known: none of the ways that were tried would.
    """

    margin: BudgetMargin
    absent: int
    could: bool | None

    @property
    def why(self) -> Why:
        """What is known of the margin, for a sentence."""
        return explain_margin(self.margin)


def measure_shares_margin(
    projects: Sequence[Project],
    total: Amount,
    ballots: BudgetBallots,
    outcome: BudgetOutcome,
    present: int,
    *,
    most_points: int = 1,
    counts_at_most: int = COUNTS_AT_MOST,
) -> BudgetSolidity:
    """Measure on how many ballots it hangs what equal shares fund, with Add1 and then the rest.

    Parameters
    ----------
    projects, total, ballots
        As for ``fund_equally``.
    outcome
        What ``fund_equally`` funds with them.
    present
        How many are there and may vote.
    most_points
        With points: how many a person may put on one project, and puts there alone.
    counts_at_most
        How many counts are made at most to raise the lower bound, and as many for those who handed none in.

    """
    race = _Race(tuple(projects), total, ballots, outcome, most_points, counts_at_most)
    absent = max(0, present - len(ballots.given))
    return BudgetSolidity(race.bound(), absent, race.tell_added(absent))


@dataclass(frozen=True)
class _Race:
    """A vote whose ballots are filled in otherwise, or to which some are added."""

    projects: tuple[Project, ...]
    total: Amount
    ballots: BudgetBallots
    outcome: BudgetOutcome
    most_points: int
    counts_at_most: int

    @cached_property
    def cast(self) -> tuple[_Ballot, ...]:
        """The ballots as they count."""
        known, approvals = {one.id for one in self.projects}, self.ballots.kind is BallotKind.APPROVALS
        return tuple(
            tuple(sorted((one, 1 if approvals else number) for one, number in given.items() if number and one in known))
            for _, given in sorted(self.ballots.given.items())
        )

    @cached_property
    def standing(self) -> frozenset[str]:
        return frozenset(self.outcome.selected)

    @cached_property
    def small(self) -> bool:
        """Whether one count is quick enough for some to be made."""
        return len(set(self.cast)) * len(self.projects) <= _SEARCHED

    @cached_property
    def contents(self) -> tuple[_Ballot, ...]:
        """Every ballot of approvals."""
        ids = sorted(one.id for one in self.projects)
        return tuple(
            tuple((one, 1) for one in some) for size in range(len(ids) + 1) for some in combinations(ids, size)
        )

    @property
    def countable(self) -> bool:
        """Whether all that a ballot may say can be listed."""
        return self.ballots.kind is BallotKind.APPROVALS

    def changes(self, taken: Iterable[_Ballot], given: Iterable[_Ballot]) -> bool:
        """Tell whether something else is funded with these ballots instead of those."""
        counted = fund_equally(self.projects, self.total, self._make_ballots(taken, given))
        return frozenset(counted.selected) != self.standing

    def seems_to_change(self, taken: Iterable[_Ballot], given: Iterable[_Ballot]) -> bool:
        """Guess it, from the share that was raised to: of more ballots, each holds less of the same sum."""
        made, raised = self._make_ballots(taken, given), self.outcome.raised
        if raised is None or not made.given:
            return self.changes(taken, given)
        share = raised * len(self.cast) / len(made.given)
        return fund_from_share(self.projects, self.total, made, share) != self.standing

    def _make_ballots(self, taken: Iterable[_Ballot], given: Iterable[_Ballot]) -> BudgetBallots:
        remaining = Counter(self.cast)
        remaining.subtract(taken)
        made = [*remaining.elements(), *given]
        return BudgetBallots(self.ballots.kind, {str(at): dict(one) for at, one in enumerate(made)})

    def bound(self) -> BudgetMargin:
        """Return between which numbers the margin lies."""
        if not self.cast:
            return BudgetMargin(1, None)
        at_most = self._find_change() if self.small else None
        at_least, left = 1, self.counts_at_most
        highest = len(self.cast) if at_most is None else at_most - 1
        while at_least <= highest and self.countable and self.small:
            left -= _count_tries(len(set(self.cast)), 2 ** len(self.projects), at_least)
            if left < 0:
                break
            if any(self.changes(*one) for one in self._list_tries(at_least)):
                return BudgetMargin(at_least, at_least)
            at_least += 1
        return BudgetMargin(at_least, at_most, certain=at_least > highest)

    def tell_added(self, absent: int) -> bool | None:
        """Tell whether so many ballots more, or fewer of them, could have changed what is funded."""
        if not absent:
            return False
        if not self.small:
            return None
        tries = comb(2 ** len(self.projects) + absent, absent) if self.countable else self.counts_at_most + 1
        if tries <= self.counts_at_most:
            lists = (combinations_with_replacement(self.contents, number) for number in range(1, absent + 1))
            return any(self.changes((), given) for given in chain.from_iterable(lists))
        found = [
            [one] * absent
            for one in islice(self._list_contents(), _GUESSED)
            if self.seems_to_change((), [one] * absent)
        ]
        return True if any(self.changes((), given) for given in found[:_CONFIRMED]) else None

    def _list_contents(self) -> Iterator[_Ballot]:
        """Yield the ballots that are for one project alone, those not funded first, and the empty one."""
        for one in sorted(self.projects, key=lambda project: (project.id in self.standing, project.id)):
            if one.cost <= self.total:
                yield ((one.id, self._most),)
        yield ()

    @property
    def _most(self) -> int:
        return 1 if self.ballots.kind is BallotKind.APPROVALS else self.most_points

    def _find_change(self) -> int | None:
        """Return the fewest ballots with which a change was counted: all given to one project, or to none."""
        guesses = self._guess_changes()
        for number, order, given in guesses[:_CONFIRMED]:
            if self.changes(order[:number], [given] * number):
                fewer = number > 1 and self.changes(order[: number - 1], [given] * (number - 1))
                return number - 1 if fewer else number
        if guesses:  # the best of them was too low
            number, order, given = guesses[0]
        else:  # they led nowhere: the nearest project is counted in full
            number, (order, given) = 0, next(iter(self._list_ways()), ((), ()))
        return _climb(order, given, self.changes, number)

    def _guess_changes(self) -> list[tuple[int, Sequence[_Ballot], _Ballot]]:
        """Return ever fewer ballots that seem to change something, the fewest first."""
        found: list[tuple[int, Sequence[_Ballot], _Ballot]] = []
        for order, given in islice(self._list_ways(), _GUESSED):
            most = min(len(order), found[-1][0] - 1) if found else len(order)
            if most and self.seems_to_change(order[:most], [given] * most):
                found.append((_halve(order, given, self.seems_to_change, 0, most), order, given))
                if found[-1][0] == 1:
                    break
        return found[::-1]

    def _list_ways(self) -> Iterator[tuple[Sequence[_Ballot], _Ballot]]:
        """Yield for each project which ballots are taken, in what order, and what is put into them.

        One that is not funded is given ballots that did not name it, those first that gave most to what is funded; one
        that is funded loses its supporters. What lacks least comes first.
        """
        lacking = {one.project: one.missing for one in self.outcome.unfunded}
        for one in sorted(self.projects, key=lambda project: (lacking.get(project.id, self.total), project.id)):
            if one.id not in self.standing and one.cost > self.total:
                continue
            named = one.id in self.standing
            given: _Ballot = () if named else ((one.id, self._most),)
            order = [ballot for ballot in self.cast if (one.id in dict(ballot)) is named]
            yield sorted(order, key=lambda ballot: (-len(self.standing & dict(ballot).keys()), ballot)), given

    def _list_tries(self, number: int) -> Iterator[tuple[tuple[_Ballot, ...], tuple[_Ballot, ...]]]:
        """Yield every way to take so many ballots of approvals and fill them in otherwise."""
        sizes = Counter(self.cast)
        for taken in combinations_with_replacement(sorted(sizes), number):
            if all(sizes[one] >= wanted for one, wanted in Counter(taken).items()):
                for given in combinations_with_replacement(self.contents, number):
                    yield taken, given


def _count_tries(kinds: int, contents: int, number: int) -> int:
    """Return at most how many ways there are to take so many ballots and fill them in otherwise."""
    return comb(kinds + number - 1, number) * comb(contents + number - 1, number)


def _climb(order: Sequence[_Ballot], given: _Ballot, changes: _Changes, low: int) -> int | None:
    """Return a number of ballots of this order, above ``low``, that changes something: doubled, then halved."""
    high = low
    while high < len(order):
        low, high = high, min(max(1, 2 * high), len(order))
        if changes(order[:high], [given] * high):
            return _halve(order, given, changes, low, high)
    return None


def _halve(order: Sequence[_Ballot], given: _Ballot, changes: _Changes, low: int, high: int) -> int:
    """Return a number of ballots of this order that changes something, above ``low``, where ``high`` of them do."""
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if changes(order[:middle], [given] * middle) else (middle, high)
    return high
