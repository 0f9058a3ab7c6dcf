"""What cannot be saved is kept on the phone and sent again; the facilitator is told why and what to do meanwhile."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.disks import SmallDisk, small_disk
from tests.widgets.room import Laptop, Phone, Room, fill
from workshop_kit import visit
from workshop_kit.domain.course import Moment
from workshop_kit.environment import UNSAVED_FILE_VARIABLE, WAITING_VARIABLE
from workshop_kit.errors import StoreUnavailable
from workshop_kit.live import window
from workshop_kit.live.facilitator import trouble
from workshop_kit.live.participant import ParticipantWindow
from workshop_kit.live.unsaved import count_unsaved, make_counts
from workshop_kit.store.health import find_trouble
from workshop_kit.widgets import panel


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[SmallDisk]:
    with small_disk(tmp_path / "stick", 8) as mounted:
        yield mounted


@pytest.fixture
def room(disk: SmallDisk, monkeypatch: pytest.MonkeyPatch) -> Iterator[Room]:
    counts = disk.path / "unsaved"
    make_counts(counts)
    monkeypatch.setenv(UNSAVED_FILE_VARIABLE, str(counts))
    monkeypatch.setattr(panel, "_TRY_AFTER", -1.0)  # tests wait for nothing
    monkeypatch.setattr(trouble, "_LOOK_EVERY", 0.0)
    with Room(disk.path, monkeypatch, fill) as hall:
        yield hall


def write(phone: Phone, text: str, identifier: str) -> dict[str, Any]:
    """Send an idea as the phone's page does, and return what it hears."""
    heard: list[dict[str, Any]] = []
    ideas = phone.panels["ideas"]
    ideas.send = heard.append
    payload = {"challenge": "home", "text": text, "source": "lived"}
    ideas._receive(ideas, {"intention": "write_idea", "id": identifier, "payload": payload}, [])
    return heard[-1]


def told(laptop: Laptop) -> Any:
    """Return what every page of the facilitator says of trouble."""
    laptop.follow_once()
    return laptop.model("header")["trouble"]


def count_ideas(room: Room, text: str) -> int:
    return room.read(lambda hall: sum(idea.text == text for idea in hall.list_ideas()))


def test_on_a_full_disk_the_phone_keeps_and_once_freed_saves_once(room: Room, disk: SmallDisk) -> None:
    room.move(Moment.WRITING)
    phone, laptop = room.phone("browser"), room.laptop()
    assert told(laptop) is None
    disk.fill()
    answer = write(phone, "Un lavoir", "letter-1")
    assert answer == {
        "ack": "letter-1",
        "ok": False,
        "sentence": "Pas encore enregistré, gardé sur votre téléphone. Cela repart tout seul.",
        "waiting": True,
    }
    assert told(laptop) == {"code": "disk-full", "waiting": 1}
    assert write(phone, "Un lavoir", "letter-1")["waiting"]
    assert told(laptop) == {"code": "disk-full", "waiting": 1}

    disk.empty()
    assert write(phone, "Un lavoir", "letter-1")["ok"]
    assert write(phone, "Un lavoir", "letter-1")["ok"]
    assert count_ideas(room, "Un lavoir") == 1
    assert told(laptop) is None


def test_the_facilitator_is_told_of_a_full_disk_though_nobody_writes(room: Room, disk: SmallDisk) -> None:
    laptop = room.laptop()
    disk.fill()
    assert told(laptop) == {"code": "disk-full", "waiting": 0}
    disk.empty()
    assert laptop.do("header", "try_again") is None
    assert told(laptop) is None


