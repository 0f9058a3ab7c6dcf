"""Agree, disagree and pass: what is an answer, and in what order each person reads."""

from __future__ import annotations

from collections import Counter

import pytest

from workshop_kit.domain.statements import order_statements, read_stance
from workshop_kit.errors import InvalidEntry

STATEMENTS = tuple(f"s{number}" for number in range(40))


@pytest.mark.parametrize("value", [2, -2, True])
def test_what_is_no_answer_is_refused(value: int) -> None:
    with pytest.raises(InvalidEntry, match="stance-unknown"):
        read_stance(value)


def test_an_order_holds_every_statement_once_and_does_not_depend_on_how_they_were_listed() -> None:
    order = order_statements(STATEMENTS, 3)
    assert sorted(order) == sorted(STATEMENTS)
    assert order == order_statements(STATEMENTS[::-1], 3)


def test_each_person_reads_in_an_order_of_their_own() -> None:
    assert len({order_statements(STATEMENTS, rank) for rank in range(30)}) == 30


@pytest.mark.parametrize("reads", [5, 12, 30])
@pytest.mark.parametrize("people", [20, 67, 126])
def test_all_at_once_all_statements_are_read_nearly_equally_by_people_who_stop_early(people: int, reads: int) -> None:
    seen = Counter(one for rank in range(people) for one in order_statements(STATEMENTS, rank)[:reads])
    counts = [seen[one] for one in STATEMENTS]
    assert max(counts) - min(counts) <= 4


def test_no_statement_always_follows_the_same() -> None:
    orders = [order_statements(STATEMENTS, rank) for rank in range(40)]
    after = {order[order.index("s7") + 1] for order in orders if order.index("s7") < 39}
    assert len(after) == 2


def test_no_statements_have_an_order_too() -> None:
    assert order_statements((), 2) == ()
