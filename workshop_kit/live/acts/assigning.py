"""Assign the volunteers of a workshop to its missions, in one transaction."""

from __future__ import annotations

from workshop_kit.domain.assignment import Assignments, assign_volunteers
from workshop_kit.domain.model import Assignment, AssignmentStatus
from workshop_kit.domain.offering import list_offering
from workshop_kit.store import Repository, Store
from workshop_kit.store.persons import Persons


def assign(repository: Repository) -> Assignments:
    """Compute who does what, keep what people decided, and put the rest in its place.

    A mission is proposed only to those who offered help or said that they may be asked.

    Assignments made by hand and accepted ones stay; declined ones stay declined and are not proposed again; the
    others are replaced. What was decided on a seat that was joined to another counts as the person's and stays where
    it is.
    """
    before, persons = repository.list_assignments(), Persons(repository)
    kept = tuple(one for one in persons.list_assignments() if _was_decided(one))
    found = _compute(repository, persons, kept)
    was_kept = {(one.participant, one.mission) for one in kept}
    fresh = [one for one in found.assignments if (one.participant, one.mission) not in was_kept]
    repository.replace_assignments([*(one for one in before if _was_decided(one)), *fresh])
    return found


def assign_workshop(store: Store) -> Assignments:
    """Do ``assign`` in a transaction of its own: what a command asks for."""
    return store.perform(None, assign)


def _was_decided(assignment: Assignment) -> bool:
    return assignment.by_hand or assignment.status is not AssignmentStatus.PROPOSED


def _compute(repository: Repository, persons: Persons, kept: tuple[Assignment, ...]) -> Assignments:
    scores, volunteers = persons.list_scores(), persons.list_volunteers()
    offering = list_offering(persons.list_participants(), volunteers, scores)
    asked = [one.participant for one in offering]
    return assign_volunteers(asked, scores, repository.list_missions(), kept, volunteers=volunteers)
