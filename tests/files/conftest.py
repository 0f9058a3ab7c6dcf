"""A workshop to take files into, and files as organisers make them."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from workshop_kit.domain.course import Phase
from workshop_kit.domain.model import Workshop
from workshop_kit.files import ImportReport, import_file
from workshop_kit.store import Store, create_store, open_store

NOON = datetime(2027, 1, 12, 12, 0, tzinfo=UTC)
WORKSHOP = Workshop("Atelier", "Val-Brume", "fr", Phase.WELCOME, None, None, NOON, NOON + timedelta(days=365))

CHALLENGES = (
    "enjeu;énoncé\nLogement;Plus personne ne dort dehors\nMobilité;Chaque hameau rejoint le marché sans voiture\n"
)

Take = Callable[..., ImportReport]


@pytest.fixture(scope="session")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workshop just made, copied for each test: making one anew would take most of the time."""
    folder = tmp_path_factory.mktemp("blank") / "atelier"
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("WORKSHOP_KIT_STORE", raising=False)
        create_store(folder, WORKSHOP).close()
    return folder


@pytest.fixture
def store(blank: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    monkeypatch.delenv("WORKSHOP_KIT_STORE", raising=False)
    shutil.copytree(blank, tmp_path / "atelier")
    store = open_store(tmp_path / "atelier")
    yield store
    store.close()


@pytest.fixture
def take(store: Store, tmp_path: Path) -> Take:
    """Write a text as a file and take it in."""

    def write_and_take(kind: str, text: str, *, encoding: str = "utf-8", now: datetime = NOON) -> ImportReport:
        path = tmp_path / f"{kind}.csv"
        path.write_bytes(text.encode(encoding))
        return import_file(store, kind, path, now=now)

    return write_and_take


@pytest.fixture
def framed(store: Store, take: Take) -> Store:
    """The workshop with two challenges."""
    take("challenges", CHALLENGES)
    return store
