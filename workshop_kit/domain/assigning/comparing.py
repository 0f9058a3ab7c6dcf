"""What if (*et si*): two assignments compared before one replaces the other: who moves, what each level costs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from workshop_kit.domain.assigning.solved import Levels
from workshop_kit.domain.model import Assignment, AssignmentStatus


class Level(StrEnum):
    """The levels in the order that counts."""

    FIRST = "first"
    SECOND = "second"
    THIRD = "third"
    PEOPLE = "people"
    PLACES = "places"
    FIT = "fit"
    LEAST_FIT = "least-fit"
    SECTOR = "sector"


@dataclass(frozen=True)
class Moved:
    """Somebody whose missions would change (*déplacement*), by ids: what they would leave, and what they would take."""

    person: str
    leaves: tuple[str, ...]
    takes: tuple[str, ...]


@dataclass(frozen=True)
class Cost:
    """What one level is and would be (*coût*)."""

    level: Level
    before: int
    after: int


@dataclass(frozen=True)
class Difference:
    """Two assignments compared (*différences*).

    Attributes
    ----------
    moved
        Those whose missions differ, in the order of their ids' first mention.
    costs
        Every level, most important first.

    """

    moved: tuple[Moved, ...]
    costs: tuple[Cost, ...]

    @property
    def first_change(self) -> Cost | None:
        """Return the most important level that differs, ``None``: none does."""
        return next((one for one in self.costs if one.before != one.after), None)


def compare_assignments(
    before: Iterable[Assignment], after: Iterable[Assignment], levels: tuple[Levels, Levels]
) -> Difference:
    """Return who moves from one assignment to another, and what each level is before and after.

    Parameters
    ----------
    before, after
        The assignments; those declined are no place and left out.
    levels
        What each of the two comes to.

    """
    old, new = _group(before), _group(after)
    moved = [
        Moved(person, tuple(sorted(old[person] - new[person])), tuple(sorted(new[person] - old[person])))
        for person in dict.fromkeys((*old, *new))
        if old[person] != new[person]
    ]
    return Difference(tuple(moved), tuple(_list_costs(*levels)))


def _group(assignments: Iterable[Assignment]) -> defaultdict[str, set[str]]:
    grouped: defaultdict[str, set[str]] = defaultdict(set)
    for one in assignments:
        if one.status is not AssignmentStatus.DECLINED:
            grouped[one.participant].add(one.mission)
    return grouped


def _list_costs(before: Levels, after: Levels) -> list[Cost]:
    minima = zip((Level.FIRST, Level.SECOND, Level.THIRD), before.min_places, after.min_places, strict=True)
    return [
        *(Cost(level, old, new) for level, old, new in minima),
        Cost(Level.PEOPLE, before.people, after.people),
        Cost(Level.PLACES, before.places, after.places),
        Cost(Level.FIT, before.fit, after.fit),
        Cost(Level.LEAST_FIT, before.least_fit, after.least_fit),
        Cost(Level.SECTOR, before.same_sector, after.same_sector),
    ]
