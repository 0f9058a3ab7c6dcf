"""A minimal executor of SQLAlchemy's statements on SQLite, without SQLAlchemy's engine in between.

It executes what ``statements`` makes and nothing else: what it cannot do is refused there, for both databases. For each
execution the engine makes a context, a cursor and a result of its own, each through hundreds of shared objects. In a
page copied for each visitor that was a tenth of a seat's memory. What SQLAlchemy knows is kept: the schema, the
statements, the SQL they become, and how values are read and written. That is worked out at a statement's first
execution and hangs on the statement, of which there is a bounded number.
"""

from __future__ import annotations

import sqlite3
from collections import namedtuple
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final, Protocol

from sqlalchemy import Column
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.sql import Select

from workshop_kit.errors import InvalidEntry
from workshop_kit.store.refusals import check_value
from workshop_kit.store.statements import Rows, Statement, Values, check_statement

Convert = Callable[[Any], Any] | None
#: How the values of a column pass in, and out.
Ways = tuple[Convert, Convert]

_DIALECT: Final = SQLiteDialect_pysqlite(paramstyle="qmark")


class Transaction(Protocol):
    """What the store asks of a connection: the engine's, or the plain one."""

    def execute(self, statement: Statement, values: Rows = None, /) -> Any:
        """Execute a statement with the values of one row, or of several in turn; raises ``TypeError`` for others."""

    def exec_driver_sql(self, statement: str, /) -> Any:
        """Execute plain SQL."""

    def rollback(self) -> None:
        """Undo what the transaction wrote."""


@dataclass(frozen=True)
class _Prepared:
    """A prepared statement: as SQLite takes it, and how values pass in and out."""

    text: str
    fixed: Values
    writes: tuple[tuple[str, Convert], ...]
    reads: tuple[tuple[int, Callable[[Any], Any]], ...]
    row: Callable[..., Any]

    def bind(self, values: Values) -> list[Any]:
        """Return the values in the order of the statement, as the database keeps them."""
        bound = []
        for name, convert in self.writes:
            value = values[name] if name in values else self.fixed[name]
            if convert is not None:
                try:
                    value = convert(value)
                except ValueError as error:  # a word that is not of its enumeration, a time without a zone
                    raise InvalidEntry("refused-by-store", detail=str(error)) from error
            check_value(value)
            bound.append(value)
        return bound

    def read(self, found: Sequence[Any]) -> Any:
        """Return a row with the values of the model: most are as the database gives them."""
        values = list(found)
        for place, convert in self.reads:
            values[place] = convert(values[place])
        return self.row(*values)


def _prepare(statement: Statement) -> _Prepared:
    """Compile a statement, once in the life of a process."""
    construct = statement.construct
    given = None if isinstance(construct, Select) else [*statement.columns, *statement.names]
    compiled: Any = construct.compile(dialect=_DIALECT, column_keys=given)
    if compiled.post_compile_params:
        raise TypeError("a statement whose SQL depends on its values is not supported")
    writes = tuple((name, _writer(compiled.binds[name].type)) for name in compiled.positiontup or ())
    columns = tuple(construct.selected_columns) if isinstance(construct, Select) else ()
    names = [str(column.key) for column in columns]
    row: Any = namedtuple("Row", names, rename=True)  # type: ignore[misc]  # its fields are the columns
    readers = enumerate(_reader(column.type) for column in columns)
    reads = tuple((place, convert) for place, convert in readers if convert is not None)
    return _Prepared(str(compiled), compiled.params, writes, reads, row)


def find_ways(column: Column[Any]) -> Ways:
    """Return how the values of a column pass in and out."""
    return _writer(column.type), _reader(column.type)


def keep_value(ways: Ways, value: Any) -> Any:
    """Return a value as it comes back from where it is kept; raises ``InvalidEntry`` where it cannot be kept.

    What is written down first and kept later is refused at once, as the database would refuse it.
    """
    write, read = ways
    if write is not None:
        try:
            value = write(value)
        except ValueError as error:
            raise InvalidEntry("refused-by-store", detail=str(error)) from error
    check_value(value)
    return value if read is None else read(value)


def _writer(kind: Any) -> Convert:
    convert: Convert = kind.dialect_impl(_DIALECT).bind_processor(_DIALECT)
    return convert


def _reader(kind: Any) -> Convert:
    convert: Convert = kind.dialect_impl(_DIALECT).result_processor(_DIALECT, None)
    return convert


class Found:
    """Result set: the rows that a statement found."""

    def __init__(self, rows: Sequence[Any]) -> None:
        self._rows = rows

    def __iter__(self) -> Iterator[Any]:
        return iter(self._rows)

    def first(self) -> Any:
        """Return the first row, ``None`` if there is none."""
        return self._rows[0] if self._rows else None

    def scalar(self) -> Any:
        """Return the first value of the first row, ``None`` if there is none."""
        return self._rows[0][0] if self._rows else None


class PlainConnection:
    """One connection to SQLite that takes the store's statements; it begins and ends transactions when told to."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def execute(self, statement: Statement, values: Rows = None, /) -> Found:
        """Execute a statement with the values of one row, or of several in turn."""
        rows = check_statement(statement).rows(values)
        prepared: _Prepared | None = statement.prepared
        if prepared is None:
            prepared = statement.prepared = _prepare(statement)
        if len(rows) > 1:  # of several rows at once nothing is read
            self._connection.executemany(prepared.text, map(prepared.bind, rows))
            return Found(())
        found = self._connection.execute(prepared.text, prepared.bind(rows[0])).fetchall()
        return Found([prepared.read(row) for row in found])

    def exec_driver_sql(self, statement: str, /) -> Found:
        """Execute plain SQL."""
        return Found(self._connection.execute(statement).fetchall())

    def commit(self) -> None:
        """Keep what the transaction wrote."""
        self._connection.execute("COMMIT")

    def rollback(self) -> None:
        """Undo what the transaction wrote, if one is under way."""
        if self._connection.in_transaction:
            self._connection.execute("ROLLBACK")
