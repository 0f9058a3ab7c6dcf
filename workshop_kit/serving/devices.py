"""Device table of a room: which devices hold its seats, and to which of them the door is closed.

A device is told by its address and by what its browser calls itself, both kept in memory alone. Behind a router a whole
room has one address: so a door can be closed to those of a device who did not join, which keeps everybody else where
they are, and never to all who joined in the room.
"""

from __future__ import annotations

import secrets
import time
from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Final

from workshop_kit.entrance import Closed, Device
from workshop_kit.serving.leases import Lease

#: Seats that a device may hold before it is named: one browser holds as many tabs.
A_FEW: Final = 4
#: Names, closed doors and browsers remembered; beyond, the oldest are forgotten.
REMEMBERED: Final = 1000
#: What stands for the kinds of device of an address that are not named by themselves.
_OTHERS: Final = "*"

Source = tuple[str, str]


@dataclass
class _Known:
    """A device that was named: where it comes from, since when it is there, to whom of it the door is closed."""

    id: str
    source: Source
    since: float
    closed: Closed = ""
    visitors: set[str] = field(default_factory=set)


class Devices:
    """The devices of one room.

    Parameters
    ----------
    now
        Seconds since 1970.
    clock
        Seconds, always growing, those of the leases.

    """

    def __init__(self, now: Callable[[], float] = time.time, clock: Callable[[], float] = time.monotonic) -> None:
        self._now, self._clock = now, clock
        self._known: OrderedDict[Source, _Known] = OrderedDict()

    def count(self, leases: Iterable[Lease]) -> int:
        """Return how many devices hold a seat."""
        return len({(one.address, one.agent) for one in leases})

    def list_crowds(self, leases: Iterable[Lease]) -> tuple[Device, ...]:
        """Return the devices that hold more than a few seats, and those whose door is closed."""
        held = list(leases)
        everybody = {one.visitor for one in held if one.kept}
        sources = [source for source in self._find_sources(held) if self._know(source, held) is not None]
        closed = [known.source for known in self._known.values() if known.closed]
        return tuple(
            self._describe(self._known[source], held, everybody) for source in dict.fromkeys([*sources, *closed])
        )

    def close(self, device: str, leases: Iterable[Lease], *, everybody: bool) -> list[str]:
        """Close the door to a device, and return the kernels that end; an unknown one changes nothing.

        Those who joined keep theirs unless it is closed to ``everybody``, which it never is to a whole room.
        """
        known = next((one for one in self._known.values() if one.id == device), None)
        if known is None:
            return []
        held = list(leases)
        told = self._describe(known, held, {one.visitor for one in held if one.kept})
        known.closed = "everybody" if everybody and not told.whole and not told.mixed else "newcomers"
        mine = [one for one in self._list_mine(known.source, held) if known.closed == "everybody" or not one.kept]
        known.visitors.update(one.visitor for one in mine)
        return [one.kernel for one in mine]

    def open(self, device: str) -> None:
        """Open the door to a device again."""
        for known in self._known.values():
            if known.id == device:
                known.closed = ""
                known.visitors.clear()

    def refuses(self, visitor: str | None, address: str, agent: str, *, joined: bool) -> bool:
        """Tell whether the door is closed to a browser; ``joined``: somebody joined from it before."""
        for source in ((address, agent), (address, _OTHERS)):
            known = self._known.get(source)
            if known is not None and (known.closed == "everybody" or (known.closed == "newcomers" and not joined)):
                return True
        closed = [one for one in self._known.values() if one.closed == "everybody" or (one.closed and not joined)]
        return visitor is not None and any(visitor in one.visitors for one in closed)

    def _find_sources(self, held: list[Lease]) -> list[Source]:
        by_source: dict[Source, int] = {}
        for one in held:
            by_source[one.address, one.agent] = by_source.get((one.address, one.agent), 0) + 1
        large = [source for source, seats in by_source.items() if seats > A_FEW]
        others: dict[str, int] = {}
        for (address, agent), seats in by_source.items():
            if (address, agent) not in large:
                others[address] = others.get(address, 0) + seats
        return large + [(address, _OTHERS) for address, seats in others.items() if seats > A_FEW]

    def _know(self, source: Source, held: list[Lease]) -> _Known | None:
        known = self._known.get(source)
        if known is None:
            mine = self._list_mine(source, held)
            if not mine:
                return None
            since = self._now() - (self._clock() - min(one.since for one in mine))
            known = self._known[source] = _Known(secrets.token_hex(8), source, since)
            self._forget_some()
        return known

    def _forget_some(self) -> None:
        while len(self._known) > REMEMBERED:
            oldest = next(iter(self._known))
            del self._known[next((source for source, one in self._known.items() if not one.closed), oldest)]

    def _list_mine(self, source: Source, held: list[Lease]) -> list[Lease]:
        address, agent = source
        if agent != _OTHERS:
            return [one for one in held if (one.address, one.agent) == source]
        named = {other for place, other in self._known if place == address and other != _OTHERS}
        return [one for one in held if one.address == address and one.agent not in named]

    def _describe(self, known: _Known, held: list[Lease], everybody: set[str]) -> Device:
        mine = self._list_mine(known.source, held)
        here = sum(1 for one in held if one.address == known.source[0])
        joined = {one.visitor for one in mine if one.kept}
        return Device(
            id=known.id,
            seats=len(mine),
            kept=len(joined),
            since=known.since,
            mixed=known.source[1] == _OTHERS,
            beside=here - len(mine),
            whole=bool(joined) and joined >= everybody,
            closed=known.closed,
        )
