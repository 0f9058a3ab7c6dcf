"""Pictures of every step of an afternoon, to be looked at: each size, both languages, light and dark.

They are taken where ``WORKSHOP_KIT_PICTURES`` asks for pictures: into the folder that it names, or with ``1`` beside
the pictures of failures.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from playwright.sync_api import Page, expect

from tests.browser.conftest import PICTURES_OF_FAILURES
from workshop_kit.i18n import LANGUAGES

SIZES: Final = ((390, 844), (1024, 768), (1366, 768), (1920, 1080))


def find_album() -> Path | None:
    """Return the folder that takes the pictures; ``None``: none are wanted."""
    asked = os.environ.get("WORKSHOP_KIT_PICTURES", "")
    if not asked:
        return None
    folder = PICTURES_OF_FAILURES / "afternoon" if asked == "1" else Path(asked)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def take_step(folder: Path, step: str, pages: Mapping[str, Page]) -> None:
    """Take each page as it stands, and once more opened beside itself in the other language."""
    for who, page in pages.items():
        here = str(page.evaluate("document.documentElement.lang"))
        take_sizes(folder, f"{step}-{who}-{here}", page)
        for language in LANGUAGES:
            if language != here:
                beside = page.context.new_page()
                address = page.url.split("#")[0]
                beside.goto(f"{address}{'&' if '?' in address else '?'}lang={language}")
                expect(beside.locator("#content")).not_to_have_attribute("aria-busy", "true")
                take_sizes(folder, f"{step}-{who}-{language}", beside)
                beside.close()


def take_sizes(folder: Path, name: str, page: Page) -> None:
    """Take one page in every size, light and dark, and leave it as it was."""
    before = page.viewport_size
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        for width, height in SIZES:
            page.set_viewport_size({"width": width, "height": height})
            page.evaluate("document.fonts.ready.then(() => true)")
            page.screenshot(path=folder / f"{name}-{scheme}-{width}.png", animations="disabled")
    page.emulate_media(color_scheme="light")
    if before is not None:
        page.set_viewport_size(before)
