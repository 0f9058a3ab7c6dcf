"""A room held from the outside, as browsers see it."""

from __future__ import annotations

import asyncio
import gzip
import json
from collections.abc import Iterator
from pathlib import Path

import brotli
import psutil
import pytest

from tests.serving.running import PAGES, Running, make_config, run, until
from tests.serving.visitor import Visitor
from workshop_kit.serving import KernelMode


def process_of(visitor: Visitor) -> int:
    """Return the number of the process that serves a visitor."""
    return int(visitor.models[visitor.find("IntTextModel", 1)]["value"])


def name_of(visitor: Visitor) -> str:
    """Return the identifier that the kernel knows its visitor by."""
    return str(visitor.models[visitor.find("TextModel")]["value"])


def test_a_visitor_gets_the_page_the_state_and_an_answer(room: Running) -> None:
    async def visit() -> None:
        visitor = Visitor(room.port)
        assert await visitor.visit() == 1
        assert await visitor.click() == 2
        assert "made ahead" in visitor.html
        assert visitor.kernel in visitor.html
        assert "@@" not in visitor.html
        visitor.close()

    run(visit())


def test_the_page_names_the_widgets_of_the_kernel(room: Running) -> None:
    async def visit() -> None:
        visitor = Visitor(room.port)
        await visitor.visit()
        assert f'data-widget="{visitor.find("VBoxModel")}"' in visitor.html
        visitor.close()

    run(visit())


def test_visitors_share_nothing(room: Running) -> None:
    async def visit() -> None:
        visitors = [Visitor(room.port) for _ in range(6)]
        assert await asyncio.gather(*(visitor.visit() for visitor in visitors)) == [1] * 6
        assert len({process_of(visitor) for visitor in visitors}) == 6
        assert len({name_of(visitor) for visitor in visitors}) == 6
        chances = {visitor.models[visitor.find("FloatTextModel")]["value"] for visitor in visitors}
        assert len(chances) == 6
        for visitor in visitors:
            visitor.close()

    run(visit())


def test_other_pages_have_addresses_of_their_own(room: Running) -> None:
    async def visit() -> None:
        visitor = Visitor(room.port)
        await visitor.open_page("/other")
        await visitor.connect()
        await visitor.ask_states()
        assert visitor.models[visitor.find("HTMLModel")]["value"] == "<b>another page</b>"
        visitor.close()

    run(visit())


def test_the_kernel_knows_how_the_page_was_asked_for(room: Running) -> None:
    async def visit() -> None:
        visitor = Visitor(room.port)
        await visitor.visit("/?place=12")
        assert visitor.models[visitor.find("TextModel")]["description"] == "place=12"
        visitor.close()

    run(visit())


def test_a_reload_is_the_same_visitor_and_releases_the_old_kernel(room: Running) -> None:
    async def visit() -> None:
        visitor = Visitor(room.port)
        await visitor.visit()
        before, old, socket = name_of(visitor), psutil.Process(process_of(visitor)), visitor.socket
        await visitor.visit()
        assert name_of(visitor) == before
        assert process_of(visitor) != old.pid
        assert socket is not None
        socket.close()
        await until(lambda: not old.is_running())
        visitor.close()

    run(visit())


def test_a_page_that_is_left_gives_its_kernel_back(room: Running) -> None:
    async def visit() -> None:
        visitor = Visitor(room.port)
        await visitor.visit()
        kernel = psutil.Process(process_of(visitor))
        visitor.close(1001)
        await until(lambda: not kernel.is_running())
        alive = await visitor.get(f"/api/visit/{visitor.kernel}")
        assert json.loads(alive.body) == {"alive": False}

    run(visit())


def test_a_lost_connection_comes_back_to_the_same_kernel_and_misses_nothing(room: Running) -> None:
    async def visit() -> None:
        visitor = Visitor(room.port)
        await visitor.visit()
        process = process_of(visitor)
        visitor.close(4000)
        alive = await visitor.get(f"/api/visit/{visitor.kernel}")
        assert json.loads(alive.body) == {"alive": True}
        await visitor.connect()
        assert await visitor.click() == 2
        await visitor.ask_states()
        assert process_of(visitor) == process
        visitor.close()

    run(visit())


