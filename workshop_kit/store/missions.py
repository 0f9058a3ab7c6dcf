"""The matrices' scores, the missions, and who is assigned to them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, Final

from workshop_kit.domain.model import Assignment, Mission, Reason, Score
from workshop_kit.errors import MissingEntry
from workshop_kit.store import schema
from workshop_kit.store.shelf import Noun, Shelf, row_of
from workshop_kit.store.statements import given, insert_into

SCORE: Final = Noun("score", Score, schema.score)
MISSION: Final = Noun("mission", Mission, schema.mission)


class MissionShelf(Shelf):
    """Scores, missions and assignments."""

    def list_scores(self, challenge: str | None = None, participant: str | None = None) -> tuple[Score, ...]:
        """Return the scores, of one challenge or one participant if given."""
        return self._list(SCORE, order="challenge", **given(challenge=challenge, participant=participant))

    def find_score(self, participant: str, challenge: str) -> Score | None:
        """Return one person's score on one challenge; ``None`` when nothing was answered yet."""
        return self._find(SCORE, participant=participant, challenge=challenge)

    def update_score(self, score: Score) -> None:
        """Add or replace one person's score on one challenge; raises ``MissingEntry`` when either is not there."""
        self._require_participant(score.participant)
        self._require_challenge(score.challenge)
        self._write_pair(schema.score, row_of(score))
        self._note("score", score.participant, score.challenge)

    def list_missions(self, challenge: str | None = None) -> tuple[Mission, ...]:
        """Return the missions, of one challenge if given, in the order they came."""
        return self._list(MISSION, **given(challenge=challenge))

    def find_mission(self, mission: str) -> Mission:
        """Return the mission with this id; raises ``MissingEntry``."""
        return self._get(MISSION, mission)

    def add_mission(self, mission: Mission) -> None:
        """Add a mission under a challenge; raises ``MissingEntry`` when the challenge is not there."""
        self._require_challenge(mission.challenge)
        self._insert(MISSION, row_of(mission), mission.challenge)

    def update_mission(self, mission: Mission) -> None:
        """Replace the mission with the same id; raises ``MissingEntry``."""
        self._require_challenge(mission.challenge)
        before = self.find_mission(mission.id)
        if before.challenge != mission.challenge:
            self._note("mission", mission.id, before.challenge)
        self._change(MISSION, row_of(mission), mission.challenge)

    def remove_mission(self, mission: str) -> None:
        """Remove a mission and the assignments to it; raises ``MissingEntry``."""
        found = self.find_mission(mission)
        for (participant,) in self._rows(schema.assignment, "participant", mission=mission):
            self._note("assignment", participant)
        self._delete(MISSION, mission, found.challenge)

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
        if rows:
            self._alter(insert_into(schema.assignment), list(rows.values()))
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
