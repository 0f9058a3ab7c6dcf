"""The invitations at first sight: who is missing, one thing to do, and the other parts closed to a sentence each."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import LAPTOP, NewContext
from tests.browser.people import Facilitator
from tests.browser.served import ServedWorkshop

pytestmark = pytest.mark.browser

#: Pixels: three screens of a laptop.
FIRST_SIGHT = 2500


def test_the_invitations_are_short_at_first_sight_with_one_green_button(
    sample: ServedWorkshop, new_context: NewContext
) -> None:
    host = Facilitator(new_context(viewport=LAPTOP, locale="fr-FR"), sample)
    host.step("2_stakeholders")
    expect(host.page.locator("details.wkf-section")).not_to_have_count(0)
    expect(host.page.locator("details.wkf-section[open]")).to_have_count(0)
    expect(host.page.locator(".wkf-next:visible")).to_have_count(1)
    assert host.page.evaluate("document.documentElement.scrollHeight") <= FIRST_SIGHT


def test_an_address_opens_its_section_and_the_device_keeps_it_open(
    sample: ServedWorkshop, new_context: NewContext
) -> None:
    host = Facilitator(new_context(viewport=LAPTOP, locale="fr-FR"), sample)
    page = host.page
    page.goto(sample.facilitator_page("2_stakeholders") + "#wkf-invitations")
    section = page.locator("details.wkf-section").filter(has=page.locator("#wkf-invitations"))
    expect(section).to_have_attribute("open", "")
    expect(section.locator("summary").first).to_be_focused()
    expect(section.locator("summary").first).to_be_in_viewport()
    page.goto(sample.facilitator_page("2_stakeholders"))
    expect(section).to_have_attribute("open", "")
    page.get_by_role("heading", name=host.words("invitations.title")).click()
    expect(section).not_to_have_attribute("open", "")
    page.reload()
    expect(page.locator("#wkf-invitations")).to_be_visible()
    expect(section).not_to_have_attribute("open", "")
