"""What may come back when a step is taken back or done again: what is never done is not done by undoing either."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from workshop_kit.domain.assigning.people import Candidate
from workshop_kit.domain.assigning.rules import BELOW, find_barriers
from workshop_kit.domain.assigning.times import clash
from workshop_kit.domain.missions import is_answered
from workshop_kit.domain.model import Assignment, Mission


class Returning:
    """Who is on which mission while rows are put back (*places tenues*); everybody by their person's id.

    Parameters
    ----------
    people
        Those to whom a mission may be proposed.
    missions
        The missions that there are.
    standing
        The assignments that stand before anything is put back.

    """

    def __init__(
        self, people: Iterable[Candidate], missions: Iterable[Mission], standing: Iterable[Assignment]
    ) -> None:
        self._people = {one.id: one for one in people}
        self._missions = {one.id: one for one in missions}
        self._held: dict[str, set[str]] = defaultdict(set)
        self._on: dict[str, dict[str, Assignment]] = defaultdict(dict)
        for one in standing:
            self.take(one)

    def take(self, row: Assignment) -> None:
        """Count somebody as on a mission, as ``row`` says it."""
        self._held[row.participant].add(row.mission)
        self._on[row.mission][row.participant] = row

    def leave(self, row: Assignment) -> None:
        """Count somebody as off a mission."""
        self._held[row.participant].discard(row.mission)
        self._on[row.mission].pop(row.participant, None)

    def is_there(self, person: str | None, mission: str) -> bool:
        """Tell whether somebody is on a mission."""
        return person in self._on[mission]

    def allows(self, row: Assignment, *, more: bool) -> bool:
        """Tell whether somebody may come back to a mission.

        What they answered stands, and what was set by hand stands against the rules as it did before; neither comes
        back beside a mission that they have since, where both would be too many, or at the same time.

        Parameters
        ----------
        row
            How they would be on it.
        more
            They have a mission that they had not when ``row`` was made.

        """
        person, mission = self._people.get(row.participant), self._missions.get(row.mission)
        if mission is None or len(self._on[row.mission]) >= mission.places:
            return False
        asked = not is_answered(row.status)
        if (more or (asked and not row.by_hand)) and self._is_too_much(row.participant, mission):
            return False
        if not asked:
            return True
        if person is None:
            return False
        barriers = {one.code for one in find_barriers(person, mission)}
        if row.by_hand:
            return "not-offered" not in barriers
        return not barriers or (barriers == {BELOW} and self._is_taken_along(row))

    def _is_taken_along(self, row: Assignment) -> bool:
        """Tell whether whom ``row`` names to go with is on the mission, and takes nobody else along."""
        others = (one for one in self._on[row.mission].values() if one.participant != row.participant)
        return self.is_there(row.beside, row.mission) and all(one.beside != row.beside for one in others)

    def _is_too_much(self, person: str, mission: Mission) -> bool:
        """Tell whether somebody has as many missions as they take without this one, or one at the same time."""
        others = self._held[person] - {mission.id}
        known = self._people.get(person)
        if len(others) >= (1 if known is None else known.most):
            return True
        return any(clash(mission, self._missions[one]) for one in others if one in self._missions)
