"""My mission, why me, and my answer."""

from __future__ import annotations

from typing import Any

from workshop_kit.domain.model import Change
from workshop_kit.live.participant import ParticipantWindow
from workshop_kit.widgets.panel import Payload
from workshop_kit.widgets.participant.participant_panel import ParticipantPanel


class MissionPanel(ParticipantPanel):
    """Shows the missions proposed to one person, with the reason, and takes a yes or a no."""

    component = "mission"
    section = "participant.mission"
    cares_about = frozenset({"assignment", "mission", "sector"})

    def read(self) -> dict[str, Any]:
        """Return one's own missions."""
        return self.window.mission_model()

    def concerns(self, change: Change) -> bool:
        """Other people's assignments do not touch this page."""
        return super().concerns(change) and (change.kind != "assignment" or self._is_mine(change))

    def handle_answer_mission(self, payload: Payload, intention: str) -> dict[str, Any]:
        """Accept a mission, or prefer something else."""
        return self.window.answer_mission(
            mission=payload.get("mission"), answer=payload.get("answer"), intention=intention
        )


def mission_panel(workshop: ParticipantWindow) -> MissionPanel:
    """Show each person the mission proposed to them."""
    return MissionPanel(workshop)
