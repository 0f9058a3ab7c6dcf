"""The remote on the laptop that town halls have: what is to be pressed now is reached without scrolling."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NewContext
from tests.browser.served import ServedWorkshop
from tests.store.leading import lead_to
from workshop_kit.domain.course import Moment, Stage
from workshop_kit.store import Repository, Store, open_store

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def store(sample: ServedWorkshop) -> Iterator[Store]:
    opened = open_store(sample.folder)
    yield opened
    opened.close()


def cover_places(hall: Repository) -> None:
    """Come to the results of the first challenge, its best ideas long ones, every place still covered."""
    lead_to(hall, Moment.RESULTS)
    first = hall.list_challenges()[0]
    hall.update_challenge(replace(first, uncovered=()))
    for idea in hall.list_ideas(first.id):
        hall.update_idea(replace(idea, text=("Un repas chaud chaque soir d’hiver. " * 9).strip()))


def wait_for_the_press(hall: Repository) -> None:
    """Reveal the ideas of the first challenge on phones, the screen still a step behind."""
    lead_to(hall, Moment.REVEAL)
    hall.update_projection(replace(hall.find_projection(), stage=Stage.WRITING))
    hall.update_challenge(replace(hall.list_challenges()[0], brought=False))


def list_hidden(page: Page) -> list[str]:
    """Return the names of the remote's buttons, down to the green one or those that turn pages, out of the window."""
    return list(
        page.evaluate(
            """() => [...document.querySelectorAll(
              ".wkf-remote :is(.wkf-remote-two, .wkf-remote-three, .wkf-remote-ahead) button"
            )].filter((one) => one.getBoundingClientRect().bottom > innerHeight).map((one) => one.textContent)"""
        )
    )


@pytest.mark.parametrize("height", [650, 768])
def test_what_is_pressed_now_is_above_the_fold(
    sample: ServedWorkshop, store: Store, new_context: NewContext, height: int
) -> None:
    for lead, press in (
        (cover_places, True),
        (wait_for_the_press, True),
        (lambda hall: lead_to(hall, Moment.REVEAL), False),
    ):
        store.perform(None, lead)
        page = new_context(viewport={"width": 1366, "height": height}, locale="fr-FR").new_page()
        page.goto(sample.facilitator_page("3_ideas"))
        expect(page.locator(".wkf-remote-three")).to_be_visible()
        expect(page.locator(".wkf-remote-ahead .wkf-next")).to_have_count(1 if press else 0)
        assert list_hidden(page) == []
        page.close()


def bring(page: Page, *, asked: bool) -> None:
    page.locator(".wkf-remote-ahead > .wkf-next").click()
    if asked:
        question = page.locator("dialog[open]")
        expect(question).to_contain_text(re.compile(r"La salle lira \d+ idées"))
        question.locator(".wkf-next").click()


@pytest.mark.parametrize("height", [650, 768, 900])
@pytest.mark.parametrize("lead", [cover_places, wait_for_the_press])
def test_what_was_shown_is_taken_back_by_a_button_that_can_be_read_and_pressed(
    sample: ServedWorkshop, store: Store, new_context: NewContext, lead: Callable[[Repository], None], height: int
) -> None:
    store.perform(None, lead)
    page = new_context(viewport={"width": 1366, "height": height}, locale="fr-FR").new_page()
    page.goto(sample.facilitator_page("3_ideas"))
    bring(page, asked=lead is wait_for_the_press)
    bar = page.locator(".wkf-remote-undo .wkf-undo")
    expect(bar).to_be_visible()
    place, button = bar.bounding_box(), bar.get_by_role("button").bounding_box()
    assert place is not None
    assert button is not None
    assert place["width"] > 300
    assert button["width"] > 80
    assert place["height"] < 100
    black = page.locator(".wkf-toggle").first.bounding_box()
    assert black is not None
    assert place["y"] + place["height"] <= black["y"], "what blacks the screen out is pressed in haste"
    bar.get_by_role("button").click()
    expect(bar).to_have_count(0)
    expect(page.locator(".wkf-remote-ahead > .wkf-next")).to_be_visible()
    page.close()


def count_green(page: Page) -> list[str]:
    """Return the names of the buttons of the page that are filled with the leading colour."""
    return list(
        page.evaluate(
            """() => { const probe = document.body.appendChild(document.createElement("i"));
            probe.style.color = "var(--lead)"; const lead = getComputedStyle(probe).color; probe.remove();
            return [...document.querySelectorAll("button")].filter((one) => one.offsetParent !== null
              && !one.disabled && getComputedStyle(one).backgroundColor === lead).map((one) => one.textContent); }"""
        )
    )


def test_one_button_at_a_time_is_green(sample: ServedWorkshop, store: Store, new_context: NewContext) -> None:
    store.perform(None, cover_places)
    page = new_context(viewport={"width": 1366, "height": 768}, locale="fr-FR").new_page()
    page.goto(sample.facilitator_page("3_ideas"))
    expect(page.locator(".wkf-remote-ahead > .wkf-next")).to_be_visible()
    expect(page.locator(".wkf-ahead > .wkf-next")).to_be_visible()
    assert count_green(page) == [page.locator(".wkf-remote-ahead > .wkf-next").text_content()]
    page.locator(".wkf-deed button").first.click()
    expect(page.locator(".wkf-make .wkf-next")).to_be_visible()
    assert count_green(page) == [page.locator(".wkf-make .wkf-next").text_content()]
    page.close()


def test_what_blacks_the_screen_out_stays_in_sight_where_missions_are_filled_in(
    sample: ServedWorkshop, store: Store, new_context: NewContext
) -> None:
    store.perform(None, lambda hall: lead_to(hall, Moment.MISSIONS))
    page = new_context(viewport={"width": 1366, "height": 768}, locale="fr-FR").new_page()
    page.goto(sample.facilitator_page("5_missions"))
    expect(page.locator(".wkf-toggle").first).to_be_visible()
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    expect(page.locator(".wkf-toggle").first).to_be_in_viewport(ratio=1)
    page.close()
