"""The visit by nobody that a page's kernel goes through before anybody comes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from workshop_kit.environment import PORTABLE_VARIABLE

#: Rehearses twice in a process of its own, and tells what the second time left: a first one loads what is then kept.
_TWICE = """
import os
from workshop_kit.serving import comms, rehearsing
manager = comms.install()
asked = []
manager.register_target("jupyter.widget.control", lambda comm, _: comm.on_msg(asked.append))
count = lambda: (len(os.listdir("/proc/self/task")), len(os.listdir("/proc/self/fd")), len(manager.comms))
rehearsing.rehearse_kernel(manager)
before = count()
rehearsing.rehearse_kernel(manager)
print(*before, *count(), *(message["content"]["data"]["method"] for message in asked))
"""
#: Sockets whose path the system does not take.
_TOO_LONG = """
import gc, os
from pathlib import Path
from workshop_kit.serving import comms, kernel, making, rehearsing
comms.install()
rehearsing.rehearse_kernel(comms.install())
count = lambda: (len(os.listdir("/proc/self/task")), len(os.listdir("/proc/self/fd")))
before = count()
rehearsing.SOCKETS = Path(os.environ["LONG"])
making.rehearse(comms.install(), 2)
gc.collect()
print(before == count())
"""
#: Tells how often a page is asked for its widgets before anybody comes.
_OFTEN = """
from workshop_kit.serving import comms, making
manager = comms.install()
asked = []
manager.register_target("jupyter.widget.control", lambda comm, _: comm.on_msg(asked.append))
making.rehearse(manager, 3)
print(len(asked))
"""
#: Makes the participants' page ahead, rehearses, and tells what somebody who then takes a seat has to compile.
_SEATED = """
import os
from pathlib import Path
from tempfile import TemporaryDirectory
from tests.widgets.full_hall import make_hall
from workshop_kit import visit
from workshop_kit.environment import FOLDER_VARIABLE, VISITOR_VARIABLE, WAITING_VARIABLE
from workshop_kit.running.notebook import list_code, read_notebook
from workshop_kit.serving import comms
from workshop_kit.store import plain

with TemporaryDirectory() as place:
    folder = Path(place) / "hall"
    make_hall(folder, 10, 10)
    os.environ.update({FOLDER_VARIABLE: str(folder), WAITING_VARIABLE: "1"})
    comms.install()
    page = {}
    for cell in list_code(read_notebook(Path("notebooks/participant.ipynb"))):
        exec("".join(cell["source"]), page)
    visit.rehearse_visit()
    window = page["workshop"]
    compiled, prepare = [], plain._prepare
    plain._prepare = lambda statement: compiled.append(statement) or prepare(statement)
    os.environ[VISITOR_VARIABLE] = "a-browser"
    visit.begin_visit()
    entry = {"pseudonym": "Coquelicot", "category": "shop", "sector": ""}
    window.carry_out("join", entry, "joining")
    window.follow_once()
    print(window.participant.pseudonym, len(compiled), *(str(one.construct).replace("\\n", " ") for one in compiled))
    window.close()
"""
_SILENT = """
import asyncio, threading
from workshop_kit.serving import comms, kernel, rehearsing
rehearsing.ANSWERED_WITHIN = 0.2
kernel.VisitKernel._answer = lambda *_: None
try:
    rehearsing.rehearse_kernel(comms.install())
except TimeoutError:
    print("given up", threading.active_count())
"""


def _run(code: str, folder: Path, **more: str) -> list[str]:
    environment = {**os.environ, "TMPDIR": str(folder), **more}
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment)
    assert not list(folder.iterdir()), "the sockets' folder is gone"
    return ran.stdout.split()


@pytest.mark.parametrize("portable", ["", "1"])
@pytest.mark.skipif(sys.platform != "linux", reason="/proc alone tells a process's threads and descriptors")
def test_every_widget_was_asked_for_and_nothing_stays(portable: str, tmp_path: Path) -> None:
    *counts, first, second = _run(_TWICE, tmp_path, **{PORTABLE_VARIABLE: portable})
    assert (first, second) == ("request_states", "request_states")
    assert counts[:3] == counts[3:]
    assert counts[0] == "1", "a process of several threads must not be copied"


def test_a_page_for_many_is_rehearsed_as_often_as_it_is_asked(tmp_path: Path) -> None:
    assert _run(_OFTEN, tmp_path) == ["3"]


@pytest.mark.skipif(sys.platform != "linux", reason="/proc alone tells a process's threads and descriptors")
def test_sockets_that_cannot_be_bound_cost_a_page_its_rehearsal_alone(tmp_path: Path) -> None:
    long = tmp_path / ("long" * 40)
    long.mkdir()
    empty = tmp_path / "empty"
    empty.mkdir()
    assert _run(_TOO_LONG, empty, LONG=str(long)) == ["True"]


def test_a_place_for_temporary_files_with_a_long_path_does_not_keep_a_page_from_its_rehearsal(tmp_path: Path) -> None:
    long = tmp_path / ("long" * 40)
    long.mkdir()
    *_, first, second = _run(_TWICE, long)
    assert (first, second) == ("request_states", "request_states")


def test_somebody_who_takes_a_seat_compiles_no_statement(tmp_path: Path) -> None:
    assert _run(_SEATED, tmp_path) == ["Coquelicot", "0"], "each would cost every seat 1.5 MB"


def test_a_kernel_that_does_not_answer_is_given_up(tmp_path: Path) -> None:
    assert _run(_SILENT, tmp_path) == ["given", "up", "1"]
