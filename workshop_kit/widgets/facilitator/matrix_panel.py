"""The panel of step 4."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from workshop_kit.domain.model import Change
from workshop_kit.live.facilitator import FacilitatorWindow
from workshop_kit.widgets.facilitator.facilitator_panel import FacilitatorPanel
from workshop_kit.widgets.pace import Pace
from workshop_kit.widgets.panel import Payload


class MatrixPanel(FacilitatorPanel):
    """One matrix a challenge, drawn as the room answers, at most twice a second; scores for those without a phone."""

    component: ClassVar[str] = "matrix"
    section: ClassVar[str] = "facilitator.matrix"
    cares_about: ClassVar[frozenset[str]] = frozenset({"score", "challenge", "participant", "workshop"})

    def __init__(self, window: FacilitatorWindow, pace: Pace | None = None) -> None:
        super().__init__(window)
        self.pace = pace or Pace(self.refresh)

    def read(self) -> dict[str, Any]:
        """Return the matrices with the pseudonyms of each cell."""
        return self.window.matrices_model()

    def handle_score_for(self, payload: Payload, identifier: str) -> Any:
        """Score a challenge for someone without a phone."""
        participant = payload.get("participant")
        return self.window.score_for(
            challenge=str(payload.get("challenge")),
            participant=None if participant is None else str(participant),
            pseudonym=str(payload.get("pseudonym", "")),
            category=str(payload.get("category", "")),
            competence=payload.get("competence"),
            interest=payload.get("interest"),
            unsure=payload.get("unsure") is True,
            intention=identifier,
        )

    def _notice(self, changes: Sequence[Change]) -> None:
        if any(change.kind in self.cares_about for change in changes):
            self.pace.ask()


def matrix_panel(window: FacilitatorWindow) -> MatrixPanel:
    """Show the matrices, live."""
    return MatrixPanel(window)
