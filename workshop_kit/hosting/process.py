"""A supervised child process: one server, its log, what it reports, its end."""

from __future__ import annotations

import contextlib
import json
import logging
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import IO, Any, Final

from workshop_kit.domain.course import Role
from workshop_kit.environment import PYTHON
from workshop_kit.errors import CannotServe
from workshop_kit.hosting.logs import BoundedLog
from workshop_kit.hosting.private import make_private
from workshop_kit.serving import lifeline
from workshop_kit.serving.config import ServerConfig

#: Seconds between two looks about while a server gets ready.
_LOOK_EVERY: Final = 0.25

_log = logging.getLogger(__name__)


class ServerProcess:
    """One server process; it ends by itself when its standard input closes, hence when we die.

    Parameters
    ----------
    role, configuration
        Whose server, and what it is told.
    runtime
        Where its configuration and its log are kept.
    on_progress
        Told how far the participants' server is, a line each time.
    on_report
        Told everything that the server reports, from a thread of its own.

    """

    def __init__(
        self,
        role: Role,
        configuration: ServerConfig,
        runtime: Path,
        on_progress: Callable[[str], None] = lambda _line: None,
        on_report: Callable[[Role, Mapping[str, Any]], None] = lambda _role, _report: None,
    ) -> None:
        self.role = role
        self.log = runtime / f"{role.value}.log"
        self._ready = threading.Event()
        self._refusal: CannotServe | None = None
        self._on_progress = on_progress
        self._on_report = on_report
        file = runtime / f"{role.value}.json"
        make_private(file)
        file.write_text(configuration.to_json(), encoding="utf-8")
        self._log = BoundedLog(self.log)
        try:
            self.process = subprocess.Popen(
                [*PYTHON, "-m", "workshop_kit.serving", str(file)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=self._log.file,
                **lifeline.own_group(),
            )
        except OSError:  # too many processes, or no memory for one
            self._log.close()
            raise
        assert self.process.stdout is not None
        self._reader = threading.Thread(target=self._listen, args=(self.process.stdout,), daemon=True)
        self._reader.start()

    def wait_until_ready(self, seconds: float, look: Callable[[], None] = lambda: None) -> None:
        """Wait until it listens, and ``look`` meanwhile, which may raise.

        Raises
        ------
        CannotServe
            With what it answered if it does not listen.

        """
        deadline = time.monotonic() + seconds
        while not (answered := self._ready.wait(_LOOK_EVERY)) and time.monotonic() < deadline:
            look()
        if self._refusal is not None:
            raise self._refusal
        if not answered or self.process.poll() is not None:
            raise CannotServe("server-not-ready", role=self.role.value, log=self.log)

    def ask_to_end(self, farewell: bytes = b"") -> None:
        """Ask it to end, in order; its pages are told why by what ``serving.close_codes.say_farewell`` returns."""
        if self.process.stdin is not None and not self.process.stdin.closed:
            with contextlib.suppress(OSError):
                self.process.stdin.write(farewell)
            with contextlib.suppress(OSError):
                self.process.stdin.close()
        if self.process.poll() is None and sys.platform != "win32":  # there, to terminate is to kill
            self.process.terminate()

    def end(self, seconds: float) -> None:
        """Wait for its end, and end it if that takes longer than ``seconds``."""
        try:
            self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self._reader.join(timeout=2)
        if self.process.stdout is not None:
            self.process.stdout.close()
        self._log.close()

    def _listen(self, lines: IO[bytes]) -> None:
        for line in lines:
            try:
                said = json.loads(line)
            except ValueError:
                continue
            self._pass_on(said)
            if said.get("ready"):
                self._ready.set()
            elif "code" in said:
                self._refusal = CannotServe(said["code"], **said["values"])
            elif "progress" in said and self.role is Role.PARTICIPANT:
                self._show_progress(**said["kernels"], sentence=str(said["progress"]))
        self._ready.set()  # it ended: nobody needs to wait for it any longer

    def _pass_on(self, said: Mapping[str, Any]) -> None:
        """Tell who listens; whatever goes wrong there, the server is heard on, or it would wait for that for ever."""
        try:
            self._on_report(self.role, said)
        except Exception:
            _log.exception("what a server reported could not be passed on")

    def _show_progress(self, *, ready: int, wanted: int, sentence: str, **_more: object) -> None:
        """Show a bar each time another tenth is there; a line each, so that a log and a screen reader can follow."""
        tenths = 10 * ready // wanted
        if tenths > 10 * (ready - 1) // wanted:
            self._on_progress(f"[{'#' * tenths}{'.' * (10 - tenths)}] {sentence}")
