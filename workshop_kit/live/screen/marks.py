"""Where the marks of opinion groups stand on the drawing: near where their people stand, and none over another."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

#: The drawing is so wide and high; what is flat is stretched at most so much, or it would be a line.
SIDE: Final = 1000
_STRETCH: Final = 2.0
#: How far apart marks are, where there are few of them; many stand nearer, over half the drawing.
_APART: Final = 52.0
_COVERED: Final = 0.5
_TIMES: Final = 80
#: Turns of marks that stand on one place, so that no two go the same way (the golden angle).
_GOLDEN_ANGLE: Final = 2.39996


def place_marks(groups: Sequence[Sequence[tuple[float, float]]]) -> list[list[list[int]]]:
    """Return by group where its marks stand, 0..1000 both ways, in an order that says nothing of who came when."""
    kept = _place_once(tuple(tuple(sorted(places)) for places in groups))
    return [[list(mark) for mark in marks] for marks in kept]


@lru_cache(maxsize=2)
def _place_once(groups: tuple[tuple[tuple[float, float], ...], ...]) -> tuple[tuple[tuple[int, int], ...], ...]:
    import numpy as np

    flat = np.array([place for places in groups for place in places], dtype=np.float64)
    apart = min(_APART, SIDE * float(np.sqrt(_COVERED / len(flat))))
    placed = _fit(_push_apart(_fit(flat * (1.0, -1.0), _STRETCH), apart), 1.0)
    rows = iter(placed.round().astype(int).tolist())
    return tuple(tuple((int(x), int(y)) for x, y in (next(rows) for _ in places)) for places in groups)


def _push_apart(places: NDArray[np.float64], apart: float) -> NDArray[np.float64]:
    """Move marks that are too near away from each other, a little at a time."""
    import numpy as np

    turn = np.arange(len(places)) * _GOLDEN_ANGLE
    placed: NDArray[np.float64] = places + np.stack([np.cos(turn), np.sin(turn)], axis=1)
    for _ in range(_TIMES):
        between = placed[:, None, :] - placed[None, :, :]
        far = np.sqrt((between**2).sum(axis=2)) + np.eye(len(placed)) * apart
        push = np.maximum(apart - far, 0.0) / np.maximum(far, 1e-6)
        placed = placed + 0.3 * (between * push[:, :, None]).sum(axis=1)
    return np.asarray(placed, dtype=np.float64)


def _fit(places: NDArray[np.float64], stretch: float) -> NDArray[np.float64]:
    """Return places as large as the drawing allows, in its middle; the narrower way is stretched at most so much."""
    import numpy as np

    low, wide = places.min(axis=0), np.maximum(np.ptp(places, axis=0), 1e-9)
    scale = np.minimum(SIDE / wide, stretch * SIDE / wide.max())
    return np.asarray((places - low - wide / 2) * scale + SIDE / 2, dtype=np.float64)
