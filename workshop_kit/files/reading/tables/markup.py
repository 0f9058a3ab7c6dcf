"""Read what is called .xls and is none: a web page's table, and the XML of Excel 2003."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import IO, Final

from workshop_kit.files.reading.tables.numbers import show_number
from workshop_kit.files.reading.tables.opendocument import read_attribute
from workshop_kit.files.reading.tables.sheet import (
    COLUMNS_AT_MOST,
    ROWS_AT_MOST,
    Allowance,
    Gathering,
    Grid,
    Merge,
    Sheet,
    Tables,
)
from workshop_kit.files.reading.tables.workbook import Element, local, walk_xml

#: What begins no whole tag: a mark of Word's, or a sign "less than". The parser would look for its end to the end of
#: the page each time, which takes hours for a page of nothing else.
_DECLARATION: Final = re.compile(r"<[!?][^<>]*>?")
_NO_TAG: Final = re.compile(r"<(?!/?[A-Za-z][^<>]*>)")


def read_web_page(file: str, text: str) -> Tables:
    """Return the tables of a web page, one sheet each; a table inside another is part of its cell."""
    reader = _PageReader(file)
    reader.feed(_NO_TAG.sub("&lt;", _DECLARATION.sub("", _drop_comments(text))))
    reader.close()
    return Tables(tuple(reader.finish()))


def _drop_comments(text: str) -> str:
    """Return a page without its comments; one that never ends takes what begins no other with it."""
    first, *others = text.split("<!--")
    return "".join((first, *(one.partition("-->")[2] for one in others)))


class _PageReader(HTMLParser):
    """Gathers cells as their tags come; most tags of pages that programs write are never closed."""

    def __init__(self, file: str) -> None:
        super().__init__(convert_charrefs=True)
        self._file = file
        self._allowance = Allowance()
        self._sheets: list[Sheet] = []
        self._depth = 0
        self._silent = ""
        self._start_table()

    def _start_table(self) -> None:
        self._gathering = Gathering(self._file, self._allowance)
        self._grid = Grid()
        self._row = -1
        self._column = 0
        self._cell: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag in {"script", "style"}:
            self._silent = tag
        elif tag == "table":
            self._depth += 1
            if self._depth == 1:
                self._start_table()
        elif self._depth == 1 and tag == "tr":
            self._end_cell()
            self._row += 1
            self._column = 0
            if "display:none" in given.get("style", "").replace(" ", "").casefold():
                self._gathering.hide(self._row)
        elif self._depth == 1 and tag in {"td", "th"}:
            self._end_cell()
            rows, columns = _count(given.get("rowspan"), ROWS_AT_MOST), _count(given.get("colspan"), COLUMNS_AT_MOST)
            self._row = max(self._row, 0)
            self._column = self._grid.place(self._row, self._column, rows, columns)
            self._next = self._column + columns
            self._cell = []
        elif tag in {"br", "p", "div", "li"} and self._cell:
            self._cell.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag == self._silent:
            self._silent = ""
        elif tag == "table" and self._depth:
            self._depth -= 1
            if not self._depth:
                self._end_table()
        elif self._depth == 1 and tag in {"td", "th", "tr"}:
            self._end_cell()

    def handle_data(self, data: str) -> None:
        if self._cell is not None and not self._silent:
            self._cell.append(" ".join(data.split("\n")) if "\n" in data else data)

    def _end_cell(self) -> None:
        if self._cell is not None:
            lines = (" ".join(line.split(" ")).strip() for line in "".join(self._cell).split("\n"))
            self._gathering.put(self._row, self._column, "\n".join(lines))
            self._column = self._next
        self._cell = None

    def _end_table(self) -> None:
        self._end_cell()
        self._sheets.append(Sheet("", self._gathering.settle(self._grid.merges)))

    def finish(self) -> Iterator[Sheet]:
        if self._depth:  # the page ends before its table
            self._end_table()
        filled = [sheet for sheet in self._sheets if sheet.rows]
        for number, sheet in enumerate(filled, start=1):
            yield Sheet(str(number) if len(filled) > 1 else "", sheet.rows)


def read_excel_2003(file: str, stream: IO[bytes]) -> Tables:
    """Return the sheets of an XML Spreadsheet 2003."""
    sheets: list[Sheet] = []
    allowance = Allowance()
    gathering, merges, row = Gathering(file, allowance), list[Merge](), 0
    for element in walk_xml(stream):
        if local(element) == "Row":
            row = _count(read_attribute(element, "Index"), 2_000_000, row + 1) - 1
            merges.extend(_put_row(gathering, element, row))
            row += 1
        elif local(element) == "Worksheet":
            sheets.append(Sheet(read_attribute(element, "Name"), gathering.settle(merges), _hides(element)))
            gathering, merges, row = Gathering(file, allowance), [], 0
    return Tables(tuple(sheets))


def _hides(sheet: Element) -> bool:
    visible = [one.text for one in sheet.iter() if local(one) == "Visible"]
    return any(text in {"SheetHidden", "SheetVeryHidden"} for text in visible)


def _put_row(gathering: Gathering, row: Element, number: int) -> Iterator[Merge]:
    if read_attribute(row, "Hidden") == "1":
        gathering.hide(number)
    column = 0
    for cell in row:
        if local(cell) != "Cell":
            continue
        column = _count(read_attribute(cell, "Index"), 20_000, column + 1) - 1
        for data in cell:
            if local(data) == "Data":
                gathering.put(number, column, _show_data(data))
        across, down = (_count(read_attribute(cell, name), 60_000, 0) for name in ("MergeAcross", "MergeDown"))
        if across or down:
            yield Merge(number, number + down, column, column + across)
        column += 1 + across


def _show_data(data: Element) -> str:
    text = "".join(data.itertext())
    kind = read_attribute(data, "Type")
    if kind == "Boolean":
        return {"1": "oui", "0": "non"}.get(text, text)
    if kind == "DateTime":
        return text.removesuffix(".000").removesuffix("T00:00:00")
    return show_number(text, 0) if kind == "Number" else text


def _count(text: str | None, most: int, otherwise: int = 1) -> int:
    return min(int(text), most) if text and text.isascii() and text.isdigit() and len(text) < 10 else otherwise
