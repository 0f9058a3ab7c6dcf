"""The contract of one's table: where one sits now and next, with whom, and what one says of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypedDict

# -- what may be asked ----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class StayAtTable:
    """Whether one walks with difficulty, and keeps one's table in every round."""

    stays: bool


# -- what is shown --------------------------------------------------------------------------------------------------


class Neighbour(TypedDict):
    """Somebody at one's table: a pseudonym, and a category that three people or more share, else empty."""

    pseudonym: str
    category: str


class OwnTable(TypedDict):
    """Where one sits in the round that phones are told, and the words for it.

    ``next`` is one's table in the next round, ``None``: this is the last one. ``here``: one said that one found it.
    ``stays``: one keeps it in every round.
    """

    round: int
    rounds: int
    number: int
    landmark: str
    neighbours: list[Neighbour]
    next: int | None
    here: bool
    stays: bool
    said: dict[str, str | dict[str, str]]
