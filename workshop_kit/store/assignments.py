"""Who is assigned to which mission, and why; how a fit is weighed; and the steps that can be undone and done again."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import Any, Final

from workshop_kit.domain.missions import (
    Assignment,
    AssignmentChange,
    AssignmentRule,
    AssignmentStatus,
    AssignmentStep,
    Reason,
)
from workshop_kit.errors import MissingEntry
from workshop_kit.store import schema
from workshop_kit.store.missions import MISSION
from workshop_kit.store.shelf import Noun, Shelf, row_of
from workshop_kit.store.statements import given, name_values, update_where

RULE: Final = Noun("assignment-rule", AssignmentRule, schema.assignment_rule)
#: Steps that are kept to be undone; older ones are forgotten.
STEPS_AT_MOST: Final = 50
_STEP: Final = "assignment-step"
#: What a row of a change says of an assignment in its text; whom it is about, and beside whom, stands in columns.
_APART: Final = ("participant", "mission", "beside")


class AssignmentShelf(Shelf):
    """Table data gateway of the assignments."""

    def list_assignments(self, participant: str | None = None) -> tuple[Assignment, ...]:
        """Return the assignments, of one participant if given."""
        columns = tuple(column.name for column in schema.assignment.c)
        order = ("mission", "participant")
        rows = self._rows(schema.assignment, *columns, order=order, **given(participant=participant))
        return tuple(_read_assignment(row) for row in rows)

    def update_assignment(self, assignment: Assignment) -> None:
        """Add or replace the assignment of this participant to this mission; raises ``MissingEntry``."""
        self._require_participant(assignment.participant)
        if assignment.beside is not None:
            self._require_participant(assignment.beside)
        self._require(MISSION, assignment.mission)
        self._write_pair(schema.assignment, _assignment_row(assignment))
        self._note("assignment", assignment.participant)

    def remove_assignment(self, participant: str, mission: str) -> None:
        """Take a participant off a mission; raises ``MissingEntry``."""
        if not self._is_there(schema.assignment, participant=participant, mission=mission):
            raise MissingEntry("no-assignment", id=participant)
        self._erase(schema.assignment, participant=participant, mission=mission)
        self._note("assignment", participant)

    def replace_assignments(self, assignments: Iterable[Assignment]) -> None:
        """Put this full list in the place of every assignment; noted are those whose assignments differ."""
        new = tuple(assignments)
        people, missions = self._list_keys(schema.participant), self._list_keys(schema.mission)
        for assignment in new:
            for person in (assignment.participant, assignment.beside):
                if person is not None and (person,) not in people:
                    raise MissingEntry("no-participant", id=person)
            if (assignment.mission,) not in missions:
                raise MissingEntry(f"no-{MISSION.name}", id=assignment.mission)
        rows = {(one.participant, one.mission): _assignment_row(one) for one in new}
        before = {(one.participant, one.mission): _assignment_row(one) for one in self.list_assignments()}
        self._erase(schema.assignment)
        self._add(schema.assignment, list(rows.values()))
        changed = (key for key in {**before, **rows} if before.get(key) != rows.get(key))
        self._note_many("assignment", dict.fromkeys(participant for participant, _ in changed))

    def rename_sector_in_reasons(self, spellings: Collection[str], name: str) -> None:
        """Write a sector's new name into the reasons that name it, however it was spelt there."""
        renamed, people = dict[str, str](), dict[str, None]()
        for one in self._rows(schema.assignment, "participant", "reason_values"):
            values = json.loads(one.reason_values)
            if values.get("sector", "") in spellings:
                renamed[one.reason_values] = _say_values({**values, "sector": name})
                people[one.participant] = None
        if renamed:  # of equal reasons there are as many as there are scores
            rows = [{"reason_values": new, **name_values({"reason_values": old})} for old, new in renamed.items()]
            self._alter(update_where(schema.assignment, ("reason_values",), ("reason_values",)), rows)
            self._note_many("assignment", people)

    def find_assignment_rule(self) -> AssignmentRule:
        """Return how much competence and interest weigh in a fit: the same, where nobody said."""
        return self._find(RULE) or AssignmentRule()

    def update_assignment_rule(self, rule: AssignmentRule) -> None:
        """Replace how much competence and interest weigh in a fit."""
        self._write_pair(schema.assignment_rule, {"id": 1, **row_of(rule)})
        self._note(RULE.name, RULE.name)

    def list_assignment_steps(self, *, with_changes: bool = True) -> tuple[AssignmentStep, ...]:
        """Return the steps that can be undone or done again, the oldest first; without their changes for their labels.

        Of who was erased since, and of missions that are no more, their changes say nothing; a step that changed
        nothing else is none any more.
        """
        return self._read_steps(with_changes=with_changes)

    def find_assignment_step(self, number: int) -> AssignmentStep:
        """Return the step with this number; raises ``MissingEntry``."""
        found = self._read_steps(number)
        if not found:
            raise MissingEntry("no-assignment-step", id=str(number))
        return found[0]

    def add_assignment_step(self, step: AssignmentStep) -> AssignmentStep:
        """Keep a step under a number that none had before, and return it so; raises ``MissingEntry``.

        Steps that were undone cannot be done again after it, and go; of more than ``STEPS_AT_MOST`` the oldest go.
        """
        for change in step.changes:
            for person in {change.participant, _beside(change.before), _beside(change.after)} - {None}:
                self._require_participant(str(person))
            self._require(MISSION, change.mission)
        before = self._rows(schema.assignment_step, "number", "undone", order=("number",))
        standing = [row.number for row in before if not row.undone]
        gone = {row.number for row in before if row.undone}.union(standing[: 1 - STEPS_AT_MOST])
        self._erase_all(schema.assignment_step, "number", sorted(gone))
        new = replace(step, number=before[-1].number + 1 if before else 1)
        self._add(schema.assignment_step, [_step_row(new)])
        self._add(schema.assignment_change, (_change_row(new.number, change) for change in new.changes))
        self._note(_STEP, str(new.number))
        return new

    def update_assignment_step(self, step: AssignmentStep) -> None:
        """Replace the label of the step with the same number, whether it is undone, and what it changed.

        Raises ``MissingEntry``.
        """
        if not self._is_there(schema.assignment_step, number=step.number):
            raise MissingEntry("no-assignment-step", id=str(step.number))
        self._replace(schema.assignment_step, _step_row(step), number=step.number)
        self._erase_all(schema.assignment_change, "step", [step.number])
        self._add(schema.assignment_change, (_change_row(step.number, change) for change in step.changes))
        self._note(_STEP, str(step.number))

    def _read_steps(self, number: int | None = None, *, with_changes: bool = True) -> tuple[AssignmentStep, ...]:
        changes: dict[int, list[AssignmentChange]] = {}
        if with_changes:
            names = tuple(column.name for column in schema.assignment_change.c)
            order = ("step", "mission", "participant")
            for row in self._rows(schema.assignment_change, *names, order=order, **given(step=number)):
                changes.setdefault(row.step, []).append(_read_change(row))
        columns = ("number", "code", "values", "at", "undone")
        rows = self._rows(schema.assignment_step, *columns, order=("number",), **given(number=number))
        standing = changes if with_changes else self._list_with_changes(row.number for row in rows)
        return tuple(
            AssignmentStep(
                row.number, row.code, json.loads(row.values), row.at, row.undone, tuple(changes.get(row.number, ()))
            )
            for row in rows
            if row.number in standing
        )

    def _list_with_changes(self, steps: Iterable[int]) -> set[int]:
        return {step for step in steps if self._is_there(schema.assignment_change, step=step)}


