"""The assignment as a program of whole numbers: columns, constraints, and the levels of what is wanted."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING, Any, Final

from workshop_kit.domain.assigning.clashes import find_together
from workshop_kit.domain.assigning.lexicographic import solve_levels
from workshop_kit.domain.assigning.people import draw_numbers
from workshop_kit.domain.assigning.problem import Problem
from workshop_kit.domain.assigning.solver import Program

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[Any]

#: How the levels are weighed to begin with (minimum places by importance, people, places, fit, each least fit, sector,
#: what was proposed, draw): whatever it finds is only where the exact search begins.
_SERVED: Final = 500_000.0
_MINIMUM: Final = (100_000.0, 20_000.0, 4_000.0)
_PEOPLE, _PLACES, _FIT, _LEAST, _SECTOR, _KEPT, _DRAWN = 800.0, 100.0, 5.0, 0.3, 0.002, 0.0002, 0.0


@dataclass(frozen=True)
class Chosen:
    """Who takes what (*affectations trouvées*): ``pairs`` of a row and a column, and who goes beside whom.

    ``beside`` is the row of the mentor, by the pair of a beginner; of one that stood already, too.
    """

    pairs: tuple[tuple[int, int], ...]
    beside: dict[tuple[int, int], int]


def choose(problem: Problem, tell: Callable[[float], None] | None = None) -> Chosen:
    """Return the best assignment, level by level."""
    draft = _Draft(problem)
    if not draft.pairs and not draft.served:
        return Chosen((), _pair_up(problem, draft, (), {}))
    optimum = solve_levels(draft.make_program(), *draft.list_levels(), tell)
    taken = tuple(pair for pair, value in zip(draft.pairs, optimum.values, strict=False) if value)
    along = {pair: bool(optimum.values[column]) for pair, column in draft.taking.items()}
    return Chosen(taken, _pair_up(problem, draft, taken, along))


@dataclass
class _Draft:
    """The columns and rows as they are put together.

    ``pairs`` are the first columns: that this person takes this mission. Somebody who may have several missions, and
    may take a beginner along on one of them, has two columns for each: by themselves, and taking somebody along, which
    ``taking`` names by the pair. ``placed`` are those that count people, ``filled`` what fills a minimum (by its
    importance), ``served`` how many beginners who lost whom they went with get somebody, by mission.
    """

    problem: Problem
    pairs: list[tuple[int, int]] = field(default_factory=list)
    beginners: set[tuple[int, int]] = field(default_factory=set)
    taking: dict[tuple[int, int], int] = field(default_factory=dict)
    placed: dict[int, int] = field(default_factory=dict)
    filled: dict[int, int] = field(default_factory=dict)
    served: dict[int, int] = field(default_factory=dict)
    uppers: list[int] = field(default_factory=list)
    _filling: dict[int, int] = field(default_factory=dict)
    _entries: list[tuple[int, int]] = field(default_factory=list)
    _lengths: list[int] = field(default_factory=list)
    _limits: list[int] = field(default_factory=list)
    _together: dict[tuple[int, ...], list[list[int]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._lost = Counter(job for _, job in self.problem.waiting)
        self._list_pairs()
        self._list_taking()
        self.uppers = [1] * len(self.pairs)
        self._of_person: dict[int, list[int]] = {}
        self._of_mission: dict[int, list[int]] = {}
        for column, (row, job) in enumerate(self.pairs):
            self._of_person.setdefault(row, []).append(column)
            self._of_mission.setdefault(job, []).append(column)
        self._limit_people()
        self._limit_missions()
        self._limit_beginners()

    def _list_pairs(self) -> None:
        import numpy as np

        problem = self.problem
        room = (problem.left > 0)[:, None] & (problem.places > 0)[None, :]
        self.pairs = [(row, job) for row, job in np.argwhere((problem.able | problem.learning) & room).tolist()]
        self.beginners = {(row, job) for row, job in self.pairs if not problem.able[row, job]}

    def _list_taking(self) -> None:
        """Add the columns of who may take a beginner along, where it is to be said on which of their missions."""
        problem, used = self.problem, self.problem.mentors_taken
        self._several = {one.row for one in problem.standing if one.row is not None}
        self._several |= {row for row, _ in self.pairs if problem.left[row] > 1}
        jobs = {*self._lost, *(job for _, job in self.beginners)}
        for row, job in tuple(self.pairs):
            if row in self._several and job in jobs and not used.get(row) and self._takes_along(row, job):
                self.taking[row, job] = len(self.pairs)
                self.pairs.append((row, job))

    def _takes_along(self, row: int, job: int) -> bool:
        return bool(self.problem.mentoring[row, job]) and (row, job) not in self.beginners

    def _add_row(self, entries: Iterable[tuple[int, int]], limit: int) -> None:
        before = len(self._entries)
        self._entries += entries
        self._lengths.append(len(self._entries) - before)
        self._limits.append(limit)

    def _add_column(self, upper: int) -> int:
        self.uppers.append(upper)
        return len(self.uppers) - 1

    def _limit_people(self) -> None:
        """Nobody has more missions than they said, nor two at the same time; who has several counts once as placed."""
        problem = self.problem
        content = {one.row for one in problem.standing if one.row is not None and problem.wanted[one.row, one.column]}
        for row, columns in self._of_person.items():
            left = int(problem.left[row])
            if len(columns) > left:
                self._add_row([(column, 1) for column in columns], left)
            if left > 1:
                self._part_clashes(columns)
            if row in content:
                continue
            if left == 1:
                self.placed.update(dict.fromkeys(columns, 1))
            else:
                once = self._add_column(1)
                self._add_row([(once, 1), *((column, -1) for column in columns)], 0)
                self.placed[once] = 1

    def _part_clashes(self, columns: Sequence[int]) -> None:
        """Allow one of each set of missions that are all at the same time, and one of the two columns of a mission."""
        jobs = tuple(self.pairs[column][1] for column in columns)
        if jobs not in self._together:
            self._together[jobs] = find_together(self.problem.clashing, jobs)
        for group in self._together[jobs]:
            self._add_row([(columns[one], 1) for one in group], 1)

    def _limit_missions(self) -> None:
        """No mission has more people than places; what fills its minimum counts up to that."""
        problem = self.problem
        taken = [0] * len(problem.missions)
        for one in problem.standing:
            taken[one.column] += 1
        for job, columns in self._of_mission.items():
            mission = problem.missions[job]
            if len(columns) > problem.places[job]:
                self._add_row([(column, 1) for column in columns], int(problem.places[job]))
            short = min(mission.min_places, mission.places) - taken[job]
            if short > 0:
                filled = self._add_column(short)
                self._add_row([(filled, 1), *((column, -1) for column in columns)], 0)
                self.filled[filled] = mission.importance
                self._filling[job] = filled

    def _limit_beginners(self) -> None:
        """A beginner has somebody to go with on the same mission, and nobody takes two along.

        Beginners who stand and have nobody any more come first: as many as can be get somebody, before anything else.
        """
        problem, lost, used = self.problem, self._lost, self.problem.mentors_taken
        along: dict[int, list[int]] = defaultdict(list)
        for (row, _), column in self.taking.items():
            along[row].append(column)
        for job in sorted({*lost, *(job for _, job in self.beginners)}):
            columns = self._of_mission.get(job, [])
            beginning = [column for column in columns if self.pairs[column] in self.beginners]
            mentors = [
                column
                for column in columns
                if self.taking.get(self.pairs[column]) == column
                or (self.pairs[column][0] not in self._several and self._takes_along(*self.pairs[column]))
            ]
            idle = 0
            for one in problem.standing:
                if one.column == job and one.row is not None and problem.mentoring[one.row, job]:
                    here = self.taking[one.row, job] = self._add_column(1)
                    mentors.append(here)
                    along[one.row].append(here)
                    idle += 1
            entries = [*((column, 1) for column in beginning), *((column, -1) for column in mentors)]
            if lost[job]:
                self.served[job] = self._add_column(lost[job])
                entries.append((self.served[job], 1))
            self._add_row(entries, 0)
            # as many again have to come for them: whole numbers can't do better than half of the places
            half = (int(problem.places[job]) + idle) // 2
            if len(beginning) > half:
                self._add_row([(column, 1) for column in beginning], half)
            # nor of a minimum: two places for each who comes by themselves, and of an odd one the last for one alone
            filled = self._filling.get(job)
            if filled is not None and beginning:
                alone = [(column, -1) for column in columns if self.pairs[column] not in self.beginners]
                self._add_row([(filled, 1), *alone], (self.uppers[filled] + idle) // 2)
        for row, columns in along.items():
            self._add_row([(column, 1) for column in columns], max(0, 1 - used.get(row, 0)))

    def make_program(self) -> Program:
        """Return the constraints."""
        import numpy as np
        from scipy.sparse import csc_array

        entries = np.fromiter(chain.from_iterable(self._entries), dtype=int, count=2 * len(self._entries))
        columns, values = entries.reshape(-1, 2).T
        rows = np.repeat(np.arange(len(self._limits)), self._lengths)
        matrix = csc_array((values, (rows, columns)), shape=(len(self._limits), len(self.uppers)), dtype=int)
        return Program(matrix, np.array(self._limits, dtype=int), np.array(self.uppers, dtype=int))

    def list_levels(self) -> tuple[list[Numbers], list[float]]:
        """Return the objectives, most important first, and what they weigh in the first guess."""
        import numpy as np

        problem, number = self.problem, len(self.uppers)
        rows, jobs = np.array(self.pairs, dtype=int).reshape(-1, 2).T
        levels: list[Numbers] = []
        guess: list[float] = []

        def add(columns: Any, values: Any, weight: float) -> None:
            level = np.zeros(number, dtype=int)
            level[columns] = values
            if level.any():
                levels.append(level)
                guess.append(weight)

        every = np.arange(len(self.pairs))
        add(list(self.served.values()), 1, _SERVED)
        for importance, weight in zip((1, 2, 3), _MINIMUM, strict=True):
            add([column for column, one in self.filled.items() if one == importance], 1, weight)
        add(list(self.placed), 1, _PEOPLE)
        add(every, 1, _PLACES)
        fit = problem.fit[rows, jobs]
        add(every, fit, _FIT / max(1, int(np.abs(fit).max(initial=0))))
        # places and their fit are settled by now: of the last two values, each follows from the other
        for rank, value in enumerate(np.unique(fit)[:-2]):
            add(every[fit == value], -1, _LEAST / 3**rank)
        add(every, problem.same[rows, jobs].astype(int), _SECTOR)
        add([column for column, pair in enumerate(self.pairs) if pair in problem.before], 1, _KEPT)
        drawn = np.zeros(number, dtype=int)
        drawn[every] = draw_numbers(problem.people, problem.missions, self.pairs, problem.ranks)
        return [*levels, drawn], [*guess, _DRAWN]


def _pair_up(
    problem: Problem, draft: _Draft, taken: Sequence[tuple[int, int]], along: dict[tuple[int, int], bool]
) -> dict[tuple[int, int], int]:
    """Say which beginner goes with whom: in the order of their names, on each mission; who lost somebody comes first.

    Whoever that was goes with them again, if they come back and take nobody else along; whom somebody was proposed to
    go with stays with them. Who was put on a mission by hand, below what it asks for, goes with whom that leaves.
    """
    used = {row for row, number in problem.mentors_taken.items() if number}
    beside: dict[tuple[int, int], int] = {}
    jobs: dict[int, list[int]] = {}
    for row, job in taken:
        jobs.setdefault(job, []).append(row)
    waiting, alone = defaultdict[int, list[int]](list), defaultdict[int, list[int]](list)
    for row, job in problem.waiting:
        waiting[job].append(row)
    for one in problem.standing:
        if one.alone and one.row is not None:
            alone[one.column].append(one.row)
    known = {**problem.earlier, **{pair: row for pair, row in problem.waiting.items() if row is not None}}
    reserved = {(row, job) for (row, job), takes in along.items() if takes}
    for job in sorted({*jobs, *waiting, *alone}):
        new = jobs.get(job, [])
        beginners = [*waiting[job], *(row for row in new if (row, job) in draft.beginners)]
        here = [*new, *(one.row for one in problem.standing if one.column == job and one.row is not None)]
        mentors = [
            row for row in dict.fromkeys(here) if problem.mentoring[row, job] and (row, job) not in draft.beginners
        ]
        elsewhere = {row for row, other in reserved if other != job}
        ready = [row for row in mentors if row not in elsewhere and along.get((row, job), True)]
        first = sorted(beginners, key=lambda row: known.get((row, job)) not in ready)
        for beginner in [*first, *alone[job]]:
            among = ready if beginner in beginners else [row for row in mentors if row not in elsewhere]
            before = known.get((beginner, job))
            mentor = next((one for one in (before, *among) if one in among and one not in {beginner, *used}), None)
            if mentor is not None:
                beside[beginner, job] = mentor
                used.add(mentor)
    return beside
