"""What the facilitator may ask and is shown: the header of every step, the challenges and the stakeholders."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Final, TypedDict

from workshop_kit.domain.course import Phase
from workshop_kit.domain.diversity import Absence
from workshop_kit.domain.entries import (
    CATEGORY,
    CONTACT,
    MINUTES,
    PART,
    REFERENT,
    SECTOR,
    STAKE,
    STAKEHOLDER,
    STAKEHOLDER_SECTOR,
    STATEMENT,
    WORKSHOP_TERRITORY,
    WORKSHOP_TITLE,
    Whole,
)
from workshop_kit.domain.model import StakeholderStatus
from workshop_kit.domain.precision import Part
from workshop_kit.live.contract.asking import Id, OneOf
from workshop_kit.live.contract.shared import ChallengeText, NumberedChallenge, Timer

#: One place up or down a list; no page offers more.
_ONE_PLACE: Final = Whole(-1, 1, "malformed-intention")


# -- what may be asked: the header ----------------------------------------------------------------------------------


@dataclass(frozen=True)
class SwitchLanguage:
    """Speak another language on this page."""

    language: str


@dataclass(frozen=True)
class MovePhase:
    """The phase to move the workshop to."""

    phase: Annotated[Phase, OneOf("unknown-phase")]


@dataclass(frozen=True)
class NameChallenge:
    """One challenge of the workshop."""

    challenge: Id


@dataclass(frozen=True)
class SetTimer:
    """For how long a timer is set, or by how long it is extended."""

    minutes: Annotated[int, MINUTES]


# -- what may be asked: the challenges ------------------------------------------------------------------------------


@dataclass(frozen=True)
class DescribeWorkshop:
    """The workshop's own words, and the language its pages start in."""

    title: Annotated[str, WORKSHOP_TITLE]
    territory: Annotated[str, WORKSHOP_TERRITORY]
    language: str


@dataclass(frozen=True, kw_only=True)
class PreviewChallenge:
    """A challenge by parts as it is being typed; an empty ``statement`` takes the sentence that the parts make."""

    statement: Annotated[str, STATEMENT] = ""
    action: Annotated[str, PART] = ""
    population: Annotated[str, PART] = ""
    territory: Annotated[str, PART] = ""
    deadline: Annotated[str, PART] = ""
    indicator: Annotated[str, PART] = ""


@dataclass(frozen=True, kw_only=True)
class WriteChallenge(PreviewChallenge):
    """A challenge to add, or to change when its ``id`` is given."""

    id: Id | None = None
    stake: Annotated[str, STAKE]


@dataclass(frozen=True)
class MoveChallenge:
    """A challenge to move up (-1) or down (1) the list."""

    challenge: Id
    places: Annotated[int, _ONE_PLACE]


@dataclass(frozen=True, kw_only=True)
class WriteSector:
    """A sector to add, or to change when its ``id`` is given."""

    id: Id | None = None
    name: Annotated[str, SECTOR]
    referent: Annotated[str, REFERENT] = ""


@dataclass(frozen=True)
class RemoveSector:
    """A sector to remove."""

    sector: Id


# -- what may be asked: the stakeholders ----------------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class WriteStakeholder:
    """A stakeholder to add, or to change when the ``id`` is given."""

    id: Id | None = None
    name: Annotated[str, STAKEHOLDER]
    category: Annotated[str, CATEGORY]
    contact: Annotated[str, CONTACT] = ""
    email: str = ""
    sector: Annotated[str, STAKEHOLDER_SECTOR] = ""


@dataclass(frozen=True)
class SetStatus:
    """How far the invitation of a stakeholder has come."""

    stakeholder: Id
    status: Annotated[StakeholderStatus, OneOf("unknown-status")]


@dataclass(frozen=True)
class RemoveStakeholder:
    """A stakeholder to take off the list."""

    stakeholder: Id


class Entered(TypedDict):
    """The id of what was just added or changed."""

    id: str


# -- what is shown --------------------------------------------------------------------------------------------------


class HeaderModel(TypedDict):
    """The header of every step; ``code`` has a row of ``0`` and ``1`` for each line of modules of the join code."""

    title: str
    territory: str
    workshop_language: str
    phase: Phase
    next: Phase | None
    people: int
    timer: Timer | None
    challenges: list[NumberedChallenge]
    challenge: str | None
    next_challenge: NumberedChallenge | None
    join_url: str
    screen_url: str
    code: list[str]
    steps: list[str]


class ChallengePrecision(TypedDict):
    """The sentence that a challenge's parts make, what it lacks, and the share that is said, 0..1."""

    assembled: str
    missing: list[Part]
    ratio: float


class ChallengeByParts(ChallengeText, ChallengePrecision):
    """A challenge with its parts, and how many ideas people wrote for it."""

    action: str
    population: str
    territory: str
    deadline: str
    indicator: str
    ideas: int


class SectorEntry(TypedDict):
    """A part of the territory and the name of its referent, empty when unknown."""

    id: str
    name: str
    referent: str


class ChallengesModel(TypedDict):
    """Step 1: the workshop's own words, its challenges by parts, and its sectors."""

    title: str
    territory: str
    language: str
    challenges: list[ChallengeByParts]
    sectors: list[SectorEntry]


class StakeholderEntry(TypedDict):
    """A stakeholder with the details that an invitation needs."""

    id: str
    name: str
    contact: str
    email: str
    sector: str
    status: StakeholderStatus


class StakeholderCategory(TypedDict):
    """One category of stakeholders.

    ``own`` is an organiser's own word, none of the usual categories; ``missing`` says why nobody of it is coming,
    ``None`` when somebody is.
    """

    category: str
    label: str
    own: bool
    unexpected: bool
    people: list[StakeholderEntry]
    missing: Absence | None


class InvitationCounts(TypedDict):
    """How many stakeholders are listed, and how many of them have come how far."""

    all: int
    to_invite: int
    invited: int
    coming: int
    declined: int


class StakeholdersModel(TypedDict):
    """Step 2: who is invited, who comes, and who is missing."""

    counts: InvitationCounts
    unexpected: int
    sectors: list[str]
    categories: list[StakeholderCategory]
