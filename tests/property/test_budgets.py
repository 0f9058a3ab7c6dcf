"""Budgets by chance: what holds for every vote, and the same results as an implementation by others.

``pabutools`` (GPL) is asked here and nowhere in the package.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from itertools import combinations, combinations_with_replacement
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pabutools.election import (
    Additive_Cardinal_Sat,
    ApprovalBallot,
    ApprovalProfile,
    CardinalBallot,
    Cardinality_Sat,
    CardinalProfile,
    Cost_Sat,
    Instance,
    parse_pabulib,
)
from pabutools.election import Project as TheirProject
from pabutools.rules import greedy_utilitarian_welfare, method_of_equal_shares
from pabutools.tiebreaking import TieBreakingRule

from workshop_kit.domain import shares_margin
from workshop_kit.domain.budget import (
    Amount,
    BallotKind,
    BudgetBallots,
    BudgetOutcome,
    BudgetRule,
    Means,
    Project,
    Support,
    measure_support,
)
from workshop_kit.domain.equal_shares import Completion, Utility, fund_equally, fund_from_share
from workshop_kit.domain.greedy_budget import fund_greedily
from workshop_kit.domain.shares_margin import BudgetSolidity, measure_shares_margin
from workshop_kit.files.importing.pabulib import read_pabulib

PACKAGE = Path(__file__).parents[2] / "workshop_kit"
Vote = tuple[tuple[Project, ...], int, BudgetBallots]
#: A rule for budgets.
Decide = Callable[[BudgetBallots], BudgetOutcome]
RULES = (BudgetRule.MOST_VOTES, BudgetRule.MOST_VOTES_PER_COST)


@st.composite
def votes(draw: st.DrawFn, *, most: int = 8) -> Vote:
    """Draw a vote: few costs, so that there are ties."""
    high = draw(st.sampled_from([3, 12, 200]))
    projects = tuple(Project(f"p{at}", draw(st.integers(0, high))) for at in range(draw(st.integers(1, 6))))
    kind = draw(st.sampled_from(list(BallotKind)))
    points = st.integers(1, 4 if kind is BallotKind.POINTS else 1)
    ballot = st.dictionaries(st.sampled_from([one.id for one in projects]), points)
    ballots = draw(st.lists(ballot, max_size=most))
    return (
        projects,
        draw(st.integers(0, high * 3)),
        BudgetBallots(kind, {f"v{at}": one for at, one in enumerate(ballots)}),
    )


def list_outcomes(projects: tuple[Project, ...], total: Amount, ballots: BudgetBallots) -> Iterator[BudgetOutcome]:
    for completion in Completion:
        for utility in Utility:
            yield fund_equally(projects, total, ballots, utility=utility, completion=completion)
    for rule in RULES:
        yield fund_greedily(projects, total, ballots, rule)


@given(votes(), st.randoms(use_true_random=False))
def test_the_order_of_ballots_and_of_projects_changes_nothing(vote: Vote, chance: random.Random) -> None:
    projects, total, ballots = vote
    people, shuffled = list(ballots.given), list(projects)
    chance.shuffle(people)
    chance.shuffle(shuffled)
    again = BudgetBallots(ballots.kind, {one: dict(list(ballots.given[one].items())[::-1]) for one in people})
    assert list(list_outcomes(projects, total, ballots)) == list(list_outcomes(tuple(shuffled), total, again))


@given(votes())
def test_no_more_is_spent_than_there_is_and_every_project_is_told_of(vote: Vote) -> None:
    projects, total, ballots = vote
    for outcome in list_outcomes(projects, total, ballots):
        assert outcome.spent <= total
        assert sorted((*outcome.selected, *(one.project for one in outcome.unfunded))) == [one.id for one in projects]
        assert all(one.support.people for one in outcome.funded)


@given(votes())
def test_what_people_pay_is_what_projects_cost_and_nobody_pays_more_than_the_share(vote: Vote) -> None:
    projects, total, ballots = vote
    for completion in Completion:
        outcome = fund_equally(projects, total, ballots, completion=completion)
        bought = [one for one in outcome.funded if one.means is Means.SHARES]
        for one in bought:
            assert sum(paid.amount * paid.people for paid in one.paid) == one.cost
            assert sum(paid.people for paid in one.paid) <= one.support.people
            assert all(paid.amount <= (outcome.raised or 0) for paid in one.paid)
        assert all(left.missing > 0 for left in outcome.unfunded if left.support.people and ballots.given)


@given(votes())
def test_after_the_completion_nothing_that_is_wanted_would_still_fit(vote: Vote) -> None:
    projects, total, ballots = vote
    outcome = fund_equally(projects, total, ballots)
    assert all(one.cost > total - outcome.spent for one in outcome.unfunded if one.support.people and ballots.given)


@given(votes(), st.integers(2, 7))
def test_the_unit_of_money_changes_nothing(vote: Vote, parts: int) -> None:
    projects, total, ballots = vote
    smaller = tuple(Project(one.id, Fraction(one.cost, parts)) for one in projects)
    outcome = fund_equally(smaller, Fraction(total, parts), ballots, unit=Fraction(1, parts))
    assert outcome.selected == fund_equally(projects, total, ballots).selected


def ask_them(vote: Vote, satisfaction: type, increment: int | None, *, greedy: bool = False) -> list[str]:
    """Return what pabutools funds, in its order, with the same way to break ties; not what nobody supports."""
    projects, total, ballots = vote
    theirs = {one.id: TheirProject(one.id, one.cost) for one in projects}
    instance = Instance(theirs.values(), budget_limit=total)
    if ballots.kind is BallotKind.POINTS:
        profile = CardinalProfile(
            [CardinalBallot({theirs[one]: points for one, points in given.items()}) for given in ballots.given.values()]
        )
    else:
        profile = ApprovalProfile([ApprovalBallot([theirs[one] for one in given]) for given in ballots.given.values()])
    support = measure_support(projects, ballots)
    if greedy:
        found = greedy_utilitarian_welfare(instance, profile, sat_class=satisfaction, tie_breaking=break_ties(support))
    else:
        found = method_of_equal_shares(
            instance,
            profile,
            sat_class=satisfaction,
            tie_breaking=break_ties(support),
            voter_budget_increment=increment,
        )
    return [one.name for one in found if support[one.name].people]


def break_ties(support: dict[str, Support]) -> TieBreakingRule:
    return TieBreakingRule(lambda _, __, one: (one.cost, -support[one.name].points, one.name))


def make_vote(chance: random.Random) -> Vote:
    high = chance.choice([3, 10, 100])
    projects = tuple(Project(f"p{at}", chance.randint(1, high)) for at in range(chance.randint(1, 7)))
    kind = chance.choice(list(BallotKind))
    most, likely = (1 if kind is BallotKind.APPROVALS else chance.choice([2, 10])), chance.choice([0.2, 0.5, 0.8])
    given: dict[str, dict[str, Amount]] = {
        f"v{at}": {one.id: chance.randint(1, most) for one in projects if chance.random() < likely}
        for at in range(chance.randint(1, 9))
    }
    return projects, chance.randint(1, high * len(projects) // 2 + 1), BudgetBallots(kind, given)


@pytest.mark.parametrize("seed", range(8))
def test_the_same_is_funded_in_the_same_order_as_by_pabutools(seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(150):
        vote = make_vote(chance)
        points = vote[2].kind is BallotKind.POINTS
        compared = [(Additive_Cardinal_Sat, Utility.COST)] if points else [
            (Cost_Sat, Utility.COST), (Cardinality_Sat, Utility.CARDINALITY)]  # fmt: skip
        for satisfaction, utility in compared:
            for increment, completion in ((None, Completion.NONE), (1, Completion.ADD_ONE)):
                ours = fund_equally(*vote, utility=utility, completion=completion)
                assert list(ours.selected) == ask_them(vote, satisfaction, increment), (vote, utility, completion)
            rule = BudgetRule.MOST_VOTES if satisfaction is Cost_Sat else BudgetRule.MOST_VOTES_PER_COST
            assert list(fund_greedily(*vote, rule).selected) == ask_them(vote, satisfaction, None, greedy=True), vote


def test_shares_far_above_one_unit_are_raised_to_the_same_end_as_by_pabutools() -> None:
    """There most raised shares are stepped over."""
    chance = random.Random(11)
    for _ in range(12):
        projects = tuple(Project(f"p{at}", chance.randint(200, 2000)) for at in range(8))
        given: dict[str, dict[str, Amount]] = {
            f"v{at}": {one.id: 1 for one in projects if chance.random() < 0.3} for at in range(15)
        }
        vote = projects, 3000, BudgetBallots(BallotKind.APPROVALS, given)
        assert list(fund_equally(*vote, completion=Completion.ADD_ONE).selected) == ask_them(vote, Cost_Sat, 1)


@pytest.mark.parametrize("vote_type", ["approval", "cumulative"])
def test_a_file_of_pabulib_with_ties_is_funded_as_by_pabutools(vote_type: str, tmp_path: Path) -> None:
    chance = random.Random(4)
    costs = [(f"{at}", 100 * chance.randint(1, 3)) for at in range(1, 13)]
    lines = ["META", "key;value", "budget;900", f"vote_type;{vote_type}", "num_projects;12", "num_votes;40"]
    lines += ["PROJECTS", "project_id;cost", *(f"{one};{cost}" for one, cost in costs)]
    lines += ["VOTES", "voter_id;vote;points"]
    for at in range(40):
        named = chance.sample([one for one, _ in costs], 4)
        lines.append(f"{at};{','.join(named)};{','.join(str(chance.randint(1, 3)) for _ in named)}")
    path = tmp_path / "ties.pb"
    path.write_text("\n".join(lines), encoding="utf-8")
    read = read_pabulib(path.name, path.read_bytes())
    instance, profile = parse_pabulib(str(path))
    projects = [Project(one.id, one.cost) for one in read.projects]
    support = measure_support(projects, read.ballots)
    satisfaction = Cost_Sat if vote_type == "approval" else Additive_Cardinal_Sat
    for increment, completion in ((None, Completion.NONE), (1, Completion.ADD_ONE)):
        theirs = method_of_equal_shares(
            instance,
            profile,
            sat_class=satisfaction,
            tie_breaking=break_ties(support),
            voter_budget_increment=increment,
        )
        ours = fund_equally(projects, read.total, read.ballots, completion=completion)
        assert list(ours.selected) == [one.name for one in theirs]


def test_the_package_never_imports_what_is_only_compared_with() -> None:
    naming = [path.name for path in PACKAGE.rglob("*.py") if "pabutools" in path.read_text(encoding="utf-8")]
    assert naming == []


def try_all(vote: Vote, decide: Decide) -> int | None:
    """Return the margin by trying every change of every number of ballots."""
    projects, _, ballots = vote
    standing, people = set(decide(ballots).selected), sorted(ballots.given)
    ids = [one.id for one in projects]
    contents = [dict.fromkeys(wanted, 1) for size in range(len(ids) + 1) for wanted in combinations(ids, size)]
    for number in range(1, len(people) + 1):
        for taken in combinations(people, number):
            for new in combinations_with_replacement(contents, number):
                changed = BudgetBallots(ballots.kind, {**ballots.given, **dict(zip(taken, new, strict=True))})
                if set(decide(changed).selected) != standing:
                    return number
    return None


def make_small_vote(chance: random.Random, people: int) -> Vote:
    projects = tuple(Project(f"p{at}", chance.randint(0, 6)) for at in range(chance.randint(1, 3)))
    given: dict[str, dict[str, Amount]] = {
        f"v{at}": {one.id: 1 for one in projects if chance.random() < 0.5} for at in range(chance.randint(0, people))
    }
    return projects, chance.randint(0, 10), BudgetBallots(BallotKind.APPROVALS, given)


def count_shares(vote: Vote) -> BudgetOutcome:
    projects, total, ballots = vote
    return fund_equally(projects, total, ballots)


def bound(vote: Vote, present: int = 0, counts_at_most: int = 10**6) -> BudgetSolidity:
    return measure_shares_margin(*vote, count_shares(vote), present, counts_at_most=counts_at_most)


def test_the_bounds_of_the_margin_of_equal_shares_meet_on_a_small_vote_and_hold_on_any() -> None:
    chance = random.Random(9)
    for _ in range(40):
        vote = projects, total, _ = make_small_vote(chance, 4)
        wanted = try_all(vote, lambda changed: fund_equally(projects, total, changed))  # noqa: B023
        margin = bound(vote).margin
        assert (margin.at_most, margin.known) == (wanted, True)
        few = bound(vote, counts_at_most=20).margin
        assert wanted is None or few.at_least <= wanted
        assert few.at_most is None or (wanted is not None and few.at_most >= wanted)


def test_whether_a_few_more_could_change_equal_shares_is_that_of_trying_everything() -> None:
    chance = random.Random(10)
    for _ in range(40):
        vote = projects, total, ballots = make_small_vote(chance, 4)
        more = chance.randint(1, 2)
        ids = [one.id for one in projects]
        contents = [dict.fromkeys(some, 1) for size in range(len(ids) + 1) for some in combinations(ids, size)]
        standing = set(count_shares(vote).selected)
        tries = [given for number in range(1, more + 1) for given in combinations_with_replacement(contents, number)]
        added = [
            BudgetBallots(ballots.kind, {**ballots.given, **{f"x{at}": one for at, one in enumerate(given)}})
            for given in tries
        ]
        could = any(set(count_shares((projects, total, one)).selected) != standing for one in added)
        assert bound(vote, len(ballots.given) + more).could is could
        assert bound(vote, len(ballots.given) + more, counts_at_most=0).could in ({True, None} if could else {None})


@pytest.mark.parametrize("kind", BallotKind)
def test_the_bounds_of_a_large_vote_are_the_same_in_any_order_and_take_few_counts(
    kind: BallotKind, monkeypatch: pytest.MonkeyPatch
) -> None:
    chance = random.Random(11)
    projects = tuple(Project(f"p{at:02}", chance.randint(1, 40) * 100) for at in range(20))
    given: dict[str, dict[str, Amount]] = {
        f"v{at:03}": {one.id: 1 if kind is BallotKind.APPROVALS else 2 for one in chance.sample(projects, 5)}
        for at in range(100)
    }
    vote = projects, 12_000, BudgetBallots(kind, given)
    outcome, counted = count_shares(vote), list[BudgetBallots]()

    def count(few: Sequence[Project], total: Amount, ballots: BudgetBallots) -> BudgetOutcome:
        counted.append(ballots)
        return fund_equally(few, total, ballots)

    monkeypatch.setattr(shares_margin, "fund_equally", count)
    found = measure_shares_margin(*vote, outcome, 120, most_points=10)
    assert len(counted) < 25
    assert found.margin.at_most is not None
    turned = BudgetBallots(kind, dict(reversed(given.items())))
    assert measure_shares_margin(projects[::-1], 12_000, turned, outcome, 120, most_points=10) == found


@given(st.integers(0, 2**32))
def test_a_count_from_the_share_that_was_raised_to_funds_the_same(seed: int) -> None:
    vote = projects, total, ballots = make_small_vote(random.Random(seed), 6)
    outcome = count_shares(vote)
    if outcome.raised is not None:
        assert fund_from_share(projects, total, ballots, outcome.raised) == set(outcome.selected)
