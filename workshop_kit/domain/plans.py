"""Plans (*déroulés*): the rounds in which a challenge is worked, from writing alone to deciding.

Whatever the plan, one writes alone before anything is shown, and votes in private. Plans differ in how long each step
takes, whether people vote a second time after a discussion, and where and with whom one writes. Sources: the nominal
group technique (Delbecq, Van de Ven and Gustafson, *Group Techniques for Program Planning*, 1975), the world café
(Brown and Isaacs, *The World Café*, 2005).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from workshop_kit.domain.course import Stage


class Plan(StrEnum):
    """How a challenge is worked (*déroulé*); the facilitator picks it."""

    SPRINT = "sprint"
    NOMINAL = "nominal"
    CAFE = "cafe"
    PREWORK = "prework"


class RoundStep(StrEnum):
    """One step of a plan (*temps*)."""

    WRITE = "write"
    REVEAL = "reveal"
    CLARIFY = "clarify"
    VOTE = "vote"
    DISCUSS = "discuss"
    VOTE_AGAIN = "vote-again"
    DECIDE = "decide"


@dataclass(frozen=True)
class PlannedStep:
    """A step, the stage and the round of the vote in which it is taken, and for how many minutes (*temps prévu*).

    ``times`` is how often it is taken, at another table each time.
    """

    step: RoundStep
    stage: Stage
    round: int
    minutes: int
    times: int = 1


def _plan(write: int, reveal: int, clarify: int, vote: int, *again: int, times: int = 1) -> tuple[PlannedStep, ...]:
    """Return the steps of a plan by their minutes; ``again``: of the discussion and of the second vote, if any."""
    steps = [
        PlannedStep(RoundStep.WRITE, Stage.WRITING, 1, write, times),
        PlannedStep(RoundStep.REVEAL, Stage.REVEAL, 1, reveal),
        PlannedStep(RoundStep.CLARIFY, Stage.REVEAL, 1, clarify),
        PlannedStep(RoundStep.VOTE, Stage.VOTE, 1, vote),
    ]
    if again:
        discuss, vote_again, decide = again
        steps += [
            PlannedStep(RoundStep.DISCUSS, Stage.RESULTS, 1, discuss),
            PlannedStep(RoundStep.VOTE_AGAIN, Stage.VOTE, 2, vote_again),
            PlannedStep(RoundStep.DECIDE, Stage.RESULTS, 2, decide),
        ]
    else:
        steps.append(PlannedStep(RoundStep.DECIDE, Stage.RESULTS, 1, 4))
    return tuple(steps)


#: The steps of each plan. A sprint takes 20 minutes, a full nominal group about an hour.
PLANS: Final[Mapping[Plan, tuple[PlannedStep, ...]]] = {
    Plan.SPRINT: _plan(6, 3, 3, 4),
    Plan.NOMINAL: _plan(10, 8, 15, 5, 12, 5, 5),
    Plan.CAFE: _plan(12, 6, 10, 5, times=3),
    Plan.PREWORK: _plan(5, 6, 12, 5, 12, 5, 5),
}


def count_minutes(plan: Plan) -> int:
    """Return how many minutes a plan takes in the room."""
    return sum(one.minutes * one.times for one in PLANS[plan])


def count_stage_minutes(plan: Plan, stage: Stage, round: int | None = None) -> int | None:
    """Return for how many minutes a plan has a stage last in one round, once if it is taken at several tables.

    ``None`` for a round is every round together, each table counted; ``None`` comes back where the plan has no such
    stage.
    """
    last = max(one.round for one in PLANS[plan])
    wanted = None if round is None else min(round, last)
    steps = [one for one in PLANS[plan] if one.stage is stage and wanted in (None, one.round)]
    if not steps:
        return None
    return sum(one.minutes * (one.times if round is None else 1) for one in steps)


def votes_twice(plan: Plan) -> bool:
    """Tell whether people vote a second time, after a discussion of the first vote."""
    return any(one.step is RoundStep.VOTE_AGAIN for one in PLANS[plan])


def begins_empty(plan: Plan, round: int) -> bool:
    """Tell whether a round of the vote begins with no ballot: the second that a plan foresees, after a discussion.

    Any other is taken again on the votes of the one before: who does nothing more keeps theirs.
    """
    return round == 2 and votes_twice(plan)


def count_turns(plan: Plan) -> int:
    """Return at how many tables people write, one after the other; 1: they stay at one."""
    return max(one.times for one in PLANS[plan] if one.step is RoundStep.WRITE)


def is_written_ahead(plan: Plan) -> bool:
    """Tell whether one may write at leisure, from home and alone, before the room is at its challenges."""
    return plan is Plan.PREWORK


def find_step(plan: Plan, stage: Stage, round: int) -> RoundStep | None:
    """Return the step that a stage of a round is, the first where it is several; ``None`` where nothing is worked on.

    Rounds after those of the plan are as its last: a vote, and then what is decided.
    """
    last = max(one.round for one in PLANS[plan])
    found = next((one.step for one in PLANS[plan] if (one.stage, one.round) == (stage, min(round, last))), None)
    if found is None and stage in (Stage.WRITING, Stage.REVEAL):  # taken up again from its beginning
        return RoundStep.WRITE if stage is Stage.WRITING else RoundStep.REVEAL
    return found


def is_to_vote_again(plan: Plan, stage: Stage, round: int) -> bool:
    """Tell whether the vote that follows the results of this round is foreseen."""
    return stage is Stage.RESULTS and find_step(plan, stage, round) is RoundStep.DISCUSS
