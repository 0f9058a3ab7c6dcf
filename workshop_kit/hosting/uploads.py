"""Uploads of the home page: a colleague's file handed in part by part, since no message may be long."""

from __future__ import annotations

import base64
import binascii
import shutil
import tempfile
import uuid
from pathlib import Path
from typing import Final

from workshop_kit.errors import InvalidEntry, MissingEntry
from workshop_kit.hosting.marks import refuse_writing
from workshop_kit.hosting.naming import make_name_safe
from workshop_kit.live.contract.home.asked import UploadBegun

#: Bytes of a file in one part.
PART: Final = 480_000
#: Uploads that are kept: a person hands in one file at a time.
_AT_ONCE: Final = 3


class Uploads:
    """The files being handed in, in a private temporary folder, which is made in ``parent`` where one is named."""

    def __init__(self, parent: Path | None = None) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="workshop-kit-", dir=parent))
        self._begun: dict[str, tuple[Path, int]] = {}

    def begin(self, name: str, size: int) -> UploadBegun:
        """Begin one; the oldest makes way. Raises ``StoreUnavailable`` where nothing can be written."""
        while len(self._begun) >= _AT_ONCE:
            self.drop(next(iter(self._begun)))
        identifier = uuid.uuid4().hex
        try:
            if size > shutil.disk_usage(self._folder).free:
                raise OSError(28, "No space left on device")
            path = self._folder / identifier / make_name_safe(name)
            path.parent.mkdir()
            path.touch(mode=0o600)
        except OSError as error:
            raise refuse_writing(self._folder, error) from error
        self._begun[identifier] = (path, size)
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
        path, size = self._find(identifier)
        try:
            part = base64.b64decode(content, validate=True)
        except (binascii.Error, ValueError) as error:
            raise InvalidEntry("malformed-intention") from error
        there = path.stat().st_size
        if start + len(part) <= there:
            return
        if start != there or start + len(part) > size or len(part) > PART:
            raise InvalidEntry("malformed-intention")
        try:
            with path.open("ab") as file:
                file.write(part)
        except OSError as error:
            raise refuse_writing(path.parent, error) from error

    def find_whole(self, identifier: str) -> Path:
        """Return the path of a file that is whole; raises ``MissingEntry`` (``no-upload``)."""
        path, size = self._find(identifier)
        if path.stat().st_size != size:
            raise MissingEntry("no-upload")
        return path

    def drop(self, identifier: str) -> None:
        """Forget one."""
        path, _ = self._begun.pop(identifier, (None, 0))
        if path is not None:
            shutil.rmtree(path.parent, ignore_errors=True)

    def close(self) -> None:
        """Remove everything that was handed in."""
        shutil.rmtree(self._folder, ignore_errors=True)

    def _find(self, identifier: str) -> tuple[Path, int]:
        if identifier not in self._begun:
            raise MissingEntry("no-upload")
        return self._begun[identifier]
