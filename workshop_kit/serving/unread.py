"""Backlog, the words that pages have not read yet: bounded for each connection and for the whole server.

Whoever asks and never listens would otherwise have the server keep every answer.
"""

from __future__ import annotations

from typing import Final, Protocol

#: Bytes that wait for one connection, beyond which it is told nothing more: as much as is kept for an absent page.
OF_ONE: Final = 2_000_000
#: The same for the whole server, for each seat and at least.
OF_A_SEAT: Final = 250_000
FEWEST: Final = 32_000_000
#: What a message that waits costs besides its bytes.
OF_A_MESSAGE: Final = 2_000


class Listener(Protocol):
    """A connection that may not listen."""

    def hang_up(self) -> None:
        """End at once, and let go of what waits."""


class Unread:
    """Backlog of one server: what waits for each of its connections.

    A message is always taken by who has little waiting, however long it is: a connection is ended for what it had not
    read before, so that none that listens is.

    Parameters
    ----------
    seats
        Of the room.

    """

    def __init__(self, seats: int) -> None:
        self._at_most = max(FEWEST, seats * OF_A_SEAT)
        self._waiting: dict[Listener, int] = {}
        self.total = 0

    def add(self, listener: Listener, size: int) -> None:
        """Count a message that waits; end who has too much waiting, or the worst where all together have."""
        before = self._waiting.get(listener, 0)
        too_much, too_much_in_all = before > OF_ONE, self.total > self._at_most
        self._waiting[listener] = before + size + OF_A_MESSAGE
        self.total += size + OF_A_MESSAGE
        if too_much:
            listener.hang_up()
        elif too_much_in_all:
            max(self._waiting, key=self._waiting.__getitem__).hang_up()

    def take(self, listener: Listener, size: int) -> None:
        """Count a message that was sent, or that nobody waits for any more."""
        left = self._waiting.pop(listener, 0) - size - OF_A_MESSAGE
        if left > 0:
            self._waiting[listener] = left
        self.total -= size + OF_A_MESSAGE
