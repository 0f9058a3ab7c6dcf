"""The contract of a phone's vote: one's own dots while it is open, the tallies once it is closed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal, TypedDict

from workshop_kit.domain.entries import DOTS
from workshop_kit.live.contract.asking import Id
from workshop_kit.live.contract.shared import ChallengeText, Hidden, Tallied

# -- what may be asked ----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class PlaceDots:
    """How many dots of one's own stand on an option."""

    challenge: Id
    option: Id
    count: Annotated[int, DOTS]


# -- what is shown --------------------------------------------------------------------------------------------------


class OptionText(TypedDict):
    """What a phone shows of an option: its title, its ideas' texts, and whether one of them is one's own.

    ``ideas`` are the first of the ``gathered`` ones where there are very many.
    """

    id: str
    title: str
    lone: bool
    gathered: int
    ideas: list[str]
    mine: bool


class VoteOption(OptionText):
    """An option with one's own dots on it, and its ``number`` in this person's own order, from 1."""

    number: int
    dots: int


class BallotChallenge(ChallengeText):
    """A challenge that is voted on, with its options in an order of this person's own.

    Of many options a phone is given a ``page`` of ``pages`` at a time, and from ``elsewhere`` those on which it has put
    dots, or has just taken them back; ``total`` is how many there are in all.
    """

    stage: Literal["vote"]
    options: list[VoteOption]
    elsewhere: list[VoteOption]
    total: int
    page: int
    pages: int
    finished: bool


class TalliedOption(OptionText, Tallied):
    """What an option gathered, and one's own part of it; ``tied``: another stands in the same place."""

    tied: bool
    my_dots: int


class TalliedChallenge(ChallengeText):
    """A challenge whose results are shown, the best option first.

    ``covered`` is how many of the first places are still to be unveiled on the screen: their options are not here. Of
    many a phone is given a ``page`` of ``pages`` at a time; ``most`` is the most dots that one of all of them has, and
    ``without`` how many of them have none.
    """

    stage: Literal["results", "closed"]
    options: list[TalliedOption]
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
