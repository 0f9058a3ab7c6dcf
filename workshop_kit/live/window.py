"""A window on a workshop: what every role's door has in common."""

from __future__ import annotations

import asyncio
import logging
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from workshop_kit.domain.model import Change, Role
from workshop_kit.environment import FOLDER_VARIABLE
from workshop_kit.errors import MissingEntry
from workshop_kit.store import Store, open_store
from workshop_kit.visit import Visit, when_rehearsed, when_visited

#: Seconds between two looks at whether anything was committed.
LOOK_EVERY: Final = 0.2

_log = logging.getLogger(__name__)


class LiveWorkshop:
    """One window on a workshop, for one role, in one kernel; the store behind it is the truth.

    Nothing is opened before the visit begins, so that a page can be made ahead of its visitors. Panels register
    with ``on_open`` and ``on_change``; roles add read models (``…_model``) and intentions.

    Parameters
    ----------
    folder
        The workshop's folder; ``None`` takes the one being served.

    """

    role: Role

    def __init__(self, folder: str | Path | None = None) -> None:
        self._folder = folder
        self._opened: list[Callable[[], None]] = []
        self._changed: list[Callable[[Sequence[Change]], None]] = []
        self._tried: list[Callable[[], object]] = []
        self._store: Store | None = None
        self._task: asyncio.Task[None] | None = None
        self._seen = 0
        self.visit: Visit | None = None
        when_rehearsed(self._rehearse)
        when_visited(self._begin)

    @property
    def store(self) -> Store:
        """The open store; raises ``MissingEntry`` before the visit has begun."""
        if self._store is None:
            raise MissingEntry("visit-not-begun")
        return self._store

    @property
    def folder(self) -> Path:
        """The workshop's folder; raises ``MissingEntry`` when neither given nor served."""
        folder = self._folder or os.environ.get(FOLDER_VARIABLE)
        if not folder:
            raise MissingEntry("no-folder")
        return Path(folder)

    def on_open(self, callback: Callable[[], None]) -> None:
        """Call ``callback`` once the window is open: now if it is."""
        if self._store is None:
            self._opened.append(callback)
        else:
            callback()

    def on_change(self, callback: Callable[[Sequence[Change]], None]) -> None:
        """Call ``callback`` with the changes of each round, the oldest first."""
        self._changed.append(callback)

    def on_rehearsal(self, callback: Callable[[], object]) -> None:
        """Call ``callback`` while the window is open for nobody: what it performs in the store is undone."""
        self._tried.append(callback)

    def follow_once(self) -> Sequence[Change]:
        """Hand the changes committed since the last look to those who registered, and return them."""
        if not self.store.has_changed():
            return ()
        changes = self.store.changes_since(self._seen)
        if not changes:
            return ()
        self._seen = changes[-1].sequence
        for callback in self._changed:
            callback(changes)
        return changes

    def close(self) -> None:
        """Stop following and close the store."""
        if self._task is not None:
            self._task.cancel()
        if self._store is not None:
            self._store.close()

    def _begin(self, visit: Visit) -> None:
        self._open(visit)
        self._opened.clear()
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:  # a plain script or a test: it calls follow_once by itself
            return
        self._task = loop.create_task(self._follow())

    def _open(self, visit: Visit) -> None:
        self.visit = visit
        self._store = open_store(self.folder)
        self._seen = self._store.latest_sequence()
        self._welcome(visit)
        for callback in self._opened:
            callback()

    def _rehearse(self, visit: Visit) -> None:
        """Open and close for nobody: what this compiles and reads is then there for every visitor's copy."""
        try:
            self._open(visit)
            self.follow_once()
            with self.store.rehearsing():
                for callback in self._tried:
                    callback()
        finally:
            if self._store is not None:
                self._store.close()
            self._store, self.visit = None, None
            self._tried.clear()

    def _welcome(self, visit: Visit) -> None:
        """Recognise the visitor; a role that knows its visitors overrides it."""

    async def _follow(self) -> None:
        while True:
            await asyncio.sleep(LOOK_EVERY)
            try:
                self.follow_once()
            except Exception:  # one bad round must not blind the window for the rest of the workshop
                _log.exception("a round of changes could not be shown")
