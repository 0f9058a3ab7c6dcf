"""Optimistic transactions: what a writer reads and works out is done beforehand, on a moment of its own.

Writers stand in one line, so whatever is done in it keeps the whole room waiting. An action is therefore carried out on
a reading snapshot; what it would write is written down (``PlannedTransaction``), and found again where the action reads
it. In the line it is only looked whether what was read still stands (``still_stands``), and written. Where it does not
stand any more, the action is planned anew.

What was read is compared with the change log: a table names the kinds of changes that are noted whenever it is written
(``FOLLOWED``). A few rows are simply read again. Many are not: the plan is lost where they may have changed.
"""

from __future__ import annotations

from collections import Counter, namedtuple
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, Final

from sqlalchemy import Table

from workshop_kit.domain.model import Change
from workshop_kit.store import schema, seating_tables
from workshop_kit.store.plain import Found, Transaction, Ways, find_ways, keep_value
from workshop_kit.store.statements import (
    Form,
    Names,
    Rows,
    Statement,
    Values,
    Verb,
    check_statement,
    name_values,
    select_columns,
)

#: Rows that are read again to see whether they changed; of more, any change that may concern them is one.
READ_AGAIN_AT_MOST: Final = 50
#: Changes since a plan was made that are looked through; after more of them it is made anew.
CHANGES_AT_MOST: Final = 200
#: The kinds of changes that are noted whenever rows of a table are written, whoever writes them. Rows of a table that
#: does not stand here may change unnoticed: they are read again in any case, however many there are.
FOLLOWED: Final[Mapping[Table, frozenset[str]]] = {
    schema.workshop: frozenset({"workshop", "challenge"}),
    schema.challenge: frozenset({"challenge"}),
    schema.wording: frozenset({"challenge"}),
    schema.phrasing: frozenset({"challenge"}),
    schema.clarity_code: frozenset({"clarity"}),
    schema.clarity_reader: frozenset({"reader"}),
    schema.clarity_asking: frozenset({"clarity", "challenge"}),
    schema.clarity_rating: frozenset({"clarity", "challenge"}),
    schema.step: frozenset({"step"}),
    schema.projection: frozenset({"projection", "challenge"}),
    schema.agenda: frozenset({"agenda", "challenge"}),
    schema.sector: frozenset({"sector"}),
    schema.stakeholder: frozenset({"stakeholder"}),
    schema.invitation: frozenset({"invitation"}),
    schema.stakes_course: frozenset({"stakes"}),
    schema.proposed_stake: frozenset({"proposed-stake"}),
    schema.stake_grade: frozenset({"stake-grade", "proposed-stake"}),
    schema.candidate: frozenset({"candidate", "stakeholder"}),
    schema.participant: frozenset({"participant"}),
    schema.visitor: frozenset({"participant"}),
    schema.volunteer: frozenset({"volunteer"}),
    schema.volunteer_challenge: frozenset({"volunteer"}),
    schema.volunteer_declined: frozenset({"volunteer"}),
    schema.consent: frozenset({"volunteer"}),
    schema.idea: frozenset({"idea"}),
    schema.sweep: frozenset({"sweep"}),
    schema.idea_group: frozenset({"group"}),
    schema.idea_group_member: frozenset({"group"}),
    schema.dots: frozenset({"vote"}),
    schema.ballot_mark: frozenset({"vote"}),
    schema.vote_rule: frozenset({"vote-rule", "challenge"}),
    schema.option_cost: frozenset({"vote-rule", "challenge"}),
    schema.finished: frozenset({"finished", "challenge"}),
    schema.score: frozenset({"score"}),
    schema.drawing: frozenset({"drawing"}),
    schema.drawing_mark: frozenset({"drawing"}),
    schema.mission: frozenset({"mission"}),
    schema.assignment: frozenset({"assignment"}),
    schema.assignment_rule: frozenset({"assignment-rule"}),
    schema.assignment_step: frozenset({"assignment-step"}),
    schema.assignment_change: frozenset({"assignment-step", "participant", "mission"}),
    schema.helper: frozenset({"helper"}),
    schema.paper_typist: frozenset({"helper", "participant"}),
    schema.lot: frozenset({"lot"}),
    schema.lot_person: frozenset({"lot", "participant"}),
    schema.apart: frozenset({"apart", "participant"}),
    schema.taken_file: frozenset({"import"}),
    seating_tables.work_table: frozenset({"table"}),
    seating_tables.table_seat: frozenset({"table"}),
    seating_tables.table_stay: frozenset({"table"}),
    schema.taken_entry: frozenset({"import", "participant", "volunteer"}),
}

_READS: Final = frozenset({Verb.SELECT, Verb.WHETHER, Verb.COUNT})

Row = dict[str, Any]
Key = tuple[Any, ...]


