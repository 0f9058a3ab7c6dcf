"""What became of a file, row by row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Protocol

from workshop_kit.domain.model import Reason
from workshop_kit.files.importing.plan import Doubt, Fate, ImportPlan
from workshop_kit.files.reading.values import LineLeft, Repair, SheetFound
from workshop_kit.i18n import Translator

#: Letters of a cell that a refusal quotes.
_SHOWN_AT_MOST: Final = 200


class RowRefused(Exception):
    """A row cannot be taken: its first bad column, what stood there, and the entry ``files.rejected.<code>``.

    It never leaves this package: it becomes a ``Rejection``.
    """

    def __init__(self, column: str, value: str, code: str, **values: str | int) -> None:
        super().__init__(column, value, code)
        self.column = column
        self.value = value if len(value) <= _SHOWN_AT_MOST else f"{value[:_SHOWN_AT_MOST]}…"
        self.reason = Reason(code, values)


class RowDoubtful(Exception):
    """A row cannot be taken before somebody says who or what it is about; it becomes a ``PlannedLine``'s doubt."""

    def __init__(self, doubt: Doubt) -> None:
        super().__init__(doubt.why.code)
        self.doubt = doubt


class RowWithheld(Exception):
    """A row is about somebody who asked not to be here any more: nothing of it is taken, and the note says so."""

    def __init__(self, note: Reason) -> None:
        super().__init__(note.code)
        self.note = note


class _Placed(Protocol):
    """What stands on one line, of a sheet where there are sheets."""

    @property
    def line(self) -> int:
        """Where it starts."""

    @property
    def sheet(self) -> str:
        """The sheet, empty in a text file."""


@dataclass(frozen=True)
class Rejection:
    """One row that was left out: where it starts, its first bad column as the file names it, and why.

    ``reason`` names the catalog entry ``files.rejected.<code>``, which says what is wrong and what to do. ``sheet`` is
    empty in a text file.
    """

    line: int
    column: str
    value: str
    reason: Reason
    sheet: str = ""


@dataclass(frozen=True)
class Doubtful:
    """One row that waits for an answer: where it starts, what it is about, and why (``files.doubt.<code>``)."""

    line: int
    title: str
    reason: Reason
    sheet: str = ""


@dataclass(frozen=True)
class LineNote:
    """Something to know of one row that was taken, or was the same (``files.<entry>.<code>``)."""

    line: int
    title: str
    reason: Reason
    sheet: str = ""
    entry: str = "note"


@dataclass(frozen=True)
class Mended:
    """One cell that was put right: its row, its column as the file names it, before and after, and why."""

    line: int
    column: str
    repair: Repair
    sheet: str = ""


@dataclass(frozen=True)
class ImportReport:
    """What became of a file.

    ``read`` rows are ``added`` (new, or changed by the file), ``unchanged``, ``doubtful`` or ``rejected``; ``new`` is
    how many of those added are new. ``unusable`` is true when a column is missing: then nothing was read, and the one
    rejection names the column. ``notes`` (``files.note.<code>``) tell what was done with care, such as contact details
    that were not kept, ``line_notes`` the same of one row, and ``mended`` each cell that was put right. ``sheets``,
    ``ignored_columns``, ``left`` and ``hidden_rows`` name what of the file was used for nothing. ``import_id`` undoes
    it, ``None``: it changed nothing. ``rows`` are the rows of the file, of which one may hold several scores.
    """

    kind: str
    read: int
    added: int
    unchanged: int
    rejected: tuple[Rejection, ...]
    notes: tuple[Reason, ...] = field(default=())
    unusable: bool = False
    new: int = 0
    doubtful: tuple[Doubtful, ...] = ()
    line_notes: tuple[LineNote, ...] = ()
    mended: tuple[Mended, ...] = ()
    sheets: tuple[SheetFound, ...] = ()
    ignored_columns: tuple[str, ...] = ()
    left: tuple[LineLeft, ...] = ()
    hidden_rows: int = 0
    import_id: str | None = None
    rows: int = 0

    def to_json(self, language: str) -> dict[str, Any]:
        """Return what ``workshop-kit import --json`` prints, the reasons said in ``language``."""
        return self._tell(Translator(language))

    def to_lines(self, file: str, language: str) -> tuple[str, ...]:
        """Return what to tell the facilitator about ``file``: a summary, the notes, then each row left out."""
        say = Translator(language)
        return tuple(self._say_lines(self._tell(say), file, say))

    def _tell(self, say: Translator) -> dict[str, Any]:
        """Return all that there is to tell, each reason as a sentence."""
        return {
            "kind": self.kind,
            "read": self.read,
            "added": self.added,
            "unchanged": self.unchanged,
            "rejected": [
                _tell_row(one, column=one.column, value=one.value, reason=_say_rejection(say, one))
                for one in self.rejected
            ],
            "new": self.new,
            "changed": self.added - self.new,
            "doubtful": [
                _tell_row(one, title=one.title, reason=_say(say, "files.doubt", one.reason)) for one in self.doubtful
            ],
            "notes": [_say(say, "files.note", note) for note in self.notes],
            "line_notes": [
                _tell_row(one, title=one.title, note=_say(say, f"files.{one.entry}", one.reason))
                for one in self.line_notes
            ],
            "repairs": [
                _tell_row(
                    one,
                    column=one.column,
                    before=one.repair.before,
                    after=one.repair.after,
                    reason=_say(say, "files.repair", one.repair.why),
                )
                for one in self.mended
            ],
            "sheets": [
                {
                    "name": one.name,
                    "rows": one.rows,
                    "taken": one.taken,
                    "hidden": one.hidden,
                    "reason": "" if one.why is None else _say(say, "files.sheet", one.why),
                }
                for one in self.sheets
            ],
            "ignored_columns": list(self.ignored_columns),
            "left": [_tell_row(one.place, text=one.text, reason=_say(say, "files.left", one.why)) for one in self.left],
            "hidden_rows": self.hidden_rows,
            "import": self.import_id,
        }

    def _say_lines(self, told: Mapping[str, Any], file: str, say: Translator) -> Iterator[str]:
        yield self._sum_up(say, file)
        yield from told["notes"]
        for one in told["sheets"]:
            if one["reason"]:
                yield say("files.noted-row", place=one["name"], note=one["reason"])
        if told["ignored_columns"]:
            yield say("files.ignored-columns", columns=_quote(say, told["ignored_columns"]))
        if told["hidden_rows"]:
            yield say.plural("files.hidden-rows", told["hidden_rows"])
        for one in told["left"]:
            yield f"{say('files.left-row', place=_say_place(say, one), text=one['text'])} {one['reason']}"
        for one in told["repairs"]:
            cell = {name: one[name] for name in ("column", "before", "after")}
            yield f"{say('files.mended-cell', place=_say_place(say, one), **cell)} {one['reason']}"
        for one in told["line_notes"]:
            yield say("files.noted-row", place=_say_place(say, one), note=one["note"])
        if told["doubtful"]:
            yield say.plural("files.doubtful-count", len(told["doubtful"]))
        for one in told["doubtful"]:
            yield say("files.doubtful-row", place=_say_place(say, one), title=one["title"], reason=one["reason"])
        if told["rejected"] and not self.unusable:
            yield say.plural("files.rejected-count", len(told["rejected"]))
        for one in told["rejected"]:
            # the sheet is named where there are several
            table = f"{file}, {one['sheet']}" if one.get("sheet") and len(self.sheets) > 1 else file
            yield say("files.rejected-row", file=table, line=one["line"], column=one["column"], reason=one["reason"])

    def _sum_up(self, say: Translator, file: str) -> str:
        counts = {"file": file, "read": self.read, "added": self.added, "unchanged": self.unchanged}
        if 0 < self.rows < self.read:
            return say("files.summary.rows", rows=self.rows, **counts)
        return say("files.summary", **counts)


