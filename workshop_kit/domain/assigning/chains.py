"""What stops a chain of moves that would fill a free place: time, or somebody for beginners to go with.

From a mission with a free place to somebody who would take one more, each on the way moving up to the mission before.
Were there neither hours nor pairs, every such chain would fill the place. So what is short is what stops it: where one
keeps to time and breaks pairs alone, somebody to go with is short; where one keeps pairs and breaks time alone, time.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from workshop_kit.domain.assigning.solved import Solved

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[Any]

#: So many chains are tried from one free place; where none of them holds, both causes are named, which stays true.
_TRIED: Final = 12


@dataclass(frozen=True)
class Moves:
    """People who move up (*chaîne*): the row of each, the mission they would take and the one they leave, if any."""

    moves: tuple[tuple[int, int, int | None], ...]


class Chains:
    """Looks for chains in a solved assignment; ``usable``: who may come as it stands (``Explainer.usable``)."""

    def __init__(self, solved: Solved, usable: Numbers) -> None:
        self._solved = solved
        self._problem = solved.problem
        self._usable = usable

    @cached_property
    def possible(self) -> Numbers:
        """Return people × missions: whom the rules allow, beside a mission that they do not leave."""
        import numpy as np

        problem = self._problem
        staying = (self._solved.new & ~self.movable).astype(int)
        return np.asarray((problem.able | problem.learning) & ~((staying @ problem.clashing.astype(int)) > 0))

    @cached_property
    def movable(self) -> Numbers:
        """Return people × missions: who takes what was found, and may leave it.

        Whoever goes with a beginner that stands stays: that beginner comes before everything else.
        """
        movable = self._solved.new.copy()
        for row, column in self._kept:
            movable[row, column] = False
        return movable

    @cached_property
    def busy(self) -> Numbers:
        """Return people × missions: how many of the missions found for somebody are at the same time."""
        found: Numbers = self._solved.new.astype(int) @ self._problem.clashing.astype(int)
        return found

    @cached_property
    def _kept(self) -> set[tuple[int, int]]:
        stands = {(one.row, one.column) for one in self._problem.standing}
        return {(mentor, pair[1]) for pair, mentor in self._solved.chosen.beside.items() if pair in stands}

    def lacks_mentor(self, column: int) -> bool:
        """Tell whether a place would be filled if beginners needed nobody, without two missions at the same time."""
        return self._find(column, timed=True, paired=False) is not None

    def lacks_time(self, column: int) -> bool:
        """Tell whether a place would be filled if nothing were at the same time, each beginner beside somebody."""
        return self._find(column, timed=False, paired=True) is not None

    def find_torn(self, column: int) -> Numbers:
        """Return who would be in two places at the same time on the shortest chain, whatever it breaks."""
        import numpy as np

        torn = np.zeros(len(self._problem.people), dtype=bool)
        chain = self._find(column, timed=False, paired=False)
        if chain is not None:
            after = self._move(chain)
            rows = sorted({row for row, _, _ in chain.moves})
            torn[rows] = self._are_torn(after[rows])
        return torn

    def _find(self, column: int, *, timed: bool, paired: bool) -> Moves | None:
        """Return the shortest chain that keeps to what is asked, ``None``: none was found."""
        import numpy as np

        may = self.possible & self._usable if paired else self.possible
        after: dict[int, tuple[int, int]] = {}
        order, seen, tried = [column], {column}, 0
        for job in order:
            coming = may[:, job] & ~self._solved.new[:, job] & (self._problem.left > 0)
            free = coming & (self.busy[:, job] == 0) if timed else coming
            for row in np.flatnonzero(free & (self._solved.spare > 0))[: _TRIED - tried].tolist():
                chain = _follow(row, job, column, after)
                tried += 1
                if self._holds(chain, timed=timed, paired=paired):
                    return chain
            leaving = self.movable & free[:, None]
            if timed:
                once = coming & (self.busy[:, job] == 1)
                leaving |= self.movable & once[:, None] & self._problem.clashing[job][None, :]
            for other in np.flatnonzero(leaving.any(axis=0)).tolist():
                if other not in seen:
                    seen.add(other)
                    after[other] = int(np.argmax(leaving[:, other])), job
                    order.append(other)
        return None

    def _holds(self, chain: Moves, *, timed: bool, paired: bool) -> bool:
        after = self._move(chain)
        rows = sorted({row for row, _, _ in chain.moves})
        return not (timed and bool(self._are_torn(after[rows]).any())) and (not paired or self._can_pair(after))

    def _move(self, chain: Moves) -> Numbers:
        after = self._solved.new.copy()
        for row, _, leaves in chain.moves:
            if leaves is not None:
                after[row, leaves] = False
        for row, job, _ in chain.moves:
            after[row, job] = True
        return after

    def _are_torn(self, taken: Numbers) -> Any:
        meeting = (taken.astype(int) @ self._problem.clashing.astype(int)) > 0
        return (meeting & taken).any(axis=1)

    def _can_pair(self, after: Numbers) -> bool:
        """Tell whether each beginner has somebody of their own to go with, those that stand among them."""
        import numpy as np
        from scipy.sparse import csr_array
        from scipy.sparse.csgraph import maximum_bipartite_matching

        problem = self._problem
        here = after & problem.able
        for one in problem.standing:
            if one.row is not None:
                here[one.row, one.column] = True
        mentors = here & problem.mentoring
        mentors[list(problem.mentors_taken)] = False
        stands = {(one.row, one.column) for one in problem.standing}
        jobs = [job for row, job in np.argwhere(after & ~problem.able).tolist()]
        jobs += [pair[1] for pair in self._solved.chosen.beside if pair in stands]
        if not jobs:
            return True
        found = maximum_bipartite_matching(csr_array(mentors[:, jobs].T.astype(int)), perm_type="column")
        return bool((found >= 0).all())


def _follow(row: int, job: int, column: int, after: dict[int, tuple[int, int]]) -> Moves:
    """Return the chain from the one who takes one more to the free place."""
    moves: list[tuple[int, int, int | None]] = [(row, job, None)]
    while job != column:
        mover, target = after[job]
        moves.append((mover, target, job))
        job = target
    return Moves(tuple(moves))
