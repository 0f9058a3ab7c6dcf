"""The missions under the challenges."""

from __future__ import annotations

from typing import Final

from workshop_kit.domain.model import Mission
from workshop_kit.store import schema
from workshop_kit.store.shelf import Noun, Shelf, row_of
from workshop_kit.store.statements import given

MISSION: Final = Noun("mission", Mission, schema.mission)


class MissionShelf(Shelf):
    """Table data gateway of the missions."""

    def list_missions(self, challenge: str | None = None) -> tuple[Mission, ...]:
        """Return the missions, of one challenge if given, in the order they came."""
        return self._list(MISSION, **given(challenge=challenge))

    def find_mission(self, mission: str) -> Mission:
        """Return the mission with this id; raises ``MissingEntry``."""
        return self._get(MISSION, mission)

    def add_mission(self, mission: Mission, *, place: int | None = None) -> None:
        """Add a mission under a challenge; raises ``MissingEntry`` when the challenge is not there.

        It comes after the others, or to the ``place`` that it had before it was removed.
        """
        self._require_challenge(mission.challenge)
        self._insert(MISSION, row_of(mission), mission.challenge)
        if place is not None:
            self._replace(schema.mission, {"added": place}, id=mission.id)

    def update_mission(self, mission: Mission) -> None:
        """Replace the mission with the same id; raises ``MissingEntry``."""
        self._require_challenge(mission.challenge)
        before = self.find_mission(mission.id)
        if before.challenge != mission.challenge:
            self._note("mission", mission.id, before.challenge)
        self._change(MISSION, row_of(mission), mission.challenge)

    def remove_mission(self, mission: str) -> int:
        """Remove a mission and the assignments to it, and return its place; raises ``MissingEntry``."""
        found = self.find_mission(mission)
        place = int(self._rows(schema.mission, "added", id=mission)[0].added)
        freed = dict.fromkeys(row.participant for row in self._rows(schema.assignment, "participant", mission=mission))
        self._note_many("assignment", freed)
        self._delete(MISSION, mission, found.challenge)
        return place
