"""The participant's page: ``open_workshop``, then one call per panel."""

from __future__ import annotations

from pathlib import Path

from workshop_kit.live.participant import ParticipantWindow
from workshop_kit.widgets.participant.ideas_panel import ideas_panel
from workshop_kit.widgets.participant.join_panel import join_panel
from workshop_kit.widgets.participant.mission_panel import mission_panel
from workshop_kit.widgets.participant.offer_panel import offer_panel
from workshop_kit.widgets.participant.scores_panel import scores_panel
from workshop_kit.widgets.participant.seat_panel import seat_panel
from workshop_kit.widgets.participant.thanks_panel import thanks_panel
from workshop_kit.widgets.participant.vote_panel import vote_panel

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
