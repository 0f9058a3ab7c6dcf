"""Settle who is there: who left, who came back, and which seats are one person's; nothing given is changed by it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from workshop_kit.domain.model import Origin, Participant
from workshop_kit.domain.seat_traces import JOINED, PARTED, SeatTrace
from workshop_kit.domain.seats import plan_join
from workshop_kit.errors import InvalidEntry
from workshop_kit.live.acts.sitting import free_seat, seat_late
from workshop_kit.store import Repository
from workshop_kit.store.funding import count_all_again
from workshop_kit.store.persons import Person, Persons


def set_away(repository: Repository, seat: str, left_at: datetime | None) -> None:
    """Note that the person in a seat left, or with ``None`` that they are there; raises ``MissingEntry``.

    It is noted on the seat that stands for them. Who left already left when they did. Their place at the tables is
    free then; who is there after all sits as somebody who comes late.
    """
    known = repository.find_participant(seat)
    person = repository.find_participant(Persons(repository).list_seats_of(known.id)[0])
    if (person.away_at is None) is not (left_at is None):
        repository.update_participant(replace(person, away_at=left_at))
        if left_at is None:
            _sit_if_here(repository, replace(person, away_at=None))
        else:
            free_seat(repository, person.id)


def join_seats(repository: Repository, seat: str, to: str, at: datetime) -> None:
    """Have two seats count as one person's: ``to``, or whichever it was joined to, stands from then on.

    That the facilitator said so, and when, is kept.

    Raises
    ------
    InvalidEntry
        ``seat-to-itself``, or ``seats-already-one``.
    MissingEntry
        One of them is not there.

    """
    repository.find_participant(seat)
    repository.find_participant(to)
    joining, standing = plan_join(repository.list_participants(), seat, to)
    repository.update_participant(replace(repository.find_participant(joining), joined_to=standing))
    free_seat(repository, joining)
    _sit_if_here(repository, repository.find_participant(standing))
    count_all_again(repository)
    repository.note_trace(SeatTrace(JOINED, joining, standing, at))
    _show_again(repository, (one.id for one in Person(repository, joining).seats))


def part_seats(repository: Repository, seat: str, at: datetime, *, by: str = "") -> None:
    """Have a seat count by itself again; raises ``MissingEntry``, or ``InvalidEntry`` (``seat-not-joined``).

    ``by`` is the seat on whose phone it was said, empty where the facilitator said so; it is kept, and when.
    """
    joined = repository.find_participant(seat)
    if joined.joined_to is None:
        raise InvalidEntry("seat-not-joined", pseudonym=joined.pseudonym)
    were_one = [one.id for one in Person(repository, seat).seats]
    repository.update_participant(replace(joined, joined_to=None))
    count_all_again(repository)
    _sit_if_here(repository, replace(joined, joined_to=None))
    repository.note_trace(SeatTrace(PARTED, seat, joined.joined_to, at, by))
    _show_again(repository, were_one)


def part_from_others(repository: Repository, seat: str, at: datetime) -> None:
    """Have a seat be joined to no other and no other to it, since the person in it says so; the facilitator is told.

    Raises
    ------
    InvalidEntry
        ``seat-not-joined``.
    MissingEntry
        It is not there.

    """
    me = repository.find_participant(seat)
    if me.joined_to is None and not repository.list_joined(seat):
        raise InvalidEntry("seat-not-joined", pseudonym=me.pseudonym)
    for one in repository.list_joined(seat):
        part_seats(repository, one.id, at, by=seat)
    if me.joined_to is not None:
        part_seats(repository, seat, at, by=seat)
    repository.note_parting(seat)


def come_back(repository: Repository, me: Participant) -> Participant:
    """Note that somebody who acts is there, whoever said that they had left; return them as they are then.

    The seat that stands for theirs is there with them. Whoever acts on their phone speaks for themselves from then on,
    though others spoke for them while it was dead.
    """
    if me.origin is Origin.PROXY:
        me = replace(me, origin=Origin.ROOM)
        repository.update_participant(me)
    passed, seat = {me.id}, me
    while seat.joined_to is not None and seat.joined_to not in passed:
        seat = repository.find_participant(seat.joined_to)
        passed.add(seat.id)
        _be_there(repository, seat)
    return _be_there(repository, me)


def _be_there(repository: Repository, person: Participant) -> Participant:
    if person.away_at is None:
        return person
    there = replace(person, away_at=None)
    repository.update_participant(there)
    _sit_if_here(repository, there)
    return there


def _sit_if_here(repository: Repository, person: Participant) -> None:
    """Have somebody sit at a table, if people are seated and they are there: as somebody who comes late."""
    if person.origin.seated and person.away_at is None and person.joined_to is None:
        seat_late(repository, person)


def _show_again(repository: Repository, seats: Iterable[str]) -> None:
    """Have each of these phones look who is one with it, and the pages show tallies anew: they follow votes alone."""
    for seat in seats:
        repository.update_participant(repository.find_participant(seat))
        for challenge in {vote.challenge for vote in repository.list_votes(participant=seat)}:
            repository.update_challenge(repository.find_challenge(challenge))
