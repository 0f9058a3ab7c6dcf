"""The participant's page: ``open_workshop``, then one call a panel, such as ``vote_panel(window)``.

The calls are those of the door's panels: ``dir()`` lists them.
"""

from __future__ import annotations

from pathlib import Path

from workshop_kit.live.participant import ParticipantWindow
from workshop_kit.widgets.calls import PanelCall, find_call, list_calls


def open_workshop(folder: str | Path | None = None) -> ParticipantWindow:
    """Open the participant's window; ``None`` takes the workshop being served."""
    return ParticipantWindow(folder)


def __getattr__(name: str) -> PanelCall:
    return find_call(ParticipantWindow, name)


def __dir__() -> list[str]:
    return [*globals(), *list_calls(ParticipantWindow)]
