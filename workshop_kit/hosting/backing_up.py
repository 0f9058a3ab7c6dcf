"""The backups of a workshop that is served: made every few minutes by whoever serves it, while something changes."""

from __future__ import annotations

import logging
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from workshop_kit.errors import StoreUnavailable
from workshop_kit.store.backups import BackupKind, drop_holding, is_changed_since, list_backups, make_backup, prune
from workshop_kit.store.databases import database_address

#: Seconds between two copies at least, while the workshop changes.
EVERY: Final = 300.0
#: Seconds after which a copy that an erasure took away is made anew, and one that failed is tried again.
AGAIN: Final = 10.0

_log = logging.getLogger(__name__)


class BackupKeeper:
    """Scheduler of a folder's backups; ``look`` is called again and again, and mostly does nothing.

    Parameters
    ----------
    folder
        The workshop's folder.
    every
        Seconds between two copies at least.

    """

    def __init__(self, folder: Path, every: float = EVERY) -> None:
        self._folder, self._every = folder, every
        self._due = 0.0
        self._kept: frozenset[Path] = frozenset()
        self._begun = False

    def look(self) -> None:
        """Make a copy if one is due, the first as the serve begins; one that an erasure removed is made anew soon."""
        if database_address() is not None:
            return
        now = time.monotonic()
        if not self._begun:
            self._begin()
        elif self._kept - self._list():
            self._due = min(self._due, now + AGAIN)
            self._kept = self._list()
        if now < self._due:
            return
        self._due = now + self._every
        try:
            self._back_up()
        except StoreUnavailable as error:
            _log.warning("no backup was made: %s", error.code)
            self._due = now + max(AGAIN, self._every / 5)
        self._kept = self._list()

    def _begin(self) -> None:
        self._begun = True
        prune(self._folder, datetime.now(UTC))
        drop_holding(self._folder)  # what a copying that was killed, or a copy from elsewhere, left behind
        self._kept = self._list()

    def _back_up(self) -> None:
        plain = [one for one in list_backups(self._folder) if one.kind is BackupKind.PLAIN]
        if any(not is_changed_since(self._folder, one) for one in plain):
            return
        make_backup(self._folder, datetime.now(UTC))
        drop_holding(self._folder)  # somebody may have been erased while it was being copied

    def _list(self) -> frozenset[Path]:
        return frozenset(one.path for one in list_backups(self._folder))
