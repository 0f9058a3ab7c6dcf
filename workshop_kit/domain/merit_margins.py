"""How many ballots part two options by majority judgment: exact, by whole-number programming over kinds of ballots.

Of a rival that shall come level with a leader, or before it, a changed ballot gives the rival the best grade and the
leader the worst: nothing else does more. What is left to choose is which ballots. Let ``R(g)`` be how many judgments of
the rival are below the grade ``g`` once they are changed, ``L(g)`` of the leader, and ``N`` how many each has (where
their numbers differ, each judgment is counted as often as the other has judgments). The majority value takes judgments
from the middle outwards, so it is decided by the ``g`` whose judgments between ``R(g)`` and ``L(g)`` lie nearest to the
middle: the rival is better where ``R(g) < L(g)`` there. Each way of it is a list of sums of ``R`` and ``L`` that the
changed ballots must reach, every one of which grows with every ballot that is changed.

Source: the order is that of Balinski and Laraki, *Majority Judgment*, MIT Press 2011, chapters 13 and 14; that it is
decided so is shown in docs/method/margins.md.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cmp_to_key, lru_cache
from heapq import nlargest
from math import lcm
from typing import Literal

from workshop_kit.domain.judgment import compare_merit


@dataclass(frozen=True)
class Term:
    """A part of a condition: judgments of the ``side`` below ``grade``, times ``sign``."""

    side: Literal["rival", "leader"]
    grade: int
    sign: int


@dataclass(frozen=True)
class Condition:
    """The sum of the terms is at most ``constant + halves * half + wholes * N``, where ``half`` is (N + 1) // 2."""

    terms: tuple[Term, ...]
    constant: int
    halves: int = 0
    wholes: int = 0


def list_best(
    options: Sequence[str], cast: Sequence[Mapping[str, int | None]], grades: int
) -> tuple[list[str], list[str]]:
    """Return the options that are first by majority judgment, then the others, the better first."""
    profiles = {one: _count([ballot[one] for ballot in cast], grades) for one in options}

    def compare(one: str, other: str) -> int:
        return compare_merit(profiles[other], profiles[one])

    order = sorted(options, key=cmp_to_key(compare))
    best = [one for one in order if compare_merit(profiles[one], profiles[order[0]]) == 0]
    return best, order[len(best) :]


