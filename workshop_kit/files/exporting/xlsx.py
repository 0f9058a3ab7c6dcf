"""A writer of workbooks: tables of plain values as XLSX, to be read by people and never run by a spreadsheet."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Final

from workshop_kit.files.formulas import begins_formula
from workshop_kit.files.reading.tables.remarks import KIT
from workshop_kit.tokens import read_tokens

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell, MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

Value = str | int | date | None

#: What XML cannot hold; no text that was entered has any of it, an older workshop may.
_UNWRITABLE: Final = re.compile(r"[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
#: The widest a column grows, and the narrowest, in characters: longer texts take several lines.
_WIDEST: Final = 56
_NARROWEST: Final = 8
#: Characters of a cell, by the file format.
_CELL_AT_MOST: Final = 32_767
#: How a day is shown, by language: in English with the month in letters, as its order of numbers differs by country.
_DAYS: Final[Mapping[str, str]] = {"fr": "dd/mm/yyyy", "en": "d mmm yyyy"}
_HOUR: Final = " hh:mm"


@dataclass(frozen=True)
class Sheet:
    """One sheet of a workbook: its name on the tab, its headings, and its lines, a value a heading.

    ``marks`` are the headings of columns that are no reading for people, each with the comment that says what for.
    """

    name: str
    headings: Sequence[str]
    lines: Sequence[Sequence[Value]]
    marks: Mapping[str, str] = field(default_factory=dict)


def write_workbook(sheets: Iterable[Sheet], title: str, language: str) -> bytes:
    """Return an XLSX workbook: headings that stay in sight, a filter a column, numbers as numbers, texts as texts.

    Days and times are those of a calendar, shown as ``language`` writes them, so that they sort and filter.
    A text is kept as one whatever it begins with: as long as nobody types it anew, no spreadsheet runs it.
    """
    from openpyxl import Workbook  # imported here: most pages never make a spreadsheet

    book = Workbook()
    book.remove(book.worksheets[0])
    book.properties.title = _UNWRITABLE.sub("", title)
    book.properties.creator = "workshop-kit"
    for sheet in sheets:
        _write_sheet(book.create_sheet(sheet.name), sheet, _DAYS[language])
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _write_sheet(target: Worksheet, sheet: Sheet, day: str) -> None:
    from openpyxl.styles import Alignment
    from openpyxl.utils import get_column_letter

    _write_headings(target, sheet)
    top = Alignment(wrap_text=True, vertical="top")
    cut = Alignment(horizontal="fill", vertical="top")  # as wide as its column, over no other cell
    for row, line in enumerate(sheet.lines, start=2):
        for place, value in enumerate(line, start=1):
            cell = target.cell(row, place)
            _fill_cell(cell, value, day)
            cell.alignment = cut if sheet.headings[place - 1] in sheet.marks else top
    for place, column in enumerate(zip(sheet.headings, *sheet.lines, strict=True), start=1):
        target.column_dimensions[get_column_letter(place)].width = (
            _NARROWEST if column[0] in sheet.marks else _measure(column)
        )
    target.freeze_panes = "A2"
    target.auto_filter.ref = target.dimensions


def _write_headings(target: Worksheet, sheet: Sheet) -> None:
    from openpyxl.comments import Comment
    from openpyxl.styles import Alignment, Font, PatternFill

    colours = {name: value.lstrip("#") for name, value in read_tokens().items()}
    for place, heading in enumerate(sheet.headings, start=1):
        cell = target.cell(1, place)
        _fill_cell(cell, heading, "")
        cell.font = Font(bold=True, color="FFFFFF")
        cell.fill = PatternFill("solid", fgColor=colours["lead"])
        if heading in sheet.marks:
            cell.comment = Comment(sheet.marks[heading], KIT, height=120, width=320)
        cell.alignment = Alignment(wrap_text=True, vertical="center")


def _fill_cell(cell: Cell | MergedCell, value: Value, day: str) -> None:
    if value is None or value == "":
        return
    if not isinstance(value, str):
        cell.value = value
        if isinstance(value, date):
            cell.number_format = day + _HOUR if isinstance(value, datetime) else day
        return
    text = _UNWRITABLE.sub("", value)[:_CELL_AT_MOST]
    cell.value = text
    cell.data_type = "s"  # whatever it begins with
    if begins_formula(text):
        cell.quotePrefix = True  # stays a text when somebody goes into the cell and out again


def _measure(column: Iterable[Value]) -> int:
    longest = max((len(line) for value in column for line in str(value or "").split("\n")), default=0)
    return min(_WIDEST, max(_NARROWEST, longest + 3))
