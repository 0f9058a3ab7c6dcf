"""Stand-in until files are read with all their sheets: one table, by the headings it is known by."""

from __future__ import annotations

import tempfile
from functools import partial
from pathlib import Path

from workshop_kit.files.cells import unprotect_cell
from workshop_kit.files.columns import count_known, understand_header
from workshop_kit.files.read_table import _read_bytes, read_rows
from workshop_kit.files.reading import Choices, ColumnFound, Line, Place, Reading


def read_bytes(path: Path) -> bytes:
    """Return the bytes of a file."""
    return _read_bytes(path)


def read_file(kind: str, file: str, content: bytes, choices: Choices) -> Reading:
    """Read a file."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / file
        path.write_bytes(content)
        rows = read_rows(path, partial(count_known, kind))
    head = [
        choices.columns.get(cell, cell) or f"({cell})" if cell in choices.columns else cell for cell in rows[0].cells
    ]
    header = understand_header(kind, head)
    by_place = {place: column for column, places in header.places.items() for place in places}
    columns = tuple(
        ColumnFound(cell, by_place.get(at), sum(at < len(row.cells) and bool(row.cells[at]) for row in rows[1:]))
        for at, cell in enumerate(rows[0].cells)
    )
    missing = tuple(header.missing)
    lines = (
        ()
        if missing
        else tuple(
            Line(Place("", row.line), header.pick([unprotect_cell(cell) for cell in row.cells])) for row in rows[1:]
        )
    )
    headings = {column: rows[0].cells[where[0]] for column, where in header.places.items()}
    return Reading(kind, file, (), columns, lines, (), (), missing, headings)
