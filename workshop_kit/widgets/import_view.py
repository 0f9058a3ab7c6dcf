"""The preview of a file in the reader's words: its sheets, columns and lines by what becomes of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, Final, Protocol

from workshop_kit.domain.model import Reason
from workshop_kit.domain.names import fold_name
from workshop_kit.files.importing.plan import Doubt, Fate, ImportPlan, KnownImport, PlannedLine
from workshop_kit.files.importing.report import ImportReport
from workshop_kit.files.reading.columns import COLUMNS
from workshop_kit.files.reading.tables import ENCODINGS
from workshop_kit.files.reading.usual import is_idle
from workshop_kit.files.reading.values import Choices, ColumnFound, LineLeft, Place, Reading
from workshop_kit.files.reading.words import understand_consent
from workshop_kit.i18n import Translator
from workshop_kit.live.contract.facilitator.imports import DoubtAnswer, ImportKind, LineGroup
from workshop_kit.live.contract.facilitator.imports_shown import (
    ImportColumn,
    ImportConsent,
    ImportDoubt,
    ImportLine,
    ImportLines,
    ImportPreview,
    ImportSheet,
    PastImport,
)
from workshop_kit.live.timer import in_ms
from workshop_kit.widgets.import_words import describe_likeness, explain

#: Lines of a group that are sent while it is not opened, and at a time once it is.
FEW: Final[Mapping[LineGroup, int]] = {
    LineGroup.DOUBTFUL: 10,
    LineGroup.REFUSED: 10,
    LineGroup.CHANGED: 3,
    LineGroup.NEW: 3,
    LineGroup.SAME: 0,
    LineGroup.LEFT: 10,
}
A_PAGE: Final = 25
#: The notes that say something was done about a text's encoding.
_OF_ENCODING: Final = frozenset({"encoding", "double-encoded", "bytes-mended", "letters-lost"})
#: Those of them that show no words by themselves.
_WITHOUT_WORDS: Final = _OF_ENCODING - {"encoding"}
#: Words of a file that show whether its encoding was guessed well.
_SAMPLE: Final = 4
#: Notes of a group's lines that are told beside its name.
_NOTES: Final = 3
_GROUP_OF: Final[Mapping[Fate, LineGroup]] = {
    Fate.NEW: LineGroup.NEW,
    Fate.SAME: LineGroup.SAME,
    Fate.CHANGED: LineGroup.CHANGED,
    Fate.DOUBTFUL: LineGroup.DOUBTFUL,
    Fate.REFUSED: LineGroup.REFUSED,
}
#: What is written of a line's fate.
_WRITTEN: Final = (Fate.NEW, Fate.CHANGED)


@dataclass(frozen=True)
class Looking:
    """Paging state: which group of lines is opened, from which of them on, and what is looked for."""

    group: LineGroup | None = None
    at: int = 0
    search: str = ""


class Reviewed(Protocol):
    """A file as it is read over; see ``import_choices.Held``."""

    id: str
    name: str
    guessed: bool
    likely: ImportKind | None
    remembered: bool
    choices: Choices
    later: frozenset[Place]
    aside: Mapping[Place, PlannedLine]
    doubts: Mapping[Place, Doubt]
    looking: Looking

    @property
    def busy(self) -> bool:
        """Whether its plan is being worked out."""


#: A line with what is known of why it was left aside: a planned one, or one that the reading left.
_Shown = PlannedLine | LineLeft


class View:
    """The read model of one file's plan.

    Parameters
    ----------
    held
        The file, and what was decided about it.
    plan
        What would become of it.
    say
        Says it in the reader's language.

    """

    def __init__(self, held: Reviewed, plan: ImportPlan, say: Translator) -> None:
        self._held = held
        self._plan = plan
        self._say = say
        self._groups = self._sort()

    def describe(self) -> ImportPreview:
        """Return the whole preview; of the lines, those that are looked at."""
        held, plan, reading = self._held, self._plan, self._plan.reading
        kind = ImportKind(reading.kind)
        written = [line for line in self._list_planned() if line.fate in _WRITTEN]
        decided = [line for line in written if line.place in held.choices.people]
        changed = [line for line in written if line.fate is Fate.CHANGED]
        doubtful = self._groups[LineGroup.DOUBTFUL]
        used = {one.column for one in reading.columns if one.column}
        return {
            "id": held.id,
            "name": held.name,
            "kind": kind,
            "guessed": held.guessed,
            "busy": held.busy,
            "read": len(self._list_planned()),
            "rows": len({(line.place.sheet, line.place.line) for line in self._list_planned()}),
            "writes": len(written),
            "decided": len(decided),
            "changes": len([line for line in changed if line not in decided]),
            "open": sum(line.place not in held.choices.people for line in doubtful),
            "touched": held.choices != Choices() or bool(held.later),
            "sheets": [self._describe_sheet(one) for one in reading.sheets],
            "hidden_lines": sum(line.hidden for line in reading.lines) + _count_hidden(reading),
            "hidden_taken": held.choices.hidden,
            "columns": describe_columns(reading, held.choices),
            "missing": list(reading.missing),
            "fields": list(COLUMNS[kind]),
            "used": [column for column in COLUMNS[kind] if column in used],
            "unusable": "" if plan.unusable is None else self._explain("files.rejected", plan.unusable),
            "notes": list(dict.fromkeys(self._explain("files.note", note) for note in (*reading.notes, *plan.notes))),
            "sample": find_sample(reading),
            "encodings": list_encodings(reading, held.choices),
            "encoding": held.choices.encoding,
            "remembered": held.remembered,
            "likely": held.likely if held.likely is not kind else None,
            "consent": _count_consent(written, reading) if kind is ImportKind.VOLUNTEERS else None,
            "groups": [self._describe_group(group) for group in LineGroup],
        }

    def _list_planned(self) -> list[PlannedLine]:
        return [line for line in self._plan.lines if line.place not in self._held.choices.left]

    def _sort(self) -> Mapping[LineGroup, list[Any]]:
        groups: dict[LineGroup, list[Any]] = defaultdict(list)
        for line in self._list_planned():
            groups[group_line(line, self._held.choices)].append(line)
        left = {one.place: one for one in self._plan.reading.left}
        by_hand = {place: line for place, line in self._held.aside.items() if place in self._held.choices.left}
        groups[LineGroup.LEFT] = [one for _, one in sorted({**left, **by_hand}.items(), key=lambda item: item[0])]
        return groups

    def _describe_group(self, group: LineGroup) -> ImportLines:
        lines: Sequence[_Shown] = self._groups[group]
        looking = self._held.looking
        repaired = sum(bool(line.repairs) for line in lines if isinstance(line, PlannedLine))
        is_open = looking.group is group
        search = looking.search if is_open else ""
        found = [line for line in lines if _matches(line, search)] if search else list(lines)
        shown: Sequence[_Shown]
        if is_open:
            at = min(looking.at, max(0, (len(found) - 1) // A_PAGE * A_PAGE))
            shown = found[at : at + A_PAGE]
        else:
            at, shown = 0, _choose_few(group, found)
        return {
            "group": group,
            "all": len(lines),
            "found": len(found),
            "at": at,
            "search": search,
            "open": is_open,
            "repaired": repaired,
            "notes": self._list_notes(lines),
            "lines": [self._describe_line(line) for line in shown],
        }

    def _list_notes(self, lines: Sequence[_Shown]) -> list[str]:
        """Return the first different notes of a group's lines."""
        noted = (note for line in lines if isinstance(line, PlannedLine) for note in _list_told(line))
        return list(dict.fromkeys(self._explain("files.note", note) for note in islice(noted, 50)))[:_NOTES]

    def _describe_line(self, line: _Shown) -> ImportLine:
        place, choices = line.place, self._held.choices
        told: ImportLine = {
            "sheet": place.sheet,
            "line": place.line,
            "part": place.part,
            "title": "",
            "cells": {},
            "unkept": [],
            "changes": [],
            "repairs": [],
            "doubt": None,
            "refusal": None,
            "notes": [],
            "why": "",
            "corrected": place in choices.cells,
            "aside": place in choices.left,
        }
        if isinstance(line, LineLeft):
            told["title"], told["why"] = line.text, self._explain("files.left", line.why)
            return told
        told["title"], told["cells"], told["unkept"] = line.title, dict(line.cells), list(line.unkept)
        told["changes"] = [{"column": one.column, "before": one.before, "after": one.after} for one in line.changes]
        told["repairs"] = [
            {
                "column": one.column,
                "before": one.before,
                "after": one.after,
                "why": self._explain("files.repair", one.why),
            }
            for one in line.repairs
        ]
        doubt = self._held.doubts.get(place, line.doubt)
        if doubt is not None:
            told["doubt"] = self._describe_doubt(place, doubt)
        if line.refusal is not None:
            refusal = line.refusal
            why = self._explain("files.rejected", refusal.why, value=refusal.value)
            told["refusal"] = {"column": refusal.key, "heading": refusal.column, "value": refusal.value, "why": why}
        told["notes"] = [self._explain("files.note", note) for note in _list_told(line)]
        return told

    def _describe_doubt(self, place: Place, doubt: Doubt) -> ImportDoubt:
        return {
            "why": self._explain("files.doubt", doubt.why),
            "answer": tell_answer(place, self._held.choices, self._held.later),
            "person": self._held.choices.people.get(place, ""),
            "candidates": [
                {
                    "person": one.person,
                    "name": one.name,
                    "sheet": "" if one.place is None else one.place.sheet,
                    "line": 0 if one.place is None else one.place.line,
                    "likenesses": [describe_likeness(like, self._say) for like in one.likenesses],
                }
                for one in doubt.candidates
            ],
        }

    def _describe_sheet(self, sheet: Any) -> ImportSheet:
        why = "" if sheet.why is None else self._explain("files.sheet", sheet.why)
        return {"name": sheet.name, "rows": sheet.rows, "taken": sheet.taken, "hidden": sheet.hidden, "why": why}

    def _explain(self, section: str, reason: Reason, **values: str | int) -> str:
        return explain(self._say, section, reason, **values)


