"""How many tables for how many people, and how many people can meet at most."""

from __future__ import annotations

from itertools import combinations
from math import comb

import pytest

from workshop_kit.domain.table_sizes import FEWEST, MOST, choose_sizes, count_attainable, count_bound
from workshop_kit.errors import InvalidEntry

#: People whom no number of tables of 7 to 9 divides.
GAPS = {*range(2, 7), *range(10, 14), 19, 20}


@pytest.mark.parametrize("wanted", [7, 8, 9])
def test_tables_are_of_7_to_9_wherever_arithmetic_allows(wanted: int) -> None:
    for people in range(2, 300):
        sizes = choose_sizes(people, wanted)
        assert sum(sizes.people) == people
        assert max(sizes.people) - min(sizes.people) <= 1
        assert sizes.fit == (people not in GAPS)
        if sizes.fit:
            assert all(FEWEST <= one <= MOST for one in sizes.people)


@pytest.mark.parametrize(
    ("people", "sizes"),
    [
        (2, (2,)),
        (6, (6,)),
        (10, (10,)),  # one more than nine, where five and five are two fewer than seven
        (11, (6, 5)),
        (12, (6, 6)),
        (13, (7, 6)),
        (19, (7, 6, 6)),
        (20, (7, 7, 6)),
        (80, (8,) * 10),
        (81, (9, *(8,) * 9)),
    ],
)
def test_where_none_fits_the_least_bad_is_taken(people: int, sizes: tuple[int, ...]) -> None:
    assert choose_sizes(people).people == sizes


def test_a_size_outside_7_to_9_is_kept_to_within_one_person() -> None:
    assert choose_sizes(40, 5).people == (5,) * 8
    assert all(11 <= one <= 13 for one in choose_sizes(100, 12).people)


@pytest.mark.parametrize("people", [0, 1])
def test_nobody_is_seated_alone(people: int) -> None:
    with pytest.raises(InvalidEntry) as refused:
        choose_sizes(people)
    assert refused.value.code == "seating-too-few"


@pytest.mark.parametrize("wanted", [0, 2, 13, -8])
def test_a_size_that_is_no_table_is_refused(wanted: int) -> None:
    with pytest.raises(InvalidEntry) as refused:
        choose_sizes(40, wanted)
    assert refused.value.code == "seating-size"


def test_the_bound_is_rounds_times_the_others_at_a_table_for_each_person_halved() -> None:
    assert count_bound([[8] * 10] * 3) == 80 * 3 * 7 // 2
    assert count_bound([[8] * 3] * 10) == comb(24, 2)
    assert count_bound([]) == 0


def test_the_nearer_bound_is_never_above_the_other_and_is_reached_by_no_plan_of_a_small_room() -> None:
    for people in range(2, 120):
        for rounds in range(1, 6):
            sizes = choose_sizes(people).people
            assert count_attainable(sizes, rounds) <= count_bound([sizes] * rounds)
    # six people at two tables of three, two rounds: all ways of dividing them, counted one by one
    first = {frozenset(pair) for table in ((0, 1, 2), (3, 4, 5)) for pair in combinations(table, 2)}
    most = max(
        len(first | {frozenset(pair) for side in (one, set(range(6)) - set(one)) for pair in combinations(side, 2)})
        for one in combinations(range(6), 3)
    )
    assert most == count_attainable((3, 3), 2)
