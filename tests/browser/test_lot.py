"""A lot from a file that is put down to those who are invited, with the panels made in a process of their own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.axe import find_overflow, find_small_targets, find_violations
from tests.browser.conftest import LAPTOP, NewContext, find_port
from tests.browser.people import Facilitator
from tests.browser.served import ServedWorkshop
from tests.prints.invited import make_invited

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServedWorkshop]:
    with ServedWorkshop(make_invited(tmp_path_factory.mktemp("lot")), find_port(28960)) as workshop:
        yield workshop


def test_a_file_becomes_a_panel_that_dice_draw_and_that_is_invited(
    served: ServedWorkshop, new_context: NewContext, tmp_path: Path
) -> None:
    people = "Nom;Genre;Quartier\n" + "".join(
        f"Odette Lac-{place};{'F' if place % 3 else 'H'};{'Bourg' if place % 4 else 'Lac'}\n" for place in range(60)
    )
    (tmp_path / "liste.csv").write_text(people, encoding="utf-8")
    host = Facilitator(new_context(viewport=LAPTOP, locale="fr-FR"), served)
    host.step("2_stakeholders")
    words = host.words
    host.open_section("wkf-lot")
    lot = host.page.locator(".wkf-section", has=host.page.locator("#wkf-lot"))
    lot.get_by_role("radio", name=words("lot.source.file")).check(force=True)
    lot.locator("input[type=file]").first.set_input_files(tmp_path / "liste.csv")
    size = lot.get_by_label(words("lot.size"))
    size.fill("12")
    size.press("Enter")
    for column, least in (("Genre", "8"), ("Quartier", "9")):
        lot.get_by_role("checkbox", name=column).click()
        expect(lot.get_by_role("spinbutton").nth(1 if column == "Genre" else 5)).to_have_value(least)
    lot.get_by_role("button", name=words("lot.make"), exact=True).click()
    dice = lot.get_by_label(words("lot.dice.figures"))
    dice.fill("0417", timeout=60_000)
    dice.press("Enter")
    expect(lot).to_contain_text(words("lot.panel", panel="417"))
    expect(lot).not_to_contain_text("Odette")
    lot.get_by_role("button", name=words("lot.names.show")).click()
    expect(lot.locator(".wkf-lot-names > li")).to_have_count(12)
    expect(lot.locator(".wkf-lot-names > li").first).to_contain_text("Odette")
    assert find_violations(host.page) == []
    assert find_small_targets(host.page, 24) == []
    assert find_overflow(host.page) == []
    lot.get_by_role("button", name=words("lot.invite")).click()
    expect(lot).to_contain_text(host.say.plural("facilitator.lot.invited", 12))
