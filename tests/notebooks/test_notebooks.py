"""Each notebook reads like a page: prose in both languages, parameters, one call per panel or picture, nothing else."""

from __future__ import annotations

import ast
import json
import re
from pathlib import Path
from typing import Any

import pytest

ROOM = "room"
HOME = "home"
IMPORT = "import"
NOTEBOOKS = sorted((Path(__file__).parents[2] / "notebooks").glob("*.ipynb"))
GUIDE = [path for path in NOTEBOOKS if path.stem[0].isdigit() or path.stem in (ROOM, IMPORT)]
#: For the organiser alone, in JupyterLab: never served.
ANALYSIS = [path for path in NOTEBOOKS if path.stem == "explore"]
PAGES = [path for path in NOTEBOOKS if path not in ANALYSIS]


def cells(notebook: Path) -> list[dict[str, Any]]:
    content: dict[str, Any] = json.loads(notebook.read_text(encoding="utf-8"))
    return list(content["cells"])


def tags(cell: dict[str, Any]) -> list[str]:
    return list(cell["metadata"].get("tags", []))


def test_the_guide_is_complete() -> None:
    names = {path.stem for path in NOTEBOOKS}
    steps = {"1_challenge", "2_stakeholders", "3_ideas", "4_matrix", "5_missions", "6_synthesis"}
    assert steps | {ROOM, HOME, IMPORT, "participant", "screen", "synthesis", "explore"} == names


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


def imports(notebook: Path) -> list[str]:
    found = []
    for cell in cells(notebook):
        if cell["cell_type"] == "code":
            for node in ast.walk(ast.parse("".join(cell["source"]))):
                assert not isinstance(node, ast.Import)
                if isinstance(node, ast.ImportFrom):
                    found += [f"{node.module}.{alias.name}" for alias in node.names]
    return found


@pytest.mark.parametrize("notebook", PAGES, ids=lambda path: path.stem)
def test_a_page_imports_only_from_its_floor(notebook: Path) -> None:
    assert all(name.startswith(("workshop_kit.widgets.", "workshop_kit.report.")) for name in imports(notebook))


@pytest.mark.parametrize("notebook", ANALYSIS, ids=lambda path: path.stem)
def test_an_analysis_opens_the_data_and_imports_nothing_else(notebook: Path) -> None:
    assert imports(notebook) == ["workshop_kit.open_data"]


@pytest.mark.parametrize("notebook", ANALYSIS, ids=lambda path: path.stem)
def test_an_analysis_has_a_bilingual_title_and_no_more_cells_than_can_be_taken_in(notebook: Path) -> None:
    first, *others = cells(notebook)
    assert "guide" in tags(first)
    assert {"**Français.**", "**English.**"} <= {word.split(" ")[0] for word in first["source"]}
    assert 4 <= len(others) <= 6


@pytest.mark.parametrize("notebook", ANALYSIS, ids=lambda path: path.stem)
def test_an_analysis_draws_one_picture_a_cell_beside_a_table(notebook: Path) -> None:
    drawn = {cell["id"]: sum(line.count(".plot.") for line in cell["source"]) for cell in cells(notebook)[3:]}
    assert drawn == {"ideas": 1, "results": 0, "votes": 1, "scores": 1}


@pytest.mark.parametrize("notebook", ANALYSIS, ids=lambda path: path.stem)
def test_no_server_names_an_analysis_among_its_pages(notebook: Path) -> None:
    package = Path(__file__).parents[2] / "workshop_kit"
    assert not [module for module in package.rglob("*.py") if f'"{notebook.stem}"' in module.read_text("utf-8")]


@pytest.mark.parametrize("notebook", ANALYSIS, ids=lambda path: path.stem)
def test_an_analysis_asks_for_no_contact_details(notebook: Path) -> None:
    code = "".join("".join(cell["source"]) for cell in cells(notebook) if cell["cell_type"] == "code")
    assert "contacts" not in code


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_has_a_parameters_cell(notebook: Path) -> None:
    assert sum("parameters" in tags(cell) for cell in cells(notebook)) == 1


@pytest.mark.parametrize("notebook", GUIDE, ids=lambda path: path.stem)
def test_the_guide_speaks_both_languages(notebook: Path) -> None:
    spoken = [tag for cell in cells(notebook) if cell["cell_type"] == "markdown" for tag in tags(cell)]
    assert spoken.count("lang-fr") == spoken.count("lang-en") > 0


@pytest.mark.parametrize("notebook", GUIDE, ids=lambda path: path.stem)
def test_the_guide_of_a_moment_says_no_length_of_its_own(notebook: Path) -> None:
    said = ["".join(cell["source"]) for cell in cells(notebook) if "moments" in cell["metadata"]]
    assert not [text for text in said if re.search(r"\d+ minute", text)]  # the agenda says it, and it is changed there


@pytest.mark.parametrize("notebook", GUIDE, ids=lambda path: path.stem)
def test_the_guide_s_french_keeps_its_marks_on_the_line_of_their_word(notebook: Path) -> None:
    french = ["".join(cell["source"]) for cell in cells(notebook) if "lang-fr" in tags(cell)]
    assert not [found for text in french for found in re.findall(r".{0,20}(?: [;:?!»](?!\w)|« ).{0,10}", text)]
