"""Whatever dies first, nothing is left behind."""

from __future__ import annotations

import asyncio
import json
import signal
from pathlib import Path

import psutil
import pytest

from tests.serving.running import Running, is_alive, make_config, run, until
from tests.serving.visitor import Visitor
from workshop_kit.entrance import ENTRANCE_FOLDER, write_code
from workshop_kit.i18n import Translator
from workshop_kit.serving import KernelMode
from workshop_kit.serving.close_codes import CLOSED, OVER, say_farewell

QUEUE, DOOR = "/api/queue", "/api/queue?door=1"
MODES = [
    pytest.param(KernelMode.FORK, marks=pytest.mark.linux),
    KernelMode.PREHEAT,
    KernelMode.SPAWN,
]


def start(folder: Path, mode: KernelMode) -> Running:
    """Start a server that is expected to die."""
    return Running(make_config(folder, kernels=mode, seats=6, ahead=2)).__enter__()


def close(running: Running) -> None:
    """Close what remains of a server that died."""
    for stream in (running.process.stdin, running.process.stdout):
        assert stream is not None
        stream.close()


async def three_visitors(running: Running) -> list[Visitor]:
    visitors = [Visitor(running.port) for _ in range(3)]
    await asyncio.gather(*(visitor.visit() for visitor in visitors))
    assert len(running.look()) >= 3
    return visitors


@pytest.mark.parametrize(
    ("word", "reason"),
    [(say_farewell(over=True), OVER), (say_farewell(over=False), CLOSED), (b"", None)],
)
def test_pages_are_told_that_the_room_was_closed_and_nothing_where_nobody_closed_it(
    folder: Path, word: bytes, reason: str | None
) -> None:
    async def visit() -> None:
        visitor = Visitor(running.port)
        await visitor.visit()
        running.look()
        assert running.process.stdin is not None
        running.process.stdin.write(word)
        running.process.stdin.close()
        await visitor.hear_the_end()
        assert visitor.socket is not None
        assert (visitor.socket.close_reason or None) == reason

    with Running(make_config(folder, seats=2, ahead=1)) as running:
        run(visit())


async def hear_the_end_of(visitor: Visitor, path: str) -> object:
    """Ask as often as a page that waits does, each time for as long as the question is held."""
    while "closed" not in (answer := json.loads((await visitor.get(path)).body)):
        pass
    return answer


@pytest.mark.parametrize(("over", "reason"), [(True, OVER), (False, CLOSED)])
def test_those_who_wait_for_a_seat_or_at_the_door_are_told_that_the_room_was_closed(
    folder: Path, over: bool, reason: str
) -> None:
    async def visit() -> None:
        guest = Visitor(running.port)
        await guest.visit()
        waiting, late = Visitor(running.port), Visitor(running.port)
        assert "page-config" not in (await waiting.get("/")).body.decode()
        write_code(folder / "run" / ENTRANCE_FOLDER, "tilleul cuivre matin loutre")
        stranger = Visitor(running.port)
        assert "name=door" in (await stranger.get("/")).body.decode()
        write_code(folder / "run" / ENTRANCE_FOLDER, "")
        asked = [asyncio.create_task(hear_the_end_of(one, path)) for one, path in ((waiting, QUEUE), (stranger, DOOR))]
        await asyncio.sleep(0)
        assert json.loads((await waiting.get("/api/queue?door=1")).body) == {"asks": False}
        running.look()
        assert running.process.stdin is not None
        running.process.stdin.write(say_farewell(over=over))
        running.process.stdin.close()
        await guest.hear_the_end()
        said = (await late.get("/?lang=en")).body.decode()
        assert Translator("en")(f"serving.waiting.{reason}") in said.partition("<script")[0]
        assert (await late.get("/api/alive")).code == 503, "a page that was told stays as it is"
        assert [await one for one in asked] == [{"closed": reason}] * 2

    with Running(make_config(folder, seats=1, ahead=1)) as running:
        run(visit())


@pytest.mark.posix
@pytest.mark.parametrize(
    ("mode", "number"),
    [(KernelMode.AUTO, signal.SIGTERM), (KernelMode.AUTO, signal.SIGINT), (KernelMode.PREHEAT, signal.SIGTERM)],
)
def test_a_server_asked_to_end_takes_everything_with_it(folder: Path, mode: KernelMode, number: int) -> None:
    async def visit() -> None:
        await three_visitors(running)
        running.process.send_signal(number)
        await until(lambda: running.process.poll() is not None, 10)
        assert running.process.returncode == 0
        assert not running.alive()

    running = start(folder, mode)
    run(visit())
    close(running)


@pytest.mark.parametrize("mode", MODES)
def test_a_server_that_is_killed_leaves_no_orphans(folder: Path, mode: KernelMode) -> None:
    async def visit() -> None:
        await three_visitors(running)
        running.process.kill()
        running.process.wait()
        await until(lambda: not running.alive(), 10)

    running = start(folder, mode)
    run(visit())
    close(running)


@pytest.mark.parametrize("mode", MODES)
def test_the_end_of_the_supervisor_is_the_end_of_the_server(folder: Path, mode: KernelMode) -> None:
    async def visit() -> None:
        await three_visitors(running)
        assert running.process.stdin is not None
        running.process.stdin.close()
        await until(lambda: running.process.poll() is not None and not running.alive(), 10)

    running = start(folder, mode)
    run(visit())
    close(running)


@pytest.mark.linux
def test_a_fork_server_that_is_killed_takes_its_copies_along_and_is_started_again(folder: Path) -> None:
    async def visit(running: Running) -> None:
        visitors = await three_visitors(running)
        (server,) = psutil.Process(running.process.pid).children()
        copies = server.children()
        assert len(copies) == 3
        server.kill()
        await until(lambda: not any(is_alive(copy) for copy in copies))
        await visitors[0].hear_the_end()
        assert await visitors[0].visit() == 1
        visitors[0].close()

    with Running(make_config(folder)) as running:
        run(visit(running))


@pytest.mark.linux  # counts descriptors in /proc
def test_visitors_who_come_and_go_leave_nothing_open(folder: Path) -> None:
    async def round_of_visits(running: Running) -> int:
        visitors = await three_visitors(running)
        for visitor in visitors:
            visitor.close(1001)
        await until(lambda: not running.kernels())
        return int(psutil.Process(running.process.pid).num_fds())

    async def visit(running: Running) -> None:
        before = await round_of_visits(running)
        for _ in range(2):
            await round_of_visits(running)
        await until(lambda: psutil.Process(running.process.pid).num_fds() <= before + 2)

    with Running(make_config(folder)) as running:
        run(visit(running))
