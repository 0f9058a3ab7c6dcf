"""The projector: one big thing, two numbers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from workshop_kit.domain.model import Change
from workshop_kit.live.screen import SHOWN_ALWAYS, SHOWN_IN, ScreenWindow
from workshop_kit.widgets.pace import Pace
from workshop_kit.widgets.panel import Panel
from workshop_kit.widgets.qr_code import draw_qr_code


class ScreenPanel(Panel):
    """Shows the present phase to the whole room; it takes no intention.

    A new phase, challenge or timer is drawn at once; what many people change together, at most twice a second.
    """

    bundle: ClassVar[str] = "screen"
    component: ClassVar[str] = "screen"
    section: ClassVar[str] = "screen"
    window: ScreenWindow

    def __init__(self, window: ScreenWindow, pace: Pace | None = None) -> None:
        super().__init__(window)
        self.pace = pace or Pace(self.refresh)

    def language(self) -> str:
        """Return the workshop's language, or the one asked for in the page's address."""
        return self.window.language

    def read(self) -> dict[str, Any]:
        """Return what the room may see, with the QR code of the address to join at."""
        model = self.window.screen_model()
        if model.get("join"):
            model["qr"] = draw_qr_code(model["join"])
        return model

    def _notice(self, changes: Sequence[Change]) -> None:
        kinds = {change.kind for change in changes}
        if "workshop" in kinds:
            self.refresh()
        elif kinds & (SHOWN_ALWAYS | SHOWN_IN.get(self.window.phase, frozenset())):
            self.pace.ask()
