"""The lot against the usual greedy draw: ``python -m tests.load.lot [--quick]``, or ``--only lot`` of the bench.

The greedy draw takes, again and again, the feature that is scarcest for what its quota still asks, somebody of it by
chance, and begins anew where that leads nowhere: what sortition foundations long used, by which the published example
leaves one person of 200 with 1.21 % instead of 10 %.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from random import Random
from typing import Any, Final

from workshop_kit.domain.lot import make_lottery
from workshop_kit.domain.lots import Quota

#: How often a greedy draw is begun anew at most.
_TRIES: Final = 100
People = tuple[tuple[int, ...], ...]
Case = tuple[People, tuple[Quota, ...], int]
_CATEGORIES: Final = {"gender": 3, "age": 5, "schooling": 4, "region": 8, "town": 3, "abroad": 2, "view": 4, "work": 6}


def make_example() -> Case:
    """Return the small example of the article."""
    features = (("gender", "female"), ("gender", "male"), ("leaning", "liberal"), ("leaning", "conservative"))
    people = ((0, 2),) * 99 + ((1, 3),) * 100 + ((0, 3),)
    return people, tuple(Quota(*one, 9, 20) for one in features), 20


def make_pool(number: int, size: int, slack: float, seed: int = 1) -> Case:
    """Return an invented pool whose features go together, with quotas of a panel that looks otherwise than the pool."""
    dice = Random(seed)
    leaning = [dice.gauss(0, 1) for _ in range(number)]
    people: list[list[int]] = [[] for _ in range(number)]
    features: list[tuple[str, str]] = []
    for category, many in _CATEGORIES.items():
        load, first = dice.gauss(0, 0.7), len(features)
        features += [(category, str(one)) for one in range(many)]
        for person, one in enumerate(people):
            share = (load * leaning[person] + dice.gauss(0, 1) + 2.5) / 5
            one.append(first + min(many - 1, max(0, int(share * many))))
    some = sorted(range(number), key=lambda one: dice.random() ** (2.718281828 ** -leaning[one]), reverse=True)[:size]
    quotas = []
    for place, feature in enumerate(features):
        count = sum(place in people[one] for one in some)
        quotas.append(Quota(*feature, int(count * (1 - slack)), -int(-count * (1 + slack))))
    return tuple(map(tuple, people)), tuple(quotas), size


def draw_greedily(people: People, quotas: Sequence[Quota], size: int, dice: Random) -> tuple[set[int], int]:
    """Return a panel drawn greedily and how often it was begun; nobody where no time led anywhere."""
    for tries in range(1, _TRIES + 1):
        taken, free = set[int](), set(range(len(people)))
        counts = [0] * len(quotas)
        while len(taken) < size and free:
            have = [0] * len(quotas)
            for person in free:
                for place in people[person]:
                    have[place] += 1
            short = [(q.least - counts[p]) / have[p] if have[p] else 0.0 for p, q in enumerate(quotas)]
            worst = max(range(len(quotas)), key=lambda place: (short[place], dice.random()))
            among = sorted(free) if short[worst] <= 0 else sorted(one for one in free if worst in people[one])
            person = dice.choice(among)
            taken.add(person)
            for place in people[person]:
                counts[place] += 1
            full = {place for place, one in enumerate(quotas) if counts[place] >= one.most}
            free = {one for one in free if one not in taken and not full.intersection(people[one])}
        if len(taken) == size and all(one.least <= counts[place] for place, one in enumerate(quotas)):
            return taken, tries
    return set(), tries


def measure(name: str, case: Case, draws: int) -> dict[str, Any]:
    """Return the least chances and the times of both ways."""
    people, quotas, size = case
    began = time.process_time()
    ours = make_lottery(people, quotas, size)
    took = time.process_time() - began
    can = [chance for chance in ours.chances if chance]
    row: dict[str, Any] = {
        "case": name,
        "kinds": len(set(people)),
        "floor": min(can),
        "deviation": ours.deviation,
        "cpu": round(took, 1),
    }
    dice, counts, tries = Random(1), [0] * len(people), 0
    began = time.process_time()
    for _ in range(draws):
        panel, begun = draw_greedily(people, quotas, size, dice)
        tries += begun
        for one in panel:
            counts[one] += 1
    least = min(count for count, chance in zip(counts, ours.chances, strict=True) if chance)
    taken = time.process_time() - began
    return {**row, "draws": draws, "greedy": least / draws, "tries": tries / draws, "greedy_cpu": taken}


def run_lots(*, quick: bool) -> list[dict[str, Any]]:
    """Measure the example, and pools of which the largest has 2,000 people for a panel of 200."""
    rows = [measure("example (published greedy draw: 1.21 %)", make_example(), 300 if quick else 5_000)]
    rows.append(measure("300 for 30, ±10 %", make_pool(300, 30, 0.1), 20 if quick else 500))
    if not quick:
        rows += [measure(f"2000 for 200, ±{slack:.0%}", make_pool(2000, 200, slack), 300) for slack in (0.1, 0.02, 0.0)]
    return rows


if __name__ == "__main__":
    for measured in run_lots(quick="--quick" in sys.argv):
        print(measured, flush=True)
