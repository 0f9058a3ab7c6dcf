"""Opinion groups: who answers alike, what unites them, and what each is known by."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop_kit.domain.opinion.clustering import measure_silhouette
from workshop_kit.domain.opinion.explaining import explain_distinction, explain_unity
from workshop_kit.domain.opinion.groups import group_opinions
from workshop_kit.domain.opinion.plane import place_people, set_aside, tabulate
from workshop_kit.domain.opinion.representing import (
    GroupCount,
    distinguish_group,
    measure_unity,
    score_share,
    score_shares,
)
from workshop_kit.i18n import Translator
from workshop_kit.plots import describe_opinions, draw_opinion_groups

Ballots = dict[str, dict[str, int]]


def two_camps(first: int = 9, second: int = 6) -> Ballots:
    """Two camps that agree on ``both`` alone; each person passes on one statement of their own."""
    ballots: Ballots = {}
    for number in range(first + second):
        side = 1 if number < first else -1
        answers = {f"s{one}": side if one < 4 else -side for one in range(8)} | {"both": 1}
        ballots[f"p{number:02d}"] = answers | {f"s{number % 8}": 0}
    return ballots


def test_two_camps_are_two_groups_and_the_largest_is_a() -> None:
    opinions = group_opinions(two_camps())
    assert opinions is not None
    assert [(group.letter, len(group.people)) for group in opinions.groups] == [("A", 9), ("B", 6)]
    assert opinions.people["p00"] == 0
    assert opinions.people["p14"] == 1


def test_what_all_agree_with_unites_and_what_parts_them_distinguishes() -> None:
    opinions = group_opinions(two_camps())
    assert opinions is not None
    assert [one.statement for one in opinions.uniting] == ["both"]
    assert opinions.unities[0].statement == "both"
    assert opinions.unities[0].agree == pytest.approx((9 + 1) / (9 + 2) * (6 + 1) / (6 + 2))
    first, second = (
        {(one.statement, one.stance) for one in group.distinctions if one.likelier > 1} for group in opinions.groups
    )
    assert first <= {(f"s{one}", 1 if one < 4 else -1) for one in range(8)}
    assert second <= {(f"s{one}", -1 if one < 4 else 1) for one in range(8)}
    assert first
    assert second


@pytest.mark.parametrize(
    "ballots",
    [
        {},
        {"ana": {"s1": 1, "s2": -1}},
        {f"p{number}": {} for number in range(9)},
        {f"p{number}": {f"s{one}": 0 for one in range(9)} for number in range(9)},
        {f"p{number}": {f"s{one}": 1 for one in range(9)} for number in range(9)},
        {f"p{number}": {"s1": 1 if number < 5 else -1} for number in range(9)},
        {f"p{number}": {f"s{one}": 1 if number < 2 else -1 for one in range(9)} for number in range(3)},
    ],
    ids=["nobody", "one person", "no answers", "all pass", "all agree", "one statement", "three people"],
)
def test_where_nobody_can_be_told_apart_there_are_no_groups(ballots: Ballots) -> None:
    assert group_opinions(ballots) is None


def test_who_answered_too_few_is_in_no_group_and_is_counted() -> None:
    ballots = two_camps() | {"late": {"s1": 1, "s2": 1}}
    opinions = group_opinions(ballots)
    assert opinions is not None
    assert opinions.ungrouped == ("late",)
    assert "late" not in opinions.people


def test_where_there_are_fewer_than_seven_statements_who_answered_all_is_grouped() -> None:
    ballots = {f"p{number}": dict.fromkeys(("a", "b", "c"), 1 if number < 5 else -1) for number in range(9)}
    opinions = group_opinions(ballots)
    assert opinions is not None
    assert [len(group.people) for group in opinions.groups] == [5, 4]


def test_a_statement_set_aside_weighs_nothing_and_is_not_said() -> None:
    ballots = {person: answers | {"odd": 1 if int(person[1:]) % 2 else -1} for person, answers in two_camps().items()}
    with_odd = group_opinions(ballots, aside=["odd"])
    without = group_opinions(two_camps())
    assert with_odd is not None
    assert without is not None
    assert with_odd.people == without.people
    assert "odd" not in {one.statement for one in with_odd.unities}
    assert [one.statement for one in with_odd.aside] == ["odd"]


answers = st.dictionaries(st.sampled_from([f"s{one}" for one in range(9)]), st.sampled_from([1, 0, -1]), max_size=9)
profiles = st.lists(answers, max_size=24)


@given(profiles, st.randoms(use_true_random=False))
def test_neither_the_order_of_votes_nor_what_people_are_called_changes_anything(
    given_answers: list[dict[str, int]], random: object
) -> None:
    ballots = {f"p{number}": one for number, one in enumerate(given_answers)}
    people = list(ballots)
    random.shuffle(people)  # type: ignore[attr-defined]
    shuffled = {person: dict(reversed(ballots[person].items())) for person in people}
    opinions = group_opinions(ballots)
    assert group_opinions(shuffled) == opinions
    renamed = group_opinions({f"z{1000 - int(person[1:])}": one for person, one in ballots.items()})
    if opinions is None:
        assert renamed is None
        return
    assert renamed is not None
    # people with the very same answers are one to another: they are compared by what they answered
    assert {frozenset(ballots[p].items()): g for p, g in opinions.people.items()} == {
        frozenset(ballots[f"p{1000 - int(p[1:])}"].items()): g for p, g in renamed.people.items()
    }
    assert renamed.unities == opinions.unities
    assert [one.distinctions for one in renamed.groups] == [one.distinctions for one in opinions.groups]


@given(profiles)
def test_people_who_answered_the_same_are_in_the_same_group(given_answers: list[dict[str, int]]) -> None:
    opinions = group_opinions({f"p{number}": one for number, one in enumerate(given_answers)})
    if opinions is not None:
        groups: dict[frozenset[tuple[str, int]], set[int]] = {}
        for person, group in opinions.people.items():
            groups.setdefault(frozenset(given_answers[int(person[1:])].items()), set()).add(group)
        assert all(len(one) == 1 for one in groups.values())
        assert 2 <= len(opinions.groups) <= 5


def test_who_answered_few_stands_as_far_out_as_if_they_had_answered_all() -> None:
    full = {f"p{number}": {f"s{one}": 1 if number < 5 else -1 for one in range(16)} for number in range(10)}
    few = full | {"few": {f"s{one}": 1 for one in range(4)}}
    table = tabulate(few)
    places = place_people(set_aside(table, ()))
    assert places is not None
    row, other = table.people.index("few"), table.people.index("p0")
    # four answers of sixteen add up to about a quarter, times the square root of 16 / 4
    assert places[row, 0] == pytest.approx(places[other, 0] / 4 * 2, rel=0.1)


def test_a_silhouette_is_that_of_its_formula() -> None:
    spots = np.array([0.0, 1.0, 10.0])
    distances = np.abs(spots[:, None] - spots[None])
    expected = ((10 - 1) / 10 + (9 - 1) / 9 + 0) / 3
    assert measure_silhouette(distances, np.array([0, 0, 1])) == pytest.approx(expected)


def test_the_tests_are_those_of_polis() -> None:
    assert score_share(9, 10) == pytest.approx(2 * 11**0.5 * (10 / 11 - 0.5))
    pooled = (9 + 3) / (11 + 21)
    assert score_shares(8, 10, 2, 20) == pytest.approx(
        (9 / 11 - 3 / 21) / (pooled * (1 - pooled) * (1 / 11 + 1 / 21)) ** 0.5
    )
    assert score_shares(5, 5, 7, 7) == 0


def test_a_group_that_does_not_follow_brings_consensus_down_however_large_the_other_is() -> None:
    large, small = GroupCount(100, 0, 100), GroupCount(0, 8, 8)
    assert measure_unity("s", (large, small)).agree == pytest.approx(101 / 102 * 1 / 10)
    assert measure_unity("s", (large, small)).unites is None
    assert measure_unity("s", (GroupCount(0, 9, 9), small)).unites == -1


def test_a_group_that_nothing_sets_apart_is_known_by_what_is_nearest_to_it() -> None:
    flat = tuple(measure_unity(f"s{one}", (GroupCount(1, 1, 2), GroupCount(1, 1, 2))) for one in range(3))
    assert len(distinguish_group(flat, 0)) == 1
    assert distinguish_group((), 0) == ()


@pytest.mark.parametrize("language", ["fr", "en"])
def test_what_unites_and_what_distinguishes_is_said_in_words(language: str) -> None:
    opinions = group_opinions(two_camps())
    assert opinions is not None
    translator = Translator(language)
    (reason,) = [explain_unity(one, "Un lieu chauffé") for one in opinions.uniting]
    assert reason is not None
    assert "Un lieu chauffé" in translator.reason(reason, "opinion")
    for group in opinions.groups:
        for one in group.distinctions:
            said = translator.reason(explain_distinction(group, one, "Une navette"), "opinion")
            assert "Une navette" in said
            assert group.letter in said
            assert str(one.count) in said


def test_what_nine_in_ten_agree_with_is_said_by_the_group_that_agrees_least() -> None:
    reason = explain_unity(measure_unity("s", (GroupCount(19, 0, 20), GroupCount(7, 1, 9))), "…")
    assert reason is not None
    assert (reason.code, reason.values["least"]) == ("unites.agree", 7)


def test_each_group_is_drawn_in_a_shape_of_its_own_and_told_without_it() -> None:
    opinions = group_opinions(two_camps() | {"late": {"s1": 1}})
    assert opinions is not None
    translator = Translator("fr")
    drawing = draw_opinion_groups(opinions, translator)
    assert drawing.svg() == draw_opinion_groups(opinions, translator).svg()
    assert drawing.alternative.startswith("Groupe A\u00a0: 9 personnes, disques pleins. Groupe B\u00a0: 6 personnes")
    assert "1 personne a trop peu répondu" in drawing.alternative
    assert not any(person in drawing.svg() for person in opinions.people)
    assert "quatre personnes" in describe_opinions(None, translator)
