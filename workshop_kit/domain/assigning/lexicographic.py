"""Lexicographic integer programming (*optimisation lexicographique*), exact: each level is kept for the next.

One sum with a weight for each level grows beyond what floating-point numbers hold. Here each level is an objective of
its own with small whole numbers. The linear relaxation bounds it from above; every column and row whose reduced cost
says that it costs more than lies between the bound and the value is fixed, which shrinks what the next level searches.
When a solution of whole numbers reaches the bounds of all levels, it is the best on each of them; where the bounds
promise more than whole numbers can do, that level is solved by branch and bound. HiGHS does both.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[Any]

#: A bound that lies this near below a whole number is that number: it is a sum of whole numbers and simple fractions.
_NEAR: Final = 1e-4
#: Reduced costs are known to within this.
_PRICED: Final = 1e-6
#: What the levels weigh in the sum that is solved first, so that each begins near its best; nothing rests on it.
_GUESS: Final = 0.5


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
    ValueError
        The solver failed, or its answer is not exact: neither is expected.

    """
    import numpy as np

    if program.matrix.shape[1] == 0 or not levels:
        return Optimum(np.zeros(program.matrix.shape[1], dtype=int), tuple(0 for _ in levels))
    search = _Search(program, tell or _tell_nobody)
    values = search.try_bounds(levels, guess)
    if values is None:
        values = _Search(program, tell or _tell_nobody).go_down(levels, guess)
    return _check(program, levels, values)


def _tell_nobody(_share: float) -> None:
    return


class _Search:
    """What is still free: the bounds of columns and rows, and the levels that were passed."""

    def __init__(self, program: Program, tell: Callable[[float], None]) -> None:
        import numpy as np

        self._program, self._tell = program, tell
        self._rows, self._columns = program.matrix.shape
        self._lower = np.zeros(self._columns)
        self._upper = program.uppers.astype(float)
        self._floor = np.full(self._rows, -np.inf)
        self._ceiling = program.limits.astype(float)
        self._passed: list[tuple[Numbers, float]] = []
        self._every = np.arange(self._columns, dtype=np.int32)
        self._linear = self._make(whole=False)

    def try_bounds(self, levels: Sequence[Numbers], guess: Sequence[float]) -> Numbers | None:
        """Return the best solution if whole numbers reach every level's bound; ``None`` if they don't."""
        import numpy as np

        self._relax(_blend(levels, guess))
        for done, level in enumerate(levels[:-1]):
            relaxed = self._relax(level)
            if relaxed is None:
                return None
            bound = float(level @ np.array(relaxed.col_value))
            self._keep(level, relaxed, bound, float(np.floor(bound + _NEAR)))
            self._tell((done + 1) / (len(levels) + 1))
        return self._search_whole(levels[-1])

    def go_down(self, levels: Sequence[Numbers], guess: Sequence[float]) -> Numbers:
        """Return the best solution, solved level by level."""
        import numpy as np

        best = self._search_near(_blend(levels, guess))
        for done, level in enumerate(levels):
            relaxed = self._relax(level)
            if relaxed is None:
                raise ValueError("a level that was reached cannot be reached any more")
            bound = float(level @ np.array(relaxed.col_value))
            if level @ best < np.floor(bound + _NEAR):
                better = self._search_whole(level, best)
                if better is None:
                    raise ValueError("a solution that was found is not allowed any more")
                best = better
            self._keep(level, relaxed, bound, float(level @ best))
            self._tell((done + 1) / len(levels))
        return best

    def _relax(self, objective: Numbers) -> Any:
        """Solve the linear relaxation from where the last one ended; ``None`` when nothing is allowed."""
        self._linear.changeColsCost(self._columns, self._every, -objective.astype(float))
        self._linear.run()
        return self._linear.getSolution() if _is_optimal(self._linear) else None

    def _keep(self, level: Numbers, relaxed: Any, bound: float, reached: float) -> None:
        """Keep a level at what is ``reached``: whatever would cost more than lies up to its ``bound`` is fixed."""
        import numpy as np

        gap = max(0.0, bound - reached)
        values = np.array(relaxed.col_value)
        priced = np.abs(np.array(relaxed.col_dual)) > gap + _PRICED
        fixed = np.flatnonzero(priced & (self._upper > self._lower)).astype(np.int32)
        self._lower[fixed] = self._upper[fixed] = np.round(values[fixed])
        self._linear.changeColsBounds(len(fixed), fixed, self._lower[fixed], self._upper[fixed])
        prices = np.abs(np.array(relaxed.row_dual)[: self._rows])
        sums = np.array(relaxed.row_value)
        for row in np.flatnonzero((prices > gap + _PRICED) & (self._floor < self._ceiling)):
            self._floor[row] = self._ceiling[row] = np.round(sums[row])
            self._linear.changeRowBounds(int(row), float(self._floor[row]), float(self._ceiling[row]))
        if gap > _PRICED:
            self._passed.append((level, reached))
            _add_least(self._linear, level, reached)

    def _search_near(self, blended: Numbers) -> Numbers:
        """Return a good solution of whole numbers: the best of those near the relaxation's."""
        import numpy as np

        relaxed = self._relax(blended)
        if relaxed is None:
            raise ValueError("nothing is allowed, not even to do nothing")
        far = np.abs(np.array(relaxed.col_dual)) > 2 * _GUESS
        kept = self._lower.copy(), self._upper.copy()
        self._lower[far] = self._upper[far] = np.round(np.array(relaxed.col_value)[far])
        found = self._search_whole(blended)
        self._lower, self._upper = kept
        return np.zeros(self._columns) if found is None else found

    def _search_whole(self, objective: Numbers, start: Numbers | None = None) -> Numbers | None:
        """Return the best solution of whole numbers within what is free; ``None`` when there is none."""
        import highspy
        import numpy as np

        solver = self._make(whole=True, objective=objective)
        for level, reached in self._passed:
            _add_least(solver, level, reached)
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

        matrix = self._program.matrix
        model = highspy.HighsLp()
        model.num_col_, model.num_row_ = self._columns, self._rows
        model.col_cost_ = np.zeros(self._columns) if objective is None else -objective.astype(float)
        model.col_lower_, model.col_upper_ = self._lower, self._upper
        model.row_lower_, model.row_upper_ = self._floor, self._ceiling
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
        raise ValueError("the solver's answer is not exact")
    return Optimum(whole, tuple(int(level.astype(int) @ whole) for level in levels))
