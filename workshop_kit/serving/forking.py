"""Fork server of a page (prefork, "zygote"): every visitor is a copy of the finished page.

The process holds no socket when it forks. When it dies, whatever the cause, its copies die.
"""

from __future__ import annotations

import contextlib
import gc
import logging
import os
import select
import signal
import sys
import threading
import time
from functools import partial
from typing import Final, NoReturn

from workshop_kit.serving.copying import Copier  # type: ignore[attr-defined,unused-ignore]  # Windows has none
from workshop_kit.serving.heap import fill_holes, fill_pools
from workshop_kit.serving.pipe import Reports, Request, Requests
from workshop_kit.serving.visiting import become_kernel

assert sys.platform != "win32", "there, nothing forks: see sources.choose_mode"

#: Seconds that copies have to end by themselves once the server is gone.
GRACE: Final = 0.7

_log = logging.getLogger(__name__)


class _Forks(Copier):
    """The kernels alive, by visit."""

    def __init__(self, requests: Requests, reports: Reports) -> None:
        super().__init__(requests.descriptor)
        self._requests = requests
        self._reports = reports
        self._life = os.pipe()

    def answer(self) -> bool:
        """Begin visits and pass signals on."""
        while True:
            request = self._requests.next()
            if request is None:
                return False
            if "signal" in request:
                self._signal(request["visit"], request["signal"])
            else:
                self.copy(request["visit"], partial(self._become, request))
            if not self._requests.has_line():
                return True

    def tell_end(self, number: int, status: int) -> None:
        """Report the end of a kernel."""
        with contextlib.suppress(OSError):  # the server is gone: there is nobody to tell
            self._reports.send({"visit": number, "ended": status})

    def _become(self, request: Request) -> NoReturn:
        for descriptor in (self._requests.descriptor, self._life[1]):
            os.close(descriptor)
        gc.enable()
        become_kernel(request, self._reports, self._life[0])

    def _signal(self, visit: int, number: int) -> None:
        pid = self._pids.get(visit)
        if pid is not None:  # not reaped yet: the number is still its own
            try:
                os.killpg(pid, number)
            except ProcessLookupError:  # forked a moment ago, not yet the leader of its group
                os.kill(pid, number)

    def end_all(self) -> None:
        """Ask every copy to end, end those that do not, and reap them all."""
        for number, patience in ((signal.SIGTERM, GRACE), (signal.SIGKILL, GRACE)):
            for visit in self._pids:
                self._signal(visit, number)
            until = time.monotonic() + patience
            while self._pids and time.monotonic() < until:
                select.select([self._wakeup[0]], [], [], max(0.0, until - time.monotonic()))
                with contextlib.suppress(BlockingIOError):
                    os.read(self._wakeup[0], 4096)
                self.reap()


def serve_forks(requests: Requests, reports: Reports) -> NoReturn:
    """Fork a copy of this finished page for each visit until the server is gone."""
    if threading.active_count() > 1:
        _log.warning("the page started threads; its copies will not have them")
    for stream in (sys.stdout, sys.stderr):
        stream.flush()
    gc.disable()
    gc.collect()
    gc.freeze()
    fill_pools()
    fill_holes()
    forks = _Forks(requests, reports)
    forks.serve()
    forks.end_all()
    os._exit(0)
