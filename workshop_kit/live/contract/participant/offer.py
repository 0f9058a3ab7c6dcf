"""The contract of an offer of help, with the contact details left for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal, TypedDict

from workshop_kit.domain.entries import PERSON_NAME
from workshop_kit.live.contract.shared import NumberedChallenge

# -- what may be asked ----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class AnswerOffer:
    """Whether one would help with some challenges: a no is kept, a yes takes it back and joins an offer there is."""

    challenges: tuple[str, ...]
    willing: bool


@dataclass(frozen=True)
class OfferHelp:
    """An offer of help for some challenges (none named: all that were asked about), with a way to be reached."""

    name: Annotated[str, PERSON_NAME]
    email: str
    phone: str
    challenges: tuple[str, ...]
    consent: bool
    may_show_name: bool = False


@dataclass(frozen=True)
class AllowAsking:
    """Whether a mission may be proposed to oneself in the room, without leaving contact details."""

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
    """A challenge that is asked about; ``declined``: one said "not me"."""

    declined: bool


class OfferModel(TypedDict):
    """The form of an offer of help: in words who keeps details, for what and until when, and what one offered so far.

    ``challenges`` are those that were worked on. ``elsewhere``: what counts was given on another seat of this person's,
    whose details this one may not read. ``may_ask``: one said that a mission may be proposed to oneself. ``late``: the
    room went on from the offers, and the form opens when it is asked for.
    """

    visible: Literal[True]
    late: bool
    challenges: list[OfferedChallenge]
    organiser: str
    purpose: str
    retention: str
    offer: Offer | None
    elsewhere: bool
    may_ask: bool
