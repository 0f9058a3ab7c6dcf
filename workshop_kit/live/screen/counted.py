"""What votes gave, as the screen counts it: once for as long as neither the options nor the votes change.

The screen is drawn anew at every change of the room, most of which change no vote that is counted.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from workshop_kit.domain.ballots import VoteRule
from workshop_kit.domain.counting import count_votes
from workshop_kit.domain.ideas import Option
from workshop_kit.domain.model import Challenge, Vote
from workshop_kit.domain.plans import votes_twice
from workshop_kit.domain.voting import Tally
from workshop_kit.live.challenge import read_options, strip_marks
from workshop_kit.live.contract.screen import ScreenFrame, ScreenRound
from workshop_kit.live.rules import describe_rule
from workshop_kit.live.tallies import read_tallies, read_tallies_before
from workshop_kit.store import Repository
from workshop_kit.store.persons import Persons


@dataclass(frozen=True)
class Counted:
    """What a challenge's vote gave: its rule, the options in order, and by id what each had in the vote before."""

    rule: VoteRule
    tallies: tuple[Tally, ...]
    before: Mapping[str, Tally]
    votes: tuple[Vote, ...]


def read_counted(repository: Repository, challenge: Challenge) -> Counted:
    """Return what the round that counts gave, beside the round before it."""
    options = read_stripped_options(repository, challenge)
    persons = Persons(repository)
    return Counted(
        repository.find_vote_rule(challenge.id, challenge.counted_round),
        read_tallies(repository, challenge, options, persons, count=_count_once),
        read_tallies_before(repository, challenge, options, persons, count=_count_once),
        tuple(persons.list_votes(challenge.id)),
    )


def read_stripped_options(repository: Repository, challenge: Challenge) -> tuple[Option, ...]:
    """Return what is voted on without marks of its ideas that change nothing of it: what was counted stays known."""
    return tuple(replace(one, ideas=tuple(map(strip_marks, one.ideas))) for one in read_options(repository, challenge))


def describe_round(repository: Repository, challenge: Challenge, frame: ScreenFrame) -> ScreenRound:
    """Return by which rule and in which round a challenge is voted on, beside what every page shows."""
    round = challenge.counted_round
    return {
        **frame,
        "rule": describe_rule(repository.find_vote_rule(challenge.id, round)),
        "round": round,
        "first": round == 1 and votes_twice(challenge.plan),
    }


def _count_once(
    rule: VoteRule,
    options: Sequence[Option],
    votes: Iterable[Vote],
    costs: Mapping[str, int] | None = None,
    funded: Collection[str] | None = None,
) -> tuple[Tally, ...]:
    reached = None if funded is None else tuple(funded)
    return _keep_count(rule, tuple(options), tuple(votes), tuple((costs or {}).items()), reached)


@lru_cache(maxsize=4)
def _keep_count(
    rule: VoteRule,
    options: tuple[Option, ...],
    votes: tuple[Vote, ...],
    costs: tuple[tuple[str, int], ...],
    funded: tuple[str, ...] | None,
) -> tuple[Tally, ...]:
    return count_votes(rule, options, votes, dict(costs), funded)
