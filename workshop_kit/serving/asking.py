"""Token bucket of a kernel: how often all its widgets' states are told. A page asks once as it comes, or comes back."""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import Callable
from typing import Any, Final

#: Tellings at once, and seconds until there may be one more.
AT_ONCE: Final = 8
AGAIN_AFTER: Final = 1.0
#: Questions that wait for their turn; beyond, the oldest is forgotten: whoever asked it has asked again since.
WAITING_AT_MOST: Final = 8
#: What asks for states.
METHODS: Final = ("request_states", "request_state")

Later = Callable[[float, Callable[[], None]], asyncio.TimerHandle]


def asks_states(kind: str, content: Any) -> bool:
    """Tell whether a message asks for widgets' states, or which there are."""
    if kind == "comm_info_request":
        return True
    if kind != "comm_msg" or not isinstance(content, dict):
        return False
    data = content.get("data")
    return isinstance(data, dict) and data.get("method") in METHODS


class Tellings:
    """Token bucket, a store of tellings that fills up with time; what comes too fast waits for its turn, in order.

    Parameters
    ----------
    later, clock
        What calls something after some seconds, and seconds, always growing; for tests.

    """

    def __init__(self, later: Later | None = None, clock: Callable[[], float] = time.monotonic) -> None:
        self._later = later or (lambda seconds, act: asyncio.get_running_loop().call_later(seconds, act))
        self._clock = clock
        self._left, self._since = float(AT_ONCE), clock()
        self._waiting: deque[Callable[[], None]] = deque(maxlen=WAITING_AT_MOST)
        self._timer: asyncio.TimerHandle | None = None

    def ask(self, tell: Callable[[], None]) -> None:
        """Tell now, or when its turn has come."""
        self._fill()
        if self._timer is None and self._left >= 1:
            self._left -= 1
            tell()
            return
        self._waiting.append(tell)
        if self._timer is None:
            self._come_again()

    def close(self) -> None:
        """Tell nothing more."""
        self._waiting.clear()
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _fill(self) -> None:
        now = self._clock()
        self._left = min(float(AT_ONCE), self._left + (now - self._since) / AGAIN_AFTER)
        self._since = now

    def _come_again(self) -> None:
        self._timer = self._later(max(0.0, 1 - self._left) * AGAIN_AFTER, self._serve)

    def _serve(self) -> None:
        self._fill()
        self._left = max(0.0, self._left - 1)
        tell = self._waiting.popleft()
        self._timer = None
        if self._waiting:
            self._come_again()
        tell()
