"""The fairest lottery (*leximin*): the least likely person is as likely as can be, then the next, and so on.

After Flanigan, Gölz, Gupta, Hennig and Procaccia, "Fair algorithms for selecting citizens' assemblies" (Nature, 2021),
over kinds of interchangeable people, on HiGHS. What no lottery can beat is found first, by counting people as if they
could be divided; then it is shown that panels of whole people reach it, or found how near they come.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from workshop_kit.domain.lot_pool import Pool, find_panel
from workshop_kit.domain.lots import Tell, tell_nobody

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from workshop_kit.domain.lot_pool import Numbers

#: A chance is known to within this.
EXACT: Final = 1e-7
#: A dual value above this says that nobody of the kind can be given more.
_PRICED: Final = 1e-7
#: By how much quotas may be missed by parts of people, since chances that were settled carry the solver's rounding.
_SLACKS: Final = (1e-10, 1e-9, 1e-8, 1e-7, 1e-6, 1e-5)
#: Panels that are searched for at most before what was found is taken, and its distance to the bound said.
SEARCHED_AT_MOST: Final = 4000
#: In a pool of more kinds each search takes about a second: it is left sooner.
_MANY: Final = 150
_SEARCHED_OF_MANY: Final = 60


@dataclass(frozen=True)
class Fairest:
    """Leximin chances (*chances*) of each kind, and what they rest on.

    Attributes
    ----------
    chances
        The chance of one person of each kind.
    panels
        Panels among which a lottery gives these chances, one row a panel; none where they were not looked for.
    shares
        The chance of each of these panels.
    missing
        By how much some chance may be below what leximin gives it; 0 where it is proved.

    """

    chances: Numbers
    panels: Numbers
    shares: Numbers
    missing: float


def find_bound(pool: Pool) -> Numbers:
    """Return for each kind the leximin chance that people would have if they could be divided: none can have better.

    Each round finds how likely the least likely can be, by a linear programme, and settles those who can be given no
    more: those whose dual value says so, or who are certain to be drawn.
    """
    import numpy as np

    settled = np.full(len(pool.sizes), np.nan)
    while (open_ := np.isnan(settled)).any():
        least, priced, certain = _raise_least(pool, settled, open_)
        places = np.flatnonzero(open_)
        if not (priced | certain).any():  # no dual value is clear of noise: nobody is known to be able to have more
            priced = np.ones(len(places), dtype=bool)
        settled[places[priced]] = least
        settled[places[certain]] = 1.0
    chances: Numbers = np.clip(np.where(settled < EXACT / 10, 0, settled), 0, 1)
    return chances


def _raise_least(pool: Pool, settled: Numbers, open_: NDArray[Any]) -> tuple[float, NDArray[Any], NDArray[Any]]:
    """Return the greatest chance that all open kinds can have, and which of them are held by it, or by certainty."""
    import numpy as np
    from scipy.optimize import linprog
    from scipy.sparse import csr_array, eye_array, hstack, vstack

    counts = pool.rows * pool.sizes
    used = counts[:, ~open_] @ settled[~open_]
    mine, number = counts[:, open_], int(open_.sum())
    above = csr_array(np.column_stack([mine.sum(axis=1), mine]))
    certain = hstack([csr_array(np.ones((number, 1))), eye_array(number)])
    for slack in _SLACKS:
        solved: Any = linprog(
            np.concatenate([[-1.0], np.zeros(number)]),
            A_ub=vstack([above, -above, certain]).tocsr(),
            b_ub=np.concatenate([pool.high - used + slack, used - pool.low + slack, np.ones(number)]),
            bounds=(0, None),
            method="highs",
        )
        if solved.x is not None:
            break
    else:
        raise ArithmeticError(f"no chances found: {solved.message}")
    return (
        float(solved.x[0]),
        solved.lower.marginals[1:] > _PRICED,
        -solved.ineqlin.marginals[2 * len(pool.low) :] > _PRICED,
    )


def find_fairest(pool: Pool, tell: Tell = tell_nobody) -> Fairest:
    """Return the leximin chances of a pool of which some panel exists, with the panels that prove them."""
    import numpy as np

    bound = find_bound(pool)
    search = _Search(pool, tell)
    search.cover(bound)
    shares, missing = search.reach(bound)
    if missing <= EXACT:
        return Fairest(bound, np.array(search.panels), shares, 0.0)
    if search.exhausted:  # nobody lacks more than this to what no lottery can beat
        panels = np.array(search.panels)
        return Fairest((shares @ panels) / pool.sizes, panels, shares, missing)
    chances, unproved = search.raise_all()
    shares, _ = search.reach(chances, further=False)
    return Fairest(chances, np.array(search.panels), shares, unproved)


class _Search:
    """Column generation (*génération de colonnes*): panels found so far, and the search for those that are missing.

    Parameters
    ----------
    pool
        The kinds and their quotas.
    tell
        Told at each panel that is found; how many will be, nobody knows before.

    """

    def __init__(self, pool: Pool, tell: Tell = tell_nobody) -> None:
        self._pool = pool
        self._tell = tell
        self._known: set[bytes] = set()
        self.panels: list[Numbers] = []
        self._left = SEARCHED_AT_MOST if len(pool.members) <= _MANY else _SEARCHED_OF_MANY
        self._gap = 0.0

    @property
    def exhausted(self) -> bool:
        """Whether the search ended before nothing was left to find."""
        return self._left <= 0

    def cover(self, wanted: Numbers) -> None:
        """Find panels until everybody who can be in one is: the fewer panels somebody is in, the more they weigh."""
        import numpy as np

        weights = np.where(wanted > 0, 1.0, 0.0)
        seen = np.zeros(len(weights))
        for _ in range(min(len(weights), _SEARCHED_OF_MANY)):
            panel = find_panel(self._pool, weights)
            if panel is None:
                raise ArithmeticError("no panel found where one exists")
            seen += panel
            self._keep(panel)
            weights = np.where(panel > 0, weights * 0.5, weights)
        # exact: as long as somebody who is in none can be in one, the heaviest panel has such a person
        while (missing := (seen == 0) & (wanted > 0)).any():
            panel = find_panel(self._pool, missing.astype(float))
            if panel is None or not panel[missing].any():
                return
            seen += panel
            self._keep(panel)

    def reach(self, wanted: Numbers, *, further: bool = True) -> tuple[Numbers, float]:
        """Return the shares of panels that come nearest to some chances, and how much the worst treated lacks.

        Where nothing lacks, the shares give just these chances. New panels are looked for while one can help.
        """
        import numpy as np

        while True:
            columns = self._columns()
            # minimise e: each kind has at least wanted − e
            solved = _solve_master(columns, wanted, np.ones(len(wanted)))
            lack, prices, price = solved.lack, solved.prices, solved.price
            if lack <= EXACT or not further or self.exhausted or not self._look(prices, price):
                return solved.shares, lack

    def raise_all(self) -> tuple[Numbers, float]:
        """Return the leximin chances over whole people: the least likely first, settled kind by kind."""
        import numpy as np

        number = len(self._pool.sizes)
        settled, open_ = np.zeros(number), np.ones(number, dtype=bool)
        unproved = 0.0
        while open_.any():
            solved = _solve_master(self._columns(), settled, open_.astype(float))
            while self._look(solved.prices, solved.price):
                solved = _solve_master(self._columns(), settled, open_.astype(float))
            unproved = max(unproved, self._gap)
            held = open_ & (solved.prices > _PRICED)
            if not held.any():
                held = open_
            settled[held] = max(0.0, -solved.lack)
            open_ &= ~held
        return settled, unproved

    def _look(self, prices: Numbers, price: float) -> bool:
        """Find the panel that is worth most at some prices, and tell whether it is worth more than those known."""
        self._gap = 0.0
        panel = find_panel(self._pool, prices / self._pool.sizes)
        if panel is None:
            return False
        gain = float(prices @ (panel / self._pool.sizes)) - price
        if gain <= EXACT / 10:
            return False
        self._left -= 1
        if self._left <= 0:
            self._gap = gain
            return False
        return self._keep(panel)

    def _keep(self, panel: Numbers) -> bool:
        told = panel.tobytes()
        if told in self._known:
            return False
        self._known.add(told)
        self.panels.append(panel)
        self._tell("proof", len(self.panels) / (len(self.panels) + _MANY))
        return True

    def _columns(self) -> Numbers:
        import numpy as np

        columns: Numbers = (np.array(self.panels) / self._pool.sizes).T
        return columns


@dataclass(frozen=True)
class _Solved:
    """Master problem as solved: what the worst treated lacks, the shares of panels, and prices by kind."""

    lack: float
    shares: Numbers
    prices: Numbers
    price: float


def _solve_master(columns: Numbers, wanted: Numbers, open_: Numbers) -> _Solved:
    """Share chances among known panels so that open kinds lack as little as can be, and the others nothing.

    Without a wish of theirs (0) open kinds lack less than nothing: the least that all of them have.
    """
    import numpy as np
    from scipy.optimize import linprog

    number = columns.shape[1]
    solved: Any = linprog(
        np.concatenate([np.zeros(number), [1.0]]),
        A_ub=np.column_stack([-columns, -open_]),
        b_ub=-(wanted - (1 - open_) * EXACT),
        A_eq=np.concatenate([np.ones(number), [0.0]])[None, :],
        b_eq=np.ones(1),
        bounds=[(0, None)] * number + [(None, None)],
        method="highs",
    )
    if solved.x is None:
        raise ArithmeticError(f"no shares found: {solved.message}")
    prices = np.maximum(0.0, -solved.ineqlin.marginals)
    return _Solved(float(solved.x[-1]), solved.x[:-1], prices, -float(solved.eqlin.marginals[0]))
