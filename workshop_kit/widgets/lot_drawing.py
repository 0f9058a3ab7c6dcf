"""Files of a lot in one page's memory, and the making of its panels in a child process."""

from __future__ import annotations

import asyncio
import base64
import binascii
import contextlib
import json
import logging
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final
from uuid import uuid4

from workshop_kit.domain.entries import LOT_SIZE
from workshop_kit.domain.lots import LOT_STEPS, LotBasis, RelaxedBound
from workshop_kit.errors import CannotServe, InvalidEntry, MissingEntry, UnreadableFile, WorkshopError
from workshop_kit.files.reading.lot_lists import is_quota_file, read_list, write_table
from workshop_kit.files.reading.lots import read_quotas
from workshop_kit.live.contract.facilitator.imports import FileBegun, PieceTaken
from workshop_kit.live.contract.facilitator.lot import BeginLotFile, TakeLotPiece
from workshop_kit.live.facilitator.lot_work import LotFile, LotWork
from workshop_kit.report.aside import Making, MakingState
from workshop_kit.widgets.lot_worker import WORKER, pack
from workshop_kit.widgets.makings import Job, Start

_log = logging.getLogger(__name__)

#: Bytes of a list: tens of thousands of people.
BYTES_AT_MOST: Final = 10_000_000
#: Characters of a piece: half of what a message may have.
_PIECE_AT_MOST: Final = 600_000
#: Seconds after which something is wrong: pools of thousands take two minutes on a busy laptop.
PATIENCE: Final = 900.0
#: Seconds that an answer waits for a file to be read: a short list is drawn once.
_MOMENT: Final = 0.15
_FAILED: Final = {
    "report-interrupted": "lot-interrupted",
    "report-failed": "lot-not-made",
    "report-too-slow": "lot-too-slow",
}


#: The people of a file, its quotas, and the bytes of a list to be read anew, as far as there are such.
_Read = tuple[LotFile | None, LotFile | None, tuple[str, bytes] | None]


def _begin_making(
    folder: Path, form: str, language: str, on_change: Callable[[], None], *, details: Mapping[str, str]
) -> Making:
    return Making(folder, form, language, on_change, PATIENCE, WORKER, details)


@dataclass
class _Coming:
    """A file on its way."""

    id: str
    name: str
    size: int
    content: bytearray = field(default_factory=bytearray)


