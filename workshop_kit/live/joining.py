"""The address by which phones join: it may change while pages are open, when another network is chosen for the room."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from workshop_kit.domain.model import Change
from workshop_kit.environment import JOIN_FILE_VARIABLE, JOIN_VARIABLE
from workshop_kit.live.door import read_words
from workshop_kit.live.window import LiveWorkshop

#: The kind of change that says that phones join by another address now, or that the door has other words.
JOIN: Final = "join"
_LONGEST: Final = 500


def read_join_address() -> str:
    """Return the address phones open now, ``""`` if nobody told one."""
    told = os.environ.get(JOIN_VARIABLE, "")
    file = os.environ.get(JOIN_FILE_VARIABLE)
    if not file:
        return told
    try:
        with Path(file).open(encoding="utf-8") as kept:
            return kept.read(_LONGEST).strip() or told
    except (OSError, ValueError):
        return told


class FollowsJoinAddress(LiveWorkshop):
    """A window whose pages show how to join: it announces another address as a change of the kind ``JOIN``."""

    def _forget(self) -> None:
        super()._forget()
        self._join = self._read_joining()

    def _read_joining(self) -> Any:
        """Return what is to be noticed when it changes."""
        return read_join_address(), read_words()

    def follow_once(self) -> Sequence[Change]:
        """Hand on the changes since the last look, and another address to join by."""
        changes = super().follow_once()
        joining = self._read_joining()
        if joining != self._join:
            self._join = joining
            self._announce(JOIN)
        return changes
