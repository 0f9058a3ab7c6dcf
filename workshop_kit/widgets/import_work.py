"""What the import page asks of the files' floor: to read, plan, write and take back, each with a store of its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Final, Protocol, TypeVar

from workshop_kit.domain.candidates import Register
from workshop_kit.errors import UnreadableFile
from workshop_kit.files.importing.import_file import list_imports, name_known, preview_import, undo_import, write_import
from workshop_kit.files.importing.memory import PlanMemory
from workshop_kit.files.importing.plan import ImportPlan, KnownImport, Undone
from workshop_kit.files.importing.report import ImportReport
from workshop_kit.files.reading.kinds import count_columns
from workshop_kit.files.reading.last_reading import LastReadings
from workshop_kit.files.reading.tables import BYTES_AT_MOST
from workshop_kit.files.reading.values import Choices
from workshop_kit.files.registers.telling import tell_content
from workshop_kit.live.contract.facilitator.imports import ImportKind
from workshop_kit.store import Store, open_store

T = TypeVar("T")

#: The note of a file whose columns were understood by what was chosen for one like it.
_REMEMBERED: Final = "layout-remembered"
#: By how many headings another kind must be nearer than the one that was chosen, before it is spoken of.
_CLEARLY: Final = 2


@dataclass(frozen=True)
class Planned:
    """A plan, and whether choices made for a file like this one were taken up."""

    plan: ImportPlan
    remembered: bool = False


class ImportWork(Protocol):
    """The work behind the page; whatever is told a folder may run in a thread."""

    bytes_at_most: int

    def guess_kind(
        self, folder: Path, name: str, content: bytes, chosen: ImportKind | None, encoding: str = ""
    ) -> ImportKind | None:
        """Return what a file looks like by its headings; ``None`` where they do not tell, or tell what was chosen.

        Raises ``UnreadableFile``: nobody is asked what a file holds that cannot be read.
        """

    def plan(self, folder: Path, kind: str, name: str, content: bytes, choices: Choices, now: datetime) -> Planned:
        """Return what would become of a file; raises ``UnreadableFile``."""

    def write(
        self, folder: Path, kind: str, name: str, content: bytes, choices: Choices, now: datetime, by: str
    ) -> ImportReport:
        """Write what can be written of a file."""

    def undo(self, folder: Path, import_id: str, now: datetime) -> Undone:
        """Put back what an import changed."""

    def list_past(self, store: Store) -> Sequence[KnownImport]:
        """Return what was imported, the newest first."""

    def forget(self) -> None:
        """Keep nothing of any file."""


class Work:
    """The work as the files' floor does it."""

    bytes_at_most = BYTES_AT_MOST

    def __init__(self) -> None:
        self._readings = LastReadings()
        self._memory = PlanMemory()

    def guess_kind(
        self, folder: Path, name: str, content: bytes, chosen: ImportKind | None, encoding: str = ""
    ) -> ImportKind | None:
        """Return what a file looks like by its headings; ``None`` where they do not tell, or tell what was chosen.

        Raises ``UnreadableFile``: nobody is asked what a file holds that cannot be read.
        """
        if tell_content(name, content).kind in tuple(Register):
            raise UnreadableFile("register-as-list", file=name)
        known = _with_store(folder, lambda store: store.read(name_known))
        columns = count_columns(name, content, known, encoding=encoding)
        counted = {ImportKind(kind): number for kind, number in columns.items()}
        if not counted:
            return None
        best = max(counted, key=lambda kind: counted[kind])
        if chosen is None:
            return best
        return best if chosen not in counted or counted[best] - counted[chosen] >= _CLEARLY else None

    def plan(self, folder: Path, kind: str, name: str, content: bytes, choices: Choices, now: datetime) -> Planned:
        """Return what would become of a file; raises ``UnreadableFile``."""
        plan = _with_store(
            folder,
            lambda store: preview_import(
                store, kind, name, content, choices, now=now, read=self._readings.read, memory=self._memory
            ),
        )
        reading = plan.reading
        notes = tuple(note for note in reading.notes if note.code != _REMEMBERED)
        return Planned(replace(plan, reading=replace(reading, notes=notes)), len(notes) < len(reading.notes))

    def write(
        self, folder: Path, kind: str, name: str, content: bytes, choices: Choices, now: datetime, by: str
    ) -> ImportReport:
        """Write what can be written of a file."""
        return _with_store(
            folder,
            lambda store: write_import(
                store, kind, name, content, choices, now=now, by=by, read=self._readings.read, memory=self._memory
            ),
        )

    def undo(self, folder: Path, import_id: str, now: datetime) -> Undone:
        """Put back what an import changed."""
        return _with_store(folder, lambda store: undo_import(store, import_id, now))

    def list_past(self, store: Store) -> Sequence[KnownImport]:
        """Return what was imported, the newest first."""
        return list_imports(store)

    def forget(self) -> None:
        """Keep nothing of any file."""
        self._readings.forget()
        self._memory = PlanMemory()


def _with_store(folder: Path, action: Callable[[Store], T]) -> T:
    """Do something with a store of its own, since another thread works with the page's."""
    store = open_store(folder)
    try:
        return action(store)
    finally:
        store.close()
