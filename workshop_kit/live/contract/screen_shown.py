"""What stands on the screen: challenges, ideas, results, the matrix, missions; each a part of what a view shows."""

from __future__ import annotations

from typing import TypedDict

from workshop_kit.domain.course import Moment
from workshop_kit.domain.stakes import StakesStage
from workshop_kit.live.contract.shared import MatrixCounts, RoundTally, StanceCounts, Tallied, Timer


class ScreenChallenge(TypedDict):
    """A challenge with its place among the workshop's, from 1; ``tables`` says in words which work on it."""

    number: int
    stake: str
    statement: str
    tables: str


class ScreenTable(TypedDict):
    """A table of the plan: its number, where it stands, and who sits at it, by pseudonym.

    ``people`` are those of the page alone, none on the first; ``seats`` counts them.
    """

    number: int
    landmark: str
    seats: int
    people: list[str]


class ScreenStakes(TypedDict):
    """What phones are asked about stakes before there are challenges: the stage, and how many it has brought so far.

    ``number`` counts proposals while they are gathered and sorted, and people who judged afterwards; nothing of what
    they wrote or found is here.
    """

    stage: StakesStage
    number: int


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


class ScreenProject(TypedDict):
    """An option of a budget: its cost, how many would spend on it, and how many points they put, now and ``before``."""

    title: str
    cost: int
    supporters: int
    points: int
    funded: bool
    before: RoundTally | None


class ScreenMatrix(TypedDict):
    """The matrix of one challenge; ``counts`` only once it is drawn: the room has answered, and five people at least.

    ``few``: fewer than five answered, so that it is drawn nowhere.
    """

    challenge: ScreenChallenge
    heard: int
    room: int
    few: bool
    counts: MatrixCounts | None


class OffersCounted(TypedDict):
    """How many of the room offered help, and apart from them how many ``others``, known from a file or a poster."""

    offers: int
    others: int


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
