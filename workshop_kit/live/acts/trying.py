"""What cannot be tried of a list (*essais écartés*): a no is never asked again, no mission takes more than it wants."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from workshop_kit.domain.assigning.locks import Lock
from workshop_kit.domain.missions import is_taken_off
from workshop_kit.domain.model import INTERESTS, AssignmentStatus, Reason
from workshop_kit.domain.offering import covers
from workshop_kit.live.acts.assigning import was_decided
from workshop_kit.store import Repository
from workshop_kit.store.persons import Persons


@dataclass(frozen=True)
class TriesParted:
    """Tries from a list: what can be tried, and (line, why) of what cannot."""

    locks: tuple[Lock, ...]
    refused: tuple[tuple[int, Reason], ...]


def part_tries(repository: Repository, tries: Iterable[tuple[int, Lock]]) -> TriesParted:
    """Tell what can be tried of a list from what cannot.

    Who said no to a mission, to its challenge or to being asked, or has an interest of -2 in it, is not put on it.
    Where more people would stay on a mission than it has places, none of those of the list does: whoever wrote it says
    which of them, or gives the mission more places.

    Parameters
    ----------
    repository
        The open transaction.
    tries
        (line, what is tried), one of each person and mission at most.

    """
    known = _Known(repository)
    possible, refused = list[tuple[int, Lock]](), list[tuple[int, Reason]]()
    for line, lock in tries:
        why = known.find_no(lock) if lock.stays else None
        if why is None:
            possible.append((line, lock))
        else:
            refused.append((line, why))
    full = known.find_full([lock for _, lock in possible])
    locks = tuple(lock for _, lock in possible if lock not in full)
    refused += [(line, full[lock]) for line, lock in possible if lock in full]
    return TriesParted(locks, tuple(sorted(refused, key=lambda one: one[0])))


class _Known:
    """What people said and what was decided, by person."""

    def __init__(self, repository: Repository) -> None:
        persons = Persons(repository)
        self._missions = {one.id: one for one in repository.list_missions()}
        self._scores = {(one.participant, one.challenge): one for one in persons.list_scores()}
        self._offers = {one.participant: one for one in persons.list_volunteers()}
        self._asked = {one.id: one.may_ask for one in persons.list_participants()}
        assignments = persons.list_assignments()
        declined = [one for one in assignments if one.status is AssignmentStatus.DECLINED]
        self._declined = {(one.participant, one.mission) for one in declined if not is_taken_off(one)}
        self._decided = {
            (one.participant, one.mission)
            for one in assignments
            if one.status is not AssignmentStatus.DECLINED and was_decided(one)
        }

    def find_no(self, lock: Lock) -> Reason | None:
        """Return why somebody is not asked for a mission, ``None``: they said no to nothing."""
        mission, pair = self._missions[lock.mission], (lock.participant, lock.mission)
        if pair in self._decided:
            return None
        offer = self._offers.get(lock.participant)
        no = () if offer is None else offer.declined
        if pair in self._declined:
            return Reason("lock-declined")
        if self._asked.get(lock.participant) is False or not covers(mission.challenge, (), no):
            return Reason("lock-not-asked")
        score = self._scores.get((lock.participant, mission.challenge))
        if score is not None and score.interest == min(INTERESTS):
            return Reason("lock-refusal")
        return None

    def find_full(self, locks: Iterable[Lock]) -> dict[Lock, Reason]:
        """Return of each person who would stay beyond what a mission wants, why they do not."""
        listed = tuple(locks)
        off = {(one.participant, one.mission) for one in listed if not one.stays}
        staying = self._decided - off | {(one.participant, one.mission) for one in listed if one.stays}
        found: dict[Lock, Reason] = {}
        for lock in listed:
            mission = self._missions[lock.mission]
            stay = sum(job == mission.id for _, job in staying)
            if lock.stays and stay > mission.places and (lock.participant, lock.mission) not in self._decided:
                code = {0: "lock-full-none", 1: "lock-full-one"}.get(mission.places, "lock-full")
                found[lock] = Reason(code, {"mission": mission.title, "places": mission.places, "stay": stay})
        return found
