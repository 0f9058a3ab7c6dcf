"""The contract of step 5: the missions, and the people on them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, TypedDict

from workshop_kit.domain.entries import COMPETENCE, MISSION_TITLE, PLACES
from workshop_kit.domain.model import AssignmentStatus
from workshop_kit.live.contract.asking import Id
from workshop_kit.live.contract.shared import KnownPerson, NumberedChallenge

# -- what may be asked ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class MissionEntries:
    """What a mission consists of; ``sector`` is a sector's name, or empty for anywhere."""

    title: Annotated[str, MISSION_TITLE]
    places: Annotated[int, PLACES]
    min_competence: Annotated[int, COMPETENCE]
    sector: str = ""


@dataclass(frozen=True, kw_only=True)
class AddMission(MissionEntries):
    """A new mission under a challenge."""

    challenge: Id


@dataclass(frozen=True, kw_only=True)
class ChangeMission(MissionEntries):
    """Other entries for a mission."""

    mission: Id


@dataclass(frozen=True)
class RemoveMission:
    """A mission to take away; the people on it are free again."""

    mission: Id


@dataclass(frozen=True)
class OnMission:
    """Somebody, and the mission they are put on or taken off."""

    participant: Id
    mission: Id


class Placed(TypedDict):
    """The codes of the method's rules that a placement by hand breaks."""

    breaks: list[str]


# -- what is shown --------------------------------------------------------------------------------------------------


class PersonOnMission(KnownPerson):
    """Somebody on a mission: why, and in words which of the method's rules that breaks."""

    competence: int | None
    interest: int | None
    status: AssignmentStatus
    by_hand: bool
    reason: str
    breaks: list[str]


class BookedMission(TypedDict):
    """A mission with the people on it; ``unfilled`` says why places are free, empty when none is."""

    id: str
    title: str
    places: int
    min_competence: int
    sector: str
    people: list[PersonOnMission]
    unfilled: str


class MissionChallenge(NumberedChallenge):
    """A challenge with its missions."""

    missions: list[BookedMission]


class PersonWithout(KnownPerson):
    """Somebody without a mission, and why."""

    reason: str


class SetAside(TypedDict):
    """Who declined what, or was taken off it, in a sentence."""

    said: str


class MissionBookModel(TypedDict):
    """Step 5: the missions, those without one, and those set aside; each with its reason in words."""

    current: str | None
    challenges: list[MissionChallenge]
    sectors: list[str]
    unassigned: list[PersonWithout]
    declined: list[SetAside]
    proposed: bool
    placed: int
    places: int
