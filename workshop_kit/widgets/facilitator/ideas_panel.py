"""The panel of step 3."""

from __future__ import annotations

from typing import Any, ClassVar

from workshop_kit.live.facilitator import FacilitatorWindow
from workshop_kit.widgets.facilitator.facilitator_panel import FacilitatorPanel
from workshop_kit.widgets.panel import Payload


class IdeasPanel(FacilitatorPanel):
    """The ideas of the current challenge: counted, then revealed, gathered and voted on."""

    component: ClassVar[str] = "ideas"
    section: ClassVar[str] = "facilitator.ideas"
    cares_about: ClassVar[frozenset[str]] = frozenset(
        {"workshop", "challenge", "participant", "idea", "group", "dots", "finished"}
    )

    def read(self) -> dict[str, Any]:
        """Return the read model of step 3."""
        return self.window.ideas_model()

    def handle_write_for(self, payload: Payload, identifier: str) -> Any:
        """Write an idea of someone without a phone."""
        return self.window.write_for(payload, intention=identifier)

    def handle_remove_idea(self, payload: Payload, identifier: str) -> Any:
        """Take away an idea that insults someone."""
        return self.window.remove_idea(idea=str(payload.get("idea")), intention=identifier)

    def handle_gather_ideas(self, payload: Payload, identifier: str) -> Any:
        """Gather ideas into one option."""
        return self.window.gather_ideas(ideas=payload.get("ideas"), title=payload.get("title"), intention=identifier)

    def handle_rename_group(self, payload: Payload, identifier: str) -> Any:
        """Give a group another title."""
        return self.window.rename_group(
            group=str(payload.get("group")), title=payload.get("title"), intention=identifier
        )

    def handle_undo_group(self, payload: Payload, identifier: str) -> Any:
        """Part the ideas of a group again."""
        return self.window.undo_group(group=str(payload.get("group")), intention=identifier)


def ideas_panel(window: FacilitatorWindow) -> IdeasPanel:
    """Show the ideas of the current challenge."""
    return IdeasPanel(window)
