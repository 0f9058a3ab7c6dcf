"""A report made in another process: how far it is, how it ends, and that nothing is left of it."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import nbformat
import psutil
import pytest
from nbformat.v4 import new_code_cell

from tests.report.test_notebook import adapt
from workshop_kit.errors import CannotServe, InvalidEntry, MissingEntry, WorkshopError
from workshop_kit.i18n import Translator
from workshop_kit.report.aside import Making, MakingState, pack_error, rebuild_error
from workshop_kit.report.making import STEPS

#: A cell that says that it runs and then never ends by itself.
NEVER = "import pathlib, subprocess, sys, threading\n{before}\npathlib.Path('{mark}').touch()\nthreading.Event().wait()"


def until(condition: Callable[[], Any], seconds: float = 30) -> None:
    end, pause = time.monotonic() + seconds, threading.Event()
    while not condition():
        assert time.monotonic() < end, f"not within {seconds} s"
        pause.wait(0.02)


def begin_endless(folder: Path, before: str = "", **more: Any) -> Making:
    """Begin a making whose notebook never ends, and wait until it is there."""
    mark = folder / "it-runs"
    adapt(folder, new_code_cell(NEVER.format(before=before, mark=mark)))
    making = Making(folder, "pdf", "fr", **more)
    until(mark.exists)
    return making


def room_of(making: Making) -> Path:
    return Path(making._room)


def test_a_report_is_made_and_tells_how_far_it_is(folder: Path) -> None:
    told: list[tuple[float, str]] = []
    making = Making(folder, "pdf", "fr", lambda: told.append((making.share, making.step)))
    making.wait()
    assert making.result.startswith(b"%PDF-")
    assert making.state is MakingState.READY
    shares = [share for share, _ in told]
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    assert len(set(shares)) > 5
    assert list(dict.fromkeys(step for _, step in told)) == list(STEPS)
    assert not room_of(making).exists()
    making._timer.join(30)  # it ends once it is told to
    assert not making._timer.is_alive()


def test_two_formats_are_made_at_once(folder: Path) -> None:
    makings = [Making(folder, "pdf", "fr"), Making(folder, "html", "en")]
    for making in makings:
        making.wait()
    assert makings[0].result.startswith(b"%PDF-")
    assert b'lang="en"' in makings[1].result


def test_a_making_is_cancelled_at_once_with_all_it_started(folder: Path) -> None:
    sleeper = (
        f"other = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)'])\n"
        f"pathlib.Path({str(folder / 'other')!r}).write_text(str(other.pid))"
    )
    making = begin_endless(folder, sleeper)
    other = psutil.Process(int((folder / "other").read_text()))
    making.cancel()
    assert making.state is MakingState.CANCELLED
    making.wait()
    assert making._child.returncode not in (None, 0)
    until(lambda: not other.is_running() or other.status() == psutil.STATUS_ZOMBIE)
    assert not room_of(making).exists()
    assert making.error is None


def test_cancelling_what_has_ended_changes_nothing(folder: Path) -> None:
    making = Making(folder, "html", "fr")
    making.wait()
    making.cancel()
    assert making.state is MakingState.READY
    assert making.result


def test_an_error_crosses_with_its_values(folder: Path) -> None:
    adapt(folder, new_code_cell("1 / 0"))
    making = Making(folder, "pdf", "fr")
    making.wait()
    assert making.state is MakingState.FAILED
    with pytest.raises(InvalidEntry) as refusal:
        making.result  # noqa: B018
    saved = folder / "synthesis-pdf-failed.ipynb"
    assert refusal.value.values == {"cell": 10, "error": "ZeroDivisionError: division by zero", "saved": str(saved)}
    assert str(saved) in Translator("en").sentence(refusal.value)
    nbformat.validate(nbformat.read(saved, as_version=4))


def test_a_folder_without_a_workshop_is_refused(tmp_path: Path) -> None:
    making = Making(tmp_path, "pdf", "fr")
    making.wait()
    assert isinstance(making.error, MissingEntry)
    assert Translator("fr").sentence(making.error)


@pytest.mark.parametrize(
    "error", [InvalidEntry("a", cell=3, share=0.5, path=Path("x")), CannotServe("b"), MissingEntry("c", name="é")]
)
def test_an_error_is_the_same_after_the_way(error: WorkshopError) -> None:
    rebuilt = rebuild_error(json.loads(json.dumps(pack_error(error))))
    assert type(rebuilt) is type(error)
    assert rebuilt.code == error.code
    assert {name: str(value) for name, value in rebuilt.values.items()} == {
        name: str(value) for name, value in error.values.items()
    }


def test_an_error_of_an_unknown_kind_is_one_of_ours() -> None:
    assert type(rebuild_error({"kind": "os", "code": "x", "values": {}})) is CannotServe


def test_a_child_killed_from_outside_is_said(folder: Path) -> None:
    making = begin_endless(folder)
    making._child.kill()
    making.wait()
    assert making.error is not None
    assert making.error.code == "report-interrupted"
    assert "réessayez" in Translator("fr").sentence(making.error)
    assert not room_of(making).exists()


def test_a_child_that_crashes_is_said_without_its_traceback(folder: Path) -> None:
    adapt(folder, new_code_cell("import os; os._exit(9)"))
    making = Making(folder, "pdf", "fr")
    making.wait()
    assert making.error is not None
    assert making.error.code == "report-interrupted"


def test_an_unforeseen_error_is_a_sentence_and_the_log_keeps_it(
    folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    code = (
        "import workshop_kit.report.making as making\n"
        "def bad(*_): raise LookupError('/secret')\nmaking.print_document = bad"
    )
    adapt(folder, new_code_cell(code))
    making = Making(folder, "pdf", "fr")
    making.wait()
    assert making.error is not None
    assert "secret" not in Translator("fr").sentence(making.error)
    assert making.error.code == "report-failed"
    assert "LookupError: /secret" in capfd.readouterr().err


def test_patience_has_an_end(folder: Path) -> None:
    endless = (sys.executable, "-c", "import threading; threading.Event().wait()")
    making = Making(folder, "pdf", "fr", patience=0.6, worker=endless)
    making.wait()
    assert making.error is not None
    assert making.error.code == "report-too-slow"
    assert making.error.values == {"seconds": 1}
    assert making._child.returncode not in (None, 0)


def test_what_a_cell_prints_past_the_notebook_is_no_report(folder: Path) -> None:
    adapt(
        folder, new_code_cell("import os\nos.write(1, b'{\"share\": 9}\\n')\nassert not __import__('sys').stdin.read()")
    )
    making = Making(folder, "html", "fr")
    making.wait()
    assert making.state is MakingState.READY


def test_a_reported_share_never_falls(folder: Path) -> None:
    lines = [{"share": 0.5, "step": "writing"}, {"share": 0.2, "step": "writing"}]
    code = f"import sys; sys.stdin.readline(); print({json.dumps(lines[0])!r}); print({json.dumps(lines[1])!r})"
    told: list[float] = []
    begun = threading.Event()

    def tell() -> None:
        begun.wait(20)  # a quick worker speaks before its making has a name here
        told.append(making.share)

    making = Making(folder, "pdf", "fr", tell, worker=(sys.executable, "-c", code))
    begun.set()
    making.wait()
    assert told == [0.5, 0.5, 0.5]


@pytest.mark.parametrize("when", ["at once", "once it runs"])
def test_nothing_is_left_when_the_one_who_asked_is_killed(folder: Path, when: str) -> None:
    mark = folder / "it-runs"
    adapt(folder, new_code_cell(NEVER.format(before="", mark=mark)))
    code = (
        "import sys, pathlib; from workshop_kit.report.aside import Making; "
        f"making = Making(pathlib.Path({str(folder)!r}), 'pdf', 'fr'); "
        "print(making._child.pid, making._room, flush=True); making.wait()"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) as asker:
        assert asker.stdout is not None
        pid, room = asker.stdout.readline().split()
        child = psutil.Process(int(pid))
        if when == "once it runs":
            until(mark.exists)
        assert Path(room).is_dir()
        asker.kill()
    until(lambda: not child.is_running() or child.status() == psutil.STATUS_ZOMBIE)
    assert not Path(room).exists()
