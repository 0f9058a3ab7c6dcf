"""The door in real browsers: words that newcomers type, pages nobody joined from, a device that takes many seats."""

from __future__ import annotations

import re
import urllib.request
from collections.abc import Iterator
from http.cookiejar import CookieJar
from pathlib import Path
from typing import Literal
from urllib.error import HTTPError

import pytest
from playwright.sync_api import Page, WebSocketRoute, expect

from tests.browser.axe import find_violations
from tests.browser.conftest import LAPTOP, PHONE, PROJECTOR, NewContext, find_port
from tests.browser.people import Phone
from tests.browser.room import RoomPage
from tests.browser.served import ServedWorkshop, wait_for, workshop_kit
from workshop_kit.i18n import Translator
from workshop_kit.serving.close_codes import ASKING, ASKING_LAST, HERE, STAYING

SAY = Translator("fr")
SCRIPT = "taking-seats/1.0"


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServedWorkshop]:
    folder: Path = tmp_path_factory.mktemp("door") / "atelier"
    made = workshop_kit("new", folder, "--title", "Atelier de Saint-Elme", "--territory", "Saint-Elme", "--lang", "fr")
    assert made.returncode == 0, made.stderr
    with ServedWorkshop(folder, port=find_port(27166)) as opened:
        yield opened


@pytest.fixture
def laptop(new_context: NewContext, served: ServedWorkshop) -> RoomPage:
    return RoomPage(new_context(viewport=LAPTOP), served)


def press(page: Page, key: str, number: int | None = None) -> None:
    name = SAY(f"facilitator.door.{key}", number=number) if number is not None else SAY(f"facilitator.door.{key}")
    page.get_by_role("button", name=name).click()


def read_words(laptop: RoomPage) -> str:
    return laptop.page.locator(".wkf-door-code").inner_text()


#: The size of the code's letters, and of all letters of the page that are larger.
_LARGEST = """
() => {
  const size = (one) => parseFloat(getComputedStyle(one).fontSize), code = document.querySelector(".wk-stage-door b");
  const all = [...document.querySelectorAll(".wk-stage *")].filter((one) => one.textContent.trim() !== "");
  const larger = all.filter((one) => size(one) > size(code));
  return {code: size(code), larger: larger.map((one) => one.textContent)};
}
"""
#: What of a dialog's controls lies outside the window, and whether the dialog stands in its middle.
_OUTSIDE = """
(dialog) => {
  const box = dialog.getBoundingClientRect();
  const out = [...dialog.querySelectorAll("button, a, summary, label")].filter((one) => {
    const {top, bottom, left, right} = one.getBoundingClientRect();
    return top < 0 || left < 0 || bottom > innerHeight || right > innerWidth;
  });
  return {out: out.map((one) => one.textContent), off: Math.abs(box.top - (innerHeight - box.bottom))};
}
"""


@pytest.fixture
def words(laptop: RoomPage) -> Iterator[str]:
    """Ask for a code during the test."""
    press(laptop.page, "words.turn-on")
    expect(laptop.page.locator(".wkf-door-code")).to_be_visible()
    yield read_words(laptop)
    ask_no_words(laptop)


def ask_no_words(laptop: RoomPage) -> None:
    """Let newcomers in without a code again, and see that it is so."""
    press(laptop.page, "words.turn-off")
    expect(laptop.page.get_by_text(SAY("facilitator.door.words.off"))).to_be_visible()


def load(served: ServedWorkshop) -> int:
    """Load a page as a script does, with cookies of its own, and return the answer's code."""
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
    request = urllib.request.Request(served.participants, headers={"User-Agent": SCRIPT})
    try:
        with opener.open(request, timeout=60) as answer:
            return int(answer.status)
    except HTTPError as error:
        return error.code


