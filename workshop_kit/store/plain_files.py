"""Database files as files: their name, their rights, a whole copy of one while others write it."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Final

#: The workshop's database in its folder.
DATABASE_FILE: Final = "workshop.db"


def make_private_file(path: Path) -> None:
    """Make an empty file that only its owner may read, where there is none; SQLite's companions take its rights."""
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))


def copy_whole(source: Path, target: Path) -> None:
    """Copy the committed state of a database into the file ``target``; raises ``sqlite3.Error``."""
    origin_address = f"{source.absolute().as_uri()}?mode=ro"
    with closing(sqlite3.connect(origin_address, 5, uri=True)) as origin, closing(sqlite3.connect(target)) as copy:
        origin.backup(copy)
        # The copy is one file that can be moved alone, not one in WAL mode with its two companions.
        copy.execute("PRAGMA journal_mode=DELETE")
