"""Competence and interest on each challenge."""

from __future__ import annotations

from typing import Any

from workshop_kit.domain.model import Change
from workshop_kit.live.participant import ParticipantWindow
from workshop_kit.widgets.panel import Payload
from workshop_kit.widgets.participant.participant_panel import ParticipantPanel


class ScoresPanel(ParticipantPanel):
    """Asks for the two scores of each challenge, nothing chosen beforehand."""

    component = "scores"
    section = "participant.scores"
    cares_about = frozenset({"challenge", "score"})

    def read(self) -> dict[str, Any]:
        """Return one's own answers."""
        return self.window.scores_model()

    def concerns(self, change: Change) -> bool:
        """Other people's scores do not touch this page."""
        return super().concerns(change) and (change.kind != "score" or self._is_mine(change))

    def handle_score_competence(self, payload: Payload, intention: str) -> dict[str, Any]:
        """Say one's competence."""
        return self.window.score_competence(
            challenge=payload.get("challenge"), value=payload.get("value"), intention=intention
        )

    def handle_score_interest(self, payload: Payload, intention: str) -> dict[str, Any]:
        """Say one's interest."""
        return self.window.score_interest(
            challenge=payload.get("challenge"), value=payload.get("value"), intention=intention
        )

    def handle_say_unsure(self, payload: Payload, intention: str) -> dict[str, Any]:
        """Say "I don't know"."""
        return self.window.say_unsure(challenge=payload.get("challenge"), intention=intention)


def scores_panel(workshop: ParticipantWindow) -> ScoresPanel:
    """Ask each person for their competence and interest on each challenge."""
    return ScoresPanel(workshop)
