"""Who was there: those of the room, and apart from them the volunteers one only knows from a file or a poster."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import Protocol, TypeVar

from workshop_kit.domain.model import Assignment, AssignmentStatus, Idea, Origin, Participant, Score, Volunteer, Vote
from workshop_kit.domain.offering import list_offering
from workshop_kit.domain.seats import resolve_seats


class Seated(Protocol):
    """What tells whether somebody is in the room: a participant, or as little of one as is needed for that."""

    @property
    def origin(self) -> Origin:
        """How they came to be known."""

    @property
    def away_at(self) -> datetime | None:
        """When they left."""

    @property
    def joined_to(self) -> str | None:
        """The seat that stands for this one, too."""

    @property
    def slip(self) -> int | None:
        """The number of the paper that speaks for them."""


S = TypeVar("S", bound=Seated)


def list_room(participants: Iterable[Participant], gave: Collection[str]) -> tuple[Participant, ...]:
    """Return the people who took part; who left and is not among those who ``gave`` something did not."""
    return tuple(one for one in list_seated(participants) if one.away_at is None or one.id in gave)


def list_givers(
    ideas: Iterable[Idea],
    votes: Iterable[Vote],
    scores: Iterable[Score],
    volunteers: Iterable[Volunteer],
    assignments: Iterable[Assignment],
) -> frozenset[str]:
    """Return who gave anything, a "no" among it; a mission that was only proposed to them is nothing they gave."""
    answered = (one for one in assignments if one.status is not AssignmentStatus.PROPOSED)
    given = (one.participant for kind in (votes, scores, volunteers, answered) for one in kind)
    return frozenset(given) | {one.author for one in ideas if one.author is not None}


def list_seated(participants: Iterable[S]) -> tuple[S, ...]:
    """Return the people who have a seat: they joined, or somebody there spoke for them; two seats of one are one."""
    return tuple(one for one in participants if one.origin.seated and one.joined_to is None)


def list_present(participants: Iterable[S]) -> tuple[S, ...]:
    """Return the people who are in the room now: those who left are no longer waited for."""
    return tuple(one for one in list_seated(participants) if one.away_at is None)


def list_waited(participants: Iterable[S]) -> tuple[S, ...]:
    """Return the people whose answer is waited for: a slip or a ballot that was typed in answers nothing more."""
    return tuple(one for one in list_present(participants) if one.slip is None)


def list_asked(
    participants: Iterable[Participant], voters: Collection[str], gave: Collection[str], until: datetime | None = None
) -> tuple[Participant, ...]:
    """Return those of the room among whom a vote that is over is counted: a typed slip that did not vote is not.

    ``until``: when its results were opened (``Course.ended_at``). Who took their first seat after that, or had left by
    then, was asked nothing. ``None``: nobody knows when.
    """
    everybody = tuple(participants)
    room = [one for one in list_room(everybody, gave) if one.slip is None or one.id in voters]
    if until is None:
        return tuple(room)
    came = _find_arrivals(everybody)
    here = {one.id for one in room if came[one.id] <= until and (one.away_at is None or one.away_at >= until)}
    return tuple(one for one in room if one.id in voters or one.id in here)


def _find_arrivals(participants: Sequence[Participant]) -> dict[str, datetime]:
    """Return when each person took the first of their seats, by the seat that stands."""
    standing, came = resolve_seats(participants), dict[str, datetime]()
    for one in participants:
        person = standing[one.id]
        came[person] = min(one.joined_at, came.get(person, one.joined_at))
    return came


def list_helpers(
    participants: Iterable[Participant], volunteers: Iterable[Volunteer], scores: Iterable[Score]
) -> tuple[Participant, ...]:
    """Return who offers help (*qui propose son aide*), in the room or not, with contact details or without.

    Whatever counts them counts these: the head of the pages, the screen and the synthesis.
    """
    return tuple(one.participant for one in list_offering(participants, volunteers, scores))


def list_known_volunteers(
    participants: Iterable[Participant], volunteers: Iterable[Volunteer], scores: Iterable[Score]
) -> tuple[Participant, ...]:
    """Return the volunteers known from a file or a poster alone: they offer help, and were not there.

    Someone a file only names as the author of an idea is no volunteer.
    """
    return tuple(one for one in list_helpers(participants, volunteers, scores) if not one.origin.seated)
