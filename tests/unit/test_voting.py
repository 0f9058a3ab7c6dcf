"""Five dots each, at most two on one option; dots and supporters apart."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from workshop_kit.domain.ballots import DotRule
from workshop_kit.domain.ideas import list_options
from workshop_kit.domain.model import Dots, Idea, IdeaGroup
from workshop_kit.domain.voting import Tally, check_dots, find_spent, list_places, read_ballot, tally_votes
from workshop_kit.errors import InvalidEntry

NOW = datetime(2027, 1, 12, tzinfo=UTC)


def make_idea(id: str, text: str = "") -> Idea:
    return Idea(id, "c", text or id, None, None, NOW)


def put(participant: str, option: str, count: int) -> Dots:
    return Dots(participant, "c", option, count)


def test_a_sixth_dot_is_refused() -> None:
    current = [put("ana", "a", 2), put("ana", "b", 2), put("ana", "d", 1)]
    with pytest.raises(InvalidEntry) as refused:
        check_dots(current, put("ana", "e", 1))
    assert refused.value.code == "no-dots-left"


def test_a_third_dot_on_one_idea_is_refused() -> None:
    with pytest.raises(InvalidEntry) as refused:
        check_dots([], put("ana", "a", 3))
    assert refused.value.code == "dots-out-of-range"


def test_new_dots_replace_those_on_the_same_idea() -> None:
    current = [put("ana", "a", 2), put("ana", "b", 2), put("ana", "d", 1)]
    check_dots(current, put("ana", "d", 0))
    check_dots(current, put("ana", "d", 1))


def test_the_dots_of_others_and_of_other_challenges_do_not_count() -> None:
    current = [put("ben", option, 2) for option in "abd"] + [Dots("ana", "other", "z", 2)] * 3
    check_dots(current, put("ana", "a", 2))


def test_supporters_are_people_and_ties_share_a_rank() -> None:
    options = list_options([make_idea("a"), make_idea("b"), make_idea("d"), make_idea("e")], [])
    dots = [put("ana", "a", 2), put("ben", "b", 1), put("ana", "b", 1), put("ben", "d", 1), put("cleo", "d", 1)]
    tallies = tally_votes(options, dots)
    assert [(t.option.id, t.dots, t.supporters, t.rank) for t in tallies] == [
        ("b", 2, 2, 1),
        ("d", 2, 2, 1),
        ("a", 2, 1, 3),
        ("e", 0, 0, 4),
    ]


def test_ties_are_shown_by_title_whatever_the_accents() -> None:
    options = list_options([make_idea("1", "zèbre"), make_idea("2", "Étoile"), make_idea("3", "abeille")], [])
    assert [tally.option.title for tally in tally_votes(options, [])] == ["abeille", "Étoile", "zèbre"]


def test_dots_put_before_a_merge_count_for_the_group_at_most_two_a_person() -> None:
    ideas = [make_idea("a"), make_idea("b"), make_idea("d")]
    group = IdeaGroup("g", "c", "A et B", ("a", "b"), NOW)
    tallies = tally_votes(list_options(ideas, [group]), [put("ana", "a", 2), put("ana", "b", 2), put("ben", "b", 1)])
    assert [(t.option.id, t.dots, t.supporters) for t in tallies] == [("g", 3, 2), ("d", 0, 0)]


def test_dots_on_a_group_undone_count_for_nothing() -> None:
    ideas = [make_idea("a"), make_idea("b")]
    undone = IdeaGroup("g", "c", "A et B", ("a", "b"), NOW, undone_at=NOW)
    tallies = tally_votes(list_options(ideas, [undone]), [put("ana", "g", 2)])
    assert [tally.dots for tally in tallies] == [0, 0]


def test_ideas_that_come_back_take_the_dots_their_owners_have_left_the_first_of_them_first() -> None:
    options = list_options([make_idea(name) for name in "abde"], [])
    ana = [put("ana", "a", 2), put("ana", "b", 1), put("ana", "d", 2), put("ana", "e", 2)]
    ben = [put("ben", "d", 2), put("ben", "e", 2)]
    left = find_spent(options, [*ana, *ben], ["d", "e"])
    assert [(one.participant, one.option, one.count) for one in left] == [("ana", "e", 0)]
    left = find_spent(options, [put("ana", "a", 2), *ana[1:], put("ana", "b", 2)], ["e", "d"])
    assert {one.option: one.count for one in left} == {"e": 1, "d": 0}
    assert find_spent(options, ben, ["d", "e"]) == ()


def test_a_group_that_comes_back_never_counts_more_than_was_left() -> None:
    ideas = [make_idea(name) for name in "abde"]
    options = list_options(ideas, [IdeaGroup("g", "c", "A et B", ("a", "b"), NOW)])
    given = [put("ana", "g", 2), put("ana", "a", 2), put("ana", "d", 2), put("ana", "e", 2)]
    left = {one.option: one for one in find_spent(options, given, ["a"])}
    after = [left.get(one.option, one) for one in given]
    (tallied,) = (one for one in tally_votes(options, after) if one.option.id == "g")
    assert tallied.dots == 1


def tally(*dots: int) -> tuple[Tally, ...]:
    """Return the tallies of one idea for each number of dots, each dot from somebody else."""
    ideas = [make_idea(f"i{number}", f"Idée {number}") for number in range(len(dots))]
    given = [put(f"p{person}", f"i{number}", 1) for number, count in enumerate(dots) for person in range(count)]
    return tally_votes(list_options(ideas, []), given)


def list_sizes(*dots: int) -> list[tuple[int, int]]:
    return [(place.rank, len(place.tallies)) for place in list_places(tally(*dots))]


def test_the_places_are_those_of_the_first_five_options_with_a_dot() -> None:
    assert list_sizes(9, 8, 7, 6, 5, 4, 0) == [(1, 1), (2, 1), (3, 1), (4, 1), (5, 1)]
    assert list_sizes(2, 1, 0, 0) == [(1, 1), (2, 1)]
    assert list_sizes(0, 0) == list_sizes() == []


def test_a_tie_shares_a_place_and_is_never_cut_at_the_fifth() -> None:
    assert list_sizes(3, 3, 2) == [(1, 2), (3, 1)]
    assert list_sizes(9, 8, 7, 6, 5, 5, 5, 1) == [(1, 1), (2, 1), (3, 1), (4, 1), (5, 3)]
    assert [place.tie for place in list_places(tally(3, 3, 2))] == [True, False]


def test_a_facilitator_gives_other_dots_than_the_usual_five() -> None:
    three = DotRule(budget=3, most=3)
    check_dots([], put("ana", "a", 3), three)
    with pytest.raises(InvalidEntry, match="no-dots-left"):
        check_dots([put("ana", "b", 1)], put("ana", "a", 3), three)
    with pytest.raises(InvalidEntry, match="dots-out-of-range"):
        check_dots([], put("ana", "a", 2), DotRule(5, 1))
    options = list_options([make_idea("a"), make_idea("b")], [])
    assert read_ballot(options, [1, 1, 1], three) == {"a": 3}
    with pytest.raises(InvalidEntry, match="no-dots-left"):
        read_ballot(options, [1, 1, 1, 2], three)
    assert [one.dots for one in tally_votes(options, [put("ana", "a", 3)], three)] == [3, 0]
    assert [one.dots for one in tally_votes(options, [put("ana", "a", 3)])] == [2, 0]


def test_dots_of_a_larger_budget_come_back_only_beyond_it() -> None:
    options = list_options([make_idea("a"), make_idea("b")], [])
    given = [put("ana", "a", 4), put("ana", "b", 4)]
    assert find_spent(options, given, ["b"], DotRule(8, 4)) == ()
    assert find_spent(options, given, ["b"], DotRule(6, 4)) == (put("ana", "b", 2),)


@pytest.mark.parametrize(
    ("budget", "most", "code"),
    [(0, 1, "dot-budget"), (21, 1, "dot-budget"), (5, 0, "dots-each"), (5, 6, "dots-each"), (True, 1, "dot-budget")],
)
def test_a_rule_of_dots_has_bounds(budget: int, most: int, code: str) -> None:
    with pytest.raises(InvalidEntry, match=f"{code}-out-of-range"):
        DotRule(budget, most)
