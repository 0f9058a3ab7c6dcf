"""The challenges of a workshop."""

from __future__ import annotations

from typing import Final

from workshop_kit.domain.model import Challenge, Wording
from workshop_kit.errors import InvalidEntry
from workshop_kit.store import schema
from workshop_kit.store.shelf import Noun, Shelf, row_of
from workshop_kit.store.statements import given

CHALLENGE: Final = Noun("challenge", Challenge, schema.challenge)
WORDING: Final = Noun("wording", Wording, schema.wording)

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

    def list_wordings(self, challenge: str | None = None) -> tuple[Wording, ...]:
        """Return the wordings that were kept, of one challenge if given, by challenge and number."""
        return self._list(WORDING, order="challenge", **given(challenge=challenge))

    def add_wording(self, wording: Wording) -> None:
        """Keep a wording of a challenge; one with its number is replaced."""
        self._require_challenge(wording.challenge)
        self._write_pair(schema.wording, row_of(wording))
        self._note("challenge", wording.challenge, wording.challenge)

    def remove_challenge(self, challenge: str) -> None:
        """Remove a challenge that nobody worked on; raises ``InvalidEntry`` when something stands under it."""
        found = self._get(CHALLENGE, challenge)
        if any(self._is_there(table, challenge=challenge) for table in _UNDER_A_CHALLENGE):
            raise InvalidEntry("challenge-in-use", id=challenge, stake=found.stake)
        if self._is_there(schema.workshop, current_challenge=challenge):
            self._note("workshop", "workshop")
        for table in (schema.volunteer_challenge, schema.volunteer_declined):
            for (participant,) in self._rows(table, "participant", challenge=challenge):
                self._note("volunteer", participant)
        self._delete(CHALLENGE, challenge, challenge)
