"""Step 5: missions, who takes them and why; what the facilitator decides by hand is kept."""

from __future__ import annotations

from dataclasses import replace
from uuid import uuid4

from workshop_kit.domain.assignment import find_broken_rules
from workshop_kit.domain.model import Assignment, AssignmentStatus, Mission, Reason
from workshop_kit.domain.people import read_sector
from workshop_kit.errors import InvalidEntry
from workshop_kit.live.acts.assigning import assign
from workshop_kit.live.contract.asking import intention
from workshop_kit.live.contract.facilitator.missions import (
    AddMission,
    ChangeMission,
    MissionBookModel,
    MissionEntries,
    OnMission,
    Placed,
    RemoveMission,
)
from workshop_kit.live.contract.showing import DRAW_EVERY, shows
from workshop_kit.live.facilitator.desk import Desk
from workshop_kit.live.facilitator.mission_book import MissionBook
from workshop_kit.store import Repository
from workshop_kit.store.persons import Persons


class MissionsDesk(Desk):
    """The missions of each challenge, the assignments (*affectations*) with their reasons, and changes by hand."""

    @shows("mission", "assignment", "score", "volunteer", "participant", "challenge", "sector", pace=DRAW_EVERY)
    def missions_model(self) -> MissionBookModel:
        """Return every mission with who takes it and why; reasons are said in the language of the page."""
        return self.store.read(lambda repository: MissionBook(repository, self.translator).read())

    @intention
    def add_mission(self, repository: Repository, asked: AddMission) -> None:
        """Add a mission under a challenge; raises ``InvalidEntry`` (``unknown-sector``)."""
        challenge = repository.find_challenge(asked.challenge)
        repository.add_mission(_make_mission(repository, uuid4().hex, challenge.id, asked))

    @intention
    def change_mission(self, repository: Repository, asked: ChangeMission) -> None:
        """Change a mission; raises ``InvalidEntry`` (``unknown-sector``, or ``mission-places-taken`` for too few)."""
        before = repository.find_mission(asked.mission)
        after = _make_mission(repository, before.id, before.challenge, asked)
        there = len(_list_people_on(repository, before.id))
        if after.places < there:
            raise InvalidEntry("mission-places-taken", places=after.places, people=there)
        repository.update_mission(after)

    @intention
    def remove_mission(self, repository: Repository, asked: RemoveMission) -> None:
        """Remove a mission and free the people who were on it."""
        found = repository.find_mission(asked.mission)
        for assignment in repository.list_assignments():
            if assignment.mission == found.id:
                repository.remove_assignment(assignment.participant, found.id)
        repository.remove_mission(found.id)

    @intention
    def propose_assignments(self, repository: Repository) -> None:
        """Compute the assignments again; what was decided by hand or accepted stays."""
        assign(repository)

    @intention
    def place_by_hand(self, repository: Repository, asked: OnMission) -> Placed:
        """Put someone on a mission, away from any other; kept when the rest is computed again.

        A choice that breaks the method's rules (too little competence, no interest, no answer) is allowed, and
        marked wherever it is shown: the facilitator knows people the figures do not. A full mission is refused
        (``InvalidEntry``, ``mission-full``).
        """
        person = repository.find_participant(Persons(repository).list_seats_of(asked.participant)[0])
        found = repository.find_mission(asked.mission)
        others = [one for one in _list_people_on(repository, found.id) if one.participant != person.id]
        if len(others) >= found.places:
            raise InvalidEntry("mission-full", mission=found.title, places=found.places)
        for assignment in _list_assignments_of(repository, person.id):
            here = assignment.mission == found.id
            if assignment.participant != person.id if here else assignment.status is not AssignmentStatus.DECLINED:
                repository.remove_assignment(assignment.participant, assignment.mission)
        repository.update_assignment(Assignment(person.id, found.id, Reason("by-hand"), by_hand=True))
        scores = Persons(repository).list_scores(found.challenge)
        score = next((one for one in scores if one.participant == person.id), None)
        return {"breaks": [rule.code for rule in find_broken_rules(score, found)]}

    @intention
    def take_off(self, repository: Repository, asked: OnMission) -> None:
        """Take someone off a mission; the same pair is not proposed again."""
        for assignment in _list_assignments_of(repository, asked.participant):
            if assignment.mission == asked.mission:
                away = replace(assignment, reason=Reason("taken-off"), by_hand=True)
                repository.update_assignment(replace(away, status=AssignmentStatus.DECLINED))


def _make_mission(repository: Repository, identifier: str, challenge: str, asked: MissionEntries) -> Mission:
    sector = read_sector(asked.sector, repository.list_sectors())
    return Mission(identifier, challenge, asked.title, asked.places, asked.min_competence, sector)


def _list_assignments_of(repository: Repository, person: str) -> tuple[Assignment, ...]:
    """Return the assignments of a person as they are kept, on whichever of their seats."""
    seats = Persons(repository).list_seats_of(person)
    return tuple(one for seat in seats for one in repository.list_assignments(seat))


def _list_people_on(repository: Repository, mission: str) -> tuple[Assignment, ...]:
    """Return the assignments that stand on ``mission``: those declined or taken off have left it."""
    return tuple(
        one
        for one in Persons(repository).list_assignments()
        if one.mission == mission and one.status is not AssignmentStatus.DECLINED
    )
