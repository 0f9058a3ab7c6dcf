"""The commands as others call them: what they print, what they leave, how they end."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime
from itertools import combinations
from pathlib import Path

import pytest

from tests.browser.served import ServedWorkshop, wait_for, workshop_kit
from tests.files.register_files import an_establishment, write_sirene
from workshop_kit import errors
from workshop_kit.cli.run import await_end
from workshop_kit.environment import PYTHON
from workshop_kit.hosting.labs import lab_command
from workshop_kit.hosting.samples import make_sample
from workshop_kit.hosting.shortcuts import find_program
from workshop_kit.i18n import Translator
from workshop_kit.places import samples_folder
from workshop_kit.prints.aside import WORKER as PRINTING
from workshop_kit.report.aside import WORKER
from workshop_kit.store.backups import make_backup


@pytest.fixture
def workshop(tmp_path: Path) -> Path:
    folder = tmp_path / "atelier"
    made = workshop_kit("new", folder, "--title", "Atelier", "--territory", "Val-Brume", "--lang", "fr")
    assert made.returncode == 0, made.stderr
    return folder


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sample") / "val-brume"
    make_sample(folder)
    return folder


def test_a_new_workshop_is_one_folder_and_never_overwrites(workshop: Path) -> None:
    assert (workshop / "workshop.db").is_file()
    again = workshop_kit("new", workshop, "--title", "Autre", "--territory", "X", "--lang", "fr")
    assert again.returncode == 1
    assert str(workshop) in again.stderr
    assert "Traceback" not in again.stderr


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["--help"], 0),
        (["--version"], 0),
        (["nonsense"], 2),
        (["new"], 2),
        (["import", "FOLDER", "nonsense", "file.csv"], 2),
        (["serve", "FOLDER", "--port", "70000"], 2),
        (["report", "FOLDER", "--format", "odt"], 2),
        (["serve", "no-such-folder"], 1),
        (["serve", "no-such-folder", "--address", "http://192.168.1.24:8866/"], 1),
        (["demo", "--address", "salle des fêtes"], 1),
        (["assign", "no-such-folder"], 1),
        (["report", "no-such-folder"], 1),
        (["lab", "no-such-folder"], 1),
    ],
)
def test_the_exit_code_says_how_it_went(arguments: list[str], code: int) -> None:
    done = workshop_kit(*arguments)
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr
    if code == 1:
        assert len(done.stderr.strip().splitlines()) == 1, "one sentence"


def test_an_import_reports_its_bad_rows_as_json(workshop: Path) -> None:
    for kind, name in (("challenges", "defis.csv"), ("scores", "scores-avec-erreurs.csv")):
        done = workshop_kit("import", workshop, kind, samples_folder() / name, "--json")
        assert done.returncode == 0, done.stderr
    report = json.loads(done.stdout)
    assert list(report)[:5] == ["kind", "read", "added", "unchanged", "rejected"]
    assert {"ignored_columns", "sheets", "hidden_rows", "notes", "doubtful"} <= set(report)
    assert report["kind"] == "scores"
    assert report["read"] == report["added"] + report["unchanged"] + len(report["rejected"]) + len(report["doubtful"])
    assert all(list(one) == ["line", "column", "value", "reason"] for one in report["rejected"])
    assert {one["line"] for one in report["rejected"]} == {2, 5, 6, 7, 8, 10}


def test_a_text_in_an_encoding_that_nobody_can_guess_is_imported_once_it_is_named(workshop: Path) -> None:
    people = workshop.parent / "people.csv"
    people.write_bytes("Nom;Secteur\nΓιώργος Παπαδόπουλος;Βουνό\nΜαρία Ωραία;Θάλασσα\n".encode("cp1253"))
    assert workshop_kit("import", workshop, "volunteers", people).returncode == 1
    done = workshop_kit("import", workshop, "volunteers", people, "--encoding", "cp1253", "--json")
    assert (done.returncode, json.loads(done.stdout)["new"]) == (0, 2)


def test_importing_twice_changes_nothing(workshop: Path) -> None:
    reports = []
    for _ in range(2):
        done = workshop_kit("import", workshop, "challenges", samples_folder() / "defis.csv", "--json")
        reports.append(json.loads(done.stdout))
    assert (reports[0]["added"], reports[1]["added"], reports[1]["unchanged"]) == (5, 0, 5)


def test_a_file_without_its_columns_is_refused_with_the_remedy(workshop: Path, tmp_path: Path) -> None:
    file = tmp_path / "scores.csv"
    file.write_text("volunteer,challenge,competence\nA,B,1\n", encoding="utf-8")
    done = workshop_kit("import", workshop, "scores", file, "--json")
    assert done.returncode == 1
    assert json.loads(done.stdout)["rejected"][0]["column"] == "interest"


@pytest.mark.parametrize("command", [("serve",), ("assign",), ("report",), ("restore",), ("check",)])
def test_what_is_refused_before_a_workshop_is_open_speaks_its_language(
    workshop: Path, command: tuple[str, ...]
) -> None:
    with closing(sqlite3.connect(workshop / "workshop.db")) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    refused = workshop_kit(command[0], workshop, *command[1:], language="en_GB.UTF-8")
    assert refused.returncode == 1
    assert re.search("version plus récente|pas de sauvegarde|à réparer", refused.stderr), refused.stderr


def test_a_damaged_workshop_speaks_the_language_of_its_backup(workshop: Path) -> None:
    make_backup(workshop, datetime.now(UTC))
    (workshop / "workshop.db").write_bytes(b"spoilt" * 1000)
    refused = workshop_kit("assign", workshop, language="en_GB.UTF-8")
    assert "abîmé" in refused.stderr or "endommagé" in refused.stderr, refused.stderr


def test_a_refusal_speaks_the_workshops_language(workshop: Path) -> None:
    done = workshop_kit("import", workshop, "scores", workshop / "absent.csv", language="en_GB.UTF-8")
    assert done.returncode == 1
    assert "absent.csv" in done.stderr
    assert "fichier" in done.stderr.lower()


@pytest.mark.parametrize("named", [("--lang", "en"), ("--lang=en",)])
def test_a_refusal_speaks_the_language_that_was_named(tmp_path: Path, named: tuple[str, ...]) -> None:
    absent = workshop_kit("report", tmp_path / "nowhere", *named, language="fr_FR.UTF-8")
    assert (absent.returncode, absent.stdout) == (1, "")
    assert absent.stderr == Translator("en")("errors.no-workshop", folder=tmp_path / "nowhere") + "\n"


def test_assign_prints_every_outcome_with_its_reason(sample: Path) -> None:
    done = workshop_kit("assign", sample, "--json")
    assert done.returncode == 0, done.stderr
    outcome = json.loads(done.stdout)
    assert list(outcome) == ["assignments", "unassigned", "unfilled", "pairs", "levels"]
    fields = ["volunteer", "mission", "challenge", "competence", "interest", "reason"]
    assert all(list(one) == fields for one in outcome["assignments"])
    assert all(one["interest"] >= 1 and one["reason"] for one in outcome["assignments"])
    assert all(list(one) == ["volunteer", "reason"] for one in outcome["unassigned"])
    assert all(list(one) == ["mission", "places", "filled", "reason", "binding"] for one in outcome["unfilled"])
    assert all(list(one["binding"]) == ["missions", "people", "needs"] for one in outcome["unfilled"])
    assert all(list(one) == ["beginner", "mentor", "mission"] for one in outcome["pairs"])
    assert list(outcome["levels"]) == ["min_places", "people", "places", "fit", "least_fit", "same_sector"]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_more_who_stay_than_a_mission_has_places_are_told_in_one_sentence(tmp_path: Path, language: str) -> None:
    folder, tries, missions = tmp_path / "w", tmp_path / "essai.csv", tmp_path / "missions.csv"
    workshop_kit("new", folder, "--title", "T", "--territory", "T", "--lang", language)
    (tmp_path / "defis.csv").write_text("enjeu;énoncé\nLogement;Plus personne ne dort dehors\n")
    missions.write_text("défi;intitulé;places\nLogement;Garde;2\n")
    (tmp_path / "scores.csv").write_text(
        "bénévole;défi;compétence;intérêt\n" + "".join(f"{name};Logement;2;2\n" for name in ("Ana", "Ben", "Cleo"))
    )
    for kind, file in (("challenges", "defis.csv"), ("missions", "missions.csv"), ("scores", "scores.csv")):
        taken = workshop_kit("import", folder, kind, tmp_path / file)
        assert taken.returncode == 0, taken.stderr
    tries.write_text("".join(f"{name};Garde;reste\n" for name in ("Ana", "Ben", "Cleo")))
    done, say = workshop_kit("assign", folder, "--what-if", tries, "--json"), Translator(language)
    full = say("reasons.lock-full", mission="Garde", places=2, stay=3)
    listed = "1, 2 et 3" if language == "fr" else "1, 2, and 3"
    nothing = say("errors.nothing-tried", file="essai.csv")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.splitlines() == [say.plural("cli.assign.line", 3, line=listed, why=full), nothing]
    tries.write_text("Ana;Garde;reste\nZoé;Garde;reste\n")
    tried = workshop_kit("assign", folder, "--what-if", tries, "--json")
    assert tried.returncode == 0, tried.stderr
    unknown = say("reasons.lock-unknown-volunteer", value="Zoé")
    assert json.loads(tried.stdout)["left_aside"] == [{"line": 2, "why": unknown}]


def test_a_no_is_not_asked_again_by_a_list_of_choices(sample: Path, tmp_path: Path) -> None:
    outcome = json.loads(workshop_kit("assign", sample, "--json").stdout)
    titles = [one["mission"] for one in outcome["assignments"]]
    given = next(one for one in outcome["assignments"] if titles.count(one["mission"]) == 1)
    with closing(sqlite3.connect(sample / "workshop.db")) as connection:
        connection.execute(
            "UPDATE assignment SET status = 'declined' WHERE mission = (SELECT id FROM mission WHERE title = ?)",
            (given["mission"],),
        )
        connection.commit()
    file = tmp_path / "essai.csv"
    file.write_text(f"{given['volunteer']};{given['mission']};reste\n", encoding="utf-8")
    done = workshop_kit("assign", sample, "--what-if", file)
    assert (done.returncode, done.stdout) == (1, "")
    assert "a dit non à" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 2


def test_seat_places_everybody_once_a_round_and_says_what_it_reached(sample: Path, tmp_path: Path) -> None:
    folder = tmp_path / "val-brume"
    shutil.copytree(sample, folder)
    done = workshop_kit("seat", folder, "--rounds", "3", "--json")
    assert done.returncode == 0, done.stderr
    said = json.loads(done.stdout)
    assert {"rounds", "met", "bound", "spread"} <= set(said)
    everybody = sorted(name for table in said["rounds"][0] for name in table)
    assert len(everybody) == len(set(everybody))
    pairs = set()
    for tables in said["rounds"]:
        assert sorted(name for table in tables for name in table) == everybody
        assert all(7 <= len(table) <= 9 for table in tables)
        pairs |= {frozenset(pair) for table in tables for pair in combinations(table, 2)}
    assert said["met"] == len(pairs)
    assert 0.98 * said["bound"] <= said["met"] <= said["bound"]
    assert said["spread"]["off"] == {"categories": 0, "sectors": 0}
    for share in said["spread"]["categories"].values():
        assert share["most"] - share["least"] <= 1
    again = workshop_kit("seat", folder, "--rounds", "3", "--json")
    assert again.stdout == done.stdout  # the same people are seated in the same way
    plain = workshop_kit("seat", folder)
    assert "Table 1" in plain.stdout


def test_seat_says_what_is_missing_where_nobody_is_known(workshop: Path) -> None:
    done = workshop_kit("seat", workshop)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.strip() == Translator("fr")("errors.seating-too-few", count=0)


def test_the_report_is_a_pdf_or_a_page(sample: Path, tmp_path: Path) -> None:
    for name, start in (("synthesis.pdf", b"%PDF-"), ("synthesis.html", b"<!doctype html>")):
        target = tmp_path / name
        done = workshop_kit("report", sample, "-o", target, "--format", target.suffix[1:], "--lang", "en")
        assert done.returncode == 0, done.stderr
        assert target.read_bytes()[: len(start)].lower() == start.lower()


def test_an_export_holds_everything(sample: Path, tmp_path: Path) -> None:
    done = workshop_kit("export", sample, tmp_path / "out")
    assert done.returncode == 0, done.stderr
    names = {path.name for path in (tmp_path / "out").iterdir()}
    kinds = {"challenges", "stakeholders", "volunteers", "missions", "scores", "ideas"}
    assert {f"{kind}.csv" for kind in kinds} | {"workshop.json"} <= names
    assert json.loads((tmp_path / "out" / "workshop.json").read_text(encoding="utf-8"))


def test_an_export_is_one_workbook_where_its_name_says_so_and_the_contact_list_another(
    sample: Path, tmp_path: Path
) -> None:
    for name, options in (("tout.xlsx", ()), ("contacts.xlsx", ("--contacts",))):
        done = workshop_kit("export", sample, tmp_path / "out" / name, *options)
        assert done.returncode == 0, done.stderr
        assert (tmp_path / "out" / name).read_bytes().startswith(b"PK")
    assert "sonnes" in done.stdout
    assert {path.name for path in (tmp_path / "out").iterdir()} == {"tout.xlsx", "contacts.xlsx"}
    refused = workshop_kit("export", sample, tmp_path / "folder", "--contacts")
    assert (refused.returncode, refused.stdout) == (1, "")


def test_the_doctor_finds_everything_here() -> None:
    done = workshop_kit("doctor", "--lang", "en")
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_home_page_is_for_workshops_that_are_folders(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("WORKSHOP_KIT_STORE", "postgresql://nobody@localhost/nothing")
    monkeypatch.setenv("WORKSHOP_KIT_STATE", str(tmp_path))
    refused = workshop_kit("--no-browser")
    assert (refused.returncode, "WORKSHOP_KIT_STORE" in refused.stderr) == (1, True)


def test_an_icon_is_made_where_it_is_wanted_and_taken_away_again(tmp_path: Path) -> None:
    made = workshop_kit("shortcut", "--where", tmp_path / "Desktop")
    assert made.returncode == 0, made.stderr
    [icon] = (tmp_path / "Desktop").iterdir()
    assert str(icon) in made.stdout
    assert workshop_kit("shortcut", "--where", tmp_path / "Desktop", "--remove").returncode == 0
    assert not list((tmp_path / "Desktop").iterdir())


def test_the_doctor_says_the_same_as_json() -> None:
    found = json.loads(workshop_kit("doctor", "--json", "--lang", "en").stdout)
    assert {"memory", "network", "disk", "pdf", "python"} <= {one["code"] for one in found}
    assert all(list(one) == ["code", "name", "value", "kind", "state", "remedy"] for one in found)


def test_serve_leaves_nothing_behind(workshop: Path) -> None:
    with ServedWorkshop(workshop, port=26866) as served:
        file = workshop / "serve.json"
        addresses = json.loads(file.read_text(encoding="utf-8"))
        assert set(addresses) == {"participants", "facilitator", "screen", "pid", "seal"}
        assert addresses["pid"] == served.process.pid
        if os.name == "posix":
            assert stat.S_IMODE(file.stat().st_mode) == 0o600
        groups = children_of(served.process.pid)
        assert len(groups) >= 3
    assert not file.exists()
    assert not [pid for pid in groups if is_running(pid)]


#: Presses Ctrl-C while the commands are still being loaded.
_AT_ONCE = """
import importlib.abc, sys
class Press(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path, target=None):
        if name == "click":
            raise KeyboardInterrupt
