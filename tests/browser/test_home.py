"""The town hall as it is: from a double click to the PDF without one command, and nobody left outside the home page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.browser.axe import (
    find_overflow,
    find_overflow_when_spaced,
    find_small_targets,
    find_small_text,
    find_violations,
)
from tests.browser.conftest import LAPTOP, PHONE, NewContext, find_port
from tests.browser.home import Keeper, Pages, RunningKit, put_down
from tests.browser.people import Facilitator, Phone, say_again

TITLE = "Atelier de Saint-Elme"
STATEMENT = {
    "action": "Ouvrir un lieu chaud chaque nuit de gel",
    "population": "les personnes sans abri",
    "territory": "Saint-Elme",
    "deadline": "décembre 2028",
    "indicator": "le nombre de nuits ouvertes",
}
IDEA = "Prêter la salle des fêtes l’hiver"
#: As a spreadsheet of the town hall saves it.
INVITED = "Nom;Catégorie;Statut\nBoulangerie Fictive;commerce;vient\nClub de lecture;association;vient\n"
SIZES = (LAPTOP, {"width": 1024, "height": 768}, PHONE)

pytestmark = pytest.mark.browser


@pytest.fixture
def kit(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningKit]:
    """The program as the icon starts it, with no workshop yet."""
    with RunningKit(tmp_path_factory.mktemp("home"), find_port(28450)) as running:
        yield running


def import_invited(page: Page, host: Facilitator) -> None:
    """Put a list down on the import page, and write what it says."""
    put_down(page, "invités.csv", INVITED.encode("cp1252"))
    go = host.say.plural("facilitator.imports.go.stakeholders", 2)
    page.get_by_role("button", name=re.compile(say_again(go))).click()
    done = host.say.plural("facilitator.imports.done.stakeholders", 2, at="@").split("@")[0].rstrip(" ,")
    expect(page.get_by_text(re.compile(say_again(done))).first).to_be_visible()


def test_from_a_double_click_to_the_pdf_without_one_command(
    kit: RunningKit, tmp_path: Path, new_context: NewContext
) -> None:
    keeper = Keeper(new_context(viewport=LAPTOP, locale="fr-FR"), kit)
    keeper.make(TITLE, "Saint-Elme")
    assert [folder.name for folder in kit.shelf.iterdir()] == [TITLE]

    # prepare: the page of the challenges opens by itself, then a list is put down
    keeper.next_is("write-challenges")
    desk = keeper.go_through(keeper.green)
    host = Facilitator(desk, Pages(facilitator=desk.url))
    host.write_challenge("Logement", STATEMENT)
    lists = keeper.go_through(keeper.way("import"))
    import_invited(lists, host)
    keeper.sees("people.expected", number=2)

    # the room, and a phone that comes in by the address that is shown
    keeper.next_is("open-room")
    pages = keeper.open_room()
    keeper.next_is("test-phone")
    keeper.press("now.test-phone.go")
    keeper.sees("test.waiting")  # a phone of this very machine proves nothing about the network
    expect(keeper.green).to_have_count(0)
    rose = Phone(new_context(viewport=PHONE, locale="fr-FR"), pages)
    rose.join("Rose", "resident")
    keeper.sees("people.here", number=1)

    # run it
    host.step("3_ideas")
    host.go_on("open-writing", 1)
    rose.sees(re.compile("Ouvrir un lieu chaud"))
    rose.write_idea(IDEA, "lived")
    host.go_on("open-reveal", 1, read_first=False)
    rose.sees(IDEA)

    # synthesise
    host.step("6_synthesis")
    host.button(host.say("facilitator.synthesis.pdf"))
    with host.page.expect_download(timeout=60_000) as download:
        host.page.get_by_role("button", name=host.say("facilitator.synthesis.download")).click(timeout=60_000)
    download.value.save_as(tmp_path / "synthese.pdf")
    said = " ".join(page.extract_text() for page in PdfReader(tmp_path / "synthese.pdf").pages)
    assert IDEA.replace("’", "") in re.sub(r"\s+", " ", said).replace("’", "")

    # close, take away, quit
    keeper.close_room()
    book = load_workbook(keeper.take_away("workbook", tmp_path), read_only=True)
    cells = {value for sheet in book for row in sheet.iter_rows(values_only=True) for value in row}
    assert IDEA in cells
    ours = ("http://127.0.0.1:", pages.participants, "data:", "blob:", "about:")
    for requested in (keeper.requested, host.requested, rose.requested):
        assert [url for url in requested if not url.startswith(ours)] == []
    keeper.press("quit")
    keeper.press("quit.yes")
    keeper.stands_before(keeper.words("ended.title"))
    assert kit.process.wait(30) == 0


def find_faults(keeper: Keeper, where: str) -> list[str]:
    """Return what a machine finds wrong in what the page shows, at each size, and as an enlarged page has it."""
    faults: list[str] = []
    for size in SIZES:
        keeper.page.set_viewport_size({"width": size["width"], "height": size["height"]})
        faults += [*find_overflow(keeper.page), *find_small_targets(keeper.page, 44), *find_small_text(keeper.page, 16)]
    faults += [*find_violations(keeper.page), *find_overflow_when_spaced(keeper.page)]
    keeper.page.set_viewport_size({"width": 320, "height": 640})
    faults += find_overflow(keeper.page)
    keeper.page.set_viewport_size({"width": LAPTOP["width"], "height": LAPTOP["height"]})
    return [f"{where}: {fault}" for fault in [*faults, *find_violations(keeper.page)]]


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_the_home_page_has_no_barrier_in_any_state(kit: RunningKit, new_context: NewContext, dark: bool) -> None:
    scheme = "dark" if dark else "light"
    keeper = Keeper(new_context(viewport=LAPTOP, locale="fr-FR", color_scheme=scheme), kit)
    keeper.speak("en" if dark else "fr")
    faults = find_faults(keeper, "first opening")
    for key, heading in (("open", "places.title"), ("take-over", "file.title"), ("help", "help.title")):
        keeper.press(key)
        keeper.stands_before(keeper.words(heading))
        faults += find_faults(keeper, heading)
    keeper.page.get_by_role("button", name=keeper.words("back"), exact=True).first.click()
    keeper.press("check")
    checked = keeper.page.get_by_role("button", name=keeper.say("home.checkup.again"), exact=True)
    expect(checked).not_to_have_attribute("aria-disabled", "true", timeout=60_000)
    faults += find_faults(keeper, "check-up")
    keeper.page.get_by_role("button", name=keeper.words("back"), exact=True).first.click()

    keeper.press("new")
    keeper.press("new.go")
    keeper.sees("new.title-missing")
    faults += find_faults(keeper, "a new workshop, nothing typed")
    keeper.press("cancel")
    keeper.make(TITLE, "Saint-Elme")
    faults += find_faults(keeper, "a new workshop, made")
    for key, answer in (("day.set", "cancel"), ("copy", "cancel"), ("delete", "delete.no"), ("quit", "quit.no")):
        keeper.press(key)
        button = keeper.page.get_by_role("button", name=keeper.words(answer), exact=True)
        expect(button).to_be_visible()
        faults += find_faults(keeper, key)
        button.click()
    keeper.open_room()
    faults += find_faults(keeper, "a room that is open")
    keeper.press("now.test-phone.go")
    keeper.press("code.large")
    expect(keeper.page.get_by_role("dialog")).to_be_visible()
    faults += find_faults(keeper, "the code in large")
    assert faults == []


def test_a_workshop_is_made_and_deleted_by_the_keyboard_alone(kit: RunningKit, new_context: NewContext) -> None:
    keeper = Keeper(new_context(viewport=LAPTOP, locale="fr-FR"), kit)
    press = keeper.page.keyboard.press
    focused = keeper.page.locator(":focus")

    def tab_to(name: str) -> None:
        for _ in range(40):
            press("Tab")
            if re.fullmatch(say_again(name), focused.inner_text().strip()):
                return
        raise AssertionError(f"no stop of the keyboard says {name}")

    tab_to(keeper.words("new"))
    press("Enter")
    expect(focused).to_have_attribute("name", "title")  # the first field of the form
    keeper.page.keyboard.type(TITLE)
    press("Tab")
    press("Enter")
    keeper.sees("new.territory-missing")
    expect(focused).to_have_attribute("name", "territory")
    keeper.page.keyboard.type("Saint-Elme")
    press("Enter")
    keeper.stands_before(TITLE)
    tab_to(keeper.words("delete"))
    press("Enter")
    expect(focused).to_have_text(keeper.words("delete.no"))
    press("Escape")
    expect(focused).to_have_text(keeper.words("delete"))
    press("Enter")
    tab_to(keeper.words("delete.yes"))
    press("Enter")
    keeper.sees("first")
    assert list(kit.shelf.iterdir()) == []
