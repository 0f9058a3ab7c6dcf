"""Lease table of the kernels: who holds which one, and which have run out because nobody needs them any more."""

from __future__ import annotations

import time
from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass
from typing import Final

#: Seconds in which a page must connect to the kernel made for it.
UNCLAIMED_AFTER: Final = 45.0
#: Seconds a kernel is kept after its page was left, for those who come straight back.
LEFT_AFTER: Final = 5.0
#: An address that holds fewer seats than this may take one of the last tenth.
FAIR_SHARE: Final = 4
#: How many times as long a visit that matters to nobody yet goes on while its page is touched: whoever types slowly has
#: the time, and whoever only says so holds no seat for long.
TOUCHED_AT_MOST: Final = 5.0
#: Seconds before its end at which a page is asked whether somebody is there, a quarter of the time at most.
ASKED_BEFORE: Final = 30.0
_LOCAL_ADDRESSES: Final = frozenset({"127.0.0.1", "::1"})


def is_this_machine(address: str) -> bool:
    """Tell whether a request came from this machine itself."""
    return address.removeprefix("::ffff:") in _LOCAL_ADDRESSES  # IPv4 as a socket of both kinds tells it


@dataclass
class Lease:
    """One kernel and the visitor it was made for."""

    kernel: str
    visitor: str
    page: str
    address: str
    since: float
    agent: str = ""
    kept: bool = False
    started: bool = False
    connections: int = 0
    connected_before: bool = False
    quiet_since: float = 0.0
    left: bool = False
    touched: float = 0.0
    asked_at: float | None = None


