"""The panel of step 5."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from workshop_kit.domain.model import Change
from workshop_kit.live.facilitator import FacilitatorWindow
from workshop_kit.widgets.facilitator.facilitator_panel import FacilitatorPanel
from workshop_kit.widgets.pace import Pace
from workshop_kit.widgets.panel import Payload


class MissionsPanel(FacilitatorPanel):
    """The missions of each challenge, who takes them and why, and changes by hand."""

    component: ClassVar[str] = "missions"
    section: ClassVar[str] = "facilitator.missions"
    cares_about: ClassVar[frozenset[str]] = frozenset(
        {"mission", "assignment", "score", "volunteer", "participant", "challenge", "sector"}
    )

    def __init__(self, window: FacilitatorWindow, pace: Pace | None = None) -> None:
        super().__init__(window)
        self.pace = pace or Pace(self.refresh)

    def read(self) -> dict[str, Any]:
        """Return the missions with their people and reasons, in the language of the page."""
        return self.window.missions_model()

    def handle_add_mission(self, payload: Payload, identifier: str) -> Any:
        """Add a mission under a challenge."""
        return self.window.add_mission(
            challenge=str(payload.get("challenge")), **_read_entries(payload), intention=identifier
        )

    def handle_change_mission(self, payload: Payload, identifier: str) -> Any:
        """Change a mission's title, places, competence or sector."""
        return self.window.change_mission(
            mission=str(payload.get("mission")), **_read_entries(payload), intention=identifier
        )

    def handle_remove_mission(self, payload: Payload, identifier: str) -> Any:
        """Remove a mission and free its people."""
        return self.window.remove_mission(mission=str(payload.get("mission")), intention=identifier)

    def handle_propose_assignments(self, _payload: Payload, identifier: str) -> Any:
        """Compute the assignments again."""
        return self.window.propose_assignments(intention=identifier)

    def handle_place_by_hand(self, payload: Payload, identifier: str) -> Any:
        """Put someone on a mission, away from any other."""
        return self.window.place_by_hand(
            participant=str(payload.get("participant")), mission=str(payload.get("mission")), intention=identifier
        )

    def handle_take_off(self, payload: Payload, identifier: str) -> Any:
        """Take someone off a mission."""
        return self.window.take_off(
            participant=str(payload.get("participant")), mission=str(payload.get("mission")), intention=identifier
        )

    def _notice(self, changes: Sequence[Change]) -> None:
        if any(change.kind in self.cares_about for change in changes):
            self.pace.ask()


def _read_entries(payload: Payload) -> dict[str, Any]:
    return {name: payload.get(name) for name in ("title", "places", "min_competence")} | {
        "sector": payload.get("sector", "")
    }


def missions_panel(window: FacilitatorWindow) -> MissionsPanel:
    """Show the missions and who takes them."""
    return MissionsPanel(window)
