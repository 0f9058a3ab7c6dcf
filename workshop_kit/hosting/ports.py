"""Port reservation: three free ports held while their numbers are being written down."""

from __future__ import annotations

import contextlib
import socket
import sys
import time
from collections.abc import Iterator
from typing import Final

from workshop_kit.errors import CannotServe
from workshop_kit.hosting.addresses import LeftAddresses
from workshop_kit.hosting.options import ServeOptions

#: Servers whose serve was killed let go of their ports within that many seconds; they take a tenth of one.
_LET_GO_WITHIN: Final = 3.0
_PORTS_TRIED: Final = 100


@contextlib.contextmanager
def reserved_ports(options: ServeOptions, left: LeftAddresses) -> Iterator[tuple[int, int, int]]:
    """Hold the ports of participants, facilitator and screen; ``CannotServe`` if they cannot be had."""
    with contextlib.ExitStack() as stack:
        port = stack.enter_context(_reserve(options.host, options.port, left.port))
        facilitator_port = stack.enter_context(_reserve("127.0.0.1", options.facilitator_port, left.facilitator_port))
        screen_port = stack.enter_context(_reserve("127.0.0.1", facilitator_port + 1, left.screen_port))
        yield port, facilitator_port, screen_port


@contextlib.contextmanager
def reserved_port(host: str, wanted: int, left: int | None = None) -> Iterator[int]:
    """Hold ``left``, the port of a server that was killed, or ``wanted``, or the next free; else ``CannotServe``."""
    with _reserve(host, wanted, left) as port:
        yield port


@contextlib.contextmanager
def _reserve(host: str, wanted: int, left: int | None) -> Iterator[int]:
    """Hold a port: the one left by a serve that was killed, once its servers have let go of it, or the next free."""
    held: socket.socket | None = None
    choices = range(wanted, min(wanted + _PORTS_TRIED, 65536))
    if left is not None and left in choices:
        held = _hold_patiently(host, left)
    for port in choices if held is None else ():
        held = _hold(host, port)
        if held is not None:
            break
    if held is None:
        raise CannotServe("no-free-port", host=host, port=wanted)
    with held:
        yield int(held.getsockname()[1])


def _hold_patiently(host: str, port: int) -> socket.socket | None:
    """Hold a port that is about to be free: the servers of a killed serve end by themselves."""
    deadline = time.monotonic() + _LET_GO_WITHIN
    held = _hold(host, port)
    while held is None and time.monotonic() < deadline:
        time.sleep(0.1)
        held = _hold(host, port)
    return held


def _hold(host: str, port: int) -> socket.socket | None:
    """Return a socket bound to the port, ``None`` if it is taken; raises ``CannotServe`` for an unknown host."""
    held = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_STREAM)
    try:
        if sys.platform != "win32":  # there, the option would let two servers share a port
            held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        held.bind((host, port))
        held.listen()
    except socket.gaierror as error:
        held.close()
        raise CannotServe("unknown-host", host=host) from error
    except (OSError, OverflowError):
        held.close()
        return None
    return held
