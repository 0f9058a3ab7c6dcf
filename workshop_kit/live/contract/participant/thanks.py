"""The contract of the thanks: what the store keeps of this person, once it is looked at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypedDict

from workshop_kit.domain.ballots import VoteKind
from workshop_kit.live.contract.participant.mission import Afterwards, OwnMission
from workshop_kit.live.contract.participant.offer import Offer, Terms
from workshop_kit.live.contract.participant.scores import ScoreAnswers
from workshop_kit.live.contract.participant.seat import SeatForm
from workshop_kit.live.contract.shared import ChallengeText

# -- what may be asked ----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class LookAtWhatIGave:
    """Open what one gave, or close it."""

    opened: bool


# -- what is shown --------------------------------------------------------------------------------------------------


class GivenDots(TypedDict):
    """Dots one gave to an option, in a round of its vote."""

    title: str
    count: int
    round: int


class GivenMark(TypedDict):
    """What one put on an option on another ballot, in a round of its vote.

    ``value`` is a grade, 0..6; a stance (1, -1, 0); or what one put on it of a budget, ``points`` where these were
    spread.
    """

    title: str
    round: int
    kind: VoteKind
    value: int
    points: bool


class GivenIdea(TypedDict):
    """An idea of one's own; ``held``: it is held back, and will not be in the synthesis.

    ``answer`` is what one answered when asked what one meant, empty: nothing.
    """

    text: str
    held: bool
    answer: str


class GivenOnChallenge(ChallengeText, ScoreAnswers):
    """What one gave on a challenge; ``declined``: one said "not me" when asked for help with it, ``offered``: yes."""

    ideas: list[GivenIdea]
    dots: list[GivenDots]
    marks: list[GivenMark]
    declined: bool
    offered: bool


class Given(Afterwards):
    """Everything the store keeps of this person, to read, to carry away, or to erase.

    ``named``: their name stands beside a mission that they accepted, as they allowed. ``elsewhere``: an offer of help
    was given on another seat of theirs, and it counts. ``terms``: see ``OfferModel``. ``joined``: there is
    another seat.
    """

    title: str
    pseudonym: str
    category: str
    sector: str
    form: SeatForm
    may_ask: bool
    named: bool
    challenges: list[GivenOnChallenge]
    offer: Offer | None
    elsewhere: bool
    terms: Terms | None
    joined: bool
    missions: list[OwnMission]


class ThanksModel(TypedDict):
    """The thanks, and what one gave once it is looked at; ``follow_up`` says what happens next, where and when."""

    visible: Literal[True]
    thanking: bool
    opened: bool
    follow_up: str
    given: Given | None
