"""Anomaly detection: seats behind which nobody may be any more, and pairs of seats that look like one person.

It only asks. Whoever is in the room answers, and can take the answer back.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import combinations
from typing import Final

from workshop_kit.domain.model import Change, Idea, Origin, Participant
from workshop_kit.domain.names import fold_name

#: How long somebody may give nothing, while others do, before one asks whether they left.
SILENT_AFTER: Final = timedelta(minutes=20)
#: The kinds of change that one person alone makes to what is their own, and that bear no time of their own.
_SIGNS: Final = frozenset({"vote", "score", "volunteer"})
#: What is added to a pseudonym that is taken, by the person or by the kit's own suggestion.
_ADDED: Final = re.compile(r"[ (._-]*\b(?:bis|ter|\d{1,2})\)?$")


@dataclass(frozen=True)
class Silence:
    """Inactivity (*silence*): somebody gave nothing ``since`` then, while others did."""

    person: str
    since: datetime


@dataclass(frozen=True)
class Twins:
    """Suspected duplicate (*doublon*): two seats that look like one person's.

    The ``first`` gave nothing more once the ``second`` had begun; its phone may well be open all the same.
    """

    first: str
    second: str


def date_signs(
    seats: Iterable[Participant],
    ideas: Iterable[Idea],
    changes: Sequence[Change],
    steps: Mapping[str, datetime],
    now: datetime,
) -> dict[str, datetime]:
    """Return, by seat, the time after which it gave nothing more: no idea, no vote, no score, no offer.

    Votes and scores bear no time. The feed says between which other changes they came, and the next of those that has
    one bounds it: what is said to be silent since then is so.

    Parameters
    ----------
    seats, ideas
        Of the room.
    changes
        The whole feed, the oldest first.
    steps
        When the steps of the history were made, by the name they have in the feed.
    now
        The present, an aware time.

    """
    people, written = tuple(seats), tuple(ideas)
    room = {one.id for one in people if one.origin is Origin.ROOM}
    times = {("participant", one.id): one.joined_at for one in people if one.id in room}
    times |= {("idea", one.id): one.written_at for one in written if one.author in room}
    times |= {("step", name): at for name, at in steps.items()}
    signs = {one.id: one.joined_at for one in people}
    for idea in written:
        if idea.author in signs:
            signs[idea.author] = max(signs[idea.author], idea.written_at)
    for seat, at in _bound(changes, times, now).items():
        if seat in signs:
            signs[seat] = max(signs[seat], at)
    return signs


def _bound(changes: Sequence[Change], times: Mapping[tuple[str, str], datetime], now: datetime) -> dict[str, datetime]:
    """Return, by entity, a time before which its last sign in the feed came."""
    begun: set[tuple[str, str]] = set()
    dated: dict[int, datetime] = {}
    for change in changes:
        key = (change.kind, change.entity)
        if key in times and key not in begun:  # later changes of the same are corrections, at another time
            begun.add(key)
            dated[change.sequence] = times[key]
    last: dict[str, datetime] = {}
    until = now
    for change in reversed(changes):
        until = min(until, dated.get(change.sequence, until))
        if change.kind in _SIGNS:
            last.setdefault(change.entity, until)
    return last


def find_silences(
    people: Iterable[Participant], signs: Mapping[str, datetime], given: Collection[str], now: datetime
) -> tuple[Silence, ...]:
    """Return who gave nothing for long while half of the others did, the longest silence first.

    Parameters
    ----------
    people
        Those who are thought to be present.
    signs
        The time of the last sign of each, by id.
    given
        The ids of those who gave what is asked for now.
    now
        The present, an aware time.

    """
    present = tuple(people)
    if 2 * sum(one.id in given for one in present) < len(present):
        return ()
    waited = [one for one in present if one.origin is Origin.ROOM and one.id not in given]
    found = [Silence(one.id, signs[one.id]) for one in waited if now - signs[one.id] >= SILENT_AFTER]
    return tuple(sorted(found, key=lambda one: (one.since, one.person)))


def find_twins(people: Iterable[Participant], signs: Mapping[str, datetime]) -> tuple[Twins, ...]:
    """Return the pairs of seats that look like one person's, those who came first at the head.

    They have nearly the same pseudonym, the same category and the same sector; each came with a phone of their own;
    and the first gave nothing more once the second had begun.
    """
    seated = sorted((one for one in people if one.origin is Origin.ROOM), key=lambda one: (one.joined_at, one.id))
    described = [(one, _describe(one)) for one in seated]
    return tuple(
        Twins(first.id, second.id)
        for (first, description), (second, other) in combinations(described, 2)
        if description == other and signs[first.id] <= second.joined_at
    )


def _describe(person: Participant) -> tuple[str, str, str]:
    name = fold_name(person.pseudonym)
    return _ADDED.sub("", name) or name, fold_name(person.category), fold_name(person.sector)
