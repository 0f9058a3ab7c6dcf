"""Coming back to a full room: whoever joined has their seat again, before anybody who never did."""

from __future__ import annotations

import asyncio
import json
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.serving.running import PAGES, Running, make_config, run, until
from tests.serving.visitor import Visitor, opened
from workshop_kit.serving.close_codes import RESTED
from workshop_kit.serving.config import ServerConfig
from workshop_kit.serving.seated import REMEMBERED, SEATED_FILE, Seated

SEATS = 2


def configure(folder: Path, seats: int = SEATS) -> ServerConfig:
    return make_config(folder, pages={"keeping": PAGES / "keeping.ipynb"}, seats=seats)


@pytest.fixture
def hall(folder: Path) -> Iterator[Running]:
    """A room of two seats, whose page says when somebody took one."""
    with Running(configure(folder)) as running:
        yield running


async def join(port: int, number: int = SEATS) -> list[Visitor]:
    """Have as many people join."""
    people = [Visitor(port) for _ in range(number)]
    for person in people:
        assert await person.visit() == 1
    return people


async def come(port: int) -> Visitor:
    """Have somebody open the page who does not join."""
    newcomer = Visitor(port)
    await newcomer.open_page()
    await newcomer.connect()
    await newcomer.ask_states()
    return newcomer


async def loads_at_once(person: Visitor) -> bool:
    """Load the page once; tell whether it came, and no waiting page in its stead."""
    return "page-config" in (await person.get("/")).body.decode()


def test_a_reload_in_a_full_room_gets_its_own_seat_though_somebody_waits(hall: Running) -> None:
    async def visit() -> None:
        people = await join(hall.port)
        waiting = Visitor(hall.port)
        assert not await loads_at_once(waiting)
        coming = asyncio.create_task(waiting.open_page())
        for _ in range(3):
            for person in people:
                person.close(1001)
                assert await loads_at_once(person), "the seat of the page that was left is that of the reload"
                await person.open_page()
                await person.connect()
                await person.ask_states()
        assert not coming.done()
        people[0].close(1001)
        await coming

    run(visit())


def test_a_reload_whose_request_overtakes_the_end_of_the_old_page_gets_its_seat_too(hall: Running) -> None:
    async def visit() -> None:
        first, _ = await join(hall.port)
        loading = asyncio.create_task(loads_at_once(first))
        await asyncio.sleep(0)
        first.close(1001)
        assert await loading

    run(visit())


def test_a_second_tab_in_a_full_room_ends_neither_the_first_nor_the_page_of_somebody_else(hall: Running) -> None:
    async def visit() -> None:
        (person,) = await join(hall.port, 1)
        newcomer = await come(hall.port)
        tab = Visitor(hall.port, cookies=dict(person.cookies))
        assert not await loads_at_once(tab)
        assert await person.click() == 2
        assert await newcomer.click() == 1

    run(visit())


def test_a_page_that_fell_silent_gives_its_seat_to_the_reload_within_seconds(hall: Running) -> None:
    async def visit() -> None:
        first, _ = await join(hall.port)
        _, stream = opened[0]
        stream.io_loop.remove_handler(stream.socket)  # the network is gone: nothing is answered, not even a ping
        again = Visitor(hall.port, cookies=dict(first.cookies))
        await asyncio.wait_for(again.open_page(), 15)

    run(visit())


def test_after_a_crash_those_who_joined_come_before_those_who_never_did(folder: Path) -> None:
    async def before(running: Running) -> list[Visitor]:
        people = await join(running.port)
        await until((folder / "run" / SEATED_FILE).exists)
        await until(lambda: len(json.loads((folder / "run" / SEATED_FILE).read_text())["seated"]) == SEATS)
        return people

    async def after(running: Running, people: list[Visitor]) -> None:
        newcomers = [await come(running.port) for _ in range(SEATS)]
        waiting = Visitor(running.port)
        assert not await loads_at_once(waiting)
        coming = asyncio.create_task(waiting.open_page())
        for person in people:
            person.port = running.port
            assert await person.visit() == 1
        assert [await one.hear_the_end() for one in newcomers] == [RESTED] * SEATS
        said = (await newcomers[0].get("/?lang=fr")).body.decode()
        assert "sa place est allée à quelqu’un qui attendait" in said
        assert not coming.done()
        late = Visitor(running.port)
        assert not await loads_at_once(late), "nobody who joined makes way"
        people[0].close(1001)
        await coming

    killed = Running(configure(folder)).__enter__()
    people = run(before(killed))
    killed.process.kill()
    killed.process.wait()
    for stream in (killed.process.stdin, killed.process.stdout):
        assert stream is not None
        stream.close()
    with Running(configure(folder)) as running:
        run(after(running, people))


def test_a_cookie_alone_ends_nobodys_page_nor_comes_before_anybody(hall: Running) -> None:
    async def visit() -> None:
        known = await come(hall.port)
        known.close(1001)
        await until(lambda: not hall.kernels())
        newcomers = [await come(hall.port) for _ in range(SEATS)]
        waiting = Visitor(hall.port)
        assert not await loads_at_once(waiting)
        assert not await loads_at_once(known)
        asked = [json.loads((await one.get("/api/queue")).body)["place"] for one in (waiting, known)]
        assert asked[0] == 1
        assert [await one.click() for one in newcomers] == [1] * SEATS

    run(visit())


def test_whoever_gave_the_seat_back_is_a_newcomer_again(hall: Running) -> None:
    async def visit() -> None:
        (person,) = await join(hall.port, 1)
        assert await person.click() == 2  # the seat is given back
        person.close(1001)
        await until(lambda: not hall.kernels())
        for _ in range(SEATS):
            await come(hall.port)
        assert not await loads_at_once(person)

    run(visit())


# -- what is remembered ------------------------------------------------------------------------------------------------


def test_who_joined_is_known_again_by_a_digest_for_the_owner_alone(tmp_path: Path) -> None:
    seated = Seated(tmp_path)
    seated.add("a" * 32)
    seated.add("b" * 32)
    seated.discard("b" * 32)
    seated.save()
    file = tmp_path / SEATED_FILE
    assert "a" * 32 not in file.read_text()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    again = Seated(tmp_path)
    assert "a" * 32 in again
    assert "b" * 32 not in again
    assert None not in again


@pytest.mark.parametrize("text", ["", "[1]", '{"key": "00", "seated": []}', '{"key": 1}', '{"seated": [1]}', "\xff"])
def test_a_damaged_memory_of_who_joined_is_begun_anew(tmp_path: Path, text: str) -> None:
    (tmp_path / SEATED_FILE).write_text(text, encoding="latin-1")
    seated = Seated(tmp_path)
    seated.add("a" * 32)
    seated.save()
    assert "a" * 32 in Seated(tmp_path)


def test_who_joined_is_a_bounded_number(tmp_path: Path) -> None:
    seated = Seated(tmp_path)
    for number in range(REMEMBERED + 1):
        seated.add(str(number))
    assert "0" not in seated
    assert "1" in seated


def test_a_folder_that_takes_nothing_stops_nobody(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    seated = Seated(tmp_path / "file")
    seated.add("a")
    seated.save()
    assert "a" in seated
    assert [one.name for one in tmp_path.iterdir()] == ["file"]
