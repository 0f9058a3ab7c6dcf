"""Counting a vote (*dépouillement*): what each option gathered, whichever way the room votes.

The order never depends on that of the ballots. Marks put on an idea before it joined a group count for the group.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from workshop_kit.domain.ballots import BLANK_VALUE, BallotMark, VoteKind, VoteRule
from workshop_kit.domain.budget import BallotKind, BudgetBallots, BudgetOutcome, Project
from workshop_kit.domain.ideas import Option
from workshop_kit.domain.judgment import Grade, rank_profiles
from workshop_kit.domain.model import Vote
from workshop_kit.domain.statements import STANCE_VALUES, Stance
from workshop_kit.domain.voting import Stances, Tally, find_holders, gather_dots, order_options, rank_dots

#: What one person said of options: by the option's id, a grade, a stance, or points.
Ballot = Mapping[str, int]


@dataclass(frozen=True)
class TallySheet:
    """What a vote gave, and not who gave it (*feuille de pointage*): all that it takes to count it.

    Attributes
    ----------
    given
        By the option's id, how many people gave each value: dots, the number of a grade or of a stance, points.
    ballots
        Of grades: how many people handed in a ballot, one of blanks alone too. Of the other kinds it counts for
        nothing, and is 0.

    """

    given: Mapping[str, Mapping[int, int]]
    ballots: int = 0


def gather_marks(options: Sequence[Option], marks: Iterable[Vote], kind: VoteKind) -> dict[str, dict[str, int]]:
    """Return each person's ballot of one kind, by the person's id and the option's: what is no option is left out.

    Where somebody marked several ideas that are one group now, what they put on the group itself goes first, then the
    highest of what they put on its ideas. A ballot that was handed in with blanks alone is there, and empty.
    """
    holders = find_holders(options)
    found: dict[str, dict[str, int]] = defaultdict(dict)
    ranks: dict[tuple[str, str], tuple[bool, int]] = {}
    for mark in marks:
        if not (isinstance(mark, BallotMark) and mark.kind is kind and mark.counts and mark.option in holders):
            continue
        ballot, holder = found[mark.participant], holders[mark.option]
        rank, place = (mark.option == holder, mark.value), (mark.participant, holder)
        if not mark.blank and (place not in ranks or rank > ranks[place]):
            ballot[holder], ranks[place] = mark.value, rank
    return dict(found)


def gather_ballots(rule: VoteRule, options: Sequence[Option], votes: Iterable[Vote]) -> dict[str, dict[str, int]]:
    """Return each person's ballot by the rule, by the person's id and the option's; one of blanks alone is empty."""
    if rule.kind is not VoteKind.DOTS:
        return gather_marks(options, votes, rule.kind)
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for option, people in gather_dots(options, votes, rule.dots).items():
        for person, count in people.items():
            found[person][option] = count
    return dict(found)


def count_votes(
    rule: VoteRule,
    options: Sequence[Option],
    votes: Iterable[Vote],
    costs: Mapping[str, int] | None = None,
    funded: Collection[str] | None = None,
) -> tuple[Tally, ...]:
    """Return what each option gathered by the rule, the best first.

    Parameters
    ----------
    rule
        How the room votes.
    options, votes
        Of one challenge and one round; what is of another kind than the rule's is left aside.
    costs
        What options cost, by id; without a cost an option is none of a budget.
    funded
        The options that the sum of a budget reaches, as ``fund_options`` found them, ``None``: before it was counted.

    """
    return count_sheet(rule, options, fill_sheet(rule, options, votes), costs, funded)


def fill_sheet(rule: VoteRule, options: Sequence[Option], votes: Iterable[Vote]) -> TallySheet:
    """Return what a vote gave by the rule, each person's votes gathered as ``gather_ballots`` does."""
    given: dict[str, dict[int, int]] = {}
    ballots = gather_ballots(rule, options, votes)
    for ballot in ballots.values():
        for option, value in ballot.items():
            numbers = given.setdefault(option, {})
            numbers[value] = numbers.get(value, 0) + 1
    return TallySheet(given, len(ballots) if rule.kind is VoteKind.GRADES else 0)


def read_value(rule: VoteRule, value: int) -> int | None:
    """Return what a value says that one person gave to one option alone, as ``gather_ballots`` has it.

    ``None``: nothing, as a blank or no dot.
    """
    if rule.kind is VoteKind.DOTS:
        return min(value, rule.most) if value > 0 else None
    if rule.kind is VoteKind.BUDGET:
        return value if value > 0 else None
    return None if rule.kind is VoteKind.GRADES and value == BLANK_VALUE else value


def count_sheet(
    rule: VoteRule,
    options: Sequence[Option],
    sheet: TallySheet,
    costs: Mapping[str, int] | None = None,
    funded: Collection[str] | None = None,
) -> tuple[Tally, ...]:
    """Return what each option gathered by the rule, the best first, from what a vote gave; see ``count_votes``."""
    if rule.kind is VoteKind.DOTS:
        return rank_dots((option, *_add_up(sheet, option)) for option in options)
    if rule.kind is VoteKind.GRADES:
        return _count_grades(rule, options, sheet)
    if rule.kind is VoteKind.STATEMENTS:
        return _count_stances(options, sheet)
    return _count_budget(options, sheet, costs or {}, funded)


