"""A new workshop for tests of what stands above the store: made once, then copied, since making each takes its time."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path

from workshop_kit.domain.model import Workshop
from workshop_kit.store import Store, create_store, open_store
from workshop_kit.store.opening import DATABASE_NAME


def copy_new_store(folder: Path, workshop: Workshop) -> Store:
    """Open a store in ``folder`` as ``create_store`` leaves it, in SQLite."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / DATABASE_NAME).write_bytes(_make_once(workshop))
    return open_store(folder)


@cache
def _make_once(workshop: Workshop) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        create_store(Path(folder), workshop).close()
        assert [path.name for path in Path(folder).iterdir()] == [DATABASE_NAME]
        return (Path(folder) / DATABASE_NAME).read_bytes()
