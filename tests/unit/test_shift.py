"""How far a second vote moved, and whether people came closer together."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop_kit.domain.shift import Shift, measure_shift

BALLOTS = st.dictionaries(st.sampled_from("pqrs"), st.dictionaries(st.sampled_from("abc"), st.integers(0, 5)))


@given(BALLOTS, BALLOTS)
def test_all_numbers_are_shares_and_turning_round_moves_as_far(
    before: dict[str, dict[str, int]], after: dict[str, dict[str, int]]
) -> None:
    for span in (None, 5):
        found, back = measure_shift(before, after, span=span), measure_shift(after, before, span=span)
        if found is None or back is None:
            assert found is back
            continue
        assert found.people == back.people
        assert (found.spread_before, found.spread_after) == (back.spread_after, back.spread_before)
        for value in (found.moved, found.spread_before, found.spread_after):
            assert 0 <= value <= 1 + 1e-12
        assert found.moved == pytest.approx(back.moved)


@given(BALLOTS)
def test_who_votes_alike_twice_moves_nothing(ballots: dict[str, dict[str, int]]) -> None:
    for span in (None, 5):
        found = measure_shift(ballots, ballots, span=span)
        assert found is None or (found.moved == 0 and not found.narrowed)


def test_dots_put_elsewhere_move_by_their_part() -> None:
    before = {"ana": {"a": 2, "b": 2, "c": 1}, "ben": {"a": 1}}
    after = {"ana": {"a": 2, "b": 2, "d": 1}, "ben": {"b": 1}}
    found = measure_shift(before, after)
    assert found is not None
    assert found.moved == pytest.approx((1 / 5 + 1) / 2)
    assert found.people == 2


def test_all_on_one_is_narrower_than_each_on_another() -> None:
    found = measure_shift({"ana": {"a": 1}, "ben": {"b": 1}}, {"ana": {"a": 1}, "ben": {"a": 1}})
    assert found == Shift(0.5, 1.0, 0.0, 2)
    assert found is not None
    assert found.narrowed


def test_only_those_who_voted_twice_are_compared() -> None:
    before, after = (
        {"ana": {"a": 1}, "ben": {"b": 1}, "eva": {"b": 0}},
        {"ana": {"a": 1}, "luc": {"c": 1}, "eva": {"b": 1}},
    )
    assert measure_shift(before, after) == Shift(0.0, 0.0, 0.0, 1)
    assert measure_shift({}, after) is None


def test_grades_move_by_their_steps_and_a_blank_is_not_compared() -> None:
    before, after = {"ana": {"a": 0, "b": 6}}, {"ana": {"a": 3, "c": 1}}
    found = measure_shift(before, after, span=6)
    assert found is not None
    assert found.moved == 0.5
    apart = measure_shift({"ana": {"a": 0}, "ben": {"a": 6}}, {"ana": {"a": 2}, "ben": {"a": 4}}, span=6)
    assert apart is not None
    assert (apart.spread_before, apart.narrowed) == (1.0, True)
    assert apart.spread_after == pytest.approx(1 / 3)
    assert measure_shift({"ana": {"a": 0}}, {"ana": {"b": 0}}, span=6) is None
