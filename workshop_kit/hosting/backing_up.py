"""The backups of a workshop that is served: made every few minutes by whoever serves it, while something changes."""

from __future__ import annotations

import time
from collections.abc import Callable
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


class BackupKeeper:
    """Scheduler of a folder's backups; ``look`` is called again and again, and mostly does nothing.

    Parameters
    ----------
    folder
        The workshop's folder.
    every
        Seconds between two copies at least.
    tell
        Told why no copy can be made, once as long as that is the reason, and ``None`` once one was made again.

    """

    def __init__(
        self, folder: Path, every: float = EVERY, tell: Callable[[StoreUnavailable | None], None] = lambda _error: None
    ) -> None:
        self._folder, self._every, self._tell = folder, every, tell
        self._told: str | None = None
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
            self._say(None)
        except StoreUnavailable as error:
            self._say(error)
            self._due = now + max(AGAIN, self._every / 5)
        self._kept = self._list()

    def _say(self, error: StoreUnavailable | None) -> None:
        code = None if error is None else error.code
        if code != self._told:
            self._told = code
            self._tell(error)

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
