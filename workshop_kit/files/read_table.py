"""Read an organiser's file as rows of text, wherever it was made: CSV of any habit, or a spreadsheet."""

from __future__ import annotations

import codecs
import csv
import io
import warnings
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import Final

from workshop_kit.domain.entries import clean_text
from workshop_kit.errors import UnreadableFile

#: Larger files are not lists of a workshop: a whole-country register is refused, since each file is read whole.
BYTES_AT_MOST: Final = 50_000_000
#: How far from the top a header may stand, under titles and notes.
HEADER_WITHIN: Final = 15

_DELIMITERS: Final = (";", ",", "\t")
_ZIP: Final = b"PK\x03\x04"
_OLE: Final = b"\xd0\xcf\x11\xe0"  # old .xls, and any .xlsx with a password
_UTF16: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_EDGES: Final = " \t\n\u00a0\u202f\ufeff"


@dataclass(frozen=True)
class Row:
    """A row: its cells, and the line of the file where it starts (in a spreadsheet, the row's number)."""

    line: int
    cells: tuple[str, ...]


def read_rows(path: Path, count_known: Callable[[Iterable[str]], int]) -> tuple[Row, ...]:
    """Return the rows of a file, header first; empty rows are left out, cells are stripped.

    Parameters
    ----------
    path
        A CSV (``;``, ``,`` or tabs; UTF-8 with or without BOM, UTF-16 with BOM, or Windows-1252) or an XLSX workbook.
    count_known
        Tells how many of these cells are headers one looks for: it finds the delimiter, the sheet, and the header
        under a title.

    Raises
    ------
    UnreadableFile
        The file is not there, is a folder, is protected, damaged, empty, too large, or no table at all.

    """
    content = _read_bytes(path)
    if content.startswith(_OLE):
        raise UnreadableFile("file-protected-or-old", file=path.name)
    if content.startswith(_ZIP):
        candidates = _read_workbook(path, content)
    else:
        text = _decode(path, content)
        if not text.strip('\ufeff";,\t \r\n'):  # what a spreadsheet saves of an empty sheet
            raise UnreadableFile("file-empty", file=path.name)
        candidates = [_read_csv(text, delimiter) for delimiter in _DELIMITERS]
    tables = [_cut_above_header(rows, count_known) for rows in candidates if rows]
    if not tables:
        raise UnreadableFile("file-empty", file=path.name)
    # the most known headers win; then the most cells, for a file whose headers are all unknown
    return max(tables, key=lambda rows: (count_known(rows[0].cells), min(2, len(rows[0].cells))))


def _read_bytes(path: Path) -> bytes:
    if path.is_dir():
        raise UnreadableFile("file-is-folder", file=path)
    try:
        if path.stat().st_size > BYTES_AT_MOST:
            raise UnreadableFile("file-too-large", file=path.name, megabytes=BYTES_AT_MOST // 1_000_000)
        content = path.read_bytes()
    except FileNotFoundError:
        raise UnreadableFile("file-missing", file=path) from None
    except OSError as error:
        raise UnreadableFile("file-closed", file=path, detail=error.strerror or str(error)) from error
    if not content.strip(b"\xef\xbb\xbf\xff\xfe \r\n\t\0"):
        raise UnreadableFile("file-empty", file=path.name)
    return content


def _decode(path: Path, content: bytes) -> str:
    if content.startswith(_UTF16):
        encodings = ["utf-16"]
    elif b"\0" in content or content.startswith(b"%PDF"):
        encodings = []
    else:
        # UTF-8 first: text in Windows-1252 with an accent is practically never valid UTF-8
        encodings = ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UnreadableFile("file-not-table", file=path.name)


def _read_csv(text: str, delimiter: str) -> list[Row]:
    """Return the rows of a CSV text, each with the physical line where it starts.

    A quotation mark that nobody closed would swallow the rest of the file: that line is then read without quoting.
    """
    csv.field_size_limit(BYTES_AT_MOST)  # by default one long cell ends the reading
    lines = list(io.StringIO(text, newline=""))
    rows: list[Row] = []
    first = 0
    while first < len(lines):
        reader = csv.reader(lines[first:], delimiter=delimiter)
        start = reader.line_num
        restart = len(lines)
        for cells in reader:
            end = reader.line_num
            at_the_end = first + end >= len(lines)
            if at_the_end and end - start > 1 and _leaves_quote_open(lines[first + start : first + end]):
                stray = next(csv.reader([lines[first + start]], delimiter=delimiter, quoting=csv.QUOTE_NONE))
                _keep(rows, first + start + 1, stray)
                restart = first + start + 1
                break
            _keep(rows, first + start + 1, cells)
            start = end
        first = restart
    return rows


def _leaves_quote_open(lines: Sequence[str]) -> bool:
    return "".join(lines).count('"') % 2 == 1


def _keep(rows: list[Row], line: int, cells: Iterable[str]) -> None:
    cleaned = tuple(_clean(cell) for cell in cells)
    if any(cleaned):
        rows.append(Row(line, cleaned))


def _clean(cell: str) -> str:
    """Clean a cell as what is entered on a page, and of the mark that some programs begin a file with."""
    return clean_text(cell).strip(_EDGES)


def _read_workbook(path: Path, content: bytes) -> list[list[Row]]:
    # openpyxl is imported here: most pages never open a spreadsheet
    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings(action="ignore"):  # of styles and extensions that do not matter here
            book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
            return [_read_sheet(sheet.iter_rows(values_only=True)) for sheet in book.worksheets]
    except Exception as error:  # a damaged workbook fails anywhere in zip, XML or openpyxl, each in its own way
        raise UnreadableFile("workbook-damaged", file=path.name) from error


def _read_sheet(sheet: Iterable[Sequence[object]]) -> list[Row]:
    rows: list[Row] = []
    for number, cells in enumerate(sheet, start=1):
        _keep(rows, number, map(_write_cell, cells))
    return rows


def _write_cell(value: object) -> str:
    """Write a spreadsheet's value as people would have typed it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "oui" if value else "non"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat()
    if isinstance(value, date):
        return value.isoformat()
    return str(value)


def _cut_above_header(rows: list[Row], count_known: Callable[[Iterable[str]], int]) -> tuple[Row, ...]:
    """Begin at the row with the most known headers among the first ones: lists often stand under a title."""
    known = [count_known(row.cells) for row in rows[:HEADER_WITHIN]]
    return tuple(rows[known.index(max(known)) :])
