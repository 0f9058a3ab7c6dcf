"""The sectors of the territory."""

from __future__ import annotations

from typing import Final

from workshop_kit.domain.model import Sector
from workshop_kit.store import schema
from workshop_kit.store.shelf import Noun, Shelf, row_of

SECTOR: Final = Noun("sector", Sector, schema.sector)


class SectorShelf(Shelf):
    """Table data gateway of the sectors."""

    def list_sectors(self) -> tuple[Sector, ...]:
        """Return the sectors in the order they came."""
        return self._list(SECTOR)

    def add_sector(self, sector: Sector) -> None:
        """Add a sector with an id of its own."""
        self._insert(SECTOR, row_of(sector))

    def update_sector(self, sector: Sector) -> None:
        """Replace the sector with the same id; raises ``MissingEntry``."""
        self._change(SECTOR, row_of(sector))

    def remove_sector(self, sector: str) -> None:
        """Remove a sector; people and missions keep the word they wrote."""
        self._require(SECTOR, sector)
        self._delete(SECTOR, sector)
