"""Statements, each put together once in the life of a process and given other values each time.

Putting a statement together walks through hundreds of SQLAlchemy's objects. A page made ahead of its visitors goes
through its statements once; its copies then find them here, and copy far less memory.

This is the only module that makes a ``Statement``, and both databases execute nothing else. What it makes depends on
tables, columns and orders, which are words of the code, never on a value: so there is a bounded number of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache
from itertools import islice
from typing import Any, Final

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Delete,
    Insert,
    Select,
    Table,
    Update,
    bindparam,
    delete,
    func,
    insert,
    select,
    update,
)
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql import visitors
from sqlalchemy.sql.functions import FunctionElement

from workshop_kit.store.columns import Texts

Names = tuple[str, ...]
Values = Mapping[str, Any]
Rows = Values | Sequence[Values] | None
Construct = Select[Any] | Insert | Update | Delete

#: Statements a process may make. All panels of all roles together make about four hundred, and all the tests some six
#: hundred; more than this means that a value has come into a statement's shape, and that each new value would be kept
#: for ever.
STATEMENTS_AT_MOST: Final = 800
#: Rows that are made, checked and written at a time.
ROWS_AT_MOST: Final = 200
_MAKER: Final = object()
_made = 0


class _EachText(FunctionElement[Any]):
    """The texts of a JSON list as rows, in the words of each database."""

    name = "each_text"
    inherit_cache = True


@compiles(_EachText, "sqlite")
def _say_to_sqlite(element: _EachText, compiler: Any, **said: Any) -> str:
    return f"json_each({compiler.process(element.clauses, **said)})"


@compiles(_EachText, "postgresql")
def _say_to_postgres(element: _EachText, compiler: Any, **said: Any) -> str:
    return f"json_array_elements_text(CAST({compiler.process(element.clauses, **said)} AS json))"


class Verb(Enum):
    """What a statement does."""

    SELECT = "select"
    WHETHER = "whether"
    COUNT = "count"
    INSERT = "insert"
    UPDATE = "update"
    DELETE = "delete"
    COPY = "copy"


@dataclass(frozen=True)
class Form:
    """What a statement says, in the words it was put together from: who carries it out in memory goes by it.

    Attributes
    ----------
    verb, table
        What it does, and where.
    equal
        The columns that equal what is given.
    among
        The column whose value is one of those given, ``""``: none is asked for it.
    order
        The columns by which what is found is ordered.

    """

    verb: Verb
    table: Table
    equal: Names = ()
    order: Names = ()
    among: str = ""


class Statement:
    """A parameterised query of SQLAlchemy's, and what it needs to be executed; only this module makes them.

    Attributes
    ----------
    construct
        SQLAlchemy's own.
    columns
        The columns that an INSERT or an UPDATE writes, in the order of the first row, or that a SELECT returns.
    form
        What it says; ``None`` for what a test puts together by itself.
    names
        The values that each row must give, no fewer and no more.
    prepared
        The form SQLite takes, hung here by ``plain`` at the first execution.

    """

    __slots__ = ("columns", "construct", "form", "names", "prepared")

    def __init__(self, construct: Construct, columns: Names, maker: object, form: Form | None = None) -> None:
        if maker is not _MAKER:
            raise TypeError("a statement is made by workshop_kit.store.statements alone")
        _check(construct)
        binds = {one.key for one in visitors.iterate(construct) if isinstance(one, BindParameter) and one.required}
        self.construct = construct
        self.columns = columns
        self.form = form
        self.names = frozenset(binds if isinstance(construct, Select) else binds.union(columns))
        self.prepared: Any = None

    def rows(self, values: Rows) -> Sequence[Values]:
        """Return ``values`` as rows, each of which gives exactly what the statement takes; raises ``TypeError``."""
        rows: Sequence[Values]
        if isinstance(values, list | tuple):  # asked first: whether it is a mapping takes long to be denied
            rows = values
        else:
            rows = ({},) if values is None else (values,) if isinstance(values, Mapping) else values
        if not rows:
            raise TypeError("a statement needs a row, received none")
        for row in rows:
            if row.keys() != self.names:
                raise TypeError(f"a statement takes the values {sorted(self.names)}, received {sorted(row)}")
        return rows


def check_statement(statement: object) -> Statement:
    """Return ``statement`` if this module made it; raises ``TypeError``."""
    if type(statement) is not Statement:
        raise TypeError(f"the store executes its own statements alone, received {type(statement).__name__}")
    return statement


def _make(construct: Construct, columns: Names = (), form: Form | None = None) -> Statement:
    global _made
    if _made >= STATEMENTS_AT_MOST:
        raise RuntimeError(f"more than {STATEMENTS_AT_MOST} statements: give values at the execution, not in the shape")
    statement = Statement(construct, columns, _MAKER, form)
    _made += 1
    return statement


def _check(construct: Construct) -> None:
    """Refuse what the plain way cannot say to SQLite, so that it is refused on PostgreSQL as well."""
    if not isinstance(construct, Select) and construct._returning:
        raise TypeError("RETURNING is not supported: read the row in the same transaction")
    for element in visitors.iterate(construct):
        if isinstance(element, BindParameter) and (element.expanding or element.literal_execute):
            raise TypeError("IN with a list of values is not supported: its length would be part of the shape")


def part_rows(rows: Iterable[Values]) -> Iterator[list[Values]]:
    """Yield rows some at a time: thousands of them at once would be gone through by each collection of garbage."""
    left = iter(rows)
    while some := list(islice(left, ROWS_AT_MOST)):
        yield some


def given(**values: Any) -> dict[str, Any]:
    """Return the values that are not ``None``: what a list is narrowed by."""
    return {name: value for name, value in values.items() if value is not None}


def name_values(equal: Mapping[str, Any]) -> dict[str, Any]:
    """Return ``equal`` as the values of a statement narrowed by the same names."""
    return {f"is_{name}": value for name, value in equal.items()}


def narrow(table: Table, names: Iterable[str]) -> tuple[ColumnElement[bool], ...]:
    """Return the conditions that the columns ``names`` equal the values given at each execution."""
    return tuple(table.c[name] == bindparam(f"is_{name}") for name in names)


@cache
def select_columns(table: Table, columns: Names, equal: Names, order: Names) -> Statement:
    """Return the SELECT of some columns where others equal what is given."""
    chosen = select(*(table.c[name] for name in columns)).where(*narrow(table, equal))
    ordered = chosen.order_by(*(table.c[name] for name in order))
    return _make(ordered, columns, Form(Verb.SELECT, table, equal, order))


@cache
def select_whether(table: Table, equal: Names) -> Statement:
    """Return the SELECT that finds a row if there is one."""
    found = select(1).select_from(table).where(*narrow(table, equal)).limit(1)
    return _make(found, (), Form(Verb.WHETHER, table, equal))


@cache
def select_numbers(table: Table, columns: Names, equal: Names) -> Statement:
    """Return the SELECT of how many rows have each of the values of some columns, where others equal what is given.

    Of thousands of rows the database then tells a few, each with its ``number`` at its end.
    """
    told = [table.c[name] for name in columns]
    counted = select(*told, func.count().label("number")).where(*narrow(table, equal))
    numbered = counted.group_by(*told).order_by(*told)
    return _make(numbered, (*columns, "number"), Form(Verb.COUNT, table, equal, columns))


@cache
def insert_into(table: Table, columns: Names) -> Statement:
    """Return the INSERT of rows with these columns."""
    return _make(insert(table), columns, Form(Verb.INSERT, table))


@cache
def update_where(table: Table, columns: Names, equal: Names) -> Statement:
    """Return the UPDATE of these columns, where some columns equal what is given."""
    return _make(update(table).where(*narrow(table, equal)), columns, Form(Verb.UPDATE, table, equal))


@cache
def update_among(table: Table, columns: Names, among: str) -> Statement:
    """Return the UPDATE of these columns, where the column ``among`` is one of any number of texts: one statement."""
    given_texts = _EachText(bindparam(f"among_{among}", type_=Texts())).table_valued("value")
    found = table.c[among].in_(select(given_texts.c.value))
    return _make(update(table).where(found), columns, Form(Verb.UPDATE, table, among=among))


@cache
def copy_where(table: Table, columns: Names, equal: Names) -> Statement:
    """Return the INSERT of the rows where some columns equal what is given, once more, with other ``columns``."""
    new = {name: bindparam(f"to_{name}", type_=table.c[name].type) for name in columns}
    rows = select(*(new.get(column.name, column) for column in table.c)).where(*narrow(table, equal))
    copied = insert(table).from_select([column.name for column in table.c], rows)
    return _make(copied, (), Form(Verb.COPY, table, equal))


@cache
def delete_where(table: Table, equal: Names) -> Statement:
    """Return the DELETE where some columns equal what is given."""
    return _make(delete(table).where(*narrow(table, equal)), (), Form(Verb.DELETE, table, equal))
