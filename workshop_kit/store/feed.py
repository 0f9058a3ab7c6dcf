"""The change log (the feed): one sequence, without gaps, in the order of the commits."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from workshop_kit.domain.model import Change
from workshop_kit.store import schema
from workshop_kit.store.databases import Database
from workshop_kit.store.plain import Transaction
from workshop_kit.store.statements import insert_into, part_rows

#: Every page asks these two after each commit, so they are plain SQL, the same on both databases.
LATEST: Final = "SELECT max(sequence) FROM change"
SINCE: Final = "SELECT sequence, kind, entity, challenge FROM change WHERE sequence > {:d} ORDER BY sequence"


def latest_sequence(database: Database) -> int:
    """Return the number of the last committed change, 0 before any."""
    return int(database.ask(LATEST)[0][0] or 0)


def changes_since(database: Database, sequence: int) -> Sequence[Change]:
    """Return the changes numbered above ``sequence``, the oldest first."""
    return tuple(Change(*row) for row in database.ask(SINCE.format(sequence)))


class FeedWriter:
    """Transactional outbox: collects the changes of one write transaction and adds them to the log at its end.

    Writers stand in line for the whole transaction, so that the next number is the last one plus one: there is no
    gap, and a reader never meets a number lower than one it has seen. What was planned ahead is numbered anew when
    its turn has come.

    Parameters
    ----------
    connection
        Inside its transaction.

    Attributes
    ----------
    start
        The number of the last change before.

    """

    def __init__(self, connection: Transaction) -> None:
        self.start = find_latest(connection)
        self._noted: dict[tuple[str, str, str | None], None] = {}
        #: Whether somebody's personal details were erased, so that no trace of them may stay.
        self.erases = False

    @property
    def next_sequence(self) -> int:
        """The number that the next new change will bear."""
        return self.start + len(self._noted) + 1

    def note(self, kind: str, entity: str, challenge: str | None = None) -> None:
        """Note that ``entity`` changed, once however often it does in this transaction."""
        self._noted.setdefault((kind, entity, challenge))

    def write(self, connection: Transaction, start: int) -> bool:
        """Add what was noted to the feed behind number ``start``; tell whether there was anything."""
        if not self._noted:
            return False
        rows = (
            {"sequence": start + place, "kind": kind, "entity": entity, "challenge": challenge}
            for place, (kind, entity, challenge) in enumerate(self._noted, start=1)
        )
        for some in part_rows(rows):
            connection.execute(insert_into(schema.change, tuple(some[0])), some)
        return True


def find_latest(connection: Transaction) -> int:
    """Return the number of the last change that a transaction sees, 0 before any."""
    return int(connection.exec_driver_sql(LATEST).scalar() or 0)


def list_since(connection: Transaction, sequence: int) -> tuple[Change, ...]:
    """Return the changes numbered above ``sequence`` that a transaction sees, the oldest first."""
    return tuple(Change(*row) for row in connection.exec_driver_sql(SINCE.format(sequence)))