def test_newcomers_type_the_words_on_the_screen_and_who_is_in_stays_in(
    new_context: NewContext, served: ServedWorkshop, laptop: RoomPage
) -> None:
    early = Phone(new_context(viewport=PHONE), served)
    early.join("Théorbe", "resident")
    screen = new_context(viewport=PROJECTOR).new_page()
    screen.goto(served.screen)
    expect(screen.locator(".wk-screen")).to_be_visible()
    press(laptop.page, "words.turn-on")
    expect(laptop.page.locator(".wkf-door-code")).to_have_text(re.compile(r"^[a-z]+( [a-z]+){3}$"))
    words = read_words(laptop)
    expect(screen.get_by_text(words)).to_be_visible()

    page = new_context(viewport=PHONE).new_page()
    page.goto(served.participants)
    field = page.get_by_label(SAY("serving.door.label"))
    expect(field).to_be_visible()
    assert find_violations(page) == []
    field.fill("chat chien cheval chaise")
    page.get_by_role("button", name=SAY("serving.door.enter")).click()
    expect(page.get_by_role("alert")).to_have_text(SAY("serving.door.wrong"))
    assert find_violations(page) == []
    assert find_violations(laptop.page) == []
    field.fill(words.upper().replace(" ", "-"))
    field.press("Enter")
    expect(page.get_by_label(SAY("participant.join.pseudonym"))).to_be_visible()
    assert "door=" not in page.url

    press(laptop.page, "words.change.one")
    expect(laptop.page.locator(".wkf-door-code")).not_to_have_text(words)
    expect(screen.get_by_text(read_words(laptop))).to_be_visible()
    early.page.reload()
    early.sees(early.words("join.in", pseudonym="Théorbe"))
    scanned = new_context(viewport=PHONE).new_page()
    scanned.goto(f"{served.participants}?door={read_words(laptop).replace(' ', '-')}")
    expect(scanned.get_by_label(SAY("participant.join.pseudonym"))).to_be_visible()
    assert "door=" not in scanned.url
    ask_no_words(laptop)


def test_a_page_nobody_joined_from_is_let_go_of_and_comes_back_as_it_was_when_it_is_touched(
    new_context: NewContext, served: ServedWorkshop, laptop: RoomPage
) -> None:
    reader = Phone(new_context(viewport=PHONE), served)
    pseudonym = reader.page.get_by_label(reader.words("join.pseudonym"))
    pseudonym.fill("Clavecin")
    joined = Phone(new_context(viewport=PHONE), served)
    joined.join("Ukulélé", "resident")
    button = laptop.page.get_by_role("button", name=re.compile("^Libérer"))
    expect(button).to_be_visible()
    with reader.page.expect_event("websocket", timeout=30_000) as again:
        button.click()
        expect(button).to_have_count(0)
        strip = reader.page.locator("#page-strip")
        expect(strip).to_contain_text(SAY("page.rest"))
        reader.page.evaluate("for (const kind of ['offline', 'online']) dispatchEvent(new Event(kind))")
        expect(strip).to_contain_text(SAY("page.rest"))  # a Wi-Fi that comes back is nobody's touch
        expect(pseudonym).to_have_value("Clavecin")
        reader.page.locator("h1, h2").first.click()
    assert again.value
    expect(reader.page.get_by_label(reader.words("join.pseudonym"))).to_have_value("Clavecin")
    reader.choose(reader.words("join.category"), reader.say.category("resident"))
    reader.button("join.go")
    reader.sees(reader.words("join.in", pseudonym="Clavecin"))
    joined.sees(joined.words("join.in", pseudonym="Ukulélé"))
    joined.speak("en")  # its kernel answers: it was let alone


def test_who_types_slowly_is_not_thrown_out_and_who_does_nothing_reads_that_the_page_goes_to_rest(
    new_context: NewContext, served: ServedWorkshop
) -> None:
    page = new_context(viewport=PHONE).new_page()
    routes: list[WebSocketRoute] = []
    answers: list[str] = []

    def stand_between(route: WebSocketRoute) -> None:
        server = route.connect_to_server()
        route.on_message(lambda said: answers.append(said) if isinstance(said, str) else server.send(said))
        routes.append(route)

    page.route_web_socket(re.compile("/channels"), stand_between)
    page.goto(served.participants)
    pseudonym = page.get_by_label(SAY("participant.join.pseudonym"))
    expect(pseudonym).to_be_visible()
    strip = page.locator("#page-strip")
    routes[-1].send(ASKING)
    expect(strip).to_contain_text(SAY("page.rest"))
    assert find_violations(page) == []
    assert answers == []
    pseudonym.click()
    expect(strip).to_be_empty()
    assert answers == [HERE]
    pseudonym.press_sequentially("Célesta")
    routes[-1].send(ASKING)
    expect(page.get_by_label(SAY("participant.join.pseudonym"))).to_have_value("Célesta")
    page.wait_for_function("() => true")
    assert answers == [HERE, HERE], "it answered by itself"
    expect(strip).to_be_empty()
    routes[-1].send(ASKING_LAST)
    expect(strip).to_contain_text(SAY("page.last-more"))
    routes[-1].send(STAYING)
    expect(strip).to_be_empty()


