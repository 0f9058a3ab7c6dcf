"""Import plan (*aperçu*): what will become of each line of a file, before anything is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from workshop_kit.domain.files import TakenFile
from workshop_kit.domain.likeness import Sameness
from workshop_kit.domain.model import Reason
from workshop_kit.files.reading.values import Choices, Place, Reading, Repair

__all__ = [
    "Candidate", "Change", "Doubt", "Fate", "ImportPlan", "Kept", "KnownImport", "Likeness", "PlannedLine", "Refusal",
    "Sameness", "Undone",
]  # fmt: skip


class Fate(StrEnum):
    """Row status (*sort*): what will become of a line; a doubtful one is not written before somebody answers."""

    NEW = "new"
    SAME = "same"
    CHANGED = "changed"
    DOUBTFUL = "doubtful"
    REFUSED = "refused"


@dataclass(frozen=True)
class Likeness:
    """Field comparison (*comparaison*): one column as the workshop has it and as the file has it.

    Of ``consent`` they are ``yes``, ``no`` or empty; ``since`` is when the yes that is known was said.
    """

    column: str
    known: str
    read: str
    verdict: Sameness
    since: datetime | None = None


@dataclass(frozen=True)
class Candidate:
    """Possible match (*ressemblant*): a person a line may be about, with the columns compared.

    ``person`` is the id that ``Choices.people`` answers with; ``place`` the earlier line of the same file that brings
    this person, ``None`` where the workshop knows them already.
    """

    person: str
    name: str
    likenesses: tuple[Likeness, ...]
    place: Place | None = None


@dataclass(frozen=True)
class Doubt:
    """Ambiguity (*doute*): why one cannot say who or what a line is about (``files.doubt.<code>``), and the answers.

    ``candidates`` may be empty where the only answers are to take the line or to leave it.
    """

    why: Reason
    candidates: tuple[Candidate, ...] = ()


@dataclass(frozen=True)
class Refusal:
    """Validation error (*refus*): the column as the file names it and by its own name, the value, and why.

    ``why`` names the catalog entry ``files.rejected.<code>``.
    """

    column: str
    key: str
    value: str
    why: Reason


@dataclass(frozen=True)
class Change:
    """Field update (*changement*): one column of a known value before and after a line, in words."""

    column: str
    before: str
    after: str


@dataclass(frozen=True)
class PlannedLine:
    """Planned row (*ligne*): one line, and what will become of it.

    Attributes
    ----------
    place, fate
        Where it stands, and what becomes of it.
    title
        What it is about, in a few words: a name, a statement.
    cells
        By column, as they will be written.
    repairs
        Cells put right on the way.
    doubt
        Why it is doubtful, or, on a line that is not, whom it might be confused with.
    refusal
        Why it is refused.
    notes
        What else whoever imports must know of it (``files.note.<code>``).
    unkept
        The columns of ``cells`` that will not be kept: contact details without a yes.
    changes
        What it changes of a value that is known, or that an earlier line brings.

    """

    place: Place
    fate: Fate
    title: str
    cells: Mapping[str, str]
    repairs: tuple[Repair, ...] = ()
    doubt: Doubt | None = None
    refusal: Refusal | None = None
    notes: tuple[Reason, ...] = ()
    unkept: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True)
class ImportPlan:
    """Dry run of an import: the file as it was read, each line with its fate, and the choices that led to it.

    ``counts`` add up to the lines read. ``notes`` (``files.note.<code>``) tell what concerns the file as a whole.
    """

    reading: Reading
    lines: tuple[PlannedLine, ...]
    choices: Choices
    notes: tuple[Reason, ...] = ()
    unusable: Reason | None = None

    @property
    def counts(self) -> Mapping[Fate, int]:
        """How many lines there are of each fate."""
        found = Counter(line.fate for line in self.lines)
        return {fate: found[fate] for fate in Fate}


@dataclass(frozen=True)
class KnownImport:
    """Import that took place (*import*); ``undoable``: something is left of what it takes to undo it."""

    taken: TakenFile
    undoable: bool


@dataclass(frozen=True)
class Kept:
    """Something that stays though an import is undone: what it is, in a few words, and why (``files.kept.<code>``)."""

    title: str
    why: Reason


@dataclass(frozen=True)
class Undone:
    """Rollback report (*annulation*): what stays and why; all else is as it was."""

    kept: tuple[Kept, ...] = ()
