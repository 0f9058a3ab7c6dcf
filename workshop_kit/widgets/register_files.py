"""Registers' files that were brought to a page: on the disk, piece by piece, until the page is gone."""

from __future__ import annotations

import base64
import binascii
import contextlib
import shutil
import tempfile
import time
import weakref
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from uuid import uuid4

from workshop_kit.errors import InvalidEntry, MissingEntry, NotAllowed, StoreUnavailable, UnreadableFile
from workshop_kit.files.registers.telling import Told, tell_file
from workshop_kit.store.marks import refuse_writing

#: Bytes of a piece: what a message may hold in base64, with room to spare.
PIECE: Final = 400_000
#: Files that a page holds at a time: two registers, the hamlets, and one taken for another.
FILES_AT_MOST: Final = 4
#: Bytes that stay free on the disk for the workshop itself.
SPARED: Final = 200_000_000
#: Where Unix keeps what is large and passing: its other place for that may be the memory itself.
_LARGE: Final = Path("/var/tmp")  # noqa: S108 - private folders alone are made there, under names nobody knows before
_PREFIX: Final = "workshop-kit-register-"
#: Bytes of a file's name that every disk takes.
_NAME_AT_MOST: Final = 200
#: Seconds after which what a page left behind that was ended at once is swept away.
_ABANDONED_AFTER: Final = 24 * 3600.0


@dataclass
class Brought:
    """A file that is arriving or has arrived."""

    id: str
    name: str
    size: int
    path: Path
    told: Told = field(default_factory=lambda: Told(""))

    @property
    def arrived(self) -> bool:
        """Whether all of it is here."""
        return self.path.stat().st_size == self.size


class RegisterFiles:
    """The files that one page was brought, in private folders of their own, made where there is room.

    Parameters
    ----------
    places
        Where to make them; ``None``: where the system keeps what is large and passing, then the workshop's folder.

    """

    def __init__(self, places: tuple[Path, ...] | None = None) -> None:
        self._places = places
        self._files: dict[str, Brought] = {}

    def __iter__(self) -> Iterator[Brought]:
        return iter(list(self._files.values()))

    def begin(self, folder: Path, name: str, size: int) -> Brought:
        """Make room for a file.

        Raises
        ------
        UnreadableFile
            ``file-empty``.
        NotAllowed
            ``too-many-files``.
        StoreUnavailable
            ``register-no-room``, or why nothing can be written.

        """
        if size == 0:
            raise UnreadableFile("file-empty", file=name)
        if len(self._files) >= FILES_AT_MOST:
            raise NotAllowed("too-many-files", most=FILES_AT_MOST)
        place = self._find_room(folder, name, size)
        try:
            room = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=place))
            path = room / _name_on_disk(name)
            path.touch(mode=0o600)
        except OSError as error:
            raise refuse_writing(place, error) from error
        brought = Brought(uuid4().hex, name, size, path)
        weakref.finalize(self, shutil.rmtree, room, ignore_errors=True)  # at the latest with the page
        self._files[brought.id] = brought
        return brought

    def take(self, file: str, at: int, piece: str) -> Brought:
        """Add the next piece; one that is there already changes nothing.

        Raises
        ------
        InvalidEntry
            ``malformed-intention``: no base64, a gap before it, or more than was announced.
        MissingEntry
            ``register-file-gone``.

        """
        brought = self.find(file)
        if len(piece) > PIECE * 2:
            raise InvalidEntry("malformed-intention")
        try:
            content = base64.b64decode(piece, validate=True)
        except (binascii.Error, ValueError):
            raise InvalidEntry("malformed-intention") from None
        here = brought.path.stat().st_size
        if not 0 <= at <= here or at + len(content) > brought.size:
            raise InvalidEntry("malformed-intention")
        if at + len(content) <= here:
            return brought
        try:
            with brought.path.open("ab") as out:
                out.write(content[here - at :])
        except OSError as error:
            self.leave(file)
            raise refuse_writing(brought.path.parent, error) from error
        if brought.arrived:
            brought.told = tell_file(brought.path)
        return brought

    def find(self, file: str) -> Brought:
        """Return a file; raises ``MissingEntry`` (``register-file-gone``)."""
        if file not in self._files:
            raise MissingEntry("register-file-gone")
        return self._files[file]

    def leave(self, file: str) -> None:
        """Forget a file and erase it; one that is gone already changes nothing."""
        brought = self._files.pop(file, None)
        if brought is not None:
            shutil.rmtree(brought.path.parent, ignore_errors=True)

    def _find_room(self, folder: Path, name: str, size: int) -> Path:
        places = self._places if self._places is not None else (_LARGE, Path(tempfile.gettempdir()), folder)
        free = 0
        for place in places:
            if not place.is_dir():
                continue
            _sweep(place)
            with contextlib.suppress(OSError):
                there = shutil.disk_usage(place).free - SPARED
                if there >= size:
                    return place
                free = max(free, there)
        megabytes = {"needed": -(-size // 1_000_000), "free": max(0, free // 1_000_000)}
        raise StoreUnavailable("register-no-room", file=name, **megabytes)


def _name_on_disk(name: str) -> str:
    """Return how a file is called in its room: as it was brought, unless no disk would take that for a file's name."""
    last = name.replace("\\", "/").rpartition("/")[2]
    return last if last.strip(".") and len(last.encode()) <= _NAME_AT_MOST else "file"


def _sweep(place: Path) -> None:
    """Erase what pages left here long ago; what is another person's cannot be, and stays."""
    with contextlib.suppress(OSError):
        for left in place.glob(f"{_PREFIX}*"):
            with contextlib.suppress(OSError):
                newest = max((one.stat().st_mtime for one in (left, *left.iterdir())), default=0.0)
                if time.time() - newest > _ABANDONED_AFTER:
                    shutil.rmtree(left, ignore_errors=True)
