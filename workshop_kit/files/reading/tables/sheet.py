"""What every reader of files makes: sheets of rows of text, with what was hidden and what was carried along."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from workshop_kit.domain.model import Reason
from workshop_kit.errors import UnreadableFile

#: Larger files are not lists of a workshop: a whole-country register is refused, since each file is read whole.
BYTES_AT_MOST: Final = 50_000_000
#: What a compressed workbook may unpack to; beyond, it is a trap or a register.
UNPACKED_AT_MOST: Final = 150_000_000
#: Filled rows and columns of one sheet, and filled cells of one file.
ROWS_AT_MOST: Final = 60_000
COLUMNS_AT_MOST: Final = 600
CELLS_AT_MOST: Final = 1_500_000
#: Rows over which one cell of a web page may go.
_ROWS_SPANNED: Final = 2000

#: What stands for a formula whose value no program ever worked out: what it would say is not in the file.
UNCOMPUTED: Final = "#CALC?"

#: What surrounds a cell without being part of it.
EDGES: Final = " \t\r\n\u00a0\u202f\ufeff\0"
_LINE_BREAK_IN_WORDS: Final = re.compile(r"_x000D_(?:\r?\n)?|_x000A_")


@dataclass(frozen=True)
class Row:
    """A row: its cells as people read them, and its line (in a spreadsheet, the row's number).

    ``carried`` are the places whose value comes from a merged cell further up or to the left.
    """

    line: int
    cells: tuple[str, ...]
    hidden: bool = False
    carried: frozenset[int] = frozenset()

    @property
    def own(self) -> tuple[str, ...]:
        """The filled cells that stand in this row alone."""
        return tuple(cell for place, cell in enumerate(self.cells) if cell and place not in self.carried)


@dataclass(frozen=True)
class Sheet:
    """A sheet: its filled rows in order. A text file has one, without a name."""

    name: str
    rows: tuple[Row, ...]
    hidden: bool = False
    hidden_columns: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Tables:
    """What stands in a file, and what was done with care to read it (``files.note.<code>``)."""

    sheets: tuple[Sheet, ...]
    notes: tuple[Reason, ...] = ()


@dataclass(frozen=True)
class Merge:
    """Merged cells: first and last row, first and last column, all counted from 0."""

    top: int
    bottom: int
    left: int
    right: int


@dataclass
class Allowance:
    """What the sheets of one file may still hold together: filled cells, and signs in them.

    A few kilobytes can name one long text, or one long sheet, a hundred thousand times.
    """

    cells: int = CELLS_AT_MOST
    signs: int = UNPACKED_AT_MOST

    def take(self, file: str, signs: int) -> None:
        """Take what a cell needs; raises ``UnreadableFile`` (``file-too-long``) when nothing is left."""
        self.cells -= 1
        self.signs -= signs
        if self.cells < 0 or self.signs < 0:
            raise UnreadableFile("file-too-long", file=file, most=ROWS_AT_MOST)


class Gathering:
    """Collects the cells of one sheet, and refuses more than a list of people can have."""

    def __init__(self, file: str, allowance: Allowance | None = None) -> None:
        self._file = file
        self._allowance = allowance or Allowance()
        self._rows: dict[int, dict[int, str]] = {}
        self._hidden: set[int] = set()

    def put(self, row: int, column: int, text: str) -> None:
        """Take a cell; an empty one takes no room."""
        text = tidy(text)
        if not text:
            return
        self._allowance.take(self._file, len(text))
        if column >= COLUMNS_AT_MOST:
            raise UnreadableFile("file-too-wide", file=self._file, most=COLUMNS_AT_MOST)
        if row not in self._rows and len(self._rows) >= ROWS_AT_MOST:
            raise UnreadableFile("file-too-long", file=self._file, most=ROWS_AT_MOST)
        self._rows.setdefault(row, {})[column] = text

    def hide(self, row: int) -> None:
        """Take note that a row is hidden."""
        self._hidden.add(row)

    def settle(self, merges: Iterable[Merge] = ()) -> tuple[Row, ...]:
        """Return the filled rows, merged cells carried down and to the right."""
        carried = self._carry(merges)
        return tuple(
            Row(number + 1, spread(cells), number in self._hidden, frozenset(carried.get(number, ())))
            for number, cells in sorted(self._rows.items())
        )

    def _carry(self, merges: Iterable[Merge]) -> dict[int, set[int]]:
        numbers = sorted(self._rows)
        widest = max((max(cells) for cells in self._rows.values()), default=0)
        carried: dict[int, set[int]] = {}
        left = CELLS_AT_MOST
        for merge in merges:
            text = self._rows.get(merge.top, {}).get(merge.left, "")
            if not text:
                continue
            first, last = bisect.bisect_left(numbers, merge.top), bisect.bisect_right(numbers, merge.bottom)
            for number in numbers[first:last]:
                for column in range(merge.left, min(merge.right, widest) + 1):
                    left -= 1
                    if left < 0:
                        raise UnreadableFile("file-too-long", file=self._file, most=ROWS_AT_MOST)
                    if column not in self._rows[number]:
                        self._rows[number][column] = text
                        carried.setdefault(number, set()).add(column)
        return carried


def spread(cells: Mapping[int, str]) -> tuple[str, ...]:
    """Return cells by place as a row without holes."""
    return tuple(cells.get(place, "") for place in range(max(cells, default=-1) + 1))


def tidy(text: str) -> str:
    """Return a cell without what surrounds it, and with its line breaks as line breaks."""
    if "_x00" in text:
        text = _LINE_BREAK_IN_WORDS.sub("\n", text)
    return text.replace("\0", "").strip(EDGES)


@dataclass
class Grid:
    """Lays out cells that may span rows and columns, as HTML and OpenDocument write them."""

    merges: list[Merge] = field(default_factory=list)
    _taken: dict[int, set[int]] = field(default_factory=dict)
    _left: int = CELLS_AT_MOST

    def place(self, row: int, column: int, rows: int, columns: int) -> int:
        """Return the first free column from ``column`` on, and keep the room that the cell spans."""
        taken = self._taken.get(row, set())
        while column in taken:
            column += 1
        room = range(column, min(column + columns, COLUMNS_AT_MOST))
        for below in range(row + 1, row + min(rows, _ROWS_SPANNED)):
            self._left -= len(room) + 1
            if self._left > 0:
                self._taken.setdefault(below, set()).update(room)
        self.span(row, column, rows, columns)
        return column

    def span(self, row: int, column: int, rows: int, columns: int) -> None:
        """Keep in mind that a cell spans several rows or columns."""
        if rows > 1 or columns > 1:
            self.merges.append(Merge(row, row + rows - 1, column, column + columns - 1))
