"""Making and opening a workshop's database, and bringing an older one up to date."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Final

from sqlalchemy import Column, Connection, MetaData, PrimaryKeyConstraint, String, Table, insert, inspect

from workshop_kit.domain.model import Workshop
from workshop_kit.errors import InvalidEntry, MissingEntry, StoreUnavailable
from workshop_kit.store import schema
from workshop_kit.store.databases import Database, PostgresDatabase, SqliteDatabase, database_address
from workshop_kit.store.plain_files import DATABASE_FILE, make_private_file
from workshop_kit.store.refusals import unavailable
from workshop_kit.store.shelf import row_of
from workshop_kit.store.transactions import Store

#: The workshop's database in its folder.
DATABASE_NAME: Final = DATABASE_FILE
#: What stands beside it while it is used: SQLite's own files, and those of the lines (``lines``), which stay empty.
COMPANIONS: Final = tuple(f"{DATABASE_NAME}{end}" for end in ("-wal", "-shm", "-journal", "-line", "-pass"))
#: The migration this version of the kit works with; a test compares it with the newest of ``migrations/versions``.
#: Known here so that opening an up-to-date workshop, as each visit does, imports no migration tool.
REVISION = "0016"
#: Where the migrations are.
MIGRATIONS = Path(__file__).parent / "migrations"


def create_store(folder: Path, workshop: Workshop) -> Store:
    """Make ``folder`` and a new workshop's database in it, and open it.

    Raises
    ------
    InvalidEntry
        There is a workshop already.
    StoreUnavailable
        The folder or the database cannot be written.

    """
    address = database_address()
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)  # it will hold people's contact details
        if address is None:
            make_private_file(folder / DATABASE_NAME)
    except OSError as error:
        raise unavailable(str(folder), error) from error
    with ExitStack() as undo:
        database = _database(folder, address)
        undo.callback(database.close)
        with database.shaping() as connection:
            if inspect(connection).get_table_names():
                raise InvalidEntry("workshop-exists", folder=database.place)
            _make(connection)
            if workshop.current_challenge is not None:
                raise MissingEntry("no-challenge", id=workshop.current_challenge)
            connection.execute(insert(schema.workshop).values(id=1, **row_of(workshop)))
        undo.pop_all()
    return Store(database)


def open_store(folder: Path, *, yields: bool = False, keeps_votes: bool = False) -> Store:
    """Open the workshop of ``folder``, brought up to date first, after a copy, if an older kit made it.

    ``WORKSHOP_KIT_STORE`` in the environment may name a PostgreSQL database instead. One that ``yields`` writes when
    its turn has come in a line of its like, and lets those pass who do not stand in it. One that ``keeps_votes`` reads
    of votes only what changed: for who reads all of them again and again, and has the memory.

    Raises
    ------
    MissingEntry
        There is no workshop there.
    StoreUnavailable
        The database is damaged, cannot be reached, or was made by a newer kit.

    """
    address = database_address()
    if address is None and not (folder / DATABASE_NAME).is_file():
        raise MissingEntry("no-workshop", folder=str(folder))
    return _open(lambda links: _database(folder, address, links=links, yields=yields), keeps_votes=keeps_votes)


def open_address(address: str) -> Store:
    """Open the workshop of the PostgreSQL database at ``address``, as ``open_store`` does, whatever the environment.

    Raises
    ------
    MissingEntry
        There is no workshop there.
    StoreUnavailable
        The database cannot be reached, or was made by a newer kit.

    """
    return _open(lambda links: PostgresDatabase(address))


def bring_file_up_to_date(path: Path) -> None:
    """Migrate one database file that nobody else uses, in its place and without a copy.

    Raises ``StoreUnavailable``: ``store-too-new``, ``store-damaged``, or why it cannot be written.
    """
    with ExitStack() as undo:
        database = SqliteDatabase(path)
        undo.callback(database.close)
        revision = _read_revision(database)
    if revision is None:
        raise StoreUnavailable("store-damaged", place=str(path))
    if revision != REVISION:
        _bring_up_to_date(lambda links: SqliteDatabase(path, links=links), keeps=False)


def is_address(place: str) -> bool:
    """Tell whether ``place`` is a PostgreSQL database's address, not a folder."""
    scheme, separator, _ = place.partition("://")
    return bool(separator) and scheme.split("+")[0] in ("postgresql", "postgres")


def _open(connect: Callable[[bool], Database], *, keeps_votes: bool = False) -> Store:
    """Open a store; ``connect`` is told whether foreign keys are enforced."""
    with ExitStack() as undo:
        database = connect(True)
        undo.callback(database.close)
        revision = _read_revision(database)
        if revision is None:
            raise MissingEntry("no-workshop", folder=database.place)
        if revision != REVISION:
            database.close()
            _bring_up_to_date(connect)
            database = connect(True)
        undo.pop_all()
    return Store(database, keeps_votes=keeps_votes)


def _database(folder: Path, address: str | None, *, links: bool = True, yields: bool = False) -> Database:
    if address is None:
        return SqliteDatabase(folder / DATABASE_NAME, links=links, yields=yields)
    return PostgresDatabase(address, yields=yields)


def _read_revision(database: Database) -> str | None:
    """Return the database's revision: asked plainly by each visit, looked for with care where there is none."""
    try:
        found = database.ask("SELECT version_num FROM alembic_version")
    except (StoreUnavailable, InvalidEntry):
        with database.shaping() as connection:
            return _revision(connection)
    return str(found[0][0]) if found else None


def _revision(connection: Connection) -> str | None:
    if "alembic_version" not in inspect(connection).get_table_names():
        return None
    found = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
    return None if found is None else str(found)


def _bring_up_to_date(connect: Callable[[bool], Database], *, keeps: bool = True) -> None:
    """Migrate, alone: the processes that open the workshop meanwhile wait in line and find it done."""
    database = connect(False)
    try:
        with database.shaping() as connection:
            revision = _revision(connection)
            if revision == REVISION:
                return
            if revision not in _known_revisions():
                raise StoreUnavailable("store-too-new", place=database.place, revision=revision)
            if keeps:
                database.keep_copy(f"before-{REVISION}")
            _migrate(connection)
            database.check_links(connection)
    finally:
        database.close()


def _known_revisions() -> set[str]:
    from alembic.script import ScriptDirectory

    return {script.revision for script in ScriptDirectory(str(MIGRATIONS)).walk_revisions()}


def _make(connection: Connection) -> None:
    """Make the tables as they are now, rather than as they began, changed step by step: a test holds them to be one."""
    schema.metadata.create_all(connection)
    revision = Table(
        "alembic_version",
        MetaData(),
        Column("version_num", String(32), nullable=False),
        PrimaryKeyConstraint("version_num", name="alembic_version_pkc"),
    )
    revision.create(connection)
    connection.execute(insert(revision).values(version_num=REVISION))
    connection.execute(insert(schema.secret).values(id=1, word=secrets.token_hex(32), imports=0))


def _migrate(connection: Connection) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, REVISION)
