"""Where each mark of a matrix stands in its cell: the same on the screen, on the laptop and in print."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, sqrt
from typing import Final

#: The places of a cell that holds few: with fewer, a mark would be as large as its cell.
_DOWN_AT_LEAST: Final = 3
#: A cell is so much wider than it is high.
_ACROSS: Final = 7
_FOR_DOWN: Final = 4


@dataclass(frozen=True)
class Spread:
    """How the marks of one matrix are spread inside its cells (*repères*).

    Each cell has the same places, so that a mark is as large in one as in another and a crowd looks like one. People
    do not matter to it, only how many stand where.

    Attributes
    ----------
    across, down
        The places of every cell: ``down`` rows of ``across``, enough for the fullest cell; 3 rows of 5 at least.
    wide
        Marks in a row, for each cell: rows from interest +2 down to -2, columns from competence 0 to 3. 0 where nobody
        stands.

    """

    across: int
    down: int
    wide: tuple[tuple[int, ...], ...]


def spread_marks(counts: Sequence[Sequence[int]]) -> Spread:
    """Find the places that hold the fullest cell, and the block of rows in which the marks of each cell stand."""
    fullest = max((count for row in counts for count in row), default=0)
    down = _DOWN_AT_LEAST
    while down * _count_across(down) < fullest:
        down += 1
    across = _count_across(down)
    return Spread(across, down, tuple(tuple(ceil(sqrt(count * across / down)) for count in row) for row in counts))


def place_marks(spread: Spread, row: int, column: int, count: int) -> tuple[tuple[float, float], ...]:
    """Return the middle of each mark of one cell, in places from its upper left corner, row by row.

    Two of them are a place apart at least: marks less wide than a place never overlap. The block stands in the middle
    of the cell; its last row begins where the others do.

    Parameters
    ----------
    spread
        How the matrix is spread.
    row, column
        The cell: rows from interest +2 down to -2, columns from competence 0 to 3.
    count
        How many people stand in it, as the spread was made for.

    """
    wide = spread.wide[row][column]
    if count == 0:
        return ()
    left, top = (spread.across - wide) / 2 + 0.5, (spread.down - ceil(count / wide)) / 2 + 0.5
    return tuple((left + index % wide, top + index // wide) for index in range(count))


def _count_across(down: int) -> int:
    return down * _ACROSS // _FOR_DOWN
