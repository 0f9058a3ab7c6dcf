"""Offering help, with contact details and explicit consent."""

from __future__ import annotations

from typing import Any

from workshop_kit.domain.model import Change
from workshop_kit.live.participant import ParticipantWindow
from workshop_kit.widgets.panel import Payload
from workshop_kit.widgets.participant.participant_panel import ParticipantPanel


class OfferPanel(ParticipantPanel):
    """Keeps contact details only with consent, and erases them when the offer is taken back."""

    component = "offer"
    section = "participant.offer"
    cares_about = frozenset({"challenge", "volunteer"})

    def read(self) -> dict[str, Any]:
        """Return the form and one's own offer."""
        return self.window.offer_model()

    def concerns(self, change: Change) -> bool:
        """Other people's offers do not touch this page."""
        return super().concerns(change) and (change.kind != "volunteer" or self._is_mine(change))

    def handle_offer_help(self, payload: Payload, intention: str) -> dict[str, Any]:
        """Offer help."""
        return self.window.offer_help(
            name=payload.get("name"),
            email=payload.get("email"),
            phone=payload.get("phone"),
            challenges=payload.get("challenges"),
            consent=payload.get("consent"),
            may_show_name=payload.get("may_show_name"),
            intention=intention,
        )

    def handle_withdraw_offer(self, payload: Payload, intention: str) -> dict[str, Any]:
        """Take the offer back and erase the contact details."""
        return self.window.withdraw_offer(intention=intention)


def offer_panel(workshop: ParticipantWindow) -> OfferPanel:
    """Let each person offer help and say how to be reached."""
    return OfferPanel(workshop)
