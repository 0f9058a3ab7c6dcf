"""The screen's window: what everybody in the room may see now, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import parse_qs

from workshop_kit.domain.course import Role
from workshop_kit.domain.model import Change
from workshop_kit.i18n import choose_language
from workshop_kit.live.contract.screen import ScreenModel
from workshop_kit.live.contract.showing import DRAW_EVERY, Panel, shows
from workshop_kit.live.joining import JOIN, FollowsJoinAddress
from workshop_kit.live.screen.showing import ScreenKeeper, draw_matrices_due

#: The kinds of change that move the room itself, in any view.
_ALWAYS_CHANGES: Final = frozenset({"workshop", "challenge", "projection", "participant", JOIN})
#: The kinds of change that alter what each view shows besides.
_CHANGES: Final[Mapping[str, frozenset[str]]] = {
    "welcome": frozenset({"stakes", "proposed-stake", "stake-grade"}),
    "writing": frozenset({"idea", "vote", "finished"}),  # of challenges that are open together
    "reveal": frozenset({"idea", "group"}),
    "vote": frozenset({"vote", "finished", "vote-rule"}),
    "results": frozenset({"idea", "group", "vote"}),
    "statements": frozenset({"idea", "group", "vote"}),
    "budget": frozenset({"idea", "group", "vote"}),
    "scoring": frozenset({"score", "drawing"}),
    "offer": frozenset({"volunteer", "score"}),
    "missions": frozenset({"mission", "assignment", "volunteer", "sector"}),
    "tables": frozenset({"table"}),
    "thanks": frozenset({"idea", "volunteer", "score", "assignment"}),
}


class ScreenWindow(FollowsJoinAddress):
    """One window for the projector (*écran*): it has no intention at all, and keeps nothing but matrices once due.

    Its read model is made anew for each moment from what that moment makes public, so that an idea before the
    reveal, a tally before the results or a name without consent never enters the screen's kernel state. A telephone
    number or an e-mail address that somebody typed into an idea is blotted out.
    """

    role = Role.SCREEN

    def _forget(self) -> None:
        super()._forget()
        self._keeper = ScreenKeeper()

    @property
    def language(self) -> str:
        """The language of ``?lang=`` in the page's address, else the workshop's."""
        wanted = parse_qs(self.visit.query).get("lang", [""])[-1] if self.visit is not None else ""
        return choose_language(wanted, self.store.read(lambda repository: repository.find_workshop()).language)

    def concerns(self, panel: Panel, change: Change, shown: Mapping[str, Any]) -> bool:
        """Tell whether ``change`` may alter what is shown now."""
        return change.kind in _ALWAYS_CHANGES | _CHANGES.get(str(shown["view"]), frozenset())

    @shows(
        *_ALWAYS_CHANGES.union(*_CHANGES.values()),
        pace=DRAW_EVERY,
        at_once=("workshop", "challenge", "projection", "stakes", JOIN),
        sections=("screen", "phases"),
    )
    def screen_model(self) -> ScreenModel:
        """Return what the room may see now; frozen, it stays what it was."""
        draw_matrices_due(self.store, self.now())
        return self.store.read(lambda repository: self._keeper.read(repository, self.now()))