class JudgedPair:
    """Two options, and the ballots by what they say of both (*duel*).

    Parameters
    ----------
    ballots
        Of each ballot the grade of the rival and that of the leader, from 0; ``None`` counts for nothing.
    grades
        How many grades there are.
    strictly
        Whether the rival must come before the leader, rather than level with it.

    """

    def __init__(self, ballots: Sequence[tuple[int | None, int | None]], grades: int, *, strictly: bool) -> None:
        self._kinds = Counter(ballots)
        self._grades = grades
        self._strictly = strictly
        self._number = len(ballots)
        self._rival = _count([rival for rival, _ in ballots], grades)
        self._leader = _count([leader for _, leader in ballots], grades)
        self._blanks = (sum(rival is None for rival, _ in ballots), sum(leader is None for _, leader in ballots))

    def count_added(self) -> int:
        """Return the fewest ballots more by which the rival comes level, or before."""
        low, high = 0, max(sum(self._rival), sum(self._leader)) + 1
        while low < high:
            tried = (low + high) // 2
            if self._wins(_add(self._rival, -1, tried), _add(self._leader, 0, tried)):
                high = tried
            else:
                low = tried + 1
        return low

    def count_changed(self, limit: int) -> int | None:
        """Return the fewest ballots to change by which the rival comes level, or before; ``None``: over ``limit``."""
        low, high = 1, limit + 1
        while low < high:  # at least so many, were the ballots best for the one the best for the other too
            tried = (low + high) // 2
            if any(True for _ in self._list_hopes(tried)):
                high = tried
            else:
                low = tried + 1
        return next((number for number in range(low, limit + 1) if self._suffices(number)), None)

    def _wins(self, rival: Sequence[int], leader: Sequence[int]) -> bool:
        return compare_merit(rival, leader) >= int(self._strictly)

    def _list_hopes(self, number: int) -> Iterator[tuple[int, int]]:
        """Yield how many blanks of the one and the other to change, where ``number`` changes might be enough so."""
        raised = [
            (blanks, _add(_raise(self._rival, number - blanks), -1, blanks))
            for blanks in range(min(number, self._blanks[0]) + 1)
        ]
        lowered = [
            (blanks, _add(_lower(self._leader, number - blanks), 0, blanks))
            for blanks in range(min(number, self._blanks[1]) + 1)
        ]
        lowest = min((leader for _, leader in lowered), key=cmp_to_key(compare_merit))
        for there, rival in raised:
            if self._wins(rival, lowest):
                yield from ((there, here) for here, leader in lowered if self._wins(rival, leader))

    def _suffices(self, number: int) -> bool:
        return any(self._can_reach(number, *blanks) for blanks in self._list_hopes(number))

    def _can_reach(self, number: int, there: int, here: int) -> bool:
        """Tell whether ``number`` changed ballots are enough, so many of them blank on the rival and on the leader."""
        judges = sum(self._rival) + there, sum(self._leader) + here
        if not all(judges):
            return False
        common = lcm(*judges)
        weights = {"rival": common // judges[0], "leader": common // judges[1]}
        half = (common + 1) // 2
        for way in _list_ways(self._grades, self._strictly):
            rows = [self._read(one, weights, half, common) for one in way]
            rows = [row for row in rows if row[1] > 0]
            if all(self._gain(gains, number) >= need for gains, need in rows) and self._solve(
                rows, number, there, here
            ):
                return True
        return False

    def _read(
        self, condition: Condition, weights: Mapping[str, int], half: int, common: int
    ) -> tuple[tuple[int, ...], int]:
        """Return by how much a ballot of each kind helps with a condition if it is changed, and how much it needs."""
        need = -(condition.constant + condition.halves * half + condition.wholes * common)
        gains = [0] * len(self._kinds)
        for term in condition.terms:
            counts = self._rival if term.side == "rival" else self._leader
            need += term.sign * weights[term.side] * sum(counts[: term.grade])
            for place, (rival, leader) in enumerate(self._kinds):
                if term.side == "rival":
                    helps = rival is not None and rival < term.grade
                else:
                    helps = leader is None or leader >= term.grade
                gains[place] += weights[term.side] * helps
        return tuple(gains), need

    def _gain(self, gains: Sequence[int], number: int) -> int:
        left, found = number, 0
        for gain, there in nlargest(len(gains), zip(gains, self._kinds.values(), strict=True)):
            taken = min(left, there)
            found, left = found + gain * taken, left - taken
        return found

    def _solve(self, rows: Sequence[tuple[Sequence[int], int]], number: int, there: int, here: int) -> bool:
        """Tell whether ``number`` ballots can be chosen that come up to every row."""
        # scipy is imported here: the participant's page imports this package's values without it
        import numpy as np
        from scipy.optimize import Bounds, LinearConstraint, milp

        kinds = list(self._kinds)
        table = [
            *(gains for gains, _ in rows),
            [1] * len(kinds),
            [rival is None for rival, _ in kinds],
            [leader is None for _, leader in kinds],
        ]
        exact = [number, there, here]
        found = milp(
            np.zeros(len(kinds)),
            integrality=np.ones(len(kinds)),
            bounds=Bounds(0, list(self._kinds.values())),
            constraints=LinearConstraint(
                np.array(table, dtype=float), [*(need for _, need in rows), *exact], [*(np.inf for _ in rows), *exact]
            ),
        )
        if found.x is None:
            return False
        return self._wins(*self._change(dict(zip(kinds, map(round, found.x), strict=True))))

    def _change(self, chosen: Mapping[tuple[int | None, int | None], int]) -> tuple[list[int], list[int]]:
        """Return both profiles once the chosen ballots are changed."""
        rival, leader = list(self._rival), list(self._leader)
        for (one, other), count in chosen.items():
            if one is not None:
                rival[one] -= count
            if other is not None:
                leader[other] -= count
            rival[-1] += count
            leader[0] += count
        return rival, leader


@lru_cache
def _list_ways(grades: int, strictly: bool) -> tuple[tuple[Condition, ...], ...]:
    """Return the ways in which a rival comes level, or before: the conditions of each hold together."""
    ways: list[tuple[Condition, ...]] = [(_few("rival", grade), _many("leader", grade)) for grade in range(1, grades)]
    for middle in range(grades):
        both = (*(_few("rival", one) for one in [middle] if one), *_above(middle, grades))
        for decided in range(middle + 1, grades):
            for free in range(middle + 1):
                level = [*range(middle + 1, decided), *range(free + 1, middle + 1)]
                later = (Condition((Term("rival", free, 1), Term("rival", decided, 1)), -1, wholes=1),) if free else ()
                ways.append((*both, _no_more(decided, 1), *map(_no_more, level), *later))
        for decided in range(1, middle + 1):
            for free in range(middle + 1, grades + 1):
                level = [*range(decided + 1, middle + 1), *range(middle + 1, free)]
                later = (
                    (Condition((Term("leader", free, -1), Term("leader", decided, -1)), 0, wholes=-1),)
                    if free < grades
                    else ()
                )
                ways.append((*both, _no_more(decided, 1), *map(_no_more, level), *later))
    if not strictly:
        ways.append(tuple(map(_no_more, range(1, grades))))
    return tuple(ways)


def _above(middle: int, grades: int) -> tuple[Condition, ...]:
    return (_many("leader", middle + 1),) if middle + 1 < grades else ()


def _few(side: Literal["rival", "leader"], grade: int) -> Condition:
    """Return that fewer than the middle one are below a grade: the majority grade is that or better."""
    return Condition((Term(side, grade, 1),), -1, halves=1)


def _many(side: Literal["rival", "leader"], grade: int) -> Condition:
    """Return that the middle one is below a grade."""
    return Condition((Term(side, grade, -1),), 0, halves=-1)


def _no_more(grade: int, fewer: int = 0) -> Condition:
    """Return that the rival has no more judgments below a grade than the leader, or some fewer."""
    return Condition((Term("rival", grade, 1), Term("leader", grade, -1)), -fewer)


def _count(grades_given: Sequence[int | None], grades: int) -> list[int]:
    counts = [0] * grades
    for grade in grades_given:
        if grade is not None:
            counts[grade] += 1
    return counts


def _add(counts: Sequence[int], grade: int, more: int) -> list[int]:
    added = list(counts)
    added[grade] += more
    return added


def _raise(counts: Sequence[int], number: int) -> list[int]:
    """Return a profile with its lowest judgments, so many, made the best."""
    raised = list(counts)
    for grade in range(len(raised) - 1):
        taken = min(number, raised[grade])
        raised[grade] -= taken
        raised[-1] += taken
        number -= taken
    return raised


def _lower(counts: Sequence[int], number: int) -> list[int]:
    """Return a profile with its highest judgments, so many, made the worst."""
    return list(reversed(_raise(list(reversed(counts)), number)))
