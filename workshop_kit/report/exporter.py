"""The nbconvert exporters ``workshop-pdf`` and ``workshop-html``.

``jupyter nbconvert --to workshop-pdf notebooks/synthesis.ipynb`` takes the workshop from ``WORKSHOP_FOLDER`` and the
language from ``WORKSHOP_LANGUAGE``, or both from the notebook's parameters.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from nbconvert.exporters import Exporter, TemplateExporter
from traitlets import default

from workshop_kit.i18n import Translator
from workshop_kit.places import nbconvert_templates
from workshop_kit.report.document import Document, read_document
from workshop_kit.report.printing import print_pdf, write_fonts_css
from workshop_kit.report.running import run_in_kernel
from workshop_kit.tokens import read_tokens


class WorkshopPDFExporter(Exporter):  # type: ignore[misc]  # nbconvert ships no types
    """Writes the synthesis as a tagged PDF; the notebook is run first when it has no outputs."""

    export_from_notebook = "PDF (workshop-kit)"
    output_mimetype = "application/pdf"

    @default("file_extension")
    def _file_extension_default(self) -> str:
        return ".pdf"

    def from_notebook_node(self, nb: Any, resources: Any = None, **options: Any) -> tuple[bytes, Any]:
        """Return the PDF of a notebook."""
        notebook, resources = super().from_notebook_node(nb, resources, **options)
        _run_if_needed(notebook, resources)
        return print_pdf(read_document(notebook)), resources


class WorkshopHTMLExporter(TemplateExporter):  # type: ignore[misc]  # nbconvert ships no types
    """Writes the synthesis as one HTML page that needs nothing else; the notebook is run first when it must be."""

    export_from_notebook = "HTML (workshop-kit)"
    output_mimetype = "text/html"

    @default("file_extension")
    def _file_extension_default(self) -> str:
        return ".html"

    @default("template_name")
    def _template_name_default(self) -> str:
        return "workshop"

    @default("extra_template_basedirs")
    def _extra_template_basedirs_default(self) -> list[str]:
        return [str(nbconvert_templates())]

    def from_notebook_node(self, nb: Any, resources: Any = None, **options: Any) -> tuple[str, Any]:
        """Return the page of a notebook."""
        resources = self._init_resources(resources)
        _run_if_needed(nb, resources)
        resources["document"] = read_document(nb)
        resources["style"] = _write_style()
        resources["words"] = _say_words(resources["document"])
        page, resources = super().from_notebook_node(nb, resources, **options)
        return page, resources


def _run_if_needed(notebook: Any, resources: Any) -> None:
    """Run a notebook none of whose code cells shows anything; a failed one is kept beside the notebook."""
    if any(cell.get("outputs") for cell in notebook.cells if cell.cell_type == "code"):
        return
    about = resources.get("metadata", {})
    folder = Path(about.get("path") or ".")
    run_in_kernel(notebook, folder / f"{about.get('name') or 'synthesis'}-failed.ipynb")


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
