"""The import page: files that are put down, read over and written, by whoever understands files for this door."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any, Final, Protocol

from workshop_kit.errors import CannotServe
from workshop_kit.live.contract.asking import intention
from workshop_kit.live.contract.facilitator.imports import (
    AnswerDoubt,
    BeginFile,
    ChooseColumn,
    ChooseEncoding,
    ChooseKind,
    CorrectLine,
    FileBegun,
    ImportReportText,
    LookAtLines,
    NameFile,
    NameImport,
    PieceTaken,
    TakeHidden,
    TakeLine,
    TakePiece,
    TakeSheet,
)
from workshop_kit.live.contract.facilitator.imports_shown import ImportsModel, LastImportModel
from workshop_kit.live.contract.showing import DRAW_EVERY, shows
from workshop_kit.live.facilitator.desk import Desk
from workshop_kit.store import Store

#: The kind of this window's own announcements that a file is further on; it never stands in the store's feed.
IMPORT_KIND: Final = "import-further"

#: What is decided about a file, one thing at a time.
Decision = ChooseKind | TakeSheet | TakeHidden | ChooseEncoding | ChooseColumn | CorrectLine | TakeLine | AnswerDoubt


class TakesFiles(Protocol):
    """Organisers' files in one page's memory; the floor above has them, which reads files.

    Nothing of a file is kept anywhere else, and nothing is written before ``write``.
    """

    def on_change(self, callback: Callable[[], None]) -> None:
        """Call ``callback``, on the page's own loop, each time there is something new to show."""

    def begin(self, asked: BeginFile) -> FileBegun:
        """Make room for a file that is about to arrive; raises ``UnreadableFile`` or ``NotAllowed``."""

    def take(self, folder: Path, asked: TakePiece, now: datetime) -> PieceTaken:
        """Take some bytes of a file; once all are here it is read."""

    def show(self, folder: Path, file: str, now: datetime) -> None:
        """Show a file's preview, as the workshop stands now."""

    def leave(self, file: str) -> None:
        """Forget a file and what was decided about it."""

    def decide(self, folder: Path, asked: Decision, now: datetime) -> None:
        """Take a decision into account, and read the file anew."""

    def look(self, asked: LookAtLines) -> None:
        """Open a group of lines, or turn its pages."""

    def write(self, folder: Path, file: str, now: datetime, by: str) -> None:
        """Write what can be written of a file into the workshop, as whoever imports."""

    def undo(self, folder: Path, import_id: str, now: datetime) -> None:
        """Put back what an import changed; what was done since stays."""

    def report(self, import_id: str, language: str) -> ImportReportText:
        """Return what became of a file."""

    def describe(self, store: Store, language: str) -> ImportsModel:
        """Return the page's read model, in words of ``language``."""

    def describe_last(self, store: Store) -> LastImportModel:
        """Return the last import of people or bodies."""


class ImportsDesk(Desk):
    """Import of organisers' files (*import*), read over before anything is written, with a way back.

    Parameters
    ----------
    arguments, named
        As ``Desk``.
    imports
        Understands files; without it, as in a script, none can be put down here.

    """

    def __init__(self, *arguments: Any, imports: TakesFiles | None = None, **named: Any) -> None:
        self._imports = imports
        super().__init__(*arguments, **named)
        if imports is not None:
            imports.on_change(lambda: self._announce(IMPORT_KIND))

    @shows(
        *(
            "challenge",
            "import",
            "participant",
            "volunteer",
            "stakeholder",
            "mission",
            "idea",
            "score",
            "sector",
            IMPORT_KIND,
        ),
        pace=DRAW_EVERY,
        at_once=(IMPORT_KIND,),
    )
    def imports_model(self) -> ImportsModel:
        """Return the files put down on this page, what will become of one's lines, and what was imported."""
        if self._imports is None:
            nothing: ImportsModel = {
                "files": [],
                "shown": None,
                "writing": False,
                "failed": "",
                "done": None,
                "kept": [],
                "past": [],
                "challenges": [],
                "bytes_at_most": 0,
            }
            return nothing
        return self._imports.describe(self.store, self.language)

    @shows(
        *("import", "participant", "volunteer", "stakeholder", IMPORT_KIND),
        pace=DRAW_EVERY,
        at_once=(IMPORT_KIND,),
        sections=("facilitator.imports",),
    )
    def last_import_model(self) -> LastImportModel:
        """Return the last import of people or bodies, while it can be undone."""
        return {"last": None} if self._imports is None else self._imports.describe_last(self.store)

    @intention
    def begin_file(self, asked: BeginFile) -> FileBegun:
        """Make room for a file that is about to arrive."""
        return self.imports.begin(asked)

    @intention
    def take_piece(self, asked: TakePiece) -> PieceTaken:
        """Take a piece of a file; what arrived before is not taken twice."""
        return self.imports.take(self.folder, asked, self.now())

    @intention
    def show_file(self, asked: NameFile) -> None:
        """Show what would become of a file."""
        self.imports.show(self.folder, asked.file, self.now())

    @intention
    def leave_file(self, asked: NameFile) -> None:
        """Forget a file without writing anything of it."""
        self.imports.leave(asked.file)

    @intention
    def choose_kind(self, asked: ChooseKind) -> None:
        """Say what a file holds."""
        self.imports.decide(self.folder, asked, self.now())

    @intention
    def take_sheet(self, asked: TakeSheet) -> None:
        """Take a sheet of a workbook, or leave it aside."""
        self.imports.decide(self.folder, asked, self.now())

    @intention
    def take_hidden(self, asked: TakeHidden) -> None:
        """Take the hidden rows and columns of a workbook, or leave them aside."""
        self.imports.decide(self.folder, asked, self.now())

    @intention
    def choose_encoding(self, asked: ChooseEncoding) -> None:
        """Say how the letters of a text are written."""
        self.imports.decide(self.folder, asked, self.now())

    @intention
    def choose_column(self, asked: ChooseColumn) -> None:
        """Say what a column is for; it is remembered for files like this one once the file is imported."""
        self.imports.decide(self.folder, asked, self.now())

    @intention
    def correct_line(self, asked: CorrectLine) -> None:
        """Correct cells of a line; the file itself stays as it is."""
        self.imports.decide(self.folder, asked, self.now())

    @intention
    def take_line(self, asked: TakeLine) -> None:
        """Take one line of a file, or leave it aside."""
        self.imports.decide(self.folder, asked, self.now())

    @intention
    def answer_doubt(self, asked: AnswerDoubt) -> None:
        """Say who a doubtful line is about."""
        self.imports.decide(self.folder, asked, self.now())

    @intention
    def look_at_lines(self, asked: LookAtLines) -> None:
        """Open a group of lines, turn its pages or look for something in it."""
        self.imports.look(asked)

    @intention
    def write_file(self, asked: NameFile) -> None:
        """Import a file as its preview says."""
        visitor = None if self.visit is None else self.visit.visitor
        self.imports.write(self.folder, asked.file, self.now(), visitor or self.role.value)

    @intention
    def undo_import(self, asked: NameImport) -> None:
        """Undo an import; what was done since stays."""
        self.imports.undo(self.folder, asked.id, self.now())

    @intention
    def read_import(self, asked: NameImport) -> ImportReportText:
        """Return what became of a file, line by line, as a text to keep."""
        return self.imports.report(asked.id, self.language)

    @property
    def imports(self) -> TakesFiles:
        """Who understands files; raises ``CannotServe`` (``import-not-here``) when nobody was given."""
        if self._imports is None:
            raise CannotServe("import-not-here")
        return self._imports
