"""Majority judgment: the median grade, and what parts options whose medians are the same."""

from __future__ import annotations

import csv
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop_kit.domain.judgment import (
    FIVE_GRADES,
    SEVEN_GRADES,
    Grade,
    GradeScale,
    compare_judgments,
    compare_merit,
    find_median,
    rank_by_judgment,
    rank_profiles,
)
from workshop_kit.errors import InvalidEntry

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
    (handed_in,) = rank_by_judgment(("a",), ballots, empty_counts=True)
    assert (handed_in.judges, handed_in.blanks, handed_in.median) == (3, 2, Grade.REJECT)
    (left_out,) = rank_by_judgment(("a",), ballots, empty_counts=True, blanks_count=False)
    assert (left_out.judges, left_out.median) == (1, Grade.PASSABLE)
    (nobody,) = rank_by_judgment(("a",), [])
    assert (nobody.median, nobody.judges) == (None, 0)


def test_options_judged_alike_share_a_rank_and_keep_their_order() -> None:
    ballots = [{"a": Grade.GOOD, "b": Grade.GOOD, "c": Grade.EXCELLENT, "d": Grade.REJECT}]
    assert [(one.option, one.rank) for one in rank_by_judgment(("a", "b", "c", "d"), ballots)] == [
        ("c", 1), ("a", 2), ("b", 2), ("d", 4),
    ]  # fmt: skip


def read_orsay() -> tuple[tuple[str, ...], list[Ballot]]:
    """Return the ballots of bureau 1: six grades from "À rejeter" (1) to "Très bien" (6), 0 is no opinion."""
    with ORSAY.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    names = tuple(name for name in rows[0] if name)
    return names, [{name: Grade(int(row[name]) - 1) if row[name] != "0" else None for name in names} for row in rows]


@pytest.mark.parametrize("blanks_count", [True, False])
def test_real_ballots_rank_as_the_book_ranks_them(blanks_count: bool) -> None:
    candidates, ballots = read_orsay()
    found = rank_by_judgment(candidates, ballots, blanks_count=blanks_count)
    assert found[0].option == "Bayrou"
    assert {one.judges for one in found} == {found[0].judges} or not blanks_count
    if blanks_count:
        values = [take_apart(list(one.counts)) for one in found]
        assert values == sorted(values, reverse=True)
        assert len({one.median for one in found}) < len(found)  # it takes the tie-break to part them


def test_orsay_bureau_1_has_the_majority_grades_of_its_ballots() -> None:
    candidates, ballots = read_orsay()
    found = rank_by_judgment(candidates, ballots)
    assert [one.option for one in found] == [
        "Bayrou", "Sarkozy", "Royal", "Voynet", "Besancenot", "Buffet", "Laguiller", "Bové", "de Villiers", "Nihous",
        "Schivardi", "Le Pen",
    ]  # fmt: skip
    assert [found[place].median for place in (0, 1, 2)] == [Grade.FAIRLY_GOOD] * 3
    better = [sum(one.counts[Grade.FAIRLY_GOOD + 1 :]) / one.judges for one in found[:3]]
    worse = [sum(one.counts[: Grade.FAIRLY_GOOD]) / one.judges for one in found[:3]]
    assert [round(100 * one, 1) for one in better] == [44.5, 42.0, 34.2]
    assert [round(100 * one, 1) for one in worse] == [30.2, 41.7, 45.1]


# the limit cases of the literature


def give(*grades: int | None) -> list[Ballot]:
    """Return ballots on one option ``a`` with a companion that nobody minds, so that a blank is on a ballot."""
    return [{"a": None if grade is None else Grade(grade), "b": Grade.REJECT} for grade in grades]


@pytest.mark.parametrize(
    ("grades", "median"),
    [
        ((4,), 4),
        ((1, 5), 1),
        ((0, 6, 6, 6), 6),
        ((0, 0, 6, 6), 0),
        ((3, 3, 3, 3), 3),
        ((0, 1, 5, 6), 1),
        ((2, 4, 6), 4),
    ],
)
def test_one_judge_even_numbers_and_all_the_same(grades: tuple[int, ...], median: int) -> None:
    found = {one.option: one for one in rank_by_judgment(("a", "b"), give(*grades))}
    assert found["a"].median == median


def test_blanks_alone_can_turn_the_majority_grade() -> None:
    judged = give(5, 5, None, None, None)
    (strict, lenient) = (
        {one.option: one for one in rank_by_judgment(("a", "b"), judged, blanks_count=count)}["a"]
        for count in (True, False)
    )
    assert (strict.median, strict.judges, strict.blanks) == (Grade.REJECT, 5, 3)
    assert (lenient.median, lenient.judges, lenient.blanks) == (Grade.VERY_GOOD, 2, 3)


def test_profiles_of_different_sizes_are_compared_as_shares() -> None:
    few: Ballot = {"a": Grade.GOOD}
    many: list[Ballot] = [{"a": Grade.GOOD, "b": Grade.GOOD}, {"b": Grade.GOOD}, {"b": Grade.GOOD}]
    assert [one.rank for one in rank_by_judgment(("a", "b"), [few, *many], blanks_count=False)] == [1, 1]