def test_the_door_is_closed_to_a_device_that_took_many_seats_and_opened_again(
    new_context: NewContext, served: ServedWorkshop, laptop: RoomPage
) -> None:
    phone = Phone(new_context(viewport=PHONE), served)
    phone.join("Xylophone", "resident")
    assert {load(served) for _ in range(6)} == {200}
    row = laptop.page.get_by_role("listitem").filter(has_text=re.compile(r"6 places prises depuis .*, 0 personne"))
    expect(row).to_be_visible()
    row.get_by_role("button").click()
    question = laptop.page.get_by_role("dialog")
    expect(question).to_contain_text("6 pages sans personne s’arrêtent")
    assert find_violations(laptop.page) == []
    question.get_by_role("button", name=SAY("facilitator.door.close.newcomers.none")).click()
    closed = laptop.page.get_by_role("listitem").filter(has_text=SAY("facilitator.door.closed.newcomers"))
    expect(closed).to_be_visible()
    assert load(served) == 403
    refused = new_context(viewport=PHONE, user_agent=SCRIPT).new_page()
    refused.goto(served.participants)
    expect(refused.get_by_text(SAY("serving.door.closed"))).to_be_visible()
    assert find_violations(refused) == []
    phone.page.reload()
    phone.sees(phone.words("join.in", pseudonym="Xylophone"))
    closed.get_by_role("button").click()
    expect(closed).to_have_count(0)
    assert load(served) == 200


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_code_is_read_from_the_back_of_the_room(
    new_context: NewContext, served: ServedWorkshop, words: str, language: str
) -> None:
    screen = new_context(viewport=PROJECTOR).new_page()
    screen.goto(f"{served.screen}{'&' if '?' in served.screen else '?'}lang={language}")
    expect(screen.locator(".wk-stage-door")).to_contain_text(words)
    numbers, whole = screen.locator(".wk-numbers"), "(one) => one.getBoundingClientRect().bottom <= innerHeight"
    for width, height in ((1024, 768), (1366, 768), (1600, 900), (1920, 1080)):
        screen.set_viewport_size({"width": width, "height": height})
        wait_for(lambda: numbers.evaluate(whole), 10, f"showing how many are there at {width} × {height}")
        sizes = screen.evaluate(_LARGEST)
        assert sizes["code"] >= 40
        assert len(sizes["larger"]) <= 2, sizes  # the address and how many are there


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_opens_over_the_page_fits_a_laptop_and_stands_in_its_middle(
    served: ServedWorkshop, laptop: RoomPage, words: str, scheme: Literal["light", "dark"]
) -> None:
    laptop.page.emulate_media(color_scheme=scheme)
    laptop.page.get_by_role("button", name=SAY("facilitator.header.code"), exact=True).click()
    dialog = laptop.page.get_by_role("dialog")
    expect(dialog).to_contain_text(words)
    assert dialog.evaluate(_OUTSIDE) == {"out": [], "off": pytest.approx(0, abs=2)}
    if dialog.locator("details").get_attribute("open") is None:
        dialog.locator("summary").click()
    assert dialog.evaluate(_OUTSIDE) == {"out": [], "off": pytest.approx(0, abs=2)}
    laptop.page.keyboard.press("Escape")
    ask_no_words(laptop)  # or what is loaded next is the page that asks for them, and takes no seat
    for _ in range(5):
        load(served)
    close = laptop.page.get_by_role("button", name=re.compile(f"^{re.escape(SAY('facilitator.door.close'))}"))
    assert find_violations(laptop.page) == []  # what is read on a button is in its name too (WCAG 2.5.3)
    close.first.click()
    assert dialog.evaluate(_OUTSIDE) == {"out": [], "off": pytest.approx(0, abs=2)}
    edge = dialog.evaluate("(one) => getComputedStyle(one).borderTopColor")
    assert edge != dialog.evaluate("(one) => getComputedStyle(one).backgroundColor")
    laptop.page.keyboard.press("Escape")
    press(laptop.page, "words.turn-on")
    expect(laptop.page.locator(".wkf-door-code")).to_be_visible()
