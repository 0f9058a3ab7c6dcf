"""Who belongs to a sector: everything names it, so a new name is written everywhere at once."""

from __future__ import annotations

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
    named = {one.sector for one in repository.list_participants()}
    named |= {one.sector for one in repository.list_volunteers()}
    named |= {one.sector for one in repository.list_missions()}
    named |= {one.sector for one in repository.list_stakeholders()}
    named |= {str(one.reason.values.get("sector", "")) for one in repository.list_assignments()}
    spellings = sorted(name for name in named if fold_name(name) == old)
    repository.rename_in(spellings, after)
    repository.rename_sector_in_reasons(spellings, after)
