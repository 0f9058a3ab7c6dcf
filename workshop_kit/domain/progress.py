"""Progress of silent writing (*avancement*): how many write, are done, are silent, by category, and never who.

A category with few people in the room would tell them apart, and so would a number that anybody subtracts: such
categories are counted together, and with them a larger one where they are still too few.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from workshop_kit.domain.model import Idea, Participant
from workshop_kit.domain.names import fold_name

#: People from which on a category is counted by itself.
TOLD_FROM: Final = 3


@dataclass(frozen=True)
class Progress:
    """How far some people are with writing (*avancement*).

    Attributes
    ----------
    categories
        Which they are of; empty: nobody said, or too few are there to be told apart from the whole room.
    people
        How many: ``writing`` (an idea, and not done), ``done`` (they said so), ``silent`` (neither) add up to it.

    """

    categories: tuple[str, ...]
    people: int
    writing: int
    done: int
    silent: int


@dataclass(frozen=True)
class RoomProgress:
    """The whole room's progress, and that of its parts; one part alone would be the room again, and is left out."""

    room: Progress
    parts: tuple[Progress, ...]


def measure_progress(
    people: Iterable[Participant], ideas: Iterable[Idea], finished: Collection[str] = ()
) -> RoomProgress:
    """Count who writes, is done and is silent, in the room and by category.

    Parameters
    ----------
    people
        Those whose answer is waited for.
    ideas
        What was written for the challenge; one that is held back was written.
    finished
        Ids of those who said that they are done.

    """
    present = tuple(people)
    wrote = {idea.author for idea in ideas}
    states = {one.id: _read_state(one.id, wrote, finished) for one in present}
    parts = _part_room(present)
    counted = tuple(_count(categories, members, states) for categories, members in parts)
    return RoomProgress(_count((), present, states), counted if len(counted) > 1 else ())


def _read_state(person: str, wrote: Collection[str | None], finished: Collection[str]) -> str:
    if person in finished:
        return "done"
    return "writing" if person in wrote else "silent"


def _part_room(people: tuple[Participant, ...]) -> list[tuple[tuple[str, ...], tuple[Participant, ...]]]:
    """Return the categories that are told apart, the largest first, and then those that are counted together."""
    words: dict[str, str] = {}
    members: dict[str, list[Participant]] = {}
    for one in people:
        key = fold_name(one.category) if one.category.strip() else ""
        words[key] = min(words.get(key, one.category.strip()), one.category.strip())
        members.setdefault(key, []).append(one)
    order = sorted(members, key=lambda key: (-len(members[key]), key))
    apart = [key for key in order if key and len(members[key]) >= TOLD_FROM]
    together = [key for key in order if key not in apart]
    while together and apart and sum(len(members[key]) for key in together) < TOLD_FROM:
        together.insert(0, apart.pop())
    parts: list[tuple[tuple[str, ...], tuple[Participant, ...]]] = [
        ((words[key],), tuple(members[key])) for key in apart
    ]
    if together:
        names = tuple(words[key] for key in together if key)
        parts.append((names, tuple(one for key in together for one in members[key])))
    return parts


def _count(categories: tuple[str, ...], people: Collection[Participant], states: Mapping[str, str]) -> Progress:
    said = [states[one.id] for one in people]
    return Progress(categories, len(said), said.count("writing"), said.count("done"), said.count("silent"))
