"""A ballot of each kind in the hand: what is left stands at the thumb, and all is large enough to meet and read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser import axe
from tests.browser.album import find_album
from tests.browser.conftest import NewContext
from tests.browser.people import Phone, say_again
from tests.browser.served import ServedWorkshop
from tests.store.leading import lead_to
from workshop_kit.domain.ballots import VoteKind, VoteRule
from workshop_kit.domain.course import Moment, Stage
from workshop_kit.domain.model import Dots
from workshop_kit.domain.plans import Plan
from workshop_kit.live.challenge import read_options
from workshop_kit.store import Repository, Store, open_store

RULES = {
    "dots": VoteRule(budget=4, most=3),
    "grades": VoteRule(VoteKind.GRADES),
    "five": VoteRule(VoteKind.GRADES, grades=5, blanks_count=False),
    "statements": VoteRule(VoteKind.STATEMENTS),
    "budget": VoteRule(VoteKind.BUDGET, to_spend=20_000),
    "points": VoteRule(VoteKind.BUDGET, to_spend=20_000, points=6),
}

pytestmark = pytest.mark.browser
each_ballot = pytest.mark.parametrize("ballot", RULES)
#: A small phone, and a usual one whose reader has set letters half as large again.
LOW = {"small": (664, 100), "large": (844, 150)}
IDEA = ":is(.wkb-one, .wkb-quote) .wk-card > div > .wk-text"
CHOICES = ".wkb-grades label, .wkb-say button"
#: Which of these are outside the window, or under something else.
_OUT_OF_SIGHT = """
(looked) => [...document.querySelectorAll(looked)]
  .filter((one) => {
    const {left, top, width, height} = one.getBoundingClientRect();
    const there = document.elementFromPoint(left + width / 2, top + height - 4);
    return top < 0 || top + height > innerHeight || !(one.contains(there) || there?.contains(one));
  })
  .map((one) => one.textContent)
