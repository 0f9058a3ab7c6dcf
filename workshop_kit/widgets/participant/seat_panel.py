"""The header of a phone: title, pseudonym, language, step and time left."""

from __future__ import annotations

from typing import Any

from workshop_kit.live.participant import ParticipantWindow
from workshop_kit.widgets.panel import Payload
from workshop_kit.widgets.participant.participant_panel import ParticipantPanel


class SeatPanel(ParticipantPanel):
    """Says where the workshop stands and who one is; switches the language."""

    component = "seat"
    section = "participant.seat"

    def read(self) -> dict[str, Any]:
        """Return the header's read model."""
        return self.window.seat_model()

    def handle_choose_language(self, payload: Payload, intention: str) -> dict[str, Any]:
        """Read in another language."""
        return self.window.choose_language(language=payload.get("language"), intention=intention)


def seat_panel(workshop: ParticipantWindow) -> SeatPanel:
    """Show the header of the participant's page."""
    return SeatPanel(workshop)