def test_two_tabs_of_one_browser_each_have_a_kernel(room: Running) -> None:
    async def visit() -> None:
        one = Visitor(room.port)
        await one.visit()
        two = Visitor(room.port, cookies=one.cookies)
        await two.visit()
        assert name_of(one) == name_of(two)
        assert process_of(one) != process_of(two)
        assert await one.click() == 2
        one.close()
        two.close()

    run(visit())


def test_a_kernel_that_dies_is_said_to_be_gone_and_a_reload_brings_another(room: Running) -> None:
    async def visit() -> None:
        visitor = Visitor(room.port)
        await visitor.visit()
        psutil.Process(process_of(visitor)).kill()
        assert await visitor.hear_the_end() == 4404
        alive = await visitor.get(f"/api/visit/{visitor.kernel}")
        assert json.loads(alive.body) == {"alive": False}
        assert await visitor.visit() == 1
        visitor.close()

    run(visit())


def test_the_page_travels_compressed(room: Running) -> None:
    async def visit() -> None:
        visitor = Visitor(room.port)
        plain = (await visitor.get("/")).body
        zipped = await visitor.get("/", Accept_Encoding="gzip")
        small = await visitor.get("/", Accept_Encoding="gzip, br")
        assert zipped.headers["Content-Encoding"] == "gzip"
        assert small.headers["Content-Encoding"] == "br"
        assert len(gzip.decompress(zipped.body)) == len(brotli.decompress(small.body)) == len(plain)
        assert small.headers["Cache-Control"] == "no-store"

    run(visit())


def test_assets_are_compressed_and_kept_for_a_year(room: Running) -> None:
    async def visit() -> None:
        visitor = Visitor(room.port)
        asset = await visitor.get("/assets/page-0123abcdef.js", Accept_Encoding="br, gzip")
        assert asset.headers["Content-Encoding"] == "br"
        assert asset.headers["Cache-Control"] == "public, max-age=31536000, immutable"
        assert asset.headers["Content-Type"].startswith("text/javascript")
        assert b"console.log" in brotli.decompress(asset.body)
        again = await visitor.get("/assets/page-0123abcdef.js", If_None_Match=asset.headers["Etag"])
        assert (again.code, again.body) == (304, b"")
        assert "test" not in visitor.cookies

    run(visit())


def test_the_heartbeat_is_tiny_and_never_cached(room: Running) -> None:
    async def visit() -> None:
        answer = await Visitor(room.port).get("/api/alive")
        assert (answer.code, answer.body) == (204, b"")
        assert answer.headers["Cache-Control"] == "no-store"

    run(visit())


@pytest.fixture(params=[KernelMode.SPAWN, KernelMode.PREHEAT])
def unforked(request: pytest.FixtureRequest, folder: Path) -> Iterator[Running]:
    """A room whose kernels are processes of their own."""
    with Running(make_config(folder, kernels=request.param, seats=5, ahead=2)) as running:
        yield running


def test_without_forks_visitors_share_nothing_and_see_the_same_page(unforked: Running) -> None:
    async def visit() -> None:
        visitors = [Visitor(unforked.port) for _ in range(4)]
        assert await asyncio.gather(*(visitor.visit() for visitor in visitors)) == [1] * 4
        assert len({process_of(visitor) for visitor in visitors}) == 4
        assert len({name_of(visitor) for visitor in visitors}) == 4
        for visitor in visitors:
            assert f'data-widget="{visitor.find("VBoxModel")}"' in visitor.html
            visitor.close()

    run(visit())


def test_kernels_started_ahead_are_counted_aloud(folder: Path) -> None:
    with Running(make_config(folder, kernels=KernelMode.PREHEAT, ahead=2)) as running:
        said = [report["kernels"] for report in running.reports if "kernels" in report]
        assert said == [{"page": "counter", "ready": ready, "wanted": 2} for ready in (1, 2)]


@pytest.mark.parametrize(
    ("pages", "code"),
    [({"broken": PAGES / "broken.ipynb"}, "page-failed"), ({"none": PAGES / "none.ipynb"}, "page-unreadable")],
)
def test_a_page_that_cannot_be_made_is_said_before_anyone_comes(
    folder: Path, pages: dict[str, Path], code: str
) -> None:
    running = Running(make_config(folder, pages=pages))
    assert running.process.wait(30) == 1
    running._reader.join(30)
    assert running.reports[-1]["ready"] is False
    assert running.reports[-1]["code"] == code
    for stream in (running.process.stdin, running.process.stdout):
        assert stream is not None
        stream.close()