"""
each_language = pytest.mark.parametrize("language", ["fr", "en"])


@pytest.fixture(scope="module")
def store(sample: ServedWorkshop) -> Iterator[Store]:
    opened = open_store(sample.folder)
    yield opened
    opened.close()


def begin_vote(repository: Repository, ballot: str) -> None:
    """Have the first challenge voted on by a rule, in a first round that nobody has voted in yet."""
    lead_to(repository, Moment.VOTE)
    challenge = repository.list_challenges()[0]
    for vote in repository.list_votes(challenge.id, every_round=True):
        if isinstance(vote, Dots):
            repository.update_dots(replace(vote, count=0))
        else:
            repository.remove_ballot_mark(vote)
    repository.update_challenge(replace(challenge, stage=Stage.VOTE, round=1, plan=Plan.NOMINAL, nudged_at=None))
    repository.update_vote_rule(challenge.id, 1, RULES[ballot])
    options = read_options(repository, challenge)
    costs = (4500, 6000, 12_000, 800, 15_000)
    repository.update_costs(challenge.id, {one.id: costs[at % 5] for at, one in enumerate(options)})


def vote_again(repository: Repository, ballot: str) -> None:
    challenge = repository.list_challenges()[0]
    repository.update_challenge(replace(challenge, stage=Stage.VOTE, round=2))
    repository.update_vote_rule(challenge.id, 2, RULES[ballot])


def show_results(repository: Repository) -> None:
    """Show the results with nothing covered any more."""
    challenge = repository.list_challenges()[0]
    shown = tuple(one.id for one in read_options(repository, challenge))
    moment = repository.find_workshop().created_at
    repository.update_challenge(
        replace(challenge, stage=Stage.RESULTS, results_at=moment, announced=challenge.round, uncovered=shown)
    )


def look_well(page: Page, name: str) -> None:
    """See that the page is large enough, fits, and has no fault that a machine finds, in both schemes."""
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        assert axe.find_violations(page) == []
        album = find_album()
        if album is not None:
            page.screenshot(path=album / f"ballot-{name}-{scheme}.png", animations="disabled")
            page.screenshot(path=album / f"ballot-{name}-{scheme}-whole.png", animations="disabled", full_page=True)
    page.emulate_media(color_scheme="light")
    assert axe.find_small_targets(page, 44) == []
    assert axe.find_small_text(page, 16) == []
    assert axe.find_overflow(page) == []


def put(phone: Phone, ballot: str) -> None:
    """Put something on the first idea."""
    page = phone.page
    if ballot in ("grades", "five"):
        page.get_by_role("radio", name=phone.say("stakes.grade.4"), exact=True).check()
    elif ballot == "statements":
        page.get_by_role("button", name=phone.words("ballots.stance.agree"), exact=True).click()
    else:
        keys = ("ballots.budget.choose", "ballots.again.put-back") if ballot == "budget" else ("vote.add",)
        said = re.compile("^(" + "|".join(say_again(phone.words(key)) for key in keys) + ")")
        page.locator(".wk-cards > li").first.get_by_role("button", name=said).click()
    expect(page.locator(".wk-waiting:not(:empty)")).to_have_count(0)


@each_language
@each_ballot
def test_a_ballot_is_cast_in_a_first_vote_kept_or_changed_in_a_second_and_read_in_the_results(
    sample: ServedWorkshop, store: Store, new_context: NewContext, ballot: str, language: str
) -> None:
    store.perform(None, lambda repository: begin_vote(repository, ballot))
    context = new_context(viewport={"width": 390, "height": 844}, locale=f"{language}-{language.upper()}")
    phone = Phone(context, sample, language)
    phone.ask_for_seat(f"Sureau {ballot} {language}")
    expect(phone.page.locator(".wk-vote .wk-foot")).to_be_visible()
    look_well(phone.page, f"{ballot}-{language}-1-empty")
    put(phone, ballot)
    look_well(phone.page, f"{ballot}-{language}-2-put")
    challenge = store.read(lambda repository: repository.list_challenges()[0].id)
    me = store.read(lambda repository: repository.find_participant_by_pseudonym(f"Sureau {ballot} {language}"))
    assert me is not None
    given = store.read(lambda repository: repository.list_votes(challenge, me.id))
    assert [one.counts for one in given] == [True]
    store.perform(None, show_results)
    phone.sees(phone.words("ballots.results.first"))
    store.perform(None, lambda repository: vote_again(repository, ballot))
    phone.sees(phone.words("ballots.again.same"))
    look_well(phone.page, f"{ballot}-{language}-3-again")
    assert store.read(lambda repository: repository.list_votes(challenge, me.id)) == ()
    put(phone, ballot)
    look_well(phone.page, f"{ballot}-{language}-4-again-put")
    store.perform(None, show_results)
    phone.sees(phone.words("ballots.results.before"))
    look_well(phone.page, f"{ballot}-{language}-5-results")


def enlarge_letters(phone: BrowserContext, percent: int) -> None:
    """Have pages drawn with letters as large as a reader has set them."""
    phone.add_init_script(
        f"const sheet = new CSSStyleSheet(); sheet.replaceSync('html {{ font-size: {percent}% }}');"
        "document.adoptedStyleSheets = [sheet]"
    )


@pytest.mark.parametrize("low", LOW)
@pytest.mark.parametrize("ballot", ["grades", "five", "statements"])
@each_language
def test_in_a_low_window_what_one_votes_with_lies_under_no_bar(
    sample: ServedWorkshop, store: Store, new_context: NewContext, ballot: str, low: str, language: str
) -> None:
    store.perform(None, lambda repository: begin_vote(repository, ballot))
    height, letters = LOW[low]
    context = new_context(viewport={"width": 390, "height": height}, locale=f"{language}-{language.upper()}")
    if letters != 100:
        enlarge_letters(context, letters)
    phone = Phone(context, sample, language)
    phone.ask_for_seat(f"Osier {ballot} {low} {language}")
    page = phone.page
    expect(page.locator(".wkb-read")).to_be_visible()
    look_well(page, f"{ballot}-{language}-{low}-1")
    assert page.locator(".wk-foot").evaluate_all("feet => feet.map(foot => getComputedStyle(foot).position)") == [
        "static"
    ]
    assert page.evaluate(_OUT_OF_SIGHT, IDEA if low == "large" else f"{IDEA}, {CHOICES}") == []
    if ballot == "statements":
        put(phone, ballot)
    else:  # by a key: a touch where the door's button just was would be taken for its second
        page.get_by_role("radio", name=phone.say("stakes.grade.4"), exact=True).press("Space")
        page.get_by_role("button", name=phone.words("ballots.grades.to", number=2)).click()
    look_well(page, f"{ballot}-{language}-{low}-2")
    if low == "large":
        page.locator(".wkb-grades, .wkb-say").evaluate("choices => choices.scrollIntoView({block: 'center'})")
    assert page.evaluate(_OUT_OF_SIGHT, CHOICES if low == "large" else f"{IDEA}, {CHOICES}") == []
