"""Token buckets of a room: how fast one device and one address may come in, and ask.

Behind a hotspot a whole room has one address, so an address may bring as many newcomers at once as there are seats, and
as many again in some minutes; a device, which is a cookie that was let in before, needs far less.
"""

from __future__ import annotations

import ipaddress
import time
from collections import OrderedDict, deque
from collections.abc import Callable
from typing import Final

#: Newcomers of one address at once, by seats and at least; seconds in which as many as there are seats may follow.
NEWCOMERS_A_SEAT: Final = 1.25
FEWEST_NEWCOMERS: Final = 30.0
ROOM_AGAIN: Final = 480.0
#: Pages that those of one address who were let in before may load at once, and a second, for each seat.
LOADS_A_SEAT: Final = 1.5
LOADS_AGAIN: Final = 0.03
#: Pages that one device may load at once, for each of the tabs it may hold and at least; and a second.
LOADS_A_TAB: Final = 3.0
FEWEST_LOADS: Final = 20.0
DEVICE_LOADS_AGAIN: Final = 0.5
#: Questions (signs of life, places in the queue, files) that one address may ask at once, and a second, for each seat.
QUESTIONS_A_SEAT: Final = 40.0
QUESTIONS_AGAIN: Final = 2.0
#: The same for one device.
DEVICE_QUESTIONS: Final = 200.0
DEVICE_QUESTIONS_AGAIN: Final = 20.0
#: Seconds that a question may be kept waiting; one that came faster yet is told to come again.
LONGEST_PAUSE: Final = 5.0
#: Connections between a page and its kernel that one device may open at once, and a second.
SOCKETS: Final = 40.0
SOCKETS_AGAIN: Final = 1.0
#: Messages to widgets that all pages of one device may send at once, in seconds of what it may go on sending: its pages
#: together are answered hardly faster than one.
ACTS_AT_ONCE: Final = 12.0
#: Pages nobody joined from that may end in a full room for those who joined and come back: for one device at once and a
#: second; for one address at once for each seat, and as many again within ``ROOM_AGAIN``.
RETURNS: Final = 2.0
RETURNS_AGAIN: Final = 1 / 60
#: Wrong door codes of one address at once and a second; of the whole room at once and a second.
GUESSES: Final = 10.0
GUESSES_AGAIN: Final = 1 / 6
ROOM_GUESSES: Final = 100.0
ROOM_GUESSES_AGAIN: Final = 1.0
#: Seconds between two tries of an address while the room tries too many.
GUESS_AGAIN_WHEN_MANY: Final = 60.0
#: Buckets kept; beyond, the one not used for longest is forgotten.
ADDRESSES_AT_MOST: Final = 4096
DEVICES_AT_MOST: Final = 8192
#: Seconds for which what was held back is counted.
COUNTED_FOR: Final = 300.0

Clock = Callable[[], float]


class Bucket:
    """Token bucket: a store that fills up with time and is emptied by what is done.

    Parameters
    ----------
    at_once
        What it holds.
    a_second
        What comes back.
    clock
        Seconds, always growing.

    """

    __slots__ = ("_a_second", "_at_once", "_clock", "_left", "_since")

    def __init__(self, at_once: float, a_second: float, clock: Clock = time.monotonic) -> None:
        self._at_once, self._a_second, self._clock = at_once, a_second, clock
        self._left, self._since = at_once, clock()

    def wait(self) -> float:
        """Return the seconds until one more may be taken, 0 if it may now."""
        self._fill()
        return max(0.0, (1 - self._left) / self._a_second)

    def take(self) -> None:
        """Take one, though there be none."""
        self._fill()
        self._left -= 1

    def take_what_is_left(self) -> None:
        """Take one, or what is left of one: nobody owes more than one."""
        self._fill()
        self._left = max(0.0, self._left - 1)

    def give_back(self, share: float) -> None:
        """Put a share of one back."""
        self._left = min(self._at_once, self._left + share)

    def _fill(self) -> None:
        now = self._clock()
        self._left = min(self._at_once, self._left + (now - self._since) * self._a_second)
        self._since = now


