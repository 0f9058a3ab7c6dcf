"""Majority judgment: the median grade, and what parts options whose medians are the same."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop_kit.domain.judgment import Grade, compare_merit, find_median, rank_by_judgment

Ballot = dict[str, Grade | None]
ORSAY = Path(__file__).resolve().parents[3] / "shared" / "data" / "majority-judgment" / "orsay-2007-bureau-01.csv"


def spell(counts: list[int]) -> list[int]:
    """Return the grades of a profile one by one, from the lowest."""
    return [grade for grade, count in enumerate(counts) for _ in range(count)]


def take_apart(counts: list[int]) -> list[int]:
    """Return the majority value as the book defines it: the median grade, taken away, again and again."""
    grades, value = spell(counts), []
    while grades:
        value.append(grades.pop((len(grades) + 1) // 2 - 1))
    return value


@given(st.lists(st.integers(0, 6), min_size=7, max_size=7), st.randoms(use_true_random=False))
def test_two_profiles_compare_as_their_majority_values(counts: list[int], random: object) -> None:
    other = list(counts)
    getattr(random, "shuffle")(other)  # noqa: B009 - hypothesis types its random loosely
    first, second = take_apart(counts), take_apart(other)
    expected = (first > second) - (first < second)
    assert compare_merit(counts, other) == expected == -compare_merit(other, counts)


@given(st.lists(st.integers(0, 9), min_size=7, max_size=7), st.integers(1, 4))
def test_a_profile_that_more_people_gave_alike_is_the_same(counts: list[int], times: int) -> None:
    if sum(counts):
        assert compare_merit(counts, [count * times for count in counts]) == 0


def test_the_median_of_an_even_number_is_the_lower_of_the_two_in_the_middle() -> None:
    assert find_median([0, 0, 0, 0, 1, 0, 1]) is Grade.GOOD
    assert find_median([0] * 7) is None


def test_a_blank_counts_as_the_lowest_grade_unless_blanks_are_left_out() -> None:
    ballots: list[Ballot] = [
        {"a": Grade.GOOD, "b": None},
        {"a": Grade.GOOD, "b": Grade.EXCELLENT},
        {"b": Grade.EXCELLENT},
    ]
    strict = rank_by_judgment(("a", "b"), ballots)
    assert [(one.option, one.median, one.blanks) for one in strict] == [
        ("b", Grade.EXCELLENT, 1),
        ("a", Grade.GOOD, 1),
    ]
    assert strict[0].counts == (1, 0, 0, 0, 0, 0, 2)
    lenient = rank_by_judgment(("a", "b"), ballots, blanks_count=False)
    assert [one.judges for one in lenient] == [2, 2]


def test_whoever_answered_nothing_judged_nothing() -> None:
    ballots: list[Ballot] = [{"a": None}, {}, {"a": Grade.PASSABLE}]
    (only,) = rank_by_judgment(("a",), ballots)
    assert (only.judges, only.median, only.rank) == (1, Grade.PASSABLE, 1)
    (nobody,) = rank_by_judgment(("a",), [])
    assert (nobody.median, nobody.judges) == (None, 0)


def test_options_judged_alike_share_a_rank_and_keep_their_order() -> None:
    ballots = [{"a": Grade.GOOD, "b": Grade.GOOD, "c": Grade.EXCELLENT, "d": Grade.REJECT}]
    assert [(one.option, one.rank) for one in rank_by_judgment(("a", "b", "c", "d"), ballots)] == [
        ("c", 1), ("a", 2), ("b", 2), ("d", 4),
    ]  # fmt: skip


@pytest.mark.parametrize("blanks_count", [True, False])
def test_real_ballots_rank_as_the_book_ranks_them(blanks_count: bool) -> None:
    with ORSAY.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    candidates = tuple(name for name in rows[0] if name)
    ballots = [{name: Grade(int(row[name])) if row[name] != "0" else None for name in candidates} for row in rows]
    found = rank_by_judgment(candidates, ballots, blanks_count=blanks_count)
    assert found[0].option == "Bayrou"
    assert {one.judges for one in found} == {found[0].judges} or not blanks_count
    if blanks_count:
        values = [take_apart(list(one.counts)) for one in found]
        assert values == sorted(values, reverse=True)
        assert len({one.median for one in found}) < len(found)  # it takes the tie-break to part them
