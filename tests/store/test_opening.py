from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import psycopg
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, func, inspect, select

from tests.store.server import Server
from tests.store.values import (
    WORKSHOP,
    a_challenge,
    a_participant,
    a_volunteer,
    add_the_usual,
    an_idea,
    notices_a_change,
)
from workshop_kit.errors import InvalidEntry, MissingEntry, StoreUnavailable
from workshop_kit.store import Store, create_store, open_store, opening, schema
from workshop_kit.store.databases import SqliteDatabase, database_address
from workshop_kit.store.refusals import unavailable

#: The revision of the kit itself.
PRESENT = opening.REVISION
NEXT = """
import sqlalchemy as sa
from alembic import op

revision = "9999"
down_revision = "PRESENT"


def upgrade() -> None:
    with op.batch_alter_table("participant", recreate="auto") as table:
        table.add_column(sa.Column("seat", sa.Integer(), nullable=True))
        table.alter_column("category", existing_type=sa.Text(), nullable=True)
"""
FAILING = NEXT + '    raise RuntimeError("the power went")\n'


def newer_kit(monkeypatch: pytest.MonkeyPatch, folder: Path, migration: str) -> None:
    """Make the kit one that knows one more migration."""
    migrations = folder / "migrations"
    shutil.copytree(opening.MIGRATIONS, migrations, ignore=shutil.ignore_patterns("__pycache__"))
    (migrations / "versions" / "r9999_seats.py").write_text(migration.replace("PRESENT", PRESENT), encoding="utf-8")
    monkeypatch.setattr(opening, "MIGRATIONS", migrations)
    monkeypatch.setattr(opening, "REVISION", "9999")


def revision_of(path: Path) -> str:
    with closing(sqlite3.connect(path)) as file:
        return str(file.execute("SELECT version_num FROM alembic_version").fetchone()[0])


