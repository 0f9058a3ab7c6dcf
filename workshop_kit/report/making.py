"""The report pipeline in one call: notebook, document, file."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final, Literal

from workshop_kit.environment import LANGUAGE_VARIABLE
from workshop_kit.errors import InvalidEntry
from workshop_kit.i18n import Translator, choose_language
from workshop_kit.report.aside import FORMATS
from workshop_kit.report.document import read_document
from workshop_kit.report.page import write_page
from workshop_kit.report.printed import Printed, Undrawn
from workshop_kit.report.printing import print_document
from workshop_kit.running.notebook import inject_parameters, read_notebook, run_notebook
from workshop_kit.store import open_store
from workshop_kit.trust import find_notebook

NOTEBOOK: Final = "synthesis"

#: Told how far the report is, 0 to 1, and the step it is at, one of ``STEPS``.
OnStep = Callable[[float, str], None]
#: Told how far the report is, 0 to 1, and what is being done, in the reader's language.
Progress = Callable[[float, str], None]
STEPS: Final = ("reading", "writing", "printing", "done")


def make_report(
    folder: Path,
    output: Path | None = None,
    format: Literal["pdf", "html"] = "pdf",
    language: str | None = None,
    on_progress: Progress | None = None,
    on_undrawn: Callable[[Sequence[Undrawn]], None] | None = None,
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
    on_undrawn
        Told which signs no font at hand could draw, if there are any: they are shown as □.

    Raises
    ------
    MissingEntry
        ``no-workshop`` when the folder holds none.
    InvalidEntry
        ``report-format`` for another format; ``notebook-failed`` when a cell fails, once the notebook is saved
        beside the output with the error in it.

    """
    check_format(format)
    output = folder / f"synthesis.{format}" if output is None else output
    translator = Translator(choose_language(language or os.environ.get(LANGUAGE_VARIABLE), _read_language(folder)))

    def tell(share: float, step: str) -> None:
        if on_progress is not None:
            on_progress(share, translator(f"report.progress.{step}"))

    failed = output.with_name(f"{output.stem}-failed.ipynb")
    printed = render_report(folder, failed, format, language, tell)
    output.parent.mkdir(parents=True, exist_ok=True)
    # a reader never meets half a file, and an earlier report survives a failure
    partial = output.with_name(f".{output.name}.part")
    partial.unlink(missing_ok=True)  # in somebody else's folder it may be a link, and lead anywhere
    partial.write_bytes(printed.content)
    partial.replace(output)
    tell(1.0, "done")
    if printed.undrawn and on_undrawn is not None:
        on_undrawn(printed.undrawn)
    return output


def render_report(folder: Path, failed: Path, format: str, language: str | None, on_step: OnStep) -> Printed:
    """Return the synthesis as a file, and what could not be drawn in it; raises as ``make_report`` does.

    The one maker behind the command, the page and the notebook: ``failed`` is where a notebook that fails is kept,
    ``on_step`` is told of all steps but the last, which is to hand over what was made.
    """
    check_format(format)
    on_step(0.0, "reading")
    path = find_notebook(folder, NOTEBOOK)
    notebook = read_notebook(path)
    inject_parameters(notebook, folder=str(folder.absolute()), language=language)
    on_step(0.1, "writing")
    run_notebook(notebook, path.parent, failed, lambda done, cells: on_step(0.1 + 0.6 * done / cells, "writing"))
    on_step(0.7, "printing")
    document = read_document(notebook)
    if format == "pdf":
        return print_document(document)
    return Printed(write_page(document).encode("utf-8", "replace"))


def check_format(format: str) -> None:
    """Raise ``InvalidEntry("report-format")`` for a format in which no report is made."""
    if format not in FORMATS:
        raise InvalidEntry("report-format", value=format, formats=", ".join(FORMATS))


def _read_language(folder: Path) -> str:
    store = open_store(folder)
    try:
        return store.read(lambda repository: repository.find_workshop()).language
    finally:
        store.close()
