"""Preloading (*fork server*): a process that has loaded what the pages of a server have in common, and forks a page.

Each page of a facilitator is a process that runs its cells. Started one by one, each would load the same libraries
anew: a second of a processor for each of eight pages. Here they are loaded once, and shared in memory.

The protocol, over a pair of sockets: requests with the two ends of a page's pipes, and reports, one JSON object each.

====================================================  =================================
request                                               report
====================================================  =================================
``{"page": n, "environment": {…}}``, two descriptors  ``{"page": n, "pid": p}``
``{"page": n, "signal": s}``                          ``{"page": n, "ended": status}``
====================================================  =================================
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import IO, Any

from workshop_kit.environment import PYTHON
from workshop_kit.serving import lifeline
from workshop_kit.serving.pages import PageChild, list_modules, start_page
from workshop_kit.serving.pipe import LONGEST

assert sys.platform != "win32", "there, nothing forks: see sources.choose_mode"


class Nursery:
    """A process that forks page processes.

    Parameters
    ----------
    notebooks
        The pages it is for: the modules of the kit that they import are loaded.
    environment
        The environment in which they are loaded.

    """

    def __init__(self, notebooks: Iterable[Path], environment: Mapping[str, str]) -> None:
        ours, its = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with its:
            self._process = subprocess.Popen(
                [*PYTHON, "-m", "workshop_kit.serving.nursery_process", *list_modules(notebooks)],
                stdin=its.fileno(),
                stdout=subprocess.DEVNULL,
                env=environment,
                **lifeline.own_group(),
            )
        self._socket = ours
        self._children: dict[int, NurseryChild] = {}
        self._number = 0
        self._lock = threading.Lock()
        self._reader = threading.Thread(target=self._listen, daemon=True)
        self._reader.start()

    def start_page(self, environment: Mapping[str, str]) -> PageChild:
        """Have a page process forked; once the nursery is gone, one that loads everything by itself is started."""
        with self._lock:
            self._number += 1
            number = self._number
            child = self._children[number] = NurseryChild(lambda what: self._signal(number, what))
        reads, asks = os.pipe()
        hears, writes = os.pipe()
        request = json.dumps({"page": number, "environment": dict(environment)}).encode()
        try:
            socket.send_fds(self._socket, [request], [reads, writes])
        except OSError:
            self._children.pop(number, None)
            os.close(asks)
            os.close(hears)
            return start_page(environment)
        finally:
            os.close(reads)
            os.close(writes)
        child.stdin, child.stdout = os.fdopen(asks, "wb"), os.fdopen(hears, "rb")
        return child

    def close(self) -> None:
        """End it; pages that it made and that still run end with it."""
        self._process.kill()
        self._reader.join()
        self._socket.close()

    def _signal(self, number: int, what: int) -> None:
        with contextlib.suppress(OSError):
            self._socket.send(json.dumps({"page": number, "signal": what}).encode())

    def _listen(self) -> None:
        """Read reports in a thread of its own, until the nursery is gone; nothing of it outlives it."""
        while True:
            try:
                report = self._socket.recv(LONGEST)
            except OSError:
                report = b""
            if not report:
                break
            told: dict[str, Any] = json.loads(report)
            child = self._children.get(told["page"])
            if child is None:
                continue
            if "pid" in told:
                child.pid = told["pid"]
            else:
                self._children.pop(told["page"])
                child.end(told["ended"])
        self._process.wait()
        for child in list(self._children.values()):
            child.end(-signal.SIGKILL)


class NurseryChild:
    """A page process that a nursery forks; its ``pid`` is 0 until it was."""

    def __init__(self, send: Callable[[int], None]) -> None:
        self.stdin: IO[bytes] | None = None
        self.stdout: IO[bytes] | None = None
        self.pid = 0
        self._send = send
        self._ended = threading.Event()
        self._status: int | None = None

    def end(self, status: int) -> None:
        """Take the nursery's word that it has ended."""
        self._status = status
        self._ended.set()

    def poll(self) -> int | None:
        """Return the exit status, ``None`` while it runs."""
        return self._status

    def wait(self) -> int:
        """Wait for the end and return the exit status."""
        self._ended.wait()
        assert self._status is not None
        return self._status

    def send_signal(self, number: int, /) -> None:
        """Send it a signal, unless it has ended: its parent does, whose number for it cannot be another's yet."""
        self._send(number)

    def terminate(self) -> None:
        """Ask it to end."""
        self._send(signal.SIGTERM)

    def kill(self) -> None:
        """End it."""
        self._send(signal.SIGKILL)
