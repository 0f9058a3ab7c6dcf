"""Watchdog on a parent's death: the life of a process tied to another's, so that nothing is left behind.

Linux kills a child with its parent when told to; elsewhere the end of a pipe that the parent held tells it.
"""

from __future__ import annotations

import asyncio
import ctypes
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from typing import Any, Final

from workshop_kit.environment import PORTABLE_VARIABLE, is_on

_PR_SET_PDEATHSIG: Final = 1

# Loaded here, so that a forked process does not load anything.
_libc: Any = ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None


def die_with_parent(parent: int) -> None:
    """Have the kernel kill this process when ``parent``, who started it, dies; does nothing outside Linux.

    A parent that died before this call is noticed too.
    """
    if sys.platform != "linux" or is_on(PORTABLE_VARIABLE):
        return
    _libc.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)


def when_closed(
    descriptor: int, callback: Callable[[], None], on_word: Callable[[bytes], None] = lambda _word: None
) -> None:
    """Call ``callback`` on the running loop once nobody holds the other end of the pipe ``descriptor``.

    Whatever is written to it before is handed to ``on_word``, as it arrives.
    """
    loop = asyncio.get_running_loop()
    if sys.platform == "win32" or is_on(PORTABLE_VARIABLE):  # there, pipes cannot be polled
        threading.Thread(target=_wait_for_end, args=(descriptor, loop, callback, on_word), daemon=True).start()
        return

    def look() -> None:
        word = _read(descriptor)
        if word:
            on_word(word)
        else:
            loop.remove_reader(descriptor)
            callback()

    loop.add_reader(descriptor, look)


def _wait_for_end(
    descriptor: int,
    loop: asyncio.AbstractEventLoop,
    callback: Callable[[], None],
    on_word: Callable[[bytes], None],
) -> None:
    while word := _read(descriptor):
        loop.call_soon_threadsafe(on_word, word)
    loop.call_soon_threadsafe(callback)


def _read(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, 4096)
    except OSError:
        return b""


def own_group() -> dict[str, Any]:
    """Return what starts a child in a process group of its own: a Ctrl-C in the terminal is its parent's to handle."""
    if sys.platform == "win32":
        return {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP}
    return {"start_new_session": True}


def no_window() -> dict[str, Any]:
    """Return what keeps a system's own command from opening a black window on Windows, where we may have none."""
    if sys.platform == "win32":
        return {"creationflags": subprocess.CREATE_NO_WINDOW}
    return {}


def raise_descriptor_limit() -> int:
    """Let this process, and those it starts, open as many descriptors as the system allows; return the limit."""
    if sys.platform == "win32":
        return 2048
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = 65536 if hard == resource.RLIM_INFINITY else min(hard, 65536)
    if soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
    return max(soft, wanted)
