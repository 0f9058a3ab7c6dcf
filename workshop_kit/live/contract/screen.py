"""What the projector is shown: what everybody in the room may see now. It may ask for nothing."""

from __future__ import annotations

from typing import Literal, TypedDict

from workshop_kit.domain.course import Moment
from workshop_kit.live.contract.participant.vote import ShownRule
from workshop_kit.live.contract.screen_shown import (
    OffersCounted,
    ScreenCard,
    ScreenChallenge,
    ScreenDiscussed,
    ScreenFell,
    ScreenMatrix,
    ScreenMissionCard,
    ScreenOpen,
    ScreenOpinions,
    ScreenPlace,
    ScreenProject,
    ScreenStakes,
    ScreenStatement,
    ScreenTable,
    ScreenWhole,
)
from workshop_kit.live.contract.shared import Timer


class ScreenFrame(TypedDict):
    """What every page shows, and always how to join: ``qr`` has a row of ``0`` and ``1`` a line of modules.

    ``door`` are the words that newcomers have to say, or empty.
    ``pages`` is how many cards stand on each page, ``page`` the one shown, from 0.
    """

    moment: Moment
    title: str
    territory: str
    people: int
    timer: Timer | None
    of: int
    challenges: list[ScreenChallenge]
    join: str
    qr: list[str]
    door: str
    page: int
    pages: list[int]


class ScreenPlain(ScreenFrame):
    """What a moment without a view of its own shows: the challenge and the time left."""

    view: Literal["plain"]


class ScreenBlack(ScreenFrame):
    """A black screen: the room looks at people."""

    view: Literal["black"]


class ScreenCode(ScreenFrame):
    """The code to join in large; the rest waits."""

    view: Literal["code"]


class ScreenTables(ScreenFrame):
    """The plan of the tables in the round that phones are told; the pages after the first say who sits where."""

    view: Literal["tables"]
    round: int
    rounds: int
    tables: list[ScreenTable]


class ScreenWelcome(ScreenFrame):
    """How to join, and what phones are asked there: ``None``, to come in and no more."""

    view: Literal["welcome"]
    stakes: ScreenStakes | None


class ScreenForm(ScreenFrame):
    """The address of the volunteer form, for whoever passes before the workshop."""

    view: Literal["form"]


class ScreenWriting(ScreenFrame):
    """How many of ``expected`` wrote an idea; ``None``: nobody knows how many of the room work on this one.

    Where challenges are open together, the first page shows all of them, and each has a page of its own; ``open`` are
    those of the page. ``finished`` said that they are done; of several challenges nobody counts it.
    """

    view: Literal["writing"]
    open: list[ScreenOpen]
    wrote: int
    expected: int | None
    finished: int


class ScreenDiscussing(ScreenFrame):
    """The ideas that are marked for discussion: they stand on pages after those of the view itself."""

    discussed: list[ScreenDiscussed]


class ScreenReveal(ScreenDiscussing):
    """Everybody's ideas, then those to discuss, then ``tensions``: two ideas that oppose each other about one thing."""

    view: Literal["reveal"]
    cards: list[ScreenCard]
    tensions: list[list[str]]


class ScreenRound(ScreenFrame):
    """What is voted by which rule, and in which round; ``first``: another vote follows, once this one is discussed."""

    rule: ShownRule
    round: int
    first: bool


class ScreenVote(ScreenRound):
    """How many of ``expected`` have voted; ``None``: nobody knows how many of the room work on this challenge.

    ``finished`` said that they are done. ``over``: the vote is over, and the results wait for the facilitator's press.
    """

    view: Literal["vote"]
    voted: int
    finished: int
    expected: int | None
    over: bool


class ScreenResults(ScreenRound, ScreenDiscussing):
    """The first places of dots or of grades, the best first, unveiled from the last; what comes after is counted.

    All places are on the first page; ``whole`` are the titles that are too long for it, on the pages after it.
    ``others`` are the ideas with dots or grades beyond the places, ``without`` those that are kept with none; ``fell``
    are those of them that lost most dots of all, where they are one or two, once every place is uncovered.
    """

    view: Literal["results"]
    places: list[ScreenPlace]
    whole: list[ScreenWhole]
    others: int
    without: int
    fell: list[ScreenFell]


class ScreenStatements(ScreenRound, ScreenDiscussing):
    """What the room says of statements: the opinion groups on the first page, where there are any, then each statement.

    ``answered`` are those who said anything, ``without`` the statements that nobody answered.
    ``ungrouped`` says why there are no opinion groups, empty where there are some, or nobody answered.
    """

    view: Literal["statements"]
    answered: int
    opinions: ScreenOpinions | None
    ungrouped: Literal["", "few", "none", "small"]
    statements: list[ScreenStatement]
    without: int


class ScreenBudget(ScreenRound, ScreenDiscussing):
    """What a sum reaches, in order, and then what it does not; ``spent`` is what those that it reaches cost.

    ``unpriced`` are the options whose cost nobody said.
    """

    view: Literal["budget"]
    projects: list[ScreenProject]
    spent: int
    unpriced: int


class ScreenScoring(ScreenFrame):
    """The matrices, one a page, without names."""

    view: Literal["scoring"]
    matrices: list[ScreenMatrix]


class ScreenOffer(ScreenFrame, OffersCounted):
    """Who offers help; ``over``: phones show the missions, and the screen waits for the facilitator's press."""

    view: Literal["offer"]
    over: bool


class ScreenMissions(ScreenFrame):
    """The missions as they fill, challenge by challenge."""

    view: Literal["missions"]
    cards: list[ScreenMissionCard]


class ScreenThanks(ScreenFrame, OffersCounted):
    """What the room gave, and what happens next in the facilitator's words."""

    view: Literal["thanks"]
    ideas: int
    taken: int
    follow_up: str
    contact: str


ScreenModel = (
    ScreenPlain
    | ScreenBlack
    | ScreenCode
    | ScreenTables
    | ScreenWelcome
    | ScreenForm
    | ScreenWriting
    | ScreenReveal
    | ScreenVote
    | ScreenResults
    | ScreenStatements
    | ScreenBudget
    | ScreenScoring
    | ScreenOffer
    | ScreenMissions
    | ScreenThanks
)
