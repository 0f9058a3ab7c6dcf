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
import signal
import socket
import sys
from functools import partial
from typing import Any, Final, NoReturn

from workshop_kit.serving import lifeline, making
from workshop_kit.serving.copying import Copier  # type: ignore[attr-defined,unused-ignore]  # Windows has none
from workshop_kit.serving.pipe import LONGEST

assert sys.platform != "win32", "there, nothing forks"

_NUMBERED: Final = "page"


class _Nursery(Copier):
    """The pages alive, by number."""

    def __init__(self, requests: socket.socket) -> None:
        super().__init__(requests.fileno())
        self._requests = requests

    def answer(self) -> bool:
        """Start a page, or pass a signal on."""
        word, descriptors, _, _ = socket.recv_fds(self._requests, LONGEST, 2)
        if not word:
            return False
        request: dict[str, Any] = json.loads(word)
        number = request[_NUMBERED]
        if "signal" in request:
            self._signal(number, request["signal"])
            return True
        pid = self.copy(number, partial(self._become, request["environment"], descriptors))
        for descriptor in descriptors:
            os.close(descriptor)
        if pid is not None:
            self._report(number, pid=pid)
        return True

    def tell_end(self, number: int, status: int) -> None:
        """Report the end of a page."""
        self._report(number, ended=status)

    def _become(self, environment: dict[str, str], descriptors: list[int]) -> NoReturn:
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        self._requests.close()
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
