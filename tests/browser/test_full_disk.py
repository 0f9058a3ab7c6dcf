"""A full disk in the middle of an afternoon: nothing is lost, all are told their part, and it goes on by itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import LAPTOP, PHONE, NewContext
from tests.browser.outages import LONG, FragileWorkshop, Person, make_writing_workshop, wait_beside
from tests.disks import SmallDisk, small_disk

PORT = 30896


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[SmallDisk]:
    with small_disk(tmp_path / "stick", 24) as mounted:
        yield mounted


@pytest.mark.browser
def test_a_full_disk_loses_nothing_and_is_over_by_itself(disk: SmallDisk, new_context: NewContext) -> None:
    make_writing_workshop(disk.path / "atelier")
    with FragileWorkshop(disk.path / "atelier", port=PORT, seats=6) as served:
        person = Person(new_context(viewport=PHONE, locale="fr-FR"), served.participants)
        person.take_seat("Sureau")
        laptop = new_context(viewport=LAPTOP, locale="fr-FR").new_page()
        laptop.goto(served.facilitator_page("3_ideas"))
        expect(laptop.get_by_text("tout est enregistré")).to_be_visible(timeout=LONG)

        disk.fill()
        person.send("Un lavoir")
        expect(person.page.get_by_text(person.say("words.waiting"))).to_be_visible(timeout=LONG)
        banner = laptop.get_by_role("alert").filter(has_text="Disque plein")
        expect(banner).to_contain_text("Rien n’est perdu : 1 envoi attend sur un téléphone.", timeout=LONG)
        expect(laptop.get_by_text("! 1 envoi en attente")).to_be_visible()
        laptop.get_by_role("button", name="Figer", exact=True).click()
        expect(laptop.locator(".wkf-remote .wk-refused")).to_be_in_viewport(ratio=1, timeout=LONG)
        assert str(disk.path) not in person.page.content()
        assert served.texts("Sureau") == []

        person.page.reload()
        person.is_seated_as("Sureau")
        assert person.letters() == 1

        disk.empty()
        wait_beside(person.page, lambda: person.letters() == 0, 60, "saving once there is room")
        assert served.texts("Sureau") == ["Un lavoir"]
        expect(person.page.get_by_text(person.say("words.waiting"))).to_have_count(0)
        expect(banner).to_have_count(0, timeout=LONG)
        expect(laptop.get_by_text("tout est enregistré")).to_be_visible()
