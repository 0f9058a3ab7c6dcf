"""The facilitator's real page in a real Chromium while a room works: what kept it busy, and when it was redrawn."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator
from typing import Any, Final

from playwright.async_api import Page, ViewportSize

from tests.load import browser
from tests.load.rooms import FacilitatorRoom

#: What the browser tells of by itself (a task of more than 50 ms), and when anything in the work of the page changed.
_WATCH: Final = """
window.watched = { tasks: [], drawn: 0, draws: 0 };
new PerformanceObserver((list) => window.watched.tasks.push(...list.getEntries().map((one) => one.duration)))
  .observe({ type: "longtask", buffered: true });
document.addEventListener("DOMContentLoaded", () => new MutationObserver(() => {
  window.watched.drawn = performance.timeOrigin + performance.now();
  window.watched.draws += 1;
}).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true }));
"""
_TAKE: Final = """
() => new Promise((done) => requestIdleCallback(() => setTimeout(() =>
  done({ ...window.watched, tasks: window.watched.tasks.splice(0) }))))
"""
_LAPTOP: Final[ViewportSize] = {"width": 1366, "height": 768}
#: Milliseconds after which a page that shows nothing is given up.
_PATIENCE: Final = 120_000


class Watched:
    """One page of the facilitator, and the tasks that kept it busy, by what happened meanwhile."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self.tasks: dict[str, list[float]] = {}

    async def expect(self, selector: str, count: int | None = None) -> None:
        """Wait until something is shown, so many times if given."""
        if count is None:
            await self._page.locator(selector).first.wait_for(state="visible", timeout=_PATIENCE)
        else:
            shown = "([selector, count]) => document.querySelectorAll(selector).length === count"
            await self._page.wait_for_function(shown, arg=[selector, count], timeout=_PATIENCE)

    async def note(self, what: str) -> dict[str, Any]:
        """Take note of the tasks since the last time under ``what``, once the page is at rest."""
        found: dict[str, Any] = await self._page.evaluate(_TAKE)
        self.tasks[what] = [round(one, 1) for one in found["tasks"]]
        return found

    @property
    def longest(self) -> float:
        """The longest task, in ms; 0 where none took 50."""
        return max((one for tasks in self.tasks.values() for one in tasks), default=0.0)


@contextlib.asynccontextmanager
async def watch_page(desk: FacilitatorRoom, step: str) -> AsyncIterator[Watched]:
    """Have one step of the facilitator's guide open in Chromium while the block runs."""
    async with browser.launch() as chromium:
        context = await chromium.new_context(viewport=_LAPTOP, locale="fr-FR")
        page = await context.new_page()
        await page.add_init_script(_WATCH)
        await page.goto(desk.page(step))
        yield Watched(page)
        await context.close()
