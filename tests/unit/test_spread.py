"""Marks of a matrix: all are seen, none hides another, and they stand in one place everywhere."""

from __future__ import annotations

import json
import os
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop_kit.domain.matrix import COLUMNS, ROWS, place_scores
from workshop_kit.domain.model import Score
from workshop_kit.domain.spread import place_marks, spread_marks

GOLDEN = Path(__file__).with_name("spread.json")
SIZES = (1, 2, 3, 7, 15, 16, 40, 199, 200)

Counts = list[list[int]]


def fill(count: int, others: int = 0) -> Counts:
    counts = [[others] * len(COLUMNS) for _ in ROWS]
    counts[2][1] = count
    return counts


@pytest.mark.parametrize("count", range(201))
def test_no_two_marks_of_a_cell_overlap_or_leave_it(count: int) -> None:
    spread = spread_marks(fill(count))
    marks = place_marks(spread, 2, 1, count)
    assert len(marks) == len(set(marks)) == count
    for x, y in marks:
        assert 0.5 <= x <= spread.across - 0.5
        assert 0.5 <= y <= spread.down - 0.5
    rows = sorted({y for _, y in marks})
    assert all(other - one == 1 for one, other in pairwise(rows))
    for row in rows:
        assert all(other - one == 1 for one, other in pairwise(sorted(x for x, y in marks if y == row)))


@given(st.lists(st.lists(st.integers(0, 60), min_size=4, max_size=4), min_size=5, max_size=5))
def test_a_mark_is_as_large_in_one_cell_as_in_another(counts: Counts) -> None:
    spread = spread_marks(counts)
    assert spread.across * spread.down >= max(map(max, counts))
    for row, cells in enumerate(counts):
        for column, count in enumerate(cells):
            marks = place_marks(spread, row, column, count)
            assert len(marks) == count
            assert all(0 < x < spread.across and 0 < y < spread.down for x, y in marks)


def test_two_hundred_people_have_marks_that_can_be_seen() -> None:
    spread = spread_marks(fill(10, others=10))
    assert (spread.across, spread.down) == (5, 3)
    spread = spread_marks(fill(200))
    assert spread.down <= 11, "a cell of 60 pixels gives each mark five and more"


@given(
    st.lists(st.tuples(st.sampled_from(COLUMNS), st.sampled_from(ROWS)), max_size=30), st.randoms(use_true_random=False)
)
def test_the_order_of_answers_moves_no_mark(answers: list[tuple[int, int]], dice: Random) -> None:
    scores = [Score(f"p{number}", "c", *answer) for number, answer in enumerate(answers)]
    shuffled = scores.copy()
    dice.shuffle(shuffled)
    assert spread_marks(place_scores(scores).counts) == spread_marks(place_scores(shuffled).counts)


def test_nobody_has_no_mark() -> None:
    assert place_marks(spread_marks(fill(0)), 2, 1, 0) == ()


def test_pages_place_marks_as_print_does() -> None:
    """The front end's own test reads the same file."""
    told = []
    for count in SIZES:
        spread = spread_marks(fill(count))
        places = [list(place) for place in place_marks(spread, 2, 1, count)]
        told.append({"across": spread.across, "down": spread.down, "wide": spread.wide[2][1], "places": places})
    if os.environ.get("UPDATE_GOLDEN"):
        GOLDEN.write_text(json.dumps(told) + "\n", encoding="utf-8")
    assert json.loads(GOLDEN.read_text(encoding="utf-8")) == told
