"""File locks: one program at a time serves a folder, or keeps the rooms.

The system lets go of a lock when its process dies, however it dies: nothing stale is ever left behind, and no process
number has to be believed.
"""

from __future__ import annotations

import contextlib
import errno
import os
import sys
import time
from pathlib import Path
from typing import Final

_TAKEN: Final = frozenset({errno.EACCES, errno.EAGAIN, errno.EDEADLK, errno.EWOULDBLOCK})
#: Seconds for which a lock is worth trying: who looks whether it is held holds it for that moment, and a program that
#: was killed lets go of it with its last thread.
LET_GO_WITHIN: Final = 1.0
_TRY_EVERY: Final = 0.05


class FileLock:
    """An exclusive lock on a file that is made for it; nothing is ever written there.

    Parameters
    ----------
    path
        The file; its folder must be there.

    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._descriptor: int | None = None

    def take(self, patience: float = 0.0) -> bool:
        """Take the lock and tell whether it was free within so many seconds.

        A disk that knows no locks lets everybody have it.
        """
        deadline = time.monotonic() + patience
        while not self._try():
            if time.monotonic() >= deadline:
                return False
            time.sleep(_TRY_EVERY)
        return True

    def _try(self) -> bool:
        if self._descriptor is not None:
            return True
        descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _lock(descriptor)
        except OSError as error:
            if error.errno in _TAKEN:
                os.close(descriptor)
                return False
        self._descriptor = descriptor
        return True

    def release(self) -> None:
        """Let go of it; doing so twice is harmless."""
        if self._descriptor is not None:
            with contextlib.suppress(OSError):
                os.close(self._descriptor)
            self._descriptor = None


def is_locked(path: Path) -> bool:
    """Tell whether another holds the lock on ``path`` now; a file that is not there, or unreadable, is nobody's."""
    flags = os.O_RDWR
    if sys.platform != "win32":
        flags = os.O_RDONLY | os.O_NONBLOCK  # a pipe in its place would wait for somebody
    try:
        descriptor = os.open(path, flags)
    except OSError:
        return False
    try:
        _lock(descriptor)
    except OSError as error:
        return error.errno in _TAKEN
    finally:
        with contextlib.suppress(OSError):
            os.close(descriptor)
    return False


def _lock(descriptor: int) -> None:
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
