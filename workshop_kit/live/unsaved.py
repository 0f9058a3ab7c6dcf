"""What phones keep because it could not be saved: counted where a full disk still lets it be counted.

Each browser has its count in a place of its own of a file that has its size from the beginning: writing
over what is there takes no room. A count that nobody repeats goes stale, as when the phone left.
"""

from __future__ import annotations

import os
import struct
import zlib
from datetime import datetime
from pathlib import Path
from typing import Final

from workshop_kit.environment import UNSAVED_FILE_VARIABLE

#: Seconds after which a count is no longer believed: a phone that is there tries again well before.
STALE_AFTER: Final = 60
#: Enough that two browsers of a room seldom share a place.
_PLACES: Final = 16_384
#: When it was counted, in seconds since 1970, and how many.
_COUNT: Final = struct.Struct("<IHxx")
_MOST: Final = 1000
#: Bytes of the file.
SIZE: Final = _PLACES * _COUNT.size


def make_counts(path: Path) -> None:
    """Make the file of the counts, all of them 0; raises ``OSError``."""
    path.write_bytes(bytes(SIZE))
    path.chmod(0o600)


def note_unsaved(visitor: str, number: int, now: datetime) -> None:
    """Note how many intentions a browser holds unsaved; where that cannot be noted, nothing happens."""
    file = os.environ.get(UNSAVED_FILE_VARIABLE)
    if not file:
        return
    try:
        descriptor = os.open(file, os.O_WRONLY | getattr(os, "O_BINARY", 0))
    except OSError:
        return
    try:
        os.lseek(descriptor, zlib.crc32(visitor.encode()) % _PLACES * _COUNT.size, os.SEEK_SET)
        os.write(descriptor, _COUNT.pack(max(0, int(now.timestamp())), min(number, _MOST)))
    except OSError:
        return
    finally:
        os.close(descriptor)


def count_unsaved(now: datetime) -> int:
    """Return how many intentions wait on phones, as far as they told lately."""
    file = os.environ.get(UNSAVED_FILE_VARIABLE)
    if not file:
        return 0
    try:
        with Path(file).open("rb") as kept:
            counts = kept.read(SIZE)
    except OSError:
        return 0
    if len(counts) != SIZE or not counts.strip(b"\0"):
        return 0
    since = now.timestamp() - STALE_AFTER
    return sum(number for at, number in _COUNT.iter_unpack(counts) if at >= since)
