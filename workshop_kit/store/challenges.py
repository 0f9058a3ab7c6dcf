"""The challenges of a workshop."""

from __future__ import annotations

from typing import Final

from workshop_kit.domain.model import Challenge
from workshop_kit.errors import InvalidEntry
from workshop_kit.store import schema
from workshop_kit.store.shelf import Noun, Shelf, row_of

CHALLENGE: Final = Noun("challenge", Challenge, schema.challenge)

#: What stands under a challenge and forbids its removal; each of these names it in a column ``challenge``.
_UNDER_A_CHALLENGE: Final = (schema.idea, schema.idea_group, *schema.VOTES, schema.score, schema.mission)


class ChallengeShelf(Shelf):
    """Table data gateway of the challenges."""

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
