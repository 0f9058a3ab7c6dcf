"""Browsers for the people of one test, of the engine that it asks for."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager

from playwright.sync_api import Browser

from tests.browser.engines.chromium import Chromium
from tests.browser.engines.firefox import Firefox
from tests.browser.engines.tab import Device, Tab
from tests.browser.engines.webkit import WebKit

ENGINES = ("chromium", "firefox", "webkit")
HAND = Device(390, 844)
DESK = Device(1366, 768)

#: An engine that this system has no package of; on Linux a missing one fails its tests.
NOT_HERE = "" if sys.platform == "linux" else "Firefox and WebKit are driven as Linux packages them"

Give = Callable[[Device], Tab]


@contextmanager
def hand_out(engine: str, chromium: Callable[[], Browser], port: int) -> Iterator[Give]:
    """Give browsers of one engine to whoever comes; ``port`` and those after it are the drivers' own."""
    with ExitStack() as stack:
        given: list[Tab] = []

        def give(device: Device) -> Tab:
            if engine == "webkit":
                tab: Tab = WebKit(device, port + len(given))
            elif engine == "firefox":
                tab = Firefox(device)
            else:
                tab = Chromium(device, chromium())
            stack.callback(tab.close)
            given.append(tab)
            return tab

        yield give
