"""A full nominal group with two votes, led from the facilitator's page: each step says what it is and what is next."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import find_overflow, find_violations
from tests.browser.conftest import LAPTOP, NewContext, find_port
from tests.browser.served import ServedWorkshop, workshop_kit
from workshop_kit.domain.model import Challenge, Dots, Idea, Origin, Participant
from workshop_kit.i18n import Translator
from workshop_kit.store import Repository, Store, open_store

pytestmark = pytest.mark.browser

SAY = Translator("fr")
TEXTS = ("Ouvrir le gymnase la nuit", "Une laverie près de la gare", "Un seul numéro à appeler", "Un car le dimanche")
PEOPLE = ("Colibri", "Martinet", "Pinson", "Merle", "Grive", "Huppe")
NOW = datetime.now(UTC)


def lay_out(hall: Repository) -> None:
    hall.add_challenge(Challenge("home", "Logement", "Plus personne ne dort dehors d’ici 2028.", position=0))
    for number, name in enumerate(PEOPLE):
        hall.add_participant(Participant(f"p{number}", name, "resident", "", Origin.ROOM, NOW))


def write(hall: Repository) -> None:
    for number, text in enumerate(TEXTS):
        hall.add_idea(Idea(f"i{number}", "home", text, None, f"p{number}", datetime.now(UTC), wording=1))


def vote(store: Store, option: str, round: int) -> None:
    def give(hall: Repository) -> None:
        for number in range(len(PEOPLE)):
            hall.update_dots(Dots(f"p{number}", "home", option, 2, round))

    store.perform(None, give)


@pytest.fixture
def served(tmp_path: Path) -> Iterator[ServedWorkshop]:
    folder = tmp_path / "atelier"
    made = workshop_kit("new", folder, "--title", "Atelier de Saint-Elme", "--territory", "Saint-Elme", "--lang", "fr")
    assert made.returncode == 0, made.stderr
    with ServedWorkshop(folder, port=find_port(27466), seats=2) as opened:
        yield opened


@pytest.fixture
def store(served: ServedWorkshop) -> Iterator[Store]:
    opened = open_store(served.folder)
    opened.perform(None, lay_out)
    yield opened
    opened.close()


@pytest.fixture
def page(served: ServedWorkshop, store: Store, new_context: NewContext) -> Page:
    opened = new_context(viewport=LAPTOP, locale="fr-FR").new_page()
    opened.goto(served.facilitator_page("3_ideas"))
    expect(opened.locator(".wkf-ahead .wkf-next")).to_be_visible()
    return opened


def go_on(page: Page, *, asks: bool = True) -> None:
    """Press what comes next, and answer yes where it is asked about."""
    page.locator(".wkf-ahead > .wkf-next").click()
    if asks:
        page.locator("dialog[open].wkf-question .wkf-next").click()


def stands_at(page: Page, number: int, heading: str) -> None:
    expect(page.locator(".wkf-step")).to_contain_text(SAY("facilitator.votes.step.at", number=number, total=7, step=""))
    expect(page.locator(".wkf-now h2")).to_have_text(heading)
    assert find_violations(page) == []
    assert find_overflow(page) == []


def test_a_nominal_group_is_led_through_two_votes(page: Page, store: Store) -> None:
    go_on(page, asks=False)
    page.get_by_role("button", name=SAY("facilitator.votes.plan.change.label")).click()
    page.get_by_role("dialog").get_by_role("radio", name=SAY("facilitator.votes.plan.nominal")).check()
    assert find_violations(page) == []
    page.get_by_role("button", name=SAY("facilitator.votes.plan.choose"), exact=True).click()
    stands_at(page, 1, "Écrire en silence")
    expect(page.locator(".wkf-minutes input")).to_have_value("10")
    store.perform(None, write)
    expect(page.locator(".wkf-writers li").first).to_contain_text("4")
    page.get_by_role("button", name=SAY("facilitator.ideas.nudge"), exact=True).click()
    page.get_by_role("button", name=SAY("facilitator.ideas.nudge.yes"), exact=True).click()
    expect(page.locator(".wkf-nudge")).to_contain_text(SAY("facilitator.ideas.nudge.done", hour="").split(":")[0][:8])

    go_on(page)
    stands_at(page, 2, "Lire, puis regrouper")
    card = page.locator(".wkf-idea", has_text=TEXTS[0])
    card.locator(".wkf-idea-foot button").click()
    card.get_by_role("button", name=SAY("facilitator.ideas.ask")).click()
    expect(card).to_contain_text(SAY("facilitator.ideas.answer.waiting"))
    store.perform(None, lambda hall: hall.update_idea(replace(hall.find_idea("i0"), answer="Celui du haut.")))
    expect(card.locator(".wkf-clarified")).to_contain_text("Celui du haut.")
    card.get_by_role("button", name=SAY("facilitator.ideas.discuss")).click()
    page.locator(".wkf-filter", has_text=SAY("facilitator.ideas.filter.discuss")).click()
    expect(page.locator(".wkf-turns [aria-current]")).to_contain_text(SAY.category("resident"))

    go_on(page, asks=False)
    stands_at(page, 4, "Voter")
    vote(store, "i0", 1)
    expect(page.locator(".wkf-votes")).to_contain_text(SAY("facilitator.votes.set"))

    go_on(page)
    stands_at(page, 5, "Discuter les écarts")
    expect(page.locator(".wkf-ahead")).to_contain_text(SAY("facilitator.course.skip"))
    page.locator(".wkf-ahead > .wkf-next").click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text(SAY("facilitator.course.ask.vote-again"))
    assert find_violations(page) == []
    dialog.locator(".wkf-next").click()
    stands_at(page, 6, "Voter une seconde fois")
    vote(store, "i1", 2)

    go_on(page)
    stands_at(page, 7, "Dévoiler les résultats")
    first = page.locator(".wkf-results tbody tr").first
    expect(first).to_contain_text(TEXTS[1])
    expect(first).to_contain_text(SAY("facilitator.ideas.results.before", what="0 (+12)"))
    page.locator(".wkf-gauges summary").first.click()
    expect(page.locator(".wkf-gauges").first).to_contain_text("second vote")
    page.emulate_media(color_scheme="dark")
    assert find_violations(page) == []
