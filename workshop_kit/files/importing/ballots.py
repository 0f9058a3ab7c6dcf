"""Rows of a file of ballots: one line says what one person gave one option; bad lines are left out and reported."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from workshop_kit.domain.category_words import fold_word
from workshop_kit.domain.entries import clean_line
from workshop_kit.errors import UnreadableFile
from workshop_kit.files.importing.report import Rejection, RowRefused
from workshop_kit.files.reading.tables import Row, Sheet, open_tables

#: In how many rows the heading is looked for, above which titles may stand.
_HEADING_WITHIN: Final = 40
Given = TypeVar("Given")


@dataclass(frozen=True)
class BallotRow:
    """A line of a file of ballots: its cells by column, an empty text where nothing stands."""

    line: int
    cells: Mapping[str, str]

    def require(self, column: str) -> str:
        """Return a cell that must not be empty; raises ``RowRefused`` where it is."""
        if not self.cells[column]:
            raise RowRefused(column, "", "empty")
        return self.cells[column]


@dataclass(frozen=True)
class BallotFile(Generic[Given]):
    """What a file of ballots holds (*fichier de bulletins*).

    Attributes
    ----------
    given
        What was understood, in the order of the lines.
    rejected
        The lines left out: which, the first bad column as the file heads it, what stood there and why.
    unused
        The headings of columns that are not used.

    """

    given: tuple[Given, ...]
    rejected: tuple[Rejection, ...]
    unused: tuple[str, ...]


@dataclass(frozen=True)
class BallotLayout(Generic[Given]):
    """How a kind of file of ballots is laid out.

    Attributes
    ----------
    headings
        By column, what it may be headed, in either language.
    understand
        Returns what a line gives, or raises ``RowRefused``.
    find_key
        Returns who gave it to what, folded: the same for lines that say the same or contradict each other.

    """

    headings: Mapping[str, Sequence[str]]
    understand: Callable[[BallotRow], Given]
    find_key: Callable[[Given], tuple[str, ...]]

    @property
    def column_of(self) -> dict[str, str]:
        """Each folded heading with its column."""
        return {fold_word(one): column for column, names in self.headings.items() for one in names}


def read_ballots(name: str, content: bytes, layout: BallotLayout[Given], encoding: str = "") -> BallotFile[Given]:
    """Read every visible sheet that has the columns.

    What a line repeats of another is left out and reported: the first counts, since nothing tells which is right.

    Parameters
    ----------
    name, content
        The file's name and its bytes.
    layout
        Its columns, and what they mean.
    encoding
        How its letters are written, as ``open_tables`` takes it; empty: it is found out.

    Raises
    ------
    UnreadableFile
        The file cannot be read, or ``ballot-columns-missing``.

    """
    column_of = layout.column_of
    tables = open_tables(name, content, lambda cells: _count_known(cells, column_of), encoding=encoding)
    visible = [sheet for sheet in tables.sheets if not sheet.hidden and sheet.rows]
    found = [(sheet, place) for sheet in visible if (place := _find_heading(sheet, column_of)) is not None]
    if not found:
        raise _tell_missing(name, visible, layout)
    reader = _Reader(layout)
    for sheet, place in found:
        reader.read_sheet(sheet, place)
    return BallotFile(tuple(reader.given), tuple(reader.rejected), tuple(reader.unused))


def _tell_missing(name: str, sheets: Sequence[Sheet], layout: BallotLayout[Given]) -> UnreadableFile:
    column_of = layout.column_of
    best = _find_nearest(sheets, column_of)
    known = {column_of[folded] for cell in best if (folded := fold_word(cell)) in column_of}
    missing = ", ".join(names[0] for column, names in layout.headings.items() if column not in known)
    read = clean_line(", ".join(filter(None, best))) or "—"
    return UnreadableFile("ballot-columns-missing", file=name, missing=missing, found=read)


class _Reader(Generic[Given]):
    """Reads the sheets of one file one after the other: a line says again what one of another sheet said, too."""

    def __init__(self, layout: BallotLayout[Given]) -> None:
        self._layout = layout
        self._lines: dict[tuple[str, ...], tuple[str, int]] = {}
        self.given: list[Given] = []
        self.rejected: list[Rejection] = []
        self.unused: dict[str, None] = {}

    def read_sheet(self, sheet: Sheet, heading: int) -> None:
        """Read the rows below a heading."""
        written = sheet.rows[heading].cells
        spots = _find_spots(written, self._layout.column_of)
        unused = (one for spot, one in enumerate(written) if one and spot not in spots.values())
        self.unused |= dict.fromkeys(map(clean_line, unused))
        for row in sheet.rows[heading + 1 :]:
            if not any(row.cells):
                continue
            try:
                self.given.append(self._read_line(sheet, row, spots))
            except RowRefused as refused:
                column = written[spots[refused.column]]
                self.rejected.append(Rejection(row.line, column, refused.value, refused.reason, sheet.name))

    def _read_line(self, sheet: Sheet, row: Row, spots: Mapping[str, int]) -> Given:
        one = self._layout.understand(_read_row(row, spots))
        here = sheet.name, row.line
        first = self._lines.setdefault(self._layout.find_key(one), here)
        if first != here:
            raise RowRefused([*self._layout.headings][-1], "", "ballot-twice", line=first[1])
        return one


def _read_row(row: Row, spots: Mapping[str, int]) -> BallotRow:
    if row.hidden:
        raise RowRefused(next(iter(spots)), "", "ballot-hidden")
    cells = {column: clean_line(row.cells[spot]) if spot < len(row.cells) else "" for column, spot in spots.items()}
    return BallotRow(row.line, cells)


def _count_known(cells: Iterable[str], column_of: Mapping[str, str]) -> int:
    return len({column_of.get(fold_word(cell)) for cell in cells} - {None})


def _find_spots(cells: Sequence[str], column_of: Mapping[str, str]) -> dict[str, int]:
    spots: dict[str, int] = {}
    for spot, cell in enumerate(cells):
        if (column := column_of.get(fold_word(cell))) is not None:
            spots.setdefault(column, spot)
    return spots


def _find_heading(sheet: Sheet, column_of: Mapping[str, str]) -> int | None:
    """Return the place of the first row that heads every column."""
    every = set(column_of.values())
    return next(
        (
            place
            for place, row in enumerate(sheet.rows[:_HEADING_WITHIN])
            if _find_spots(row.cells, column_of).keys() == every
        ),
        None,
    )


def _find_nearest(sheets: Iterable[Sheet], column_of: Mapping[str, str]) -> tuple[str, ...]:
    """Return the cells of the row that heads most columns, to say what is missing."""
    rows = [row.cells for sheet in sheets for row in sheet.rows[:_HEADING_WITHIN]]
    return max(rows, key=lambda cells: _count_known(cells, column_of), default=())
