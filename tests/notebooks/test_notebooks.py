"""Each notebook reads like a page: prose in both languages, parameters, one call per panel, nothing else."""

from __future__ import annotations

import ast
import json
from pathlib import Path
from typing import Any

import pytest

NOTEBOOKS = sorted((Path(__file__).parents[2] / "notebooks").glob("*.ipynb"))
GUIDE = [path for path in NOTEBOOKS if path.stem[0].isdigit()]


def cells(notebook: Path) -> list[dict[str, Any]]:
    content: dict[str, Any] = json.loads(notebook.read_text(encoding="utf-8"))
    return list(content["cells"])


def tags(cell: dict[str, Any]) -> list[str]:
    return list(cell["metadata"].get("tags", []))


def test_the_guide_is_complete() -> None:
    names = {path.stem for path in NOTEBOOKS}
    steps = {"1_challenge", "2_stakeholders", "3_ideas", "4_matrix", "5_missions", "6_synthesis"}
    assert steps | {"participant", "screen", "synthesis"} <= names


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_stores_no_outputs(notebook: Path) -> None:
    for cell in cells(notebook):
        assert not cell.get("outputs")
        assert cell.get("execution_count") is None


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_holds_no_logic(notebook: Path) -> None:
    allowed = (ast.Import, ast.ImportFrom, ast.Assign, ast.Expr)
    for cell in cells(notebook):
        if cell["cell_type"] == "code":
            for statement in ast.parse("".join(cell["source"])).body:
                assert isinstance(statement, allowed), ast.unparse(statement)


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_imports_only_from_its_floor(notebook: Path) -> None:
    for cell in cells(notebook):
        if cell["cell_type"] == "code":
            for node in ast.walk(ast.parse("".join(cell["source"]))):
                assert not isinstance(node, ast.Import)
                if isinstance(node, ast.ImportFrom):
                    assert str(node.module).startswith(("workshop_kit.widgets.", "workshop_kit.report"))


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_has_a_parameters_cell(notebook: Path) -> None:
    assert sum("parameters" in tags(cell) for cell in cells(notebook)) == 1


@pytest.mark.parametrize("notebook", GUIDE, ids=lambda path: path.stem)
def test_the_guide_speaks_both_languages(notebook: Path) -> None:
    spoken = [tag for cell in cells(notebook) if cell["cell_type"] == "markdown" for tag in tags(cell)]
    assert spoken.count("lang-fr") == spoken.count("lang-en") > 0
