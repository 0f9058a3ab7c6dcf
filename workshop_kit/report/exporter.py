"""Exporters of nbconvert: ``workshop-pdf`` and ``workshop-html``.

``jupyter nbconvert --to workshop-pdf notebooks/synthesis.ipynb`` takes the workshop from ``WORKSHOP_FOLDER`` and the
language from ``WORKSHOP_LANGUAGE``, or both from the notebook's parameters.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from nbconvert.exporters import Exporter, TemplateExporter
from nbconvert.preprocessors import CellExecutionError, ExecutePreprocessor
from traitlets import default

from workshop_kit.places import nbconvert_templates
from workshop_kit.report.document import read_document
from workshop_kit.report.page import gather_page
from workshop_kit.report.printing import print_pdf
from workshop_kit.running.notebook import keep_failed


class WorkshopPDFExporter(Exporter):
    """Writes the synthesis as a tagged PDF; the notebook is run first when it has no outputs."""

    export_from_notebook = "PDF (workshop-kit)"
    output_mimetype = "application/pdf"

    @default("file_extension")
    def _file_extension_default(self) -> str:
        return ".pdf"

    def from_notebook_node(  # type: ignore[override]  # nbconvert's own PDF exporter returns bytes as well
        self, nb: Any, resources: Any = None, **options: Any
    ) -> tuple[bytes, Any]:
        """Return the PDF of a notebook."""
        notebook, resources = super().from_notebook_node(nb, resources, **options)
        _run_if_needed(notebook, resources)
        return print_pdf(read_document(notebook)), resources


class WorkshopHTMLExporter(TemplateExporter):
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

    def from_notebook_node(  # type: ignore[override]  # nbconvert's template exporters return text
        self, nb: Any, resources: Any = None, **options: Any
    ) -> tuple[str, Any]:
        """Return the page of a notebook."""
        resources = self._init_resources(resources)  # type: ignore[no-untyped-call]
        _run_if_needed(nb, resources)
        resources.update(gather_page(read_document(nb)))
        page, resources = super().from_notebook_node(nb, resources, **options)
        return page, resources


def _run_if_needed(notebook: Any, resources: Any) -> None:
    """Run a notebook none of whose code cells shows anything; a failed one is kept beside the notebook."""
    if any(cell.get("outputs") for cell in notebook.cells if cell.cell_type == "code"):
        return
    about = resources.get("metadata", {})
    folder = Path(about.get("path") or ".")
    failed = folder / f"{about.get('name') or 'synthesis'}-failed.ipynb"
    # nbconvert's own way, a kernel: JupyterLab exports inside its server, whose process is nobody's to run cells in
    runner = ExecutePreprocessor(timeout=600, kernel_name="python3")
    try:
        runner.preprocess(notebook, {"metadata": {"path": str(folder)}})
    except CellExecutionError as error:
        raise keep_failed(notebook, failed, str(error.ename), str(error.evalue)) from error
