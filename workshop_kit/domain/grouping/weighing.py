"""How sure it is that two ideas say the same, where their meaning is measured: a sum of weights, learned from pairs.

``python -m tests.grouping.fit`` chooses the weights of ``WEIGHTS`` on labelled pairs, and prints them.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import exp
from typing import Final

from workshop_kit.domain.grouping.comparing import HEAVY_FROM, Comparison, is_spelt_alike

#: Up to here a nearer meaning tells much, from there on less, and from the second on nothing.
_MEANT_BEND: Final = 0.35
_MEANT_ENOUGH: Final = 0.5
#: More that each says instead of the other makes no difference.
_SPARE_ENOUGH: Final = 2.0
#: From here on two sentences have one mould: another word in the same place makes another idea of it.
_MOULD_FROM: Final = 0.35

#: What each measure adds to the logarithm of the odds.
WEIGHTS: Final = {
    "always": -3.94,
    "meant": 22.70,
    "meant_little": -12.44,
    "likeness": 4.77,
    "meant_and_likeness": 1.36,
    "spare": -0.90,
    "template": -3.89,
    "mould": -17.76,
    "worded": -2.18,
}


def measure_pair(pair: Comparison, meant: float) -> dict[str, float]:
    """Return what is weighed of two ideas, by the names of ``WEIGHTS``.

    Parameters
    ----------
    pair
        The two, compared word by word.
    meant
        The cosine of their meanings (-1..1).

    """
    bounded = min(meant, _MEANT_ENOUGH)
    return {
        "always": 1.0,
        "meant": bounded,
        "meant_little": min(meant, _MEANT_BEND),
        "likeness": pair.likeness,
        "meant_and_likeness": bounded * pair.likeness,
        "spare": min(pair.spare, _SPARE_ENOUGH),
        "template": pair.template,
        "mould": max(0.0, pair.template - _MOULD_FROM) if pair.replaced else 0.0,
        "worded": float(agree_in_the_same_words(pair)),
    }


def weigh_pair(pair: Comparison, meant: float, weights: Mapping[str, float] = WEIGHTS) -> float:
    """Return how sure it is that two ideas say the same, from 0 to 1."""
    return weigh_measures(measure_pair(pair, meant), weights)


def weigh_measures(measures: Mapping[str, float], weights: Mapping[str, float] = WEIGHTS) -> float:
    """Return the logistic function of a weighted sum of what was measured of two ideas, from 0 to 1."""
    return 1 / (1 + exp(-sum(weights[name] * value for name, value in measures.items())))


def agree_in_the_same_words(pair: Comparison) -> bool:
    """Say whether what agrees is written alike in both, and nothing that weighs is said in another word."""
    heavy = [(one, other) for one, other in pair.agreed if min(one.weight, other.weight) >= HEAVY_FROM]
    return bool(heavy) and all(is_spelt_alike(one.plain, other.plain) for one, other in heavy)