class PlannedTransaction:
    """A transaction that writes nothing yet (*unit of work*): it reads a snapshot, and remembers what is to be written.

    Parameters
    ----------
    snapshot
        A transaction that sees one moment of the workshop.

    Attributes
    ----------
    writes
        What is to be written, in order.

    """

    def __init__(self, snapshot: Transaction) -> None:
        self._snapshot = snapshot
        self._read: dict[tuple[Statement, Key], list[Any]] = {}
        self._looked_at_log = False
        self._drafts = _Drafts(self._ask)
        self.writes: list[tuple[Statement, list[Values]]] = []

    def execute(self, statement: Statement, values: Rows = None, /) -> Found:
        """Answer a statement that reads; write down one that writes, refused where it could not be kept."""
        rows = check_statement(statement).rows(values)
        form = _form_of(statement)
        if form.verb in _READS:
            reads_draft = self._drafts.concern(form.table)
            return Found(self._drafts.read(statement, rows[0]) if reads_draft else self._ask(statement, rows[0]))
        kept = [_keep(statement, row) for row in rows]
        self._drafts.add(statement, kept)
        if self.writes and self.writes[-1][0] is statement:
            self.writes[-1][1].extend(kept)  # one statement for all of them
        else:
            self.writes.append((statement, kept))
        return Found(())

    def exec_driver_sql(self, statement: str, /) -> Any:
        """Answer plain SQL from the snapshot: whoever asks for the change log rests on the whole of it."""
        self._looked_at_log = True
        return self._snapshot.exec_driver_sql(statement)

    def rollback(self) -> None:
        """Do nothing: nothing was written."""

    def still_stands(self, connection: Transaction, changes: Sequence[Change]) -> bool:
        """Tell whether all that was read is so still, ``changes`` having come since."""
        if self._looked_at_log and changes:
            return False
        return all(
            self._is_the_same(connection, statement, key, rows)
            for (statement, key), rows in self._read.items()
            if _may_concern(_form_of(statement), dict(zip(sorted(statement.names), key, strict=True)), changes)
        )

    def write(self, connection: Transaction, later: int) -> None:
        """Write what was planned; the order of what is new begins ``later`` by so many changes than was foreseen."""
        for statement, rows in self.writes:
            if later and _form_of(statement).verb is Verb.INSERT and "added" in statement.columns:
                connection.execute(statement, [{**row, "added": row["added"] + later} for row in rows])
            else:
                connection.execute(statement, rows)

    def _ask(self, statement: Statement, values: Values) -> list[Any]:
        """Read the snapshot, once each: it does not change."""
        asked = statement, tuple(values[name] for name in sorted(statement.names))
        if asked not in self._read:
            self._read[asked] = list(self._snapshot.execute(statement, values))
        return self._read[asked]

    def _is_the_same(self, connection: Transaction, statement: Statement, key: Key, rows: Sequence[Any]) -> bool:
        if len(rows) > READ_AGAIN_AT_MOST and _form_of(statement).table in FOLLOWED:
            return False
        again = connection.execute(statement, dict(zip(sorted(statement.names), key, strict=True)))
        return [tuple(row) for row in again] == [tuple(row) for row in rows]


