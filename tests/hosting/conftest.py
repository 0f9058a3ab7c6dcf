"""A house of its own in a temporary folder, with networks that are told and rooms that start at once."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from workshop_kit.domain.course import Role
from workshop_kit.errors import WorkshopError
from workshop_kit.hosting.addresses import Addresses
from workshop_kit.hosting.house import House
from workshop_kit.hosting.networks import Adapter, list_networks
from workshop_kit.hosting.options import ServeOptions
from workshop_kit.hosting.ways import Showing, Ways

WIFI = Adapter("wlan0", "wlan0", ("192.168.1.24",))
CABLE = Adapter("eth0", "eth0", ("10.1.2.3",))
VPN = Adapter("tun0", "tun0", ("10.8.0.6",))


class QuickServers:
    """Servers that are there at once and start nothing; what they were told stands in ``made``."""

    made: list[QuickServers]
    failing: WorkshopError | None = None

    def __init__(
        self,
        options: ServeOptions,
        on_report: Callable[..., None],
        *,
        lets_in: bool,
        ways: Ways,
        on_showing: Callable[[Showing], None],
    ) -> None:
        self.options, self.report, self.lets_in = options, on_report, lets_in
        self.ways, self.on_showing = ways, on_showing
        self.showing = ways.look()
        self.addresses = Addresses(
            f"http://{self.showing.host}:8866/", "http://127.0.0.1:8867/?token=t", "http://127.0.0.1:8868/"
        )
        self.broken: WorkshopError | None = None
        type(self).made.append(self)

    def __enter__(self) -> QuickServers:
        if self.failing is not None:
            raise self.failing
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def let_in(self, seats: int) -> None:
        self.lets_in = True

    def follow_address(self) -> None:
        if self.ways.look() != self.showing:
            self.showing = self.ways.look()
            shown = f"http://{self.showing.host}:8866/"
            self.addresses = Addresses(shown, self.addresses.facilitator, self.addresses.screen)
            self.on_showing(self.showing)

    def watch(self, ended: threading.Event) -> None:
        while not ended.wait(0.01):
            if self.broken is not None:
                raise self.broken

    def visit(self, origin: str = "network", way: str = "192.168.1.24") -> None:
        """Report a visit as the participants' server does."""
        self.report(Role.PARTICIPANT, {"visit": {"page": "participant", "origin": origin, "way": way}})

    def arrive(self, answered: str, way: str = "192.168.1.24") -> None:
        """Report a device that asked for a page, as the participants' server does."""
        self.report(Role.PARTICIPANT, {"arrival": {"answered": answered, "way": way}})


@pytest.fixture
def servers(monkeypatch: pytest.MonkeyPatch) -> type[QuickServers]:
    class Fresh(QuickServers):
        pass

    Fresh.made = []
    monkeypatch.setattr("workshop_kit.hosting.rooms.Servers", Fresh)
    return Fresh


class Clock:
    """A clock that is moved by hand."""

    def __init__(self) -> None:
        self.at = datetime(2026, 11, 24, 17, 20, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.at

    def pass_seconds(self, seconds: float) -> None:
        self.at += timedelta(seconds=seconds)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    folder = tmp_path / "Documents" / "Ateliers"
    folder.mkdir(parents=True)
    return folder


@pytest.fixture
def house(tmp_path: Path, shelf: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> Iterator[House]:
    monkeypatch.delenv("WORKSHOP_KIT_STORE", raising=False)
    monkeypatch.setattr("workshop_kit.hosting.ways.find_routed_address", lambda: "192.168.1.24")
    state = tmp_path / "state"
    state.mkdir()
    made = House(state, networks=lambda: list_networks([WIFI, CABLE, VPN]), now=clock)
    made.move_shelf(str(shelf))
    with made:
        yield made


def start(house: House, title: str = "Personne ne reste seul", **more: Any) -> str:
    """Make a workshop and return its id."""
    return house.start_workshop(title=title, territory="Sainte-Aure", **more)["workshop"]


def await_state(house: House, workshop: str, *states: str) -> None:
    """Wait until a room is in one of some states; fail if it comes to rest elsewhere."""
    done = threading.Event()
    for _ in range(500):
        if house.standing_of(workshop).state in states:
            return
        done.wait(0.02)
    raise AssertionError(f"the room is {house.standing_of(workshop)}")


def await_number(house: House, before: int) -> None:
    """Wait until the house counted one more thing that moved on the home page."""
    done = threading.Event()
    for _ in range(500):
        if house.numbers()["home"] > before:
            return
        done.wait(0.02)
    raise AssertionError("nothing moved on the home page")
