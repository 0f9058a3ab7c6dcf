"""Who is assigned to which mission, and why."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from workshop_kit.domain.model import Assignment, Reason
from workshop_kit.errors import MissingEntry
from workshop_kit.store import schema
from workshop_kit.store.missions import MISSION
from workshop_kit.store.shelf import Shelf, row_of
from workshop_kit.store.statements import given


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
        """Put this full list in the place of every assignment; only those whose assignments differ are noted."""
        new = tuple(assignments)
        for assignment in new:
            self._require_participant(assignment.participant)
            self._require(MISSION, assignment.mission)
        rows = {(one.participant, one.mission): _assignment_row(one) for one in new}
        before = {(one.participant, one.mission): _assignment_row(one) for one in self.list_assignments()}
        self._erase(schema.assignment)
        self._add(schema.assignment, list(rows.values()))
        for key in {**before, **rows}:
            if before.get(key) != rows.get(key):
                self._note("assignment", key[0])


def _assignment_row(assignment: Assignment) -> dict[str, Any]:
    reason = assignment.reason
    values = json.dumps(reason.values, sort_keys=True)
    return {**row_of(assignment, "reason"), "reason_code": reason.code, "reason_values": values}


def _read_assignment(row: Any) -> Assignment:
    reason = Reason(row.reason_code, json.loads(row.reason_values))
    return Assignment(row.participant, row.mission, reason, row.by_hand, row.status)