def describe_past(
    known: KnownImport, report: ImportReport | None = None, aside: Sequence[PlannedLine] = ()
) -> PastImport:
    """Return an import of the past, with what its report says where it was made on this page."""
    taken = known.taken
    left = 0 if report is None else len(report.rejected) + len(report.doubtful) + len(report.left) + len(aside)
    return {
        "id": taken.id,
        "name": taken.file,
        "kind": ImportKind(taken.kind),
        "at": in_ms(taken.at),
        "written": taken.new + taken.changed,
        "left": left,
        "ignored": 0 if report is None else len(report.ignored_columns),
        "reported": report is not None,
        "undone": taken.undone_at is not None,
        "can_undo": known.undoable and taken.undone_at is None,
    }


def group_line(line: PlannedLine, choices: Choices) -> LineGroup:
    """Return the group of a line; one that was doubtful stays there once it was decided, to be read over."""
    if line.place in choices.people and line.fate is not Fate.REFUSED:
        return LineGroup.DOUBTFUL
    if line.fate is Fate.SAME and line.changes:  # another line of the file has the last word, or brought them
        return LineGroup.CHANGED
    return _GROUP_OF[line.fate]


def _list_told(line: PlannedLine) -> list[Reason]:
    """Return a line's notes but for what its changes show already."""
    return [note for note in line.notes if note.code != "replaced" or not line.changes]


