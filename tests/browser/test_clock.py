"""One clock, the server's: a phone that was away when a timer started counts the time that is left."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import expect

from tests.browser.cable import Cable
from tests.browser.conftest import PHONE, NewContext
from tests.browser.outages import FragileWorkshop, Person, make_writing_workshop, wait_beside
from workshop_kit.store import open_store

PORT = 31866
CABLE_PORT = 31966
#: Seconds that the timer runs, that the phone is away of them, and that its end may be seen early or late.
RUNS, AWAY, EXACT = 40.0, 20.0, 2.0
#: Seconds by which the phones' own clocks are wrong.
WRONG = (0, 3600)


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FragileWorkshop]:
    folder = tmp_path_factory.mktemp("clock") / "atelier"
    make_writing_workshop(folder)
    with FragileWorkshop(folder, port=PORT, seats=10) as workshop:
        yield workshop


def start_timer(served: FragileWorkshop, seconds: float) -> float:
    """Start the challenge's timer; returns when it ends, in seconds since 1970."""
    ends_at = datetime.now(UTC) + timedelta(seconds=seconds)
    store = open_store(served.folder)
    try:
        store.perform(
            None,
            lambda hall: hall.update_challenge(replace(hall.list_challenges()[0], timer_ends_at=ends_at)),
        )
    finally:
        store.close()
    return ends_at.timestamp()


@pytest.mark.browser
def test_phones_that_were_away_when_a_timer_started_end_with_the_room_whatever_their_own_clock_says(
    served: FragileWorkshop, new_context: NewContext
) -> None:
    with Cable(CABLE_PORT, PORT) as cable:
        people = [Person(new_context(viewport=PHONE, locale="fr-FR"), cable.address) for _ in WRONG]
        for person, wrong in zip(people, WRONG, strict=True):
            if wrong:
                person.page.add_init_script(f"const now = Date.now; Date.now = () => now() + {wrong * 1000};")
                person.page.reload()
            person.take_seat(f"Sureau, {wrong}")
        cable.fall_silent()
        for person in people:
            person.reads_that_connection_is("lost")
        started = time.time()
        ends_at = start_timer(served, RUNS)
        wait_beside(people[0].page, lambda: time.time() > started + AWAY, AWAY + 5, "the time away")
        cable.plug_in()
        for person in people:
            person.reads_that_connection_is("back")
        for person in people:
            expect(person.page.locator(".wk-seat-time")).to_have_text(person.words("seat.last-minute"))
        seen: dict[str, float] = {}

        def has_ended() -> bool:
            for person, wrong in zip(people, WRONG, strict=True):
                if person.page.locator(".wk-time-up").all_text_contents() == [person.words("seat.time-up")]:
                    seen.setdefault(f"Sureau, {wrong}", time.time() - ends_at)
            return len(seen) == len(WRONG)

        wait_beside(people[0].page, has_ended, 60, "the end on every phone")
        print(f"\nthe end was seen {seen} s from the server's")
        assert all(abs(late) < EXACT for late in seen.values())
        for person in people:
            expect(person.page.locator(".wk-seat-time")).to_have_text(person.words("seat.time-up"))


@pytest.mark.browser
@pytest.mark.parametrize("wrong", [0, -7200])
def test_a_phone_that_slept_when_a_timer_started_says_what_is_left_as_soon_as_it_wakes(
    served: FragileWorkshop, new_context: NewContext, wrong: int
) -> None:
    person = Person(new_context(viewport=PHONE, locale="fr-FR"), served.participants)
    if wrong:
        person.page.add_init_script(f"const now = Date.now; Date.now = () => now() + {wrong * 1000};")
        person.page.reload()
    person.take_seat(f"Tilleul, {wrong}")
    person.fall_asleep()
    start_timer(served, 5 * 60 - 1)
    person.wake_up(20)  # by its own clock the timer has long been over
    left = person.page.locator(".wk-seat-time")
    expect(left).to_have_text(person.say.plural("participant.seat.left", 5), timeout=4000)
