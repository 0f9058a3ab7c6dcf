"""The panel of step 1."""

from __future__ import annotations

from typing import Any, ClassVar

from workshop_kit.live.facilitator import FacilitatorWindow
from workshop_kit.widgets.facilitator.facilitator_panel import FacilitatorPanel
from workshop_kit.widgets.panel import Payload


class ChallengesPanel(FacilitatorPanel):
    """The stakes, each with its challenge by parts, and the sectors of the territory."""

    component: ClassVar[str] = "challenges"
    section: ClassVar[str] = "facilitator.challenges"
    cares_about: ClassVar[frozenset[str]] = frozenset({"workshop", "challenge", "sector", "idea"})

    def read(self) -> dict[str, Any]:
        """Return the read model of step 1."""
        return self.window.challenges_model()

    def handle_describe_workshop(self, payload: Payload, identifier: str) -> Any:
        """Change the workshop's title, territory and language."""
        return self.window.describe_workshop(
            title=payload.get("title"),
            territory=payload.get("territory"),
            language=payload.get("language"),
            intention=identifier,
        )

    def handle_preview_challenge(self, payload: Payload, _identifier: str) -> Any:
        """Say what the parts make together, while they are being typed."""
        return self.window.preview_challenge(payload)

    def handle_write_challenge(self, payload: Payload, identifier: str) -> Any:
        """Add or change a challenge."""
        return self.window.write_challenge(payload, intention=identifier)

    def handle_move_challenge(self, payload: Payload, identifier: str) -> Any:
        """Move a challenge up or down."""
        places = payload.get("places")
        return self.window.move_challenge(
            challenge=str(payload.get("challenge")),
            places=places if isinstance(places, int) else 0,
            intention=identifier,
        )

    def handle_remove_challenge(self, payload: Payload, identifier: str) -> Any:
        """Remove a challenge nobody wrote for."""
        return self.window.remove_challenge(challenge=str(payload.get("challenge")), intention=identifier)

    def handle_write_sector(self, payload: Payload, identifier: str) -> Any:
        """Add or change a sector."""
        return self.window.write_sector(payload, intention=identifier)

    def handle_remove_sector(self, payload: Payload, identifier: str) -> Any:
        """Remove a sector nothing belongs to."""
        return self.window.remove_sector(sector=str(payload.get("sector")), intention=identifier)


def challenges_panel(window: FacilitatorWindow) -> ChallengesPanel:
    """Show the stakes, their challenges and the sectors."""
    return ChallengesPanel(window)
