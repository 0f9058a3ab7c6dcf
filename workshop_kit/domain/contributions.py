"""Who contributed, when and from what knowledge (*contributions*): counted once for the conditions and the gauges."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from workshop_kit.domain.model import Category, Idea, Participant, Sector, Source
from workshop_kit.domain.names import fold_name

#: Knowing by oneself, as against figures and hearsay.
FIRST_HAND: Final = frozenset({Source.LIVED, Source.FIELD})

#: Of fewer than these a share says more than is known: it is told as so many of so many.
SHARE_FROM: Final = 5


@dataclass(frozen=True)
class Few:
    """A share of a handful (*petit nombre*): ``part`` of ``whole``, told in these numbers and never in per cent."""

    part: int
    whole: int


def count_few(part: int, whole: int) -> Few | None:
    """Return a share as its numbers where it is one of a handful."""
    return Few(part, whole) if whole < SHARE_FROM else None


@dataclass(frozen=True)
class FirstHand:
    """How many ideas say how their author knows (``sourced``), and how many of them know by themselves."""

    first_hand: int
    sourced: int

    @property
    def value(self) -> float | None:
        """The share, 0..1; ``None`` where no idea says it."""
        return self.first_hand / self.sourced if self.sourced else None


@dataclass(frozen=True)
class Alone:
    """How many ideas were written before their challenge's reveal.

    Attributes
    ----------
    alone
        Those among ``counted``.
    counted
        Ideas of people of the room, of challenges that were revealed.
    revealed
        Ideas of challenges that were revealed, whoever wrote them.
    uncounted
        All others: nobody knows what their author had seen, or they were never shown.
    seen
        Of those ``alone``, how many were written after some had been shown by mistake.

    """

    alone: int
    counted: int
    revealed: int
    uncounted: int
    seen: int

    @property
    def value(self) -> float | None:
        """The share, 0..1; ``None`` where nothing can be counted."""
        return self.alone / self.counted if self.counted else None


@dataclass(frozen=True)
class CategoryVoice:
    """How many of a category are present, and how many of them wrote an idea."""

    category: str
    present: int
    wrote: int


@dataclass(frozen=True)
class SectorVoice:
    """How many ideas came from a sector, and how many of those that say how their author knows are first-hand."""

    sector: str
    ideas: int
    known: FirstHand


def count_first_hand(ideas: Iterable[Idea]) -> FirstHand:
    """Count the ideas whose author knows by themselves, among those that say how."""
    sourced = [idea.source for idea in ideas if idea.source is not None]
    return FirstHand(sum(source in FIRST_HAND for source in sourced), len(sourced))


def count_alone(
    ideas: Sequence[Idea],
    people: Iterable[Participant],
    revealed_at: Mapping[str, datetime],
    glimpsed_at: Mapping[str, datetime],
) -> Alone:
    """Count the ideas written before those of their challenge were shown; see ``diversity.measure_conditions``."""
    room = {one.id for one in people if one.origin.seated}
    revealed = [idea for idea in ideas if idea.challenge in revealed_at]
    counted = [idea for idea in revealed if idea.author in room]
    before = [idea for idea in counted if idea.written_at <= revealed_at[idea.challenge]]
    seen = sum(idea.challenge in glimpsed_at and glimpsed_at[idea.challenge] < idea.written_at for idea in before)
    return Alone(len(before), len(counted), len(revealed), len(ideas) - len(counted), seen)


def count_category_voices(people: Sequence[Participant], ideas: Iterable[Idea]) -> tuple[CategoryVoice, ...]:
    """Count by category who is present and who of them wrote, in the order of their words.

    An idea that is held back says that its author was heard. Who gave no category is in none.
    """
    wrote = {idea.author for idea in ideas}
    words: dict[str, str] = {}
    present: Counter[str] = Counter()
    heard: Counter[str] = Counter()
    for one in people:
        key = fold_name(one.category) if one.category.strip() else ""
        if key:
            words[key] = min(words.get(key, one.category), one.category)
            present[key] += 1
            heard[key] += one.id in wrote
    return tuple(CategoryVoice(words[key], present[key], heard[key]) for key in sorted(words))


def count_sector_voices(
    people: Iterable[Participant], ideas: Iterable[Idea], sectors: Iterable[Sector]
) -> tuple[SectorVoice, ...]:
    """Count by sector, in the order given, the ideas of its people and how they know; held ones are heard alone."""
    where = {one.id: fold_name(one.sector) for one in people}
    by_sector: dict[str, list[Idea]] = {}
    for idea in ideas:
        if idea.author in where:
            by_sector.setdefault(where[idea.author], []).append(idea)
    return tuple(
        SectorVoice(sector.name, len(theirs), count_first_hand(idea for idea in theirs if not idea.held))
        for sector in sectors
        for theirs in [by_sector.get(fold_name(sector.name), [])]
    )


def is_voice(category: str) -> bool:
    """Tell whether a category is a voice of its own: "other" is none."""
    return category != Category.OTHER
