"""Put right what programs left in cells of any kind of file, and name what they lost: letters, and formulas' values."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Final

from workshop_kit.domain.model import Reason
from workshop_kit.files.reading.tables.sheet import UNCOMPUTED, Row, Sheet, Tables

_ENTITY: Final = re.compile(r"&(?:#\d{2,7}|#[xX][0-9a-fA-F]{2,6}|[A-Za-z]{2,8}\d{0,2});")
#: Programs escape a text once too often, seldom twice.
_TIMES_AT_MOST: Final = 3
#: Signs that part or enclose the cells of a text: in it, they stay escaped until the cells are parted.
_PARTING: Final = frozenset('";,\t|\r\n')
#: A question mark where a letter was: inside a word, which is no address of a page.
_ASKED: Final = re.compile(r"(?<![^\s\-'’])[^\W\d_]+(?:[-'’][^\W\d_]+)*\?[^\W\d_]+(?![^\s\-'’,.;!?])")
LOST: Final = "\ufffd"


def unescape_text(text: str) -> str:
    """Return a delimited text with the letters that a web page had escaped (``&eacute;``)."""
    return _unescape(text, lambda sign: sign in _PARTING) if _is_escaped(text) else text


def mend_cells(tables: Tables) -> Tables:
    """Return tables without what web pages escape, and with notes of what programs lost in their cells."""
    mended = tuple(_mend_sheet(sheet) for sheet in tables.sheets)
    told = {note.code for note in tables.notes}
    notes = [note for note in _list_losses(mended) if note.code not in told]
    return Tables(mended, (*tables.notes, *notes))


def has_asked_letters(text: str) -> bool:
    """Tell whether a question mark stands where a letter was lost (``Fran?ois``)."""
    return "?" in text and _ASKED.search(text) is not None


def _is_escaped(text: str) -> bool:
    """Tell whether a page escaped a text: by a letter or an apostrophe, since people do write ``&amp;`` themselves."""
    return "&" in text and any(not sign.isascii() or sign == "'" for sign in map(html.unescape, _ENTITY.findall(text)))


def note_entities(before: str, after: str) -> tuple[Reason, ...]:
    """Return the note that says what was unescaped in a text."""
    found = next((word for word in re.findall(r"[^\s,|\"<>]+", before) if _ENTITY.search(word)), "")
    if before == after or not found:
        return ()
    return (Reason("entities", {"before": found[:40], "sample": html.unescape(found)[:40]}),)


def _mend_sheet(sheet: Sheet) -> Sheet:
    if not any(_is_escaped(cell) for row in sheet.rows for cell in row.cells):
        return sheet
    return replace(sheet, rows=tuple(_mend_row(row) for row in sheet.rows))


def _mend_row(row: Row) -> Row:
    if not any("&" in cell for cell in row.cells):
        return row
    return replace(row, cells=tuple(_unescape(cell, lambda sign: False).strip() for cell in row.cells))


def _unescape(text: str, keeps: Callable[[str], bool]) -> str:
    def read(found: re.Match[str]) -> str:
        sign = html.unescape(found[0])
        return found[0] if keeps(sign) or not all(one.isprintable() or one in "\n\t\xa0" for one in sign) else sign

    for _ in range(_TIMES_AT_MOST):
        before, text = text, _ENTITY.sub(read, text)
        if before == text:
            break
    return text


def _list_losses(sheets: Iterable[Sheet]) -> Iterator[Reason]:
    rows = [row for sheet in sheets for row in sheet.rows]
    for code, is_lost in (
        ("formulas-uncomputed", lambda cell: cell == UNCOMPUTED),
        ("letters-lost", lambda cell: LOST in cell),
        ("letters-asked", has_asked_letters),
    ):
        found = [(row.line, cell) for row in rows for cell in row.cells if is_lost(cell)]
        if found:
            lines = list(dict.fromkeys(str(line) for line, _ in found))
            shown = ", ".join(lines[:12]) + ("…" if len(lines) > 12 else "")
            yield Reason(code, {"lines": shown, "sample": found[0][1][:40]})
