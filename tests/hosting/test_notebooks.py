"""A workshop's own notebooks on the home page: opened in JupyterLab, and not run for whoever put them on a stick."""

from __future__ import annotations

import json
import os
import shutil
import sys
from pathlib import Path

import pytest

from tests.browser.served import wait_for
from tests.cli.test_lab import allow_root
from tests.hosting.conftest import start
from tests.hosting.test_home_page import Kit
from workshop_kit.domain.course import Role
from workshop_kit.errors import CannotServe, InvalidEntry, NotAllowed
from workshop_kit.hosting.house import House
from workshop_kit.hosting.lab_process import Authorship
from workshop_kit.hosting.labs import LabState
from workshop_kit.i18n import LANGUAGES, Translator
from workshop_kit.places import OWN_NOTEBOOKS, notebooks_folder
from workshop_kit.trust import find_notebook, list_strangers

LABS = "workshop_kit.hosting.labs"
#: A JupyterLab that does nothing, and ends as ours does: with its standard input.
STAND_IN = "import sys; sys.stdin.read()"


@pytest.fixture(autouse=True)
def private_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKSHOP_KIT_STATE", str(tmp_path / "user"))


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    opened: list[str] = []
    monkeypatch.setattr("webbrowser.open", opened.append)
    return opened


def play_lab(monkeypatch: pytest.MonkeyPatch, does: str = STAND_IN, address: str = "http://127.0.0.1/lab") -> None:
    monkeypatch.setattr(f"{LABS}.lab_command", lambda _folder, **_named: [sys.executable, "-c", does])
    monkeypatch.setattr(f"{LABS}.find_lab_address", lambda _pid: address)


def await_lab(house: House, workshop: str, state: LabState) -> None:
    wait_for(lambda: house.labs.standing(workshop).state is state, 30, f"the notebooks being {state}")


def put_stranger(house: House, workshop: str, name: str = "participant.ipynb") -> Path:
    """Put a notebook among a workshop's as a colleague might have, who made it elsewhere."""
    path = house.find(workshop).path / OWN_NOTEBOOKS / name
    path.parent.mkdir(exist_ok=True)
    content = json.loads((notebooks_folder() / "participant.ipynb").read_text(encoding="utf-8"))
    content["cells"][0]["source"] = "# venu d’ailleurs"
    path.write_text(json.dumps(content), encoding="utf-8")
    house.read_again()
    return path


def panel(house: House, workshop: str) -> dict[str, object]:
    chosen = house.home_model(workshop)["chosen"]
    assert chosen is not None
    return dict(chosen["notebooks"])


def say_both(error: CannotServe | NotAllowed) -> str:
    french, english = (Translator(language).sentence(error) for language in LANGUAGES)
    assert english
    return french


def test_the_page_waits_for_no_jupyterlab(house: House, monkeypatch: pytest.MonkeyPatch, shown: list[str]) -> None:
    made = start(house)
    play_lab(monkeypatch, address="")
    house.open_notebooks(made)
    assert panel(house, made)["state"] == "opening"
    assert shown == []
    play_lab(monkeypatch)
    await_lab(house, made, LabState.OPEN)
    assert shown == ["http://127.0.0.1/lab"]


