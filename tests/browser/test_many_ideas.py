"""A whole evening's ideas on the facilitator's page: it stays fluid, however many there are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Final

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import LAPTOP, NewContext
from tests.browser.served import ServedWorkshop
from workshop_kit.domain.ballots import BallotMark, VoteKind, VoteRule
from workshop_kit.domain.course import Phase, Stage
from workshop_kit.domain.model import Challenge, Idea, Origin
from workshop_kit.domain.moves import plan_stage
from workshop_kit.i18n import Translator
from workshop_kit.live.acts.moving import carry_out_move, read_present
from workshop_kit.store import Repository, Store, open_store

pytestmark = pytest.mark.browser

SAY = Translator("fr")
#: As many as the volunteers of Bowling Green wrote, the largest public conversation that is replayed.
MANY: Final = 371
#: Milliseconds that a page may be busy at a time, on a quiet machine.
FLUID: Final = 100
#: The same on a machine that is busy, however slow it is: longer is felt by whoever presses anything.
FLUID_AT_MOST: Final = 300

_WATCH: Final = """
window.tasks = [];
new PerformanceObserver((list) => window.tasks.push(...list.getEntries().map((one) => one.duration)))
  .observe({ type: "longtask", buffered: true });
"""
#: How long this machine takes, busy as it is, for what a quiet one does in about 10 ms.
_MEASURE: Final = """
() => {
  const runs = [];
  for (let run = 0; run < 5; run += 1) {
    const start = performance.now();
    let sum = 0;
    for (let at = 0; at < 4e6; at += 1) sum += Math.sqrt(at) % 7;
    runs.push(performance.now() - start + (sum < 0 ? 1 : 0));
  }
  return Math.min(...runs);
}
"""


@pytest.fixture
def store(sample: ServedWorkshop) -> Iterator[Store]:
    opened = open_store(sample.folder)
    yield opened
    opened.close()


def reveal_many(hall: Repository) -> None:
    """Open a challenge with very many ideas, and reveal them."""
    now = datetime.now(UTC)
    texts = [idea.text for idea in hall.list_ideas()]
    people = [one.id for one in hall.list_participants()]
    hall.add_challenge(Challenge("many", "Logement", "Plus personne ne dort dehors d’ici 2028.", position=9))
    for number in range(MANY):
        text = f"{texts[number % len(texts)]} ({number})"
        hall.add_idea(Idea(f"many-{number}", "many", text, None, people[number % len(people)], now, wording=1))
    move_on(hall, Stage.REVEAL)


def move_on(hall: Repository, stage: Stage) -> None:
    move = plan_stage(read_present(hall), "many", stage)
    focus = "many" if stage is Stage.REVEAL else move.focus
    carry_out_move(hall, replace(move, phase=Phase.WORK, focus=focus), datetime.now(UTC))


def vote_on_many(hall: Repository) -> None:
    """Open the vote, and have everybody answer every statement."""
    hall.update_vote_rule("many", 1, VoteRule(VoteKind.STATEMENTS))
    move_on(hall, Stage.VOTE)
    people = [one.id for one in hall.list_participants() if one.origin is Origin.ROOM]
    hall.update_ballot_marks(
        BallotMark(person, "many", f"many-{number}", VoteKind.STATEMENTS, (number * place) % 3 - 1)
        for place, person in enumerate(people)
        for number in range(MANY)
    )


@pytest.fixture
def page(sample: ServedWorkshop, store: Store, new_context: NewContext) -> Page:
    store.perform(None, reveal_many)
    opened = new_context(viewport=LAPTOP, locale="fr-FR").new_page()
    opened.add_init_script(_WATCH)
    opened.goto(sample.facilitator_page("3_ideas"))
    expect(opened.locator(".wkf-idea")).to_have_count(MANY)
    return opened


def test_with_very_many_ideas_no_task_keeps_the_page_busy(page: Page, store: Store) -> None:
    longest = {"opened": read_longest(page)}
    page.locator(".wkf-ideas").evaluate("list => list.scrollTo(0, list.scrollHeight)")
    page.locator(".wkf-ideas").evaluate("list => list.scrollTo(0, 0)")
    longest["scrolled"] = read_longest(page)
    page.get_by_role("button", name=SAY("facilitator.ideas.filter.search"), exact=True).click()
    page.get_by_role("searchbox").press_sequentially("gymnase")
    longest["searched"] = read_longest(page)
    page.get_by_role("searchbox").fill("")
    expect(page.locator(".wkf-idea")).to_have_count(MANY)
    longest["all again"] = read_longest(page)
    store.perform(None, lambda hall: hall.update_idea(replace(hall.find_idea("many-3"), discuss=True)))
    expect(page.locator(".wkf-filter", has_text=SAY("facilitator.ideas.filter.discuss"))).to_be_visible()
    longest["told of a change"] = read_longest(page)
    store.perform(None, vote_on_many)
    expect(page.get_by_text(SAY("facilitator.ideas.gathering-closed"))).to_be_visible()
    longest["voted on"] = read_longest(page)
    store.perform(None, lambda hall: move_on(hall, Stage.RESULTS))
    expect(page.locator(".wkf-results tbody tr")).to_have_count(MANY)
    longest["shown its results"] = read_longest(page)
    slower = max(1.0, page.evaluate(_MEASURE) / 10)
    print(f"longest tasks in ms, on a machine {slower:.1f} times slower: {longest}")
    assert max(longest.values()) <= min(FLUID * slower, FLUID_AT_MOST), longest


def read_longest(page: Page) -> float:
    """Return the longest task since the last time, once the page is at rest."""
    page.evaluate("() => new Promise((done) => requestIdleCallback(() => setTimeout(done)))")
    return float(page.evaluate("() => Math.max(0, ...window.tasks.splice(0))"))
