"""Organisers' files in one page's memory (a staging area): read over, decided upon, written when somebody says so.

A file's bytes and what was decided about it live in this process alone: nothing of them is on a disk or in the store
before ``write``, and all of it is gone when the page is. Whatever takes long runs in a thread with a store of its own,
so that the page stays alive; an answer waits for it a moment, so that a short list is drawn once.
"""

from __future__ import annotations

import asyncio
import base64
import binascii
import contextlib
import logging
import threading
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Final, Literal
from uuid import uuid4

from workshop_kit.errors import InvalidEntry, MissingEntry, NotAllowed, UnreadableFile, WorkshopError
from workshop_kit.files.importing.plan import Kept, PlannedLine
from workshop_kit.files.importing.reference import name_challenges_apart
from workshop_kit.files.importing.report import ImportReport
from workshop_kit.files.reading.tables import ENCODINGS
from workshop_kit.i18n import Translator
from workshop_kit.live.contract.facilitator.imports import (
    BeginFile,
    FileBegun,
    ImportKind,
    ImportReportText,
    LookAtLines,
    PieceTaken,
    TakePiece,
)
from workshop_kit.live.contract.facilitator.imports_shown import ImportFile, ImportsModel, LastImportModel, PastImport
from workshop_kit.live.facilitator.imports import Decision
from workshop_kit.store import Store
from workshop_kit.widgets.import_choices import Held, take_account
from workshop_kit.widgets.import_view import Looking, View, describe_past
from workshop_kit.widgets.import_words import explain, say_aside
from workshop_kit.widgets.import_work import ImportWork, Work

_log = logging.getLogger(__name__)

#: Files that a page holds at a time, and their bytes together.
FILES_AT_MOST: Final = 12
#: Seconds that an answer waits for its work: what takes no longer is drawn once, and the page is not held up.
PATIENCE: Final = 0.15
#: Characters of a piece: half of what a message may have.
_PIECE_AT_MOST: Final = 600_000
#: Refusals of a text that another encoding may make readable.
_OF_LETTERS: Final = ("file-garbled",)
#: What step 2 shows the last import of.
_OF_STEP_2: Final = (ImportKind.STAKEHOLDERS, ImportKind.VOLUNTEERS)


