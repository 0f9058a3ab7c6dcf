"""The sectors of the territory."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from workshop_kit.domain.model import Sector
from workshop_kit.store import schema
from workshop_kit.store.candidates import CANDIDATE
from workshop_kit.store.missions import MISSION
from workshop_kit.store.people import PARTICIPANT, VOLUNTEER
from workshop_kit.store.shelf import Noun, Shelf, row_of
from workshop_kit.store.stakeholders import STAKEHOLDER
from workshop_kit.store.statements import name_values, update_where

SECTOR: Final = Noun("sector", Sector, schema.sector)
#: What names a sector, by its name.
_NAMING: Final = (PARTICIPANT, VOLUNTEER, MISSION, STAKEHOLDER, CANDIDATE)


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

    def rename_in(self, spellings: Collection[str], name: str) -> None:
        """Write a sector's new name wherever it stands in one of its spellings.

        In people, missions, stakeholders and candidates, and among the sectors that volunteers can reach. Of however
        many, it is one statement a table.
        """
        for noun in _NAMING:
            entity = "participant" if noun is VOLUNTEER else "id"
            columns = (entity, "sector", *(("challenge",) if noun is MISSION else ()))
            found = [row for row in self._rows(noun.table, *columns) if row.sector in spellings]
            if not found:
                continue
            self._replace_among(noun.table, {"sector": name}, "sector", spellings)
            if noun in (VOLUNTEER, STAKEHOLDER):
                self._writer.erases = True  # of the details, what was corrected
            by_challenge: dict[str | None, list[str]] = {}
            for row in found:
                by_challenge.setdefault(row.challenge if noun is MISSION else None, []).append(row[0])
            for challenge, entities in by_challenge.items():
                self._note_many(noun.name, entities, challenge)
        self._rename_within_reach(spellings, name)

    def _rename_within_reach(self, spellings: Collection[str], name: str) -> None:
        renamed, people = dict[tuple[str, ...], tuple[str, ...]](), dict[str, None]()
        for row in self._rows(schema.volunteer, "participant", "reach"):
            if any(one in spellings for one in row.reach):
                renamed[row.reach] = tuple(dict.fromkeys(name if one in spellings else one for one in row.reach))
                people[row.participant] = None
        if renamed:  # of equal lists there are as many as there are people who can go there
            rows = [{"reach": new, **name_values({"reach": old})} for old, new in renamed.items()]
            self._alter(update_where(schema.volunteer, ("reach",), ("reach",)), rows)
            self._writer.erases = True
            self._note_many(VOLUNTEER.name, people)
