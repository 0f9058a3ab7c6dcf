"""The participant's page as a Solara app: the same panels, one set for each of Solara's virtual kernels."""

from __future__ import annotations

from uuid import uuid4

import solara  # type: ignore[import-not-found]  # only in the environment of the comparison

from workshop_kit.live.participant import ParticipantWindow
from workshop_kit.visit import Visit
from workshop_kit.widgets.panel import Panel
from workshop_kit.widgets.participant import (
    ideas_panel,
    join_panel,
    mission_panel,
    offer_panel,
    scores_panel,
    seat_panel,
    thanks_panel,
    vote_panel,
)

_PANELS = (
    seat_panel,
    join_panel,
    ideas_panel,
    vote_panel,
    scores_panel,
    offer_panel,
    mission_panel,
    thanks_panel,
)


class SolaraWindow(ParticipantWindow):
    """A window whose visitor is the virtual kernel: Solara's visitors share one process and its environment."""

    def _open(self, visit: Visit) -> None:
        super()._open(Visit(uuid4().hex, visit.query))


def _make_panels() -> list[Panel]:
    window = SolaraWindow()
    return [make(window) for make in _PANELS]


@solara.component  # type: ignore[untyped-decorator]
def Page() -> None:
    """Show every panel, as the notebook does."""
    solara.Column(children=solara.use_memo(_make_panels, []))