class Leases:
    """The leases that go on, one a visit.

    Parameters
    ----------
    seats
        The largest number of kernels.
    cull_after
        Seconds that a kernel without a connected page is kept.
    per_visitor
        Live kernels one visitor may hold (tabs and pages); the oldest makes way for the next.
    unkept_after
        Seconds after which a kernel ends whose visit matters to nobody and whose page nobody touches; ``None`` for
        never. Touched or not, it ends after ``TOUCHED_AT_MOST`` times as many.
    clock
        Seconds, always growing.

    """

    def __init__(
        self,
        seats: int,
        cull_after: float,
        per_visitor: int,
        unkept_after: float | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._seats = seats
        self._per_visitor = per_visitor
        self._cull_after, self._unkept_after = cull_after, unkept_after
        self._clock = clock
        self._leases: dict[str, Lease] = {}
        self._of: dict[str, dict[str, Lease]] = {}

    def __len__(self) -> int:
        return len(self._leases)

    def __iter__(self) -> Iterator[Lease]:
        return iter(list(self._leases.values()))

    def add(self, kernel: str, visitor: str, page: str, address: str, agent: str = "") -> Lease:
        """Note that ``kernel`` was made for ``visitor``, whose browser calls itself ``agent``."""
        now = self._clock()
        lease = Lease(kernel, visitor, page, address, now, agent, quiet_since=now, touched=now)
        self._leases[kernel] = lease
        self._of.setdefault(visitor, {})[kernel] = lease
        return lease

    def find(self, kernel: str) -> Lease | None:
        """Return the lease of a kernel, if it goes on."""
        return self._leases.get(kernel)

    def renew(self, kernel: str) -> None:
        """Count the time in which the page must connect from now on: its kernel is there at last."""
        lease = self._leases.get(kernel)
        if lease is not None:
            lease.quiet_since, lease.started = self._clock(), True

    def remove(self, kernel: str) -> None:
        """Forget a kernel that is gone."""
        lease = self._leases.pop(kernel, None)
        if lease is not None:
            del self._of[lease.visitor][kernel]
            if not self._of[lease.visitor]:
                del self._of[lease.visitor]

    def belongs_to(self, kernel: str, visitor: str | None) -> bool:
        """Tell whether ``kernel`` goes on and was made for ``visitor``."""
        lease = self._leases.get(kernel)
        return lease is not None and lease.visitor == visitor

    def connect(self, kernel: str) -> None:
        """Note that the page has connected."""
        lease = self._leases.get(kernel)
        if lease is not None:
            lease.connections += 1
            lease.connected_before, lease.left = True, False

    def keep(self, kernel: str, *, kept: bool) -> None:
        """Note that a visit matters to somebody, or no longer: then its time begins anew."""
        lease = self._leases.get(kernel)
        if lease is not None:
            if lease.kept and not kept:
                lease.since = lease.touched = self._clock()
                lease.asked_at = None
            lease.kept = kept

    def touch(self, kernel: str) -> None:
        """Note that somebody is at a page, as it says; near the end of all its time that changes nothing."""
        lease = self._leases.get(kernel)
        if lease is not None and self._unkept_after is not None and not self._is_last(lease, self._clock()):
            lease.touched, lease.asked_at = self._clock(), None

    def to_ask(self) -> dict[str, bool]:
        """Return the kernels whose pages are to be asked whether somebody is there, and whether for the last time."""
        if self._unkept_after is None:
            return {}
        now, before = self._clock(), self._ask_before(self._unkept_after)
        found = {}
        for lease in self._leases.values():
            last = self._is_last(lease, now)
            is_due = last or now - lease.touched > self._unkept_after - before
            if is_due and not lease.kept and lease.asked_at is None:
                lease.asked_at = now
                found[lease.kernel] = last
        return found

    def _is_last(self, lease: Lease, now: float) -> bool:
        after = self._unkept_after or 0.0
        return now - lease.since > after * TOUCHED_AT_MOST - self._ask_before(after)

    def _ask_before(self, after: float) -> float:
        return min(ASKED_BEFORE, after / 4)

    def unkept(self) -> list[str]:
        """Return the kernels whose visits matter to nobody."""
        return [lease.kernel for lease in self._leases.values() if not lease.kept]

    def disconnect(self, kernel: str, *, left: bool) -> None:
        """Note that a connection ended; ``left`` if the browser said that the page was left."""
        lease = self._leases.get(kernel)
        if lease is not None:
            lease.connections -= 1
            lease.quiet_since, lease.left = self._clock(), left

    def has_seat(self, address: str, promised: int, *, local: bool = False) -> bool:
        """Tell whether someone at ``address`` may have a seat when ``promised`` are being taken.

        The last tenth of the seats is for addresses that hold few: one device cannot take the whole room, yet many
        phones behind one address can have most of it. This machine itself (``local``) is not held to that.
        """
        taken = len(self._leases) + promised
        reserve = self._seats // 10
        if local or taken < self._seats - reserve:
            return taken < self._seats
        if taken >= self._seats:
            return False
        return sum(1 for lease in self._leases.values() if lease.address == address) < FAIR_SHARE

    def is_full(self, promised: int) -> bool:
        """Tell whether no seat is free when ``promised`` are being taken."""
        return len(self._leases) + promised >= self._seats

    def find_own(self, visitor: str) -> str | None:
        """Return the kernel whose seat is ``visitor``'s when they come again: that of a page they left or reload.

        A page that is connected still, in another tab, keeps its own.
        """
        own = [one for one in self._of.get(visitor, {}).values() if one.started and one.connections <= 0]
        return min(own, key=lambda one: (not one.left, one.since)).kernel if own else None

    def holds(self, visitor: str) -> bool:
        """Tell whether ``visitor`` has a seat."""
        return visitor in self._of

    def list_of(self, visitor: str) -> list[str]:
        """Return the kernels of ``visitor``."""
        return list(self._of.get(visitor, ()))

    def is_kept(self, visitor: str) -> bool:
        """Tell whether a visit of ``visitor`` matters to somebody."""
        return any(lease.kept for lease in self._of.get(visitor, {}).values())

    def list_unjoined(self, joined: Container[str]) -> list[str]:
        """Return the kernels of pages that nobody joined from, those first that need them least.

        Those of visitors among the ``joined`` are none of them: they came back, and their page has not said so yet.
        """
        found = [one for one in self._leases.values() if not one.kept and one.visitor not in joined]
        found.sort(key=lambda one: (one.connections > 0, one.touched))
        return [lease.kernel for lease in found]

    def over_limit(self, visitor: str) -> list[str]:
        """Return the kernels that must go before ``visitor`` gets another: disconnected ones first, then the oldest."""
        own = [lease for lease in self._leases.values() if lease.visitor == visitor]
        own.sort(key=lambda lease: (lease.connections > 0, lease.since))
        return [lease.kernel for lease in own[: max(0, len(own) - self._per_visitor + 1)]]

    def due(self) -> list[str]:
        """Return the kernels that nobody needs any more: see ``overdue`` for those whose pages are still connected."""
        now = self._clock()
        return [lease.kernel for lease in self._leases.values() if lease.connections <= 0 and self._is_due(lease, now)]

    def overdue(self) -> list[str]:
        """Return the kernels whose visits matter to nobody for too long, whether their pages are connected or not."""
        after = self._unkept_after
        if after is None:
            return []
        now, before = self._clock(), self._ask_before(after)
        asked = [
            lease
            for lease in self._leases.values()
            if not lease.kept and lease.asked_at is not None and now - lease.asked_at >= before
        ]
        return [
            lease.kernel
            for lease in asked
            if now - lease.touched > after or now - lease.since > after * TOUCHED_AT_MOST
        ]

    def _is_due(self, lease: Lease, now: float) -> bool:
        quiet = now - lease.quiet_since
        if not lease.connected_before:
            return quiet > UNCLAIMED_AFTER
        if self._was_replaced(lease):
            return True
        return quiet > (LEFT_AFTER if lease.left else self._cull_after)

    def _was_replaced(self, lease: Lease) -> bool:
        """Tell whether the same visitor has come to the same page again: the reload that made this one old."""
        return any(
            other.visitor == lease.visitor and other.page == lease.page and other.since > lease.since
            for other in self._leases.values()
        )
