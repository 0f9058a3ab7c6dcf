"""People are seated from the laptop, each phone says its table, the screen shows the plan, and who is late sits too."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import (
    find_overflow,
    find_overflow_below,
    find_small_targets,
    find_small_text,
    find_violations,
)
from tests.browser.conftest import LAPTOP, PHONE, PROJECTOR, NewContext
from tests.browser.people import Phone
from tests.browser.room import RoomPage
from tests.browser.served import ServedWorkshop
from tests.store.leading import lead_to
from workshop_kit.domain.course import Moment
from workshop_kit.store import Store, open_store

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def store(sample: ServedWorkshop) -> Iterator[Store]:
    opened = open_store(sample.folder)
    opened.perform(None, lambda repository: lead_to(repository, Moment.WELCOME))
    yield opened
    opened.close()


def find_faults(page: Page, target: int, text: int) -> list[str]:
    return [
        *find_violations(page),
        *find_overflow(page),
        *find_small_targets(page, target),
        *find_small_text(page, text),
    ]


def seat(laptop: RoomPage, rounds: int) -> None:
    """Seat everybody and tell phones the first round."""
    page, say = laptop.page, laptop.say
    page.get_by_label(say("tables.desk.rounds")).select_option(str(rounds))
    page.locator("#tables .wkf-seating-place button").click()
    again = page.get_by_role("button", name=say("tables.desk.place.again"), exact=True)
    tell = page.get_by_role("button", name=say("tables.desk.tell"), exact=True)
    expect(page.locator(".wkf-confirm").or_(tell)).to_be_visible()
    if page.locator(".wkf-confirm").count() > 0:
        again.last.click()
    tell.click()
    expect(page.get_by_text(say("tables.desk.told", round=1, rounds=rounds))).to_be_visible()


def read_table(phone: Phone) -> int:
    number = phone.page.locator(".wkt-number")
    expect(number).to_be_visible()
    return int(re.sub(r"\D", "", number.inner_text()))


def test_each_phone_says_its_table_and_the_screen_the_plan(
    sample: ServedWorkshop, store: Store, new_context: NewContext
) -> None:
    phone = Phone(new_context(viewport=PHONE), sample)
    phone.join("Orvet", "resident")
    assert not [one for one in phone.requested if "table" in one], "most phones never need it"
    laptop = RoomPage(new_context(viewport=LAPTOP), sample)
    seat(laptop, rounds=3)

    number = read_table(phone)
    people = {one.id: one.pseudonym for one in store.read(lambda repository: repository.list_participants())}
    seated = store.read(lambda repository: repository.list_table_seats(round=1))
    beside = {people[one.participant] for one in seated if one.number == number} - {"Orvet"}
    for name in beside:
        phone.sees(name)
    elsewhere = next(people[one.participant] for one in seated if one.number != number)
    phone.sees_nowhere(elsewhere)
    faults = find_faults(phone.page, 44, 16)

    screen = new_context(viewport=PROJECTOR).new_page()
    screen.goto(sample.screen)
    laptop.page.get_by_role("button", name=laptop.say("tables.desk.screen"), exact=True).click()
    expect(screen.locator(".wk-tables > li")).to_have_count(len({one.number for one in seated}))
    faults += find_overflow_below(screen)
    expect(screen.get_by_text("Orvet", exact=True)).to_have_count(0)

    late = Phone(new_context(viewport=PHONE, locale="en-GB"), sample, "en")
    late.join("Slow worm", "shop")
    read_table(late)
    expect(laptop.page.locator(".wkf-guest").filter(has_text="Slow worm")).to_contain_text(
        laptop.say("tables.desk.late")
    )
    faults += find_faults(laptop.page, 24, 15)
    assert faults == [], "\n".join(faults)


def test_a_phone_says_that_it_is_there_and_that_it_stays(
    sample: ServedWorkshop, store: Store, new_context: NewContext
) -> None:
    phone = Phone(new_context(viewport=PHONE), sample)
    phone.join("Grillon des prés", "resident")
    laptop = RoomPage(new_context(viewport=LAPTOP), sample)
    seat(laptop, rounds=2)
    number = read_table(phone)
    phone.page.get_by_role("button", name=phone.say("tables.phone.stay"), exact=True).click()
    phone.sees(phone.say("tables.phone.next.same"))
    phone.page.get_by_role("button", name=phone.say("tables.phone.here"), exact=True).click()
    expect(phone.page.locator(".wkt[open]")).to_have_count(0)
    row = laptop.page.locator(".wkf-guest").filter(has_text="Grillon des prés")
    expect(row).to_contain_text(laptop.say("tables.desk.found"))
    expect(row).to_contain_text(laptop.say("tables.desk.stays"))
    laptop.page.get_by_role("button", name=laptop.say("tables.desk.next", round=2, rounds=2), exact=True).click()
    expect(phone.page.locator(".wkt[open]")).to_be_visible()
    assert read_table(phone) == number
