"""Whom to invite."""

from __future__ import annotations

from typing import Final

from workshop_kit.domain.model import Stakeholder
from workshop_kit.store import schema
from workshop_kit.store.shelf import Noun, Shelf, row_of

STAKEHOLDER: Final = Noun("stakeholder", Stakeholder, schema.stakeholder)


class StakeholderShelf(Shelf):
    """Table data gateway of the stakeholders, whose contacts leave no trace once corrected or removed."""

    def list_stakeholders(self) -> tuple[Stakeholder, ...]:
        """Return the stakeholders in the order they came."""
        return self._list(STAKEHOLDER)

    def find_stakeholder(self, stakeholder: str) -> Stakeholder:
        """Return the stakeholder with this id; raises ``MissingEntry``."""
        return self._get(STAKEHOLDER, stakeholder)

    def add_stakeholder(self, stakeholder: Stakeholder) -> None:
        """Add a stakeholder with an id of its own."""
        self._insert(STAKEHOLDER, row_of(stakeholder))

    def update_stakeholder(self, stakeholder: Stakeholder) -> None:
        """Replace the stakeholder with the same id; raises ``MissingEntry``."""
        self._change(STAKEHOLDER, row_of(stakeholder))
        self._writer.erases = True  # the contact that was corrected or taken out

    def remove_stakeholder(self, stakeholder: str) -> None:
        """Remove a stakeholder; raises ``MissingEntry``."""
        self._require(STAKEHOLDER, stakeholder)
        self._delete(STAKEHOLDER, stakeholder)
        self._writer.erases = True
