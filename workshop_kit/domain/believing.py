"""Which dates of a computer are believed (*plausibility of its clock*): one rule for all that goes by date."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

#: A clock that is further than this beyond the last thing known to have happened is not believed without a word: a
#: workshop is opened again after a year, seldom after more.
BELIEVED_FOR: Final = timedelta(days=730)
#: What is dated further ahead than this was made by a clock that was ahead; less is a time zone.
AHEAD_FROM: Final = timedelta(days=1)


def is_doubtful(now: datetime, last: datetime) -> bool:
    """Tell whether a clock is too far beyond the ``last`` thing that happened to be believed."""
    return now - last > BELIEVED_FOR


def is_past(until: datetime, now: datetime, last: datetime) -> bool:
    """Tell whether a last day is over, by a clock that can be believed."""
    return now > until and not is_doubtful(now, last)


def is_ahead(at: datetime, now: datetime) -> bool:
    """Tell whether something is dated in the future: the clock was ahead when it was made, or is behind now."""
    return at - now > AHEAD_FROM
