"""From the stakes of a place to its challenges: proposed on phones, put together, judged in secret, made challenges."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import LAPTOP, PHONE, NewContext, find_port
from tests.browser.people import Facilitator, Phone
from tests.browser.served import ServedWorkshop, workshop_kit
from tests.browser.test_accessibility import find_faults_of_laptop, find_faults_of_phone
from workshop_kit.i18n import Translator

pytestmark = pytest.mark.browser

SAY = Translator("fr")
HOUSING, CARE, SHOPS, MOVING, ALONE, WATER = (
    "Un toit pour les jeunes",
    "L’accès aux soins",
    "Des commerces qui restent",
    "Bouger sans voiture",
    "Les vieux jours sans visite",
    "L’eau du lac",
)
CARE_AGAIN = "Accès aux soins pour tous"
#: What each of three judges gives, two on a phone and one on paper. By their means, moving about would come before
#: the shops (3.7 and 3.3); by what most give at least, the shops come first.
GRADES = {
    HOUSING: (6, 5, 5),
    CARE: (5, 6, 4),
    SHOPS: (6, 4, 0),
    MOVING: (3, 3, 5),
    ALONE: (2, 2, 2),
    WATER: (1, 0, 1),
}


@pytest.fixture
def served(tmp_path: Path) -> Iterator[ServedWorkshop]:
    folder = tmp_path / "atelier"
    made = workshop_kit("new", folder, "--title", "Atelier de Saint-Elme", "--territory", "Saint-Elme", "--lang", "fr")
    assert made.returncode == 0, made.stderr
    with ServedWorkshop(folder, port=find_port(31266)) as opened:
        yield opened


def grade(number: int) -> str:
    return SAY(f"stakes.grade.{number}")


def propose(phone: Phone, *texts: str) -> None:
    for text in texts:
        phone.page.get_by_label(SAY("stakes.gather.label")).fill(text)
        phone.page.get_by_role("button", name=SAY("stakes.gather.add"), exact=True).click()
        expect(phone.page.locator(".wks-own").filter(has_text=text)).to_be_visible()


def judge(phone: Phone, judge: int) -> None:
    """Give every stake its grade in the order in which this phone is asked."""
    page = phone.page
    asked: set[str] = set()
    while len(asked) < len(GRADES):
        frame = page.locator(".wks-judging")
        (stake,) = [one for one in GRADES if one in frame.inner_text()]
        asked.add(stake)
        frame.get_by_role("radio", name=grade(GRADES[stake][judge]), exact=True).check(force=True)
        last = len(asked) == len(GRADES)
        phone.sees(SAY("stakes.judge.done" if last else "stakes.judge.saved"))
        if not last:
            page.get_by_role("button", name=SAY("stakes.judge.next"), exact=True).click()
            expect(frame).not_to_contain_text(stake)


def panel(host: Facilitator) -> Locator:
    return host.page.get_by_role("region", name=host.words("stakes.title"), exact=True)


def test_stakes_of_phones_are_put_together_judged_by_majority_and_five_become_challenges(
    served: ServedWorkshop, new_context: NewContext
) -> None:
    host = Facilitator(new_context(viewport=LAPTOP), served)
    host.step("1_challenge")
    host.button(host.words("stakes.open"))
    desk = panel(host)
    expect(desk).to_contain_text(host.words("stakes.gathering.lead"))

    one, two = (Phone(new_context(viewport=PHONE), served) for _ in range(2))
    propose(one, HOUSING, CARE, MOVING)
    propose(two, CARE_AGAIN, SHOPS, WATER)
    assert find_faults_of_phone(two.page, "proposing") == []
    two.sees_nowhere(HOUSING)
    expect(desk).to_contain_text(SAY.plural("facilitator.stakes.gathering.count", 6))
    expect(desk.get_by_text(HOUSING)).to_have_count(0)  # whoever leads does not read along either
    desk.get_by_label(host.words("stakes.gathering.type")).fill(ALONE)
    host.button(host.words("stakes.gathering.add"))
    host.button(host.words("stakes.gathering.end"))

    one.sees(SAY("stakes.sort.lead"))
    suggested = desk.locator(".wk-card-chosen")
    expect(suggested).to_contain_text(CARE)
    expect(suggested).to_contain_text(CARE_AGAIN)
    assert find_faults_of_laptop(host.page, "sorting") == []
    host.button(host.words("stakes.sorting.take"))
    expect(desk).to_contain_text(SAY.plural("facilitator.stakes.sorting.count", len(GRADES)))
    host.button(host.words("stakes.sorting.end"))

    one.sees(SAY("stakes.judge.question"))
    assert find_faults_of_phone(one.page, "judging") == []
    judge(one, 0)
    judge(two, 1)
    expect(desk).to_contain_text(SAY.plural("facilitator.stakes.judging.count", 2))
    one.sees_nowhere(SAY("stakes.judged.heading"))
    expect(desk.locator(".wkf-profile")).to_have_count(0)  # nobody sees what others gave, before all have given
    desk.get_by_text(host.words("stakes.judging.paper"), exact=True).click()
    for stake, given in GRADES.items():
        desk.get_by_role("combobox", name=stake, exact=True).select_option(label=grade(given[2]))
    host.button(host.words("stakes.judging.paper.save"))
    host.sees(host.words("stakes.judging.paper.saved"))
    host.button(host.words("stakes.judging.end"))

    ranked = desk.locator(".wkf-ranked > li")
    expect(ranked).to_have_text([re.compile(re.escape(stake)) for stake in GRADES])
    expect(ranked.nth(2)).to_contain_text(host.words("stakes.judged.median", grade=grade(4)))
    expect(two.page.locator(".wks-ranked > li")).to_have_text([re.compile(re.escape(stake)) for stake in GRADES])
    assert find_faults_of_laptop(host.page, "judged") == []
    host.button(host.words("stakes.judged.first"))
    host.button(SAY.plural("facilitator.stakes.judged.make", 5))
    made = host.page.locator("[data-challenge]")
    expect(made).to_have_text([re.compile(re.escape(stake)) for stake in GRADES if stake != WATER])


@pytest.mark.parametrize("language", ["fr", "en"])
def test_whoever_arrives_while_stakes_are_open_is_let_in_from_the_page_that_leads_the_room(
    served: ServedWorkshop, new_context: NewContext, language: str
) -> None:
    host = Facilitator(new_context(viewport=LAPTOP), served)
    host.step("1_challenge")
    host.button(host.words("stakes.open"))
    propose(Phone(new_context(viewport=PHONE), served), HOUSING)
    late = Phone(new_context(viewport=PHONE), served)
    late.sees(SAY("stakes.gather.heading"))
    expect(late.page.get_by_label(late.words("join.pseudonym"))).to_be_hidden()

    if language != "fr":
        host.speak(language)
    host.step("3_ideas")
    told = host.page.get_by_role("region", name=host.words("header.stakes.title"), exact=True)
    expect(told).to_contain_text(host.say.plural("facilitator.header.stakes.proposed", 1))
    expect(host.page.locator(".wkf-heard")).to_have_text(host.say.plural("facilitator.header.heard.proposing", 1))
    assert find_faults_of_laptop(host.page, "led with stakes open") == []
    told.get_by_role("button", name=host.words("header.stakes.end.closed"), exact=True).click()
    expect(told).to_have_count(0)
    late.join("Orvet", "resident")
    expect(host.page.locator(".wkf-heard")).to_have_text(host.say.plural("facilitator.header.heard.welcome", 1))
