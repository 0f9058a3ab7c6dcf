"""Answers to missions that came on paper or by telephone: who is asked that way, and the typing in, with its trace."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from workshop_kit.domain.answer_traces import AnswerTrace
from workshop_kit.domain.missions import is_answered, is_taken_off
from workshop_kit.domain.model import Assignment, AssignmentStatus, Origin, Participant
from workshop_kit.errors import NotAllowed
from workshop_kit.live.acts.answer_marks import was_typed
from workshop_kit.live.acts.contributing import answer_mission, list_own_assignments
from workshop_kit.live.acts.speaking import has_phone
from workshop_kit.store import Repository
from workshop_kit.store.persons import Person, Persons


@dataclass(frozen=True)
class Asked:
    """Somebody to whom missions are proposed (*personne sollicitée*): the assignments, in the order of the missions.

    ``here``: they have a phone in the room, where they read the proposal and answer it.
    """

    person: Participant
    assignments: tuple[Assignment, ...]
    here: bool

    @property
    def waiting(self) -> tuple[Assignment, ...]:
        """The proposals that wait for an answer."""
        return tuple(one for one in self.assignments if not is_answered(one.status))


def list_asked(repository: Repository) -> tuple[Asked, ...]:
    """Return everybody to whom a mission is proposed, or was, by name; nobody the facilitator took off all of them."""
    persons = Persons(repository)
    order = {one.id: place for place, one in enumerate(repository.list_missions())}
    own: dict[str, list[Assignment]] = {}
    for one in persons.list_assignments():
        if one.mission in order and not is_taken_off(one):
            own.setdefault(one.participant, []).append(one)
    seats: dict[str, list[Participant]] = {}
    for seat in persons.everybody:
        seats.setdefault(persons.seats.get(seat.id, seat.id), []).append(seat)
    people = [one for one in persons.list_participants() if one.id in own]
    return tuple(
        Asked(one, tuple(sorted(own[one.id], key=lambda given: order[given.mission])), _is_here(seats[one.id]))
        for one in sorted(people, key=lambda one: one.pseudonym.casefold())
    )


def list_asked_on_paper(asked: Iterable[Asked], *, everyone: bool) -> tuple[Asked, ...]:
    """Return who has a proposal without an answer: those not in the room with a phone, or with ``everyone`` all."""
    return tuple(one for one in asked if one.waiting and (everyone or not one.here))


def type_answer(
    repository: Repository,
    participant: str,
    mission: str,
    answer: AssignmentStatus,
    now: datetime,
    *,
    said: str = "",
    another: bool = False,
) -> None:
    """Keep what somebody answered on paper or by telephone, typed in by the facilitator.

    Raises
    ------
    InvalidEntry
        ``not-your-mission``: it was not proposed to them.
    MissingEntry
        Nobody is there of that id.
    NotAllowed
        ``given-by-phone``: they answered it on a phone themselves. ``mission-taken``: see ``answer_mission``.

    """
    person = repository.find_participant(participant)
    given = next((one for one in list_own_assignments(Person(repository, person.id)) if one.mission == mission), None)
    answered = given is not None and is_answered(given.status) and not was_typed(given)
    if answered and has_phone(repository, person.id):
        raise NotAllowed("given-by-phone", pseudonym=person.pseudonym)
    answer_mission(repository, person.id, mission, answer, said=said, another=another, typed=True)
    note_answer(repository, person.id, mission, answer, now, another=another)


def note_answer(
    repository: Repository,
    participant: str,
    mission: str,
    answer: AssignmentStatus,
    now: datetime,
    *,
    another: bool = False,
    by: str = "",
) -> None:
    """Note who typed in somebody's answer, and when; ``by`` is a helper, empty: the facilitator."""
    word = "another" if another and answer is AssignmentStatus.DECLINED else answer.value
    person = Person(repository, participant).id
    repository.note_answer(AnswerTrace(person, mission, word, now, by))


def _is_here(seats: Iterable[Participant]) -> bool:
    return any(one.origin is Origin.ROOM and one.away_at is None for one in seats)
