"""How a challenge is worked and voted on: its plan, the rule of its vote, what options cost, and who is silent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from workshop_kit.domain.ballots import VoteKind, VoteRule, check_rule
from workshop_kit.domain.course import BEFORE, Phase, Role, Stage
from workshop_kit.domain.model import Challenge
from workshop_kit.domain.moves import plan_ahead
from workshop_kit.domain.names import fold_name
from workshop_kit.domain.permits import is_shown
from workshop_kit.domain.plans import PLANS, Plan, count_minutes, count_turns, find_step, is_written_ahead
from workshop_kit.domain.table_sizes import PEOPLE_AT_LEAST, choose_sizes
from workshop_kit.errors import MissingEntry, NotAllowed
from workshop_kit.live.acts.moving import carry_out_move, read_present
from workshop_kit.live.acts.seating import list_to_seat
from workshop_kit.live.challenge import number_challenge, read_options, say_title
from workshop_kit.live.contract.asking import intention
from workshop_kit.live.contract.facilitator.course import Done
from workshop_kit.live.contract.facilitator.votes import (
    AskAuthor,
    ChoosePlan,
    CostedOption,
    MarkForDiscussion,
    NudgeSilent,
    OpenAhead,
    PlannedChallenge,
    PlanOffer,
    Rotation,
    SetCost,
    SetVoteRule,
    VotesModel,
)
from workshop_kit.live.contract.showing import DRAW_EVERY, shows
from workshop_kit.live.facilitator.agenda import list_agenda, plan_challenge
from workshop_kit.live.facilitator.looking import LOOK_KIND, LookingDesk
from workshop_kit.live.rules import describe_rule
from workshop_kit.store import Repository


class VotesDesk(LookingDesk):
    """The plan of each challenge and the rule of its vote."""

    @shows(
        *("workshop", "challenge", "idea", "group", "vote", "table"),
        LOOK_KIND,
        pace=DRAW_EVERY,
        at_once=("workshop", "challenge", "table", LOOK_KIND),
        sections=("facilitator.votes",),
    )
    def votes_model(self) -> VotesModel:
        """Return how the challenge looked at is worked and voted on, and whether that may still be changed."""
        return self.store.read(self._read_votes)

    @intention
    def choose_plan(self, repository: Repository, asked: ChoosePlan) -> None:
        """Choose how a challenge is worked; what was done of it already stays, and the agenda takes its minutes."""
        known = repository.find_challenge(asked.challenge)
        repository.update_challenge(replace(known, plan=asked.plan))
        agenda = list_agenda(repository)
        if agenda:
            repository.update_agenda(plan_challenge(agenda, known.id, asked.plan))

    @intention
    def open_ahead(self, repository: Repository, asked: OpenAhead) -> Done:
        """Open a challenge to be written on from home before the room works, for whoever joins, or close it again.

        Raises
        ------
        NotAllowed
            ``not-written-ahead``: its plan does not have that, the room works, or it has been worked on.

        """
        known = repository.find_challenge(asked.challenge)
        move = plan_ahead(read_present(repository), known.id, opens=asked.open)
        if move is None:
            raise NotAllowed("not-written-ahead")
        return {"move": None if move.is_none else carry_out_move(repository, move, self.now())}

    @intention
    def set_vote_rule(self, repository: Repository, asked: SetVoteRule) -> None:
        """Set what the room is asked in the present round.

        Raises
        ------
        InvalidEntry
            As ``domain.ballots.check_rule``.
        NotAllowed
            ``rule-after-vote``: somebody has voted in this round, or in one after it that was taken back and may be
            opened again.

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
        if any(one.round >= known.round and one.counts for one in repository.list_votes(known.id, every_round=True)):
            raise NotAllowed("rule-after-vote")
        repository.update_vote_rule(known.id, known.round, rule)

    @intention
    def set_cost(self, repository: Repository, asked: SetCost) -> None:
        """Set what an option costs, before anybody spends on it: a slip may be mended while people vote on others.

        Raises
        ------
        MissingEntry
            ``option-gone``.
        NotAllowed
            ``costs-after-vote``: somebody has spent on this option, in this vote or in one before, which is kept; or
            a vote on the challenge is over.

        """
        known = repository.find_challenge(asked.challenge)
        option = next((one for one in read_options(repository, known) if one.id == asked.option), None)
        if option is None:
            raise MissingEntry("option-gone")
        given = repository.list_votes(known.id, every_round=True)
        spent_on = {one.option for one in given if one.kind is VoteKind.BUDGET and one.counts}
        over = known.stage in (Stage.RESULTS, Stage.CLOSED)
        if spent_on if over else spent_on & {option.id, *(idea.id for idea in option.ideas)}:
            raise NotAllowed("costs-after-vote")
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

    def _read_votes(self, repository: Repository) -> VotesModel:
        workshop, challenges = repository.find_workshop(), repository.list_challenges()
        known = {one.id: one for one in challenges}
        at = known.get(self._looked_at or "") or known.get(workshop.current_challenge or "")
        if at is None:
            return {**_read_nothing(), "upcoming": _list_upcoming(workshop.phase, challenges)}
        rule = repository.find_vote_rule(at.id)
        given = repository.list_votes(at.id, every_round=True)
        return {
            "challenge": number_challenge(at, challenges.index(at) + 1),
            "stage": at.stage,
            "round": at.round,
            "plan": at.plan,
            "plans": _list_plans(),
            "step": find_step(at.plan, at.stage, at.round),
            "rotation": _read_rotation(repository, at),
            "rule": describe_rule(rule),
            "set": any(one.round == at.round and one.counts for one in given),
            "options": _list_costs(repository, at) if rule.kind is VoteKind.BUDGET else [],
            "ahead": _is_open_ahead(workshop.phase, at),
            "upcoming": [],
        }


