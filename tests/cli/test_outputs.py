"""A file that a command writes is what its name says, and what may only be read is not written over."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from workshop_kit.cli.group import workshop_kit
from workshop_kit.domain.model import Challenge, new_workshop
from workshop_kit.store import create_store


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with create_store(tmp_path / "atelier", new_workshop("Atelier", "Val-Brume", "fr", datetime.now(UTC))) as store:
        store.perform(None, lambda hall: hall.add_challenge(Challenge("home", "Logement", "Un toit pour chaque hiver")))
    return tmp_path / "atelier"


def run(*arguments: object) -> Result:
    return CliRunner().invoke(workshop_kit, [*map(str, arguments)])


@pytest.mark.parametrize("command", [("report",), ("print", "slips")])
@pytest.mark.parametrize("name", ["x.docx", "x.DOCX", "x.odt", "x.txt", "x.xlsx"])
def test_a_name_that_says_something_else_is_refused(folder: Path, command: tuple[str, ...], name: str) -> None:
    output = folder.parent / name
    done = run(command[0], folder, *command[1:], "-o", output)
    assert done.exit_code == 1
    assert ".pdf" in done.output
    assert not output.exists()


def test_a_name_without_an_ending_gets_it_and_is_told(folder: Path) -> None:
    done = run("print", folder, "slips", "-o", folder.parent / "deep" / "bulletins")
    assert done.exit_code == 0, done.output
    assert done.stdout.strip().endswith("bulletins.pdf")
    assert (folder.parent / "deep" / "bulletins.pdf").read_bytes().startswith(b"%PDF")


def test_a_web_page_is_written_where_the_name_says_so_unless_a_format_was_named(folder: Path) -> None:
    page = folder.parent / "x.html"
    assert run("report", folder, "-o", page).exit_code == 0
    assert page.read_bytes().lstrip().startswith(b"<!")
    assert run("report", folder, "-o", page, "--format", "pdf").exit_code == 1


@pytest.mark.parametrize("command", [("report",), ("print", "slips")])
def test_a_folder_and_a_file_that_may_only_be_read_are_refused(folder: Path, command: tuple[str, ...]) -> None:
    assert "est un dossier" in run(command[0], folder, *command[1:], "-o", folder.parent).output
    kept = folder.parent / "kept.pdf"
    kept.write_text("mine", encoding="utf-8")
    kept.chmod(0o444)
    assert "que lu" in run(command[0], folder, *command[1:], "-o", kept).output
    assert kept.read_text(encoding="utf-8") == "mine"


def test_tables_go_into_no_folder_that_is_called_as_a_file_is(folder: Path) -> None:
    for name in ("x.csv", "x.docx", "x.zip"):
        assert run("export", folder, folder.parent / name).exit_code == 1
        assert not (folder.parent / name).exists()
    assert run("export", folder, folder.parent / "tables.2027").exit_code == 0
