"""Fuzzing of the readers of organisers' files: files of every make, spoilt, are read or refused, and never hang."""

from __future__ import annotations

import io
import random
import time
import traceback
import zipfile
from collections import Counter
from collections.abc import Callable
from typing import Any, Final

from hypothesis import strategies as st

from tests.files.reading_of import KNOWN, make_workbook, pack
from workshop_kit.errors import UnreadableFile
from workshop_kit.files.reading.columns import KINDS
from workshop_kit.files.reading.read_file import read_file
from workshop_kit.files.reading.values import Choices, Reading

#: Longer than any reading of a small file may compute, on a slow machine.
SECONDS_AT_MOST: Final = 20.0

_ROWS: Final[list[list[Any]]] = [
    ["Nom", "Prénom", "Courriel", "Téléphone", "Secteur", "Consentement", "Défis"],
    ["Roux", "Ana", "ana@example.org", 639980701, "Bourg", "oui", "Logement, Mobilité"],
    ["Béranger", "Zoé", "Zoé <zoe@example.org>", "6,4E+08", "#N/A", "Oui, j'accepte", '"Logement'],
    ["Total : 2", None, None, None, None, None, None],
]
_TEXT: Final = "\r\n".join(";".join("" if cell is None else str(cell) for cell in row) for row in _ROWS)
_PAGE: Final = "<table>" + "".join("<tr>" + "".join(f"<td>{cell}" for cell in row) for row in _ROWS) + "</table>"
_XML_2003: Final = (
    "<?xml version='1.0'?><Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'><Worksheet><Table>"
    + "".join(f"<Row>{''.join(f'<Cell><Data>{cell}</Data></Cell>' for cell in row[:4])}</Row>" for row in _ROWS[:1])
    + "</Table></Worksheet></Workbook>"
)
_CONTENT: Final = "<d><spreadsheet><table name='A'>{}</table></spreadsheet></d>".format(
    "".join(
        "<table-row>" + "".join(f"<table-cell><p>{cell}</p></table-cell>" for cell in row[:3]) + "</table-row>"
        for row in _ROWS[:1]
    )
)


def list_files() -> list[bytes]:
    """Return a file of each make."""
    texts = [_TEXT.encode(one) for one in ("utf-8", "cp1252", "mac-roman", "utf-16", "utf-16-le")]
    book = make_workbook(("Bourg", _ROWS), ("Feuil2", [["Notes"]]))
    others = [_PAGE.encode(), _XML_2003.encode(), pack(content_dot_xml=_CONTENT), b"\xd0\xcf\x11\xe0" * 200]
    return [*texts, *others, book]


def files() -> st.SearchStrategy[bytes]:
    """Return a strategy of whole files and of bytes that are none."""
    return (
        st.sampled_from(list_files()) | st.binary(max_size=300) | st.text(max_size=200).map(lambda text: text.encode())
    )


def spoil(content: bytes, draw: Callable[[st.SearchStrategy[Any]], Any]) -> bytes:
    """Return a file with something changed in it, inside its parts where it is an archive."""
    seed = draw(st.integers(0, 2**32))
    return spoil_by_chance(content, random.Random(seed))


def spoil_by_chance(content: bytes, chance: random.Random) -> bytes:
    """Return ``content`` with bytes changed, cut, doubled or taken from elsewhere."""
    if zipfile.is_zipfile(io.BytesIO(content)) and chance.random() < 0.8:
        return _spoil_parts(content, chance)
    data = bytearray(content)
    for _ in range(chance.randrange(6)):
        start = chance.randrange(len(data) + 1)
        piece = data[start : start + chance.randrange(1, 40)]
        kind = chance.randrange(5)
        if kind == 0 and start < len(data):
            data[start] = chance.randrange(256)
        elif kind == 1:
            del data[start : start + len(piece)]
        elif kind == 2:
            data[start:start] = piece * chance.randrange(1, 30)
        elif kind == 3:
            data[start:start] = chance.choice(_BITS)
        else:
            del data[start:]
    return bytes(data)


_BITS: Final = (
    b'"', b"\0", b"\xff", b"\r", b";", b"\t", b"\xc3\xa9", b"\x82", b"<table>", b"</row>", b"<c r='ZZZ999999999'/>",
    b' r="0"', b' r="99999999999"', b' ref="A1:XFD1048576"', b"<mergeCell ref='A1:XFD1048576'/>", b"_x0000_",
    b"_xD800_", b"1e999", b"<v>999999999999</v>", b' t="s"', b' s="4096"', b"number-columns-repeated='99999999'",
    b"&lol;",
    b"<!DOCTYPE a [<!ENTITY lol 'lol'>]>", b"rowspan=99999999 colspan=99999999",
)  # fmt: skip


def _spoil_parts(content: bytes, chance: random.Random) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(stream, "w") as after:
        for part in before.namelist():
            data = before.read(part)
            if chance.random() < 0.4:
                data = spoil_by_chance(data, chance)
            if chance.random() < 0.97:
                after.writestr(part, data)
    return stream.getvalue()


def read_or_refuse(content: bytes, kind: str = "volunteers", choices: Choices | None = None) -> Reading | None:
    """Read a file; whatever is not a refusal is a fault, and so is taking too long or losing a line."""
    began = time.thread_time()
    try:
        reading = read_file("fichier", content, kind, choices or Choices(), known=KNOWN)
    except UnreadableFile:
        reading = None
    assert time.thread_time() - began < SECONDS_AT_MOST, "a reader took too long"
    if reading is not None and not reading.missing:
        rows = sum(sheet.rows for sheet in reading.sheets if sheet.taken)
        below = {one.place for one in reading.lines} | {one.place for one in reading.left if one.why.code != "above"}
        lines = {(place.sheet, place.line) for place in below}
        assert len(lines) >= rows or len({sheet.name for sheet in reading.sheets}) < len(reading.sheets), (
            "a line is lost"
        )
    return reading


def run_fuzz(seconds: float, seed: int = 0) -> dict[str, Any]:
    """Spoil files and read them for some time; return how many were read, refused, and what failed with which seed."""
    makes = list_files()
    counts: Counter[str] = Counter()
    failures: list[dict[str, Any]] = []
    slowest = 0.0
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        chance = random.Random(seed)
        content = spoil_by_chance(chance.choice(makes), chance)
        began = time.monotonic()
        try:
            reading = read_or_refuse(content, chance.choice(KINDS), Choices(hidden=chance.random() < 0.3))
            counts["read" if reading is not None else "refused"] += 1
        except Exception as error:  # every fault counts, and the next file is still worth reading
            counts["failed"] += 1
            if len(failures) < 20:
                where = traceback.extract_tb(error.__traceback__)[-1]
                failures.append({"seed": seed, "error": repr(error)[:200], "at": f"{where.name}:{where.lineno}"})
        slowest = max(slowest, time.monotonic() - began)
        seed += 1
    return {**counts, "failures": failures, "slowest": slowest, "seconds": seconds}
