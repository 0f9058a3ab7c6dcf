"""From the registers to the door: candidates picked, invited by a letter, reminded, and known when they come."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect
from pypdf import PdfReader

from tests.browser.conftest import LAPTOP, PHONE, NewContext, find_port
from tests.browser.people import Facilitator, Phone
from tests.browser.room import RoomPage
from tests.browser.served import ServedWorkshop
from tests.browser.test_accessibility import find_faults_of_laptop
from tests.prints.invited import make_invited
from workshop_kit.domain.candidates import Candidate, Register
from workshop_kit.i18n import Translator
from workshop_kit.live.acts.arriving import INVITED, name_invitation
from workshop_kit.store import Store, open_store

pytestmark = pytest.mark.browser

SAY = Translator("fr")
SHOP, PUB, CHOIR = "Épicerie Martin", "Café du Pont", "Chorale du Lac"


def candidate(number: int, name: str, register: Register, entry: str, sector: str) -> Candidate:
    category = "shop" if register is Register.SIRENE else "association"
    commune = Candidate("", register, "", address=f"{number} rue du Lac", postcode="00120", commune="Val-Brume")
    return replace(commune, id=f"{number:014d}", name=name, entry=entry, category=category, sector=sector)


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServedWorkshop]:
    """A workshop nobody is invited to yet, whose registers are in."""
    folder: Path = make_invited(tmp_path_factory.mktemp("inviting"), people=(), seats=())
    with open_store(folder) as store:
        known = [
            candidate(1, SHOP, Register.SIRENE, "local_shops", "Le Bourg"),
            candidate(2, PUB, Register.SIRENE, "cafes_restaurants", "La Gare"),
            candidate(3, CHOIR, Register.RNA, "music", "Le Bourg"),
        ]
        store.perform(None, lambda hall: hall.add_candidates(known))
    with ServedWorkshop(folder, find_port(31366)) as workshop:
        yield workshop


@pytest.fixture
def store(served: ServedWorkshop) -> Iterator[Store]:
    opened = open_store(served.folder)
    yield opened
    opened.close()


def find_section(host: Facilitator, name: str) -> Locator:
    """A part of the long page, by the id of its heading."""
    return host.page.locator("details.wkf-section").filter(has=host.page.locator(f"#{name}"))


def row(host: Facilitator, name: str) -> Locator:
    """A stakeholder in the list of invitations."""
    return host.page.locator(".wkf-people .wkf-person").filter(has_text=name)


def answer(host: Facilitator, name: str, status: str) -> None:
    """Say how far an invitation has come."""
    chip = row(host, name).get_by_role("radio", name=host.say(f"words.status.{status}"), exact=True)
    chip.check(force=True)
    expect(chip).to_be_checked()


def test_candidates_are_searched_filtered_ticked_invited_reminded_and_ticked_or_known_when_they_come(
    served: ServedWorkshop, store: Store, new_context: NewContext, tmp_path: Path
) -> None:
    host = Facilitator(new_context(viewport=LAPTOP), served)
    host.step("2_stakeholders")
    page, words = host.page, host.words
    host.open_section("wkf-candidates")
    registers = find_section(host, "wkf-candidates")
    known = registers.locator(".wkf-candidates > li")
    expect(known).to_have_count(3)
    assert find_faults_of_laptop(page, "candidates") == []

    registers.get_by_label(words("candidates.search"), exact=True).fill("epicerie")
    expect(known).to_have_text([re.compile(SHOP)])
    registers.get_by_role("checkbox", name=words("candidates.choose", name=SHOP), exact=True).check()
    registers.get_by_label(words("candidates.search"), exact=True).fill("")
    expect(known).to_have_count(3)
    registers.get_by_role("combobox", name=words("candidates.sector"), exact=True).select_option("La Gare")
    expect(known).to_have_text([re.compile(PUB)])
    registers.get_by_role("checkbox", name=words("candidates.choose", name=PUB), exact=True).check()
    host.button(SAY.plural("facilitator.candidates.take", 2))  # what was ticked before one searched on is ticked still
    expect(registers).to_contain_text(SAY.plural("facilitator.candidates.took", 2))
    expect(known).to_contain_text(words("candidates.taken"))
    host.open_section("wkf-listed")
    category = page.locator("details.wkf-category").filter(has_text=PUB)
    if category.get_attribute("open") is None:
        category.locator("summary").click()
    for name in (SHOP, PUB):
        expect(row(host, name)).to_be_visible()
    expect(row(host, CHOIR)).to_have_count(0)

    host.open_section("wkf-invitations")
    letters = page.get_by_role("group", name=words("invitations.kind.letters"), exact=True)
    with page.expect_download(timeout=60_000) as download:
        letters.get_by_role("button").first.click()
    download.value.save_as(tmp_path / "letters.pdf")
    printed = [one.extract_text() for one in PdfReader(tmp_path / "letters.pdf").pages]
    assert sorted(name for name in (SHOP, PUB, CHOIR) if any(name in one for one in printed)) == sorted([SHOP, PUB])

    for name in (SHOP, PUB):
        answer(host, name, "invited")
    reminders = find_section(host, "wkf-reminders")
    host.open_section("wkf-reminders")
    expect(reminders.locator("li")).to_have_count(2)
    answer(host, PUB, "coming")
    expect(reminders.locator("li")).to_have_text([re.compile(SHOP)])
    reminders.get_by_role("button", name=words("stakeholders.reminders.done.one", name=SHOP), exact=True).click()
    expect(reminders).to_contain_text(str(date.today().day))

    room = RoomPage(new_context(viewport=LAPTOP), served)
    door = room.page.get_by_role("region", name=words("arrivals.title"), exact=True)
    expect(door).to_contain_text(SAY.plural("facilitator.arrivals.came", 0, coming=1))
    door.get_by_label(words("arrivals.search"), exact=True).fill("cafe")
    door.get_by_role("checkbox", name=words("arrivals.here", name=PUB), exact=True).check()
    expect(door).to_contain_text(SAY.plural("facilitator.arrivals.came", 1, coming=1))

    (shop,) = [one for one in store.read(lambda hall: hall.list_stakeholders()) if one.name == SHOP]
    sign = store.read(lambda hall: name_invitation(hall, shop.id))
    phone = Phone(new_context(viewport=PHONE), served)
    phone.page.goto(f"{served.participants}?{INVITED}={sign}")
    phone.join("Pinson", "shop")
    door.get_by_label(words("arrivals.search"), exact=True).fill("")
    expect(door).to_contain_text(SAY.plural("facilitator.arrivals.came", 2, coming=2))
    expect(door).to_contain_text(words("arrivals.all"))
    came = row(host, SHOP).get_by_role("radio", name=host.say("words.status.came"), exact=True)
    expect(came).to_be_checked()
    expect(reminders).to_have_count(0)
    phone.sees_nowhere(SHOP)  # the sign says that they came, and not who sits where
