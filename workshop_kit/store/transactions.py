"""The store: transactions on a workshop's database, and what was committed since."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from types import TracebackType
from typing import Any, Final, Self, TypeVar, cast

from workshop_kit.domain.model import Change
from workshop_kit.store import feed, schema
from workshop_kit.store.databases import Database
from workshop_kit.store.kept_votes import KeptVotes
from workshop_kit.store.plain import Transaction
from workshop_kit.store.planning import CHANGES_AT_MOST, PlannedTransaction
from workshop_kit.store.repository import Repository
from workshop_kit.store.statements import insert_into, select_columns

T = TypeVar("T")

#: How often an action is planned beside the line; whoever loses each race is carried out in it. From the second plan
#: on no participant comes between, so that this is for disks that know no locks, and for who writes past the lines.
PLANS_AT_MOST: Final = 4


class Store:
    """Unit of work: one process's transactions on a workshop's database; ``open_store`` and ``create_store`` make it.

    A store belongs to the process that opened it: open it after a fork, never before. One that ``keeps_votes`` has the
    votes it read before at hand.
    """

    def __init__(self, database: Database, *, keeps_votes: bool = False) -> None:
        self._database = database
        self._kept_votes = KeptVotes() if keeps_votes else None
        self._line = threading.RLock()
        self._busy = False
        self._rehearsing = False

    def perform(self, intention: str | None, action: Callable[[Repository], T], *, in_turn: bool = False) -> T:
        """Run ``action`` so that all it writes is kept at once or not at all, once for each intention.

        It is run on a snapshot, beside the writers' line; in the line it is looked whether what it read still stands,
        and written. So it may run more than once: it changes nothing but what it writes through the repository.

        Parameters
        ----------
        intention
            The sender's own id for what is asked. When it was performed before, by any process, ``action`` is not
            called and the result of that time is returned. ``None``: perform it in any case.
        action
            Receives the repository; anything it raises undoes all it wrote. With an intention its result is kept
            as JSON, so it must be JSON-able, and hold nothing personal: it outlives an erasure.
        in_turn
            Plan it in the participants' line from the first: for what a whole room does at once, and of which each
            changes what the others rest on. Who passes the line is not kept waiting by that either.

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
        with self._alone():
            asked = self._carry_out(intention, action, 0 if in_turn else 1)
            if asked.erased:  # nobody waits for it in any line
                self._database.forget_erased()
            return cast(T, asked.result)

    def _carry_out(self, intention: str | None, action: Callable[[Repository], Any], standing: int) -> _Asked:
        """Plan until the plan stands where it is written; who lost a race holds up those they may lose to again.

        From the plan numbered ``standing`` on it is made in the line.
        """
        with ExitStack() as turns:
            for turn in range(PLANS_AT_MOST):
                if turn == standing:
                    turns.enter_context(self._database.taking_turns())
                asked = self._plan(intention, action)
                if asked.known is not None:
                    asked.result = json.loads(asked.known)
                    return asked
                if (intention is None and not asked.plan.writes) or self._write(asked):
                    return asked
            asked = _Asked(intention)
            self._write(asked, action)
            return asked

    def _plan(self, intention: str | None, action: Callable[[Repository], T]) -> _Asked:
        """Run an action on a snapshot; what it refuses is refused without any lock."""
        asked = _Asked(intention)
        with self._database.reading() as snapshot:
            asked.known = _performed(snapshot, intention)
            if asked.known is None:
                asked.plan = PlannedTransaction(snapshot)
                asked.writer = feed.FeedWriter(snapshot)
                asked.take(action(Repository(asked.plan, asked.writer)))
        return asked

    def _write(self, asked: _Asked, action: Callable[[Repository], Any] | None = None) -> bool:
        """Write what was planned, or with ``action`` what that writes in the line; tell whether it could stand."""
        with self._database.writing() as connection:
            known = _performed(connection, asked.intention)
            if known is not None:
                asked.result = json.loads(known)
                return True
            start = feed.find_latest(connection)
            if action is not None:
                asked.writer = feed.FeedWriter(connection)
                asked.take(action(Repository(connection, asked.writer)))
            elif not asked.stands(connection, start):
                return False
            else:
                asked.plan.write(connection, start - asked.writer.start)
            if asked.intention is not None:
                row = {"id": asked.intention, "result": json.dumps(asked.result)}
                connection.execute(insert_into(schema.intention, ("id", "result")), row)
            if asked.writer.write(connection, start):
                self._database.announce(connection)
            if self._rehearsing:
                connection.rollback()
        asked.erased = asked.writer.erases and not self._rehearsing
        return True

    def read(self, action: Callable[[Repository], T]) -> T:
        """Run ``action`` on one consistent state of the workshop; it cannot write."""
        with self._alone(), self._database.reading() as connection:
            return action(Repository(connection, kept_votes=self._kept_votes))

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
            self._database.rehearse()
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


class _Asked:
    """What is asked for, and how far it has come: known from before, or planned, with its result."""

    plan: PlannedTransaction
    writer: feed.FeedWriter

    def __init__(self, intention: str | None) -> None:
        self.intention = intention
        self.known: str | None = None
        self.erased = False
        self.result: Any = None

    def take(self, result: Any) -> None:
        """Take an action's result, with an intention as it will be given back."""
        self.result = result if self.intention is None else json.loads(json.dumps(result))

    def stands(self, connection: Transaction, latest: int) -> bool:
        """Tell whether the plan may be written, ``latest`` being the number of the last change now."""
        since = latest - self.writer.start
        if since > CHANGES_AT_MOST:
            return False
        changes = feed.list_since(connection, self.writer.start) if since else ()
        return self.plan.still_stands(connection, changes)


def _performed(connection: Transaction, intention: str | None) -> str | None:
    if intention is None:
        return None
    query = select_columns(schema.intention, ("result",), ("id",), ())
    return cast("str | None", connection.execute(query, {"is_id": intention}).scalar())
