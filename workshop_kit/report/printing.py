"""A PDF compiler: a document's Typst source becomes a tagged PDF that conforms to PDF/UA-1; fonts for the page too."""

from __future__ import annotations

import atexit
import base64
import json
import re
import shutil
import tempfile
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

import typst

from workshop_kit.domain.entries import shows_something
from workshop_kit.errors import CannotServe
from workshop_kit.i18n import Translator
from workshop_kit.places import print_folder
from workshop_kit.plots import find_fallback_font
from workshop_kit.report.document import Document
from workshop_kit.report.printed import Printed, Undrawn
from workshop_kit.report.typst_source import quote, say
from workshop_kit.tokens import read_tokens

_STANDARD: Final = "ua-1"
_NO_GLYPH: Final = re.compile(r'the text `("(?:[^"\\]|\\.)*")` could not be displayed')
_ESCAPE: Final = re.compile(r"\\u\{([0-9a-fA-F]+)\}")
#: What stands for a character that no font at hand can draw.
_UNDRAWN: Final = "□"
#: Code points to which each program gives a shape of its own: what a font draws there is not what was meant.
_PRIVATE: Final = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
#: How often more signs may turn up that cannot be drawn.
_TRIES: Final = 20
#: How many characters around a sign are enough to find it again.
_AROUND: Final = 24


def print_pdf(document: Document) -> bytes:
    """Return the document as a PDF/UA-1 file; see ``print_document``."""
    return print_document(document).content


def print_document(document: Document) -> Printed:
    """Return the document as a PDF/UA-1 file, and which signs of it could not be drawn.

    Signs that the fonts of the kit lack are looked for in the system's fonts; what no font can draw shows as an
    empty square, as PDF/UA-1 forbids a character without a shape.
    """
    return compile_source(_assemble(document))


def compile_source(source: str, colours: Mapping[str, str] | None = None) -> Printed:
    """Return Typst source that imports the kit's templates as a PDF/UA-1 file; see ``print_document``.

    ``colours`` are the tokens to draw it in; ``None``: the kit's own.
    """
    tokens = _colours() if colours is None else dict(colours)
    undrawn: dict[str, Undrawn] = {}
    source = _replace_undrawn(source, set(_PRIVATE.findall(source)), undrawn)
    try:
        return Printed(_compile(source, _kit_fonts(), tokens), tuple(undrawn.values()))
    except typst.TypstError as error:
        refused = error
    for _ in range(_TRIES):
        if not _find_undrawn(refused):
            break
        try:
            return Printed(_compile(source, _all_fonts(), tokens), tuple(undrawn.values()))
        except typst.TypstError as error:
            refused = error
        changed = _replace_undrawn(source, _find_undrawn(refused), undrawn)
        if changed == source:
            break
        source = changed
    raise CannotServe("report-not-printed", reason=refused.message) from refused


def _replace_undrawn(source: str, missing: Iterable[str], undrawn: dict[str, Undrawn]) -> str:
    """Return the source with a square for each sign that is missing, and note where each stood.

    A letter with a mark that no font has keeps its letter; a sign that modified a missing one goes with it.
    """
    for text in sorted(missing, key=len, reverse=True):
        place = source.find(text)
        if place < 0:
            continue
        undrawn.setdefault(text, Undrawn(text, _read_around(source, place, len(text))))
        letter = "".join(one for one in text if unicodedata.category(one) not in {"Mn", "Me", "Cf", "Cn", "Co"})
        source = source.replace(text, letter if letter and letter != text else _UNDRAWN)
    return source


def _read_around(source: str, place: int, length: int) -> str:
    """Return the words around a sign, within the string literal that it stands in."""
    start = source.rfind('"', max(0, place - _AROUND), place) + 1 or max(0, place - _AROUND)
    end = source.find('"', place + length, place + length + _AROUND)
    piece = source[start : end if end >= 0 else place + length + _AROUND]
    return " ".join(piece.replace("\\n", " ").replace("\\", "").replace("\u200b", "").split())