def _assignment_row(assignment: Assignment) -> dict[str, Any]:
    reason = assignment.reason
    return {**row_of(assignment, "reason"), "reason_code": reason.code, "reason_values": _say_values(reason.values)}


def _say_values(values: Mapping[str, Any]) -> str:
    return json.dumps(values, sort_keys=True)


def _read_assignment(row: Any) -> Assignment:
    return _make_assignment(row._asdict())


def _make_assignment(row: Mapping[str, Any]) -> Assignment:
    values = dict(row)
    reason = Reason(values.pop("reason_code"), json.loads(values.pop("reason_values")))
    return Assignment(reason=reason, **values)


def _step_row(step: AssignmentStep) -> dict[str, Any]:
    return {**row_of(step, "changes"), "values": _say_values(step.values)}


def _change_row(step: int, change: AssignmentChange) -> dict[str, Any]:
    return {
        "step": step,
        "participant": change.participant,
        "mission": change.mission,
        "before": _say_assignment(change.before),
        "after": _say_assignment(change.after),
        "before_beside": _beside(change.before),
        "after_beside": _beside(change.after),
    }


def _beside(assignment: Assignment | None) -> str | None:
    return None if assignment is None else assignment.beside


def _say_assignment(assignment: Assignment | None) -> str:
    """Return an assignment as a text, ``""`` for none, without whom it is about."""
    if assignment is None:
        return ""
    return _say_values({name: value for name, value in _assignment_row(assignment).items() if name not in _APART})


def _read_change(row: Any) -> AssignmentChange:
    before = _read_said(row, row.before, row.before_beside)
    return AssignmentChange(row.participant, row.mission, before, _read_said(row, row.after, row.after_beside))


def _read_said(row: Any, said: str, beside: str | None) -> Assignment | None:
    if not said:
        return None
    values = json.loads(said)
    status = AssignmentStatus(values.pop("status"))
    whom = {"participant": row.participant, "mission": row.mission, "beside": beside}
    return _make_assignment({**values, **whom, "status": status})
