"""Generalised assignment, solved exactly by HiGHS through SciPy: items to holders of limited capacity."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

#: Beyond this, whole numbers are no longer exact in the solver's arithmetic.
EXACT_AT_MOST: Final = 2**53


@dataclass(frozen=True)
class Pair:
    """An item that may go to a holder: what it is worth there, and how much of the holder's capacity it uses."""

    item: int
    holder: int
    value: int
    use: int = 1


def choose_pairs(
    pairs: Sequence[Pair], items: int, capacities: Sequence[int], *, everyone: bool = False
) -> tuple[Pair, ...]:
    """Return the pairs of the greatest total value, each item at most once, no holder over its capacity.

    Parameters
    ----------
    pairs
        What may go where; the result follows their order.
    items
        How many items there are; ``Pair.item`` is below it.
    capacities
        What each holder takes; ``Pair.holder`` is an index into it.
    everyone
        Each item must go somewhere.

    Raises
    ------
    ValueError
        No solution exists (only with ``everyone``), or the values are too large to be exact.

    """
    if sum(abs(pair.value) for pair in pairs) == 0 and not everyone:
        return ()
    if items * max((abs(pair.value) for pair in pairs), default=0) >= EXACT_AT_MOST:
        raise ValueError("the values of this assignment are too large to be added exactly")
    # scipy is imported here: the participant's page imports this package's values without it
    import numpy as np
    from scipy.optimize import Bounds, LinearConstraint, milp
    from scipy.sparse import csr_array

    number = len(pairs)
    columns = np.arange(number)
    once = csr_array((np.ones(number), ([p.item for p in pairs], columns)), shape=(items, number))
    uses = csr_array(
        (np.array([p.use for p in pairs], dtype=float), ([p.holder for p in pairs], columns)),
        shape=(len(capacities), number),
    )
    solved: Any = milp(
        -np.array([p.value for p in pairs], dtype=float),
        integrality=np.ones(number, dtype=np.uint8),
        bounds=Bounds(0, 1),
        constraints=[
            LinearConstraint(once, np.ones(items) if everyone else -np.inf, np.ones(items)),
            LinearConstraint(uses, -np.inf, np.array(capacities, dtype=float)),
        ],
        options={"mip_rel_gap": 0},  # HiGHS stops at 0.01 % by default: not exact
    )
    if not solved.success:
        raise ValueError(f"no assignment found: {solved.message}")
    return tuple(pair for pair, taken in zip(pairs, solved.x, strict=True) if taken > 0.5)
