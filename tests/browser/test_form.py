"""The volunteer form in a real browser: filled in by keyboard before the workshop, found again in the room, erased."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import LAPTOP, PHONE, PROJECTOR, NewContext, find_port
from tests.browser.people import Facilitator, Phone
from tests.browser.served import ServedWorkshop
from tests.browser.test_accessibility import find_faults_of_laptop, find_faults_of_phone
from workshop_kit.domain.course import Phase
from workshop_kit.domain.model import Challenge, Origin, new_workshop
from workshop_kit.domain.moves import plan_phase
from workshop_kit.i18n import Translator
from workshop_kit.live.acts.moving import carry_out_move, read_present
from workshop_kit.store import Store, create_store, open_store

SAY = Translator("fr")
STAKES = ("Logement", "Mobilité", "Jeunesse")
ODETTE = "Odette Marchal"
NUMBER = "06 39 98 41 27"


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServedWorkshop]:
    """A workshop of three stakes whose form is open."""
    folder: Path = tmp_path_factory.mktemp("form") / "atelier"
    now = datetime.now(UTC)
    store = create_store(folder, new_workshop("Atelier de Saint-Elme", "Saint-Elme", "fr", now))
    for position, stake in enumerate(STAKES):
        challenge = Challenge(stake.lower(), stake, f"Un défi précis, {stake}.", position=position)
        store.perform(None, lambda hall, one=challenge: hall.add_challenge(one))  # type: ignore[misc]
    store.perform(None, lambda hall: carry_out_move(hall, plan_phase(read_present(hall), Phase.FORM), now))
    store.close()
    with ServedWorkshop(folder, port=find_port(27466)) as opened:
        yield opened


@pytest.fixture
def store(served: ServedWorkshop) -> Iterator[Store]:
    opened = open_store(served.folder)
    yield opened
    opened.close()


def form(key: str, **values: object) -> str:
    return SAY(f"participant.form.{key}", **values)


def listed(key: str, **values: object) -> str:
    return SAY(f"facilitator.list.{key}", **values)


def foot(page: Page) -> Locator:
    """The first button at thumb height."""
    return page.locator(".wk-form .wk-foot .wk-go").first


def go_on(page: Page, heading: str | re.Pattern[str]) -> None:
    """Press the first button at thumb height, and wait for the page behind it."""
    foot(page).press("Enter")
    expect(page.get_by_role("heading", level=1, name=heading)).to_be_attached()


def type_line(page: Page, line: str) -> None:
    """Type a line, pressing Tab where it has one."""
    for at, box in enumerate(line.split("\t")):
        if at > 0:
            page.keyboard.press("Tab")
        page.keyboard.type(box)


def test_the_form_is_filled_in_by_keyboard_left_and_found_again_in_the_room_then_erased(
    served: ServedWorkshop, store: Store, new_context: NewContext
) -> None:
    phone = Phone(new_context(viewport=PHONE), served)
    page = phone.page
    phone.sees(form("title"))
    assert find_faults_of_phone(page, "who, and what for") == []
    expect(page.get_by_role("checkbox", checked=True)).to_have_count(0)
    phone.sees_nowhere(SAY("participant.join.pseudonym"))

    page.get_by_label(form("name"), exact=True).focus()  # from here on by keyboard alone
    page.keyboard.type(ODETTE)
    page.keyboard.press("Tab")
    page.keyboard.type(NUMBER)
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    phone.sees(SAY.plural("participant.form.agreed", 2))
    page.keyboard.press("Enter")
    first = page.get_by_role("heading", level=1, name=re.compile(STAKES[0]))
    expect(first).to_be_focused()
    assert find_faults_of_phone(page, "a stake") == []

    expect(page.get_by_role("radio", checked=True)).to_have_count(0)
    competence = page.get_by_role("group", name=SAY("participant.scores.competence"))
    competence.get_by_role("radio").first.focus()
    page.keyboard.press("ArrowRight")
    phone.sees(form("kept-half"))
    page.get_by_role("group", name=SAY("participant.scores.interest")).get_by_role("radio").last.focus()
    page.keyboard.press("Space")
    phone.sees(SAY("participant.scores.zone.learning"))
    go_on(page, re.compile(STAKES[1]))
    page.get_by_role("radio", name=SAY("participant.scores.unsure")).check(force=True)
    phone.sees(form("kept"))
    go_on(page, re.compile(STAKES[2]))
    expect(foot(page)).to_have_text(re.compile(form("skip-days")))
    go_on(page, form("days-title"))
    page.get_by_role("checkbox", name=form("day.evenings")).check()
    page.get_by_label(form("word")).fill("pas le mercredi")
    assert find_faults_of_phone(page, "the days") == []
    go_on(page, form("thanks", name=ODETTE))
    phone.sees("le soir, pas le mercredi")
    assert find_faults_of_phone(page, "what was given") == []

    page.reload()  # left, and come back to another day
    phone.sees(form("thanks", name=ODETTE))
    page.get_by_role("button", name=re.compile(rf"^{STAKES[2]}")).click()
    expect(page.get_by_role("heading", level=1, name=re.compile(STAKES[2]))).to_be_attached()
    page.get_by_role("button", name=form("stop-go")).click()
    phone.sees(form("thanks", name=ODETTE))

    host = Facilitator(new_context(viewport=LAPTOP), served)
    expect(host.page.locator(".wkf-heard")).to_have_text(SAY.plural("facilitator.header.heard.form", 1))
    host.page.goto(served.facilitator_page("3_ideas"))
    host.page.get_by_role("button", name=re.compile(SAY("facilitator.course.next.phase-welcome"))).click()
    phone.sees(form("early"))
    phone.join("Coquelicot", "resident")
    phone.sees_nowhere(ODETTE)
    (person,) = store.read(lambda hall: hall.list_participants())
    assert (person.pseudonym, person.origin) == ("Coquelicot", Origin.ROOM)
    store.perform(
        None, lambda hall: carry_out_move(hall, plan_phase(read_present(hall), Phase.SCORING), datetime.now(UTC))
    )
    phone.sees(re.compile("depuis l’affiche"))
    page.locator(".wk-scores .wk-mine button").first.press("Enter")
    expect(page.locator(".wk-scores input[type=radio]:checked")).to_have_count(2)

    page.get_by_text(phone.words("thanks.given")).first.click()
    phone.sees(NUMBER)
    phone.sees(form("also"))
    invited = form("take-back-label", purpose=form("purpose.invite-seated"))
    page.get_by_role("button", name=invited, exact=True).click()
    expect(page.get_by_role("button", name=invited, exact=True)).to_have_count(0)
    (offer,) = store.read(lambda hall: hall.list_volunteers())
    assert [one.purpose for one in offer.list_purposes()] == ["mission"]
    store.perform(
        None, lambda hall: carry_out_move(hall, plan_phase(read_present(hall), Phase.FORM), datetime.now(UTC))
    )


def test_what_was_given_is_erased_from_the_phone_it_was_given_on(
    served: ServedWorkshop, store: Store, new_context: NewContext
) -> None:
    before = len(store.read(lambda hall: hall.list_participants()))
    phone = Phone(new_context(viewport=PHONE), served)
    page = phone.page
    page.get_by_label(form("name"), exact=True).fill("Paul Blanc")
    page.locator("input[name=news]").check()
    phone.sees(form("no-reach"))
    phone.sees(SAY.plural("participant.form.agreed", 1))
    page.get_by_role("button", name=form("go-summary")).click()
    phone.sees(form("thanks", name="Paul Blanc"))
    page.get_by_role("button", name=form("erase")).click()
    page.get_by_role("button", name=form("erase-yes")).click()
    phone.sees(form("erased"))
    assert len(store.read(lambda hall: hall.list_participants())) == before
    assert page.evaluate("JSON.stringify(localStorage).includes('Paul')") is False


def test_a_paper_list_is_typed_in_by_keyboard_a_slip_named_and_the_last_line_undone(
    served: ServedWorkshop, store: Store, new_context: NewContext
) -> None:
    host = Facilitator(new_context(viewport=LAPTOP), served)
    host.page.goto(served.facilitator_page("2_stakeholders"))
    page = host.page
    host.open_section("wkf-list")
    page.get_by_text(listed("paper"), exact=True).click()
    assert find_faults_of_laptop(page, "the paper list") == []
    page.get_by_label(listed("name"), exact=True).focus()
    type_line(page, "Rose Noir\t01 99 00 12 34\tim\t1-2?\t\tle soir")  # a digit goes on by itself
    page.keyboard.press("Enter")
    host.sees(listed("noted", name="Rose Noir"))
    expect(page.get_by_label(listed("name"), exact=True)).to_be_focused()
    known = {one.name: one for one in store.read(lambda hall: hall.list_volunteers())}
    rose = known["Rose Noir"]
    assert (rose.phone, rose.days_word) == ("01 99 00 12 34", "le soir")
    scores = {one.challenge: one for one in store.read(lambda hall: hall.list_scores(participant=rose.participant))}
    assert (scores["logement"].competence, scores["logement"].interest) == (1, -2)
    assert scores["mobilité"].unsure

    type_line(page, "Max Bleu\t\tx")
    page.keyboard.press("Enter")
    host.sees(listed("wrong.consents", received="x"))
    expect(page.get_by_label(listed("consents"), exact=True)).to_be_focused()
    page.reload()  # nothing typed is lost
    expect(page.get_by_label(listed("name"), exact=True)).to_have_value("Max Bleu")
    page.get_by_label(listed("consents"), exact=True).fill("n")
    page.keyboard.press("Enter")
    host.sees(listed("noted-unreachable", name="Max Bleu"))
    page.get_by_role("button", name=listed("undo")).click()
    host.sees(listed("undone"))
    expect(page.get_by_label(listed("name"), exact=True)).to_have_value("Max Bleu")
    assert "Max Bleu" not in {one.name for one in store.read(lambda hall: hall.list_volunteers())}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_form_and_its_screen_are_no_barrier_in_either_language(
    served: ServedWorkshop, new_context: NewContext, scheme: str
) -> None:
    phone = Phone(new_context(viewport=PHONE, color_scheme=scheme), served)
    phone.sees(form("title"))
    phone.speak("en")
    phone.sees("I offer my help")
    assert find_faults_of_phone(phone.page, f"the form, {scheme}") == []
    screen = new_context(viewport=PROJECTOR, color_scheme=scheme).new_page()
    screen.goto(served.screen)
    expect(screen.get_by_role("heading", name=SAY("screen.form.title"))).to_be_visible()
