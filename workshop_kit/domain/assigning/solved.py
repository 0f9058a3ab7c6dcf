"""A solved assignment, and what each level of it comes to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from workshop_kit.domain.assigning.problem import Problem
from workshop_kit.domain.assigning.program import Chosen

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[Any]


@dataclass(frozen=True)
class Levels:
    """What an assignment comes to (*niveaux*), most important first; more is better on each.

    Attributes
    ----------
    min_places
        Places filled of the minimum of missions, of importance 1, 2 and 3.
    people
        Those with at least one mission that they want.
    places
        Places filled, never more than a mission wants.
    fit
        The sum of the fit, the weights times competence and interest, over those whose score is known.
    fits
        Each single fit, least first: the fairer, the greater the first that differs.
    same_sector
        Assignments in the sector that the person lives in.

    """

    min_places: tuple[int, int, int]
    people: int
    places: int
    fit: int
    fits: tuple[int, ...]
    same_sector: int

    @property
    def least_fit(self) -> int:
        """The least fit of an assignment; 0 where there is none."""
        return self.fits[0] if self.fits else 0


@dataclass(frozen=True)
class Solved:
    """A problem with its answer: ``new`` is people × missions, whether somebody takes a mission that did not stand."""

    problem: Problem
    chosen: Chosen

    @cached_property
    def new(self) -> Numbers:
        """Return people × missions: what was chosen."""
        import numpy as np

        new = np.zeros(self.problem.able.shape, dtype=bool)
        for row, column in self.chosen.pairs:
            new[row, column] = True
        return new

    @cached_property
    def open(self) -> Numbers:
        """Return how many places each mission still has."""
        left: Numbers = self.problem.places - self.new.sum(axis=0)
        return left

    @cached_property
    def spare(self) -> Numbers:
        """Return how many more missions each person would take."""
        left: Numbers = self.problem.left - self.new.sum(axis=1)
        return left

    def measure(self) -> Levels:
        """Return what each level comes to, with everything that stands."""
        problem = self.problem
        pairs = [*self.chosen.pairs, *((one.row, one.column) for one in problem.standing)]
        known = [(row, column) for row, column in pairs if row is not None]
        fits = sorted(int(problem.fit[row, column]) for row, column in known if problem.wanted[row, column])
        others = sum(int(problem.fit[row, column]) for row, column in known if not problem.wanted[row, column])
        return Levels(
            min_places=_count_minimum(problem, [column for _, column in pairs]),
            people=len({row for row, column in known if problem.wanted[row, column]}),
            places=sum(
                min(number, problem.missions[column].places)
                for column, number in _count([column for _, column in pairs]).items()
            ),
            fit=sum(fits) + others,
            fits=tuple(fits),
            same_sector=sum(bool(problem.same[row, column]) for row, column in known),
        )


def _count(columns: Iterable[int]) -> Mapping[int, int]:
    counted: dict[int, int] = {}
    for column in columns:
        counted[column] = counted.get(column, 0) + 1
    return counted


def _count_minimum(problem: Problem, columns: Iterable[int]) -> tuple[int, int, int]:
    counted = _count(columns)
    reached = [0, 0, 0]
    for column, mission in enumerate(problem.missions):
        needed = min(mission.min_places, mission.places)
        reached[mission.importance - 1] += min(needed, counted.get(column, 0))
    return reached[0], reached[1], reached[2]
