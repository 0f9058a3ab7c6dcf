"""The workshop itself: one row."""

from __future__ import annotations

from typing import Final

from workshop_kit.domain.model import Workshop
from workshop_kit.errors import MissingEntry
from workshop_kit.store import schema
from workshop_kit.store.shelf import Noun, Shelf, row_of

WORKSHOP: Final = Noun("workshop", Workshop, schema.workshop)


class WorkshopShelf(Shelf):
    """Table data gateway of the workshop's own row."""

    def find_workshop(self) -> Workshop:
        """Return the workshop."""
        found = self._find(WORKSHOP)
        if found is None:
            raise MissingEntry("no-workshop", folder="")
        return found

    def update_workshop(self, workshop: Workshop) -> None:
        """Replace the workshop's own values, such as its phase or its timer."""
        if workshop.current_challenge is not None:
            self._require_challenge(workshop.current_challenge)
        self._replace(schema.workshop, row_of(workshop))
        self._note("workshop", "workshop")
