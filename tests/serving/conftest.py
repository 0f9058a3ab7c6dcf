"""Servers for the tests: started once a module, ended and looked after."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.serving.running import PAGES, Running, make_config


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """An open room with two pages and plenty of seats."""
    config = make_config(tmp_path_factory.mktemp("room"), pages={name: PAGES / f"{name}.ipynb" for name in PAGE_NAMES})
    with Running(config) as running:
        yield running


@pytest.fixture(scope="module")
def guarded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A room that asks for a token."""
    with Running(make_config(tmp_path_factory.mktemp("guarded"), token=TOKEN)) as running:
        yield running


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder for one server."""
    return tmp_path


PAGE_NAMES = ("counter", "other")
TOKEN = "open-sesame"
