"""What became of each challenge (*bilan*): every kind of ballot counted, groups, and how solid it is.

Whoever shows or writes results reads them here: the command, the facilitator's page, the synthesis. It compares ideas
and people by numpy, so that no page of a phone imports it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from workshop_kit.domain.ballots import VoteKind, VoteRule
from workshop_kit.domain.budget import BudgetOutcome
from workshop_kit.domain.counting import count_votes, fund_options, gather_marks
from workshop_kit.domain.ideas import Option, find_tensions, list_lone, suggest_groups
from workshop_kit.domain.judgment import Grade
from workshop_kit.domain.margins import (
    Margin,
    measure_dots_margin,
    measure_judgment_margin,
    measure_statement_margin,
)
from workshop_kit.domain.model import Challenge, Idea
from workshop_kit.domain.opinion.groups import Opinions, group_opinions
from workshop_kit.domain.presence import list_asked
from workshop_kit.domain.voting import Tally, gather_dots
from workshop_kit.i18n import Translator
from workshop_kit.live.challenge import read_options
from workshop_kit.live.contract.facilitator.ideas import Gauge
from workshop_kit.live.facilitator.gauge_lines import GaugeLines
from workshop_kit.live.meaning import measure_meaning
from workshop_kit.store import Repository
from workshop_kit.store.persons import Persons


@dataclass(frozen=True)
class Outcome:
    """What became of one challenge, in the round of its vote that counts.

    Attributes
    ----------
    challenge, options
        The challenge and what was voted on, in the order of its results.
    tallies
        By each kind of ballot of which there is one, what each option gathered, by its id.
    suggested, tensions
        Ideas by themselves that say the same, and two and two those that oppose each other.
    opinions
        The groups of opinion, ``None``: nobody answered statements, or there are none.
    budget
        What a budget funds, ``None``: there is none.
    margins
        By each kind of ballot, on how many ballots its first place hangs.
    gauges
        The five gauges, with the sentence of each.

    """

    challenge: Challenge
    options: tuple[Option, ...]
    tallies: Mapping[VoteKind, Mapping[str, Tally]]
    suggested: tuple[tuple[Idea, ...], ...]
    tensions: tuple[tuple[Idea, Idea], ...]
    opinions: Opinions | None
    budget: BudgetOutcome | None
    margins: Mapping[VoteKind, Margin]
    gauges: tuple[Gauge, ...]


def read_outcomes(repository: Repository, say: Translator) -> tuple[Outcome, ...]:
    """Return what became of each challenge, in their order; sentences are in the language of ``say``."""
    persons = Persons(repository)
    return tuple(_OutcomeBook(repository, persons, one).read(say) for one in repository.list_challenges())


class _OutcomeBook:
    """Reads the outcome of one challenge within one read of the store."""

    def __init__(self, repository: Repository, persons: Persons, challenge: Challenge) -> None:
        self._repository = repository
        self._persons = persons
        self._challenge = challenge
        self._options = read_options(repository, challenge)
        self._votes = persons.list_votes_of(challenge.id, challenge.counted_round)
        self._costs = repository.list_costs(challenge.id)
        asked = repository.find_vote_rule(challenge.id, challenge.counted_round)
        cast = {vote.kind for vote in self._votes if vote.counts}
        self._rules = {kind: asked if asked.kind is kind else VoteRule(kind) for kind in VoteKind if kind in cast}
        self._gave = persons.list_givers()

    def read(self, say: Translator) -> Outcome:
        """Return the outcome."""
        budget = self._fund()
        tallies = {kind: self._count(rule, budget) for kind, rule in self._rules.items()}
        return Outcome(
            self._challenge,
            self._order(tallies),
            tallies,
            self._suggest(),
            self._find_tensions(),
            self._group(),
            budget,
            {kind: margin for kind in self._rules if (margin := self._measure(kind)) is not None},
            self._read_gauges(say),
        )

    def _count(self, rule: VoteRule, budget: BudgetOutcome | None) -> dict[str, Tally]:
        funded = None if budget is None else budget.selected
        return {one.option.id: one for one in count_votes(rule, self._options, self._votes, self._costs, funded)}

    def _fund(self) -> BudgetOutcome | None:
        rule = self._rules.get(VoteKind.BUDGET)
        if rule is None or not self._costs:
            return None
        return fund_options(rule, self._options, self._votes, self._costs)

    def _order(self, tallies: Mapping[VoteKind, Mapping[str, Tally]]) -> tuple[Option, ...]:
        """Return the options as the ballot that the room was asked with ranks them, else as they stand."""
        asked = self._repository.find_vote_rule(self._challenge.id, self._challenge.counted_round).kind
        ranked = tallies.get(asked) or next(iter(tallies.values()), None)
        return self._options if ranked is None else tuple(tally.option for tally in ranked.values())

    def _list_alone(self) -> list[Idea]:
        return [option.ideas[0] for option in self._options if option.lone]

    def _suggest(self) -> tuple[tuple[Idea, ...], ...]:
        alone = self._list_alone()
        known = {idea.id: idea for idea in alone}
        groups = suggest_groups(alone, measure_meaning(alone))
        return tuple(tuple(known[one] for one in group) for group in groups)

    def _find_tensions(self) -> tuple[tuple[Idea, Idea], ...]:
        alone = self._list_alone()
        known = {idea.id: idea for idea in alone}
        return tuple((known[a], known[b]) for a, b in find_tensions(alone, measure_meaning(alone)))

    def _group(self) -> Opinions | None:
        """Return the groups of opinion; what is held back is set aside as Polis does with what moderation took out."""
        if VoteKind.STATEMENTS not in self._rules:
            return None
        held = [idea for idea in self._repository.list_ideas(self._challenge.id) if idea.held]
        aside = [Option(one.id, one.text, one.challenge, (one,), lone=True) for one in held]
        ballots = gather_marks([*self._options, *aside], self._votes, VoteKind.STATEMENTS)
        return group_opinions(ballots, [one.id for one in held])

    def _measure(self, kind: VoteKind) -> Margin | None:
        ids, rule = [one.id for one in self._options], self._rules[kind]
        if kind is VoteKind.DOTS:
            dots = self._gather_by_person()
            return measure_dots_margin(ids, dots, self._count_present(dots), rule.dots)
        ballots = gather_marks(self._options, self._votes, kind)
        present = self._count_present(ballots)
        if kind is VoteKind.GRADES:
            graded: dict[str, Mapping[str, Grade | None]] = {
                person: {option: Grade(value) for option, value in ballot.items()} for person, ballot in ballots.items()
            }
            return measure_judgment_margin(ids, graded, present, rule.scale, blanks_count=rule.blanks_count)
        return measure_statement_margin(ids, ballots, present) if kind is VoteKind.STATEMENTS else None

    def _gather_by_person(self) -> dict[str, dict[str, int]]:
        rule = self._rules[VoteKind.DOTS]
        given: dict[str, dict[str, int]] = {}
        for option, people in gather_dots(self._options, self._votes, rule.dots).items():
            for person, count in people.items():
                given.setdefault(person, {})[option] = count
        return given

    def _count_present(self, ballots: Mapping[str, object]) -> int:
        """Count who could have voted: the room, and whoever did."""
        asked = list_asked(self._persons.everybody, set(ballots), self._gave)
        return len({one.id for one in asked} | set(ballots))

    def _read_gauges(self, say: Translator) -> tuple[Gauge, ...]:
        room = list_asked(self._persons.everybody, set(), self._gave)
        lines = GaugeLines(self._repository, self._persons, self._challenge, room)
        revealed = self._challenge.revealed_at is not None
        lone = list_lone(self._options) if revealed else ()
        return tuple(lines.read(say, self._options, lone, revealed=revealed))