class _Drafts:
    """What a plan is to write, as rows over those of the snapshot: whoever reads afterwards finds it (*overlay*)."""

    def __init__(self, ask: Callable[[Statement, Values], list[Any]]) -> None:
        self._ask = ask
        self._waiting: list[tuple[Form, Values]] = []
        self._concerned: set[Table] = set()
        self._rows: dict[Table, dict[Key, Row | None]] = {}

    def concern(self, table: Table) -> bool:
        """Tell whether anything is to be written there."""
        return table in self._concerned

    def add(self, statement: Statement, rows: Iterable[Values]) -> None:
        """Take note of what is to be written; it is worked in when somebody reads."""
        form = _form_of(statement)
        self._concerned.add(form.table)
        if form.verb is Verb.DELETE:
            self._concerned.update(_list_followers(form.table))
        self._waiting += ((form, row) for row in rows)

    def read(self, statement: Statement, values: Values) -> list[Any]:
        """Return what a SELECT finds."""
        waiting, self._waiting = self._waiting, []
        for written, row in waiting:
            self._work_in(written, row)
        form = _form_of(statement)
        found = self._find(form.table, {name: values[f"is_{name}"] for name in form.equal})
        if form.verb is Verb.WHETHER:
            return [(1,)] if found else []
        for name in reversed(form.order):  # what is missing comes first
            found.sort(key=lambda row: (row[name] is not None, row[name]) if row[name] is not None else (False,))
        make = _make_rows(statement.columns)
        if form.verb is Verb.COUNT:
            numbers = Counter(tuple(row[name] for name in form.order) for row in found)  # in the order of the rows
            return [make(*values, number) for values, number in numbers.items()]
        return [make(*(row[name] for name in statement.columns)) for row in found]

    def _work_in(self, form: Form, row: Values) -> None:
        if form.verb is Verb.INSERT:
            self._put(form.table, {name: row.get(name) for name in _columns_of(form.table)})
            return
        columns = _columns_of(form.table)
        changes = {name: value for name, value in row.items() if name in columns}
        equal = {name: row[f"is_{name}"] for name in form.equal}
        among = frozenset(row[f"among_{form.among}"]) if form.among else ()
        for found in self._find(form.table, equal):
            if form.among and found[form.among] not in among:
                continue
            if form.verb is Verb.DELETE:
                self._take_away(form.table, found)
            elif form.verb is Verb.COPY:
                self._put(form.table, {name: row.get(f"to_{name}", value) for name, value in found.items()})
            else:
                self._change(form.table, found, changes)

    def _find(self, table: Table, equal: Mapping[str, Any]) -> list[Row]:
        drafts = self._rows.get(table, {})
        names = _key_of(table)
        if set(names) <= equal.keys() and tuple(equal[name] for name in names) in drafts:
            draft = drafts[tuple(equal[name] for name in names)]
            return [] if draft is None or not _matches(draft, equal) else [draft]
        columns = _columns_of(table)
        asked = self._ask(select_columns(table, columns, tuple(equal), ()), name_values(equal))
        found = [dict(zip(columns, row, strict=True)) for row in asked]
        if not drafts:
            return found
        there = [row for row in found if tuple(row[name] for name in names) not in drafts]
        if set(names) <= equal.keys():
            return there
        return [*there, *(row for row in drafts.values() if row is not None and _matches(row, equal))]

    def _put(self, table: Table, row: Row) -> None:
        self._rows.setdefault(table, {})[tuple(row[name] for name in _key_of(table))] = row

    def _change(self, table: Table, row: Row, changes: Values) -> None:
        new = {**row, **changes}
        if any(new[name] != row[name] for name in _key_of(table)):
            self._rows.setdefault(table, {})[tuple(row[name] for name in _key_of(table))] = None
        self._put(table, new)

    def _take_away(self, table: Table, row: Row) -> None:
        """Take a row away, and what hangs on it as the database would."""
        self._rows.setdefault(table, {})[tuple(row[name] for name in _key_of(table))] = None
        for follower, column, referred, action in _list_links(table):
            for one in self._find(follower, {column: row[referred]}):
                if action == "CASCADE":
                    self._take_away(follower, one)
                elif action == "SET NULL":
                    self._change(follower, one, {column: None})


def _may_concern(form: Form, values: Mapping[str, Any], changes: Sequence[Change]) -> bool:
    """Tell whether changes, or what is not noted as one, may alter what was read."""
    kinds = FOLLOWED.get(form.table)
    if kinds is None:
        return True
    challenge = values.get("is_challenge") if "challenge" in form.equal else None
    return any(
        change.kind in kinds and (challenge is None or change.challenge is None or change.challenge == challenge)
        for change in changes
    )


def _keep(statement: Statement, row: Values) -> Values:
    ways = _ways_of(statement)
    return {name: keep_value(ways[name], value) if name in ways else tuple(value) for name, value in row.items()}


@cache
def _ways_of(statement: Statement) -> Mapping[str, Ways]:
    """Return how the values of a statement pass in and out, by name; those that hold several have no way."""
    columns = _form_of(statement).table.c
    given = {
        name: name if name in columns else name.removeprefix("is_").removeprefix("to_") for name in statement.names
    }
    return {name: find_ways(columns[column]) for name, column in given.items() if not name.startswith("among_")}


def _form_of(statement: Statement) -> Form:
    if statement.form is None:
        raise TypeError("a statement that says not what it does cannot be planned")
    return statement.form


def _matches(row: Row, equal: Mapping[str, Any]) -> bool:
    return all(value is not None and row[name] == value for name, value in equal.items())


@cache
def _columns_of(table: Table) -> Names:
    return tuple(column.name for column in table.c)


@cache
def _key_of(table: Table) -> Names:
    return tuple(column.name for column in table.primary_key.columns)


@cache
def _make_rows(columns: Names) -> Any:
    return namedtuple("Row", columns, rename=True)  # its fields are the columns


@cache
def _list_links(table: Table) -> tuple[tuple[Table, str, str, str | None], ...]:
    """List what names a row of ``table``: the table, its column, the column of ``table``, and what becomes of it."""
    return tuple(
        (follower, key.parent.name, key.column.name, key.ondelete)
        for follower in schema.metadata.sorted_tables
        for key in sorted(follower.foreign_keys, key=lambda one: one.parent.name)
        if key.column.table is table and key.ondelete in ("CASCADE", "SET NULL")
    )


@cache
def _list_followers(table: Table) -> frozenset[Table]:
    """List the tables in which rows go or change when one of ``table`` is deleted, whichever way it comes there."""

    def walk(one: Table, seen: set[Table]) -> Iterator[Table]:
        for follower, _, _, action in _list_links(one):
            if follower not in seen:
                seen.add(follower)
                yield follower
                if action == "CASCADE":
                    yield from walk(follower, seen)

    return frozenset(walk(table, set()))