class Importing:
    """The files of one page, one of which is shown.

    It is what the facilitator's door asks for as ``live.facilitator.imports.TakesFiles``.

    Parameters
    ----------
    work
        What reads, plans and writes.

    """

    def __init__(self, work: ImportWork | None = None) -> None:
        self._work = work or Work()
        self._changed: list[Callable[[], None]] = []
        self._files: dict[str, Held] = {}
        self._shown: str | None = None
        self._writing = False
        self._failed: WorkshopError | None = None
        self._done: str | None = None
        self._kept: tuple[Kept, ...] = ()
        self._reports: dict[str, tuple[ImportReport, tuple[PlannedLine, ...]]] = {}
        self._names: dict[str, str] = {}

    def on_change(self, callback: Callable[[], None]) -> None:
        """Call ``callback``, on the page's own loop, each time there is something new to show."""
        self._changed.append(callback)

    def begin(self, asked: BeginFile) -> FileBegun:
        """Make room for a file that is about to arrive.

        Raises
        ------
        InvalidEntry
            ``malformed-intention`` for what is no size.
        UnreadableFile
            ``file-too-large`` or ``file-empty``.
        NotAllowed
            ``too-many-files``.

        """
        if asked.size > self._work.bytes_at_most:
            megabytes = self._work.bytes_at_most // 1_000_000
            raise UnreadableFile("file-too-large", file=asked.name, megabytes=megabytes)
        if asked.size < 0:
            raise InvalidEntry("malformed-intention")
        if asked.size == 0:
            raise UnreadableFile("file-empty", file=asked.name)
        waiting = sum(one.size for one in self._files.values())
        if len(self._files) >= FILES_AT_MOST or waiting + asked.size > 2 * self._work.bytes_at_most:
            raise NotAllowed("too-many-files", most=FILES_AT_MOST)
        held = Held(uuid4().hex, asked.name, asked.size, asked.kind, asked.first)
        self._files[held.id] = held
        self._failed = None
        return {"file": held.id}

    def take(self, folder: Path, asked: TakePiece, now: datetime) -> PieceTaken:
        """Take some bytes of a file; once all are here it is read. A piece that comes twice is taken once.

        Raises
        ------
        InvalidEntry
            ``malformed-intention``: no base64, a gap before it, or more than was announced.

        """
        held = self._find(asked.file)
        if asked.at < len(held.content) or held.arrived:
            return {"received": len(held.content)}
        piece = _decode(asked.piece)
        if not 0 <= asked.at <= len(held.content) or asked.at + len(piece) > held.size:
            raise InvalidEntry("malformed-intention")
        held.content += piece
        if held.arrived:
            if held.comes_first or self._shown not in self._files:
                self._shown = held.id
            self._read(folder, held, now)
        return {"received": len(held.content)}

    def show(self, folder: Path, file: str, now: datetime) -> None:
        """Show a file's preview, as the workshop stands now."""
        held = self._find(file)
        self._shown = held.id
        if held.arrived:
            self._read(folder, held, now)

    def leave(self, file: str) -> None:
        """Forget a file and what was decided about it; the next one is shown."""
        self._forget(self._find(file))

    def decide(self, folder: Path, asked: Decision, now: datetime) -> None:
        """Take a decision into account, and read the file anew."""
        held = self._find(asked.file)
        if self._writing:
            raise NotAllowed("import-busy")
        self._failed = None
        take_account(held, asked)
        self._read(folder, held, now)

    def look(self, asked: LookAtLines) -> None:
        """Open a group of lines, turn its pages or look for something in it."""
        self._find(asked.file).looking = Looking(asked.group, asked.at, asked.search)

    def write(self, folder: Path, file: str, now: datetime, by: str) -> None:
        """Write what can be written of a file into the workshop.

        Raises
        ------
        NotAllowed
            ``import-busy`` while its plan is being worked out or something is being written.

        """
        held = self._find(file)
        kind = held.kind
        if held.plan is None or kind is None or held.busy or self._writing:
            raise NotAllowed("import-busy")
        self._change_store(lambda: self._write(folder, held, kind.value, now, by))

    def undo(self, folder: Path, import_id: str, now: datetime) -> None:
        """Put back what an import changed; what was done since stays."""
        if self._writing:
            raise NotAllowed("import-busy")

        def undo() -> None:
            self._kept = self._work.undo(folder, import_id, now).kept
            self._done = import_id
            self._plan_shown(folder, now)

        self._change_store(undo)

    def report(self, import_id: str, language: str) -> ImportReportText:
        """Return what became of a file; raises ``MissingEntry`` (``no-import-report``)."""
        if import_id not in self._reports:
            raise MissingEntry("no-import-report")
        say = Translator(language)
        report, aside = self._reports[import_id]
        name = self._names[import_id]
        lines = [*report.to_lines(name, language), *(say_aside(line, say) for line in aside)]
        return {"name": say("facilitator.imports.report.file", name=Path(name).stem), "text": "\n".join(lines) + "\n"}

    def describe(self, store: Store, language: str) -> ImportsModel:
        """Return the page's read model, in words of ``language``."""
        say = Translator(language)
        held = self._files.get(self._shown or "")
        return {
            "files": [_describe_file(one, say) for one in self._files.values()],
            "shown": None if held is None or held.plan is None else View(held, held.plan, say).describe(),
            "writing": self._writing,
            "failed": "" if self._failed is None else say.sentence(self._failed),
            "done": self._done,
            "kept": [f"{one.title} – {explain(say, 'files.kept', one.why)}" for one in self._kept],
            "past": self._describe_past(store),
            "challenges": store.read(lambda hall: list(name_challenges_apart(hall.list_challenges()).values())),
            "bytes_at_most": self._work.bytes_at_most,
        }

    def describe_last(self, store: Store) -> LastImportModel:
        """Return the last import of people or bodies, while it can be undone."""
        past = self._describe_past(store)
        return {"last": next((one for one in past if one["kind"] in _OF_STEP_2 and one["can_undo"]), None)}

    def _describe_past(self, store: Store) -> list[PastImport]:
        return [describe_past(one, *self._reports.get(one.taken.id, ())) for one in self._work.list_past(store)]

    def _write(self, folder: Path, held: Held, kind: str, now: datetime, by: str) -> None:
        report = self._work.write(folder, kind, held.name, bytes(held.content), held.choices, now, by)
        if report.import_id is None:
            raise NotAllowed("nothing-to-import")
        aside = tuple(line for place, line in held.aside.items() if place in held.choices.left)
        self._reports[report.import_id], self._names[report.import_id] = (report, aside), held.name
        self._done, self._kept = report.import_id, ()
        self._forget(held)
        self._plan_shown(folder, now)

    def _plan_shown(self, folder: Path, now: datetime) -> None:
        """Plan the file that is shown again: what was planned before knew nothing of what is written now."""
        held = self._files.get(self._shown or "")
        if held is not None and held.arrived:
            held.asked += 1
            self._plan(folder, held, now)

    def _find(self, file: str) -> Held:
        if file not in self._files:
            raise MissingEntry("import-gone")
        return self._files[file]

    def _forget(self, held: Held) -> None:
        self._files.pop(held.id, None)
        self._work.forget()
        if self._shown == held.id:
            self._shown = next((one.id for one in self._files.values() if one.arrived), None)

    def _read(self, folder: Path, held: Held, now: datetime) -> None:
        """Work out a file's plan; where that is under way already, it begins again at its end."""
        held.asked += 1
        if held.asked - held.known == 1:
            self._begin(lambda: self._plan(folder, held, now))

    def _plan(self, folder: Path, held: Held, now: datetime) -> None:
        while held.busy:
            asked = held.asked
            held.error = self._try(lambda: self._understand(folder, held, now))
            held.known = asked

    def _understand(self, folder: Path, held: Held, now: datetime) -> None:
        kind, choices, content = held.kind, held.choices, bytes(held.content)
        if held.guesses != kind or held.plan is None:
            held.guesses = kind
            held.likely = self._work.guess_kind(folder, held.name, content, kind, choices.encoding)
        if kind is None:
            kind = held.kind = held.likely
            held.guesses, held.likely, held.guessed = kind, None, True
        if kind is None:
            held.plan = None
            return
        planned = self._work.plan(folder, kind.value, held.name, content, choices, now)
        held.plan, held.remembered = planned.plan, planned.remembered

    def _change_store(self, change: Callable[[], None]) -> None:
        self._writing, self._failed = True, None

        def carry_out() -> None:
            self._failed = self._try(change)
            self._writing = False

        self._begin(carry_out)
        failed = self._failed
        if failed is not None:  # it is said as the answer; one that fails later is shown
            self._failed = None
            raise failed

    def _try(self, action: Callable[[], None]) -> WorkshopError | None:
        try:
            action()
        except WorkshopError as error:
            return error
        except Exception:  # whoever imports must not read a traceback; the log keeps it
            _log.exception("a file could not be taken in")
            return UnreadableFile("file-not-understood")
        return None

    def _begin(self, action: Callable[[], None]) -> None:
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:  # a plain script waits
            action()
            return

        def run() -> None:
            action()
            self._tell(loop)

        thread = threading.Thread(target=run, name="import", daemon=True)
        thread.start()
        thread.join(PATIENCE)

    def _tell(self, loop: asyncio.AbstractEventLoop) -> None:
        for callback in self._changed:
            with contextlib.suppress(RuntimeError):  # the page is gone
                loop.call_soon_threadsafe(callback)


def _decode(piece: str) -> bytes:
    if len(piece) > _PIECE_AT_MOST:
        raise InvalidEntry("malformed-intention")
    try:
        return base64.b64decode(piece, validate=True)
    except (binascii.Error, ValueError):
        raise InvalidEntry("malformed-intention") from None


def _describe_file(held: Held, say: Translator) -> ImportFile:
    return {
        "id": held.id,
        "name": held.name,
        "kind": held.kind,
        "guessed": held.guessed,
        "state": _tell_state(held),
        "sentence": "" if held.error is None or held.busy else say.sentence(held.error),
        "encodings": list(ENCODINGS) if held.error is not None and held.error.code in _OF_LETTERS else [],
    }


def _tell_state(held: Held) -> Literal["arriving", "reading", "ready", "unreadable"]:
    if not held.arrived:
        return "arriving"
    if held.busy and held.plan is None:
        return "reading"
    return "ready" if held.error is None or held.busy else "unreadable"
