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

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[Any]

#: A bound that lies this near below a whole number is that number: it is a sum of whole numbers and simple fractions.
_NEAR: Final = 1e-4
#: Reduced costs are known to within this.
_PRICED: Final = 1e-6
#: The last level decides between what is equal in all that counts: this share of its best is near enough.
_DRAWN_WITHIN: Final = 0.01
#: Columns that are free in a first search.
_AT_FIRST: Final = 1500


@dataclass(frozen=True)
class Program:
    """Constraints (*contraintes*) over whole numbers: ``matrix @ x <= limits`` and ``0 <= x <= uppers``.

    Attributes
    ----------
    matrix
        rows × columns, whole numbers, a scipy sparse array by columns.
    limits
        One for each row, whole numbers; ``x = 0`` is allowed by all.
    uppers
        One for each column, whole numbers of 0 or more.

    """

    matrix: Any
    limits: Numbers
    uppers: Numbers


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
        Called with the share, 0 to 1, of the levels that are done.

    Raises
    ------
    ArithmeticError
        The solver failed, or its answer is not exact: neither is expected.

    """
    import numpy as np

    if program.matrix.shape[1] == 0 or not levels:
        return Optimum(np.zeros(program.matrix.shape[1], dtype=int), tuple(0 for _ in levels))
    try:
        return _check(program, levels, _Search(program, levels, tell or _tell_nobody).run(guess))
    except ArithmeticError:  # prices were not as exact as they are taken to be: nothing is fixed by them then
        return _check(program, levels, _Search(program, levels, tell or _tell_nobody).run_plainly())


def _whole(bound: float) -> float:
    """Return the greatest whole number up to a bound."""
    return bound if bound == float("inf") else float(math.floor(bound + _NEAR))


def _tell_nobody(_share: float) -> None:
    return


@dataclass(frozen=True)
class _Free:
    """What is free once some levels are kept: the bounds of columns and rows, and the least of levels that need one."""

    lower: Numbers
    upper: Numbers
    floor: Numbers
    ceiling: Numbers
    least: tuple[tuple[int, float], ...] = ()


class _Search:
    """The search: what is free, level by level, and the relaxation that is solved again and again."""

    def __init__(self, program: Program, levels: Sequence[Numbers], tell: Callable[[float], None]) -> None:
        import numpy as np

        self._program, self._levels, self._tell = program, levels, tell
        self._rows, self._columns = program.matrix.shape
        self._free = _Free(
            np.zeros(self._columns),
            program.uppers.astype(float),
            np.full(self._rows, -np.inf),
            program.limits.astype(float),
        )
        self._every = np.arange(self._columns, dtype=np.int32)
        self._least_rows: dict[int, int] = {}
        self._settled = 0
        self._linear = self._make(whole=False)

    def run(self, guess: Sequence[float]) -> Numbers:
        """Return the best solution on every level.

        All levels are taken to reach the bounds of their relaxations, and whole numbers looked for among what that
        leaves free. Where there are none, the last level is found up to which there are some; the next is solved by
        branching, and the search goes on from there.
        """
        self._relax(_blend(self._levels, guess))
        free, bounds = [self._free], list[float]()
        best: Numbers | None = None
        while True:
            for level in range(len(bounds), len(self._levels) - 1):
                self._pass(level, free, bounds)
            self._restore(free[-1])
            found = self._search_whole(self._levels[-1], best, near=_DRAWN_WITHIN)
            if found is not None:
                return found
            best = self._settle(free, bounds)

    def run_plainly(self) -> Numbers:
        """Return the best solution on every level, each branched for with all columns free: slower, and sure."""
        import numpy as np

        best: Numbers | None = None
        for level, objective in enumerate(self._levels):
            relaxed = self._relax(objective)
            nothing = np.zeros(self._columns, dtype=bool)
            best = None if relaxed is None else self._branch(objective, best, relaxed, nothing)
            if best is None:
                raise ArithmeticError("nothing is allowed, not even to do nothing")
            self._free = replace(self._free, least=(*self._free.least, (level, float(objective @ best))))
            self._tell((level + 1) / len(self._levels))
        assert best is not None  # there is a level
        return best

    def _pass(self, level: int, free: list[_Free], bounds: list[float]) -> None:
        """Take a level to reach the bound of its relaxation."""
        import numpy as np

        relaxed = self._relax(self._levels[level])
        if relaxed is None:  # whatever is still free is not allowed: halving finds where
            free.append(self._free)
            bounds.append(np.inf)
            return
        bound = float(self._levels[level] @ np.array(relaxed.col_value))
        self._keep(level, relaxed, bound, _whole(bound))
        free.append(self._free)
        bounds.append(bound)
        self._tell(level / len(self._levels))

    def _settle(self, free: list[_Free], bounds: list[float]) -> Numbers:
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
            self._restore(free[level])
            ceiling = _whole(bounds[level])
            found = self._search_whole(self._levels[level], best, most=ceiling - (level == most - 1))
            if found is None:
                most = level
            elif _reaches(self._levels[level], found, ceiling):
                least, best = level + 1, found
            else:
                least, best = level, found
                break
            if least >= most:
                raise ArithmeticError("the bounds of the solver contradict each other")
            level = (least + most) // 2
        assert best is not None  # what was found last
        del free[least + 1 :], bounds[least:]
        self._restore(free[least])
        objective = self._levels[least]
        reached = float(objective @ best)
        relaxed = self._relax(objective)
        self._keep(least, relaxed, float(objective @ np.array(relaxed.col_value)), reached)
        free.append(self._free)
        bounds.append(reached)
        self._settled = least + 1
        self._tell((least + 1) / len(self._levels))
        return best

    def _restore(self, free: _Free) -> None:
        """Have the relaxation be what it was when this was free."""
        import numpy as np

        now, self._free = self._free, free
        changed = np.flatnonzero((now.lower != free.lower) | (now.upper != free.upper)).astype(np.int32)
        self._linear.changeColsBounds(len(changed), changed, free.lower[changed], free.upper[changed])
        for row in np.flatnonzero((now.floor != free.floor) | (now.ceiling != free.ceiling)):
            self._linear.changeRowBounds(int(row), float(free.floor[row]), float(free.ceiling[row]))
        kept = dict(free.least)
        for level, added in self._least_rows.items():
            self._linear.changeRowBounds(added, kept.get(level, -np.inf), np.inf)

    def _relax(self, objective: Numbers) -> Any:
        """Solve the linear relaxation from where the last one ended; ``None`` when nothing is allowed."""
        self._linear.changeColsCost(self._columns, self._every, -objective.astype(float))
        self._linear.run()
        return self._linear.getSolution() if _is_optimal(self._linear) else None

    def _keep(self, level: int, relaxed: Any, bound: float, reached: float) -> None:
        """Keep a level at what is ``reached``: whatever would cost more than lies up to its ``bound`` is fixed."""
        import numpy as np

        gap, before = max(0.0, bound - reached), self._free
        values, sums = np.array(relaxed.col_value), np.array(relaxed.row_value)[: self._rows]
        dear = (np.abs(np.array(relaxed.col_dual)) > gap + _PRICED) & (before.upper > before.lower)
        tight = np.abs(np.array(relaxed.row_dual)[: self._rows]) > gap + _PRICED
        tight &= before.floor < before.ceiling
        least = before.least
        if gap > _PRICED:
            least = (*least, (level, reached))
            if level not in self._least_rows:
                self._least_rows[level] = self._rows + len(self._least_rows)
                _add_least(self._linear, self._levels[level], reached)
        self._restore(
            _Free(
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

        relaxed = self._relax(objective)
        if relaxed is None:
            return None
        allowed = start if start is not None and self._allows(start) else None
        values, prices = np.array(relaxed.col_value), np.abs(np.array(relaxed.col_dual))
        bound = float(objective @ values)
        enough = min(_whole(bound), _whole(bound) if most is None else most) - near * abs(bound)
        free = prices[self._free.upper > self._free.lower]
        best = allowed
        if len(free) > 2 * _AT_FIRST and not _reaches(objective, best, enough):
            cheap = float(np.partition(free, _AT_FIRST)[_AT_FIRST])
            spared = (prices > cheap) & (values < _NEAR)
            spared &= True if start is None else start < _NEAR
            found = self._branch(objective, allowed, relaxed, spared, near)
            best = allowed if found is None else found
        if _reaches(objective, best, enough):
            return best
        gap = np.inf if best is None else bound - float(objective @ best)
        return self._branch(objective, best, relaxed, prices > gap + _PRICED, near)

    def _allows(self, solution: Numbers) -> bool:
        """Tell whether a solution of whole numbers lies within what is free."""
        free, sums = self._free, self._program.matrix @ solution
        within = bool((free.lower <= solution).all() and (solution <= free.upper).all())
        within &= bool((free.floor <= sums).all() and (sums <= free.ceiling).all())
        return within and all(_reaches(self._levels[level], solution, reached) for level, reached in free.least)

    def _branch(
        self, objective: Numbers, start: Numbers | None, relaxed: Any, fixed: Numbers, near: float = 0.0
    ) -> Numbers | None:
        """Return the best solution of whole numbers whose ``fixed`` columns are as in the relaxation, by branching."""
        import highspy
        import numpy as np

        kept, values = self._free, np.round(np.array(relaxed.col_value))
        lower, upper = np.where(fixed, values, kept.lower), np.where(fixed, values, kept.upper)
        self._free = _Free(lower, upper, kept.floor, kept.ceiling, kept.least)
        solver = self._make(whole=True, objective=objective)
        self._free = kept
        solver.setOptionValue("mip_rel_gap", near)
        for level, reached in kept.least:
            _add_least(solver, self._levels[level], reached)
        if start is not None:
            begun = highspy.HighsSolution()
            begun.col_value = list(start)
            solver.setSolution(begun)
        solver.run()
        if not _is_optimal(solver):
            return None
        return np.round(np.array(solver.getSolution().col_value))

    def _make(self, *, whole: bool, objective: Numbers | None = None) -> Any:
        """Return a solver that holds what is free, for whole numbers or for their relaxation."""
        # highspy is imported here: the participant's page imports this package's values without it
        import highspy
        import numpy as np

        matrix, free = self._program.matrix, self._free
        model = highspy.HighsLp()
        model.num_col_, model.num_row_ = self._columns, self._rows
        model.col_cost_ = np.zeros(self._columns) if objective is None else -objective.astype(float)
        model.col_lower_, model.col_upper_ = free.lower, free.upper
        model.row_lower_, model.row_upper_ = free.floor, free.ceiling
        model.a_matrix_.format_ = highspy.MatrixFormat.kColwise
        model.a_matrix_.start_, model.a_matrix_.index_ = matrix.indptr, matrix.indices
        model.a_matrix_.value_ = matrix.data.astype(float)
        if whole:
            model.integrality_ = [highspy.HighsVarType.kInteger] * self._columns
        solver: Any = highspy.Highs()  # type: ignore[no-untyped-call]
        for option, value in _OPTIONS.items():
            solver.setOptionValue(option, value)
        solver.passModel(model)
        return solver


#: One thread and no clock: the same data give the same answer. Objectives are whole numbers: less than one apart is the
#: best.
_OPTIONS: Final = {
    "output_flag": False,
    "threads": 1,
    "parallel": "off",
    "mip_rel_gap": 0.0,
    "mip_abs_gap": 0.9,
}


def _reaches(objective: Numbers, solution: Numbers | None, enough: float) -> bool:
    return solution is not None and bool(objective @ solution >= enough - _PRICED)


def _blend(levels: Sequence[Numbers], guess: Sequence[float]) -> Numbers:
    import numpy as np

    return np.asarray(sum(weight * level.astype(float) for weight, level in zip(guess, levels, strict=True)))


def _add_least(solver: Any, level: Numbers, reached: float) -> None:
    import highspy
    import numpy as np

    columns = np.flatnonzero(level).astype(np.int32)
    solver.addRow(reached, highspy.kHighsInf, len(columns), columns, level[columns].astype(float))


def _is_optimal(solver: Any) -> bool:
    import highspy

    return bool(solver.getModelStatus() == highspy.HighsModelStatus.kOptimal)


def _check(program: Program, levels: Sequence[Numbers], values: Numbers) -> Optimum:
    """Count again in whole numbers that the solution is allowed."""
    whole = values.astype(int)
    sums = program.matrix.astype(int) @ whole
    if (whole < 0).any() or (whole > program.uppers).any() or (sums > program.limits).any():
        raise ArithmeticError("the solver's answer is not exact")
    return Optimum(whole, tuple(int(level.astype(int) @ whole) for level in levels))
