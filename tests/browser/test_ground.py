"""What pages look like where the light, the paper or the length of a text is not what one expects."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import PHONE, PROJECTOR, NewContext
from tests.browser.people import Phone
from tests.browser.served import ServedWorkshop, wait_for
from tests.store.leading import lead_to
from workshop_kit.domain.course import Moment, Stage
from workshop_kit.i18n import Translator
from workshop_kit.live.challenge import read_options
from workshop_kit.store import Repository, Store, open_store
from workshop_kit.tokens import read_dark_tokens, read_tokens

GROUND: Final = "() => getComputedStyle(document.documentElement).getPropertyValue('--paper').trim()"
#: The cards of the screen of which something is cut off: by the page, by their own edges, or by the end of a line.
CUT: Final = """
() => {
  const list = document.querySelector(".wk-columns, .wk-fitted"), frame = list.getBoundingClientRect();
  return [...list.querySelectorAll(".wk-card, .wk-challenge")].filter((card) => {
    const box = card.getBoundingClientRect();
    const along = box.left >= frame.left - 1 && box.right <= frame.right + 1;
    const within = along && box.top >= frame.top - 1 && box.bottom <= frame.bottom + 1;
    return !within || card.scrollWidth > card.clientWidth + 1 || card.scrollHeight > card.clientHeight + 1;
  }).map((card) => card.textContent.slice(0, 40));
}
"""
#: The size of the letters that cards are set in, in those of the page: 1 is read from eight metres.
SIZE: Final = """
() => parseFloat(getComputedStyle(document.querySelector(".wk-columns > .wk-card, .wk-fitted")).fontSize)
  / parseFloat(getComputedStyle(document.querySelector(".wk-screen")).fontSize)
