"""Who is assigned to which mission, and why."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from workshop_kit.domain.model import Assignment, Reason
from workshop_kit.errors import MissingEntry
from workshop_kit.store import schema
from workshop_kit.store.missions import MISSION
from workshop_kit.store.shelf import Shelf, row_of
from workshop_kit.store.statements import given, name_values, update_where


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
        """Put this full list in the place of every assignment; noted are those whose assignments differ."""
        new = tuple(assignments)
        people, missions = self._list_keys(schema.participant), self._list_keys(schema.mission)
        for assignment in new:
            if (assignment.participant,) not in people:
                raise MissingEntry("no-participant", id=assignment.participant)
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


def _assignment_row(assignment: Assignment) -> dict[str, Any]:
    reason = assignment.reason
    return {**row_of(assignment, "reason"), "reason_code": reason.code, "reason_values": _say_values(reason.values)}


def _say_values(values: Mapping[str, Any]) -> str:
    return json.dumps(values, sort_keys=True)


def _read_assignment(row: Any) -> Assignment:
    reason = Reason(row.reason_code, json.loads(row.reason_values))
    return Assignment(row.participant, row.mission, reason, row.by_hand, row.status)
