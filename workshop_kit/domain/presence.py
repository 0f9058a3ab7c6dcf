"""Who was there: those of the room, and apart from them the volunteers one only knows from a file or a poster."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from workshop_kit.domain.model import Origin, Participant, Score, Volunteer
from workshop_kit.domain.offering import is_offer


def list_room(participants: Iterable[Participant]) -> tuple[Participant, ...]:
    """Return the people who took part: they joined, or somebody there spoke for them; two seats of one are one."""
    return tuple(one for one in participants if one.origin is not Origin.FILE and one.joined_to is None)


def list_present(participants: Iterable[Participant]) -> tuple[Participant, ...]:
    """Return the people who are in the room now: those who left are no longer waited for."""
    return tuple(one for one in list_room(participants) if one.away_at is None)


def list_waited(participants: Iterable[Participant]) -> tuple[Participant, ...]:
    """Return the people whose answer is waited for: a slip or a ballot that was typed in answers nothing more."""
    return tuple(one for one in list_present(participants) if one.slip is None)


def list_asked(participants: Iterable[Participant], voters: Collection[str]) -> tuple[Participant, ...]:
    """Return those among whom a vote that is over is counted: who left voted all the same, a typed slip did not."""
    return tuple(one for one in list_room(participants) if one.slip is None or one.id in voters)


def list_known_volunteers(
    participants: Iterable[Participant], volunteers: Iterable[Volunteer], scores: Iterable[Score]
) -> tuple[Participant, ...]:
    """Return the volunteers known from a file or a poster alone: they offered help or were scored, and were not there.

    Someone a file only names as the author of an idea is no volunteer.
    """
    offering = {one.participant for one in volunteers if is_offer(one)} | {one.participant for one in scores}
    return tuple(one for one in participants if one.origin is Origin.FILE and one.id in offering)
