"""The thread of a workshop in the three engines that people bring: Chromium, Firefox, and every iPhone's WebKit.

The facilitator's laptop and a participant's phone have the same engine.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.cable import Cable
from tests.browser.conftest import PHONE, PICTURES_OF_FAILURES, NewContext, find_port
from tests.browser.engines.people import Guest, Host
from tests.browser.engines.room import DESK, ENGINES, HAND, NOT_HERE, Give, hand_out
from tests.browser.engines.tab import Device, Tab
from tests.browser.outages import FragileWorkshop, Person
from tests.browser.served import wait_for
from tests.store.leading import lead_to
from workshop_kit.domain.course import Moment, Phase
from workshop_kit.domain.model import Challenge, Workshop
from workshop_kit.i18n import LANGUAGES, Translator
from workshop_kit.serving.waiting import waiting_page
from workshop_kit.store import Repository, create_store, open_store

pytestmark = pytest.mark.browser

#: Each engine works on a challenge of its own.
CHALLENGES = {"chromium": "Logement", "firefox": "Mobilité", "webkit": "Alimentation"}
#: Pixels that an iPhone's keyboard leaves of a page.
ABOVE_KEYBOARD = 450


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FragileWorkshop]:
    folder: Path = tmp_path_factory.mktemp("engines") / "atelier"
    now = datetime.now(UTC)
    workshop = Workshop("Atelier", "Saint-Elme", "fr", Phase.WELCOME, None, None, now, now + timedelta(days=30))
    store = create_store(folder, workshop)
    store.perform(None, _frame)
    store.close()
    with FragileWorkshop(folder, port=find_port(32366)) as workshop_served:
        yield workshop_served


def _frame(repository: Repository) -> None:
    for position, (engine, stake) in enumerate(CHALLENGES.items()):
        repository.add_challenge(Challenge(engine, stake, f"Avancer ensemble : {stake}", position=position))


@pytest.fixture
def cable(served: FragileWorkshop) -> Iterator[Cable]:
    with Cable(find_port(32466), find_port(32366)) as plugged:
        yield plugged


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def give(engine: str, request: pytest.FixtureRequest) -> Iterator[Give]:
    def chromium() -> Browser:
        launched: Browser = request.getfixturevalue("browser")
        return launched

    if engine != "chromium" and NOT_HERE:
        pytest.skip(NOT_HERE)
    if engine == "chromium":
        chromium()  # so that it ends after the pages in it
    given: list[Tab] = []
    failures = request.session.testsfailed
    with hand_out(engine, chromium, find_port(32566)) as hand:

        def note(device: Device) -> Tab:
            given.append(hand(device))
            return given[-1]

        yield note
        if request.session.testsfailed > failures:
            PICTURES_OF_FAILURES.mkdir(exist_ok=True)
            for number, tab in enumerate(given):
                (PICTURES_OF_FAILURES / f"{request.node.name}-{number}.png").write_bytes(tab.picture())


def stand_at(served: FragileWorkshop, moment: Moment, challenge: str) -> None:
    store = open_store(served.folder)
    store.perform(None, lambda repository: lead_to(repository, moment, challenge))
    store.close()


def test_a_challenge_is_worked_on_in_this_engine(
    engine: str, give: Give, served: FragileWorkshop, cable: Cable
) -> None:
    stand_at(served, Moment.WRITING, engine)
    number = list(CHALLENGES).index(engine) + 1
    name = f"Rose de {engine}"
    host = Host(give(DESK), served.facilitator_page("3_ideas"))
    guest = Guest(give(HAND), cable.address)
    guest.takes_seat(name)
    guest.sees(f"Avancer ensemble : {CHALLENGES[engine]}")

    # a draft outlives a reload, and so does the place where one was typing
    guest.types(guest.draft, "Ouvrir la sal")
    guest.tab.move("reload")
    guest.reads_in(guest.draft, "Ouvrir la sal")
    guest.has_focus("field", guest.draft)

    # a keyboard lies over the lower half of the page: the field and what sends it stand above it
    guest.tab.run(
        "(height) => { Object.defineProperty(visualViewport, 'height', { configurable: true, get: () => height });"
        " visualViewport.dispatchEvent(new Event('resize')); }",
        ABOVE_KEYBOARD,
    )
    for kind, called in (("field", guest.draft), ("button", f"^{guest.words('ideas.add')}$")):
        guest.stands_above(ABOVE_KEYBOARD, kind, called)
    guest.tab.run("() => { delete visualViewport.height; visualViewport.dispatchEvent(new Event('resize')); }")

    # out of reach, what is sent waits on the phone; back in reach it arrives by itself, once
    cable.fall_silent()
    guest.reads_that_connection_is("lost")
    guest.tab.write("le chauffée")
    guest.presses("ideas.add", times=2)
    guest.sees(guest.say("words.waiting"))
    guest.types(guest.draft, "Un thé")
    assert served.texts(name) == []
    cable.plug_in()
    wait_for(lambda: served.texts(name) == ["Ouvrir la salle chauffée"], 30, "the idea's arrival")
    guest.reads_no_strip()
    guest.has_nothing_to_send()
    guest.reads_in(guest.draft, "Un thé")
    guest.tab.write(" chaud")
    guest.presses("ideas.add", times=2)
    wait_for(lambda: served.texts(name)[1:] == ["Un thé chaud"], 30, "the second idea's arrival")

    host.goes_on("open-reveal", number, asked=True)
    guest.sees("Ouvrir la salle chauffée")
    host.goes_on("open-vote", number)
    guest.gives_dots("Un thé chaud", 2)
    guest.sees(guest.words("vote.saved"))
    host.goes_on("open-results", number, asked=True)
    host.unveils(1)
    guest.sees("2 points")
    assert served.texts(name) == ["Ouvrir la salle chauffée", "Un thé chaud"]


def test_a_word_that_is_being_composed_is_sent_whole_and_once(served: FragileWorkshop, new_context: NewContext) -> None:
    stand_at(served, Moment.WRITING, "chromium")
    person = Person(new_context(viewport=PHONE), served.participants)
    person.take_seat("Hana")
    method = person.page.context.new_cdp_session(person.page)
    person.draft.click()
    method.send("Input.imeSetComposition", {"text": "とうきょう", "selectionStart": 5, "selectionEnd": 5})
    person.page.keyboard.press("Enter")  # as a keyboard of the room's own language has it: no letter of its own
    another = Person(new_context(viewport=PHONE), served.participants)
    another.take_seat("Nao")  # the room moves meanwhile
    method.send("Input.imeSetComposition", {"text": "東京の駅", "selectionStart": 4, "selectionEnd": 4})
    expect(person.draft).to_have_value(re.compile("東京の駅"))
    person.button("ideas.add")
    expect(person.page.get_by_text(person.words("ideas.added"))).to_be_visible()
    [text] = served.texts("Hana")
    assert text.endswith("東京の駅")
    expect(person.draft).to_have_value("")


#: What an old browser lacks, each by itself.
LACKING = (
    "delete window.WebSocket",
    "delete window.AbortController",
    "delete Promise.any",
    "delete Intl.PluralRules",
    "delete String.prototype.replaceAll",
    "CSS.supports = () => false",
)


def shows_one_sentence(page: Page, sentence: str) -> None:
    """See a sentence on the page, and nothing else."""
    expect(page.get_by_text(sentence)).to_be_visible()
    assert page.evaluate("document.body.innerText.trim()") == sentence


@pytest.mark.parametrize("lack", LACKING)
def test_a_browser_that_is_too_old_reads_so_in_one_sentence(
    lack: str, served: FragileWorkshop, new_context: NewContext
) -> None:
    for language in LANGUAGES:
        page = new_context(viewport=PHONE, locale=language).new_page()
        page.add_init_script(lack)
        page.goto(served.participants)
        shows_one_sentence(page, Translator(language)("page.old"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_waits_with_a_browser_that_is_too_old_reads_so(language: str, new_context: NewContext) -> None:
    page = new_context(viewport=PHONE).new_page()
    page.set_content(waiting_page(language, "Atelier", 3, full=False).html.replace("inset:0", "newer-than:this"))
    shows_one_sentence(page, Translator(language)("page.old"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_waits_without_scripts_is_not_told_that_the_page_moves_on_by_itself(
    language: str, new_context: NewContext
) -> None:
    say = Translator(language)
    page = new_context(viewport=PHONE, java_script_enabled=False).new_page()
    shown = waiting_page(language, "Atelier", 3, full=False).html
    page.route("http://waits.invalid/", lambda route: route.fulfill(body=shown, content_type="text/html"))
    page.goto("http://waits.invalid/")
    expect(page.locator("noscript p")).to_have_text(say("serving.waiting.noscript"))
    expect(page.locator("noscript p")).to_be_visible()
    for promise in ("keep", "welcome"):
        expect(page.get_by_text(say(f"serving.waiting.{promise}"))).to_be_hidden()
    expect(page.get_by_text(say("serving.waiting.place", number=3))).to_be_hidden()


def test_a_page_whose_script_cannot_be_read_says_that_the_browser_is_too_old(
    served: FragileWorkshop, new_context: NewContext
) -> None:
    page = new_context(viewport=PHONE).new_page()

    def answer(route: Route) -> None:
        route.fulfill(body="const newer = than |> this;", content_type="text/javascript")

    page.route("**/assets/page-*.js", answer)
    page.goto(served.participants)
    shows_one_sentence(page, Translator("fr")("page.old"))


def test_a_page_without_scripts_says_so_and_nothing_else(served: FragileWorkshop, new_context: NewContext) -> None:
    page = new_context(viewport=PHONE, java_script_enabled=False).new_page()
    page.goto(served.participants)
    for language in LANGUAGES:
        said = page.locator(f"noscript p span[lang={language}]")
        expect(said).to_be_visible()
        expect(said).to_have_text(Translator(language)("page.noscript"))
        expect(page.get_by_text(Translator(language)("page.loading"))).to_be_hidden()
        expect(page.get_by_text(Translator(language)("page.old"))).to_be_hidden()


def test_a_browser_of_today_is_not_told_that_it_is_old(served: FragileWorkshop, new_context: NewContext) -> None:
    person = Person(new_context(viewport=PHONE), served.participants)
    expect(person.page.get_by_label(person.words("join.pseudonym"))).to_be_visible()
    expect(person.page.locator("#page-old")).to_be_hidden()
