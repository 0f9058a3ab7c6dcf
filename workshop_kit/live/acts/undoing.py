"""Steps of the assignments taken back and done again (*annuler, refaire*), within the rules."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from workshop_kit.domain.assigning.people import gather_candidates
from workshop_kit.domain.assigning.returning import Returning
from workshop_kit.domain.missions import has_declined, holds
from workshop_kit.domain.model import Assignment, AssignmentChange, AssignmentStatus, AssignmentStep
from workshop_kit.domain.seats import stand_for_assignments
from workshop_kit.errors import NotAllowed
from workshop_kit.live.acts.assigning import by_pair, read_basis
from workshop_kit.store import Repository
from workshop_kit.store.persons import Persons


def undo_step(repository: Repository) -> AssignmentStep:
    """Take the last step back; what somebody answered since stays as they said it.

    Raises ``NotAllowed`` (``nothing-to-undo``).
    """
    steps = repository.list_assignment_steps(with_changes=False)
    found = next((one for one in reversed(steps) if not one.undone), None)
    if found is None:
        raise NotAllowed("nothing-to-undo")
    step = repository.find_assignment_step(found.number)
    done = _swap(repository, [(change, change.after, change.before) for change in step.changes])
    repository.update_assignment_step(replace(step, undone=True, changes=done))
    return step


def redo_step(repository: Repository) -> AssignmentStep:
    """Do the step that was undone last again; raises ``NotAllowed`` (``nothing-to-redo``)."""
    steps = repository.list_assignment_steps(with_changes=False)
    found = next((one for one in steps if one.undone), None)
    if found is None:
        raise NotAllowed("nothing-to-redo")
    step = repository.find_assignment_step(found.number)
    done = _swap(repository, [(change, change.before, change.after) for change in step.changes])
    repository.update_assignment_step(replace(step, undone=False, changes=done))
    return step


def _swap(
    repository: Repository, changes: Sequence[tuple[AssignmentChange, Assignment | None, Assignment | None]]
) -> tuple[AssignmentChange, ...]:
    """Put rows back as they were, and nobody where they may not be any more; see ``Returning``.

    Left out are those that somebody changed since, and a mission that its person said no to. What was put back is
    returned: the step is that from then on, since what was left out is not taken back the other way either, though the
    same answer may stand there by then.
    """
    seats, now = Persons(repository).seats, by_pair(repository.list_assignments())
    returning = read_returning(repository)
    kept, left = _list_kept(changes, now, seats), set[tuple[str | None, str]]()
    done = list[AssignmentChange]()
    for change, expected, wanted in sorted(changes, key=lambda one: _rank_swap(*one[1:])):
        pair = change.participant, change.mission
        if now.get(pair) != expected:
            continue
        if wanted is not None and holds(wanted):
            came = stand_as(wanted, seats)
            if not _may_swap(returning, expected, came, more=came.participant in kept):
                continue
            returning.take(came)
        elif expected is not None and holds(expected):
            gone = stand_as(expected, seats)
            returning.leave(gone)
            left.add((gone.participant, gone.mission))
        if wanted is None:
            repository.remove_assignment(*pair)
        else:
            repository.update_assignment(wanted)
        done.append(change)
    _let_go_alone(repository, returning, left, seats)
    return tuple(done)


def read_returning(repository: Repository) -> Returning:
    """Return what rows are put back into: who is on which mission now, and what is never done."""
    basis, seats = read_basis(repository), Persons(repository).seats
    people = gather_candidates(basis.asked, basis.scores, basis.volunteers, {})
    return Returning(people, basis.missions, stand_for_assignments(filter(holds, repository.list_assignments()), seats))


def _list_kept(
    changes: Iterable[tuple[AssignmentChange, Assignment | None, Assignment | None]],
    now: Mapping[tuple[str, str], Assignment],
    seats: Mapping[str, str],
) -> set[str]:
    """Return the people who keep a mission that they would leave: they answered it since."""
    return {
        seats.get(change.participant, change.participant)
        for change, expected, wanted in changes
        if not holds(wanted) and (row := now.get((change.participant, change.mission))) != expected and holds(row)
    }


def _rank_swap(expected: Assignment | None, wanted: Assignment | None) -> int:
    """Put first who leaves, then who comes by themselves, who stays, and last who comes to go with somebody."""
    if wanted is None or not holds(wanted):
        return 0
    if holds(expected):
        return 2
    return 1 if wanted.beside is None else 3


def _may_swap(returning: Returning, expected: Assignment | None, came: Assignment, *, more: bool) -> bool:
    """Tell whether somebody may be on a mission as ``came`` says it, whose row is ``expected``."""
    if expected is not None and holds(expected):
        return came.beside is None or came.beside == expected.beside or returning.is_there(came.beside, came.mission)
    return not (expected is not None and has_declined(expected)) and returning.allows(came, more=more)


def _let_go_alone(
    repository: Repository, returning: Returning, left: Collection[tuple[str | None, str]], seats: Mapping[str, str]
) -> None:
    """Take off beginners who were to go with somebody that left, and did not answer yet."""
    for row in repository.list_assignments() if left else ():
        one = stand_as(row, seats)
        if (one.beside, one.mission) not in left or one.by_hand or one.status is not AssignmentStatus.PROPOSED:
            continue
        returning.leave(one)
        if not returning.allows(one, more=False):
            repository.remove_assignment(row.participant, row.mission)


def stand_as(row: Assignment, seats: Mapping[str, str]) -> Assignment:
    """Return a row as its person's, beside a person."""
    beside = None if row.beside is None else seats.get(row.beside, row.beside)
    return replace(row, participant=seats.get(row.participant, row.participant), beside=beside)
