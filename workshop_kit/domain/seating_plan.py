"""What a seating is, and what is said of one: how many met, how evenly each category and sector is spread."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from workshop_kit.domain.table_sizes import Sizes, count_attainable, count_bound


@dataclass(frozen=True)
class Guest:
    """Someone to be seated (*personne à placer*): ``category`` and ``sector`` may be ``""``, unknown.

    ``table`` is the number, from 0, of the table at which they sit in every round, ``None``: they change tables.
    """

    id: str
    category: str = ""
    sector: str = ""
    table: int | None = None


@dataclass(frozen=True)
class Share:
    """How one category, or one sector, is spread over the tables of every round (*part*).

    ``least`` and ``most`` are what a table has of its ``people``, ``floor`` and ``ceiling`` their number divided by
    that of the tables, rounded down and up; how many tables have fewer or more is ``off``.
    """

    people: int
    least: int
    most: int
    floor: int
    ceiling: int
    off: int


@dataclass(frozen=True)
class SeatingPlan:
    """Who sits where (*plan des tables*): ``rounds`` of tables of ids.

    ``met`` counts the pairs of people who sit together at least once, ``bound`` how many can at most by
    rounds × (size − 1), ``attainable`` by what is known of so few tables besides.
    """

    rounds: tuple[tuple[tuple[str, ...], ...], ...]
    sizes: Sizes
    met: int
    bound: int
    attainable: int
    categories: Mapping[str, Share]
    sectors: Mapping[str, Share]

    @property
    def off(self) -> tuple[int, int]:
        """How many tables are off the share of a category, and of a sector."""
        return sum(one.off for one in self.categories.values()), sum(one.off for one in self.sectors.values())


def describe(guests: Sequence[Guest], rounds: Sequence[Sequence[Sequence[str]]], sizes: Sizes) -> SeatingPlan:
    """Return a plan with what is to be said of it, whoever made it."""
    seated = tuple(tuple(tuple(table) for table in tables) for tables in rounds)
    counted = [[len(table) for table in tables] for tables in seated]
    bound = count_bound(counted)
    same = len({frozenset(one for table in tables for one in table) for tables in seated}) == 1
    even = same and all(sorted(one) == sorted(counted[0]) for one in counted)
    return SeatingPlan(
        seated,
        sizes,
        count_met(seated),
        bound,
        count_attainable(counted[0], len(seated)) if even else bound,
        _share(seated, {one.id: one.category for one in guests}),
        _share(seated, {one.id: one.sector for one in guests}),
    )


def count_met(rounds: Sequence[Sequence[Sequence[str]]]) -> int:
    """Return how many pairs of people sit together at least once."""
    return len({frozenset(pair) for tables in rounds for table in tables for pair in combinations(table, 2)})


def _share(rounds: Sequence[Sequence[Sequence[str]]], words: Mapping[str, str]) -> dict[str, Share]:
    """Return how each word's people are spread; an empty word is nothing anybody said, and is not mixed by."""
    everybody = Counter(word for word in words.values() if word)
    counted = [[Counter(words[one] for one in table) for table in tables] for tables in rounds]
    return {
        word: _describe_share(people, [[table[word] for table in tables] for tables in counted])
        for word, people in sorted(everybody.items(), key=lambda one: (-one[1], one[0]))
    }


def _describe_share(people: int, rounds: Sequence[Sequence[int]]) -> Share:
    """Describe how one word is spread, given how many of its people each table has in each round."""
    bounds = [(sum(tables) // len(tables), -(-sum(tables) // len(tables))) for tables in rounds]
    return Share(
        people,
        min(has for tables in rounds for has in tables),
        max(has for tables in rounds for has in tables),
        min(floor for floor, _ in bounds),
        max(ceiling for _, ceiling in bounds),
        sum(not low <= has <= high for tables, (low, high) in zip(rounds, bounds, strict=True) for has in tables),
    )
