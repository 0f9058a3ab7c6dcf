"""Lexicographic integer programming (*optimisation lexicographique*), exact: each level is kept for the next.

One sum with a weight for each level grows beyond what floating-point numbers hold. Here each level is an objective of
its own with small whole numbers. The linear relaxation bounds it from above; every column and row whose reduced cost
says that it costs more than lies between the bound and the value is fixed, which shrinks what the next level searches.
When a solution of whole numbers reaches the bounds of all levels, it is the best on each of them; where the bounds
promise more than whole numbers can do, that level is solved by branch and bound. HiGHS does both.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from workshop_kit.domain.assigning.solver import PRICED, Free, Program, Solver, reaches

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[Any]

#: A bound that lies this near below a whole number is that number: it is a sum of whole numbers and simple fractions.
_NEAR: Final = 1e-4
#: The last level decides between what is equal in all that counts: this share of its best is near enough.
_DRAWN_WITHIN: Final = 0.01
#: Columns that are free in a first search.
_AT_FIRST: Final = 1500


@dataclass(frozen=True)
class Optimum:
    """The best (*optimum*): ``values`` of the columns, and ``levels``, what each level comes to; both whole numbers."""

    values: Numbers
    levels: tuple[int, ...]


def solve_levels(
    program: Program, levels: Sequence[Numbers], guess: Sequence[float], tell: Callable[[float], None] | None = None
) -> Optimum:
    """Return the solution that is greatest on the first level, among those on the second, and so on.

    The last level only decides between equals: it comes within a hundredth of its best, the same one every time.

    Parameters
    ----------
    program
        What is allowed.
    levels
        The objectives, most important first: whole numbers, one for each column.
    guess
        A weight for each level: the sum of all levels with these weights is solved first, as a start.
    tell
        Called with the share, 0 to 1, of the levels that are done, many times with the same; what it raises ends the
        search at once, and is raised.

    Raises
    ------
    ArithmeticError
        The solver failed, or its answer is not exact: neither is expected.

    """
    import numpy as np

    if program.matrix.shape[1] == 0 or not levels:
        return Optimum(np.zeros(program.matrix.shape[1], dtype=int), tuple(0 for _ in levels))
    try:
        return _check(program, levels, _Search(program, levels, tell).run(guess))
    except ArithmeticError:  # prices were not as exact as they are taken to be: nothing is fixed by them then
        return _check(program, levels, _Search(program, levels, tell).run_plainly())


def _whole(bound: float) -> float:
    """Return the greatest whole number up to a bound."""
    return bound if bound == float("inf") else float(math.floor(bound + _NEAR))


class _Search(Solver):
    """The search: what is free, level by level."""

    def __init__(self, program: Program, levels: Sequence[Numbers], tell: Callable[[float], None] | None) -> None:
        super().__init__(program, levels, None if tell is None else self._tell_again)
        self._told = tell
        self._share = 0.0
        self._settled = 0
        self._bases: list[Any] = []  # where the relaxation of each level ended, until it is free again

    def _tell(self, share: float) -> None:
        self._share = share
        self._tell_again()

    def _tell_again(self) -> None:
        if self._told is not None:
            self._told(self._share)

    def run(self, guess: Sequence[float]) -> Numbers:
        """Return the best solution on every level.

        All levels are taken to reach the bounds of their relaxations, and whole numbers looked for among what that
        leaves free. Where there are none, the last level is found up to which there are some; the next is solved by
        branching, and the search goes on from there.
        """
        self.relax(_blend(self.levels, guess))
        free, bounds = [self.free], list[float]()
        best: Numbers | None = None
        while True:
            for level in range(len(bounds), len(self.levels) - 1):
                self._pass(level, free, bounds)
            self.restore(free[-1])
            found = self._search_whole(self.levels[-1], best, near=_DRAWN_WITHIN)
            if found is not None:
                return found
            best = self._settle(free, bounds)

    def run_plainly(self) -> Numbers:
        """Return the best solution on every level, each branched for with all columns free: slower, and sure."""
        import numpy as np

        best: Numbers | None = None
        for level, objective in enumerate(self.levels):
            relaxed = self.relax(objective)
            nothing = np.zeros(self.columns, dtype=bool)
            best = None if relaxed is None else self.branch(objective, best, relaxed, nothing)
            if best is None:
                raise ArithmeticError("nothing is allowed, not even to do nothing")
            self.free = replace(self.free, least=(*self.free.least, (level, float(objective @ best))))
            self._tell((level + 1) / len(self.levels))
        assert best is not None  # there is a level
        return best

    def _pass(self, level: int, free: list[Free], bounds: list[float]) -> None:
        """Take a level to reach the bound of its relaxation."""
        import numpy as np

        relaxed = self.relax(self.levels[level])
        self._bases[level:] = [self.basis]
        if relaxed is None:  # whatever is still free is not allowed: halving finds where
            free.append(self.free)
            bounds.append(np.inf)
            return
        bound = float(self.levels[level] @ np.array(relaxed.col_value))
        self._keep(level, relaxed, bound, _whole(bound))
        free.append(self.free)
        bounds.append(bound)
        self._tell(level / len(self.levels))

    def _settle(self, free: list[Free], bounds: list[float]) -> Numbers:
        """Solve the first level whose bound whole numbers do not reach; what comes after it is free again.

        Parameters
        ----------
        free, bounds
            What is free after each level, and the bounds that were taken for reached; they are cut off there.

        Returns
        -------
        array
            A solution that is best up to and with that level.

        """
        import numpy as np

        least, most = self._settled, len(bounds)
        level = most - 1
        best: Numbers | None = None
        while True:  # after ``least`` levels there are whole numbers, after ``most`` there are none
            self._go_back(level, free)
            ceiling = _whole(bounds[level])
            found = self._search_whole(self.levels[level], best, most=ceiling - (level == most - 1))
            if found is None:
                most = level
            elif reaches(self.levels[level], found, ceiling):
                least, best = level + 1, found
            else:
                least, best = level, found
                break
            if least >= most:
                raise ArithmeticError("the bounds of the solver contradict each other")
            level = (least + most) // 2
        assert best is not None  # what was found last
        del free[least + 1 :], bounds[least:]
        self._go_back(least, free)
        objective = self.levels[least]
        reached = float(objective @ best)
        relaxed = self.relax(objective)
        self._keep(least, relaxed, float(objective @ np.array(relaxed.col_value)), reached)
        free.append(self.free)
        bounds.append(reached)
        self._settled = least + 1
        self._tell((least + 1) / len(self.levels))
        return best

    def _go_back(self, level: int, free: list[Free]) -> None:
        """Have a level's relaxation be what it was, to go on from where it ended."""
        self.restore(free[level])
        self.basis = self._bases[level]

    def _keep(self, level: int, relaxed: Any, bound: float, reached: float) -> None:
        """Keep a level at what is ``reached``: whatever would cost more than lies up to its ``bound`` is fixed."""
        import numpy as np

        gap, before = max(0.0, bound - reached), self.free
        values, sums = np.array(relaxed.col_value), np.array(relaxed.row_value)[: self.rows]
        dear = (np.abs(np.array(relaxed.col_dual)) > gap + PRICED) & (before.upper > before.lower)
        tight = np.abs(np.array(relaxed.row_dual)[: self.rows]) > gap + PRICED
        tight &= before.floor < before.ceiling
        least = before.least
        if gap > PRICED:
            least = (*least, (level, reached))
        self.restore(
            Free(
                np.where(dear, np.round(values), before.lower),
                np.where(dear, np.round(values), before.upper),
                np.where(tight, np.round(sums), before.floor),
                np.where(tight, np.round(sums), before.ceiling),
                least,
            )
        )

    def _search_whole(
        self, objective: Numbers, start: Numbers | None = None, near: float = 0.0, most: float | None = None
    ) -> Numbers | None:
        """Return the best solution of whole numbers within what is free; ``None`` when there is none.

        What costs little by the relaxation, and what ``start`` takes, is searched first. What is found says by how much
        the best can be better, and so what costs too much to be in it: the rest is searched then.

        Parameters
        ----------
        objective
            Whole numbers, one for each column.
        start
            A solution from which to look, whether it lies within what is free or not.
        near
            The share of the bound by which it may be less than the best.
        most
            What it cannot be more than, as is known from elsewhere.

        """
        import numpy as np

        relaxed = self.relax(objective)
        if relaxed is None:
            return None
        allowed = start if start is not None and self.allows(start) else None
        values, prices = np.array(relaxed.col_value), np.abs(np.array(relaxed.col_dual))
        bound = float(objective @ values)
        enough = min(_whole(bound), _whole(bound) if most is None else most) - near * abs(bound)
        free = prices[self.free.upper > self.free.lower]
        best = allowed
        if len(free) > 2 * _AT_FIRST and not reaches(objective, best, enough):
            cheap = float(np.partition(free, _AT_FIRST)[_AT_FIRST])
            spared = (prices > cheap) & (values < _NEAR)
            spared &= True if start is None else start < _NEAR
            found = self.branch(objective, allowed, relaxed, spared, near)
            best = allowed if found is None else found
        if reaches(objective, best, enough):
            return best
        gap = np.inf if best is None else bound - float(objective @ best)
        return self.branch(objective, best, relaxed, prices > gap + PRICED, near)


def _blend(levels: Sequence[Numbers], guess: Sequence[float]) -> Numbers:
    import numpy as np

    return np.asarray(sum(weight * level.astype(float) for weight, level in zip(guess, levels, strict=True)))


def _check(program: Program, levels: Sequence[Numbers], values: Numbers) -> Optimum:
    """Count again in whole numbers that the solution is allowed."""
    whole = values.astype(int)
    sums = program.matrix.astype(int) @ whole
    if (whole < 0).any() or (whole > program.uppers).any() or (sums > program.limits).any():
        raise ArithmeticError("the solver's answer is not exact")
    return Optimum(whole, tuple(int(level.astype(int) @ whole) for level in levels))
