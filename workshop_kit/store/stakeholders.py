"""Whom to invite."""

from __future__ import annotations

from typing import Final

from workshop_kit.domain.model import Stakeholder, StakeholderStatus
from workshop_kit.store import schema
from workshop_kit.store.shelf import Noun, row_of
from workshop_kit.store.taken import TakenShelf

STAKEHOLDER: Final = Noun("stakeholder", Stakeholder, schema.stakeholder)

#: How far an invitation had come, as its place here is kept in folders: add at the end, and move nothing.
_KEPT_AS: Final = (
    StakeholderStatus.TO_INVITE,
    StakeholderStatus.INVITED,
    StakeholderStatus.COMING,
    StakeholderStatus.DECLINED,
    StakeholderStatus.CAME,
)


class StakeholderShelf(TakenShelf):
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
        self.forget_before_arrival(stakeholder)
        self._writer.erases = True

    def note_before_arrival(self, stakeholder: str, status: StakeholderStatus) -> None:
        """Keep how far an invitation had come when somebody was said to be there, so that it can be taken back."""
        place = _KEPT_AS.index(status)
        self._write_pair(schema.written, {"digest": self._digest_arrival(stakeholder), "count": place})

    def forget_before_arrival(self, stakeholder: str) -> None:
        """Forget how far the invitation had come: nobody is said to be there any more."""
        self._erase(schema.written, digest=self._digest_arrival(stakeholder))

    def find_before_arrival(self, stakeholder: str) -> StakeholderStatus | None:
        """Return how far the invitation had come before; ``None``: nobody noted it."""
        rows = self._rows(schema.written, "count", digest=self._digest_arrival(stakeholder))
        return _KEPT_AS[rows[0].count] if rows else None

    def _digest_arrival(self, stakeholder: str) -> str:
        return self.digest("arrival", stakeholder)