sys.meta_path.insert(0, Press())
from workshop_kit.cli import main
main(["--version"])
"""


def test_ctrl_c_while_the_commands_are_loaded_ends_without_a_traceback() -> None:
    ended = subprocess.run([sys.executable, "-c", _AT_ONCE], capture_output=True, text=True, check=False, timeout=60)
    assert (ended.returncode, ended.stdout, ended.stderr) == (1, "", "")


@pytest.mark.skipif(sys.platform == "win32", reason="there, no signal of ours presses Ctrl-C")
def test_ctrl_c_while_the_workshop_opens_ends_it_before_it_is_open(workshop: Path) -> None:
    say = Translator("fr")
    command = ["serve", str(workshop), "--no-browser", "--port", "26866", "--host", "127.0.0.1"]
    with subprocess.Popen(
        [sys.executable, "-m", "workshop_kit", *command], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as serving:
        assert serving.stdout is not None
        assert serving.stderr is not None
        assert serving.stdout.readline().strip() == say("cli.serve.starting")
        serving.send_signal(signal.SIGINT)
        assert serving.stdout.read().strip() == say("cli.serve.ending")
        assert serving.stderr.read() == ""
    assert serving.returncode == 1
    assert not (workshop / "serve.json").exists()


def test_what_lies_in_the_folder_one_stands_in_is_run_by_no_process(workshop: Path, tmp_path: Path) -> None:
    stick, ran = tmp_path / "stick", tmp_path / "ran"
    stick.mkdir()
    for name in ("http", "email", "json", "random", "tornado", "voila", "jupyter_config", "workshop_kit"):
        (stick / f"{name}.py").write_text(f"open({str(ran)!r}, 'a').write(__name__)\n")
    command = ["serve", str(workshop), "--no-browser", "--port", "26866", "--host", "127.0.0.1"]
    with subprocess.Popen([*PYTHON, "-m", "workshop_kit", *command], cwd=stick, stdout=subprocess.DEVNULL) as serving:
        wait_for(lambda: (workshop / "serve.json").exists() or serving.poll() is not None, 60, "its start")
        serving.terminate()
    assert serving.returncode == 0
    assert not ran.exists()


def test_every_process_of_the_kit_is_started_so_that_it_loads_nothing_from_there() -> None:
    package = Path(errors.__file__).parent
    assert (sys.executable, "-P") == PYTHON
    assert not [str(path) for path in package.rglob("*.py") if 'executable, "-m"' in path.read_text(encoding="utf-8")]
    assert WORKER[:2] == PRINTING[:2] == tuple(lab_command(package)[:2]) == PYTHON
    assert find_program("linux")[:2] == list(PYTHON)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="/dev/full alone is full without filling a disk")
def test_a_log_on_a_full_disk_keeps_no_workshop_from_opening(workshop: Path) -> None:
    command = ["serve", str(workshop), "--no-browser", "--port", "26866", "--host", "127.0.0.1"]
    with (
        Path("/dev/full").open("wb") as full,
        subprocess.Popen([*PYTHON, "-m", "workshop_kit", *command], stdout=full, stderr=subprocess.DEVNULL) as serving,
    ):
        wait_for(lambda: (workshop / "serve.json").exists() or serving.poll() is not None, 60, "its start")
        assert serving.poll() is None
        serving.terminate()
    assert not (workshop / "serve.json").exists()


@pytest.mark.posix
def test_who_starts_it_so_that_it_outlives_their_terminal_has_it_so() -> None:
    hangup = signal.Signals["SIGHUP"]
    numbers = (signal.SIGINT, signal.SIGTERM, hangup)
    before = [signal.getsignal(number) for number in numbers]
    try:
        signal.signal(hangup, signal.SIG_IGN)
        await_end()
        assert signal.getsignal(hangup) is signal.SIG_IGN
        signal.signal(hangup, signal.SIG_DFL)
        ended = await_end()
        signal.raise_signal(hangup)
        assert ended.is_set()
    finally:
        for number, one in zip(numbers, before, strict=True):
            signal.signal(number, one)


def children_of(pid: int) -> list[int]:
    """Return the processes below ``pid``, as the system lists them."""
    listed = subprocess.run(["ps", "-e", "-o", "pid=,ppid="], capture_output=True, text=True, check=True).stdout
    parents = {int(child): int(parent) for child, parent in map(str.split, listed.splitlines())}
    found: list[int] = []
    for candidate in parents:
        ancestor: int | None = candidate
        while ancestor is not None and ancestor != pid:
            ancestor = parents.get(ancestor)
        if ancestor == pid and candidate != pid:
            found.append(candidate)
    return found


def is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_the_module_is_the_command() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "workshop_kit", "--version"], capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("workshop-kit")


def test_a_register_is_taken_in_by_its_commune_and_told_in_numbers(workshop: Path, tmp_path: Path) -> None:
    rows = [an_establishment(), an_establishment("00000000200015", statutDiffusion="P")]
    file = tmp_path / "StockEtablissement_utf8.csv"
    file.write_text(write_sirene(rows), encoding="utf-8")
    taken = workshop_kit("import", workshop, "sirene", file, "--commune", "59279", "--json")
    told = json.loads(taken.stdout)
    assert taken.stderr == ""
    counted = {name: told[name] for name in ("kind", "read", "added", "unchanged", "rejected", "of_communes", "hidden")}
    assert counted == {
        "kind": "sirene", "read": 2, "added": 1, "unchanged": 0, "rejected": [], "of_communes": 2, "hidden": 1,
    }  # fmt: skip
    for options, word in (
        (("sirene", file), "--commune"),
        (("sirene", file, "--commune", "592"), "code INSEE"),
        (("rna", file, "--commune", "59279"), "Sirene"),
        (("scores", file, "--commune", "59279"), "--commune"),
        (("sirene", file, "--commune", "59279", "--encoding", "cp1252"), "--encoding"),
    ):
        refused = workshop_kit("import", workshop, *options)
        assert refused.returncode == 1
        assert word in refused.stderr
        assert "Traceback" not in refused.stderr


def test_the_catalogue_is_written_to_be_edited(workshop: Path) -> None:
    assert workshop_kit("categories", workshop).returncode == 0
    assert (workshop / "categories.csv").read_text(encoding="utf-8-sig").startswith("code;nom;")
    assert workshop_kit("categories", workshop).returncode == 1