class Buckets:
    """Buckets by key, a bounded number of them."""

    def __init__(self, at_once: float, a_second: float, at_most: int, clock: Clock) -> None:
        self._made_of = at_once, a_second, clock
        self._at_most = at_most
        self._buckets: OrderedDict[str, Bucket] = OrderedDict()

    def __len__(self) -> int:
        return len(self._buckets)

    def of(self, key: str) -> Bucket:
        """Return the bucket of ``key``, a full one if it has none."""
        bucket = self._buckets.pop(key, None) or Bucket(*self._made_of)
        self._buckets[key] = bucket
        if len(self._buckets) > self._at_most:
            self._buckets.popitem(last=False)
        return bucket


class Recently:
    """How often something happened in the last minutes."""

    def __init__(self, clock: Clock = time.monotonic) -> None:
        self._clock = clock
        self._slices: deque[tuple[int, int]] = deque()

    def note(self) -> None:
        """Count one more."""
        now = self._slice()
        number = self._slices.pop()[1] if self._slices and self._slices[-1][0] == now else 0
        self._slices.append((now, number + 1))

    def count(self) -> int:
        """Return how many there were."""
        oldest = self._slice() - int(COUNTED_FOR // 10)
        while self._slices and self._slices[0][0] < oldest:
            self._slices.popleft()
        return sum(number for _, number in self._slices)

    def _slice(self) -> int:
        return int(self._clock() // 10)


class Pace:
    """The pace of one room: who may come in now, who waits a little, what was held back lately.

    Parameters
    ----------
    seats, per_visitor, acts_a_second
        Of the room, see ``ServerConfig``.
    clock
        Seconds, always growing.

    """

    def __init__(
        self, seats: int, per_visitor: int, clock: Clock = time.monotonic, *, acts_a_second: float | None = None
    ) -> None:
        newcomers = max(FEWEST_NEWCOMERS, seats * NEWCOMERS_A_SEAT)
        self._newcomers = Buckets(newcomers, newcomers / ROOM_AGAIN, ADDRESSES_AT_MOST, clock)
        loads = max(FEWEST_NEWCOMERS * 2, seats * LOADS_A_SEAT)
        self._loads = Buckets(loads, max(1.0, seats * LOADS_AGAIN), ADDRESSES_AT_MOST, clock)
        tabs = max(FEWEST_LOADS, per_visitor * LOADS_A_TAB)
        self._tabs = Buckets(tabs, max(DEVICE_LOADS_AGAIN, per_visitor / 20), DEVICES_AT_MOST, clock)
        questions = max(1000.0, seats * QUESTIONS_A_SEAT)
        self._questions = Buckets(questions, max(100.0, seats * QUESTIONS_AGAIN), ADDRESSES_AT_MOST, clock)
        self._asked = Buckets(DEVICE_QUESTIONS, DEVICE_QUESTIONS_AGAIN, DEVICES_AT_MOST, clock)
        self._acts = None
        if acts_a_second is not None:
            self._acts = Buckets(acts_a_second * ACTS_AT_ONCE, acts_a_second, DEVICES_AT_MOST, clock)
        self._sockets = Buckets(SOCKETS, SOCKETS_AGAIN, DEVICES_AT_MOST, clock)
        self._returns = Buckets(RETURNS, RETURNS_AGAIN, DEVICES_AT_MOST, clock)
        self._returns_from = Buckets(max(4.0, seats), max(4.0, seats) / ROOM_AGAIN, ADDRESSES_AT_MOST, clock)
        self._guesses = Buckets(GUESSES, GUESSES_AGAIN, ADDRESSES_AT_MOST, clock)
        self._rare_guesses = Buckets(1.0, 1 / GUESS_AGAIN_WHEN_MANY, ADDRESSES_AT_MOST, clock)
        self._room_guesses = Bucket(ROOM_GUESSES, ROOM_GUESSES_AGAIN, clock)
        self.held_back = Recently(clock)

    def enter(self, visitor: str, address: str, *, known: bool) -> float:
        """Let a visitor load a page, and count it; or return the seconds until they may.

        ``known`` is whether this browser was let in before. Where it waits nothing is counted, and whoever is not known
        has no bucket of their own: a script that invents visitors fills no memory.
        """
        place = find_network(address)
        buckets = [self._loads.of(place), self._tabs.of(visitor)] if known else [self._newcomers.of(place)]
        wait = max(bucket.wait() for bucket in buckets)
        if wait > 0:
            self.held_back.note()
            return wait
        for bucket in buckets:
            bucket.take()
        return 0.0

    def welcome(self, address: str) -> None:
        """Give half of a newcomer's token back: their page matters to somebody."""
        self._newcomers.of(find_network(address)).give_back(0.5)

    def ask(self, visitor: str | None, address: str) -> float:
        """Count a question; return the seconds to wait before it is answered.

        More than ``LONGEST_PAUSE``: it is not counted, and not answered.
        """
        buckets = [self._questions.of(find_network(address))]
        if visitor is not None:
            buckets.append(self._asked.of(visitor))
        wait = max(bucket.wait() for bucket in buckets)
        if wait <= LONGEST_PAUSE:
            for bucket in buckets:
                bucket.take()
        else:
            self.held_back.note()
        return wait

    def may_connect(self, visitor: str) -> bool:
        """Count a connection between a page and its kernel; tell whether it may be opened now."""
        bucket = self._sockets.of(visitor)
        if bucket.wait() > 0:
            self.held_back.note()
            return False
        bucket.take()
        return True

    def act(self, visitor: str) -> float:
        """Count what a page of a device asks of its widgets; return the seconds until that page is read on.

        Whichever page it came from: whoever opens ten is not heard ten times as often.
        """
        if self._acts is None:
            return 0.0
        bucket = self._acts.of(visitor)
        pause = bucket.wait()
        bucket.take()
        if pause > 0:
            self.held_back.note()
        return min(pause, LONGEST_PAUSE)

    def may_return(self, visitor: str, address: str) -> bool:
        """Tell whether a page nobody joined from may end now for a visitor who joined and comes back to a full room."""
        return self._returns.of(visitor).wait() <= 0 and self._returns_from.of(find_network(address)).wait() <= 0

    def note_return(self, visitor: str, address: str) -> None:
        """Count a page that ended for a visitor who joined."""
        self._returns.of(visitor).take()
        self._returns_from.of(find_network(address)).take()

    def wait_to_guess(self, address: str) -> float:
        """Return the seconds until somebody at ``address`` may try a door code, 0 if now.

        While the whole room tries too many, an address has one try in a while, and whoever knows the code still has it.
        """
        place = find_network(address)
        wait = self._guesses.of(place).wait()
        if self._room_guesses.wait() > 0:
            wait = max(wait, self._rare_guesses.of(place).wait())
        if wait > 0:
            self.held_back.note()
        return wait

    def note_wrong_guess(self, address: str) -> None:
        """Count a wrong door code."""
        for buckets in (self._guesses, self._rare_guesses):
            buckets.of(find_network(address)).take_what_is_left()
        if self._room_guesses.wait() == 0:
            self._room_guesses.take()


def find_network(address: str) -> str:
    """Return what counts as one address: a device has any number of those of its IPv6 network."""
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return address
    if isinstance(found, ipaddress.IPv6Address):
        if found.ipv4_mapped is not None:
            return str(found.ipv4_mapped)
        return str(ipaddress.ip_network((int(found) >> 64 << 64, 64)))
    return str(found)
