"""What options gather by each kind of ballot."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.widgets.room import NOON
from workshop_kit.domain.ballots import BallotMark, VoteKind, VoteRule, check_rule
from workshop_kit.domain.counting import count_votes, find_overspent, gather_marks
from workshop_kit.domain.ideas import Option
from workshop_kit.domain.judgment import Grade
from workshop_kit.domain.model import Dots, Idea, Vote
from workshop_kit.domain.statements import Stance
from workshop_kit.errors import InvalidEntry


def an_option(id: str, *ideas: str) -> Option:
    members = tuple(Idea(one, "home", one, None, None, NOON) for one in (ideas or (id,)))
    return Option(id, f"Idée {id}", "home", members, lone=not ideas)


OPTIONS = (an_option("a"), an_option("b"), an_option("g", "c", "d"))


def mark(person: str, option: str, value: int, kind: VoteKind = VoteKind.GRADES) -> BallotMark:
    return BallotMark(person, "home", option, kind, value)


def test_grades_rank_by_the_median_and_the_profile_is_kept_whole() -> None:
    marks = [mark("p", "a", 6), mark("q", "a", 4), mark("r", "a", 0), mark("p", "b", 5), mark("q", "b", 5)]
    first, second, third = count_votes(VoteRule(VoteKind.GRADES), OPTIONS, marks)
    assert [one.option.id for one in (first, second, third)] == ["b", "a", "g"]
    assert first.judgment is not None
    assert first.judgment.counts == (1, 0, 0, 0, 0, 2, 0)  # who said nothing of it counts as the lowest grade
    assert first.judgment.median is Grade.VERY_GOOD
    assert (first.rank, second.rank, third.rank) == (1, 2, 3)


def test_blanks_can_be_left_out() -> None:
    rule = VoteRule(VoteKind.GRADES, blanks_count=False)
    found = {one.option.id: one for one in count_votes(rule, OPTIONS, [mark("p", "a", 6), mark("q", "b", 1)])}
    assert found["a"].judgment is not None
    assert found["a"].judgment.counts[6] == found["a"].judgment.judges == 1
    assert not found["g"].placed


def test_statements_count_who_agrees_disagrees_and_passes() -> None:
    kind = VoteKind.STATEMENTS
    marks = [mark("p", "a", 1, kind), mark("q", "a", -1, kind), mark("r", "a", 0, kind), mark("p", "b", 1, kind)]
    first, second, _ = count_votes(VoteRule(kind), OPTIONS, marks)
    assert first.option.id == "b"
    assert second.stances is not None
    assert (second.stances.agree, second.stances.disagree, second.stances.passed) == (1, 1, 1)


def test_a_mark_on_an_idea_merged_since_counts_for_its_group() -> None:
    marks = [mark("p", "c", 2), mark("p", "d", 5), mark("q", "d", 6), mark("q", "g", 1)]
    found = gather_marks(OPTIONS, marks, VoteKind.GRADES)
    assert found == {"p": {"g": 5}, "q": {"g": 1}}


def test_ballots_of_another_kind_are_left_aside() -> None:
    given: list[Vote] = [Dots("p", "home", "a", 2), mark("q", "b", 6)]
    dots = count_votes(VoteRule(), OPTIONS, given)
    grades = count_votes(VoteRule(VoteKind.GRADES), OPTIONS, given)
    assert [one.option.id for one in dots if one.placed] == ["a"]
    assert grades[0].option.id == "b"


@given(st.permutations([mark(person, option, 3 + place) for place, person in enumerate("pqr") for option in "ab"]))
def test_the_order_of_ballots_changes_nothing(marks: list[BallotMark]) -> None:
    assert count_votes(VoteRule(VoteKind.GRADES), OPTIONS, marks) == count_votes(
        VoteRule(VoteKind.GRADES), OPTIONS, sorted(marks, key=lambda one: (one.participant, one.option))
    )


def test_passing_and_the_lowest_grade_say_something_and_no_point_does_not() -> None:
    assert mark("p", "a", 0).counts
    assert mark("p", "a", 0, VoteKind.STATEMENTS).counts
    assert not mark("p", "a", 0, VoteKind.BUDGET).counts
    assert len(Stance) == 3


@pytest.mark.parametrize(
    ("rule", "code"),
    [
        (VoteRule(budget=0), "dot-budget-out-of-range"),
        (VoteRule(budget=3, most=4), "dots-each-out-of-range"),
        (VoteRule(VoteKind.GRADES, grades=6), "rule-grades"),
        (VoteRule(VoteKind.BUDGET), "rule-budget"),
        (VoteRule(VoteKind.BUDGET, to_spend=100, points=101), "points-out-of-range"),
    ],
)
def test_a_rule_that_no_ballot_can_follow_is_refused(rule: VoteRule, code: str) -> None:
    with pytest.raises(InvalidEntry, match=code):
        check_rule(rule)


def test_of_ideas_that_come_back_the_last_are_left_first_until_nobody_spends_too_much() -> None:
    def spend(person: str, **points: int) -> list[BallotMark]:
        return [mark(person, option, number, VoteKind.BUDGET) for option, number in points.items()]

    votes = [*spend("p", a=6, b=3, c=4), *spend("q", a=2), *spend("r", b=9, g=9)]
    rule = VoteRule(VoteKind.BUDGET, to_spend=100, points=10)
    left = find_overspent(rule, OPTIONS, votes, {}, ["b", "c"])
    assert {(one.participant, one.option): one.value for one in left} == {
        ("p", "c"): 1,
        ("r", "g"): 1,
    }
    approved = VoteRule(VoteKind.BUDGET, to_spend=100)
    left = find_overspent(approved, OPTIONS, votes, {"a": 60, "b": 50, "g": 40}, ["b", "c"])
    assert {(one.participant, one.option): one.value for one in left} == {("p", "c"): 0, ("p", "b"): 0}
    assert find_overspent(rule, OPTIONS, spend("p", a=6, b=3), {}, ["b"]) == ()


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (VoteRule(), VoteRule(), True),
        (VoteRule(), VoteRule(budget=3), False),
        (VoteRule(VoteKind.GRADES), VoteRule(VoteKind.GRADES, grades=5), False),
        (VoteRule(VoteKind.GRADES), VoteRule(VoteKind.GRADES, blanks_count=False), True),
        (VoteRule(VoteKind.BUDGET, to_spend=10), VoteRule(VoteKind.BUDGET, to_spend=20), True),
        (VoteRule(VoteKind.BUDGET, to_spend=10), VoteRule(VoteKind.BUDGET, to_spend=10, points=5), False),
        (VoteRule(VoteKind.STATEMENTS), VoteRule(VoteKind.GRADES), False),
    ],
)
def test_two_votes_are_compared_where_they_asked_the_same(one: VoteRule, other: VoteRule, same: bool) -> None:
    assert one.asks_the_same(other) is same
    assert other.asks_the_same(one) is same
