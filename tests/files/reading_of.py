"""Files as spreadsheets, forms and other programs write them, and how they are read."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Sequence
from typing import Any

from openpyxl import Workbook

from workshop_kit.files.reading.read_file import read_file
from workshop_kit.files.reading.values import Choices, KnownNames, Line, Reading

HOUSING, WAY = "Plus personne ne dort dehors", "Chaque hameau rejoint le marché sans voiture"
KNOWN = KnownNames(("Logement", HOUSING, "Mobilité", WAY))


def read(
    content: str | bytes, kind: str = "volunteers", choices: Choices | None = None, known: KnownNames = KNOWN
) -> Reading:
    """Read a file by what stands in it."""
    raw = content.encode() if isinstance(content, str) else content
    return read_file("fichier", raw, kind, choices or Choices(), known=known)


def tell(reading: Reading, *columns: str) -> list[tuple[str, ...]]:
    """Return the cells of these columns, line by line."""
    return [tuple(line.cells.get(column, "") for column in columns) for line in reading.lines]


def name(line: Line) -> str:
    return " ".join(filter(None, (line.cells.get("first_name"), line.cells.get("name"))))


def names(reading: Reading) -> list[str]:
    return [name(line) for line in reading.lines]


def left(reading: Reading) -> list[tuple[int, str]]:
    return [(one.place.line, one.why.code) for one in reading.left]


def notes(reading: Reading) -> list[str]:
    return [note.code for note in reading.notes]


def columns(reading: Reading) -> dict[str, str | None]:
    return {one.heading: one.column for one in reading.columns}


def make_workbook(*sheets: tuple[str, Sequence[Any]], mend: Callable[[Workbook], object] | None = None) -> bytes:
    """Write a workbook; ``mend`` may hide, merge and format."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets:
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
    if mend is not None:
        mend(book)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def rewrite(content: bytes, change: Callable[[str, bytes], bytes]) -> bytes:
    """Write the parts of a workbook anew."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as after:
        for part in before.namelist():
            after.writestr(part, change(part, before.read(part)))
    return stream.getvalue()


def pack(**parts: str | bytes) -> bytes:
    """Write an archive; in names, ``__`` stands for a slash and ``_dot_`` for a dot."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, content in parts.items():
            archive.writestr(part.replace("__", "/").replace("_dot_", "."), content)
    return stream.getvalue()
