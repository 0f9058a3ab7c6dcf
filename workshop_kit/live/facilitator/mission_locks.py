"""What is set by hand for a trial: who is on a mission, who never is, and whom somebody leaves by it."""

from __future__ import annotations

from collections.abc import Sequence

from workshop_kit.domain.assigning.locks import Lock
from workshop_kit.domain.model import Assignment, AssignmentStatus
from workshop_kit.errors import InvalidEntry
from workshop_kit.live.acts.assigning import was_decided
from workshop_kit.live.acts.locking import refuse_declined
from workshop_kit.live.contract.facilitator.missions import TryChange
from workshop_kit.store import Repository
from workshop_kit.store.persons import Person, Persons


def lock_tried(repository: Repository, asked: TryChange, wanted: Sequence[Lock]) -> tuple[Lock, ...]:
    """Return what is tried of somebody, the mission they leave included where it would not leave them by itself.

    Parameters
    ----------
    repository
        The open transaction.
    asked
        What is tried.
    wanted
        What is tried already.

    Raises
    ------
    MissingEntry
        ``no-participant``, ``no-mission``.
    InvalidEntry
        ``mission-full``: people decided on every place of it.
    NotAllowed
        ``mission-declined``: they said no to it themselves.

    """
    person = repository.find_participant(Persons(repository).list_seats_of(asked.participant)[0]).id
    mission = repository.find_mission(asked.mission)
    if not asked.stays:
        return (Lock(person, mission.id, stays=False),)
    refuse_declined(repository, [Lock(person, mission.id, stays=True)])
    off = {one.participant for one in wanted if one.mission == mission.id and not one.stays}
    decided = [
        one
        for one in Persons(repository).list_assignments()
        if one.mission == mission.id and one.status is not AssignmentStatus.DECLINED and was_decided(one)
    ]
    tried = {one.participant for one in wanted if one.mission == mission.id and one.stays}
    there = ({one.participant for one in decided} | tried) - off - {person}
    if len(there) >= mission.places:
        raise InvalidEntry("mission-full", mission=mission.title, places=mission.places)
    locks = [Lock(person, mission.id, stays=True)]
    leaving = None if asked.leaving is None else find_standing(repository, person, asked.leaving)
    if leaving is not None and leaving.mission != mission.id and _holds_on(repository, leaving):
        locks.append(Lock(person, leaving.mission, stays=False))
    return tuple(locks)


def _holds_on(repository: Repository, leaving: Assignment) -> bool:
    """Tell whether somebody would stay on a mission that they are moved from, or be proposed it again."""
    seats = Persons(repository)
    person = seats.seats.get(leaving.participant, leaving.participant)
    offers = (one.max_missions > 1 for one in seats.list_volunteers() if one.participant == person)
    return was_decided(leaving) or any(offers)


def find_standing(repository: Repository, person: str, mission: str) -> Assignment | None:
    """Return somebody's place on a mission on the seat that keeps it, ``None``: they have none there."""
    for one in Person(repository, person).list_assignments():
        if one.mission == mission and one.status is not AssignmentStatus.DECLINED:
            return one
    return None
