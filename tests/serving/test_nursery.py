"""Pages of one server are forked from a process that loaded what they have in common."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from pathlib import Path

import psutil
import pytest

from tests.serving.running import PAGES, Running, is_alive, make_config, run, until
from tests.serving.visitor import Visitor
from workshop_kit.serving import KernelMode
from workshop_kit.serving.pages import list_modules

if sys.platform != "linux":
    pytest.skip("elsewhere, pages load everything by themselves", allow_module_level=True)

TWO = {"counter": PAGES / "counter.ipynb", "other": PAGES / "other.ipynb"}


def find_pages(running: Running) -> tuple[psutil.Process, list[psutil.Process]]:
    [nursery] = psutil.Process(running.process.pid).children()
    return nursery, nursery.children()


def test_the_pages_of_a_server_are_forked_from_one_process(tmp_path: Path) -> None:
    with Running(make_config(tmp_path, pages=TWO)) as running:
        nursery, pages = find_pages(running)
        assert "workshop_kit.serving.nursery_process" in nursery.cmdline()
        assert len(pages) == 2
        for page in pages:
            assert os.getpgid(page.pid) == page.pid  # a signal to one reaches no other
            sockets = [one for one in Path(f"/proc/{page.pid}/fd").iterdir() if "socket:" in str(one.readlink())]
            assert sockets == []

        async def visit() -> None:
            assert await Visitor(running.port).visit("/counter") == 1
            await Visitor(running.port).open_page("/other")

        run(visit())
        assert len(running.kernels()) == 2


def test_one_page_alone_loads_everything_by_itself(tmp_path: Path) -> None:
    with Running(make_config(tmp_path)) as running:
        [page] = psutil.Process(running.process.pid).children()
        assert "workshop_kit.serving.page_process" in page.cmdline()


def test_so_does_each_page_where_kernels_are_started_ahead(tmp_path: Path) -> None:
    with Running(make_config(tmp_path, pages=TWO, kernels=KernelMode.PREHEAT, ahead=1)) as running:
        commands = [page.cmdline() for page in psutil.Process(running.process.pid).children()]
        assert commands
        assert all("workshop_kit.serving.page_process" in command for command in commands)


@pytest.mark.parametrize("killed", ["page", "nursery"])
def test_whatever_is_killed_the_next_visitor_gets_a_page(tmp_path: Path, killed: str) -> None:
    with Running(make_config(tmp_path, pages=TWO)) as running:
        nursery, pages = find_pages(running)
        victims = pages if killed == "page" else [nursery]
        for one in victims:
            one.kill()

        async def visit() -> None:
            await until(lambda: not any(one.is_running() for one in (*victims, *pages)))
            assert await Visitor(running.port).visit("/counter") == 1

        run(visit())


def test_who_comes_in_the_moment_of_a_page_s_end_waits_for_the_next_made_once_for_all(tmp_path: Path) -> None:
    with Running(make_config(tmp_path)) as running:
        [page] = psutil.Process(running.process.pid).children()
        page.kill()

        async def visit() -> None:
            visitors = [Visitor(running.port) for _ in range(4)]
            assert await asyncio.gather(*(one.visit() for one in visitors)) == [1, 1, 1, 1]

        run(visit())
        living = [one for one in psutil.Process(running.process.pid).children() if is_alive(one)]
        assert len(living) == 1
        assert living[0].pid != page.pid


def test_what_a_page_says_wrong_is_said_as_ever(tmp_path: Path) -> None:
    pages = {**TWO, "broken": PAGES / "broken.ipynb"}
    running = Running(make_config(tmp_path, pages=pages))
    assert running.process.wait(60) == 1
    running._reader.join(60)
    assert running.reports[-1]["code"] == "page-failed"
    for stream in (running.process.stdin, running.process.stdout):
        assert stream is not None
        stream.close()
    assert not running.alive()


#: A cell after which the second copy of a page finds no room.
_NO_ROOM = """
import os
copied, real = [], os.fork

def fork():
    copied.append(1)
    if len(copied) == 2:
        raise OSError(11, "Resource temporarily unavailable")
    return real()

os.fork = fork
"""


def test_a_visit_for_which_the_machine_has_no_room_fails_alone(tmp_path: Path) -> None:
    counter = json.loads((PAGES / "counter.ipynb").read_text(encoding="utf-8"))
    cells = ["".join(one["source"]) for one in counter["cells"] if one["cell_type"] == "code"]
    page = write_notebook(tmp_path / "counter.ipynb", *cells, _NO_ROOM)

    async def visit(running: Running) -> None:
        first, second, third = (Visitor(running.port) for _ in range(3))
        assert await first.visit() == 1
        assert (await second.get("/")).code == 503
        assert await first.click() == 2, "whoever is there loses nothing"
        assert await third.visit() == 1

    with Running(make_config(tmp_path, pages={"counter": page})) as running:
        run(visit(running))


def write_notebook(path: Path, *cells: str) -> Path:
    code = [{"cell_type": "code", "source": one, "metadata": {}, "outputs": [], "execution_count": 1} for one in cells]
    path.write_text(json.dumps({"cells": code, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}), encoding="utf-8")
    return path


def test_the_modules_of_the_kit_that_pages_import_are_loaded_and_nobody_elses(tmp_path: Path) -> None:
    first = write_notebook(
        tmp_path / "one.ipynb", "from workshop_kit.widgets.facilitator import header_panel, x", "1 +"
    )
    second = write_notebook(
        tmp_path / "two.ipynb", "import workshop_kit.places as p, antigravity\nfrom . import x", "import mine"
    )
    unreadable = tmp_path / "gone.ipynb"
    found = list_modules([first, second, unreadable, first])
    assert found == ["workshop_kit.widgets.facilitator", "workshop_kit.places"]
