"""The contract of the tables: who sits where in each round, what is said of it, and how it is changed by hand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, TypedDict

from workshop_kit.domain.entries import LANDMARK, NUMBER, TABLE_NUMBER, TABLE_ROUNDS, TABLE_SIZE
from workshop_kit.live.contract.asking import Id

# -- what may be asked ----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class SeatPeople:
    """In how many rounds to seat people anew, and how many at a table or so."""

    rounds: Annotated[int, TABLE_ROUNDS]
    size: Annotated[int, TABLE_SIZE]


@dataclass(frozen=True)
class TellRound:
    """The round that phones are told, 0: none."""

    round: Annotated[int, NUMBER]


@dataclass(frozen=True)
class MoveToTable:
    """Somebody who is to sit at another table in one round."""

    participant: Id
    round: Annotated[int, TABLE_ROUNDS]
    number: Annotated[int, TABLE_NUMBER]


@dataclass(frozen=True)
class DescribeTable:
    """Where a table stands, in words, and whether one comes to it easily."""

    number: Annotated[int, TABLE_NUMBER]
    landmark: Annotated[str, LANDMARK]
    easy: bool


@dataclass(frozen=True)
class KeepAtTable:
    """Somebody who walks with difficulty, and keeps one table in every round from the next placing on, or not."""

    participant: Id
    stays: bool


# -- what is shown --------------------------------------------------------------------------------------------------


class TableGuest(TypedDict):
    """Somebody at a table, by pseudonym; of a file by name.

    ``late``: they came once people were seated. ``here``: they said that they found it. ``stays``: they keep their
    table in every round.
    """

    id: str
    name: str
    category: str
    late: bool
    here: bool
    stays: bool


class PlannedTable(TypedDict):
    """A table in one round: where it stands, and who sits there."""

    number: int
    landmark: str
    easy: bool
    people: list[TableGuest]


class SeatingModel(TypedDict):
    """Who sits where (*placement*).

    ``waiting`` is how many people a placing would seat now, ``strays`` are those of them who sit nowhere. ``rounds``
    has the tables of each round, none as long as nobody is seated; ``told`` is the round that phones are told, from 1,
    0: none; ``spoken``: phones show their table in this phase. ``sizes``, ``spread`` and ``met`` say in a sentence each
    what was reached, of what can be. ``shown``: the plan covers the screen, at its ``page``, from 0, of so many
    ``pages`` that can be turned. ``of_files``: volunteers known from files are seated, and nothing is told to phones.
    """

    waiting: int
    size: int
    of_files: bool
    told: int
    spoken: bool
    shown: bool
    page: int
    pages: int
    rounds: list[list[PlannedTable]]
    strays: list[TableGuest]
    sizes: str
    spread: str
    met: str
