"""The history of a workshop's course (event log): an append-only list of steps, and the state they add up to.

What a step took back stays in it. The present state, the undoing of a slip, the measure of independence and what the
synthesis says of when are all read from here.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from workshop_kit.domain.course import OPEN_STAGES, PHASES, REVEALING, STAGES, Moment, Phase, Stage, find_moment

#: How long after a move it can be taken back with one press.
TAKE_BACK_WITHIN: Final = timedelta(seconds=15)
#: Whose doing a step is when a person pressed for it.
FACILITATOR: Final = "facilitator"
#: What moved the room off a challenge that is removed: nobody pressed for a move.
REMOVAL: Final = "removal"
#: Whose doing it is when an older version kept no history: what it says was retraced from where things stood.
MIGRATION: Final = "migration"


class StepKind(StrEnum):
    """What a step of the history says."""

    PHASE = "phase"
    FOCUS = "focus"
    STAGE = "stage"
    WORDING = "wording"
    UNDO = "undo"
    SCREEN = "screen"
    TIMER = "timer"
    PAUSED = "paused"
    READ_FIRST = "read-first"
    TOGETHER = "together"


@dataclass(frozen=True)
class Step:
    """One entry of the history (*étape*).

    Attributes
    ----------
    move
        The id of the move it belongs to: what was done with one press is taken back together.
    kind
        ``PHASE``: the room went to ``phase``. ``FOCUS``: the room turned to ``challenge`` (``None``: to none).
        ``STAGE``: ``challenge`` went to ``stage``. ``WORDING``: ``challenge`` is said in its wording number
        ``wording`` from now on. ``UNDO``: the move ``undoes`` was taken back. ``SCREEN``: the move led the
        screen away from ``phase``, ``challenge`` and ``stage``. ``TIMER``: a press ended the timer of ``challenge``
        (``None``: the room's) before its time. ``PAUSED``: the timer that it, or a move, ended stood still.
        ``READ_FIRST``, ``TOGETHER``: with the move it was said anew whether what is revealed is read first.
    at, by
        When, an aware time, and whose doing: ``"facilitator"``, or what else moved it.
    timer_ends_at
        When the timer would have ended that this step stopped, had one that stood still gone on at once; ``None``:
        none was running.
    ideas
        How many ideas of the challenge there were when it went to ``stage``; ``None``: nobody counted.
    number
        Its place in the history, from 1; the store gives it.

    """

    move: str
    kind: StepKind
    at: datetime
    by: str
    phase: Phase | None = None
    challenge: str | None = None
    stage: Stage | None = None
    wording: int | None = None
    undoes: str | None = None
    timer_ends_at: datetime | None = None
    ideas: int | None = None
    number: int = 0


@dataclass(frozen=True)
class Course:
    """Where everything stands (*déroulement*), as the history adds up to it.

    ``stages``, ``rounds`` and ``wordings`` are by challenge's id; one that is not in them is unopened, in its first
    round and its first wording. ``revealed_at`` and ``results_at`` are when the room was first shown a challenge's
    ideas and its results, slips left aside: ``glimpsed`` is for how many seconds ideas were shown by a press that was
    taken back at once, ``glimpsed_at`` since when. ``announced`` is the round whose results the room was shown last.
    """

    phase: Phase = Phase.WELCOME
    focus: str | None = None
    stages: Mapping[str, Stage] = field(default_factory=dict)
    rounds: Mapping[str, int] = field(default_factory=dict)
    wordings: Mapping[str, int] = field(default_factory=dict)
    revealed_at: Mapping[str, datetime] = field(default_factory=dict)
    results_at: Mapping[str, datetime] = field(default_factory=dict)
    glimpsed: Mapping[str, int] = field(default_factory=dict)
    glimpsed_at: Mapping[str, datetime] = field(default_factory=dict)
    announced: Mapping[str, int] = field(default_factory=dict)

    def stage_of(self, challenge: str | None) -> Stage:
        """Return where a challenge stands."""
        return Stage.UNOPENED if challenge is None else self.stages.get(challenge, Stage.UNOPENED)

    @property
    def moment(self) -> Moment:
        """What the room does now."""
        return find_moment(self.phase, self.stage_of(self.focus))

    def is_announced(self, challenge: str) -> bool:
        """Tell whether the room was shown the results of the round a challenge is in."""
        return self.announced.get(challenge) == self.rounds.get(challenge, 1)

    @property
    def open(self) -> tuple[str, ...]:
        """The challenges that are being worked on."""
        return tuple(challenge for challenge, stage in self.stages.items() if stage in OPEN_STAGES)


def read_course(history: Iterable[Step], start: Course | None = None) -> Course:
    """Return the state that ``history``, the oldest first, adds up to; what was taken back leaves a glimpse only."""
    steps = tuple(history)
    undone = {step.undoes: step.at for step in steps if step.kind is StepKind.UNDO}
    course = start or Course()
    for step in steps:
        course = _take(course, step) if step.move not in undone else _glimpse(course, step, undone[step.move])
    return course


def _glimpse(course: Course, step: Step, until: datetime) -> Course:
    challenge = step.challenge
    if (
        step.kind is not StepKind.STAGE
        or challenge is None
        or step.stage not in REVEALING
        or challenge in course.revealed_at
        or step.ideas == 0
    ):
        return course
    seconds = course.glimpsed.get(challenge, 0) + max(1, round((until - step.at).total_seconds()))
    first = course.glimpsed_at.get(challenge, step.at)
    return replace(
        course,
        glimpsed={**course.glimpsed, challenge: seconds},
        glimpsed_at={**course.glimpsed_at, challenge: first},
    )


def _note_shown(course: Course, challenge: str, step: Step) -> Course:
    """Note what ``step`` showed the room for the first time; a reveal of no idea at all showed none."""
    if step.stage in REVEALING and step.ideas != 0 and challenge not in course.revealed_at:
        course = replace(course, revealed_at={**course.revealed_at, challenge: step.at})
    if step.stage is Stage.RESULTS:
        course = replace(course, announced={**course.announced, challenge: course.rounds.get(challenge, 1)})
    if step.stage is Stage.RESULTS and challenge not in course.results_at:
        course = replace(course, results_at={**course.results_at, challenge: step.at})
    return course


def _take(course: Course, step: Step) -> Course:
    if step.kind is StepKind.PHASE and step.phase is not None:
        return replace(course, phase=step.phase)
    if step.kind is StepKind.FOCUS:
        return replace(course, focus=step.challenge)
    if step.challenge is None:
        return course
    if step.kind is StepKind.WORDING and step.wording is not None:
        return replace(course, wordings={**course.wordings, step.challenge: step.wording})
    if step.kind is StepKind.STAGE and step.stage is not None:
        before = course.stage_of(step.challenge)
        stages = {**course.stages, step.challenge: step.stage}
        if begins_round(before, step.stage):
            rounds = {**course.rounds, step.challenge: course.rounds.get(step.challenge, 1) + 1}
            course = replace(course, rounds=rounds)
        return replace(_note_shown(course, step.challenge, step), stages=stages)
    return course


#: From where a challenge can be taken up again at once, and where to: people write, vote or see the results once more.
RETURNS: Final[Mapping[Stage, tuple[Stage, ...]]] = {
    Stage.RESULTS: (Stage.WRITING, Stage.VOTE),
    Stage.CLOSED: (Stage.WRITING, Stage.VOTE, Stage.RESULTS),
}


def begins_round(before: Stage, after: Stage) -> bool:
    """Tell whether a challenge is taken up again: its results were there, and people write or vote once more."""
    return before in (Stage.RESULTS, Stage.CLOSED) and after in (Stage.WRITING, Stage.REVEAL, Stage.VOTE)


def was_begun(history: Iterable[Step], challenge: str, number: int) -> bool:
    """Tell whether a round of a challenge's vote had begun before, by a move that was taken back.

    What people were told is kept was given in it meanwhile: begun again, it goes on as they left it.
    """
    steps = tuple(history)
    undone = {step.undoes for step in steps if step.kind is StepKind.UNDO}
    course = Course()
    for step in steps:
        if step.move not in undone:
            course = _take(course, step)
        elif step.challenge == challenge and step.stage is not None:
            following = course.rounds.get(challenge, 1) + 1
            if following == number and begins_round(course.stage_of(challenge), step.stage):
                return True
    return False


@dataclass(frozen=True)
class Move:
    """What one press does: where the room goes, where it turns, and which challenges go where (*passage*)."""

    phase: Phase | None = None
    focus: str | None = None
    stages: Mapping[str, Stage] = field(default_factory=dict)

    @property
    def is_none(self) -> bool:
        """Whether it changes nothing."""
        return self.phase is None and self.focus is None and not self.stages


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
        ``open-<stage>`` with the challenge's move, ``turn`` (to a challenge already open), or ``phase-<phase>``.

    """
    if course.phase not in (Phase.WELCOME, Phase.WORK):
        after = PHASES[PHASES.index(course.phase) + 1 :]
        return (f"phase-{after[0]}", plan_phase(course, after[0])) if after else None
    here = at if at in challenges else course.focus
    if course.phase is Phase.WORK and here is not None:
        stage = course.stage_of(here)
        if stage in (Stage.UNOPENED, Stage.WRITING, Stage.REVEAL, Stage.VOTE):
            following = STAGES[STAGES.index(stage) + 1]
            return f"open-{following}", plan_stage(course, here, following)
    return _find_next_challenge(course, challenges, here)


def _find_next_challenge(course: Course, challenges: Sequence[str], here: str | None) -> tuple[str, Move] | None:
    """Turn to what is still open, else open the next in order, else leave the challenges."""
    start = challenges.index(here) + 1 if here in challenges else 0
    order = [*challenges[start:], *challenges[:start]]
    for challenge in order:
        if challenge != here and course.stage_of(challenge) in (Stage.WRITING, Stage.REVEAL, Stage.VOTE):
            return "turn", replace(plan_turn(course, challenge, here), focus=challenge)
    for challenge in order:
        if course.stage_of(challenge) is Stage.UNOPENED:
            return "open-writing", plan_stage(course, challenge, Stage.WRITING)
    return f"phase-{Phase.SCORING}", plan_phase(course, Phase.SCORING)


@dataclass(frozen=True)
class Consequences:
    """What a move means for people, so that it can be asked about before (*conséquences*).

    ``shows`` names what it lets the room see: ``ideas``, ``results``, ``names``; what it only goes back to was seen.
    ``hides`` is whether it goes back, so that something shown disappears from the phones. ``ends_timer`` is whether a
    running timer stops. ``leaves``: people write or vote on these challenges, and it takes the phones away from them.
    """

    shows: tuple[str, ...] = ()
    hides: bool = False
    ends_timer: bool = False
    leaves: tuple[str, ...] = ()

    @property
    def asks(self) -> bool:
        """Whether it is asked about first."""
        return bool(self.shows) or self.hides or self.ends_timer or bool(self.leaves)


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
    course: Course, move: Move, *, timer_runs: bool, covered: Collection[str] = (), by_tables: bool = False
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
    return Consequences(tuple(dict.fromkeys(shows)), hides, timer_runs, leaves)


def make_steps(move: Move, identifier: str, at: datetime, by: str) -> tuple[Step, ...]:
    """Return the steps of a move: stages first, then the room."""
    steps = [
        Step(identifier, StepKind.STAGE, at, by, challenge=challenge, stage=stage)
        for challenge, stage in move.stages.items()
    ]
    if move.focus is not None:
        steps.append(Step(identifier, StepKind.FOCUS, at, by, challenge=move.focus))
    if move.phase is not None:
        steps.append(Step(identifier, StepKind.PHASE, at, by, phase=move.phase))
    return tuple(steps)


def find_timer_presses(history: Sequence[Step]) -> frozenset[str]:
    """Return the presses that ended a timer and moved nothing, by the ids they are taken back with."""
    ended = {step.move for step in history if step.kind is StepKind.TIMER}
    return frozenset(ended - {step.move for step in history if step.kind is StepKind.PHASE})


def find_last_move(history: Sequence[Step]) -> tuple[Step, ...]:
    """Return the steps of the last move if it can be taken back: somebody pressed for it, and did not already.

    A rewording is no move: it is corrected by another wording. Nor is the end of a timer, which takes nobody anywhere.
    """
    timers = find_timer_presses(history)
    for step in reversed(history):
        if step.kind is StepKind.WORDING or step.move in timers or step.undoes in timers:
            continue
        if step.kind is StepKind.UNDO or step.by != FACILITATOR:
            return ()
        return tuple(one for one in history if one.move == step.move)
    return ()
