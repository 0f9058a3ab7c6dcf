"""What keeps the workshop from being saved, as the facilitator is told on every page until it is over."""

from __future__ import annotations

import logging
import time
from collections.abc import Sequence
from typing import Final

from workshop_kit.domain.model import Change
from workshop_kit.errors import StoreUnavailable
from workshop_kit.live.contract.asking import intention
from workshop_kit.live.contract.facilitator.header import TroubleModel
from workshop_kit.live.facilitator.desk import Desk
from workshop_kit.live.unsaved import count_unsaved
from workshop_kit.store.health import find_trouble

#: The kind of change that says that saving begins to fail, or succeeds again.
TROUBLE: Final = "trouble"
#: Seconds between two looks.
_LOOK_EVERY: Final = 2.0
#: What is said where phones could not save, and the disk itself has nothing.
_BUSY: Final = "store-busy"

_log = logging.getLogger(__name__)


class WatchesDisk(Desk):
    """Looks now and then whether the workshop can be saved; most of the day only phones would notice."""

    def _forget(self) -> None:
        super()._forget()
        self._trouble: TroubleModel | None = None
        self._failed = False
        self._look_at = 0.0

    @property
    def trouble(self) -> TroubleModel | None:
        """What keeps the workshop from being saved, as last seen."""
        return self._trouble

    @intention
    def try_again(self) -> None:
        """Look at once whether the workshop can be saved again."""
        self._look()

    def note_unsaved(self, identifier: str) -> None:
        """Look at once when an intention of this page could not be saved; its sentence says so, nothing is kept."""
        self._failed = True
        self._look()

    def follow_once(self) -> Sequence[Change]:
        """Hand on the changes since the last look, and whether saving fails or succeeds again."""
        if time.monotonic() >= self._look_at:
            self._look()
        return super().follow_once()

    def _look(self) -> None:
        self._look_at = time.monotonic() + _LOOK_EVERY
        waiting = count_unsaved(self.now())
        suspects = self._failed or waiting > 0 or self._trouble is not None
        found = self._name(find_trouble(self.folder, suspects=suspects), waiting)
        self._failed = False
        if found != self._trouble:
            if (found is None) != (self._trouble is None):
                _log.warning("saving %s", "succeeds again" if found is None else f"fails: {found['code']}")
            self._trouble = found
            self._announce(TROUBLE)

    def _name(self, error: StoreUnavailable | None, waiting: int) -> TroubleModel | None:
        if error is None:
            return {"code": _BUSY, "waiting": waiting} if waiting else None
        return {"code": error.code, "waiting": waiting}
