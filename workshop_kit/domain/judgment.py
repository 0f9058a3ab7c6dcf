"""Majority judgment (*jugement majoritaire*): verbal grades, the median of each option, a published tie-break.

Balinski and Laraki, *Majority Judgment: Measuring, Ranking, and Electing*, MIT Press 2011.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cmp_to_key
from typing import Final


class Grade(IntEnum):
    """The seven grades, from 0 to 6 (*mention*); a greater number is a better grade."""

    REJECT = 0
    INSUFFICIENT = 1
    PASSABLE = 2
    FAIRLY_GOOD = 3
    GOOD = 4
    VERY_GOOD = 5
    EXCELLENT = 6


GRADES: Final = tuple(sorted(Grade, reverse=True))


@dataclass(frozen=True)
class Judgment:
    """What one option was judged (*profil de mérite*).

    Attributes
    ----------
    option
        Its id.
    counts
        How many gave each grade, blanks where the rule puts them, from the lowest grade to the highest.
    blanks
        How many of those judged said nothing of it.
    median
        The majority grade: the best that an absolute majority finds it to deserve at least; ``None`` where nobody's
        judgment counts.
    rank
        From 1; options whose grades are the same in every respect share a rank, and the next rank counts them.

    """

    option: str
    counts: tuple[int, ...]
    blanks: int
    median: Grade | None
    rank: int

    @property
    def judges(self) -> int:
        """How many judgments count."""
        return sum(self.counts)


def rank_by_judgment(
    options: Sequence[str], ballots: Iterable[Mapping[str, Grade | None]], *, blanks_count: bool = True
) -> tuple[Judgment, ...]:
    """Rank options by majority judgment, the best first; those of one rank in the order they came.

    Of two options the one with the better median stands before the other. Where the medians are the same, one median
    grade is taken away from both, and so on until they differ (the majority value).

    Parameters
    ----------
    options
        The ids of what was judged.
    ballots
        One a judge: the grade of each option, ``None`` or left out where the judge said nothing of it. A ballot
        without any grade is no ballot: whoever was asked and answered nothing judged nothing.
    blanks_count
        Whether saying nothing of an option counts as the lowest grade, so that every option has as many judgments;
        else it counts for nothing there.

    """
    cast = [ballot for ballot in ballots if any(ballot.get(one) is not None for one in options)]
    counted = {one: _count(one, cast, blanks_count) for one in options}
    profiles = {one: counts for one, (counts, _) in counted.items()}

    def compare(one: str, other: str) -> int:
        return compare_merit(profiles[other], profiles[one])

    order = sorted(options, key=cmp_to_key(compare))
    found: list[Judgment] = []
    for place, option in enumerate(order, start=1):
        counts, blanks = counted[option]
        tied = bool(found) and compare_merit(found[-1].counts, counts) == 0
        rank = found[-1].rank if tied else place
        found.append(Judgment(option, counts, blanks, find_median(counts), rank))
    return tuple(found)


def find_median(counts: Sequence[int]) -> Grade | None:
    """Return the majority grade of a profile, the lower of the two in the middle where their number is even.

    Parameters
    ----------
    counts
        How many gave each grade, from the lowest to the highest.

    """
    middle = (sum(counts) + 1) // 2
    if middle == 0:
        return None
    below = 0
    for grade, count in enumerate(counts):
        below += count
        if below >= middle:
            return Grade(grade)
    raise AssertionError("a profile's counts are not negative")


def compare_merit(one: Sequence[int], other: Sequence[int]) -> int:
    """Compare two profiles by their majority values: positive where ``one`` is better, 0 where nothing parts them.

    Profiles of different sizes are compared as shares of their judges: each is repeated as often as the other has
    judges, so that one that few judged is neither better nor worse for that.
    """
    first, second = list(one), list(other)
    if sum(first) == 0 or sum(second) == 0:
        return (sum(first) > 0) - (sum(second) > 0)
    if sum(first) != sum(second):
        first, second = [count * sum(other) for count in one], [count * sum(one) for count in other]
    while sum(first):
        best, rival = find_median(first), find_median(second)
        if best is None or rival is None:
            break
        if best != rival:
            return 1 if best > rival else -1
        # as many of the median are taken away at once as it takes for nothing to change meanwhile
        taken = min(_count_removable(first, best), _count_removable(second, best))
        first[best] -= taken
        second[best] -= taken
    return 0


def _count_removable(counts: Sequence[int], median: Grade) -> int:
    """Return how many of the median grade can be taken away one by one while it stays the median."""
    below, above = sum(counts[:median]), sum(counts[median + 1 :])
    kept = counts[median]
    removed = 0
    # the median of n is the place (n + 1) // 2 from the lowest: it stays while as many stand below as before it
    low, high = 1, kept
    while low <= high:
        tried = (low + high) // 2
        rest = below + kept - tried + 1 + above  # before the last of them is taken
        if below < (rest + 1) // 2 <= below + kept - tried + 1:
            removed, low = tried, tried + 1
        else:
            high = tried - 1
    return max(removed, 1)


def _count(
    option: str, ballots: Sequence[Mapping[str, Grade | None]], blanks_count: bool
) -> tuple[tuple[int, ...], int]:
    given = Counter(ballot.get(option) for ballot in ballots)
    blanks = given.pop(None, 0)
    if blanks_count:
        given[Grade.REJECT] += blanks
    return tuple(given[Grade(grade)] for grade in range(len(Grade))), blanks
