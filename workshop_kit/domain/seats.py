"""Entity resolution: two seats that are the same person's count as one, and can be parted again.

Nothing of what was given is rewritten: whoever counts passes it through here first, whoever shows a phone its own does
not.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import replace
from typing import Protocol, TypeVar

from workshop_kit.domain.model import Assignment, AssignmentStatus, Idea, Origin, Participant, Score, Volunteer, Vote
from workshop_kit.errors import InvalidEntry

K = TypeVar("K", bound=Hashable)


class _Given(Protocol):
    """Something that one seat gave."""

    @property
    def participant(self) -> str:
        """Return the seat's id."""


G = TypeVar("G", bound=_Given)
#: The seat that stands for each seat, itself unless it was joined to another; those begun last come first.
Seats = Mapping[str, str]


def resolve_seats(participants: Iterable[Participant]) -> dict[str, str]:
    """Return, by id, the seat that stands for each: itself, or the last of those it was joined to.

    A seat joined to one that is not there any more stands for itself.
    """
    newest_first = sorted(participants, key=lambda one: (one.joined_at, one.id), reverse=True)
    joined = {one.id: one.joined_to for one in newest_first}
    return {one: _follow(one, joined) for one in joined}


def _follow(seat: str, joined: Mapping[str, str | None]) -> str:
    passed = [seat]
    while (after := joined[passed[-1]]) is not None and after in joined:
        if after in passed:  # joining refuses a circle; one that came in all the same has one end, whoever asks
            return min(passed[passed.index(after) :])
        passed.append(after)
    return passed[-1]


def plan_join(participants: Iterable[Participant], seat: str, to: str) -> tuple[str, str]:
    """Return which seat is to be joined to which.

    The second stands from then on; where one was joined to another before, the other is meant, so that no circle can
    come of it. Someone known from a file alone never stands for a seat of the room: then it is the other way round.

    Parameters
    ----------
    participants
        Everybody the workshop knows, both among them.
    seat, to
        The ids of the two.

    Raises
    ------
    InvalidEntry
        ``seat-to-itself``, or ``seats-already-one``.

    """
    people = {one.id: one for one in participants}
    seats = resolve_seats(people.values())
    if seat == to:
        raise InvalidEntry("seat-to-itself", pseudonym=people[seat].pseudonym)
    if seats[seat] == seats[to]:
        raise InvalidEntry("seats-already-one", pseudonym=people[seat].pseudonym, other=people[to].pseudonym)
    joining, standing = seats[seat], seats[to]
    if people[standing].origin is Origin.FILE and people[joining].origin is not Origin.FILE:
        return standing, joining
    return joining, standing


def list_persons(participants: Iterable[Participant]) -> tuple[Participant, ...]:
    """Return the seats that stand for themselves: one a person, in the order they came."""
    people = tuple(participants)
    seats = resolve_seats(people)
    return tuple(one for one in people if seats[one.id] == one.id)


def stand_for_ideas(ideas: Iterable[Idea], seats: Seats) -> tuple[Idea, ...]:
    """Return the ideas as their persons': all that both seats wrote."""
    return tuple(
        idea
        if idea.author is None or seats.get(idea.author, idea.author) == idea.author
        else replace(idea, author=seats[idea.author])
        for idea in ideas
    )


def stand_for_votes(votes: Iterable[Vote], seats: Seats) -> tuple[Vote, ...]:
    """Return the votes as their persons': in each round of a challenge only one seat's, the one that stands if any."""
    return _choose(votes, seats, lambda one: (one.challenge, one.round), lambda one: one.counts)


def stand_for_scores(scores: Iterable[Score], seats: Seats) -> tuple[Score, ...]:
    """Return the scores as their persons': on each challenge only one seat's, the one that stands if it answered."""
    return _choose(scores, seats, lambda one: one.challenge, _answers)


def stand_for_volunteers(volunteers: Iterable[Volunteer], seats: Seats) -> tuple[Volunteer, ...]:
    """Return the offers of help as their persons': only one seat's, the one that stands if it consented."""
    return _choose(volunteers, seats, lambda _: None, lambda one: one.consented_at is not None)


def stand_for_assignments(assignments: Iterable[Assignment], seats: Seats) -> tuple[Assignment, ...]:
    """Return the assignments as their persons': to each mission once, as the seat that stands answered if it did."""
    return _choose(assignments, seats, lambda one: one.mission, lambda one: one.status is not AssignmentStatus.PROPOSED)


def stand_for_people(people: Iterable[str], seats: Seats) -> frozenset[str]:
    """Return the persons behind some seats."""
    return frozenset(seats.get(one, one) for one in people)


def _answers(score: Score) -> bool:
    return score.unsure or score.competence is not None or score.interest is not None


def _choose(rows: Iterable[G], seats: Seats, about: Callable[[G], K], says: Callable[[G], bool]) -> tuple[G, ...]:
    """Keep, of what each person's seats gave about the same thing, what one seat gave, under the person's id.

    The seat that stands goes first, then the others, the last begun before; but one that says something goes before
    any that says nothing.
    """
    given = tuple(rows)
    if all(standing == seat for seat, standing in seats.items()):
        return given
    places = {seat: place for place, seat in enumerate(seats)}
    best: dict[tuple[str, K], tuple[bool, bool, int, str]] = {}
    for row in given:
        key, rank = _place(row, seats, places, about, says)
        best[key] = min(rank, best.get(key, rank))
    return tuple(
        _pass_on(row, key[0])
        for row in given
        for key, _ in (_place(row, seats, places, about, says),)
        if best[key][-1] == row.participant
    )


def _place(
    row: G, seats: Seats, places: Mapping[str, int], about: Callable[[G], K], says: Callable[[G], bool]
) -> tuple[tuple[str, K], tuple[bool, bool, int, str]]:
    seat = row.participant
    person = seats.get(seat, seat)
    return (person, about(row)), (not says(row), seat != person, places.get(seat, 0), seat)


def _pass_on(row: G, person: str) -> G:
    return row if row.participant == person else replace(row, participant=person)  # type: ignore[type-var]