def tell_answer(place: Place, choices: Choices, later: frozenset[Place]) -> DoubtAnswer | None:
    """Return what was answered to the doubt of a line; ``None`` where nothing was."""
    if place in later:
        return DoubtAnswer.LATER
    person = choices.people.get(place)
    if person is None:
        return None
    return DoubtAnswer.APART if person == "" else DoubtAnswer.SAME


def describe_columns(reading: Reading, choices: Choices) -> list[ImportColumn]:
    """Return the headings of a file, those of several sheets once."""
    found: dict[str, list[ColumnFound]] = defaultdict(list)
    for one in reading.columns:
        found[one.heading].append(one)
    told: list[ImportColumn] = []
    for heading, columns in found.items():
        first = columns[0]
        told.append(
            {
                "heading": heading,
                "column": first.column,
                "filled": sum(one.filled for one in columns),
                "values": list(dict.fromkeys(value for one in columns for value in one.values))[:_SAMPLE],
                "sheet": first.sheet if len(columns) == 1 else "",
                "hidden": first.hidden,
                "chosen": heading in choices.columns,
                "idle": is_idle(heading, [value for one in columns for value in one.values]),
            }
        )
    return told


def find_sample(reading: Reading) -> list[str]:
    """Return words with accents, where something was done about the encoding; they show whether it was right."""
    if not any(note.code in _WITHOUT_WORDS for note in reading.notes):
        return []
    cells = (cell for line in reading.lines for cell in line.cells.values())
    words = (word for cell in cells for word in cell.split() if not word.isascii())
    return list(dict.fromkeys(words))[:_SAMPLE]


def list_encodings(reading: Reading, choices: Choices) -> list[str]:
    """Return how else a text may be read, where its encoding was guessed or chosen."""
    return list(ENCODINGS) if choices.encoding or _is_doubtful(reading) else []


def _is_doubtful(reading: Reading) -> bool:
    return any(note.code in _OF_ENCODING for note in reading.notes)


def _count_hidden(reading: Reading) -> int:
    return sum("hidden" in one.why.code for one in reading.left)


def _count_consent(written: Sequence[PlannedLine], reading: Reading) -> ImportConsent | None:
    if not written:
        return None
    answers = [understand_consent(line.cells.get("consent", "")) for line in written]
    yes, no = answers.count(True), answers.count(False)
    dated = any(one.column == "consented_at" for one in reading.columns)
    return {"yes": yes, "no": no, "silent": len(answers) - yes - no, "dated": dated}


def _choose_few(group: LineGroup, lines: Sequence[_Shown]) -> Sequence[_Shown]:
    """Return the first lines, of the new ones those to look at: somebody alike is known, or something was put right."""
    if group is LineGroup.NEW:
        lines = sorted(lines, key=_looks_plain)
    return lines[: FEW[group]]


def _looks_plain(line: _Shown) -> int:
    if isinstance(line, LineLeft):
        return 2
    return 0 if line.doubt is not None else 2 - bool(line.repairs)


def _matches(line: _Shown, search: str) -> bool:
    wanted = fold_name(search)
    texts = (line.text,) if isinstance(line, LineLeft) else (line.title, *line.cells.values())
    return any(wanted in fold_name(text) for text in texts)
