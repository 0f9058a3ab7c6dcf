"""On which day something was: a day is that of the place, and the workshop is where its laptop is."""

from __future__ import annotations

from datetime import date, datetime


def find_day(moment: datetime) -> date:
    """Return the day of a moment, an aware time, where this machine is: as ``say_date`` says it on every page."""
    return moment.astimezone().date()
