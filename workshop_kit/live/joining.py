"""The address by which phones join: it may change while pages are open, as networks come and go.

Whoever serves writes it down for the facilitator's pages and the screen, with the ways in that there are; a page of the
facilitator's writes down beside it which one is to be shown.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, Final, cast
from uuid import uuid4

from workshop_kit.domain.model import Change
from workshop_kit.environment import JOIN_FILE_VARIABLE, JOIN_VARIABLE, WAYS_FILE_VARIABLE
from workshop_kit.errors import InvalidEntry, StoreUnavailable
from workshop_kit.live.contract.shared import WaysIn
from workshop_kit.live.door import is_door_stuck, read_words
from workshop_kit.live.window import LiveWorkshop

#: The kind of change that says that phones join by another address now, or that the door has other words.
JOIN: Final = "join"
#: What stands behind the name of the file of the ways in, in that of the one that says which is wanted.
WANTED: Final = ".wanted"
_NO_WAYS: Final[WaysIn] = {"reach": "room", "missed": "", "moved": "", "networks": []}
_LONGEST: Final = 500
_MOST: Final = 100_000


def compose_join_address(host: str, port: int) -> str:
    """Return the address of the participants' page, which answers at ``host``, an address or a name.

    What is shown to those who join, and drawn as a code, has the door's words besides: ``door.open_with_words``.
    """
    return f"http://{f'[{host}]' if ':' in host else host}:{port}/"


def read_join_address() -> str:
    """Return the address phones open now, ``""`` if nobody told one or nobody could come in by it."""
    told = os.environ.get(JOIN_VARIABLE, "")
    file = os.environ.get(JOIN_FILE_VARIABLE)
    if not file:
        return told
    try:
        with Path(file).open(encoding="utf-8") as kept:
            return kept.read(_LONGEST).strip() or told
    except (OSError, ValueError):
        return told


def read_ways() -> WaysIn:
    """Return the ways in as whoever serves last saw them; none where nobody tells."""
    file = os.environ.get(WAYS_FILE_VARIABLE)
    try:
        with Path(file or "").open(encoding="utf-8") as kept:
            return cast("WaysIn", {**_NO_WAYS, **json.loads(kept.read(_MOST))})
    except (OSError, ValueError, TypeError):
        return _NO_WAYS


def write_wanted(identifier: str) -> None:
    """Ask whoever serves to show another way in.

    Raises
    ------
    InvalidEntry
        ``network-gone``, or ``network-unusable`` for one that phones cannot come in by.
    StoreUnavailable
        The wish cannot be written down.

    """
    check_usable({one["id"]: (one["name"], one["usable"]) for one in read_ways()["networks"]}, identifier)
    file = Path(os.environ[WAYS_FILE_VARIABLE] + WANTED)
    try:
        replace_file(file, identifier)
    except OSError as error:
        raise StoreUnavailable("folder-read-only", folder=str(file.parent)) from error


def read_wanted(file: Path) -> str:
    """Return the way in that a page asked for since the last look, and take the wish away; ``""`` without one."""
    taken = file.with_name(f"{file.name}.{uuid4().hex[:8]}.new")
    try:
        file.replace(taken)  # taken as a whole: what another page wishes from now on is a wish of its own
    except OSError:
        return ""
    try:
        return taken.read_text(encoding="utf-8")[:_LONGEST]
    except (OSError, ValueError):
        return ""
    finally:
        with suppress(OSError):
            taken.unlink()


def replace_file(file: Path, text: str) -> None:
    """Write a file whole or not at all, since others read it at any moment, and others write it; raises ``OSError``."""
    draft = file.with_name(f"{file.name}.{uuid4().hex[:8]}.new")
    try:
        draft.write_text(text, encoding="utf-8")
        draft.replace(file)
    except OSError:
        with suppress(OSError):
            draft.unlink()
        raise


def check_usable(known: Mapping[str, tuple[str, bool]], identifier: str) -> None:
    """Raise ``InvalidEntry`` unless phones can come in by a network, ``known`` by ids with names."""
    if identifier not in known:
        raise InvalidEntry("network-gone")
    name, usable = known[identifier]
    if not usable:
        raise InvalidEntry("network-unusable", name=name)


class FollowsJoinAddress(LiveWorkshop):
    """A window whose pages show how to join: it announces another address as a change of the kind ``JOIN``."""

    def _forget(self) -> None:
        super()._forget()
        self._join = self._read_joining()

    def _read_joining(self) -> Any:
        """Return what is to be noticed when it changes."""
        return read_join_address(), read_words(), is_door_stuck()

    def follow_once(self) -> Sequence[Change]:
        """Hand on the changes since the last look, and another address to join by."""
        changes = super().follow_once()
        joining = self._read_joining()
        if joining != self._join:
            self._join = joining
            self._announce(JOIN)
        return changes
