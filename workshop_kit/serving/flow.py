"""Token bucket of one connection: how fast it may speak. A page is never held up, a flood is read slowly."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final

#: Messages a second that a connection may go on sending, and how many it may send at once after a rest.
A_SECOND: Final = 40.0
AT_ONCE: Final = 200.0
#: Bytes that count as one more message.
WEIGHT: Final = 16_384
#: The longest pause before the next message is read, in seconds.
LONGEST_PAUSE: Final = 5.0


class Flow:
    """Token bucket, a store of messages that fills up with time and is emptied by what is sent.

    Parameters
    ----------
    weight
        Bytes that count as one more message.
    clock
        Seconds, always growing.

    """

    def __init__(self, clock: Callable[[], float] = time.monotonic, weight: int = WEIGHT) -> None:
        self._weight = weight
        self._clock = clock
        self._left = AT_ONCE
        self._since = clock()

    def take(self, size: int) -> float:
        """Count a message of ``size`` bytes; return the seconds to wait before the next is read."""
        now = self._clock()
        self._left = min(AT_ONCE, self._left + (now - self._since) * A_SECOND)
        self._since = now
        self._left -= 1 + size / self._weight
        return min(max(0.0, -self._left / A_SECOND), LONGEST_PAUSE)
