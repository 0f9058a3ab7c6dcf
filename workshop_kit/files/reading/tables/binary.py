"""Read the binary workbooks of Excel, old (.xls) and compact (.xlsb), through calamine."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from workshop_kit.errors import UnreadableFile
from workshop_kit.files.reading.tables.numbers import write_value
from workshop_kit.files.reading.tables.sheet import CELLS_AT_MOST, ROWS_AT_MOST, Gathering, Merge, Sheet, Tables

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

#: How a compound file names the part that holds an encrypted workbook.
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def read_binary(file: str, content: bytes) -> Tables:
    """Return the sheets of a binary workbook; calamine does not tell which of its rows are hidden."""
    # calamine is imported here: most pages never open a spreadsheet
    import python_calamine as calamine

    if _ENCRYPTED in content:
        raise UnreadableFile("file-protected", file=file)
    try:
        book = calamine.load_workbook(io.BytesIO(content))
        return Tables(
            tuple(
                _read_sheet(
                    file, book.get_sheet_by_name(one.name), hidden=one.visible != calamine.SheetVisibleEnum.Visible
                )
                for one in book.sheets_metadata
                if one.typ == calamine.SheetTypeEnum.WorkSheet
            )
        )
    except calamine.PasswordError:
        raise UnreadableFile("file-protected", file=file) from None


def _read_sheet(file: str, sheet: CalamineSheet, *, hidden: bool) -> Sheet:
    gathering = Gathering(file)
    if sheet.total_height * sheet.total_width > 20 * CELLS_AT_MOST:
        raise UnreadableFile("file-too-long", file=file, most=ROWS_AT_MOST)
    for number, cells in enumerate(sheet.to_python(skip_empty_area=False)):
        for column, value in enumerate(cells):
            if value != "":
                gathering.put(number, column, write_value(value))
    merges = [Merge(top, bottom, left, right) for (top, left), (bottom, right) in sheet.merged_cell_ranges or ()]
    return Sheet(sheet.name, gathering.settle(merges), hidden)
