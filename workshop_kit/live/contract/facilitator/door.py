"""The contract of the door: the seats that are taken, by how many devices, who is let in, and its words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypedDict

from workshop_kit.live.contract.asking import Id

# -- what may be asked ----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class ChangeDoorWords:
    """Whether newcomers have to say words: where they have, these are new ones."""

    asks: bool


@dataclass(frozen=True)
class CloseDoor:
    """A device to which the door is closed: to those of it who did not join, or to ``everybody``."""

    device: Id
    everybody: bool


@dataclass(frozen=True)
class OpenDoor:
    """A device to which the door is opened again."""

    device: Id


# -- what is shown --------------------------------------------------------------------------------------------------


class SeatCounts(TypedDict):
    """The seats: how many there are and are taken, from how many of those somebody joined, by how many devices.

    ``waiting`` wait for one; in the last five minutes ``slowed`` requests were told to wait a moment, and ``turned``
    turned away at the door.
    """

    seats: int
    taken: int
    kept: int
    devices: int
    waiting: int
    slowed: int
    turned: int


class Crowd(TypedDict):
    """A device that holds more than a few seats, or whose door is closed; ``since`` is in milliseconds since 1970.

    ``mixed``: several kinds of device at one address, perhaps a room behind a router. ``beside`` are the seats that
    others hold at its address. ``whole``: everybody who joined is among them. ``closed``: to whom of it the door is.
    """

    id: str
    seats: int
    kept: int
    since: int
    mixed: bool
    beside: int
    whole: bool
    closed: Literal["", "newcomers", "everybody"]


class DoorModel(TypedDict):
    """The door: its ``words`` and the ``code`` that holds them, both empty while it asks for none.

    ``stuck``: it asks for words that cannot be read any more, so that no newcomer comes in. ``counts`` is ``None``
    while phones are not let in.
    """

    words: str
    stuck: bool
    code: list[str]
    counts: SeatCounts | None
    crowds: list[Crowd]
