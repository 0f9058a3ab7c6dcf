"""Ending a timer before its time, and giving it back as it was: one that stood still stands still again."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final
from uuid import uuid4

from workshop_kit.domain.history import FACILITATOR, Step, StepKind, find_timer_presses
from workshop_kit.domain.model import Challenge, Workshop
from workshop_kit.errors import NotAllowed
from workshop_kit.live.timer import change_timer, find_timed, set_timer, write_timer
from workshop_kit.store import Repository

#: The steps of a move that end a timer.
_ENDING: Final = (StepKind.STAGE, StepKind.PHASE, StepKind.TURN, StepKind.TIMER)


def has_time_left(timed: Workshop | Challenge, now: datetime) -> bool:
    """Tell whether a timer is set that has not run out: to stop it cuts somebody short."""
    if timed.timer_left is not None:
        return timed.timer_left > 0
    return timed.timer_ends_at is not None and timed.timer_ends_at > now


def stop_timer(repository: Repository, challenge: str | None, now: datetime) -> str | None:
    """Take a timer away; return the id to take that back with, ``None`` when nobody was cut short."""
    before = find_timed(repository, challenge)
    set_timer(repository, challenge, None)
    return _keep(repository, challenge, before, now)


def shift_timer(repository: Repository, challenge: str | None, minutes: int, now: datetime) -> str | None:
    """Make a timer longer or shorter; return the id to take back with what ended it, ``None`` when time is left.

    Raises
    ------
    InvalidEntry
        ``timer-out-of-range``.

    """
    before = find_timed(repository, challenge)
    change_timer(repository, challenge, minutes, now)
    after = find_timed(repository, challenge)
    return None if has_time_left(after, now) else _keep(repository, challenge, before, now)


def note_timer(step: Step, timed: Workshop | Challenge) -> tuple[Step, ...]:
    """Return a step with the timer that it stops, and beside it that this one stood still."""
    if timed.timer_left is None:
        return (replace(step, timer_ends_at=timed.timer_ends_at),)
    goes_on = step.at + timedelta(seconds=timed.timer_left)
    stood = Step(step.move, StepKind.PAUSED, step.at, step.by, challenge=step.challenge, timer_ends_at=goes_on)
    return (step, stood)


def stop_challenges(repository: Repository, move: str, but: Collection[str], now: datetime, by: str) -> list[Step]:
    """Take away what timers challenges have, ``but`` for some, with the move that leaves them; return its steps."""
    steps: list[Step] = []
    for one in repository.list_challenges():
        if one.id not in but and (one.timer_ends_at is not None or one.timer_left is not None):
            set_timer(repository, one.id, None)
            steps += note_timer(Step(move, StepKind.TIMER, now, by, challenge=one.id), one)
    return steps


def is_timer(steps: Sequence[Step]) -> bool:
    """Tell whether the steps of one press ended a timer and moved nothing."""
    return bool(steps) and steps[0].kind is StepKind.TIMER


def list_ended_timers(history: Sequence[Step]) -> tuple[tuple[Step, ...], ...]:
    """Return the presses that ended a timer since the last move that stands, the newest first, each timer's last.

    Left out are those that were taken back, and the timers that taking a move back since then has set as they were.
    """
    timers = find_timer_presses(history)
    undone = {step.undoes for step in history if step.kind is StepKind.UNDO}
    settled: set[str | None] = set()
    ended = []
    for step in reversed(history):
        if step.kind is StepKind.UNDO and step.undoes not in timers:
            settled |= _find_timed(one for one in history if one.move == step.undoes)
        elif step.kind is StepKind.TIMER and step.move in timers:
            if step.challenge not in settled and step.move not in undone:
                ended.append(tuple(one for one in history if one.move == step.move))
            settled.add(step.challenge)
        elif step.kind in (StepKind.STAGE, StepKind.PHASE, StepKind.FOCUS, StepKind.TURN) and step.move not in undone:
            break
    return tuple(ended)


def _find_timed(steps: Iterable[Step]) -> set[str | None]:
    """Return whose timers the steps of a move ended, the challenges' and, with ``None``, the room's."""
    return {None if step.kind is StepKind.PHASE else step.challenge for step in steps if step.kind in _ENDING}


def stands_ended(repository: Repository, steps: Sequence[Step], now: datetime) -> bool:
    """Tell whether the timer that a press ended is as that left it: nobody set another since."""
    challenge = steps[0].challenge
    if challenge is None:
        return not has_time_left(repository.find_workshop(), now)
    return any(one.id == challenge and not has_time_left(one, now) for one in repository.list_challenges())


def take_timer_back(repository: Repository, steps: Sequence[Step], now: datetime) -> None:
    """Take back the press that ended a timer.

    Raises
    ------
    NotAllowed
        ``timer-set-meanwhile`` when another was set since, ``moved-meanwhile`` when its challenge was removed.

    """
    if not stands_ended(repository, steps, now):
        there = {None, *(one.id for one in repository.list_challenges())}
        raise NotAllowed("timer-set-meanwhile" if steps[0].challenge in there else "moved-meanwhile")
    repository.add_steps([Step(uuid4().hex, StepKind.UNDO, now, FACILITATOR, undoes=steps[0].move)])
    for step in steps:
        give_timer_back(repository, step)


def give_timer_back(repository: Repository, step: Step) -> None:
    """Set again the timer that a step stopped: as it would have gone on, or standing still with what was left."""
    if step.timer_ends_at is None:
        return
    challenge = None if step.kind is StepKind.PHASE else step.challenge
    if step.kind is StepKind.PAUSED:
        write_timer(repository, challenge, None, round((step.timer_ends_at - step.at).total_seconds()))
    else:
        write_timer(repository, challenge, step.timer_ends_at, None)


def _keep(repository: Repository, challenge: str | None, before: Workshop | Challenge, now: datetime) -> str | None:
    if not has_time_left(before, now):
        return None
    ended = Step(uuid4().hex, StepKind.TIMER, now, FACILITATOR, challenge=challenge)
    repository.add_steps(note_timer(ended, before))
    return ended.move
