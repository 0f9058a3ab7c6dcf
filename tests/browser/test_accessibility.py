"""Nobody is left outside: every page, at every moment, for a phone, a laptop and a projector, in both languages.

What a machine cannot see (the order in which things are said, the sense of an alternative) is in docs/accessibility.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.axe import (
    find_overflow,
    find_overflow_below,
    find_overflow_when_spaced,
    find_small_targets,
    find_small_text,
    find_violations,
)
from tests.browser.conftest import LAPTOP, PHONE, PROJECTOR, NewContext
from tests.browser.people import Facilitator, Phone
from tests.browser.served import ServedWorkshop
from tests.store.leading import lead_to
from workshop_kit.domain.course import MOMENTS, Moment, Phase
from workshop_kit.domain.model import Workshop
from workshop_kit.i18n import LANGUAGES, Translator
from workshop_kit.live.challenge import read_options
from workshop_kit.report import make_report
from workshop_kit.store import Repository, Store, create_store, open_store

#: WCAG 1.4.10: a page read at 400 % on a laptop has this width.
NARROW = {"width": 320, "height": 640}
THUMB = 44
POINTER = 24
#: A participant's page keeps to this; the facilitator's quiet notes go down to the tokens' 15 px.
BODY_TEXT = 16
QUIET_TEXT = 15

#: What a phone says at each moment, beyond its header.
SAID = {
    Moment.FORM: "form.summary",
    Moment.WELCOME: "join.in",
    Moment.CHOICE: "vote.results-title",  # the last challenge is closed: its results stay on the phones
    Moment.WRITING: "ideas.title",
    Moment.REVEAL: "ideas.reveal-title",
    Moment.VOTE: "vote.lead",
    Moment.RESULTS: "vote.results-title",
    Moment.SCORING: "scores.title",
    Moment.OFFER: "offer.title",
    Moment.MISSIONS: "mission.none-title",
    Moment.THANKS: "thanks.title",
}
STEPS = ("1_challenge", "2_stakeholders", "4_matrix", "5_missions", "6_synthesis", "room", "import")

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def store(sample: ServedWorkshop) -> Iterator[Store]:
    opened = open_store(sample.folder)
    yield opened
    opened.close()


def move(store: Store, moment: Moment) -> None:
    """Lead the room to a moment, with the first challenge, every place of its results uncovered."""

    def lead(repository: Repository) -> None:
        lead_to(repository, moment)
        first = repository.list_challenges()[0]
        repository.update_challenge(replace(first, uncovered=tuple(one.id for one in read_options(repository, first))))

    store.perform(None, lead)


def say_on_screen(store: Store, moment: Moment, say: Translator) -> str:
    """Say what the screen calls a moment: a vote taken up again and its results, by their round."""
    round = store.read(lambda repository: repository.list_challenges()[0].round)
    if moment in (Moment.VOTE, Moment.RESULTS) and round > 1:
        return say(f"screen.{moment}.second") if round == 2 else say(f"screen.{moment}.round", round=round)
    return say(f"phases.room.{moment}")


def until(page: Page, text: str) -> None:
    """Wait until the page says ``text``, whatever values stand in it."""
    pattern = ".+".join(re.escape(part.strip()) for part in re.split(r"\{\w+\}", text) if part.strip())
    expect(page.locator("main").get_by_text(re.compile(pattern)).locator("visible=true").first).to_be_visible()


def find_faults(page: Page, size: dict[str, int], target: int, text: int) -> list[str]:
    page.set_viewport_size({"width": size["width"], "height": size["height"]})
    return [
        *find_violations(page),
        *find_overflow(page),
        *find_small_targets(page, target),
        *find_small_text(page, text),
    ]


def find_faults_of_phone(page: Page, where: str) -> list[str]:
    faults = [*find_faults(page, LAPTOP, POINTER, BODY_TEXT), *find_faults(page, PHONE, THUMB, BODY_TEXT)]
    faults += find_overflow_when_spaced(page)
    page.set_viewport_size({"width": NARROW["width"], "height": NARROW["height"]})
    faults += find_overflow(page)
    return [f"{where}: {fault}" for fault in faults]


def find_faults_of_laptop(page: Page, where: str) -> list[str]:
    faults = [*find_faults(page, PHONE, POINTER, QUIET_TEXT), *find_faults(page, LAPTOP, POINTER, QUIET_TEXT)]
    return [f"{where}: {fault}" for fault in faults]


def test_a_participant_meets_no_barrier_at_any_moment(
    sample: ServedWorkshop, store: Store, new_context: NewContext
) -> None:
    move(store, Moment.WELCOME)
    phone = Phone(new_context(viewport=PHONE, locale="fr-FR"), sample)
    faults: list[str] = []
    for language in reversed(LANGUAGES):
        phone.speak(language)
        until(phone.page, phone.words("join.pseudonym"))
        faults += find_faults_of_phone(phone.page, f"joining, {language}")
    phone.button("join.go")
    phone.sees(phone.words("join.pseudonym-needed"))
    faults += find_faults_of_phone(phone.page, "joining, refused")
    phone.join("Bruyère des essais", "resident")
    for moment in MOMENTS:
        move(store, moment)
        for language in LANGUAGES:
            phone.speak(language)
            until(phone.page, phone.words(SAID[moment]))
            faults += find_faults_of_phone(phone.page, f"{moment}, {language}")
    assert faults == [], "\n".join(faults)


def test_a_participant_who_answered_meets_no_barrier(
    sample: ServedWorkshop, store: Store, new_context: NewContext
) -> None:
    move(store, Moment.WELCOME)
    phone = Phone(new_context(viewport=PHONE, locale="fr-FR"), sample)
    phone.join("Ajonc des essais", "shop")
    faults = []
    move(store, Moment.WRITING)
    until(phone.page, phone.words("ideas.title"))
    phone.write_idea("Un banc, un thé & une soupe devant la mairie", "lived")
    faults += find_faults_of_phone(phone.page, "an idea written")
    move(store, Moment.VOTE)
    until(phone.page, phone.words("vote.lead"))
    phone.give_dots("Un banc, un thé & une soupe devant la mairie", 2)
    faults += find_faults_of_phone(phone.page, "dots given")
    move(store, Moment.SCORING)
    until(phone.page, phone.words("scores.title"))
    phone.score("2", "+2")
    faults += find_faults_of_phone(phone.page, "scored")
    move(store, Moment.OFFER)
    until(phone.page, phone.words("offer.title"))
    phone.choose(phone.words("offer.title"), phone.words("offer.no"))
    until(phone.page, phone.words("offer.saved-no"))
    faults += find_faults_of_phone(phone.page, "help with one challenge declined")
    phone.button("offer.rest-yes")
    until(phone.page, phone.words("offer.given-lead"))
    faults += find_faults_of_phone(phone.page, "about to say what one can do")
    phone.page.reload()
    until(phone.page, phone.words("offer.given-lead"))
    phone.page.get_by_role("checkbox", name=phone.words("offer.day.evenings")).check(force=True)
    until(phone.page, phone.words("offer.term-kept"))
    faults += find_faults_of_phone(phone.page, "what one can do said")
    phone.reach("Églantine Fictive", "eglantine@example.org")
    faults += find_faults_of_phone(phone.page, "help offered")
    move(store, Moment.THANKS)
    until(phone.page, phone.words("thanks.title"))
    phone.button("thanks.erase")
    until(phone.page, phone.words("thanks.erase-sure"))
    faults += find_faults_of_phone(phone.page, "about to erase everything")
    assert faults == [], "\n".join(faults)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_screen_is_legible_at_any_moment(
    sample: ServedWorkshop, store: Store, new_context: NewContext, language: str
) -> None:
    page = new_context(viewport=PROJECTOR).new_page()
    page.goto(f"{sample.screen}{'&' if '?' in sample.screen else '?'}lang={language}")
    say = Translator(language)
    faults = []
    for moment in MOMENTS:
        move(store, moment)
        until(page, say_on_screen(store, moment, say))
        for name, size in (("phone", PHONE), ("laptop", LAPTOP), ("projector", PROJECTOR)):
            found = find_faults(page, size, POINTER, QUIET_TEXT) + (find_overflow_below(page) if size != PHONE else [])
            faults += [f"{moment}, {name}: {fault}" for fault in found]
    assert faults == [], "\n".join(faults)


def test_the_facilitator_meets_no_barrier_in_the_ideas_step(
    sample: ServedWorkshop, store: Store, new_context: NewContext
) -> None:
    move(store, Moment.WRITING)
    host = Facilitator(new_context(viewport=LAPTOP, locale="fr-FR"), sample)
    host.page.goto(sample.facilitator_page("3_ideas"))
    faults = []
    for moment in (Moment.WRITING, Moment.REVEAL, Moment.VOTE, Moment.RESULTS):
        move(store, moment)
        for language in LANGUAGES:
            host.speak(language)
            if moment in (Moment.REVEAL, Moment.VOTE):
                expect(host.page.get_by_role("list", name=host.words("ideas.stage.reveal"), exact=True)).to_be_visible()
            else:
                until(host.page, host.words(f"ideas.stage.{'hidden' if moment is Moment.WRITING else moment}"))
            faults += find_faults_of_laptop(host.page, f"3_ideas, {moment}, {language}")
    assert faults == [], "\n".join(faults)


@pytest.mark.parametrize("step", STEPS)
def test_the_facilitator_meets_no_barrier_in_a_step(
    sample: ServedWorkshop, store: Store, new_context: NewContext, step: str
) -> None:
    move(store, Moment.MISSIONS)
    host = Facilitator(new_context(viewport=LAPTOP, locale="fr-FR"), sample)
    host.page.goto(sample.facilitator_page(step))
    faults = []
    expect(host.page.locator("main[aria-busy]")).to_have_count(0)
    for language in LANGUAGES:
        host.speak(language)
        faults += find_faults_of_laptop(host.page, f"{step}, {language}")
    assert faults == [], "\n".join(faults)


def test_open_dialogs_and_forms_of_the_facilitator_are_no_barrier(
    sample: ServedWorkshop, store: Store, new_context: NewContext
) -> None:
    move(store, Moment.REVEAL)
    host = Facilitator(new_context(viewport=LAPTOP, locale="fr-FR"), sample)
    page, words = host.page, host.words
    faults = []

    page.get_by_role("button", name=words("header.code"), exact=True).click()
    expect(page.get_by_role("dialog")).to_be_visible()
    faults += find_faults_of_laptop(page, "the code to join")
    page.keyboard.press("Escape")
    page.get_by_role("button", name=words("challenges.edit")).first.click()
    expect(page.get_by_label(words("challenges.stake"))).to_be_visible()
    faults += find_faults_of_laptop(page, "changing a challenge")

    host.step("2_stakeholders")
    for section in ("ideas", "listed", "candidates", "registers", "invitations", "list"):
        host.open_section(f"wkf-{section}")
    faults += find_faults_of_laptop(page, "every part of the invitations")
    host.button(words("stakeholders.add"))
    expect(page.get_by_label(words("stakeholders.name"))).to_be_visible()
    faults += find_faults_of_laptop(page, "adding a stakeholder")

    host.step("3_ideas")
    host.button(words("course.back.open-writing"))
    expect(host.question).to_be_visible()
    faults += find_faults_of_laptop(page, "going back")
    page.keyboard.press("Escape")
    host.button(words("ideas.proxy"))
    page.get_by_label(words("ideas.proxy.who")).fill("Fougère")
    expect(page.get_by_label(words("ideas.proxy.as"))).to_be_visible()
    faults += find_faults_of_laptop(page, "writing for someone")

    host.step("room")
    host.button(host.say("voices.add"))
    expect(page.get_by_label(host.say("voices.add.pseudonym"))).to_be_visible()
    faults += find_faults_of_laptop(page, "someone without a phone")

    host.step("5_missions")
    opens = re.compile(re.escape(host.say("facilitator.missions.open-of", mission="")))
    folded = page.locator("article").filter(has=page.locator(".wkf-seat-waits, .wkf-seat-yes")).first
    folded.get_by_role("button", name=opens).click()
    page.get_by_role("button", name=re.compile(f"^{host.say('facilitator.missions.move-do')}, ")).first.click()
    page.get_by_role("button", name=re.compile(f"^{host.say('facilitator.missions.never')}")).first.click()
    expect(page.get_by_role("heading", name=host.say("facilitator.missions.trial"), exact=True)).to_be_visible()
    faults += find_faults_of_laptop(page, "trying what would change")
    page.get_by_role("button", name=host.say("facilitator.missions.trial.leave"), exact=True).click()
    page.get_by_role("button", name=host.say("facilitator.missions.view.person"), exact=True).click()
    faults += find_faults_of_laptop(page, "missions by person")
    page.get_by_role("button", name=host.say("facilitator.missions.view.mission"), exact=True).click()
    folded.get_by_role("button", name=opens).click()
    page.get_by_role("button", name=re.compile(f"^{host.say('facilitator.missions.move-do')}, ")).first.click()
    edit = re.escape(host.say("facilitator.missions.edit-of", mission=""))
    page.get_by_role("button", name=re.compile(edit)).first.click()
    expect(page.get_by_label(host.say("facilitator.missions.field.title"))).to_be_visible()
    faults += find_faults_of_laptop(page, "changing a mission and moving someone")

    host.step("6_synthesis")
    page.get_by_text(host.say("facilitator.synthesis.erase"), exact=True).click()
    page.get_by_label(host.say("facilitator.synthesis.erase.person")).select_option(index=1)
    page.get_by_label(host.say("facilitator.synthesis.erase.ideas.keep")).check()
    page.get_by_role("button", name=re.compile(f"^{host.say('facilitator.synthesis.erase.yes')}")).click()
    expect(page.get_by_role("button", name=host.say("facilitator.synthesis.erase.no"))).to_be_focused()
    faults += find_faults_of_laptop(page, "erasing somebody")
    assert faults == [], "\n".join(faults)


def test_the_small_pages_of_the_server_are_no_barrier(
    tmp_path: Path, sample: ServedWorkshop, new_context: NewContext
) -> None:
    say = Translator("fr")
    page = new_context(viewport=PHONE, locale="fr-FR").new_page()
    faults = []
    page.goto(f"{sample.participants.rstrip('/')}/no-such-page")
    until(page, say("serving.error.404"))
    faults += find_faults(page, PHONE, THUMB, BODY_TEXT)
    page.goto(sample.facilitator.split("?")[0])
    until(page, say("serving.locked.no-home"))
    faults += find_faults(page, PHONE, THUMB, BODY_TEXT)

    now = datetime.now(UTC)
    workshop = Workshop("Atelier", "Val-Brume", "fr", Phase.WELCOME, None, None, now, now + timedelta(days=365))
    create_store(tmp_path / "petite", workshop).close()
    with ServedWorkshop(tmp_path / "petite", port=29966, seats=1) as served:
        seated = Phone(new_context(viewport=PHONE, locale="fr-FR"), served)
        seated.sees(seated.words("join.pseudonym"))
        page.goto(served.participants)
        until(page, say("serving.waiting.full"))
        faults += find_faults(page, PHONE, THUMB, BODY_TEXT)
    until(page, say("serving.waiting.closed"))
    faults += find_faults(page, PHONE, THUMB, BODY_TEXT)
    assert faults == [], "\n".join(faults)


def test_dark_pages_are_no_barrier_either(sample: ServedWorkshop, store: Store, new_context: NewContext) -> None:
    dark = {"color_scheme": "dark", "locale": "fr-FR"}
    faults = []
    move(store, Moment.WELCOME)
    phone = Phone(new_context(viewport=PHONE, **dark), sample)
    phone.button("join.go")
    phone.sees(phone.words("join.pseudonym-needed"))
    faults += [f"joining, refused: {fault}" for fault in find_violations(phone.page)]
    phone.join("Genêt des essais", "shop")
    for phase in MOMENTS:
        move(store, phase)
        until(phone.page, phone.words(SAID[phase]))
        if phase is Moment.SCORING:
            phone.score("2", "+2")
        faults += [f"phone, {phase}: {fault}" for fault in find_violations(phone.page)]
    page = new_context(viewport=PROJECTOR, **dark).new_page()
    page.goto(sample.screen)
    host = Facilitator(new_context(viewport=LAPTOP, **dark), sample)
    for phase in (Moment.WELCOME, Moment.REVEAL, Moment.RESULTS, Moment.SCORING, Moment.MISSIONS):
        move(store, phase)
        until(page, say_on_screen(store, phase, Translator("fr")))
        faults += [f"screen, {phase}: {fault}" for fault in find_violations(page)]
    for step in (*STEPS, "3_ideas"):
        host.page.goto(sample.facilitator_page(step))
        expect(host.page.locator("main[aria-busy]")).to_have_count(0)
        faults += [f"{step}: {fault}" for fault in find_violations(host.page)]
    host.page.get_by_role("button", name=host.words("header.code"), exact=True).click()
    expect(host.page.get_by_role("dialog")).to_be_visible()
    faults += [f"the code to join: {fault}" for fault in find_violations(host.page)]
    phone.page.goto(f"{sample.participants.rstrip('/')}/no-such-page")
    until(phone.page, phone.say("serving.error.404"))
    faults += [f"no such page: {fault}" for fault in find_violations(phone.page)]
    assert faults == [], "\n".join(faults)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_synthesis_as_a_web_page_is_no_barrier(
    tmp_path: Path, sample: ServedWorkshop, new_context: NewContext, language: str
) -> None:
    file = tmp_path / "synthesis.html"
    make_report(sample.folder, file, language=language, format="html")
    page = new_context().new_page()
    page.goto(file.as_uri())
    faults = []
    for size in (PHONE, LAPTOP):
        page.set_viewport_size({"width": size["width"], "height": size["height"]})
        faults += find_violations(page) + find_overflow(page)
    assert faults == [], "\n".join(faults)


def test_an_inaccessible_page_is_found_out(browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.set_content(
        "<main><img src='data:,'><p style='color:#ccc;background:#fff;font-size:11px'>pâle</p>"
        "<button style='width:20px;height:20px;padding:0'>x</button>"
        "<button style='min-height:30px' aria-label='Fermer la porte'>Lui fermer…</button>"
        "<div style='width:500px'>large</div></main>"
    )
    found = " ".join(find_violations(page))
    assert all(rule in found for rule in ("html-has-lang", "image-alt", "color-contrast", "label-content-name"))
    assert find_overflow(page)
    assert len(find_small_targets(page, POINTER)) == 1
    assert len(find_small_text(page, QUIET_TEXT)) == 1 + 2  # the buttons' own 13 px as well
    page.close()
