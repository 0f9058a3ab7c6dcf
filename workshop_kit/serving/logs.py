"""Log quota of a server: so many lines a minute, each of a bounded length, whoever causes them."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from typing import Final

#: Records a minute; beyond, they are counted.
A_MINUTE: Final = 120
#: Letters of one record with its traceback; the middle of a longer one is left out.
LONGEST: Final = 8_000
FORM: Final = "%(asctime)s %(levelname)s %(name)s: %(message)s"

_log = logging.getLogger(__name__)


class MinuteQuota(logging.Filter):
    """Log quota of each minute; what was left out is said in the next."""

    def __init__(self, a_minute: int = A_MINUTE, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._a_minute, self._clock = a_minute, clock
        self._minute, self._written, self._left_out = 0, 0, 0

    def filter(self, record: logging.LogRecord) -> bool:
        """Count a record; tell whether it is written."""
        minute = int(self._clock() // 60)
        if minute != self._minute:
            left_out, self._left_out = self._left_out, 0
            self._minute, self._written = minute, 0
            if left_out:
                _log.warning("lines left out of this log: %d", left_out)
        self._written += 1
        if self._written <= self._a_minute:
            return True
        self._left_out += 1
        return False


class ShortForm(logging.Formatter):
    """Log form that writes at most so much of one record."""

    def format(self, record: logging.LogRecord) -> str:
        """Return what is written."""
        text = super().format(record)
        return text if len(text) <= LONGEST else f"{text[: LONGEST // 2]} … {text[-LONGEST // 2 :]}"


def open_log() -> None:
    """Write what this process has to say to standard error, within the quota."""
    handler = logging.StreamHandler()
    handler.setFormatter(ShortForm(FORM))
    handler.addFilter(MinuteQuota())
    logging.basicConfig(level=logging.WARNING, handlers=[handler])
