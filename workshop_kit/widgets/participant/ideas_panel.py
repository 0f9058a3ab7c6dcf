"""Writing one's ideas alone, then reading everybody's."""

from __future__ import annotations

from typing import Any

from workshop_kit.domain.model import Change
from workshop_kit.live.participant import ParticipantWindow
from workshop_kit.widgets.panel import Payload
from workshop_kit.widgets.participant.participant_panel import ParticipantPanel


class IdeasPanel(ParticipantPanel):
    """Keeps one's own ideas while writing lasts; shows all of them once revealed."""

    component = "ideas"
    section = "participant.ideas"
    cares_about = frozenset({"challenge", "idea", "group", "finished"})

    def read(self) -> dict[str, Any]:
        """Return one's own ideas, or everybody's after the reveal."""
        return self.window.ideas_model()

    def concerns(self, change: Change) -> bool:
        """While writing, other people's ideas and "I am done" do not touch this page."""
        if not super().concerns(change):
            return False
        if change.kind == "finished":
            return self._is_mine(change)
        if self.model.get("stage") == "writing" and change.kind == "idea":
            return self.window.wrote(change.entity)
        return True

    def handle_write_idea(self, payload: Payload, intention: str) -> dict[str, Any]:
        """Add an idea."""
        return self.window.write_idea(
            challenge=payload.get("challenge"),
            text=payload.get("text"),
            source=payload.get("source"),
            intention=intention,
        )

    def handle_correct_idea(self, payload: Payload, intention: str) -> dict[str, Any]:
        """Correct one of one's own ideas."""
        return self.window.correct_idea(
            idea=payload.get("idea"), text=payload.get("text"), source=payload.get("source"), intention=intention
        )

    def handle_remove_idea(self, payload: Payload, intention: str) -> dict[str, Any]:
        """Take back one of one's own ideas."""
        return self.window.remove_idea(idea=payload.get("idea"), intention=intention)

    def handle_finish(self, payload: Payload, intention: str) -> dict[str, Any]:
        """Say "I am done" with writing, or take it up again."""
        return self.window.finish(phase="writing", finished=payload.get("finished"), intention=intention)

    def handle_look_again(self, payload: Payload, intention: str) -> None:
        """Show the present state, as when a tab left aside is looked at again; the answer's refresh does it."""


def ideas_panel(workshop: ParticipantWindow) -> IdeasPanel:
    """Let each person write alone, then show everybody's ideas."""
    return IdeasPanel(workshop)
