"""Read an OpenDocument spreadsheet: its values as LibreOffice shows them, and what it hides."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import IO, Final
from xml.etree import ElementTree

from workshop_kit.errors import UnreadableFile
from workshop_kit.files.reading.tables.numbers import show_number
from workshop_kit.files.reading.tables.remarks import Remarks
from workshop_kit.files.reading.tables.sheet import (
    COLUMNS_AT_MOST,
    ROWS_AT_MOST,
    UNCOMPUTED,
    Allowance,
    Gathering,
    Grid,
    Sheet,
    Tables,
)
from workshop_kit.files.reading.tables.workbook import local, walk_part, walk_xml

#: What stands in a cell without being its text.
_BESIDE: Final = frozenset({"annotation", "shapes", "frame"})
_SHORTENED: Final = re.compile(r"###|\d[Ee][+-]\d")
#: A filled row that stands several times is written once with its number; more are a trap.
_SAME_ROWS: Final = 2000

Element = ElementTree.Element


@dataclass
class _Table:
    """A sheet as far as it was read."""

    name: str
    gathering: Gathering
    hidden: bool
    grid: Grid = field(default_factory=Grid)
    hidden_columns: set[int] = field(default_factory=set)
    columns: int = 0
    row: int = 0
    remarks: Remarks = field(default_factory=Remarks)

    def tell(self, remarks: Remarks) -> None:
        """Add what was left beside the cells of this sheet, now that its name is known."""
        remarks.comments += [(self.name, line, text) for _, line, text in self.remarks.comments]
        remarks.struck += [(self.name, line) for _, line in self.remarks.struck]

    def settle(self) -> Sheet:
        return Sheet(self.name, self.gathering.settle(self.grid.merges), self.hidden, frozenset(self.hidden_columns))


def read_opendocument(file: str, archive: zipfile.ZipFile) -> Tables:
    """Return the sheets of a document."""
    if "META-INF/manifest.xml" in archive.namelist():
        for element in walk_part(archive, "META-INF/manifest.xml"):
            if local(element) == "encryption-data":
                raise UnreadableFile("file-protected", file=file)
    return _gather(file, walk_part(archive, "content.xml"))


def read_flat_opendocument(file: str, stream: IO[bytes]) -> Tables:
    """Return the sheets of a document kept as one XML text."""
    return _gather(file, walk_xml(stream))


def _gather(file: str, elements: Iterator[Element]) -> Tables:
    remarks = Remarks()
    sheets = tuple(_read_tables(file, elements, remarks))
    return Tables(sheets, tuple(remarks.list_notes()))


def _read_tables(file: str, elements: Iterator[Element], remarks: Remarks) -> Iterator[Sheet]:
    hidden_styles: set[str] = set()
    struck_styles: set[str] = set()
    allowance = Allowance()
    table = _Table("", Gathering(file, allowance), hidden=False)
    for element in elements:
        tag = local(element)
        if tag == "style":
            properties = [one for one in element if local(one) == "table-properties"]
            if any(read_attribute(one, "display") == "false" for one in properties):
                hidden_styles.add(read_attribute(element, "name"))
            lines = [
                read_attribute(one, "text-line-through-style") for one in element if local(one) == "text-properties"
            ]
            if any(line not in {"", "none"} for line in lines):
                struck_styles.add(read_attribute(element, "name"))
        elif tag == "table-column":
            _note_column(table, element)
        elif tag == "table-row":
            _note_remarks(table, element, struck_styles)
            _put_rows(table, element)
        elif tag == "table":
            table.name = read_attribute(element, "name")
            table.hidden = read_attribute(element, "style-name") in hidden_styles
            if not table.hidden:
                table.tell(remarks)
            yield table.settle()
            table = _Table("", Gathering(file, allowance), hidden=False)


def read_attribute(element: Element, name: str) -> str:
    """Return an attribute by its name, whatever namespace it has."""
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), "")


def _count(element: Element, name: str, most: int) -> int:
    text = read_attribute(element, name)
    return min(int(text), most) if text.isascii() and text.isdigit() and len(text) < 10 else 1


def _note_column(table: _Table, column: Element) -> None:
    times = _count(column, "number-columns-repeated", 20_000)
    if read_attribute(column, "visibility") in {"collapse", "filter"}:
        table.hidden_columns.update(range(table.columns, table.columns + times))
    table.columns += times


def _note_remarks(table: _Table, row: Element, struck_styles: set[str]) -> None:
    """Take the comments on the cells of a row, and whether it is struck through."""
    cells = [one for one in row if local(one) == "table-cell"]
    for note in (one for cell in cells for one in cell if local(one) == "annotation"):
        text = "\n".join(_read_paragraph(one) for one in note if local(one) == "p")
        table.remarks.comment("", table.row + 1, text)
    filled = [read_attribute(cell, "style-name") in struck_styles for cell in cells if _show_cell(cell)]
    table.remarks.strike("", table.row + 1, filled)


def _put_rows(table: _Table, row: Element) -> None:
    times = _count(row, "number-rows-repeated", 2_000_000)
    filled = [(one, _show_cell(one)) for one in row if local(one) in {"table-cell", "covered-table-cell"}]
    if any(text for _, text in filled):
        for _ in range(min(times, _SAME_ROWS)):
            _put_row(table, row, filled)
            table.row += 1
        times = max(0, times - _SAME_ROWS)
    table.row += times


def _put_row(table: _Table, row: Element, cells: list[tuple[Element, str]]) -> None:
    if read_attribute(row, "visibility") in {"collapse", "filter"}:
        table.gathering.hide(table.row)
    column = 0
    for cell, text in cells:
        times = _count(cell, "number-columns-repeated", 20_000)
        covered = local(cell) == "covered-table-cell"
        if text and not covered:
            rows = _count(cell, "number-rows-spanned", ROWS_AT_MOST)
            columns = _count(cell, "number-columns-spanned", COLUMNS_AT_MOST)
            table.grid.span(table.row, column, rows, columns)
            for place in range(column, column + min(times, COLUMNS_AT_MOST + 1)):
                table.gathering.put(table.row, place, text)
        column += times


def _show_cell(cell: Element) -> str:
    kind = read_attribute(cell, "value-type")
    shown = "\n".join(_read_paragraph(one) for one in cell if local(one) == "p")
    if kind == "date":
        return read_attribute(cell, "date-value").removesuffix("T00:00:00") or shown
    if kind == "boolean":
        return {"true": "oui", "false": "non"}.get(read_attribute(cell, "boolean-value"), shown)
    if kind == "float" and (not shown or _SHORTENED.search(shown)):
        return show_number(read_attribute(cell, "value"), 0)
    if not shown and not kind and read_attribute(cell, "formula"):
        return UNCOMPUTED
    return shown


def _read_paragraph(paragraph: Element) -> str:
    pieces = [paragraph.text or ""]
    for child in paragraph:
        tag = local(child)
        if tag == "s":
            pieces.append(" " * _count(child, "c", 100))
        elif tag == "tab":
            pieces.append("\t")
        elif tag == "line-break":
            pieces.append("\n")
        elif tag not in _BESIDE:
            pieces.append(_read_paragraph(child))
        pieces.append(child.tail or "")
    return "".join(pieces)
