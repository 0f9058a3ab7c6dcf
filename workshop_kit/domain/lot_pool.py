"""The pool of a lot: kinds of interchangeable people, the quotas of a panel, and the least change that makes one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from workshop_kit.domain.lots import Quota, RelaxedBound

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]

#: Below this a whole number of the solver's is taken for one.
NEARLY: Final = 1e-6


@dataclass(frozen=True)
class Pool:
    """Pool (*vivier*): who may be drawn, as kinds of people whom no quota tells apart.

    Attributes
    ----------
    members
        The people of each kind, by their place in the list, in its order.
    counted
        For each kind, the quotas that its people count for, by their place among the active ones.
    least, most
        The bounds of the active quotas, the last being the panel's size.

    """

    members: tuple[tuple[int, ...], ...]
    counted: tuple[tuple[int, ...], ...]
    least: tuple[int, ...]
    most: tuple[int, ...]
    size: int

    @cached_property
    def sizes(self) -> Numbers:
        """How many people are of each kind."""
        import numpy as np

        return np.array([len(one) for one in self.members], dtype=float)

    @cached_property
    def rows(self) -> Numbers:
        """One row a quota, one column a kind: who counts for what; the last row counts everybody."""
        import numpy as np

        rows = np.zeros((len(self.least), len(self.members)))
        for kind, some in enumerate(self.counted):
            rows[list(some), kind] = 1
        rows[-1] = 1
        return rows

    @cached_property
    def low(self) -> Numbers:
        """The lower bounds of the rows."""
        import numpy as np

        return np.array(self.least, dtype=float)

    @cached_property
    def high(self) -> Numbers:
        """The upper bounds of the rows."""
        import numpy as np

        return np.array(self.most, dtype=float)

    def holds(self, panel: Numbers) -> bool:
        """Tell whether so many of each kind are a panel that fulfils the quotas."""
        counts = self.rows @ panel
        within = (counts >= self.low).all() and (counts <= self.high).all()
        return bool(within and (panel >= 0).all() and (panel <= self.sizes).all())


def make_pool(people: Sequence[Sequence[int]], quotas: Sequence[Quota], size: int) -> Pool:
    """Return the pool of a list of people, kind by kind.

    Kinds stand in the order of the quotas they count for, so that neither the order of the list nor the words of the
    features change anything. A quota that no panel can break tells nobody apart.

    Parameters
    ----------
    people
        For each person, the quotas they count for, by their place in ``quotas``.
    quotas, size
        What a panel must fulfil, and how many people are in it.

    """
    have = count_people(people, quotas)
    active = [
        place for place, one in enumerate(quotas) if one.least > 0 or one.most < min(size, have[place])
    ]  # fmt: skip
    place_of = {place: rank for rank, place in enumerate(active)}
    kinds: dict[tuple[int, ...], list[int]] = {}
    for person, counted in enumerate(people):
        kind = tuple(sorted(place_of[one] for one in counted if one in place_of))
        kinds.setdefault(kind, []).append(person)
    order = sorted(kinds)
    return Pool(
        tuple(tuple(kinds[kind]) for kind in order),
        tuple(order),
        (*(quotas[place].least for place in active), size),
        (*(quotas[place].most for place in active), size),
        size,
    )


def count_people(people: Sequence[Sequence[int]], quotas: Sequence[Quota]) -> list[int]:
    """Return how many people count for each quota."""
    have = [0] * len(quotas)
    for counted in people:
        for place in counted:
            have[place] += 1
    return have


def find_panel(pool: Pool, weights: Numbers, *, gap: float = 0.0) -> Numbers | None:
    """Return the panel of the greatest weight, as how many of each kind are in it; ``None`` if there is no panel.

    Parameters
    ----------
    pool
        The kinds and their quotas.
    weights
        What one person of each kind is worth.
    gap
        The share of the weight that may be missing; nothing may where a proof rests on it.

    """
    import numpy as np
    from scipy.optimize import Bounds, LinearConstraint, milp

    solved: Any = milp(
        -weights,
        integrality=np.ones(len(weights), dtype=np.uint8),
        bounds=Bounds(0, pool.sizes),
        constraints=LinearConstraint(pool.rows, pool.low, pool.high),
        options={"mip_rel_gap": gap},
    )
    if solved.x is None:
        return None
    panel: Numbers = np.round(solved.x)
    return panel if pool.holds(panel) else None


def relax_quotas(people: Sequence[Sequence[int]], quotas: Sequence[Quota], size: int) -> tuple[RelaxedBound, ...]:
    """Return the smallest change of bounds under which a panel exists; none where one exists already.

    The sum of all changes is as small as can be; among such, those of large quotas are preferred, since one person
    fewer of forty is less than one of three.

    Parameters
    ----------
    people, quotas, size
        As for ``make_pool``; there are at least ``size`` people.

    """
    import numpy as np

    have = count_people(people, quotas)
    kinds: dict[tuple[int, ...], int] = {}
    for counted in people:
        kind = tuple(sorted(counted))
        kinds[kind] = kinds.get(kind, 0) + 1
    sizes = [kinds[kind] for kind in sorted(kinds)]
    rows = np.zeros((len(quotas), len(kinds)))
    for column, kind in enumerate(sorted(kinds)):
        rows[list(kind), column] = 1
    lowered, raised = _solve_relaxation(rows, sizes, quotas, size)
    changes = []
    for place, one in enumerate(quotas):
        for bound, before, after in (
            ("min", one.least, one.least - lowered[place]),
            ("max", one.most, one.most + raised[place]),
        ):
            if before != after:
                changes.append(RelaxedBound(one.category, one.feature, bound, before, after, have[place]))  # type: ignore[arg-type]
    return tuple(changes)


def apply_changes(quotas: Sequence[Quota], changes: Sequence[RelaxedBound]) -> tuple[Quota, ...]:
    """Return the quotas with other bounds where some were changed."""
    changed = {(one.category, one.feature, one.bound): one.after for one in changes}
    return tuple(
        Quota(
            one.category,
            one.feature,
            changed.get((one.category, one.feature, "min"), one.least),
            changed.get((one.category, one.feature, "max"), one.most),
        )
        for one in quotas
    )


def _solve_relaxation(
    rows: Numbers, sizes: Sequence[int], quotas: Sequence[Quota], size: int
) -> tuple[list[int], list[int]]:
    """Return by how much each lower bound falls and each upper bound rises."""
    import numpy as np
    from scipy.optimize import Bounds, LinearConstraint, milp

    number, kinds = rows.shape
    low, high = (np.array([getattr(one, name) for one in quotas], dtype=float) for name in ("least", "most"))
    one, none = np.eye(number), np.zeros((number, number))
    everybody = np.concatenate([np.ones(kinds), np.zeros(2 * number)])
    moves = np.concatenate([np.zeros(kinds), np.ones(2 * number)])
    among = [
        LinearConstraint(np.hstack([rows, one, none]), low, np.inf),
        LinearConstraint(np.hstack([rows, none, -one]), -np.inf, high),
        LinearConstraint(everybody[None, :], size, size),
    ]
    bounds = Bounds(0, np.concatenate([np.array(sizes, dtype=float), low, np.maximum(0, size - high)]))
    whole = np.ones(kinds + 2 * number, dtype=np.uint8)
    exact = {"mip_rel_gap": 0}
    found: Any = milp(moves, integrality=whole, bounds=bounds, constraints=among, options=exact)
    least = round(found.fun)
    if least:
        heavy = np.concatenate([np.zeros(kinds), 1 / (1 + low), 1 / (1 + high)])
        among.append(LinearConstraint(moves[None, :], least, least))
        found = milp(heavy, integrality=whole, bounds=bounds, constraints=among, options=exact)
    moved = [round(value) for value in found.x[kinds:]]
    return moved[:number], moved[number:]
