"""Admission queue before the kernels: a few starts at a time, everybody in turn, nobody timed out."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

#: Kernels that may be starting at the same time: more would make everybody wait for the last one.
AT_ONCE: Final = 4
#: Seconds without a sign of life after which a place in the queue is given up.
ABANDONED_AFTER: Final = 10.0
#: Seconds in which a visitor whose turn has come must take it.
TURN_LASTS: Final = 6.0


@dataclass(eq=False)
class Place:
    """One visitor's place in the queue."""

    visitor: str
    address: str
    seen: float
    called: float | None = None
    watchers: int = 0
    turn: asyncio.Event = field(default_factory=asyncio.Event)


class Admission:
    """Admission queue: who may start a kernel now, and who waits.

    Parameters
    ----------
    has_seat
        Tells whether a visitor from ``address`` may have a seat, given the seats promised to others already.
    at_once
        Starts in flight.
    clock
        Seconds, always growing.

    """

    def __init__(
        self,
        has_seat: Callable[[str, int], bool],
        *,
        at_once: int = AT_ONCE,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._has_seat = has_seat
        self._at_once = at_once
        self._clock = clock
        self._places: dict[str, Place] = {}
        self._starting = 0

    @property
    def waiting(self) -> int:
        """How many wait, without those whose turn has come."""
        return sum(1 for place in self._places.values() if place.called is None)

    def join(self, visitor: str, address: str) -> Place:
        """Return the visitor's place, at the end of the queue if they had none; it counts as a sign of life."""
        place = self._places.get(visitor)
        if place is None:
            place = self._places[visitor] = Place(visitor, address, self._clock())
            self.advance()
        place.seen = self._clock()
        return place

    def has(self, visitor: str) -> bool:
        """Tell whether a visitor has a place."""
        return visitor in self._places

    def number(self, place: Place) -> int:
        """Return the place's number in the queue; the first is 1."""
        number = 0
        for other in self._places.values():
            number += other.called is None
            if other is place:
                return max(number, 1)
        return number + 1

    def is_blocked(self, place: Place) -> bool:
        """Tell whether the room is full for this visitor, rather than merely busy."""
        return not self._has_seat(place.address, 0)

    def take(self, place: Place) -> bool:
        """Take one's turn: true once, then a start is in flight until ``finish``."""
        if place.called is None or self._places.get(place.visitor) is not place:
            return False
        del self._places[place.visitor]
        self._starting += 1
        return True

    def finish(self) -> None:
        """Note that a start is over, whatever came of it."""
        self._starting -= 1
        self.advance()

    def leave(self, place: Place) -> None:
        """Give up a place nobody watches any more."""
        if self._places.get(place.visitor) is place and not place.watchers:
            del self._places[place.visitor]
            self.advance()

    def advance(self) -> None:
        """Drop the abandoned places and call those whose turn has come."""
        now = self._clock()
        for place in list(self._places.values()):
            overdue = place.called is not None and now - place.called > TURN_LASTS
            if not place.watchers and (overdue or now - place.seen > ABANDONED_AFTER):
                del self._places[place.visitor]
        promised = self._starting + sum(1 for place in self._places.values() if place.called is not None)
        for place in self._places.values():
            if promised >= self._at_once:
                return
            if place.called is None and self._has_seat(place.address, promised):
                place.called = now
                place.turn.set()
                promised += 1

    async def wait(self, place: Place, seconds: float) -> bool:
        """Wait for one's turn, ``seconds`` at most; tell whether it has come."""
        place.watchers += 1
        try:
            await asyncio.wait_for(place.turn.wait(), seconds)
        except TimeoutError:
            pass
        finally:
            place.watchers -= 1
            place.seen = self._clock()
        return place.called is not None
