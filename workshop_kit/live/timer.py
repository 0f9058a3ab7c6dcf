"""The countdown as every page is told it."""

from __future__ import annotations

from datetime import datetime

from workshop_kit.live.contract.shared import Timer


def read_timer(ends_at: datetime | None, now: datetime) -> Timer | None:
    """Return when a countdown ends and what time it is here, ``None`` when none runs."""
    return None if ends_at is None else {"ends_at": _in_ms(ends_at), "now": _in_ms(now)}


def _in_ms(moment: datetime) -> int:
    return round(moment.timestamp() * 1000)
