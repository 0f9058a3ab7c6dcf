"""Find the heading of a sheet, in one row or two, under whatever stands above it, and what its columns hold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from workshop_kit.files.reading.headings import VALUES_LOOKED_AT, Heading, find_missing, understand_headings
from workshop_kit.files.reading.repairs import is_empty, is_error
from workshop_kit.files.reading.tables import Row, Sheet
from workshop_kit.files.reading.usual import find_column
from workshop_kit.files.reading.values import Choices, KnownNames
from workshop_kit.files.reading.whose import OF_PERSON, speaks_of_another

#: How far from the top a heading may stand, under titles and notes.
HEADER_WITHIN: Final = 20
#: What stands between a heading over several columns and the one under it.
BETWEEN_HEADINGS: Final = " – "

#: An address or a number: a row that holds one is no heading.
_ANSWER: Final = re.compile(r"[^\s@]+@[^\s@]+\.\w+|\+?(?:[^\w\n]{0,3}\d){9,15}")


@dataclass(frozen=True)
class Layout:
    """Table layout (*disposition*): a sheet with its heading found.

    Attributes
    ----------
    sheet
        The sheet.
    headings
        One a column.
    above, below
        The rows over the heading, and those under it.
    missing
        Columns without which the sheet says nothing.

    """

    sheet: Sheet
    headings: tuple[Heading, ...]
    above: tuple[Row, ...]
    below: tuple[Row, ...]
    missing: tuple[str, ...]

    @property
    def columns(self) -> frozenset[str]:
        """What was understood."""
        return frozenset(one.column for one in self.headings if one.column)


def split_tables(kind: str, sheet: Sheet) -> list[Sheet]:
    """Return the tables that stand one under the other in a sheet, each with a heading of its own.

    A heading that is only repeated begins no new one.
    """
    starts: list[int] = []
    current: dict[int, str] = {}
    last = -2
    for number, named in _find_complete(kind, sheet.rows):
        if named != current:
            # right under another, it is the second row of one heading
            starts += [number] if current and number > last + 1 else []
            current = named
        last = number
    bounds = [0, *starts, len(sheet.rows)]
    return [replace(sheet, rows=sheet.rows[start:end]) for start, end in pairwise(bounds)]


def _find_complete(kind: str, rows: Sequence[Row]) -> Iterator[tuple[int, dict[int, str]]]:
    """Yield the rows of usual headings that name all that ``kind`` needs, with the column in each place."""
    for number, row in enumerate(rows):
        if len(row.own) < 2:
            continue
        named = {place: column for place, cell in enumerate(row.cells) if cell and (column := find_column(kind, cell))}
        if len(set(named.values())) < 2 or len(named) * 2 < len(row.own):
            continue
        if not find_missing(kind, [Heading("", column) for column in named.values()]):
            yield number, named


@dataclass(frozen=True)
class _Candidate:
    """Rows that may be the heading: where they begin, how many they are, and the headings they make."""

    start: int
    height: int
    written: tuple[str, ...]


def lay_out(kind: str, sheet: Sheet, known: KnownNames, choices: Choices) -> Layout:
    """Find the heading of a sheet: the rows that name the most columns of ``kind`` among the first ones."""
    best, best_rank = None, (-1, -1, -1, -1)
    for candidate in _list_candidates(kind, sheet.rows):
        headings = _understand(kind, sheet, candidate, known, choices)
        # a yes and a no that stand under one heading make two of it
        understood = len({(one.column, one.part, one.contrary) for one in headings if one.column and not one.guessed})
        complete = not find_missing(kind, headings)
        words = min(2, sum(1 for cell in candidate.written if cell))
        rank = (understood, int(complete), words if not understood else 0, -candidate.height)
        if rank > best_rank:
            best, best_rank = (candidate, headings), rank
    assert best is not None, "a sheet without rows has no layout"
    candidate, headings = best
    start, end = candidate.start, candidate.start + candidate.height
    if kind == "volunteers" and start and candidate.height == 1:
        over = sheet.rows[start - 1]
        grouped = _heed_group(over, candidate, headings, choices)
        # a line set apart is no group of the headings, nor is one under which nobody's name would be left
        if over.line + 1 == sheet.rows[start].line and not set(find_missing(kind, grouped)) - set(
            find_missing(kind, headings)
        ):
            headings = grouped
    headings = _hide_columns(sheet, headings, choices)
    return Layout(sheet, headings, sheet.rows[:start], sheet.rows[end:], find_missing(kind, headings))


def _list_candidates(kind: str, rows: Sequence[Row]) -> Iterator[_Candidate]:
    far = next(_find_complete(kind, rows), (0, {}))[0]
    for start in dict.fromkeys((*range(min(HEADER_WITHIN, len(rows))), far)):
        row = rows[start]
        yield _Candidate(start, 1, row.cells)
        if start + 1 < len(rows) and len(row.own) >= 2 and not any(map(_ANSWER.fullmatch, rows[start + 1].cells)):
            yield _Candidate(start, 2, _join_rows(row, rows[start + 1]))


def _join_rows(over: Row, under: Row) -> tuple[str, ...]:
    """Return the headings that two rows make together: one over several columns is said in each of them."""
    width = max(len(over.cells), len(under.cells))
    written: list[str] = []
    group = ""
    for place in range(width):
        top = over.cells[place] if place < len(over.cells) else ""
        low = under.cells[place] if place < len(under.cells) else ""
        if top:
            group = top
        elif not low:
            group = ""
        if top and top == low:
            low = ""
        written.append(BETWEEN_HEADINGS.join(filter(None, (group if low or top else "", low))))
    return tuple(written)


def _understand(
    kind: str, sheet: Sheet, candidate: _Candidate, known: KnownNames, choices: Choices
) -> tuple[Heading, ...]:
    below = sheet.rows[candidate.start + candidate.height :][:VALUES_LOOKED_AT]
    width = max([len(candidate.written), *(len(row.cells) for row in below)])
    written = [*candidate.written, *[""] * (width - len(candidate.written))]
    values = [
        [one for row in below if (one := row.cells[place] if place < len(row.cells) else "") and not _says_nothing(one)]
        for place in range(width)
    ]
    if candidate.height == 1:
        return understand_headings(kind, written, values, known, choices)
    # of two rows the lower one alone may be the usual heading, under a group's name
    lower = [text.rpartition(BETWEEN_HEADINGS)[2] for text in written]
    alone = understand_headings(kind, lower, values, known, choices)
    both = understand_headings(kind, written, values, known, choices)
    return tuple(
        replace(low, written=text)
        if low.column and not whole.part and not low.guessed and not (kind == "volunteers" and speaks_of_another(text))
        else whole
        for text, low, whole in zip(written, alone, both, strict=True)
    )


def _says_nothing(cell: str) -> bool:
    """Tell whether a form's "no answer" or an error of a spreadsheet stands in a cell."""
    return is_empty(cell) or is_error(cell)


def _heed_group(
    over: Row, candidate: _Candidate, headings: tuple[Heading, ...], choices: Choices
) -> tuple[Heading, ...]:
    """Leave aside columns under a group that is somebody else's: ``Personne à prévenir`` over ``Téléphone``."""
    if len(over.own) < 2 and over.cells[0]:
        return headings  # a title over the whole table
    joined = _join_rows(over, replace(over, cells=candidate.written))
    return tuple(
        replace(one, column=None)
        if one.column in OF_PERSON
        and place < len(joined)
        and speaks_of_another(joined[place])
        and one.written not in choices.columns
        else one
        for place, one in enumerate(headings)
    )


def _hide_columns(sheet: Sheet, headings: tuple[Heading, ...], choices: Choices) -> tuple[Heading, ...]:
    """Leave hidden columns aside, but for those that were chosen by their heading."""
    if choices.hidden:
        return headings
    return tuple(
        replace(one, column="", guessed=False)
        if place in sheet.hidden_columns and one.written not in choices.columns
        else one
        for place, one in enumerate(headings)
    )
