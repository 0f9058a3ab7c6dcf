"""A mission removed, and put back with what hung on it: who was on it, their answers, what was set by hand."""

from __future__ import annotations

from dataclasses import dataclass, replace

from workshop_kit.domain.missions import holds
from workshop_kit.domain.model import Assignment, Mission
from workshop_kit.i18n import Translator
from workshop_kit.live.acts.contributing import list_who_accepted
from workshop_kit.live.acts.undoing import read_returning, stand_as
from workshop_kit.live.telling_apart import tell_apart
from workshop_kit.store import Repository
from workshop_kit.store.persons import Persons


@dataclass(frozen=True)
class Removed:
    """A mission that was removed (*mission supprimée*), and its assignments as they were kept.

    ``place`` is where it stood in the order in which missions came, ``after`` the id of the mission before it under
    its challenge, empty: it was the first. ``accepted`` are the pseudonyms of those who had said yes to it.
    """

    mission: Mission
    place: int
    after: str
    assignments: tuple[Assignment, ...]
    accepted: tuple[str, ...]


def remove_mission(repository: Repository, mission: str, say: Translator) -> Removed:
    """Remove a mission, and return what it takes to put it back; raises ``MissingEntry``."""
    found, persons = repository.find_mission(mission), Persons(repository)
    names = tell_apart(persons.list_participants(), say)
    accepted = tuple(names[one] for one in list_who_accepted(persons.list_assignments(), mission))
    rows = tuple(one for one in repository.list_assignments() if one.mission == mission)
    order = ["", *(one.id for one in repository.list_missions(found.challenge))]
    after = order[order.index(mission) - 1]
    return Removed(found, repository.remove_mission(mission), after, rows, accepted)


def put_back(repository: Repository, removed: Removed) -> None:
    """Put a mission back where it stood, with its assignments.

    Left out are those of who was erased since, and proposals to people to whom it may not be proposed any more.

    Raises
    ------
    MissingEntry
        ``no-challenge``: its challenge is there no more.
    InvalidEntry
        ``already-there``: it was put back already.

    """
    repository.add_mission(removed.mission, place=removed.place)
    returning, people = read_returning(repository), {one.id for one in repository.list_participants()}
    seats = Persons(repository).seats
    for one in sorted(removed.assignments, key=lambda row: row.beside is not None):
        came = stand_as(one, seats)
        if one.participant not in people or (holds(one) and not returning.allows(came, more=False)):
            continue
        if holds(one):
            returning.take(came)
        beside = one.beside if one.beside in people else None
        repository.update_assignment(replace(one, beside=beside))
