"""The solver (*solveur*): HiGHS, with what is free narrowed and widened again, relaxed or in whole numbers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[Any]

#: Reduced costs and what a level comes to are known to within this.
PRICED: Final = 1e-6


#: One thread and no clock: the same data give the same answer. Objectives are whole numbers: less than one apart is the
#: best.
_OPTIONS: Final = {
    "output_flag": False,
    "threads": 1,
    "parallel": "off",
    "mip_rel_gap": 0.0,
    "mip_abs_gap": 0.9,
}


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
class Free:
    """What is free once some levels are kept: the bounds of columns and rows, and the least of levels that need one."""

    lower: Numbers
    upper: Numbers
    floor: Numbers
    ceiling: Numbers
    least: tuple[tuple[int, float], ...] = ()


class Solver:
    """A program with its levels (*modèle*): the relaxation goes on from where it ended, whole numbers are branched for.

    Parameters
    ----------
    program
        What is allowed.
    levels
        The objectives, most important first: whole numbers, one for each column.
    ask
        Called again and again while it searches; what this raises ends the search at once, and is raised.

    """

    def __init__(self, program: Program, levels: Sequence[Numbers], ask: Callable[[], None] | None = None) -> None:
        import numpy as np

        self._program, self.levels, self._ask = program, levels, ask
        self.rows, self.columns = program.matrix.shape
        self.free = Free(
            np.zeros(self.columns),
            program.uppers.astype(float),
            np.full(self.rows, -np.inf),
            program.limits.astype(float),
        )
        self._every = np.arange(self.columns, dtype=np.int32)
        self._least_rows: dict[int, int] = {}
        self._linear = self._make(whole=False)

    def restore(self, free: Free) -> None:
        """Have the relaxation be what it was when this was free."""
        import numpy as np

        now, self.free = self.free, free
        changed = np.flatnonzero((now.lower != free.lower) | (now.upper != free.upper)).astype(np.int32)
        self._linear.changeColsBounds(len(changed), changed, free.lower[changed], free.upper[changed])
        for row in np.flatnonzero((now.floor != free.floor) | (now.ceiling != free.ceiling)):
            self._linear.changeRowBounds(int(row), float(free.floor[row]), float(free.ceiling[row]))
        kept = dict(free.least)
        for level in sorted(kept.keys() - self._least_rows.keys()):
            self._least_rows[level] = self.rows + len(self._least_rows)
            _add_least(self._linear, self.levels[level], kept[level])
        for level, added in self._least_rows.items():
            self._linear.changeRowBounds(added, kept.get(level, -np.inf), np.inf)

    @property
    def basis(self) -> Any:
        """Where the last relaxation ended; the next goes on from there, or from one that is given back."""
        return self._linear.getBasis()

    @basis.setter
    def basis(self, basis: Any) -> None:
        import highspy

        if not basis.valid:  # nothing was allowed, and the relaxation ended nowhere
            return
        added = self._linear.getNumRow() - len(basis.row_status)
        if added > 0:  # rows of levels that came since
            basis.row_status = [*basis.row_status, *[highspy.HighsBasisStatus.kBasic] * added]
        self._linear.setBasis(basis)

    def relax(self, objective: Numbers) -> Any:
        """Solve the linear relaxation from where the last one ended; ``None`` when nothing is allowed."""
        self._linear.changeColsCost(self.columns, self._every, -objective.astype(float))
        self._run(self._linear)
        return self._linear.getSolution() if _is_optimal(self._linear) else None

    def allows(self, solution: Numbers) -> bool:
        """Tell whether a solution of whole numbers lies within what is free."""
        free, sums = self.free, self._program.matrix @ solution
        within = bool((free.lower <= solution).all() and (solution <= free.upper).all())
        within &= bool((free.floor <= sums).all() and (sums <= free.ceiling).all())
        return within and all(reaches(self.levels[level], solution, reached) for level, reached in free.least)

    def branch(
        self, objective: Numbers, start: Numbers | None, relaxed: Any, fixed: Numbers, near: float = 0.0
    ) -> Numbers | None:
        """Return the best solution of whole numbers whose ``fixed`` columns are as in the relaxation, by branching."""
        import highspy
        import numpy as np

        kept, values = self.free, np.round(np.array(relaxed.col_value))
        lower, upper = np.where(fixed, values, kept.lower), np.where(fixed, values, kept.upper)
        self.free = Free(lower, upper, kept.floor, kept.ceiling, kept.least)
        solver = self._make(whole=True, objective=objective)
        self.free = kept
        solver.setOptionValue("mip_rel_gap", near)
        for level, reached in kept.least:
            _add_least(solver, self.levels[level], reached)
        if start is not None:
            begun = highspy.HighsSolution()
            begun.col_value = list(start)
            solver.setSolution(begun)
        self._run(solver)
        if not _is_optimal(solver):
            return None
        return np.round(np.array(solver.getSolution().col_value))

    def _run(self, solver: Any) -> None:
        """Have HiGHS solve, and ask meanwhile whether it is to go on."""
        from highspy import cb

        if self._ask is None:
            solver.run()
            return
        asking = _Asking(self._ask)
        solver.setCallback(_go_on, asking)
        for kind in (cb.HighsCallbackType.kCallbackSimplexInterrupt, cb.HighsCallbackType.kCallbackMipInterrupt):
            solver.startCallback(kind)
        try:
            solver.run()
        finally:  # HiGHS never lets go of what it was given
            raised, asking.raised, asking.ask = asking.raised, None, None
            solver.setCallback(None, None)
        if raised is not None:
            raise raised

    def _make(self, *, whole: bool, objective: Numbers | None = None) -> Any:
        """Return a solver that holds what is free, for whole numbers or for their relaxation."""
        # highspy is imported here: the participant's page imports this package's values without it
        import highspy
        import numpy as np

        matrix, free = self._program.matrix, self.free
        model = highspy.HighsLp()
        model.num_col_, model.num_row_ = self.columns, self.rows
        model.col_cost_ = np.zeros(self.columns) if objective is None else -objective.astype(float)
        model.col_lower_, model.col_upper_ = free.lower, free.upper
        model.row_lower_, model.row_upper_ = free.floor, free.ceiling
        model.a_matrix_.format_ = highspy.MatrixFormat.kColwise
        model.a_matrix_.start_, model.a_matrix_.index_ = matrix.indptr, matrix.indices
        model.a_matrix_.value_ = matrix.data.astype(float)
        if whole:
            model.integrality_ = [highspy.HighsVarType.kInteger] * self.columns
        solver: Any = highspy.Highs()  # type: ignore[no-untyped-call]
        for option, value in _OPTIONS.items():
            solver.setOptionValue(option, value)
        solver.passModel(model)
        return solver


@dataclass
class _Asking:
    """Whom to ask whether to go on, and what they raised."""

    ask: Callable[[], None] | None
    raised: BaseException | None = None


def _go_on(_kind: Any, _message: str, _found: Any, told: Any, asking: _Asking) -> None:
    """Ask, as HiGHS calls it: no exception may pass through it, so it is told to stop."""
    if asking.raised is None and asking.ask is not None:
        try:
            asking.ask()
        except BaseException as error:  # raised once HiGHS has ended
            asking.raised = error
    told.user_interrupt = asking.raised is not None


def reaches(objective: Numbers, solution: Numbers | None, enough: float) -> bool:
    """Tell whether there is a solution, and an objective comes to ``enough`` by it."""
    return solution is not None and bool(objective @ solution >= enough - PRICED)


def _add_least(solver: Any, level: Numbers, reached: float) -> None:
    import highspy
    import numpy as np

    columns = np.flatnonzero(level).astype(np.int32)
    solver.addRow(reached, highspy.kHighsInf, len(columns), columns, level[columns].astype(float))


def _is_optimal(solver: Any) -> bool:
    import highspy

    return bool(solver.getModelStatus() == highspy.HighsModelStatus.kOptimal)
