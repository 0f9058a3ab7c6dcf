"""Whether the hours of two missions meet on the dates that both have (*horaires*)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from workshop_kit.domain.model import Mission

#: A mission that says when it begins and not when it ends takes the rest of the day.
_LATE: Final = "24:00"
_MIDNIGHT: Final = "00:00"
#: Hours from and to, on dates from and to.
Span = tuple[str, str, str, str]


def meet_in_hours(one: Mission, other: Mission) -> bool:
    """Tell whether the hours of two missions meet on a date that both have; both say their first.

    Hours are those of each day. One that ends no later than it begins goes on after midnight, on the days that follow
    its first; where it says no last day, or the next, it is that one night. One without hours takes its days whole.
    """
    return any(
        here[0] <= there[1] and there[0] <= here[1] and here[2] < there[3] and there[2] < here[3]
        for here in list_spans(one)
        for there in list_spans(other)
    )


def find_last_day(mission: Mission) -> str:
    """Return the day on which a mission ends: of a night the morning after; ``""``: it says no day."""
    return max((span[1] for span in list_spans(mission)), default="") if mission.first_date else ""


def list_spans(mission: Mission) -> list[Span]:
    """Return when a mission with a first day is: once, or of a night the evenings and the mornings after."""
    first, last = mission.first_date, max(mission.first_date, mission.last_date)
    if not mission.begins:
        return [(first, last, _MIDNIGHT, _LATE)]
    if not mission.finishes:
        return [(first, last, mission.begins, _LATE)]
    if mission.finishes > mission.begins:
        return [(first, last, mission.begins, mission.finishes)]
    morning = _follow(first)
    evenings = first if last <= morning else last
    return [(first, evenings, mission.begins, _LATE), (morning, max(morning, last), _MIDNIGHT, mission.finishes)]


def _follow(day: str) -> str:
    """Return the next day; of what is no day, in a folder that is somebody else's work, itself."""
    try:
        return (date.fromisoformat(day) + timedelta(days=1)).isoformat()
    except (ValueError, OverflowError):
        return day
