"""The sample workshop, made once, and an empty one."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.store.conftest import server
from workshop_kit.data import WorkshopData, open_data
from workshop_kit.domain.model import new_workshop
from workshop_kit.hosting.samples import make_sample
from workshop_kit.store import create_store

__all__ = ["server"]


@pytest.fixture(autouse=True)
def nothing_named(monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("WORKSHOP_KIT_STORE", "WORKSHOP_FOLDER"):
        monkeypatch.delenv(variable, raising=False)


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("data") / "atelier"
    with pytest.MonkeyPatch.context() as environment:
        environment.delenv("WORKSHOP_KIT_STORE", raising=False)
        make_sample(folder)
    return folder


@pytest.fixture
def data(folder: Path) -> WorkshopData:
    return open_data(folder)


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    folder = tmp_path / "vide"
    create_store(folder, new_workshop("Vide", "Val-Brume", "en", datetime.now(UTC))).close()
    return folder


@pytest.fixture
def expired(tmp_path: Path) -> Path:
    folder = tmp_path / "passé"
    past = new_workshop("Passé", "Val-Brume", "fr", datetime.now(UTC) - timedelta(days=400))
    create_store(folder, past).close()
    return folder
