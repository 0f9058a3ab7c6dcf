"""Step 2: who is invited, who comes, and who is missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace
from uuid import uuid4

from workshop_kit.domain.diversity import (
    CategoryPresence,
    explain_absence,
    find_absent_categories,
    is_unexpected,
    measure_presence,
)
from workshop_kit.domain.entries import read_email
from workshop_kit.domain.model import Category, Stakeholder, StakeholderStatus
from workshop_kit.domain.names import fold_name
from workshop_kit.live.contract.asking import intention
from workshop_kit.live.contract.facilitator.stakeholders import (
    InvitationCounts,
    RemoveStakeholder,
    SetStatus,
    StakeholderCategory,
    StakeholderEntry,
    StakeholdersModel,
    WriteStakeholder,
)
from workshop_kit.live.contract.shared import Entered
from workshop_kit.live.contract.showing import shows
from workshop_kit.live.facilitator.desk import Desk
from workshop_kit.store import Repository


class StakeholdersDesk(Desk):
    """The stakeholders by category and how far their invitation has come."""

    @shows("stakeholder", "sector")
    def stakeholders_model(self) -> StakeholdersModel:
        """Return what step 2 shows; contact details are here because invitations leave from here."""
        return self.store.read(self._read_stakeholders)

    @intention
    def write_stakeholder(self, repository: Repository, asked: WriteStakeholder) -> Entered:
        """Add a stakeholder, or change the one whose ``id`` is given.

        Raises
        ------
        InvalidEntry
            ``stakeholder-missing`` (no name), ``category-missing``, ``email-shape``, ``text-too-long``.

        """
        known = None if asked.id is None else repository.find_stakeholder(asked.id)
        written = replace(
            known or Stakeholder(uuid4().hex, asked.category, asked.name),
            name=asked.name,
            category=asked.category,
            contact=asked.contact,
            email=read_email(asked.email),
            sector=asked.sector,
        )
        if known is None:
            repository.add_stakeholder(written)
        else:
            repository.update_stakeholder(written)
        return {"id": written.id}

    @intention
    def set_status(self, repository: Repository, asked: SetStatus) -> None:
        """Say how far the invitation of a stakeholder has come."""
        known = repository.find_stakeholder(asked.stakeholder)
        repository.update_stakeholder(replace(known, status=asked.status))

    @intention
    def remove_stakeholder(self, repository: Repository, asked: RemoveStakeholder) -> None:
        """Take a stakeholder off the list."""
        repository.remove_stakeholder(asked.stakeholder)

    def _read_stakeholders(self, repository: Repository) -> StakeholdersModel:
        everybody = repository.list_stakeholders()
        absent = find_absent_categories(everybody)
        return {
            "counts": _count(everybody),
            "unexpected": sum(is_unexpected(one.category) for one in everybody),
            "sectors": [one.name for one in repository.list_sectors()],
            "categories": [self._describe_category(one, everybody, absent) for one in measure_presence(everybody)],
        }

    def _describe_category(
        self, presence: CategoryPresence, everybody: Sequence[Stakeholder], absent: Collection[str]
    ) -> StakeholderCategory:
        named = fold_name(presence.category)
        return {
            "category": presence.category,
            "label": self.translator.category(presence.category),
            "own": presence.category not in tuple(Category),
            "unexpected": is_unexpected(presence.category),
            "people": [_describe(one) for one in everybody if fold_name(one.category) == named],
            "missing": explain_absence(presence, absent),
        }


def _count(everybody: Sequence[Stakeholder]) -> InvitationCounts:
    counts = Counter(one.status for one in everybody)
    return {
        "all": len(everybody),
        "to_invite": counts[StakeholderStatus.TO_INVITE],
        "invited": counts[StakeholderStatus.INVITED],
        "coming": counts[StakeholderStatus.COMING],
        "declined": counts[StakeholderStatus.DECLINED],
    }


def _describe(stakeholder: Stakeholder) -> StakeholderEntry:
    return {
        "id": stakeholder.id,
        "name": stakeholder.name,
        "contact": stakeholder.contact,
        "email": stakeholder.email,
        "sector": stakeholder.sector,
        "status": stakeholder.status,
    }
