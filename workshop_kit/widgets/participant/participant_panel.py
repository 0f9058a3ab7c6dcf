"""What the panels of a phone have in common: they speak the person's language and sleep until something is theirs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from workshop_kit.domain.model import Change
from workshop_kit.live.participant import ParticipantWindow
from workshop_kit.widgets.panel import Panel

#: What every panel follows: the workshop's phase, and this person's seat or language.
_ALWAYS = frozenset({"workshop", "seat"})


class ParticipantPanel(Panel):
    """One panel of the participant's page.

    With a hundred phones each commit wakes a hundred kernels, so a panel refreshes only for ``concerns(change)``.
    """

    bundle: ClassVar[str] = "participant"
    window: ParticipantWindow

    def __init__(self, window: ParticipantWindow) -> None:
        super().__init__(window)

    def language(self) -> str:
        """Return the language of the person in this seat."""
        return self.window.language

    def concerns(self, change: Change) -> bool:
        """Tell whether ``change`` may alter what this panel shows now."""
        return self.shown and change.kind in self.cares_about

    @property
    def shown(self) -> bool:
        """Whether the panel has something to show in this phase."""
        return bool(self.model.get("visible"))

    def _is_mine(self, change: Change) -> bool:
        me = self.window.participant
        return me is not None and change.entity == me.id

    def _notice(self, changes: Sequence[Change]) -> None:
        if any(self._is_noticed(change) for change in changes):
            self.refresh()

    def _is_noticed(self, change: Change) -> bool:
        return change.kind in _ALWAYS or self.concerns(change)
