"""A full room in real browsers: who joined keeps their seat, who waits is told the truth, who types words goes on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import find_violations
from tests.browser.conftest import LAPTOP, PHONE, NewContext, find_port
from tests.browser.home import Keeper, RunningKit
from tests.browser.people import Phone
from tests.browser.served import ServedWorkshop, workshop_kit
from workshop_kit.entrance import write_code
from workshop_kit.hosting.configuring import find_entrance
from workshop_kit.i18n import Translator

SAY = Translator("fr")
WORDS = "tilleul cuivre matin loutre"


@pytest.fixture
def served(tmp_path: Path) -> Iterator[ServedWorkshop]:
    """A workshop with two seats."""
    folder = tmp_path / "atelier"
    made = workshop_kit("new", folder, "--title", "Atelier de Saint-Elme", "--territory", "Saint-Elme", "--lang", "fr")
    assert made.returncode == 0, made.stderr
    with ServedWorkshop(folder, port=find_port(27366), seats=2) as opened:
        yield opened


def sees(page: Page, key: str, language: str = "fr") -> None:
    expect(page.locator("main")).to_contain_text(Translator(language)(f"serving.{key}"), timeout=20_000)


def test_a_full_room_from_the_first_reload_to_its_end(new_context: NewContext, served: ServedWorkshop) -> None:
    people = [Phone(new_context(viewport=PHONE), served) for _ in range(2)]
    for phone, pseudonym in zip(people, ("Théorbe", "Luth"), strict=True):
        phone.join(pseudonym, "resident")
    waiting = new_context(viewport=PHONE, locale="fr-FR").new_page()
    waiting.goto(served.participants)
    sees(waiting, "waiting.full")
    assert find_violations(waiting) == []
    waiting.get_by_role("link", name="English").click()
    sees(waiting, "waiting.full", "en")
    waiting.get_by_role("link", name="Français").click()
    for phone, pseudonym in zip(people, ("Théorbe", "Luth"), strict=True):
        phone.page.reload()
        phone.sees(phone.words("join.in", pseudonym=pseudonym))
    sees(waiting, "waiting.full")

    write_code(find_entrance(served.folder), WORDS)
    door = new_context(viewport=PHONE, locale="fr-FR")
    asked, other = door.new_page(), door.new_page()
    asked.goto(served.participants)
    sees(asked, "door.ask")
    assert find_violations(asked) == []
    other.goto(f"{served.participants}?door={WORDS.replace(' ', '-')}")
    sees(other, "waiting.full")
    sees(asked, "waiting.full")  # the words were said in another tab
    stranger = new_context(viewport=PHONE, locale="fr-FR").new_page()
    stranger.goto(served.participants)
    sees(stranger, "door.ask")
    served.process.terminate()
    served.process.wait(30)
    for page in (waiting, other, stranger):
        sees(page, "waiting.closed")
    expect(waiting.get_by_text(SAY("serving.waiting.keep"))).to_be_hidden()


def test_the_door_page_goes_on_once_its_words_are_dropped(new_context: NewContext, served: ServedWorkshop) -> None:
    write_code(find_entrance(served.folder), WORDS)
    page = new_context(viewport=PHONE, locale="fr-FR").new_page()
    page.goto(served.participants)
    sees(page, "door.ask")
    write_code(find_entrance(served.folder), "")
    expect(page.get_by_label(SAY("participant.join.pseudonym"))).to_be_visible(timeout=20_000)


def test_a_facilitators_page_of_a_room_closed_and_opened_again_leads_to_the_home_page(
    tmp_path: Path, new_context: NewContext
) -> None:
    with RunningKit(tmp_path, find_port(28550)) as kit:
        keeper = Keeper(new_context(viewport=LAPTOP, locale="fr-FR"), kit)
        keeper.make("Atelier de Saint-Elme", "Saint-Elme")
        lead = keeper.go_through(keeper.green)
        expect(lead.locator("main h1, main h2").first).to_be_visible()
        keeper.open_room()
        lead.reload()
        expect(lead.locator("main h1, main h2").first).to_be_visible()
        keeper.close_room()
        expect(lead.get_by_text(SAY("page.closed"))).to_be_visible()
        expect(lead.get_by_text(SAY("serving.laptop.closed-more"))).to_be_visible()
        keeper.open_room()
        way = lead.get_by_role("link", name=SAY("serving.locked.home"))
        expect(way).to_be_visible(timeout=30_000)
        assert find_violations(lead) == []
        assert "token" not in lead.content()
        way.click()
        expect(lead.get_by_role("navigation", name=SAY("home.home.title"), exact=True)).to_be_visible()
