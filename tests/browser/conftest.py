"""A real browser and real served workshops."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, expect, sync_playwright

from tests.browser.served import CHROMIUM_ARGUMENTS, ServedWorkshop
from workshop_kit.hosting.samples import make_sample

PHONE = {"width": 390, "height": 844}
LAPTOP = {"width": 1366, "height": 768}
PROJECTOR = {"width": 1600, "height": 900}

#: The whole workshop in three engines takes minutes: ``make engines`` plays it, and nothing else collects it.
collect_ignore = [] if os.environ.get("WORKSHOP_KIT_ENGINES") == "1" else ["test_engines_long.py"]

#: Where a failing browser test leaves what its people saw.
PICTURES_OF_FAILURES = Path(__file__).parents[2] / "test-results"

#: Milliseconds a condition may take to come true: a busy machine is slow, not wrong.
PATIENCE = 20_000

#: Parts of Chromium that nobody needs here. It counts the last such list alone: what Playwright turns off stands again.
_TURNED_OFF = (
    "WebUIOmniboxPopup",  # pages that each window would load for its address bar, which nobody sees
    "WebUIOmniboxAimPopup",
    "WebUIOmniboxFullPopup",
    "AimEnabled",
    "AvoidCorsURLLoaderRestartOnRedirect",
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsFirstBalancedModeAutoEnable",
    "HttpsUpgrades",
    "LensOverlay",
    "MediaRouter",
    "NetworkTimeServiceQuerying",
    "OptimizationHints",
    "PaintHolding",
    "PreconnectToSearch",
    "ThirdPartyStoragePartitioning",
)

NewContext = Callable[..., BrowserContext]


@pytest.fixture(scope="module")  # Playwright holds an event loop while it runs, which other tests need for themselves
def browser() -> Iterator[Browser]:
    executable = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    assert executable is not None, "the browser tests need Chromium: install this system's package chromium"
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        arguments = [*CHROMIUM_ARGUMENTS, f"--disable-features={','.join(_TURNED_OFF)}"]
        launched = playwright.chromium.launch(executable_path=executable, args=arguments)
        yield launched
        launched.close()


@pytest.fixture
def new_context(browser: Browser, request: pytest.FixtureRequest) -> Iterator[NewContext]:
    """Open a browser of its own for each person: cookies and drafts are not shared."""
    opened: list[BrowserContext] = []

    def open_context(**settings: object) -> BrowserContext:
        context = browser.new_context(**{"locale": "fr-FR", **settings})  # type: ignore[arg-type]
        context.set_default_timeout(PATIENCE)
        opened.append(context)
        return context

    failures = request.session.testsfailed
    yield open_context
    for number, context in enumerate(opened):
        if request.session.testsfailed > failures:
            PICTURES_OF_FAILURES.mkdir(exist_ok=True)
            for at, page in enumerate(context.pages):
                page.screenshot(path=PICTURES_OF_FAILURES / f"{request.node.name}-{number}-{at}.png")
        context.close()


def find_port(port: int) -> int:
    """Return a port of this worker's own, so that two files may each serve a workshop at once.

    Below 32768: from there on the system gives ports to whoever connects.
    """
    worker = os.environ.get("PYTEST_XDIST_WORKER", "gw0")
    return port + 20 * int(worker.removeprefix("gw"))


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServedWorkshop]:
    """The sample commune, served."""
    folder: Path = tmp_path_factory.mktemp("sample") / "val-brume"
    make_sample(folder)
    with ServedWorkshop(folder, port=find_port(29866)) as served:
        yield served
