"""The home page as its users have it: what the icon starts, and the hands of whoever keeps the workshops."""

from __future__ import annotations

import base64
import json
import os
import re
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.browser.people import say_again
from tests.browser.served import wait_for
from workshop_kit.hosting.home import HOME_FILE
from workshop_kit.i18n import Translator

#: Milliseconds that pages may take to open where everything starts at once: a busy machine is slow, not wrong.
LONG = 150_000
#: Put files down on a page, as from the window of files beside it.
_PUT_DOWN = """
(files) => {
  const held = new DataTransfer();
  for (const [name, content] of files) {
    const bytes = Uint8Array.from(atob(content), (one) => one.charCodeAt(0));
    held.items.add(new File([bytes], name));
  }
  const told = {dataTransfer: held, bubbles: true, cancelable: true};
  for (const kind of ["dragenter", "dragover", "drop"])
    document.querySelector("main").dispatchEvent(new DragEvent(kind, told));
}
"""


def put_down(page: Page, name: str, content: bytes) -> None:
    """Drag a file over the page and let it go."""
    page.evaluate(_PUT_DOWN, [[name, base64.b64encode(content).decode("ascii")]])


class RunningKit:
    """What the icon starts, while the block runs, with a folder of workshops and a memory of its own."""

    def __init__(self, folder: Path, port: int) -> None:
        self.folder, self.shelf = folder, folder / "Ateliers"
        self._state = folder / "state"
        self._arguments = ["--no-browser", "--port", str(port), "--room-port", str(port + 10)]

    def __enter__(self) -> RunningKit:
        self._log = (self.folder / "kit.log").open("wb")
        environment = {
            **os.environ,
            "HOME": str(self.folder),
            "USERPROFILE": str(self.folder),
            "WORKSHOP_KIT_STATE": str(self._state),
            "LC_ALL": "fr_FR.UTF-8",
            "PYTHONUTF8": "1",
        }
        command = [sys.executable, "-m", "workshop_kit", *self._arguments]
        self.process = subprocess.Popen(command, env=environment, stdout=self._log, stderr=subprocess.STDOUT)
        self.address: str = wait_for(self._read_address, 90, "opening the home page")
        return self

    def __exit__(self, kind: type[BaseException] | None, _: object, __: TracebackType | None) -> None:
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(30)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            if kind is None:
                raise
        finally:
            self._log.close()

    def _read_address(self) -> str | None:
        if self.process.poll() is not None:
            raise AssertionError((self.folder / "kit.log").read_text(encoding="utf-8"))
        file = self._state / HOME_FILE
        return str(json.loads(file.read_text(encoding="utf-8"))["address"]) if file.exists() else None


@dataclass(frozen=True)
class Pages:
    """The addresses of a workshop's pages, as the home page shows them."""

    facilitator: str = ""
    participants: str = ""
    screen: str = ""


class Keeper:
    """Whoever keeps the workshops, before the home page."""

    def __init__(self, context: BrowserContext, kit: RunningKit, language: str = "fr") -> None:
        self.page: Page = context.new_page()
        self.requested: list[str] = []
        self.page.on("request", lambda request: self.requested.append(request.url))
        self.say = Translator(language)
        self.page.goto(kit.address)
        expect(self.page.get_by_role("navigation", name=self.words("title"), exact=True)).to_be_visible()

    def words(self, key: str, **values: object) -> str:
        return self.say(f"home.home.{key}", **values)

    def speak(self, language: str) -> None:
        """Switch the page's language."""
        self.page.get_by_role("button", name=re.compile(f"^{language.upper()}")).click()
        self.say = Translator(language)
        expect(self.page.locator("html")).to_have_attribute("lang", language)

    def press(self, key: str, **values: object) -> None:
        self.page.get_by_role("button", name=self.words(key, **values), exact=True).click()

    def sees(self, key: str, number: int | None = None) -> None:
        """See a sentence, or what it says of a number."""
        text = self.words(key) if number is None else self.say.plural(f"home.home.{key}", number)
        said = re.compile(say_again(text))
        expect(self.page.get_by_text(said).locator("visible=true").first).to_be_visible()

    def stands_before(self, title: str) -> None:
        """See the heading of what the page shows beside the list."""
        expect(self.page.get_by_role("heading", name=title, exact=True)).to_be_visible()

    @property
    def green(self) -> Locator:
        """The page's one deep-green button; there is never a second."""
        return self.page.locator(".wkh-main:visible")

    def next_is(self, code: str) -> None:
        """See that the green button says the next thing."""
        said = re.compile(rf"^{say_again(self.words(f'now.{code}.go'))}")
        expect(self.green).to_have_count(1)
        expect(self.green).to_have_text(said)

    def make(self, title: str, territory: str) -> None:
        """Make a new workshop."""
        self.press("new")
        self.page.get_by_label(self.words("new.title-field")).fill(title)
        self.page.get_by_label(self.words("new.territory-field")).fill(territory)
        self.press("new.go")
        self.stands_before(title)

    def go_through(self, door: Locator) -> Page:
        """Press what leads to one of the workshop's own pages, and return that page once it is there."""
        with self.page.expect_popup() as opened:
            door.click()
        expect(opened.value.locator("main[aria-busy]")).to_have_count(0, timeout=LONG)
        expect(opened.value.locator("main")).to_be_visible(timeout=LONG)
        return opened.value

    def way(self, key: str) -> Locator:
        """One of the quiet links to the workshop's pages."""
        ways = self.page.get_by_role("navigation", name=self.words("pages"))
        return ways.get_by_text(self.words(f"pages.{key}"), exact=False)

    def open_room(self) -> Pages:
        """Let phones in, and return where everything is."""
        self.page.get_by_role("button", name=self.words("room.open-it"), exact=True).click()
        expect(self.page.get_by_role("heading", name=self.words("room.open"), exact=True)).to_be_visible(timeout=LONG)
        typed = self.page.locator(".wkh-room .wkh-address:visible").inner_text()
        screen = self.page.get_by_role("link", name=self.words("room.screen")).get_attribute("href")
        return Pages(participants=f"http://{typed}/", screen=str(screen))

    def close_room(self) -> None:
        """Let nobody in any more, and say so."""
        self.press("room.close")
        self.press("room.close.yes")
        expect(self.page.get_by_role("heading", name=self.words("room.closed"), exact=True)).to_be_visible(timeout=LONG)

    def take_away(self, form: str, folder: Path) -> Path:
        """Have something made, and keep what the browser was handed."""
        with self.page.expect_download(timeout=LONG) as download:
            self.press(f"take.{form}.go")
        kept = folder / download.value.suggested_filename
        download.value.save_as(kept)
        return kept
