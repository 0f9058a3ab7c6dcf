"""What may be set by hand before the rest is solved around it: never what somebody said no to themselves."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from workshop_kit.domain.assigning.locks import Lock
from workshop_kit.domain.missions import has_declined
from workshop_kit.errors import NotAllowed
from workshop_kit.store import Repository
from workshop_kit.store.persons import Persons


def refuse_declined(repository: Repository, locks: Iterable[Lock]) -> None:
    """Refuse to put anybody on a mission that they said no to themselves: it is never proposed to them again.

    Who was taken off by hand said nothing, and may be put back by hand.

    Raises
    ------
    NotAllowed
        ``mission-declined``: who said no, and to what.

    """
    persons = Persons(repository)
    said_no = {(one.participant, one.mission) for one in persons.list_assignments() if has_declined(one)}
    for lock in (one for one in locks if one.stays):
        person = persons.seats.get(lock.participant, lock.participant)
        if (person, lock.mission) in said_no:
            pseudonym = repository.find_participant(person).pseudonym
            raise NotAllowed(
                "mission-declined", pseudonym=pseudonym, mission=repository.find_mission(lock.mission).title
            )


def find_possible(repository: Repository, locks: Iterable[Lock]) -> tuple[Lock, ...]:
    """Return the locks that can still be tried, each of its person, and of two about the same pair the last.

    Left out are those whose person or mission is no more, and missions to which their person said no since.
    """
    persons, missions = Persons(repository), {one.id for one in repository.list_missions()}
    people = {one.id for one in persons.list_participants()}
    said_no = {(one.participant, one.mission) for one in persons.list_assignments() if has_declined(one)}
    found = dict[tuple[str, str], Lock]()
    for lock in locks:
        pair = persons.seats.get(lock.participant, lock.participant), lock.mission
        if pair[0] in people and lock.mission in missions and not (lock.stays and pair in said_no):
            found[pair] = replace(lock, participant=pair[0])
    return tuple(found.values())
