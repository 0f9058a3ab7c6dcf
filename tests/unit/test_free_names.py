"""A name that is free is found in a few tries, however many bear the one that was asked for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop_kit.domain.people import number_name


class Taken:
    """The numbers behind a name that somebody bears, and how often it was asked."""

    def __init__(self, numbers: set[int]) -> None:
        self.names = {f"Marie {number}" for number in numbers}
        self.tries = 0

    def __call__(self, name: str) -> bool:
        self.tries += 1
        return name in self.names


@pytest.mark.parametrize("people", [0, 1, 2, 9, 304, 998, 5000])
def test_the_lowest_number_is_found_in_a_few_tries_where_all_below_are_taken(people: int) -> None:
    taken = Taken(set(range(2, people + 2)))
    assert number_name("Marie", taken) == f"Marie {people + 2}"
    assert taken.tries <= 26


@given(st.sets(st.integers(2, 300)))
def test_whatever_is_taken_what_is_suggested_is_free(numbers: set[int]) -> None:
    taken = Taken(numbers)
    assert number_name("Marie", taken) not in taken.names


def test_who_takes_just_the_names_that_are_tried_ends_no_search() -> None:
    taken = Taken({2**power for power in range(1, 14)})
    assert number_name("Marie", taken) not in taken.names
    assert taken.tries <= 40
