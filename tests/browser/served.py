"""Serve a workshop the way its users do: the command, a folder, a browser."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any

#: Chromium as root in a closed network.
CHROMIUM_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def workshop_kit(*arguments: object, language: str = "en_GB.UTF-8") -> subprocess.CompletedProcess[str]:
    """Run one command to its end."""
    return subprocess.run(
        [sys.executable, "-m", "workshop_kit", *map(str, arguments)],
        env={**os.environ, "LC_ALL": language, "PYTHONUTF8": "1"},
        text=True,
        capture_output=True,
        check=False,
        timeout=120,
    )


def wait_for(condition: Callable[[], Any], seconds: float, what: str) -> Any:
    """Look until ``condition`` gives something, for at most ``seconds``."""
    deadline = time.monotonic() + seconds
    pause = threading.Event()
    while time.monotonic() < deadline:
        found = condition()
        if found:
            return found
        pause.wait(0.05)
    raise AssertionError(f"{what} did not happen within {seconds} s")


class ServedWorkshop:
    """``workshop-kit serve FOLDER`` while the block runs."""

    def __init__(self, folder: Path, port: int = 28866, seats: int = 40, kernels: str = "auto") -> None:
        self.folder = folder
        self._arguments = ["--port", str(port), "--facilitator-port", str(port + 1), "--seats", str(seats)]
        self._arguments += ["--host", "127.0.0.1", "--kernels", kernels, "--no-browser"]

    def __enter__(self) -> ServedWorkshop:
        self.log = (self.folder / "serve.log").open("wb")
        self.process = subprocess.Popen(
            [sys.executable, "-m", "workshop_kit", "serve", str(self.folder), *self._arguments],
            stdout=self.log,
            stderr=subprocess.STDOUT,
        )
        addresses = wait_for(self._read_addresses, 90, "serving the workshop")
        self.participants: str = addresses["participants"]
        self.facilitator: str = addresses["facilitator"]
        self.screen: str = addresses["screen"]
        return self

    def __exit__(self, kind: type[BaseException] | None, _: object, __: TracebackType | None) -> None:
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            if kind is None:
                raise
        finally:
            self.log.close()

    def facilitator_page(self, name: str) -> str:
        """Return the address of one step of the guide."""
        return self.facilitator.replace("/?", f"/{name}?")

    def _read_addresses(self) -> dict[str, str] | None:
        if self.process.poll() is not None:
            raise AssertionError((self.folder / "serve.log").read_text(encoding="utf-8"))
        file = self.folder / "serve.json"
        return dict(json.loads(file.read_text(encoding="utf-8"))) if file.is_file() else None
