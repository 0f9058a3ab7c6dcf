"""Trends of the gauges (*évolution des jauges*): what each showed at the moments of a challenge's course."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from workshop_kit.domain.gauges import Gauges, Given, Likeness, TrendMoment, TrendPoint, measure_gauges
from workshop_kit.domain.ideas import measure_likeness
from workshop_kit.domain.shift import Shift


@dataclass(frozen=True)
class Stop:
    """A moment at which the gauges of a challenge are read (*relevé*).

    Attributes
    ----------
    moment
        Which one.
    at
        When: what was written or shown later is not counted.
    voted
        In how many rounds each person's ballot counted by then, by id.
    shift
        How far the second vote moved, at the last moment.

    """

    moment: TrendMoment
    at: datetime
    voted: Mapping[str, int] = field(default_factory=dict)
    shift: Shift | None = None


def trace_gauges(given: Given, stops: Sequence[Stop], likeness: Likeness = measure_likeness) -> Gauges:
    """Return the gauges at the last of the stops, each with its trend: one point a stop, in the order of the course.

    Parameters
    ----------
    given
        What was contributed to one challenge in all; its ballots and shift stand in the stops. Without any stop they
        count as they are, and no trend is traced.
    stops
        The moments that were reached, in any order.
    likeness
        As for ``measure_gauges``.

    """
    if not stops:
        return measure_gauges(given, likeness)
    course = tuple(TrendMoment)
    ordered = sorted(stops, key=lambda stop: course.index(stop.moment))
    read = [measure_gauges(cut_given(given, stop), likeness) for stop in ordered]
    trends = [
        tuple(TrendPoint(stop.moment, gauge.value) for stop, gauge in zip(ordered, gauges, strict=True))
        for gauges in zip(*read, strict=True)
    ]
    last = read[-1]
    traced = {str(gauge.name): replace(gauge, trend=trend) for gauge, trend in zip(last, trends, strict=True)}
    return Gauges(**traced, voices=last.voices, sectors=last.sectors)


def cut_given(given: Given, stop: Stop) -> Given:
    """Return what was contributed and shown by a stop."""
    return replace(
        given,
        ideas=[idea for idea in given.ideas if idea.written_at <= stop.at],
        voted=stop.voted,
        shift=stop.shift,
        revealed_at={one: at for one, at in given.revealed_at.items() if at <= stop.at},
        glimpsed_at={one: at for one, at in given.glimpsed_at.items() if at <= stop.at},
    )
