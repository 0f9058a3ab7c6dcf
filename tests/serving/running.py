"""A server under test: its process, its port, everything it started."""

from __future__ import annotations

import asyncio
import contextlib
import json
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Coroutine, Mapping
from pathlib import Path
from typing import Any, TypeVar

import psutil
from tornado.httpclient import AsyncHTTPClient

from tests.serving.visitor import close_all
from workshop_kit.serving import KernelMode, ServerConfig

HERE = Path(__file__).parent
PAGES = HERE / "pages"
#: Seconds a condition may take to come true: a busy machine is slow, not wrong.
DEADLINE = 90.0

T = TypeVar("T")


def make_config(folder: Path, *, pages: Mapping[str, Path] | None = None, **changes: Any) -> ServerConfig:
    """Return the configuration of a small room whose files are in ``folder``."""
    values: dict[str, Any] = {
        "pages": pages or {"counter": PAGES / "counter.ipynb"},
        "runtime_folder": folder / "run",
        "room": "test",
        "port": 0,
        "seats": 40,
        "kernels": KernelMode.AUTO,
        "ahead": 3,
        "template": "plain",
        "template_paths": (HERE / "templates",),
        "assets_folder": HERE / "assets",
        "language": "en",
        "title": "A room",
    }
    return ServerConfig(**{**values, **changes})


def run(work: Coroutine[Any, Any, T]) -> T:
    """Run a test's coroutine and close what it opened."""

    async def within() -> T:
        AsyncHTTPClient.configure(None, max_clients=200)
        try:
            return await work
        finally:
            await close_all()
            AsyncHTTPClient().close()

    return asyncio.run(within())


async def until(condition: Callable[[], Any], seconds: float = DEADLINE) -> None:
    """Wait for a condition; fail if it does not come true in time."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, f"not within {seconds} s"
        await asyncio.sleep(0.02)


class Running:
    """A server process; on leaving, it must end by itself and leave nothing behind. What it logs may go to a file."""

    def __init__(self, config: ServerConfig, log: Path | None = None) -> None:
        config.runtime_folder.mkdir(parents=True, exist_ok=True)
        file = config.runtime_folder / "config.json"
        file.write_text(config.to_json(), encoding="utf-8")
        with contextlib.ExitStack() as opened:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "workshop_kit.serving", str(file)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=None if log is None else opened.enter_context(log.open("ab")),
                cwd=HERE.parent.parent,
            )
        self.reports: list[dict[str, Any]] = []
        self.seen: dict[int, psutil.Process] = {}
        self._heard = threading.Event()
        self._reader = threading.Thread(target=self._listen, daemon=True)
        self._reader.start()

    def __enter__(self) -> Running:
        assert self._heard.wait(DEADLINE), "the server did not get ready"
        assert self.answer["ready"], self.reports
        return self

    def __exit__(self, *_: object) -> None:
        self.look()
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.close()
        try:
            self.process.wait(DEADLINE)
        finally:
            if self.process.poll() is None:
                self.process.kill()
                self.process.wait()
            self._reader.join(DEADLINE)
            self.process.stdout.close()
        assert not self.alive(), "something was left behind"

    @property
    def port(self) -> int:
        """The port of a server that is ready."""
        return int(self.answer["port"])

    @property
    def answer(self) -> dict[str, Any]:
        """What the server said once it was ready, or could not be; visits are reported after it."""
        return next((one for one in self.reports if "ready" in one), {"ready": False})

    def look(self) -> list[psutil.Process]:
        """Return everything the server has started and that lives, and remember it."""
        try:
            found = psutil.Process(self.process.pid).children(recursive=True)
        except psutil.NoSuchProcess:
            found = []
        self.seen.update({one.pid: one for one in found})
        return [one for one in found if is_alive(one)]

    def alive(self) -> list[psutil.Process]:
        """Return what was ever seen and still lives."""
        return [one for one in self.seen.values() if is_alive(one)]

    def kernels(self) -> list[psutil.Process]:
        """Return the copies of the pages: what the fork servers started."""
        self.look()
        started = psutil.Process(self.process.pid).children()
        nurseries = [one for one in started if "workshop_kit.serving.nursery_process" in one.cmdline()]
        pages = [page for one in started for page in (one.children() if one in nurseries else [one])]
        return [kernel for page in pages for kernel in page.children() if is_alive(kernel)]

    def _listen(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.reports.append(json.loads(line))
            if "ready" in self.reports[-1]:
                self._heard.set()
        self._heard.set()


def is_alive(process: psutil.Process) -> bool:
    """Tell whether a process lives; one that ended and waits for its parent to notice does not."""
    try:
        return bool(process.is_running() and process.status() != psutil.STATUS_ZOMBIE)
    except psutil.NoSuchProcess:
        return False
