"""Access control at the entrance: the door's words, closed doors, and the orders of whoever looks after the room."""

from __future__ import annotations

import hmac
import logging
import os
import time
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from workshop_kit.entrance import (
    ENTRANCE_FOLDER,
    Standing,
    asks_code,
    fold_code,
    read_code,
    take_orders,
    write_standing,
)
from workshop_kit.serving.devices import Devices
from workshop_kit.serving.leases import Leases
from workshop_kit.serving.pacing import Pace, Recently
from workshop_kit.serving.seated import Seated

#: Seconds after which an entrance that stands as it stood says so again, or it would be taken for gone.
_SAY_AGAIN: Final = 5.0
#: Browsers remembered of those that somebody joined from.
_JOINED_AT_MOST: Final = 10_000

_log = logging.getLogger(__name__)


def name_agent(header: str) -> str:
    """Return a short name for what a browser calls itself."""
    return sha256(header[:500].encode()).hexdigest()[:16]


class Doorkeeper:
    """Who may come in, and how the entrance stands.

    Parameters
    ----------
    folder
        Where the server keeps its secrets.
    seats
        Of the room.
    leases, pace
        Its seats and its pace.
    release
        Ends a kernel; ``True`` where its page comes back once it is touched.

    """

    def __init__(
        self, folder: Path, seats: int, leases: Leases, pace: Pace, release: Callable[[str, bool], None]
    ) -> None:
        self._folder = folder / ENTRANCE_FOLDER
        self._seats, self._leases, self._pace, self._release = seats, leases, pace, release
        self.devices = Devices()
        self._turned = Recently()
        self._joined: dict[str, None] = {}
        self.seated = Seated(folder)
        self._told: Standing | None = None
        self._told_at = 0.0
        take_orders(self._folder)  # those of another day are not obeyed

    @property
    def asks_words(self) -> bool:
        """Whether newcomers must say the door's words: as it is now, since they change while it is served."""
        return asks_code(self._folder)

    def knows(self, words: str) -> bool:
        """Tell whether these are the door's words, however they are written."""
        expected = fold_code(read_code(self._folder))
        return bool(expected) and hmac.compare_digest(fold_code(words), expected)

    def note_joined(self, visitor: str) -> None:
        """Remember that somebody joined from a browser."""
        self.seated.add(visitor)
        self._joined[visitor] = None
        if len(self._joined) > _JOINED_AT_MOST:
            del self._joined[next(iter(self._joined))]

    def refuses(self, visitor: str | None, address: str, agent: str) -> bool:
        """Tell whether the door is closed to a browser."""
        joined = visitor in self._joined or visitor in self.seated
        refused = self.devices.refuses(visitor, address, name_agent(agent), joined=joined)
        if refused:
            self.note_turned()
        return refused

    def note_turned(self) -> None:
        """Count somebody who was turned away."""
        self._turned.note()

    def look(self, waiting: int) -> Standing:
        """Carry out what was asked for, and write down how the entrance stands."""
        for order in take_orders(self._folder):
            self._obey(order)
        self.seated.save()
        standing = Standing(
            seats=self._seats,
            taken=len(self._leases),
            kept=sum(1 for one in self._leases if one.kept),
            devices=self.devices.count(self._leases),
            waiting=waiting,
            slowed=self._pace.held_back.count(),
            turned=self._turned.count(),
            full=len(self._leases) >= self._seats,
            crowds=self.devices.list_crowds(self._leases),
        )
        self._tell(standing)
        return standing

    def let_go(self) -> None:
        """End every page that nobody joined from."""
        for kernel in self._leases.unkept():
            self._release(kernel, True)

    def _obey(self, order: dict[str, Any]) -> None:
        device = str(order.get("device", ""))
        if order.get("act") == "let-go":
            self.let_go()
        elif order.get("act") == "close":
            for kernel in self.devices.close(device, self._leases, everybody=order.get("everybody") is True):
                self._release(kernel, False)
        elif order.get("act") == "open":
            self.devices.open(device)

    def _tell(self, standing: Standing) -> None:
        now = time.monotonic()
        try:
            if standing != self._told:
                write_standing(self._folder, standing)
            elif now - self._told_at > _SAY_AGAIN:
                os.utime(self._folder / "standing")
            else:
                return
            self._told, self._told_at = standing, now
        except OSError as error:  # a full disk: the room goes on, its numbers are not shown
            if self._told is not None:
                _log.warning("how the entrance stands could not be written: %s", error.strerror)
            self._told = None
