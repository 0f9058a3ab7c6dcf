"""What became of each challenge (*bilan*): every kind of ballot counted, with groups, tensions and gauges beside.

What each kind of ballot gave is made by ``domain.results``, as for the synthesis. It compares ideas and people by
numpy, so that no page of a phone imports it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from workshop_kit.domain.ballots import VoteKind, VoteRule
from workshop_kit.domain.ideas import Option, find_tensions, list_lone, list_opposed, suggest_groups
from workshop_kit.domain.model import Challenge, Idea
from workshop_kit.domain.presence import list_asked
from workshop_kit.domain.results import VoteGiven, VoteResult, make_result
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
    results
        By each kind of ballot of which there is one, what it gave.
    suggested, tensions
        Ideas by themselves that say the same; and two and two those that oppose each other, of which each two options
        have one pair.
    gauges
        The five gauges, with the sentence of each.

    """

    challenge: Challenge
    options: tuple[Option, ...]
    results: Mapping[VoteKind, VoteResult]
    suggested: tuple[tuple[Idea, ...], ...]
    tensions: tuple[tuple[Idea, Idea], ...]
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
        self._rule = repository.find_vote_rule(challenge.id, challenge.counted_round)
        self._gave = persons.list_givers()

    def read(self, say: Translator) -> Outcome:
        """Return the outcome."""
        results = self._count()
        return Outcome(
            self._challenge,
            self._order(results),
            results,
            self._suggest(),
            self._find_tensions(),
            self._read_gauges(say),
        )

    def _count(self) -> dict[VoteKind, VoteResult]:
        cast = {vote.kind for vote in self._votes if vote.counts}
        costs = self._repository.list_costs(self._challenge.id)
        held = [idea for idea in self._repository.list_ideas(self._challenge.id) if idea.held]
        voters = {vote.participant for vote in self._votes}
        asked = {one.id for one in self._persons.list_asked(self._challenge, voters)}
        return {
            rule.kind: make_result(VoteGiven(rule, self._options, self._votes, costs=costs, held=held), asked)
            for rule in self._list_rules(cast)
        }

    def _list_rules(self, cast: Collection[VoteKind]) -> list[VoteRule]:
        """Return by which rules ballots count: those kept beside another vote by the usual one of their kind.

        A budget has no usual one: what there was to spend is not known beside another vote, so that nothing is said.
        """
        asked = self._rule.kind
        kinds = (kind for kind in VoteKind if kind in cast and (kind is asked or kind is not VoteKind.BUDGET))
        return [self._rule if kind is asked else VoteRule(kind) for kind in kinds]

    def _order(self, results: Mapping[VoteKind, VoteResult]) -> tuple[Option, ...]:
        """Return the options as the ballot that the room was asked with ranks them, else as they stand."""
        ranked = results.get(self._rule.kind) or next(iter(results.values()), None)
        return self._options if ranked is None else tuple(tally.option for tally in ranked.tallies)

    def _list_alone(self) -> list[Idea]:
        return [option.ideas[0] for option in self._options if option.lone]

    def _suggest(self) -> tuple[tuple[Idea, ...], ...]:
        alone = self._list_alone()
        known = {idea.id: idea for idea in alone}
        groups = suggest_groups(alone, measure_meaning(alone))
        return tuple(tuple(known[one] for one in group) for group in groups)

    def _find_tensions(self) -> tuple[tuple[Idea, Idea], ...]:
        ideas = [idea for option in self._options for idea in option.ideas]
        return list_opposed(self._options, find_tensions(ideas, measure_meaning(ideas)))

    def _read_gauges(self, say: Translator) -> tuple[Gauge, ...]:
        room = list_asked(self._persons.everybody, set(), self._gave)
        lines = GaugeLines(self._repository, self._persons, self._challenge, room)
        revealed = self._challenge.revealed_at is not None
        lone = list_lone(self._options) if revealed else ()
        return tuple(lines.read(say, self._options, lone, revealed=revealed))
