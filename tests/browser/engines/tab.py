"""A page in a browser, whatever its engine: what a hand does with it and what an eye sees of it."""

from __future__ import annotations

import os
import subprocess
import tempfile
from abc import ABC, abstractmethod
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import psutil

#: What stands for a key in the two protocols; a letter stands for itself.
KEYS: Final = {
    "Shift": "\ue008",
    "Control": "\ue009",
    "Tab": "\ue004",
    "Enter": "\ue007",
    "Escape": "\ue00c",
    "Backspace": "\ue003",
    "Space": " ",
    "ArrowUp": "\ue013",
    "ArrowDown": "\ue015",
    "ArrowRight": "\ue014",
}


class Away(Exception):
    """The page could not answer: it is just being left or loaded, or what was asked failed in it."""


@dataclass(frozen=True)
class Device:
    """What a person holds: a size in CSS pixels, whether it asks for dark pages, and how large its letters are.

    Firefox alone can be told the size of its letters.
    """

    width: int
    height: int
    dark: bool = False
    language: str = "fr-FR"
    letters: int = 16


class Tab(ABC):
    """One person's browser with one page in it; cookies and storage are theirs alone."""

    @abstractmethod
    def go(self, address: str) -> None:
        """Load a page."""

    @abstractmethod
    def run(self, function: str, *values: object) -> Any:
        """Return what a function of the page's own language makes of these values, both as JSON."""

    @abstractmethod
    def tap(self, x: float, y: float, times: int = 1) -> None:
        """Touch a point of the page, as often in a row as an impatient finger does."""

    @abstractmethod
    def press(self, *keys: str) -> None:
        """Press keys one after the other; ``Shift+Tab`` is one of them."""

    @abstractmethod
    def write(self, text: str) -> None:
        """Type a text where the focus is."""

    @abstractmethod
    def resize(self, width: int, height: int) -> None:
        """Give the page this much room, as when a keyboard comes up."""

    @abstractmethod
    def move(self, where: str) -> None:
        """Go ``back``, ``forward``, or ``reload``."""

    @abstractmethod
    def picture(self) -> bytes:
        """Return what is seen, as PNG."""

    @abstractmethod
    def print_page(self) -> bytes | None:
        """Return the page as it is printed, as PDF; ``None`` where the engine cannot be asked."""

    @abstractmethod
    def sleep(self) -> None:
        """Have the phone put in a pocket: nothing of the page runs any more."""

    @abstractmethod
    def wake(self) -> None:
        """Have the phone looked at again."""

    @abstractmethod
    def close(self) -> None:
        """End the browser."""


def finger(x: float, y: float, times: int) -> list[dict[str, Any]]:
    """Return the actions of a press at a point, as both protocols have them."""
    one = [{"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0}]
    path = [{"type": "pointerMove", "x": round(x), "y": round(y)}, *one * times]
    return [{"type": "pointer", "id": "finger", "parameters": {"pointerType": "mouse"}, "actions": path}]


def fingers(keys: list[list[str]]) -> list[dict[str, Any]]:
    """Return the actions of pressing each chord of ``keys`` after the other, as both protocols have them."""
    path = []
    for chord in keys:
        values = [KEYS.get(key, key) for key in chord]
        path += [{"type": "keyDown", "value": value} for value in values]
        path += [{"type": "keyUp", "value": value} for value in reversed(values)]
    return [{"type": "key", "id": "keys", "actions": path}]


class Program:
    """A browser of one person's own, with a home of its own; stopped and continued as a phone's system does with it."""

    def __init__(self, command: list[str], files: dict[str, str], **environment: str) -> None:
        self.home = tempfile.TemporaryDirectory(prefix="browser-", ignore_cleanup_errors=True)
        for name, text in files.items():
            file = Path(self.home.name) / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        own = {"HOME": self.home.name, "XDG_CONFIG_HOME": f"{self.home.name}/config"}
        self.process = subprocess.Popen(
            [part.replace("HOME", self.home.name) for part in command],
            env={**os.environ, **own, **environment},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )

    def stop(self) -> None:
        """Stop everything of it where it is."""
        self._tell(psutil.Process.suspend)

    def go_on(self) -> None:
        """Let it go on from where it was stopped."""
        self._tell(psutil.Process.resume)

    def end(self) -> None:
        """End it, and whatever it started."""
        started = self._list()
        self._tell(psutil.Process.kill)
        self.process.wait()
        psutil.wait_procs(started, timeout=0.5)  # so that hardly anything is still written into the home
        if self.process.stderr is not None:
            self.process.stderr.close()
        self.home.cleanup()

    def _list(self) -> list[psutil.Process]:
        whole = psutil.Process(self.process.pid)
        return [whole, *whole.children(recursive=True)]

    def _tell(self, what: Callable[[psutil.Process], None]) -> None:
        for process in self._list():
            with suppress(psutil.NoSuchProcess):
                what(process)
