"""What the facilitator's panels have in common: their window, their bundle and the language of the page."""

from __future__ import annotations

from typing import ClassVar

from workshop_kit.live.facilitator import FacilitatorWindow
from workshop_kit.widgets.panel import Panel


class FacilitatorPanel(Panel):
    """A panel of the facilitator's pages; it speaks the language chosen on the page."""

    bundle: ClassVar[str] = "facilitator"
    window: FacilitatorWindow

    def __init__(self, window: FacilitatorWindow) -> None:
        super().__init__(window)
        window.on_language(self.refresh)

    def language(self) -> str:
        """Return the language of the page."""
        return self.window.language
