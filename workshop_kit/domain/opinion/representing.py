"""What unites opinion groups, and what distinguishes each: Polis's counts and tests, statement by statement."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from typing import Final

import numpy as np

from workshop_kit.domain.opinion.plane import Floats, Ints
from workshop_kit.domain.statements import AGREE, DISAGREE

#: One-sided test at 90 % (Polis: ``z-sig-90?``).
_SIGNIFICANT: Final = 1.2816
#: Statements that a group is known by, at most.
DISTINGUISHING_AT_MOST: Final = 5


@dataclass(frozen=True)
class GroupCount:
    """How one group answered one statement: how many of those who ``seen`` it agree and disagree."""

    agree: int
    disagree: int
    seen: int


@dataclass(frozen=True)
class Unity:
    """How far all groups agree with one statement, and how far they all refuse it.

    ``agree`` and ``disagree`` are group-informed consensus, 0 to 1: the product over groups of
    ``(answers + 1) / (seen + 2)``. One group that does not follow brings it down, however large the others are.
    """

    statement: str
    agree: float
    disagree: float
    counts: tuple[GroupCount, ...]

    @property
    def unites(self) -> int | None:
        """1 where in each group more than half agree, -1 where more than half refuse, else None."""
        if all(2 * (one.agree + 1) > one.seen + 2 for one in self.counts):
            return AGREE
        if all(2 * (one.disagree + 1) > one.seen + 2 for one in self.counts):
            return DISAGREE
        return None


@dataclass(frozen=True)
class Distinction:
    """One statement that a group is known by: how many of it took this stance, beside everybody else.

    ``likelier`` is how many times likelier this answer is in the group (``repness``), ``likelier_test`` the
    two-proportion z of that, ``share_test`` the z of its share against a half. ``stance`` is 1 or -1.
    """

    statement: str
    stance: int
    count: int
    seen: int
    share: float
    share_test: float
    likelier: float
    likelier_test: float

    @property
    def weight(self) -> float:
        """By what distinctions are ordered: Polis's ``repness-metric``."""
        return self.likelier * self.likelier_test * self.share * self.share_test


def count_groups(table: Floats, labels: Ints) -> tuple[tuple[GroupCount, ...], ...]:
    """Return for each column how each group answered; rows with the label -1 are in none."""
    groups = range(int(labels.max(initial=-1)) + 1)
    agree = [(table[labels == group] == AGREE).sum(axis=0) for group in groups]
    disagree = [(table[labels == group] == DISAGREE).sum(axis=0) for group in groups]
    seen = [(~np.isnan(table[labels == group])).sum(axis=0) for group in groups]
    return tuple(
        tuple(GroupCount(int(agree[one][column]), int(disagree[one][column]), int(seen[one][column])) for one in groups)
        for column in range(table.shape[1])
    )


def measure_unity(statement: str, counts: tuple[GroupCount, ...]) -> Unity:
    """Return how far all groups answered one statement alike (Polis: ``group-aware-consensus``)."""
    agree = disagree = 1.0
    for one in counts:
        agree *= (one.agree + 1) / (one.seen + 2)
        disagree *= (one.disagree + 1) / (one.seen + 2)
    return Unity(statement, agree, disagree, counts)


def distinguish_group(unities: tuple[Unity, ...], group: int) -> tuple[Distinction, ...]:
    """Return what one group is known by, agreements first: Polis's ``select-rep-comments``.

    Statements whose answer is both more than half and likelier than elsewhere, each tested at 90 %, the weightiest
    five; before them the one the group agrees with most. Where none passes, that one alone, or the nearest to passing.
    """
    pairs = [_compare(unity, group) for unity in unities]
    best_agreed = _find_best_agreed([agreed for agreed, _ in pairs])
    chosen = [_choose_stance(*pair) for pair in pairs]
    passing = [one for one, pair in zip(chosen, pairs, strict=True) if any(map(_passes, pair))]
    if not passing:
        if best_agreed is not None:
            return (best_agreed,)
        return (max(chosen, key=lambda one: (one.likelier_test, one.statement)),) if chosen else ()
    passing.sort(key=lambda one: (-one.weight, one.statement))
    kept = ([] if best_agreed is None else [best_agreed]) + [
        one for one in passing if best_agreed is None or one.statement != best_agreed.statement
    ]
    return tuple(sorted(kept[:DISTINGUISHING_AT_MOST], key=lambda one: -one.stance))


def _compare(unity: Unity, group: int) -> tuple[Distinction, Distinction]:
    """Compare one group with all the others together on one statement: its agreement, then its disagreement."""
    own = unity.counts[group]
    others = [one for index, one in enumerate(unity.counts) if index != group]
    seen = sum(one.seen for one in others)
    return (
        _test(unity.statement, AGREE, own.agree, own.seen, sum(one.agree for one in others), seen),
        _test(unity.statement, DISAGREE, own.disagree, own.seen, sum(one.disagree for one in others), seen),
    )


def _test(statement: str, stance: int, count: int, seen: int, beyond: int, seen_beyond: int) -> Distinction:
    share = (count + 1) / (seen + 2)
    return Distinction(
        statement,
        stance,
        count,
        seen,
        share,
        score_share(count, seen),
        share / ((beyond + 1) / (seen_beyond + 2)),
        score_shares(count, seen, beyond, seen_beyond),
    )


def score_share(count: int, seen: int) -> float:
    """Return the z of a share against a half, with one answer more of the kind (Polis: ``prop-test``)."""
    return 2 * sqrt(seen + 1) * ((count + 1) / (seen + 1) - 0.5)


def score_shares(count: int, seen: int, beyond: int, seen_beyond: int) -> float:
    """Return the z of two proportions, with one answer more on each side (Polis: ``two-prop-test``)."""
    count, seen, beyond, seen_beyond = count + 1, seen + 1, beyond + 1, seen_beyond + 1
    pooled = (count + beyond) / (seen + seen_beyond)
    if pooled >= 1:
        return 0.0
    return (count / seen - beyond / seen_beyond) / sqrt(pooled * (1 - pooled) * (1 / seen + 1 / seen_beyond))


def _passes(one: Distinction) -> bool:
    return one.share_test > _SIGNIFICANT and one.likelier_test > _SIGNIFICANT


def _choose_stance(agreed: Distinction, refused: Distinction) -> Distinction:
    return agreed if agreed.likelier_test > refused.likelier_test else refused


def _find_best_agreed(agreed: list[Distinction]) -> Distinction | None:
    """Return what the group agrees with most, and more than others if there is such; None where nothing qualifies."""
    best: Distinction | None = None
    for one in agreed:
        if one.count == 0:
            continue
        if best is None:
            better = one.share_test > _SIGNIFICANT or (one.likelier > 1 and one.share > 0.5)
        elif best.likelier > 1:
            better = one.weight > best.weight
        else:
            better = one.share * one.share_test > best.share * best.share_test
        best = one if better else best
    return best
