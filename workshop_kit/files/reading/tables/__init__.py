"""Open an organiser's file, wherever it was made: a workbook of any kind, or text of any habit, as sheets of rows."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterable
from typing import Final

from workshop_kit.errors import UnreadableFile
from workshop_kit.files.reading.tables.binary import read_binary
from workshop_kit.files.reading.tables.delimited import CountKnown, read_delimited
from workshop_kit.files.reading.tables.encodings import ENCODINGS, decode
from workshop_kit.files.reading.tables.markup import read_excel_2003, read_web_page
from workshop_kit.files.reading.tables.opendocument import read_flat_opendocument, read_opendocument
from workshop_kit.files.reading.tables.sheet import BYTES_AT_MOST, UNPACKED_AT_MOST, Row, Sheet, Tables
from workshop_kit.files.reading.tables.spoilt import mend_cells, note_entities, unescape_text
from workshop_kit.files.reading.tables.workbook import count_unpacked, read_workbook

__all__ = ["BYTES_AT_MOST", "ENCODINGS", "CountKnown", "Row", "Sheet", "Tables", "open_tables"]

_ZIP: Final = b"PK\x03\x04"
_OLE: Final = b"\xd0\xcf\x11\xe0"
_NO_TABLE: Final = (
    b"%PDF",
    b"{\\rtf",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"Rar!",
    b"7z\xbc\xaf",
    b"\x1f\x8b",
    b"BEGIN:V",
)


def open_tables(file: str, content: bytes, count_known: CountKnown, *, encoding: str = "") -> Tables:
    """Return the sheets of a file.

    Parameters
    ----------
    file
        The file's name, for the sentence of a refusal: what it is, its content tells.
    content
        Its bytes.
    count_known
        Tells how many of these cells are headings one looks for.
    encoding
        The encoding chosen for a text, one of ``ENCODINGS``; empty where the kit shall find out.

    Raises
    ------
    UnreadableFile
        It is empty, too large, protected, damaged, garbled, or no table.

    """
    if len(content) > BYTES_AT_MOST:
        raise UnreadableFile("file-too-large", file=file, megabytes=BYTES_AT_MOST // 1_000_000)
    if not content.strip(b"\xef\xbb\xbf\xff\xfe \t\r\n\0"):
        raise UnreadableFile("file-empty", file=file)
    tables = _open(file, content, count_known, encoding)
    if not any(sheet.rows for sheet in tables.sheets):
        raise UnreadableFile("file-empty", file=file)
    return mend_cells(tables)


def _open(file: str, content: bytes, count_known: CountKnown, encoding: str) -> Tables:
    if content.startswith(_NO_TABLE):
        raise UnreadableFile("file-not-table", file=file)
    if content.startswith((_ZIP, _OLE)):
        try:
            return _open_archive(file, content) if content.startswith(_ZIP) else read_binary(file, content)
        except (UnreadableFile, MemoryError):
            raise
        except Exception as error:  # a damaged workbook fails anywhere in zip, XML or calamine, each in its own way
            raise UnreadableFile("workbook-damaged", file=file) from error
    head = content[:2048].lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower().replace(b"\0", b"")
    if head.startswith(b"<?xml") and any(mark in head for mark in (b"office:document", b"office:spreadsheet")):
        return _open_xml(file, content)
    decoded = decode(file, content, encoding)
    if head.startswith(b"<"):
        tables = read_web_page(file, decoded.text)
        if not tables.sheets:
            raise UnreadableFile("file-not-table", file=file)
        return Tables(tables.sheets, (*decoded.notes, *tables.notes))
    if head.startswith((b"{", b"[")) and _is_json(decoded.text):
        raise UnreadableFile("file-not-table", file=file)
    text = unescape_text(decoded.text)
    tables = read_delimited(file, text, count_known)
    return Tables(tables.sheets, (*decoded.notes, *note_entities(decoded.text, text), *tables.notes))


def _is_json(text: str) -> bool:
    """Tell whether a text, or its first line, is what programs write for programs."""
    for piece in (text, text.strip().partition("\n")[0]):
        try:
            return isinstance(json.loads(piece), (dict, list))
        except ValueError:
            continue
    return False


def _open_xml(file: str, content: bytes) -> Tables:
    read = (
        read_excel_2003 if b"urn:schemas-microsoft-com:office:spreadsheet" in content[:4096] else read_flat_opendocument
    )
    try:
        return read(file, io.BytesIO(content.lstrip()))
    except UnreadableFile:
        raise
    except Exception as error:  # XML that is not well formed fails in many ways
        raise UnreadableFile("workbook-damaged", file=file) from error


def _open_archive(file: str, content: bytes) -> Tables:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = archive.namelist()
        if any(one.flag_bits & 1 for one in archive.infolist()):
            raise UnreadableFile("file-protected", file=file)
        if count_unpacked(archive) > UNPACKED_AT_MOST:
            raise UnreadableFile("file-too-large", file=file, megabytes=UNPACKED_AT_MOST // 1_000_000)
        if "content.xml" in names:
            return read_opendocument(file, archive)
        if any(name.endswith("workbook.bin") for name in names):
            return read_binary(file, content)
        if any(name.endswith("workbook.xml") for name in names):
            return read_workbook(file, archive)
    if _has(names, (".iwa", "Index.zip")):
        raise UnreadableFile("file-numbers", file=file)
    if _has(names, (".csv", ".xlsx", ".xls", ".ods", ".txt", ".tsv")):
        raise UnreadableFile("file-archive", file=file)
    raise UnreadableFile("file-not-table", file=file)


def _has(names: Iterable[str], ends: tuple[str, ...]) -> bool:
    return any(name.casefold().endswith(tuple(end.casefold() for end in ends)) for name in names)
