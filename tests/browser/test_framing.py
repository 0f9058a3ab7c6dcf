"""Step 1 in a browser: a challenge written in one sentence, its history, and how clear two people find it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, WebSocketRoute, expect

from tests.browser.axe import find_overflow, find_small_targets, find_violations
from tests.browser.conftest import LAPTOP, PHONE, NewContext, find_port
from tests.browser.outages import wait_beside
from tests.browser.served import ServedWorkshop, wait_for
from workshop_kit.domain.course import Phase
from workshop_kit.domain.model import Workshop
from workshop_kit.i18n import Translator
from workshop_kit.store import create_store

pytestmark = pytest.mark.browser

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
SAY = Translator("fr")
THEME = "La pauvreté"
SENTENCE = "Plus personne ne dort dehors à Val-Brume."
REMARK = "Dehors, même dans une voiture ?"
#: Let the page come to whatever it heard so far, without any time going by.
_BREATHE = """
async (times) => {
  const { port1, port2 } = new MessageChannel();
  for (let at = 0; at < times; at += 1) await new Promise((go) => { port1.onmessage = go; port2.postMessage(0); });
}
"""


#: The names of marks that the ground or the line under another mark's words covers.
_COVERED = """
() => {
  const meets = (one, other) =>
    one.left < other.right - 1 && other.left < one.right - 1
    && one.top < other.bottom - 1 && other.top < one.bottom - 1;
  const lines = [...document.querySelectorAll(".wkf-mark")].flatMap((mark) => [...mark.getClientRects()]);
  return [...document.querySelectorAll(".wkf-mark > small")]
    .filter((name) => lines.some((line) => meets(name.getBoundingClientRect(), line)))
    .map((name) => name.textContent);
}
"""


def words(key: str, **values: object) -> str:
    return SAY(f"facilitator.challenges.{key}", **values)


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServedWorkshop]:
    folder: Path = tmp_path_factory.mktemp("framing") / "atelier"
    workshop = Workshop("Atelier", "Val-Brume", "fr", Phase.WELCOME, None, None, NOW, NOW + timedelta(days=365))
    create_store(folder, workshop).close()
    with ServedWorkshop(folder, port=find_port(30366)) as room:
        yield room


class Writer:
    """The facilitator, before the workshop."""

    def __init__(self, page: Page, served: ServedWorkshop) -> None:
        self.page = page
        page.goto(served.facilitator_page("1_challenge"))
        self.field: Locator = page.get_by_label(words("sentence"))

    def press(self, key: str, **values: object) -> None:
        self.page.get_by_role("button", name=words(key, **values), exact=True).click()

    def begin(self, stake: str) -> None:
        names = [self.page.get_by_role("button", name=f"+ {words(key)}", exact=True) for key in ("add.first", "add")]
        names[0].or_(names[1]).click()
        self.page.get_by_label(words("stake")).fill(stake)

    def write(self, sentence: str) -> None:
        self.field.fill(sentence)
        expect(self.page.locator(".wkf-kind")).to_be_visible()

    def save(self) -> None:
        self.page.locator(".wkf-write-main button[type=submit]").click()
        expect(self.field).to_have_count(0)

    def open_again(self, stake: str) -> None:
        self.press("edit.one", stake=stake)
        expect(self.field).to_be_visible()


def test_what_comes_between_the_halves_of_a_press_takes_nothing_away_from_under_the_finger(
    served: ServedWorkshop, new_context: NewContext
) -> None:
    page = new_context(viewport=LAPTOP).new_page()
    late: list[str | bytes] = []
    routes: list[WebSocketRoute] = []
    holds = False

    def stand_between(route: WebSocketRoute) -> None:
        server = route.connect_to_server()
        server.on_message(lambda said: late.append(said) if holds else route.send(said))
        routes.append(route)

    page.route_web_socket(re.compile("/channels"), stand_between)
    page.clock.install()
    Writer(page, served)
    first = page.get_by_role("button", name=f"+ {words('add.first')}", exact=True)
    expect(first).to_be_visible()
    holds = True
    first.click()
    parts = page.locator("details").filter(has=page.locator("summary", has_text=words("by-parts")))
    parts.locator("summary").hover()
    page.clock.run_for(200)  # the form asks how nothing is read
    wait_beside(page, lambda: any("assembled" in str(said) for said in late), 20, "the answer")
    page.clock.pause_at(page.evaluate("Date.now() + 1"))  # or a slow machine would make a long press of it
    page.mouse.down()
    holds = False
    for said in late:
        routes[-1].send(said)
    page.evaluate(_BREATHE, 20)
    page.mouse.up()
    page.clock.resume()
    expect(page.locator(".wkf-asked")).to_be_visible()  # it stands above, where the page had nothing
    expect(parts).to_have_attribute("open", "")


def test_a_challenge_is_written_in_one_sentence_and_what_is_missing_is_asked_for_one_thing_at_a_time(
    served: ServedWorkshop, new_context: NewContext
) -> None:
    writer = Writer(new_context(viewport=LAPTOP).new_page(), served)
    page = writer.page
    first = page.get_by_role("button", name=f"+ {words('add.first')}", exact=True)
    expect(first).to_have_css("background-color", "rgb(11, 90, 86)")  # what is done next is green, and nothing else
    writer.begin("Logement")
    writer.write(THEME)
    expect(page.locator(".wkf-kind-on")).to_have_text(f"✓ {words('kind.theme')}")
    writer.save()
    writer.open_again("Logement")
    writer.write(SENTENCE)
    expect(page.locator(".wkf-mark-territory")).to_contain_text("à Val-Brume")
    read = page.locator(f"[id='{writer.field.get_attribute('aria-describedby')}']")
    expect(read).to_contain_text(words("mark.territory"))
    expect(page.get_by_role("button", name=words("next.without.deadline"), exact=True)).to_be_visible()
    expect(page.locator(".wk-panel .wkf-button.wkf-next:visible")).to_have_count(1)
    answer = page.locator(".wkf-answer input")
    answer.fill("juin 2027")
    answer.press("Enter")
    expect(writer.field).to_have_value(re.compile(r"^Plus personne ne dort dehors à Val-Brume, d’ici juin 2027\.$"))
    expect(page.locator(".wkf-mark-deadline")).to_contain_text("juin 2027")
    assert find_violations(page) + find_small_targets(page, 24) == []
    page.set_viewport_size({"width": LAPTOP["width"] // 2, "height": LAPTOP["height"] // 2})  # as at 200 %
    heights = (
        "() => ['.wkf-mirror', 'textarea'].map((one) => document.querySelector(`.wkf-marked ${one}`).scrollHeight)"
    )
    expect(page.locator(".wkf-mark-territory")).to_be_visible()
    wait_for(lambda: find_overflow(page) == [], 10, "fitting the narrow window")

    def shows_all() -> bool:
        mirror, field = page.evaluate(heights)
        return bool(abs(mirror - field) <= 2)

    wait_for(shows_all, 10, "showing all of its words in the field, where they are marked")
    page.set_viewport_size({"width": LAPTOP["width"], "height": LAPTOP["height"]})
    writer.save()
    writer.open_again("Logement")
    page.get_by_role("button", name=words("sentences.take.one", statement=THEME), exact=True).click()
    expect(writer.field).to_have_value(THEME)


def test_what_is_underlined_in_a_sentence_leaves_the_names_of_the_next_line_free(
    served: ServedWorkshop, new_context: NewContext
) -> None:
    """Three names fall on one word, underlined three times, over a line that has a name of its own."""
    writer = Writer(new_context(viewport=LAPTOP).new_page(), served)
    page = writer.page
    writer.begin("Logement")
    writer.write("Plus personne ne dort dehors et chaque enfant mange à sa faim à Val-Brume.")
    expect(page.locator(".wkf-mark-territory")).to_contain_text("à Val-Brume")
    wait_for(lambda: page.evaluate(_COVERED) == [], 10, "leaving the names of the next line free")


def test_two_people_say_on_their_phones_whether_it_is_clear_and_it_is_shown_once_both_have(
    served: ServedWorkshop, new_context: NewContext
) -> None:
    writer = Writer(new_context(viewport=LAPTOP).new_page(), served)
    page = writer.page
    writer.begin("Santé")
    writer.write(SENTENCE)
    writer.save()
    writer.open_again("Santé")
    writer.press("clarity.ask.two")
    code = page.locator(".wkf-clarity-ways b").inner_text().split(":")[1].strip()

    by_code = new_context(viewport=PHONE).new_page()
    by_code.goto(served.participants)
    by_code.get_by_text(SAY("participant.helper.way-link")).click()
    by_code.get_by_label(SAY("participant.helper.way-code")).fill(code)
    by_code.get_by_role("button", name=SAY("participant.helper.way-enter"), exact=True).click()
    by_link = new_context(viewport=PHONE).new_page()
    by_link.goto(f"{served.participants}?clarity={code.replace(' ', '-')}")
    for phone in (by_code, by_link):
        expect(phone.get_by_role("heading", name=SAY("clarity.heading"))).to_be_visible()
        expect(phone.get_by_text(SENTENCE)).to_be_visible()
        expect(phone.locator(".wkc input[type=radio]:checked")).to_have_count(0)
    assert find_violations(by_link) + find_small_targets(by_link, 44) == []

    answer(by_code, "not", REMARK)
    expect(page.get_by_text(SAY.plural("facilitator.challenges.clarity.waiting", 1, wanted=2))).to_be_visible()
    for other in (page, by_link):
        expect(other.get_by_text(REMARK)).to_have_count(0)
    answer(by_link, "very")
    expect(page.locator(".wkf-ratings li")).to_have_text(
        [re.compile("^Très clair"), re.compile(f"^Pas clair.*{re.escape(REMARK[:6])}")]
    )
    for phone in (by_code, by_link):
        expect(phone.get_by_text(SAY("clarity.thanks"))).to_be_visible()
    writer.press("clarity.again.two")
    for phone in (by_code, by_link):
        expect(phone.locator(".wkc input[type=radio]")).to_have_count(3)


def answer(phone: Page, clearness: str, remark: str = "") -> None:
    phone.get_by_role("radio", name=SAY(f"clarity.{clearness}"), exact=True).check()
    phone.get_by_label(SAY("clarity.remark")).fill(remark)
    phone.get_by_role("button", name=SAY("clarity.send"), exact=True).click()
