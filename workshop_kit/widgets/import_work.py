"""What the import page asks of the files' floor: reading, planning, writing and taking back, each with its own store."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol, TypeVar

from workshop_kit.files.plan import ImportPlan
from workshop_kit.files.reading import Choices
from workshop_kit.live.contract.facilitator.imports import ImportKind, PastImport
from workshop_kit.live.timer import in_ms
from workshop_kit.store import Store, open_store

T = TypeVar("T")


@dataclass(frozen=True)
class Planned:
    """A plan, whether choices made for a file like this one were taken up, and how else its text may be read."""

    plan: ImportPlan
    remembered: bool = False
    encodings: tuple[str, ...] = ()


@dataclass(frozen=True)
class Past:
    """An import of the past: what was written, left and ignored, whether it stands, and its report where it is kept."""

    id: str
    file: str
    kind: str
    at: datetime
    written: int
    left: int = 0
    ignored: int = 0
    undone: bool = False
    can_undo: bool = True
    report: str = ""


class ImportWork(Protocol):
    """The work behind the page; whatever is told a folder may run in a thread."""

    bytes_at_most: int

    def guess_kind(self, content: bytes, name: str) -> ImportKind | None:
        """Return what a file looks like by its headings, ``None`` where they do not tell."""

    def plan(self, folder: Path, kind: str, name: str, content: bytes, choices: Choices) -> Planned:
        """Return what would become of a file; raises ``UnreadableFile``."""

    def write(self, folder: Path, plan: ImportPlan, now: datetime) -> str:
        """Write a plan, and return the id of the import."""

    def undo(self, folder: Path, import_id: str, now: datetime) -> None:
        """Put back what an import changed."""

    def list_past(self, store: Store) -> Sequence[Past]:
        """Return what was imported, the newest first."""


def describe_past(past: Iterable[Past]) -> list[PastImport]:
    """Return the imports of the past as the page is told them."""
    return [
        {
            "id": one.id,
            "name": one.file,
            "kind": ImportKind(one.kind),
            "at": in_ms(one.at),
            "written": one.written,
            "left": one.left,
            "ignored": one.ignored,
            "undone": one.undone,
            "can_undo": one.can_undo and not one.undone,
        }
        for one in past
    ]


class Work:
    """The work as the files' floor does it."""

    bytes_at_most = 50_000_000

    def guess_kind(self, content: bytes, name: str) -> ImportKind | None:
        """Return what a file looks like by its headings."""
        raise NotImplementedError

    def plan(self, folder: Path, kind: str, name: str, content: bytes, choices: Choices) -> Planned:
        """Return what would become of a file."""
        raise NotImplementedError

    def write(self, folder: Path, plan: ImportPlan, now: datetime) -> str:
        """Write a plan, and return the id of the import."""
        raise NotImplementedError

    def undo(self, folder: Path, import_id: str, now: datetime) -> None:
        """Put back what an import changed."""
        raise NotImplementedError

    def list_past(self, store: Store) -> Sequence[Past]:
        """Return what was imported, the newest first."""
        return ()


def with_store(folder: Path, action: Callable[[Store], T]) -> T:
    """Do something with a store of its own, since another thread works with the page's."""
    store = open_store(folder)
    try:
        return action(store)
    finally:
        store.close()
