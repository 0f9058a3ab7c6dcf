"""Choose thresholds on four fifths of the pairs, count on the last: ``python -m tests.grouping.cross_validate``.

The tables were written with these pairs in sight: what is counted here tells of the thresholds, not of words that no
table knows. An opposite, a look-alike or a stranger that is suggested weighs as ten that say the same and are missed.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import product
from pathlib import Path

from tests.grouping.evaluate import LABELS, measure_cosines
from workshop_kit.domain.grouping.suggesting import LIMITS, Limits, Pairing, pair_ideas

FILES = [
    Path(__file__).with_name(f"pairs_{name}.jsonl") for name in ("seen", "own", "more", "third", "plain", "fourth")
]
FOLDS = 5
WRONG = 10
ALIKE = (0.6, 0.64, 0.68, 0.72, 0.76)
MEANT = (0.36, 0.4, 0.44, 0.48)
NEAR = (0.32, 0.36, 0.42, 0.48)


def list_limits(*, meaning: bool) -> list[Limits]:
    """Return the thresholds that are tried, those in use first: of equals, the first is chosen."""
    grid = [Limits(*one) for one in product(ALIKE, MEANT, NEAR)] if meaning else [Limits(alike) for alike in ALIKE]
    return [LIMITS, *(one for one in grid if one != LIMITS)]


def cross_validate(*, meaning: bool, rounds: int = 4) -> dict[str, tuple[float, int]]:
    """Return for each label how many of its pairs were suggested as the same, where they chose no threshold."""
    pairs = [json.loads(line) for path in FILES for line in path.read_text(encoding="utf-8").splitlines()]
    limits = list_limits(meaning=meaning)
    suggested = _suggest(pairs, limits, meaning=meaning)
    counts: Counter[str] = Counter()
    for seed in range(rounds):
        for held in _split(len(pairs), seed):
            best = max(range(len(limits)), key=lambda one: _score(pairs, suggested[one], held))
            counts.update(pairs[at]["label"] for at in held if suggested[best][at])
    totals = Counter(pair["label"] for pair in pairs)
    return {label: (counts[label] / rounds, totals[label]) for label in LABELS}


def _suggest(pairs: Sequence[dict[str, str]], limits: Sequence[Limits], *, meaning: bool) -> list[list[bool]]:
    firsts, seconds = [pair["first"] for pair in pairs], [pair["second"] for pair in pairs]
    cosines: Sequence[float | None] = measure_cosines(firsts, seconds) if meaning else [None] * len(pairs)
    return [
        [
            pair_ideas(first, second, meant, limits=one)[0] is Pairing.SAME
            for first, second, meant in zip(firsts, seconds, cosines, strict=True)
        ]
        for one in limits
    ]


def _split(number: int, seed: int) -> Iterator[set[int]]:
    places = list(range(number))
    random.Random(seed).shuffle(places)
    for fold in range(FOLDS):
        yield set(places[fold::FOLDS])


def _score(pairs: Sequence[dict[str, str]], suggested: Sequence[bool], held: set[int]) -> int:
    """Return how good thresholds are on all pairs but those held out."""
    return sum(
        1 if pair["label"] == "same" else -WRONG for at, pair in enumerate(pairs) if at not in held and suggested[at]
    )


def main() -> None:
    """Print how many pairs of each label are suggested as the same, as the mean of all rounds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--meaning", action="store_true", help="measure meanings too (extra: meaning)")
    for label, (counted, total) in cross_validate(meaning=parser.parse_args().meaning).items():
        print(f"{label:10} {counted:6.1f} of {total}")


if __name__ == "__main__":
    main()
