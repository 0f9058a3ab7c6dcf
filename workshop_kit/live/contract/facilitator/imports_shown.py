"""The contract of the import page, what is shown there: what will become of a file's lines, and what was imported."""

from __future__ import annotations

from typing import Literal, TypedDict

from workshop_kit.live.contract.facilitator.imports import DoubtAnswer, ImportKind, LineGroup


class ImportFile(TypedDict):
    """A file that was put down here: what it holds, whether that was guessed, how it stands, why it cannot be read.

    ``encodings`` are those by which its letters may be read, where they could not.
    """

    id: str
    name: str
    kind: ImportKind | None
    guessed: bool
    state: Literal["arriving", "reading", "ready", "unreadable"]
    sentence: str
    encodings: list[str]


class ImportSheet(TypedDict):
    """A sheet, its filled rows, and why it is not taken."""

    name: str
    rows: int
    taken: bool
    hidden: bool
    why: str


class ImportColumn(TypedDict):
    """A heading of the file and what it was understood as: ``None`` is unknown, an empty text was chosen to be left.

    ``idle``: it is of those that hold nothing a workshop needs, and nobody has to be asked about it.
    """

    heading: str
    column: str | None
    filled: int
    values: list[str]
    sheet: str
    hidden: bool
    chosen: bool
    idle: bool


class ImportRepair(TypedDict):
    """A cell that was put right: before, after and why."""

    column: str
    before: str
    after: str
    why: str


class ImportChange(TypedDict):
    """One column of what is known already, before a line and after it."""

    column: str
    before: str
    after: str


class ImportLikeness(TypedDict):
    """One column of two people, as the workshop has it and as the file has it; ``stays``: an empty cell changes none.

    ``known`` may be empty though there is a verdict: it was read before, and not kept.
    """

    column: str
    known: str
    read: str
    verdict: Literal["same", "other", "near", "silent", "stays"]


class ImportCandidate(TypedDict):
    """A person whom a line may be about; ``line`` is where the same file brings them, 0: the workshop knows them."""

    person: str
    name: str
    sheet: str
    line: int
    likenesses: list[ImportLikeness]


class ImportDoubt(TypedDict):
    """Why one cannot say who a line is about, and what was answered."""

    why: str
    answer: DoubtAnswer | None
    person: str
    candidates: list[ImportCandidate]


class ImportRefusal(TypedDict):
    """Why a line cannot be written: the column by its own name, as the file calls it, the value, and a sentence."""

    column: str
    heading: str
    value: str
    why: str


class ImportLine(TypedDict):
    """One line of a file: where it stands, what it is about, its cells by column, and what is to be known of it.

    ``part`` tells several records of one line apart, such as the challenges that one line scores. ``aside`` is true for
    a line that was left aside by hand, and ``corrected`` for one that was corrected here. ``unkept`` are the
    columns that will not be kept, for want of a yes.
    """

    sheet: str
    line: int
    part: str
    title: str
    cells: dict[str, str]
    unkept: list[str]
    changes: list[ImportChange]
    repairs: list[ImportRepair]
    doubt: ImportDoubt | None
    refusal: ImportRefusal | None
    notes: list[str]
    why: str
    corrected: bool
    aside: bool


class ImportLines(TypedDict):
    """Some lines of a group: how many there are, how many match what is looked for, and those from ``at`` on.

    ``notes`` are what is to be known of some of them, such as who withdrew.
    """

    group: LineGroup
    all: int
    found: int
    at: int
    search: str
    open: bool
    repaired: int
    notes: list[str]
    lines: list[ImportLine]


class ImportConsent(TypedDict):
    """How many of the people who would be written said yes, said no or said nothing, and whether the file dates it."""

    yes: int
    no: int
    silent: int
    dated: bool


class ImportPreview(TypedDict):
    """What will become of a file, before anything is written.

    Attributes
    ----------
    busy
        Whether it is being worked out anew.
    read
        The lines read: the sum of all groups but those left aside.
    rows
        The rows of the file that they stand in: one row may hold several scores.
    writes, decided, changes
        How many lines would be written, how many of them were doubtful and decided, how many change what is known.
    open
        Doubtful lines that nobody answered.
    touched
        Whether something was decided here that would be lost with the page.
    columns
        The headings of the file.
    missing
        Columns without which nothing can be read.
    fields
        All columns of the kind, in order.
    used
        Those of them that this file fills.
    unusable
        Why the file can be used for nothing, as a sentence.
    remembered
        Whether choices for files like this one were taken up.
    sample
        Words with accents, where the encoding was guessed.
    encodings, encoding
        How else the text may be read, and what was chosen.
    likely
        What the headings rather look like, where that is another kind.

    """

    id: str
    name: str
    kind: ImportKind
    guessed: bool
    busy: bool
    read: int
    rows: int
    writes: int
    decided: int
    changes: int
    open: int
    touched: bool
    sheets: list[ImportSheet]
    hidden_lines: int
    hidden_taken: bool
    columns: list[ImportColumn]
    missing: list[str]
    fields: list[str]
    used: list[str]
    unusable: str
    notes: list[str]
    sample: list[str]
    encodings: list[str]
    encoding: str
    remembered: bool
    likely: ImportKind | None
    consent: ImportConsent | None
    groups: list[ImportLines]


class PastImport(TypedDict):
    """A file that was imported: what it brought and when, in ms since 1970, and whether that can be undone.

    ``left`` are lines, ``ignored`` columns that were not taken: known, and ``reported``, on the page that imported it.
    """

    id: str
    name: str
    kind: ImportKind
    at: int
    written: int
    left: int
    ignored: int
    reported: bool
    undone: bool
    can_undo: bool


class ImportsModel(TypedDict):
    """The import page: the files put down here, the one that is read, and what was imported, the newest first.

    ``done`` is the import that was just made on this page, ``failed`` why nothing was written, ``kept`` what stays
    though it was undone, ``challenges`` what the workshop's challenges are called.
    """

    files: list[ImportFile]
    shown: ImportPreview | None
    writing: bool
    failed: str
    done: str | None
    kept: list[str]
    past: list[PastImport]
    challenges: list[str]
    bytes_at_most: int


class LastImportModel(TypedDict):
    """The last import of the people and bodies of step 2, while it can be undone."""

    last: PastImport | None
