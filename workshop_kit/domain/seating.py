"""Seating (*placement*): who sits where in each round, mixed as evenly and meeting as many others as can be.

In this order: sizes, then categories, then sectors, then meetings. Sizes are never given up; the rest is one number
to make small, in which one person beyond a category's share weighs more than all meetings of a table.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from workshop_kit.domain.seating_plan import Guest, SeatingPlan, describe
from workshop_kit.domain.seating_search import Search, improve
from workshop_kit.domain.table_sizes import ROUNDS, WANTED, choose_sizes, count_attainable
from workshop_kit.errors import InvalidEntry

#: Where chance stands in the search: the same people in the same order are always seated in the same way.
SEED: Final = 20


def plan_seating(guests: Sequence[Guest], rounds: int = 1, wanted: int = WANTED, seed: int = SEED) -> SeatingPlan:
    """Seat people at tables, round by round.

    Parameters
    ----------
    guests
        Who is seated, each id once; the plan depends on their order.
    rounds
        How many rounds; each person sits once in each.
    wanted
        How many people a table should have.
    seed
        Which of many equally good plans is found.

    Raises
    ------
    InvalidEntry
        ``seating-rounds``, ``seating-size``, ``seating-too-few``, ``seating-too-many-stay``.

    """
    if rounds not in ROUNDS:
        raise InvalidEntry("seating-rounds", value=rounds, least=ROUNDS[0], most=ROUNDS[-1])
    sizes = choose_sizes(len(guests), wanted)
    staying = {place: one.table for place, one in enumerate(guests) if one.table is not None}
    for table, count in Counter(staying.values()).items():
        if table >= len(sizes.people) or count > sizes.people[table]:
            raise InvalidEntry("seating-too-many-stay", table=table + 1, count=count)
    search = Search(
        sizes.people,
        [one.category for one in guests],
        [one.sector for one in guests],
        staying,
        rounds,
        attainable=count_attainable(sizes.people, rounds),
    )
    found = improve(search, seed)
    seated = tuple(
        tuple(tuple(guests[place].id for place in table) for table in _gather(places, len(sizes.people)))
        for places in found
    )
    return describe(guests, seated, sizes)


def _gather(places: Sequence[int], tables: int) -> list[list[int]]:
    gathered: list[list[int]] = [[] for _ in range(tables)]
    for person, table in enumerate(places):
        gathered[table].append(person)
    return gathered
