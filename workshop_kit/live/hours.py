"""Hours of the day as people type them, by the laptop's own clock."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import Final

from workshop_kit.errors import InvalidEntry

_HOUR: Final = re.compile(r"([01]?\d|2[0-3])\s?[:hH.]\s?([0-5]\d)?")


def read_hour(text: str, now: datetime) -> datetime:
    """Return when the laptop's clock shows ``text`` today, such as ``17:00`` or ``17h``; raises ``hour-shape``."""
    found = _HOUR.fullmatch(text.strip())
    if found is None:
        raise InvalidEntry("hour-shape", received=text)
    return now.astimezone().replace(hour=int(found[1]), minute=int(found[2] or 0), second=0, microsecond=0)


def find_last_hour(text: str, now: datetime) -> datetime:
    """Return the last time that the laptop's clock showed ``text``: today, or yesterday before it shows it again."""
    wanted = read_hour(text, now)
    return wanted if wanted <= now else wanted - timedelta(days=1)
