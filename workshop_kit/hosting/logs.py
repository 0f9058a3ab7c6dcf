"""Log file of a server: of a bounded size, whatever is written into it.

The server writes into it by itself, and so do the processes of its pages: what it may hold is looked after from here,
through the same open file, which also Windows lets one shorten while others write.
"""

from __future__ import annotations

import contextlib
import os
import threading
from pathlib import Path
from typing import IO, Final

from workshop_kit.hosting.private import make_private

#: Bytes of a log beyond which it begins anew; as many are kept of what was before. An afternoon writes some thousand.
AT_MOST: Final = 4_000_000
#: Seconds between two looks at its size.
_LOOK_EVERY: Final = 1.0


class BoundedLog:
    """Log file that begins anew where it grows too long; the end of what was before is kept beside it, in ``.1``.

    Parameters
    ----------
    path
        The file; what it holds of other days is kept, and moved aside where it is too long.
    at_most
        Bytes.

    Attributes
    ----------
    file
        What a process is given to write to.

    """

    def __init__(self, path: Path, at_most: int = AT_MOST) -> None:
        self.path, self._at_most = path, at_most
        self._kept = path.with_name(f"{path.name}.1")
        make_private(path)
        if path.stat().st_size > at_most:
            path.replace(self._kept)
            make_private(path)
        self.file: IO[bytes] = path.open("ab")
        self._ended = threading.Event()
        self._watching = threading.Thread(target=self._watch, daemon=True)
        self._watching.start()

    def look(self) -> None:
        """Begin anew if it is too long; a full disk keeps nothing of what was before."""
        size = os.fstat(self.file.fileno()).st_size
        if size <= self._at_most:
            return
        try:
            self._keep_end(size)
        except OSError:
            with contextlib.suppress(OSError):
                self._kept.unlink()
        self.file.seek(0)  # where whoever shares this file writes next, on a system that does not append by itself
        self.file.truncate(0)

    def close(self) -> None:
        """Look at it for the last time."""
        if self.file.closed:
            return
        self._ended.set()
        self._watching.join()
        self._try_to_look()
        self.file.close()

    def _keep_end(self, size: int) -> None:
        make_private(self._kept)
        with self.path.open("rb") as source, self._kept.open("wb") as kept:
            source.seek(size - self._at_most)
            kept.write(source.read(self._at_most))

    def _watch(self) -> None:
        while not self._ended.wait(_LOOK_EVERY):
            self._try_to_look()

    def _try_to_look(self) -> None:
        with contextlib.suppress(OSError):  # a disk that is away for a moment
            self.look()
