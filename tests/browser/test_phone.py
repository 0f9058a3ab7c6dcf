"""A phone in the hand: what is typed stays in sight, and each challenge is answered about in its turn."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import NewContext
from tests.browser.outages import wait_beside
from tests.browser.people import Phone, say_again
from tests.browser.served import ServedWorkshop
from tests.store.leading import lead_to
from workshop_kit.domain.course import Moment, Stage
from workshop_kit.store import Repository, Store, open_store

#: The last is what a keyboard leaves of a phone.
SIZES = ((390, 844), (360, 640), (390, 500))
#: Whether the field that has the focus is seen whole between the top and the footer that lies over the page.
IN_SIGHT = """
() => {
  const field = document.activeElement.getBoundingClientRect();
  const foot = document.querySelector(".wk-ideas .wk-foot");
  const covered = getComputedStyle(foot).position === "sticky" ? foot.getBoundingClientRect().top : innerHeight;
  return document.activeElement.tagName === "TEXTAREA" && field.top >= 0 && field.bottom <= covered;
}
"""

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def store(sample: ServedWorkshop) -> Iterator[Store]:
    opened = open_store(sample.folder)
    yield opened
    opened.close()


def share_the_work(repository: Repository) -> None:
    """Open two challenges at once, each with its tables."""
    lead_to(repository, Moment.WRITING)
    first, second, *_ = repository.list_challenges()
    repository.update_challenge(replace(repository.find_challenge(first.id), tables="1 à 4"))
    repository.update_challenge(replace(second, stage=Stage.WRITING, tables="5"))


@pytest.mark.parametrize(("width", "height"), SIZES)
@pytest.mark.parametrize("locale", ["fr-FR", "en-GB"])
def test_the_field_that_is_typed_in_stays_above_the_footer_and_the_keyboard(
    sample: ServedWorkshop, store: Store, new_context: NewContext, width: int, height: int, locale: str
) -> None:
    store.perform(None, lambda repository: lead_to(repository, Moment.WELCOME))
    store.perform(None, share_the_work)
    language = locale.partition("-")[0]
    phone = Phone(new_context(viewport={"width": width, "height": height}, locale=locale), sample, language)
    phone.ask_for_seat(f"Genêt {width} {height} {language}")
    phone.sees(phone.words("place.open"))
    field = phone.page.get_by_label(phone.words("ideas.text"))
    field.click()
    wait_beside(phone.page, lambda: phone.page.evaluate(IN_SIGHT), 20, "the field coming into sight")
    phone.page.keyboard.type("Une idée un peu longue, qui fait grandir le champ. " * 4)
    wait_beside(phone.page, lambda: phone.page.evaluate(IN_SIGHT), 20, "the field coming into sight")


def test_a_phone_chooses_its_challenge_by_its_words(
    sample: ServedWorkshop, store: Store, new_context: NewContext
) -> None:
    store.perform(None, lambda repository: lead_to(repository, Moment.WELCOME))
    store.perform(None, share_the_work)
    second = store.read(lambda repository: repository.list_challenges()[1])
    phone = Phone(new_context(viewport={"width": 390, "height": 844}), sample)
    phone.ask_for_seat("Ajonc des tables")
    shared = phone.page.get_by_role("navigation", name=phone.words("place.open"))
    other = shared.get_by_role("button", name=re.compile(rf"{say_again(second.stake)}\s*table 5\b"))
    expect(other).to_contain_text(second.statement)
    other.click()
    expect(phone.page.locator(".wk-challenge")).to_contain_text(second.statement)


def test_help_is_asked_for_challenge_by_challenge_and_goes_on_at_the_first_unanswered(
    sample: ServedWorkshop, store: Store, new_context: NewContext
) -> None:
    store.perform(None, lambda repository: lead_to(repository, Moment.OFFER))
    challenges = store.read(lambda repository: repository.list_challenges())
    phone = Phone(new_context(viewport={"width": 390, "height": 844}), sample)
    phone.ask_for_seat("Bruyère des offres")
    phone.sees(phone.say.plural("participant.offer.left", len(challenges)))
    phone.choose(phone.words("offer.title"), phone.words("offer.no"))
    phone.sees(phone.words("offer.saved-no"))
    second = challenges[1]
    following = say_again(phone.words("offer.next", number=2, stake=second.stake))
    phone.page.get_by_role("button", name=re.compile(f"^{following}")).click()
    expect(phone.page.locator(".wk-challenge")).to_contain_text(second.statement)
    phone.choose(phone.words("offer.title"), phone.words("offer.yes"))
    phone.sees(phone.words("offer.saved-yes"))
    phone.page.reload()
    expect(phone.page.locator(".wk-challenge")).to_contain_text(challenges[2].statement)
    phone.sees(phone.say.plural("participant.offer.left", len(challenges) - 2))
    phone.button("offer.rest-no")
    phone.reach("Bruyère Fictive", "bruyere@example.org")
    person = store.read(lambda repository: repository.find_participant_by_pseudonym("Bruyère des offres"))
    assert person is not None
    volunteer = store.read(lambda repository: repository.find_volunteer(person.id))
    assert volunteer is not None
    assert volunteer.challenges == (second.id,)
    assert set(volunteer.declined) == {one.id for one in challenges} - {second.id}


def test_who_declines_everywhere_is_thanked_and_asked_for_nothing(
    sample: ServedWorkshop, store: Store, new_context: NewContext
) -> None:
    store.perform(None, lambda repository: lead_to(repository, Moment.OFFER))
    phone = Phone(new_context(viewport={"width": 360, "height": 640}), sample)
    phone.ask_for_seat("Chêne des offres")
    phone.button("offer.all-no")
    phone.sees(phone.words("offer.declined-title"))
    expect(phone.page.get_by_role("textbox")).to_have_count(0)
    phone.page.reload()
    phone.sees(phone.words("offer.declined-title"))


#: By what one sees that each moment has come.
SEEN = {
    Moment.WELCOME: "join.soon",
    Moment.WRITING: "ideas.text",
    Moment.REVEAL: "ideas.reveal-title",
    Moment.VOTE: "vote.add",
    Moment.SCORING: "scores.title",
    Moment.OFFER: "offer.title",
    Moment.MISSIONS: "mission.none-title",
    Moment.THANKS: "thanks.title",
}


def test_a_point_is_given_once_by_a_double_tap_and_twice_by_two_touches(
    sample: ServedWorkshop, store: Store, new_context: NewContext
) -> None:
    store.perform(None, lambda repository: lead_to(repository, Moment.VOTE))
    phone = Phone(new_context(viewport={"width": 390, "height": 844}, has_touch=True), sample)
    phone.ask_for_seat("Fusain des points")
    card = phone.page.locator(".wk-cards > li").first
    give = card.get_by_role("button", name=re.compile(f"^{phone.words('vote.add')}"))
    give.scroll_into_view_if_needed()
    box = give.bounding_box()
    assert box is not None
    place = (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    phone.page.touchscreen.tap(*place)
    expect(card.get_by_text(phone.words("vote.again")).first).to_be_visible()
    phone.page.touchscreen.tap(*place)
    phone.page.touchscreen.tap(*place)
    expect(card.locator(".wk-dots .wk-on")).to_have_count(1)
    phone.take_time()
    card.get_by_role("button", name=re.compile(f"^{phone.words('vote.again')}")).tap()
    expect(card.locator(".wk-dots .wk-on")).to_have_count(2)


def test_back_forward_and_reload_lead_to_the_same_seat_at_every_moment(
    sample: ServedWorkshop, store: Store, new_context: NewContext
) -> None:
    store.perform(None, lambda repository: lead_to(repository, Moment.WELCOME))
    phone = Phone(new_context(viewport={"width": 390, "height": 844}), sample)
    phone.join("Nerprun des pages", "resident")
    errors: list[str] = []
    phone.page.on("pageerror", lambda error: errors.append(str(error)))
    for moment, seen in SEEN.items():
        store.perform(None, partial(lead_to, moment=moment))
        said = re.compile(re.escape(phone.words(seen).partition("{")[0].strip()))
        phone.sees(said)
        phone.page.reload()
        phone.sees(said)
        phone.page.goto("about:blank")
        phone.page.go_back()
        phone.sees(said)
        phone.page.go_forward()
        phone.page.go_back()
        phone.sees(said)
        phone.sees("Nerprun des pages")
        phone.speak("en")  # the page does what it is asked
        phone.speak("fr")
        assert errors == [], moment


#: A phone that lies on its side: the footer stands at the end of the page, as it does with large letters.
ON_ITS_SIDE = {"width": 844, "height": 390}


def test_who_gives_a_dot_far_from_the_footer_stays_at_the_idea_and_goes_there_for_each_refusal(
    sample: ServedWorkshop, store: Store, new_context: NewContext
) -> None:
    store.perform(None, lambda repository: lead_to(repository, Moment.VOTE))
    phone = Phone(new_context(viewport=ON_ITS_SIDE, has_touch=True), sample)
    phone.ask_for_seat("Bouleau couché")
    phone.sees(phone.words("vote.lead", per_option=2))
    give = phone.page.get_by_role("button", name=re.compile(f"^{say_again(phone.words('vote.add'))}"))
    saved = phone.page.locator(".wk-foot .wk-saved")
    down = partial(phone.page.evaluate, "scrollY")

    def touch() -> float:
        """Touch the first idea without a dot where it stands, and return how far down the page was."""
        button = give.first
        button.evaluate("(one) => one.scrollIntoView({ block: 'center' })")
        box, before = button.bounding_box(), float(down())
        assert box is not None
        phone.take_time()
        phone.page.touchscreen.tap(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        return before

    for number in range(5):
        before = touch()
        expect(phone.page.locator(".wk-cards .wk-dots .wk-on")).to_have_count(number + 1)
        expect(saved).to_have_text(phone.say("words.saved"))
        assert down() == pytest.approx(before, abs=10)  # a browser holds what is read in its place, to a few pixels
    refused = phone.page.locator(".wk-foot .wk-refused")
    for _ in range(2):
        touch()
        expect(refused).to_be_in_viewport()


def test_an_idea_read_out_by_a_helper_keeps_its_room_in_large_letters(new_context: NewContext) -> None:
    styles = Path(__file__).parents[2] / "templates" / "frontend" / "src" / "panels" / "voices" / "voices.css"
    line = (
        "<li><b class=wkv-number>31</b><span class=wkv-title>Une consigne et une laverie</span>"
        "<span class=wkv-dots>○○</span><button class=wk-quiet-action>Donner un point</button>"
        "<button class=wk-quiet-action>Reprendre</button></li>"
    )
    page = new_context(viewport={"width": 360, "height": 640}).new_page()
    page.set_content(
        f"<style>{styles.read_text(encoding='utf-8')} body {{ margin: 0 68px; font: 24px sans-serif }} "
        f"button {{ font: inherit }}</style><div class=wk-panel><ol class=wkv-options>{line}</ol></div>"
    )
    assert page.locator(".wkv-title").evaluate("(one) => one.getBoundingClientRect().width") >= 5 * 24
