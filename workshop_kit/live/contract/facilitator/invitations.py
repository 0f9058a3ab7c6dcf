"""The contract of the panel on invitations: what prints say, and each print with what it lacks."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, TypedDict

from workshop_kit.domain.entries import COPIES, SLIP
from workshop_kit.domain.printing import PrintKind
from workshop_kit.live.contract.asking import Id
from workshop_kit.live.contract.facilitator.synthesis import MakingModel
from workshop_kit.live.contract.shared import NumberedChallenge

# -- what may be asked ----------------------------------------------------------------------------------------------


class InvitationField(StrEnum):
    """What prints say of the workshop, besides its day and the hour it begins."""

    FINISHES = "finishes"
    ANSWER_BY = "answer_by"
    PLACE = "place"
    PHONE = "phone"
    ADDRESS = "address"
    COLOUR = "colour"
    WIFI_NAME = "wifi_name"
    WIFI_PASSWORD = "wifi_password"  # noqa: S105 - the name of a field


class Paper(StrEnum):
    """The size of a poster."""

    A4 = "a4"
    A3 = "a3"


@dataclass(frozen=True)
class TellInvitation:
    """One thing that prints say; an empty ``text`` takes it back."""

    field: InvitationField
    text: str


@dataclass(frozen=True)
class TellDay:
    """The workshop's day as ``YYYY-MM-DD`` and the hour it begins as ``HH:MM``; empty: not said yet."""

    day: str
    begins: str


@dataclass(frozen=True)
class PrintAsked:
    """A print to make, with what may be chosen of it; ``room``: with the laptop's own address, while it has one."""

    kind: PrintKind
    first: Annotated[int, SLIP] = 1
    copies: Annotated[int, COPIES] | None = None
    challenge: Id | None = None
    paper: Paper = Paper.A4
    bw: bool = False
    everyone: bool = False
    password: bool = False
    room: bool = True


@dataclass(frozen=True)
class WhichPrint:
    """The print of one kind that was made, or is being made."""

    kind: PrintKind


class Sent(TypedDict):
    """How many invitations were noted as sent."""

    sent: int


# -- what is shown --------------------------------------------------------------------------------------------------


class PrintModel(TypedDict):
    """A print: the name of its ``file``, for how many it is, and how its making stands.

    ``count`` is how many letters, messages, lines, cards or tables it has, ``None`` where that is chosen; ``everyone``
    how many with the whole list. ``lacks`` says what is left out of this print alone, ``refused`` why it cannot be made
    yet, if so.
    """

    kind: PrintKind
    file: str
    count: int | None
    everyone: int | None
    lacks: str
    refused: str
    making: MakingModel


class InvitationsModel(TypedDict):
    """What prints say; ``room`` is the laptop's own address while phones join by it, ``logo`` the file of the logo.

    ``lasts``: that address leads here from outside too, so that prints may show it.
    ``lacks`` says what is left out of several prints since nobody said it yet.
    """

    day: str
    begins: str
    finishes: str
    answer_by: str
    place: str
    phone: str
    address: str
    colour: str
    wifi_name: str
    wifi_password: str
    room: str
    lasts: bool
    logo: str
    challenges: list[NumberedChallenge]
    lacks: str
    prints: list[PrintModel]
