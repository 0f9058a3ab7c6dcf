"""Thanks, what I gave, and the way to take it back."""

from __future__ import annotations

from typing import Any

from workshop_kit.domain.model import Change
from workshop_kit.i18n import Translator
from workshop_kit.live.participant import ParticipantWindow
from workshop_kit.widgets.panel import Payload
from workshop_kit.widgets.participant.participant_panel import ParticipantPanel


class ThanksPanel(ParticipantPanel):
    """At the foot of every phase once seated, and the whole page at the end; reads nothing until it is opened."""

    component = "thanks"
    section = "participant.thanks"
    cares_about = frozenset(
        {"sector", "challenge", "idea", "group", "dots", "score", "volunteer", "assignment", "mission"}
    )

    def __init__(self, window: ParticipantWindow) -> None:
        self._opened = False
        super().__init__(window)

    def read(self) -> dict[str, Any]:
        """Return the thanks and, when looked at, what one gave."""
        if self.window.participant is None:
            self._opened = False
        return self.window.thanks_model(opened=self._opened)

    def refresh(self) -> None:
        """Show the present state; the form that corrects one's seat speaks the words of the door."""
        with self.hold_sync():
            super().refresh()
            door = Translator(self.lang).section("participant.join")
            if not door.keys() <= self.words.keys():
                self.words = {**door, **self.words}

    def concerns(self, change: Change) -> bool:
        """One's own contributions, while they are looked at."""
        if self.model.get("given") is None or not super().concerns(change):
            return False
        if change.kind in {"dots", "score", "volunteer", "assignment"}:
            return self._is_mine(change)
        if change.kind == "idea":
            return self.window.wrote(change.entity)
        return True

    def handle_look_at_what_i_gave(self, payload: Payload, intention: str) -> None:
        """Open what one gave, or close it."""
        self._opened = payload.get("opened") is True

    def handle_correct_seat(self, payload: Payload, intention: str) -> dict[str, Any]:
        """Correct what one said when taking the seat."""
        return self.window.correct_seat(
            pseudonym=payload.get("pseudonym"),
            category=payload.get("category"),
            sector=payload.get("sector"),
            intention=intention,
        )

    def handle_withdraw_offer(self, payload: Payload, intention: str) -> dict[str, Any]:
        """Take the offer of help back and erase the contact details."""
        return self.window.withdraw_offer(intention=intention)

    def handle_erase(self, payload: Payload, intention: str) -> dict[str, Any]:
        """Erase what one left, and the seat."""
        return self.window.erase(with_ideas=payload.get("with_ideas"), intention=intention)


def thanks_panel(workshop: ParticipantWindow) -> ThanksPanel:
    """Thank each person, show them what they gave, and let them carry it away or erase it."""
    return ThanksPanel(workshop)
