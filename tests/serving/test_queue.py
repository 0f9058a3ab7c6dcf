"""The queue before the kernels, as browsers see it."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.serving.running import Running, make_config, run, until
from tests.serving.visitor import Visitor


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
