"""A background job: a report made in a child process, which tells how far it is and can be ended at once.

The page that asks stays alive, imports nothing of what makes a report, and runs no command: it starts
``workshop_kit.report.worker`` and reads JSON lines from its standard output (see there). The child holds the other end
of a pipe from here; it ends, and clears up after itself, when this process does, whatever ends it.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Mapping, Sequence
from enum import Enum
from pathlib import Path
from types import MappingProxyType
from typing import IO, Any, Final

from workshop_kit import errors
from workshop_kit.environment import PYTHON
from workshop_kit.errors import CannotServe, WorkshopError
from workshop_kit.report.printed import Undrawn

FORMATS: Final = ("pdf", "html")
#: Seconds: a synthesis takes about two; past this many, something is wrong and the person should hear it.
PATIENCE: Final = 120.0
WORKER: Final = (*PYTHON, "-m", "workshop_kit.report.worker")


class MakingState(Enum):
    """How a making stands; all but the first are final."""

    WORKING = "working"
    READY = "ready"
    FAILED = "failed"
    CANCELLED = "cancelled"


class Making:
    """One report being made in a child process.

    Parameters
    ----------
    folder
        The workshop's folder.
    format
        ``"pdf"`` or ``"html"``.
    language
        ``"fr"`` or ``"en"``.
    on_change
        Called from a thread at each progress and once at the end.
    patience
        Seconds after which it is ended and has failed.
    worker
        The command of the child; another one in tests.
    details
        What else the child is told.

    Attributes
    ----------
    state
        See ``MakingState``.
    share
        How far it is, 0 to 1, never falling.
    step
        What is being done, the end of the catalog key ``report.progress.<step>``.
    error
        Why it failed, once it has.
    undrawn
        Once it is ready, the signs that no font at hand could draw.

    """

    def __init__(
        self,
        folder: Path,
        format: str,
        language: str,
        on_change: Callable[[], None] = lambda: None,
        patience: float = PATIENCE,
        worker: Sequence[str] = WORKER,
        details: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        self.state = MakingState.WORKING
        self.share = 0.0
        self.step = "reading"
        self.error: WorkshopError | None = None
        self.undrawn: tuple[Undrawn, ...] = ()
        self._content = b""
        self._on_change = on_change
        self._patience = patience
        self._lock = threading.Lock()
        # whatever is left there by a child that was ended goes with it
        self._room = tempfile.mkdtemp(prefix="workshop-kit-report-")
        asked = {**details, "folder": str(folder.absolute()), "format": format, "language": language}
        self._child = self._start(worker, asked)
        self._timer = threading.Timer(patience, self._run_out_of_patience)
        self._timer.daemon = True
        self._reader = threading.Thread(target=self._follow, name="report-making", daemon=True)
        self._timer.start()
        self._reader.start()

    @property
    def result(self) -> bytes:
        """The content of the file once it is ready; raises why there is none if it failed."""
        if self.error is not None:
            raise self.error
        return self._content

    def cancel(self) -> None:
        """End the making at once; one that has ended stays as it is."""
        self._end(MakingState.CANCELLED, None)

    def wait(self) -> None:
        """Wait until the making has ended and nothing is left of its process."""
        self._reader.join()

    def _start(self, worker: Sequence[str], asked: Mapping[str, str]) -> subprocess.Popen[bytes]:
        environment = {**os.environ, "PYTHONIOENCODING": "utf-8"}
        environment |= dict.fromkeys(("TMPDIR", "TEMP", "TMP"), self._room)
        child = subprocess.Popen(
            worker,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=environment,
            start_new_session=sys.platform != "win32",  # ended with everything its cells have started
        )
        assert child.stdin is not None
        with contextlib.suppress(OSError):  # a child that is gone already is told of by its end
            child.stdin.write(json.dumps({**asked, "room": self._room}).encode() + b"\n")
            child.stdin.flush()
        return child

    def _follow(self) -> None:
        """Read what the child reports until it ends, then clear up."""
        assert self._child.stdout is not None
        try:
            with self._child.stdout as reports:
                for line in reports:
                    self._take(json.loads(line), reports)
        except ValueError:  # a line cut short by the child's death
            pass
        self._end(MakingState.FAILED, CannotServe("report-interrupted"))
        self._timer.cancel()
        assert self._child.stdin is not None
        with contextlib.suppress(OSError):
            self._child.stdin.close()
        self._child.wait()
        shutil.rmtree(self._room, ignore_errors=True)
        self._on_change()

    def _take(self, report: Mapping[str, Any], reports: IO[bytes]) -> None:
        if "made" in report:
            content = reports.read(int(report["made"]))
            if len(content) == report["made"]:
                self._content = content
                self.undrawn = tuple(Undrawn(str(sign), str(within)) for sign, within in report.get("undrawn", ()))
                self._end(MakingState.READY, None)
        elif "failed" in report:
            self._end(MakingState.FAILED, rebuild_error(report["failed"]))
        elif self.state is MakingState.WORKING:
            self.share, self.step = max(self.share, float(report["share"])), str(report["step"])
            self._on_change()

    def _run_out_of_patience(self) -> None:
        self._end(MakingState.FAILED, CannotServe("report-too-slow", seconds=round(self._patience)))

    def _end(self, state: MakingState, error: WorkshopError | None) -> None:
        """Come to an end, once; the child goes with it."""
        with self._lock:
            if self.state is not MakingState.WORKING:
                return
            if state is MakingState.READY:
                self.share, self.step = 1.0, "done"
            self.state, self.error = state, error
            # under the lock: the thread that reaps the child comes through here first, so its number is still its own
            _end_group(self._child)


def _end_group(child: subprocess.Popen[bytes]) -> None:
    """End a child that was not reaped yet, and everything it has started."""
    if sys.platform == "win32":
        child.kill()
        return
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(child.pid, signal.SIGKILL)


def pack_error(error: WorkshopError) -> dict[str, Any]:
    """Return an error as JSON values: its kind, its code and what fills its sentence."""
    values = {name: value if isinstance(value, int | float) else str(value) for name, value in error.values.items()}
    return {"kind": type(error).__name__, "code": error.code, "values": values}


def rebuild_error(packed: Mapping[str, Any]) -> WorkshopError:
    """Return the error that ``pack_error`` packed, to be said in the language of whoever reads it here."""
    kind = getattr(errors, str(packed["kind"]), None)
    known = kind if isinstance(kind, type) and issubclass(kind, WorkshopError) else CannotServe
    return known(str(packed["code"]), **packed["values"])
