"""Go through the lines of a file and say what will become of each; writing is done with what this leaves."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, Final

from workshop_kit.domain.model import Reason
from workshop_kit.files.importing import intake, missions
from workshop_kit.files.importing.cells import check_lengths, check_letters
from workshop_kit.files.importing.changes import list_changes
from workshop_kit.files.importing.intake import Intake
from workshop_kit.files.importing.ledger import Ledger
from workshop_kit.files.importing.memory import PlanMemory
from workshop_kit.files.importing.plan import Fate, ImportPlan, PlannedLine, Refusal
from workshop_kit.files.importing.reference import Brought, Hall, name_challenges_apart
from workshop_kit.files.importing.report import RowDoubtful, RowRefused, RowWithheld
from workshop_kit.files.importing.volunteering import Volunteering
from workshop_kit.files.reading.columns import COLUMNS
from workshop_kit.files.reading.values import Choices, Line, Place, Reading
from workshop_kit.i18n import Translator
from workshop_kit.store import Repository

#: The columns that say in a few words what a line is about, by kind.
_TITLES: Final[Mapping[str, tuple[str, ...]]] = {
    "challenges": ("statement", "stake"),
    "stakeholders": ("name",),
    "volunteers": ("first_name", "name"),
    "missions": ("title",),
    "scores": ("volunteer",),
    "ideas": ("text",),
}
_TITLE_AT_MOST: Final = 80
_NONE_SETTLED: Final[Mapping[Place, PlannedLine]] = {}


@dataclass(frozen=True)
class Outcome:
    """Change set (*résultat*): a plan with the values that carry it out, and what each replaces or brings along.

    ``named`` are the seats that lines name by key, and those of the people that they bring.
    """

    plan: ImportPlan
    taken: Intake[Any] | None
    changes: tuple[tuple[Any, Any], ...]
    brought: Brought
    named: frozenset[str] = frozenset()


def plan_lines(
    repository: Repository,
    reading: Reading,
    choices: Choices,
    now: datetime,
    seats: Mapping[str, str] | None = None,
    memory: PlanMemory | None = None,
) -> Outcome:
    """Go through the lines of a reading within one state of the workshop; nothing is written.

    Parameters
    ----------
    repository
        Inside its transaction.
    reading, choices
        The file, and what whoever imports decided.
    now
        When consent and ideas without a date of their own are dated.
    seats, memory
        As ``Hall`` has them.

    """
    if reading.missing:
        unusable = _name_missing(reading)
        return Outcome(ImportPlan(reading, (), choices, unusable=unusable), None, (), Brought((), (), (), ()))
    hall = Hall(repository, now, choices, seats, memory)
    asked = tuple(line for line in reading.lines if line.place not in choices.left)
    hall.expect_sectors(line.cells.get("sector", "") for line in asked)
    if reading.kind == "volunteers":
        passage = _go_through_volunteers(asked, reading, hall, Volunteering().intake.list_stored(repository))
    else:
        taken = INTAKES[reading.kind]
        passage = _go_through_all(asked, reading, hall, taken, taken.list_stored(repository))
    _settle_fates(passage)
    _tell_changes(passage.lines, passage.taken_at, passage.ledger, repository, reading.kind)
    notes = (*passage.notes, *_count_withheld(passage.lines))
    plan = ImportPlan(reading, tuple(passage.lines), choices, notes)
    return Outcome(plan, passage.taken, tuple(passage.ledger.changes()), hall.brought, hall.named)


@dataclass
class _Passage:
    """One pass (*passage*) over the lines of a file: each as it stands, and which of them the ledger took."""

    taken: Intake[Any]
    ledger: Ledger[Any]
    lines: list[PlannedLine] = field(default_factory=list)
    taken_at: list[int] = field(default_factory=list)
    notes: tuple[Reason, ...] = ()

    @property
    def untaken(self) -> dict[Place, PlannedLine]:
        """The lines that the ledger did not take."""
        taken = set(self.taken_at)
        return {line.place: line for at, line in enumerate(self.lines) if at not in taken}


def _go_through_volunteers(
    asked: Sequence[Line], reading: Reading, hall: Hall, stored: Mapping[Hashable, Any]
) -> _Passage:
    """Go through volunteers until a further time tells nothing more of who they are.

    A later line may tell whom an earlier one is about. Were that left to the next time the file is taken in, it would
    not be the same then. Each further pass finds what that time would find: everybody, and what is stored by then.
    The values are taken in the file's order all the same, from what was stored before it.
    """

    def go(stored: Mapping[Hashable, Any], settled: Mapping[Place, PlannedLine] = _NONE_SETTLED) -> _Passage:
        volunteering = Volunteering()
        passage = _go_through_all(asked, reading, hall, volunteering.intake, stored, settled)
        passage.notes = volunteering.notes
        return passage

    first = last = go(stored)
    while any(line.fate is Fate.DOUBTFUL for line in last.lines):
        before, last = last, go(last.ledger.look_after())
        if len(last.taken_at) == len(before.taken_at):
            break
    return first if len(last.taken_at) == len(first.taken_at) else go(stored, last.untaken)


def _go_through_all(
    asked: Iterable[Line],
    reading: Reading,
    hall: Hall,
    taken: Intake[Any],
    stored: Mapping[Hashable, Any],
    settled: Mapping[Place, PlannedLine] = _NONE_SETTLED,
) -> _Passage:
    """Go through lines once; those that are ``settled`` are left as they are."""
    passage = _Passage(taken, Ledger(stored))
    for line in asked:
        if line.place in settled:
            passage.lines.append(settled[line.place])
            continue
        planned, counts = _go_through(line, reading, hall, passage.ledger, taken)
        if counts:
            passage.taken_at.append(len(passage.lines))
        passage.lines.append(planned)
    return passage


def _go_through(
    line: Line, reading: Reading, hall: Hall, ledger: Ledger[Any], taken: Intake[Any]
) -> tuple[PlannedLine, bool]:
    """Return a line as it stands, and whether the ledger took it: then its fate is said at the end."""
    cells = dict(line.cells)
    title = _title(reading.kind, cells)
    told: dict[str, Any] = {"place": line.place, "title": title, "cells": cells, "repairs": line.repairs}
    hall.begin(line.place)
    try:
        check_lengths(cells)
        check_letters(cells)
        taken.take_row(cells, hall, ledger)
    except RowRefused as refused:
        written = reading.headings.get(refused.column, refused.column)
        refusal = Refusal(written, refused.column, refused.value, refused.reason)
        return PlannedLine(fate=Fate.REFUSED, refusal=refusal, **told), False
    except RowDoubtful as doubtful:
        return PlannedLine(fate=Fate.DOUBTFUL, doubt=doubtful.doubt, **told), False
    except RowWithheld as withheld:
        return PlannedLine(fate=Fate.SAME, notes=(withheld.note,), **told), False
    noted, unkept = tuple(hall.line.notes), hall.line.unkept
    return PlannedLine(fate=Fate.SAME, doubt=hall.line.hint, notes=noted, unkept=unkept, **told), True


def _settle_fates(passage: _Passage) -> None:
    """Say of each line that was taken whether it brings, changes or repeats something."""
    lines = passage.lines
    first: dict[Hashable, Place] = {}
    for at, (key, brings, changes) in zip(passage.taken_at, passage.ledger.find_fates(), strict=True):
        line = lines[at]
        notes = line.notes
        if key in first and not brings:
            place = first[key]
            notes = (*notes, Reason("same-as-line", {"line": place.line, "sheet": place.sheet}))
        first.setdefault(key, line.place)
        fate = Fate.NEW if brings else Fate.CHANGED if changes else Fate.SAME
        lines[at] = replace(line, fate=fate, notes=notes)


def _tell_changes(
    lines: list[PlannedLine], taken_at: Iterable[int], ledger: Ledger[Any], repository: Repository, kind: str
) -> None:
    """Say of each line that was taken what it changes of what was known before it."""
    say = Translator(repository.find_workshop().language)
    challenges = name_challenges_apart(repository.list_challenges())
    for at, (_, before, value) in zip(taken_at, ledger.rows, strict=True):
        if before is not None and before != value:
            changes = tuple(list_changes(kind, before, value, challenges, say))
            lines[at] = replace(lines[at], changes=changes)


def _count_withheld(lines: Iterable[PlannedLine]) -> tuple[Reason, ...]:
    """Say how many lines are about people who asked not to be here any more."""
    withheld = sum(any(note.code in ("erased", "withdrawn") for note in line.notes) for line in lines)
    return (Reason("withheld", {"number": withheld}),) if withheld else ()


def _title(kind: str, cells: Mapping[str, str]) -> str:
    said = " ".join(cells.get(column, "") for column in _TITLES[kind][:2] if cells.get(column))
    if kind == "challenges":
        said = cells.get("statement") or cells.get("stake", "")
    said = said or cells.get("pseudonym", "") or next((text for text in cells.values() if text), "")
    return said if len(said) <= _TITLE_AT_MOST else f"{said[:_TITLE_AT_MOST]}…"


def _name_missing(reading: Reading) -> Reason:
    column = reading.missing[0]
    received = ", ".join(dict.fromkeys(one.heading for one in reading.columns if one.heading))
    french = COLUMNS[reading.kind][column][0]
    return Reason("missing-column", {"column": column, "french": french, "received": received})


INTAKES: Final[Mapping[str, Intake[Any]]] = {
    "challenges": intake.CHALLENGES,
    "stakeholders": intake.STAKEHOLDERS,
    "missions": missions.MISSIONS,
    "scores": intake.SCORES,
    "ideas": intake.IDEAS,
}
