"""Fork server of a page (prefork, "zygote"): every visitor is a copy of the finished page.

Besides the nursery, the only module that forks. The process is single-threaded and holds no socket when it forks. It
alone starts, signals and reaps the copies, so that a signal can never reach a stranger that inherited a number. When it
dies, whatever the cause, its copies die.
"""

from __future__ import annotations

import contextlib
import gc
import logging
import os
import select
import selectors
import signal
import sys
import threading
import time
import traceback
from typing import Final, NoReturn

from workshop_kit.serving import lifeline
from workshop_kit.serving.heap import fill_holes, fill_pools
from workshop_kit.serving.pipe import Reports, Request, Requests
from workshop_kit.serving.visiting import become_kernel

assert sys.platform != "win32", "there, nothing forks: see sources.choose_mode"

#: Seconds that copies have to end by themselves once the server is gone.
GRACE: Final = 0.7

_log = logging.getLogger(__name__)


class _Forks:
    """The copies alive, and what they taught us to import beforehand."""

    def __init__(self, requests: Requests, reports: Reports) -> None:
        self._requests = requests
        self._reports = reports
        self._pids: dict[int, int] = {}
        self._life = os.pipe()
        self._wakeup = os.pipe()
        for end in self._wakeup:
            os.set_blocking(end, False)

    def serve(self) -> None:
        """Answer requests until the server is gone."""
        signal.signal(signal.SIGCHLD, lambda *_: None)
        signal.set_wakeup_fd(self._wakeup[1], warn_on_full_buffer=False)
        with selectors.DefaultSelector() as selector:
            selector.register(self._requests.descriptor, selectors.EVENT_READ)
            selector.register(self._wakeup[0], selectors.EVENT_READ)
            while True:
                ready = {key.fd for key, _ in selector.select()}
                if self._wakeup[0] in ready:
                    os.read(self._wakeup[0], 4096)
                    self._reap()
                if self._requests.descriptor in ready and not self._answer(selector):
                    break
        self._end_all()

    def _answer(self, selector: selectors.BaseSelector) -> bool:
        while True:
            request = self._requests.next()
            if request is None:
                return False
            if "signal" in request:
                self._signal(request["visit"], request["signal"])
            else:
                self._start(request, selector)
            if not self._requests.has_line():
                return True

    def _start(self, request: Request, selector: selectors.BaseSelector) -> None:
        parent = os.getpid()
        pid = os.fork()
        if pid == 0:
            try:
                self._become(request, parent, selector)
            except BaseException:  # nothing above may run in the copy
                traceback.print_exc()
            finally:
                os._exit(70)
        self._pids[request["visit"]] = pid

    def _become(self, request: Request, parent: int, selector: selectors.BaseSelector) -> NoReturn:
        os.setsid()
        lifeline.die_with_parent(parent)
        signal.set_wakeup_fd(-1)  # what answers the end of a child may stay: a kernel has none
        selector.close()
        for descriptor in (self._requests.descriptor, self._life[1], *self._wakeup):
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

    def _end_all(self) -> None:
        """Ask every copy to end, end those that do not, and reap them all."""
        for number, patience in ((signal.SIGTERM, GRACE), (signal.SIGKILL, GRACE)):
            for visit in self._pids:
                self._signal(visit, number)
            until = time.monotonic() + patience
            while self._pids and time.monotonic() < until:
                select.select([self._wakeup[0]], [], [], max(0.0, until - time.monotonic()))
                with contextlib.suppress(BlockingIOError):
                    os.read(self._wakeup[0], 4096)
                self._reap()

    def _reap(self) -> None:
        for visit, pid in list(self._pids.items()):
            found, status = os.waitpid(pid, os.WNOHANG)
            if found:
                del self._pids[visit]
                with contextlib.suppress(OSError):  # the server is gone: there is nobody to tell
                    self._reports.send({"visit": visit, "ended": os.waitstatus_to_exitcode(status)})


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
    _Forks(requests, reports).serve()
    os._exit(0)
