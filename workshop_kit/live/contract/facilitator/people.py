"""The contract of who is there: how many, of which categories, and what is to be settled about their seats."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypedDict

from workshop_kit.live.contract.asking import Id

# -- what may be asked ----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class SetAway:
    """Somebody who left, or who is there after all."""

    participant: Id
    away: bool


@dataclass(frozen=True)
class JoinSeats:
    """A seat that is the same person's as another, which stands from then on; ``None``: it stands for itself again."""

    participant: Id
    to: Id | None = None


@dataclass(frozen=True)
class KeepApart:
    """Two that look like one person and are two, or whom one asks about again where not ``apart``."""

    participant: Id
    other: Id
    apart: bool


@dataclass(frozen=True)
class AnswerErasure:
    """A seat that was joined to one erased on a phone: it is to be ``erased`` as well, ``with_ideas``, or to stay."""

    participant: Id
    erased: bool
    with_ideas: bool


# -- what is shown --------------------------------------------------------------------------------------------------


class CategoryCount(TypedDict):
    """How many are present as a category, by its label."""

    label: str
    people: int


class RoomSeat(TypedDict):
    """One seat of the room, by its pseudonym; ``stands`` is the pseudonym of the seat it was joined to, or empty.

    ``spoken``: they have no phone that works, and are spoken for.
    """

    id: str
    pseudonym: str
    category: str
    state: Literal["present", "away", "joined"]
    stands: str
    spoken: bool


class SeatDoubt(TypedDict):
    """Something to settle: somebody ``silent`` for so many ``minutes``, or ``twins``; ``ideas`` are the first one's.

    ``parted`` is to be read alone: somebody said on their phone that the other one was not theirs, and counts apart.
    ``erasure``: somebody had themselves erased on a phone that this seat was joined to; ``with_ideas`` is as they
    wished there, ``contact``: this seat keeps a way to reach them. It is asked until it is answered.
    ``file``: a seat of the room and somebody whom a file brought look like one person, ``files``: two of a file do;
    ``signs`` say what speaks for it. A name of a file is abbreviated, since a page may be mirrored.
    ``key`` names the question, whoever asks it. ``seats`` are the ids of those it is about, ``names`` their pseudonyms.
    """

    key: str
    kind: Literal["silent", "twins", "parted", "erasure", "file", "files"]
    seats: list[str]
    names: list[str]
    minutes: int
    ideas: int
    with_ideas: bool
    contact: bool
    signs: list[Literal["name", "near-name", "email", "phone"]]


class SettledSeat(TypedDict):
    """Something that can be taken back: somebody ``away`` since ``at``, ``joined`` seats, or two who are ``apart``.

    ``other`` is the second of two that are apart, empty otherwise. ``at`` is in milliseconds since 1970, 0 when nothing
    says when.
    """

    kind: Literal["away", "joined", "apart"]
    seat: str
    other: str
    names: list[str]
    at: int


class PeopleModel(TypedDict):
    """Who is there; ``sentence`` is to be said to the room about who is missing, empty when nobody is.

    ``traces`` say of each two that were ever joined who joined and parted them and when, a sentence a pair.
    """

    present: int
    away: int
    without_phone: int
    categories: list[CategoryCount]
    sentence: str
    seats: list[RoomSeat]
    doubts: list[SeatDoubt]
    settled: list[SettledSeat]
    traces: list[str]
