"""The remote on the laptop that town halls have: what is to be pressed now is reached without scrolling."""

from __future__ import annotations

from collections.abc import Iterator
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
