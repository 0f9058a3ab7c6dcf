"""The arrivals at the door (*access reports*): another device asked for a page, whatever it was answered."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from typing import Any, Final, Literal

from workshop_kit.serving.origins import Origin, find_origin

#: How a device was answered: its page (or that it comes), that no seat is free, that the door asks for its words or is
#: closed to it, that it asks too fast.
Answered = Literal["page", "full", "door", "closed", "slow"]
#: Seconds for which the same answer to the same address is not told again.
AGAIN_AFTER: Final = 3.0
#: As many are told within that time: more devices at once are no news.
AT_MOST: Final = 256


class Arrivals:
    """Tells whoever started the server that another device reached it, even where it was not let in.

    Parameters
    ----------
    tell
        Takes the report; nothing of the device's own address is in it.
    origin, clock
        Find where an address belongs, and tell seconds that never go back.

    """

    def __init__(
        self,
        tell: Callable[[Mapping[str, Any]], None],
        *,
        origin: Callable[[str], Origin] = find_origin,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._tell, self._origin, self._clock = tell, origin, clock
        self._told: dict[tuple[str, Answered], float] = {}

    def note(self, address: str, answered: Answered) -> None:
        """Note that a page was asked for from ``address``."""
        now = self._clock()
        if now - self._told.get((address, answered), -AGAIN_AFTER) < AGAIN_AFTER:
            return
        self._told = {key: at for key, at in self._told.items() if now - at < AGAIN_AFTER}
        if len(self._told) >= AT_MOST:
            return
        self._told[address, answered] = now
        origin = self._origin(address)
        if origin.kind == "network":
            self._tell({"arrival": {"answered": answered, "way": origin.way}})
