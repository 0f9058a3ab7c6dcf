"""The pages of the screen: every card on one of them, whole, in its order."""

from __future__ import annotations

from itertools import accumulate, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop_kit.live.screen.pages import IDEAS, MISSIONS, Sheet, fill_pages, weigh_card

#: Lines that one of the two columns holds.
COLUMN = IDEAS.lines

weights = st.lists(st.floats(min_value=1.5, max_value=40, allow_nan=False), max_size=60)


def fits(cards: list[float]) -> bool:
    """Tell whether cards stand in two columns in their order, none broken."""
    if len(cards) == 1:
        return True
    columns, left = 1, COLUMN
    for card in cards:
        if card > COLUMN:
            return False
        if card > left:
            columns, left = columns + 1, COLUMN
        left -= card
    return columns <= 2


@given(weights)
def test_no_card_is_lost_and_none_shown_twice(cards: list[float]) -> None:
    pages = fill_pages(cards)
    assert sum(pages) == len(cards)
    assert all(count > 0 for count in pages)


@given(weights)
def test_what_stands_on_a_page_fits_in_its_two_columns(cards: list[float]) -> None:
    ends = [0, *accumulate(fill_pages(cards))]
    assert all(fits(cards[start:end]) for start, end in pairwise(ends))


@given(weights)
def test_there_are_as_few_pages_as_can_be(cards: list[float]) -> None:
    pages, start = 0, 0
    for end in range(1, len(cards) + 1):
        if not fits(cards[start:end]):
            pages, start = pages + 1, end - 1
    assert len(fill_pages(cards)) == pages + (start < len(cards))


def test_pages_are_filled_alike_and_the_last_is_no_orphan() -> None:
    short = weigh_card("", ["Une laverie"])
    on_one = 2 * int(COLUMN // short)
    assert fill_pages([short] * on_one) == [on_one]
    more = fill_pages([short] * (on_one + 1))
    assert len(more) == 2
    assert max(more) - min(more) <= 1


def test_a_card_longer_than_a_column_has_a_page_of_its_own() -> None:
    assert fill_pages([3, COLUMN + 1, 3, 3]) == [1, 1, 2]


def test_nothing_has_no_page() -> None:
    assert fill_pages([]) == []


@pytest.mark.parametrize(
    ("title", "texts", "notes", "more"),
    [
        ("", ["court", "et un autre"], 0, 1.3),
        ("Un titre", ["court"], 0, 1.3),
        ("", ["court"], 1, 1.3),
        ("", ["long " * 30], 0, 3),
    ],
)
def test_a_card_weighs_what_it_holds(title: str, texts: list[str], notes: int, more: int) -> None:
    assert weigh_card(title, texts, notes=notes) - weigh_card("", ["court"]) == pytest.approx(more)


def test_lines_that_a_person_broke_are_weighed_as_lines() -> None:
    assert weigh_card("", ["un\ndeux\ntrois"]) == weigh_card("", ["un"]) + 2


def test_a_sheet_of_smaller_letters_holds_more() -> None:
    cards = [weigh_card("Un titre", [], notes=3, sheet=MISSIONS)] * 4
    assert fill_pages(cards, MISSIONS) == [4]
    assert fill_pages([4, 4, 4], Sheet(4, 38, 1.2)) == [2, 1]
