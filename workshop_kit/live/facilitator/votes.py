"""How a challenge is worked and voted on: its plan, the rule of its vote, what options cost, and who is silent."""

from __future__ import annotations

from dataclasses import replace

from workshop_kit.domain.ballots import VoteRule, check_rule
from workshop_kit.domain.course import Stage
from workshop_kit.errors import MissingEntry, NotAllowed
from workshop_kit.live.challenge import read_options
from workshop_kit.live.contract.asking import intention
from workshop_kit.live.contract.facilitator.votes import (
    AskAuthor,
    ChoosePlan,
    MarkForDiscussion,
    NudgeSilent,
    SetCost,
    SetVoteRule,
)
from workshop_kit.live.facilitator.desk import Desk
from workshop_kit.store import Repository


class VotesDesk(Desk):
    """The plan of each challenge and the rule of its vote."""

    @intention
    def choose_plan(self, repository: Repository, asked: ChoosePlan) -> None:
        """Choose how a challenge is worked; what was done of it already stays."""
        known = repository.find_challenge(asked.challenge)
        repository.update_challenge(replace(known, plan=asked.plan))

    @intention
    def set_vote_rule(self, repository: Repository, asked: SetVoteRule) -> None:
        """Set what the room is asked in the present round.

        Raises
        ------
        InvalidEntry
            ``rule-dots``, ``rule-grades``, ``rule-budget``, ``rule-points``.
        NotAllowed
            ``rule-after-vote``: somebody has voted in this round.

        """
        known = repository.find_challenge(asked.challenge)
        rule = VoteRule(
            asked.kind,
            asked.budget,
            asked.most,
            asked.grades,
            asked.blanks_count,
            asked.to_spend,
            asked.points,
        )
        check_rule(rule)
        if any(one.round == known.round and one.counts for one in repository.list_votes(known.id, every_round=True)):
            raise NotAllowed("rule-after-vote")
        repository.update_vote_rule(known.id, known.round, rule)

    @intention
    def set_cost(self, repository: Repository, asked: SetCost) -> None:
        """Set what an option costs, before anybody spends on it.

        Raises
        ------
        MissingEntry
            ``option-gone``.
        NotAllowed
            ``rule-after-vote``: somebody has voted in this round.

        """
        known = repository.find_challenge(asked.challenge)
        if all(one.id != asked.option for one in read_options(repository, known)):
            raise MissingEntry("option-gone")
        if any(one.counts for one in repository.list_votes(known.id)):
            raise NotAllowed("rule-after-vote")
        repository.update_costs(known.id, {asked.option: asked.cost})

    @intention
    def nudge_silent(self, repository: Repository, asked: NudgeSilent) -> None:
        """Give those who have said nothing yet a gentle line on their page.

        Raises
        ------
        NotAllowed
            ``nobody-to-nudge``: nobody writes or votes on it now.

        """
        known = repository.find_challenge(asked.challenge)
        if known.stage not in (Stage.WRITING, Stage.VOTE):
            raise NotAllowed("nobody-to-nudge")
        repository.update_challenge(replace(known, nudged_at=self.now()))

    @intention
    def ask_author(self, repository: Repository, asked: AskAuthor) -> None:
        """Ask whoever wrote an idea what they mean; they answer from their page, and nobody learns who."""
        known = repository.find_idea(asked.idea)
        repository.update_idea(replace(known, asked=asked.asked))

    @intention
    def mark_for_discussion(self, repository: Repository, asked: MarkForDiscussion) -> None:
        """Mark an idea for discussion, or no more."""
        known = repository.find_idea(asked.idea)
        repository.update_idea(replace(known, discuss=asked.discuss))
