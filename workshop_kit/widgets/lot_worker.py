"""The child process that makes the panels of a lot, and keeps them; see ``report.worker`` for what goes in and out.

The solver takes minutes and holds its process; a child of its own is ended at once, and lets the room go first.
"""

from __future__ import annotations

import base64
import json
import os
import sys
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from workshop_kit.domain.lots import LOT_STEPS, LotBasis, Quota, RelaxedBound
from workshop_kit.environment import PYTHON
from workshop_kit.report.printed import Printed
from workshop_kit.report.worker import OnStep, work

WORKER: Final = (*PYTHON, "-m", "workshop_kit.widgets.lot_worker")
#: How the steps share the bar: where each begins and ends.
_SHARES: Final[Mapping[str, tuple[float, float]]] = {
    "quotas": (0.0, 0.03),
    "chances": (0.03, 0.1),
    "panels": (0.1, 0.9),
    "proof": (0.1, 0.9),
    "keeping": (0.97, 1.0),
}
#: By how much the room goes first.
_NICE: Final = 10


def pack(basis: LotBasis, size: int, changes: Sequence[RelaxedBound]) -> str:
    """Return what a child is told, in one short word: people are told by their kinds, and by nothing else."""
    kinds: dict[tuple[int, ...], int] = {}
    people = [kinds.setdefault(one, len(kinds)) for one in basis.people]
    told = {
        **asdict(basis),
        "kinds": list(kinds),
        "people": people,
        "size": size,
        "changes": [asdict(one) for one in changes],
    }
    return base64.b64encode(zlib.compress(json.dumps(told).encode())).decode()


def unpack(word: str) -> tuple[LotBasis, int, tuple[RelaxedBound, ...]]:
    """Return what ``pack`` packed."""
    told: dict[str, Any] = json.loads(zlib.decompress(base64.b64decode(word)))
    kinds = [tuple(one) for one in told.pop("kinds")]
    size, changes = told.pop("size"), told.pop("changes")
    people = tuple(kinds[one] for one in told.pop("people"))
    quotas = tuple(Quota(**one) for one in told.pop("quotas"))
    ids = tuple(told.pop("ids"))
    return LotBasis(people=people, quotas=quotas, ids=ids, **told), size, tuple(RelaxedBound(**one) for one in changes)


def render(request: Mapping[str, str], on_step: OnStep) -> Printed:
    """Make the panels, and return the id of the lot that is kept; or the changes without which there is no panel."""
    from workshop_kit.live.acts.drawing_lot import draw_lot, propose_changes
    from workshop_kit.store import open_store

    basis, size, changes = unpack(request["lot"])
    on_step(0.0, LOT_STEPS[0])
    if not changes and (proposed := propose_changes(basis, size)):
        return _answer(changes=[asdict(one) for one in proposed])

    def tell(step: str, share: float) -> None:
        begins, ends = _SHARES[step]
        on_step(begins + (ends - begins) * share, step)

    store = open_store(Path(request["folder"]))
    try:
        return _answer(lot=draw_lot(store, basis, size, datetime.now(UTC), changes=changes, tell=tell).id)
    finally:
        store.close()


def _answer(**said: Any) -> Printed:
    return Printed(json.dumps(said).encode())


if __name__ == "__main__":
    if sys.platform != "win32":
        os.nice(_NICE)
    work(render)
