"""Connection limits of a server: whoever opens one and says nothing, or never listens, holds nothing for long.

Tornado waits for the headers of a request and closes what stays idle; what it does not do is count. A connection that
has asked for nothing yet, or rests between two requests, makes room where there are too many.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from tornado.httpserver import HTTPServer
from tornado.iostream import IOStream

#: Seconds in which a new connection has asked for something.
ASKS_WITHIN: Final = 10.0
#: Seconds a connection rests between two requests, and in which the body of a request comes.
RESTS_FOR: Final = 60.0
BODY_WITHIN: Final = 10.0
#: Seconds in which an answer is taken; and what a page's own connection was told.
TAKES_WITHIN: Final = 90.0
HEARS_WITHIN: Final = 20.0
#: Connections of one address for each seat: a browser opens six, a page keeps one.
A_SEAT: Final = 8
FEWEST: Final = 256
#: Descriptors that a seat's kernel needs in the server, and those that everything else does.
OF_A_KERNEL: Final = 8
OF_THE_REST: Final = 128


@dataclass(eq=False)
class Held:
    """A connection: since when it waits for a request, or an answer to it is under way."""

    stream: IOStream
    address: str
    since: float
    state: str = "new"
    stuck: float | None = None


class Connections:
    """The connections of one server.

    Parameters
    ----------
    seats
        Of the room.
    descriptors
        How many the process may have open.
    clock
        Seconds, always growing.

    """

    def __init__(self, seats: int, descriptors: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._at_most = max(64, descriptors - OF_THE_REST - OF_A_KERNEL * seats)
        self._of_one = min(max(FEWEST, seats * A_SEAT), max(32, self._at_most * 3 // 4))
        self._held: dict[IOStream, Held] = {}
        self._of: Counter[str] = Counter()

    def __len__(self) -> int:
        return len(self._held)

    def admit(self, stream: IOStream, address: str) -> bool:
        """Take a new connection in; another that asks for nothing makes way for it where there are too many."""
        if self._of[address] >= self._of_one and not self._make_way(address):
            return False
        if len(self._held) >= self._at_most:
            most = max(self._of, key=lambda one: self._of[one])
            if not self._make_way(most) and not self._make_way(None):
                return False
        self._held[stream] = Held(stream, address, self._clock())
        self._of[address] += 1
        return True

    def hear(self, stream: Any) -> None:
        """Note that a request came whole."""
        self._turn(stream, "busy")

    def rest(self, stream: Any) -> None:
        """Note that the next request is waited for."""
        held = self._held.get(stream)
        if held is not None and held.state != "new":
            self._turn(stream, "resting")

    def end(self, stream: Any) -> None:
        """Note that no further request comes: it is closed, or a page's own connection from now on."""
        if stream.closed():
            self._forget(stream)
        else:
            self._turn(stream, "page")

    def sweep(self) -> None:
        """Close those that take too long to ask, to take their answer, or to hear what they are told."""
        now = self._clock()
        for held in list(self._held.values()):
            if held.stream.closed():
                self._forget(held.stream)
            elif self._is_overdue(held, now):
                self._close(held)

    def _is_overdue(self, held: Held, now: float) -> bool:
        if held.state == "page":
            held.stuck = (held.stuck or now) if held.stream.writing() else None
            return held.stuck is not None and now - held.stuck > HEARS_WITHIN
        patience = {"new": ASKS_WITHIN, "resting": RESTS_FOR + BODY_WITHIN, "busy": TAKES_WITHIN}[held.state]
        return now - held.since > patience

    def _make_way(self, address: str | None) -> bool:
        """Close what has asked for nothing for longest, of ``address`` or of all; tell whether there was one."""
        idle = [
            one for one in self._held.values() if one.state in ("new", "resting") and address in (None, one.address)
        ]
        if not idle:
            return False
        self._close(min(idle, key=lambda one: (one.state != "new", one.since)))
        return True

    def _turn(self, stream: Any, state: str) -> None:
        held = self._held.get(stream)
        if held is not None:
            held.state, held.since = state, self._clock()

    def _close(self, held: Held) -> None:
        self._forget(held.stream)
        held.stream.close()

    def _forget(self, stream: Any) -> None:
        held = self._held.pop(stream, None)
        if held is not None:
            self._of[held.address] -= 1
            if self._of[held.address] <= 0:
                del self._of[held.address]


class GuardedServer(HTTPServer):
    """Tornado's server, with its connections counted; ``guard`` is set before it listens."""

    guard: Connections

    def handle_stream(self, stream: IOStream, address: tuple[Any, ...]) -> None:
        """Serve a new connection, or close it at once where there are too many."""
        if self.guard.admit(stream, str(address[0]) if address else ""):
            super().handle_stream(stream, address)
        else:
            stream.close()

    def start_request(self, server_conn: Any, request_conn: Any) -> Any:
        """Wait for the next request of a connection."""
        self.guard.rest(server_conn.stream)
        return super().start_request(server_conn, request_conn)

    def on_close(self, server_conn: Any) -> None:
        """Note the end of a connection's requests."""
        super().on_close(server_conn)
        self.guard.end(server_conn.stream)
