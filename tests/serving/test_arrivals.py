"""A device that reaches the laptop is told on, whatever it is answered: now and then, and without its address."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Final, cast

import pytest
from tornado.httpclient import AsyncHTTPClient
from tornado.httpserver import HTTPServer
from tornado.testing import bind_unused_port
from tornado.web import Application

from tests.serving.running import make_config, run
from workshop_kit.serving import handlers
from workshop_kit.serving.arrivals import AGAIN_AFTER, AT_MOST, Arrivals
from workshop_kit.serving.doorkeeper import Doorkeeper
from workshop_kit.serving.handlers import PageHandler
from workshop_kit.serving.origins import Origin
from workshop_kit.serving.room import Room

PHONE: Final = "192.168.1.77"


class Heard:
    """Arrivals from a network, with a clock moved by hand."""

    def __init__(self, kind: str = "network") -> None:
        self.at, self.told = 0.0, list[Any]()
        origin = Origin(cast("Any", kind), "192.168.1.24")
        self.arrivals = Arrivals(self.told.append, origin=lambda _address: origin, clock=lambda: self.at)

    @property
    def answers(self) -> list[str]:
        return [one["arrival"]["answered"] for one in self.told]


def test_an_arrival_is_told_once_in_a_while_each_answer_apart_and_without_the_address() -> None:
    heard = Heard()
    for answered in ("door", "door", "page", "door"):
        heard.arrivals.note(PHONE, answered)
    assert heard.answers == ["door", "page"]
    assert PHONE not in str(heard.told)
    heard.at += AGAIN_AFTER
    heard.arrivals.note(PHONE, "page")
    assert heard.answers == ["door", "page", "page"], "a test that is made again sees the phone again"


def test_a_crowd_of_addresses_is_told_up_to_a_bound() -> None:
    heard = Heard()
    for number in range(3 * AT_MOST):
        heard.arrivals.note(f"fd00::{number:x}", "page")
    assert len(heard.told) == AT_MOST


def test_this_laptop_itself_has_proved_nothing() -> None:
    heard = Heard("this-machine")
    heard.arrivals.note("127.0.0.1", "page")
    assert heard.told == []


def _fill(room: Room) -> None:
    room.is_ready = True
    room.leases.add("kernel", "somebody", "participant", "192.168.1.9")


def _ask_words(room: Room) -> None:
    room.is_ready = True


def _close_door(room: Room) -> None:
    room.doorkeeper.refuses = lambda *_: True  # type: ignore[method-assign]


@pytest.mark.parametrize(
    ("happens", "answered"),
    [
        (lambda _room: None, "page"),  # pages are not finished yet: a few words, and the page comes
        (_fill, "full"),
        (_ask_words, "door"),
        (_close_door, "closed"),
    ],
)
def test_every_page_that_is_asked_for_is_an_arrival(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, happens: Callable[[Room], None], answered: str
) -> None:
    monkeypatch.setattr(handlers, "PATIENCE", 0.01)
    monkeypatch.setattr(Doorkeeper, "asks_words", property(lambda _self: happens is _ask_words))
    room = Room(make_config(tmp_path, seats=1), cast("Any", SimpleNamespace()))
    heard = Heard()
    room.arrivals = heard.arrivals
    happens(room)

    async def ask() -> None:
        socket, port = bind_unused_port()
        site = Application([("/", PageHandler, {"page": "participant"})], room=room, cookie_secret="secret")
        server = HTTPServer(site)
        server.add_socket(socket)
        try:
            await AsyncHTTPClient().fetch(f"http://127.0.0.1:{port}/", raise_error=False)
        finally:
            server.stop()

    run(ask())
    assert heard.answers == [answered]
