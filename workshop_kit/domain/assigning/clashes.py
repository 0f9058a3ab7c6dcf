"""Which of many missions are at the same time: what ``times.clash`` says of two, of all of them at once."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, Final

from workshop_kit.domain.assigning.hours import find_last_day, list_spans
from workshop_kit.domain.assigning.times import list_days
from workshop_kit.domain.forms import Day
from workshop_kit.domain.model import Mission

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[Any]

#: The days that a mission may say, each a bit; ``None``: working days, by day or not.
_BITS: Final = {day: 1 << at for at, day in enumerate((None, *Day))}
#: Those with which a weekend meets: an evening may be that of a weekend.
_AT_WEEKENDS: Final = _BITS[Day.WEEKENDS] | _BITS[Day.EVENINGS]


def find_clashes(missions: Sequence[Mission]) -> Numbers:
    """Return missions × missions, whether both are at the same time; none is at the same time as itself.

    Those without a first day are at no time that is known. Of the others each time is compared once, however many
    missions share it.
    """
    import numpy as np

    clashing = np.zeros((len(missions), len(missions)), dtype=bool)
    dated = [at for at, one in enumerate(missions) if one.first_date]
    if not dated:
        return clashing
    times: dict[Hashable, int] = {}
    of = [times.setdefault(_tell_time(missions[at]), len(times)) for at in dated]
    first = {time: missions[at] for at, time in reversed(list(zip(dated, of, strict=True)))}
    several = [first[time] for time in range(len(times))]
    meeting = _share_days(several) & _meet_in_hours(several)
    clashing[np.ix_(dated, dated)] = meeting[np.ix_(of, of)]
    np.fill_diagonal(clashing, val=False)
    return clashing


def find_together(clashing: Numbers, jobs: Sequence[int]) -> list[list[int]]:
    """Cover clashes by cliques (*cliques*): sets of missions that are all at the same time.

    Parameters
    ----------
    clashing
        missions × missions, whether both are at the same time.
    jobs
        Missions of one person; one that is named twice is at the same time as itself.

    Returns
    -------
    list
        Sets of places in ``jobs``, in order; every two that are at the same time are in one of them.

    """
    import numpy as np

    named = np.array(jobs)
    together = clashing[np.ix_(named, named)] | (named[:, None] == named)
    np.fill_diagonal(together, val=False)
    seen, groups = np.zeros_like(together), list[list[int]]()
    for first, second in np.argwhere(np.triu(together)).tolist():
        if seen[first, second]:
            continue
        group = [first, second]
        for one in np.flatnonzero(together[first] & together[second]).tolist():
            if together[one, group].all():
                group.append(one)
        seen[np.ix_(group, group)] = True
        groups.append(sorted(group))
    return groups


def _tell_time(one: Mission) -> Hashable:
    return one.first_date, one.last_date, one.begins, one.finishes, frozenset(one.days)


def _meet_in_hours(missions: Sequence[Mission]) -> Numbers:
    """Return what ``hours.meet_in_hours`` says of each two; of those at one time there is a span or two of each."""
    import numpy as np

    spans = [list_spans(one) for one in missions]
    days = _rank(day for one in spans for span in one for day in span[:2])
    hours = _rank(hour for one in spans for span in one for hour in span[2:])
    meeting = np.zeros((len(missions), len(missions)), dtype=bool)
    ranked = []
    for at in (0, 1):
        chosen = (one[min(at, len(one) - 1)] for one in spans)
        ranked.append(np.array([(days[a], days[b], hours[c], hours[d]) for a, b, c, d in chosen]))
    for here in ranked:
        for there in ranked:
            meeting |= (
                (here[:, None, 0] <= there[None, :, 1])
                & (there[None, :, 0] <= here[:, None, 1])
                & (here[:, None, 2] < there[None, :, 3])
                & (there[None, :, 2] < here[:, None, 3])
            )
    return meeting


def _rank(values: Iterable[str]) -> dict[str, int]:
    return {value: rank for rank, value in enumerate(sorted(set(values)))}


def _share_days(missions: Sequence[Mission]) -> Numbers:
    """Return of each two whether they have a day in common, as ``times.clash`` reads their days."""
    import numpy as np

    said = np.array([sum(_BITS[day] for day in set(list_days(one, to=find_last_day(one)))) for one in missions])
    weekend = (said & _BITS[Day.WEEKENDS]) > 0
    at_weekends = (said & _AT_WEEKENDS) > 0
    others = said & ~_BITS[Day.WEEKENDS]
    begins = np.array([bool(one.begins) for one in missions])
    either = (others & _BITS[None]) > 0
    both = (others > 0)[:, None] & (others > 0)[None, :]
    loosely = (begins[:, None] & begins[None, :]) | either[:, None] | either[None, :]
    shared = np.where(loosely, both, (others[:, None] & others[None, :]) > 0)
    shared |= weekend[:, None] & at_weekends[None, :]
    shared |= at_weekends[:, None] & weekend[None, :]
    shared |= (said == 0)[:, None] | (said == 0)[None, :]
    return np.asarray(shared)