def _add_up(sheet: TallySheet, option: Option) -> tuple[int, int]:
    """Return the sum of what people gave an option, and how many they are."""
    numbers = sheet.given.get(option.id, {})
    return sum(value * number for value, number in numbers.items()), sum(numbers.values())


def _count_grades(rule: VoteRule, options: Sequence[Option], sheet: TallySheet) -> tuple[Tally, ...]:
    known = {one.id: one for one in options}
    given = {one: {Grade(value): number for value, number in sheet.given.get(one, {}).items()} for one in known}
    judged = {one.option: one for one in rank_profiles(given, sheet.ballots, blanks_count=rule.blanks_count)}
    order = order_options(options, {one: (judgment.rank,) for one, judgment in judged.items()})
    told = ((option, judged[option.id]) for option in order)
    return tuple(Tally(option, 0, sum(one.counts), one.rank, kind=rule.kind, judgment=one) for option, one in told)


def _count_stances(options: Sequence[Option], sheet: TallySheet) -> tuple[Tally, ...]:
    """Rank statements by the share that agrees of those who answered; those that nobody answered come last."""
    values = [STANCE_VALUES[stance] for stance in Stance]
    said = ((sheet.given.get(option.id, {}), option) for option in options)
    counted = {option.id: Stances(*(numbers.get(value, 0) for value in values)) for numbers, option in said}
    results = {one: _weigh(stances) for one, stances in counted.items()}
    order = order_options(options, {one: (*result, -counted[one].agree) for one, result in results.items()})
    ranks: dict[tuple[bool, float], int] = {}
    for place, option in enumerate(order, start=1):
        ranks.setdefault(results[option.id], place)
    return tuple(
        Tally(option, 0, stances.agree, ranks[results[option.id]], kind=VoteKind.STATEMENTS, stances=stances)
        for option, stances in ((option, counted[option.id]) for option in order)
    )


def _weigh(stances: Stances) -> tuple[bool, float]:
    """Return by what statements are ranked, the best being the least: shares of as many as a commune has differ.

    Two shares of fewer than ten million people are one number only where they are the same: a quotient is rounded
    beyond the sixteenth digit, and they differ before it. Fractions take fifty times as long to compare.
    """
    return stances.answered == 0, -stances.agree / (stances.answered or 1)


def fund_options(
    rule: VoteRule, options: Sequence[Option], votes: Iterable[Vote], costs: Mapping[str, int]
) -> BudgetOutcome:
    """Return what the sum of a budget reaches, by the method of equal shares with its completion.

    It takes numpy, which no page of a phone has: phones are told what the facilitator's page counted.
    """
    from workshop_kit.domain.equal_shares import fund_equally

    projects, ballots = list_projects(rule, options, votes, costs)
    return fund_equally(projects, rule.to_spend, ballots)


def list_projects(
    rule: VoteRule, options: Sequence[Option], votes: Iterable[Vote], costs: Mapping[str, int]
) -> tuple[list[Project], BudgetBallots]:
    """Return the options that have a cost, and what people would spend on them."""
    projects = [Project(one.id, costs[one.id]) for one in options if one.id in costs]
    kind = BallotKind.POINTS if rule.points else BallotKind.APPROVALS
    return projects, BudgetBallots(kind, gather_marks(options, votes, VoteKind.BUDGET))


def find_overspent(
    rule: VoteRule, options: Sequence[Option], votes: Iterable[Vote], costs: Mapping[str, int], returned: Sequence[str]
) -> tuple[BallotMark, ...]:
    """Return the marks of a budget that stand no more, with fewer points, on ideas that came back.

    Nobody spends more than they have: an approval that the sum does not reach any more goes whole. Of the ideas
    ``returned``, in this order, the last are left first.
    """
    marks = [one for one in votes if isinstance(one, BallotMark) and one.kind is VoteKind.BUDGET]
    holders = find_holders(options)
    back = dict.fromkeys(holders[idea] for idea in reversed(returned) if idea in holders)
    found: list[BallotMark] = []
    for person, ballot in gather_marks(options, marks, VoteKind.BUDGET).items():
        price = {one: points if rule.points else costs.get(one, 0) for one, points in ballot.items()}
        beyond = sum(price.values()) - (rule.points or rule.to_spend)
        for option in back:
            if beyond > 0 and price.get(option, 0) > 0:
                kept = max(0, ballot[option] - beyond) if rule.points else 0
                beyond -= ballot[option] - kept if rule.points else price[option]
                found += [
                    replace(one, value=kept)
                    for one in marks
                    if one.participant == person and holders.get(one.option) == option and one.value > kept
                ]
    return tuple(found)


def _count_budget(
    options: Sequence[Option], sheet: TallySheet, costs: Mapping[str, int], funded: Collection[str] | None
) -> tuple[Tally, ...]:
    """Rank what is funded before what is not, and then by points and people."""
    given = {one.id: _add_up(sheet, one) for one in options}
    reached = frozenset(funded or ())
    results = {one.id: (one.id not in reached, -given[one.id][0], -given[one.id][1]) for one in options}
    order = order_options(options, results)
    ranks: dict[tuple[bool, int, int], int] = {}
    for place, one in enumerate(order, start=1):
        ranks.setdefault(results[one.id], place)
    return tuple(
        Tally(
            option,
            *given[option.id],
            ranks[results[option.id]],
            kind=VoteKind.BUDGET,
            cost=costs.get(option.id),
            funded=option.id in reached if funded is not None and option.id in costs else None,
        )
        for option in order
    )
