"""A PDF compiler: a document's Typst source becomes a tagged PDF that conforms to PDF/UA-1; fonts for the page too."""

from __future__ import annotations

import atexit
import base64
import json
import re
import shutil
import tempfile
from functools import cache
from pathlib import Path
from typing import Any, Final

import typst

from workshop_kit.errors import CannotServe
from workshop_kit.i18n import Translator
from workshop_kit.places import print_folder
from workshop_kit.plots import find_fallback_font
from workshop_kit.report.document import Document
from workshop_kit.report.typst_source import quote, say
from workshop_kit.tokens import read_tokens

_STANDARD: Final = "ua-1"
_NO_GLYPH: Final = re.compile(r'the text `("(?:[^"\\]|\\.)*")` could not be displayed')
_ESCAPE: Final = re.compile(r"\\u\{([0-9a-fA-F]+)\}")
#: What stands for a character that no font at hand can draw.
_UNDRAWN: Final = "□"


def print_pdf(document: Document) -> bytes:
    """Return the document as a PDF/UA-1 file.

    Characters that the fonts of the kit lack are looked for in the system's fonts; what no font can draw shows as an
    empty square, as PDF/UA-1 forbids a character without a shape.
    """
    return compile_pdf(_assemble(document))


def compile_pdf(source: str) -> bytes:
    """Return Typst source that imports the kit's templates as a PDF/UA-1 file; see ``print_pdf`` for its fonts."""
    missing: set[str] = set()
    for choose_fonts in (_kit_fonts, _all_fonts):
        try:
            return _compile(source, choose_fonts())
        except typst.TypstError as error:
            missing = _find_undrawn(error)
            if not missing:
                raise CannotServe("report-not-printed", reason=error.message) from error
    try:
        return _compile(_replace_undrawn(source, missing), _all_fonts())
    except typst.TypstError as error:
        raise CannotServe("report-not-printed", reason=error.message) from error


def _compile(source: str, fonts: Any) -> bytes:
    compiler = typst.Compiler(source.encode("utf-8"), root=str(print_folder()), font_paths=fonts, sys_inputs=_colours())
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
    title = document.title if any(map(str.isprintable, document.title.strip())) else translator("report.cover.kind")
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
    found = _NO_GLYPH.findall(f"{error.message}\n{error.diagnostic}")
    texts = (json.loads(_ESCAPE.sub(_unescape, text)) for text in found)
    return {character for text in texts for character in text if not character.isascii()}


def _unescape(found: re.Match[str]) -> str:
    return json.dumps(chr(int(found.group(1), 16)))[1:-1]


def _replace_undrawn(source: str, missing: set[str]) -> str:
    # a selector or joiner left behind by the sign it modified would have no shape either
    gone = dict.fromkeys(map(ord, "\ufe0e\ufe0f\u200d"))
    return source.translate(gone | {ord(character): _UNDRAWN for character in missing})


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
