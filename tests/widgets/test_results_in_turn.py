"""New results on the phones of a full room: the laptop and the screen have them first, each phone in its own turn."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.widgets.conftest import MakeRoom
from tests.widgets.room import ANAS, NOON, Phone, Room, fill
from workshop_kit.domain.course import Moment
from workshop_kit.domain.model import Category, Origin, Participant
from workshop_kit.live.participant.following import APART, APART_AT_MOST, AT_ONCE, BEFORE, find_share
from workshop_kit.live.window import LOOK_EVERY
from workshop_kit.store import Repository


def seat_many(number: int) -> Callable[[Repository], None]:
    """Have so many more people in the room."""

    def seat(hall: Repository) -> None:
        for one in range(number):
            hall.add_participant(
                Participant(f"guest-{one}", f"Invité {one}", Category.OTHER.value, "", Origin.ROOM, NOON)
            )

    return seat


@pytest.fixture
def pauses(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Have a page wait for nothing, and note for how long it would have."""
    noted: list[float] = []
    really = asyncio.sleep

    async def sleep(seconds: float) -> None:
        if seconds != LOOK_EVERY:
            noted.append(seconds)
        await really(0)

    monkeypatch.setattr(asyncio, "sleep", sleep)
    return noted


def play(room: Room, act: Callable[[Phone], object], *, until: Callable[[Phone], bool]) -> Phone:
    """Open ana's phone, whose page follows by itself, do something, and wait until the phone shows it."""

    async def run() -> Phone:
        phone = room.phone(ANAS)
        act(phone)
        for _ in range(1000):
            if until(phone):
                return phone
            await asyncio.sleep(LOOK_EVERY)  # in no time: see ``pauses``
        raise AssertionError("the phone shows nothing of it")

    return asyncio.run(run())


def shows_results(phone: Phone) -> bool:
    return any(one["stage"] == "results" for one in phone.model("vote").get("challenges", ()))


def people_in(room: Room) -> int:
    return len(room.read(lambda hall: hall.list_attending()))


def vote(make_room: MakeRoom, number: int) -> Room:
    room = make_room(fill, seat_many(number))
    room.walk_to(Moment.VOTE)
    return room


def test_phones_of_a_small_room_show_results_at_once(make_room: MakeRoom, pauses: list[float]) -> None:
    room = vote(make_room, 3)
    assert people_in(room) <= AT_ONCE
    play(room, lambda _: room.move(Moment.RESULTS), until=shows_results)
    assert pauses == []


@pytest.mark.parametrize("number", [60, 400])
def test_each_phone_of_a_full_room_has_a_turn_of_its_own(make_room: MakeRoom, pauses: list[float], number: int) -> None:
    room = vote(make_room, number)
    play(room, lambda _: room.move(Moment.RESULTS), until=shows_results)
    last = min(people_in(room) * APART, APART_AT_MOST)
    assert pauses == [pytest.approx(last * (BEFORE + (1 - BEFORE) * find_share(ANAS)))]


def test_the_turns_of_a_room_are_spread_evenly() -> None:
    shares = sorted(find_share(f"browser-{number}") for number in range(200))
    assert all(0 <= one <= 1 for one in shares)
    for tenth in range(10):
        assert 8 <= sum(tenth <= 10 * one < tenth + 1 for one in shares) <= 34


def test_what_people_act_on_waits_for_no_turn(make_room: MakeRoom, pauses: list[float]) -> None:
    room = make_room(fill, seat_many(60))
    room.walk_to(Moment.REVEAL)
    voting = play(
        room,
        lambda _: room.move(Moment.VOTE),
        until=lambda phone: any(one["stage"] == "vote" for one in phone.model("vote").get("challenges", ())),
    )
    assert not shows_results(voting)
    assert pauses == []


def test_results_shown_before_hold_up_nothing_else(make_room: MakeRoom, pauses: list[float]) -> None:
    room = vote(make_room, 60)
    room.move(Moment.RESULTS)

    def say_where(_: Phone) -> None:
        room.write(lambda hall: hall.update_challenge(replace(hall.find_challenge("home"), tables="1 à 4")))

    play(
        room,
        say_where,
        until=lambda phone: any(one["tables"] == "1 à 4" for one in phone.model("seat")["challenges"]),
    )
    assert pauses == []


def test_what_changes_while_a_phone_waits_is_shown_with_the_results(
    make_room: MakeRoom, monkeypatch: pytest.MonkeyPatch, pauses: list[float]
) -> None:
    room = vote(make_room, 60)
    waits = asyncio.sleep

    async def sleep(seconds: float) -> None:
        if seconds != LOOK_EVERY:
            room.change(title="Atelier du soir")
        await waits(seconds)

    monkeypatch.setattr(asyncio, "sleep", sleep)
    phone = play(room, lambda _: room.move(Moment.RESULTS), until=shows_results)
    assert phone.model("seat")["title"] == "Atelier du soir"
    assert len(pauses) == 1
