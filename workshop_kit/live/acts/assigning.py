"""Assign the volunteers of a workshop to its missions: worked out first, shown, then written in one transaction.

Solving may take a second or more in a large workshop, and nobody waits for it in the writers' line: what it rests on is
read, solved beside, and written only if what it rests on still stands.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from typing import Final

from workshop_kit.domain.assigning.comparing import Difference, compare_assignments
from workshop_kit.domain.assigning.locks import Lock
from workshop_kit.domain.assigning.people import gather_candidates, rank_challenges
from workshop_kit.domain.assigning.rules import BELOW, find_barriers
from workshop_kit.domain.assignment import Assignments, assign_volunteers, measure_assignments
from workshop_kit.domain.missions import TAKEN_OFF, holds
from workshop_kit.domain.model import (
    Assignment,
    AssignmentChange,
    AssignmentRule,
    AssignmentStatus,
    AssignmentStep,
    Challenge,
    Mission,
    Participant,
    Reason,
    Score,
    Volunteer,
)
from workshop_kit.domain.offering import list_offering
from workshop_kit.domain.seats import hold_assignments
from workshop_kit.errors import NotAllowed
from workshop_kit.live.acts.locking import find_possible, refuse_declined
from workshop_kit.store import Repository, Store
from workshop_kit.store.persons import Persons

#: How often a command solves beside the writers' line, before it solves in it.
_TRIES: Final = 4


@dataclass(frozen=True)
class Basis:
    """What an assignment rests on (*données*): read at once, and the same as long as its ``print`` is."""

    asked: tuple[Participant, ...]
    scores: tuple[Score, ...]
    volunteers: tuple[Volunteer, ...]
    missions: tuple[Mission, ...]
    challenges: tuple[Challenge, ...]
    assignments: tuple[Assignment, ...]
    rule: AssignmentRule

    @property
    def print(self) -> str:
        """Return a digest of everything here."""
        ranks = tuple(sorted(rank_challenges(self.challenges).items()))
        parts = (self.asked, self.scores, self.volunteers, self.missions, self.assignments, ranks)
        told = "\n".join("\n".join(sorted(repr(one) for one in part)) for part in parts)
        return sha256(f"{told}\n{self.rule}".encode("utf-8", "replace")).hexdigest()

    @property
    def standing(self) -> tuple[Assignment, ...]:
        """Return the assignments but those that were declined."""
        return tuple(one for one in self.assignments if one.status is not AssignmentStatus.DECLINED)


@dataclass(frozen=True)
class Trial:
    """An assignment that was worked out and not written (*essai*).

    ``difference`` is from what stands; ``locks`` is what was tried.
    """

    print: str
    locks: tuple[Lock, ...]
    found: Assignments
    difference: Difference


def read_basis(repository: Repository) -> Basis:
    """Read what an assignment rests on: people rather than seats, of those to whom a mission may be proposed."""
    persons = Persons(repository)
    scores, volunteers = persons.list_scores(), persons.list_volunteers()
    offering = list_offering(persons.list_participants(), volunteers, scores)
    return Basis(
        tuple(one.participant for one in offering),
        tuple(scores),
        tuple(volunteers),
        repository.list_missions(),
        repository.list_challenges(),
        persons.list_assignments(),
        repository.find_assignment_rule(),
    )


def try_locks(basis: Basis, locks: Iterable[Lock] = (), tell: Callable[[float], None] | None = None) -> Trial:
    """Work out who does what with some things set by hand, and what would change; nothing is written.

    Assignments made by hand, accepted ones and those whose answer comes later stay; declined ones are not proposed
    again; the rest is solved again around them.

    Parameters
    ----------
    basis
        What is known.
    locks
        What is tried. Who stays on a mission leaves no other; who never takes one is off it.
    tell
        Called with the share, 0 to 1, that is solved.

    """
    tried = tuple(locks)
    decided = (one for one in basis.assignments if was_decided(one))
    return _solve(basis, _apply(decided, tried, basis.assignments), tried, tell)


def takes_away(difference: Difference) -> bool:
    """Tell whether somebody would leave a mission that they have: others only take places that are free."""
    return any(one.leaves for one in difference.moved)


def keep_people(basis: Basis, proposed: Trial, tell: Callable[[float], None] | None = None) -> Trial:
    """Return a proposal that moves nobody who has a mission, where it comes to as much in what counts first.

    Who has read a mission on their phone is not moved for a little more competence or interest alone: after a no, the
    place goes to somebody who is free. Where more minimums, people or places are to be had by moving people, or where
    there is nothing else to do, the proposal stays as it is.
    """
    if not takes_away(proposed.difference):
        return proposed
    kept = tuple(_list_possible(basis))
    calm = _solve(basis, kept, (), tell)
    if takes_away(calm.difference) or not calm.difference.moved:
        return proposed
    first, same = proposed.found.levels, calm.found.levels
    as_much = (first.min_places, first.people, first.places) == (same.min_places, same.people, same.places)
    return calm if as_much else proposed


def _solve(
    basis: Basis, kept: tuple[Assignment, ...], tried: tuple[Lock, ...], tell: Callable[[float], None] | None
) -> Trial:
    """Work the rest out around what is kept, and compare it with what stands."""
    people, scores, missions, rule = basis.asked, basis.scores, basis.missions, basis.rule
    offers, challenges = basis.volunteers, basis.challenges
    found = assign_volunteers(
        people,
        scores,
        missions,
        kept,
        volunteers=offers,
        challenges=challenges,
        rule=rule,
        proposed=basis.standing,
        tell=tell,
    )
    before = measure_assignments(people, scores, missions, basis.standing, volunteers=offers, rule=rule)
    levels = before, found.levels
    return Trial(basis.print, tried, found, compare_assignments(basis.standing, found.assignments, levels))


def write_trial(repository: Repository, trial: Trial, step: AssignmentStep | None) -> None:
    """Put a trial in the place of what stands, as a step that can be undone.

    Raises
    ------
    NotAllowed
        ``mission-declined``: see ``refuse_declined``. ``assignment-meanwhile``: what it rests on is not the same any
        more; it is worked out again.

    """
    refuse_declined(repository, trial.locks)
    if read_basis(repository).print != trial.print or find_possible(repository, trial.locks) != trial.locks:
        raise NotAllowed("assignment-meanwhile")
    _write(repository, trial, step)


def assign(repository: Repository) -> Assignments:
    """Compute who does what, keep what people decided, and put the rest in its place.

    A mission is proposed only to those who offered help or said that they may be asked. What was decided on a seat
    that was joined to another counts as the person's and stays where it is.
    """
    trial = try_locks(read_basis(repository))
    _write(repository, trial, None)
    return trial.found


def assign_workshop(store: Store, now: datetime | None = None) -> Assignments:
    """Work out who does what and write it, as a command asks for; ``now`` makes it a step that can be undone.

    It is solved beside the writers' line, and again if something that it rests on has changed meanwhile; after a few
    times the rest is solved in the line.
    """
    step = None if now is None else AssignmentStep(0, "proposed", {}, now, undone=False, changes=())
    for _ in range(_TRIES):
        trial = try_locks(store.read(read_basis))
        try:
            store.perform(None, lambda repository, trial=trial: write_trial(repository, trial, step))  # type: ignore[misc]
        except NotAllowed:
            continue
        return trial.found
    return store.perform(None, assign)


def compare_tries(store: Store, locks: Sequence[Lock]) -> Difference:
    """Return what some choices by hand would change; nothing is written.

    It is compared with what was proposed; where nothing was, with what would be proposed without them.

    Raises
    ------
    NotAllowed
        ``mission-declined``: see ``refuse_declined``.

    """
    store.read(lambda repository: refuse_declined(repository, locks))
    basis = store.read(read_basis)
    if not any(one.status is AssignmentStatus.PROPOSED for one in basis.standing):
        proposed = try_locks(basis).found.assignments
        no = [one for one in basis.assignments if one.status is AssignmentStatus.DECLINED]
        basis = replace(basis, assignments=(*proposed, *no))
    return try_locks(basis, locks).difference


def _list_possible(basis: Basis) -> Iterator[Assignment]:
    """Yield what people decided, and the proposals that would still be allowed one by one."""
    people = {one.id: one for one in gather_candidates(basis.asked, basis.scores, basis.volunteers, {})}
    missions = {one.id: one for one in basis.missions}
    for one in basis.assignments:
        person, mission = people.get(one.participant), missions.get(one.mission)
        if was_decided(one) or (
            person and mission and {barrier.code for barrier in find_barriers(person, mission)} <= {BELOW}
        ):
            yield one


def was_decided(assignment: Assignment) -> bool:
    """Tell whether people decided: it is not solved again."""
    return assignment.by_hand or assignment.status is not AssignmentStatus.PROPOSED


def keep_step(repository: Repository, step: AssignmentStep, act: Callable[[], object]) -> None:
    """Carry out an act on the assignments and keep what it changed, to be undone; an act without effect is no step."""
    before = by_pair(repository.list_assignments())
    act()
    after = by_pair(repository.list_assignments())
    changes = tuple(
        AssignmentChange(*pair, before.get(pair), after.get(pair))
        for pair in sorted({*before, *after})
        if before.get(pair) != after.get(pair)
    )
    if changes:
        repository.add_assignment_step(replace(step, changes=changes))


def _write(repository: Repository, trial: Trial, step: AssignmentStep | None) -> None:
    if step is None:
        _replace(repository, trial)
    else:
        keep_step(repository, step, lambda: _replace(repository, trial))


def _replace(repository: Repository, trial: Trial) -> None:
    """Write what was found; what was decided stays on the seat where it was, and what is locked is decided.

    Of two seats that were joined both may have a row of one mission: the one that counts is written, and the other
    stays as it is for the day on which they are parted, unless something was set by hand.
    """
    stored, persons = repository.list_assignments(), Persons(repository)
    locked = {(one.participant, one.mission): one for one in trial.locks}
    counted = {(one.participant, one.mission) for one in hold_assignments(stored, persons.seats)}
    decided, rows = dict[tuple[str, str], Assignment](), list[Assignment]()
    for one in stored:
        pair = persons.seats.get(one.participant, one.participant), one.mission
        if was_decided(one) and (one.participant, one.mission) in counted:
            decided[pair] = one
        elif was_decided(one) and pair not in locked:
            rows.append(one)
    by_person = {(one.participant, one.mission): one for one in trial.found.assignments}
    written = dict(decided)
    for pair, one in by_person.items():
        known = decided.get(pair)
        if known is None or not holds(known):
            written[pair] = one
        else:
            written[pair] = replace(known, beside=one.beside, by_hand=known.by_hand or pair in locked)
    for pair, lock in locked.items():
        if not lock.stays:
            written[pair] = _take_off_tried(decided.get(pair) or by_person.get(pair), lock)
    repository.replace_assignments([*rows, *written.values()])


def _apply(decided: Iterable[Assignment], locks: Sequence[Lock], every: Sequence[Assignment]) -> tuple[Assignment, ...]:
    """Return what stands once some things are set by hand."""
    kept = by_pair(decided)
    known = by_pair(every)
    for lock in locks:
        pair = lock.participant, lock.mission
        before = known.get(pair)
        if not lock.stays:
            kept[pair] = _take_off_tried(before, lock)
        elif before is not None and before.status is not AssignmentStatus.DECLINED:
            kept[pair] = replace(before, by_hand=True)
        else:
            kept[pair] = Assignment(lock.participant, lock.mission, Reason("by-hand"), by_hand=True)
    return tuple(kept.values())


def take_off(before: Assignment) -> Assignment:
    """Return that somebody is never on a mission (*retrait*); whether they had accepted is kept, for their phone.

    Who is off it already stays off it as they are: a person's own no stays their own.
    """
    if before.status is AssignmentStatus.DECLINED:
        return before
    accepted = int(before.status is AssignmentStatus.ACCEPTED)
    reason = Reason(TAKEN_OFF, {"accepted": accepted})
    return replace(before, reason=reason, by_hand=True, status=AssignmentStatus.DECLINED, beside=None)


def _take_off_tried(before: Assignment | None, lock: Lock) -> Assignment:
    return take_off(before or Assignment(lock.participant, lock.mission, Reason(TAKEN_OFF)))


def by_pair(assignments: Iterable[Assignment]) -> dict[tuple[str, str], Assignment]:
    """Return assignments by person and mission."""
    return {(one.participant, one.mission): one for one in assignments}
