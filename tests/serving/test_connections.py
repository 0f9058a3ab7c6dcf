"""Connections that hold on to nothing: half-open ones, slow ones, too many of one address."""

from __future__ import annotations

import socket
import time
from pathlib import Path
from typing import Any, cast

from tests.serving.running import Running, make_config, run, until
from tests.serving.visitor import Visitor
from workshop_kit.serving import connections
from workshop_kit.serving.connections import ASKS_WITHIN, HEARS_WITHIN, RESTS_FOR, TAKES_WITHIN, Connections


class Stream:
    """A stream that tells whether it was closed."""

    def __init__(self) -> None:
        self.is_closed = self.is_writing = False

    def close(self) -> None:
        self.is_closed = True

    def closed(self) -> bool:
        return self.is_closed

    def writing(self) -> bool:
        return self.is_writing


class Door:
    """The connections of a room whose clock the test holds."""

    def __init__(self, seats: int = 10, descriptors: int = 4096) -> None:
        self.now = 0.0
        self.held = Connections(seats, descriptors, clock=lambda: self.now)

    def open(self, address: str = "10.0.0.1") -> Stream:
        stream = Stream()
        if not self.held.admit(cast("Any", stream), address):
            stream.close()
        self.now += 0.001
        return stream


def test_a_connection_that_asks_for_nothing_is_closed_soon() -> None:
    door = Door()
    silent, asking = door.open(), door.open()
    door.held.hear(asking)
    door.now += ASKS_WITHIN + 1
    door.held.sweep()
    assert (silent.is_closed, asking.is_closed, len(door.held)) == (True, False, 1)


def test_one_that_rests_or_does_not_take_its_answer_is_closed_in_the_end() -> None:
    door = Door()
    resting, taking = door.open(), door.open()
    for one in (resting, taking):
        door.held.hear(one)
    door.held.rest(resting)
    door.now += RESTS_FOR
    door.held.sweep()
    assert not resting.is_closed
    door.now += TAKES_WITHIN - RESTS_FOR + 1
    door.held.sweep()
    assert resting.is_closed
    assert taking.is_closed


def test_a_pages_own_connection_lives_as_long_as_it_hears() -> None:
    door = Door()
    page = door.open()
    door.held.hear(page)
    door.held.end(page)
    door.now += 1e6
    door.held.sweep()
    assert not page.is_closed
    page.is_writing = True
    door.held.sweep()
    door.now += HEARS_WITHIN + 1
    door.held.sweep()
    assert page.is_closed


def test_a_newcomer_takes_the_place_of_the_one_that_has_said_nothing_for_longest() -> None:
    door = Door(seats=10, descriptors=400)  # room for 192
    served = door.open("10.0.0.5")
    door.held.hear(served)
    half_open = [door.open(f"10.0.1.{number % 4}") for number in range(400)]
    assert len(door.held) <= 192
    newcomer = door.open("10.0.0.6")
    assert not newcomer.is_closed
    assert not served.is_closed
    assert half_open[0].is_closed


def test_one_address_cannot_take_every_connection() -> None:
    door = Door(seats=10, descriptors=65536)
    for _ in range(1000):
        door.held.hear(door.open())
    assert len(door.held) == connections.FEWEST
    assert not door.open("10.0.0.2").is_closed


def test_a_room_behind_one_address_has_all_the_connections_it_needs() -> None:
    door = Door(seats=200, descriptors=65536)
    for _ in range(200 * 7):
        stream = door.open()
        door.held.hear(stream)
        assert not stream.is_closed


def test_half_open_connections_do_not_keep_a_visitor_out(folder: Path) -> None:
    async def visit(running: Running) -> None:
        held = []
        for number in range(400):
            one = socket.create_connection(("127.0.0.1", running.port))
            held.append(one)
            if number % 2:
                one.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\n")
        visitor = Visitor(running.port)
        assert await visitor.visit() == 1
        began = time.monotonic()
        await until(lambda: _count(running) < 10, seconds=ASKS_WITHIN + 20)
        assert time.monotonic() - began < ASKS_WITHIN + 15
        assert await visitor.click() == 2
        visitor.close()
        for one in held:
            one.close()

    with Running(make_config(folder, seats=4)) as running:
        run(visit(running))


def _count(running: Running) -> int:
    import psutil

    found = psutil.Process(running.process.pid).net_connections("tcp")
    return sum(1 for one in found if one.status == psutil.CONN_ESTABLISHED and one.laddr.port == running.port)
