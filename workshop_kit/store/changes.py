"""The change log as one transaction sees it, so that whoever plans ahead can tell what changed since."""

from __future__ import annotations

from workshop_kit.domain.model import Change
from workshop_kit.store.feed import find_latest, list_since
from workshop_kit.store.shelf import Shelf


class ChangeShelf(Shelf):
    """Table data gateway of the change log, read within the state of the workshop that it belongs to."""

    def latest_sequence(self) -> int:
        """Return the number of the last change that this transaction sees, 0 before any."""
        return find_latest(self._connection)

    def list_changes(self, since: int) -> tuple[Change, ...]:
        """Return the changes numbered above ``since`` that this transaction sees, the oldest first."""
        return list_since(self._connection, since)
