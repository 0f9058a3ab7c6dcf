"""Step 5: missions, who takes them and why; what the facilitator decides by hand is kept."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from workshop_kit.domain.model import Assignment, AssignmentStatus, Reason
from workshop_kit.errors import InvalidEntry
from workshop_kit.live.acts.assigning import assign_workshop
from workshop_kit.live.facilitator.desk import Desk
from workshop_kit.live.facilitator.entries import new_identifier
from workshop_kit.live.facilitator.mission_book import MissionBook, find_broken_rules, make_mission, people_on
from workshop_kit.store import Repository


class MissionsDesk(Desk):
    """The missions of each challenge, the assignments (*affectations*) with their reasons, and changes by hand."""

    def missions_model(self) -> dict[str, Any]:
        """Return every mission with who takes it and why; reasons are said in the language of the page."""
        return self.store.read(lambda repository: MissionBook(repository, self.translator).read())

    def add_mission(
        self,
        *,
        challenge: str,
        title: str,
        places: object,
        min_competence: object = 0,
        sector: str = "",
        intention: str | None = None,
    ) -> dict[str, Any]:
        """Add a mission under ``challenge``; see ``change_mission`` for the ranges and what is refused."""

        def action(repository: Repository) -> dict[str, Any]:
            repository.find_challenge(challenge)
            mission = make_mission(repository, new_identifier(), challenge, title, places, min_competence, sector)
            repository.add_mission(mission)
            return {"mission": mission.id}

        return self.store.perform(intention, action)

    def change_mission(
        self,
        *,
        mission: str,
        title: str,
        places: object,
        min_competence: object = 0,
        sector: str = "",
        intention: str | None = None,
    ) -> dict[str, Any]:
        """Change a mission.

        Parameters
        ----------
        mission
            Its id.
        title
            1 to 120 characters.
        places
            1 to 99, and not fewer than the people already there.
        min_competence
            0..3.
        sector
            A sector's name, or ``""`` for anywhere.

        Raises
        ------
        InvalidEntry
            A value out of its range, an unknown sector, or fewer places than people.
        MissingEntry
            An unknown mission.

        """

        def action(repository: Repository) -> dict[str, Any]:
            before = repository.find_mission(mission)
            after = make_mission(repository, before.id, before.challenge, title, places, min_competence, sector)
            there = len(people_on(repository, before.id))
            if after.places < there:
                raise InvalidEntry("mission-places-taken", places=after.places, people=there)
            repository.update_mission(after)
            return {"mission": after.id}

        return self.store.perform(intention, action)

    def remove_mission(self, *, mission: str, intention: str | None = None) -> dict[str, Any]:
        """Remove a mission and free the people who were on it."""

        def action(repository: Repository) -> dict[str, Any]:
            found = repository.find_mission(mission)
            for assignment in repository.list_assignments():
                if assignment.mission == found.id:
                    repository.remove_assignment(assignment.participant, found.id)
            repository.remove_mission(found.id)
            return {"mission": found.id}

        return self.store.perform(intention, action)

    def propose_assignments(self, *, intention: str | None = None) -> dict[str, Any]:
        """Compute the assignments again; what was decided by hand or accepted stays."""
        assign_workshop(self.store, intention)
        return {"proposed": True}

    def place_by_hand(self, *, participant: str, mission: str, intention: str | None = None) -> dict[str, Any]:
        """Put someone on ``mission``, away from any other; kept when the rest is computed again.

        A choice that breaks the method's rules (too little competence, no interest, no answer) is allowed, and
        marked wherever it is shown: the facilitator knows people the figures do not. A full mission is refused.
        """

        def action(repository: Repository) -> dict[str, Any]:
            person = repository.find_participant(participant)
            found = repository.find_mission(mission)
            others = [one for one in people_on(repository, found.id) if one.participant != person.id]
            if len(others) >= found.places:
                raise InvalidEntry("mission-full", mission=found.title, places=found.places)
            for assignment in repository.list_assignments(person.id):
                if assignment.mission != found.id and assignment.status is not AssignmentStatus.DECLINED:
                    repository.remove_assignment(person.id, assignment.mission)
            repository.update_assignment(Assignment(person.id, found.id, Reason("by-hand"), by_hand=True))
            score = repository.find_score(person.id, found.challenge)
            return {"breaks": [rule.code for rule in find_broken_rules(score, found)]}

        return self.store.perform(intention, action)

    def take_off(self, *, participant: str, mission: str, intention: str | None = None) -> dict[str, Any]:
        """Take someone off ``mission``; the same pair is not proposed again."""

        def action(repository: Repository) -> dict[str, Any]:
            for assignment in repository.list_assignments(participant):
                if assignment.mission == mission:
                    away = replace(assignment, reason=Reason("taken-off"), by_hand=True)
                    repository.update_assignment(replace(away, status=AssignmentStatus.DECLINED))
            return {"participant": participant}

        return self.store.perform(intention, action)
