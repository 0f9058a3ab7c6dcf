"""The contract of step 5: the missions, and the people on them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
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
class MakeMission:
    """A result of the vote to make a mission of: an idea by itself or a group, under its challenge."""

    option: Id
    challenge: Id
    title: Annotated[str, MISSION_TITLE]
    places: Annotated[int, PLACES]


class MissionField(StrEnum):
    """What is told of a mission for its follow-up, one field at a time."""

    OWNER = "owner"
    FIRST_DATE = "first_date"
    NEXT_STEP = "next_step"


@dataclass(frozen=True)
class TellMission:
    """One field of a mission's follow-up; an empty ``text`` takes it back. A date is a day as ``YYYY-MM-DD``."""

    mission: Id
    field: MissionField
    text: str


@dataclass(frozen=True)
class RemoveMission:
    """A mission to take away; the people on it are free again."""

    mission: Id


@dataclass(frozen=True)
class OnMission:
    """Somebody, and the mission they are put on or taken off."""

    participant: Id
    mission: Id


@dataclass(frozen=True)
class PlaceByHand(OnMission):
    """Somebody to put on a mission; they leave the mission named in ``leaving``, and keep any other."""

    leaving: Id | None = None


class Placed(TypedDict):
    """The codes of the method's rules that a placement by hand breaks."""

    breaks: list[str]


# -- what is shown --------------------------------------------------------------------------------------------------


class PersonOnMission(KnownPerson):
    """Somebody on a mission: why, and in words which of the method's rules that breaks.

    ``offered``: they offered help here or may be asked; ``reachable``: contact details are kept with their consent.
    ``has_phone``: a phone of theirs tells them when they are taken off.
    ``also`` are the titles of their other missions.
    """

    competence: int | None
    interest: int | None
    status: AssignmentStatus
    by_hand: bool
    reason: str
    breaks: list[str]
    offered: bool
    reachable: bool
    has_phone: bool
    also: list[str]


class MissionFollowUp(TypedDict):
    """Who answers for a mission, the day it begins (``YYYY-MM-DD``) and what is done first; empty: not said yet."""

    owner: str
    first_date: str
    next_step: str


class BookedMission(MissionFollowUp):
    """A mission with the people on it; ``unfilled`` says why places are free, empty when none is or nobody was asked.

    ``filled`` counts those who accepted, ``waiting`` those who still think. ``idea`` is the title of the result it
    came from, empty when it came otherwise; ``day`` says its first date in words. ``concealed``: others read its title
    without the contact details in it. ``accepted`` are the pseudonyms of those who said yes to it, those taken off
    afterwards too: once it is removed, no phone says anything of it.
    """

    id: str
    title: str
    concealed: bool
    places: int
    filled: int
    waiting: int
    min_competence: int
    sector: str
    idea: str
    day: str
    accepted: list[str]
    people: list[PersonOnMission]
    unfilled: str


class MissionChallenge(NumberedChallenge):
    """A challenge with its missions."""

    missions: list[BookedMission]


class PersonWithout(KnownPerson):
    """Somebody without a mission, and why."""

    reason: str


class PersonPlaced(KnownPerson):
    """Somebody who has a mission, and its title."""

    mission: str


class PersonAsked(TypedDict):
    """What somebody answered when they were asked for help, to be known before they are placed by hand.

    ``offers`` are the ids of the challenges under which a mission may be proposed to them, ``said_no`` of those under
    which they said that none may. ``declined`` are the ids of the missions they declined; ``reachable``: contact
    details are kept with their consent.
    """

    offers: list[str]
    said_no: list[str]
    declined: list[str]
    reachable: bool


class SetAside(TypedDict):
    """Who declined what, or was taken off it, in a sentence."""

    said: str


class MissionBookModel(TypedDict):
    """Step 5: the missions, those without one, and those set aside; each with its reason in words.

    ``said_no`` are those without one who said no to helping at all: they are not asked again. ``asked`` is about those
    who may be placed by hand, by id. ``filled`` of the ``places`` are accepted, ``waiting`` more are proposed and not
    answered yet.
    """

    current: str | None
    challenges: list[MissionChallenge]
    sectors: list[str]
    unassigned: list[PersonWithout]
    said_no: list[KnownPerson]
    placed: list[PersonPlaced]
    asked: dict[str, PersonAsked]
    declined: list[SetAside]
    proposed: bool
    filled: int
    waiting: int
    places: int
