"""Every test of the store runs on SQLite and on a real PostgreSQL server."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest

from tests.store.server import MissingServer, Server, running_server
from tests.store.values import WORKSHOP
from workshop_kit.store import Store, create_store, open_store

BOTH = [pytest.param("sqlite"), pytest.param("postgresql", marks=pytest.mark.postgresql)]


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    try:
        with running_server() as server:
            yield server
    except MissingServer as error:
        pytest.fail(str(error), pytrace=False)


@pytest.fixture(params=BOTH)
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="session")
def made_once(server: Server, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Name a database that holds a new workshop, to be copied: making each from nothing takes half a second."""
    with psycopg.connect(server.address("postgres"), autocommit=True) as admin:
        admin.execute(b"CREATE DATABASE made_once")
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("WORKSHOP_KIT_STORE", server.address("made_once"))
        create_store(tmp_path_factory.mktemp("made_once"), WORKSHOP).close()
    return "made_once"


@pytest.fixture
def folder(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> Iterator[Path]:
    """A folder where no workshop was made, unless ``store`` is asked for; on PostgreSQL the environment names it."""
    if kind == "sqlite":
        monkeypatch.delenv("WORKSHOP_KIT_STORE", raising=False)
        yield tmp_path / "atelier"
        return
    server: Server = request.getfixturevalue("server")
    template = request.getfixturevalue("made_once") if "store" in request.fixturenames else "template1"
    database = f"w{uuid4().hex}"
    monkeypatch.setenv("WORKSHOP_KIT_STORE", server.address(database))
    with psycopg.connect(server.address("postgres"), autocommit=True) as admin:
        admin.execute(f"CREATE DATABASE {database} TEMPLATE {template} STRATEGY FILE_COPY".encode())
        yield tmp_path / "atelier"
        admin.execute(f"DROP DATABASE {database} WITH (FORCE)".encode())


@pytest.fixture
def store(kind: str, folder: Path) -> Iterator[Store]:
    with create_store(folder, WORKSHOP) if kind == "sqlite" else open_store(folder) as store:
        yield store


@pytest.fixture
def open_another(store: Store, folder: Path) -> Iterator[Callable[[], Store]]:
    """Open the same workshop once more, as another process would."""
    opened: list[Store] = []

    def open_it() -> Store:
        opened.append(open_store(folder))
        return opened[-1]

    yield open_it
    for another in opened:
        another.close()
