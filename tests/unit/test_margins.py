"""How many ballots a result hangs on: the same as trying every changed and every added ballot, on small profiles."""

from __future__ import annotations

import csv
import random
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from itertools import combinations, product
from math import lcm
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workshop_kit.domain.ballots import DotRule
from workshop_kit.domain.judgment import FIVE_GRADES, SEVEN_GRADES, Grade, GradeScale
from workshop_kit.domain.margins import (
    Margin,
    measure_dots_margin,
    measure_judgment_margin,
    measure_statement_margin,
)
from workshop_kit.i18n import Translator
from workshop_kit.i18n.solidity import say_margin

Result = Callable[[Sequence[Mapping[str, int | None]]], frozenset[Hashable]]
ORSAY = Path(__file__).resolve().parents[3] / "shared" / "data" / "majority-judgment" / "orsay-2007-bureau-01.csv"
THREE_GRADES = GradeScale((Grade.REJECT, Grade.GOOD, Grade.EXCELLENT))


def try_changed(ballots: Sequence[Mapping[str, int | None]], possible: Sequence[Mapping[str, int | None]],
                result: Result, at_most: int) -> int | None:  # fmt: skip
    """Return the fewest ballots to change for another result, by changing every so many to everything else."""
    before = result(ballots)
    for number in range(1, min(at_most, len(ballots)) + 1):
        for chosen in combinations(range(len(ballots)), number):
            kept = [ballot for place, ballot in enumerate(ballots) if place not in chosen]
            for changed in product(possible, repeat=number):
                if (after := result([*kept, *changed])) and after != before:
                    return number
    return None


def try_added(ballots: Sequence[Mapping[str, int | None]], possible: Sequence[Mapping[str, int | None]],
              result: Result, at_most: int) -> int | None:  # fmt: skip
    before = result(ballots)
    for number in range(1, at_most + 1):
        for added in product(possible, repeat=number):
            if (after := result([*ballots, *added])) and after != before:
                return number
    return None


# dots


def list_first_by_dots(options: Sequence[str]) -> Result:
    def find(ballots: Sequence[Mapping[str, int | None]]) -> frozenset[Hashable]:
        keys = {
            one: (sum(ballot[one] or 0 for ballot in ballots), sum(bool(ballot[one]) for ballot in ballots))
            for one in options
        }
        best = max(keys.values())
        return frozenset(one for one in options if best[0] and keys[one] == best)

    return find


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_the_margin_of_dots_is_what_trying_every_ballot_finds(data: st.DataObject) -> None:
    options = "abc"[: data.draw(st.integers(1, 3))]
    budget = data.draw(st.integers(1, 3))
    rule = DotRule(budget, data.draw(st.integers(1, budget)))
    possible = [
        dict(zip(options, counts, strict=True))
        for counts in product(range(rule.most + 1), repeat=len(options))
        if sum(counts) <= rule.budget
    ]
    ballots = data.draw(st.lists(st.sampled_from(possible[1:]), max_size=4))
    found = measure_dots_margin(options, dict(enumerate_people(ballots)), 6, rule)
    result = list_first_by_dots(options)
    assert found.ballots == try_changed(ballots, possible, result, 2 if found.ballots is None else found.ballots)
    assert found.added == try_added(ballots, possible, result, 2 if found.added is None else min(3, found.added)) or (
        found.added is not None and found.added > 3
    )
    assert found.absent == 6 - len(ballots)


def enumerate_people(ballots: Iterable[Mapping[str, int]]) -> Iterable[tuple[str, Mapping[str, int]]]:
    return ((f"p{place}", ballot) for place, ballot in enumerate(ballots))


# grades and statements: the oracle takes judgments away one by one from the middle


