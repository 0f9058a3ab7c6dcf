"""What the import page asks of the files' floor: to read, plan, write and take back, each with a store of its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Final, Protocol, TypeVar

from workshop_kit.errors import UnreadableFile
from workshop_kit.files.columns import understand_header
from workshop_kit.files.importing import list_imports, preview_import, undo_import, write_import
from workshop_kit.files.plan import ImportPlan, KnownImport, Undone
from workshop_kit.files.read_table import BYTES_AT_MOST
from workshop_kit.files.reading import Choices
from workshop_kit.files.reading_files import read_file
from workshop_kit.files.report import ImportReport
from workshop_kit.live.contract.facilitator.imports import ImportKind
from workshop_kit.store import Store, open_store

T = TypeVar("T")

#: The note of a file whose columns were understood by what was chosen for one like it.
_REMEMBERED: Final = "layout-remembered"
#: The kinds by whose headings a table is looked for in a file of no kind yet.
_LOOKED_FOR: Final = (ImportKind.VOLUNTEERS, ImportKind.IDEAS, ImportKind.CHALLENGES)
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

    def guess_kind(self, name: str, content: bytes, chosen: ImportKind | None) -> ImportKind | None:
        """Return what a file looks like by its headings; ``None`` where they do not tell, or tell what was chosen."""

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


class Work:
    """The work as the files' floor does it."""

    bytes_at_most = BYTES_AT_MOST

    def guess_kind(self, name: str, content: bytes, chosen: ImportKind | None) -> ImportKind | None:
        """Return what a file looks like by its headings; ``None`` where they do not tell, or tell what was chosen."""
        known: dict[ImportKind, int] = {}
        for looked_for in dict.fromkeys((*(() if chosen is None else (chosen,)), *_LOOKED_FOR)):
            for kind, number in _count_headings(looked_for, name, content).items():
                known[kind] = max(number, known.get(kind, 0))
            if known:
                break
        if not known:
            return None
        best = max(known, key=lambda kind: known[kind])
        if chosen is None:
            return best
        return best if chosen not in known or known[best] - known[chosen] >= _CLEARLY else None

    def plan(self, folder: Path, kind: str, name: str, content: bytes, choices: Choices, now: datetime) -> Planned:
        """Return what would become of a file; raises ``UnreadableFile``."""
        plan = _with_store(folder, lambda store: preview_import(store, kind, name, content, choices, now=now))
        reading = plan.reading
        notes = tuple(note for note in reading.notes if note.code != _REMEMBERED)
        return Planned(replace(plan, reading=replace(reading, notes=notes)), len(notes) < len(reading.notes))

    def write(
        self, folder: Path, kind: str, name: str, content: bytes, choices: Choices, now: datetime, by: str
    ) -> ImportReport:
        """Write what can be written of a file."""
        return _with_store(folder, lambda store: write_import(store, kind, name, content, choices, now=now, by=by))

    def undo(self, folder: Path, import_id: str, now: datetime) -> Undone:
        """Put back what an import changed."""
        return _with_store(folder, lambda store: undo_import(store, import_id, now))

    def list_past(self, store: Store) -> Sequence[KnownImport]:
        """Return what was imported, the newest first."""
        return list_imports(store)


def _with_store(folder: Path, action: Callable[[Store], T]) -> T:
    """Do something with a store of its own, since another thread works with the page's."""
    store = open_store(folder)
    try:
        return action(store)
    finally:
        store.close()


def _count_headings(looked_for: ImportKind, name: str, content: bytes) -> dict[ImportKind, int]:
    """Return how many columns of each kind a file has, of the kinds that it has enough columns for."""
    try:
        reading = read_file(looked_for.value, name, content, Choices())
    except UnreadableFile:
        return {}
    headings = [one.heading for one in reading.columns]
    headers = {kind: understand_header(kind.value, headings) for kind in ImportKind}
    return {kind: len(header.places) for kind, header in headers.items() if not header.missing}
