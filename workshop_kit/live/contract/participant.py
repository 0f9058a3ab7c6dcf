"""What a phone may ask and is shown: one person's own contributions, and of the others what the room may see now."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Literal, TypedDict

from workshop_kit.domain.course import Phase
from workshop_kit.domain.entries import COMPETENCE, DOTS, IDEA, INTEREST, PERSON_NAME, PSEUDONYM
from workshop_kit.domain.model import AssignmentStatus, Source
from workshop_kit.live.contract.asking import Id, OneOf
from workshop_kit.live.contract.shared import ChallengeText, Choice, Hidden, Tallied, Timer

KnownSource = Annotated[Source, OneOf("unknown-source")]


class Reply(StrEnum):
    """A person's answer to a mission proposed to them."""

    ACCEPTED = AssignmentStatus.ACCEPTED
    DECLINED = AssignmentStatus.DECLINED


class Finishable(StrEnum):
    """What one may be done with."""

    WRITING = Phase.WRITING
    VOTE = Phase.VOTE


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
class WriteIdea:
    """An idea of one's own for a challenge, and how one knows, if one says so."""

    challenge: Id
    text: Annotated[str, IDEA]
    source: KnownSource | None = None


@dataclass(frozen=True)
class CorrectIdea:
    """Another text or source for an idea of one's own."""

    idea: Id
    text: Annotated[str, IDEA]
    source: KnownSource | None = None


@dataclass(frozen=True)
class RemoveIdea:
    """An idea of one's own to take back."""

    idea: Id


@dataclass(frozen=True)
class Finish:
    """Say "I am done" with a phase, or not yet."""

    phase: Finishable
    finished: bool


@dataclass(frozen=True)
class PlaceDots:
    """How many dots of one's own stand on an option."""

    challenge: Id
    option: Id
    count: Annotated[int, DOTS]


@dataclass(frozen=True)
class ScoreCompetence:
    """One's competence on a challenge."""

    challenge: Id
    value: Annotated[int, COMPETENCE]


@dataclass(frozen=True)
class ScoreInterest:
    """One's interest in a challenge."""

    challenge: Id
    value: Annotated[int, INTEREST]


@dataclass(frozen=True)
class SayUnsure:
    """Say "I don't know" on a challenge, which is not a score of 0."""

    challenge: Id


@dataclass(frozen=True)
class OfferHelp:
    """An offer of help for some challenges (none named: any), with a way to be reached."""

    name: Annotated[str, PERSON_NAME]
    email: str
    phone: str
    challenges: tuple[str, ...]
    consent: bool
    may_show_name: bool = False


@dataclass(frozen=True)
class AnswerMission:
    """One's answer to a mission proposed to oneself."""

    mission: Id
    answer: Reply


@dataclass(frozen=True)
class LookAtWhatIGave:
    """Open what one gave, or close it."""

    opened: bool


@dataclass(frozen=True)
class Erase:
    """Give the seat back, with or without the ideas."""

    with_ideas: bool


class Written(TypedDict):
    """The id of an idea just written or corrected."""

    idea: str


# -- what is shown --------------------------------------------------------------------------------------------------


class SeatModel(TypedDict):
    """The header of a phone: where the workshop stands, who one is, and how much time is left."""

    title: str
    pseudonym: str | None
    phase: Phase
    timer: Timer | None


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
    """The join form, or the calm wait of those already in."""

    visible: Literal[True]
    present: int


class OwnIdea(TypedDict):
    """An idea of one's own."""

    id: str
    text: str
    source: Source | None


class WritingChallenge(ChallengeText):
    """A challenge with one's own ideas on it."""

    ideas: list[OwnIdea]


class WritingModel(TypedDict):
    """One's own ideas while writing."""

    visible: Literal[True]
    stage: Literal["writing"]
    challenges: list[WritingChallenge]
    current: str | None
    finished: bool


class RevealedIdea(TypedDict):
    """An idea that everybody may read, and whether it is one's own."""

    text: str
    mine: bool


class RevealedOption(TypedDict):
    """An idea, or ideas gathered under a title."""

    title: str
    lone: bool
    ideas: list[RevealedIdea]


class RevealedChallenge(ChallengeText):
    """A challenge with everybody's ideas, in an order of this person's own."""

    options: list[RevealedOption]


class RevealModel(TypedDict):
    """Everybody's ideas once revealed."""

    visible: Literal[True]
    stage: Literal["reveal"]
    challenges: list[RevealedChallenge]
    current: str | None


class OptionText(TypedDict):
    """What a phone shows of an option: its title, its ideas' texts, and whether one of them is one's own."""

    id: str
    title: str
    lone: bool
    ideas: list[str]
    mine: bool


class VoteOption(OptionText):
    """An option with one's own dots on it."""

    dots: int


class VoteChallenge(ChallengeText):
    """A challenge with its options, in an order of this person's own."""

    options: list[VoteOption]


class BallotModel(TypedDict):
    """One's own dots while the vote is open."""

    visible: Literal[True]
    stage: Literal["vote"]
    challenges: list[VoteChallenge]
    current: str | None
    finished: bool


class TalliedOption(OptionText, Tallied):
    """What an option gathered, and one's own part of it."""

    my_dots: int


class TalliedChallenge(ChallengeText):
    """A challenge with its options, the best first."""

    options: list[TalliedOption]


class ResultsModel(TypedDict):
    """The tallies once the vote is closed."""

    visible: Literal[True]
    stage: Literal["results"]
    challenges: list[TalliedChallenge]
    current: str | None


class ScoreAnswers(TypedDict):
    """One's own answers on a challenge: ``None`` is no answer, ``unsure`` is "I don't know"."""

    competence: int | None
    interest: int | None
    unsure: bool


class ScoredChallenge(ChallengeText, ScoreAnswers):
    """A challenge with one's own answers."""


class ScoresModel(TypedDict):
    """One's own place in each matrix."""

    visible: Literal[True]
    current: str | None
    challenges: list[ScoredChallenge]


class Offer(TypedDict):
    """One's own offer of help."""

    name: str
    email: str
    phone: str
    challenges: list[str]
    may_show_name: bool
    consented_on: str
    purpose: str


class OfferModel(TypedDict):
    """The form of an offer of help: in words for what and until when details are kept, and what one offered so far."""

    visible: Literal[True]
    challenges: list[ChallengeText]
    purpose: str
    retention: str
    offer: Offer | None


class OwnMission(TypedDict):
    """A mission proposed to oneself, with the reason in words."""

    id: str
    title: str
    stake: str
    statement: str
    places: int
    sector: str
    referent: str
    reason: str
    status: AssignmentStatus


class MissionModel(TypedDict):
    """The missions proposed to oneself."""

    visible: Literal[True]
    missions: list[OwnMission]


class GivenDots(TypedDict):
    """Dots one gave to an option."""

    title: str
    count: int


class GivenOnChallenge(ChallengeText, ScoreAnswers):
    """What one gave on a challenge."""

    ideas: list[str]
    dots: list[GivenDots]


class Given(TypedDict):
    """Everything the store keeps of this person, to read, to carry away, or to erase."""

    title: str
    pseudonym: str
    category: str
    sector: str
    form: SeatForm
    retention: str
    challenges: list[GivenOnChallenge]
    offer: Offer | None
    missions: list[OwnMission]


class ThanksModel(TypedDict):
    """The thanks, and what one gave once it is looked at."""

    visible: Literal[True]
    thanking: bool
    opened: bool
    given: Given | None


JoinModel = JoinForm | Hidden
IdeasModel = WritingModel | RevealModel | Hidden
VoteModel = BallotModel | ResultsModel | Hidden
