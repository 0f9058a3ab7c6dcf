"""The contract of a phone's vote: one's own dots while it is open, the tallies once it is closed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal, TypedDict

from workshop_kit.domain.ballots import VoteKind
from workshop_kit.domain.entries import ANY_DOTS, GRADE, POINTS, ROUND
from workshop_kit.domain.statements import Stance
from workshop_kit.live.contract.asking import Id, OneOf
from workshop_kit.live.contract.participant.ideas import AskedIdea
from workshop_kit.live.contract.shared import ChallengeText, Hidden, Tallied

# -- what may be asked ----------------------------------------------------------------------------------------------
#
# ``round`` is that of the ballot it was put on: a letter that waited for the network while the room began to vote again
# is no answer to what is asked now. A page of before, which knows of no rounds, leaves it out.


@dataclass(frozen=True)
class PlaceDots:
    """How many dots of one's own stand on an option."""

    challenge: Id
    option: Id
    count: Annotated[int, ANY_DOTS]
    round: Annotated[int, ROUND] | None = None


@dataclass(frozen=True)
class GiveGrade:
    """One's own grade of an option, 0..6 as on every scale; ``None`` leaves it blank again."""

    challenge: Id
    option: Id
    grade: Annotated[int, GRADE] | None = None
    round: Annotated[int, ROUND] | None = None


@dataclass(frozen=True)
class SayStance:
    """What one says to a statement; ``None`` takes it back."""

    challenge: Id
    option: Id
    stance: Annotated[Stance, OneOf("unknown-stance")] | None = None
    round: Annotated[int, ROUND] | None = None


@dataclass(frozen=True)
class SpendOn:
    """What one puts on an option of a budget: 1 approves it where there are no points, 0 takes it back."""

    challenge: Id
    option: Id
    points: Annotated[int, POINTS]
    round: Annotated[int, ROUND] | None = None


# -- what is shown --------------------------------------------------------------------------------------------------


class OptionText(TypedDict):
    """What a phone shows of an option: its title, its ideas' texts, and whether one of them is one's own.

    ``ideas`` are the first of the ``gathered`` ones where there are very many; ``answers`` what the author of each
    answered to "what do you mean?", in the same order, ``""``: nothing.
    """

    id: str
    title: str
    lone: bool
    gathered: int
    ideas: list[str]
    answers: list[str]
    mine: bool


class ShownRule(TypedDict):
    """A ``domain.ballots.VoteRule`` as pages are told it; ``scale`` are the grades offered, the best first."""

    kind: VoteKind
    budget: int
    most: int
    grades: int
    scale: list[int]
    blanks_count: bool
    to_spend: int
    points: int


class VoteOption(OptionText):
    """An option with one's own dots on it, and its ``number`` in this person's own order, from 1.

    On another ballot ``mark`` is one's own grade, stance (1, -1, 0) or points on it, ``None``: nothing yet. ``before``
    is what one gave in the round before, ``None``: nothing, or there was none. ``cost`` is what it costs, if known.
    """

    number: int
    dots: int
    mark: int | None
    before: int | None
    cost: int | None


class BallotChallenge(ChallengeText):
    """A challenge that is voted on, with its options in an order of this person's own.

    Of many options a phone is given a ``page`` of ``pages`` at a time, and from ``elsewhere`` those on which it has put
    dots, or has just taken them back; ``total`` is how many there are in all, ``marked`` on how many one has put
    anything, ``spent`` what one has spent of dots, points or the sum. ``again``: it is a second vote, after a
    discussion of the first, for somebody who gave something in the first. ``nudged``: the facilitator encourages who
    has said nothing yet, and this person has not. Of those ``asked`` the room still asks what is meant.
    """

    stage: Literal["vote"]
    options: list[VoteOption]
    rule: ShownRule
    round: int
    again: bool
    elsewhere: list[VoteOption]
    total: int
    marked: int
    spent: int
    page: int
    pages: int
    finished: bool
    nudged: bool
    asked: list[AskedIdea]


class TalliedOption(OptionText, Tallied):
    """What an option gathered, and one's own part of it; ``tied``: another stands in the same place.

    ``my_mark`` is one's own grade, stance (1, -1, 0) or points on it, ``None``: nothing, or the vote was by dots.
    """

    tied: bool
    my_dots: int
    my_mark: int | None


class TalliedChallenge(ChallengeText):
    """A challenge whose results are shown, the best option first.

    ``covered`` is how many of the first places are still to be unveiled on the screen: their options are not here. Of
    many a phone is given a ``page`` of ``pages`` at a time; ``most`` is the most dots, or points of a budget, that one
    of all of them has, and ``without`` how many of them were given nothing. ``rule`` is how the room voted in this
    ``round``. ``discussed``: it is a first vote, which the room discusses before it votes again.
    """

    stage: Literal["results", "closed"]
    options: list[TalliedOption]
    rule: ShownRule
    round: int
    discussed: bool
    covered: int
    most: int
    without: int
    page: int
    pages: int


class OpenVotes(TypedDict):
    """The challenges whose vote or results this person sees now; each as far as that challenge has come."""

    visible: Literal[True]
    challenges: list[BallotChallenge | TalliedChallenge]


VoteModel = OpenVotes | Hidden
