"""Reading of an organiser's file (*lecture*): sheets, columns and lines, each used or named as left aside."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from workshop_kit.domain.model import Reason


@dataclass(frozen=True, order=True)
class Place:
    """Row reference (*ligne*): a sheet by name (empty in a text file) and a line, 1 at the top.

    ``part`` tells the records of one line apart where a line holds several: in a table with one column a challenge,
    the challenge as its heading names it.
    """

    sheet: str
    line: int
    part: str = ""


@dataclass(frozen=True)
class KnownNames:
    """Known vocabulary (*noms connus*): a workshop's challenges, stakes and statements alike, and its language."""

    challenges: tuple[str, ...] = ()
    language: str = ""


@dataclass(frozen=True)
class Choices:
    """Import options (*choix*): what whoever imports decided about one file; the default decides nothing.

    Attributes
    ----------
    sheets
        The sheets to take, by name; ``None`` leaves it to the kit: every visible sheet with the headings of the kind.
    hidden
        Whether hidden rows, columns and sheets are taken too.
    columns
        What columns hold, by heading as the file writes it: a column of ``columns.COLUMNS``, or an empty text to
        leave it aside. A heading not named here is understood by the kit.
    cells
        Corrected cells by place, then by column.
    taken
        Lines that the kit would leave aside (a total, a title repeated), taken all the same.
    left
        Lines to leave aside.
    people
        Answers to doubts by place: the id of the person a line is about, or an empty text for somebody of their own.
    encoding
        The encoding of a text, one of ``tables.ENCODINGS``; an empty text leaves it to the kit.
    partly
        Whether a line is taken without a cell that is beside its point and cannot be read (an address, a number, how an
        author knows): where nobody is there to correct it, a person is not lost for it. It is told all the same.

    """

    sheets: frozenset[str] | None = None
    hidden: bool = False
    columns: Mapping[str, str] = field(default_factory=dict)
    cells: Mapping[Place, Mapping[str, str]] = field(default_factory=dict)
    taken: frozenset[Place] = frozenset()
    left: frozenset[Place] = frozenset()
    people: Mapping[Place, str] = field(default_factory=dict)
    encoding: str = ""
    partly: bool = False


@dataclass(frozen=True)
class SheetFound:
    """Worksheet (*feuille*): its name, its filled rows below the header, and whether it is taken or hidden.

    ``why`` (``files.sheet.<code>``) says why a sheet is not taken.
    """

    name: str
    rows: int
    taken: bool
    hidden: bool = False
    why: Reason | None = None


@dataclass(frozen=True)
class ColumnFound:
    """Column mapping (*colonne*): a heading as written, the column it was understood as, how many cells are filled.

    ``column`` is ``None`` where the heading was not understood, and an empty text where it was chosen to be left aside.
    ``values`` are its first few different values.
    """

    heading: str
    column: str | None
    filled: int
    values: tuple[str, ...] = ()
    sheet: str = ""
    hidden: bool = False


@dataclass(frozen=True)
class Line:
    """Record (*ligne*): the cells of one row by column, cleaned, and as the file writes them where that differs.

    ``repairs`` are cells that were put right, such as a number that a spreadsheet had cut.
    """

    place: Place
    cells: Mapping[str, str]
    repairs: tuple[Repair, ...] = ()
    hidden: bool = False


@dataclass(frozen=True)
class Repair:
    """Normalisation (*réparation*): one cell before and after, and why (``files.repair.<code>``)."""

    column: str
    before: str
    after: str
    why: Reason


@dataclass(frozen=True)
class LineLeft:
    """Skipped row (*ligne laissée*): its text in short, and why, such as a total (``files.left.<code>``)."""

    place: Place
    text: str
    why: Reason


@dataclass(frozen=True)
class Reading:
    """Parsed file (*lecture*), as it was understood: nothing of it is missing from the four lists together.

    Attributes
    ----------
    kind, file
        One of ``columns.KINDS``, and the file's name.
    sheets, columns, lines, left
        What was found, in the file's order.
    notes
        What was done with care (``files.note.<code>``): a guessed encoding, characters put right.
    missing
        Columns without which the file says nothing; where there are any, ``lines`` is empty.
    headings
        The heading that was understood as each column.

    """

    kind: str
    file: str
    sheets: tuple[SheetFound, ...]
    columns: tuple[ColumnFound, ...]
    lines: tuple[Line, ...]
    left: tuple[LineLeft, ...] = ()
    notes: tuple[Reason, ...] = ()
    missing: tuple[str, ...] = ()
    headings: Mapping[str, str] = field(default_factory=dict)

    @property
    def ignored(self) -> tuple[str, ...]:
        """The headings that are used for nothing: not understood, or chosen to be left aside."""
        return tuple(dict.fromkeys(one.heading for one in self.columns if not one.column))
