"""What became of a file, row by row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from workshop_kit.domain.model import Reason
from workshop_kit.files.importing.plan import Doubt, Fate, ImportPlan
from workshop_kit.files.reading.values import LineLeft, Repair, SheetFound
from workshop_kit.i18n import Translator


class RowRefused(Exception):
    """A row cannot be taken: its first bad column, what stood there, and the entry ``files.rejected.<code>``.

    It never leaves this package: it becomes a ``Rejection``.
    """

    def __init__(self, column: str, value: str, code: str, **values: str | int) -> None:
        super().__init__(column, value, code)
        self.column = column
        self.value = value
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
    """Something to know of one row that was taken, or was the same (``files.note.<code>``)."""

    line: int
    title: str
    reason: Reason
    sheet: str = ""


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
        say = Translator(language)
        return {
            "kind": self.kind,
            "read": self.read,
            "added": self.added,
            "unchanged": self.unchanged,
            "rejected": [
                {"line": one.line, "column": one.column, "value": one.value, "reason": _say_rejection(say, one)}
                | _name_sheet(one.sheet)
                for one in self.rejected
            ],
            "new": self.new,
            "changed": self.added - self.new,
            "doubtful": [
                {"line": one.line, "title": one.title, "reason": _say_doubt(say, one.reason)} | _name_sheet(one.sheet)
                for one in self.doubtful
            ],
            "notes": [_say_note(say, note) for note in self.notes],
            "line_notes": [
                {"line": one.line, "title": one.title, "note": _say_note(say, one.reason)} | _name_sheet(one.sheet)
                for one in self.line_notes
            ],
            "repairs": [
                {
                    "line": one.line,
                    "column": one.column,
                    "before": one.repair.before,
                    "after": one.repair.after,
                    "reason": _say(say, "files.repair", one.repair.why),
                }
                | _name_sheet(one.sheet)
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
            "left": [
                {"line": one.place.line, "text": one.text, "reason": _say(say, "files.left", one.why)}
                | _name_sheet(one.place.sheet)
                for one in self.left
            ],
            "hidden_rows": self.hidden_rows,
            "import": self.import_id,
        }

    def to_lines(self, file: str, language: str) -> tuple[str, ...]:
        """Return what to tell the facilitator about ``file``: a summary, the notes, then each row left out."""
        say = Translator(language)
        lines = [self._sum_up(say, file)]
        lines += [_say_note(say, note) for note in self.notes]
        lines += [
            say("files.noted-row", place=one.name, note=_say(say, "files.sheet", one.why))
            for one in self.sheets
            if one.why is not None
        ]
        if self.ignored_columns:
            lines.append(say("files.ignored-columns", columns=_quote(say, self.ignored_columns)))
        if self.hidden_rows:
            lines.append(say.plural("files.hidden-rows", self.hidden_rows))
        lines += [
            say("files.left-row", place=_say_place(say, one.place.line, one.place.sheet), text=one.text)
            + f" {_say(say, 'files.left', one.why)}"
            for one in self.left
        ]
        lines += [
            say(
                "files.mended-cell",
                place=_say_place(say, one.line, one.sheet),
                column=one.column,
                before=one.repair.before,
                after=one.repair.after,
            )
            + f" {_say(say, 'files.repair', one.repair.why)}"
            for one in self.mended
        ]
        lines += [
            say("files.noted-row", place=_say_place(say, one.line, one.sheet), note=_say_note(say, one.reason))
            for one in self.line_notes
        ]
        if self.doubtful:
            lines.append(say.plural("files.doubtful-count", len(self.doubtful)))
        lines += [
            say(
                "files.doubtful-row",
                place=_say_place(say, one.line, one.sheet),
                title=one.title,
                reason=_say_doubt(say, one.reason),
            )
            for one in self.doubtful
        ]
        if self.rejected and not self.unusable:
            lines.append(say.plural("files.rejected-count", len(self.rejected)))
        lines += [self._say_rejected(say, file, one) for one in self.rejected]
        return tuple(lines)

    def _say_rejected(self, say: Translator, file: str, one: Rejection) -> str:
        """Say why a row was left out, and on which sheet it stands where there are several."""
        table = f"{file}, {one.sheet}" if one.sheet and len(self.sheets) > 1 else file
        return say("files.rejected-row", file=table, line=one.line, column=one.column, reason=_say_rejection(say, one))

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


def _say_rejection(say: Translator, rejection: Rejection) -> str:
    return say(f"files.rejected.{rejection.reason.code}", value=rejection.value, **rejection.reason.values)


def _say_note(say: Translator, note: Reason) -> str:
    return _say(say, "files.note", note)


def _say_doubt(say: Translator, doubt: Reason) -> str:
    return _say(say, "files.doubt", doubt)


def _say(say: Translator, entry: str, reason: Reason, **values: str | int) -> str:
    return say(f"{entry}.{reason.code}", **{**values, **reason.values})


def _say_place(say: Translator, line: int, sheet: str) -> str:
    return say("files.place.sheet", sheet=sheet, line=line) if sheet else say("files.place", line=line)


def _quote(say: Translator, words: Iterable[str]) -> str:
    return ", ".join(say("files.quoted", word=word) for word in words)


def _name_sheet(sheet: str) -> dict[str, str]:
    return {"sheet": sheet} if sheet else {}
