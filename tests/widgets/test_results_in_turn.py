"""New results on the phones of a full room: the laptop and the screen have them first, each phone in its own turn."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

import pytest

from tests.widgets.conftest import MakeRoom
from tests.widgets.room import ANAS, GUARD, NOON, Laptop, Page, Phone, Room, fill
from workshop_kit.domain.course import Moment, Stage
from workshop_kit.domain.model import Category, Origin, Participant
from workshop_kit.domain.presence import list_present
from workshop_kit.errors import StoreUnavailable
from workshop_kit.live.participant import following
from workshop_kit.live.participant.following import APART, APART_AT_MOST, AT_ONCE, BEFORE, find_share
from workshop_kit.live.window import LOOK_EVERY
from workshop_kit.store import Repository

P = TypeVar("P", bound=Page)


class Clock:
    """A steady clock that goes on by what pages wait for; ``at`` are things that happen at their time."""

    def __init__(self) -> None:
        self.now = 1000.0
        self._really = asyncio.sleep
        self._at: list[tuple[float, Callable[[], object]]] = []

    async def sleep(self, seconds: float) -> None:
        self.now += seconds
        for moment, act in [one for one in self._at if one[0] <= self.now]:
            self._at.remove((moment, act))
            act()
        await self._really(0)

    def after(self, seconds: float, act: Callable[[], object]) -> None:
        self._at.append((self.now + seconds, act))


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Have pages look again and again in no time."""
    clock = Clock()
    monkeypatch.setattr(asyncio, "sleep", clock.sleep)
    monkeypatch.setattr(following, "monotonic", lambda: clock.now)
    return clock


def seat_many(number: int, origin: Origin = Origin.ROOM) -> Callable[[Repository], None]:
    """Have so many more people in the room, or known of some other way."""

    def seat(hall: Repository) -> None:
        for one in range(number):
            guest = Participant(f"guest-{one}", f"Invité {one}", Category.OTHER.value, "", origin, NOON)
            hall.add_participant(guest)

    return seat


def vote(make_room: MakeRoom, number: int) -> Room:
    room = make_room(fill, seat_many(number))
    room.walk_to(Moment.VOTE)
    return room


def play(clock: Clock, open_page: Callable[[], P], act: Callable[[P], object], until: Callable[[P], bool]) -> float:
    """Open a page that follows by itself, do something, and return for how many seconds the page did not show it."""

    async def run() -> float:
        page = open_page()
        await asyncio.sleep(LOOK_EVERY)
        began = clock.now
        act(page)
        for _ in range(1000):
            if until(page):
                return clock.now - began
            await clock.sleep(LOOK_EVERY / 10)
        raise AssertionError("the page shows nothing of it")

    return asyncio.run(run())


def play_phone(room: Room, clock: Clock, act: Callable[[Phone], object], until: Callable[[Phone], bool]) -> float:
    return play(clock, lambda: room.phone(ANAS), act, until)


def shows(stage: str) -> Callable[[Page], bool]:
    return lambda page: any(one["stage"] == stage for one in page.model("vote").get("challenges", ()))


def open_results(room: Room) -> Callable[[Page], None]:
    return lambda _: room.move(Moment.RESULTS)


def count_present(room: Room) -> int:
    return len(list_present(room.read(lambda hall: hall.list_attending())))


def find_turn(room: Room) -> float:
    last = min(count_present(room) * APART, APART_AT_MOST)
    return last * (BEFORE + (1 - BEFORE) * find_share(ANAS))


def test_phones_of_a_small_room_show_results_at_once(make_room: MakeRoom, clock: Clock) -> None:
    room = vote(make_room, 3)
    assert count_present(room) <= AT_ONCE
    assert play_phone(room, clock, open_results(room), shows("results")) <= 2 * LOOK_EVERY


def test_volunteers_of_a_file_make_no_room_full(make_room: MakeRoom, clock: Clock) -> None:
    room = make_room(fill, seat_many(400, Origin.FILE))
    room.walk_to(Moment.VOTE)
    assert play_phone(room, clock, open_results(room), shows("results")) <= 2 * LOOK_EVERY


@pytest.mark.parametrize("number", [60, 400])
def test_each_phone_of_a_full_room_has_a_turn_of_its_own(make_room: MakeRoom, clock: Clock, number: int) -> None:
    room = vote(make_room, number)
    waited = play_phone(room, clock, open_results(room), shows("results"))
    assert find_turn(room) <= waited <= find_turn(room) + 2 * LOOK_EVERY


def test_the_turns_of_a_room_are_spread_evenly() -> None:
    shares = sorted(find_share(f"browser-{number}") for number in range(200))
    assert all(0 <= one <= 1 for one in shares)
    for tenth in range(10):
        assert 8 <= sum(tenth <= 10 * one < tenth + 1 for one in shares) <= 34


def test_what_people_act_on_waits_for_no_turn(make_room: MakeRoom, clock: Clock) -> None:
    room = make_room(fill, seat_many(60))
    room.walk_to(Moment.REVEAL)
    assert play_phone(room, clock, lambda _: room.move(Moment.VOTE), shows("vote")) <= 2 * LOOK_EVERY


