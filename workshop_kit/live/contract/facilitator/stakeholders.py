"""The contract of step 2: who is invited, who comes, and who is missing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal, TypedDict

from workshop_kit.domain.diversity import Absence
from workshop_kit.domain.entries import CATEGORY, CONTACT, POSTAL_ADDRESS, REASON, STAKEHOLDER, STAKEHOLDER_SECTOR
from workshop_kit.domain.model import StakeholderStatus
from workshop_kit.domain.next_invitation import NextAct
from workshop_kit.live.contract.asking import Id, OneOf
from workshop_kit.live.contract.shared import Choice

# -- what may be asked ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class WriteStakeholder:
    """A stakeholder to add, or to change when the ``id`` is given."""

    id: Id | None = None
    name: Annotated[str, STAKEHOLDER]
    category: Annotated[str, CATEGORY]
    contact: Annotated[str, CONTACT] = ""
    email: str = ""
    sector: Annotated[str, STAKEHOLDER_SECTOR] = ""
    phone: str = ""
    address: Annotated[str, POSTAL_ADDRESS] = ""
    reason: Annotated[str, REASON] = ""
    challenges: tuple[Id, ...] = ()


@dataclass(frozen=True)
class SetStatus:
    """How far the invitation of a stakeholder has come; ``None``: as it stood before they were said to be there."""

    stakeholder: Id
    status: Annotated[StakeholderStatus, OneOf("unknown-status")] | None


@dataclass(frozen=True)
class NoteReminder:
    """A stakeholder who was reminded of the invitation today."""

    stakeholder: Id


@dataclass(frozen=True)
class RemoveStakeholder:
    """A stakeholder to take off the list."""

    stakeholder: Id


# -- what is shown --------------------------------------------------------------------------------------------------


class StakeholderEntry(TypedDict):
    """A stakeholder with the details that an invitation needs.

    ``challenges`` are the ids of those they are invited for, empty: the whole workshop. Times are milliseconds since
    1970. ``register``: they were picked from a register. ``unexpected``: by their category, or by their kind in it.
    """

    id: str
    unexpected: bool
    name: str
    contact: str
    email: str
    sector: str
    phone: str
    address: str
    reason: str
    challenges: list[str]
    register: bool
    status: StakeholderStatus
    invited_at: int | None
    reminded_at: int | None


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
    came: int


class Gap(TypedDict):
    """What is to be said of a list, in a sentence; ``value`` is the measure behind it, 0..1, ``low``: act on it."""

    about: Literal["evenness", "experts", "sectors"]
    sentence: str
    value: float | None
    low: bool


class ReachedSector(TypedDict):
    """How many of a sector are hoped for."""

    name: str
    count: int


class SuggestedInvitation(TypedDict):
    """Whom to invite next, and why; ``candidates`` of the registers are there to pick from.

    ``who`` says the category in words.
    """

    sentence: str
    who: str
    category: str
    entry: str
    sector: str
    candidates: int


class NextToDo(TypedDict):
    """The one thing to do next: of which ``category``, or where in the registers, as a suggestion has it."""

    act: NextAct
    sentence: str
    number: int
    category: str
    entry: str
    sector: str


class Reminder(TypedDict):
    """Somebody who was invited and did not answer: since how many days, and since when they were reminded last."""

    id: str
    name: str
    contact: str
    phone: str
    email: str
    days: int | None
    reminded: str


class Expected(TypedDict):
    """Somebody on the list of invitations, as whoever stands at the door looks for them."""

    id: str
    name: str
    contact: str
    category: str
    status: StakeholderStatus


class ArrivalsModel(TypedDict):
    """Who may stand at the door: who said they come first, who said no last; ``came`` of ``coming`` are there."""

    expected: list[Expected]
    coming: int
    came: int


class StakeholdersModel(TypedDict):
    """Step 2: who is invited, who comes, and who is missing, ``said`` in one sentence."""

    said: str
    next: NextToDo
    counts: InvitationCounts
    unexpected: int
    sectors: list[str]
    challenges: list[Choice]
    categories: list[StakeholderCategory]
    gaps: list[Gap]
    reached: list[ReachedSector]
    suggestions: list[SuggestedInvitation]
    reminders: list[Reminder]
