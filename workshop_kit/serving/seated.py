"""Returning-visitor memory: from which browsers somebody joined, known again after the server has died."""

from __future__ import annotations

import contextlib
import hmac
import json
import logging
import os
import secrets
import uuid
from pathlib import Path
from typing import Final

#: The name of the file, in the folder where a server keeps its secrets.
SEATED_FILE: Final = "seated"
#: Browsers remembered; beyond, whoever joined first is forgotten.
REMEMBERED: Final = 5000
_LARGEST: Final = 1_000_000

_log = logging.getLogger(__name__)


class Seated:
    """The browsers that somebody joined from and did not take leave of.

    The file holds digests, keyed anew for each room: it tells nothing to whoever reads it, and names nobody.

    Parameters
    ----------
    folder
        Where the server keeps its secrets.

    """

    def __init__(self, folder: Path) -> None:
        self._file = folder / SEATED_FILE
        self._key, self._digests = _read(self._file)
        self._is_written = True

    def __contains__(self, visitor: object) -> bool:
        return isinstance(visitor, str) and self._digest(visitor) in self._digests

    def add(self, visitor: str) -> None:
        """Remember that somebody joined."""
        digest = self._digest(visitor)
        if digest not in self._digests:
            self._digests[digest] = None
            self._is_written = False
        if len(self._digests) > REMEMBERED:
            del self._digests[next(iter(self._digests))]

    def discard(self, visitor: str) -> None:
        """Forget whoever gave their seat back."""
        digest = self._digest(visitor)
        if digest in self._digests:
            del self._digests[digest]
            self._is_written = False

    def save(self) -> None:
        """Write down what changed; where that fails it is tried again."""
        if self._is_written:
            return
        draft = self._file.with_name(f"{self._file.name}.{uuid.uuid4().hex[:8]}.new")
        text = json.dumps({"key": self._key.hex(), "seated": list(self._digests)})
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
                file.write(text)
            draft.replace(self._file)
        except OSError as error:  # a full disk: the room goes on, and forgets if it dies before there is room
            _log.debug("who joined could not be written down: %s", error.strerror)
            with contextlib.suppress(OSError):
                draft.unlink()
        else:
            self._is_written = True

    def _digest(self, visitor: str) -> str:
        return hmac.digest(self._key, visitor.encode(), "sha256").hex()[:24]


def _read(file: Path) -> tuple[bytes, dict[str, None]]:
    """Return the key and the digests of a file, a new key and none if it is not whole."""
    try:
        with file.open(encoding="ascii") as kept:
            told = json.loads(kept.read(_LARGEST))
        key = bytes.fromhex(told["key"])
        if len(key) >= 16 and all(isinstance(one, str) for one in told["seated"]):
            return key, dict.fromkeys(told["seated"][-REMEMBERED:])
    except (OSError, ValueError, KeyError, TypeError):
        pass
    return secrets.token_bytes(32), {}
