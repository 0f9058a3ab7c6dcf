"""What the change log must tell: whoever plans ahead rests on it, so that no table it follows changes unnoticed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from weakref import WeakKeyDictionary

import pytest
from sqlalchemy import Table

from workshop_kit.store import Repository, Store
from workshop_kit.store.kept_votes import KeptVotes
from workshop_kit.store.planning import FOLLOWED
from workshop_kit.store.statements import select_columns

Rows = dict[Table, list[tuple[Any, ...]]]


def read_tables(repository: Repository) -> Rows:
    """Return every row of the tables that the change log follows."""
    found: Rows = {}
    for table in FOLLOWED:
        columns = tuple(column.name for column in table.c)
        rows = repository._connection.execute(select_columns(table, columns, (), columns[:1]), {})
        found[table] = sorted((tuple(row) for row in rows), key=repr)
    return found


def check_kept_votes(repository: Repository, kept: KeptVotes) -> None:
    """Check that the votes at hand are those of the database, in its order."""
    from_hand = Repository(repository._connection, kept_votes=kept)
    for challenge in (*(one.id for one in repository.list_challenges()), None):
        assert from_hand.list_votes(challenge, every_round=True) == repository.list_votes(challenge, every_round=True)
        assert from_hand.list_votes(challenge) == repository.list_votes(challenge)


@contextmanager
def everything_told(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Check after each write, in any store, that a change was noted of each followed table that is not as it was."""
    perform: Callable[..., Any] = Store.perform
    checked: list[str] = []
    kept: WeakKeyDictionary[Store, KeptVotes] = WeakKeyDictionary()

    def perform_and_compare(
        store: Store, intention: str | None, action: Callable[[Repository], Any], *, in_turn: bool = False
    ) -> Any:
        if store._rehearsing:
            return perform(store, intention, action, in_turn=in_turn)
        votes = kept.setdefault(store, KeptVotes())
        store.read(lambda repository: check_kept_votes(repository, votes))
        before, since = store.read(read_tables), store.latest_sequence()
        try:
            return perform(store, intention, action, in_turn=in_turn)
        finally:
            after, kinds = store.read(read_tables), {one.kind for one in store.changes_since(since)}
            untold = [table.name for table in FOLLOWED if before[table] != after[table] and not FOLLOWED[table] & kinds]
            assert not untold, f"{untold} changed, and the log tells of {sorted(kinds)} alone"
            store.read(lambda repository: check_kept_votes(repository, votes))
            checked.append(intention or "")

    monkeypatch.setattr(Store, "perform", perform_and_compare)
    yield checked
