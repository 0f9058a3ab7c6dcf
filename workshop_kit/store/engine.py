"""SQLAlchemy's engine for PostgreSQL, and the transaction that executes the store's statements through it.

An engine outlives the stores opened with it: it remembers, in a cache of limited size, the statements it has compiled.
Connections are no part of that: a process only ever uses those it made itself.
"""

from __future__ import annotations

import os
import threading
from functools import lru_cache
from typing import Any, Final, cast

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event
from sqlalchemy.engine import make_url

from workshop_kit.store.refusals import check_what_is_sent
from workshop_kit.store.statements import Rows, Statement, check_statement

#: Seconds a writer stands in line before it is told that the store is busy.
WAIT_AT_MOST: Final = 15
#: Databases whose engines a process keeps: a workshop's, and one beside it in a migration or a test.
_ENGINES_KEPT: Final = 2


class EngineTransaction:
    """A transaction of SQLAlchemy's, fenced as the plain connection is: it executes the store's statements alone."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def execute(self, statement: Statement, values: Rows = None, /) -> Any:
        """Execute a statement with the values of one row, or of several in turn; raises ``TypeError`` for others."""
        rows = check_statement(statement).rows(values)
        return self._connection.execute(statement.construct, rows[0] if len(rows) == 1 else list(rows))

    def exec_driver_sql(self, statement: str, /) -> Any:
        """Execute plain SQL."""
        return self._connection.exec_driver_sql(statement)

    def rollback(self) -> None:
        """Undo what the transaction wrote."""
        self._connection.rollback()


class SharedEngine:
    """Reference count of an engine: how many of this process's stores use it; with the last its connections close."""

    def __init__(self, engine: Engine) -> None:
        check_what_is_sent(engine)
        self.engine = engine
        self._users = 0
        self._process = os.getpid()
        self._line = threading.Lock()

    def open(self) -> Engine:
        """Return the engine to one more store."""
        with self._line:
            if self._process != os.getpid():
                self._forget_others_connections()
            self._users += 1
        return self.engine

    def close(self) -> None:
        """Take note that a store closes."""
        with self._line:
            self._users -= 1
            if self._users == 0:
                self.engine.dispose()

    def _forget_others_connections(self) -> None:
        """Leave alone, without closing them, the connections of the process that this one was forked from."""
        self._users, self._process = 0, os.getpid()
        pool = cast(QueuePool, self.engine.pool)
        if pool.checkedin() or pool.checkedout():  # an empty pool is as good as a new one, which takes a megabyte
            self.engine.dispose(close=False)


@lru_cache(maxsize=_ENGINES_KEPT)
def postgres_engine(address: str) -> SharedEngine:
    """Return the engine of the PostgreSQL database at ``address``, the same one each time."""
    # A server that was restarted is met with a new connection rather than with an error.
    url = make_url(address).set(drivername="postgresql+psycopg")
    engine = create_engine(url, pool_size=1, max_overflow=-1, pool_pre_ping=True, hide_parameters=True)
    event.listen(engine, "connect", _limit_waiting)
    return SharedEngine(engine)


def _limit_waiting(connection: Any, record: object) -> None:
    connection.execute(f"SET lock_timeout = '{WAIT_AT_MOST}s'")
    connection.commit()
