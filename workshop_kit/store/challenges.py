"""The workshop itself, its challenges, its sectors and whom to invite."""

from __future__ import annotations

from typing import Final

from workshop_kit.domain.model import Challenge, Sector, Stakeholder, Workshop
from workshop_kit.errors import InvalidEntry, MissingEntry
from workshop_kit.store import schema
from workshop_kit.store.shelf import Noun, Shelf, row_of
from workshop_kit.store.statements import update_where

WORKSHOP: Final = Noun("workshop", Workshop, schema.workshop)
CHALLENGE: Final = Noun("challenge", Challenge, schema.challenge)
SECTOR: Final = Noun("sector", Sector, schema.sector)
STAKEHOLDER: Final = Noun("stakeholder", Stakeholder, schema.stakeholder)

#: What stands under a challenge and forbids its removal, with the column that names it.
_UNDER_A_CHALLENGE: Final = (schema.idea, schema.idea_group, schema.dots, schema.score, schema.mission)


class ChallengeShelf(Shelf):
    """The workshop, its challenges, sectors and stakeholders."""

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
        self._alter(update_where(schema.workshop, ()), row_of(workshop))
        self._note("workshop", "workshop")

    def list_challenges(self) -> tuple[Challenge, ...]:
        """Return the challenges by position."""
        return self._list(CHALLENGE, order="position")

    def find_challenge(self, challenge: str) -> Challenge:
        """Return the challenge with this id; raises ``MissingEntry``."""
        return self._get(CHALLENGE, challenge)

    def add_challenge(self, challenge: Challenge) -> None:
        """Add a challenge with an id of its own."""
        self._insert(CHALLENGE, row_of(challenge), challenge.id)

    def update_challenge(self, challenge: Challenge) -> None:
        """Replace the challenge with the same id; raises ``MissingEntry``."""
        self._change(CHALLENGE, row_of(challenge), challenge.id)

    def remove_challenge(self, challenge: str) -> None:
        """Remove a challenge that nobody worked on; raises ``InvalidEntry`` when something stands under it."""
        found = self._get(CHALLENGE, challenge)
        if any(self._is_there(table, challenge=challenge) for table in _UNDER_A_CHALLENGE):
            raise InvalidEntry("challenge-in-use", id=challenge, stake=found.stake)
        if self._is_there(schema.workshop, current_challenge=challenge):
            self._note("workshop", "workshop")
        for (participant,) in self._rows(schema.volunteer_challenge, "participant", challenge=challenge):
            self._note("volunteer", participant)
        self._delete(CHALLENGE, challenge, challenge)

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
