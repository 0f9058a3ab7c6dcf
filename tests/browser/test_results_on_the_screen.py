"""What a vote of each kind gave, on the projector: all of it on the page, and read from ten metres."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Page, expect

from tests.browser.album import find_album, take_sizes
from tests.browser.conftest import PROJECTOR, NewContext, find_port
from tests.browser.served import ServedWorkshop, wait_for
from tests.browser.test_ground import CUT, SIZE
from tests.store.leading import lead_to
from workshop_kit.domain.ballots import BallotMark, VoteKind, VoteRule
from workshop_kit.domain.course import Moment
from workshop_kit.domain.ideas import Option
from workshop_kit.domain.model import Dots
from workshop_kit.domain.plans import Plan
from workshop_kit.domain.voting import list_places
from workshop_kit.hosting.samples import make_sample
from workshop_kit.i18n import LANGUAGES
from workshop_kit.live.challenge import read_options
from workshop_kit.live.tallies import read_tallies
from workshop_kit.store import Repository, open_store
from workshop_kit.store.funding import count_budget

SIZES: Final = ((1024, 768), (1366, 768), (1920, 1080))
RULES: Final = {
    VoteKind.DOTS: VoteRule(),
    VoteKind.GRADES: VoteRule(VoteKind.GRADES),
    VoteKind.STATEMENTS: VoteRule(VoteKind.STATEMENTS),
    VoteKind.BUDGET: VoteRule(VoteKind.BUDGET, to_spend=40_000),
}
#: Words on the page that are smaller than the smallest that are read from ten metres, and what is not on the page.
SMALL: Final = """
() => [...document.querySelectorAll(".wk-stage *")].filter((one) => {
  const own = [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== "");
  return own && !one.closest(".wk-visually-hidden, button, svg") && parseFloat(getComputedStyle(one).fontSize) < 16;
}).map((one) => one.textContent)
"""
OUTSIDE: Final = """
() => [...document.querySelectorAll(".wk-stage *:not(svg *)")].filter((one) => {
  const box = one.getBoundingClientRect();
  if (one.closest(".wk-visually-hidden") || box.width * box.height === 0) return false;
  return box.bottom > innerHeight + 1 || box.right > innerWidth + 1 || box.left < -1 || box.top < -1;
}).map((one) => `${one.className}: ${one.textContent.slice(0, 40)}`)
"""
#: Texts that are wider than what holds them.
SPILLED: Final = """
() => [
  ...document.querySelectorAll(".wk-graded p, .wk-profile i, .wk-key, .wk-opinions-words, .wk-plane, .wk-sum"),
].filter((one) => {
  const high = one.matches(".wk-opinions-words") && one.scrollHeight > one.clientHeight + 1;
  return high || one.scrollWidth > one.clientWidth + 1;
}).map((one) => `${one.className}: ${one.textContent.slice(0, 40)}`)
"""

pytestmark = pytest.mark.browser


@pytest.fixture
def served(tmp_path: Path) -> Iterator[ServedWorkshop]:
    """Serve a sample of its own: each kind of vote has one."""
    make_sample(tmp_path / "val-brume")
    with ServedWorkshop(tmp_path / "val-brume", port=find_port(29866)) as running:
        yield running


def give(hall: Repository, kind: VoteKind, options: Sequence[Option], challenge: str, round: int) -> None:
    """Have forty people vote in two minds, which come nearer to each other in the second round."""
    for at, person in enumerate(hall.list_participants()[:40]):
        minded = at % 5 < (2 if round == 1 else 3)
        for place, option in enumerate(options[:12]):
            if kind is not VoteKind.DOTS:
                value = choose(kind, at, place, minded=minded)
                if (value or kind is not VoteKind.BUDGET) and (kind is not VoteKind.GRADES or (at + place) % 13):
                    hall.update_ballot_mark(BallotMark(person.id, challenge, option.id, kind, value, round))
            elif (place * 3 + at + round) % 9 < 2 and place < 9:
                hall.update_dots(Dots(person.id, challenge, option.id, 1, round))


def choose(kind: VoteKind, at: int, place: int, *, minded: bool) -> int:
    """Return what one person, of one mind or the other, finds of one option."""
    if kind is VoteKind.GRADES:
        return max(0, min(6, 5 - place // 2 + (at * 7 + place) % 4 - 1 + (1 if minded and place < 3 else 0)))
    if kind is VoteKind.STATEMENTS:
        return 0 if (at + place) % 11 == 0 else 1 if place == 0 or (place % 2 == 0) == minded else -1
    return int(place % 3 == 0 or (place % 2 == 0) == minded)


def vote(kind: VoteKind, rounds: int, covered: int = 0) -> Callable[[Repository], None]:
    """Lead the room through so many votes of a kind to the results, of which so many first places stay covered."""

    def lead(hall: Repository) -> None:
        first = hall.list_challenges()[0]
        hall.update_challenge(replace(first, plan=Plan.NOMINAL))
        for _ in range(rounds):
            lead_to(hall, Moment.VOTE)
            known = hall.find_challenge(first.id)
            for one in hall.list_dots(first.id):
                hall.update_dots(replace(one, count=0))
            hall.update_vote_rule(first.id, known.round, RULES[kind])
            options = read_options(hall, known)
            hall.update_costs(first.id, {one.id: 3000 + 1700 * at for at, one in enumerate(options[:14])})
            give(hall, kind, options, first.id, known.round)
            lead_to(hall, Moment.RESULTS)
        count_budget(hall, first.id)
        known = hall.find_challenge(first.id)
        places = list_places(read_tallies(hall, known))
        seen = tuple(one.option.id for place in places[covered:] for one in place.tallies)
        hall.update_challenge(replace(known, uncovered=seen))

    return lead


def mark_for_discussion(hall: Repository) -> None:
    """Have two ideas discussed, of which one author answered."""
    for at, idea in enumerate(hall.list_ideas(hall.list_challenges()[0].id)[:2]):
        answer = "Je pensais aux nuits de gel, quand le gymnase est vide." if at == 0 else ""
        hall.update_idea(replace(idea, asked=at == 0, answer=answer, discuss=True))


def answer(hall: Repository) -> None:
    """Have the author of an idea that stands alone answer what they mean: the card of a group may have no room."""
    options = read_options(hall, hall.list_challenges()[0])
    idea = min((one.ideas[0] for one in options if one.lone), key=lambda one: len(one.text))
    hall.update_idea(replace(idea, asked=True, answer="Le mercredi et le samedi, jusqu’à la fermeture du marché."))


def oppose(hall: Repository) -> None:
    """Have two ideas oppose each other."""
    ideas = hall.list_ideas(hall.list_challenges()[0].id)
    texts = ("Fermer la rue de l’école aux voitures", "Ouvrir la rue de l’école aux voitures")
    for idea, text in zip(ideas[-2:], texts, strict=True):
        hall.update_idea(replace(idea, text=text))


def write(served: ServedWorkshop, *fillings: Callable[[Repository], None]) -> None:
    store = open_store(served.folder)
    for filling in fillings:
        store.perform(None, filling)
    store.close()


def turn_to(served: ServedWorkshop, page: int) -> None:
    write(served, lambda hall: hall.update_projection(replace(hall.find_projection(), page=page)))


def hold_every_size(served: ServedWorkshop, page: Page, name: str) -> None:
    """See the page whole in both languages and every size, and keep it for the album if one is made."""
    album = find_album()
    for language in LANGUAGES:
        page.goto(f"{served.screen}{'&' if '?' in served.screen else '?'}lang={language}")
        expect(page.locator(".wk-last-row")).to_be_visible()
        for width, height in SIZES:
            page.set_viewport_size({"width": width, "height": height})
            where = f"{name} in {language} at {width} × {height}"
            if page.locator(".wk-columns, .wk-fitted").count() > 0:
                wait_for(lambda: page.evaluate(CUT) == [], 10, f"setting every card whole: {where}")
                wait_for(lambda: page.evaluate(SIZE) >= 0.95, 20, f"setting it large: {where}, {page.evaluate(SIZE)}")
            page.evaluate("document.fonts.ready.then(() => true)")
            assert [page.evaluate(wrong) for wrong in (OUTSIDE, SMALL, SPILLED)] == [[], [], []], where
        if album is not None:
            take_sizes(album, f"{name}-{language}", page)


def open_screen(served: ServedWorkshop, new_context: NewContext) -> Page:
    page = new_context(viewport=PROJECTOR, locale="fr-FR").new_page()
    page.goto(served.screen)
    expect(page.locator(".wk-stage")).to_be_visible()
    return page


@pytest.mark.parametrize("kind", [VoteKind.DOTS, VoteKind.GRADES])
def test_places_are_uncovered_and_show_what_moved(
    served: ServedWorkshop, new_context: NewContext, kind: VoteKind
) -> None:
    write(served, vote(kind, 1, covered=2))
    page = open_screen(served, new_context)
    expect(page.locator(".wk-place-covered, .wk-graded-covered")).to_have_count(2)
    hold_every_size(served, page, f"{kind}-first")
    write(served, vote(kind, 1), mark_for_discussion)
    expect(page.locator(".wk-shift, .wk-graded-median span").first).to_be_visible()
    if kind is VoteKind.GRADES:
        expect(page.locator(".wk-profile-thin")).not_to_have_count(0)
        full = page.locator(".wk-profile:not(.wk-profile-thin)")
        expect(full).not_to_have_count(0)
        expect(page.locator(".wk-median")).to_have_count(full.count())
    hold_every_size(served, page, f"{kind}-second")
    turn_to(served, 99)
    expect(page.locator(".wk-card-discussed").first).to_be_visible()
    hold_every_size(served, page, f"{kind}-discuss")


def test_opinion_groups_come_first_and_then_each_statement(served: ServedWorkshop, new_context: NewContext) -> None:
    write(served, vote(VoteKind.STATEMENTS, 1))
    page = open_screen(served, new_context)
    expect(page.locator(".wk-plane")).to_be_visible()
    expect(page.locator(".wk-unites p b")).not_to_have_count(0)
    expect(page.locator(".wk-apart li").nth(1)).to_be_attached()
    hold_every_size(served, page, "groups")
    turn_to(served, 1)
    expect(page.locator(".wk-columns .wk-profile").first).to_be_visible()
    hold_every_size(served, page, "statements")


def test_a_budget_says_what_it_reaches_and_what_is_left(served: ServedWorkshop, new_context: NewContext) -> None:
    write(served, vote(VoteKind.BUDGET, 1))
    page = open_screen(served, new_context)
    expect(page.locator(".wk-project").first).to_be_visible()
    hold_every_size(served, page, "budget")
    turn_to(served, 1)
    expect(page.locator(".wk-project").first).to_be_visible()
    hold_every_size(served, page, "budget-beyond")


def price(hall: Repository) -> None:
    """Leave a cost to three ideas alone, of which one is beyond the sum."""
    first = hall.list_challenges()[0]
    options = read_options(hall, first)
    hall.update_costs(first.id, {one.id: None for one in options} | {one.id: 18_000 for one in options[:3]})
    count_budget(hall, first.id)


def test_an_idea_alone_on_a_page_of_the_budget_has_no_word_cut(served: ServedWorkshop, new_context: NewContext) -> None:
    write(served, vote(VoteKind.BUDGET, 1), price)
    page = open_screen(served, new_context)
    turn_to(served, 1)
    expect(page.locator(".wk-project")).to_have_count(1)
    share = "one => one.getBoundingClientRect().width / one.parentElement.getBoundingClientRect().width"
    title = page.locator(".wk-project > :nth-child(2)")
    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        wait_for(lambda: title.evaluate(share) > 0.4, 20, f"leaving the idea its room at {width} × {height}")


def test_the_vote_says_what_is_asked_and_the_reveal_ends_on_what_opposes_itself(
    served: ServedWorkshop, new_context: NewContext
) -> None:
    write(served, lambda hall: lead_to(hall, Moment.REVEAL), mark_for_discussion, oppose)
    page = open_screen(served, new_context)
    write(served, answer)
    for number in range(30):
        turn_to(served, number)
        expect(page.get_by_text(f"Page {number + 1} sur ")).to_be_visible()
        if page.locator(".wk-answer").count() > 0:
            break
    expect(page.locator(".wk-answer").first).to_be_visible()
    hold_every_size(served, page, "ideas")
    turn_to(served, 99)
    expect(page.locator(".wk-tensions")).to_be_visible()
    hold_every_size(served, page, "tensions")
    for kind, rule in RULES.items():

        def ask(hall: Repository, rule: VoteRule = rule) -> None:
            hall.update_vote_rule(hall.list_challenges()[0].id, 1, rule)

        write(served, lambda hall: lead_to(hall, Moment.VOTE), ask)
        expect(page.locator(".wk-stage-vote")).to_be_visible()
        hold_every_size(served, page, f"vote-{kind}")
