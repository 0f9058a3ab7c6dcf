"""Counting a budget once its vote is over: what the sum reaches, kept for every page.

It takes numpy, which is loaded where something is counted: by the page that ends the vote, and seldom by a phone, on
which somebody has themselves erased or says that a seat is not theirs. Phones read what was kept.
"""

from __future__ import annotations

from workshop_kit.domain.ballots import VoteKind
from workshop_kit.domain.counting import fund_options
from workshop_kit.domain.course import Stage
from workshop_kit.live.challenge import read_options
from workshop_kit.store import Repository
from workshop_kit.store.persons import Persons


def count_budget(repository: Repository, challenge: str, round: int | None = None) -> None:
    """Keep which options of a challenge the sum reaches, by the votes of a round, ``None``: the present one.

    Nothing is kept where the room voted in another way.
    """
    known = repository.find_challenge(challenge)
    round = known.round if round is None else round
    rule = repository.find_vote_rule(challenge, round)
    if rule.kind is not VoteKind.BUDGET:
        return
    votes = Persons(repository).list_votes_of(challenge, round)
    outcome = fund_options(rule, read_options(repository, known), votes, repository.list_costs(challenge))
    repository.note_funded(challenge, outcome.selected)


def count_again(repository: Repository, challenge: str) -> None:
    """Keep what the sum reaches now that other ideas or ballots count, where it was counted before."""
    known = repository.find_challenge(challenge)
    if known.stage in (Stage.RESULTS, Stage.CLOSED) and repository.list_funded(challenge) is not None:
        count_budget(repository, challenge, known.counted_round)


def count_all_again(repository: Repository) -> None:
    """Keep what each sum reaches now that other people count: some were erased, or found to be one, or not to be."""
    for challenge in repository.list_challenges():
        count_again(repository, challenge.id)
