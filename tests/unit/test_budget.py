"""A budget: what a person's choice comes to, what each rule would fund, and why."""

from __future__ import annotations

from fractions import Fraction

import pytest

from workshop_kit.domain.budget import (
    BallotKind,
    BudgetBallots,
    BudgetRule,
    Means,
    Paid,
    Project,
    check_choice,
    check_points,
)
from workshop_kit.domain.budget_margin import BudgetMargin
from workshop_kit.domain.budget_reasons import (
    Why,
    explain_difference,
    explain_funded,
    explain_margin,
    explain_rule,
    explain_unfunded,
)
from workshop_kit.domain.equal_shares import Completion, Utility, fund_equally
from workshop_kit.domain.greedy_budget import compare_outcomes, fund_greedily
from workshop_kit.domain.shares_margin import measure_shares_margin
from workshop_kit.errors import InvalidEntry
from workshop_kit.i18n import LANGUAGES, Translator
from workshop_kit.i18n.money import say_amount, say_reckoning

#: The fourth sketch of the phone: 20,000 to spend.
IDEAS = (
    Project("beds", 4500), Project("laundry", 6000), Project("van", 12000), Project("poster", 800),
    Project("lockers", 6000),
)  # fmt: skip


def approve(*groups: tuple[int, str]) -> BudgetBallots:
    """Return so many people who approve of these projects, one letter each."""
    given: dict[str, dict[str, int | Fraction]] = {}
    for number, wanted in groups:
        for _ in range(number):
            given[f"person-{len(given)}"] = dict.fromkeys(wanted, 1)
    return BudgetBallots(BallotKind.APPROVALS, given)


def test_a_choice_over_the_sum_is_refused() -> None:
    chosen = dict.fromkeys(("beds", "laundry", "van"), 1)
    with pytest.raises(InvalidEntry) as refused:
        check_choice(IDEAS, 20_000, chosen)
    assert (refused.value.code, refused.value.values["over"]) == ("choice-over-sum", 2_500)
    check_choice(IDEAS, 22_500, chosen)


@pytest.mark.parametrize(
    ("points", "code"),
    [
        ({"beds": 7, "van": 4}, "no-points-left"),
        ({"beds": -1}, "project-points-out-of-range"),
        ({"beds": 11}, "project-points-out-of-range"),
        ({"beds": True}, "project-points-out-of-range"),
        ({"boat": 1}, "no-such-project"),
    ],
)
def test_points_that_break_the_rules_are_refused(points: dict[str, int | Fraction], code: str) -> None:
    with pytest.raises(InvalidEntry) as refused:
        check_points(IDEAS, points, 10)
    assert refused.value.code == code
    check_points(IDEAS, {"beds": 6, "van": 4, "poster": 0}, 10)


def test_a_cost_below_nothing_is_refused() -> None:
    with pytest.raises(InvalidEntry):
        Project("a", -1)


def test_a_large_minority_has_its_share_where_the_most_votes_would_leave_it_nothing() -> None:
    projects = [Project(one, 10) for one in "abcdefgh"]
    ballots = approve((6, "abcd"), (4, "efgh"))
    greedy, equal = fund_greedily(projects, 40, ballots), fund_equally(projects, 40, ballots)
    assert greedy.selected == ("a", "b", "c", "d")
    assert equal.selected == ("a", "b", "e", "c")
    told = compare_outcomes(equal, greedy, ballots)
    assert (told.first_only, told.second_only) == (("e",), ("d",))
    assert (told.first_reached, told.second_reached) == (10, 6)


def test_everybody_pays_the_same_and_who_has_less_pays_what_is_left() -> None:
    projects = [Project("a", 12), Project("b", 13)]
    outcome = fund_equally(projects, 30, approve((2, "a"), (1, "ab"), (2, "b")), completion=Completion.NONE)
    first, second = outcome.funded
    assert first.paid == (Paid(Fraction(4), 3),)
    assert second.paid == (Paid(Fraction(11, 2), 2), Paid(Fraction(2), 1))
    assert sum(one.amount * one.people for one in second.paid) == 13
    assert [outcome.share, outcome.raised, outcome.spent] == [6, 6, 25]


def test_an_unfunded_project_says_what_its_supporters_had_left_and_what_was_missing() -> None:
    projects = [Project("a", 10), Project("b", 9)]
    outcome = fund_equally(projects, 12, approve((2, "ab"), (1, "b")), completion=Completion.NONE)
    assert outcome.selected == ("b",)
    (left,) = outcome.unfunded
    assert [left.project, left.behind, left.missing] == ["a", 2, 8]


