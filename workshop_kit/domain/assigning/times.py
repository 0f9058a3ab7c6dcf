"""When missions are, beside when people can help (*moments*): days and hours read together.

People are asked for weekdays, evenings and weekends; missions say days of the week, dates and hours, each or none of
them. What nobody said keeps nobody from a mission: they are asked first.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta
from itertools import chain
from typing import Final

from workshop_kit.domain.assigning.hours import find_last_day, meet_in_hours
from workshop_kit.domain.forms import Day
from workshop_kit.domain.model import Mission

#: A mission between these two hours is by day.
_MORNING: Final = "06:00"
_DAY_ENDS: Final = "19:00"
#: One that begins from this hour on is an evening's; nobody is asked about nights, which count with evenings.
_EVENING: Final = "17:00"
#: A night may last until this hour of the next morning.
_NIGHT_ENDS: Final = "09:00"
_SATURDAY: Final = 5
_WEEK: Final = 7

#: What somebody has to have offered, all of one of these sets.
Times = frozenset[frozenset[Day]]


def list_times(mission: Mission) -> Times:
    """Return what one has to have offered for a mission (*moments*): all of one of these sets; none: it says no time.

    On a working day its hours decide: from 6 to 19 it is by day, from 17 on or at night an evening's, between 17 and 19
    either; one that is more than that takes both. Where it says no hours, the word for its days does. At a weekend the
    hour does not matter. Its days are those it says, else those of its dates.
    """
    if not (mission.days or mission.first_date or mission.begins):
        return frozenset()
    found = chain.from_iterable(_list_of(word, mission) for word in list_days(mission) or (None, Day.WEEKENDS))
    return frozenset(found)


def list_days_asked(mission: Mission) -> tuple[tuple[Day, ...], ...]:
    """Return the same in an order of its own: all of one of these; empty: it does not matter."""
    order = tuple(Day)
    return tuple(sorted((tuple(sorted(one, key=order.index)) for one in list_times(mission)), key=_in_order))


def _in_order(days: tuple[Day, ...]) -> list[int]:
    order = tuple(Day)
    return [order.index(day) for day in days]


def is_free(offered: Collection[str], times: Times) -> bool:
    """Tell whether somebody who offered these days can come at one of these times; who said no days can."""
    return not offered or not times or any(time <= set(offered) for time in times)


def clash(one: Mission, other: Mission) -> bool:
    """Tell whether two missions are at the same time (*en même temps*): a day in common, and not at other hours.

    A mission without an end is on its first day alone; one without a day is at no time that is known. An evening may be
    that of a weekend.
    """
    if not (one.first_date and other.first_date):
        return False
    hours = bool(one.begins and other.begins)
    days = (list_days(each, to=find_last_day(each)) for each in (one, other))
    return _share_days(*days, hours=hours) and meet_in_hours(one, other)


def _list_of(word: Day | None, mission: Mission) -> list[frozenset[Day]]:
    """Return what one has to have offered for the days of one word; ``None``: working days, by day or not."""
    day, evening = frozenset({Day.WEEKDAYS}), frozenset({Day.EVENINGS})
    if word is Day.WEEKENDS:
        return [frozenset({word})]
    if not mission.begins:
        return [day, evening] if word is None else [frozenset({word})]
    by_day, at_evening = _is_by_day(mission), _is_at_evening(mission)
    if by_day and not at_evening and word is not Day.EVENINGS:
        return [day]
    if at_evening:
        return [day, evening] if by_day else [evening]
    return [day | evening]


def _is_by_day(mission: Mission) -> bool:
    return _MORNING <= mission.begins <= _last_hour(mission) <= _DAY_ENDS


def _is_at_evening(mission: Mission) -> bool:
    begins, last = mission.begins, _last_hour(mission)
    if begins >= _EVENING:
        return last >= begins or last <= _NIGHT_ENDS
    return begins < _MORNING and begins <= last <= _NIGHT_ENDS


def _last_hour(mission: Mission) -> str:
    """Return the last hour that is known: where nobody said when it ends, when it begins."""
    return mission.finishes or mission.begins


def list_days(mission: Mission, to: str = "") -> tuple[Day | None, ...]:
    """Return the days that a mission says, else those of its dates, ``None`` for working days; empty: not known.

    ``to``: the day up to which it goes on, where that is after its last.
    """
    if mission.days:
        return tuple(day for day in Day if day in mission.days)
    try:
        first, last = date.fromisoformat(mission.first_date), date.fromisoformat(max(_end(mission), to))
    except ValueError:  # no date, or none in a folder that is somebody else's work
        return ()
    number = min((last - first).days + 1, _WEEK)
    weekends = {(first + timedelta(days=after)).weekday() >= _SATURDAY for after in range(number)}
    return tuple(day for day, weekend in ((None, False), (Day.WEEKENDS, True)) if weekend in weekends)


def _share_days(one: Collection[Day | None], other: Collection[Day | None], *, hours: bool) -> bool:
    """Tell whether days meet; weekdays and evenings do not, unless the ``hours`` of both are there to tell."""
    if not one or not other:
        return True
    if any(
        Day.WEEKENDS in these and {Day.WEEKENDS, Day.EVENINGS} & set(those)
        for these, those in ((one, other), (other, one))
    ):
        return True
    first, second = ({day for day in days if day is not Day.WEEKENDS} for days in (one, other))
    if hours or None in first or None in second:
        return bool(first and second)
    return bool(first & second)


def _end(mission: Mission) -> str:
    return max(mission.first_date, mission.last_date)