class LotDrawing:
    """What the lot's page has read and made.

    It is what the facilitator's door asks for as ``live.facilitator.lot_work.DrawsLots``.

    Parameters
    ----------
    start
        What begins a making.

    """

    bytes_at_most = BYTES_AT_MOST

    def __init__(self, start: Start = _begin_making) -> None:
        self._start = start
        self._changed: list[Callable[[], None]] = []
        self._coming: _Coming | None = None
        self._people_content: tuple[str, bytes] | None = None
        self._people, self._quotas = LotFile(), LotFile()
        self._readings = self._forgotten = self._listed = 0
        self._work = LotWork()
        self._job = 0
        self._running: Job | None = None

    def on_change(self, callback: Callable[[], None]) -> None:
        """Call ``callback``, on the page's own loop, each time there is something new to show."""
        self._changed.append(callback)

    @property
    def people(self) -> LotFile:
        """The file of people that was put down last."""
        return self._people

    @property
    def quotas(self) -> LotFile:
        """The file of quotas that was put down last."""
        return self._quotas

    @property
    def work(self) -> LotWork:
        """How the making stands."""
        return self._work

    def begin_file(self, asked: BeginLotFile) -> FileBegun:
        """Make room for a file that is about to arrive.

        Raises
        ------
        UnreadableFile
            ``file-too-large`` or ``file-empty``.

        """
        if asked.size > BYTES_AT_MOST:
            raise UnreadableFile("file-too-large", file=asked.name, megabytes=BYTES_AT_MOST // 1_000_000)
        if not asked.size:
            raise UnreadableFile("file-empty", file=asked.name)
        self._coming = _Coming(uuid4().hex, asked.name, asked.size)
        return {"file": self._coming.id}

    def take_piece(self, asked: TakeLotPiece) -> PieceTaken:
        """Take some bytes of a file; once all are here it is read. A piece that comes twice is taken once.

        Raises
        ------
        MissingEntry
            ``import-gone``: another file came meanwhile.
        InvalidEntry
            ``malformed-intention``: no base64, a gap before it, or more than was announced.

        """
        coming = self._coming
        if coming is None or coming.id != asked.file:
            raise MissingEntry("import-gone")
        if asked.at < len(coming.content) or len(coming.content) >= coming.size:
            return {"received": len(coming.content)}
        piece = _decode(asked.piece)
        if asked.at > len(coming.content) or asked.at + len(piece) > coming.size:
            raise InvalidEntry("malformed-intention")
        coming.content += piece
        if len(coming.content) >= coming.size:
            self._read_aside(coming)
        return {"received": len(coming.content)}

    def leave_file(self) -> None:
        """Forget every file, one that is being read too."""
        self._forgotten = self._readings
        self._coming = self._people_content = None
        self._people, self._quotas = LotFile(), LotFile()

    def begin(self, folder: Path, basis: LotBasis, size: int, changes: Sequence[RelaxedBound], language: str) -> None:
        """Begin to make panels; asking again while some are made changes nothing."""
        if self._work.state == "working":
            return
        loop = _find_loop()
        self._job += 1
        number = self._job
        self._work = LotWork("working")
        making = self._start(
            folder, "lot", language, lambda: self._tell(loop, number), details={"lot": pack(basis, size, changes)}
        )
        self._running = making
        if loop is None:
            making.wait()
            self._follow()
            self._call()

    def stop(self) -> None:
        """End the making at once; where none is under way nothing changes."""
        if self._work.state == "working" and self._running is not None:
            self._running.cancel()
            self._work = LotWork("stopped")

    def forget(self) -> None:
        """Forget how the last making ended: what it was made of has changed."""
        if self._work.state != "working":
            self._work = LotWork()

    def write_table(self, lines: Iterable[Sequence[str]], delimiter: str) -> str:
        """Return lines as a text that every spreadsheet opens, and none runs."""
        return write_table(lines, delimiter)

    def _tell(self, loop: asyncio.AbstractEventLoop | None, number: int) -> None:
        """Pass news on from the job's thread to the page's loop; a page that is gone needs none."""
        if loop is not None:
            with contextlib.suppress(RuntimeError):
                loop.call_soon_threadsafe(self._arrive, number)

    def _arrive(self, number: int) -> None:
        if number == self._job and self._work.state == "working":
            self._follow()
            self._call()

    def _follow(self) -> None:
        job = self._running
        assert job is not None
        if job.state is MakingState.WORKING:
            self._work = LotWork("working", job.step if job.step in LOT_STEPS else LOT_STEPS[0], job.share)
        elif job.state is MakingState.READY:
            told = json.loads(job.result)
            changes = tuple(RelaxedBound(**one) for one in told.get("changes", ()))
            self._work = LotWork("impossible", changes=changes) if changes else LotWork("ready", lot=told["lot"])
        elif job.state is MakingState.CANCELLED:
            self._work = LotWork("stopped")
        else:
            self._work = LotWork("failed", error=_explain(job.error))

    def _call(self) -> None:
        for callback in self._changed:
            callback()

    def _read_aside(self, coming: _Coming) -> None:
        """Read a file in a thread, so that the page stays alive."""
        self._coming = None
        self._readings += 1
        number, name, content = self._readings, coming.name, bytes(coming.content)
        loop = _find_loop()
        if loop is None:
            self._take(number, *_read(name, content, self._people_content))
            return
        done = threading.Event()
        taken: list[_Read] = []
        known = self._people_content
        self._people = replace(self._people, state="reading")

        def run() -> None:
            taken.append(_read(name, content, known))
            done.set()
            with contextlib.suppress(RuntimeError):
                loop.call_soon_threadsafe(self._take_once, number, taken)

        threading.Thread(target=run, name="lot-file", daemon=True).start()
        if done.wait(_MOMENT):
            self._take_once(number, taken)

    def _take_once(self, number: int, taken: list[_Read]) -> None:
        if taken:
            self._take(number, *taken.pop())

    def _take(
        self, number: int, people: LotFile | None, quotas: LotFile | None, content: tuple[str, bytes] | None
    ) -> None:
        """Take over what was read: people, quotas, or people read anew for the quotas' columns.

        What was left while it was read comes back no more, nor is a list put in the place of a later one.
        """
        if number <= self._forgotten or (people is not None and number < self._listed):
            return
        if people is not None:
            self._people, self._listed = people, number
        elif self._people.state == "reading":
            self._people = replace(self._people, state="none" if self._people.listed is None else "ready")
        if quotas is not None:
            self._quotas = quotas
        if content is not None:
            self._people_content = content
        self._call()


def _read(name: str, content: bytes, known: tuple[str, bytes] | None) -> _Read:
    """Return what a file is: people, or quotas with the people that are known read anew for their columns."""
    try:
        return _read_either(name, content, known)
    except WorkshopError as error:
        return LotFile("unreadable", name, error), None, None
    except Exception:  # whoever puts a file down must not read a traceback; the log keeps it
        _log.exception("a list for a lot could not be read")
        return LotFile("unreadable", name, UnreadableFile("file-not-understood")), None, None


def _read_either(name: str, content: bytes, known: tuple[str, bytes] | None) -> _Read:
    if not is_quota_file(name, content):
        return LotFile("ready", name, listed=read_list(name, content)), None, (name, content)
    try:
        quotas = read_quotas(name, content, LOT_SIZE.most)
    except WorkshopError as error:
        return None, LotFile("unreadable", name, error), None
    people = None if known is None else LotFile("ready", known[0], listed=read_list(*known, wanted=quotas))
    return people, LotFile("ready", name, quotas=quotas), None


def _explain(error: WorkshopError | None) -> WorkshopError:
    if error is None:
        return CannotServe("lot-not-made")
    return CannotServe(_FAILED[error.code], **error.values) if error.code in _FAILED else error


def _find_loop() -> asyncio.AbstractEventLoop | None:
    try:
        return asyncio.get_running_loop()
    except RuntimeError:  # a plain script waits
        return None


def _decode(piece: str) -> bytes:
    if len(piece) > _PIECE_AT_MOST:
        raise InvalidEntry("malformed-intention")
    try:
        return base64.b64decode(piece, validate=True)
    except (binascii.Error, ValueError):
        raise InvalidEntry("malformed-intention") from None