def draw_picture(svg: bytes, side: int) -> bytes:
    """Return a drawing as a PNG whose longer side has about ``side`` points, on clear ground.

    It is drawn with the kit's fonts alone, and what it refers to outside itself is not there.

    Raises
    ------
    ValueError
        It is no drawing.

    """
    drawing = f"#let drawn = bytes({quote(svg.decode('utf-8'))})"
    source = (
        f"#set page(width: auto, height: auto, margin: 0pt, fill: none)\n{drawing}\n"
        '#context { let all = measure(image(drawn, format: "svg")); let long = calc.max(all.width, all.height)\n'
        f'image(drawn, format: "svg", width: all.width / long * {side}pt) }}\n'
    )
    with tempfile.TemporaryDirectory(prefix="workshop-kit-logo-") as empty:
        compiler = typst.Compiler(source.encode("utf-8"), root=empty, font_paths=_kit_fonts())
        try:
            made = compiler.compile(format="png", ppi=72)
        except typst.TypstError as error:
            raise ValueError(error.message) from error
    if not isinstance(made, bytes):
        raise ValueError("a drawing of several pages")
    return made


def _compile(source: str, fonts: Any, tokens: dict[str, str]) -> bytes:
    compiler = typst.Compiler(source.encode("utf-8"), root=str(print_folder()), font_paths=fonts, sys_inputs=tokens)
    made = compiler.compile(format="pdf", pdf_standards=_STANDARD)
    assert isinstance(made, bytes)  # a PDF without an output path comes back as one file
    return made


def _assemble(document: Document) -> str:
    translator = Translator(document.language)
    footer = translator("report.footer", territory=document.territory, title=document.title).strip(" ·")
    day = "none"
    if document.day is not None:
        day = f"datetime(year: {document.day.year}, month: {document.day.month}, day: {document.day.day})"
    words = translator("report.keywords").split(", ")
    keywords = "(" + "".join(f"{quote(word)}, " for word in words) + ")"
    # PDF/UA-1 wants a title, and letters nobody can see are none
    title = document.title if shows_something(document.title) else translator("report.cover.kind")
    description = translator("report.description", title=document.title, territory=document.territory)
    head = (
        '#import "synthesis.typ": *\n'
        f"#show: synthesis.with(language: {quote(document.language)}, title: {say(title)}, "
        f"author: {say(document.territory)}, description: {say(description)}, keywords: {keywords}, "
        f"footer: {say(footer)}, page-word: {say(translator('report.page'))}, day: {day})\n"
    )
    return head + "\n\n".join(piece.typst for piece in document.pieces) + "\n"


def _colours() -> dict[str, str]:
    return {name: value for name, value in read_tokens().items() if value.startswith("#")}


@cache
def _kit_fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, font_paths=[str(print_folder() / "fonts")])


@cache
def _all_fonts() -> typst.Fonts:
    """Return every font at hand: the kit's, the system's, and one of many alphabets for systems that have none."""
    folders = [str(print_folder() / "fonts")]
    fallback = find_fallback_font()
    if fallback is not None:
        # Typst reads whole folders, and the font's own holds one that draws every character as a box
        alone = Path(tempfile.mkdtemp(prefix="workshop-kit-font-"))
        atexit.register(shutil.rmtree, alone, ignore_errors=True)
        shutil.copy(fallback, alone)
        folders.append(str(alone))
    return typst.Fonts(include_system_fonts=True, font_paths=folders)


def _find_undrawn(error: typst.TypstError) -> set[str]:
    """Return the signs that a font is missing for: letters with what modifies them."""
    found = _NO_GLYPH.findall(f"{error.message}\n{error.diagnostic}")
    texts = (json.loads(_ESCAPE.sub(_unescape, text)) for text in found)
    return {text for text in texts if not text.isascii()}


def _unescape(found: re.Match[str]) -> str:
    return json.dumps(chr(int(found.group(1), 16)))[1:-1]


def write_fonts_css() -> str:
    """Return the ``@font-face`` rules of the kit's fonts, carried inside the page; empty when they are not built."""
    rules = []
    for weight, slant in ((400, "normal"), (700, "normal")):
        for font in _find_fonts(weight, slant):
            data = base64.b64encode(font.read_bytes()).decode("ascii")
            rules.append(
                '@font-face{font-family:"Atkinson Hyperlegible Next";'
                f"font-weight:{weight};font-style:{slant};src:url(data:font/ttf;base64,{data})}}"
            )
    return "\n".join(rules)


def _find_fonts(weight: int, slant: str) -> list[Path]:
    return sorted((print_folder() / "fonts").glob(f"Atkinson*-{weight}-{slant}.ttf"))[:1]