def test_shares_are_raised_by_one_until_the_next_would_cost_more_than_the_sum() -> None:
    projects = [Project("a", 6), Project("b", 5), Project("c", 5)]
    ballots = approve((2, "a"), (1, "b"), (1, "c"))
    assert fund_equally(projects, 12, ballots, completion=Completion.NONE).selected == ("a",)
    raised = fund_equally(projects, 12, ballots, completion=Completion.ADD_ONE)
    assert raised.selected == ("a",)
    assert [raised.share, raised.raised] == [3, 4]
    done = fund_equally(projects, 12, ballots)
    assert done.selected == ("a", "b")
    assert [done.funded[1].means, done.funded[1].behind] == [Means.REST, 4]


def test_a_tie_goes_to_the_cheapest_then_to_the_most_supported_then_to_the_first_by_id() -> None:
    projects = [Project("z", 4), Project("y", 3), Project("x", 4)]
    ballots = approve((1, "z"), (1, "y"), (1, "x"))
    outcome = fund_equally(projects, 30, ballots)
    assert outcome.selected == ("y", "x", "z")
    assert [one.tied for one in outcome.funded] == [("x", "z"), ("z",), ()]
    assert fund_greedily(projects, 7, ballots).selected == ("y", "x")
    assert fund_greedily(projects, 7, ballots).funded[0].tied == ("x", "z")


def test_what_an_approval_is_worth_decides_between_many_small_and_few_large() -> None:
    projects = [Project("large", 60), Project("small", 10)]
    ballots = BudgetBallots(
        BallotKind.APPROVALS, {"1": {"large": 1}, "2": {"large": 1}, "3": {"large": 1}, "4": {"small": 1, "large": 1}}
    )
    first = {one: fund_equally(projects, 80, ballots, utility=one).funded[0].project for one in Utility}
    assert first == {Utility.COST: "large", Utility.CARDINALITY: "small"}


@pytest.mark.parametrize("kind", list(BallotKind))
def test_without_ballots_or_without_money_nothing_is_funded(kind: BallotKind) -> None:
    nobody = BudgetBallots(kind, {})
    for outcome in (fund_equally(IDEAS, 20_000, nobody), fund_greedily(IDEAS, 20_000, nobody)):
        assert outcome.selected == ()
        assert {one.project for one in outcome.unfunded} == {one.id for one in IDEAS}
    some = BudgetBallots(kind, {"1": {"beds": 1}, "2": {}})
    assert fund_equally(IDEAS, 0, some).selected == fund_greedily(IDEAS, 0, some).selected == ()


def test_a_project_dearer_than_the_sum_is_never_funded_and_says_so() -> None:
    projects, ballots = [Project("a", 50), Project("b", 10)], approve((9, "a"), (1, "b"))
    for outcome in (fund_equally(projects, 40, ballots), fund_greedily(projects, 40, ballots)):
        assert outcome.selected == ("b",)
        (left,) = outcome.unfunded
        assert explain_unfunded(left, 40) == Why("why.dear", 9, {"over": 10})


def test_what_costs_nothing_is_funded_where_somebody_wants_it() -> None:
    projects = [Project("a", 0), Project("b", 0), Project("c", 5)]
    ballots = approve((1, "a"), (1, "c"))
    assert fund_equally(projects, 5, ballots).selected == ("a", "c")
    assert fund_greedily(projects, 5, ballots, BudgetRule.MOST_VOTES_PER_COST).selected == ("a", "c")


def test_points_on_a_project_that_is_gone_count_for_nothing() -> None:
    projects = [Project("a", 5)]
    ballots = BudgetBallots(BallotKind.POINTS, {"1": {"a": 2, "gone": 8}, "2": {"a": -3}})
    outcome = fund_equally(projects, 10, ballots)
    assert outcome.selected == ("a",)
    assert (outcome.funded[0].support.people, outcome.funded[0].support.points) == (1, 2)


def test_points_of_more_digits_than_anybody_counts_are_refused() -> None:
    with pytest.raises(InvalidEntry):
        fund_equally([Project("a", 5)], 10, BudgetBallots(BallotKind.POINTS, {"1": {"a": 10**17}}))


