"""Assign the volunteers of a workshop to its missions, in one transaction."""

from __future__ import annotations

from workshop_kit.domain.assignment import Assignments, assign_volunteers
from workshop_kit.domain.model import Assignment, AssignmentStatus
from workshop_kit.domain.offering import list_offering
from workshop_kit.store import Repository, Store


def assign(repository: Repository) -> Assignments:
    """Compute who does what, keep what people decided, and put the rest in its place.

    A mission is proposed only to those who offered help or said that they may be asked.

    Assignments made by hand and accepted ones stay; declined ones stay declined and are not proposed again; the
    others are replaced.
    """
    before = repository.list_assignments()
    found = _compute(repository, tuple(one for one in before if _was_decided(one)))
    declined = tuple(one for one in before if one.status is AssignmentStatus.DECLINED)
    repository.replace_assignments(list(found.assignments + declined))
    return found


def assign_workshop(store: Store) -> Assignments:
    """Do ``assign`` in a transaction of its own: what a command asks for."""
    return store.perform(None, assign)


def _was_decided(assignment: Assignment) -> bool:
    return assignment.by_hand or assignment.status is not AssignmentStatus.PROPOSED


def _compute(repository: Repository, kept: tuple[Assignment, ...]) -> Assignments:
    scores, volunteers = repository.list_scores(), repository.list_volunteers()
    offering = list_offering(repository.list_participants(), volunteers, scores)
    asked = [one.participant for one in offering]
    return assign_volunteers(asked, scores, repository.list_missions(), kept, volunteers=volunteers)
