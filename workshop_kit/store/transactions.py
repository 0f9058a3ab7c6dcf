"""The store: transactions on a workshop's database, and what was committed since."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from types import TracebackType
from typing import Self, TypeVar, cast

from workshop_kit.domain.model import Change
from workshop_kit.store import feed, schema
from workshop_kit.store.databases import Database
from workshop_kit.store.plain import Transaction
from workshop_kit.store.repository import Repository
from workshop_kit.store.statements import insert_into, select_columns

T = TypeVar("T")


class Store:
    """Unit of work: one process's transactions on a workshop's database; ``open_store`` and ``create_store`` make it.

    A store belongs to the process that opened it: open it after a fork, never before.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._line = threading.RLock()
        self._busy = False
        self._rehearsing = False

    def perform(self, intention: str | None, action: Callable[[Repository], T]) -> T:
        """Run ``action`` in one write transaction, once for each intention.

        Parameters
        ----------
        intention
            The sender's own id for what is asked. When it was performed before, by any process, ``action`` is not
            called and the result of that time is returned. ``None``: perform it in any case.
        action
            Receives the repository; anything it raises undoes all it wrote. With an intention its result is kept
            as JSON, so it must be JSON-able, and hold nothing personal: it outlives an erasure.

        Returns
        -------
        T
            The action's result; with an intention, as JSON gives it back (a tuple becomes a list).

        Raises
        ------
        InvalidEntry
            A value cannot be kept.
        StoreUnavailable
            The database cannot be written; nothing was.

        """
        with self._alone(), self._database.writing() as connection:
            if intention is not None:
                known = _performed(connection, intention)
                if known is not None:
                    return cast(T, json.loads(known))
            writer = feed.FeedWriter(connection)
            result = action(Repository(connection, writer))
            if intention is not None:
                kept = json.dumps(result)
                connection.execute(insert_into(schema.intention, ("id", "result")), {"id": intention, "result": kept})
                result = cast(T, json.loads(kept))
            if writer.write():
                self._database.announce(connection)
            if self._rehearsing:
                connection.rollback()
        if writer.erases and not self._rehearsing:
            self._database.forget_erased()
        return result

    def read(self, action: Callable[[Repository], T]) -> T:
        """Run ``action`` on one consistent state of the workshop; it cannot write."""
        with self._alone(), self._database.reading() as connection:
            return action(Repository(connection))

    def has_changed(self) -> bool:
        """Tell, cheaply, whether anyone (this process included) may have committed since the last call."""
        return self._database.has_changed()

    def changes_since(self, sequence: int) -> Sequence[Change]:
        """Return the changes numbered above ``sequence``, the oldest first."""
        with self._alone():
            return feed.changes_since(self._database, sequence)

    def latest_sequence(self) -> int:
        """Return the number of the last change, 0 before any."""
        with self._alone():
            return feed.latest_sequence(self._database)

    @contextmanager
    def rehearsing(self) -> Iterator[None]:
        """Undo whatever is performed in the block: everything is gone through, nothing is kept."""
        self._rehearsing = True
        try:
            yield
        finally:
            self._rehearsing = False

    def close(self) -> None:
        """Close the connections; closing twice is harmless."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Keep one transaction at a time: inside another it would wait for itself, or miss what that one wrote."""
        with self._line:
            if self._busy:
                raise RuntimeError("a transaction is under way: use the repository it was given")
            self._busy = True
            try:
                yield
            finally:
                self._busy = False


def _performed(connection: Transaction, intention: str) -> str | None:
    query = select_columns(schema.intention, ("result",), ("id",), ())
    return cast("str | None", connection.execute(query, {"is_id": intention}).scalar())
