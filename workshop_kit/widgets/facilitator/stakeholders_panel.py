"""The panel of step 2."""

from __future__ import annotations

from typing import Any, ClassVar

from workshop_kit.live.facilitator import FacilitatorWindow
from workshop_kit.widgets.facilitator.facilitator_panel import FacilitatorPanel
from workshop_kit.widgets.panel import Payload


class StakeholdersPanel(FacilitatorPanel):
    """The stakeholders by category: who is invited, who comes, who is missing."""

    component: ClassVar[str] = "stakeholders"
    section: ClassVar[str] = "facilitator.stakeholders"
    cares_about: ClassVar[frozenset[str]] = frozenset({"stakeholder", "sector"})

    def read(self) -> dict[str, Any]:
        """Return the read model of step 2."""
        return self.window.stakeholders_model()

    def handle_write_stakeholder(self, payload: Payload, identifier: str) -> Any:
        """Add or change a stakeholder."""
        return self.window.write_stakeholder(payload, intention=identifier)

    def handle_set_status(self, payload: Payload, identifier: str) -> Any:
        """Say how far an invitation has come."""
        return self.window.set_status(
            stakeholder=str(payload.get("stakeholder")), status=str(payload.get("status")), intention=identifier
        )

    def handle_remove_stakeholder(self, payload: Payload, identifier: str) -> Any:
        """Take a stakeholder off the list."""
        return self.window.remove_stakeholder(stakeholder=str(payload.get("stakeholder")), intention=identifier)


def stakeholders_panel(window: FacilitatorWindow) -> StakeholdersPanel:
    """Show the stakeholders by category."""
    return StakeholdersPanel(window)
