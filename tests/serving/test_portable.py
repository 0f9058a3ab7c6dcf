"""What other systems than Linux have to do with, run on Linux: no fork, TCP ports, threads that watch pipes."""

from __future__ import annotations

import ast
import asyncio
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from tests.serving.running import Running, make_config, run, until
from tests.serving.visitor import Visitor
from workshop_kit.environment import PORTABLE_VARIABLE
from workshop_kit.errors import CannotServe
from workshop_kit.serving import KernelMode
from workshop_kit.serving.sources import choose_mode

#: A cell that shows the files of the kit's modules this process holds, after the module that forks was loaded as well.
_SHOWS_MODULES = """
import sys, workshop_kit.serving.forking
files = [getattr(module, "__file__", None) for module in sys.modules.values()]
sorted(file for file in files if file and "workshop_kit" in file)
"""


@pytest.fixture(autouse=True)
def portable(monkeypatch: pytest.MonkeyPatch) -> None:
    """Serve with what every system has."""
    monkeypatch.setenv(PORTABLE_VARIABLE, "1")


@pytest.fixture(params=[KernelMode.PREHEAT, KernelMode.SPAWN])
def room(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Running]:
    """A small room; on leaving, it must end with its standard input, and everything it started with it."""
    with Running(make_config(tmp_path, kernels=request.param, seats=4, ahead=2)) as running:
        yield running


def process_of(visitor: Visitor) -> int:
    return int(visitor.models[visitor.find("IntTextModel", 1)]["value"])


def ports_of(process: int) -> set[int]:
    """Return the local ports on which a process listens."""
    found = psutil.Process(process).net_connections(kind="tcp")
    return {one.laddr.port for one in found if one.status == psutil.CONN_LISTEN}


def test_visits_go_over_ports_and_end_with_their_page(room: Running) -> None:
    async def visit() -> None:
        visitors = [Visitor(room.port) for _ in range(3)]  # one more than are made ahead
        assert await asyncio.gather(*(visitor.visit() for visitor in visitors)) == [1, 1, 1]
        assert [await visitor.click() for visitor in visitors] == [2, 2, 2]
        kernels = [process_of(visitor) for visitor in visitors]
        children = {process.pid for process in psutil.Process(room.process.pid).children()}
        assert set(kernels) <= children, "something forked"
        assert [len(ports_of(kernel)) for kernel in kernels] == [2, 2, 2]
        visitors[0].close(1001)
        await until(lambda: not psutil.pid_exists(kernels[0]), 20)
        for visitor in visitors[1:]:
            visitor.close()

    run(visit())


def test_everything_ends_when_the_server_is_killed(room: Running) -> None:
    async def visit() -> None:
        await Visitor(room.port).visit()
        assert room.look()
        room.process.kill()
        await until(lambda: not room.alive(), 10)

    run(visit())


def test_nothing_forks_by_itself() -> None:
    assert choose_mode(KernelMode.AUTO, "linux") is KernelMode.PREHEAT


def test_a_system_that_cannot_fork_says_so() -> None:
    with pytest.raises(CannotServe) as refused:
        choose_mode(KernelMode.FORK, "win32")
    assert refused.value.code == "no-fork"


def test_a_page_process_holds_each_module_once(tmp_path: Path) -> None:
    cell: dict[str, object] = {
        "cell_type": "code",
        "source": _SHOWS_MODULES,
        "metadata": {},
        "outputs": [],
        "execution_count": None,
    }
    notebook = tmp_path / "modules.ipynb"
    notebook.write_text(json.dumps({"cells": [cell], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}))
    asked = {"notebook": str(notebook), "ipython": str(tmp_path), "forks": False, "rehearsals": 0}
    answered = subprocess.run(
        [sys.executable, "-m", "workshop_kit.serving.page_process"],
        input=json.dumps(asked) + "\n",
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    files = ast.literal_eval(json.loads(answered.stdout)["finished"][0][0]["data"]["text/plain"])
    assert any(file.endswith("forking.py") for file in files)
    assert len(files) == len(set(files))
    # the shell takes the place of the main module: found here, its code would have been loaded a second time
    assert not any(file.endswith("page_process.py") for file in files)
