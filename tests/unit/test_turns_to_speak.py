"""Who is still silent, in numbers that tell nobody apart, and in which order ideas are talked about."""

from __future__ import annotations

from datetime import UTC, datetime
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from workshop_kit.domain.model import Idea, Origin, Participant
from workshop_kit.domain.progress import TOLD_FROM, Progress, measure_progress
from workshop_kit.domain.speaking import Marked, Turn, list_told, order_turns

NOW = datetime(2027, 1, 12, tzinfo=UTC)


def join(id: str, category: str = "") -> Participant:
    return Participant(id, id, category, "", Origin.ROOM, NOW)


def write(author: str | None, held: str = "") -> Idea:
    return Idea(f"{author}", "c", "idée", None, author, NOW, held=held)


def join_many(category: str, count: int) -> list[Participant]:
    return [join(f"{category}{number}", category) for number in range(count)]


def test_who_has_neither_written_nor_finished_is_silent() -> None:
    people = join_many("shop", 3)
    room = measure_progress(people, [write("shop0"), write("shop1", held="non"), write(None)], {"shop1"}).room
    assert room == Progress((), people=3, writing=1, done=1, silent=1)


def test_categories_with_fewer_than_three_people_are_counted_together() -> None:
    people = [*join_many("resident", 4), *join_many("shop", 2), *join_many("health", 1)]
    parts = measure_progress(people, [write("shop0")]).parts
    assert [(one.categories, one.people, one.silent) for one in parts] == [
        (("resident",), 4, 4),
        (("shop", "health"), 3, 2),
    ]


def test_a_category_alone_below_three_takes_the_next_one_with_it() -> None:
    people = [*join_many("resident", 5), *join_many("shop", 3), *join_many("health", 1)]
    parts = measure_progress(people, []).parts
    assert [(one.categories, one.people) for one in parts] == [(("resident",), 5), (("shop", "health"), 4)]


def test_a_room_too_small_to_be_parted_is_told_as_a_whole() -> None:
    progress = measure_progress([*join_many("resident", 3), *join_many("shop", 1)], [])
    assert (progress.room.people, progress.parts) == (4, ())
    assert measure_progress([], []).room == Progress((), 0, 0, 0, 0)


def test_two_spellings_are_one_category_and_who_gave_none_is_counted() -> None:
    people = [*join_many("Pêcheurs", 2), join("x", "pecheurs"), *join_many("", 3)]
    assert [(one.categories, one.people) for one in measure_progress(people, []).parts] == [
        (("Pêcheurs",), 3),
        ((), 3),
    ]


@given(st.lists(st.sampled_from(("", "a", "b", "c", "d", "e")), max_size=14), st.data())
def test_no_part_is_smaller_than_three_people_and_parts_add_up(categories: list[str], data: st.DataObject) -> None:
    people = [join(f"p{number}", category) for number, category in enumerate(categories)]
    ids = [one.id for one in people]
    wrote = data.draw(st.sets(st.sampled_from(ids)) if ids else st.just(set[str]()))
    done = data.draw(st.sets(st.sampled_from(ids)) if ids else st.just(set[str]()))
    progress = measure_progress(people, map(write, wrote), done)
    assert len(progress.parts) != 1
    for one in (progress.room, *progress.parts):
        assert one.writing + one.done + one.silent == one.people
    if progress.parts:
        assert all(one.people >= TOLD_FROM for one in progress.parts)
        for name in ("people", "writing", "done", "silent"):
            assert sum(getattr(one, name) for one in progress.parts) == getattr(progress.room, name)


def mark(idea: str, table: int | None = None, category: str = "") -> Marked:
    return Marked(idea, "c", table, category)


def test_turns_go_round_the_tables() -> None:
    marked = [mark("a1", 1), mark("a2", 1), mark("a3", 1), mark("b1", 2), mark("c1", 3)]
    turns = order_turns(marked, {1: 7, 2: 8, 3: 9}, {})
    assert {one.table for one in turns[:3]} == {1, 2, 3}
    assert [one.table for one in turns[3:]] == [1, 1]


def test_within_a_table_the_category_heard_least_comes_first() -> None:
    categories = {"shop": 5, "health": 4}
    marked = [mark("a", 1, "shop"), mark("b", 1, "shop"), mark("c", 1, "shop"), mark("d", 1, "health")]
    turns = order_turns(marked, {1: 8}, categories)
    assert "d" in [one.idea for one in turns[:2]]
    assert all(one.category == "" for one in turns)


def test_without_tables_turns_go_round_the_categories() -> None:
    marked = [mark("a", None, "shop"), mark("b", None, "shop"), mark("c", None, "Santé")]
    turns = order_turns(marked, {}, {"shop": 3, "santé": 3})
    assert {one.category for one in turns[:2]} == {"shop", "Santé"}


def test_a_table_of_two_is_not_named_nor_told_by_being_the_only_one_unnamed() -> None:
    assert list_told({1: 7, 2: 2}) == frozenset()
    assert list_told({1: 7, 2: 2, 3: 4}) == {1}
    assert list_told({1: 7, 2: 8}) == {1, 2}
    assert list_told({1: 7, 2: 2, 3: 2}) == {1}
    (turn,) = order_turns([mark("a", 2, "shop")], {1: 7, 2: 2, 3: 4}, {"shop": 9})
    assert turn == Turn("a")  # the category would tell which of the two


@given(
    st.lists(st.tuples(st.sampled_from((None, 1, 2, 3)), st.sampled_from(("", "a", "b"))), max_size=10),
    st.dictionaries(st.sampled_from((1, 2, 3)), st.integers(0, 6)),
    st.dictionaries(st.sampled_from(("a", "b")), st.integers(0, 6)),
    st.integers(0, 9),
)
def test_every_marked_idea_has_one_turn_whatever_the_order_and_no_small_group_is_named(
    authors: list[tuple[int | None, str]], tables: dict[int, int], categories: dict[str, int], seed: int
) -> None:
    marked = [mark(f"i{number}", *author) for number, author in enumerate(authors)]
    turns = order_turns(marked, tables, categories)
    assert sorted(one.idea for one in turns) == sorted(one.idea for one in marked)
    turned = [*marked]
    Random(seed).shuffle(turned)
    assert order_turns(turned, tables, categories) == turns
    for one in turns:
        assert one.table is None or tables[one.table] >= TOLD_FROM
        assert not one.category or categories[one.category] >= TOLD_FROM
        assert one.table is None or not one.category


@given(st.lists(st.sampled_from((1, 2, 3)), max_size=12))
def test_no_table_waits_for_a_second_turn_of_another_while_it_has_had_none(authors: list[int]) -> None:
    marked = [mark(f"i{number}", table) for number, table in enumerate(authors)]
    left = {table: authors.count(table) for table in (1, 2, 3)}
    heard = {1: 0, 2: 0, 3: 0}
    for turn in order_turns(marked, {1: 5, 2: 5, 3: 5}, {}):
        assert turn.table is not None
        assert heard[turn.table] == min(heard[table] for table in heard if left[table])
        heard[turn.table] += 1
        left[turn.table] -= 1
