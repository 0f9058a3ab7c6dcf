"""Read an XLSX workbook part by part: what its sheets hold, whatever range, style or dialect they declare.

openpyxl trusts the range that a sheet declares, knows no Strict Open XML, and stumbles over styles and drawings that
do not matter here; calamine does not tell what is hidden. What is needed is read here as it stands in the file.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import IO, Final, cast
from xml.etree import ElementTree

from workshop_kit.domain.model import Reason
from workshop_kit.files.reading.tables.numbers import show_number
from workshop_kit.files.reading.tables.remarks import KIT, Remarks
from workshop_kit.files.reading.tables.sheet import (
    UNCOMPUTED,
    UNPACKED_AT_MOST,
    Allowance,
    Gathering,
    Merge,
    Sheet,
    Tables,
)

_ESCAPE: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")
_CELL: Final = re.compile(r"\$?([A-Za-z]{1,3})\$?(\d{1,7})")
_TEXTS: Final = re.compile(
    r'\s*=?\s*(?:CONCAT(?:ENATE)?\()?\s*"(?:[^"]|"")*"(?:\s*[&,;]\s*"(?:[^"]|"")*")*\s*\)?\s*', re.IGNORECASE
)
_PHONETIC: Final = "rPh"
#: Elements after which nothing of them is needed: a workbook is read row by row.
_FORGOTTEN: Final = frozenset({"row", "si", "table-row", "Row"})
_ELEMENTS_AT_MOST: Final = 300_000
_ELEMENTS_IN_ALL: Final = 6_000_000
#: A row that says where it stands and holds nothing but formatted cells: some sheets have a million of them.
_EMPTY_ROW: Final = re.compile(
    rb"<(?P<x>(?:\w+:)?)row(?=\s[^<>]*\br=)[^<>]*(?:/>|>\s*(?:<(?P=x)c(?:\s[^<>]*)?(?:/>|></(?P=x)c>)\s*)*</(?P=x)row>)"
)
_BLOCK: Final = 1 << 20
#: How much of a cell is shown in a note.
_SHOWN: Final = 40

Element = ElementTree.Element


@dataclass(frozen=True)
class _Book:
    """What the sheets of a workbook share."""

    texts: list[str] = field(default_factory=list)
    formats: list[tuple[int, str]] = field(default_factory=list)
    since_1904: bool = False
    allowance: Allowance = field(default_factory=Allowance)
    worked_out: list[str] = field(default_factory=list)
    struck: frozenset[int] = frozenset()
    remarks: Remarks = field(default_factory=Remarks)


def read_workbook(file: str, archive: zipfile.ZipFile) -> Tables:
    """Return the sheets of a workbook, hidden ones too; charts and macros are none."""
    part = _find_book(archive)
    folder = posixpath.dirname(part)
    sheets: list[tuple[str, str, str]] = []
    since_1904 = False
    for element in walk_part(archive, part):
        if local(element) == "sheet":
            sheets.append((element.get("name", ""), element.get("state", ""), _find_id(element)))
        elif local(element) == "workbookPr":
            since_1904 = element.get("date1904") in {"1", "true"}
    targets = _read_targets(archive, part)
    formats, struck = _read_styles(archive, folder)
    book = _Book(_read_texts(archive, folder), formats, since_1904, struck=struck)
    once = {relation: (name, state) for name, state, relation in reversed(sheets)}  # a part named twice is one sheet
    parts = {targets.get(relation, ""): told for relation, told in once.items()}
    read = tuple(
        _read_sheet(file, archive, book, name, part, hidden=bool(state) and state != "visible")
        for part, (name, state) in reversed(parts.items())
        if "worksheets" in part
    )
    sample = ", ".join(text[:_SHOWN] for text in book.worked_out[:3])
    worked_out = (Reason("formulas-worked-out", {"sample": sample}),) if sample else ()
    return Tables(read, (*worked_out, *book.remarks.list_notes()))


def walk_part(archive: zipfile.ZipFile, part: str) -> Iterator[Element]:
    """Yield the elements of a part as they end; see ``walk_xml``."""
    with archive.open(part) as stream:
        yield from walk_xml(cast(IO[bytes], _Filled(_Bounded(stream, UNPACKED_AT_MOST))))


def walk_xml(stream: IO[bytes]) -> Iterator[Element]:
    """Yield the elements of an XML text as they end; rows and strings are forgotten afterwards.

    Raises ``zipfile.BadZipFile`` for more elements than any list has, within one row or in all.
    """
    path: list[Element] = []
    alive = count = 0
    # the parser that comes with Python bounds entities that unfold, and what is read here is bounded besides
    for event, element in ElementTree.iterparse(stream, ("start", "end")):  # noqa: S314
        if event == "start":
            path.append(element)
            alive += 1
            count += 1
            if alive > _ELEMENTS_AT_MOST or count > _ELEMENTS_IN_ALL:
                raise zipfile.BadZipFile("more elements than any list has")
            continue
        path.pop()
        yield element
        if path and local(element) in _FORGOTTEN:
            path[-1].remove(element)
            alive = 0


class _Bounded(io.RawIOBase):
    """Reads a part of an archive as far as a list of people can go."""

    def __init__(self, stream: IO[bytes], most: int) -> None:
        self._stream = stream
        self._left = most

    def read(self, size: int = -1) -> bytes:
        found = self._stream.read(size if size > 0 else 65536)
        self._left -= len(found)
        if self._left < 0:
            raise zipfile.BadZipFile("unpacks to more than any list")
        return found


class _Filled(io.RawIOBase):
    """Leaves empty rows out of a part before it is parsed: that is a hundred times faster."""

    def __init__(self, stream: io.RawIOBase) -> None:
        self._stream = stream
        self._rest = b""

    def read(self, size: int = -1) -> bytes:
        kept = b""
        while not kept:
            found = self._stream.read(_BLOCK) or b""
            whole = self._rest + found
            plain = b"<![CDATA[" not in whole
            cut = whole.rfind(b"row>") + len(b"row>") if found and plain else len(whole)
            if cut < len(whole) // 2:  # no sheet, or a row that is longer than a block
                cut = len(whole)
            self._rest = whole[cut:]
            kept = _EMPTY_ROW.sub(b"", whole[:cut]) if plain else whole
            if not found:
                break
        return kept


def local(element: Element) -> str:
    """Return the name of an element without its namespace: Strict Open XML differs by that alone."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _find_id(element: Element) -> str:
    return next((value for name, value in element.attrib.items() if name.endswith("}id")), "")


