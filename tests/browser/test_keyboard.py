"""Everything works without a mouse and without a touch: with Tab, Space, Enter, the arrows and Escape."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.browser.conftest import LAPTOP, PHONE, NewContext
from tests.browser.people import Facilitator, Phone, say_again
from tests.browser.served import ServedWorkshop, wait_for
from tests.store.leading import lead_to
from workshop_kit.domain.course import Moment, Phase, Stage
from workshop_kit.domain.missions import is_taken_off
from workshop_kit.domain.model import (
    Assignment,
    Challenge,
    Idea,
    Mission,
    Origin,
    Participant,
    Reason,
    Score,
    Source,
    Workshop,
)
from workshop_kit.i18n import Translator
from workshop_kit.store import Repository, Store, create_store

NOW: Final = datetime(2027, 1, 9, 14, tzinfo=UTC)
IDEAS: Final = ("Ouvrir le dojo", "Ouvrir le gymnase", "Un thé chaud")

#: Milliseconds within which a page that has just changed stands still; what can be taken back lies there for longer.
RESTS_WITHIN: Final = 5.0

#: Whether the focus can be seen: a ring on the control or on the label that stands for it, not hidden by anything else.
_FOCUS: Final = """
() => {
  const one = document.activeElement;
  if (one === null || one === document.body) return "";
  const ring = [one, one.nextElementSibling].filter(Boolean).some((part) => {
    const style = getComputedStyle(part);
    return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  });
  const name = (one.getAttribute("aria-label") ?? (one.textContent || one.name)).trim().slice(0, 50);
  if (!ring) return `${one.tagName} “${name}” shows no focus`;
  const shown = one.closest("label") ?? one, box = shown.getBoundingClientRect();
  const seen = [0.1, 0.5, 0.9].some((x) => [0.1, 0.5, 0.9].some((y) => {
    const top = document.elementFromPoint(box.left + box.width * x, box.top + box.height * y);
    return top !== null && (shown.contains(top) || top.contains(shown));
  }));
  return seen ? "" : `${one.tagName} “${name}” has the focus out of sight`;
}
"""

pytestmark = pytest.mark.browser


@dataclass(frozen=True)
class Village:
    """A small served workshop and its store."""

    served: ServedWorkshop
    store: Store

    def move(self, moment: Moment, at: datetime | None = None) -> None:
        self.store.perform(None, lambda repository: lead_to(repository, moment, "c1", at))

    def reveal(self, at: datetime) -> None:
        """Reveal the ideas, as pressed at that time: how long ago decides whether it can still be taken back."""
        self.move(Moment.WRITING, at)
        self.move(Moment.REVEAL, at)

    def list_missions_of(self, participant: str) -> list[str]:
        """Return the missions somebody is on: who was taken off one stays written there as no longer on it."""
        kept = self.store.read(lambda repository: repository.list_assignments(participant))
        return [one.mission for one in kept if not is_taken_off(one)]


@pytest.fixture(scope="module")
def village(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Village]:
    folder: Path = tmp_path_factory.mktemp("keyboard") / "atelier"
    workshop = Workshop("Atelier", "Val-Brume", "fr", Phase.WELCOME, None, None, NOW, NOW + timedelta(days=365))
    store = create_store(folder, workshop)
    store.perform(None, _furnish)
    with ServedWorkshop(folder, port=30066) as served:
        yield Village(served, store)
    store.close()


def _furnish(repository: Repository) -> None:
    repository.add_challenge(Challenge("c1", "Logement", "Plus personne ne dort dehors d’ici 2028."))
    repository.add_challenge(Challenge("c2", "Mobilité", "Chaque hameau est relié au marché.", position=1))
    repository.add_participant(Participant("p1", "Sureau", "resident", "", Origin.ROOM, NOW))
    for number, text in enumerate(IDEAS):
        repository.add_idea(Idea(f"i{number}", "c1", text, Source.LIVED, "p1", NOW + timedelta(seconds=number)))
    for number, title in enumerate(("Tenir l’accueil", "Porter les repas")):
        repository.add_mission(Mission(f"m{number}", "c1", title, 2))
    repository.update_score(Score("p1", "c1", 2, 2))
    repository.update_assignment(Assignment("p1", "m0", Reason("by-hand")))
    repository.update_workshop(replace(repository.find_workshop(), current_challenge="c1"))


def _take_dots_back(repository: Repository) -> None:
    """Ideas are gathered before anyone has voted."""
    for dots in repository.list_dots():
        repository.update_dots(replace(dots, count=0))


class Keyboard:
    """Fingers that know no mouse; at each stop they look whether the focus can be seen."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def reach(self, control: Locator, key: str = "Tab", most: int = 80) -> None:
        """Press ``key`` until ``control`` has the focus."""
        expect(control).to_be_attached()
        for _ in range(most + 1):
            if control.evaluate("one => one === document.activeElement"):
                return
            self.press(key)
            assert self.find_fault() == ""
        raise AssertionError(f"{most} × {key} do not lead to {control}")

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def write(self, text: str) -> None:
        self.page.keyboard.insert_text(text)

    def find_fault(self) -> str:
        """Return what is wrong with the focus, mostly ``""``, once the page has come to rest around it."""
        deadline = time.monotonic() + RESTS_WITHIN
        while (fault := str(self.page.evaluate(_FOCUS))) and time.monotonic() < deadline:
            self.page.wait_for_timeout(50)
        return fault

    def walk(self, key: str, most: int = 400) -> list[str]:
        """Press ``key`` through the whole page and return what is wrong at each stop, mostly ``""``."""
        stops: list[str] = []
        for _ in range(most):
            self.press(key)
            if self.page.evaluate("document.activeElement === document.body"):
                return stops
            stops.append(self.find_fault())
        raise AssertionError(f"{most} × {key} do not lead through the page")


