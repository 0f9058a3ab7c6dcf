"""The check-up says what a room needs, and how to get what is missing, in both languages."""

from __future__ import annotations

import json
import socket
import threading
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.hosting.conftest import Clock
from tests.widgets.test_read_models import find_faults
from workshop_kit.cli.doctor import doctor
from workshop_kit.hosting import examining
from workshop_kit.hosting.checkup import Checkup
from workshop_kit.hosting.examining import Finding, describe, examine, is_complete
from workshop_kit.hosting.house import House
from workshop_kit.hosting.networks import Adapter, list_networks
from workshop_kit.i18n import LANGUAGES, Translator
from workshop_kit.live.contract.home.shown import CheckKind, CheckupModel
from workshop_kit.places import state_folder
from workshop_kit.serving.config import KernelMode
from workshop_kit.serving.memory import estimate_memory


def found(findings: tuple[Finding, ...], code: str) -> Finding:
    return next(one for one in findings if one.code == code)


def test_this_computer_has_all_that_is_needed_and_each_thing_has_a_name(tmp_path: Path) -> None:
    findings = examine(tmp_path / "not there yet")
    assert is_complete(findings), [one for one in findings if one.state == "missing"]
    assert {one.kind for one in findings} == set(CheckKind)
    for language in LANGUAGES:
        said = [describe(one, Translator(language)) for one in findings]
        assert all(one["name"] for one in said)
        assert all(bool(one["remedy"]) == (one["state"] != "good") for one in said)


def test_the_command_looks_at_the_folder_of_workshops_that_the_home_page_keeps(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WORKSHOP_KIT_STATE", str(tmp_path / "state"))
    shelf = tmp_path / "Nos ateliers"
    shelf.mkdir()
    with House(state_folder(), networks=lambda: ()) as house:
        house.move_shelf(str(shelf))
        page = examine(house.shelf)
    command = CliRunner().invoke(doctor, ["--json", "--lang", "fr"])
    told = {one["code"]: one["value"] for one in json.loads(command.stdout)}
    assert told["writing"] == found(page, "writing").value == str(shelf)


def test_a_pdf_is_made_there_and_then(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_source: str) -> bytes:
        raise RuntimeError("no compiler")

    monkeypatch.setattr("workshop_kit.report.printing.compile_source", fail)
    broken = found(tuple(examining._examine_paper()), "pdf")
    assert (broken.state, broken.remedy) == ("missing", "reinstall")


def test_too_little_memory_says_for_how_many_it_does(monkeypatch: pytest.MonkeyPatch) -> None:
    one_seat = estimate_memory(1, KernelMode.AUTO)
    monkeypatch.setattr(examining, "find_free_memory", lambda: one_seat * 80)
    [finding] = examining._examine_memory(200)
    assert finding.state == "warning"
    assert "80" in describe(finding, Translator("fr"))["remedy"]


@pytest.mark.parametrize(
    ("address", "state"), [("192.168.1.2", "good"), ("172.20.10.2", "warning"), ("169.254.1.1", "warning")]
)
def test_a_network_carries_a_room_or_says_what_it_lacks(address: str, state: str) -> None:
    [finding] = examining._examine_networks(list_networks([Adapter("wlan0", "wlan0", (address,))]))
    assert finding.state == state
    assert bool(describe(finding, Translator("en"))["remedy"]) == (state != "good")


def test_a_place_that_cannot_be_written_to_must_be_mended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(**_: object) -> None:
        raise PermissionError

    monkeypatch.setattr("workshop_kit.hosting.examining.tempfile.TemporaryFile", refuse)
    writing = found(tuple(examining._examine_disk(tmp_path)), "writing")
    assert writing.state == "missing"
    assert str(tmp_path) in describe(writing, Translator("fr"))["remedy"]


def test_a_check_up_is_made_aside_and_told_when_it_is_done(tmp_path: Path) -> None:
    told, goes_on = threading.Semaphore(0), threading.Event()

    def look(_shelf: Path) -> tuple[Finding, ...]:
        goes_on.wait(30)
        return (Finding("ports", CheckKind.ROOM, "warning"), Finding("memory", CheckKind.ROOM, "good"))

    checkup = Checkup(told.release, look)
    assert checkup.describe("fr")["state"] == "none"
    checkup.begin(tmp_path, Clock().at, frozenset({"ports"}))
    checkup.begin(tmp_path, Clock().at)
    assert told.acquire(timeout=30)
    assert checkup.describe("fr")["state"] == "working"
    goes_on.set()
    assert told.acquire(timeout=30)
    model = checkup.describe("fr")
    assert (model["state"], model["good"], [one["code"] for one in model["findings"]]) == ("done", True, ["memory"])
    assert find_faults(model, CheckupModel, "checkup") == []


def test_the_ports_looked_at_are_those_that_a_room_would_try() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        found = next(one for one in examine(port=port) if one.code == "ports")
    assert (found.state, found.values["ports"].split(", ")[0]) == ("warning", str(port))
