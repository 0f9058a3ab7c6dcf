"""The checklists for developers stay true: what they list is what the code has."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

from workshop_kit.files.columns import COLUMNS, KINDS
from workshop_kit.i18n import LANGUAGES
from workshop_kit.report.opened import OpenSynthesis

ROOT = Path(__file__).parents[2]
PAGES = ROOT / "docs" / "how-to"
SEVEN = {"panel", "phase", "vote", "language", "kind-of-file", "migration", "section"}
LANGUAGE = "|".join(LANGUAGES)


@cache
def sources() -> dict[str, str]:
    """Return the texts of the code by path: Python, TypeScript, templates, styles; tests aside."""
    files = [*(ROOT / "workshop_kit").rglob("*.py"), *(ROOT / "templates").glob("*/*.typ")]
    for pattern in ("*.ts", "*.tsx", "*.css"):
        files += (ROOT / "templates" / "frontend" / "src").rglob(pattern)
    files += (ROOT / "templates" / "voila" / "workshop").glob("*.j2")
    return {
        file.relative_to(ROOT).as_posix(): file.read_text(encoding="utf-8")
        for file in files
        if ".test." not in file.name
    }


def constants(text: str) -> Iterator[object]:
    """Return the constants of a Python module that are no docstrings (a docstring is never one word)."""
    return (node.value for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Constant))


def find_languages() -> set[str]:
    quoted = re.compile(rf"""["'](?:{LANGUAGE})["']""")
    return {
        path
        for path, text in sources().items()
        if (set(constants(text)) & set(LANGUAGES) if path.endswith(".py") else quoted.search(text))
    }


def find_results() -> set[str]:
    named = re.compile(r"Phase\.RESULTS\b")
    quoted = re.compile(r"""["']results["']""")
    return {path for path, text in sources().items() if (named if path.endswith(".py") else quoted).search(text)}


def find_dots() -> set[str]:
    code = {path: text for path, text in sources().items() if path.endswith((".py", ".ts", ".tsx"))}
    spoken = re.compile(r"\bdots\b|\bDots\b")
    return {path for path, text in code.items() if spoken.search(text) and not path.startswith("workshop_kit/serving/")}


FOUND: dict[str, Callable[[], set[str]]] = {
    "add-a-language.md": find_languages,
    "add-a-phase.md": find_results,
    "add-a-vote.md": find_dots,
}


def listed_in(page: str) -> set[str]:
    text = (PAGES / page).read_text(encoding="utf-8")
    block = text.split("<!-- found: begin -->")[1].split("<!-- found: end -->")[0]
    return set(re.findall(r"^- \[ \] `([^`]+)`", block, re.MULTILINE))


def test_there_is_a_page_for_each_usual_change() -> None:
    assert {page.stem.removeprefix("add-a-") for page in PAGES.glob("*.md")} == SEVEN


@pytest.mark.parametrize("page", FOUND)
def test_a_checklist_names_each_place_that_the_code_has_and_no_other(page: str) -> None:
    found, listed = FOUND[page](), listed_in(page)
    assert found, "the search finds nothing: the code says it otherwise now"
    assert found == listed, f"to add: {sorted(found - listed)}; to remove: {sorted(listed - found)}"


@pytest.mark.parametrize("page", sorted(page.name for page in PAGES.glob("*.md")))
def test_a_page_is_a_checklist_that_ends_in_the_changelog(page: str) -> None:
    text = (PAGES / page).read_text(encoding="utf-8")
    assert len(re.findall(r"^- \[ \] ", text, re.MULTILINE)) >= 5
    assert "CHANGELOG.md" in text or page == "add-a-language.md"


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_of_file_is_where_the_page_says(kind: str) -> None:
    """The places of ``add-a-kind-of-file.md``, for each kind there is."""
    assert COLUMNS[kind]
    commands = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    assert f"| `{kind}` |" in commands
    exporting = (ROOT / "workshop_kit" / "files" / "exporting.py").read_text(encoding="utf-8")
    assert kind in set(constants(exporting))
    importing = (ROOT / "workshop_kit" / "files" / "importing.py").read_text(encoding="utf-8")
    assert kind in set(constants(importing))


def test_each_section_of_the_synthesis_is_a_cell_of_its_notebook() -> None:
    notebook = (ROOT / "notebooks" / "synthesis.ipynb").read_text(encoding="utf-8")
    sections = {name for name in vars(OpenSynthesis) if not name.startswith("_")}
    assert sections
    assert set(re.findall(r"synthesis\.(\w+)\(\)", notebook)) == sections


def test_the_revision_of_the_page_on_migrations_is_the_first_there_was() -> None:
    page = (PAGES / "add-a-migration.md").read_text(encoding="utf-8")
    named = re.findall(r"versions/(r\d{4}_\w+)\.py", page)
    oldest = min(file.stem for file in (ROOT / "workshop_kit/store/migrations/versions").glob("r*.py"))
    assert named == [oldest]
