"""The table data gateway that every part of the repository extends: find, list, add, update, remove, and note it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, fields
from functools import cache, cached_property
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar

from sqlalchemy import Table

from workshop_kit.domain.model import SEVERAL
from workshop_kit.errors import InvalidEntry, MissingEntry
from workshop_kit.store import schema
from workshop_kit.store.feed import FeedWriter
from workshop_kit.store.kept_votes import KeptVotes
from workshop_kit.store.plain import Transaction
from workshop_kit.store.statements import (
    Rows,
    Statement,
    delete_where,
    insert_into,
    name_values,
    part_rows,
    select_columns,
    select_numbers,
    select_whether,
    update_among,
    update_where,
)

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

#: Entities of one act that the change log names; of more it says in one line that they are several.
NOTED_APART_AT_MOST: Final = 4
_ONLY_READS: Final = "this transaction only reads: write through Store.perform"

V = TypeVar("V", bound="DataclassInstance")


@dataclass(frozen=True)
class Noun(Generic[V]):
    """Mapping: a value of the model, the table that keeps it, and its name in the feed and in the errors."""

    name: str
    value: type[V]
    table: Table

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """The columns that are fields of the value, in the fields' order."""
        return tuple(name for name in _fields_of(self.value) if name in self.table.c)


def row_of(value: DataclassInstance, *without: str) -> dict[str, Any]:
    """Return the fields of ``value`` as a row, tuples and nested values left as they are."""
    row = dict(zip(_fields_of(type(value)), _read_fields(type(value))(value), strict=True))
    for name in without:
        del row[name]
    return row


@cache
def _fields_of(value: type[DataclassInstance]) -> tuple[str, ...]:
    return tuple(field.name for field in fields(value))


@cache
def _read_fields(value: type[DataclassInstance]) -> Callable[[Any], tuple[Any, ...]]:
    """Return what reads all the fields of a value at once: those of a long list are read while others wait."""
    return attrgetter(*_fields_of(value))


@cache
def _key_of(table: Table) -> tuple[str, ...]:
    return tuple(column.name for column in table.primary_key.columns)


