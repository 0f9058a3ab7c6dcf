"""Chromium, by Playwright as in every other test of the browser."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Browser, Error

from tests.browser.engines.tab import Away, Device, Tab


class Chromium(Tab):
    """A page in a context of its own."""

    def __init__(self, device: Device, browser: Browser) -> None:
        size = {"width": device.width, "height": device.height}
        scheme = "dark" if device.dark else "light"
        self._context = browser.new_context(viewport=size, locale=device.language, color_scheme=scheme)  # type: ignore[arg-type]
        self.page = self._context.new_page()

    def go(self, address: str) -> None:
        self.page.goto(address, wait_until="domcontentloaded")

    def run(self, function: str, *values: object) -> Any:
        try:
            return self.page.evaluate(f"(values) => ({function})(...values)", list(values))
        except Error as error:
            raise Away(str(error)) from error

    def tap(self, x: float, y: float, times: int = 1) -> None:
        self.page.mouse.click(x, y, click_count=times)

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def write(self, text: str) -> None:
        self.page.keyboard.type(text)

    def resize(self, width: int, height: int) -> None:
        self.page.set_viewport_size({"width": width, "height": height})

    def move(self, where: str) -> None:
        if where == "reload":
            self.page.reload(wait_until="domcontentloaded")
        elif where == "back":
            self.page.go_back(wait_until="domcontentloaded")
        else:
            self.page.go_forward(wait_until="domcontentloaded")

    def picture(self) -> bytes:
        return self.page.screenshot()

    def print_page(self) -> bytes | None:
        return self.page.pdf()

    def sleep(self) -> None:
        self._lead("Page.setWebLifecycleState", state="frozen")

    def wake(self) -> None:
        self._lead("Page.setWebLifecycleState", state="active")
        self._lead("Page.bringToFront")

    def close(self) -> None:
        self._context.close()

    def _lead(self, method: str, **values: object) -> None:
        session = self._context.new_cdp_session(self.page)
        session.send(method, values)
        session.detach()
