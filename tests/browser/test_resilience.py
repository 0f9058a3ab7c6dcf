"""Nobody and nothing is lost, whatever breaks: the same person, the same seat, the same draft, each word once.

Nobody touches anything in these tests once something is broken, except to go on writing.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.cable import Cable
from tests.browser.conftest import LAPTOP, PHONE, PROJECTOR, NewContext
from tests.browser.outages import (
    LONG,
    FragileWorkshop,
    Person,
    ask,
    forgetful_server,
    kernels_of,
    make_writing_workshop,
    wait_beside,
)
from tests.browser.people import Facilitator
from tests.browser.served import wait_for
from workshop_kit.domain.course import Moment

#: Seconds within which a loss must be said.
SAID_WITHIN = 3.0
PORT = 30866
CABLE_PORT = 30966
FORGETFUL_PORT = 30886

Arrive = Callable[[str], Person]


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FragileWorkshop]:
    folder = tmp_path_factory.mktemp("fragile") / "atelier"
    make_writing_workshop(folder)
    with FragileWorkshop(folder, port=PORT, seats=30) as workshop:
        yield workshop


@pytest.fixture(autouse=True)
def _writing(served: FragileWorkshop) -> None:
    served.stand_at(Moment.WRITING)


@pytest.fixture
def cable(served: FragileWorkshop) -> Iterator[Cable]:
    with Cable(CABLE_PORT, PORT) as plugged:
        yield plugged


@pytest.fixture
def arrive(new_context: NewContext, cable: Cable) -> Arrive:
    """Have someone arrive with a phone, behind the cable."""

    def arrive_on_phone(pseudonym: str) -> Person:
        person = Person(new_context(viewport=PHONE, locale="fr-FR"), cable.address)
        person.take_seat(pseudonym)
        return person

    return arrive_on_phone


def ends_well(person: Person, served: FragileWorkshop, pseudonym: str, texts: list[str], draft: str) -> None:
    """Check the contract: one seat, the same person in it, the same draft, each idea once, and nothing waits."""
    person.is_seated_as(pseudonym)
    expect(person.draft).to_have_value(draft)
    wait_beside(person.page, lambda: person.letters() == 0, 30, "the last acknowledgement")
    expect(person.page.get_by_text(person.say("words.waiting"))).to_have_count(0)
    for text in texts:
        expect(person.page.get_by_role("main").get_by_text(text, exact=True)).to_have_count(1)
    assert served.texts(pseudonym) == texts


def tell_times(request: pytest.FixtureRequest, person: Person, broken: float, mended: float) -> list[str]:
    """Check that the loss was said in time, print the times, and return what the page went through."""
    notes = [note for note in person.notes() if note["at"] > broken]
    said, back = notes[0]["at"] - broken, notes[-1]["at"] - mended
    print(f"\n{request.node.name}: loss said after {said:.2f} s, back after {back:.2f} s")
    assert said < SAID_WITHIN
    return [note["state"] for note in notes]


@pytest.mark.browser
@pytest.mark.parametrize("outage", ["a hole", "a minute", "flight mode"])
def test_lost_wifi_is_said_and_typing_goes_on(
    outage: str, request: pytest.FixtureRequest, served: FragileWorkshop, cable: Cable, arrive: Arrive
) -> None:
    person = arrive(f"Sureau, {outage}")
    person.draft.press_sequentially("Ouvrir la")
    broken = time.time()
    cable.fall_silent()
    if outage == "flight mode":
        person.page.context.set_offline(True)
    person.draft.press_sequentially(" salle")
    person.reads_that_connection_is("lost")
    person.button("ideas.add")
    expect(person.page.get_by_text(person.say("words.waiting"))).to_be_visible()
    person.draft.press_sequentially("Et le doj")
    assert served.texts(f"Sureau, {outage}") == []

    mended = time.time()
    if outage == "a hole":
        cable.speak_again()  # what was under way arrives late
    else:
        cable.plug_in()  # what was under way is lost
    person.page.context.set_offline(False)
    person.draft.press_sequentially("o")
    person.reads_that_connection_is("back")
    person.reads_no_strip()
    expect(person.draft).to_be_focused()
    ends_well(person, served, f"Sureau, {outage}", ["Ouvrir la salle"], "Et le dojo")
    assert tell_times(request, person, broken, mended) == ["lost", "back"]


@pytest.mark.browser
def test_a_phone_that_slept_until_its_kernel_was_culled_wakes_in_its_seat(
    request: pytest.FixtureRequest, served: FragileWorkshop, new_context: NewContext
) -> None:
    with forgetful_server(served, FORGETFUL_PORT, 1.0) as server, Cable(CABLE_PORT, FORGETFUL_PORT) as cable:
        person = Person(new_context(viewport=PHONE, locale="fr-FR"), cable.address)
        person.take_seat("Aubépine")
        cable.fall_silent()
        person.send("Veiller à deux")
        person.draft.press_sequentially("Un thé ch")
        person.fall_asleep()
        cable.cut()
        wait_for(lambda: kernels_of(server) == [], 30, "the end of the kernel")
        cable.plug_in()
        assert served.texts("Aubépine") == []

        woken = time.time()
        person.wake_up(minutes=20)
        wait_beside(person.page, lambda: served.texts("Aubépine") != [], 30, "the idea's arrival")
        print(f"\n{request.node.name}: back after {time.time() - woken:.2f} s")
        ends_well(person, served, "Aubépine", ["Veiller à deux"], "Un thé ch")
        person.reads_no_strip()


@pytest.mark.browser
def test_a_phone_that_slept_while_its_kernel_was_kept_wakes_in_its_seat(
    request: pytest.FixtureRequest, served: FragileWorkshop, cable: Cable, arrive: Arrive
) -> None:
    person = arrive("Troène")
    cable.fall_silent()
    person.send("Veiller à trois")
    person.draft.press_sequentially("Un chocolat ch")
    person.fall_asleep()
    cable.plug_in()
    woken = time.time()
    person.wake_up(minutes=20)
    wait_beside(person.page, lambda: served.texts("Troène") != [], 30, "the idea's arrival")
    print(f"\n{request.node.name}: back after {time.time() - woken:.2f} s")
    ends_well(person, served, "Troène", ["Veiller à trois"], "Un chocolat ch")
    person.reads_no_strip()


@pytest.mark.browser
def test_a_killed_kernel_is_replaced(request: pytest.FixtureRequest, served: FragileWorkshop, arrive: Arrive) -> None:
    person = arrive("Genêt")
    person.send("Prêter le local")
    person.draft.press_sequentially("Avec un po")
    broken = time.time()
    served.kill_kernels()
    wait_beside(
        person.page,
        lambda: person.notes()[-1]["state"] == "ready" and person.notes()[-1]["at"] > broken,
        30,
        "a new kernel",
    )
    ends_well(person, served, "Genêt", ["Prêter le local"], "Avec un po")
    tell_times(request, person, broken, broken)
    person.send("Avec un poêle")
    expect(person.page.get_by_text(person.words("ideas.added"))).to_be_visible()
    assert served.texts("Genêt") == ["Prêter le local", "Avec un poêle"]


@pytest.mark.browser
def test_a_page_closed_before_the_answer_and_opened_again_sends_nothing_twice(
    served: FragileWorkshop, cable: Cable, arrive: Arrive
) -> None:
    person = arrive("Lilas")
    cable.lose_answers()
    person.send("Chauffer la chapelle")
    person.draft.press_sequentially("Et son por")
    wait_beside(person.page, lambda: served.texts("Lilas") != [], 10, "the commit")
    person.page.goto("about:blank")
    sent = person.times_sent("write_idea")
    cable.plug_in()
    person.page.goto(cable.address)
    wait_beside(person.page, lambda: person.times_sent("write_idea") > sent, 30, "the same idea sent again")
    ends_well(person, served, "Lilas", ["Chauffer la chapelle"], "Et son por")


@pytest.mark.browser
def test_a_reload_with_an_idea_on_its_way_and_another_begun(
    served: FragileWorkshop, cable: Cable, arrive: Arrive
) -> None:
    person = arrive("Seringat")
    cable.fall_silent()
    person.send("Un four solidaire")
    person.draft.press_sequentially("Et du bo")
    cable.plug_in()
    person.page.reload()
    ends_well(person, served, "Seringat", ["Un four solidaire"], "Et du bo")
    expect(person.draft).to_be_focused()


@pytest.mark.browser
def test_the_server_killed_between_commit_and_answer_stores_an_idea_once(
    request: pytest.FixtureRequest, served: FragileWorkshop, cable: Cable, arrive: Arrive
) -> None:
    person = arrive("Houx")
    cable.lose_answers()
    person.send("Une ronde chaque soir")
    person.draft.press_sequentially("À pied")
    wait_beside(person.page, lambda: served.texts("Houx") != [], 10, "the commit")
    sent = person.times_sent("write_idea")
    broken = time.time()
    served.kill_server("participant")
    cable.plug_in()
    wait_beside(person.page, lambda: person.times_sent("write_idea") > sent, 60, "the same idea sent again")
    ends_well(person, served, "Houx", ["Une ronde chaque soir"], "À pied")
    assert tell_times(request, person, broken, broken)[-1] == "ready"


@pytest.mark.browser
def test_an_acknowledged_idea_outlives_a_killed_server(
    request: pytest.FixtureRequest, served: FragileWorkshop, arrive: Arrive
) -> None:
    person = arrive("Fusain")
    person.send("Un numéro unique")
    expect(person.page.get_by_text(person.words("ideas.added"))).to_be_visible()
    broken = time.time()
    served.kill_server("participant")
    assert served.texts("Fusain") == ["Un numéro unique"]
    person.reads_that_connection_is("lost")
    person.send("Écrite pendant la panne")
    person.draft.press_sequentially("Et jour et nu")
    wait_beside(person.page, lambda: len(served.texts("Fusain")) == 2, 60, "the second idea's arrival")
    ends_well(person, served, "Fusain", ["Un numéro unique", "Écrite pendant la panne"], "Et jour et nu")
    assert tell_times(request, person, broken, broken)[-1] == "ready"


@pytest.mark.browser
def test_everything_killed_and_served_again_finds_everybody_where_they_were(
    request: pytest.FixtureRequest, served: FragileWorkshop, arrive: Arrive, new_context: NewContext
) -> None:
    person = arrive("Érable")
    host = Facilitator(new_context(viewport=LAPTOP, locale="fr-FR"), served)
    host.page.goto(served.facilitator_page("3_ideas"))
    screen = new_context(viewport=PROJECTOR, locale="fr-FR").new_page()
    screen.goto(served.screen)
    for page in (host.page, screen):
        expect(page.locator("#content")).not_to_have_attribute("aria-busy", "true")
        page.evaluate("window.before = true")  # goes with this very page
    host.page.get_by_role("button", name=host.words("ideas.proxy")).click()
    host.page.get_by_label(host.words("ideas.proxy.text")).fill("Dite par quelqu’un")
    addresses = (served.participants, served.facilitator, served.screen)
    person.send("Ouvrir l’école")
    expect(person.page.get_by_text(person.words("ideas.added"))).to_be_visible()

    stored = len(served.ideas())
    broken = time.time()
    served.kill()
    for page in (person.page, host.page, screen):
        expect(page.locator("#page-strip")).to_contain_text(person.say("page.lost"), timeout=LONG)
    person.send("Écrite sans serveur")
    person.draft.press_sequentially("Et la cant")
    host.page.get_by_role("button", name=host.words("ideas.proxy.add")).click()
    mended = time.time()
    served.start_again()
    assert (served.participants, served.facilitator, served.screen) == addresses
    print(f"\nserved again after {time.time() - mended:.2f} s")
    wait_beside(person.page, lambda: len(served.texts("Érable")) == 2, 60, "the second idea's arrival")
    ends_well(person, served, "Érable", ["Ouvrir l’école", "Écrite sans serveur"], "Et la cant")
    assert tell_times(request, person, broken, mended)[-1] == "ready"

    for page in (host.page, screen):
        wait_until_loaded_anew(page)
        expect(page.locator("#content")).not_to_have_attribute("aria-busy", "true", timeout=LONG)
    wait_beside(host.page, lambda: len(served.ideas()) == stored + 2, 60, "the arrival of the idea told to the host")
    expect(host.page.get_by_role("button", name=host.words("ideas.proxy"))).to_be_visible()
    assert [idea.text for idea in served.ideas()].count("Dite par quelqu’un") == 1
    host.go_on("open-reveal", 1, read_first=False)
    told = host.say.plural("screen.reveal.ideas", len(served.ideas()))
    expect(screen.get_by_text(told, exact=True)).to_be_visible()  # the last of them may be on another page
    person.sees(person.words("ideas.reveal-title"))


def wait_until_loaded_anew(page: Page) -> None:
    wait_beside(page, lambda: ask(page, "window.before") is None, 60, "a new page")


@pytest.mark.browser
def test_two_tabs_on_one_phone_are_one_person(served: FragileWorkshop, cable: Cable, arrive: Arrive) -> None:
    first = arrive("Cornouiller")
    second = Person(first.page.context, cable.address)
    second.is_seated_as("Cornouiller")
    cable.fall_silent()
    first.send("Du premier onglet")
    second.send("Du second onglet")
    cable.plug_in()
    wait_beside(first.page, lambda: len(served.texts("Cornouiller")) == 2, 30, "both ideas' arrival")
    assert sorted(served.texts("Cornouiller")) == ["Du premier onglet", "Du second onglet"]
    for tab in (first, second):
        tab.page.bring_to_front()
        tab.page.evaluate('document.dispatchEvent(new Event("visibilitychange"))')
        for text in ("Du premier onglet", "Du second onglet"):
            expect(tab.page.get_by_role("main").get_by_text(text, exact=True)).to_have_count(1)
    wait_beside(first.page, lambda: first.letters() == 0, 30, "the last acknowledgement")
    assert len(served.people("Cornouiller")) == 1


@pytest.mark.browser
def test_a_pseudonym_taken_on_another_phone_is_refused_with_another(
    served: FragileWorkshop, cable: Cable, arrive: Arrive, new_context: NewContext
) -> None:
    arrive("Noisetier")
    second = Person(new_context(viewport=PHONE, locale="fr-FR"), cable.address)
    second.ask_for_seat("noisetier")
    refusal = second.say("errors.pseudonym-taken-suggestion", pseudonym="noisetier", suggestion="noisetier 2")
    expect(second.page.get_by_text(refusal)).to_be_visible()
    second.take_seat("noisetier 2")
    assert [len(served.people(name)) for name in ("Noisetier", "noisetier", "noisetier 2")] == [1, 0, 1]


@pytest.mark.browser
def test_by_another_address_the_same_person_comes_back_with_the_code_that_the_lost_page_says(
    served: FragileWorkshop, cable: Cable, arrive: Arrive
) -> None:
    person = arrive("Sureau, ailleurs")
    person.send("Une idée d’avant")
    wait_beside(person.page, lambda: person.letters() == 0, 30, "the acknowledgement of the first idea")
    cable.fall_silent()
    person.reads_that_connection_is("lost")
    strip = person.page.locator("#page-strip").inner_text()
    [code] = re.findall(r"[A-Z0-9]{3}-[A-Z0-9]{3}", strip)

    elsewhere = Person(person.page.context, f"http://localhost:{PORT}/")  # for the browser, another address
    elsewhere.page.get_by_text(elsewhere.words("join.back-link"), exact=True).click()
    elsewhere.page.get_by_label(elsewhere.words("join.back-code")).fill(code.lower())
    elsewhere.button("join.back-enter")
    elsewhere.is_seated_as("Sureau, ailleurs")
    elsewhere.send("Une idée d’après")
    wait_beside(elsewhere.page, lambda: elsewhere.letters() == 0, 30, "the acknowledgement of the second idea")
    assert served.texts("Sureau, ailleurs") == ["Une idée d’avant", "Une idée d’après"]

    cable.speak_again()
    person.reads_that_connection_is("back")
    expect(person.page.get_by_text("Un autre appareil a pris votre place")).to_be_visible()
    person.button("seat.returned-me")
    expect(person.page.get_by_text("Un autre appareil a pris votre place")).to_have_count(0)
