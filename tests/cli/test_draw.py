"""The command that draws a lot, and the script of the docs that redoes it."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.store.values import WORKSHOP, a_participant
from workshop_kit.cli.group import workshop_kit
from workshop_kit.domain.forms import Consent, Purpose
from workshop_kit.domain.model import Volunteer
from workshop_kit.i18n import Translator
from workshop_kit.store import Repository, create_store, open_store

DOCS = Path(__file__).parents[2] / "docs" / "method" / "lot.md"
QUOTAS = (
    "category,feature,min,max\ngender,female,9,20\ngender,male,9,20\nleaning,liberal,9,20\nleaning,conservative,9,20\n"
)
PEOPLE = "gender,leaning\n" + "female,liberal\n" * 99 + "male,conservative\n" * 100 + "female,conservative\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    create_store(tmp_path / "atelier", WORKSHOP).close()
    (tmp_path / "quotas.csv").write_text(QUOTAS, encoding="utf-8")
    (tmp_path / "people.csv").write_text(PEOPLE, encoding="utf-8")
    return tmp_path / "atelier"


def run(folder: Path, *more: object, people: str = "people.csv", quotas: str = "quotas.csv", size: int = 20) -> Result:
    files = "--candidates", folder.parent / people, "--quotas", folder.parent / quotas
    command = ["draw", folder, *files, "--panel", size, *more]
    return CliRunner().invoke(workshop_kit, [*map(str, command)])


def test_the_published_example_is_printed_with_its_keys_alone(folder: Path) -> None:
    found = json.loads(run(folder, "--json").stdout)
    assert list(found) == ["chances", "floor", "panels", "drawn", "relaxed"]
    assert found == {
        "chances": {str(n): 0.1 for n in range(1, 201)},
        "floor": 0.1,
        "panels": 1000,
        "drawn": [],
        "relaxed": [],
    }


def test_the_same_dice_draw_the_same_people_and_every_lot_is_kept(folder: Path) -> None:
    run(folder)
    first = json.loads(run(folder, "--dice", "0417", "--json").stdout)["drawn"]
    assert json.loads(run(folder, "--dice", "0417", "--json").stdout)["drawn"] == first
    assert len(set(first)) == 20
    assert json.loads(run(folder, "--dice", "981", "--json").stdout)["drawn"] != first
    store = open_store(folder)
    lots = store.read(lambda repository: repository.list_lots())
    store.close()
    assert (lots[0].dice, lots[0].drawn) == ("0417", tuple(first))
    assert [one.dice for one in lots] == ["0417", "981"]
    assert lots[0].panels == lots[1].panels


def test_who_throws_again_reads_what_was_drawn_before_whatever_they_changed(folder: Path) -> None:
    assert "0417" not in run(folder, "--dice", "0417", "--json").stderr
    assert "0417" not in run(folder, "--dice", "0417", "--json").stderr
    (folder.parent / "again.csv").write_text(f"{PEOPLE}\n", encoding="utf-8")
    for again in (
        run(folder, "--dice", "0418", "--json"),
        run(folder, "--dice", "0419", people="again.csv"),
        run(folder, "--dice", "0420", size=22),
    ):
        assert again.exit_code == 0, again.stderr
        assert "0417" in again.stderr


def test_nothing_of_a_list_colours_or_turns_a_terminal(folder: Path) -> None:
    odd = "\x1b[2J\u202e"
    (folder.parent / "odd.csv").write_text(f"gender{odd},leaning,{odd}x\n" + f"femal{odd},liberal,\n" * 30)
    done = run(folder, people="odd.csv", size=2)
    (folder.parent / "quotas.csv").write_text(f"category,feature,min,max\nge{odd}nder,female{odd},x,1\n")
    assert not [sign for said in (done, run(folder)) for sign in "\x1b\u202e" if sign in said.output + said.stderr]


def test_the_script_of_the_docs_redoes_the_draw(folder: Path) -> None:
    found = json.loads(run(folder, "--dice", "0417", "--json").stdout)
    script = re.search(r"```python\n(.*?)```", DOCS.read_text(encoding="utf-8"), re.DOTALL)
    assert script is not None
    assert len(script[1].splitlines()) <= 30
    files = [folder / "tirage-panels.csv", folder.parent / "people.csv", folder.parent / "quotas.csv"]
    done = subprocess.run(
        [sys.executable, "-I", "-c", script[1], *map(str, files), "0417"], capture_output=True, text=True, check=True
    )
    lines = done.stdout.splitlines()
    assert lines[1] == "panels 1000 least 0.1 most 0.1"
    assert lines[2] == " ".join(["drawn", *map(str, found["drawn"])])
    assert lines[0].split()[1] in run(folder).stdout


def test_panels_that_cannot_be_written_are_said_and_leave_no_half_file(folder: Path) -> None:
    (folder / "tirage-panels.csv").mkdir()
    done = run(folder)
    assert done.exit_code == 1
    assert "tirage-panels.csv" in done.stderr
    assert [one.name for one in folder.iterdir() if "part" in one.name] == []


def test_impossible_quotas_are_refused_with_the_smallest_change_and_drawn_only_with_consent(folder: Path) -> None:
    (folder.parent / "few.csv").write_text(
        "category,feature,min,max\ngender,female,9,20\ngender,male,12,20\n", encoding="utf-8"
    )
    refused = run(folder, "--json", "--dice", "417", quotas="few.csv")
    assert refused.exit_code == 1
    found = json.loads(refused.stdout)
    assert found["drawn"] == []
    assert found["chances"] == {}
    assert [(one["feature"], one["bound"], one["from"], one["to"]) for one in found["relaxed"]] == [
        ("male", "min", 12, 11)
    ]
    done = json.loads(run(folder, "--json", "--dice", "417", "--relax", quotas="few.csv").stdout)
    assert done["relaxed"] == found["relaxed"]
    assert len(done["drawn"]) == 20


def test_files_are_read_as_organisers_write_them(folder: Path) -> None:
    quotas = "Quotas du conseil\nCatégorie;Caractéristique;Min;Max\nGenre;Femme;1;1\n;Homme;1;\n"
    quotas += "Âge;jeune;0;2\nÂge;très âgé;0;2\n"
    (folder.parent / "q.csv").write_bytes(quotas.encode("cp1252"))
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    rows: list[list[str | None]] = [
        ["Nom", "GENRE", "age"],
        ["Ana", " femme ", "Jeune"],
        ["Bo", "HOMME", "tres age"],
        ["Cy", "homme", None],
        ["Di", "Fame", "jeune"],
    ]
    for row in rows:
        sheet.append(row)
    book.save(content := BytesIO())
    (folder.parent / "p.xlsx").write_bytes(content.getvalue())
    done = run(folder, "--json", "--dice", "417", people="p.xlsx", quotas="q.csv", size=2)
    assert json.loads(done.stdout)["chances"] == {"1": 1.0, "2": 0.5, "3": 0.5, "4": 0.0}
    assert "Fame" in done.stderr
    assert "Nom" in done.stderr


@pytest.mark.parametrize(
    ("quotas", "said"),
    [
        ("category,feature,min,max\ngender,female,10%,20\n", "10%"),
        ("category,feature,min,max\ngender,female,9,8\n", "female"),
        ("category,feature,min,max\ngender,female,1,8\nGENDER,Female,1,8\n", "Female"),
        ("category,feature,min,max\nage,old,1,8\n", "age"),
        ("a,b\n1,2\n", "a, b"),
    ],
)
def test_a_wrong_file_of_quotas_is_refused_with_what_was_read(folder: Path, quotas: str, said: str) -> None:
    (folder.parent / "wrong.csv").write_text(quotas, encoding="utf-8")
    done = run(folder, quotas="wrong.csv")
    assert done.exit_code == 1
    assert said in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("dice", ["abc", "41", "4l7"])
def test_what_is_no_throw_is_refused(folder: Path, dice: str) -> None:
    done = run(folder, "--dice", dice)
    assert done.exit_code == 1
    assert dice in done.stderr


def test_the_volunteers_of_a_workshop_are_drawn_by_category_and_sector(folder: Path) -> None:
    store = open_store(folder)

    def fill(repository: Repository) -> None:
        for number, (category, sector) in enumerate(
            [("elected", "Bourg"), ("resident", "Bourg"), ("resident", "Haut")]
        ):
            person = replace(a_participant(f"p{number}"), category=category)
            repository.add_participant(person)
            repository.update_volunteer(Volunteer(person.id, f"Nom {number}", "", "", sector, None, ""))

        for kept, agreed in (("", ()), ("Odette", (Consent(Purpose.NEWS, WORKSHOP.created_at),))):
            other = a_participant(f"other {kept}")
            repository.add_participant(other)
            repository.update_volunteer(Volunteer(other.id, kept, "", "", "Bourg", None, "", consents=agreed))

    store.perform(None, fill)
    store.close()
    quotas = "catégorie,caractéristique,min,max\nCatégorie,élu,1,1\nCatégorie,Habitant,1,1\nSecteur,haut,0,1\n"
    (folder.parent / "v.csv").write_text(quotas, encoding="utf-8")
    command = ["draw", str(folder), "--volunteers", "--quotas", str(folder.parent / "v.csv"), "--panel", "2"]
    done = CliRunner().invoke(workshop_kit, [*command, "--dice", "417", "--json"])
    assert json.loads(done.stdout)["chances"] == {"1": 1.0, "2": 0.5, "3": 0.5}, done.stderr
    said = CliRunner().invoke(workshop_kit, [*command, "--dice", "417"]).stdout
    assert "Nom p0" in said
    again = CliRunner().invoke(workshop_kit, [*command, "--dice", "981"]).stderr
    assert f"{Translator('fr')('facilitator.lot.source.volunteers')}, panel de 2, dés 417" in again


def test_volunteers_of_a_file_are_seated_and_drawn_by_their_category_in_its_words(folder: Path, tmp_path: Path) -> None:
    people = "".join(f"Nom {number} Inventé;{('Élu', 'Commerce', 'Habitant')[number % 3]}\n" for number in range(24))
    (tmp_path / "people.csv").write_text(f"nom;catégorie\n{people}", encoding="utf-8")
    (tmp_path / "q.csv").write_text("catégorie,caractéristique,min,max\nCatégorie,Commerce,2,2\n", encoding="utf-8")
    invoke = CliRunner().invoke
    assert invoke(workshop_kit, ["import", str(folder), "volunteers", str(tmp_path / "people.csv")]).exit_code == 0
    spread = json.loads(invoke(workshop_kit, ["seat", str(folder), "--json"]).stdout)["spread"]
    assert {word: (one["people"], one["off"]) for word, one in spread["categories"].items()} == dict.fromkeys(
        ("Commerce", "Élue ou élu", "Habitante ou habitant"), (8, 0)
    )
    command = ["draw", str(folder), "--quotas", str(tmp_path / "q.csv"), "--panel", "6", "--json"]
    done = invoke(workshop_kit, command)
    assert set(json.loads(done.stdout)["chances"].values()) == {0.25}
    assert "« Élue ou élu »" in done.stderr.replace("\u202f", " ").replace("\xa0", " ")
