"""The screen's page: ``open_workshop``, then one call a panel, such as ``screen_panel(window)``.

The calls are those of the door's panels: ``dir()`` lists them.
"""

from __future__ import annotations

from pathlib import Path

from workshop_kit.live.screen import ScreenWindow
from workshop_kit.widgets.calls import PanelCall, find_call, list_calls


def open_workshop(folder: str | Path | None = None) -> ScreenWindow:
    """Open the workshop in ``folder`` for the screen; ``None`` takes the one being served."""
    return ScreenWindow(folder)


def __getattr__(name: str) -> PanelCall:
    return find_call(ScreenWindow, name)


def __dir__() -> list[str]:
    return [*globals(), *list_calls(ScreenWindow)]
