"""The participant's page: ``open_workshop``, then one call per panel."""

from __future__ import annotations

from pathlib import Path

from workshop_kit.live.participant import ParticipantWindow
from workshop_kit.widgets.panel import Panel

__all__ = [
    "ideas_panel",
    "join_panel",
    "mission_panel",
    "offer_panel",
    "open_workshop",
    "scores_panel",
    "seat_panel",
    "thanks_panel",
    "vote_panel",
]


def open_workshop(folder: str | Path | None = None) -> ParticipantWindow:
    """Open the participant's window; ``None`` takes the workshop being served."""
    return ParticipantWindow(folder)


def seat_panel(workshop: ParticipantWindow) -> Panel:
    """Show the header of the participant's page."""
    return Panel(workshop, "seat")


def join_panel(workshop: ParticipantWindow) -> Panel:
    """Ask a newcomer for a pseudonym, and keep those who are in company until the start."""
    return Panel(workshop, "join")


def ideas_panel(workshop: ParticipantWindow) -> Panel:
    """Let each person write alone, then show everybody's ideas."""
    return Panel(workshop, "ideas")


def vote_panel(workshop: ParticipantWindow) -> Panel:
    """Let each person place their dots in private, then show the tallies."""
    return Panel(workshop, "vote")


def scores_panel(workshop: ParticipantWindow) -> Panel:
    """Ask each person for their competence and interest on each challenge."""
    return Panel(workshop, "scores")


def offer_panel(workshop: ParticipantWindow) -> Panel:
    """Let each person offer help and say how to be reached."""
    return Panel(workshop, "offer")


def mission_panel(workshop: ParticipantWindow) -> Panel:
    """Show each person the mission proposed to them."""
    return Panel(workshop, "mission")


def thanks_panel(workshop: ParticipantWindow) -> Panel:
    """Thank each person, show them what they gave, and let them carry it away or erase it."""
    return Panel(workshop, "thanks")
