"""Taking a seat, then the calm wait until the workshop starts."""

from __future__ import annotations

from typing import Any

from workshop_kit.domain.model import Change
from workshop_kit.live.participant import ParticipantWindow
from workshop_kit.widgets.panel import Payload
from workshop_kit.widgets.participant.participant_panel import ParticipantPanel


class JoinPanel(ParticipantPanel):
    """Asks for a pseudonym, a category and perhaps a sector, and for nothing else."""

    component = "join"
    section = "participant.join"
    cares_about = frozenset({"participant", "sector"})

    def read(self) -> dict[str, Any]:
        """Return the form, or who waits already."""
        return self.window.join_model()

    def concerns(self, change: Change) -> bool:
        """Newcomers and sectors; someone already counted changes nothing here."""
        if not super().concerns(change):
            return False
        return change.kind == "sector" or not self.window.knows_present(change.entity)

    def handle_join(self, payload: Payload, intention: str) -> dict[str, Any]:
        """Take a seat."""
        return self.window.join(
            pseudonym=payload.get("pseudonym"),
            category=payload.get("category"),
            sector=payload.get("sector"),
            intention=intention,
        )

    def handle_correct_seat(self, payload: Payload, intention: str) -> dict[str, Any]:
        """Correct what one said when taking the seat."""
        return self.window.correct_seat(
            pseudonym=payload.get("pseudonym"),
            category=payload.get("category"),
            sector=payload.get("sector"),
            intention=intention,
        )


def join_panel(workshop: ParticipantWindow) -> JoinPanel:
    """Ask a newcomer for a pseudonym, and keep those who are in company until the start."""
    return JoinPanel(workshop)