@pytest.fixture
def sqlite_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder named as people name theirs, with a workshop in a file."""
    monkeypatch.delenv("WORKSHOP_KIT_STORE", raising=False)
    folder = tmp_path / "L’atelier de 50% été #1 ?"
    with create_store(folder, WORKSHOP) as store:
        store.perform(None, add_the_usual)
        store.perform(None, lambda repository: repository.update_volunteer(a_volunteer(challenges=("c1",))))
    return folder


def test_a_workshop_is_found_again_once_closed(store: Store, folder: Path) -> None:
    store.perform("id", lambda repository: repository.add_challenge(a_challenge()))
    store.close()
    with open_store(folder) as again:
        assert again.read(lambda repository: repository.find_workshop()) == WORKSHOP
        assert again.latest_sequence() == 1
        assert not again.has_changed()


def test_a_workshop_is_not_made_over_another(store: Store, folder: Path) -> None:
    with pytest.raises(InvalidEntry, match="workshop-exists"):
        create_store(folder, replace(WORKSHOP, title="Autre"))
    assert store.read(lambda repository: repository.find_workshop()) == WORKSHOP


def test_where_there_is_no_workshop_one_is_told_so(folder: Path) -> None:
    with pytest.raises(MissingEntry, match="no-workshop"):
        open_store(folder)
    assert not (folder / "workshop.db").exists()


def test_a_workshop_that_could_not_be_made_can_be_made_again(folder: Path) -> None:
    with pytest.raises(MissingEntry, match="no-challenge"):
        create_store(folder, replace(WORKSHOP, current_challenge="c1"))
    with pytest.raises(MissingEntry, match="no-workshop"):
        open_store(folder)
    with create_store(folder, WORKSHOP) as store:
        assert store.read(lambda repository: repository.find_workshop()) == WORKSHOP


def test_the_known_revision_is_the_newest_migration() -> None:
    assert ScriptDirectory(str(opening.MIGRATIONS)).get_heads() == [opening.REVISION]


def describe_tables(connection: Connection) -> dict[str, dict[str, list[str]]]:
    """Return what a database says of each table, in no order of its own: a column that came later stands last."""
    found = inspect(connection)

    def list_sorted(what: Iterable[object]) -> list[str]:
        return sorted(str(one) for one in what)

    return {
        table: {
            "columns": list_sorted((one["name"], one["type"], one["nullable"]) for one in found.get_columns(table)),
            "key": found.get_pk_constraint(table)["constrained_columns"],
            "links": list_sorted(
                (one["constrained_columns"], one["referred_table"], one["referred_columns"], one["options"])
                for one in found.get_foreign_keys(table)
            ),
            "unique": list_sorted(one["column_names"] for one in found.get_unique_constraints(table)),
            "checks": list_sorted(one["sqltext"] for one in found.get_check_constraints(table)),
            "indexes": list_sorted((one["column_names"], one["unique"]) for one in found.get_indexes(table)),
        }
        for table in found.get_table_names()
    }


def count_rows(connection: Connection) -> dict[str, int]:
    tables = schema.metadata.sorted_tables
    return {table.name: connection.execute(select(func.count()).select_from(table)).scalar_one() for table in tables}


def test_a_new_workshop_has_the_tables_that_the_migrations_make(folder: Path) -> None:
    folder.mkdir()
    database = opening._database(folder, database_address())
    try:
        with database.shaping() as connection:
            opening._migrate(connection)
            context = MigrationContext.configure(connection, opts={"compare_type": True})
            assert compare_metadata(context, schema.metadata) == []
            migrated, rows = describe_tables(connection), count_rows(connection)
            schema.metadata.drop_all(connection)
            connection.exec_driver_sql("DROP TABLE alembic_version")
        with database.shaping() as connection:
            opening._make(connection)
            assert describe_tables(connection) == migrated
            assert count_rows(connection) == rows
            assert rows["secret"] == 1
            assert len(connection.execute(select(schema.secret.c.word)).scalar_one()) == 64
            assert connection.exec_driver_sql("SELECT version_num FROM alembic_version").all() == [(opening.REVISION,)]
    finally:
        database.close()


@pytest.mark.parametrize(
    ("table", "column"),
    [
        ("participant", "joined_to"),
        ("visitor", "participant"),
        ("idea", "challenge"),
        ("idea", "author"),
        ("idea_group_member", "idea"),
        ("dots", "challenge"),
        ("dots", "option"),
        ("score", "challenge"),
        ("assignment", "mission"),
        ("assignment", "beside"),
        ("assignment_change", "participant"),
        ("assignment_change", "mission"),
        ("assignment_change", "before_beside"),
        ("assignment_change", "after_beside"),
    ],
)
def test_what_each_reading_or_erasure_looks_up_is_found_without_going_through_every_row(
    sqlite_folder: Path, table: str, column: str
) -> None:
    with closing(sqlite3.connect(sqlite_folder / "workshop.db")) as file:
        plan = file.execute(f'EXPLAIN QUERY PLAN SELECT * FROM "{table}" WHERE "{column}" = ?', ("any",)).fetchall()
    assert [row[3].split()[0] for row in plan] == ["SEARCH"]


def test_opening_an_up_to_date_workshop_imports_no_migration_tool(store: Store, folder: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from workshop_kit.store import open_store;"
        "store = open_store(Path(sys.argv[1])); store.read(lambda repository: repository.list_ideas()); store.close();"
        "heavy = {'alembic', 'mako', 'pandas', 'numpy', 'scipy', 'matplotlib'} & set(sys.modules);"
        "sys.exit(', '.join(heavy) or 0)"
    )
    root = Path(__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", script, str(folder)], cwd=root, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()


def test_an_older_workshop_is_brought_up_to_date(
    store: Store, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.perform(None, add_the_usual)
    store.close()
    newer_kit(monkeypatch, tmp_path, NEXT)
    with open_store(folder) as again:
        people = again.read(lambda repository: repository.list_participants())
        assert people == (a_participant("p1"), a_participant("p2"))
        assert [idea.author for idea in again.read(lambda repository: repository.list_ideas())] == ["p1", "p2", None]
        again.perform(None, lambda repository: repository.remove_participant("p1"))
        assert notices_a_change(again)
        assert [idea.author for idea in again.read(lambda repository: repository.list_ideas())] == [None, "p2", None]


def test_an_older_workshop_opened_by_several_at_once_is_migrated_once(
    store: Store, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.perform(None, add_the_usual)
    store.close()
    newer_kit(monkeypatch, tmp_path, NEXT)
    with ThreadPoolExecutor(4) as threads:
        opened = list(threads.map(open_store, [folder] * 4))
    for again in opened:
        assert len(again.read(lambda repository: repository.list_ideas())) == 3
        again.close()


def test_a_workshop_of_a_newer_kit_is_left_alone(
    store: Store, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.close()
    with monkeypatch.context() as newer:
        newer_kit(newer, tmp_path, NEXT)
        open_store(folder).close()
    with pytest.raises(StoreUnavailable, match="store-too-new"):
        open_store(folder)


def test_a_migration_that_fails_leaves_the_workshop_as_it_was(
    store: Store, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.perform(None, add_the_usual)
    store.close()
    with monkeypatch.context() as newer:
        newer_kit(newer, tmp_path, FAILING)
        with pytest.raises(RuntimeError, match="the power went"):
            open_store(folder)
    with open_store(folder) as again:
        assert len(again.read(lambda repository: repository.list_ideas())) == 3


def test_a_whole_copy_is_kept_before_a_migration(
    sqlite_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    newer_kit(monkeypatch, tmp_path, NEXT)
    open_store(sqlite_folder).close()
    open_store(sqlite_folder).close()
    assert sorted(path.name for path in sqlite_folder.iterdir()) == ["workshop.db", "workshop.db.before-9999"]
    assert revision_of(sqlite_folder / "workshop.db") == "9999"
    copy = sqlite_folder / "workshop.db.before-9999"
    assert revision_of(copy) == PRESENT
    with closing(sqlite3.connect(copy)) as file:
        assert file.execute("SELECT count(*) FROM idea").fetchone() == (3,)
        assert file.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_no_copy_is_kept_when_nothing_is_to_be_migrated(sqlite_folder: Path) -> None:
    open_store(sqlite_folder).close()
    assert [path.name for path in sqlite_folder.iterdir()] == ["workshop.db"]


def test_a_file_that_is_no_database_is_said_to_be_damaged(sqlite_folder: Path) -> None:
    (sqlite_folder / "workshop.db").write_bytes(b"Bonjour, je suis un fichier texte. " * 500)
    with pytest.raises(StoreUnavailable, match="store-damaged"):
        open_store(sqlite_folder)


def test_a_file_with_damaged_pages_is_said_to_be_damaged(sqlite_folder: Path) -> None:
    path = sqlite_folder / "workshop.db"
    content = path.read_bytes()
    path.write_bytes(content[:4096] + b"\xff" * (len(content) - 4096))
    with pytest.raises(StoreUnavailable, match="store-damaged"), open_store(sqlite_folder) as store:
        store.read(lambda repository: repository.list_ideas())


@pytest.mark.parametrize("content", ["", "CREATE TABLE shopping (item TEXT)"])
def test_a_database_without_a_workshop_is_not_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: str
) -> None:
    monkeypatch.delenv("WORKSHOP_KIT_STORE", raising=False)
    with closing(sqlite3.connect(tmp_path / "workshop.db")) as file:
        file.execute(content)
    (tmp_path / "workshop.db").touch()
    with pytest.raises(MissingEntry, match="no-workshop"):
        open_store(tmp_path)


def test_a_folder_that_cannot_be_made_is_said_to_be_unavailable(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("WORKSHOP_KIT_STORE", raising=False)
    (tmp_path / "file").write_text("not a folder", encoding="utf-8")
    with pytest.raises(StoreUnavailable, match="store-unavailable"):
        create_store(tmp_path / "file" / "atelier", WORKSHOP)


@pytest.mark.parametrize("detail", ["database or disk is full", "disk I/O error"])
def test_a_full_disk_is_said_in_its_own_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, detail: str) -> None:
    monkeypatch.setattr("workshop_kit.store.refusals.shutil.disk_usage", lambda _: SimpleNamespace(free=0))
    refused = unavailable(str(tmp_path / "workshop.db"), sqlite3.OperationalError(detail))
    assert (refused.code, refused.values) == ("disk-full", {"folder": tmp_path.name})


def test_a_folder_that_can_only_be_read_is_said_in_its_own_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workshop_kit.store.refusals.os.access", lambda *_: False)
    refused = unavailable(str(tmp_path / "workshop.db"), sqlite3.OperationalError("unable to open database file"))
    assert refused.code == "folder-forbidden"


def test_a_server_that_does_not_answer_is_said_to_be_unavailable(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WORKSHOP_KIT_STORE", f"postgresql://someone:secret@/w?host={tmp_path}")
    with pytest.raises(StoreUnavailable, match="server-unavailable") as refusal:
        open_store(tmp_path)
    assert "secret" not in str(refusal.value)


def test_a_writer_that_waited_too_long_is_told_that_the_store_is_busy(
    sqlite_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workshop_kit.store.databases.WAIT_AT_MOST", 0.05)
    with open_store(sqlite_folder) as store, closing(sqlite3.connect(sqlite_folder / "workshop.db")) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreUnavailable, match="store-busy"):
            store.perform(None, lambda repository: repository.add_idea(an_idea("i4")))
        other.rollback()
        assert len(store.read(lambda repository: repository.list_ideas())) == 3


def test_what_was_erased_is_no_longer_in_the_file(sqlite_folder: Path) -> None:
    path = sqlite_folder / "workshop.db"
    assert b"anne@exemple.fr" in path.read_bytes()
    with open_store(sqlite_folder) as store:
        store.perform(None, lambda repository: repository.remove_participant("p1"))
    assert b"anne@exemple.fr" not in path.read_bytes()


def test_each_connection_is_careful(sqlite_folder: Path) -> None:
    database = SqliteDatabase(sqlite_folder / "workshop.db")
    with database.reading() as connection:
        pragmas = ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        found = [connection.exec_driver_sql(f"PRAGMA {pragma}").scalar() for pragma in pragmas]
    database.close()
    full = 2
    assert found[:3] == ["wal", full, 1]
    assert isinstance(found[3], int)
    assert found[3] >= 10_000


@pytest.mark.postgresql
def test_a_server_that_dropped_its_connections_is_met_again(
    server: Server, made_once: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with psycopg.connect(server.address("postgres"), autocommit=True) as admin:
        admin.execute(f"CREATE DATABASE dropping TEMPLATE {made_once} STRATEGY FILE_COPY".encode())
        monkeypatch.setenv("WORKSHOP_KIT_STORE", server.address("dropping"))
        with open_store(tmp_path) as store:
            store.perform(None, lambda repository: repository.add_challenge(a_challenge()))
            admin.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'dropping'")
            # What was committed while the line was cut may have been missed: it counts as a change.
            assert notices_a_change(store)
            store.perform(None, lambda repository: repository.update_challenge(a_challenge(stake="Autre")))
            assert notices_a_change(store)
            assert store.latest_sequence() == 2


def test_one_process_may_hold_many_windows_on_a_workshop(tmp_path: Path) -> None:
    create_store(tmp_path / "atelier", WORKSHOP).close()
    stores = [open_store(tmp_path / "atelier") for _ in range(30)]
    try:
        stores[0].perform(None, lambda repository: repository.update_workshop(replace(WORKSHOP, title="Autre")))
        assert all(store.has_changed() for store in stores)
        titles = {store.read(lambda repository: repository.find_workshop()).title for store in stores}
    finally:
        for store in stores:
            store.close()
    assert titles == {"Autre"}
