"""A throttle: how often a panel that many people change at once is drawn again."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable

from workshop_kit.live.contract.showing import DRAW_EVERY

Later = Callable[[float, Callable[[], None]], None]


class Pace:
    """A throttle: draws at once when rested, else once at the end of the pause, however often asked; nothing queues.

    Parameters
    ----------
    draw
        What draws.
    every
        Seconds between two drawings at least.
    clock
        A clock that never goes back, in seconds.
    later
        Calls something after some seconds.

    """

    def __init__(
        self,
        draw: Callable[[], None],
        every: float = DRAW_EVERY,
        clock: Callable[[], float] | None = None,
        later: Later | None = None,
    ) -> None:
        self._draw = draw
        self._every = every
        self._clock = clock or time.monotonic
        self._later = later or call_later
        self._rested_at = float("-inf")
        self._waiting = False

    def ask(self) -> None:
        """Draw soon: now, or when the pause since the last drawing is over."""
        if self._waiting:
            return
        pause = self._rested_at - self._clock()
        if pause <= 0:
            self._draw_now()
        else:
            self._waiting = True
            self._later(pause, self._draw_now)

    def _draw_now(self) -> None:
        self._waiting = False
        self._rested_at = self._clock() + self._every
        self._draw()


def call_later(seconds: float, callback: Callable[[], None]) -> None:
    """Call something after some seconds, by the loop of the page."""
    try:
        asyncio.get_running_loop().call_later(seconds, callback)
    except RuntimeError:  # a plain script has no loop to come back to it: better drawn too often than never
        callback()
