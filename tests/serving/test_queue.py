"""The queue before the kernels, as browsers see it."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
from tornado.httputil import HTTPServerRequest

from tests.serving.running import Running, make_config, run, until
from tests.serving.visitor import Visitor
from workshop_kit.serving.jupyter import PageKernels
from workshop_kit.serving.room import Room


@pytest.fixture
def small_room(folder: Path) -> Iterator[Running]:
    """A room with two seats."""
    with Running(make_config(folder, seats=2)) as running:
        yield running


def test_a_full_room_says_so_and_lets_the_next_in_when_somebody_leaves(small_room: Running) -> None:
    async def visit() -> None:
        first, second, third = (Visitor(small_room.port) for _ in range(3))
        await asyncio.gather(first.visit(), second.visit())
        waiting = await third.get("/", Accept_Language="fr")
        assert waiting.code == 200
        assert "La salle est pleine" in waiting.body.decode()
        asked = json.loads((await third.get("/api/queue")).body)
        assert asked == {"ready": False, "place": 1, "full": True}
        coming = asyncio.create_task(third.visit())
        first.close(1001)
        assert await asyncio.wait_for(coming, 30) == 1
        second.close()
        third.close()

    run(visit())


def test_more_visitors_than_starts_all_get_in(room: Running) -> None:
    async def visit() -> None:
        visitors = [Visitor(room.port) for _ in range(20)]
        assert await asyncio.gather(*(visitor.visit() for visitor in visitors)) == [1] * 20
        for visitor in visitors:
            visitor.close(1001)

    run(visit())


def test_a_browser_without_cookies_has_no_place(room: Running) -> None:
    async def visit() -> None:
        assert (await Visitor(room.port).get("/api/queue")).code == 409

    run(visit())


def test_one_visitor_cannot_hold_more_than_a_few_kernels(folder: Path) -> None:
    async def visit(running: Running) -> None:
        tabs = [Visitor(running.port)]
        await tabs[0].visit()
        for _ in range(5):
            tabs.append(Visitor(running.port, cookies=dict(tabs[0].cookies)))
            await tabs[-1].visit()
        await until(lambda: len(running.kernels()) == 4)
        for tab in tabs:
            tab.close()

    with Running(make_config(folder)) as running:
        run(visit(running))


def test_whoever_comes_before_the_pages_are_finished_reads_that_they_are_on_their_way(folder: Path) -> None:
    async def visit(running: Running) -> None:
        await until(lambda: any("listening" in one for one in running.reports))
        port = int(running.reports[0]["port"])
        early = Visitor(port)
        assert (await early.get("/api/alive")).code == 503  # a phone of before keeps what it shows
        assert (await early.get(f"/api/visit/{'0' * 36}")).code == 503
        page = await early.get("/", Accept_Language="fr")
        assert page.code == 200
        assert "La page se prépare." in page.body.decode()
        assert "prefers-color-scheme:dark" in page.body.decode()
        assert "The page is getting ready." in (await early.get("/?lang=en", Accept_Language="fr")).body.decode()
        with running:
            assert (await early.get("/api/alive")).code == 204
            assert await early.visit() == 1
            early.close()

    run(visit(Running(make_config(folder))))


def test_a_visit_that_is_slow_to_begin_is_found_again_by_the_page_that_asked_for_it(folder: Path) -> None:
    async def begin() -> None:
        kernels = SlowKernels()
        room = Room(make_config(folder), cast("PageKernels", kernels))
        asked = SimpleNamespace(query="place=3", host_name="room", headers={})
        request = cast("HTTPServerRequest", asked)
        begun = room.begin_visit("counter", "ada", "10.0.0.2", request)
        assert room.find_begun("ada", "counter", "place=3") is begun
        assert room.find_begun("ada", "counter", "place=4") is None  # two tabs, two visits
        assert room.find_begun("bob", "counter") is None
        kernels.started.set()
        assert room.leases.belongs_to(await begun, "ada")
        assert [room.take_begun(begun), room.take_begun(begun)] == [True, False]
        forgotten = room.begin_visit("counter", "ada", "10.0.0.2", request)
        room.leases.remove(await forgotten)
        room.look()
        assert room.find_begun("ada", "counter") is None

    run(begin())


def test_whose_own_page_is_come_back_to_before_the_turn_is_taken_takes_nobody_elses_seat(folder: Path) -> None:
    async def come() -> None:
        room = Room(make_config(folder, seats=2), cast("PageKernels", SlowKernels()))
        for kernel, visitor in (("one", "ada"), ("other", "bob")):
            room.leases.add(kernel, visitor, "counter", "10.0.0.2")
            room.leases.renew(kernel)
            room.leases.connect(kernel)
        room.leases.disconnect("one", left=True)
        place = room.admission.join("ada", "10.0.0.2")
        assert place.called is not None, "the seat of the page that was left"
        room.leases.connect("one")
        assert not room.admission.take(place), "it is kept: there is no third seat"
        assert not await room.admission.wait(place, 0)
        room.admission.advance()
        assert room.admission.number(place) == 1
        assert room.admission.waiting == 1
        room.leases.disconnect("one", left=True)
        room.look()
        assert await room.admission.wait(place, 0)
        assert room.admission.take(place)

    run(come())


def test_whose_own_seat_runs_out_before_the_turn_is_taken_takes_the_seat_that_is_free(folder: Path) -> None:
    async def come() -> None:
        room = Room(make_config(folder, seats=1), cast("PageKernels", SlowKernels()))
        room.leases.add("one", "ada", "counter", "10.0.0.2")
        room.leases.renew("one")
        place = room.admission.join("ada", "10.0.0.2")
        waiting = room.admission.join("bob", "10.0.0.3")
        room.release("one")
        assert waiting.called is None, "it was promised"
        assert room.admission.take(place)

    run(come())


class SlowKernels(dict[str, object]):
    """Kernels that are there once they are let start."""

    def __init__(self) -> None:
        super().__init__()
        self.started = asyncio.Event()

    async def start_kernel(self, **_named: object) -> None:
        await self.started.wait()
