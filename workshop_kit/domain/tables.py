"""The tables of the room, and who sits at them: values that phones know too, so that nothing heavy is imported here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class WorkTable:
    """A table of the room (*table*), by its ``number`` from 1.

    ``landmark`` says where it stands ("au fond à droite, près des fenêtres"); ``easy``: one comes to it without
    stairs, near the door.
    """

    number: int
    landmark: str = ""
    easy: bool = False


@dataclass(frozen=True)
class TableSeat:
    """Where one person sits in one round (*place à table*): ``round`` and ``number`` from 1.

    ``late``: they came once people were seated. ``here``: they said that they found it.
    """

    participant: str
    round: int
    number: int
    late: bool = False
    here: bool = False


def choose_late_table(
    seats: Iterable[TableSeat], categories: Mapping[str, str], category: str, met: Collection[str] = ()
) -> int | None:
    """Return the table of one round at which somebody late sits: the one with the fewest people.

    Of several it is the one with the fewest of their category, then with the fewest whom they met, then the first.
    ``None``: there is no table.

    Parameters
    ----------
    seats
        Who sits where in that round.
    categories
        The category of each person, by id.
    category
        The one of who is late.
    met
        Whom they sit with in another round already.

    """
    people: Counter[int] = Counter()
    alike: Counter[int] = Counter()
    again: Counter[int] = Counter()
    for one in seats:
        people[one.number] += 1
        alike[one.number] += categories.get(one.participant) == category
        again[one.number] += one.participant in met
    return min(people, key=lambda number: (people[number], alike[number], again[number], number), default=None)


def place_staying(tables: Sequence[int], sizes: Sequence[int], people: int) -> list[int]:
    """Return at which table each of some ``people`` stays who walk with difficulty, numbers from 1.

    They are spread over the ``tables`` that are easy to come to, the first table where none was said to be, and over
    the next ones once these are full.
    """
    wanted = [one for one in tables if one <= len(sizes)] or [1]
    others = [one for one in range(1, len(sizes) + 1) if one not in wanted]
    left = dict(enumerate(sizes, start=1))
    chosen: list[int] = []
    for _ in range(people):
        free = [one for one in wanted if left[one]] or [one for one in others if left[one]]
        if not free:
            break
        at = max(free, key=lambda one: (left[one], -one))
        left[at] -= 1
        chosen.append(at)
    return chosen


def find_exchange(
    seats: Iterable[TableSeat], categories: Mapping[str, str], who: str, staying: Collection[str]
) -> TableSeat | None:
    """Return whose seat is best given to somebody who stays at a table: of ``seats``, all at that table.

    Somebody of their own category, so that tables stay mixed; nobody who stays there as well.
    """
    able = [one for one in seats if one.participant not in staying and one.participant != who]
    alike = [one for one in able if categories.get(one.participant) == categories.get(who)]
    return min(alike or able, key=lambda one: one.participant, default=None)
