"""Erasing somebody who wrote much: what it reads and writes grows with what there is, and not with both multiplied."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from workshop_kit.domain.course import Phase
from workshop_kit.domain.model import Challenge, Idea, Origin, Participant, Workshop
from workshop_kit.live.acts.erasing import erase_seat
from workshop_kit.store import Repository, Store, create_store
from workshop_kit.store.databases import SqliteDatabase
from workshop_kit.store.plain import Found, PlainConnection, Transaction
from workshop_kit.store.statements import Rows, Statement

NOW = datetime(2026, 5, 12, 18, tzinfo=UTC)


def fill(hall: Repository, own: int, others: int) -> None:
    hall.add_challenge(Challenge("home", "Logement", "Comment loger les jeunes ménages ?"))
    for person in ("ana", "bob"):
        hall.add_participant(Participant(person, f"Nom de {person}", "shop", "", Origin.ROOM, NOW))
    for author, number in (("ana", own), ("bob", others)):
        for one in range(number):
            hall.add_idea(Idea(f"{author}-{one}", "home", f"Une idée de {author}, la {one}e", None, author, NOW))


def make(folder: Path, own: int, others: int) -> Store:
    workshop = Workshop("Loger", "Valbrune", "fr", Phase.WELCOME, None, None, NOW, NOW + timedelta(days=365))
    store = create_store(folder, workshop)
    store.perform(None, lambda hall: fill(hall, own, others))
    return store


def count_read(store: Store, monkeypatch: pytest.MonkeyPatch) -> tuple[int, int]:
    """Erase, and return how many rows were read, and how many statements were carried out in the writers' line."""
    execute, writing = PlainConnection.execute, SqliteDatabase.writing
    read, in_line, inside = 0, 0, False

    def counting(connection: PlainConnection, statement: Statement, values: Rows = None, /) -> Found:
        nonlocal read, in_line
        found = execute(connection, statement, values)
        read += len(list(found))
        in_line += inside
        return found

    @contextmanager
    def line(database: SqliteDatabase) -> Iterator[Transaction]:
        nonlocal inside
        inside = True
        try:
            with writing(database) as connection:
                yield connection
        finally:
            inside = False

    with monkeypatch.context() as patched:
        patched.setattr(PlainConnection, "execute", counting)
        patched.setattr(SqliteDatabase, "writing", line)
        store.perform(None, lambda hall: erase_seat(hall, "ana", NOW, with_ideas=True))
    return read, in_line


def test_what_is_read_and_written_is_not_multiplied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with make(tmp_path / "few", own=10, others=200) as store:
        few, few_in_line = count_read(store, monkeypatch)
    with make(tmp_path / "many", own=100, others=200) as store:
        many, many_in_line = count_read(store, monkeypatch)
        assert {idea.author for idea in store.read(lambda hall: hall.list_ideas())} == {"bob"}
        assert [one.count for one in store.read(lambda hall: hall.list_removals())] == [100]
    assert few > 200  # the others' ideas are looked through once
    assert many - few < 10 * 90
    assert many_in_line == few_in_line
