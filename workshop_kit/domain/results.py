"""What a vote of each kind gave: its order, the vote before, opinion groups, a budget, how solid it is.

Whoever says what a vote gave asks here: the synthesis, the facilitator's page, the command ``results``. It compares
people by numpy, which the page of a phone has not.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from workshop_kit.domain.ballots import VoteKind, VoteRule
from workshop_kit.domain.budget import BallotKind, BudgetOutcome, BudgetRule
from workshop_kit.domain.budget_reasons import Why, explain_options
from workshop_kit.domain.counting import Ballot, count_votes, fund_options, gather_ballots, gather_marks, list_projects
from workshop_kit.domain.greedy_budget import Difference, compare_outcomes, fund_greedily
from workshop_kit.domain.ideas import Option
from workshop_kit.domain.judgment import Grade
from workshop_kit.domain.margins import Margin, measure_dots_margin, measure_judgment_margin, measure_statement_margin
from workshop_kit.domain.model import Idea, Vote
from workshop_kit.domain.opinion.groups import OpinionGroup, Opinions, group_opinions
from workshop_kit.domain.origins import list_about_vote
from workshop_kit.domain.shares_margin import BudgetSolidity, measure_shares_margin
from workshop_kit.domain.shift import Shift, measure_shift
from workshop_kit.domain.voting import Tally


@dataclass(frozen=True)
class VoteGiven:
    """What a result is made from: the options, and the votes of the round that counts and of the one before.

    ``before`` is empty where there was none, or something else was asked in it. ``held`` are the ideas held back, on
    which people may have answered before they were.
    """

    rule: VoteRule
    options: Sequence[Option]
    votes: Sequence[Vote]
    before: Sequence[Vote] = ()
    rule_before: VoteRule | None = None
    costs: Mapping[str, int] | None = None
    held: Sequence[Idea] = ()


@dataclass(frozen=True)
class VoteResult:
    """What a vote gave (*résultat*), told where somebody voted.

    Attributes
    ----------
    rule, tallies
        What was asked, and what each option gathered, the best first.
    voters
        How many people's ballots count.
    before
        What options had gathered in the vote before, by id; empty where there was none.
    shift
        How far the ballots moved since, ``None``: nobody was asked the same twice.
    margin
        On how many ballots the first place hangs, ``None``: of a budget, or where nobody voted.
    solidity
        On how many ballots it hangs what a budget funds, ``None``: of another vote, or where nobody voted.
    opinions
        The opinion groups; a page or paper shows those in ``told_apart``.
    budget, greedy, difference
        What equal shares fund, what the simple rule would, and how they differ.

    """

    rule: VoteRule
    tallies: tuple[Tally, ...]
    voters: int
    before: Mapping[str, Tally]
    shift: Shift | None = None
    margin: Margin | None = None
    solidity: BudgetSolidity | None = None
    opinions: Opinions | None = None
    budget: BudgetOutcome | None = None
    greedy: BudgetOutcome | None = None
    difference: Difference | None = None

    @property
    def agreed(self) -> bool:
        """Whether it was a vote on statements, with which people agree or not: nothing of it is a place."""
        return self.rule.kind is VoteKind.STATEMENTS

    @property
    def told_apart(self) -> tuple[OpinionGroup, ...]:
        """The opinion groups that may be told apart."""
        return () if self.opinions is None else self.opinions.told_apart

    def explain_options(self) -> dict[str, Why]:
        """Return of every option of a budget why equal shares fund it, or do not, by its id."""
        kind = BallotKind.POINTS if self.rule.points else BallotKind.APPROVALS
        return {} if self.budget is None else explain_options(self.budget, kind)


def make_result(given: VoteGiven, asked: Collection[str], *, grouped: bool = True) -> VoteResult:
    """Count a vote.

    Parameters
    ----------
    given
        What was asked and given.
    asked
        The ids of those who were there and might have voted, whether they did or not.
    grouped
        Whether people are grouped by what they answered to statements: it takes a moment where they are many.

    """
    rule, ballots = given.rule, gather_ballots(given.rule, given.options, given.votes)
    present = len({*asked, *ballots})
    budget = _fund(given) if ballots else None
    selected = None if budget is None else budget.selected
    tallies = count_votes(rule, given.options, given.votes, given.costs, selected)
    if not ballots:
        return VoteResult(rule, tallies, 0, {})
    result = VoteResult(
        rule,
        tallies,
        len(ballots),
        _count_before(given),
        _compare(given, ballots),
        _measure_margin(rule, [one.id for one in given.options], ballots, present),
    )
    if rule.kind is VoteKind.STATEMENTS and grouped:
        return replace(result, opinions=group_voters(given.options, given.votes, given.held))
    return result if budget is None else _add_budget(result, given, budget, present)


def group_voters(options: Sequence[Option], votes: Iterable[Vote], held: Sequence[Idea] = ()) -> Opinions | None:
    """Group people by what they answered to statements.

    Answers to what is held back are set aside as Polis does with what its moderation took out: nothing is said of them.
    Nor of what a file says to be about the vote itself.
    """
    aside = [Option(one.id, one.text, one.challenge, (one,), lone=True) for one in held]
    ballots = gather_marks([*options, *aside], votes, VoteKind.STATEMENTS)
    return group_opinions(ballots, [*(one.id for one in held), *list_about_vote(one.id for one in options)])


def _fund(given: VoteGiven) -> BudgetOutcome | None:
    if given.rule.kind is not VoteKind.BUDGET or not any(one.id in (given.costs or {}) for one in given.options):
        return None
    return fund_options(given.rule, given.options, given.votes, given.costs or {})


def _add_budget(result: VoteResult, given: VoteGiven, budget: BudgetOutcome, present: int) -> VoteResult:
    projects, ballots = list_projects(given.rule, given.options, given.votes, given.costs or {})
    greedy = fund_greedily(projects, given.rule.to_spend, ballots, BudgetRule.MOST_VOTES)
    most, total = max(1, given.rule.points), given.rule.to_spend
    return replace(
        result,
        budget=budget,
        greedy=greedy,
        difference=compare_outcomes(budget, greedy, ballots),
        solidity=measure_shares_margin(projects, total, ballots, budget, present, most_points=most),
    )


def _asks_the_same(given: VoteGiven) -> bool:
    return given.rule_before is not None and given.rule.asks_the_same(given.rule_before)


def _count_before(given: VoteGiven) -> dict[str, Tally]:
    if given.rule_before is None or not _asks_the_same(given):
        return {}
    if not gather_ballots(given.rule_before, given.options, given.before):
        return {}
    counted = count_votes(given.rule_before, given.options, given.before, given.costs)
    return {tally.option.id: tally for tally in counted}


def _compare(given: VoteGiven, ballots: Mapping[str, Ballot]) -> Shift | None:
    if given.rule_before is None or not _asks_the_same(given):
        return None
    before = gather_ballots(given.rule_before, given.options, given.before)
    return measure_shift(before, ballots, span=given.rule.span)


def _measure_margin(rule: VoteRule, ids: Sequence[str], ballots: Mapping[str, Ballot], present: int) -> Margin | None:
    if rule.kind is VoteKind.DOTS:
        return measure_dots_margin(ids, ballots, present, rule.dots)
    if rule.kind is VoteKind.STATEMENTS:
        return measure_statement_margin(ids, ballots, present)
    if rule.kind is VoteKind.GRADES:
        graded: dict[str, Mapping[str, Grade | None]] = {
            person: {option: Grade(value) for option, value in ballot.items()} for person, ballot in ballots.items()
        }
        return measure_judgment_margin(
            ids, graded, present, rule.scale, blanks_count=rule.blanks_count, empty_counts=True
        )
    return None


def list_given(options: Sequence[Option], votes: Iterable[Vote]) -> frozenset[str]:
    """Return the options on which anybody put anything, on any kind of ballot."""
    given = tuple(votes)
    rules = (VoteRule(kind) for kind in VoteKind)
    return frozenset(
        option for rule in rules for ballot in gather_ballots(rule, options, given).values() for option in ballot
    )
