"""What a server reports to whoever started it: visits that came through, by kind alone, and the seats taken."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from workshop_kit.serving import room as room_module
from workshop_kit.serving.config import ServerConfig
from workshop_kit.serving.origins import Origin
from workshop_kit.serving.room import PageSocket, Room


class Socket:
    """A websocket that says nothing."""

    def close(self, code: int | None = None, reason: str | None = None) -> None:
        pass

    def tell(self, word: str) -> None:
        pass

    def feel_pulse(self, *, soon: bool = False) -> None:
        pass


@pytest.fixture
def told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Room, list[Any]]:
    monkeypatch.setattr(room_module, "find_origin", lambda address: Origin("network", "192.168.1.24"))
    room = Room(ServerConfig({}, tmp_path, "room"), cast("Any", SimpleNamespace()))
    reports: list[Any] = []
    room.report = reports.append
    return room, reports


def test_a_visit_is_reported_once_its_page_has_connected_and_not_again_when_it_comes_back(
    told: tuple[Room, list[Any]],
) -> None:
    room, reports = told
    room.leases.add("k", "v", "participant", "192.168.1.77")
    assert reports == []
    first: PageSocket = Socket()
    room.connected("k", first)
    assert reports == [{"visit": {"page": "participant", "origin": "network", "way": "192.168.1.24"}}]
    room.disconnected("k", first, left=False)
    room.connected("k", Socket())
    assert len([one for one in reports if "visit" in one]) == 1


def test_a_report_tells_nothing_of_who_came(told: tuple[Room, list[Any]]) -> None:
    room, reports = told
    room.leases.add("kernel", "visitor-id", "participant", "192.168.1.77")
    room.connected("kernel", Socket())
    assert "192.168.1.77" not in str(reports)
    assert "visitor-id" not in str(reports)


def test_the_seats_taken_are_reported_when_they_change(told: tuple[Room, list[Any]]) -> None:
    room, reports = told
    room.look()
    room.leases.add("a", "v", "participant", "x")
    room.leases.add("b", "w", "participant", "y")
    room.look()
    room.look()
    room.leases.remove("a")
    room.look()
    assert [one["seats"] for one in reports if "seats" in one] == [2, 1]
