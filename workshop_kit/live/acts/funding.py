"""Counting a budget once its vote is over: what the sum reaches, kept for every page.

It takes numpy, which a phone's page never loads: it is counted by the page that ends the vote, and phones read it.
"""

from __future__ import annotations

from workshop_kit.domain.ballots import VoteKind
from workshop_kit.domain.counting import fund_options
from workshop_kit.live.challenge import read_options
from workshop_kit.store import Repository
from workshop_kit.store.persons import Persons


def count_budget(repository: Repository, challenge: str) -> None:
    """Keep which options of a challenge the sum reaches, by the votes of its present round; else nothing to keep."""
    rule = repository.find_vote_rule(challenge)
    if rule.kind is not VoteKind.BUDGET:
        return
    known = repository.find_challenge(challenge)
    votes = Persons(repository).list_votes_of(challenge, known.round)
    outcome = fund_options(rule, read_options(repository, known), votes, repository.list_costs(challenge))
    repository.note_funded(challenge, outcome.selected)
