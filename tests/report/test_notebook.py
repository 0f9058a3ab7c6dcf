"""The notebook behind the report: run here, in a kernel, or adapted by its organiser."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell
from pypdf import PdfReader

from workshop_kit.errors import InvalidEntry
from workshop_kit.i18n import Translator
from workshop_kit.places import notebooks_folder
from workshop_kit.report import make_report
from workshop_kit.report.document import read_document
from workshop_kit.running.notebook import inject_parameters, read_notebook, run_notebook
from workshop_kit.trust import digest_programs, vouch

NOTEBOOK = notebooks_folder() / "synthesis.ipynb"


def adapt(folder: Path, *cells: Any) -> None:
    """Put an adapted notebook in the workshop's folder: the kit's own with more cells at its end, and vouch for it."""
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    notebook.cells += cells
    (folder / "notebooks").mkdir()
    nbformat.write(notebook, folder / "notebooks" / "synthesis.ipynb")
    vouch(digest_programs(folder))


def read_text(path: Path) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(path).pages).split())


def run_jupyter(*arguments: str | Path, folder: Path) -> None:
    environment = {**os.environ, "WORKSHOP_FOLDER": str(folder), "PYTHONPATH": str(NOTEBOOK.parent.parent)}
    subprocess.run([sys.executable, "-m", *map(str, arguments)], env=environment, check=True, capture_output=True)


def test_nbconvert_makes_the_same_pdf_as_the_command(folder: Path, tmp_path: Path) -> None:
    exporter = "workshop_kit.report.exporter.WorkshopPDFExporter"
    run_jupyter(
        "nbconvert", "--to", exporter, "--output-dir", tmp_path, "--output", "converted", NOTEBOOK, folder=folder
    )
    made = make_report(folder, tmp_path / "made.pdf")
    assert read_text(tmp_path / "converted.pdf") == read_text(made)


def test_nbconvert_makes_the_same_page_as_the_command(folder: Path, tmp_path: Path) -> None:
    exporter = "workshop_kit.report.exporter.WorkshopHTMLExporter"
    run_jupyter(
        "nbconvert", "--to", exporter, "--output-dir", tmp_path, "--output", "converted", NOTEBOOK, folder=folder
    )
    made = make_report(folder, tmp_path / "made.html", format="html")
    converted = (tmp_path / "converted.html").read_text(encoding="utf-8")
    assert converted.split() == made.read_text(encoding="utf-8").split()


def test_the_notebook_runs_in_a_kernel(folder: Path) -> None:
    run_jupyter("pytest", "--nbval-lax", "-q", "-p", "no:cacheprovider", NOTEBOOK, folder=folder)


def test_text_and_cells_that_someone_adds_are_published(folder: Path) -> None:
    adapt(
        folder,
        new_markdown_cell(
            "# Le mot du maire\n\nMerci *à tou·te·s* : **« bravo »** #pas-de-code $x$ `a` <b>gras</b>\n\n- un\n- deux"
        ),
        new_code_cell("print('Compté à la main : 12')"),
        new_code_cell("2 + 40"),
        new_markdown_cell("For the English reader only", metadata={"tags": ["lang-en"]}),
    )
    text = read_text(make_report(folder, folder / "adapted.pdf"))
    assert "Merci à tou·te·s" in text
    assert "#pas-de-code $x$" in text
    assert "<b>gras</b>" in text
    assert "Compté à la main : 12" in text
    assert "42" in text
    assert "English reader" not in text
    assert "Ce carnet écrit le document" not in text


def test_a_failing_cell_is_said_and_the_notebook_kept(folder: Path) -> None:
    adapt(folder, new_code_cell("1 / 0"))
    with pytest.raises(InvalidEntry) as refusal:
        make_report(folder, folder / "out.pdf")
    saved = folder / "out-failed.ipynb"
    sentence = Translator("fr").sentence(refusal.value)
    assert "la cellule 10 " in sentence
    assert "ZeroDivisionError" in sentence
    assert str(saved) in sentence
    assert not (folder / "out.pdf").exists()
    kept = json.loads(saved.read_text(encoding="utf-8"))
    assert kept["cells"][-1]["outputs"][0]["ename"] == "ZeroDivisionError"
    assert kept["cells"][3]["outputs"], "what had succeeded is kept with it"
    nbformat.validate(nbformat.read(saved, as_version=4))


def test_a_failed_report_leaves_the_earlier_one(folder: Path) -> None:
    made = make_report(folder, folder / "out.pdf")
    earlier = made.read_bytes()
    adapt(folder, new_code_cell("raise SystemExit(3)"))
    with pytest.raises(InvalidEntry):
        make_report(folder, folder / "out.pdf")
    assert made.read_bytes() == earlier


def test_a_cell_that_only_ipython_understands_is_published(folder: Path) -> None:
    adapt(folder, new_code_cell("%pprint\nprint('depuis IPython')"), new_code_cell("!echo depuis une commande"))
    text = read_text(make_report(folder, folder / "out.pdf"))
    assert "depuis IPython" in text
    assert "depuis une commande" in text


def test_a_report_made_from_a_relative_folder_is_the_same(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder.parent)
    made = make_report(Path(folder.name), Path("out.html"), format="html")
    assert "Val-Brume" in (folder.parent / "out.html").read_text(encoding="utf-8")
    assert made == Path("out.html")


def test_a_file_that_is_no_notebook_is_said(folder: Path) -> None:
    (folder / "notebooks").mkdir()
    (folder / "notebooks" / "synthesis.ipynb").write_text("not a notebook", encoding="utf-8")
    vouch(digest_programs(folder))
    with pytest.raises(InvalidEntry) as refusal:
        make_report(folder, folder / "out.pdf")
    assert refusal.value.code == "notebook-unreadable"


def test_a_removed_section_is_not_published(folder: Path, tmp_path: Path) -> None:
    notebook = read_notebook(NOTEBOOK)
    notebook["cells"] = [cell for cell in notebook["cells"] if "matrices" not in cell["source"]]
    inject_parameters(notebook, folder=str(folder), language="en")
    run_notebook(notebook, tmp_path, tmp_path / "failed.ipynb")
    html = "".join(piece.html for piece in read_document(notebook).pieces)
    assert "Who can, who wants to" not in html
    assert "Missions and commitments" in html


def test_the_notebook_is_stored_without_outputs_and_stays_short() -> None:
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    assert 5 <= len(notebook.cells) <= 9
    assert not any(cell.get("outputs") for cell in notebook.cells)
