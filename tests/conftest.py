"""What all tests share."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path
from typing import Final

import pytest
from coverage import Coverage
from hypothesis import settings

# How long an example takes says how busy the machine is, not whether the code is right.
settings.register_profile("kit", deadline=None)
settings.load_profile("kit")

#: The folders whose tests are followed line by line, where the lines that tests reach are counted. The others start
#: processes that nobody follows, are about parts whose lines are not counted, or go the same lines many times over, as
#: those of properties do; followed, a test takes twice as long.
FOLLOWED: Final = frozenset({"cli", "files", "frontend", "store", "unit", "widgets"})
_HERE: Final = Path(__file__).parent


def is_followed(item: pytest.Item) -> bool:
    """Tell whether a test is followed: on PostgreSQL the store's go the lines again that they go on SQLite."""
    return item.path.relative_to(_HERE).parts[0] in FOLLOWED and item.get_closest_marker("postgresql") is None


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Let other tests run unfollowed."""
    measure = Coverage.current()
    if measure is None or is_followed(item):
        return (yield)
    measure.stop()
    try:
        return (yield)
    finally:
        measure.start()
