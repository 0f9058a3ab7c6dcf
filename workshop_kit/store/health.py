"""The health of a workshop's disk: whether something can be written there now (*health check, write probe*)."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
from pathlib import Path
from typing import Final
from uuid import uuid4

from workshop_kit.errors import StoreUnavailable
from workshop_kit.store.databases import database_address
from workshop_kit.store.marks import refuse_writing
from workshop_kit.store.opening import DATABASE_NAME

#: Bytes below which writing is tried: more than a database ever asks for at once.
SCARCE: Final = 20_000_000
#: What is written to try: as much as a handful of commits.
_TRIED: Final = 65_536


def find_trouble(folder: Path, *, suspects: bool = False) -> StoreUnavailable | None:
    """Return why nothing can be saved in ``folder`` now; ``None`` where nothing speaks against it.

    Looking is cheap; something is written, and taken away again, only where space is scarce or who asks ``suspects``.
    What a database elsewhere has is not looked at.
    """
    if database_address() is not None:
        return None
    path = folder / DATABASE_NAME
    try:
        if not path.is_file():
            return StoreUnavailable("folder-gone", folder=str(folder))
        if not os.access(path, os.W_OK) or _is_mounted_to_read(folder):
            return StoreUnavailable("folder-forbidden", folder=str(folder))
        if suspects or shutil.disk_usage(folder).free < SCARCE:
            _try_writing(folder)
    except OSError as error:
        return refuse_writing(folder, error)
    return None


def is_full(folder: Path) -> bool:
    """Tell whether the disk of a folder is full; where that cannot be found out it is not said."""
    try:
        if shutil.disk_usage(folder).free < SCARCE:
            _try_writing(folder)
    except OSError as error:
        return refuse_writing(folder, error).code == "disk-full"
    return False


def _is_mounted_to_read(folder: Path) -> bool:
    if sys.platform == "win32":
        return False
    return bool(os.statvfs(folder).f_flag & os.ST_RDONLY)


def _try_writing(folder: Path) -> None:
    """Write as much as some commits do; raises ``OSError`` where that cannot be."""
    tried = folder / f".tried-{uuid4().hex}"
    try:
        with tried.open("xb", buffering=0) as file:
            file.write(os.urandom(_TRIED))
            os.fsync(file.fileno())
    finally:
        with contextlib.suppress(OSError):
            tried.unlink()
