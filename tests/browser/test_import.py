"""An organiser's file, from the desktop into the workshop and out again."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import find_overflow, find_small_targets, find_violations
from tests.browser.conftest import LAPTOP, PHONE, NewContext, find_port
from tests.browser.people import Facilitator
from tests.browser.served import ServedWorkshop, workshop_kit
from workshop_kit.store import open_store

#: A form's export: a slip in an address, two people nearly alike, a column nobody knows, a total.
PEOPLE: Final = """\
Nom de famille;Prénom;Adresse email;Téléphone portable;D'accord pour être recontacté·e ?;Permis B
Lefèvre;Marc;marc.lefevre@example.org;639983105;oui;oui
Lefèvr;Marc;;06 39 98 31 05;;non
Garnier;Odile;odile.garnier@@example.org;06 39 98 52 40;oui;non
Haddad;Inès;ines.haddad@example.org;+33 (0)6 39 98 14 07;oui;oui
Total : 4;;;;;
"""
#: Drop a file anywhere on the page, as from the desktop.
_DROP: Final = """
([name, content]) => {
  const bytes = Uint8Array.from(atob(content), (one) => one.charCodeAt(0));
  const held = new DataTransfer();
  held.items.add(new File([bytes], name));
  for (const what of ["dragover", "drop"])
    document.body.dispatchEvent(new DragEvent(what, { bubbles: true, cancelable: true, dataTransfer: held }));
}
"""

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServedWorkshop]:
    folder: Path = tmp_path_factory.mktemp("import") / "atelier"
    made = workshop_kit("new", folder, "--title", "Personne ne reste seul", "--territory", "Val-Brume", "--lang", "fr")
    assert made.returncode == 0, made.stderr
    with ServedWorkshop(folder, port=find_port(29766)) as opened:
        yield opened


@pytest.fixture
def host(new_context: NewContext, served: ServedWorkshop) -> Facilitator:
    return Facilitator(new_context(viewport=LAPTOP), served)


def drop(page: Page, text: str, name: str) -> None:
    page.evaluate(_DROP, [name, base64.b64encode(text.encode()).decode()])


def list_people(served: ServedWorkshop) -> list[tuple[str, str]]:
    store = open_store(served.folder)
    try:
        return sorted((one.name, one.phone) for one in store.read(lambda hall: hall.list_volunteers()))
    finally:
        store.close()


def test_a_file_is_dropped_corrected_answered_imported_and_undone(host: Facilitator, served: ServedWorkshop) -> None:
    page, words = host.page, host.words
    host.step("2_stakeholders")
    host.open_section("wkf-listed")
    page.get_by_role("link", name=words("stakeholders.import.volunteers")).click()
    host.stands_at("import")
    expect(page.get_by_role("heading", name=words("imports.put.volunteers"))).to_be_visible()

    drop(page, PEOPLE, "benevoles.csv")
    expect(page.get_by_role("heading", name=words("imports.title"))).to_be_focused()
    expect(page.get_by_text(words("imports.bar.unwritten"))).to_be_visible()
    expect(page.get_by_text(words("imports.column.unknown", heading="Permis B")).first).to_be_visible()
    expect(page.get_by_text("Total : 4")).to_be_visible()
    assert find_violations(page) == []
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    assert [*find_violations(page), *find_overflow(page), *find_small_targets(page, 24)] == []
    page.set_viewport_size(LAPTOP)  # type: ignore[arg-type]
    assert list_people(served) == []

    email = page.get_by_label(words("imports.column.volunteers.email"), exact=True)
    expect(email).to_have_attribute("aria-invalid", "true")
    email.fill("odile.garnier@example.org")
    page.get_by_role("button", name=re.compile(f"^{words('imports.keep')}")).click()
    expect(page.get_by_role("button", name=host.say.plural("facilitator.imports.go.volunteers", 3))).to_be_visible()

    answers = page.get_by_role("group", name=words("imports.answer.of", title="Marc Lefèvr"))
    expect(answers.locator("[aria-pressed=true]")).to_have_count(0)
    answers.get_by_role("button", name=words("imports.answer.apart.person")).click()
    expect(answers.locator("[aria-pressed=true]")).to_have_text(re.compile(words("imports.answer.apart.person")))
    assert list_people(served) == []

    page.get_by_role("button", name=host.say.plural("facilitator.imports.go.volunteers", 4)).click()
    done = page.locator(".wkf-import-done")
    expect(done).to_be_focused()
    expect(done).to_contain_text("4 personnes importées")
    assert list_people(served) == [
        ("Inès Haddad", "06 39 98 14 07"),
        ("Marc Lefèvr", ""),
        ("Marc Lefèvre", "06 39 98 31 05"),
        ("Odile Garnier", "06 39 98 52 40"),
    ]

    host.step("2_stakeholders")
    last = page.get_by_role("region", name=words("imports.past"))
    last.get_by_role("button", name=re.compile(words("imports.undo"))).click()
    last.get_by_role("group").get_by_role("button", name=words("imports.undo"), exact=True).click()
    expect(last).to_have_count(0)
    assert list_people(served) == []


def test_a_page_that_was_loaded_anew_says_that_the_file_is_gone(host: Facilitator) -> None:
    host.step("import")
    host.page.get_by_label(host.words("imports.put.button")).set_input_files(
        {"name": "liste.csv", "mimeType": "text/csv", "buffer": PEOPLE.encode()}
    )
    expect(host.page.get_by_role("heading", name=host.words("imports.title"))).to_be_visible()
    host.page.reload()
    expect(host.page.get_by_text(host.words("imports.gone", name="liste.csv"))).to_be_visible()
