"""The screen's page: one panel that follows the phase."""

from __future__ import annotations

from pathlib import Path

from workshop_kit.live.screen import ScreenWindow
from workshop_kit.widgets.panel import Panel

__all__ = ["open_workshop", "screen_panel"]


def open_workshop(folder: str | Path | None = None) -> ScreenWindow:
    """Open the workshop in ``folder`` for the screen; ``None`` takes the one being served."""
    return ScreenWindow(folder)


def screen_panel(workshop: ScreenWindow) -> Panel:
    """Show what everybody in the room may see now."""
    return Panel(workshop, "screen")
