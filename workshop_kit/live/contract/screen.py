"""What the projector is shown, phase by phase: what everybody in the room may see now. It may ask for nothing."""

from __future__ import annotations

from typing import Literal, TypedDict

from workshop_kit.domain.course import Phase
from workshop_kit.live.contract.shared import MatrixCounts, Tallied, Timer


class ScreenChallenge(TypedDict):
    """A challenge with its place among the workshop's, from 1."""

    number: int
    stake: str
    statement: str


class ScreenFrame(TypedDict):
    """What every phase shows."""

    phase: Phase
    title: str
    territory: str
    people: int
    timer: Timer | None
    of: int
    challenges: list[ScreenChallenge]


class ScreenPlain(ScreenFrame):
    """What a phase without a view of its own shows: the challenge and the time left."""

    view: Literal["plain"]


class ScreenWelcome(ScreenFrame):
    """How to join; ``qr`` has a row of ``0`` and ``1`` for each line of modules."""

    view: Literal["welcome"]
    join: str
    qr: list[str]


class ScreenWriting(ScreenFrame):
    """How many are done writing."""

    view: Literal["writing"]
    finished: int


class ScreenCard(TypedDict):
    """An idea, or ideas gathered under a title; contact details are blotted out."""

    title: str
    texts: list[str]
    stake: str


class ScreenReveal(ScreenFrame):
    """Everybody's ideas."""

    view: Literal["reveal"]
    cards: list[ScreenCard]


class ScreenVote(ScreenFrame):
    """How many have voted."""

    view: Literal["vote"]
    voted: int


class ScreenRank(Tallied):
    """What one option gathered."""

    title: str
    ideas: int
    stake: str


class ScreenResults(ScreenFrame):
    """The tallies, the best first."""

    view: Literal["results"]
    ranks: list[ScreenRank]


class ScreenScoring(ScreenFrame):
    """The matrices, without names."""

    view: Literal["scoring"]
    matrices: list[MatrixCounts]


class ScreenOffer(ScreenFrame):
    """How many offered help."""

    view: Literal["offer"]
    offers: int


class ScreenMission(TypedDict):
    """One mission with the names of those who agreed; the others are only counted."""

    stake: str
    title: str
    places: int
    filled: int
    sector: str
    names: list[str]
    unnamed: int


class ScreenMissions(ScreenFrame):
    """The missions as they fill."""

    view: Literal["missions"]
    missions: list[ScreenMission]


class ScreenThanks(ScreenFrame):
    """What the room gave."""

    view: Literal["thanks"]
    ideas: int
    offers: int
    taken: int


ScreenModel = (
    ScreenPlain
    | ScreenWelcome
    | ScreenWriting
    | ScreenReveal
    | ScreenVote
    | ScreenResults
    | ScreenScoring
    | ScreenOffer
    | ScreenMissions
    | ScreenThanks
)
