"""The contract of an offer of help, with what one can do, and the contact details that may be left for it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Final, Literal, TypedDict

from workshop_kit.domain.entries import LANGUAGE, MAX_MISSIONS, OFTEN, PERSON_NAME
from workshop_kit.domain.forms import Day, Purpose
from workshop_kit.live.contract.asking import AtMost
from workshop_kit.live.contract.participant.mission import KeptDetails
from workshop_kit.live.contract.shared import NumberedChallenge

#: How many languages somebody speaks, and sectors they name: who goes to more of them goes anywhere.
_LANGUAGES: Final = AtMost(20, "too-many-languages")
_SECTORS: Final = AtMost(300, "too-many-sectors")

# -- what may be asked ----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class AnswerOffer:
    """Whether one would help with some challenges: either is kept, and takes the other back."""

    challenges: tuple[str, ...]
    willing: bool


@dataclass(frozen=True)
class OfferHelp:
    """A way to be reached for some challenges, besides those that one named; ``consent`` is to the mission's purpose.

    ``also`` are the other purposes to which one says yes now. ``may_show_name`` ``None``: as it stands.
    """

    name: Annotated[str, PERSON_NAME]
    email: str
    phone: str
    challenges: tuple[str, ...]
    consent: bool
    may_show_name: bool | None = None
    also: tuple[Purpose, ...] = ()


class Car(StrEnum):
    """Whether somebody has a car; nobody has to say."""

    YES = "yes"
    NO = "no"
    UNSAID = "unsaid"


@dataclass(frozen=True)
class SayTerms:
    """What one can do, as a whole: how many missions, how often, when, until which day, where, with what.

    ``reach`` are sectors of the workshop, none: anywhere. What is empty is not said.
    """

    max_missions: Annotated[int, MAX_MISSIONS]
    often: Annotated[str, OFTEN]
    days: tuple[Day, ...]
    until: str
    reach: Annotated[tuple[str, ...], _SECTORS]
    car: Car
    languages: Annotated[tuple[Annotated[str, LANGUAGE], ...], _LANGUAGES]


@dataclass(frozen=True)
class LetShowName:
    """Whether the others of one's missions, the screen and the synthesis may say who one is."""

    yes: bool


# -- what is shown --------------------------------------------------------------------------------------------------


class Offer(TypedDict):
    """One's own offer of help; ``concealed``: its details are read only where the seat was taken, not here."""

    name: str
    email: str
    phone: str
    challenges: list[str]
    may_show_name: bool
    consented_on: str
    purpose: str
    concealed: bool


class OfferedChallenge(NumberedChallenge):
    """A challenge that is asked about; ``declined``: one said "not me", ``offered``: one said yes."""

    declined: bool
    offered: bool


class Terms(TypedDict):
    """What one said one can do, as ``SayTerms`` asks; ``until_said`` is the last day in words."""

    max_missions: int
    often: str
    days: list[Day]
    until: str
    until_said: str
    reach: list[str]
    car: Car
    languages: list[str]


class OfferModel(TypedDict):
    """The form of an offer of help: in words who keeps details, for what and until when, and what one offered so far.

    ``challenges`` are those that were worked on. ``elsewhere``: what counts was given on another seat of this person's,
    whose details this one may not read. ``late``: the room went on from the offers, and the form opens when it is asked
    for. ``terms`` are what one said one can do, ``None``: it is not read here, as another seat says it or one came with
    a code. ``sectors`` are those of the workshop besides ``sector``, one's own.
    ``agreed`` are the other purposes to which one said yes already.
    """

    visible: Literal[True]
    late: bool
    challenges: list[OfferedChallenge]
    organiser: str
    purpose: str
    retention: str
    offer: Offer | None
    kept: KeptDetails | None
    elsewhere: bool
    agreed: list[Purpose]
    terms: Terms | None
    sectors: list[str]
    sector: str
