"""Tell by its headings what a file holds, where nobody has said so."""

from __future__ import annotations

from collections.abc import Iterable

from workshop_kit.files.reading.columns import KINDS
from workshop_kit.files.reading.layout import lay_out
from workshop_kit.files.reading.tables import open_tables
from workshop_kit.files.reading.usual import count_known
from workshop_kit.files.reading.values import Choices, KnownNames


def count_columns(name: str, content: bytes, known: KnownNames, *, encoding: str = "") -> dict[str, int]:
    """Count the columns of each kind that a file has, of the kinds that it has enough columns for.

    Parameters
    ----------
    name, content
        The file's name and its bytes, which are unpacked once.
    known
        The workshop's own names.
    encoding
        As ``open_tables`` takes it.

    Returns
    -------
    dict
        By kind, the columns of the sheet that has most of them.

    Raises
    ------
    UnreadableFile
        The file as a whole cannot be read.

    """
    sheets = open_tables(name, content, _count_any, encoding=encoding).sheets
    counted: dict[str, int] = {}
    for kind in KINDS:
        layouts = [lay_out(kind, sheet, known, Choices()) for sheet in sheets if sheet.rows and not sheet.hidden]
        found = [
            len({one.column for one in layout.headings if one.column and not one.guessed})
            for layout in layouts
            if not layout.missing
        ]
        if any(found):
            counted[kind] = max(found)
    return counted


def _count_any(cells: Iterable[str]) -> int:
    listed = tuple(cells)
    return max(count_known(kind, listed) for kind in KINDS)
