"""Serving again after a change: what counts as one, and what becomes of the pages' address."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from tests.browser.served import wait_for, workshop_kit
from workshop_kit.cli import run
from workshop_kit.cli.reload import find_changed, list_sources, see
from workshop_kit.domain.course import Phase, Stage
from workshop_kit.store import open_store


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    (tmp_path / "one.py").write_text("1", encoding="utf-8")
    (tmp_path / "two.py").write_text("2", encoding="utf-8")
    return tmp_path


def test_a_source_that_is_saved_added_or_removed_has_changed(sources: Path) -> None:
    before = see(sources.glob("*.py"))
    assert find_changed(before, see(sources.glob("*.py"))) is None
    one, three = sources / "one.py", sources / "three.py"
    os.utime(one, (1, 1))
    assert find_changed(before, see(sources.glob("*.py"))) == one
    before = see(sources.glob("*.py"))
    three.touch()
    assert find_changed(before, see(sources.glob("*.py"))) == three
    before = see(sources.glob("*.py"))
    three.unlink()
    assert find_changed(before, see(sources.glob("*.py"))) == three


def test_a_source_that_is_away_in_the_middle_of_a_build_is_passed_over(tmp_path: Path) -> None:
    assert see([tmp_path / "manifest.json"]) == {}


def test_the_package_the_notebooks_and_the_built_front_end_are_sources(tmp_path: Path) -> None:
    own = tmp_path / "notebooks" / "3_ideas.ipynb"
    own.parent.mkdir()
    own.touch()
    found = list(list_sources(tmp_path))
    assert own in found
    assert {"reload.py", "participant.po", "participant.ipynb", "index.html.j2", "manifest.json"} <= {
        p.name for p in found
    }


def test_the_sample_is_served_at_the_phase_asked_for_and_again_without_being_made_again(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    served: list[Path] = []
    monkeypatch.setattr(run, "_serve_again", lambda folder, *_, **__: served.append(folder))
    run.demo(["--phase", "vote", "--reload", "--no-browser", "--lang", "en"], standalone_mode=False)
    (folder,) = served
    store = open_store(folder)
    try:
        assert store.read(lambda repository: repository.find_workshop()).phase is Phase.WORK
        stages = [one.stage for one in store.read(lambda repository: repository.list_challenges())]
        assert stages == [Stage.VOTE, *([Stage.UNOPENED] * 4)]
    finally:
        store.close()
    assert list(folder.glob("*.pdf")) == [], "nobody waits for a synthesis"
    assert str(folder) in capsys.readouterr().out


def answers(address: object) -> bool:
    try:
        with urlopen(f"{address}api/alive", timeout=2) as answer:
            return bool(answer.status < 300)
    except (URLError, OSError):
        return False


def read_serve_file(folder: Path) -> dict[str, object] | None:
    try:
        content: dict[str, object] = json.loads((folder / "serve.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return content


def test_after_a_change_the_same_addresses_are_served_by_another_process(tmp_path: Path) -> None:
    folder = tmp_path / "workshop"
    assert workshop_kit("new", folder, "--title", "T", "--territory", "V").returncode == 0
    own = folder / "notebooks" / "mine.ipynb"
    own.parent.mkdir()
    own.touch()
    ports = ["--port", "25866", "--facilitator-port", "25867"]
    options = [*ports, "--host", "127.0.0.1", "--seats", "2", "--kernels", "spawn", "--no-browser", "--reload"]
    command = [sys.executable, "-m", "workshop_kit", "serve", str(folder), *options]
    with (tmp_path / "log").open("wb") as log, subprocess.Popen(command, stdout=log, stderr=log) as watching:
        try:
            first = wait_for(lambda: read_serve_file(folder), 90, "serving")
            wait_for(lambda: answers(first["participants"]), 30, "an answer")
            os.utime(own, (1, 1))
            second = wait_for(lambda: is_another(folder, first["pid"]), 90, "serving again")
            assert {**second, "pid": 0} == {**first, "pid": 0}
            wait_for(lambda: answers(second["participants"]), 30, "an answer of the new server")
        finally:
            watching.send_signal(signal.SIGTERM)
            assert watching.wait(30) == 0
    assert read_serve_file(folder) is None, "it ended in order"
    assert str(own) in (tmp_path / "log").read_text(encoding="utf-8")


def is_another(folder: Path, pid: object) -> dict[str, object] | None:
    found = read_serve_file(folder)
    return found if found is not None and found["pid"] != pid else None
