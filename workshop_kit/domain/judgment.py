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

from workshop_kit.domain.entries import quote
from workshop_kit.errors import InvalidEntry


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
class GradeScale:
    """The grades that a vote offers (*échelle de mentions*): some of the seven words, each with its usual number.

    A word means the same on every scale, so that votes on different scales are kept, read and drawn alike. The lowest
    grade is on each, since a blank may count as it.

    Attributes
    ----------
    grades
        From the lowest to the highest.

    """

    grades: tuple[Grade, ...]

    def __post_init__(self) -> None:
        if len(self.grades) < 2 or list(self.grades) != sorted(set(self.grades)) or self.grades[0] is not Grade.REJECT:
            raise ValueError("a scale has two grades or more, from the lowest of all upwards, each once")

    @property
    def highest(self) -> Grade:
        """Its best grade."""
        return self.grades[-1]

    def read(self, value: object) -> Grade:
        """Return the grade of a number; raises ``InvalidEntry`` ``grade-not-offered`` where the scale has it not."""
        if isinstance(value, bool) or not isinstance(value, int) or value not in self.grades:
            raise InvalidEntry("grade-not-offered", value=quote(value))
        return Grade(value)


#: Excellent, Très bien, Bien, Assez bien, Passable, Insuffisant, À rejeter.
SEVEN_GRADES: Final = GradeScale(tuple(sorted(Grade)))
#: Très bien, Bien, Assez bien, Insuffisant, À rejeter: the six words of the Orsay ballot of 2007 without "Passable".
FIVE_GRADES: Final = GradeScale((Grade.REJECT, Grade.INSUFFICIENT, Grade.FAIRLY_GOOD, Grade.GOOD, Grade.VERY_GOOD))


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


@dataclass(frozen=True)
class JudgmentShift:
    """How an option's majority grade moved from one vote to the next (*déplacement de la mention majoritaire*).

    Attributes
    ----------
    option
        Its id.
    before, after
        Its majority grades; ``None`` where nobody's judgment counted.
    steps
        By how many grades of the scale the majority grade rose, below 0 where it fell; 0 where one of them is ``None``.

    """

    option: str
    before: Grade | None
    after: Grade | None
    steps: int


def compare_judgments(
    before: Iterable[Judgment], after: Iterable[Judgment], scale: GradeScale = SEVEN_GRADES
) -> tuple[JudgmentShift, ...]:
    """Compare two votes on the same options, in the order of the second; what only one of them judged is left out."""
    first = {one.option: one for one in before}
    return tuple(_compare_profiles(first[one.option], one, scale) for one in after if one.option in first)


def _compare_profiles(one: Judgment, other: Judgment, scale: GradeScale) -> JudgmentShift:
    steps = 0
    if one.median is not None and other.median is not None:
        steps = scale.grades.index(other.median) - scale.grades.index(one.median)
    return JudgmentShift(one.option, one.median, other.median, steps)


def rank_by_judgment(
    options: Sequence[str],
    ballots: Iterable[Mapping[str, Grade | None]],
    *,
    blanks_count: bool = True,
    empty_counts: bool = False,
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
        without any grade is no ballot, unless ``empty_counts``: whoever was asked and answered nothing judged nothing.
    blanks_count
        Whether saying nothing of an option counts as the lowest grade, so that every option has as many judgments;
        else it counts for nothing there.
    empty_counts
        Whether a ballot without any grade is one: it was handed in with blanks alone, each of which is an answer.

    """
    cast = [ballot for ballot in ballots if empty_counts or any(ballot.get(one) is not None for one in options)]
    said = {one: [ballot.get(one) for ballot in cast] for one in options}
    given = {one: Counter(grade for grade in grades if grade is not None) for one, grades in said.items()}
    return rank_profiles(given, len(cast), blanks_count=blanks_count)


def rank_profiles(
    given: Mapping[str, Mapping[Grade, int]], ballots: int, *, blanks_count: bool = True
) -> tuple[Judgment, ...]:
    """Rank options by majority judgment as ``rank_by_judgment`` does, from how many gave each grade to each option.

    Parameters
    ----------
    given
        By option, in the order of those of one rank; blanks are not there.
    ballots
        How many ballots there are.
    blanks_count
        Whether saying nothing of an option counts as the lowest grade.

    """
    counted = {one: _count(numbers, ballots, blanks_count) for one, numbers in given.items()}
    profiles = {one: counts for one, (counts, _) in counted.items()}
    order = _order_by_merit(profiles)
    found: list[Judgment] = []
    for place, option in enumerate(order, start=1):
        counts, blanks = counted[option]
        tied = bool(found) and _is_tied(found[-1].counts, counts)
        rank = found[-1].rank if tied else place
        found.append(Judgment(option, counts, blanks, find_median(counts), rank))
    return tuple(found)


def _order_by_merit(profiles: Mapping[str, tuple[int, ...]]) -> list[str]:
    """Return options with the best profile first, those that nothing parts in the order they came.

    Where all have as many judges, as they have where blanks count, each majority value is written down once.
    """
    if len({sum(counts) for counts in profiles.values()}) == 1:
        return sorted(profiles, key=lambda one: _write_merit(profiles[one]), reverse=True)
    medians = {one: find_median(counts) for one, counts in profiles.items()}

    def compare(one: str, other: str) -> int:
        median, rival = medians[one], medians[other]
        if median is not None and rival is not None and median != rival:
            return -1 if median > rival else 1
        return compare_merit(profiles[other], profiles[one])

    return sorted(profiles, key=cmp_to_key(compare))


def _is_tied(one: Sequence[int], other: Sequence[int]) -> bool:
    """Tell whether nothing parts two profiles: of as many judges only those that are the same."""
    return one == other or (sum(one) != sum(other) and compare_merit(one, other) == 0)


def _write_merit(counts: Sequence[int]) -> bytes:
    """Return the majority value of a profile: its medians in the order in which they are taken away one by one.

    Of judgments from the lowest to the highest it is the one in the middle, the lower of two, then by turns those on
    either side of what was taken. Of two profiles of as many judges the greater is the better.
    """
    judged = b"".join(bytes((grade,)) * count for grade, count in enumerate(counts))
    middle, odd = divmod(len(judged), 2)
    lower, upper = judged[:middle][::-1], judged[middle:]
    merit = bytearray(len(judged))
    merit[odd::2], merit[1 - odd :: 2] = lower, upper
    return bytes(merit)


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


def _count(given: Mapping[Grade, int], ballots: int, blanks_count: bool) -> tuple[tuple[int, ...], int]:
    blanks = ballots - sum(given.values())
    counts = [given.get(grade, 0) for grade in Grade]
    if blanks_count:
        counts[Grade.REJECT] += blanks
    return tuple(counts), blanks
