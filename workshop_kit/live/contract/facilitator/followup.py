"""The contract of the follow-up: what is missing before publication, and who does what of the results, and when."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal, TypedDict

from workshop_kit.domain.gaps import GapKind
from workshop_kit.live.contract.facilitator.missions_shown import MissionFollowUp
from workshop_kit.live.contract.shared import NumberedChallenge

# -- what may be asked ----------------------------------------------------------------------------------------------


class WorkshopField(StrEnum):
    """What the workshop says for afterwards: who keeps the data, whom to call, and what happens next."""

    ORGANISER = "organiser"
    CONTACT = "contact"
    FOLLOW_UP = "follow_up"


@dataclass(frozen=True)
class TellWorkshop:
    """One of the workshop's own words for afterwards; an empty ``text`` takes it back."""

    field: WorkshopField
    text: str


# -- what is shown --------------------------------------------------------------------------------------------------


class GapCount(TypedDict):
    """How often something is missing, and where for the first time: ``None``, the workshop itself lacks it."""

    kind: GapKind
    number: int
    mission: str | None
    challenge: str | None


class FollowedMission(MissionFollowUp):
    """A mission to follow up: how many accepted it, and how many still think; ``concealed`` as on its own page."""

    id: str
    title: str
    concealed: bool
    places: int
    filled: int
    waiting: int


class FollowedResult(TypedDict):
    """One of the first results: ``tied`` with others of its rank, with the missions made of it."""

    option: str
    title: str
    rank: int
    tied: bool
    dots: int
    supporters: int
    missions: list[FollowedMission]


class FollowedChallenge(NumberedChallenge):
    """A challenge, what came of it, and how much its missions lack.

    ``worked``: whether the room worked on it; results stand there once the room has seen them. ``others`` are the
    missions that no first result became; ``rest`` counts the further ideas, ``undotted`` those of them without a dot.
    """

    worked: Literal["no", "open", "done"]
    results: list[FollowedResult]
    others: list[FollowedMission]
    rest: int
    undotted: int
    lacks: int


class WorkshopAfterwards(TypedDict):
    """What the workshop says for afterwards; empty: not said yet."""

    organiser: str
    contact: str
    follow_up: str


class FollowUpModel(WorkshopAfterwards):
    """What is missing before publication, each with its place, and the results with their missions."""

    gaps: list[GapCount]
    challenges: list[FollowedChallenge]
