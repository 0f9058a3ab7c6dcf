"""Choose the weights of ``workshop_kit.domain.grouping.weighing`` on labelled pairs: ``python -m tests.grouping.fit``.

Pairs that the gate turns away teach nothing. Of strangers there are few among the labelled pairs and many in a room:
ideas of two different pairs of one file are strangers too.
"""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from scipy.optimize import minimize

from tests.grouping.evaluate import measure_cosines
from workshop_kit.domain.grouping.comparing import compare
from workshop_kit.domain.grouping.gate import Relation, relate
from workshop_kit.domain.grouping.reading import read_idea
from workshop_kit.domain.grouping.suggesting import MEANT_LEAST
from workshop_kit.domain.grouping.weighing import WEIGHTS, measure_pair

NAMES: Final = ("seen", "own", "more", "third", "plain", "fourth", "fifth")
FILES: Final = [Path(__file__).with_name(f"pairs_{name}.jsonl") for name in NAMES]
#: Strangers tried in each file and language, of which those count whose meanings are not far apart.
TRIED: Final = 400
#: How much one pair of a label counts. An opposite that passed the gate must not pass here too.
COUNTS: Final = {"same": 1.0, "lookalike": 1.5, "other": 2.0, "opposite": 3.0, "stranger": 0.3}
#: How strongly weights are held near 0, each in units of the spread of its measure.
HELD: Final = 1.0


@dataclass(frozen=True)
class Known:
    """A pair that teaches: what is weighed of it, whether it says the same, and how much it counts."""

    measures: dict[str, float]
    same: bool
    counts: float


def learn_from(pairs: Sequence[dict[str, str]], cosines: Sequence[float]) -> list[Known]:
    """Return what pairs teach whose meanings are as near as ``cosines`` say: those that pass the gate."""
    found = []
    for pair, meant in zip(pairs, cosines, strict=True):
        one, other = (read_idea(text) for text in sorted((pair["first"], pair["second"])))
        compared = compare(one, other)
        if meant >= MEANT_LEAST and relate(one, other, compared) is Relation.FREE:
            found.append(Known(measure_pair(compared, meant), pair["label"] == "same", COUNTS[pair["label"]]))
    return found


def fit_weights(known: Sequence[Known]) -> dict[str, float]:
    """Return the weights of a logistic regression, whose squares are held small."""
    names = list(WEIGHTS)
    table = np.array([[one.measures[name] for name in names] for one in known])
    same, counts = np.array([one.same for one in known]), np.array([one.counts for one in known])
    spread = table.std(axis=0)
    spread[names.index("always")] = 1.0
    held = np.array([0.0 if name == "always" else HELD for name in names])

    def lose(weights: np.ndarray) -> tuple[float, np.ndarray]:
        sums = table / spread @ weights
        missed = 1 / (1 + np.exp(-sums)) - same
        loss = counts @ (np.logaddexp(0, sums) - same * sums) + held @ weights**2 / 2
        return float(loss), (table / spread).T @ (counts * missed) + held * weights

    found = minimize(lose, np.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": 5000})
    return dict(zip(names, (found.x / spread).tolist(), strict=True))


def read_pairs(path: Path) -> list[dict[str, str]]:
    """Return the labelled pairs of a file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def list_strangers() -> list[dict[str, str]]:
    """Return strangers of each file: the first idea of one pair with the second of another, in one language."""
    mixed = []
    for path in FILES:
        pairs = read_pairs(path)
        chance = random.Random(len(pairs))
        for language in ("fr", "en"):
            spoken = [pair for pair in pairs if pair["language"] == language]
            for _ in range(TRIED if len(spoken) > 1 else 0):
                one, other = chance.sample(spoken, 2)
                mixed.append({**one, "second": other["second"], "label": "stranger"})
    return mixed


def main() -> None:
    """Print the table of weights."""
    pairs = [pair for path in FILES for pair in read_pairs(path)] + list_strangers()
    cosines = measure_cosines([pair["first"] for pair in pairs], [pair["second"] for pair in pairs])
    for name, weight in fit_weights(learn_from(pairs, cosines)).items():
        print(f'    "{name}": {weight:.2f},')


if __name__ == "__main__":
    main()
