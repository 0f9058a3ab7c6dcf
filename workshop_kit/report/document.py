"""A notebook parser: an executed notebook read as a document, its published pieces in order, in Typst and in HTML."""

from __future__ import annotations

import base64
import struct
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from html import escape
from typing import Any, Final

from workshop_kit.i18n import LANGUAGES, Translator, choose_language
from workshop_kit.report.blocks import Picture
from workshop_kit.report.html_source import write_html
from workshop_kit.report.markdown import markdown_to_html, markdown_to_typst
from workshop_kit.report.opened import ABOUT, TYPST
from workshop_kit.report.typst_source import quote, write_typst

#: A cell so tagged speaks to whoever edits the notebook and is not published.
GUIDE_TAG: Final = "guide"
_LANGUAGE_TAGS: Final = {f"lang-{language}": language for language in LANGUAGES}

Notebook = Mapping[str, Any]


@dataclass(frozen=True)
class Piece:
    """One published piece of the notebook, both ways."""

    typst: str
    html: str


@dataclass(frozen=True)
class Document:
    """A document ready to be laid out. ``day`` is ``None`` when the notebook shows no section of a synthesis."""

    language: str
    title: str
    territory: str
    day: date | None
    pieces: tuple[Piece, ...]


def read_document(notebook: Notebook) -> Document:
    """Read an executed notebook as a document.

    Published are the Markdown cells, save those tagged ``guide`` or in another language (``lang-fr``, ``lang-en``),
    and what code cells show: sections, figures, text; never their source.
    """
    about = _find_about(notebook)
    language = choose_language(about.get("language"))
    translator = Translator(language)
    pieces = tuple(piece for cell in notebook["cells"] for piece in _read_cell(cell, translator))
    return Document(
        language=language,
        title=about.get("title") or translator("report.untitled-notebook"),
        territory=about.get("territory", ""),
        day=date.fromisoformat(about["day"]) if "day" in about else None,
        pieces=pieces,
    )


def _find_about(notebook: Notebook) -> dict[str, str]:
    for output in _outputs(notebook):
        about = output.get("data", {}).get(ABOUT)
        if about is not None:
            return dict(about)
    return {}


def _outputs(notebook: Notebook) -> Iterator[Mapping[str, Any]]:
    for cell in notebook["cells"]:
        yield from cell.get("outputs", ())


def _read_cell(cell: Mapping[str, Any], translator: Translator) -> Iterable[Piece]:
    tags = cell.get("metadata", {}).get("tags", [])
    languages = {_LANGUAGE_TAGS[tag] for tag in tags if tag in _LANGUAGE_TAGS}
    if GUIDE_TAG in tags or (languages and translator.language not in languages):
        return []
    if cell["cell_type"] == "markdown":
        source = "".join(cell["source"])
        return [Piece(markdown_to_typst(source), markdown_to_html(source))]
    return [piece for output in cell.get("outputs", ()) for piece in _read_output(output, translator)]


def _read_output(output: Mapping[str, Any], translator: Translator) -> Iterable[Piece]:
    if output["output_type"] == "stream":
        return [_write_text(_text(output["text"]))] if output.get("name") == "stdout" else []
    data = output.get("data", {})
    if TYPST in data:
        html = _text(data.get("text/html", ""))
        return [Piece(_text(data[TYPST]), html)]
    for mime in ("image/svg+xml", "image/png"):
        if mime in data:
            alternative = output.get("metadata", {}).get("alt") or translator("report.added-figure")
            svg = _text(data[mime]) if mime == "image/svg+xml" else _wrap_png(_text(data[mime]))
            picture = [Picture(svg, alternative, "")]
            return [Piece(write_typst(picture), write_html(picture))]
    if "text/markdown" in data:
        source = _text(data["text/markdown"])
        return [Piece(markdown_to_typst(source), markdown_to_html(source))]
    return [_write_text(_text(data["text/plain"]))] if "text/plain" in data else []


def _text(value: str | list[str]) -> str:
    return value if isinstance(value, str) else "".join(value)


def _write_text(text: str) -> Piece:
    return Piece(f"#raw(block: true, {quote(text.rstrip())})", f"<pre>{escape(text.rstrip())}</pre>")


def _wrap_png(encoded: str) -> str:
    """Return a PNG inside an SVG of its size: the one way both Typst and HTML take it from a plain string."""
    compact = "".join(encoded.split())
    width, height = struct.unpack(">II", base64.b64decode(compact)[16:24])
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="{width}" '
        f'height="{height}" viewBox="0 0 {width} {height}"><image width="{width}" height="{height}" '
        f'xlink:href="data:image/png;base64,{compact}"/></svg>'
    )
