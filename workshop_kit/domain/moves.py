"""The moves that a facilitator may make (*passages*): what a press does, what comes next, and what it means for people.

Where the room and each challenge stand, of which moves are made, is read from their history (``domain.history``).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from types import MappingProxyType

from workshop_kit.domain.course import BEFORE, OPEN_STAGES, PHASES, REVEALING, STAGES, Phase, Stage
from workshop_kit.domain.history import Course, Step, StepKind
from workshop_kit.domain.plans import count_turns, is_to_vote_again, is_written_ahead


@dataclass(frozen=True)
class Move:
    """What one press does: where the room goes, where it turns, and which challenges go where (*passage*).

    ``turn`` is the challenge whose people change tables, and write on at the next one.
    """

    phase: Phase | None = None
    focus: str | None = None
    stages: Mapping[str, Stage] = field(default_factory=dict)
    turn: str | None = None

    @property
    def is_none(self) -> bool:
        """Whether it changes nothing."""
        return self.phase is None and self.focus is None and not self.stages and self.turn is None


def plan_stage(course: Course, challenge: str, stage: Stage, *, together: bool = False) -> Move:
    """Return the move that brings ``challenge`` to ``stage``, and the room to it if it is opened.

    A challenge whose results were shown is closed when another is opened, unless both are worked on ``together``. While
    several are open, what is done on one of them takes nobody away from another.
    """
    stages = {} if course.stage_of(challenge) is stage else {challenge: stage}
    opening = course.stage_of(challenge) not in OPEN_STAGES and stage in OPEN_STAGES
    if opening and not together:
        done = [one for one in course.open if one != challenge and course.stage_of(one) is Stage.RESULTS]
        stages |= dict.fromkeys(done, Stage.CLOSED)
    phase = None if course.phase is Phase.WORK else Phase.WORK
    leads = opening and not (together and course.open)
    lost = course.stage_of(course.focus) not in OPEN_STAGES
    focus = challenge if (leads or lost) and course.focus != challenge else None
    return Move(phase, focus, stages)


def plan_ahead(course: Course, challenge: str, *, opens: bool) -> Move | None:
    """Return the move that opens a challenge to be written on from home before the room works, or closes it again.

    Whoever joins may write then; the room is welcomed from there on, if it was not yet. ``None``: its plan does not
    have that, the room works, or the challenge has been worked on.
    """
    stage = course.stage_of(challenge)
    if course.phase not in BEFORE or not is_written_ahead(course.plan_of(challenge)):
        return None
    if stage not in (Stage.UNOPENED, Stage.WRITING):
        return None
    wanted = Stage.WRITING if opens else Stage.UNOPENED
    stages = {} if stage is wanted else {challenge: wanted}
    return Move(Phase.WELCOME if opens and course.phase is Phase.FORM else None, stages=stages)


def plan_phase(course: Course, phase: Phase) -> Move:
    """Return the move that brings the room to ``phase``; challenges whose results were shown are closed then."""
    if phase is course.phase:
        return Move()
    done = [one for one in course.open if course.stage_of(one) is Stage.RESULTS]
    leaving = PHASES.index(phase) > PHASES.index(Phase.WORK)
    return Move(phase, stages=dict.fromkeys(done, Stage.CLOSED) if leaving else {})


def plan_turn(course: Course, challenge: str, leaving: str | None = None) -> Move:
    """Return the move that turns the room to ``challenge``, as it stands.

    Where its results were shown, the challenge that the room is at, and the one that was led beside it (``leaving``),
    is closed. Where the room is there already, the move turns to it again, so that whoever is on another comes along.
    """
    left = dict.fromkeys(one for one in (course.focus, leaving) if one is not None and one != challenge)
    stages = {one: Stage.CLOSED for one in left if course.stage_of(one) is Stage.RESULTS}
    back = course.phase is not Phase.WORK and course.stage_of(challenge) is not Stage.UNOPENED
    focus = None if course.focus == challenge and not stages else challenge
    return Move(Phase.WORK if back else None, focus, stages)


def plan_next_table(course: Course, challenge: str) -> Move | None:
    """Return the move that has people change tables and write on; ``None``: they wrote at all, or it is no time to.

    A challenge that is taken up again is written on where people sit.
    """
    if course.stage_of(challenge) is not Stage.WRITING or course.rounds.get(challenge, 1) > 1:
        return None
    turns = count_turns(course.plan_of(challenge))
    return Move(turn=challenge) if course.turn_of(challenge) < turns else None


def find_next(course: Course, challenges: Sequence[str], at: str | None = None) -> tuple[str, Move] | None:
    """Return what comes next, as a code and a move; ``None`` after the last phase.

    Parameters
    ----------
    course
        Where everything stands.
    challenges
        The ids of the challenges in their order.
    at
        The challenge in question; ``None``: the one the room is at.

    Returns
    -------
    tuple
        ``open-<stage>`` with the challenge's move, ``next-table`` (where people write on at another), ``vote-again``
        (the second vote that its plan foresees), ``turn`` (to a challenge already open), or ``phase-<phase>``.

    """
    if course.phase not in (Phase.WELCOME, Phase.WORK):
        after = PHASES[PHASES.index(course.phase) + 1 :]
        return (f"phase-{after[0]}", plan_phase(course, after[0])) if after else None
    if course.phase is not Phase.WORK:  # before the room works it is at none
        return _find_next_challenge(course, challenges, None)
    here = at if at in challenges else course.focus
    if here is not None:
        stage = course.stage_of(here)
        tables = plan_next_table(course, here)
        if tables is not None:
            return "next-table", tables
        if stage in (Stage.UNOPENED, Stage.WRITING, Stage.REVEAL, Stage.VOTE):
            following = STAGES[STAGES.index(stage) + 1]
            return f"open-{following}", plan_stage(course, here, following)
        if is_to_vote_again(course.plan_of(here), stage, course.rounds.get(here, 1)):
            return "vote-again", plan_stage(course, here, Stage.VOTE)
    return _find_next_challenge(course, challenges, here)


def find_skip(course: Course, challenges: Sequence[str], at: str) -> tuple[str, Move] | None:
    """Return what comes next without the other tables or the second vote that a challenge's plan foresees.

    As ``find_next``. ``None``: neither comes next.
    """
    if course.phase is not Phase.WORK:
        return None
    if plan_next_table(course, at) is not None:
        return f"open-{Stage.REVEAL}", plan_stage(course, at, Stage.REVEAL)
    if not is_to_vote_again(course.plan_of(at), course.stage_of(at), course.rounds.get(at, 1)):
        return None
    return _find_next_challenge(course, challenges, at)


def _find_next_challenge(course: Course, challenges: Sequence[str], here: str | None) -> tuple[str, Move] | None:
    """Turn to what is still open, else take up the first that was not worked on, else leave the challenges.

    What people write on from home has not begun in the room: its turn comes in the order of the day.
    """
    start = challenges.index(here) + 1 if here in challenges else 0
    ahead = [one for one in challenges if _is_written_from_home(course, one)]
    for challenge in (*challenges[start:], *challenges[:start]):
        open_here = course.stage_of(challenge) in (Stage.WRITING, Stage.REVEAL, Stage.VOTE) and challenge not in ahead
        if challenge != here and open_here:
            return "turn", replace(plan_turn(course, challenge, here), focus=challenge)
    for challenge in challenges:
        if challenge in ahead and challenge != here:
            return "turn", replace(plan_turn(course, challenge, here), focus=challenge)
        if course.stage_of(challenge) is Stage.UNOPENED:
            return "open-writing", plan_stage(course, challenge, Stage.WRITING)
    return f"phase-{Phase.SCORING}", plan_phase(course, Phase.SCORING)


def _is_written_from_home(course: Course, challenge: str) -> bool:
    first = course.stage_of(challenge) is Stage.WRITING and course.rounds.get(challenge, 1) == 1
    return first and is_written_ahead(course.plan_of(challenge))


@dataclass(frozen=True)
class Consequences:
    """What a move means for people, so that it can be asked about before (*conséquences*).

    ``shows`` names what it lets the room see: ``ideas``, ``results``, ``names``; what it only goes back to was seen.
    ``hides`` is whether it goes back, so that something shown disappears from the phones. ``ends_timer`` is whether a
    running timer stops. ``leaves``: people write or vote on these challenges, and it takes the phones away from them.
    ``unread`` counts the ideas held back that their authors corrected, which would be on no ballot of the vote that it
    opens; ``costless`` those that nobody could choose there, as they have no cost.
    """

    shows: tuple[str, ...] = ()
    hides: bool = False
    ends_timer: bool = False
    leaves: tuple[str, ...] = ()
    unread: int = 0
    costless: int = 0

    @property
    def asks(self) -> bool:
        """Whether it is asked about first."""
        lacks = self.unread > 0 or self.costless > 0
        return bool(self.shows) or self.hides or self.ends_timer or bool(self.leaves) or lacks


def find_left(course: Course, move: Move, *, by_tables: bool = False) -> tuple[str, ...]:
    """Return the open challenges that ``move`` takes the phones away from as they stand, whatever is done there.

    ``by_tables``: tables share the work, so that a phone stays with its table's challenge as long as the room works.
    """
    if course.phase is not Phase.WORK:
        return ()
    still = [one for one in course.open if one not in move.stages]
    if move.phase is not None and move.phase is not Phase.WORK:
        return tuple(still)
    turns = move.focus is not None and not by_tables
    return tuple(one for one in still if turns and one == course.focus != move.focus)


def foresee(
    course: Course,
    move: Move,
    *,
    timer_runs: bool,
    covered: Collection[str] = (),
    by_tables: bool = False,
    unread: Mapping[str, int] = MappingProxyType({}),
    costless: Mapping[str, int] = MappingProxyType({}),
) -> Consequences:
    """Return what ``move`` means for people.

    Parameters
    ----------
    course, move
        Where everything stands, and what is about to be done.
    timer_runs
        Whether a timer it stops is running with time left.
    covered
        The challenges whose results still have covered places: a closed one hides none.
    by_tables
        Whether tables share the challenges that are open.
    unread, costless
        By challenge, how many ideas held back were corrected since, and how many lack the cost that a budget asks for.

    """
    shows: list[str] = []
    hides = False
    for challenge, stage in move.stages.items():
        before = course.stage_of(challenge)
        announces = stage is Stage.RESULTS and not course.is_announced(challenge)
        if STAGES.index(stage) < STAGES.index(before) and not announces:
            hides = True
            continue
        if stage in (Stage.REVEAL, Stage.VOTE) and before not in REVEALING:
            shows.append("ideas")
        closes = stage is Stage.CLOSED and before is Stage.RESULTS
        if stage is Stage.RESULTS or (closes and challenge in covered):
            shows.append("results")
    if move.phase is not None and PHASES.index(move.phase) < PHASES.index(course.phase):
        hides = True
    elif move.phase is Phase.MISSIONS:
        shows.append("names")
    left = find_left(course, move, by_tables=by_tables)
    leaves = tuple(one for one in left if course.stage_of(one) in (Stage.WRITING, Stage.VOTE))
    votes = [one for one, stage in move.stages.items() if stage is Stage.VOTE]
    lacks = [sum(known.get(one, 0) for one in votes) for known in (unread, costless)]
    return Consequences(tuple(dict.fromkeys(shows)), hides, timer_runs, leaves, *lacks)


def make_steps(move: Move, identifier: str, at: datetime, by: str) -> tuple[Step, ...]:
    """Return the steps of a move: stages first, then the room."""
    steps = [
        Step(identifier, StepKind.STAGE, at, by, challenge=challenge, stage=stage)
        for challenge, stage in move.stages.items()
    ]
    if move.turn is not None:
        steps.append(Step(identifier, StepKind.TURN, at, by, challenge=move.turn))
    if move.focus is not None:
        steps.append(Step(identifier, StepKind.FOCUS, at, by, challenge=move.focus))
    if move.phase is not None:
        steps.append(Step(identifier, StepKind.PHASE, at, by, phase=move.phase))
    return tuple(steps)
