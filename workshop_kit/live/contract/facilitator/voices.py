"""The contract of the facilitator's panel on people without a phone: their voices, the helpers, and the papers."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, TypedDict

from workshop_kit.domain.entries import COPIES, SLIP
from workshop_kit.live.contract.asking import Id
from workshop_kit.live.contract.facilitator.slips import SlipsModel
from workshop_kit.live.contract.facilitator.synthesis import MakingModel
from workshop_kit.live.contract.shared import KnownPerson
from workshop_kit.live.contract.voices import VoicesModel

# -- what may be asked ----------------------------------------------------------------------------------------------


class PaperKind(StrEnum):
    """What is printed in the room: slips for ideas, ballots of one challenge, its board for the wall, mission slips."""

    SLIPS = "slips"
    BALLOTS = "ballots"
    BOARD = "board"
    MISSIONS = "missions"


@dataclass(frozen=True)
class PapersAsked:
    """Papers to print: how many, numbered from ``first``, of a challenge.

    Of slips of missions nothing of that is asked, but whether ``everyone`` has one who has yet to answer, a phone here
    or not, and whether they are black on white.
    """

    kind: PaperKind
    challenge: Id | None = None
    first: Annotated[int, SLIP] = 1
    copies: Annotated[int, COPIES] = 1
    everyone: bool = False
    bw: bool = False


@dataclass(frozen=True)
class WhichPapers:
    """The papers of one kind that were made, or are being made."""

    kind: PaperKind


@dataclass(frozen=True)
class WhichHelper:
    """A helper who is in, by the name that the page has for their browser."""

    helper: Id


@dataclass(frozen=True)
class HoldPapers:
    """Whether the ideas of the papers that a helper typed in are held back."""

    helper: Id
    held: bool


# -- what is shown --------------------------------------------------------------------------------------------------


class PapersModel(TypedDict):
    """How the making of papers stands, the name of their file, and the number that the next ones begin with."""

    slips: MakingModel
    ballots: MakingModel
    board: MakingModel
    missions: MakingModel
    files: dict[str, str]
    first: int


class Helper(TypedDict):
    """A helper who is in, or was: their ``pseudonym`` if they have a seat, and how many ``papers`` they typed in.

    A paper that somebody typed anew is not theirs any more. Of the ideas of these papers ``ideas`` are before the room
    and ``held`` were held back together.
    """

    id: str
    pseudonym: str
    papers: int
    inside: bool
    ideas: int
    held: int


class VoicesDeskModel(VoicesModel):
    """The people without a phone, with what the facilitator alone sees.

    ``others`` are those who have a phone, which may die; ``helper_code`` lets ``helpers`` in, ``""`` nobody; those who
    typed papers in are told though they are out. ``slips`` are the missions that people answer on paper.
    """

    others: list[KnownPerson]
    helper_code: str
    helpers: list[Helper]
    papers: PapersModel
    slips: SlipsModel
