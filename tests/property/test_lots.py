"""Lots of random small pools: as fair as all their panels allow, found by an independent search through every panel."""

from __future__ import annotations

from itertools import combinations
from random import Random

import numpy as np
import pytest
from scipy.optimize import linprog

from workshop_kit.domain import lot
from workshop_kit.domain.lot import make_lottery, relax_quotas
from workshop_kit.domain.lots import Quota

People = tuple[tuple[int, ...], ...]


def make_pool(seed: int) -> tuple[People, tuple[Quota, ...], int]:
    """Return a pool, its quotas and a size; most have a panel."""
    dice = Random(seed)
    number = dice.randint(3, 10)
    size = dice.randint(1, min(5, number))
    people: list[list[int]] = [[] for _ in range(number)]
    quotas: list[Quota] = []
    for category in range(dice.randint(1, 4)):
        features, first = dice.randint(2, 3), len(quotas)
        for one in people:
            if dice.random() < 0.95:
                one.append(first + dice.randrange(features))
        some = dice.sample(range(number), size)
        for feature in range(features):
            count = sum(first + feature in people[one] for one in some)
            quotas.append(
                Quota(str(category), str(feature), max(0, count - dice.randint(0, 1)), count + dice.randint(0, 1))
            )
    return tuple(map(tuple, people)), tuple(quotas), size


def list_panels(people: People, quotas: tuple[Quota, ...], size: int) -> list[tuple[int, ...]]:
    return [
        panel
        for panel in combinations(range(len(people)), size)
        if all(q.least <= sum(place in people[one] for one in panel) <= q.most for place, q in enumerate(quotas))
    ]


def search_leximin(panels: list[tuple[int, ...]], number: int) -> list[float]:
    """Return the leximin chances over all panels: the least is raised, then who can have no more is settled."""
    stands = np.zeros((number, len(panels)))
    for place, panel in enumerate(panels):
        stands[list(panel), place] = 1
    one = np.ones((1, len(panels)))
    settled: dict[int, float] = {}
    while len(settled) < number:
        open_ = np.array([person not in settled for person in range(number)])
        least = np.array([-settled.get(person, 0.0) + 1e-9 for person in range(number)])
        rows = np.column_stack([-stands, open_.astype(float)])
        goal = np.append(np.zeros(len(panels)), -1.0)
        raised = linprog(goal, A_ub=rows, b_ub=least, A_eq=np.column_stack([one, [0.0]]), b_eq=[1.0]).x[-1]
        bounds = np.where(open_, -raised + 1e-9, least)
        for person in np.flatnonzero(open_):
            most = -linprog(-stands[person], A_ub=-stands, b_ub=bounds, A_eq=one, b_eq=[1.0]).fun
            if most <= raised + 1e-6:
                settled[int(person)] = float(raised)
    return [settled[person] for person in range(number)]


@pytest.mark.parametrize("seed", range(40))
def test_chances_are_those_of_a_search_through_every_panel(seed: int) -> None:
    people, quotas, size = make_pool(seed)
    panels = list_panels(people, quotas, size)
    if not panels:
        assert relax_quotas(people, quotas, size)
        return
    found = make_lottery(people, quotas, size)
    assert found.ideal == pytest.approx(search_leximin(panels, len(people)), abs=1e-5)
    assert set(found.panels) <= set(panels)
    assert sum(found.chances) == pytest.approx(size)
    assert found.deviation <= 1 / lot.PANELS + 1e-6
    assert make_lottery(people, quotas, size) == found


@pytest.mark.parametrize("seed", range(40, 52))
def test_another_order_of_the_list_changes_whose_chances_they_are_and_nothing_else(seed: int) -> None:
    people, quotas, size = make_pool(seed)
    if relax_quotas(people, quotas, size):
        return
    order = Random(seed).sample(range(len(people)), len(people))
    found = make_lottery(people, quotas, size)
    again = make_lottery(tuple(people[one] for one in order), quotas, size)
    assert again.ideal == pytest.approx([found.ideal[one] for one in order], abs=1e-9)
    renamed = tuple(Quota(f"x{one.category}", f"y{one.feature}", one.least, one.most) for one in quotas)
    assert make_lottery(people, renamed, size).panels == found.panels


@pytest.mark.parametrize("seed", range(60, 66))
def test_the_way_of_large_pools_keeps_the_quotas_and_comes_as_near(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    people, quotas, size = make_pool(seed)
    panels = list_panels(people, quotas, size)
    if not panels:
        return
    monkeypatch.setattr(lot, "EXACT_KINDS", 0)
    monkeypatch.setattr(lot, "PANELS", 200)
    found = make_lottery(people, quotas, size)
    assert set(found.panels) <= set(panels)
    assert found.chances == pytest.approx(search_leximin(panels, len(people)), abs=0.016)
