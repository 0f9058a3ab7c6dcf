"""The checklists for developers stay true: what they list is what the code has."""

from __future__ import annotations

import re
from importlib import import_module
from pkgutil import iter_modules

import pytest

from tests.papers import DOCS, FOUND, ROOT, constants, list_found
from workshop_kit import store
from workshop_kit.files.reading.columns import COLUMNS, KINDS
from workshop_kit.report.opened import OpenSynthesis
from workshop_kit.store import schema
from workshop_kit.store.shelf import Noun

PAGES = DOCS / "how-to"
SEVEN = {"panel", "phase", "vote", "language", "kind-of-file", "migration", "section"}


def test_there_is_a_page_for_each_usual_change() -> None:
    assert {page.stem.removeprefix("add-a-") for page in PAGES.glob("add-a-*.md")} == SEVEN


@pytest.mark.parametrize("page", FOUND)
def test_a_checklist_names_each_place_that_the_code_has_and_no_other(page: str) -> None:
    found, listed = FOUND[page](), set(list_found(page))
    assert found, "the search finds nothing: the code says it otherwise now"
    assert found == listed, f"python -m tests.papers adds {sorted(found - listed)}, removes {sorted(listed - found)}"


@pytest.mark.parametrize("page", sorted(page.name for page in PAGES.glob("add-a-*.md")))
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
    exporting = (ROOT / "workshop_kit" / "files" / "exporting" / "export_workshop.py").read_text(encoding="utf-8")
    assert kind in set(constants(exporting))
    planning = (ROOT / "workshop_kit" / "files" / "importing" / "planning.py").read_text(encoding="utf-8")
    assert kind in set(constants(planning))


def test_each_section_of_the_synthesis_is_a_cell_of_its_notebook() -> None:
    notebook = (ROOT / "notebooks" / "synthesis.ipynb").read_text(encoding="utf-8")
    sections = {name for name in vars(OpenSynthesis) if not name.startswith("_")}
    assert sections
    assert set(re.findall(r"synthesis\.(\w+)\(\)", notebook)) == sections


def test_the_page_on_migrations_and_the_schema_name_where_every_value_that_is_a_row_stands() -> None:
    page = (PAGES / "add-a-migration.md").read_text(encoding="utf-8")
    stores = (import_module(f"{store.__name__}.{found.name}") for found in iter_modules(store.__path__))
    rows = {one.value for module in stores for one in vars(module).values() if isinstance(one, Noun)}
    homes = {row.__module__ for row in rows}
    assert len(homes) > 1
    assert {home for home in homes if f"{home.replace('.', '/')}.py" not in page} == set()
    said = schema.__doc__ or ""
    assert {home for home in homes if f"``{home.removeprefix('workshop_kit.')}``" not in said} == set()


def test_the_revision_of_the_page_on_migrations_is_the_first_there_was() -> None:
    page = (PAGES / "add-a-migration.md").read_text(encoding="utf-8")
    named = re.findall(r"versions/(r\d{4}_\w+)\.py", page)
    oldest = min(file.stem for file in (ROOT / "workshop_kit/store/migrations/versions").glob("r*.py"))
    assert named == [oldest]


def read_walked() -> list[str]:
    """Return the files of the walk that a person writes, as ``a-first-panel.md`` lists them."""
    page = (PAGES / "a-first-panel.md").read_text(encoding="utf-8")
    return re.findall(r"^\d+\. `([^`]+)`", page.split("## By hand")[1].split("\n## ")[0], re.MULTILINE)


def test_the_walk_of_a_first_panel_goes_where_the_checklists_lead() -> None:
    """No file of it had to be guessed: each is named on a page, or lies in a folder named there."""
    pages = "".join((PAGES / f"add-a-{one}.md").read_text(encoding="utf-8") for one in ("panel", "phase"))
    named = {path.replace("<role>", "participant") for path in re.findall(r"`([^`\s]+)`", pages)}
    walked = read_walked()
    assert walked
    folders = tuple(path for path in named if path.endswith("/"))
    assert [path for path in walked if path not in named and not path.startswith(folders)] == []


def test_the_walk_of_a_first_panel_counts_its_files() -> None:
    page = (PAGES / "a-first-panel.md").read_text(encoding="utf-8")
    assert re.findall(r"\*\*(\d+) files\*\*", page) == [str(len(read_walked()))]


def test_a_panel_to_copy_from_stands_where_the_walk_has_its_own() -> None:
    """What is new in the walk is called after its panel: the panel it names as an example has the same files."""
    copies = [path.replace("<panel>", "scores") for path in read_walked() if "<panel>" in path and "tests/" not in path]
    assert copies
    assert [path for path in copies if not (ROOT / path).exists()] == []
