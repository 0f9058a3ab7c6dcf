"""The facilitator's pages: ``open_workshop``, then one call a panel, such as ``header_panel(window)``.

The calls are those of the door's panels: ``dir()`` lists them.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path

from workshop_kit.files.registers.catalogue import find_catalogue
from workshop_kit.live.facilitator import FacilitatorWindow
from workshop_kit.prints.aside import WORKER
from workshop_kit.report.aside import Making
from workshop_kit.widgets.calls import PanelCall, find_call, list_calls
from workshop_kit.widgets.importing import Importing
from workshop_kit.widgets.lot_drawing import LotDrawing
from workshop_kit.widgets.makings import Makings
from workshop_kit.widgets.mission_solving import MissionSolving
from workshop_kit.widgets.registers import Registers


def open_workshop(folder: str | Path | None = None) -> FacilitatorWindow:
    """Open the workshop in ``folder`` for its facilitator; ``None`` takes the one being served."""
    papers = Makings(partial(Making, worker=WORKER))
    return FacilitatorWindow(
        folder,
        makings=Makings(),
        papers=papers,
        imports=Importing(),
        lots=LotDrawing(),
        catalogue=find_catalogue,
        registers=Registers(),
        solver=MissionSolving(),
    )


def __getattr__(name: str) -> PanelCall:
    return find_call(FacilitatorWindow, name)


def __dir__() -> list[str]:
    return [*globals(), *list_calls(FacilitatorWindow)]
