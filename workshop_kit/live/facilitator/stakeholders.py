"""Step 2: who is invited, who comes, and who is missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from workshop_kit.domain.diversity import CategoryPresence, find_absent_categories, measure_presence
from workshop_kit.domain.model import Category, Stakeholder, StakeholderStatus
from workshop_kit.domain.names import fold_name
from workshop_kit.errors import InvalidEntry
from workshop_kit.live.facilitator.desk import Desk
from workshop_kit.live.facilitator.entries import need_line, new_identifier, read_line
from workshop_kit.store import Repository

NAME_AT_MOST: Final = 160
#: Known categories that are seldom at this table; like the organiser's own words, they are unexpected (*insoupçonné*).
SELDOM: Final = frozenset({Category.SHOP, Category.COMPANY, Category.CULTURE_SPORT})


class StakeholdersDesk(Desk):
    """The stakeholders by category and how far their invitation has come."""

    def stakeholders_model(self) -> dict[str, Any]:
        """Return what step 2 shows; contact details are here because invitations leave from here."""
        return self.store.read(self._read_stakeholders)

    def write_stakeholder(self, fields: Mapping[str, object], *, intention: str | None = None) -> dict[str, Any]:
        """Add a stakeholder, or change the one whose ``id`` is given.

        Raises
        ------
        InvalidEntry
            ``stakeholder-missing`` (no name), ``category-missing``, ``email-malformed``, ``text-too-long``.

        """
        name = need_line(fields.get("name"), NAME_AT_MOST, "stakeholder-missing")
        category = _read_category(fields.get("category"))
        contact = read_line(fields.get("contact", ""), NAME_AT_MOST)
        email = _read_email(fields.get("email", ""))
        sector = read_line(fields.get("sector", ""), NAME_AT_MOST)
        identifier = fields.get("id")

        def action(repository: Repository) -> dict[str, Any]:
            if isinstance(identifier, str) and identifier:
                known = repository.find_stakeholder(identifier)
                repository.update_stakeholder(
                    replace(known, name=name, category=category, contact=contact, email=email, sector=sector)
                )
                return {"id": known.id}
            added = Stakeholder(new_identifier(), category, name, contact, email, sector)
            repository.add_stakeholder(added)
            return {"id": added.id}

        return self.store.perform(intention, action)

    def set_status(self, *, stakeholder: str, status: str, intention: str | None = None) -> dict[str, Any]:
        """Say how far the invitation of ``stakeholder`` has come."""
        try:
            wanted = StakeholderStatus(status)
        except ValueError:
            raise InvalidEntry("unknown-status", status=status) from None

        def action(repository: Repository) -> dict[str, Any]:
            known = repository.find_stakeholder(stakeholder)
            repository.update_stakeholder(replace(known, status=wanted))
            return {"status": wanted.value}

        return self.store.perform(intention, action)

    def remove_stakeholder(self, *, stakeholder: str, intention: str | None = None) -> dict[str, Any]:
        """Take a stakeholder off the list."""

        def action(repository: Repository) -> dict[str, Any]:
            repository.remove_stakeholder(stakeholder)
            return {"removed": stakeholder}

        return self.store.perform(intention, action)

    def _read_stakeholders(self, repository: Repository) -> dict[str, Any]:
        everybody = repository.list_stakeholders()
        absent = find_absent_categories(everybody)
        return {
            "counts": _count(everybody),
            "unexpected": sum(_is_unexpected(one.category) for one in everybody),
            "statuses": [status.value for status in StakeholderStatus],
            "sectors": [one.name for one in repository.list_sectors()],
            "categories": [
                {
                    "category": presence.category,
                    "label": self.translator.category(presence.category),
                    "own": presence.category not in tuple(Category),
                    "unexpected": _is_unexpected(presence.category),
                    "people": [
                        _describe(one) for one in everybody if fold_name(one.category) == fold_name(presence.category)
                    ],
                    "missing": _explain_absence(presence, presence.category in absent),
                }
                for presence in measure_presence(everybody)
            ],
        }


def _is_unexpected(category: str) -> bool:
    return category in SELDOM or category not in tuple(Category)


def _explain_absence(presence: CategoryPresence, absent: bool) -> str | None:
    """Say why nobody of a category is coming: ``unlisted``, ``declined``, ``to_invite`` or ``unanswered``."""
    if presence.category == Category.OTHER or presence.coming:
        return None
    if absent:
        return "declined" if presence.listed else "unlisted"
    return "unanswered" if presence.invited else "to_invite"


def _count(everybody: Sequence[Stakeholder]) -> dict[str, int]:
    counts = Counter(one.status.value for one in everybody)
    return {"all": len(everybody), **{status.value: counts[status.value] for status in StakeholderStatus}}


def _describe(stakeholder: Stakeholder) -> dict[str, Any]:
    return {
        "id": stakeholder.id,
        "name": stakeholder.name,
        "contact": stakeholder.contact,
        "email": stakeholder.email,
        "sector": stakeholder.sector,
        "status": stakeholder.status.value,
    }


def _read_category(value: object) -> str:
    return need_line(value, 60, "category-missing")


def _read_email(value: object) -> str:
    email = read_line(value, NAME_AT_MOST)
    before, at, after = email.partition("@")
    if email and not (before and at and "." in after.strip(".") and " " not in email):
        raise InvalidEntry("email-malformed", email=email)
    return email
