"""What a command prints of a file commands no terminal and turns no line around; JSON still says all of it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.browser.served import workshop_kit
from workshop_kit import cli
from workshop_kit.cli.telling import show

#: Clear the screen, go back to the start of the line, 8-bit control, delete, and two marks of direction.
TRAPS = "\x1b[2J\r\x9b\x7f\u202e\u2066"
TRAP = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "atelier"
    workshop_kit("new", folder, "--title", "T", "--territory", "T", "--lang", "fr")
    for kind, text in (
        ("challenges", "enjeu;énoncé\nLogement;Plus personne ne dort dehors\n"),
        ("missions", "défi;intitulé;places\nLogement;Garde;2\n"),
        ("scores", "bénévole;défi;compétence;intérêt\nAna;Logement;2;2\n"),
    ):
        (tmp_path / f"{kind}.csv").write_text(text)
        assert workshop_kit("import", folder, kind, tmp_path / f"{kind}.csv").returncode == 0
    return folder


def test_a_list_of_tries_commands_no_terminal(folder: Path, tmp_path: Path) -> None:
    tries = tmp_path / "essais.csv"
    tries.write_bytes(f'Ana;Garde;reste\n"Zoé{TRAPS}";Garde;reste\nAna;"Bois{TRAPS}";reste\n'.encode())
    done = workshop_kit("assign", folder, "--what-if", tries)
    assert done.returncode == 0, done.stderr
    assert "Zoé\ufffd[2J" in done.stderr
    assert "Bois\ufffd[2J" in done.stderr
    assert not TRAP.search(done.stdout + done.stderr)
    said = workshop_kit("assign", folder, "--what-if", tries, "--json").stdout
    assert not TRAP.search(said)
    assert f"Zoé{TRAPS[:4]}" in json.loads(said)["left_aside"][0]["why"]


@pytest.mark.parametrize("as_json", [(), ("--json",)])
def test_an_import_commands_no_terminal(folder: Path, tmp_path: Path, as_json: tuple[str, ...]) -> None:
    missions = tmp_path / f"missions{TRAPS[0]}.csv"
    missions.write_bytes(f'défi;intitulé;places\nLogement;Repas;"beaucoup{TRAPS}"\n"Nul{TRAPS}";Bois;2\n'.encode())
    done = workshop_kit("import", folder, "missions", missions, *as_json)
    assert "beaucoup" in done.stdout
    assert not TRAP.search(done.stdout + done.stderr)


def test_an_export_commands_no_terminal(folder: Path, tmp_path: Path) -> None:
    done = workshop_kit("export", folder, tmp_path / f"copie{TRAPS[0]}{TRAPS[-2]}")
    assert done.returncode == 0, done.stderr
    assert "copie" in done.stdout
    assert not TRAP.search(done.stdout + done.stderr)


def test_a_refusal_commands_no_terminal(folder: Path, tmp_path: Path) -> None:
    done = workshop_kit("import", folder, "missions", tmp_path / f"nul{TRAPS[0]}.csv")
    assert done.returncode == 1
    assert not TRAP.search(done.stdout + done.stderr)


def test_what_people_write_is_shown_as_it_is() -> None:
    said = "« Chœur » d’Aïcha 👩‍👧, 1\u202f000 €\n\tمرحبا"
    assert show(said) == said


def test_every_command_prints_through_one_place() -> None:
    modules = (one for one in Path(cli.__file__).parent.glob("*.py") if one.name != "telling.py")
    besides = re.compile(r"click\.s?echo|\bprint\(|json\.dumps")
    assert [one.name for one in modules if besides.search(one.read_text("utf-8"))] == []
