"""What a plan is to write is found again by who plans, as if it stood in the database already."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Table

from tests.widgets.full_hall import MILL, NOON, make_hall
from workshop_kit.store import Store, open_store, schema, statements
from workshop_kit.store.plain import Transaction
from workshop_kit.store.planning import PlannedTransaction
from workshop_kit.store.statements import (
    Statement,
    Values,
    copy_where,
    delete_where,
    insert_into,
    name_values,
    select_columns,
    select_numbers,
    select_whether,
    update_among,
    update_where,
)

#: What is written and read: a row that others hang on in several ways, and what hangs on it.
TABLES: Final = (
    schema.participant, schema.visitor, schema.volunteer, schema.volunteer_challenge, schema.idea, schema.finished,
    schema.dots,
)  # fmt: skip
NEW: Final[dict[Table, dict[str, Any]]] = {
    schema.participant: {
        "id": "", "pseudonym": "", "folded": "", "category": "shop", "sector": "", "origin": "room", "joined_at": NOON,
        "language": None, "away_at": None, "joined_to": None, "may_ask": True, "slip": None, "added": 9,
    },
    schema.visitor: {"id": "", "participant": ""},
}  # fmt: skip
PEOPLE: Final = st.sampled_from([f"p{number}" for number in range(4)] + ["new-0", "new-1", "nobody"])
Step = tuple[Statement, Values]


@st.composite
def draw_step(draw: st.DrawFn) -> Step:
    """Return a statement that writes, with its values."""
    kind = draw(
        st.sampled_from(["add", "link", "change", "join", "move", "erase", "erase-idea", "unlink", "many", "copy"])
    )
    person, other = draw(PEOPLE), draw(PEOPLE)
    if kind == "add":
        row = {**NEW[schema.participant], "id": person, "pseudonym": person, "folded": person, "added": 5}
        return insert_into(schema.participant, tuple(row)), row
    if kind == "link":
        return insert_into(schema.visitor, ("id", "participant")), {"id": f"b-{other}", "participant": person}
    if kind == "change":
        values = {"sector": other, "away_at": draw(st.sampled_from([None, NOON])), "is_id": person}
        return update_where(schema.participant, ("sector", "away_at"), ("id",)), values
    if kind == "join":
        return update_where(schema.participant, ("joined_to",), ("id",)), {"joined_to": other, "is_id": person}
    if kind == "move":
        return update_where(schema.idea, ("author",), ("author",)), {"author": other, "is_author": person}
    if kind == "erase":
        return delete_where(schema.participant, ("id",)), {"is_id": person}
    if kind == "many":
        column = draw(st.sampled_from(["sector", "id"]))
        texts = tuple(draw(st.lists(st.one_of(PEOPLE, st.just(MILL)), max_size=3)))
        return update_among(schema.participant, ("sector",), column), {"sector": other, f"among_{column}": texts}
    if kind == "copy":
        copied: dict[str, Any] = {"to_round": draw(st.sampled_from([2, 3])), "is_challenge": "home", "is_round": 1}
        return copy_where(schema.dots, ("round",), ("challenge", "round")), copied
    if kind == "unlink":
        return delete_where(schema.visitor, ("participant",)), {"is_participant": person}
    return delete_where(schema.finished, ("participant",)), {"is_participant": person}


@st.composite
def draw_question(draw: st.DrawFn) -> Step:
    """Return a statement that reads, with its values."""
    table = draw(st.sampled_from(TABLES))
    columns = tuple(column.name for column in table.c)
    narrow = [name for name in ("participant", "author", "joined_to", "sector", "id") if name in columns]
    equal = tuple(draw(st.lists(st.sampled_from(narrow), max_size=1)))
    values = name_values({name: draw(PEOPLE) for name in equal})
    if draw(st.booleans()):
        return select_whether(table, equal), values
    chosen = columns if draw(st.booleans()) else columns[:2]
    if draw(st.booleans()):
        numbered = draw(st.lists(st.sampled_from(columns), min_size=1, max_size=2, unique=True))
        return select_numbers(table, tuple(numbered), equal), values
    order = (*(("added",) if "added" in columns else ()), *(one.name for one in table.primary_key.columns))
    return select_columns(table, chosen, equal, order), values


@pytest.fixture(scope="module", autouse=True)
def _count_apart() -> Iterator[None]:
    """Count the statements that are made by chance here for no other test of the process."""
    before, statements._made = statements._made, 0
    yield
    statements._made = before


@pytest.fixture(scope="module")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with pytest.MonkeyPatch.context() as environment:
        environment.delenv("WORKSHOP_KIT_STORE", raising=False)
        folder: Path = tmp_path_factory.mktemp("hall") / "atelier"
        make_hall(folder, 4, 6)
        with open_store(folder) as store:
            yield store


@contextmanager
def undone(store: Store) -> Iterator[Transaction]:
    with store._database.writing() as transaction:
        yield transaction
        transaction.rollback()


def run(transaction: Transaction, steps: list[tuple[Step, Step]]) -> list[Any]:
    """Write and read in turn, and return what was read."""
    found = []
    for written, question in steps:
        transaction.execute(*written)
        found.append([tuple(row) for row in transaction.execute(*question)])
    return found


def read_all(transaction: Transaction) -> list[Any]:
    found = []
    for table in TABLES:
        columns = tuple(column.name for column in table.c)
        order = tuple(one.name for one in table.primary_key.columns)
        found.append([tuple(row) for row in transaction.execute(select_columns(table, columns, (), order), {})])
    return found


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(steps=st.lists(st.tuples(draw_step(), draw_question()), min_size=1, max_size=8))
def test_a_plan_reads_what_it_is_to_write_as_the_database_would(hall: Store, steps: list[tuple[Step, Step]]) -> None:
    try:
        with undone(hall) as transaction:
            really = run(transaction, steps)
            left = read_all(transaction)
    except Exception:  # the database refuses it: a key twice, a link to nobody
        return
    with hall._database.reading() as snapshot:
        plan = PlannedTransaction(snapshot)
        assert run(plan, steps) == really
        assert read_all(plan) == left
    with undone(hall) as transaction:
        assert plan.still_stands(transaction, ())
        plan.write(transaction, 0)
        assert read_all(transaction) == left
