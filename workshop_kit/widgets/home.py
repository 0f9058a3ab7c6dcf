"""The home page: ``open_home``, then one call a panel, such as ``home_panel(home)``.

The calls are those of the door's panels: ``dir()`` lists them.
"""

from __future__ import annotations

from workshop_kit.live.home import HomeWindow
from workshop_kit.widgets.calls import PanelCall, find_call, list_calls


def open_home() -> HomeWindow:
    """Open the home page's window on the program that keeps the rooms."""
    return HomeWindow()


def __getattr__(name: str) -> PanelCall:
    return find_call(HomeWindow, name)


def __dir__() -> list[str]:
    return [*globals(), *list_calls(HomeWindow)]
