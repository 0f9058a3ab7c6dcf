"""What the projector is shown: what everybody in the room may see now. It may ask for nothing."""

from __future__ import annotations

from typing import Literal, TypedDict

from workshop_kit.domain.course import Moment
from workshop_kit.domain.stakes import StakesStage
from workshop_kit.live.contract.participant.vote import ShownRule
from workshop_kit.live.contract.shared import MatrixCounts, RoundTally, StanceCounts, Tallied, Timer


class ScreenChallenge(TypedDict):
    """A challenge with its place among the workshop's, from 1; ``tables`` says in words which work on it."""

    number: int
    stake: str
    statement: str
    tables: str


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


class ScreenTable(TypedDict):
    """A table of the plan: its number, where it stands, and who sits at it, by pseudonym.

    ``people`` are those of the page alone, none on the first; ``seats`` counts them.
    """

    number: int
    landmark: str
    seats: int
    people: list[str]


class ScreenTables(ScreenFrame):
    """The plan of the tables in the round that phones are told; the pages after the first say who sits where."""

    view: Literal["tables"]
    round: int
    rounds: int
    tables: list[ScreenTable]


class ScreenStakes(TypedDict):
    """What phones are asked about stakes before there are challenges: the stage, and how many it has brought so far.

    ``number`` counts proposals while they are gathered and sorted, and people who judged afterwards; nothing of what
    they wrote or found is here.
    """

    stage: StakesStage
    number: int


class ScreenWelcome(ScreenFrame):
    """How to join, and what phones are asked there: ``None``, to come in and no more."""

    view: Literal["welcome"]
    stakes: ScreenStakes | None


class ScreenForm(ScreenFrame):
    """The address of the volunteer form, for whoever passes before the workshop."""

    view: Literal["form"]


class ScreenTurn(TypedDict):
    """At which (``at``, from 1) of how many tables (``of``) people write."""

    at: int
    of: int


class ScreenOpen(TypedDict):
    """A challenge that is worked on now: what is done with it, its own timer, how many wrote an idea or voted.

    ``over``: its writing is over, and no press has brought its ideas to the screen. ``turn``: ``None`` where people do
    not write, or stay at one table.
    """

    challenge: ScreenChallenge
    moment: Moment
    over: bool
    turn: ScreenTurn | None
    timer: Timer | None
    wrote: int
    voted: int


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


class ScreenCard(TypedDict):
    """An idea, or ``ideas`` gathered under a title; contact details are blotted out.

    Among its ``texts`` are none in the words of the title, which is read already. ``answers`` stand under each of them:
    what its author answered when asked what they mean, empty where there is nothing or no room for it.
    """

    title: str
    texts: list[str]
    answers: list[str]
    ideas: int


class ScreenDiscussed(TypedDict):
    """An idea that is marked for discussion, under the title of its group if any, with what its author answered."""

    title: str
    text: str
    answer: str


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


class ScreenRank(Tallied):
    """What one option gathered.

    A ``title`` too long for its place ends with "…", and stands whole on ``page``, from 0; ``None``: it is whole here.
    """

    title: str
    ideas: int
    page: int | None


class ScreenPlace(TypedDict):
    """One place of the results; ``ranks`` are the options that share it, ``None`` while it is covered.

    ``more`` share it too, beyond those that a screen holds.
    """

    rank: int
    ranks: list[ScreenRank] | None
    more: int


class ScreenWhole(TypedDict):
    """The whole title of an option that is too long for its place."""

    rank: int
    title: str


class ScreenFell(TypedDict):
    """An option beyond the places that lost more than any other since the vote ``before`` this one."""

    title: str
    supporters: int
    dots: int
    before: RoundTally | None


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


class ScreenUnity(TypedDict):
    """What unites the opinion groups: ``code`` says how all of them answer, ``least`` how many in ten at least."""

    code: str
    text: str
    least: int


class ScreenKnown(TypedDict):
    """What one opinion group is known by: ``code`` says how it answers a statement, ``count`` of how many ``seen``."""

    code: str
    text: str
    count: int
    seen: int


class ScreenOpinionGroup(TypedDict):
    """An opinion group of five people or more: how many they are, and where each stands on the drawing, 0..1000."""

    number: int
    letter: str
    people: int
    marks: list[list[int]]
    known: list[ScreenKnown]


class ScreenOpinions(TypedDict):
    """The opinion groups of a room, without a name.

    ``others`` are in none of the ``groups``: they answered too little, or as fewer than five people do.
    """

    groups: list[ScreenOpinionGroup]
    unites: list[ScreenUnity]
    others: int


class ScreenStatement(StanceCounts):
    """What the room says of one statement, and said ``before`` in the vote before this one."""

    text: str
    before: StanceCounts | None


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


class ScreenProject(TypedDict):
    """An option of a budget: its cost, how many would spend on it, and how many points they put, now and ``before``."""

    title: str
    cost: int
    supporters: int
    points: int
    funded: bool
    before: RoundTally | None


class ScreenBudget(ScreenRound, ScreenDiscussing):
    """What a sum reaches, in order, and then what it does not; ``spent`` is what those that it reaches cost.

    ``unpriced`` are the options whose cost nobody said.
    """

    view: Literal["budget"]
    projects: list[ScreenProject]
    spent: int
    unpriced: int


class ScreenMatrix(TypedDict):
    """The matrix of one challenge; ``counts`` only once it is drawn: the room has answered, and five people at least.

    ``few``: fewer than five answered, so that it is drawn nowhere.
    """

    challenge: ScreenChallenge
    heard: int
    room: int
    few: bool
    counts: MatrixCounts | None


class ScreenScoring(ScreenFrame):
    """The matrices, one a page, without names."""

    view: Literal["scoring"]
    matrices: list[ScreenMatrix]


class OffersCounted(TypedDict):
    """How many of the room offered help, and apart from them how many ``others``, known from a file or a poster."""

    offers: int
    others: int


class ScreenOffer(ScreenFrame, OffersCounted):
    """Who offers help; ``over``: phones show the missions, and the screen waits for the facilitator's press."""

    view: Literal["offer"]
    over: bool


class ScreenMission(TypedDict):
    """One mission: how many accepted it, with the names of those who agreed to it, and how many still think.

    ``minimum`` is how many of its ``places`` it needs at least, 0: nobody said it.
    """

    title: str
    places: int
    minimum: int
    filled: int
    waiting: int
    sector: str
    names: list[str]
    unnamed: int


class ScreenMissionCard(TypedDict):
    """Missions of one challenge, as many as stand in a column, and how many places the whole challenge has filled.

    ``more``: the missions before them stand on the card before.
    """

    number: int
    stake: str
    filled: int
    places: int
    more: bool
    missions: list[ScreenMission]


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
