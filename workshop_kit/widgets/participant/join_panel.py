"""Taking a seat, then the calm wait until the workshop starts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final
from uuid import uuid4

from workshop_kit.domain.model import Category, Change
from workshop_kit.live.participant import ParticipantWindow
from workshop_kit.widgets.pace import Pace
from workshop_kit.widgets.panel import Payload
from workshop_kit.widgets.participant.participant_panel import ParticipantPanel

#: Seconds between two drawings for newcomers alone.
REDRAW_EVERY: Final = 1.5


class JoinPanel(ParticipantPanel):
    """Asks for a pseudonym, a category and perhaps a sector, and for nothing else."""

    component = "join"
    section = "participant.join"
    cares_about = frozenset({"participant", "sector"})

    def __init__(self, window: ParticipantWindow) -> None:
        super().__init__(window)
        self._pace = Pace(self.refresh, REDRAW_EVERY)
        window.on_rehearsal(self._take_a_seat_for_nobody)

    def read(self) -> dict[str, Any]:
        """Return the form, or who waits already."""
        return self.window.join_model()

    def concerns(self, change: Change) -> bool:
        """Newcomers and sectors; someone already counted changes nothing here."""
        if not super().concerns(change):
            return False
        return change.kind == "sector" or not self.window.knows_present(change.entity)

    def _notice(self, changes: Sequence[Change]) -> None:
        """Show at once what concerns this person; newcomers only now and then, or each would redraw every page."""
        if any(change.kind != "participant" and self._is_noticed(change) for change in changes):
            self.refresh()
        elif any(self._is_noticed(change) for change in changes):
            self._pace.ask()

    def _take_a_seat_for_nobody(self) -> None:
        entry = {"pseudonym": uuid4().hex, "category": Category.OTHER.value, "sector": ""}
        self.answer("join", entry, f"rehearsal-{entry['pseudonym']}")

    def handle_join(self, payload: Payload, intention: str) -> dict[str, Any]:
        """Take a seat."""
        return self.window.join(
            pseudonym=payload.get("pseudonym"),
            category=payload.get("category"),
            sector=payload.get("sector"),
            intention=intention,
        )

    def handle_correct_seat(self, payload: Payload, intention: str) -> dict[str, Any]:
        """Correct what one said when taking the seat."""
        return self.window.correct_seat(
            pseudonym=payload.get("pseudonym"),
            category=payload.get("category"),
            sector=payload.get("sector"),
            intention=intention,
        )


def join_panel(workshop: ParticipantWindow) -> JoinPanel:
    """Ask a newcomer for a pseudonym, and keep those who are in company until the start."""
    return JoinPanel(workshop)
