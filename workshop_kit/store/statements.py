"""Statements, each put together once in the life of a process and given other values each time.

Putting a statement together walks through hundreds of SQLAlchemy's objects. A page made ahead of its visitors goes
through its statements once; its copies then find them here, and copy far less memory.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Delete, Insert, Select, Table, Update, bindparam, delete, insert, select, update

Names = tuple[str, ...]


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
def select_columns(table: Table, columns: Names, equal: Names, order: Names) -> Select[Any]:
    """Return the SELECT of some columns where others equal what is given."""
    chosen = select(*(table.c[name] for name in columns)).where(*narrow(table, equal))
    return chosen.order_by(*(table.c[name] for name in order))


@cache
def select_whether(table: Table, equal: Names) -> Select[Any]:
    """Return the SELECT that finds a row if there is one."""
    return select(1).select_from(table).where(*narrow(table, equal)).limit(1)


@cache
def insert_into(table: Table) -> Insert:
    """Return the INSERT of whatever row is given."""
    return insert(table)


@cache
def update_where(table: Table, equal: Names) -> Update:
    """Return the UPDATE with whatever row is given, where some columns equal what is given."""
    return update(table).where(*narrow(table, equal))


@cache
def delete_where(table: Table, equal: Names) -> Delete:
    """Return the DELETE where some columns equal what is given."""
    return delete(table).where(*narrow(table, equal))
