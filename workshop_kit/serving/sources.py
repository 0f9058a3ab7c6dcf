"""Process pools, three ways to have kernels: copies of a finished page, processes started ahead, a process a visit."""

from __future__ import annotations

import asyncio
import sys
from collections import deque
from collections.abc import Callable, Mapping
from typing import Final

from workshop_kit.environment import PORTABLE_VARIABLE, is_on
from workshop_kit.errors import CannotServe
from workshop_kit.serving.config import KernelMode
from workshop_kit.serving.pages import (
    FinishedPage,
    KernelProcess,
    KernelSource,
    Launch,
    PageProcess,
    PageRequest,
    start_page,
)

#: Page processes that may run their cells at the same time.
AT_ONCE: Final = 3
#: Visits at once from which on it pays to rehearse a page again and again, 4 ms each.
CROWD: Final = 10
#: CPython rewrites code during its first calls, into the code itself: each copy of the page would copy it for that.
REHEARSALS_OF_A_CROWD: Final = 20


def choose_mode(wanted: KernelMode, platform: str = sys.platform) -> KernelMode:
    """Return the mode to use: ``auto`` forks where it is safe, on Linux, and starts kernels ahead elsewhere."""
    if wanted is KernelMode.FORK and platform == "win32":
        raise CannotServe("no-fork")
    if wanted is not KernelMode.AUTO:
        return wanted
    return KernelMode.FORK if platform == "linux" and not is_on(PORTABLE_VARIABLE) else KernelMode.PREHEAT


class ForkSource:
    """Every visit is a fork of the finished page.

    Parameters
    ----------
    request
        The page.
    expected
        Visits at once: where they are many, the page is rehearsed until they write into as little as they can.
    launch
        What starts the page's process.

    """

    def __init__(self, request: PageRequest, expected: int, launch: Launch = start_page) -> None:
        self._request = request
        self._launch = launch
        self._rehearsals = REHEARSALS_OF_A_CROWD if expected >= CROWD else 1
        self._opening: asyncio.Task[None] | None = None
        self._server: PageProcess

    async def open(self) -> None:
        """Start the fork server."""
        self._server = await PageProcess.start(
            self._request, forks=True, rehearsals=self._rehearsals, launch=self._launch
        )
        self.page: FinishedPage = self._server.page

    async def start(self, connection: dict[str, str], environment: Mapping[str, str]) -> KernelProcess:
        """Fork; a fork server that died is started again, once for all who come meanwhile."""
        if self._server.ended.done():
            if self._opening is None or self._opening.done():
                self._opening = asyncio.get_running_loop().create_task(self.open())
            await asyncio.shield(self._opening)  # who goes away meanwhile ends it for nobody else
        return self._server.begin(connection, environment)

    async def close(self) -> None:
        """End the fork server and every copy."""
        if self._opening is not None:
            self._opening.cancel()
            await asyncio.gather(self._opening, return_exceptions=True)
        await self._server.close()


class ProcessSource:
    """Every visit is a page process of its own; some may be started ahead.

    Parameters
    ----------
    request
        The page.
    ahead
        How many processes to have, waiting or taken; once they are all taken, and for 0, each starts when its
        visitor comes.
    progress
        Called with the number of processes ready, as they become so.

    """

    def __init__(self, request: PageRequest, ahead: int, progress: Callable[[int], None] | None = None) -> None:
        self._request = request
        self._ahead = ahead
        self._progress = progress
        self._limit = asyncio.Semaphore(AT_ONCE)
        self._waiting: deque[asyncio.Task[PageProcess]] = deque()
        self._all: set[PageProcess] = set()
        self._closed = False

    async def open(self) -> None:
        """Start the processes and wait until they are finished; without any ahead, make the page once to know it."""
        first = await self._make()
        self.page: FinishedPage = first.page
        self._waiting.append(_done(first))
        self._refill()
        for number, task in enumerate(list(self._waiting), start=1):
            await task
            if self._progress is not None:
                self._progress(number)

    async def start(self, connection: dict[str, str], environment: Mapping[str, str]) -> KernelProcess:
        """Give the visit a waiting process, or start one."""
        if self._waiting:
            ready = next((task for task in self._waiting if task.done()), self._waiting[0])
            self._waiting.remove(ready)
            process = await ready
        else:
            process = await self._make()
        self._refill()
        return process.begin(connection, environment)

    async def close(self) -> None:
        """End every process."""
        self._closed = True
        for task in self._waiting:
            task.cancel()
        await asyncio.gather(*self._waiting, return_exceptions=True)
        await asyncio.gather(*(process.close() for process in list(self._all)))

    def _refill(self) -> None:
        taken = sum(1 for process in self._all if process.is_taken)
        while taken + len(self._waiting) < self._ahead:
            self._waiting.append(asyncio.get_running_loop().create_task(self._make()))

    async def _make(self) -> PageProcess:
        async with self._limit:
            process = await PageProcess.start(self._request, forks=False, rehearsals=min(self._ahead, 1))
        self._all.add(process)
        process.ended.add_done_callback(lambda _: self._forget(process))
        return process

    def _forget(self, process: PageProcess) -> None:
        self._all.discard(process)
        if not self._closed:
            self._refill()


async def open_source(
    mode: KernelMode,
    request: PageRequest,
    ahead: int,
    progress: Callable[[int], None] | None = None,
    launch: Launch = start_page,
) -> KernelSource:
    """Finish the page and return where its kernels come from."""
    chosen = choose_mode(mode)
    source: ForkSource | ProcessSource
    if chosen is KernelMode.FORK:
        source = ForkSource(request, ahead, launch)
    else:
        source = ProcessSource(request, ahead if chosen is KernelMode.PREHEAT else 0, progress)
    await source.open()
    return source


def _done(process: PageProcess) -> asyncio.Task[PageProcess]:
    async def give() -> PageProcess:
        return process

    return asyncio.get_running_loop().create_task(give())
