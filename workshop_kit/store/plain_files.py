"""Files of a workshop's folder as files: what is one at all, rights, a whole copy of a database that others write."""

from __future__ import annotations

import errno
import os
import sqlite3
import stat
from contextlib import closing
from pathlib import Path
from typing import Final

#: The workshop's database in its folder.
DATABASE_FILE: Final = "workshop.db"


def make_private_file(path: Path) -> None:
    """Make an empty file that only its owner may read, where there is none; SQLite's companions take its rights."""
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))


def is_plain_file(path: Path) -> bool:
    """Tell whether a file of its own stands there: no link, and nothing that waits for somebody (pipe, device)."""
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except OSError:
        return False


def is_in_the_way(path: Path) -> bool:
    """Tell whether something that is no folder stands where a folder belongs; a link is taken away by who makes it."""
    return path.exists() and not path.is_dir() and not path.is_symlink()


def read_plain_file(path: Path, most: int) -> bytes:
    """Return the first bytes of a file of a folder that may be anybody's; raises ``OSError`` where none stands.

    A pipe in its place would be waited for without end, a device be set going.
    """
    if not is_plain_file(path):
        raise FileNotFoundError(path)
    flags = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)
    with os.fdopen(os.open(path, flags), "rb") as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):  # exchanged meanwhile
            raise OSError(errno.EINVAL, "not a plain file", str(path))
        return file.read(most)


def copy_whole(source: Path, target: Path) -> None:
    """Copy the committed state of a database into the file ``target``; raises ``sqlite3.Error``."""
    origin_address = f"{source.absolute().as_uri()}?mode=ro"
    with closing(sqlite3.connect(origin_address, 5, uri=True)) as origin, closing(sqlite3.connect(target)) as copy:
        origin.backup(copy)
        # The copy is one file that can be moved alone, not one in WAL mode with its two companions.
        copy.execute("PRAGMA journal_mode=DELETE")
