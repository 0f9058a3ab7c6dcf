"""The facilitator's pages: a header and the panels of six steps."""

from __future__ import annotations

from pathlib import Path

from workshop_kit.live.facilitator import FacilitatorWindow
from workshop_kit.widgets.facilitator.challenges_panel import challenges_panel
from workshop_kit.widgets.facilitator.header_panel import header_panel
from workshop_kit.widgets.facilitator.ideas_panel import ideas_panel
from workshop_kit.widgets.facilitator.matrix_panel import matrix_panel
from workshop_kit.widgets.facilitator.missions_panel import missions_panel
from workshop_kit.widgets.facilitator.stakeholders_panel import stakeholders_panel
from workshop_kit.widgets.facilitator.synthesis_panel import synthesis_panel

__all__ = [
    "challenges_panel",
    "header_panel",
    "ideas_panel",
    "matrix_panel",
    "missions_panel",
    "open_workshop",
    "stakeholders_panel",
    "synthesis_panel",
]


def open_workshop(folder: str | Path | None = None) -> FacilitatorWindow:
    """Open the workshop in ``folder`` for its facilitator; ``None`` takes the one being served."""
    return FacilitatorWindow(folder)
