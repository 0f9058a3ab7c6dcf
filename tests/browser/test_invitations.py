"""From an empty line to a poster in the hand: what prints say is typed on page 2, and the print is downloaded there."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from tests.browser.conftest import LAPTOP, NewContext, find_port
from tests.browser.people import Facilitator
from tests.browser.served import ServedWorkshop
from tests.prints.invited import make_invited
from tests.prints.valid import check_valid
from workshop_kit.domain.invitations import Invitation

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServedWorkshop]:
    folder = make_invited(tmp_path_factory.mktemp("invited"), invitation=Invitation())
    with ServedWorkshop(folder, find_port(28950)) as workshop:
        yield workshop


def test_what_is_typed_stands_on_the_poster_that_is_downloaded(
    served: ServedWorkshop, new_context: NewContext, tmp_path: Path
) -> None:
    host = Facilitator(new_context(viewport=LAPTOP), served)
    host.step("2_stakeholders")
    host.open_section("wkf-invitations")
    page, words = host.page, host.words
    poster = page.get_by_role("group", name=words("invitations.kind.poster"), exact=True)
    lacking = page.locator(".wkf-section:has(#wkf-invitations) .wk-hint").filter(
        has_text=host.say("invitations.lack.place")
    )
    expect(lacking).to_have_count(1)  # said once above the prints, which it is all of
    for line, text in (("day", "2027-01-21"), ("place", "Salle des fêtes"), ("phone", "0199000020")):
        field = page.get_by_label(words(f"invitations.field.{line}"), exact=True)
        field.fill(text)
        field.press("Enter")
    expect(page.get_by_label(words("invitations.field.phone"), exact=True)).to_have_value("01 99 00 00 20")
    expect(lacking).to_have_count(0)
    with page.expect_download(timeout=60_000) as download:
        poster.get_by_role("button").first.click()
    download.value.save_as(tmp_path / "poster.pdf")
    check_valid((tmp_path / "poster.pdf").read_bytes())
    text = PdfReader(tmp_path / "poster.pdf").pages[0].extract_text()
    assert all(said in text for said in ("Salle des fêtes", "01 99 00 00 20", "jeudi 21\u00a0janvier"))


def test_messages_to_send_are_downloaded_as_one_file(
    served: ServedWorkshop, new_context: NewContext, tmp_path: Path
) -> None:
    host = Facilitator(new_context(viewport=LAPTOP), served)
    host.step("2_stakeholders")
    host.open_section("wkf-invitations")
    emails = host.page.get_by_role("group", name=host.words("invitations.kind.emails"), exact=True)
    with host.page.expect_download(timeout=60_000) as download:
        emails.get_by_role("button").first.click()
    download.value.save_as(tmp_path / "messages.zip")
    with zipfile.ZipFile(tmp_path / "messages.zip") as bundle:
        assert [name.endswith(".eml") for name in bundle.namelist()] == [True, True]
    left = emails.get_by_role("button", name=host.words("invitations.sent.emails"))
    expect(left).to_be_visible()
    card, button = emails.bounding_box(), left.bounding_box()
    assert card is not None
    assert button is not None
    assert button["x"] + button["width"] <= card["x"] + card["width"], "the whole question is read in its card"


def test_a_line_that_cannot_be_used_says_why_and_keeps_what_was_typed(
    served: ServedWorkshop, new_context: NewContext
) -> None:
    host = Facilitator(new_context(viewport=LAPTOP), served)
    host.step("2_stakeholders")
    host.open_section("wkf-invitations")
    field = host.page.get_by_label(host.words("invitations.field.address"), exact=True)
    field.fill("notre site")
    field.press("Enter")
    expect(host.page.get_by_text(host.say("errors.web-address-shape", received="notre site"))).to_be_visible()
    expect(field).to_have_value("notre site")
