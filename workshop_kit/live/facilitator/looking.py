"""Which challenge this page of the facilitator looks at; the room stays where it is."""

from __future__ import annotations

from typing import Final

from workshop_kit.live.contract.asking import intention
from workshop_kit.live.contract.facilitator.ideas import LookAt
from workshop_kit.live.facilitator.desk import Desk

#: The kind of this page's own announcements that it looks at another challenge; it never stands in the feed.
LOOK_KIND: Final = "look"


class LookingDesk(Desk):
    """A page that may look at another challenge than the room is at."""

    def _forget(self) -> None:
        super()._forget()
        self._looked_at: str | None = None

    @intention
    def look_at(self, asked: LookAt) -> None:
        """Look at another challenge on this page alone; ``None`` follows the room again."""
        self._looked_at = asked.challenge
        self._announce(LOOK_KIND)
