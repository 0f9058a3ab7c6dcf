"""Read an organiser's file into lines of cells by column: whatever is not used is named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from workshop_kit.domain.model import Reason
from workshop_kit.errors import InvalidEntry, UnreadableFile
from workshop_kit.files.reading.columns import KINDS
from workshop_kit.files.reading.layout import Layout, lay_out, split_tables
from workshop_kit.files.reading.lines import LineReader
from workshop_kit.files.reading.sheets import choose_sheets
from workshop_kit.files.reading.tables import BYTES_AT_MOST, open_tables
from workshop_kit.files.reading.usual import count_known
from workshop_kit.files.reading.values import Choices, ColumnFound, KnownNames, Reading

#: What is shown of a column's cells.
_VALUES_SHOWN: Final = 4
_VALUES_SEEN: Final = 200
_VALUE_SHOWN: Final = 60

_NOTHING_CHOSEN: Final = Choices()


def read_bytes(path: Path) -> bytes:
    """Return what a file holds; raises ``UnreadableFile`` where it is not there, is a folder or cannot be opened."""
    if path.is_dir():
        raise UnreadableFile("file-is-folder", file=path)
    try:
        if path.stat().st_size > BYTES_AT_MOST:
            raise UnreadableFile("file-too-large", file=path.name, megabytes=BYTES_AT_MOST // 1_000_000)
        return path.read_bytes()
    except FileNotFoundError:
        raise UnreadableFile("file-missing", file=path) from None
    except OSError as error:
        raise UnreadableFile("file-closed", file=path, detail=error.strerror or str(error)) from error


def read_file(
    name: str, content: bytes, kind: str, choices: Choices = _NOTHING_CHOSEN, *, known: KnownNames
) -> Reading:
    """Read a file of any make as lines of cells by column.

    Parameters
    ----------
    name, content
        The file's name and its bytes; what it is, its content tells.
    kind
        One of ``columns.KINDS``.
    choices
        What was decided about this file.
    known
        The workshop's own names, by which forms and wide tables are understood.

    Raises
    ------
    UnreadableFile
        The file as a whole cannot be read.
    InvalidEntry
        ``kind`` is not one of ``KINDS``.

    """
    return OpenedFile(name, content, kind, choices, known=known).read(choices)


class OpenedFile:
    """Parsed workbook (*fichier ouvert*): its sheets and headings understood; its rows are read as often as asked.

    Parameters
    ----------
    name, content, kind, choices, known
        As ``read_file``; what is decided about single lines is said to ``read``.

    """

    def __init__(self, name: str, content: bytes, kind: str, choices: Choices, *, known: KnownNames) -> None:
        if kind not in KINDS:
            raise InvalidEntry("unknown-kind", kind=kind, kinds=", ".join(KINDS))
        tables = open_tables(name, content, _Counting(kind, choices), encoding=choices.encoding)
        parts = [part for sheet in tables.sheets if sheet.rows for part in split_tables(kind, sheet)]
        layouts = [lay_out(kind, part, known, choices) for part in parts]
        chosen = choose_sheets(kind, tables.sheets, layouts, known, choices)
        self._readers = [
            LineReader(kind, layout, known, choices, chosen.named.get(layout.sheet.name, {}))
            for layout in chosen.layouts
        ]
        shown = chosen.layouts or tuple(one for one in layouts if not one.sheet.hidden)[:1] or tuple(layouts[:1])
        self._unread = Reading(
            kind,
            name,
            chosen.found,
            tuple(column for layout in shown for column in _list_columns(layout)),
            (),
            (),
            (*tables.notes, *chosen.notes, *_list_guesses(chosen.layouts), *_note_no_rows(chosen.layouts)),
            chosen.missing,
            _name_headings(shown),
        )

    def read(self, choices: Choices) -> Reading:
        """Return its lines, under choices that differ from those it was opened with in single lines alone."""
        read = [reader.read(choices) for reader in self._readers]
        lines = tuple(line for lines, _ in read for line in lines)
        return replace(self._unread, lines=lines, left=tuple(line for _, left in read for line in left))


class _Counting:
    """Counts the cells that are headings of a kind, or were chosen to be: by them a delimiter is told."""

    def __init__(self, kind: str, choices: Choices) -> None:
        self._kind = kind
        self._chosen = choices.columns

    def __call__(self, cells: Iterable[str]) -> int:
        listed = list(cells)
        return count_known(self._kind, listed) + sum(1 for cell in listed if cell.strip() in self._chosen)


def _list_columns(layout: Layout) -> Iterator[ColumnFound]:
    """Yield every column with a heading or with cells: what is not understood is named all the same."""
    for place, heading in enumerate(layout.headings):
        values = [row.cells[place] for row in layout.below if place < len(row.cells) and row.cells[place]]
        if not heading.written and not values:
            continue
        first = tuple(dict.fromkeys(value[:_VALUE_SHOWN] for value in values[:_VALUES_SEEN]))[:_VALUES_SHOWN]
        hidden = place in layout.sheet.hidden_columns
        name = heading.written or _name_column(place)
        yield ColumnFound(name, heading.column, len(values), first, layout.sheet.name, hidden)


def _name_column(place: int) -> str:
    """Return the letters by which a spreadsheet knows a column."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _list_guesses(layouts: Sequence[Layout]) -> Iterator[Reason]:
    guesses = {(one.written, one.column) for layout in layouts for one in layout.headings if one.guessed}
    for written, column in sorted(guesses, key=str):
        yield Reason("column-guessed", {"heading": written, "column": column or ""})


def _note_no_rows(layouts: Sequence[Layout]) -> Iterator[Reason]:
    """Say that there are headings and nothing under them: nothing read is not nothing to say."""
    if layouts and not any(layout.below for layout in layouts):
        yield Reason("no-rows", {})


def _name_headings(layouts: Sequence[Layout]) -> dict[str, str]:
    """Return the heading of each column as the file writes it, its first where there are several."""
    named: dict[str, str] = {}
    for layout in layouts:
        for heading in layout.headings:
            if heading.column:
                named.setdefault(heading.column, heading.written)
    return named