def test_a_participant_takes_part_with_the_keyboard_alone(village: Village, new_context: NewContext) -> None:
    village.move(Moment.WELCOME)
    phone = Phone(new_context(viewport=PHONE, locale="fr-FR"), village.served)
    page, words, keys = phone.page, phone.words, Keyboard(phone.page)

    keys.reach(page.get_by_label(words("join.pseudonym")))
    keys.write("Sans souris")
    keys.reach(page.get_by_role("group", name=words("join.category")).get_by_role("radio").first)
    keys.press("Space", "ArrowRight")
    keys.reach(page.get_by_role("button", name=words("join.go"), exact=True))
    keys.press("Enter")
    phone.sees(words("join.in", pseudonym="Sans souris"))

    village.move(Moment.WRITING)
    phone.sees(words("ideas.title"))
    keys.reach(page.get_by_label(words("ideas.text")))
    keys.write("Une soupe le soir")
    keys.reach(page.get_by_role("group", name=words("ideas.source")).get_by_role("radio").first)
    keys.press("Space", "ArrowRight", "ArrowRight")
    keys.reach(page.get_by_role("button", name=words("ideas.add"), exact=True))
    keys.press("Enter")
    phone.sees(words("ideas.added"))

    village.move(Moment.VOTE)
    phone.sees(words("vote.lead", per_option=2))
    card = page.locator("main li").filter(has_text=IDEAS[2])
    keys.reach(card.get_by_role("button").first)
    keys.press("Space")
    expect(card.locator(".wk-dots .wk-on")).to_have_count(1)
    phone.sees(words("vote.saved"))

    village.move(Moment.SCORING)
    phone.sees(words("scores.title"))
    keys.reach(page.get_by_role("group", name=words("scores.competence")).get_by_role("radio").first)
    keys.press("Space", "ArrowRight", "ArrowRight")
    keys.reach(page.get_by_role("group", name=words("scores.interest")).get_by_role("radio").first)
    keys.press("Space", "ArrowRight", "ArrowRight", "ArrowRight")
    phone.sees(re.compile(re.escape(words("scores.saved-last").split(".")[0])))

    village.move(Moment.OFFER)
    phone.sees(words("offer.title"))
    keys.reach(page.get_by_role("group", name=words("offer.title")).get_by_role("radio").first)
    keys.press("Space")
    phone.sees(words("offer.saved-yes"))
    keys.reach(page.get_by_role("button", name=re.compile(f"^{say_again(words('offer.to-offer'))}")))
    keys.press("Enter")
    keys.reach(page.get_by_role("checkbox", name=words("offer.day.evenings")))
    keys.press("Space")
    phone.sees(words("offer.term-kept"))
    keys.reach(page.get_by_role("button", name=words("offer.details-now"), exact=True))
    keys.press("Enter")
    phone.sees(words("offer.reach-title"))
    keys.reach(page.get_by_label(words("offer.name")))
    keys.write("Sans Souris")
    keys.reach(page.get_by_label(words("offer.email")))
    keys.write("sans@example.org")
    keys.reach(
        page.get_by_role(
            "checkbox",
            name=words("offer.purpose", title="@").split("@")[0].strip(),
        )
    )
    keys.press("Space")
    keys.reach(page.get_by_role("button", name=words("offer.keep-details"), exact=True))
    keys.press("Enter")
    phone.sees(words("offer.saved"))

    person = village.store.read(lambda repository: repository.find_participant_by_pseudonym("Sans souris"))
    assert person is not None
    assert person.category == "civil_servant"
    [idea] = village.store.read(lambda repository: repository.list_ideas(author=person.id))
    assert (idea.text, idea.source) == ("Une soupe le soir", Source.DATA)
    [dots] = village.store.read(lambda repository: repository.list_dots(participant=person.id))
    assert (dots.option, dots.count) == ("i2", 1)
    score = village.store.read(lambda repository: repository.find_score(person.id, "c1"))
    assert score == Score(person.id, "c1", 2, 1)
    volunteer = village.store.read(lambda repository: repository.find_volunteer(person.id))
    assert volunteer is not None
    assert volunteer.email == "sans@example.org"