def take_apart(grades: Sequence[int]) -> tuple[int, ...]:
    left, value = sorted(grades), []
    while left:
        value.append(left.pop((len(left) + 1) // 2 - 1))
    return tuple(value)


def list_first_by_value(options: Sequence[str], *, blanks_count: bool) -> Result:
    def find(ballots: Sequence[Mapping[str, int | None]]) -> frozenset[Hashable]:
        cast = [ballot for ballot in ballots if any(ballot[one] is not None for one in options)]
        given: dict[str, list[int]] = {}
        for one in options:
            said = [ballot[one] for ballot in cast]
            given[one] = [grade or 0 for grade in said if blanks_count or grade is not None]
        common = lcm(*(len(grades) or 1 for grades in given.values()))
        values = {one: take_apart(grades * (common // len(grades))) if grades else () for one, grades in given.items()}
        best = max(values.values(), default=())
        return frozenset(one for one in options if best and values[one] == best)

    return find


@settings(max_examples=60, deadline=None)
@given(st.data(), st.booleans())
def test_the_margin_of_grades_is_what_trying_every_ballot_finds(data: st.DataObject, blanks_count: bool) -> None:
    options, scale = data.draw(st.sampled_from([("ab", FIVE_GRADES), ("abc", THREE_GRADES)]))
    grades: tuple[Grade | None, ...] = (None, *scale.grades)
    possible = [dict(zip(options, given_, strict=True)) for given_ in product(grades, repeat=len(options))]
    ballots = data.draw(st.lists(st.sampled_from(possible[1:]), min_size=1, max_size=4))
    people = {f"p{place}": ballot for place, ballot in enumerate(ballots)}
    found = measure_judgment_margin(options, people, 4, scale, blanks_count=blanks_count)
    result = list_first_by_value(options, blanks_count=blanks_count)
    assert found.ballots == try_changed(ballots, possible, result, 2) or (found.ballots or 0) > 2
    assert found.added == try_added(ballots, possible, result, 2) or (found.added or 0) > 2


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.tuples(st.integers(-1, 6), st.integers(-1, 6)), min_size=1, max_size=8),
    st.booleans(),
    st.sampled_from([2, 3, 7]),
)
def test_ties_to_the_end_are_parted_by_as_many_ballots_as_every_choice_of_ballots_needs(
    pairs: list[tuple[int, int]], blanks_count: bool, grades: int
) -> None:
    """The best changed ballot is known for two options; which ballots are changed is tried in every way."""
    said = [
        {"a": None if one < 0 else Grade(one % grades), "b": None if other < 0 else Grade(other % grades)}
        for one, other in pairs
    ]
    cast = [ballot for ballot in said if ballot["a"] is not None or ballot["b"] is not None]
    scale = GradeScale(tuple(Grade(grade) for grade in range(grades)))
    people = {f"p{place}": ballot for place, ballot in enumerate(said)}
    found = measure_judgment_margin("ab", people, 8, scale, blanks_count=blanks_count)
    best, worst = scale.highest, Grade.REJECT
    possible = [{"a": best, "b": worst}, {"a": worst, "b": best}]
    result = list_first_by_value("ab", blanks_count=blanks_count)
    if cast:
        assert found.ballots == try_changed(cast, possible, result, len(cast))
    assert found.absent == 8 - len(cast)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_the_margin_of_statements_is_what_trying_every_ballot_finds(data: st.DataObject) -> None:
    options = "abc"[: data.draw(st.integers(1, 3))]
    possible: list[dict[str, int | None]] = [
        dict(zip(options, said, strict=True)) for said in product((None, -1, 0, 1), repeat=len(options))
    ]
    ballots = data.draw(st.lists(st.sampled_from(possible[1:]), min_size=1, max_size=4))
    people = {
        f"p{place}": {one: said for one, said in ballot.items() if said is not None}
        for place, ballot in enumerate(ballots)
    }
    found = measure_statement_margin(options, people, 4)

    def result(ballots: Sequence[Mapping[str, int | None]]) -> frozenset[Hashable]:
        shares: dict[str, float] = {}
        for one in options:
            said = [ballot[one] for ballot in ballots if ballot[one] is not None]
            if said:
                shares[one] = sum(stance == 1 for stance in said) / len(said)
        return frozenset(one for one in shares if shares[one] == max(shares.values()))

    assert found.ballots == try_changed(ballots, possible, result, 2) or (found.ballots or 0) > 2
    assert found.added == try_added(ballots, possible, result, 2) or (found.added or 0) > 2


def test_a_first_place_hangs_on_two_ballots_of_three_and_those_absent_could_have_changed_it() -> None:
    ballots = {"p1": {"a": 2}, "p2": {"a": 1, "b": 2}, "p3": {"a": 1}}
    found = measure_dots_margin("ab", ballots, 15)
    # 4 dots against 2: one ballot gives b at most 2 dots and takes 2, which is level and one supporter short of nothing
    assert found == Margin("dots", 1, 2, 12)
    assert found.could
    assert found.describe() == {"rule": "dots", "ballots": 1, "added": 2, "absent": 12, "could": True}
    assert not measure_dots_margin("ab", ballots, 4).could


def test_equal_dots_are_parted_by_supporters() -> None:
    ballots = {"p1": {"a": 2}, "p2": {"b": 1}, "p3": {"b": 1}, "p4": {"b": 1}, "p5": {"b": 1}}
    # one ballot more makes them level in dots, and leaves a with two supporters against four
    assert measure_dots_margin("ab", ballots, 6, DotRule(2, 2)).added == 2


def test_a_shared_first_place_hangs_on_one_ballot() -> None:
    assert measure_dots_margin("abc", {"p1": {"a": 1, "b": 1}}, 1) == Margin("dots", 1, 1, 0)
    level: dict[str, dict[str, Grade | None]] = {"p1": {"a": Grade.GOOD, "b": Grade.GOOD}}
    assert measure_judgment_margin("ab", level, 1) == Margin("grades", 1, 1, 0)


@pytest.mark.parametrize("present", [0, 3])
def test_where_nobody_voted_one_ballot_decides_and_none_can_be_changed(present: int) -> None:
    for found in (
        measure_dots_margin("ab", {"p1": {}}, present),
        measure_judgment_margin("ab", {"p1": {"a": None}}, present),
        measure_statement_margin("ab", {}, present),
    ):
        assert (found.ballots, found.added, found.absent, found.could) == (None, 1, present, present > 0)


def test_a_ballot_handed_in_blank_is_one_that_may_be_changed() -> None:
    people: dict[str, dict[str, Grade | None]] = {"p1": {"a": Grade.GOOD}, "p2": {}, "p3": {}}
    assert measure_judgment_margin("ab", people, 3) == Margin("grades", 1, 1, 2)
    assert measure_judgment_margin("ab", people, 3, empty_counts=True).absent == 0


def test_nothing_else_can_come_first_where_there_is_one_option() -> None:
    assert measure_dots_margin("a", {"p1": {"a": 1}}, 2) == Margin("dots", None, None, 1)
    assert measure_judgment_margin("a", {"p1": {"a": Grade.GOOD}}, 2) == Margin("grades", None, None, 1)
    assert not measure_statement_margin("a", {"p1": {"a": 1}}, 2).could
    assert measure_dots_margin("", {}, 2) == Margin("dots", None, None, 2)


@pytest.mark.parametrize(("blanks_count", "ballots", "added"), [(True, 8, 15), (False, 9, 18)])
def test_the_first_place_at_orsay_hangs_on_few_of_its_559_ballots(blanks_count: bool, ballots: int, added: int) -> None:
    with ORSAY.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    names = [name for name in rows[0] if name]
    cast = {row[""]: {name: Grade(int(row[name]) - 1) if row[name] != "0" else None for name in names} for row in rows}
    six = GradeScale(tuple(Grade(grade) for grade in range(6)))
    found = measure_judgment_margin(names, cast, len(cast), six, blanks_count=blanks_count)
    assert (found.ballots, found.added) == (ballots, added)
    find = list_first_by_value(["Bayrou", "Sarkozy"], blanks_count=blanks_count)
    rival = {"Bayrou": Grade.REJECT, "Sarkozy": six.highest}
    if blanks_count:  # where they do not, as many judgments as ballots times ballots would be taken apart
        assert find([*cast.values(), *[rival] * (added - 1)]) == {"Bayrou"}
        assert find([*cast.values(), *[rival] * added]) != {"Bayrou"}


def test_a_room_of_200_and_100_ideas_is_told_alike_whatever_the_order() -> None:
    chance = random.Random(7)
    options = [f"idea-{number}" for number in range(100)]
    ballots: dict[str, dict[str, Grade | None]] = {
        f"p{number}": {one: Grade(chance.randrange(7)) for one in options if chance.random() < 0.8}
        for number in range(200)
    }
    turned = {person: dict(reversed(ballot.items())) for person, ballot in reversed(ballots.items())}
    for blanks_count in (True, False):
        found = measure_judgment_margin(options, ballots, 214, SEVEN_GRADES, blanks_count=blanks_count)
        assert found == measure_judgment_margin(options[::-1], turned, 214, SEVEN_GRADES, blanks_count=blanks_count)
        assert found.absent == 14


@pytest.mark.parametrize(
    ("language", "values", "said"),
    [
        ("fr", (2, 3, 12), "Si 2 bulletins avaient été remplis autrement, la première place aurait pu changer. "
         "3 bulletins de plus auraient pu la changer. 12 personnes n’ont pas voté\u00a0: cela aurait pu suffire."),
        ("fr", (1, 1, 0), "Si 1 bulletin avait été rempli autrement, la première place aurait pu changer. "
         "Toutes les personnes présentes ont voté."),
        ("en", (8, 15, 4), "Had 8 ballots been filled in differently, the first place could have changed. "
         "15 ballots more could have changed it. 4 people did not vote, which would not have been enough."),
        ("en", (None, 1, 9), "Nobody voted, so no place is given."),
        ("fr", (None, None, 9), "Il n’y a qu’un choix\u00a0: rien d’autre ne peut passer devant."),
    ],
)  # fmt: skip
def test_a_margin_is_said_in_words(language: str, values: tuple[int | None, int | None, int], said: str) -> None:
    assert say_margin(Translator(language), *values) == said
