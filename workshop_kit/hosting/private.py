"""Private files and folders: what holds secrets or people's data is for this user of the computer alone.

POSIX has rights for that (0600 and 0700); on Windows the user's own folders are private, and nothing is set.
"""

from __future__ import annotations

import contextlib
import os
import uuid
from pathlib import Path
from typing import IO, cast

_FILE_RIGHTS = 0o600
_FOLDER_RIGHTS = 0o700


def make_private(path: Path) -> None:
    """Make an empty private file, or make one that is there private; raises ``OSError``."""
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT, _FILE_RIGHTS))
    with contextlib.suppress(OSError):  # a disk that knows no rights, or a file that is another's
        path.chmod(_FILE_RIGHTS)


def make_private_folder(path: Path) -> None:
    """Make a private folder, or make one that is there private; raises ``OSError``."""
    path.mkdir(mode=_FOLDER_RIGHTS, parents=True, exist_ok=True)
    with contextlib.suppress(OSError):
        path.chmod(_FOLDER_RIGHTS)


def write_private(path: Path, text: str) -> None:
    """Write a private file, whole or not at all; raises ``OSError``."""
    draft = path.with_name(f"{path.name}.{uuid.uuid4().hex}")
    try:
        with open_new(draft) as file:
            file.write(text.encode("utf-8"))
        draft.replace(path)
    finally:
        with contextlib.suppress(OSError):
            draft.unlink()


def open_new(path: Path) -> IO[bytes]:
    """Open a private file that is not there yet, to write to; raises ``OSError`` if it is."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), _FILE_RIGHTS)
    return cast("IO[bytes]", os.fdopen(descriptor, "wb"))
