"""Five private dots a challenge, then the results."""

from __future__ import annotations

from typing import Any

from workshop_kit.domain.model import Change
from workshop_kit.live.participant import ParticipantWindow
from workshop_kit.widgets.panel import Payload
from workshop_kit.widgets.participant.participant_panel import ParticipantPanel


class VotePanel(ParticipantPanel):
    """Places one's own dots; shows dots and supporters once the vote is closed."""

    component = "vote"
    section = "participant.vote"
    cares_about = frozenset({"challenge", "idea", "group", "dots", "finished"})

    def read(self) -> dict[str, Any]:
        """Return the options with one's own dots, or the tallies."""
        return self.window.vote_model()

    def concerns(self, change: Change) -> bool:
        """While the vote is open, other people's dots and "I am done" do not touch this page."""
        if not super().concerns(change):
            return False
        if change.kind == "finished" or (change.kind == "dots" and self.model.get("stage") == "vote"):
            return self._is_mine(change)
        return True

    def handle_place_dots(self, payload: Payload, intention: str) -> dict[str, Any]:
        """Have 0, 1 or 2 dots on an option."""
        return self.window.place_dots(
            challenge=payload.get("challenge"),
            option=payload.get("option"),
            count=payload.get("count"),
            intention=intention,
        )

    def handle_finish(self, payload: Payload, intention: str) -> dict[str, Any]:
        """Say "I am done" with the vote, or take it up again."""
        return self.window.finish(phase="vote", finished=payload.get("finished"), intention=intention)


def vote_panel(workshop: ParticipantWindow) -> VotePanel:
    """Let each person place their dots in private, then show the tallies."""
    return VotePanel(workshop)