"""
WORD: Final = "anticonstitutionnellement" * 3

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


def open_screen(new_context: NewContext, sample: ServedWorkshop, query: str = "", **settings: object) -> Page:
    page = new_context(viewport=PROJECTOR, locale="fr-FR", **settings).new_page()
    page.goto(f"{sample.screen}{'&' if '?' in sample.screen else '?'}{query}")
    expect(page.locator(".wk-stage")).to_be_visible()
    return page


def test_pages_are_dark_where_the_device_asks_for_it_and_light_on_paper(
    sample: ServedWorkshop, store: Store, new_context: NewContext
) -> None:
    move(store, Moment.WELCOME)
    page = Phone(new_context(viewport=PHONE, color_scheme="dark"), sample).page
    expect(page.locator(".wk-panel").first).to_be_visible()
    assert page.evaluate(GROUND) == read_dark_tokens()["paper"]
    assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "dark"
    page.emulate_media(media="print")
    assert page.evaluate(GROUND) == read_tokens()["paper"]
    page.emulate_media(media="screen", color_scheme="light")
    wait_for(lambda: page.evaluate(GROUND) == read_tokens()["paper"], 10, "following the device into the light")


def test_a_dark_hall_is_chosen_in_the_address_or_by_a_button_and_remembered(
    sample: ServedWorkshop, store: Store, new_context: NewContext
) -> None:
    move(store, Moment.WELCOME)
    say = Translator("fr")
    page = open_screen(new_context, sample, "dark=1")
    assert page.evaluate(GROUND) == read_dark_tokens()["paper"]
    page.get_by_role("button", name=say("screen.ground.light")).click()
    expect(page.get_by_role("button", name=say("screen.ground.dark"))).to_be_visible()
    assert page.evaluate(GROUND) == read_tokens()["paper"]
    page.get_by_role("button", name=say("screen.ground.dark")).click()
    page.goto(sample.screen)
    expect(page.get_by_role("button", name=say("screen.ground.light"))).to_be_visible()
    assert page.evaluate(GROUND) == read_dark_tokens()["paper"]
    assert page.evaluate("document.querySelector('.wk-qr rect').getAttribute('fill')") == "#fff"


def test_an_address_to_copy_and_the_screen_have_a_plain_zero_that_no_phone_fetches(
    sample: ServedWorkshop, store: Store, new_context: NewContext
) -> None:
    move(store, Moment.WELCOME)
    phone = Phone(new_context(viewport=PHONE, locale="fr-FR"), sample)
    phone.sees(phone.words("join.pseudonym"))
    page = new_context(viewport=PROJECTOR).new_page()
    with page.expect_response(lambda response: "/plain-zero-bold-" in response.url) as fetched:
        page.goto(sample.screen)
    assert fetched.value.ok
    counts = page.locator(".wk-number b").first.evaluate("one => getComputedStyle(one).fontFamily")
    assert counts.startswith('"Atelier Plain Zero"'), "what is counted has a plain zero too"
    phone.page.evaluate("document.fonts.ready.then(() => true)")
    assert any("/bold-" in address for address in phone.requested)
    assert [address for address in phone.requested if "plain-zero" in address] == []


def test_a_letter_of_neither_language_is_fetched_where_it_is_shown_and_by_no_other_phone(
    sample: ServedWorkshop, store: Store, new_context: NewContext
) -> None:
    move(store, Moment.WELCOME)
    phone = Phone(new_context(viewport=PHONE, locale="fr-FR"), sample)
    phone.sees(phone.words("join.pseudonym"))
    phone.page.evaluate("document.fonts.ready.then(() => true)")
    assert [address for address in phone.requested if "-rest-" in address] == []
    with phone.page.expect_response(lambda response: "/regular-rest-" in response.url) as fetched:
        phone.page.get_by_label(phone.words("join.pseudonym")).fill("Iñaki")
    assert fetched.value.ok


@pytest.mark.parametrize("moment", [Moment.REVEAL, Moment.RESULTS, Moment.MISSIONS])
def test_no_card_of_the_screen_is_ever_cut(
    sample: ServedWorkshop, store: Store, new_context: NewContext, moment: Moment
) -> None:
    def write_at_length(repository: Repository) -> None:
        texts = ("La soupe du jeudi soir tient chaud à tous. " * 14, WORD, "Le car du matin passe trop tôt ! " * 18)
        ideas = repository.list_ideas(repository.find_workshop().current_challenge)
        for idea, text in zip(ideas[::5], texts, strict=False):
            repository.update_idea(replace(idea, text=text[:600].strip()))

    store.perform(None, write_at_length)
    move(store, moment)
    page = open_screen(new_context, sample)
    for width, height in ((1024, 768), (1366, 768), (1920, 1080)):
        page.set_viewport_size({"width": width, "height": height})
        wait_for(lambda: page.evaluate(CUT) == [], 10, f"setting every card whole at {width} × {height}")
        assert page.locator(".wk-card").count() > 0


def write_shortly(repository: Repository) -> None:
    """Make every idea of the challenge in question a short one, in no group, that its author says no more of."""
    for idea in repository.list_ideas(repository.find_workshop().current_challenge):
        repository.update_idea(replace(idea, text="Une soupe chaude", answer=""))
    for group in repository.list_groups():
        repository.update_group(replace(group, undone_at=group.formed_at))


def test_what_the_remote_calls_one_page_is_one_page_on_every_projector(
    sample: ServedWorkshop, store: Store, new_context: NewContext
) -> None:
    move(store, Moment.REVEAL)
    store.perform(None, write_shortly)
    page = open_screen(new_context, sample)
    expect(page.locator(".wk-columns").get_by_text("Une soupe chaude").first).to_be_visible()
    for width, height in ((1024, 768), (1366, 768), (1600, 900), (1920, 1080)):
        page.set_viewport_size({"width": width, "height": height})
        wait_for(lambda: page.evaluate(CUT) == [], 10, f"setting every card whole at {width} × {height}")
        assert page.evaluate(SIZE) >= 1


def test_short_ideas_fill_both_columns_alike(sample: ServedWorkshop, store: Store, new_context: NewContext) -> None:
    move(store, Moment.REVEAL)
    store.perform(None, write_shortly)
    page = open_screen(new_context, sample)
    expect(page.locator(".wk-columns").get_by_text("Une soupe chaude").first).to_be_visible()
    for width, height in ((1024, 768), (1920, 1080)):
        page.set_viewport_size({"width": width, "height": height})
        wait_for(lambda: page.evaluate(CUT) == [], 10, f"setting every card whole at {width} × {height}")
        lefts = page.evaluate(
            "[...document.querySelectorAll('.wk-card')].map((one) => one.getBoundingClientRect().left)"
        )
        left = sum(one == min(lefts) for one in lefts)
        assert 0 <= 2 * left - len(lefts) <= 1


def wait_until_within(page: Page, selector: str, height: int, where: str) -> None:
    """Wait until the first element ends above the edge of the window, ``height`` pixels down."""

    def ends_above() -> bool:
        box = page.locator(selector).first.bounding_box()
        return box is not None and box["y"] + box["height"] <= height

    wait_for(ends_above, 10, f"fitting {selector} into {where}")


@pytest.mark.parametrize("moment", [Moment.WELCOME, Moment.VOTE, Moment.MISSIONS, Moment.THANKS])
def test_a_lost_connection_pushes_nothing_of_the_screen_below_its_edge(
    sample: ServedWorkshop, store: Store, new_context: NewContext, moment: Moment
) -> None:
    move(store, moment)
    page = open_screen(new_context, sample)
    page.evaluate("document.querySelector('#page-strip').textContent = 'Connexion perdue.'")
    for width, height in ((1024, 768), (1366, 768), (1920, 1080)):
        page.set_viewport_size({"width": width, "height": height})
        expect(page.locator(".wk-stage-top")).to_be_in_viewport(ratio=1)
        for shown in (".wk-stage", ".wk-stage > :last-child"):
            wait_until_within(page, shown, height, f"{width} × {height}")


@pytest.mark.parametrize("moment", [Moment.SCORING, Moment.MISSIONS, Moment.WRITING])
def test_what_the_screen_shows_is_read_from_eight_metres_and_overlaps_nothing(
    sample: ServedWorkshop, store: Store, new_context: NewContext, moment: Moment
) -> None:
    def open_all(repository: Repository) -> None:
        lead_to(repository, moment)
        repository.update_projection(replace(repository.find_projection(), drawn=True))
        for one in repository.list_challenges() if moment is Moment.WRITING else ():
            repository.update_challenge(replace(one, stage=Stage.WRITING, tables="tables 1 et 2"))

    store.perform(None, open_all)
    page = open_screen(new_context, sample)
    expect(page.locator(".wk-columns, .wk-fitted, .wk-mx").first).to_be_visible()
    for width, height in ((1024, 768), (1280, 720), (1920, 1080)):
        page.set_viewport_size({"width": width, "height": height})
        if moment is not Moment.SCORING:
            wait_for(lambda: page.evaluate(CUT) == [], 10, f"setting every card whole at {width} × {height}")
            wait_for(lambda: page.evaluate(SIZE) >= 0.95, 10, f"setting it large at {width} × {height}")
        wait_until_within(page, ".wk-last-row", height, f"{width} × {height}")
        assert page.evaluate("document.querySelector('.wk-stage').scrollHeight") <= height
