"""What all tests share."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import Any, Final

import pytest
from coverage import Coverage
from hypothesis import settings

from tests.turns import Turns

# How long an example takes says how busy the machine is, not whether the code is right.
settings.register_profile("kit", deadline=None)
settings.load_profile("kit")

#: The folders whose tests are followed line by line, where the lines that tests reach are counted. The others start
#: processes that nobody follows, are about parts whose lines are not counted, or go the same lines many times over, as
#: those of properties do; followed, a test takes twice as long.
FOLLOWED: Final = frozenset({"cli", "files", "frontend", "precision", "store", "unit", "widgets"})
_HERE: Final = Path(__file__).parent


@pytest.fixture(scope="session", autouse=True)
def settings_of_ones_own(tmp_path_factory: pytest.TempPathFactory) -> Generator[None]:
    """Keep what tests remember apart from what this user's kit does."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("WORKSHOP_KIT_STATE", str(tmp_path_factory.mktemp("settings")))
        yield


def is_followed(item: pytest.Item) -> bool:
    """Tell whether a test is followed: on PostgreSQL the store's go the lines again that they go on SQLite."""
    return item.path.relative_to(_HERE).parts[0] in FOLLOWED and item.get_closest_marker("postgresql") is None


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Let other tests run unfollowed."""
    if is_followed(item):
        return (yield)
    stopped = []
    # in a process of pytest-xdist, pytest-cov has two measures run: stopping one of them starts the other
    while (measure := Coverage.current()) is not None:
        measure.stop()
        stopped.append(measure)
    try:
        return (yield)
    finally:
        for measure in reversed(stopped):
            measure.start()


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Turns | None:
    """Have processes that share files of tests take turns at those that wait."""
    return Turns(config, log) if config.getvalue("dist") == "loadfile" else None


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    """What sets this machine's zone; afterwards it is what it was."""

    def set_zone(zone: str) -> None:
        monkeypatch.setenv("TZ", zone)
        _read_zone()

    yield set_zone
    monkeypatch.undo()
    _read_zone()


def _read_zone() -> None:
    if sys.platform != "win32":
        time.tzset()
