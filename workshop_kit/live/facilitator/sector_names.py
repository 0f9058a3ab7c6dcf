"""Who belongs to a sector: everything names it, so a new name is written everywhere at once."""

from __future__ import annotations

from dataclasses import replace

from workshop_kit.domain.names import fold_name
from workshop_kit.domain.seats import stand_for_people
from workshop_kit.store import Repository
from workshop_kit.store.persons import Persons


def count_users(repository: Repository, name: str) -> int:
    """Return how many people, missions and stakeholders belong to the sector called ``name``."""
    wanted = fold_name(name)
    persons = Persons(repository)
    people = {one.id for one in persons.everybody if fold_name(one.sector) == wanted}
    people |= {one.participant for one in repository.list_volunteers() if fold_name(one.sector) == wanted}
    missions = sum(fold_name(one.sector) == wanted for one in repository.list_missions())
    bodies = sum(fold_name(one.sector) == wanted for one in repository.list_stakeholders())
    return len(stand_for_people(people, persons.seats)) + missions + bodies


def rename_sector(repository: Repository, before: str, after: str) -> None:
    """Write ``after`` wherever the sector was called ``before``, however it was spelt there."""
    old = fold_name(before)
    for person in repository.list_participants():
        if fold_name(person.sector) == old:
            repository.update_participant(replace(person, sector=after))
    offers = [one for one in repository.list_volunteers() if fold_name(one.sector) == old]
    repository.update_volunteers([replace(one, sector=after) for one in offers])
    for mission in repository.list_missions():
        if fold_name(mission.sector) == old:
            repository.update_mission(replace(mission, sector=after))
    for body in repository.list_stakeholders():
        if fold_name(body.sector) == old:
            repository.update_stakeholder(replace(body, sector=after))
    _rename_in_reasons(repository, old, after)


def _rename_in_reasons(repository: Repository, old: str, after: str) -> None:
    for assignment in repository.list_assignments():
        values = assignment.reason.values
        if fold_name(str(values.get("sector", ""))) == old:
            reason = replace(assignment.reason, values={**values, "sector": after})
            repository.update_assignment(replace(assignment, reason=reason))
