"""Table sizes (*tables de 7 à 9*): how many tables for how many people, and the least bad where none fits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import comb
from typing import Final

from workshop_kit.errors import InvalidEntry

#: People at a table: fewer do not mix, more do not all speak.
FEWEST: Final = 7
MOST: Final = 9
WANTED: Final = 8
#: Sizes that may be asked for: below 7 or above 9 a table may have one person more or less than asked.
SIZES: Final = range(3, 13)
#: Rounds that may be asked for.
ROUNDS: Final = range(1, 11)
#: Fewer than these cannot be seated with anybody.
PEOPLE_AT_LEAST: Final = 2


@dataclass(frozen=True)
class Sizes:
    """How people are divided among tables (*répartition*).

    ``people`` at each table, the larger tables first; all within ``fewest`` and ``most`` if they ``fit``.
    """

    people: tuple[int, ...]
    fewest: int
    most: int

    @property
    def fit(self) -> bool:
        """Whether every table is within what was wished."""
        return all(self.fewest <= one <= self.most for one in self.people)


def choose_sizes(people: int, wanted: int = WANTED) -> Sizes:
    """Return the sizes of the tables at which ``people`` sit, ``wanted`` at each as nearly as can be.

    Sizes differ by one at most. Within 7 to 9 the number of tables is the one whose mean is nearest to ``wanted``.
    Where no number of tables fits (fewer than 7; 10 to 13; 19 and 20), the farthest table is as near to it as can be,
    and of two such the smaller tables are taken, since everybody speaks more at them.

    Raises
    ------
    InvalidEntry
        ``seating-too-few``, ``seating-size``.

    """
    if wanted not in SIZES:
        raise InvalidEntry("seating-size", value=wanted, least=SIZES[0], most=SIZES[-1])
    if people < PEOPLE_AT_LEAST:
        raise InvalidEntry("seating-too-few", count=people)
    fewest, most = (FEWEST, MOST) if FEWEST <= wanted <= MOST else (wanted - 1, wanted + 1)

    def weigh(tables: int) -> tuple[int, float, int]:
        small, large = people // tables, -(-people // tables)
        beyond = max(fewest - small, large - most, 0)
        return beyond, abs(people / tables - wanted) if beyond == 0 else 0.0, -tables

    tables = 1 if people < fewest else min(range(1, people // 2 + 1), key=weigh)
    small, larger = divmod(people, tables)
    return Sizes((small + 1,) * larger + (small,) * (tables - larger), fewest, most)


def count_bound(rounds: Sequence[Sequence[int]]) -> int:
    """Return how many pairs of people can meet at most, given the sizes of the tables in each round.

    It holds whatever the plan is: at a table of ``s`` people each meets ``s`` − 1. With tables of one size it is rounds
    × (size − 1) for each person, halved, since a pair counts once. No more pairs meet than exist.
    """
    people = max((sum(sizes) for sizes in rounds), default=0)
    return min(comb(people, 2), sum(comb(one, 2) for sizes in rounds for one in sizes))


def count_attainable(sizes: Sequence[int], rounds: int) -> int:
    """Return a nearer bound on the pairs that meet: few tables must bring some together again.

    The people of a table of ``s`` come, at each later round, from the ``k`` tables of the first: some pairs among them
    sat together there already, the fewest when they come evenly. It supposes the same people in every round.
    """
    tables = len(sizes)

    def count_again(size: int) -> int:
        each, more = divmod(size, tables)
        return more * comb(each + 1, 2) + (tables - more) * comb(each, 2)

    first = sum(comb(one, 2) for one in sizes)
    again = sum(count_again(one) for one in sizes)
    return min(comb(sum(sizes), 2), first + (rounds - 1) * (first - again))
