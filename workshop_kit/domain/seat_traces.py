"""An audit trail of seats that were joined and parted: who said so and when; it names nobody."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from workshop_kit.domain.model import Change

#: The kinds that a joining and a parting have in the change feed.
JOINED: Final = "seats-joined"
PARTED: Final = "seats-parted"


@dataclass(frozen=True)
class SeatTrace:
    """Audit entry (*trace*): two seats were joined, or parted.

    Attributes
    ----------
    kind
        ``JOINED`` or ``PARTED``.
    seat, other
        The ids of the two: which was joined to which. They outlive the seats, and say nothing without them.
    at
        When, to the second.
    by
        The id of the seat on whose phone it was said; empty: the facilitator said so.

    """

    kind: str
    seat: str
    other: str
    at: datetime
    by: str = ""


def write_trace(trace: SeatTrace) -> str:
    """Return what stands in the change feed for a trace, beside its kind."""
    return f"{trace.seat} {trace.other} {trace.at.isoformat(timespec='seconds')} {trace.by}".rstrip()


def read_traces(feed: Iterable[Change]) -> tuple[SeatTrace, ...]:
    """Return the traces in a change feed, in its order."""
    return tuple(_read(change) for change in feed if change.kind in (JOINED, PARTED))


def _read(change: Change) -> SeatTrace:
    seat, other, at, *by = change.entity.split(" ")
    return SeatTrace(change.kind, seat, other, datetime.fromisoformat(at), by[0] if by else "")
