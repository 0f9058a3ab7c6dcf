"""K-means on the plane of opinions from many starts, and how many groups there are by silhouette.

Polis starts k-means where the people who came first stand, and goes on from its last result at each vote: what it ends
with depends on a history that no file tells. Here every start is tried that its history could have had, and what
is taken is what most histories lead to: see docs/method/opinion.md.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

from workshop_kit.domain.opinion.plane import Floats, Ints

#: Groups at most (Polis: ``max-k``), and one more group for each so many people (``max-k-fn``).
GROUPS_AT_MOST: Final = 5
_PEOPLE_A_GROUP: Final = 12
#: From how many places each number of groups is looked for.
_STARTS: Final = 240
_ROUNDS: Final = 100
#: A partition that fewer of the starts lead to is an accident: often one person apart from all the others.
_SHARE_OF_STARTS: Final = 0.03
#: Partitions whose sums of squares differ by less are as good as each other, and the silhouette tells between them.
_AS_GOOD: Final = 0.006
#: How many of these are compared, those that most starts lead to.
_COMPARED_AT_MOST: Final = 30
#: One more group must be this much clearer: it stands for Polis's ``group-k-smoother``, which holds a number back.
_CLEARER: Final = 0.05
#: Steps between the places of a start, along the order of people on the plane.
_STEPS: Final = (1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233, 377, 610)


@dataclass(frozen=True)
class Partition:
    """People parted in groups: each row's group from 0, and how clear it is (mean silhouette, -1 to 1)."""

    labels: Ints
    silhouette: float

    @property
    def number(self) -> int:
        """How many groups."""
        return int(self.labels.max()) + 1


def choose_partition(places: Floats) -> Partition | None:
    """Return the people (rows) parted in 2 to 5 groups by silhouette; None where they all stand on one place."""
    distances = _measure_distances(places)
    chosen: Partition | None = None
    for number in range(2, min(GROUPS_AT_MOST, 2 + len(places) // _PEOPLE_A_GROUP) + 1):
        partition = _part(places, distances, number)
        if partition is not None and (chosen is None or partition.silhouette > chosen.silhouette + _CLEARER):
            chosen = partition
    return chosen


def _part(places: Floats, distances: Floats, number: int) -> Partition | None:
    """Return the best partition in so many groups that enough of the starts lead to, or None if none has so many."""
    starts = _list_starts(places, number)
    if len(starts) == 0:
        return None
    labels, costs = _run_lloyd(places, places[starts])
    same: dict[bytes, list[int]] = {}
    for start, row in enumerate(labels):
        same.setdefault(row.tobytes(), []).append(start)
    found: dict[tuple[int, ...], tuple[int, float]] = {}
    for alike in same.values():
        named = _name_in_order(labels[alike[0]])
        if max(named) + 1 == number:
            times, cost = found.get(named, (0, np.inf))
            found[named] = times + len(alike), min(cost, float(costs[alike].min()))
    if not found:
        return None
    return max(
        (Partition(one, measure_silhouette(distances, one)) for one in _keep_good(found)),
        key=lambda partition: (partition.silhouette, tuple(partition.labels)),
    )


def _keep_good(found: Mapping[tuple[int, ...], tuple[int, float]]) -> list[Ints]:
    """Return the partitions that are no accident and as good as the best of these, of how often each and its cost."""
    total, most = sum(times for times, _ in found.values()), max(times for times, _ in found.values())
    often = {one: both for one, both in found.items() if both[0] >= min(most, _SHARE_OF_STARTS * total)}
    least = min(cost for _, cost in often.values())
    good = [(-times, one) for one, (times, cost) in often.items() if cost <= least * (1 + _AS_GOOD)]
    return [np.array(one, dtype=np.int64) for _, one in sorted(good)[:_COMPARED_AT_MOST]]


def _list_starts(places: Floats, number: int) -> Ints:
    """Return rows that k-means starts from (starts, number): people at even steps along the first component."""
    order = np.lexsort((places[:, 1], places[:, 0]))
    steps = [step for step in _STEPS if step * (number - 1) < len(places)]
    apart = max(1, len(places) * len(steps) // _STARTS)

    def list_places() -> Iterator[list[int]]:
        for step in steps:
            for first in range(0, len(places), apart):
                yield [(first + step * one) % len(places) for one in range(number)]

    return np.array([order[one] for one in list_places()], dtype=np.int64)


def _run_lloyd(places: Floats, centres: Floats) -> tuple[Ints, Floats]:
    """Run k-means from each start (starts, groups, 2) until nobody moves: labels (starts, people), sums of squares."""
    number = centres.shape[1]
    labels = np.full((len(centres), len(places)), -1, dtype=np.int64)
    moving = np.arange(len(centres))
    centres = centres.copy()
    for _ in range(_ROUNDS):
        now = _find_nearest(places, centres[moving])
        moved = (now != labels[moving]).any(axis=1)
        labels[moving] = now
        moving, now = moving[moved], now[moved]
        if len(moving) == 0:
            break
        for group in range(number):
            inside = (now == group).astype(np.float64)
            count = inside.sum(axis=1)
            mean = inside @ places / np.maximum(count, 1)[:, None]
            centres[moving, group] = np.where(count[:, None] > 0, mean, centres[moving, group])
    own = np.take_along_axis(centres, labels[:, :, None].repeat(2, axis=2), axis=1)
    return labels, np.asarray(((places[None] - own) ** 2).sum(axis=(1, 2)), dtype=np.float64)


def _find_nearest(places: Floats, centres: Floats) -> Ints:
    across = places[None, :, None, 0] - centres[:, None, :, 0]
    upwards = places[None, :, None, 1] - centres[:, None, :, 1]
    return np.asarray((across**2 + upwards**2).argmin(axis=2), dtype=np.int64)


def _name_in_order(labels: Ints) -> tuple[int, ...]:
    """Return the same groups numbered from 0 in the order they are met, so that equal partitions are equal."""
    names: dict[int, int] = {}
    return tuple(names.setdefault(label, len(names)) for label in labels.tolist())


def _measure_distances(places: Floats) -> Floats:
    across = places[:, None, 0] - places[None, :, 0]
    upwards = places[:, None, 1] - places[None, :, 1]
    return np.asarray(np.sqrt(across**2 + upwards**2), dtype=np.float64)


def measure_silhouette(distances: Floats, labels: Ints) -> float:
    """Return the mean silhouette, -1 to 1: how much nearer people are to their own group than to the next one.

    For each person ``(b - a) / max(a, b)``: ``a`` their mean distance to the others of their group, ``b`` the smallest
    mean distance to another group; 0 for who is alone (Rousseeuw 1987).
    """
    inside = (labels[:, None] == np.unique(labels)).astype(np.float64)
    sums, sizes = distances @ inside, inside.sum(axis=0)
    rows, own = np.arange(len(labels)), np.searchsorted(np.unique(labels), labels)
    within = sums[rows, own] / np.maximum(sizes[own] - 1, 1)
    means = sums / sizes
    means[rows, own] = np.inf
    beyond = means.min(axis=1)
    widest = np.maximum(np.maximum(within, beyond), 1e-12)
    return float(np.where(sizes[own] > 1, (beyond - within) / widest, 0.0).mean())
