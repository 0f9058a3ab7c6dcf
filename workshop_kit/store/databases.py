"""The two databases a workshop may live in, and how each is read, written, watched and copied.

SQLite, which serves a room from one laptop, is spoken to plainly (``plain``); PostgreSQL through SQLAlchemy's engine
(``engine``).
"""

from __future__ import annotations

import os
import sqlite3
from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Connection, NullPool, create_engine
from sqlalchemy.engine import make_url

from workshop_kit.environment import STORE_VARIABLE
from workshop_kit.errors import StoreUnavailable
from workshop_kit.store.engine import WAIT_AT_MOST, EngineTransaction, postgres_engine
from workshop_kit.store.lines import Lines, rehearse_waiting
from workshop_kit.store.plain import PlainConnection, Transaction
from workshop_kit.store.plain_files import copy_whole, make_private_file
from workshop_kit.store.refusals import refusals_in_words, unavailable

if TYPE_CHECKING:
    import psycopg

#: Milliseconds that emptying the write-ahead log waits for those who read.
FORGET_WITHIN: Final = 1000
#: Names the writers' line among the advisory locks of a PostgreSQL database, and the participants' own before it.
_WRITERS_LINE: Final = 0x776B_6974
_PARTICIPANTS_LINE: Final = 0x776B_6975
_CHANNEL: Final = "workshop_kit"


class Database(ABC):
    """Adapter: one database, to read, to write, and to watch for commits.

    Attributes
    ----------
    place
        What a person would call it: the file's path, or the address without its password.

    """

    place: str

    @abstractmethod
    def writing(self) -> AbstractContextManager[Transaction]:
        """Give a transaction that writes, alone; it is committed at the end, undone if anything is raised."""

    def taking_turns(self) -> AbstractContextManager[None]:
        """Keep participants from writing for a block: in their line as one of them, or at its head as who passes."""
        return nullcontext()

    @abstractmethod
    def rehearse(self) -> None:
        """Go through what writing may need besides, for nobody."""

    @abstractmethod
    def reading(self) -> AbstractContextManager[Transaction]:
        """Give a transaction that sees one moment of the workshop, whatever others write meanwhile."""

    @abstractmethod
    def shaping(self) -> AbstractContextManager[Connection]:
        """Give SQLAlchemy's own connection in a transaction as ``writing`` does: to make tables, or to change them."""

    def ask(self, question: str) -> list[tuple[Any, ...]]:
        """Return the rows that one plain SELECT finds, outside any transaction: what every page asks all the time."""
        with self.reading() as connection:
            return [tuple(row) for row in connection.exec_driver_sql(question)]

    @abstractmethod
    def close(self) -> None:
        """Close every connection; closing twice is harmless."""

    @abstractmethod
    def has_changed(self) -> bool:
        """Tell whether anything was committed since the last call."""

    @abstractmethod
    def announce(self, connection: Transaction) -> None:
        """Let the watchers know, once committed, that something changed."""

    @abstractmethod
    def forget_erased(self) -> None:
        """Overwrite what was erased wherever the database still keeps it, as far as that is ours to do."""

    @abstractmethod
    def keep_copy(self, name: str) -> None:
        """Keep a copy of the committed state, if the database is a file of ours."""

    @abstractmethod
    def check_links(self, connection: Connection) -> None:
        """Raise ``StoreUnavailable`` if a migration left a row that points nowhere."""


