"""The readings of a file that a page asks for again and again, while somebody answers about its lines."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import Final

from workshop_kit.files.reading.read_file import read_file
from workshop_kit.files.reading.values import Choices, KnownNames, Reading

#: A file is read twice where choices of the last time are taken up: without them, and with them.
_KEPT: Final = 2


class LastReadings:
    """Cache of the last readings (*dernières lectures*): an answer about a person reads no file anew.

    It holds what files say, as long as the page that holds their bytes: ``forget`` leaves nothing of them.
    """

    def __init__(self) -> None:
        self._kept: tuple[tuple[tuple[object, ...], Reading], ...] = ()

    def read(self, name: str, content: bytes, kind: str, choices: Choices, *, known: KnownNames) -> Reading:
        """Return what ``read_file`` does."""
        kept = self._kept  # another thread may replace it meanwhile
        alike = replace(choices, people={})  # who a line is about changes nothing of how it is read
        key = (name, hashlib.sha256(content).digest(), kind, alike, known)
        for other, reading in kept:
            if other == key:
                return reading
        reading = read_file(name, content, kind, choices, known=known)
        self._kept = ((key, reading), *kept)[:_KEPT]
        return reading

    def forget(self) -> None:
        """Keep nothing any more."""
        self._kept = ()
