"""Flood detection: more ideas of one device than a person writes, and what was held back together because of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from workshop_kit.domain.model import Idea

#: Ideas of one device for a challenge that the facilitator is told of: so many within a short time, or in all.
AT_ONCE: Final = 12
IN_ALL: Final = 40
_SHORT: Final = timedelta(minutes=3)


@dataclass(frozen=True)
class Flood:
    """Ideas of one device (*rafale*) that follow one another faster than a person thinks.

    Attributes
    ----------
    idea
        The id of the first of them.
    author
        The person they are counted under; ``None``: they have no author any more, and may be of several.
    ideas
        How many they are.
    since
        When the first of them came.

    """

    idea: str
    author: str | None
    ideas: int
    since: datetime


@dataclass(frozen=True)
class Sweep:
    """Ideas held back together (*écartées ensemble*), when, and when they were given back; ``None``: they were not."""

    id: str
    at: datetime
    ideas: tuple[str, ...]
    undone_at: datetime | None = None


def find_floods(ideas: Iterable[Idea]) -> tuple[Flood, ...]:
    """Return the floods among ideas of one challenge that the room would read, the largest first.

    Parameters
    ----------
    ideas
        Each under its person's id, whatever seats they have; those without an author that came from phones.

    """
    by_author: dict[str | None, list[Idea]] = {}
    for idea in ideas:
        if not idea.held:
            by_author.setdefault(idea.author, []).append(idea)
    found = [flood for author, theirs in by_author.items() if (flood := _find_flood(author, theirs)) is not None]
    return tuple(sorted(found, key=lambda flood: (-flood.ideas, flood.since)))


def _find_flood(author: str | None, ideas: list[Idea]) -> Flood | None:
    ideas.sort(key=lambda idea: idea.written_at)
    pairs = zip(ideas, ideas[AT_ONCE - 1 :], strict=False)
    first = next((one for one, last in pairs if last.written_at - one.written_at <= _SHORT), None)
    if first is None and author is not None and len(ideas) >= IN_ALL:
        first = ideas[0]
    if first is None:
        return None
    count = sum(1 for idea in ideas if idea.written_at >= first.written_at)
    return Flood(first.id, author, count, first.written_at)


def list_of_device(
    ideas: Iterable[Idea], of: Idea, seats: Mapping[str, str], is_from_phone: Callable[[Idea], bool]
) -> tuple[Idea, ...]:
    """Return the ideas that came from where ``of`` came from: of the same person, or of phones that erased themselves.

    What has no author and came from no phone, as what the facilitator typed or a file held, is nobody's device: it
    stands for itself alone.

    ``seats`` says under which id each seat of a person counts.
    """
    if of.author is None:
        if not is_from_phone(of):
            return (of,)
        return tuple(idea for idea in ideas if idea.author is None and is_from_phone(idea))
    person = seats.get(of.author, of.author)
    return tuple(idea for idea in ideas if idea.author is not None and seats.get(idea.author, idea.author) == person)
