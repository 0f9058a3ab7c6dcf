"""Assign the volunteers of a workshop to its missions, in one transaction."""

from __future__ import annotations

from workshop_kit.domain.assignment import Assignments, assign_volunteers
from workshop_kit.domain.model import Assignment, AssignmentStatus
from workshop_kit.store import Repository, Store


def assign_workshop(store: Store, intention: str | None = None) -> Assignments:
    """Compute who does what, keep what people decided, and put the rest in its place.

    Assignments made by hand and accepted ones stay; declined ones stay declined and are not proposed again; the
    others are replaced.

    Parameters
    ----------
    store
        The workshop's store.
    intention
        The sender's id; sent twice, it assigns once and tells where things stand.

    """
    done: list[Assignments] = []

    def assign(repository: Repository) -> bool:
        before = repository.list_assignments()
        found = _compute(repository, tuple(one for one in before if _was_decided(one)))
        declined = tuple(one for one in before if one.status is AssignmentStatus.DECLINED)
        repository.replace_assignments(list(found.assignments + declined))
        done.append(found)
        return True

    store.perform(intention, assign)
    if done:
        return done[0]
    # the intention was performed before, so that nothing was computed this time
    return store.read(lambda repository: _compute(repository, repository.list_assignments()))


def _was_decided(assignment: Assignment) -> bool:
    return assignment.by_hand or assignment.status is not AssignmentStatus.PROPOSED


def _compute(repository: Repository, kept: tuple[Assignment, ...]) -> Assignments:
    return assign_volunteers(
        repository.list_participants(),
        repository.list_scores(),
        repository.list_missions(),
        kept,
        volunteers=repository.list_volunteers(),
    )
