"""Registers of one page: their files, and their reading in a process of its own, which the room never waits for."""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Final, Literal

from workshop_kit.environment import PYTHON
from workshop_kit.errors import CannotServe, InvalidEntry, MissingEntry, NotAllowed, UnreadableFile, WorkshopError
from workshop_kit.files.registers.communes import read_communes
from workshop_kit.files.registers.telling import FileKind, Lying, list_lying
from workshop_kit.i18n import Translator
from workshop_kit.live.contract.facilitator.registers import (
    BeginRegisterFile,
    RegisterFile,
    RegisterFileBegun,
    RegisterPieceTaken,
    RegistersModel,
    TakeRegister,
    TakeRegisterPiece,
)
from workshop_kit.report.aside import Making, MakingState
from workshop_kit.widgets.makings import Job, Start
from workshop_kit.widgets.register_files import PIECE, Brought, RegisterFiles

#: The command of the child.
WORKER: Final = (*PYTHON, "-m", "workshop_kit.widgets.register_worker")
#: Seconds: the whole country's archive takes minutes on a slow disk.
PATIENCE: Final = 3600.0
#: What the id of a file in the folder begins with; the others are those of files that were brought.
LYING: Final = "folder/"
_START: Final = partial(Making, patience=PATIENCE, worker=WORKER)
_STATES: Final[Mapping[MakingState, Literal["none", "working", "ready", "failed"]]] = {
    MakingState.WORKING: "working",
    MakingState.READY: "ready",
    MakingState.FAILED: "failed",
    MakingState.CANCELLED: "none",
}


