"""The header of every facilitator's page."""

from __future__ import annotations

from typing import Any, ClassVar

from workshop_kit.live.facilitator import FacilitatorWindow
from workshop_kit.widgets.facilitator.facilitator_panel import FacilitatorPanel
from workshop_kit.widgets.panel import Payload
from workshop_kit.widgets.qr_code import draw_qr_code


class HeaderPanel(FacilitatorPanel):
    """Where the workshop stands, for how long, what comes next, and the code that phones scan."""

    component: ClassVar[str] = "header"
    section: ClassVar[str] = "facilitator.header"
    cares_about: ClassVar[frozenset[str]] = frozenset({"workshop", "challenge", "participant"})

    def read(self) -> dict[str, Any]:
        """Return the header's read model, with the code of the address phones open."""
        model = self.window.header_model()
        return {**model, "code": draw_qr_code(model["join_url"])}

    def handle_move_phase(self, payload: Payload, identifier: str) -> Any:
        """Move the workshop to another phase."""
        return self.window.move_phase(phase=str(payload.get("phase")), intention=identifier)

    def handle_choose_challenge(self, payload: Payload, identifier: str) -> Any:
        """Choose the challenge the room works on."""
        return self.window.choose_challenge(challenge=str(payload.get("challenge")), intention=identifier)

    def handle_begin_challenge(self, payload: Payload, identifier: str) -> Any:
        """Take up another challenge, from its writing on."""
        return self.window.begin_challenge(challenge=str(payload.get("challenge")), intention=identifier)

    def handle_start_timer(self, payload: Payload, identifier: str) -> Any:
        """Start the timer."""
        return self.window.start_timer(minutes=payload.get("minutes"), intention=identifier)

    def handle_extend_timer(self, payload: Payload, identifier: str) -> Any:
        """Give the room more time."""
        return self.window.extend_timer(minutes=payload.get("minutes"), intention=identifier)

    def handle_stop_timer(self, _payload: Payload, identifier: str) -> Any:
        """Take the timer away."""
        return self.window.stop_timer(intention=identifier)

    def handle_switch_language(self, payload: Payload, _identifier: str) -> Any:
        """Speak another language on this page."""
        self.window.switch_language(str(payload.get("language")))


def header_panel(window: FacilitatorWindow) -> HeaderPanel:
    """Show the header: the first panel of each facilitator's page."""
    return HeaderPanel(window)
