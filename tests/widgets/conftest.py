"""The room of the tests, filled as a test wants it, and the facilitator's laptop in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.widgets.room import Filling, Laptop, Room

MakeRoom = Callable[..., Room]


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
def laptop(room: Room) -> Laptop:
    """The facilitator's page in the room of a test."""
    return room.laptop()