@pytest.mark.parametrize("moment", [Moment.CHOICE, Moment.SCORING, Moment.OFFER])
def test_what_follows_the_results_comes_at_once(make_room: MakeRoom, clock: Clock, moment: Moment) -> None:
    room = vote(make_room, 400)
    room.move(Moment.RESULTS)

    def is_there(phone: Phone) -> bool:
        return bool(phone.model("seat")["moment"] == moment)

    assert play_phone(room, clock, lambda _: room.walk_to(moment), is_there) <= 2 * LOOK_EVERY


def test_the_next_challenge_opens_at_once_though_the_one_before_closes(make_room: MakeRoom, clock: Clock) -> None:
    room = vote(make_room, 400)
    room.move(Moment.RESULTS)

    def open_next(_: Phone) -> None:
        def act(hall: Repository) -> None:
            hall.update_challenge(replace(hall.find_challenge("home"), stage=Stage.CLOSED))
            hall.update_challenge(replace(hall.find_challenge("move"), stage=Stage.WRITING))

        room.write(act)

    def may_write(phone: Phone) -> bool:
        return any(one["id"] == "move" for one in phone.model("ideas").get("challenges", ()))

    assert play_phone(room, clock, open_next, may_write) <= 2 * LOOK_EVERY


def test_results_shown_before_hold_up_nothing_else(make_room: MakeRoom, clock: Clock) -> None:
    room = vote(make_room, 60)
    room.move(Moment.RESULTS)

    def seat_elsewhere(_: Phone) -> None:
        room.write(lambda hall: hall.update_challenge(replace(hall.find_challenge("home"), tables="1 à 4")))

    def says_where(phone: Phone) -> bool:
        return any(one["tables"] == "1 à 4" for one in phone.model("seat")["challenges"])

    assert play_phone(room, clock, seat_elsewhere, says_where) <= 2 * LOOK_EVERY


@pytest.mark.parametrize("news", ["title", "held"])
def test_whatever_else_comes_ends_the_wait(make_room: MakeRoom, clock: Clock, news: str) -> None:
    room = vote(make_room, 400)

    def bring_news() -> None:
        if news == "title":
            room.change(title="Atelier du soir")
        else:
            room.write(lambda hall: hall.update_idea(replace(GUARD, held="Elle blesse", once_held=True)))

    def act(page: Page) -> None:
        open_results(room)(page)
        clock.after(2 * LOOK_EVERY, bring_news)

    waited = play_phone(room, clock, act, shows("results"))
    assert 2 * LOOK_EVERY <= waited <= 5 * LOOK_EVERY < find_turn(room)


def test_other_peoples_ballots_and_newcomers_end_no_wait(make_room: MakeRoom, clock: Clock) -> None:
    room = vote(make_room, 60)
    late = Participant("late", "Retardataire", Category.OTHER.value, "", Origin.ROOM, NOON)

    def act(page: Page) -> None:
        open_results(room)(page)
        clock.after(2 * LOOK_EVERY, lambda: room.write(lambda hall: hall.add_participant(late)))

    assert play_phone(room, clock, act, shows("results")) >= find_turn(room)


def test_whoever_taps_on_the_ballot_that_is_closed_sees_why_at_once(make_room: MakeRoom, clock: Clock) -> None:
    room = vote(make_room, 400)
    refused: list[str] = []

    def tap(phone: Phone) -> None:
        room.move(Moment.RESULTS)
        payload = {"challenge": "home", "option": "guard", "count": 1}
        clock.after(
            2 * LOOK_EVERY,
            lambda: refused.append(phone.panels["vote"].answer("place_dots", payload, "tap")["sentence"]),
        )

    waited = play_phone(room, clock, tap, shows("results"))
    assert refused
    assert waited <= 5 * LOOK_EVERY < find_turn(room)


def test_a_store_that_cannot_be_read_for_a_moment_leaves_no_phone_blind(
    make_room: MakeRoom, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = vote(make_room, 60)
    failures = iter([True, True])

    def fail_twice(phone: Phone) -> None:
        store = phone.window.store
        reads = store.changes_since

        def read(sequence: int) -> object:
            if next(failures, False):
                raise StoreUnavailable("store-unavailable", detail="busy")
            return reads(sequence)

        monkeypatch.setattr(store, "changes_since", read)
        room.move(Moment.RESULTS)

    waited = play_phone(room, clock, fail_twice, shows("results"))
    assert waited <= find_turn(room) + 4 * LOOK_EVERY


def test_the_laptop_and_the_screen_look_at_what_stands_in_no_store(
    make_room: MakeRoom, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = make_room(fill)
    elsewhere = "http://10.9.8.7:8866/"

    def move(_: Page) -> None:
        monkeypatch.setenv("WORKSHOP_JOIN_URL", elsewhere)

    def tells(page: Page) -> bool:
        return elsewhere in page.everything()

    assert play(clock, room.laptop, move, tells) <= 2 * LOOK_EVERY
    monkeypatch.setenv("WORKSHOP_JOIN_URL", "http://10.0.0.2:8866/")
    assert play(clock, room.screen, move, tells) <= 2 * LOOK_EVERY


def test_the_laptop_of_a_full_room_shows_results_at_once(make_room: MakeRoom, clock: Clock) -> None:
    room = vote(make_room, 400)

    def shows_tallies(page: Laptop) -> bool:
        return bool(page.model("ideas")["stage"] == "results")

    assert play(clock, room.laptop, open_results(room), shows_tallies) <= 4 * LOOK_EVERY
