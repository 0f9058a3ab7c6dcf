"""A uniform lottery over a thousand panels: each person stands in so many of them as their chance says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import gcd
from typing import TYPE_CHECKING, Any, Final

from workshop_kit.domain.lot_pool import NEARLY, Pool, find_panel
from workshop_kit.domain.lots import Tell, tell_nobody

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from workshop_kit.domain.lot_pool import Numbers

#: How many kinds are settled by whole numbers at first, the others staying as the linear programme left them.
_OPEN: Final = 100
#: Kinds over which the linear programme is solved at first; those far from its threshold are seldom wrong.
_NEAR: Final = 300
#: How much of the weight of a panel may be missing: the next panels make up for it.
_ENOUGH: Final = 1.0
#: Kinds that may be exchanged for one another, how often at most, and what a quota missed by one person weighs.
_NEAR_THRESHOLD: Final = 80
_EXCHANGED_AT_MOST: Final = 30
_WRONG: Final = 1000.0
#: For how many exchanges a kind stays as it was put.
_BARRED: Final = 8
#: After how many panels it is told how many there are.
_TOLD_EVERY: Final = 20
#: How often all kinds are gone through to even out what is missing.
_PASSES: Final = 6


def draw_from(panels: Numbers, shares: Numbers, wanted: Numbers, pool: Pool, number: int) -> Numbers:
    """Return ``number`` panels out of some, so that each kind stands in as many as its chance says.

    Parameters
    ----------
    panels, shares
        Panels as rows, with their chance in a lottery.
    wanted
        The chance of one person of each kind.
    pool, number
        The kinds, and how many panels are made.

    """
    import numpy as np

    target = wanted * pool.sizes * number
    times = np.floor(shares * number + NEARLY)
    worth = 1 / pool.sizes
    rest = target - times @ panels
    norms = (panels * panels) @ worth
    while times.sum() < number:
        # the panel after which least is missing, everybody's part counted as their own
        best = int(np.argmin(norms - 2 * (panels @ (rest * worth))))
        times[best] += 1
        rest = rest - panels[best]
    _exchange(times, rest, panels, worth)
    return np.repeat(panels, times.astype(int), axis=0)


def _exchange(times: Numbers, rest: Numbers, panels: Numbers, worth: Numbers) -> None:
    """Exchange one panel for another as long as less is missing afterwards; changes ``times``."""
    import numpy as np

    products = (panels * worth) @ panels.T
    norms = np.diag(products)
    pull = products.dtype.type(2) * (panels @ (rest * worth))
    apart = norms[:, None] + norms[None, :] - 2 * products
    for _ in range(20 * len(times) + 1000):
        # taking out a and putting in b changes what is missing by |a − b|² + 2 rest·(a − b)
        change = apart + pull[:, None] - pull[None, :]
        change[times < 1, :] = np.inf
        out, into = np.unravel_index(int(np.argmin(change)), change.shape)
        if change[out, into] >= -NEARLY:
            return
        times[out] -= 1
        times[into] += 1
        pull = pull + 2 * (products[:, out] - products[:, into])


class PanelMaker:
    """Error diffusion (*diffusion d'erreur*): makes panels one by one, each for what those before left missing.

    Among panels in which each kind has its expected number, rounded up or down, the one is taken that has most of what
    is missing: by a linear programme, of which few kinds remain in parts; those and their like are settled in whole
    numbers.

    Parameters
    ----------
    pool
        The kinds and their quotas.
    wanted
        The chance of one person of each kind.

    """

    def __init__(self, pool: Pool, wanted: Numbers) -> None:
        import numpy as np

        expected = wanted * pool.sizes
        self._asked = pool
        self._pool = _hold_fast(pool, expected)
        self._floor = np.floor(expected + NEARLY)
        self._ceiling = np.minimum(np.maximum(self._floor, np.ceil(expected - NEARLY)), pool.sizes)
        self._expected = expected
        self._prices: Numbers = np.zeros(len(pool.low))

    def make(self, number: int, tell: Tell = tell_nobody) -> tuple[Numbers, Numbers]:
        """Return panels, and what is missing after them to the expected number of each kind."""
        import numpy as np

        rest = np.zeros(len(self._expected))
        made = []
        for place in range(number):
            if place % _TOLD_EVERY == 0:
                tell("panels", place / number)
            rest = rest + self._expected
            panel = self._find(rest)
            rest = rest - panel
            made.append(panel)
        return even_out(np.array(made), rest, self._pool)

    def _find(self, rest: Numbers) -> Numbers:
        """Return the panel that has most of what is missing."""
        import numpy as np

        gain = (rest - self._floor - 0.5) / self._pool.sizes
        relaxed, apart = self._relax(gain)
        open_ = self._floor < self._ceiling
        order = np.argsort(np.where(open_, np.abs(apart), np.inf), kind="stable")
        parts = np.flatnonzero(np.abs(relaxed - np.round(relaxed)) > NEARLY)
        panel = self._repair(relaxed, gain, order)
        if panel is not None:
            return panel
        free = _OPEN
        while free < 4 * len(gain):
            panel = self._settle(relaxed, gain, np.union1d(order[:free], parts))
            if panel is not None:
                return panel
            free *= 2
        # no panel has the expected numbers rounded, at all the bounds where the expected one stands: any other
        self._pool = self._asked
        found = find_panel(self._pool, gain, gap=0.01)
        if found is None:
            raise ArithmeticError("no panel found where one exists")
        return found

    def _repair(self, relaxed: Numbers, gain: Numbers, order: NDArray[Any]) -> Numbers | None:
        """Return a panel near a relaxed one, by exchanging one person for another; ``None`` where that is not enough.

        Each exchange is the one after which least is wrong with the quotas, and among such the one that costs least.
        """
        import numpy as np

        pool = self._pool
        panel = np.floor(relaxed + NEARLY)
        parts = np.argsort(panel - relaxed, kind="stable")[: max(0, round(pool.size - panel.sum()))]
        panel[parts] += 1
        counts, barred = pool.rows @ panel, np.zeros(len(panel), dtype=int)
        wrong = _count_wrong(counts[:, None], pool)[0]
        for step in range(_EXCHANGED_AT_MOST):
            near = order[:_NEAR_THRESHOLD]
            near = near[barred[near] <= step]
            out, into = near[panel[near] > self._floor[near]], near[panel[near] < self._ceiling[near]]
            if not len(out) or not len(into):
                break
            after, cost = self._weigh_exchanges(counts, gain, out, into)
            best = int(np.argmin(after * _WRONG + cost))
            if not wrong and after[best] * _WRONG + cost[best] >= -NEARLY:
                break
            first, second = out[best // len(into)], into[best % len(into)]
            panel[first] -= 1
            panel[second] += 1
            counts = counts - pool.rows[:, first] + pool.rows[:, second]
            wrong = after[best]
            barred[[first, second]] = step + _BARRED
        return panel if pool.holds(panel) else None

    def _weigh_exchanges(
        self, counts: Numbers, gain: Numbers, out: NDArray[Any], into: NDArray[Any]
    ) -> tuple[Numbers, Numbers]:
        """Return how wrong the quotas are after each exchange of one kind for another, and what it costs."""
        rows = self._pool.rows
        changed = counts[:, None, None] - rows[:, out][:, :, None] + rows[:, into][:, None, :]
        cost: Numbers = (gain[out][:, None] - gain[into][None, :]).ravel()
        return _count_wrong(changed.reshape(len(counts), -1), self._pool), cost

    def _settle(self, relaxed: Numbers, gain: Numbers, free: NDArray[Any]) -> Numbers | None:
        """Return the panel that differs from a relaxed one in some kinds alone; ``None`` if there is none."""
        import numpy as np
        from scipy.optimize import Bounds, LinearConstraint, milp

        pool = self._pool
        panel = np.round(relaxed)
        panel[free] = 0
        used = pool.rows @ panel
        weight = abs(float(gain[free] @ relaxed[free]))
        solved: Any = milp(
            -gain[free],
            integrality=np.ones(len(free), dtype=np.uint8),
            bounds=Bounds(self._floor[free], self._ceiling[free]),
            constraints=LinearConstraint(pool.rows[:, free], pool.low - used, pool.high - used),
            options={"mip_rel_gap": _ENOUGH / max(weight, NEARLY)},
        )
        if solved.x is None:
            return None
        panel[free] = np.round(solved.x)
        return panel if pool.holds(panel) else None

    def _relax(self, gain: Numbers) -> tuple[Numbers, Numbers]:
        """Return the relaxed panel of the greatest gain, and how far each kind is from being neither in nor out.

        The prices of the quotas differ little from one panel to the next: only kinds near their threshold are put
        before the solver, and more of them where its answer contradicts the others.
        """
        import numpy as np

        near = _NEAR
        apart = gain - self._prices @ self._pool.rows
        open_ = self._floor < self._ceiling
        while True:
            order = np.argsort(np.where(open_, np.abs(apart), np.inf), kind="stable")
            free = np.sort(order[:near])
            relaxed = np.where(apart > 0, self._ceiling, self._floor)
            solved, prices = self._solve_near(relaxed, gain, free)
            everything = near >= len(gain)
            if solved is not None:
                relaxed[free] = solved
                apart = gain - prices @ self._pool.rows
                wrong = np.where(apart > NEARLY, relaxed < self._ceiling, (apart < -NEARLY) & (relaxed > self._floor))
                wrong[free] = False
                self._prices = prices
                if everything or not wrong.any():
                    return relaxed, apart
            elif everything:
                return self._expected, np.zeros(len(gain))
            near *= 2

    def _solve_near(self, relaxed: Numbers, gain: Numbers, free: NDArray[Any]) -> tuple[Numbers | None, Numbers]:
        """Solve the linear programme over some kinds, the others standing; return their numbers and the prices."""
        import numpy as np
        from scipy.optimize import linprog

        pool = self._pool
        rest = relaxed.copy()
        rest[free] = 0
        used = pool.rows @ rest
        equal = pool.low == pool.high
        rows, low, high = pool.rows[:, free], pool.low - used, pool.high - used
        solved: Any = linprog(
            -gain[free],
            A_ub=np.concatenate([rows[~equal], -rows[~equal]]),
            b_ub=np.concatenate([high[~equal], -low[~equal]]),
            A_eq=rows[equal],
            b_eq=low[equal],
            bounds=np.column_stack([self._floor[free], self._ceiling[free]]),
            method="highs-ds",
        )
        if solved.x is None:
            return None, self._prices
        prices = np.zeros(len(low))
        half = int((~equal).sum())
        prices[~equal] = solved.ineqlin.marginals[half:] - solved.ineqlin.marginals[:half]
        prices[equal] = -solved.eqlin.marginals
        return solved.x, prices


def _hold_fast(pool: Pool, expected: Numbers) -> Pool:
    """Return a pool whose panels all stand at the bounds at which the expected one stands."""
    counts = pool.rows @ expected
    at_least, at_most = counts <= pool.low + NEARLY, counts >= pool.high - NEARLY
    return replace(
        pool,
        least=tuple(high if fast else low for low, high, fast in zip(pool.least, pool.most, at_most, strict=True)),
        most=tuple(low if fast else high for low, high, fast in zip(pool.least, pool.most, at_least, strict=True)),
    )


def _count_wrong(counts: Numbers, pool: Pool) -> Numbers:
    """Return by how many people each column of counts misses the quotas."""
    import numpy as np

    high, low = counts - pool.high[:, None], pool.low[:, None] - counts
    wrong: Numbers = (np.maximum(high, 0) + np.maximum(low, 0)).sum(axis=0)
    return wrong


def even_out(panels: Numbers, rest: Numbers, pool: Pool) -> tuple[Numbers, Numbers]:
    """Exchange single people between kinds, within panels that still fulfil the quotas, while less is missing by it.

    Returns
    -------
        The panels, and what is missing after them to the expected number of each kind.

    """
    import numpy as np

    panels, rest = panels.copy(), rest.copy()
    counts = panels @ pool.rows.T
    worth = 1 / pool.sizes
    for _ in range(_PASSES):
        moved = False
        for kind in np.argsort(rest * worth, kind="stable"):
            while 2 * rest[kind] + 1 < 0:
                found = _find_exchange(int(kind), panels, counts, rest, pool)
                if found is None:
                    break
                place, other = found
                panels[place, kind] -= 1
                panels[place, other] += 1
                counts[place] += pool.rows[:, other] - pool.rows[:, kind]
                rest[kind] += 1
                rest[other] -= 1
                moved = True
        if not moved:
            break
    return panels, rest


def _find_exchange(kind: int, panels: Numbers, counts: Numbers, rest: Numbers, pool: Pool) -> tuple[int, int] | None:
    """Return a panel in which somebody of a kind may give their place, and to which kind, so that most is gained."""
    import numpy as np

    gain = -(2 * rest[kind] + 1) / pool.sizes[kind] - (1 - 2 * rest) / pool.sizes
    others = np.flatnonzero(gain > NEARLY)
    places = np.flatnonzero(panels[:, kind] > 0)
    if not len(others) or not len(places):
        return None
    difference = pool.rows[:, others] - pool.rows[:, [kind]]
    full, bare = counts[places] >= pool.high, counts[places] <= pool.low
    broken = full.astype(float) @ (difference > 0) + bare.astype(float) @ (difference < 0)
    possible = (broken == 0) & (panels[np.ix_(places, others)] < pool.sizes[others])
    anywhere = possible.any(axis=0)
    if not anywhere.any():
        return None
    best = int(np.argmax(np.where(anywhere, gain[others], -np.inf)))
    return int(places[int(np.argmax(possible[:, best]))]), int(others[best])


def name_people(pool: Pool, panels: Numbers) -> tuple[tuple[int, ...], ...]:
    """Return the people of each panel, by their place in the list: within a kind they take turns.

    So people whom no quota tells apart stand in equally many panels, or one more. Turns leap over the list, in which
    neighbours and families often follow each other.
    """
    turns = [_leap(members) for members in pool.members]
    turn = [0] * len(turns)
    named = []
    for panel in panels:
        people: list[int] = []
        for kind, members in enumerate(turns):
            for _ in range(round(panel[kind])):
                people.append(members[turn[kind] % len(members)])
                turn[kind] += 1
        named.append(tuple(sorted(people)))
    return tuple(named)


def _leap(members: Sequence[int]) -> list[int]:
    """Return some people in leaps of about five eighths of their number, each once."""
    leap = max(1, round(len(members) * 0.618))
    while gcd(leap, len(members)) != 1:
        leap += 1
    return [members[place * leap % len(members)] for place in range(len(members))]


def count_chances(panels: Sequence[Sequence[int]], people: int) -> tuple[float, ...]:
    """Return for each person the share of the panels that they are in."""
    counts = [0] * people
    for panel in panels:
        for person in panel:
            counts[person] += 1
    return tuple(count / len(panels) for count in counts)
