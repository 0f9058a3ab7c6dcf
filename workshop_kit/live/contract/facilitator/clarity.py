"""The contract of how a challenge's sentence is read: what it says and lacks, what it was, how clear people find it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, TypedDict

from workshop_kit.domain.challenge_reading import Kind
from workshop_kit.domain.clarity import ASKED_AT_LEAST, ASKED_AT_MOST, Clearness
from workshop_kit.domain.entries import NUMBER, REMARK, Whole
from workshop_kit.domain.precision import Part
from workshop_kit.live.contract.asking import Id, OneOf

# -- what may be asked ----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class AskClarity:
    """How many people are asked how clear a challenge's sentence is."""

    challenge: Id
    wanted: Annotated[int, Whole(ASKED_AT_LEAST, ASKED_AT_MOST, "malformed-intention")]


@dataclass(frozen=True)
class RateHere:
    """How clear somebody finds a challenge's sentence who answers at the facilitator's own page."""

    challenge: Id
    clearness: Annotated[Clearness, OneOf("malformed-intention")]
    remark: Annotated[str, REMARK] = ""


@dataclass(frozen=True)
class WaitNoMore:
    """A challenge of which no more answers are awaited."""

    challenge: Id


@dataclass(frozen=True)
class ForgetClarity:
    """A sentence of a challenge whose answers are to be erased."""

    challenge: Id
    number: Annotated[int, NUMBER]


# -- what is shown --------------------------------------------------------------------------------------------------


class MarkedPart(TypedDict):
    """Where a part stands in the sentence, as a page counts letters (UTF-16)."""

    part: Part
    start: int
    end: int


class NextQuestion(TypedDict):
    """What is asked for next, with answers to begin from; ``part`` ``None``: it is about the sentence as a whole."""

    part: Part | None
    ask: str
    examples: list[str]


class Reading(TypedDict):
    """How a sentence is read: what it is, why, where its parts stand, and what to ask next, the first first.

    ``text`` is the sentence as it was read, its spaces folded: the marks stand in it. ``score`` is the share of the
    parts it has, 0..1. ``halves`` are the two sentences that one with two challenges comes apart into, else none.
    """

    text: str
    kind: Kind
    score: float
    marks: list[MarkedPart]
    missing: list[Part]
    why: list[str]
    questions: list[NextQuestion]
    halves: list[str]


class GivenRating(TypedDict):
    """What one of those asked said; nobody's name."""

    clearness: Clearness
    remark: str


class SavedSentence(TypedDict):
    """A sentence that was saved for a challenge: what it was, how many parts it had, since when (milliseconds).

    ``ratings`` once all who were asked have answered.
    """

    number: int
    statement: str
    at: int
    kind: Kind
    parts: int
    ratings: list[GivenRating]


class ClarityOfChallenge(TypedDict):
    """How asking about a challenge stands: of which sentence, how many were asked, how many have answered.

    ``number`` 0: nobody was asked yet. What was said is here once all have answered, and not before. ``present``:
    the sentence asked about is the one the challenge has now.
    """

    number: int
    statement: str
    present: bool
    wanted: int
    answered: int
    ratings: list[GivenRating]


class WaysToRead(TypedDict):
    """How people come to read beforehand: the code to type, the address with it, and that as rows of a QR code.

    All empty while nobody is asked; ``address`` and ``rows`` while phones cannot come in.
    """

    code: str
    address: str
    link: str
    rows: list[str]
    readers: int
