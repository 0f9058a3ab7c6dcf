"""Learn on four fifths of the pairs, count on the last: ``python -m tests.grouping.cross_validate``.

With meaning, the weights and how sure it must be are chosen anew for each fold, by words the likeness asked for. The
tables were written with these pairs in sight: what is counted here tells of weights and thresholds, not of words that
no table knows. An opposite, a look-alike or a stranger that is suggested weighs as ten that say the same and are
missed.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Iterator, Sequence

from tests.grouping.evaluate import LABELS, measure_cosines
from tests.grouping.fit import FILES, fit_weights, learn_from, list_strangers, read_pairs
from workshop_kit.domain.grouping.suggesting import LIMITS, Limits, Pairing, pair_ideas

FOLDS = 5
WRONG = 10
ALIKE = (0.6, 0.64, 0.68, 0.72, 0.76)
SURE = (0.3, 0.35, 0.4, 0.5)

Pair = dict[str, str]


def cross_validate(*, meaning: bool, rounds: int = 4) -> dict[str, tuple[float, int]]:
    """Return for each label how many of its pairs were suggested as the same, where they taught nothing."""
    pairs = [pair for path in FILES for pair in read_pairs(path)]
    strangers = list_strangers() if meaning else []
    cosines: list[float | None] = [None] * len(pairs)
    far: list[float] = []
    if meaning:
        both = [*pairs, *strangers]
        measured = measure_cosines([pair["first"] for pair in both], [pair["second"] for pair in both])
        cosines, far = list(measured[: len(pairs)]), measured[len(pairs) :]
    counts: Counter[str] = Counter()
    for seed in range(rounds):
        for held in _split(len(pairs), seed):
            taught = [at for at in range(len(pairs)) if at not in held]
            limits = _list_limits([pairs[at] for at in taught], [cosines[at] for at in taught], strangers, far)
            best = max(limits, key=lambda one: _score(pairs, cosines, taught, one))
            counts.update(pairs[at]["label"] for at in held if _is_suggested(pairs[at], cosines[at], best))
    totals = Counter(pair["label"] for pair in pairs)
    return {label: (counts[label] / rounds, totals[label]) for label in LABELS}


def _list_limits(
    pairs: Sequence[Pair], cosines: Sequence[float | None], strangers: Sequence[Pair], far: Sequence[float]
) -> list[Limits]:
    """Return the limits that are tried, those in use first: of equals, the first is chosen."""
    near = [cosine for cosine in cosines if cosine is not None]
    if not near:
        return [LIMITS, *(Limits(alike=alike) for alike in ALIKE)]
    weights = fit_weights([*learn_from(pairs, near), *learn_from(strangers, far)])
    return [Limits(sure=sure, weights=weights) for sure in SURE]


def _is_suggested(pair: Pair, meant: float | None, limits: Limits) -> bool:
    return pair_ideas(pair["first"], pair["second"], meant, limits=limits)[0] is Pairing.SAME


def _split(number: int, seed: int) -> Iterator[set[int]]:
    places = list(range(number))
    random.Random(seed).shuffle(places)
    for fold in range(FOLDS):
        yield set(places[fold::FOLDS])


def _score(pairs: Sequence[Pair], cosines: Sequence[float | None], taught: Sequence[int], limits: Limits) -> int:
    """Return how good limits are on the pairs that taught."""
    return sum(
        1 if pairs[at]["label"] == "same" else -WRONG for at in taught if _is_suggested(pairs[at], cosines[at], limits)
    )


def main() -> None:
    """Print how many pairs of each label are suggested as the same, as the mean of all rounds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--meaning", action="store_true", help="measure meanings too (extra: meaning)")
    for label, (counted, total) in cross_validate(meaning=parser.parse_args().meaning).items():
        print(f"{label:10} {counted:6.1f} of {total}")


if __name__ == "__main__":
    main()
