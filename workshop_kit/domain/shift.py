"""How far a room moved between two votes on the same options, and whether it came closer together.

A second vote is taken after people have heard one another. That may bring them to a better answer or only to the same
one: influence narrows the answers of a group without making them more accurate (Lorenz et al., PNAS 108, 2011). So both
are measured, and neither is called good.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log, sqrt

#: By person, what they gave each option: dots, or the place of a grade on its scale, from 0, or a stance.
Ballots = Mapping[str, Mapping[str, int]]


@dataclass(frozen=True)
class Shift:
    """How far the second vote moved from the first (*déplacement*).

    Attributes
    ----------
    moved
        0..1: nobody changed anything; everybody turned everything round.
    spread_before, spread_after
        0..1: all say the same; as far apart as can be.
    people
        How many voted both times: only they are compared, so that who comes or goes moves nothing.

    """

    moved: float
    spread_before: float
    spread_after: float
    people: int

    @property
    def narrowed(self) -> bool:
        """Whether the second vote was closer together than the first."""
        return self.spread_after < self.spread_before - 1e-9


def measure_shift(before: Ballots, after: Ballots, *, span: int | None = None) -> Shift | None:
    """Measure how far the second vote moved, and how far apart people were in each.

    Parameters
    ----------
    before, after
        The ballots of the two votes. An empty one is none.
    span
        For grades and stances, the steps from the lowest number to the highest: 6 for the places of seven grades, 4 for
        those of five, 2 for −1, 0, 1. What a person left blank is not compared. ``None``: the numbers are dots,
        points or approvals shared out between the options, and what is left out got none.

    Returns
    -------
    Shift or None
        ``None``: nobody gave anything twice that can be compared.

        With dots, ``moved`` is the mean over people of the part of their dots that stands elsewhere than before: half
        the sum over options of the differences between their shares. The spread is Shannon's entropy of the dots of
        all over the options, divided by its greatest value, the logarithm of the number of options that got a dot in
        either vote. With grades and stances, ``moved`` is the mean over people of the mean over the options they judged
        twice of the steps between, divided by ``span``; the spread is the mean over options of the standard deviation,
        divided by its greatest value, half of ``span``.

    """
    both = [person for person in before if _is_cast(before[person], span) and _is_cast(after.get(person, {}), span)]
    first, second = [before[person] for person in both], [after[person] for person in both]
    if not both:
        return None
    pairs = list(zip(first, second, strict=True))
    if span is None:
        options = sorted({one for ballot in (*first, *second) for one in ballot if ballot[one]})
        moved = _average([_share_moved(one, other) for one, other in pairs])
        return Shift(moved, _measure_entropy(first, options), _measure_entropy(second, options), len(both))
    steps = [found for one, other in pairs if (found := _step(one, other, span)) is not None]
    if not steps:
        return None
    return Shift(_average(steps), _measure_deviation(first, span), _measure_deviation(second, span), len(both))


def _is_cast(ballot: Mapping[str, int], span: int | None) -> bool:
    return bool(ballot) if span is not None else any(count > 0 for count in ballot.values())


def _share_moved(before: Mapping[str, int], after: Mapping[str, int]) -> float:
    there, here = sum(before.values()), sum(after.values())
    # added in the order of names: a set has none, and the last digit of a sum follows it
    options = sorted({*before, *after})
    return sum(abs(before.get(one, 0) / there - after.get(one, 0) / here) for one in options) / 2


def _step(before: Mapping[str, int], after: Mapping[str, int], span: int) -> float | None:
    steps = [abs(after[one] - grade) / span for one, grade in sorted(before.items()) if one in after]
    return _average(steps) if steps else None


def _measure_entropy(ballots: Iterable[Mapping[str, int]], options: Sequence[str]) -> float:
    listed = list(ballots)
    sums = [sum(ballot.get(one, 0) for ballot in listed) for one in options]
    if len(options) < 2:
        return 0.0
    shares = [count / sum(sums) for count in sums if count]
    return max(0.0, -sum(share * log(share) for share in shares) / log(len(options)))


def _measure_deviation(ballots: Sequence[Mapping[str, int]], span: int) -> float:
    found = []
    for one in sorted({one for ballot in ballots for one in ballot}):
        given = [ballot[one] for ballot in ballots if one in ballot]
        middle = _average(given)
        found.append(sqrt(_average([(grade - middle) ** 2 for grade in given])) / (span / 2))
    return _average(found)


def _average(values: Sequence[float]) -> float:
    return sum(values) / len(values)