def _find_book(archive: zipfile.ZipFile) -> str:
    if "_rels/.rels" in archive.namelist():
        for element in walk_part(archive, "_rels/.rels"):
            if element.get("Type", "").endswith("/officeDocument"):
                return element.get("Target", "").lstrip("/")
    return "xl/workbook.xml"


def _read_targets(archive: zipfile.ZipFile, part: str) -> dict[str, str]:
    folder, name = posixpath.split(part)
    relations = posixpath.join(folder, "_rels", f"{name}.rels")
    found: dict[str, str] = {}
    for element in walk_part(archive, relations):
        target = element.get("Target", "")
        if local(element) == "Relationship" and "worksheet" in element.get("Type", ""):
            full = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            found[element.get("Id", "")] = full if "worksheets" in full else f"{full}#worksheets"
    return found


def _read_texts(archive: zipfile.ZipFile, folder: str) -> list[str]:
    part = posixpath.join(folder, "sharedStrings.xml")
    texts: list[str] = []
    if part in archive.namelist():
        for element in walk_part(archive, part):
            if local(element) == "si":
                texts.append(_read_text(element))
    return texts


def _read_text(element: Element) -> str:
    """Return the text of a string, its runs joined, its reading aids left out, its escapes undone."""
    pieces: list[str] = []
    for child in element:
        if local(child) == "t":
            pieces.append(child.text or "")
        elif local(child) != _PHONETIC:
            pieces.extend(one.text or "" for one in child.iter() if local(one) == "t")
    return unescape("".join(pieces))


def unescape(text: str) -> str:
    """Return a text with the characters that Open XML writes as ``_xHHHH_``."""
    if "_x" not in text:
        return text
    found = _ESCAPE.sub(lambda escape: chr(int(escape[1], 16)), text)
    return found.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _read_styles(archive: zipfile.ZipFile, folder: str) -> tuple[list[tuple[int, str]], frozenset[int]]:
    """Return the number formats of a workbook's styles in their order, and which styles strike their text through."""
    part = posixpath.join(folder, "styles.xml")
    codes: dict[int, str] = {}
    formats: list[tuple[int, str]] = []
    fonts: list[bool] = []
    struck: frozenset[int] = frozenset()
    if part not in archive.namelist():
        return formats, struck
    for element in walk_part(archive, part):
        if local(element) == "numFmt":
            codes[_whole(element.get("numFmtId"))] = element.get("formatCode", "")
        elif local(element) == "fonts":
            fonts = [
                any(local(one) == "strike" and one.get("val", "1") in {"1", "true"} for one in font) for font in element
            ]
        elif local(element) == "cellXfs":
            styles = [one for one in element if local(one) == "xf"]
            formats = [(number, codes.get(number, "")) for number in (_whole(one.get("numFmtId")) for one in styles)]
            used = [_whole(one.get("fontId")) for one in styles]
            struck = frozenset(place for place, font in enumerate(used) if font < len(fonts) and fonts[font])
    return formats, struck


def _whole(text: str | None) -> int:
    return int(text) if text is not None and text.isascii() and text.isdigit() else 0


