"""The contract of the import page, what may be asked there: of a file that arrives, of its lines, of past imports."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, TypedDict

from workshop_kit.domain.entries import BYTES, CELL, FILE_NAME, LINE, SEARCH
from workshop_kit.live.contract.asking import Id


class ImportKind(StrEnum):
    """What a file may hold."""

    CHALLENGES = "challenges"
    STAKEHOLDERS = "stakeholders"
    VOLUNTEERS = "volunteers"
    MISSIONS = "missions"
    SCORES = "scores"
    IDEAS = "ideas"


class LineGroup(StrEnum):
    """The lines of a file by what becomes of them; what was decided here stays with the doubtful."""

    DOUBTFUL = "doubtful"
    REFUSED = "refused"
    CHANGED = "changed"
    NEW = "new"
    SAME = "same"
    LEFT = "left"


class DoubtAnswer(StrEnum):
    """What is answered to a doubt: a person of their own, one who is known, or nothing yet."""

    APART = "apart"
    SAME = "same"
    LATER = "later"


@dataclass(frozen=True)
class BeginFile:
    """A file that is about to arrive, of so many bytes; without a kind its headings tell.

    ``first`` of those put down together is the one to be shown; the others wait.
    """

    name: Annotated[str, FILE_NAME]
    size: Annotated[int, BYTES]
    kind: ImportKind | None
    first: bool


@dataclass(frozen=True)
class TakePiece:
    """The bytes of a file from one place on, in base64."""

    file: Id
    at: Annotated[int, BYTES]
    piece: str


@dataclass(frozen=True)
class NameFile:
    """One file of this page."""

    file: Id


@dataclass(frozen=True)
class ChooseKind:
    """What a file holds."""

    file: Id
    kind: ImportKind


@dataclass(frozen=True)
class TakeSheet:
    """Whether a sheet of a workbook is taken."""

    file: Id
    sheet: str
    take: bool


@dataclass(frozen=True)
class TakeHidden:
    """Whether rows and columns that the workbook hides are taken too."""

    file: Id
    take: bool


@dataclass(frozen=True)
class ChooseEncoding:
    """How the letters of a text are written; an empty text leaves it to be guessed."""

    file: Id
    encoding: str


@dataclass(frozen=True)
class ChooseColumn:
    """What a column is for: one of the kind's columns, or nothing if ``aside``; neither leaves it to be guessed."""

    file: Id
    heading: str
    column: Id | None
    aside: bool


@dataclass(frozen=True)
class CorrectLine:
    """Cells of one line as they should read: ``values`` in the order of ``columns``."""

    file: Id
    sheet: str
    line: Annotated[int, LINE]
    part: str
    columns: tuple[Id, ...]
    values: tuple[Annotated[str, CELL], ...]


@dataclass(frozen=True)
class TakeLine:
    """Whether one line is taken, or left aside."""

    file: Id
    sheet: str
    line: Annotated[int, LINE]
    part: str
    take: bool


@dataclass(frozen=True)
class AnswerDoubt:
    """Who a doubtful line is about; ``person`` is one of its candidates where the answer is that they are the same."""

    file: Id
    sheet: str
    line: Annotated[int, LINE]
    part: str
    answer: DoubtAnswer
    person: Id | None


@dataclass(frozen=True)
class LookAtLines:
    """Which group of lines is opened, from which of them on, and what is looked for in it; ``None`` closes it."""

    file: Id
    group: LineGroup | None
    at: Annotated[int, LINE]
    search: Annotated[str, SEARCH]


@dataclass(frozen=True)
class NameImport:
    """One import of the past."""

    id: Id


class FileBegun(TypedDict):
    """The id of a file that is about to arrive."""

    file: str


class PieceTaken(TypedDict):
    """How many bytes of the file are here, from its beginning on without a gap."""

    received: int


class ImportReportText(TypedDict):
    """What became of a file, as a text to keep, and a name for it."""

    name: str
    text: str
