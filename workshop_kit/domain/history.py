"""The history of a workshop's course (event log): an append-only list of steps, and the state they add up to.

What a step took back stays in it. The present state, the undoing of a slip, the measure of independence and what the
synthesis says of when are all read from here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from workshop_kit.domain.course import OPEN_STAGES, REVEALING, Moment, Phase, Stage, find_moment
from workshop_kit.domain.plans import Plan

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
    TURN = "turn"


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
        ``READ_FIRST``: with the move it was said that what is revealed is read first from now on; ``TOGETHER``, of
        older versions: that it is no more.
        ``TURN``: the people of ``challenge`` change tables, and write on at the next one.
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
    ``turns`` is at which of its tables a challenge is written on, from 1, where people change them. ``plans`` are how
    challenges are worked, where it is known: no history says it. ``ended`` is when the results of each round of a vote
    were first opened, by challenge and round.
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
    turns: Mapping[str, int] = field(default_factory=dict)
    plans: Mapping[str, Plan] = field(default_factory=dict)
    ended: Mapping[tuple[str, int], datetime] = field(default_factory=dict)

    def ended_at(self, challenge: str, round: int) -> datetime | None:
        """Return when a round of a challenge's vote was over; ``None``: it is not, or no history says when."""
        return self.ended.get((challenge, round))

    def turn_of(self, challenge: str) -> int:
        """Return at which of its tables a challenge is written on, from 1."""
        return self.turns.get(challenge, 1)

    def plan_of(self, challenge: str) -> Plan:
        """Return how a challenge is worked."""
        return self.plans.get(challenge, Plan.SPRINT)

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
        number = course.rounds.get(challenge, 1)
        course = replace(course, announced={**course.announced, challenge: number})
        course = replace(course, ended={(challenge, number): step.at, **course.ended})
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
    if step.kind is StepKind.TURN:
        return replace(course, turns={**course.turns, step.challenge: course.turn_of(step.challenge) + 1})
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