def test_the_facilitator_leads_with_the_keyboard_alone(village: Village, new_context: NewContext) -> None:
    village.store.perform(None, _take_dots_back)
    village.move(Moment.WRITING)
    host = Facilitator(new_context(viewport=LAPTOP, locale="fr-FR"), village.served)
    page, words, keys = host.page, host.words, Keyboard(host.page)
    keys.reach(page.get_by_role("navigation").get_by_role("link", name=words("header.room.lead"), exact=True))
    keys.press("Enter")
    host.stands_at("3_ideas")
    code = page.get_by_role("button", name=words("header.code"), exact=True)
    keys.reach(code)
    keys.press("Enter")
    dialog = page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    assert dialog.evaluate("one => one.contains(document.activeElement)")
    keys.press("Escape")
    expect(dialog).to_be_hidden()
    expect(code).to_be_focused()

    keys.reach(host.ahead.get_by_role("button", name=re.compile(host.next_of("open-reveal", 1))))
    keys.press("Enter")
    expect(host.question).to_be_visible()
    assert host.question.evaluate("one => one.contains(document.activeElement)")
    keys.reach(host.question.get_by_role("button", name=host.next_of("open-reveal", 1), exact=True))
    keys.press("Enter")
    expect(host.ahead.get_by_role("button", name=re.compile(host.next_of("open-vote", 1)))).to_be_focused()
    assert village.store.read(lambda repository: repository.find_challenge("c1")).stage is Stage.REVEAL

    for text in IDEAS[:2]:
        keys.reach(page.get_by_role("checkbox", name=words("ideas.choose.one", title=text), exact=True))
        keys.press("Space")
    keys.press("Enter")
    title = page.get_by_label(words("ideas.gather.title"), exact=True).last
    expect(title).to_be_focused()
    keys.press("ControlOrMeta+a")
    keys.write("Une salle chaude")
    keys.press("Enter")
    expect(page.get_by_role("heading", name="Une salle chaude")).to_be_visible()
    assert page.evaluate("document.activeElement !== document.body")
    [group] = village.store.read(lambda repository: repository.list_groups("c1"))
    assert (group.title, set(group.members)) == ("Une salle chaude", {"i0", "i1"})

    keys.reach(page.get_by_role("navigation").get_by_role("link", name=words("header.step.5_missions")), "Shift+Tab")
    keys.press("Enter")
    try_to_move(host, keys)
    assert village.list_missions_of("p1") != ["m1"]
    keys.press("Escape")
    expect(
        page.get_by_role("button", name=f"{host.say('facilitator.missions.move-do')}, Sureau", exact=True)
    ).to_be_focused()
    try_to_move(host, keys)
    keys.reach(page.locator(".wkf-whatif > .wk-go"))
    keys.press("Enter")
    wait_for(lambda: village.list_missions_of("p1") == ["m1"], 10, "moving someone to another mission")
    expect(
        page.get_by_role("button", name=f"{host.say('facilitator.missions.move-do')}, Sureau", exact=True)
    ).to_be_focused()
    label = host.say("facilitator.missions.step.trial", name="Sureau")
    for key, told in (("undo", "undone"), ("redo", "redone")):
        name = re.compile(say_again(host.say(f"facilitator.missions.{key}", label=label)))
        keys.reach(page.get_by_role("button", name=name), "Shift+Tab")
        keys.press("Enter")
        expect(page.get_by_role("status").filter(has_text=host.say(f"facilitator.missions.{told}"))).to_be_visible()
        expect(page.locator(".wkf-mission-step:focus")).to_have_count(1)