def test_a_disk_gone_read_only_is_told(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    room.move(Moment.WRITING)
    phone, laptop = room.phone("browser"), room.laptop()
    connection = phone.window.store._database._watch  # type: ignore[attr-defined]
    connection.execute("PRAGMA query_only=ON")
    with monkeypatch.context() as locked:
        locked.setattr("workshop_kit.store.health._is_mounted_to_read", lambda _: True)
        assert write(phone, "Un four", "letter-2")["waiting"]
        assert told(laptop) == {"code": "folder-forbidden", "waiting": 1}
    connection.execute("PRAGMA query_only=OFF")
    assert write(phone, "Un four", "letter-2")["ok"]
    assert told(laptop) is None


def test_what_the_facilitator_presses_on_a_full_disk_is_refused_with_the_remedy_and_not_kept(
    room: Room, disk: SmallDisk
) -> None:
    laptop = room.laptop()
    disk.fill()
    answer = laptop.ask("remote", "set_read_first", read_first=False)
    assert not answer["ok"]
    assert "waiting" not in answer
    assert "plein" in answer["sentence"]
    assert told(laptop) == {"code": "disk-full", "waiting": 0}


def test_a_database_that_another_program_holds_is_told_as_late(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    room.move(Moment.WRITING)
    phone, laptop = room.phone("browser"), room.laptop()
    phone.window.store._database._watch.execute("PRAGMA busy_timeout=1")  # type: ignore[attr-defined]
    with closing(sqlite3.connect(room.folder / "workshop.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert write(phone, "Un banc", "letter-3")["waiting"]
        assert told(laptop) == {"code": "store-busy", "waiting": 1}
        other.execute("ROLLBACK")
    assert write(phone, "Un banc", "letter-3")["ok"]
    assert told(laptop) is None


def test_what_waits_in_line_behind_a_failure_is_not_tried_each_time(
    room: Room, disk: SmallDisk, monkeypatch: pytest.MonkeyPatch
) -> None:
    room.move(Moment.WRITING)
    phone = room.phone("browser")
    tries: list[str] = []
    answer = phone.panels["ideas"].answer

    def count(intention: object, payload: object, identifier: str) -> dict[str, Any]:
        tries.append(identifier)
        return answer(intention, payload, identifier)

    monkeypatch.setattr(phone.panels["ideas"], "answer", count)
    monkeypatch.setattr(panel, "_TRY_AFTER", 60.0)
    disk.fill()
    for _ in range(3):
        assert write(phone, "Un lavoir", "letter-4")["waiting"]
    assert len(tries) == 1


def test_a_header_that_cannot_be_read_any_more_still_says_why(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    laptop = room.laptop()
    title = laptop.model("header")["title"]

    def fail(_action: object) -> object:
        raise StoreUnavailable("folder-gone", folder="")

    monkeypatch.setattr(laptop.window.store, "read", fail)
    monkeypatch.setattr(trouble, "find_trouble", lambda *_, **__: StoreUnavailable("folder-gone", folder=""))
    assert told(laptop) == {"code": "folder-gone", "waiting": 0}
    assert laptop.model("header")["title"] == title


def test_counts_of_phones_that_left_go_stale(room: Room, disk: SmallDisk) -> None:
    from datetime import timedelta

    room.move(Moment.WRITING)
    phone = room.phone("browser")
    disk.fill()
    write(phone, "Un lavoir", "letter-5")
    assert count_unsaved(room.moment) == 1
    assert count_unsaved(room.moment + timedelta(seconds=61)) == 0


def test_a_page_that_sends_without_end_takes_no_memory_for_what_is_not_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(panel, "_TRY_AFTER", -1.0)
    monkeypatch.setattr(window, "UNSAVED_AT_MOST", 50)
    with Room(tmp_path, monkeypatch, fill) as hall:
        hall.move(Moment.WRITING)
        phone = hall.phone("browser")
        ideas = phone.panels["ideas"]
        ideas._bucket = None

        def fail(*_: object) -> object:
            raise StoreUnavailable("disk-full", folder="")

        monkeypatch.setattr(phone.window, "carry_out", fail)
        told = [write(phone, "Un lavoir", f"letter-{number}") for number in range(3 * panel.UNSAVED_KEPT)]
        assert all(one["waiting"] for one in told), "each is told that the phone keeps it"
        assert len(ideas._unsaved) == panel.UNSAVED_KEPT
        assert len(phone.window._unsaved) == 50


def test_what_nobody_could_save_in_a_rehearsal_is_counted_for_nobody_who_comes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Room(tmp_path, monkeypatch, fill) as hall:
        for name, value in (("_begun", None), ("_waiting", []), ("_rehearsed", [])):
            monkeypatch.setattr(visit, name, value)
        monkeypatch.setenv(WAITING_VARIABLE, "1")
        page = ParticipantWindow(hall.folder)
        page.on_rehearsal(lambda: page.note_unsaved("of nobody"))
        visit.rehearse_visit()
        assert page._unsaved == set()


def test_looking_writes_nothing_where_there_is_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "workshop.db").write_bytes(b"")
    monkeypatch.setattr("workshop_kit.store.health._try_writing", lambda folder: pytest.fail("it wrote"))
    monkeypatch.setattr("workshop_kit.store.health.SCARCE", 0)
    assert find_trouble(tmp_path) is None
    missing = find_trouble(tmp_path / "elsewhere")
    assert missing is not None
    assert missing.code == "folder-gone"


def test_nothing_that_a_phone_is_told_of_a_failing_disk_names_a_place(room: Room, disk: SmallDisk) -> None:
    room.move(Moment.WRITING)
    phone = room.phone("browser")
    disk.fill()
    assert str(disk.path) not in json.dumps(write(phone, "Un lavoir", "letter-6"))
