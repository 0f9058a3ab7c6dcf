"""An HTML page renderer: the synthesis from the same nbconvert template whether nbconvert or this process fills it."""

from __future__ import annotations

from typing import Any

from jinja2 import Environment, FileSystemLoader

from workshop_kit.i18n import Translator
from workshop_kit.places import nbconvert_templates
from workshop_kit.report.document import Document
from workshop_kit.report.printing import write_fonts_css
from workshop_kit.tokens import read_tokens


def write_page(document: Document) -> str:
    """Return the page without importing nbconvert, which alone takes longer than the whole report."""
    folder = nbconvert_templates() / "workshop"
    # the template escapes what it must itself, as nbconvert's templates do
    environment = Environment(loader=FileSystemLoader(folder), autoescape=False)  # noqa: S701
    return environment.get_template("index.html.j2").render(resources=gather_page(document))


def gather_page(document: Document) -> dict[str, Any]:
    """Return what the template says: the document, its words and its style."""
    return {"document": document, "style": _write_style(), "words": _say_words(document)}


def _write_style() -> str:
    tokens = "".join(f"--{name}:{value};" for name, value in read_tokens().items())
    sheet = (nbconvert_templates() / "workshop" / "style.css").read_text(encoding="utf-8")
    return f":root{{{tokens}}}\n{write_fonts_css()}\n{sheet}"


def _say_words(document: Document) -> dict[str, str]:
    translator = Translator(document.language)
    values = {"title": document.title, "territory": document.territory}
    return {
        "skip": translator("report.skip"),
        "description": translator("report.description", **values),
        "footer": translator("report.footer", **values).strip(" ·"),
    }
