"""The facilitator's pages: a header and the panels of six steps."""

from __future__ import annotations

from pathlib import Path

from workshop_kit.live.facilitator import FacilitatorWindow
from workshop_kit.widgets.makings import Makings
from workshop_kit.widgets.panel import Panel

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
    return FacilitatorWindow(folder, makings=Makings())


def header_panel(window: FacilitatorWindow) -> Panel:
    """Show the header: the first panel of each facilitator's page."""
    return Panel(window, "header")


def challenges_panel(window: FacilitatorWindow) -> Panel:
    """Show the stakes, their challenges and the sectors."""
    return Panel(window, "challenges")


def stakeholders_panel(window: FacilitatorWindow) -> Panel:
    """Show the stakeholders by category."""
    return Panel(window, "stakeholders")


def ideas_panel(window: FacilitatorWindow) -> Panel:
    """Show the ideas of the current challenge."""
    return Panel(window, "ideas")


def matrix_panel(window: FacilitatorWindow) -> Panel:
    """Show the matrices, live."""
    return Panel(window, "matrix")


def missions_panel(window: FacilitatorWindow) -> Panel:
    """Show the missions and who takes them."""
    return Panel(window, "missions")


def synthesis_panel(window: FacilitatorWindow) -> Panel:
    """Show the synthesis before it is printed, and make its PDF."""
    return Panel(window, "synthesis")
