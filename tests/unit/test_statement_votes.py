"""Agree, disagree and pass: what is counted, and in what order each person reads."""

from __future__ import annotations

from collections import Counter

import pytest

from workshop_kit.domain.statements import (
    AGREE,
    DISAGREE,
    PASS,
    StatementTally,
    order_statements,
    read_stance,
    tally_statements,
)
from workshop_kit.errors import InvalidEntry

STATEMENTS = tuple(f"s{number}" for number in range(40))


def test_a_pass_is_an_answer_and_no_answer_is_none() -> None:
    ballots = {"ana": {"s1": AGREE, "s2": PASS}, "bob": {"s1": DISAGREE}}
    assert tally_statements(["s1", "s2", "s3"], ballots) == (
        StatementTally("s1", 1, 1, 0),
        StatementTally("s2", 0, 0, 1),
        StatementTally("s3", 0, 0, 0),
    )
    assert [one.seen for one in tally_statements(["s1", "s2", "s3"], ballots)] == [2, 1, 0]


def test_an_answer_to_a_statement_that_is_none_of_these_is_left_out() -> None:
    assert tally_statements(["s1"], {"ana": {"other": AGREE}}) == (StatementTally("s1", 0, 0, 0),)


@pytest.mark.parametrize("value", [2, -2, True])
def test_what_is_no_answer_is_refused(value: int) -> None:
    with pytest.raises(InvalidEntry, match="stance-unknown"):
        read_stance(value)


@pytest.mark.parametrize("rank", [None, 3])
def test_an_order_holds_every_statement_once_and_does_not_depend_on_how_they_were_listed(rank: int | None) -> None:
    order = order_statements("ana", STATEMENTS, rank=rank)
    assert sorted(order) == sorted(STATEMENTS)
    assert order == order_statements("ana", STATEMENTS[::-1], rank=rank)


def test_each_person_reads_in_an_order_of_their_own() -> None:
    assert len({order_statements(f"p{number}", STATEMENTS) for number in range(30)}) == 30
    assert len({order_statements("", STATEMENTS, rank=number) for number in range(30)}) == 30


def test_the_least_read_come_first() -> None:
    order = order_statements("ana", ["a", "b", "c"], {"a": 2, "b": 0, "c": 1})
    assert order == ("b", "c", "a")


@pytest.mark.parametrize("reads", [1, 5, 12])
def test_one_after_the_other_all_statements_are_read_equally_by_people_who_stop_early(reads: int) -> None:
    seen: Counter[str] = Counter()
    for number in range(60):
        seen.update(order_statements(f"p{number}", STATEMENTS, seen)[:reads])
    counts = [seen[one] for one in STATEMENTS]
    assert max(counts) - min(counts) <= 1


@pytest.mark.parametrize("reads", [5, 12, 30])
@pytest.mark.parametrize("people", [20, 67, 126])
def test_all_at_once_all_statements_are_read_nearly_equally_by_people_who_stop_early(people: int, reads: int) -> None:
    seen = Counter(one for rank in range(people) for one in order_statements("", STATEMENTS, rank=rank)[:reads])
    counts = [seen[one] for one in STATEMENTS]
    assert max(counts) - min(counts) <= 4


def test_no_statement_always_follows_the_same() -> None:
    orders = [order_statements("", STATEMENTS, rank=rank) for rank in range(40)]
    after = {order[order.index("s7") + 1] for order in orders if order.index("s7") < 39}
    assert len(after) == 2


def test_no_statements_have_an_order_too() -> None:
    assert order_statements("ana", ()) == order_statements("ana", (), rank=2) == ()
