"""What the page of missions asks for: missions, who is on them, and what if somebody were elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Final, TypedDict

from workshop_kit.domain.entries import (
    COMPETENCE,
    HOUR,
    IMPORTANCE,
    LANGUAGE,
    MIN_PLACES,
    MISSION_TITLE,
    NUMBER,
    OWNER,
    PLACES,
    WEIGHT,
)
from workshop_kit.domain.forms import Day
from workshop_kit.live.contract.asking import Id

#: What a page did not send: it stays as it was. No text that is cleaned is like it.
UNTOLD: Final = "\0"


@dataclass(frozen=True, kw_only=True)
class MissionEntries:
    """What a mission consists of; ``sector`` is a sector's name, or empty for anywhere.

    ``min_places`` of the ``places`` are needed at least, 0: nobody said. ``owner`` answers for it. Dates are days as
    ``YYYY-MM-DD``, ``begins`` and ``finishes`` hours as ``HH:MM``; an empty text is not said.
    An ``owner`` or a ``first_date`` that is not sent stays as it was.
    """

    title: Annotated[str, MISSION_TITLE]
    places: Annotated[int, PLACES]
    min_competence: Annotated[int, COMPETENCE]
    sector: str = ""
    min_places: Annotated[int, MIN_PLACES] = 0
    importance: Annotated[int, IMPORTANCE] = 2
    first_date: str = UNTOLD
    last_date: str = ""
    begins: Annotated[str, HOUR] = ""
    finishes: Annotated[str, HOUR] = ""
    days: tuple[Day, ...] = ()
    car: bool = False
    language: Annotated[str, LANGUAGE] = ""
    owner: Annotated[str, OWNER] = UNTOLD


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
class PutMissionBack:
    """A mission that was removed on this page, to be put back as it was."""

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


class Foreseen(TypedDict):
    """What to know before somebody is placed, in sentences: the rules that it breaks, and what they would leave."""

    notes: list[str]


@dataclass(frozen=True)
class TryChange(OnMission):
    """What if somebody were on a mission (``stays``), or never on it: the rest is solved around it, nothing is written.

    Who is tried on another mission leaves the one named in ``leaving``.
    """

    stays: bool
    leaving: Id | None = None


@dataclass(frozen=True)
class AcceptTrial:
    """The number of the trial that was read."""

    trial: Annotated[int, NUMBER]


@dataclass(frozen=True)
class KeepHere(OnMission):
    """Whether somebody stays on their mission when the rest is worked out again."""

    stays: bool


@dataclass(frozen=True)
class ThisStep:
    """The number of the step that is taken back or done again, as the page has read it."""

    step: Annotated[int, NUMBER]


@dataclass(frozen=True)
class WeighFit:
    """How much competence and interest weigh in a fit."""

    competence: Annotated[int, WEIGHT]
    interest: Annotated[int, WEIGHT]