def _read_sheet(file: str, archive: zipfile.ZipFile, book: _Book, name: str, part: str, *, hidden: bool) -> Sheet:
    gathering = Gathering(file, book.allowance)
    merges: list[Merge] = []
    hidden_columns: set[int] = set()
    number = -1
    part = part.partition("#")[0]
    remarks = Remarks() if hidden else book.remarks
    for line, text in _read_comments(archive, part):
        remarks.comment(name, line, text)
    for element in walk_part(archive, part):
        tag = local(element)
        if tag == "row":
            number = _whole(element.get("r")) - 1 if element.get("r") else number + 1
            remarks.strike(name, number + 1, _put_row(gathering, book, element, number))
        elif tag == "col" and (_is_on(element.get("hidden")) or element.get("width") == "0"):
            first, last = _whole(element.get("min")), _whole(element.get("max"))
            hidden_columns.update(range(max(0, first - 1), min(last, 20_000)))
        elif tag == "mergeCell":
            merges.extend(_read_merge(element.get("ref", "")))
    return Sheet(name, gathering.settle(merges), hidden, frozenset(hidden_columns))


def _is_on(text: str | None) -> bool:
    return text in {"1", "true"}


def _put_row(gathering: Gathering, book: _Book, row: Element, number: int) -> list[bool]:
    """Take the cells of a row; return of each filled one whether it is struck through."""
    if _is_on(row.get("hidden")) or row.get("ht") == "0":
        gathering.hide(number)
    column = -1
    struck: list[bool] = []
    for cell in row:
        if local(cell) != "c":
            continue
        where = _CELL.fullmatch(cell.get("r", ""))
        column = _count_column(where[1]) if where else column + 1
        text = _show_cell(book, cell)
        gathering.put(number, column, text)
        if text:
            struck.append(_whole(cell.get("s")) in book.struck)
    return struck


def _read_comments(archive: zipfile.ZipFile, part: str) -> Iterator[tuple[int, str]]:
    """Yield the comments on the cells of a sheet, each with its line."""
    folder, name = posixpath.split(part)
    relations = posixpath.join(folder, "_rels", f"{name}.rels")
    if relations not in archive.namelist():
        return
    for relation in list(walk_part(archive, relations)):
        target = relation.get("Target", "")
        full = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
        if not relation.get("Type", "").endswith("/comments") or full not in archive.namelist():
            continue
        authors: list[str] = []
        for element in walk_part(archive, full):
            if local(element) == "author":
                authors.append(element.text or "")
            where = _CELL.fullmatch(element.get("ref", "")) if local(element) == "comment" else None
            if where is not None and KIT not in authors[_whole(element.get("authorId")) :][:1]:
                yield int(where[2]), "".join(_read_text(one) for one in element if local(one) == "text")


def _show_cell(book: _Book, cell: Element) -> str:
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        return "".join(_read_text(one) for one in cell if local(one) == "is")
    written = next((one.text or "" for one in cell if local(one) == "v"), "")
    if not written and kind != "str":
        formula = next((one.text or "" for one in cell if local(one) == "f"), None)
        return "" if formula is None else _work_out(book, formula)
    if kind == "s":
        place = _whole(written)
        return book.texts[place] if written and place < len(book.texts) else ""
    if kind == "b":
        return {"1": "oui", "true": "oui", "0": "non", "false": "non"}.get(written, "")
    if kind == "d":
        return written.removesuffix("T00:00:00")
    if kind == "n" and written:
        style = _whole(cell.get("s"))
        number_format, code = book.formats[style] if style < len(book.formats) else (0, "")
        return show_number(written, number_format, code, since_1904=book.since_1904)
    return unescape(written)


def _work_out(book: _Book, formula: str) -> str:
    """Return the text of a formula that no program ever worked out: only one made of texts alone says it."""
    texts = _TEXTS.fullmatch(formula)
    if texts is None:
        return UNCOMPUTED
    text = "".join(one.replace('""', '"') for one in re.findall(r'"((?:[^"]|"")*)"', texts[0]))
    book.worked_out.append(text)
    return text


def _count_column(letters: str) -> int:
    found = 0
    for letter in letters.upper():
        found = found * 26 + ord(letter) - 64
    return found - 1


def _read_merge(reference: str) -> Iterator[Merge]:
    first, _, last = reference.partition(":")
    start, end = _CELL.fullmatch(first), _CELL.fullmatch(last)
    if start and end:
        top, left = int(start[2]) - 1, _count_column(start[1])
        yield Merge(top, max(top, int(end[2]) - 1), left, max(left, _count_column(end[1])))


def count_unpacked(archive: zipfile.ZipFile) -> int:
    """Return how many bytes an archive says that its parts take."""
    return sum(one.file_size for one in archive.infolist())
