"""Parting a line into its cells however its quotes stand, and putting together what a line break tore apart."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Final

#: Lines of which one row may be made, and how long it may be: a text of some paragraphs, not the rest of the file.
_LINES_AT_MOST: Final = 40
_SIGNS_AT_MOST: Final = 100_000

Cells = list[str]


@dataclass(frozen=True)
class Layout:
    """How the lines of a file are made.

    They are parted by ``delimiter`` into ``width`` columns, of which the first ``needed`` must be there; a line of
    ``full`` delimiters or more is a row by itself. ``fits`` tells of cells whether what stands in the columns that are
    known by their looks can stand there: of two ways of reading a line, the one that fits is right. It is told whether
    there are as many cells as columns; where there are not, what is empty proves nothing.
    """

    delimiter: str
    width: int
    needed: int
    full: int
    fits: Callable[[Cells, bool], bool]


@dataclass(frozen=True)
class Line:
    """A line of a file as it came: its number from 1, its text, and whether it has all the delimiters of a row."""

    number: int
    text: str
    whole: bool


@dataclass(frozen=True)
class Row:
    """A row: the number of the line where it begins, and its cells; ``None`` where it cannot be parted into them.

    ``text`` is what stands there, ``whole`` whether it is one line with all its delimiters.
    """

    number: int
    text: str
    cells: Cells | None
    whole: bool = False


def join_lines(lines: Iterable[Line], layout: Layout) -> Iterator[Row]:
    """Yield the rows of some lines in their order: those that are torn by line breaks between quotes are put together.

    A line that has all its delimiters is a row by itself, whatever its quotes: a quote that nothing ends spoils no
    other line than its own. Lines of nothing are no rows.
    """
    torn: list[Line] = []
    for line in lines:
        if line.whole or (torn and line.number != torn[-1].number + 1):
            yield from _give_up(torn)
            torn = []
        if line.whole:
            yield Row(line.number, line.text, split_row(line.text, layout), whole=True)
        elif torn or line.text.strip():
            torn.append(line)
            if _is_too_long(torn, layout):
                yield from _give_up(torn[:1])
                torn = torn[1:]
            joined = _join(torn, layout)
            if joined is not None:
                yield from joined
                torn = []
    yield from _give_up(torn)


def split_row(text: str, layout: Layout, *, torn: bool = False) -> Cells | None:
    """Return the cells of a row, ``None`` where no way of reading its quotes gives as many as there are columns."""
    short: Cells | None = None
    for cells in _ways(text, layout, torn=torn):
        width = len(cells)
        if width > layout.width and not any(cells[layout.width :]):
            del cells[layout.width :]  # delimiters of empty columns, as spreadsheets leave them
        if not layout.needed <= len(cells) <= layout.width or not layout.fits(cells, width == layout.width):
            continue
        if width == layout.width:
            return cells
        short = short or cells
    return short


def split_line(text: str, delimiter: str, *, lenient: bool = False) -> tuple[Cells, bool]:
    """Return the cells of a text, and whether each line break in it stands between quotes.

    A quote ends a cell only before a delimiter or the end: those within a cell are letters of it, alone, doubled or
    behind a backslash. One that nothing ends is a letter as well.

    Parameters
    ----------
    text, delimiter
        What is parted, and by what.
    lenient
        Whether two quotes before a delimiter end a cell, as in ``"Bar "Le Petit"";``; else they are one letter.

    """
    cells: Cells = []
    place, end, whole, endless = 0, len(text), True, False
    while True:
        stop = -1
        if text.startswith('"', place):
            stop = _find_end(text, place, delimiter, lenient=lenient, endless=endless)
            endless = endless or stop < 0  # what ends no cell here ends none behind it either
        if stop >= 0:
            cells.append(text[place + 1 : stop].replace('""', '"').replace('\\"', '"'))
            place = stop + 1
        else:
            stop = text.find(delimiter, place)
            stop = end if stop < 0 else stop
            cells.append(_unquote(text[place:stop]))
            whole = whole and "\n" not in cells[-1]
            place = stop
        if place >= end:
            return cells, whole
        place += 1  # behind the delimiter


def _ways(text: str, layout: Layout, *, torn: bool) -> Iterator[Cells]:
    """Yield a row's cells in each way its quotes may be meant, the usual one first."""
    if '"' not in text:
        if not torn:
            yield text.split(layout.delimiter)
        return
    with suppress(csv.Error):  # its quotes are not as they should be
        yield next(csv.reader([text], delimiter=layout.delimiter, strict=True))
    for lenient in (False, True):
        cells, whole = split_line(text, layout.delimiter, lenient=lenient)
        if whole:
            yield cells
    if not torn:
        yield [_unquote(cell) for cell in text.split(layout.delimiter)]


def _find_end(text: str, start: int, delimiter: str, *, lenient: bool, endless: bool) -> int:
    """Return the place of the quote that ends the cell whose first quote is at ``start``, -1: none does.

    ``endless``: of the quotes behind those that stand there together, none ends a cell: a line of nothing but opened
    quotes is not gone through again for each of them.
    """
    place = start + 1
    while (quote := text.find('"', place)) >= 0:
        behind = quote
        while text.startswith('"', behind):
            behind += 1
        ends = behind == len(text) or text.startswith(delimiter, behind)
        letters = behind - quote - (text[quote - 1] == "\\" and quote - 1 > start)
        if ends and (letters % 2 or (lenient and letters)):
            return behind - 1
        if endless and quote > start + 1:
            return -1
        place = behind
    return -1


def _unquote(cell: str) -> str:
    """Return a cell without the quotes around it of which one has no fellow."""
    if not cell.startswith('"'):
        return cell
    inner = cell[1:-1] if len(cell) > 1 and cell.endswith('"') else cell[1:]
    return inner.replace('""', '"')


def _join(torn: list[Line], layout: Layout) -> list[Row] | None:
    """Return the row that the last of some lines make together, those before it given up; ``None``: they make none.

    One line alone may lack its last columns, if none of them is needed.
    """
    delimiters = 0
    for start in range(len(torn) - 1, -1, -1):
        delimiters += torn[start].text.count(layout.delimiter)
        if delimiters < layout.needed - 1:
            continue
        lines = len(torn) - start
        if lines == 1 and torn[start].text.count('"') % 2:
            continue  # what it begins may be ended by the next one
        text = "\n".join(one.text for one in torn[start:])
        cells = split_row(text, layout, torn=lines > 1)
        if cells is not None:
            return [*_give_up(torn[:start]), Row(torn[start].number, text, cells)]
    return None


def _is_too_long(torn: list[Line], layout: Layout) -> bool:
    """Tell whether lines have more delimiters than a row and its longest text may have."""
    if len(torn) > _LINES_AT_MOST or sum(len(one.text) for one in torn) > _SIGNS_AT_MOST:
        return True
    return sum(one.text.count(layout.delimiter) for one in torn[:-1]) > 2 * layout.width


def _give_up(lines: Iterable[Line]) -> Iterator[Row]:
    for line in lines:
        if line.text.strip():
            yield Row(line.number, line.text, None)