def test_whoever_pays_by_points_pays_for_each_point() -> None:
    projects = [Project("a", 9)]
    ballots = BudgetBallots(BallotKind.POINTS, {"1": {"a": 2}, "2": {"a": 1}, "3": {}})
    (one,) = fund_equally(projects, 20, ballots, completion=Completion.NONE).funded
    assert one.price == Fraction(3)
    assert one.paid == (Paid(Fraction(6), 1), Paid(Fraction(3), 1))
    halves = BudgetBallots(BallotKind.POINTS, {"1": {"a": Fraction(1)}, "2": {"a": Fraction(1, 2)}, "3": {}})
    (other,) = fund_equally(projects, 20, halves, completion=Completion.NONE).funded
    assert other.price == Fraction(6)
    assert other.paid == one.paid


def test_how_solid_a_budget_is_is_said_with_no_more_certainty_than_there_is() -> None:
    assert explain_margin(BudgetMargin(3, 3)) == Why("margin.exact", 3)
    assert explain_margin(BudgetMargin(2, 5)) == Why("margin.between", counts={"least": 2, "most": 5})
    assert explain_margin(BudgetMargin(1, 5)) == Why("margin.at-most", 5)
    assert explain_margin(BudgetMargin(4, None)) == Why("margin.never")
    assert explain_margin(BudgetMargin(1, None, certain=False)) == Why("margin.unknown")


def test_a_close_vote_is_told_from_a_clear_one() -> None:
    projects = [Project("a", 10), Project("b", 10)]

    def measure(ballots: BudgetBallots) -> BudgetMargin:
        return measure_shares_margin(projects, 10, ballots, fund_equally(projects, 10, ballots), 9).margin

    close, clear = measure(approve((5, "a"), (4, "b"))), measure(approve((20, "a"), (4, "b")))
    assert close == BudgetMargin(1, 1)
    assert clear.at_least <= 9 <= (clear.at_most or 0)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_why_is_said(language: str) -> None:
    say = Translator(language)
    ballots = approve((6, "ab"), (4, "bc"), (1, "d"))
    projects = [
        Project("a", 12),
        Project("b", 13),
        Project("c", 9),
        Project("d", 30),
        Project("e", 90),
        Project("f", 0),
    ]
    whys = [Why("why.nobody"), Why("why.dear", 2, {"over": 1}), Why("why.shares-free", 2)]
    for total in (20, 30, 40):
        for outcome in (fund_equally(projects, total, ballots), *(fund_greedily(projects, total, ballots, rule)
                        for rule in (BudgetRule.MOST_VOTES, BudgetRule.MOST_VOTES_PER_COST))):  # fmt: skip
            whys += explain_rule(outcome)
            whys += [explain_funded(one, kind) for one in outcome.funded for kind in BallotKind]
            whys += [explain_unfunded(one, total) for one in outcome.unfunded]
        pair = fund_equally(projects, total, ballots), fund_greedily(projects, total, ballots)
        whys.append(explain_difference(compare_outcomes(*pair, ballots)))
    whys += [explain_margin(BudgetMargin(*one)) for one in ((1, 1), (2, 3), (1, 3), (3, None))]
    minority = [Project(one, 10) for one in "abcdefgh"]
    ballots = approve((6, "abcd"), (4, "efgh"))
    pair = fund_equally(minority, 40, ballots), fund_greedily(minority, 40, ballots)
    whys.append(explain_difference(compare_outcomes(*pair, ballots)))
    whys += explain_rule(fund_equally([Project("a", 6), Project("b", 5)], 12, approve((2, "a"), (1, "b"), (1, ""))))
    short = fund_equally([Project("a", 12), Project("b", 13)], 30, approve((2, "a"), (1, "ab"), (2, "b")))
    whys.append(explain_funded(short.funded[1], BallotKind.APPROVALS))
    said = [say_reckoning(say, one) for one in whys]
    assert all("{" not in one for one in said)
    keys = {f"{one.code}" for one in whys}
    assert keys >= set(say.section("budget")) - {"margin.unknown", "difference.same"}


def test_what_is_left_and_what_is_missing_make_the_cost_to_the_cent() -> None:
    third = Fraction(100, 3)
    assert say_amount(third, "fr") == "33,33\u00a0€"
    assert say_amount(100 - third, "fr", up=True) == "66,67\u00a0€"
    assert (say_amount(4500, "fr"), say_amount(4500, "en")) == ("4\u202f500\u00a0€", "€4,500")
