"""The contract of step 2: who is invited, who comes, and who is missing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, TypedDict

from workshop_kit.domain.diversity import Absence
from workshop_kit.domain.entries import CATEGORY, CONTACT, STAKEHOLDER, STAKEHOLDER_SECTOR
from workshop_kit.domain.model import StakeholderStatus
from workshop_kit.live.contract.asking import Id, OneOf

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


@dataclass(frozen=True)
class SetStatus:
    """How far the invitation of a stakeholder has come."""

    stakeholder: Id
    status: Annotated[StakeholderStatus, OneOf("unknown-status")]


@dataclass(frozen=True)
class RemoveStakeholder:
    """A stakeholder to take off the list."""

    stakeholder: Id


# -- what is shown --------------------------------------------------------------------------------------------------


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
