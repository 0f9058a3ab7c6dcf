"""One real Chromium: what it downloads, and when its person can join."""

from __future__ import annotations

import contextlib
import re
import shutil
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlsplit

from playwright.async_api import Browser, BrowserContext, CDPSession, Page, async_playwright
from playwright.async_api import Error as BrowserError

from tests.browser.served import CHROMIUM_ARGUMENTS
from tests.load.relay import Relay
from workshop_kit.i18n import Translator

#: Chromium finds nobody but this machine: whatever a page wants from elsewhere fails at once, as it does offline.
_ARGUMENTS: Final = [*CHROMIUM_ARGUMENTS, "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"]
_PHONE: Final = {"width": 390, "height": 844}
#: "Fast 3G" of Chromium's tools: bytes a second, and milliseconds.
FAST_3G: Final = {
    "offline": False,
    "downloadThroughput": 1_600_000 / 8,
    "uploadThroughput": 750_000 / 8,
    "latency": 150,
}
#: Milliseconds after which the person gives up.
PATIENCE: Final = 90_000


@dataclass(frozen=True)
class BrowserVisit:
    """One visit with a real browser.

    Attributes
    ----------
    seconds
        Until the join button could be seen; ``None`` if that did not happen.
    requests, outside
        Requests that went to the network, websockets included; those of them for other machines.
    http
        Bytes of the answers over HTTP, headers included, as Chromium counts them.
    down, up
        Bytes on the wire, websocket frames included.

    """

    seconds: float | None
    requests: int
    outside: int
    http: int
    down: int
    up: int
    failure: str = ""


class _Traffic:
    """Counts requests as the browser's own network panel does."""

    def __init__(self, devtools: CDPSession) -> None:
        self.asked: dict[str, str] = {}
        self.cached: set[str] = set()
        self.http = 0
        devtools.on("Network.requestWillBeSent", self._ask)
        devtools.on("Network.webSocketCreated", self._open_socket)
        devtools.on("Network.requestServedFromCache", lambda event: self.cached.add(event["requestId"]))
        devtools.on("Network.responseReceived", self._receive)
        devtools.on("Network.loadingFinished", self._finish)

    def count(self) -> tuple[int, int]:
        """Return how many requests went to the network, and how many of them to other machines."""
        sent = [urlsplit(url) for name, url in self.asked.items() if name not in self.cached]
        sent = [url for url in sent if url.scheme in ("http", "https", "ws", "wss")]
        return len(sent), sum(url.hostname != "127.0.0.1" for url in sent)

    def _ask(self, event: dict[str, Any]) -> None:
        self.asked[event["requestId"]] = event["request"]["url"]

    def _open_socket(self, event: dict[str, Any]) -> None:
        self.asked[event["requestId"]] = event["url"]

    def _receive(self, event: dict[str, Any]) -> None:
        if event["response"].get("fromDiskCache"):
            self.cached.add(event["requestId"])

    def _finish(self, event: dict[str, Any]) -> None:
        self.http += int(event["encodedDataLength"])


@contextlib.asynccontextmanager
async def launch() -> AsyncIterator[Browser]:
    """Start Chromium while the block runs."""
    executable = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if executable is None:
        raise RuntimeError("install this system's package chromium")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=executable, args=_ARGUMENTS)
        try:
            yield browser
        finally:
            await browser.close()


async def new_phone(browser: Browser) -> BrowserContext:
    """Return a browser of one person: cookies and cache of its own, empty."""
    return await browser.new_context(viewport=_PHONE, locale="fr-FR")  # type: ignore[arg-type]


async def visit(phone: BrowserContext, port: int, *, slow: bool = False) -> BrowserVisit:
    """Open the room's page on a phone and wait until its person can join; ``slow`` is "Fast 3G"."""
    async with Relay(port) as relay:
        return await visit_through(relay, phone, slow=slow)


async def visit_through(relay: Relay, phone: BrowserContext, *, slow: bool = False) -> BrowserVisit:
    """Visit through ``relay``, whose address stays the same from one visit to the next, as browsers' caches ask."""
    relay.down = relay.up = 0
    page = await phone.new_page()
    devtools = await phone.new_cdp_session(page)
    traffic = _Traffic(devtools)
    await devtools.send("Network.enable")
    if slow:
        await devtools.send("Network.emulateNetworkConditions", FAST_3G)
    seconds, failure = None, ""
    began = time.perf_counter()
    try:
        await page.goto(f"http://127.0.0.1:{relay.port}/", wait_until="commit", timeout=PATIENCE)
        await _join_button(page).first.wait_for(state="visible", timeout=PATIENCE)
        seconds = time.perf_counter() - began
        await page.wait_for_timeout(2000)  # what still comes afterwards is part of the visit
    except BrowserError as error:
        failure = str(error).splitlines()[0]
    requests, outside = traffic.count()
    result = BrowserVisit(seconds, requests, outside, traffic.http, relay.down, relay.up, failure)
    await page.close()
    return result


def _join_button(page: Page) -> Any:
    """Return the button that takes a seat; where everybody is the same person, the seat may be taken already."""
    say = Translator("fr")
    names = "|".join(re.escape(say(f"participant.join.{key}")) for key in ("go", "correct"))
    return page.get_by_role("button", name=re.compile(names))