class Registers:
    """The registers of one page; what the facilitator's door asks for as ``live.facilitator.registers.TakesRegisters``.

    Parameters
    ----------
    start
        What begins a reading.
    files
        The files that are brought.

    """

    def __init__(
        self,
        start: Start = _START,
        files: RegisterFiles | None = None,
    ) -> None:
        self._start = start
        self._brought = RegisterFiles() if files is None else files
        self._changed: list[Callable[[], None]] = []
        self._lying: tuple[Lying, ...] | None = None
        self._job: Job | None = None
        self._asked: tuple[str, str] = ("", "")
        self._number = 0

    def on_change(self, callback: Callable[[], None]) -> None:
        """Call ``callback``, on the page's own loop, each time there is something new to show."""
        self._changed.append(callback)

    def begin(self, folder: Path, asked: BeginRegisterFile) -> RegisterFileBegun:
        """Make room for a file that is about to arrive; raises as ``RegisterFiles.begin``."""
        return {"file": self._brought.begin(folder, asked.name, asked.size).id, "part": PIECE}

    def take_piece(self, asked: TakeRegisterPiece) -> RegisterPieceTaken:
        """Take some bytes of a file; raises as ``RegisterFiles.take``."""
        brought = self._brought.take(asked.file, asked.at, asked.piece)
        if brought.arrived:
            self._tell()
        return {"received": brought.path.stat().st_size}

    def leave(self, file: str) -> None:
        """Forget a file; raises ``NotAllowed`` (``register-busy``) while it is being read."""
        if self._is_working and self._asked[0] == file:
            raise NotAllowed("register-busy")
        self._brought.leave(file)
        self._tell()

    def look(self) -> None:
        """Look through the folder anew."""
        self._lying = None
        self._tell()

    def take(self, folder: Path, asked: TakeRegister, language: str) -> None:
        """Begin to look through a register.

        Raises
        ------
        InvalidEntry
            ``register-commune-missing``, ``commune-not-a-code``.
        UnreadableFile
            It is no register: what it is instead.
        MissingEntry
            ``register-file-gone``.
        NotAllowed
            ``register-busy``.

        """
        if self._is_working:
            raise NotAllowed("register-busy")
        if not asked.communes.strip():
            raise InvalidEntry("register-commune-missing")
        read_communes([asked.communes])
        path, name, kind, why = self._find(folder, asked.file)
        if kind in ("", "hamlets"):
            raise why or UnreadableFile("register-needs-register", file=name)
        hamlets = self._find(folder, asked.hamlets)[0] if asked.hamlets else None
        details = {"path": str(path.absolute()), "name": name, "communes": asked.communes}
        details["hamlets"] = "" if hamlets is None else str(hamlets.absolute())
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:  # a plain script waits
            loop = None
        self._asked = (asked.file, name)
        self._number += 1
        self._job = self._start(folder, kind, language, partial(self._tell, loop), details=details)
        if loop is None:
            self._job.wait()
        self._tell()

    def stop(self) -> None:
        """End the reading at once."""
        if self._job is not None:
            self._job.cancel()
            self._tell()

    def describe(self, folder: Path, language: str) -> RegistersModel:
        """Return how all stands, in words of ``language``; what the store says is added by who asks."""
        say = Translator(language)
        if self._lying is None:
            with contextlib.suppress(OSError):
                self._lying = list_lying(folder)
        job, state = self._job, self._state
        lines: Mapping[str, list[str]] = json.loads(job.result) if job is not None and state == "ready" else {}
        return {
            "files": [
                *(_describe_brought(one, say) for one in self._brought if one.arrived),
                *(_describe_lying(one) for one in self._lying or ()),
            ],
            "folder": folder.name,
            "communes": [],
            "registers": [],
            "state": state,
            "number": self._number,
            "reading": self._asked[1],
            "share": 0.0 if job is None else round(job.share, 2),
            "lines": list(lines.get(language, ())),
            "failed": _say_failure(job.error, say) if job is not None and job.error is not None else "",
        }

    @property
    def _state(self) -> Literal["none", "working", "ready", "failed"]:
        return "none" if self._job is None else _STATES[self._job.state]

    @property
    def _is_working(self) -> bool:
        return self._state == "working"

    def _find(self, folder: Path, file: str) -> tuple[Path, str, FileKind, WorkshopError | None]:
        """Return a file at hand: where, called how, what it is, and why it is of no use."""
        if not file.startswith(LYING):
            brought = self._brought.find(file)
            return brought.path, brought.name, brought.told.kind, brought.told.why
        for one in list_lying(folder):  # never what a page says: what lies there
            if one.path.name == file.removeprefix(LYING):
                return one.path, one.path.name, one.kind, None
        raise MissingEntry("register-file-gone")

    def _tell(self, loop: asyncio.AbstractEventLoop | None = None) -> None:
        for callback in self._changed:
            if loop is None:
                callback()
                continue
            with contextlib.suppress(RuntimeError):  # the page is gone
                loop.call_soon_threadsafe(callback)


def _describe_brought(one: Brought, say: Translator) -> RegisterFile:
    return {
        "id": one.id,
        "name": one.name,
        "megabytes": round(one.size / 1_000_000, 1),
        "kind": one.told.kind,
        "lying": False,
        "refused": "" if one.told.why is None else say.sentence(one.told.why),
    }


def _describe_lying(one: Lying) -> RegisterFile:
    megabytes = round(one.size / 1_000_000, 1)
    name = one.path.name
    return {
        "id": LYING + name,
        "name": name,
        "megabytes": megabytes,
        "kind": one.kind,
        "lying": True,
        "refused": "",
    }


#: What is said here of what a command tells by its options and words.
_ON_PAGE: Final = {
    "register-is-hamlets": "register-needs-register",
    "register-is-rna": "register-is-rna-here",
    "register-is-sirene": "register-is-sirene-here",
}


def _say_failure(error: WorkshopError, say: Translator) -> str:
    """Say why nothing came of it, of a register and not of a report, and without the options of a command."""
    if error.code in _ON_PAGE:
        return say(f"errors.{_ON_PAGE[error.code]}", **error.values)
    of_child = {"report-interrupted": "register-interrupted", "report-too-slow": "register-interrupted"}
    code = of_child.get(error.code, error.code).replace("report-failed", "register-failed")
    return say.sentence(error if code == error.code else CannotServe(code))
