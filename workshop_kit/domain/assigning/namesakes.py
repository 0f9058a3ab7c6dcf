"""What was decided of namesakes, by which they are told apart where nothing else does (*homonymes*)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from workshop_kit.domain.model import Assignment, Mission, Participant
from workshop_kit.domain.names import fold_name

#: By an id, what was decided of whom it is, in an order that rests on no id.
Marks = Mapping[str, tuple[str, ...]]


def mark_missions(decided: Iterable[Assignment], participants: Iterable[Participant]) -> Marks:
    """Return by the mission's id who has, had or was proposed it: names and what they answered."""
    names = {one.id: fold_name(one.pseudonym) for one in participants}
    marks: dict[str, list[str]] = defaultdict(list)
    for one in decided:
        marks[one.mission].append(f"{names.get(one.participant, '')}:{_say(one, names)}")
    return {mission: tuple(sorted(found)) for mission, found in marks.items()}


def mark_people(
    decided: Iterable[Assignment], participants: Iterable[Participant], missions: Iterable[Mission]
) -> Marks:
    """Return by the person's id the missions they have, had or were proposed, and whom they take along.

    Parameters
    ----------
    decided
        What stands, what was declined and what is proposed.
    participants
        Everybody.
    missions
        In the order of ``assigning.people``.

    """
    names = {one.id: fold_name(one.pseudonym) for one in participants}
    places = {one.id: f"{at:05d}" for at, one in enumerate(missions)}
    marks: dict[str, list[str]] = defaultdict(list)
    for one in decided:
        marks[one.participant].append(f"{places.get(one.mission, '')}:{_say(one, names)}")
        if one.beside is not None:
            marks[one.beside].append(f"{places.get(one.mission, '')}:{names.get(one.participant, '')}")
    return {person: tuple(sorted(found)) for person, found in marks.items()}


def _say(one: Assignment, names: Mapping[str, str]) -> str:
    beside = "" if one.beside is None else names.get(one.beside, "?")
    return f"{one.status}:{int(one.by_hand)}:{one.reason.code}:{beside}"
