"""A page that asks without end is answered at a measured pace, in order, and whoever taps as people do never waits."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.widgets.room import Laptop, Page, Room, Stopwatch, fill
from workshop_kit.domain.course import Moment
from workshop_kit.i18n import Translator
from workshop_kit.widgets.bucket import A_SECOND, AT_ONCE, WAITING_AT_MOST, Bucket


class Filled:
    """A bucket with a clock moved by hand, and what was let through."""

    def __init__(self) -> None:
        self.watch = Stopwatch()
        self.bucket = Bucket(self.watch, self.watch.later)
        self.done: list[str] = []

    def ask(self, name: str) -> bool:
        return self.bucket.ask(name, lambda: self.done.append(name))


def test_a_phone_that_was_away_sends_all_it_kept_at_once() -> None:
    filled = Filled()
    assert all(filled.ask(f"{number}") for number in range(AT_ONCE))
    assert len(filled.done) == AT_ONCE


def test_who_taps_three_times_a_second_for_ten_minutes_never_waits() -> None:
    filled = Filled()
    for number in range(1800):
        filled.ask(f"{number}")
        assert filled.done[-1] == f"{number}"
        filled.watch.pass_time(1 / 3)


def test_what_comes_too_fast_waits_and_comes_in_order() -> None:
    filled = Filled()
    asked = [f"{number}" for number in range(AT_ONCE + WAITING_AT_MOST)]
    assert all(map(filled.ask, asked))
    assert filled.done == asked[:AT_ONCE]
    for _ in range(WAITING_AT_MOST):
        before = len(filled.done)
        filled.watch.pass_time(1 / A_SECOND)
        assert len(filled.done) == before + 1
    assert filled.done == asked


def test_what_waits_already_waits_once_and_more_than_a_bucketful_is_refused() -> None:
    filled = Filled()
    asked = [f"{number}" for number in range(AT_ONCE + WAITING_AT_MOST)]
    assert all(map(filled.ask, asked))
    assert filled.ask(asked[-1])
    assert not filled.ask("one more")
    filled.watch.pass_time(1 / A_SECOND)
    assert filled.ask("one more")


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Room:
    return Room(tmp_path, monkeypatch, fill)


def listen(page: Page, panel: str, monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    said: list[dict[str, Any]] = []
    monkeypatch.setattr(page.panels[panel], "send", lambda content, buffers=None: said.append(content))
    return said


def send(page: Page, panel: str, intention: str, number: int, **payload: object) -> None:
    letter = {"id": f"letter-{number}", "intention": intention, "payload": payload}
    page.panels[panel]._receive(page.panels[panel], letter, None)


def test_a_flood_from_one_phone_is_refused_in_words_without_touching_the_store(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    with room:
        room.move(Moment.WRITING)
        phone, watch = room.phone().join("Merle"), Stopwatch()
        for panel in phone.panels.values():
            panel._bucket = Bucket(watch, watch.later)
        said = listen(phone, "ideas", monkeypatch)
        for number in range(AT_ONCE + WAITING_AT_MOST + 5):
            text = f"Une idée, la numéro {number}"
            send(phone, "ideas", "write_idea", number, challenge="home", text=text, source=None, wording=None)
        assert len([one for one in said if one["ok"]]) == AT_ONCE
        refused = [one for one in said if not one["ok"]]
        assert {one["sentence"] for one in refused} == {Translator("fr")("errors.sent-too-fast")}
        assert len(refused) == 5
        watch.pass_time(1 / A_SECOND)
        assert said[-1]["ack"] == f"letter-{AT_ONCE}"


def test_what_nobody_may_ask_is_paced_as_well(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    with room:
        phone, watch = room.phone().join("Merle"), Stopwatch()
        for panel in phone.panels.values():
            panel._bucket = Bucket(watch, watch.later)
        said = listen(phone, "ideas", monkeypatch)
        for number in range(AT_ONCE + WAITING_AT_MOST + 5):
            send(phone, "ideas", ("no_such_thing", "open_room", "")[number % 3], number)
        too_fast = Translator("fr")("errors.sent-too-fast")
        assert len([one for one in said if one["sentence"] != too_fast]) == AT_ONCE
        assert len([one for one in said if one["sentence"] == too_fast]) == 5


def test_the_facilitator_is_paced_by_nothing(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    with room:
        laptop: Laptop = room.laptop()
        said = listen(laptop, "course", monkeypatch)
        for number in range(AT_ONCE + WAITING_AT_MOST + 5):
            send(laptop, "course", "name_tables", number, challenge="home", tables=f"{number}")
        assert len(said) == AT_ONCE + WAITING_AT_MOST + 5
        assert all(one["ok"] for one in said)


def test_all_panels_of_a_page_share_one_pace(room: Room) -> None:
    with room:
        phone, other = room.phone("one"), room.phone("another")
        assert len({id(panel._bucket) for panel in phone.panels.values()}) == 1
        assert other.panels["join"]._bucket is not phone.panels["join"]._bucket
