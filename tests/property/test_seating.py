"""A seating holds what it promises, whoever comes: everybody once a round, sizes, shares, and no more than can meet."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workshop_kit.domain import seating_search
from workshop_kit.domain.seating import plan_seating
from workshop_kit.domain.seating_plan import Guest, SeatingPlan
from workshop_kit.domain.table_sizes import choose_sizes
from workshop_kit.domain.tables import TableSeat, choose_late_table, find_exchange, place_staying
from workshop_kit.errors import InvalidEntry


@st.composite
def rooms(draw: st.DrawFn) -> list[Guest]:
    """People of some categories and sectors, known or not."""
    categories = st.sampled_from(["", *(f"c{one}" for one in range(draw(st.integers(1, 10))))])
    sectors = st.sampled_from(["", *(f"s{one}" for one in range(draw(st.integers(1, 6))))])
    count = draw(st.integers(2, 70))
    return [Guest(f"p{one}", draw(categories), draw(sectors)) for one in range(count)]


@contextmanager
def in_a_hurry() -> Iterator[None]:
    """Have plans looked for less long: what holds of every plan holds of these too, and most of the time goes there."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(seating_search, "PATIENCE", 300)
        yield


def count_pairs(plan: SeatingPlan) -> int:
    return len(
        {frozenset(pair) for tables in plan.rounds for table in tables for pair in combinations(sorted(table), 2)}
    )


@settings(max_examples=25, deadline=None)
@given(rooms(), st.integers(1, 4), st.just(8) | st.integers(3, 12))
def test_everybody_sits_once_a_round_at_tables_of_the_sizes_chosen_and_what_is_said_of_the_plan_is_so(
    guests: list[Guest], rounds: int, size: int
) -> None:
    with in_a_hurry():
        plan = plan_seating(guests, rounds, size)
    assert len(plan.rounds) == rounds
    for tables in plan.rounds:
        assert sorted(one for table in tables for one in table) == sorted(one.id for one in guests)
        assert tuple(map(len, tables)) == choose_sizes(len(guests), size).people
    check_what_is_said(plan, guests)


def check_what_is_said(plan: SeatingPlan, guests: list[Guest]) -> None:
    """See that the figures of a plan are those that its tables have."""
    assert plan.met == count_pairs(plan) <= plan.attainable <= plan.bound
    categories = {one.id: one.category for one in guests}
    for word, share in plan.categories.items():
        has = [sum(categories[one] == word for one in table) for tables in plan.rounds for table in tables]
        assert (share.least, share.most) == (min(has), max(has))
        tables = len(plan.rounds[0])
        assert (share.floor, share.ceiling) == (share.people // tables, -(-share.people // tables))
        assert share.off == sum(not share.floor <= one <= share.ceiling for one in has)


@settings(max_examples=25, deadline=None)
@given(rooms(), st.integers(1, 3))
def test_each_table_has_its_share_of_each_category_to_within_one_person(guests: list[Guest], rounds: int) -> None:
    plan = plan_seating(guests, rounds)
    check_what_is_said(plan, guests)
    assert plan.off[0] == 0
    for share in plan.categories.values():
        assert share.most - share.least <= 1


@settings(max_examples=10, deadline=None)
@given(rooms(), st.integers(1, 3), st.integers(0, 9))
def test_the_same_people_are_seated_in_the_same_way(guests: list[Guest], rounds: int, seed: int) -> None:
    with in_a_hurry():
        assert plan_seating(guests, rounds, seed=seed) == plan_seating(guests, rounds, seed=seed)


@settings(max_examples=20, deadline=None)
@given(rooms(), st.integers(2, 4), st.integers(1, 6), st.lists(st.integers(1, 9), max_size=3))
def test_who_stays_keeps_one_table_in_every_round(
    guests: list[Guest], rounds: int, staying: int, easy: list[int]
) -> None:
    sizes = choose_sizes(len(guests)).people
    tables = place_staying(easy, sizes, min(staying, len(guests)))
    kept = [Guest(one.id, one.category, one.sector, at - 1) for one, at in zip(guests, tables, strict=False)]
    with in_a_hurry():
        plan = plan_seating([*kept, *guests[len(kept) :]], rounds)
    for one in kept:
        assert all(one.id in tables[one.table] for tables in plan.rounds if one.table is not None)
    usable = [one for one in easy if one <= len(sizes)] or [1]
    room_there = sum(sizes[one - 1] for one in set(usable))
    assert sum(at in usable for at in tables) == min(len(tables), room_there)


def test_more_who_stay_than_a_table_holds_are_refused() -> None:
    guests = [Guest(f"p{one}", table=0) for one in range(20)]
    with pytest.raises(InvalidEntry) as refused:
        plan_seating(guests)
    assert refused.value.code == "seating-too-many-stay"


@pytest.mark.parametrize("rounds", [0, 11])
def test_a_number_of_rounds_that_is_none_is_refused(rounds: int) -> None:
    with pytest.raises(InvalidEntry) as refused:
        plan_seating([Guest("a"), Guest("b")], rounds)
    assert refused.value.code == "seating-rounds"


def make_room(people: int, seed: int) -> list[Guest]:
    """A room as they are: a few large categories, several of two or three people, five sectors."""
    rng = random.Random(seed)
    weights = [28, 15, 8, 8, 6, 5, 5, 3, 2, 1]
    return [Guest(f"p{one}", f"c{rng.choices(range(10), weights)[0]}", f"s{rng.randrange(5)}") for one in range(people)]


@pytest.mark.parametrize("seed", range(5))
def test_80_people_at_10_tables_in_3_rounds_come_within_2_percent_of_the_bound(seed: int) -> None:
    plan = plan_seating(make_room(80, seed), 3)
    assert plan.bound == 840
    assert plan.met >= 0.98 * plan.bound
    assert plan.off == (0, 0)


@settings(max_examples=80, deadline=None)
@given(
    st.lists(st.tuples(st.integers(1, 8), st.sampled_from("abc")), min_size=1, max_size=60),
    st.sampled_from("abcd"),
    st.sets(st.integers(0, 59)),
)
def test_who_is_late_sits_where_fewest_are_then_fewest_of_their_kind_then_fewest_they_met(
    sitting: list[tuple[int, str]], category: str, met: set[int]
) -> None:
    seats = [TableSeat(f"p{place}", 1, number) for place, (number, _) in enumerate(sitting)]
    categories = {f"p{place}": word for place, (_, word) in enumerate(sitting)}
    chosen = choose_late_table(seats, categories, category, {f"p{one}" for one in met})
    people = Counter(number for number, _ in sitting)
    alike = Counter(number for number, word in sitting if word == category)
    again = Counter(number for place, (number, _) in enumerate(sitting) if place in met)
    assert chosen == min(people, key=lambda one: (people[one], alike[one], again[one], one))


def test_nobody_sits_where_there_is_no_table() -> None:
    assert choose_late_table([], {}, "a") is None


def test_who_stays_takes_the_place_of_somebody_alike_and_of_nobody_who_stays_too() -> None:
    seats = [TableSeat(one, 2, 4) for one in ("b", "c", "d")]
    categories = {"a": "shop", "b": "school", "c": "shop", "d": "shop"}
    assert find_exchange(seats, categories, "a", {"a"}) == TableSeat("c", 2, 4)
    assert find_exchange(seats, categories, "a", {"a", "c", "d"}) == TableSeat("b", 2, 4)
    assert find_exchange(seats, categories, "a", {"a", "b", "c", "d"}) is None
