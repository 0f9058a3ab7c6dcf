"""The files that a page reads again and again, while somebody answers about their lines and corrects them."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import Final

from workshop_kit.files.reading.contacts import forget_contacts
from workshop_kit.files.reading.read_file import OpenedFile
from workshop_kit.files.reading.values import Choices, KnownNames, Reading

#: A file is read twice where choices of the last time are taken up: without them, and with them.
_KEPT: Final = 2


class LastReadings:
    """Cache of the last files opened (*dernières lectures*): of one that is known, rows decided about are read alone.

    It holds what files say, as long as the page that holds their bytes: ``forget`` leaves nothing of them.
    """

    def __init__(self) -> None:
        self._kept: tuple[tuple[tuple[object, ...], OpenedFile], ...] = ()

    def read(self, name: str, content: bytes, kind: str, choices: Choices, *, known: KnownNames) -> Reading:
        """Return what ``read_file`` does."""
        return self._open(name, content, kind, choices, known).read(choices)

    def forget(self) -> None:
        """Keep nothing any more."""
        self._kept = ()
        forget_contacts()

    def _open(self, name: str, content: bytes, kind: str, choices: Choices, known: KnownNames) -> OpenedFile:
        kept = self._kept  # another thread may replace it meanwhile
        # what is said of single lines changes nothing of how the file as a whole is understood
        whole = replace(choices, people={}, cells={}, taken=frozenset(), left=frozenset())
        key = (name, hashlib.sha256(content).digest(), kind, whole, known)
        for other, opened in kept:
            if other == key:
                return opened
        opened = OpenedFile(name, content, kind, whole, known=known)
        self._kept = ((key, opened), *kept)[:_KEPT]
        return opened