def report_plan(plan: ImportPlan, import_id: str | None = None) -> ImportReport:
    """Return what became of a file, once its plan was written."""
    reading, counts = plan.reading, plan.counts
    rejected = [
        Rejection(one.place.line, one.refusal.column, one.refusal.value, one.refusal.why, one.place.sheet)
        for one in plan.lines
        if one.refusal is not None
    ]
    if plan.unusable is not None:
        rejected = [Rejection(1, str(plan.unusable.values["column"]), "", plan.unusable)]
    return ImportReport(
        kind=reading.kind,
        read=len(plan.lines),
        added=counts[Fate.NEW] + counts[Fate.CHANGED],
        unchanged=counts[Fate.SAME],
        rejected=tuple(rejected),
        notes=(*reading.notes, *plan.notes),
        unusable=plan.unusable is not None,
        new=counts[Fate.NEW],
        doubtful=tuple(
            Doubtful(one.place.line, one.title, one.doubt.why, one.place.sheet)
            for one in plan.lines
            if one.fate is Fate.DOUBTFUL and one.doubt is not None
        ),
        line_notes=tuple(_list_line_notes(plan)),
        mended=tuple(
            Mended(line.place.line, reading.headings.get(one.column, one.column), one, line.place.sheet)
            for line in plan.lines
            for one in line.repairs
            if one.column not in line.unkept  # what is not kept is not read out either
        ),
        sheets=reading.sheets,
        ignored_columns=reading.ignored,
        left=reading.left,
        hidden_rows=sum(one.why.code.startswith("hidden") for one in reading.left),
        import_id=import_id,
        rows=len({(one.place.sheet, one.place.line) for one in plan.lines}),
    )


def _list_line_notes(plan: ImportPlan) -> Iterator[LineNote]:
    for line in plan.lines:
        for note in line.notes:
            yield LineNote(line.place.line, line.title, note, line.place.sheet)
        if line.doubt is not None and line.fate is Fate.NEW:
            yield LineNote(line.place.line, line.title, line.doubt.why, line.place.sheet, "doubt")


def _say_rejection(say: Translator, rejection: Rejection) -> str:
    return say(f"files.rejected.{rejection.reason.code}", value=rejection.value, **rejection.reason.values)


def _say(say: Translator, entry: str, reason: Reason, **values: str | int) -> str:
    return say(f"{entry}.{reason.code}", **{**values, **reason.values})


def _say_place(say: Translator, row: Mapping[str, Any]) -> str:
    if "sheet" in row:
        return say("files.place.sheet", sheet=row["sheet"], line=row["line"])
    return say("files.place", line=row["line"])


def _quote(say: Translator, words: Iterable[str]) -> str:
    return ", ".join(say("files.quoted", word=word) for word in words)


def _tell_row(row: _Placed, **told: str) -> dict[str, Any]:
    """Return what is told of one row: where it stands, the rest, and its sheet where it has one."""
    return {"line": row.line, **told} | ({"sheet": row.sheet} if row.sheet else {})
