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
    joined: bool = False
    called: float | None = None
    watchers: int = 0
    turn: asyncio.Event = field(default_factory=asyncio.Event)


def brings_none(_place: Place) -> bool:
    """Nobody who waits has a seat already."""
    return False


def keeps_all(_place: Place, _promised: int) -> bool:
    """Whatever was promised is still to be had."""
    return True


class Admission:
    """Admission queue: who may start a kernel now, and who waits.

    Those whom the workshop knows, who joined it, come before those who never did; among equals, in the order they came.

    Parameters
    ----------
    has_seat
        Tells whether whoever waits at a place may have a seat, given the seats promised to others already.
    brings_seat
        Tells whether they come back for a seat that is theirs already, and take no other.
    keeps_seat
        Tells whether the seat that was promised at a place is still to be had as the turn is taken, given those
        promised to others: whoever was to make way may have come back meanwhile.
    at_once
        Starts in flight.
    clock
        Seconds, always growing.

    """

    def __init__(
        self,
        has_seat: Callable[[Place, int], bool],
        brings_seat: Callable[[Place], bool] = brings_none,
        keeps_seat: Callable[[Place, int], bool] = keeps_all,
        *,
        at_once: int = AT_ONCE,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._has_seat, self._brings_seat, self._keeps_seat = has_seat, brings_seat, keeps_seat
        self._at_once = at_once
        self._clock = clock
        self._places: dict[str, Place] = {}
        self._starting = 0

    @property
    def waiting(self) -> int:
        """How many wait, without those whose turn has come."""
        return sum(1 for place in self._places.values() if place.called is None)

    @property
    def promised(self) -> int:
        """How many seats those will take whose turn has come."""
        called = (place for place in self._places.values() if place.called is not None)
        return sum(1 for place in called if not self._brings_seat(place))

    def join(self, visitor: str, address: str, *, joined: bool = False) -> Place:
        """Return the visitor's place, at the end of the queue if they had none; it counts as a sign of life.

        ``joined`` is whether the workshop knows them.
        """
        place = self._places.get(visitor)
        if place is None:
            place = self._places[visitor] = Place(visitor, address, self._clock(), joined)
            self.advance()
        place.seen = self._clock()
        return place

    def has(self, visitor: str) -> bool:
        """Tell whether a visitor has a place."""
        return visitor in self._places

    def number(self, place: Place) -> int:
        """Return the place's number in the queue; the first is 1."""
        number = 0
        for other in self._in_order():
            number += other.called is None
            if other is place:
                return max(number, 1)
        return number + 1

    def is_blocked(self, place: Place) -> bool:
        """Tell whether the room is full for this visitor, rather than merely busy."""
        return not self._has_seat(place, 0)

    def take(self, place: Place) -> bool:
        """Take one's turn: true once, then a start is in flight until ``finish``.

        Whose seat is gone meanwhile keeps the place in the queue, and is called again.
        """
        if place.called is None or self._places.get(place.visitor) is not place:
            return False
        called, place.called = place.called, None  # what is promised to others is looked at
        if not self._keeps_seat(place, self.promised):
            place.turn.clear()
            return False
        place.called = called
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
        under_way = self._starting + sum(1 for place in self._places.values() if place.called is not None)
        promised = self.promised
        for place in self._in_order():
            if under_way >= self._at_once:
                return
            if place.called is None and self._has_seat(place, promised):
                place.called = now
                place.turn.set()
                under_way += 1
                promised += not self._brings_seat(place)

    def close(self) -> None:
        """Have nobody wait any longer, though no turn has come."""
        for place in self._places.values():
            place.turn.set()

    def _in_order(self) -> list[Place]:
        return sorted(self._places.values(), key=lambda place: not place.joined)

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
