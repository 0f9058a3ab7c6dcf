"""The calls of a page's notebook: one ``<panel>_panel(window)`` for each panel of the role's door."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from workshop_kit.live.window import LiveWorkshop, panels_of
from workshop_kit.widgets.panel import Panel
from workshop_kit.widgets.parts import PanelInParts

_END: Final = "_panel"

PanelCall = Callable[[LiveWorkshop], Panel]


def find_call(door: type[LiveWorkshop], name: str) -> PanelCall:
    """Return the call ``name`` of a page, such as ``vote_panel``: it shows that panel of a window.

    Raises
    ------
    AttributeError
        The role has no such panel.

    """
    panel = panels_of(door).get(name.removesuffix(_END)) if name.endswith(_END) else None
    if panel is None:
        raise AttributeError(f"no panel is called {name!r}; there are {', '.join(list_calls(door))}")

    def call(window: LiveWorkshop) -> Panel:
        return Panel(window, panel.name) if panel.apart is None else PanelInParts(window, panel.name)

    call.__name__ = call.__qualname__ = name
    call.__doc__ = getattr(door, panel.read).__doc__
    return call


def list_calls(door: type[LiveWorkshop]) -> list[str]:
    """Return the names of a page's calls, in alphabetical order."""
    return sorted(f"{name}{_END}" for name in panels_of(door))