class Shelf:
    """Table data gateway: one transaction's reads and writes of the tables, each write noted in the change log.

    The nouns' own verbs are in the classes that extend it.
    """

    def __init__(
        self, connection: Transaction, feed: FeedWriter | None = None, kept_votes: KeptVotes | None = None
    ) -> None:
        self._connection = connection
        self._feed = feed
        self._kept_votes = kept_votes

    @property
    def _writer(self) -> FeedWriter:
        if self._feed is None:
            raise RuntimeError(_ONLY_READS)
        return self._feed

    def _note(self, kind: str, entity: str, challenge: str | None = None) -> None:
        self._writer.note(kind, entity, challenge)

    def _note_many(self, kind: str, entities: Collection[str], challenge: str | None = None) -> None:
        """Note what one act changed: each by its name where they are few, else all in one line."""
        for entity in entities if len(entities) <= NOTED_APART_AT_MOST else (SEVERAL,):
            self._note(kind, entity, challenge)

    def _alter(self, statement: Statement, rows: Rows) -> None:
        if self._feed is None:
            raise RuntimeError(_ONLY_READS)
        self._connection.execute(statement, rows)

    def _add(self, table: Table, rows: Iterable[Mapping[str, Any]]) -> None:
        """Insert rows, which all have the columns of the first; none is nothing to do."""
        for some in part_rows(rows):
            self._alter(insert_into(table, tuple(some[0])), some)

    def _replace(self, table: Table, row: Mapping[str, Any], **equal: Any) -> None:
        """Write the columns of ``row`` where other columns equal what is given."""
        self._alter(update_where(table, tuple(row), tuple(equal)), {**row, **name_values(equal)})

    def _replace_among(self, table: Table, row: Mapping[str, Any], among: str, texts: Iterable[str]) -> None:
        """Write the columns of ``row`` in every row whose column ``among`` is one of some texts, all at once."""
        self._alter(update_among(table, tuple(row), among), {**row, f"among_{among}": tuple(texts)})

    def _rows(self, table: Table, *columns: str, order: tuple[str, ...] = (), **equal: Any) -> list[Any]:
        """Return some columns of the rows whose other columns equal what is given."""
        query = select_columns(table, columns, tuple(equal), order)
        return list(self._connection.execute(query, name_values(equal)))

    def _numbers(self, table: Table, *columns: str, **equal: Any) -> list[Any]:
        """Return how many rows have each of the values of some columns, where others equal what is given."""
        query = select_numbers(table, columns, tuple(equal))
        return list(self._connection.execute(query, name_values(equal)))

    def _list(self, noun: Noun[V], *, order: str = "added", **equal: Any) -> tuple[V, ...]:
        rows = self._rows(noun.table, *noun.columns, order=(order, *_key_of(noun.table)), **equal)
        return tuple(noun.value(*row) for row in rows)

    def _find(self, noun: Noun[V], **equal: Any) -> V | None:
        rows = self._rows(noun.table, *noun.columns, **equal)
        return noun.value(*rows[0]) if rows else None

    def _get(self, noun: Noun[V], entity: str) -> V:
        found = self._find(noun, id=entity)
        if found is None:
            raise MissingEntry(f"no-{noun.name}", id=entity)
        return found

    def _insert(self, noun: Noun[V], row: Mapping[str, Any], challenge: str | None = None) -> None:
        if self._is_there(noun.table, id=row["id"]):
            raise InvalidEntry("already-there", id=row["id"])
        self._add(noun.table, [{**row, "added": self._writer.next_sequence}])
        self._note(noun.name, row["id"], challenge)

    def _write_all(self, table: Table, rows: Iterable[Mapping[str, Any]]) -> None:
        """Add many rows, or replace those with the same keys; writers are alone, so no one comes between."""
        key, known = _key_of(table), self._list_keys(table)
        for some in part_rows(rows):
            new: list[Mapping[str, Any]] = []
            old: list[Mapping[str, Any]] = []
            for row in some:
                place = tuple(row[name] for name in key)
                (old if place in known else new).append(row)
                known.add(place)
            self._add(table, new)
            self._replace_all(table, old)

    def _replace_all(self, table: Table, rows: Iterable[Mapping[str, Any]]) -> None:
        """Write the columns of each row where the key is its own."""
        key = _key_of(table)
        for some in part_rows(rows):
            found = [{**row, **name_values({name: row[name] for name in key})} for row in some]
            self._alter(update_where(table, tuple(some[0]), key), found)

    def _list_keys(self, table: Table) -> set[tuple[Any, ...]]:
        """Return the keys of all rows, for who writes many of them."""
        return {tuple(row) for row in self._rows(table, *_key_of(table))}

    def _change(self, noun: Noun[V], row: Mapping[str, Any], challenge: str | None = None) -> None:
        self._require(noun, row["id"])
        self._replace(noun.table, row, id=row["id"])
        self._note(noun.name, row["id"], challenge)

    def _delete(self, noun: Noun[V], entity: str, challenge: str | None = None) -> None:
        self._erase(noun.table, id=entity)
        self._note(noun.name, entity, challenge)

    def _require(self, noun: Noun[V], entity: str) -> None:
        if not self._is_there(noun.table, id=entity):
            raise MissingEntry(f"no-{noun.name}", id=entity)

    def _is_there(self, table: Table, **equal: Any) -> bool:
        query = select_whether(table, tuple(equal))
        return self._connection.execute(query, name_values(equal)).first() is not None

    def _erase(self, table: Table, **equal: Any) -> None:
        self._alter(delete_where(table, tuple(equal)), name_values(equal))

    def _erase_all(self, table: Table, column: str, values: Iterable[Any]) -> None:
        """Erase the rows that have one of some values in a column: one statement, however many they are."""
        for some in part_rows([name_values({column: value}) for value in values]):
            self._alter(delete_where(table, (column,)), some)

    def _require_challenge(self, challenge: str) -> None:
        if not self._is_there(schema.challenge, id=challenge):
            raise MissingEntry("no-challenge", id=challenge)

    def _require_participant(self, participant: str) -> None:
        if not self._is_there(schema.participant, id=participant):
            raise MissingEntry("no-participant", id=participant)

    def _write_pair(self, table: Table, row: Mapping[str, Any]) -> None:
        """Add ``row``, or replace the one with the same key; writers are alone, so no one comes between."""
        key = {name: row[name] for name in _key_of(table)}
        if self._is_there(table, **key):
            self._replace(table, row, **key)
        else:
            self._add(table, [row])
