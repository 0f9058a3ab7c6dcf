"""Entry point of a nursery: load the modules that are named, then fork a page process for each that is asked for.

Started by the server as ``python -m workshop_kit.serving.nursery_process MODULE…``; ``nursery`` says what is asked and
answered, over the socket that is its standard input. What modules print goes nowhere, what fails to standard error.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import json
import os
import selectors
import signal
import socket
import sys
import traceback
from typing import Any, Final, NoReturn

from workshop_kit.serving import lifeline, making
from workshop_kit.serving.pipe import LONGEST

assert sys.platform != "win32", "there, nothing forks"

_NUMBERED: Final = "page"


class _Nursery:
    """The pages alive, by number."""

    def __init__(self, requests: socket.socket) -> None:
        self._requests = requests
        self._pids: dict[int, int] = {}
        self._wakeup = os.pipe()
        for end in self._wakeup:
            os.set_blocking(end, False)

    def serve(self) -> None:
        """Answer until the server is gone."""
        signal.signal(signal.SIGCHLD, lambda *_: None)
        signal.set_wakeup_fd(self._wakeup[1], warn_on_full_buffer=False)
        with selectors.DefaultSelector() as selector:
            selector.register(self._requests, selectors.EVENT_READ)
            selector.register(self._wakeup[0], selectors.EVENT_READ)
            while True:
                ready = {key.fd for key, _ in selector.select()}
                if self._wakeup[0] in ready:
                    os.read(self._wakeup[0], 4096)
                    self._reap()
                if self._requests.fileno() in ready and not self._answer(selector):
                    return

    def _answer(self, selector: selectors.BaseSelector) -> bool:
        word, descriptors, _, _ = socket.recv_fds(self._requests, LONGEST, 2)
        if not word:
            return False
        request: dict[str, Any] = json.loads(word)
        if "signal" in request:
            self._signal(request[_NUMBERED], request["signal"])
        else:
            self._start(request, descriptors, selector)
        return True

    def _start(self, request: dict[str, Any], descriptors: list[int], selector: selectors.BaseSelector) -> None:
        parent = os.getpid()
        pid = os.fork()
        if pid == 0:
            try:
                selector.close()
                self._become(request["environment"], descriptors, parent)
            except BaseException:  # nothing above may run in the page
                traceback.print_exc()
            finally:
                os._exit(70)
        for descriptor in descriptors:
            os.close(descriptor)
        self._pids[request[_NUMBERED]] = pid
        self._report(request[_NUMBERED], pid=pid)

    def _become(self, environment: dict[str, str], descriptors: list[int], parent: int) -> NoReturn:
        os.setsid()
        lifeline.die_with_parent(parent)
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        self._requests.close()
        for descriptor in self._wakeup:
            os.close(descriptor)
        for standard, descriptor in enumerate(descriptors):
            os.dup2(descriptor, standard)
            os.close(descriptor)
        os.environ.clear()
        os.environ.update(environment)
        making.serve_page()
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
        os._exit(0)

    def _signal(self, number: int, what: int) -> None:
        pid = self._pids.get(number)
        if pid is not None:  # not reaped yet: the number is still its own
            os.kill(pid, what)

    def _reap(self) -> None:
        for number, pid in list(self._pids.items()):
            found, status = os.waitpid(pid, os.WNOHANG)
            if found:
                del self._pids[number]
                self._report(number, ended=os.waitstatus_to_exitcode(status))

    def _report(self, number: int, **told: int) -> None:
        with contextlib.suppress(OSError):  # the server is gone: there is nobody to tell
            self._requests.send(json.dumps({_NUMBERED: number, **told}).encode())


def load(modules: list[str]) -> None:
    """Import modules, and what every page's process needs; what fails here fails in the page, where it is said."""
    for module in ("ipywidgets", *modules):
        with contextlib.suppress(Exception):
            importlib.import_module(module)
    gc.collect()
    gc.freeze()


def main() -> None:
    """Load, and answer until the server is gone."""
    lifeline.die_with_parent(os.getppid())
    requests = socket.socket(fileno=os.dup(0))
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    load(sys.argv[1:])
    _Nursery(requests).serve()
    os._exit(0)


if __name__ == "__main__":
    main()
