"""The contract of taking a seat: who one says one is, the header of a phone, and giving the seat back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal, TypedDict

from workshop_kit.domain.course import Moment, Phase, Stage
from workshop_kit.domain.entries import PSEUDONYM, SEAT_CODE
from workshop_kit.live.contract.participant.table import OwnTable
from workshop_kit.live.contract.shared import Choice, Hidden, NumberedChallenge, Timer

# -- what may be asked ----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class ChooseLanguage:
    """Read in another language."""

    language: str


@dataclass(frozen=True)
class TakeSeat:
    """Who one says one is; ``sector`` may be left out."""

    pseudonym: Annotated[str, PSEUDONYM]
    category: str
    sector: str | None = None


@dataclass(frozen=True)
class ReturnToSeat:
    """The personal code of the seat one had, as it was typed."""

    code: Annotated[str, SEAT_CODE]


@dataclass(frozen=True)
class Erase:
    """Give the seat back, with or without the ideas."""

    with_ideas: bool


# -- what is shown --------------------------------------------------------------------------------------------------


class SeatChallenge(NumberedChallenge):
    """A challenge in the course: where it stands, and what is said of it; ``wording`` grows when it is reworded."""

    stage: Stage
    round: int
    wording: int
    tables: str
    timer: Timer | None


class SeatModel(TypedDict):
    """The header of a phone: where the room and each challenge stand, who one is, and how much time is left.

    ``current`` is the challenge the room is at, ``timer`` the room's own. ``joined``: this seat counts as one person
    with another, taken on another ``phone``, or by a ``voice`` that spoke for somebody without one. ``code`` brings
    this person back to the seat on another browser, empty without one; ``returned`` is when a browser last came with it
    after this one, in milliseconds since 1970. ``table`` is where this person sits in the round that phones are told.
    ``slip``: nobody sits here, and a paper slip of somebody's was opened with its code.
    """

    title: str
    pseudonym: str | None
    moment: Moment
    phase: Phase
    current: str | None
    challenges: list[SeatChallenge]
    timer: Timer | None
    joined: Literal["phone", "voice"] | None
    code: str
    returned: int | None
    table: OwnTable | None
    slip: bool


class Me(TypedDict):
    """Who one said one is."""

    pseudonym: str
    category: str
    sector: str


class SeatForm(TypedDict):
    """What one says when taking a seat, and may correct: who one is, and what there is to choose from."""

    me: Me | None
    categories: list[Choice]
    sectors: list[str]


class JoinForm(SeatForm):
    """The join form with who keeps what, or the calm wait of those already in.

    ``organiser`` keeps the data, ``contact`` is whom to call, empty: nobody said it yet; ``retention`` is the day on
    which contact details are to be erased, in words. ``over``: the workshop is at its thanks.
    """

    visible: Literal[True]
    over: bool
    present: int
    organiser: str
    contact: str
    retention: str


JoinModel = JoinForm | Hidden
