"""Who holds which kernel, and which kernels nobody needs any more."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

#: Seconds in which a page must connect to the kernel made for it.
UNCLAIMED_AFTER: Final = 45.0
#: Seconds a kernel is kept after its page was left, for those who come straight back.
LEFT_AFTER: Final = 5.0
#: An address that holds fewer seats than this may take one of the last tenth.
FAIR_SHARE: Final = 4


@dataclass
class Visit:
    """One kernel and the visitor it was made for."""

    kernel: str
    visitor: str
    page: str
    address: str
    since: float
    connections: int = 0
    connected_before: bool = False
    quiet_since: float = 0.0
    left: bool = False


class Visits:
    """The visits going on.

    Parameters
    ----------
    seats
        The largest number of kernels.
    cull_after
        Seconds that a kernel without a connected page is kept.
    per_visitor
        Live kernels one visitor may hold (tabs and pages); the oldest makes way for the next.
    clock
        Seconds, always growing.

    """

    def __init__(
        self, seats: int, cull_after: float, per_visitor: int, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._seats = seats
        self._per_visitor = per_visitor
        self._cull_after = cull_after
        self._clock = clock
        self._visits: dict[str, Visit] = {}

    def __len__(self) -> int:
        return len(self._visits)

    def add(self, kernel: str, visitor: str, page: str, address: str) -> Visit:
        """Note that ``kernel`` was made for ``visitor``."""
        now = self._clock()
        visit = Visit(kernel, visitor, page, address, now, quiet_since=now)
        self._visits[kernel] = visit
        return visit

    def find(self, kernel: str) -> Visit | None:
        """Return the visit of a kernel, if it goes on."""
        return self._visits.get(kernel)

    def remove(self, kernel: str) -> None:
        """Forget a kernel that is gone."""
        self._visits.pop(kernel, None)

    def belongs_to(self, kernel: str, visitor: str | None) -> bool:
        """Tell whether ``kernel`` goes on and was made for ``visitor``."""
        visit = self._visits.get(kernel)
        return visit is not None and visit.visitor == visitor

    def connect(self, kernel: str) -> None:
        """Note that the page has connected."""
        visit = self._visits.get(kernel)
        if visit is not None:
            visit.connections += 1
            visit.connected_before, visit.left = True, False

    def disconnect(self, kernel: str, *, left: bool) -> None:
        """Note that a connection ended; ``left`` if the browser said that the page was left."""
        visit = self._visits.get(kernel)
        if visit is not None:
            visit.connections -= 1
            visit.quiet_since, visit.left = self._clock(), left

    def has_seat(self, address: str, promised: int, *, local: bool = False) -> bool:
        """Tell whether someone at ``address`` may have a seat when ``promised`` are being taken.

        The last tenth of the seats is for addresses that hold few: one device cannot take the whole room, yet many
        phones behind one address can have most of it. This machine itself (``local``) is not held to that.
        """
        taken = len(self._visits) + promised
        reserve = self._seats // 10
        if local or taken < self._seats - reserve:
            return taken < self._seats
        held = sum(1 for visit in self._visits.values() if visit.address == address)
        return taken < self._seats and held < FAIR_SHARE

    def over_limit(self, visitor: str) -> list[str]:
        """Return the kernels that must go before ``visitor`` gets another: disconnected ones first, then the oldest."""
        own = [visit for visit in self._visits.values() if visit.visitor == visitor]
        own.sort(key=lambda visit: (visit.connections > 0, visit.since))
        return [visit.kernel for visit in own[: max(0, len(own) - self._per_visitor + 1)]]

    def due(self) -> list[str]:
        """Return the kernels that nobody needs any more."""
        now = self._clock()
        return [visit.kernel for visit in self._visits.values() if visit.connections <= 0 and self._is_due(visit, now)]

    def _is_due(self, visit: Visit, now: float) -> bool:
        quiet = now - visit.quiet_since
        if not visit.connected_before:
            return quiet > UNCLAIMED_AFTER
        if self._was_replaced(visit):
            return True
        return quiet > (LEFT_AFTER if visit.left else self._cull_after)

    def _was_replaced(self, visit: Visit) -> bool:
        """Tell whether the same visitor has come to the same page again: the reload that made this one old."""
        return any(
            other.visitor == visit.visitor and other.page == visit.page and other.since > visit.since
            for other in self._visits.values()
        )
