"""A file of ballots as the workshop would have it (*cahier de vote*): challenges, options, marks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from workshop_kit.domain.ballots import VoteKind, VoteRule
from workshop_kit.domain.model import Reason
from workshop_kit.domain.origins import FileOrigin
from workshop_kit.files.importing.report import Rejection
from workshop_kit.files.reading.values import SheetFound


class BallotFileKind(StrEnum):
    """What ``workshop-kit import`` calls a file of ballots."""

    POLIS = "polis"
    GRADES = "grades"
    VOTES = "votes"
    PABULIB = "pabulib"


@dataclass(frozen=True)
class BookChallenge:
    """A challenge as the file names it: by its ``key``, which is folded, and what it would be called if it were made.

    ``rule`` is how it would be voted on then.
    """

    key: str
    name: str
    rule: VoteRule


@dataclass(frozen=True)
class BookOption:
    """What is voted on, as the file has it.

    Attributes
    ----------
    challenge, key
        The challenge's key, and what marks name the option by within it.
    text
        What it says.
    line, sheet
        Where it stands if it has a line of its own; 0: marks alone name it.
    author
        Who wrote it, as voters are named; empty where nobody says.
    origin
        What the file calls it, by which it is known again though others say the same; ``None``: by its text.
    held
        For what it is held back from the room; empty: it is shown.
    cost
        What it costs, ``None``: nobody says.
    written_at
        When it was written, ``None``: nobody says.

    """

    challenge: str
    key: str
    text: str
    line: int = 0
    sheet: str = ""
    author: str = ""
    origin: FileOrigin | None = None
    held: str = ""
    cost: int | None = None
    written_at: datetime | None = None


@dataclass(frozen=True)
class BookMark:
    """What one voter gave one option; ``value`` as a ballot keeps it, ``None``: the voter left it blank.

    ``counted``: the number that stands there for a grade, which counts those of the challenge's own vote, if one does.
    """

    voter: str
    challenge: str
    option: str
    value: int | None
    line: int = 0
    sheet: str = ""
    written: str = ""
    counted: int | None = None


@dataclass(frozen=True)
class BallotBook:
    """All that a file of ballots says.

    Attributes
    ----------
    kind, ballots
        Which file it is, and which ballots it holds.
    apart
        Whether voters are known within one challenge alone, as numbers of a conversation are; else the same name is
        the same voter in every challenge and every file.
    challenges, options
        By what marks name them: the challenge's key; and that with the option's.
    marks
        In the order of the file, each voter's and option's once.
    rejections, notes, sheets, ignored
        As an import's report tells them.

    """

    kind: BallotFileKind
    ballots: VoteKind
    apart: bool
    challenges: Mapping[str, BookChallenge]
    options: Mapping[tuple[str, str], BookOption]
    marks: tuple[BookMark, ...]
    rejections: tuple[Rejection, ...] = ()
    notes: tuple[Reason, ...] = ()
    sheets: tuple[SheetFound, ...] = field(default=())
    ignored: tuple[str, ...] = ()
