"""Whether a file is PDF/UA-1, as a validator says; what it misreads of one kind of font is read again here."""

from __future__ import annotations

from io import BytesIO

import page
import pikepdf
from fontTools.cffLib import CFFFontSet
from fontTools.pens.basePen import NullPen

#: The validator takes the widths of Chinese, Japanese and Korean letters, whose fonts have parts with a matrix of their
#: own, for 0 (page-validation 0.11); they are compared below.
_MISREAD = "PDFUA1-FONT-GLYPH-WIDTH-001"


def check_valid(content: bytes) -> None:
    """Assert that a file is PDF/UA-1."""
    report = page.validate_pdf_bytes(content, profile=page.ValidationProfile.PDF_UA_1)
    failures = [one for one in report.failures if not (one.rule_id == _MISREAD and "CIDFontType0C" in one.message)]
    assert [str(one) for one in failures] == []
    if report.failures:
        assert find_wrong_widths(content) == []


def find_wrong_widths(content: bytes) -> list[tuple[str, int, float, float]]:
    """Return the letters whose width in their outline is not the one that the file says: font, number, both widths."""
    wrong: list[tuple[str, int, float, float]] = []
    with pikepdf.open(BytesIO(content)) as document:
        for one in document.objects:
            if not isinstance(one, pikepdf.Dictionary) or one.get("/Subtype") != "/CIDFontType0":
                continue
            said = _read_widths(one)
            wrong += [
                (str(one.BaseFont), number, width, said.get(number, float(one.get("/DW", 1000))))
                for number, width in enumerate(_measure(one.FontDescriptor.FontFile3.read_bytes()))
                if abs(width - said.get(number, float(one.get("/DW", 1000)))) > 1
            ]
    return wrong


def _read_widths(font: pikepdf.Dictionary) -> dict[int, float]:
    """Return the widths of ``/W``: a number and its widths, or two numbers and the width of all between."""
    entries, place = list(font.get("/W", [])), 0
    said: dict[int, float] = {}
    while place < len(entries):
        first = int(entries[place])
        if isinstance(entries[place + 1], pikepdf.Array):
            said |= {first + after: float(width) for after, width in enumerate(entries[place + 1])}
            place += 2
        else:
            said |= dict.fromkeys(range(first, int(entries[place + 1]) + 1), float(entries[place + 2]))
            place += 3
    return said


def _measure(outlines: bytes) -> list[float]:
    fonts = CFFFontSet()
    fonts.decompile(BytesIO(outlines), None)
    letters = fonts.topDictIndex[0].CharStrings
    widths = []
    for name in fonts.topDictIndex[0].charset:
        letters[name].draw(NullPen())
        widths.append(float(letters[name].width))
    return widths
