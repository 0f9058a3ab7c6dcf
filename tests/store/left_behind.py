"""What the first kit left, laid down for a test on either database: brought up to date once, then copied."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import Final, Protocol

import psycopg
import pytest

from tests.store.carrying_over import carry_over
from tests.store.keep_database import KEPT
from tests.store.server import Server
from workshop_kit.environment import STORE_VARIABLE
from workshop_kit.store.opening import DATABASE_NAME

OLDEST: Final = KEPT / "workshop-0001.db"
#: The database where it was put by the programs of PostgreSQL, to be copied.
_CARRIED_OVER: Final = "carried_over"


class Place(Protocol):
    """Where a test's workshop stands."""

    def lay_down(self, commands: Iterable[str]) -> None:
        """Put there what the first kit left, after some commands in SQL."""

    def keep(self, name: str) -> None:
        """Keep what stands there now, closed, under a name."""

    def lay_down_kept(self, name: str) -> bool:
        """Put there what was kept under a name; tell whether anything was."""


class File:
    """A test's folder; ``kept`` is the folder of all tests."""

    def __init__(self, folder: Path, kept: Path) -> None:
        self._file, self._kept = folder / DATABASE_NAME, kept

    def lay_down(self, commands: Iterable[str]) -> None:
        shutil.copyfile(OLDEST, self._file)
        with closing(sqlite3.connect(self._file)) as file:
            for one in commands:
                file.execute(one)
            file.commit()

    def keep(self, name: str) -> None:
        assert not list(self._file.parent.glob(f"{DATABASE_NAME}-*")), "its log would be left out"
        shutil.copyfile(self._file, self._kept / name)

    def lay_down_kept(self, name: str) -> bool:
        if not (self._kept / name).is_file():
            return False
        shutil.copyfile(self._kept / name, self._file)
        return True


class Database:
    """A test's database on the server of all tests."""

    def __init__(self, server: Server, name: str) -> None:
        self._server, self._name = server, name

    def lay_down(self, commands: Iterable[str]) -> None:
        if not self._is_there(_CARRIED_OVER):
            self._copy("template1", _CARRIED_OVER)
            with pytest.MonkeyPatch.context() as environment:
                environment.setenv(STORE_VARIABLE, self._server.address(_CARRIED_OVER))
                carry_over(OLDEST, "0001")
        self._copy(_CARRIED_OVER, self._name)
        with psycopg.connect(self._server.address(self._name)) as connection:
            for one in commands:
                connection.execute(one.encode())

    def keep(self, name: str) -> None:
        self._copy(self._name, f"kept_{name}")

    def lay_down_kept(self, name: str) -> bool:
        if not self._is_there(f"kept_{name}"):
            return False
        self._copy(f"kept_{name}", self._name)
        return True

    def _is_there(self, database: str) -> bool:
        with psycopg.connect(self._server.address("postgres")) as admin:
            found = admin.execute("SELECT 1 FROM pg_database WHERE datname = %s", [database])
            return found.fetchone() is not None

    def _copy(self, source: str, target: str) -> None:
        with psycopg.connect(self._server.address("postgres"), autocommit=True) as admin:
            admin.execute(f"DROP DATABASE IF EXISTS {target} WITH (FORCE)".encode())
            admin.execute(f"CREATE DATABASE {target} TEMPLATE {source} STRATEGY FILE_COPY".encode())
