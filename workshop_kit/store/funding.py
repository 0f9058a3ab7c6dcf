"""Counting a budget once its vote is over, here or in a file that came in: what the sum reaches, kept for every page.

It takes numpy, which is loaded where something is counted: by the page that ends the vote, and seldom by a phone, on
which somebody has themselves erased or says that a seat is not theirs. Phones read what was kept.
"""

from __future__ import annotations

from workshop_kit.domain.ballots import VoteKind
from workshop_kit.domain.counting import fund_options
from workshop_kit.domain.course import Stage
from workshop_kit.domain.ideas import list_options
from workshop_kit.store.persons import Persons
from workshop_kit.store.repository import Repository


def count_budget(repository: Repository, challenge: str, round: int | None = None) -> None:
    """Keep which options of a challenge the sum reaches, by the votes of a round, ``None``: the present one.

    Nothing is kept where the room voted in another way.
    """
    round = repository.find_challenge(challenge).round if round is None else round
    rule = repository.find_vote_rule(challenge, round)
    if rule.kind is not VoteKind.BUDGET:
        return
    votes = Persons(repository).list_votes_of(challenge, round)
    options = list_options(repository.list_ideas(challenge), repository.list_groups(challenge))
    outcome = fund_options(rule, options, votes, repository.list_costs(challenge))
    repository.note_funded(challenge, outcome.selected)


def count_ended(repository: Repository, challenge: str) -> None:
    """Keep what the sum reaches where the vote is over, also where it never was counted: a file brought it."""
    known = repository.find_challenge(challenge)
    if known.stage in (Stage.RESULTS, Stage.CLOSED):
        count_budget(repository, challenge, known.counted_round)


def count_again(repository: Repository, challenge: str) -> None:
    """Keep what the sum reaches now that other ideas or ballots count, where it was counted before."""
    if repository.list_funded(challenge) is not None:
        count_ended(repository, challenge)


def count_all_again(repository: Repository) -> None:
    """Keep what each sum reaches now that other people count: some were erased, or found to be one, or not to be."""
    for challenge in repository.list_challenges():
        count_again(repository, challenge.id)
