"""Before the day and at its tables: what was given outlives a killed server, and what was half typed too."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from urllib.request import urlopen

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import LAPTOP, PHONE, NewContext, find_port
from tests.browser.outages import LONG, FragileWorkshop
from tests.browser.people import Facilitator, Phone
from tests.browser.room import RoomPage
from tests.browser.served import wait_for
from tests.store.leading import lead_to
from workshop_kit.domain.course import Moment
from workshop_kit.domain.model import Challenge, Origin, Participant, new_workshop
from workshop_kit.i18n import Translator
from workshop_kit.store import Repository, Store, create_store, open_store

pytestmark = pytest.mark.browser

SAY = Translator("fr")
NOW = datetime.now(UTC)
SENTENCE = "Plus personne ne dort dehors à Saint-Elme."


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FragileWorkshop]:
    """A workshop with one challenge and fourteen people without a phone; a server is begun anew five times at most."""
    folder = tmp_path_factory.mktemp("kills") / "atelier"

    def fill(hall: Repository) -> None:
        hall.add_challenge(Challenge("logement", "Logement", SENTENCE))
        for number in range(14):
            category = "resident" if number % 2 else "shop"
            hall.add_participant(Participant(f"p{number}", f"Papier {number}", category, "", Origin.PROXY, NOW))

    store = create_store(folder, new_workshop("Atelier", "Saint-Elme", "fr", NOW))
    store.perform(None, fill)
    store.close()
    with FragileWorkshop(folder, port=find_port(31466)) as workshop:
        yield workshop


@pytest.fixture
def store(served: FragileWorkshop) -> Iterator[Store]:
    opened = open_store(served.folder)
    yield opened
    opened.close()


def kill(served: FragileWorkshop) -> None:
    """Kill the participants' server, and wait until its successor answers newcomers too."""
    served.kill_server("participant")

    def answers() -> bool:
        with suppress(OSError):
            return bool(urlopen(served.participants, timeout=10).status)
        return False

    wait_for(answers, 30, "the answer of the server's successor")


def test_a_stake_a_grade_and_a_half_typed_one(served: FragileWorkshop, store: Store, new_context: NewContext) -> None:
    host = Facilitator(new_context(viewport=LAPTOP), served)
    host.step("1_challenge")
    host.button(host.words("stakes.open.more"))
    phone = Phone(new_context(viewport=PHONE), served)
    field = phone.page.get_by_label(SAY("stakes.gather.label"))
    field.fill("L’accès aux soins")
    phone.page.get_by_role("button", name=SAY("stakes.gather.add"), exact=True).click()
    expect(phone.page.locator(".wks-own")).to_have_count(1)
    field.fill("Bouger sans")
    kill(served)
    expect(phone.page.locator(".wks-own")).to_have_count(1, timeout=LONG)
    expect(field).to_have_value("Bouger sans", timeout=LONG)

    host.button(host.words("stakes.gathering.end"))
    host.button(host.words("stakes.sorting.end"))
    grade = phone.page.get_by_role("radio", name=SAY("stakes.grade.5"), exact=True)
    grade.check(force=True)
    phone.sees(SAY("stakes.judge.done"))
    kill(served)
    expect(phone.page.get_by_text(SAY("stakes.judge.question"))).to_be_visible(timeout=LONG)
    expect(grade).to_be_checked(timeout=LONG)
    assert [one.grade for one in store.read(lambda hall: hall.list_stake_grades())] == [5]
    host.button(host.words("stakes.close"))
    expect(host.page.get_by_role("button", name=host.words("stakes.reopen"), exact=True)).to_be_visible()


