"""What every page may know of a closed vote: what each option gathered, never from whom."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from workshop_kit.domain.ballots import VoteKind, VoteRule
from workshop_kit.domain.counting import count_sheet, count_votes
from workshop_kit.domain.course import Stage
from workshop_kit.domain.ideas import Option
from workshop_kit.domain.model import Challenge, Vote
from workshop_kit.domain.voting import Place, Tally, list_covered
from workshop_kit.live.challenge import read_options
from workshop_kit.live.contract.shared import RoundTally, Tallied
from workshop_kit.store import Repository
from workshop_kit.store.persons import Persons
from workshop_kit.store.sheets import read_sheet

#: How votes are counted: by ``count_votes``, or by what keeps what it gave.
Counting = Callable[
    [VoteRule, Sequence[Option], Iterable[Vote], Mapping[str, int] | None, Collection[str] | None], tuple[Tally, ...]
]


def read_tallies(
    repository: Repository,
    challenge: Challenge,
    options: Sequence[Option] | None = None,
    persons: Persons | None = None,
    count: Counting = count_votes,
) -> tuple[Tally, ...]:
    """Return what each option of a challenge gathered in the round that counts, by the rule of that round.

    ``options`` and ``persons`` are given by whoever has read them already, ``count`` by whoever counts again and again.
    Whoever has no ``persons`` at hand has the database count: ten thousand votes are not read for one reading.
    """
    rule = repository.find_vote_rule(challenge.id, challenge.counted_round)
    read = read_options(repository, challenge) if options is None else options
    spent = rule.kind is VoteKind.BUDGET
    costs = repository.list_costs(challenge.id) if spent else {}
    funded = repository.list_funded(challenge.id) if spent else None
    if persons is None:
        sheet = read_sheet(repository, challenge.id, challenge.counted_round, rule, read)
        return count_sheet(rule, read, sheet, costs, funded)
    return count(rule, read, persons.list_votes(challenge.id), costs, funded)


def read_tallies_before(
    repository: Repository,
    challenge: Challenge,
    options: Sequence[Option],
    persons: Persons | None = None,
    count: Counting = count_votes,
) -> dict[str, Tally]:
    """Return by option what it gathered in the round before the one that counts, where the same was asked in it."""
    before = challenge.counted_round - 1
    rule = repository.find_vote_rule(challenge.id, before) if before else None
    if rule is None or not rule.asks_the_same(repository.find_vote_rule(challenge.id, before + 1)):
        return {}
    costs = repository.list_costs(challenge.id) if rule.kind is VoteKind.BUDGET else {}
    if persons is None:
        sheet = read_sheet(repository, challenge.id, before, rule, options, every_kind=True)
        tallies = count_sheet(rule, options, sheet, costs, None)
    else:
        tallies = count(rule, options, persons.list_votes_of(challenge.id, before), costs, None)
    return {tally.option.id: tally for tally in tallies}


def describe_tally(tally: Tally, before: Tally | None = None) -> Tallied:
    """Return what one option gathered, beside what it had ``before``."""
    return {
        **_describe_gathered(tally),
        "before": None if before is None else _describe_gathered(before),
        "cost": tally.cost,
        "funded": tally.funded,
    }


def _describe_gathered(tally: Tally) -> RoundTally:
    judged, stances = tally.judgment, tally.stances
    return {
        "dots": tally.dots,
        "supporters": tally.supporters,
        "rank": tally.rank,
        "judgment": None
        if judged is None
        else {
            "counts": list(judged.counts),
            "blanks": judged.blanks,
            "median": None if judged.median is None else int(judged.median),
        },
        "stances": None
        if stances is None
        else {"agree": stances.agree, "disagree": stances.disagree, "passed": stances.passed},
    }


def find_covered(tallies: Sequence[Tally], challenge: Challenge) -> tuple[Place, ...]:
    """Return the first places of results that are still to be uncovered; a closed challenge hides none."""
    return list_covered(tallies, challenge.uncovered) if challenge.stage is Stage.RESULTS else ()
