"""A token bucket: how fast one page is answered, so that a phone that asks without end takes no time from the others.

What is refused costs as much as what is kept, so everything that is asked counts. Whoever taps as fast as they can for
half a minute meets nothing of it.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final

from workshop_kit.widgets.pace import Later, call_later

#: Intentions that a page may send at once: a phone that was away sends all that it kept.
AT_ONCE: Final = 20
#: Intentions a second that it may go on with.
A_SECOND: Final = 4.0
#: Intentions that wait for their turn; a phone's own outbox holds fewer.
WAITING_AT_MOST: Final = 60


class Bucket:
    """A token bucket: what comes too fast waits for its turn, in order, and nothing of it is lost.

    Parameters
    ----------
    clock, later
        A clock that never goes back, in seconds, and what calls something after some seconds; for tests.

    """

    def __init__(self, clock: Callable[[], float] | None = None, later: Later | None = None) -> None:
        self._clock = clock or time.monotonic
        self._later = later or call_later
        self._left = float(AT_ONCE)
        self._filled_at = self._clock()
        self._waiting: dict[str, Callable[[], None]] = {}

    def ask(self, name: str, act: Callable[[], None]) -> bool:
        """Act now, or when one's turn has come; tell whether it will. What waits under its name waits once."""
        if name in self._waiting:
            return True
        self._fill()
        if not self._waiting and self._left >= 1:
            self._left -= 1
            act()
            return True
        if len(self._waiting) >= WAITING_AT_MOST:
            return False
        self._waiting[name] = act
        if len(self._waiting) == 1:
            self._come_again()
        return True

    def _fill(self) -> None:
        now = self._clock()
        self._left = min(float(AT_ONCE), self._left + (now - self._filled_at) * A_SECOND)
        self._filled_at = now

    def _come_again(self) -> None:
        self._later(max(0.0, 1 - self._left) / A_SECOND, self._serve)

    def _serve(self) -> None:
        self._fill()
        self._left = max(0.0, self._left - 1)
        name = next(iter(self._waiting))
        act = self._waiting.pop(name)
        try:
            act()
        finally:
            if self._waiting:
                self._come_again()