class SqliteDatabase(Database):
    """A file in the workshop's folder, in WAL mode: readers never wait, writers stand in line.

    ``synchronous=FULL``: a commit is on the disk before a phone is told "saved". With NORMAL it would survive a
    killed process but not a laptop whose battery gives out; at the pace of a room the difference is not felt.
    ``secure_delete``: what a person asked to erase is overwritten in the file, not merely forgotten.

    Parameters
    ----------
    path
        The file, made if it is not there.
    links
        Whether foreign keys are enforced; a migration that rebuilds a table must do without and check at the end.
    yields
        Whether it stands in the participants' line to write, and lets those pass who do not (``lines``).

    """

    def __init__(self, path: Path, *, links: bool = True, yields: bool = False) -> None:
        self.path, self.place = path, str(path)
        self._lines, self._yields = Lines(path, yields=yields), yields
        self._links = links
        self._wrote = False
        with refusals_in_words(self.place):
            self._watch = self._connect()
        self._plain = PlainConnection(self._watch)
        try:
            self._seen = self._data_version()
        except BaseException:
            self._watch.close()
            raise

    @contextmanager
    def writing(self) -> Iterator[Transaction]:
        """Give a transaction that writes, alone; it is committed at the end, undone if anything is raised."""
        before = self._watch.total_changes
        with refusals_in_words(self.place), self._lines.writing(WAIT_AT_MOST) as came:
            self._expect(came)
            with self._transaction("BEGIN IMMEDIATE"):
                self._lines.let_pass()
                yield self._plain
                if self._watch.in_transaction:  # a rehearsal has undone it already
                    self._plain.commit()
        self._wrote = self._wrote or self._watch.total_changes != before

    def rehearse(self) -> None:
        """Wait once as who stands in line does."""
        if self._yields:
            rehearse_waiting()

    @contextmanager
    def taking_turns(self) -> Iterator[None]:
        """Keep participants from writing for a block: in their line as one of them, or at its head as who passes."""
        with self._lines.standing(WAIT_AT_MOST) as came:
            self._expect(came)
            if not self._yields:  # a participant may have come before the database already: they write first
                with refusals_in_words(self.place), self._transaction("BEGIN IMMEDIATE"):
                    pass
            yield

    @contextmanager
    def reading(self) -> Iterator[Transaction]:
        """Give a transaction that sees one moment of the workshop, whatever others write meanwhile."""
        with refusals_in_words(self.place), self._transaction("BEGIN"):
            yield self._plain

    @contextmanager
    def shaping(self) -> Iterator[Connection]:
        """Give SQLAlchemy's own connection in a transaction as ``writing`` does: to make tables, or to change them."""
        engine = create_engine("sqlite://", creator=self._connect, poolclass=NullPool, hide_parameters=True)
        with refusals_in_words(self.place), engine.connect() as connection:
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            yield connection
            connection.commit()

    def has_changed(self) -> bool:
        """Tell whether anything was committed since the last call, by this process or another."""
        wrote, self._wrote = self._wrote, False
        version = self._data_version()  # a connection's own commits do not change it
        changed, self._seen = wrote or version != self._seen, version
        return changed

    def ask(self, question: str) -> list[tuple[Any, ...]]:
        """Return the rows that one plain SELECT finds, with nothing in between: pages ask all the time."""
        try:
            return self._watch.execute(question).fetchall()
        except sqlite3.Error as error:
            raise unavailable(self.place, error) from error

    def announce(self, connection: Transaction) -> None:
        """Do nothing: watchers look at the file themselves."""

    def forget_erased(self) -> None:
        """Empty the write-ahead log, where a deleted row would stay readable until it happens to be written over.

        ``secure_delete`` has overwritten it in the file itself. Someone who reads at this very moment may keep the
        log from being emptied: then the next erasure, or the end of the serve, does it. Copies in the folder that still
        hold it go too.
        """
        try:
            self._watch.execute(f"PRAGMA busy_timeout={FORGET_WITHIN}")
            self._watch.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            self._watch.execute(f"PRAGMA busy_timeout={WAIT_AT_MOST * 1000}")
        except sqlite3.Error as error:
            raise unavailable(self.place, error) from error
        from workshop_kit.store.backups import drop_holding  # what few visits need is no part of every phone's page

        drop_holding(self.path.parent)

    def keep_copy(self, name: str) -> None:
        """Copy the file beside itself, as ``<file>.<name>``; a copy cut short is never mistaken for a whole one."""
        copy = self.path.with_name(f"{self.path.name}.{name}")
        unfinished = copy.with_name(f"{copy.name}.part")
        unfinished.unlink(missing_ok=True)
        try:
            make_private_file(unfinished)
            copy_whole(self.path, unfinished)
            unfinished.replace(copy)
        except (sqlite3.Error, OSError) as error:
            raise unavailable(str(copy), error) from error

    def check_links(self, connection: Connection) -> None:
        """Raise ``StoreUnavailable`` if a migration left a row that points nowhere."""
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
        if broken is not None:
            raise unavailable(self.place, ValueError(f"foreign key of {broken[0]}"))

    def close(self) -> None:
        """Close the connection; the last one to close folds the write-ahead log into the file."""
        self._watch.close()
        if not self.path.with_name(f"{self.path.name}-wal").exists():
            self._lines.clear_away()

    def _connect(self) -> sqlite3.Connection:
        # Without the driver's own transactions, BEGIN IMMEDIATE is ours to say.
        connection = sqlite3.connect(self.path, WAIT_AT_MOST, isolation_level=None, check_same_thread=False)
        pragmas = ("journal_mode=WAL", "synchronous=FULL", "secure_delete=ON")
        try:
            for pragma in (*pragmas, f"foreign_keys={'ON' if self._links else 'OFF'}"):
                connection.execute(f"PRAGMA {pragma}")
        except BaseException:
            connection.close()
            raise
        return connection

    @contextmanager
    def _transaction(self, beginning: str) -> Iterator[None]:
        self._watch.execute(beginning)
        try:
            yield
        finally:
            self._plain.rollback()

    def _expect(self, came: bool) -> None:
        if not came:
            raise StoreUnavailable("store-busy", place=self.place)

    def _data_version(self) -> int:
        try:
            return int(self._watch.execute("PRAGMA data_version").fetchone()[0])
        except sqlite3.Error as error:
            raise unavailable(self.place, error) from error


