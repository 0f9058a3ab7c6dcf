"""The room of the tests, filled as a test wants it, and the pages that are open in it: the facilitator's and ana's."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.widgets.room import ANAS, Filling, Laptop, Phone, Room, fill
from workshop_kit.domain.course import Moment

MakeRoom = Callable[..., Room]


@pytest.fixture(autouse=True)
def words_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Suggest by words: a page of a test loads no model of meaning, also where one is installed."""
    monkeypatch.setattr("workshop_kit.live.facilitator.likening.is_installed", lambda: False)


@pytest.fixture
def make_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MakeRoom]:
    """Make the room of a test, filled by the functions that are given."""
    made: list[Room] = []

    def make(*fillings: Filling) -> Room:
        made.append(Room(tmp_path / f"{len(made)}", monkeypatch, *fillings))
        return made[-1]

    yield make
    for room in made:
        room.close()


@pytest.fixture
def make_missions(make_room: MakeRoom) -> MakeRoom:
    """Make the room of a test, filled, at its missions; the functions that are given change it before it goes there."""

    def make(*fillings: Filling) -> Room:
        room = make_room(fill, *fillings)
        room.move(Moment.MISSIONS)
        return room

    return make


@pytest.fixture
def laptop(room: Room) -> Laptop:
    """The facilitator's page in the room of a test."""
    return room.laptop()


@pytest.fixture
def ana(room: Room) -> Phone:
    """Ana's phone in the room of a test, which is filled."""
    return room.phone(ANAS)


@pytest.fixture
def kept(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """What the pages opened from here on say of whether they matter to somebody, in order."""
    said: list[bool] = []
    monkeypatch.setattr("workshop_kit.visit._keeper", said.append)
    return said
