"""The facilitator's page in a full room, on the laptop that town halls have: what is to be done is in sight."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Final

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from tests.browser.axe import find_overflow, find_small_targets, find_small_text, find_violations
from tests.browser.conftest import LAPTOP, NewContext
from tests.browser.outages import wait_beside
from tests.browser.served import ServedWorkshop
from workshop_kit.domain.agenda import plan_agenda
from workshop_kit.domain.course import Phase, Stage
from workshop_kit.domain.model import Remover
from workshop_kit.domain.moves import plan_stage
from workshop_kit.i18n import Translator
from workshop_kit.live.acts.moving import carry_out_move, read_present
from workshop_kit.live.timer import set_timer
from workshop_kit.store import Repository, Store, open_store

pytestmark = pytest.mark.browser

SAY = Translator("fr")
OPPOSED: Final = ("Fermer la rue du port aux voitures", "Ouvrir la rue du port aux voitures")
#: A laptop at 200 %: one column.
MAGNIFIED = {"width": 683, "height": 384}


@pytest.fixture(scope="module")
def store(sample: ServedWorkshop) -> Iterator[Store]:
    opened = open_store(sample.folder)
    yield opened
    opened.close()


def open_two(hall: Repository) -> None:
    """Reveal the forty ideas of the first challenge, let others write on the second, with an agenda that is late."""
    now = datetime.now(UTC)
    for vote in hall.list_dots(every_round=True):
        hall.update_dots(replace(vote, count=0))
    for group in hall.list_groups():
        hall.update_group(replace(group, undone_at=now))
    first, second, *_ = challenges = hall.list_challenges()
    carry_out_move(hall, replace(plan_stage(read_present(hall), first.id, Stage.REVEAL), phase=Phase.WORK), now)
    beside = plan_stage(read_present(hall), second.id, Stage.WRITING, together=True)
    carry_out_move(hall, replace(beside, focus=first.id), now, by="test")
    hall.update_agenda(plan_agenda([one.id for one in challenges], 150))
    hall.update_workshop(replace(hall.find_workshop(), ends_at=now + timedelta(minutes=30)))
    set_timer(hall, first.id, now + timedelta(minutes=9))


@pytest.fixture
def page(sample: ServedWorkshop, store: Store, new_context: NewContext) -> Page:
    store.perform(None, open_two)
    opened = new_context(viewport=LAPTOP, locale="fr-FR").new_page()
    opened.goto(sample.facilitator_page("3_ideas"))
    expect(opened.locator(".wkf-idea").first).to_be_visible()
    expect(opened.locator(".wkf-guide")).to_be_visible()
    return opened


def is_in_sight(page: Page, selector: str) -> bool:
    """Tell whether all of the first element is within the window, without scrolling."""
    box = page.locator(selector).first.bounding_box()
    assert box is not None, selector
    size = page.viewport_size
    assert size is not None
    return box["y"] >= 0 and box["y"] + box["height"] <= size["height"]


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.tagName"))


def test_with_forty_ideas_everything_to_do_is_above_the_fold(page: Page) -> None:
    for part in (
        ".wkf-now h2",
        ".wkf-timer",
        ".wkf-guide .page-said",
        ".wkf-ahead",
        ".wkf-gauges",
        ".wkf-filters",
    ):
        assert is_in_sight(page, part), part
    assert page.locator(".wkf-ideas").evaluate("list => list.scrollHeight > list.clientHeight")


def test_the_head_never_hides_what_stands_below_it(page: Page) -> None:
    page.goto(page.url.replace("3_ideas", "1_challenge"))
    expect(page.locator(".wk-cards > li").nth(2)).to_be_visible()
    page.mouse.move(1000, 500)
    page.mouse.wheel(0, 900)
    wait_beside(page, lambda: page.evaluate("scrollY > 300"), 20, "scrolling")
    head, guide = page.locator(".wkf-header").bounding_box(), page.locator(".page-guide h1:visible").bounding_box()
    assert head is not None
    assert guide is not None
    assert head["y"] == 0
    assert guide["y"] >= head["height"]


def test_magnified_the_next_action_stands_before_the_guide(page: Page) -> None:
    page.set_viewport_size({"width": MAGNIFIED["width"], "height": MAGNIFIED["height"]})
    expect(page.locator(".wkf-ahead + .wkf-time-block")).to_be_visible()
    ahead, said = page.locator(".wkf-ahead").bounding_box(), page.locator(".page-said:visible").bounding_box()
    assert ahead is not None
    assert said is not None
    assert ahead["y"] < said["y"]
    assert find_overflow(page) == []


@pytest.mark.parametrize("width", [960, 1024, 1179, 1180])
def test_the_work_stands_beside_the_guide_and_never_under_it(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 768})
    places = [page.locator(part).bounding_box() for part in (".page-guide", ".wkf-ideas")]
    guide, work = places
    assert guide is not None
    assert work is not None
    assert work["x"] >= guide["x"] + guide["width"]
    assert work["width"] >= 300
    assert find_overflow(page) == []


#: Where the bar and everything it may lie over stand at one and the same moment: asked one by one, the page moves on.
_UNDO_AND_REST: Final = """
() => {
  const rest = ".page-guide button:not(.wkf-undo *), .wkf-desk-aside button, .wkf-ideas";
  const place = (one) => (({ left, right, top, bottom }) => [left, right, top, bottom])(one.getBoundingClientRect());
  return [place(document.querySelector(".wkf-undo")), [...document.querySelectorAll(rest)].map(place)];
}
"""


def test_the_undo_bar_lies_over_no_button(page: Page) -> None:
    page.locator(".wkf-ahead .wkf-next").click()
    page.get_by_role("dialog").locator(".wkf-next").click()  # a timer runs: it asks
    bar = page.locator(".wkf-undo")
    expect(bar).to_be_visible()
    (from_left, to_right, from_top, to_bottom), rest = page.evaluate(_UNDO_AND_REST)
    bar.get_by_role("button").click()
    assert rest != []
    for left, right, top, bottom in rest:
        beside = right <= from_left or left >= to_right
        assert beside or bottom <= from_top or top >= to_bottom
    expect(bar).to_have_count(0)
    assert focused(page) != "BODY"


def test_the_focus_stays_on_the_page_through_merging_and_undoing(page: Page) -> None:
    ticks = page.locator(".wkf-choose input")
    ticks.nth(0).check()
    ticks.nth(2).check()
    page.locator(".wkf-gather button.wkf-next").click()
    expect(page.locator(".wkf-group")).to_have_count(1)
    assert focused(page) != "BODY"
    page.locator(".wkf-group button").first.click()
    page.get_by_role("button", name=re.compile(f"^{SAY('facilitator.ideas.undo')}")).click()
    expect(page.locator(".wkf-group")).to_have_count(0)
    assert focused(page) != "BODY"
    expect(page.get_by_text(SAY.plural("facilitator.ideas.parted", 2))).to_be_visible()


def write_opposed(hall: Repository) -> None:
    """Write two ideas for the first challenge that oppose each other about one thing."""
    one = hall.list_ideas(hall.list_challenges()[0].id)[0]
    for number, text in enumerate(OPPOSED):
        hall.add_idea(replace(one, id=f"opposed-{number}", text=text))


def take_opposed_away(hall: Repository) -> None:
    for number in range(len(OPPOSED)):
        hall.remove_idea(f"opposed-{number}", Remover.FACILITATOR)


@pytest.fixture
def opposed(store: Store) -> Iterator[None]:
    store.perform(None, write_opposed)
    yield
    store.perform(None, take_opposed_away)


@pytest.mark.usefixtures("opposed")
@pytest.mark.parametrize("size", [LAPTOP, {"width": 390, "height": 844}], ids=str)
def test_two_ideas_that_oppose_each_other_are_marked_for_discussion_by_the_keyboard(
    page: Page, size: ViewportSize
) -> None:
    page.set_viewport_size(size)
    to_discuss = page.get_by_role("button", name=re.compile(f"^{SAY('facilitator.ideas.filter.discuss')} \\d+$"))
    marked = int(to_discuss.inner_text().split()[-1])  # the sample has some already
    page.get_by_role("button", name=re.compile(f"^{SAY('facilitator.ideas.filter.tension')}")).press("Enter")
    card = page.locator(".wkf-tensions li", has_text=OPPOSED[0])
    card.scroll_into_view_if_needed()
    assert sorted(card.locator("b").all_inner_texts()) == ["Fermer", "Ouvrir"]
    for text in card.locator("blockquote").all():
        expect(text).to_be_in_viewport(ratio=1)
    assert find_violations(page) == []
    assert find_overflow(page) == []
    card.get_by_role("button", name=re.compile(f"^{SAY('facilitator.ideas.tension.discuss')}")).press("Enter")
    expect(card).to_have_count(0)
    expect(to_discuss).to_have_text(re.compile(rf"\b{marked + 2}$"))
    assert focused(page) != "BODY"


def test_the_agenda_opens_over_the_page_and_gives_the_focus_back(page: Page) -> None:
    page.get_by_role("link", name=SAY("facilitator.header.late.agenda")).click()
    expect(page.get_by_role("dialog", name=SAY("facilitator.agenda.title"))).to_be_visible()
    assert find_violations(page) == []
    page.keyboard.press("Escape")
    expect(page.get_by_role("link", name=SAY("facilitator.header.late.agenda"))).to_be_focused()


def test_looking_at_another_challenge_is_said_and_leads_back(page: Page) -> None:
    page.locator(".wkf-tab-go").nth(2).click()
    expect(page.locator(".wkf-wandering")).to_be_visible()
    page.get_by_role("button", name=SAY("facilitator.header.back-there")).click()
    expect(page.locator(".wkf-wandering")).to_have_count(0)
    assert focused(page) != "BODY"


@pytest.mark.parametrize("size", [LAPTOP, {"width": 1024, "height": 768}, {"width": 390, "height": 844}], ids=str)
def test_the_head_never_covers_which_challenge_is_looked_at(page: Page, size: ViewportSize) -> None:
    page.set_viewport_size(size)
    page.locator(".wkf-tab-go").nth(2).click()
    expect(page.locator(".wkf-wandering")).to_be_visible()
    page.locator(".page-guide").evaluate("guide => guide.scrollTop = 20")
    head, said = page.locator(".wkf-header").bounding_box(), page.locator(".wkf-now > p").bounding_box()
    assert head is not None
    assert said is not None
    assert said["y"] >= head["y"] + head["height"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_full_cockpit_has_no_barrier(page: Page, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    for width, height in ((1366, 768), (390, 844), (1920, 1080)):
        page.set_viewport_size({"width": width, "height": height})
        found = [
            *find_violations(page),
            *find_overflow(page),
            *find_small_targets(page, 24),
            *find_small_text(page, 15),
        ]
        assert found == [], width


def test_a_challenge_is_taken_up_again_by_one_question_and_the_screen_shows_nothing_in_between(
    page: Page, store: Store, sample: ServedWorkshop, new_context: NewContext
) -> None:
    def close_both(hall: Repository) -> None:
        for challenge in reversed(hall.list_challenges()[:2]):
            carry_out_move(
                hall, plan_stage(read_present(hall), challenge.id, Stage.CLOSED), datetime.now(UTC), by="test"
            )

    store.perform(None, close_both)
    screen = new_context(viewport={"width": 1024, "height": 768}).new_page()
    screen.goto(sample.screen)
    expect(screen.locator(".wk-stage-top p")).to_have_text(SAY("phases.room.choice"))
    screen.evaluate(
        """() => { window.views = []; new MutationObserver(() => { const at = document.querySelector('.wk-stage-top p');
        const said = at ? at.textContent : ''; if (window.views.at(-1) !== said) window.views.push(said); }
        ).observe(document.body, { subtree: true, childList: true, characterData: true }); }"""
    )
    page.get_by_role("button", name=SAY("facilitator.course.again"), exact=True).click()
    question = page.get_by_role("dialog")
    question.get_by_role("radio", name=SAY("facilitator.course.back.again-vote"), exact=True).check()
    expect(question).to_contain_text(SAY("facilitator.course.ask.back.again-vote"))
    assert find_violations(page) == []
    question.get_by_role("button", name=SAY("facilitator.course.again.title", number=1), exact=True).click()
    expect(page.locator(".wkf-undo [role=status]")).to_have_text(SAY("facilitator.course.undo.at.vote", number=1))
    vote = SAY("screen.vote.round", round=store.read(lambda hall: hall.list_challenges()[0].round))
    expect(screen.locator(".wk-stage-top p")).to_have_text(vote)
    assert screen.evaluate("window.views") == [vote]