class PostgresDatabase(Database):
    """A PostgreSQL database that holds one workshop, for several machines that serve it together.

    Writers take one advisory lock, so that the order of the feed is the order of the commits. Participants take
    another before it: the server hands locks on in the order in which they were asked for, so that whoever does not
    stand in the participants' line waits for one of them at most.

    Parameters
    ----------
    address
        ``postgresql://user@host/database``.
    yields
        Whether it stands in the participants' line to write.

    """

    def __init__(self, address: str, *, yields: bool = False) -> None:
        self._lines: tuple[int, ...] = (_PARTICIPANTS_LINE, _WRITERS_LINE) if yields else (_WRITERS_LINE,)
        plain = make_url(address).set(drivername="postgresql")
        self.place = plain.render_as_string(hide_password=True)
        shared = postgres_engine(address)
        self._engine, self._let_go = shared.open(), shared.close
        self._url = plain.render_as_string(hide_password=False)
        try:
            self._watch = self._listen()
        except BaseException:
            self._let_go()
            raise
        self._is_open = True

    @contextmanager
    def writing(self) -> Iterator[Transaction]:
        """Give a transaction that writes, alone; it is committed at the end, undone if anything is raised."""
        with self._standing(*self._lines) as connection:
            yield EngineTransaction(connection)
            connection.commit()

    def rehearse(self) -> None:
        """Nothing: the server keeps the lines."""

    @contextmanager
    def taking_turns(self) -> Iterator[None]:
        """Keep participants from writing for a block: in their line as one of them, or at its head as who passes."""
        lines = self._lines
        with self._standing(lines[0]):
            self._lines = lines[1:]  # who stands there already would wait for themselves
            try:
                yield
            finally:
                self._lines = lines

    @contextmanager
    def reading(self) -> Iterator[Transaction]:
        """Give a transaction that sees one moment of the workshop, whatever others write meanwhile."""
        with refusals_in_words(self.place), self._engine.connect() as connection:
            reading = connection.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
            yield EngineTransaction(reading)

    @contextmanager
    def shaping(self) -> Iterator[Connection]:
        """Give SQLAlchemy's own connection in a transaction as ``writing`` does: to make tables, or to change them."""
        with self._standing(_WRITERS_LINE) as connection:
            yield connection
            connection.commit()

    @contextmanager
    def _standing(self, *lines: int) -> Iterator[Connection]:
        """Give a connection in a transaction that has its turn in each of some lines; undone unless it is committed."""
        with refusals_in_words(self.place), self._engine.connect() as connection:
            for line in lines:
                connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({line})")
            yield connection

    def has_changed(self) -> bool:
        """Tell whether anything was committed since the last call; a lost connection counts as a change."""
        import psycopg

        try:
            return len(list(self._watch.notifies(timeout=0))) > 0  # all of them, or the rest would count later
        except psycopg.OperationalError:
            self._watch.close()
            self._watch = self._listen()
            return True

    def announce(self, connection: Transaction) -> None:
        """Notify the watchers; PostgreSQL sends it at the commit."""
        connection.exec_driver_sql(f"NOTIFY {_CHANNEL}")

    def forget_erased(self) -> None:
        """Do nothing: PostgreSQL's own log and its vacuum are its administrator's."""

    def keep_copy(self, name: str) -> None:
        """Do nothing: a migration is one transaction there, and copies are the server's administrator's."""

    def check_links(self, connection: Connection) -> None:
        """Do nothing: foreign keys stay enforced while PostgreSQL migrates."""

    def close(self) -> None:
        """Close every connection; closing twice is harmless."""
        if self._is_open:
            self._is_open = False
            self._let_go()
            self._watch.close()

    def _listen(self) -> psycopg.Connection[Any]:
        import psycopg

        try:
            watch = psycopg.connect(self._url, autocommit=True)
        except psycopg.Error as error:
            raise unavailable(self.place, error) from error
        try:
            watch.execute(f"LISTEN {_CHANNEL}")
        except psycopg.Error as error:
            watch.close()
            raise unavailable(self.place, error) from error
        return watch


def database_address() -> str | None:
    """Return the address of the PostgreSQL database named by the environment, if one is."""
    return os.environ.get(STORE_VARIABLE) or None
