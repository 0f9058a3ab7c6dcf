"""The report made in one call: notebook, document, file."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Final, Literal

from workshop_kit.environment import LANGUAGE_VARIABLE
from workshop_kit.errors import InvalidEntry
from workshop_kit.i18n import Translator, choose_language
from workshop_kit.places import find_notebook
from workshop_kit.report.document import read_document
from workshop_kit.report.page import write_page
from workshop_kit.report.printing import print_pdf
from workshop_kit.report.running import inject_parameters, read_notebook, run_notebook
from workshop_kit.store import open_store

NOTEBOOK: Final = "synthesis"
FORMATS: Final = ("pdf", "html")

#: Told how far the report is, 0 to 1, and what is being done, in the reader's language.
Progress = Callable[[float, str], None]


def make_report(
    folder: Path,
    output: Path | None = None,
    format: Literal["pdf", "html"] = "pdf",
    language: str | None = None,
    on_progress: Progress | None = None,
) -> Path:
    """Write the synthesis of the workshop in ``folder`` and return its path.

    Parameters
    ----------
    folder
        The workshop's folder.
    output
        The file to write; ``None`` writes ``synthesis.pdf`` or ``synthesis.html`` in the folder.
    format
        ``"pdf"`` (tagged, PDF/UA-1) or ``"html"`` (one file that needs nothing else).
    language
        ``"fr"`` or ``"en"``; ``None`` takes ``WORKSHOP_LANGUAGE``, else the workshop's own.
    on_progress
        Told how far the report is; see ``Progress``.

    Raises
    ------
    MissingEntry
        ``no-workshop`` when the folder holds none.
    InvalidEntry
        ``report-format`` for another format; ``notebook-failed`` when a cell fails, once the notebook is saved
        beside the output with the error in it.

    """
    if format not in FORMATS:
        raise InvalidEntry("report-format", value=format, formats=", ".join(FORMATS))
    output = folder / f"synthesis.{format}" if output is None else output
    translator = Translator(choose_language(language or os.environ.get(LANGUAGE_VARIABLE), _read_language(folder)))

    def tell(share: float, step: str) -> None:
        if on_progress is not None:
            on_progress(share, translator(f"report.progress.{step}"))

    tell(0.0, "reading")
    notebook = read_notebook(find_notebook(folder, NOTEBOOK))
    inject_parameters(notebook, folder=str(folder), language=language)
    failed = output.with_name(f"{output.stem}-failed.ipynb")
    run_notebook(notebook, failed, lambda done, cells: tell(0.1 + 0.6 * done / cells, "writing"))
    tell(0.7, "printing")
    document = read_document(notebook)
    content = print_pdf(document) if format == "pdf" else write_page(document).encode("utf-8")
    output.parent.mkdir(parents=True, exist_ok=True)
    # a reader never meets half a file, and an earlier report survives a failure
    partial = output.with_name(f".{output.name}.part")
    partial.write_bytes(content)
    partial.replace(output)
    tell(1.0, "done")
    return output


def _read_language(folder: Path) -> str:
    store = open_store(folder)
    try:
        return store.read(lambda repository: repository.find_workshop()).language
    finally:
        store.close()