def _read_nothing() -> VotesModel:
    return {
        "challenge": None,
        "stage": Stage.UNOPENED,
        "round": 1,
        "plan": Plan.SPRINT,
        "plans": _list_plans(),
        "step": None,
        "rotation": None,
        "rule": describe_rule(VoteRule()),
        "set": False,
        "options": [],
        "ahead": None,
        "upcoming": [],
    }


def _list_upcoming(phase: Phase, challenges: Sequence[Challenge]) -> list[PlannedChallenge]:
    """Return every challenge with its plan before the room works, that plans may be chosen at leisure."""
    if phase not in BEFORE:
        return []
    return [
        {**number_challenge(one, number), "plan": one.plan, "ahead": _is_open_ahead(phase, one)}
        for number, one in enumerate(challenges, start=1)
    ]


def _is_open_ahead(phase: Phase, challenge: Challenge) -> bool | None:
    if (
        phase not in BEFORE
        or not is_written_ahead(challenge.plan)
        or challenge.stage not in (Stage.UNOPENED, Stage.WRITING)
    ):
        return None
    return challenge.stage is Stage.WRITING


def _list_plans() -> list[PlanOffer]:
    return [
        {
            "plan": plan,
            "minutes": count_minutes(plan),
            "steps": [
                {
                    "step": one.step,
                    "stage": one.stage,
                    "round": one.round,
                    "minutes": one.minutes,
                    "times": one.times,
                }
                for one in steps
            ],
        }
        for plan, steps in PLANS.items()
    ]


def _read_rotation(repository: Repository, challenge: Challenge) -> Rotation | None:
    """Return how tables rotate, where people write, or will, at one after the other."""
    begun = challenge.stage not in (Stage.UNOPENED, Stage.WRITING) or challenge.round > 1
    if begun or count_turns(challenge.plan) == 1:
        return None
    workshop = repository.find_workshop()
    rounds = {one.round for one in repository.list_table_seats()}
    return {
        "rounds": len(rounds),
        "turn": read_present(repository).turn_of(challenge.id) if challenge.stage is Stage.WRITING else 0,
        "of": count_turns(challenge.plan),
        "told": workshop.table_round,
        "spoken": is_shown(Role.PARTICIPANT, "table", workshop.phase),
        "single": _is_single(repository, workshop.table_size),
    }


def _is_single(repository: Repository, size: int) -> bool:
    """Tell whether people sit at one table, or would; where nobody is there yet, nobody knows."""
    tables = {one.number for one in repository.list_table_seats()}
    people = len(list_to_seat(repository))
    if tables or people < PEOPLE_AT_LEAST:
        return len(tables) == 1
    return len(choose_sizes(people, size).people) == 1


def _list_costs(repository: Repository, challenge: Challenge) -> list[CostedOption]:
    """Return what each option costs, in the alphabet's order, once the room may read them."""
    if challenge.stage in (Stage.UNOPENED, Stage.WRITING):
        return []
    costs = repository.list_costs(challenge.id)
    options = sorted(read_options(repository, challenge), key=lambda one: (fold_name(say_title(one)), one.id))
    return [{"id": one.id, "title": say_title(one), "cost": costs.get(one.id)} for one in options]