def test_an_answer_of_clarity_and_those_that_are_awaited(served: FragileWorkshop, new_context: NewContext) -> None:
    host = Facilitator(new_context(viewport=LAPTOP), served)
    host.step("1_challenge")
    host.page.get_by_role("button", name=host.words("challenges.edit.one", stake="Logement"), exact=True).click()
    host.page.get_by_role("button", name=host.words("challenges.clarity.ask.three"), exact=True).click()
    code = host.page.locator(".wkf-clarity-ways b").inner_text().split(":")[1].strip().replace(" ", "-")
    phones = [new_context(viewport=PHONE).new_page() for _ in range(3)]
    for phone in phones:
        phone.goto(f"{served.participants}?clarity={code}")
    for number, phone in enumerate(phones):
        phone.get_by_role("radio", name=SAY("clarity.not"), exact=True).check()
        phone.get_by_label(SAY("clarity.remark")).fill(f"Où, {number} ?")
    for number, phone in enumerate(phones):
        if number == 1:
            kill(served)
            for late in (1, 2):  # their pages may be loaded anew, at a moment of their own
                expect(phones[late].get_by_label(SAY("clarity.remark"))).to_have_value(f"Où, {late} ?", timeout=LONG)
                phones[late].reload()
                expect(phones[late].get_by_role("radio", name=SAY("clarity.not"), exact=True)).to_be_checked(
                    timeout=LONG
                )
                expect(phones[late].get_by_label(SAY("clarity.remark"))).to_have_value(f"Où, {late} ?")
        phone.get_by_role("button", name=SAY("clarity.send"), exact=True).click(timeout=LONG)
        if number < 2:
            waiting = SAY.plural("facilitator.challenges.clarity.waiting", number + 1, wanted=3)
            expect(host.page.get_by_text(waiting)).to_be_visible(timeout=LONG)
            expect(host.page.get_by_text("Où, 0 ?")).to_have_count(0)
    expect(host.page.locator(".wkf-ratings li")).to_have_count(3)
    for number in range(3):
        expect(host.page.get_by_text(f"Où, {number} ?")).to_be_visible()


def test_a_form_and_what_was_ticked_in_it(served: FragileWorkshop, store: Store, new_context: NewContext) -> None:
    store.perform(None, lambda hall: lead_to(hall, Moment.FORM))
    phone = Phone(new_context(viewport=PHONE), served)
    name = phone.page.get_by_label(SAY("participant.form.name"), exact=True)
    reach = phone.page.get_by_role("textbox", name=re.compile(f"^{SAY('participant.form.reach')}"))
    name.fill("Odette Marchal")
    reach.fill("06 39 98 41 27")
    phone.page.locator("input[name=news]").check()
    phone.sees(SAY.plural("participant.form.agreed", 1))
    reach.fill("06 39 98 07")  # another number is begun, and not sent yet
    kill(served)
    expect(reach).to_have_value("06 39 98 07", timeout=LONG)
    expect(name).to_have_value("Odette Marchal", timeout=LONG)
    expect(phone.page.locator("input[name=news]")).to_be_checked(timeout=LONG)
    (offer,) = store.read(lambda hall: hall.list_volunteers())
    assert (offer.name, offer.phone) == ("Odette Marchal", "06 39 98 41 27")
    store.perform(None, lambda hall: lead_to(hall, Moment.WELCOME))


def test_a_table(served: FragileWorkshop, store: Store, new_context: NewContext) -> None:
    store.perform(None, lambda hall: lead_to(hall, Moment.WELCOME))
    phone = Phone(new_context(viewport=PHONE), served)
    phone.join("Orvet", "resident")
    laptop = RoomPage(new_context(viewport=LAPTOP), served)
    laptop.page.locator("#tables .wkf-seating-place button").click()
    laptop.page.get_by_role("button", name=laptop.say("tables.desk.tell"), exact=True).click()
    number = phone.page.locator(".wkt-number")
    expect(number).to_be_visible()
    said = number.inner_text()
    kill(served)
    expect(number).to_have_text(said, timeout=LONG)
    expect(laptop.page.locator(".wkf-guest").filter(has_text="Orvet")).to_be_visible(timeout=LONG)
