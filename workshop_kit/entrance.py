"""The entrance of a room, as a folder of small files between whoever serves it and the pages that look after it.

The server writes down how it stands, in numbers; a page writes down the words of the door, and leaves orders. No
address and no name is in any of them. Each is written whole or not at all, since the other side reads it any moment.
"""

from __future__ import annotations

import json
import re
import time
import unicodedata
import uuid
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final, Literal, cast

#: The name of the folder, in the one where a server keeps its secrets.
ENTRANCE_FOLDER: Final = "entrance"
_CODE: Final = "code"
_STANDING: Final = "standing"
_ORDERS: Final = "orders"
_LONGEST: Final = 100_000
_LONGEST_CODE: Final = 200
_ORDERS_AT_ONCE: Final = 50
#: Seconds after which a server that wrote nothing is taken for gone.
SILENT_AFTER: Final = 15.0

#: To whom the door is closed: nobody, those of a device who did not join, all of them.
Closed = Literal["", "newcomers", "everybody"]


@dataclass(frozen=True)
class Device:
    """A device that holds more than a few seats.

    Attributes
    ----------
    id
        A name by chance, good until the server ends.
    seats, kept
        The seats it holds, and those of them that somebody joined from.
    since
        When it took the first of them, in seconds since 1970.
    mixed
        Whether these are several kinds of device at one address: a router may stand before them.
    beside
        The seats that others at the same address hold, who are not meant.
    whole
        Whether everybody who joined is among them: the door is then never closed to all of them.
    closed
        To whom of it the door is closed.

    """

    id: str
    seats: int
    kept: int
    since: float
    mixed: bool
    beside: int
    whole: bool
    closed: Closed


@dataclass(frozen=True)
class Standing:
    """How an entrance stands.

    Attributes
    ----------
    seats, taken, kept
        The seats there are, those that are taken, and those that somebody joined from.
    devices
        How many devices hold them.
    waiting
        How many wait for a seat.
    slowed, turned
        How often, in the last five minutes, somebody was told to wait a moment, and was turned away at the door.
    full
        Whether no seat is free.
    crowds
        The devices that hold more than a few, or whose door is closed.

    """

    seats: int
    taken: int = 0
    kept: int = 0
    devices: int = 0
    waiting: int = 0
    slowed: int = 0
    turned: int = 0
    full: bool = False
    crowds: tuple[Device, ...] = ()


def fold_code(code: str) -> str:
    """Return a door's code as it is compared: letters alone, without case, accents, spaces or hyphens."""
    plain = unicodedata.normalize("NFKD", code[:_LONGEST_CODE]).casefold()
    return re.sub(r"[^a-z]", "", plain)


def read_code(folder: Path) -> str:
    """Return the words of the door, ``""`` while it asks for none, or for some that cannot be read."""
    return _read(folder / _CODE)[:_LONGEST_CODE].strip()


def asks_code(folder: Path) -> bool:
    """Tell whether the door asks for words; where that cannot be told, it does: a broken lock opens no door."""
    try:
        (folder / _CODE).lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        return True
    return True


def is_stuck(folder: Path) -> bool:
    """Tell whether the door asks for words that nobody can say, since they cannot be read any more."""
    return asks_code(folder) and not fold_code(read_code(folder))


def write_code(folder: Path, code: str) -> None:
    """Have the door ask for ``code`` from now on, for nothing if it is empty; raises ``OSError``."""
    if code:
        _replace(folder / _CODE, code)
    else:
        (folder / _CODE).unlink(missing_ok=True)


def read_standing(folder: Path) -> Standing | None:
    """Return how the entrance stands, ``None`` where no server says so now."""
    file = folder / _STANDING
    try:
        if time.time() - file.stat().st_mtime > SILENT_AFTER:
            return None
        told: dict[str, Any] = json.loads(_read(file))
        return Standing(**{**told, "crowds": tuple(Device(**one) for one in told["crowds"])})
    except (OSError, ValueError, TypeError, KeyError):
        return None


def write_standing(folder: Path, standing: Standing) -> None:
    """Write down how the entrance stands; raises ``OSError``."""
    _replace(folder / _STANDING, json.dumps(asdict(standing)))


def leave_order(folder: Path, order: Mapping[str, Any]) -> None:
    """Leave an order for the server; raises ``OSError``."""
    orders = folder / _ORDERS
    orders.mkdir(parents=True, exist_ok=True)
    _replace(orders / f"{time.time_ns():020d}-{uuid.uuid4().hex}", json.dumps(order))


def take_orders(folder: Path) -> list[dict[str, Any]]:
    """Return the orders that were left, oldest first, and take them away."""
    taken: list[dict[str, Any]] = []
    try:
        files = sorted(one for one in (folder / _ORDERS).iterdir() if one.suffix != ".new")
    except OSError:
        return taken
    for file in files[:_ORDERS_AT_ONCE]:
        with suppress(ValueError):
            order = json.loads(_read(file) or "null")
            if isinstance(order, dict):
                taken.append(cast("dict[str, Any]", order))
        with suppress(OSError):
            file.unlink()
    return taken


def _read(file: Path) -> str:
    try:
        with file.open(encoding="utf-8") as kept:
            return kept.read(_LONGEST)
    except (OSError, ValueError):
        return ""


def _replace(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    draft = file.with_name(f"{file.name}.{uuid.uuid4().hex[:8]}.new")
    try:
        draft.write_text(text, encoding="utf-8")
        draft.replace(file)
    except OSError:
        draft.unlink(missing_ok=True)
        raise