def try_to_move(host: Facilitator, keys: Keyboard) -> None:
    """Open what would change if Sureau were on the other mission."""
    page = host.page
    keys.reach(page.get_by_role("button", name=f"{host.say('facilitator.missions.move-do')}, Sureau", exact=True))
    keys.press("Enter")
    keys.reach(page.get_by_label(host.say("facilitator.missions.move", pseudonym="Sureau"), exact=True).first)
    keys.press("ArrowDown")
    keys.reach(page.get_by_role("button", name=re.compile(rf"^{host.say('facilitator.missions.try')}, .+ Sureau")))
    keys.press("Enter")
    expect(page.get_by_role("heading", name=host.say("facilitator.missions.trial"), exact=True)).to_be_focused()


def open_settled(village: Village, context: BrowserContext, step: str) -> Page:
    """Open one page of the facilitator's and wait until all of it stands: what comes later moves the focus."""
    page = context.new_page()
    page.goto(village.served.facilitator)
    page.goto(village.served.facilitator_page(step))
    expect(page.locator("main[aria-busy]")).to_have_count(0)
    expect(page.get_by_role("banner").get_by_role("button").first).to_be_visible()
    expect(page.locator("main").get_by_role("button").first).to_be_visible()
    page.evaluate("document.fonts.ready.then(() => new Promise(requestAnimationFrame)).then(() => true)")
    return page


def walk_through(page: Page) -> None:
    """Walk through the page and back, and see the focus at every stop."""
    keys = Keyboard(page)
    there, back = keys.walk("Tab"), keys.walk("Shift+Tab")
    assert [fault for fault in (*there, *back) if fault] == []
    assert len(back) >= len(there) > 10


@pytest.mark.parametrize("size", [LAPTOP, PHONE], ids=["laptop", "phone"])
@pytest.mark.parametrize("step", ["1_challenge", "2_stakeholders", "3_ideas", "5_missions"])
def test_the_focus_is_never_out_of_sight(
    village: Village, new_context: NewContext, step: str, size: dict[str, int]
) -> None:
    village.reveal(datetime.now(UTC) - timedelta(hours=1))
    page = open_settled(village, new_context(viewport=size, locale="fr-FR"), step)
    expect(page.locator(".wkf-undo")).to_have_count(0)
    walk_through(page)


def test_the_skip_link_leads_past_the_header(village: Village, new_context: NewContext) -> None:
    page = new_context(viewport=LAPTOP, locale="fr-FR").new_page()
    page.goto(village.served.facilitator)
    expect(page.get_by_role("banner").get_by_role("button").first).to_be_visible()
    keys = Keyboard(page)
    skip = page.get_by_role("link", name=Translator("fr")("page.skip"))
    keys.reach(skip, most=1)
    expect(skip).to_be_in_viewport()
    keys.press("Enter")
    expect(page.locator("main")).to_be_focused()
    keys.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


@pytest.mark.parametrize("size", [LAPTOP, PHONE], ids=["laptop", "phone"])
def test_what_can_be_taken_back_lies_over_no_focus(
    village: Village, new_context: NewContext, size: dict[str, int]
) -> None:
    village.reveal(datetime.now(UTC) + timedelta(hours=1))  # so that it lasts as long as the walk
    page = open_settled(village, new_context(viewport=size, locale="fr-FR"), "3_ideas")
    expect(page.locator(".wkf-undo")).to_be_visible()
    walk_through(page)
    for number in range(2):
        page.locator(".wkf-choose input").nth(number).check()
    expect(page.locator(".wkf-gather")).to_be_visible()
    page.locator("main").evaluate("main => { main.tabIndex = -1; main.focus(); scrollTo(0, 0) }")
    walk_through(page)