def test_a_tie_that_only_the_last_judgments_part() -> None:
    ahead, behind = [1, 0, 0, 5, 0, 0, 1], [1, 0, 0, 5, 0, 1, 0]
    assert take_apart(ahead)[:-1] == take_apart(behind)[:-1]
    assert compare_merit(ahead, behind) == 1
    assert compare_merit(ahead, ahead) == 0


def test_who_stays_away_may_help_an_option_they_like() -> None:
    """Majority judgment has the no-show paradox: the page on the method says so, and this is such a case."""
    ballots: list[Ballot] = [
        {"a": Grade.EXCELLENT, "b": Grade.VERY_GOOD},
        {"a": Grade.GOOD, "b": Grade.FAIRLY_GOOD},
        {"a": Grade.REJECT, "b": Grade.FAIRLY_GOOD},
    ]
    late: Ballot = {"a": Grade.INSUFFICIENT, "b": Grade.REJECT}
    assert [one.option for one in rank_by_judgment(("a", "b"), ballots)] == ["a", "b"]
    assert [one.option for one in rank_by_judgment(("a", "b"), [*ballots, late])] == ["b", "a"]


@given(
    st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), min_size=1, max_size=9),
    st.integers(0, 8),
)
def test_a_better_grade_never_lowers_an_option(pairs: list[tuple[int, int]], place: int) -> None:
    ballots: list[Ballot] = [{"a": Grade(one), "b": Grade(other)} for one, other in pairs]
    before = {one.option: one.rank for one in rank_by_judgment(("a", "b"), ballots)}["a"]
    chosen = ballots[place % len(ballots)]
    chosen["a"] = Grade.EXCELLENT
    assert {one.option: one.rank for one in rank_by_judgment(("a", "b"), ballots)}["a"] <= before


@given(st.lists(st.lists(st.integers(0, 3), min_size=7, max_size=7), min_size=1, max_size=8), st.booleans())
def test_profiles_are_ranked_as_they_compare_two_by_two(profiles: list[list[int]], alike: bool) -> None:
    judges = max(map(sum, profiles))
    if alike:
        profiles = [[one[0] + judges - sum(one), *one[1:]] for one in profiles]
    given = {str(place): dict(zip(sorted(Grade), counts, strict=True)) for place, counts in enumerate(profiles)}
    found = rank_profiles(given, judges, blanks_count=False)
    for one, after in pairwise(found):
        compared = compare_merit(one.counts, after.counts)
        assert compared >= 0
        assert (one.rank == after.rank) == (compared == 0)
        assert compared or int(one.option) < int(after.option)
    assert [one.rank for one in found] == [
        1 + sum(compare_merit(other.counts, one.counts) > 0 for other in found) for one in found
    ]


@given(st.permutations(range(9)))
def test_ballots_count_the_same_in_any_order(order: list[int]) -> None:
    ballots: list[Ballot] = [
        {"a": Grade(place % 7), "b": Grade((place * 3) % 7), "c": None if place % 2 else Grade(5)} for place in range(9)
    ]
    assert rank_by_judgment("abc", [ballots[place] for place in order]) == rank_by_judgment("abc", ballots)


def test_five_grades_are_five_of_the_seven_words() -> None:
    assert FIVE_GRADES.highest is Grade.VERY_GOOD
    assert len(FIVE_GRADES.grades) == 5
    assert FIVE_GRADES.read(3) is Grade.FAIRLY_GOOD
    assert set(FIVE_GRADES.grades) < set(SEVEN_GRADES.grades)
    for refused in (6, 2, -1, 3.0, True, None, "3"):
        with pytest.raises(InvalidEntry, match="grade-not-offered"):
            FIVE_GRADES.read(refused)


@pytest.mark.parametrize(
    "grades", [(Grade.REJECT,), (Grade.GOOD, Grade.EXCELLENT), (Grade.REJECT, Grade.GOOD, Grade.GOOD)]
)
def test_a_scale_begins_at_the_lowest_grade_and_has_each_once(grades: tuple[Grade, ...]) -> None:
    with pytest.raises(ValueError, match="a scale"):
        GradeScale(grades)


def test_two_votes_say_by_how_many_grades_the_majority_grade_moved() -> None:
    before = rank_by_judgment("ab", [{"a": Grade.GOOD, "b": Grade.GOOD}, {"a": Grade.GOOD, "b": Grade.REJECT}])
    after = rank_by_judgment("ab", [{"a": Grade.VERY_GOOD, "b": Grade.GOOD}, {"a": Grade.GOOD, "b": Grade.GOOD}])
    shifts = {one.option: one for one in compare_judgments(before, after, FIVE_GRADES)}
    assert (shifts["a"].steps, shifts["b"].steps) == (0, 3)
    assert all(one.steps == 0 for one in compare_judgments(after, after))


def test_all_from_the_bottom_to_the_top_moved_the_whole_scale() -> None:
    before = rank_by_judgment("a", [{"a": Grade.REJECT}] * 3)
    after = rank_by_judgment("a", [{"a": Grade.VERY_GOOD}] * 5)
    (shift,) = compare_judgments(before, after, FIVE_GRADES)
    assert (shift.before, shift.after, shift.steps) == (Grade.REJECT, Grade.VERY_GOOD, 4)
    assert compare_judgments((), after) == ()
    (none,) = compare_judgments(rank_by_judgment("a", []), after)
    assert (none.before, none.steps) == (None, 0)
