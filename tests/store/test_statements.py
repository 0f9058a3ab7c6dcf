"""The fence around the statements: both databases execute what ``statements`` makes, and refuse the rest alike."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import bindparam, insert, literal_column, select

from tests.store.values import add_the_usual
from workshop_kit.store import Repository, Store, schema, statements
from workshop_kit.store.statements import STATEMENTS_AT_MOST, Statement, insert_into, select_columns, update_where

SECTOR = ("id", "name", "referent", "added")
ROW = {"id": "s1", "name": "Bourg", "referent": "", "added": 1}
WITH_IN = [
    pytest.param(lambda: select(schema.sector.c.name).where(schema.sector.c.id.in_(["s1", "s2"])), id="IN of a list"),
    pytest.param(
        lambda: select(schema.sector.c.name).where(schema.sector.c.id.in_(bindparam("ids", expanding=True))),
        id="IN of what is given",
    ),
]
WITH_RETURNING = [
    pytest.param(lambda: insert(schema.sector).returning(schema.sector.c.id), id="RETURNING a column"),
    pytest.param(lambda: insert(schema.sector).returning(literal_column("1")), id="RETURNING an expression"),
]


def execute(store: Store, statement: Any, values: Any = None) -> None:
    def act(repository: Repository) -> None:
        repository._connection.execute(statement, values)

    store.perform(None, act)


@pytest.mark.parametrize("construct", WITH_IN + WITH_RETURNING)
def test_a_construct_of_anyones_own_is_not_executed(store: Store, construct: Callable[[], Any]) -> None:
    with pytest.raises(TypeError, match="its own statements alone"):
        execute(store, construct(), ROW)
    assert store.read(lambda repository: repository.list_sectors()) == ()


@pytest.mark.parametrize("construct", WITH_IN)
def test_a_statement_with_in_cannot_be_made(construct: Callable[[], Any]) -> None:
    with pytest.raises(TypeError, match="IN with a list"):
        statements._make(construct())


@pytest.mark.parametrize("construct", WITH_RETURNING)
def test_a_statement_with_returning_cannot_be_made(construct: Callable[[], Any]) -> None:
    with pytest.raises(TypeError, match="RETURNING"):
        statements._make(construct())


def test_nobody_else_makes_a_statement() -> None:
    with pytest.raises(TypeError, match="alone"):
        Statement(insert(schema.sector), SECTOR, object())


def test_rows_are_written_when_each_gives_all_columns(store: Store) -> None:
    execute(store, insert_into(schema.sector, SECTOR), [ROW, {**ROW, "id": "s2"}])
    assert [one.id for one in store.read(lambda repository: repository.list_sectors())] == ["s1", "s2"]


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param([ROW, {"id": "s2", "name": "Hameau", "added": 2}], id="the second lacks one"),
        pytest.param([ROW, {**ROW, "id": "s2", "more": 1}], id="the second has one more"),
        pytest.param({"id": "s1"}, id="the only one lacks some"),
        pytest.param([], id="no row"),
        pytest.param(None, id="nothing"),
    ],
)
def test_rows_with_other_columns_are_refused_and_none_is_written(store: Store, rows: Any) -> None:
    with pytest.raises(TypeError, match=r"a statement (takes|needs)"):
        execute(store, insert_into(schema.sector, SECTOR), rows)
    assert store.read(lambda repository: repository.list_sectors()) == ()


def test_a_value_that_a_condition_lacks_is_refused(store: Store) -> None:
    with pytest.raises(TypeError, match="is_id"):
        execute(store, select_columns(schema.sector, ("name",), ("id",), ()))
    with pytest.raises(TypeError, match="is_id"):
        execute(store, update_where(schema.sector, ("name",), ("id",)), {"name": "Bourg"})


def test_the_same_words_give_the_same_statement_and_others_another() -> None:
    assert insert_into(schema.sector, SECTOR) is insert_into(schema.sector, SECTOR)
    assert insert_into(schema.sector, SECTOR) is not insert_into(schema.sector, SECTOR[::-1])


def test_going_through_everything_again_with_other_values_makes_no_statement_more(store: Store) -> None:
    store.perform(None, add_the_usual)
    store.read(lambda repository: repository.list_ideas(challenge="c1"))
    made = statements._made
    store.read(lambda repository: [repository.list_ideas(challenge=f"c{number}") for number in range(300)])
    assert statements._made == made


def test_a_shape_that_takes_values_is_stopped_before_it_fills_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(statements, "_made", STATEMENTS_AT_MOST)
    with pytest.raises(RuntimeError, match="not in the shape"):
        select_columns(schema.sector, ("name", "referent"), ("name", "referent"), ())
