"""The contract of speaking for people without a phone, which the facilitator and a helper share."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, TypedDict

from workshop_kit.domain.course import Phase, Stage
from workshop_kit.domain.entries import COMPETENCE, IDEA, INTEREST, MARK, NUMBER, PSEUDONYM, REFUSAL_SAID, SLIP
from workshop_kit.domain.model import AssignmentStatus
from workshop_kit.live.contract.asking import Id
from workshop_kit.live.contract.participant.ideas import KnownSource
from workshop_kit.live.contract.participant.mission import Reply
from workshop_kit.live.contract.participant.offer import AnswerOffer, OfferHelp, SayTerms, Terms
from workshop_kit.live.contract.participant.scores import ScoreAnswers
from workshop_kit.live.contract.participant.vote import ShownRule
from workshop_kit.live.contract.shared import ChallengeText, Choice, NumberedChallenge

# -- what may be asked ----------------------------------------------------------------------------------------------


class Retyped(StrEnum):
    """What is typed of a paper: something new, another idea of the same number, or instead of what was typed."""

    NEW = "new"
    ANOTHER = "another"
    INSTEAD = "instead"


@dataclass(frozen=True)
class AddVoice:
    """Somebody without a phone: a category by its key, or any word; ``sector`` may be left out."""

    pseudonym: Annotated[str, PSEUDONYM]
    category: str
    sector: str | None = None


@dataclass(frozen=True)
class WhichVoice:
    """Somebody the workshop knows."""

    participant: Id


@dataclass(frozen=True)
class WriteAs:
    """An idea of somebody without a phone, in their words."""

    participant: Id
    challenge: Id
    text: Annotated[str, IDEA]
    source: KnownSource | None = None


@dataclass(frozen=True)
class VoteAs:
    """The whole ballot of somebody without a phone: an option's number for each dot, none for an empty ballot.

    On another ballot ``numbers`` are the options that bear a mark, and ``values`` what each was given, in their order:
    a grade, a stance (1, -1, 0) or points; none of a budget without points.
    ``series`` is the mark of the numbers that were on the page. ``again``: it is instead of what they gave on a phone.
    """

    participant: Id
    challenge: Id
    numbers: tuple[Annotated[int, NUMBER], ...]
    series: str
    values: tuple[Annotated[int, MARK], ...] = ()
    again: bool = False


@dataclass(frozen=True)
class ScoreAs:
    """What somebody without a phone answers on a challenge; a scale left out stays as it was.

    ``again``: it is instead of what they answered on a phone.
    """

    participant: Id
    challenge: Id
    competence: Annotated[int, COMPETENCE] | None = None
    interest: Annotated[int, INTEREST] | None = None
    unsure: bool = False
    again: bool = False


@dataclass(frozen=True)
class AnswerOfferAs(AnswerOffer):
    """Whether somebody without a phone would help with some challenges, as ``AnswerOffer``."""

    participant: Id = ""


@dataclass(frozen=True)
class OfferAs(OfferHelp):
    """An offer of help by somebody without a phone, once they said yes to what was read to them."""

    participant: Id = ""


@dataclass(frozen=True)
class SayTermsAs(SayTerms):
    """What somebody without a phone can do, as ``SayTerms``."""

    participant: Id = ""


@dataclass(frozen=True)
class LetAskAs:
    """Whether a mission may be proposed to somebody without a phone."""

    participant: Id
    may_ask: bool


@dataclass(frozen=True)
class AnswerAs:
    """What somebody without a phone answers to a mission proposed to them; ``said`` and ``another`` come with a no."""

    participant: Id
    mission: Id
    answer: Reply
    said: Annotated[str, REFUSAL_SAID] = ""
    another: bool = False


@dataclass(frozen=True)
class TypeSlip:
    """An idea on a numbered slip; an empty ``category`` is one that the slip does not say."""

    challenge: Id
    number: Annotated[int, SLIP]
    text: Annotated[str, IDEA]
    source: KnownSource | None = None
    category: str = ""
    retyped: Retyped = Retyped.NEW


@dataclass(frozen=True)
class TypeBallot:
    """A numbered ballot, its ``numbers`` and ``values`` as ``VoteAs``; ``series`` is the mark printed on it."""

    challenge: Id
    number: Annotated[int, SLIP]
    numbers: tuple[Annotated[int, NUMBER], ...]
    series: str
    values: tuple[Annotated[int, MARK], ...] = ()
    retyped: Retyped = Retyped.NEW


# -- what is shown --------------------------------------------------------------------------------------------------


class VoiceOption(TypedDict):
    """An option of an open vote, with its number on the ballot, and what it costs, if known."""

    id: str
    number: int
    title: str
    cost: int | None


class VoiceChallenge(NumberedChallenge):
    """A challenge as far as one speaks for people on it; ``options`` and their ``series`` only while it is voted on.

    ``rule`` is how the room votes on it. ``papers`` is how many numbered papers were typed for what is done on it now.
    """

    stage: Stage
    options: list[VoiceOption]
    series: str
    rule: ShownRule
    papers: int


class VoiceAct(TypedDict):
    """One act for one person: whether it is ``open``, how much is ``done``, and what it still ``asks`` for, by id."""

    open: bool
    done: int
    asks: list[str]


class VoiceScore(ScoreAnswers):
    """What somebody answered on a challenge."""

    challenge: str


class VoiceMission(ChallengeText):
    """A mission proposed to somebody, with the reason in words; ``id`` is its own, ``another``: they want another."""

    title: str
    reason: str
    status: AssignmentStatus
    another: bool


class Voice(TypedDict):
    """Somebody without a phone, and what was said for them; no way to reach them comes back once it was given.

    ``phone``: they came with one, which is dead; then it is told whether something was given and what is still asked
    for, and nothing of what they gave. ``back``: they may speak by it again. ``dots`` are by option, of the votes that
    are open, and ``marks`` what another ballot says. ``voted`` is on how many challenges they voted otherwise than by
    dots: a vote each among what is ``done``. ``declined`` are the challenges of a "not me". ``terms`` are what they can
    do, ``None``: they said it elsewhere, or by their phone. ``reach`` are the sectors besides their own.
    """

    id: str
    pseudonym: str
    category: str
    phone: bool
    back: bool
    write: VoiceAct
    vote: VoiceAct
    score: VoiceAct
    offer: VoiceAct
    answer: VoiceAct
    dots: dict[str, int]
    marks: dict[str, int]
    voted: int
    scores: list[VoiceScore]
    offered: bool
    declined: list[str]
    may_ask: bool | None
    terms: Terms | None
    reach: list[str]
    missions: list[VoiceMission]


class NextVoice(TypedDict):
    """What is to be done next for whom; ``challenge`` where it is about one."""

    participant: str
    pseudonym: str
    act: str
    challenge: str | None


class VoicesModel(TypedDict):
    """The people without a phone, what was said for each, and what is open now; ``purpose`` is said to the person."""

    phase: Phase
    challenges: list[VoiceChallenge]
    people: list[Voice]
    next: NextVoice | None
    categories: list[Choice]
    sectors: list[str]
    organiser: str
    purpose: str
    retention: str
