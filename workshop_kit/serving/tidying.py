"""Idle housekeeping, giving memory back: what a room took while it was full is returned once everybody has left."""

from __future__ import annotations

import ctypes
import gc
import sys
from collections.abc import Callable


def keep_what_is_loaded() -> None:
    """Keep the collector away from what was loaded, which stays.

    It looks at everything only once what is new has grown to a quarter of what is old: a whole room could come and
    go before it frees the visits, whose connections and handlers refer to one another.
    """
    gc.collect()
    gc.freeze()


def give_memory_back() -> None:
    """Free what nobody refers to any more, and return the empty pages to the system.

    glibc keeps freed pages for itself until it is asked; other systems' allocators return them unasked.
    """
    gc.collect()
    if sys.platform == "linux":
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)  # musl has none
        if trim is not None:
            trim(0)


class Tidying:
    """Idle housekeeping: gives memory back each time the last visitor has left.

    Parameters
    ----------
    tidy
        What gives it back.

    """

    def __init__(self, tidy: Callable[[], None] = give_memory_back) -> None:
        self._tidy = tidy
        self._was_busy = False

    def notice(self, visits: int) -> None:
        """Take note of how many visits there are now."""
        if visits == 0 and self._was_busy:
            self._tidy()
        self._was_busy = visits > 0
