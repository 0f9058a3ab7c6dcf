"""A ballot that was typed is read by its rule, and what it cannot say is refused with the number it stands at."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from workshop_kit.domain.ballots import VoteKind, VoteRule
from workshop_kit.domain.ideas import Option
from workshop_kit.domain.model import Idea
from workshop_kit.domain.paper_ballots import read_paper
from workshop_kit.errors import InvalidEntry

NOW = datetime(2026, 11, 14, 9, tzinfo=UTC)
OPTIONS = tuple(
    Option(one, one, "home", (Idea(one, "home", one, None, None, NOW),), lone=True) for one in ("a", "b", "c")
)
COSTS = {"a": 400, "c": 700}
GRADES, STATEMENTS = VoteRule(VoteKind.GRADES), VoteRule(VoteKind.STATEMENTS)
FIVE = VoteRule(VoteKind.GRADES, grades=5)
APPROVALS, POINTS = VoteRule(VoteKind.BUDGET, to_spend=1000), VoteRule(VoteKind.BUDGET, to_spend=1000, points=10)


@pytest.mark.parametrize(
    ("rule", "numbers", "values", "read"),
    [
        (VoteRule(), (3, 3, 1), (), {"c": 2, "a": 1}),
        (GRADES, (1, 3), (6, 0), {"a": 6, "c": 0}),
        (FIVE, (2,), (3,), {"b": 3}),
        (STATEMENTS, (1, 2, 3), (1, -1, 0), {"a": 1, "b": -1, "c": 0}),
        (APPROVALS, (3,), (), {"c": 1}),
        (POINTS, (1, 3), (7, 0), {"a": 7}),
        (GRADES, (), (), {}),
    ],
)
def test_a_ballot_is_read(rule: VoteRule, numbers: tuple[int, ...], values: tuple[int, ...], read: Any) -> None:
    assert read_paper(rule, OPTIONS, numbers, values, COSTS) == read


@pytest.mark.parametrize(
    ("rule", "numbers", "values", "code"),
    [
        (VoteRule(), (1,), (1,), "other-ballot"),
        (VoteRule(budget=2, most=1), (1, 1), (), "dots-out-of-range"),
        (GRADES, (1, 2), (6,), "other-ballot"),
        (GRADES, (4,), (6,), "no-such-option"),
        (GRADES, (1, 1), (6, 5), "option-marked-twice"),
        (FIVE, (1,), (6,), "grade-not-offered"),
        (STATEMENTS, (1,), (2,), "stance-unknown"),
        (APPROVALS, (2,), (), "option-without-cost"),
        (APPROVALS, (1, 3), (), "choice-over-sum"),
        (POINTS, (1, 3), (6, 5), "no-points-left"),
        (POINTS, (1,), (-1,), "project-points-out-of-range"),
    ],
)
def test_what_cannot_be_is_refused(
    rule: VoteRule, numbers: tuple[int, ...], values: tuple[int, ...], code: str
) -> None:
    with pytest.raises(InvalidEntry) as refused:
        read_paper(rule, OPTIONS, numbers, values, COSTS)
    assert refused.value.code == code
