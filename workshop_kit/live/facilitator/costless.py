"""What a budget still lacks before it is voted on: the costs of ideas, without which nobody can choose them."""

from __future__ import annotations

from dataclasses import dataclass

from workshop_kit.domain.ballots import VoteKind
from workshop_kit.domain.course import Stage
from workshop_kit.domain.model import Challenge
from workshop_kit.live.challenge import read_options
from workshop_kit.store import Repository


@dataclass(frozen=True)
class Costless:
    """How many options of a budget have no cost, of how many (*idées sans coût*); none where it is no budget."""

    number: int = 0
    of: int = 0

    @property
    def all(self) -> bool:
        """Whether there are options, and nobody could choose any of them."""
        return 0 < self.number == self.of


def read_costless(repository: Repository, challenge: Challenge) -> Costless:
    """Return which costs the next vote on a challenge lacks, as a page may show it: once its ideas may be read."""
    if challenge.stage in (Stage.UNOPENED, Stage.WRITING):
        return Costless()
    return count_costless(repository, challenge)


def count_costless(repository: Repository, challenge: Challenge) -> Costless:
    """Return which costs the next vote on a challenge lacks, also where it is opened over the reveal."""
    if repository.find_vote_rule(challenge.id).kind is not VoteKind.BUDGET:
        return Costless()
    costs, options = repository.list_costs(challenge.id), read_options(repository, challenge)
    return Costless(sum(one.id not in costs for one in options), len(options))
