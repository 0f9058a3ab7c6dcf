"""What is asked of whoever reads files and makes panels for the lot's page; the floor above has it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol

from workshop_kit.domain.lot_lists import LotList
from workshop_kit.domain.lots import LotBasis, Quota, RelaxedBound
from workshop_kit.errors import WorkshopError
from workshop_kit.live.contract.facilitator.imports import FileBegun, PieceTaken
from workshop_kit.live.contract.facilitator.lot import BeginLotFile, TakeLotPiece


@dataclass(frozen=True)
class LotFile:
    """File of people or of quotas (*fichier déposé*) in one page's memory; nothing of it is kept anywhere else."""

    state: Literal["none", "arriving", "reading", "ready", "unreadable"] = "none"
    name: str = ""
    error: WorkshopError | None = None
    listed: LotList | None = None
    quotas: tuple[Quota, ...] = ()


@dataclass(frozen=True)
class LotWork:
    """Making of panels (*calcul*): how it stands, what would make it possible, or the id of the lot it ended in."""

    state: Literal["none", "working", "impossible", "failed", "stopped", "ready"] = "none"
    step: str = "quotas"
    share: float = 0.0
    changes: tuple[RelaxedBound, ...] = ()
    error: WorkshopError | None = None
    lot: str = ""


class DrawsLots(Protocol):
    """Files in one page's memory, and a background job that makes panels and keeps them as a lot."""

    bytes_at_most: int

    def on_change(self, callback: Callable[[], None]) -> None:
        """Call ``callback``, on the page's own loop, each time there is something new to show."""

    def begin_file(self, asked: BeginLotFile) -> FileBegun:
        """Make room for a file that is about to arrive; raises ``UnreadableFile``."""

    def take_piece(self, asked: TakeLotPiece) -> PieceTaken:
        """Take some bytes of a file; once all are here it is read."""

    def leave_file(self) -> None:
        """Forget every file."""

    @property
    def people(self) -> LotFile:
        """The file of people that was put down last."""

    @property
    def quotas(self) -> LotFile:
        """The file of quotas that was put down last."""

    @property
    def work(self) -> LotWork:
        """How the making stands."""

    def begin(self, folder: Path, basis: LotBasis, size: int, changes: Sequence[RelaxedBound], language: str) -> None:
        """Begin to make panels; asking again while some are made changes nothing."""

    def stop(self) -> None:
        """End the making at once; where none is under way nothing changes."""

    def forget(self) -> None:
        """Forget how the last making ended: what it was made of has changed."""

    def write_table(self, lines: Iterable[Sequence[str]], delimiter: str) -> str:
        """Return lines as a text that every spreadsheet opens, and none runs."""
