"""Uploads of the home page: a colleague's file handed in part by part, since no message may be long.

A file is taken as it was announced, in order, each byte once; what came already changes nothing. One that nobody goes
on with is erased: it holds people's data.
"""

from __future__ import annotations

import base64
import binascii
import shutil
import tempfile
import threading
import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from workshop_kit.errors import InvalidEntry, MissingEntry
from workshop_kit.hosting.naming import make_name_safe
from workshop_kit.live.contract.home.asked import BYTES_AT_MOST, UploadBegun
from workshop_kit.store.marks import refuse_writing

#: Bytes of a file in one part.
PART: Final = 480_000
#: Uploads that are kept: a person hands in one file at a time.
_AT_ONCE: Final = 3
#: Seconds without a part after which nobody goes on with an upload.
ABANDONED_AFTER: Final = 600.0


@dataclass(frozen=True)
class _Upload:
    path: Path
    size: int
    touched: float


class Uploads:
    """The files being handed in, in a private temporary folder, which is made in ``parent`` where one is named.

    ``clock`` counts seconds.
    """

    def __init__(self, parent: Path | None = None, clock: Callable[[], float] = time.monotonic) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="workshop-kit-", dir=parent))
        self._clock = clock
        self._guard = threading.RLock()
        self._begun: dict[str, _Upload] = {}

    def begin(self, name: str, size: int) -> UploadBegun:
        """Begin one; the oldest makes way.

        Raises
        ------
        InvalidEntry
            ``upload-too-large``, or ``malformed-intention`` for what is no size.
        StoreUnavailable
            Nothing can be written, or so much has no place.

        """
        if type(size) is not int or size < 0:
            raise InvalidEntry("malformed-intention")
        if size > BYTES_AT_MOST:
            raise InvalidEntry("upload-too-large", value=str(size), least=0, most=BYTES_AT_MOST)
        with self._guard:
            while len(self._begun) >= _AT_ONCE:
                self.drop(min(self._begun, key=lambda one: self._begun[one].touched))
            identifier = uuid.uuid4().hex
            try:
                if size > shutil.disk_usage(self._folder).free:
                    raise OSError(28, "No space left on device")
                path = self._folder / identifier / make_name_safe(name)
                path.parent.mkdir(mode=0o700)
                path.touch(mode=0o600)
            except OSError as error:
                raise refuse_writing(self._folder, error) from error
            self._begun[identifier] = _Upload(path, size, self._clock())
            return {"upload": identifier, "part": PART}

    def add(self, identifier: str, start: int, content: str) -> None:
        """Add the next part; one that is there already changes nothing.

        Raises
        ------
        InvalidEntry
            ``malformed-intention`` for what is no part, leaves a gap, or is longer than the file was said to be.
        MissingEntry
            ``no-upload``.

        """
        if type(start) is not int or start < 0 or not isinstance(content, str):
            raise InvalidEntry("malformed-intention")
        try:
            part = base64.b64decode(content, validate=True)
        except (binascii.Error, ValueError) as error:
            raise InvalidEntry("malformed-intention") from error
        with self._guard:
            upload = self._find(identifier)
            there = upload.path.stat().st_size
            if start + len(part) > upload.size or len(part) > PART or start > there:
                raise InvalidEntry("malformed-intention")
            self._begun[identifier] = replace(upload, touched=self._clock())
            try:
                with upload.path.open("ab") as file:
                    file.write(part[there - start :])  # what came already is not taken twice
            except OSError as error:
                self.drop(identifier)
                raise refuse_writing(self._folder, error) from error

    def find_whole(self, identifier: str) -> Path:
        """Return the path of a file that is whole; raises ``MissingEntry`` (``no-upload``)."""
        with self._guard:
            upload = self._find(identifier)
            if upload.path.stat().st_size != upload.size:
                raise MissingEntry("no-upload")
            return upload.path

    def drop(self, identifier: str) -> None:
        """Forget one, and erase what came of it."""
        with self._guard:
            upload = self._begun.pop(identifier, None)
            if upload is not None:
                shutil.rmtree(upload.path.parent, ignore_errors=True)

    def drop_abandoned(self) -> None:
        """Erase what nobody goes on with."""
        with self._guard:
            for identifier, upload in list(self._begun.items()):
                if self._clock() - upload.touched > ABANDONED_AFTER:
                    self.drop(identifier)

    def close(self) -> None:
        """Remove everything that was handed in."""
        with self._guard:
            self._begun.clear()
            shutil.rmtree(self._folder, ignore_errors=True)

    def _find(self, identifier: str) -> _Upload:
        if identifier not in self._begun:
            raise MissingEntry("no-upload")
        return self._begun[identifier]
