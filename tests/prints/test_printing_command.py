"""The command that prints what invites and receives people: where it writes, what it says, and what it refuses."""

from __future__ import annotations

from dataclasses import replace
from email import message_from_bytes
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.prints.invited import CHALLENGES, SAID, make_invited
from workshop_kit.cli.group import workshop_kit
from workshop_kit.domain.printing import PrintKind


def ask(folder: Path, *words: str) -> Result:
    return CliRunner().invoke(workshop_kit, ["print", str(folder), *words])


@pytest.mark.parametrize("kind", PrintKind)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_each_kind_is_written_into_the_folder_under_its_name(tmp_path: Path, kind: PrintKind, language: str) -> None:
    folder = make_invited(tmp_path)
    result = ask(folder, kind.value, "--lang", language)
    assert result.exit_code == 0, result.output
    file = Path(result.stdout.strip())
    assert (file.parent, file.suffix) == (folder, ".zip" if kind is PrintKind.EMAILS else ".pdf")
    assert file.stat().st_size > 1000


def test_what_is_missing_is_named_beside_what_was_written(tmp_path: Path) -> None:
    folder = make_invited(tmp_path, invitation=replace(SAID, day="", place=""), challenges=CHALLENGES[:1])
    result = ask(folder, "poster", "--lang", "en")
    assert (result.exit_code, len(result.stdout.split())) == (0, 1)
    assert "the day, the place, the logo" in result.stderr


def test_messages_are_written_into_a_folder_that_was_named(tmp_path: Path) -> None:
    result = ask(make_invited(tmp_path / "a"), "emails", "-o", str(tmp_path / "messages"))
    assert result.exit_code == 0, result.output
    found = sorted((tmp_path / "messages").iterdir())
    assert [one.suffix for one in found] == [".eml", ".eml"]
    assert all(message_from_bytes(one.read_bytes())["X-Unsent"] == "1" for one in found)


@pytest.mark.posix
def test_a_message_follows_no_link_that_lies_where_it_is_written(tmp_path: Path) -> None:
    folder, messages, elsewhere = make_invited(tmp_path / "a"), tmp_path / "messages", tmp_path / "elsewhere"
    assert ask(folder, "emails", "-o", str(messages)).exit_code == 0
    first, *_ = sorted(messages.iterdir())
    elsewhere.write_text("mine", encoding="utf-8")
    first.unlink()
    first.symlink_to(elsewhere)
    assert ask(folder, "emails", "-o", str(messages)).exit_code == 0
    assert elsewhere.read_text(encoding="utf-8") == "mine"
    assert not first.is_symlink()


def test_messages_that_cannot_be_written_are_said_so(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file", encoding="utf-8")
    result = ask(make_invited(tmp_path / "a"), "emails", "-o", str(tmp_path / "taken" / "messages"))
    assert result.exit_code == 1
    assert "taken" in result.output


@pytest.mark.parametrize(
    "words",
    [
        ("letters", "--paper", "a3"),
        ("letters", "-o", "x.docx"),
        ("emails", "-o", "x.pdf"),
        ("form", "--first", "9999", "--copies", "2"),
        ("neighbours", "--challenge", "9"),
    ],
)
def test_what_cannot_be_done_is_refused_with_a_sentence(tmp_path: Path, words: tuple[str, ...]) -> None:
    result = ask(make_invited(tmp_path), *words)
    assert result.exit_code == 1
    assert "Traceback" not in result.output
    assert len(result.stderr.strip()) > 20


def test_the_door_shows_no_address_of_a_program_that_was_killed(tmp_path: Path) -> None:
    folder = make_invited(tmp_path, invitation=replace(SAID, address=""))
    left = '{"participants": "http://192.0.2.7:8866/", "facilitator": "", "screen": ""}'
    (folder / "serve.json").write_text(left, encoding="utf-8")
    result = ask(folder, "door", "--lang", "en")
    assert result.exit_code == 0, result.output
    assert "the room’s address" in result.stderr