def test_jupyterlab_that_cannot_start_is_said_in_a_sentence(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    made = start(house)
    play_lab(monkeypatch, "raise SystemExit(3)", address="")
    house.open_notebooks(made)
    await_lab(house, made, LabState.FAILED)
    assert "3" in str(panel(house, made)["sentence"])


def test_jupyterlab_opens_once_on_copies_and_ends_with_the_house(
    house: House, monkeypatch: pytest.MonkeyPatch, shown: list[str]
) -> None:
    made = start(house)
    play_lab(monkeypatch)
    house.open_notebooks(made)
    await_lab(house, made, LabState.OPEN)
    [(process, _)] = house.labs._processes.values()
    assert (house.find(made).path / OWN_NOTEBOOKS / "explore.ipynb").is_file()
    house.open_notebooks(made)
    assert len(shown) == 2
    house.close_rooms()
    assert process.poll() == 0


def test_a_workshop_whose_notebooks_are_open_is_neither_deleted_nor_put_away_nor_left_out(
    house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, shown: list[str]
) -> None:
    made = start(house)
    elsewhere = tmp_path / "ailleurs"
    house.find(made).path.rename(elsewhere)
    opened = house.open_folder(str(elsewhere))["workshop"]
    key = house.describe_deletion(opened)["confirmation"]
    play_lab(monkeypatch)
    house.open_notebooks(opened)
    for act in (
        lambda: house.delete_workshop(opened, key),
        lambda: house.describe_deletion(opened),
        lambda: house.archive_workshop(opened),
        lambda: house.forget_folder(opened),
    ):
        with pytest.raises(CannotServe) as refused:
            act()
        assert "Fermer JupyterLab" in say_both(refused.value)
    house.close_notebooks(opened)
    await_lab(house, opened, LabState.CLOSED)
    house.delete_workshop(opened, key)
    assert not (elsewhere / "workshop.db").exists()


def test_jupyterlab_ends_when_its_folder_is_moved_away(
    house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, shown: list[str]
) -> None:
    made = start(house)
    play_lab(monkeypatch)
    house.open_notebooks(made)
    await_lab(house, made, LabState.OPEN)
    house.find(made).path.rename(tmp_path / "moved")
    await_lab(house, made, LabState.CLOSED)


@pytest.mark.linux
def test_jupyterlab_does_not_outlive_a_home_page_that_was_killed(tmp_path: Path) -> None:
    import psutil

    kit = Kit(tmp_path)
    kit.environment |= {"BROWSER": "true", "JUPYTER_RUNTIME_DIR": str(tmp_path / "runtime")}
    (tmp_path / "runtime").mkdir()
    if sys.platform != "win32" and os.geteuid() == 0:
        kit.environment["JUPYTER_CONFIG_DIR"] = str(allow_root(tmp_path / "runtime"))
    kit.start()
    try:
        entered = {"title": "Carnets", "territory": "Sainte-Aure", "language": "fr"}
        made = kit.ask("start_workshop", **entered)["workshop"]
        kit.ask("open_notebooks", workshop=made)

        def look() -> bool:
            chosen = kit.ask("home_model", workshop=made)["chosen"]["notebooks"]
            assert chosen["state"] != "failed", chosen["sentence"]
            return bool(chosen["state"] == "open")

        wait_for(look, 90, "JupyterLab being open")
        found = [one for one in kit.below() if "workshop_kit.hosting.lab_process" in one.cmdline()]
        [lab] = [one for one in found if one.ppid() not in {other.pid for other in found}]  # and not what it starts now
        assert kit.process is not None
        kit.process.kill()
        kit.process.wait()
        psutil.wait_procs([lab], timeout=30)
        assert not lab.is_running()
    finally:
        kit.end()


def test_notebooks_from_elsewhere_are_not_run_until_somebody_here_says_yes_to_them(house: House) -> None:
    made = start(house)
    folder = house.find(made).path
    own = put_stranger(house, made)
    assert find_notebook(folder, "participant") == notebooks_folder() / "participant.ipynb"
    told = panel(house, made)
    assert told["strangers"] == ["participant.ipynb"]
    with pytest.raises(NotAllowed) as refused:
        house.open_notebooks(made)
    assert "question" in say_both(refused.value)
    house.trust_notebooks(made, str(told["strange"]))
    assert find_notebook(folder, "participant") == own
    assert panel(house, made)["strangers"] == []


def test_an_answer_is_about_the_notebooks_that_were_shown_and_no_others(house: House) -> None:
    made = start(house)
    put_stranger(house, made)
    digest = str(panel(house, made)["strange"])
    put_stranger(house, made, "screen.ipynb")
    with pytest.raises(InvalidEntry) as refused:
        house.trust_notebooks(made, digest)
    assert refused.value.code == "notebooks-changed"
    with pytest.raises(InvalidEntry):
        house.trust_notebooks(made, "")
    assert list_strangers(house.find(made).path)


def test_trusted_notebooks_that_somebody_changed_meanwhile_are_asked_about_anew(house: House) -> None:
    made = start(house)
    own = put_stranger(house, made)
    house.trust_notebooks(made, str(panel(house, made)["strange"]))
    own.write_text(own.read_text(encoding="utf-8").replace("ailleurs", "plus loin"), encoding="utf-8")
    assert list_strangers(house.find(made).path) == (own,)


def test_notebooks_set_aside_stay_in_the_folder_and_the_kits_are_used(house: House) -> None:
    made = start(house)
    put_stranger(house, made)
    house.set_notebooks_aside(made, str(panel(house, made)["strange"]))
    folder = house.find(made).path
    assert (folder / "notebooks-recus" / "participant.ipynb").is_file()
    assert panel(house, made)["strangers"] == []


@pytest.mark.parametrize("name", ["numpy.py", "numpy/__init__.py", "__pycache__/numpy.cpython-311.pyc", "a.so"])
def test_a_program_beside_the_notebooks_is_a_stranger_too(house: House, name: str) -> None:
    made = start(house)
    path = house.find(made).path / OWN_NOTEBOOKS / name
    path.parent.mkdir(parents=True)
    path.write_bytes(b"print('here')")
    assert list_strangers(house.find(made).path) == (path,)


def test_a_table_beside_the_notebooks_is_none(house: House) -> None:
    made = start(house)
    path = house.find(made).path / OWN_NOTEBOOKS / "mes chiffres.csv"
    path.parent.mkdir()
    path.write_text("a;b", encoding="utf-8")
    assert list_strangers(house.find(made).path) == ()


@pytest.mark.posix
def test_links_among_the_notebooks_are_strangers_whatever_they_lead_to(house: House, tmp_path: Path) -> None:
    made = start(house)
    folder = house.find(made).path
    (folder / OWN_NOTEBOOKS).mkdir()
    (tmp_path / "evil").mkdir()
    (folder / OWN_NOTEBOOKS / "numpy").symlink_to(tmp_path / "evil")
    assert list_strangers(folder) == (folder / OWN_NOTEBOOKS / "numpy",)
    shutil.rmtree(folder / OWN_NOTEBOOKS)
    (folder / OWN_NOTEBOOKS).symlink_to(tmp_path / "evil")
    assert list_strangers(folder) == (folder / OWN_NOTEBOOKS,)


def test_what_is_written_in_jupyterlab_is_known_and_what_stood_there_is_as_strange_as_before(house: House) -> None:
    made = start(house)
    folder = house.find(made).path
    stranger = put_stranger(house, made)
    session = Authorship(folder)
    mine = put_stranger(house, made, "screen.ipynb")
    session.note()
    assert list_strangers(folder) == (stranger,)
    assert mine.is_file()


def test_a_copy_that_the_kit_made_stays_known_when_the_kits_own_changes(house: House, tmp_path: Path) -> None:
    from workshop_kit.hosting.own_copies import copy_notebooks

    made = start(house)
    folder, older = house.find(made).path, tmp_path / "older"
    shutil.copytree(notebooks_folder(), older)
    put_stranger(house, made, "x.ipynb").replace(older / "screen.ipynb")
    list(copy_notebooks(older, folder / OWN_NOTEBOOKS))
    assert list_strangers(folder) == ()
    assert find_notebook(folder, "screen") == folder / OWN_NOTEBOOKS / "screen.ipynb"


@pytest.mark.posix
def test_a_copy_as_a_starting_point_takes_nothing_from_outside_the_folder(house: House, tmp_path: Path) -> None:
    made = start(house)
    secret = tmp_path / "secret.txt"
    secret.write_text("à personne d’autre", encoding="utf-8")
    own = put_stranger(house, made)
    (own.parent / "lettre.txt").symlink_to(secret)
    (own.parent / "dehors").symlink_to(tmp_path)
    copied = house.find(house.copy_workshop(made, "L’an prochain")["workshop"]).path / OWN_NOTEBOOKS
    assert [one.name for one in copied.iterdir()] == ["participant.ipynb"]
    assert list_strangers(copied.parent) == (copied / "participant.ipynb",)


@pytest.mark.posix
def test_opening_the_notebooks_writes_through_no_link(house: House, tmp_path: Path) -> None:
    from workshop_kit.hosting.own_copies import copy_notebooks

    made = start(house)
    target = house.find(made).path / OWN_NOTEBOOKS
    target.mkdir()
    outside = tmp_path / "outside"
    for name in ("screen.ipynb", ".copied.json"):
        (target / name).symlink_to(outside)
    list(copy_notebooks(notebooks_folder(), target))
    assert not outside.exists()


def test_the_room_of_a_workshop_with_strange_notebooks_is_served_with_the_kits(house: House) -> None:
    from workshop_kit.hosting.configuring import PAGES

    made = start(house)
    put_stranger(house, made)
    folder = house.find(made).path
    assert {find_notebook(folder, name).parent for name in PAGES[Role.FACILITATOR]} == {notebooks_folder()}
