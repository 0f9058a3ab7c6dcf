"""Moving the course (state transition): the steps that are kept, and the present state they add up to.

The history is the truth. What every page reads at each change, where the room and each challenge stand, is written
beside it in the same transaction.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final
from uuid import uuid4

from workshop_kit.domain.course import Phase, Stage
from workshop_kit.domain.history import (
    FACILITATOR,
    TAKE_BACK_WITHIN,
    Course,
    Move,
    Step,
    StepKind,
    begins_round,
    find_last_move,
    foresee,
    make_steps,
    read_course,
    was_begun,
)
from workshop_kit.domain.model import Challenge, Workshop
from workshop_kit.errors import NotAllowed
from workshop_kit.live.challenge import read_shown_ideas
from workshop_kit.store import Repository

#: What reaches the screen only at the facilitator's next press; results are covered there until they are unveiled.
_READ_FIRST: Final = frozenset({"ideas", "names"})


def read_present(repository: Repository) -> Course:
    """Return where everything stands, from what is written beside the history."""
    workshop = repository.find_workshop()
    challenges = repository.list_challenges()
    return Course(
        phase=workshop.phase,
        focus=workshop.current_challenge,
        stages={one.id: one.stage for one in challenges},
        rounds={one.id: one.round for one in challenges},
        wordings={one.id: one.wording for one in challenges},
        revealed_at={one.id: one.revealed_at for one in challenges if one.revealed_at is not None},
        results_at={one.id: one.results_at for one in challenges if one.results_at is not None},
        announced={one.id: one.announced for one in challenges if one.announced is not None},
    )


def carry_out_move(repository: Repository, move: Move, now: datetime, by: str = FACILITATOR) -> str:
    """Carry out a move: keep its steps, write the state, lead the screen; return the move's id.

    A timer of what moves is stopped. A challenge that is taken up again after its results begins another round, on
    the dots of the last.
    """
    identifier = uuid4().hex
    before = read_present(repository)
    steps = [_weigh(repository, step) for step in make_steps(move, identifier, now, by)]
    repository.add_steps(steps)
    for challenge, stage in move.stages.items():
        if begins_round(before.stage_of(challenge), stage):
            _begin_round(repository, repository.find_challenge(challenge))
        for seated in repository.list_finished(challenge, stage):
            repository.remove_finished(challenge, stage, seated)
    course = read_course(repository.list_steps())
    _write_state(repository, course, tuple(move.stages), stops_room=move.phase is not None)
    _lead_screen(repository, before, move)
    return identifier


def take_back(repository: Repository, move: str, now: datetime) -> None:
    """Take back the last move, and give back the timers it stopped.

    Raises
    ------
    NotAllowed
        ``moved-meanwhile`` when it is not the last one any more, ``too-late-to-take-back`` after some seconds.

    """
    undone = find_last_move(repository.list_steps())
    if not undone or undone[0].move != move:
        raise NotAllowed("moved-meanwhile")
    if now - undone[0].at > TAKE_BACK_WITHIN:
        raise NotAllowed("too-late-to-take-back", seconds=int(TAKE_BACK_WITHIN.total_seconds()))
    before = read_present(repository)
    repository.add_steps([Step(uuid4().hex, StepKind.UNDO, now, FACILITATOR, undoes=move)])
    moved = tuple(step.challenge for step in undone if step.kind is StepKind.STAGE and step.challenge is not None)
    if not set(moved) <= set(before.stages):  # a challenge was removed since
        raise NotAllowed("moved-meanwhile")
    stops_room = any(step.kind is StepKind.PHASE for step in undone)
    course = read_course(repository.list_steps())
    _write_state(repository, course, moved, stops_room=stops_room, back=True)
    for step in undone:
        _give_timer_back(repository, step)
    back = {challenge: course.stage_of(challenge) for challenge in moved}
    _lead_screen(repository, before, Move(course.phase, course.focus, back), at_once=True)


def let_screen_go(repository: Repository) -> None:
    """Let a frozen screen follow again: something it may show must be seen no more."""
    shown = repository.find_projection()
    if shown.frozen:
        repository.update_projection(replace(shown, frozen=False))


def let_names_go(repository: Repository) -> None:
    """Let a screen that is frozen on the missions follow again: of those named there, one is to be named no more."""
    if repository.find_projection().phase is Phase.MISSIONS:
        let_screen_go(repository)


def forget_focus(repository: Repository, now: datetime) -> None:
    """Turn the room to no challenge: the one it was at is being removed."""
    repository.add_steps([Step(uuid4().hex, StepKind.FOCUS, now, FACILITATOR, challenge=None)])
    repository.update_workshop(replace(repository.find_workshop(), current_challenge=None))


def _weigh(repository: Repository, step: Step) -> Step:
    """Note on a step the timer it stops, and how many ideas it may show."""
    if step.kind is StepKind.PHASE:
        return replace(step, timer_ends_at=_find_end(repository.find_workshop(), step.at))
    if step.kind is StepKind.STAGE and step.challenge is not None:
        timer_ends_at = _find_end(repository.find_challenge(step.challenge), step.at)
        return replace(step, timer_ends_at=timer_ends_at, ideas=len(read_shown_ideas(repository, step.challenge)))
    return step


def _find_end(timed: Workshop | Challenge, at: datetime) -> datetime | None:
    """Return when a timer ends; one that stands still would go on at once."""
    return timed.timer_ends_at if timed.timer_left is None else at + timedelta(seconds=timed.timer_left)


def _write_state(
    repository: Repository, course: Course, moved: Sequence[str], *, stops_room: bool, back: bool = False
) -> None:
    """Write the state beside the history; results are covered when first come to, not when come ``back`` to."""
    for challenge in moved:
        known = repository.find_challenge(challenge)
        stage = course.stage_of(challenge)
        entering = stage is Stage.RESULTS and known.stage is not Stage.CLOSED and not back
        repository.update_challenge(
            replace(
                known,
                stage=stage,
                round=course.rounds.get(challenge, 1),
                revealed_at=course.revealed_at.get(challenge),
                results_at=course.results_at.get(challenge),
                announced=course.announced.get(challenge),
                timer_ends_at=None,
                timer_left=None,
                unveiled=0 if entering else known.unveiled,
            )
        )
    workshop = repository.find_workshop()
    moved_room = replace(workshop, phase=course.phase, current_challenge=course.focus)
    if stops_room:
        moved_room = replace(moved_room, timer_ends_at=None, timer_left=None)
    repository.update_workshop(moved_room)


def _begin_round(repository: Repository, challenge: Challenge) -> None:
    """Begin another round on the dots of the last one: who does nothing more keeps their vote.

    One that had begun before, by a move taken back, goes on with the dots that were given in it.
    """
    following = challenge.round + 1
    if was_begun(repository.list_steps(), challenge.id, following):
        return
    for vote in repository.list_votes(challenge.id, every_round=True):
        if vote.round == challenge.round:
            repository.update_dots(replace(vote, round=following))


def _give_timer_back(repository: Repository, step: Step) -> None:
    if step.timer_ends_at is None:
        return
    if step.kind is StepKind.PHASE:
        repository.update_workshop(replace(repository.find_workshop(), timer_ends_at=step.timer_ends_at))
    elif step.challenge is not None:
        known = repository.find_challenge(step.challenge)
        repository.update_challenge(replace(known, timer_ends_at=step.timer_ends_at))


def _lead_screen(repository: Repository, before: Course, move: Move, *, at_once: bool = False) -> None:
    """Lead the screen where the room is, unless it is frozen, or what is shown waits for the facilitator's press.

    A screen that was brought to another challenge is led along with that one.
    """
    shown = repository.find_projection()
    course = read_present(repository)
    turns = move.phase is not None or move.focus is not None
    beside = not turns and shown.phase is Phase.WORK and shown.challenge in move.stages
    concerned = turns or beside or course.focus in move.stages
    challenge = shown.challenge if beside else course.focus
    foreseen = foresee(before, move, timer_runs=False)
    shows = set(foreseen.shows)
    waits = shown.read_first and not at_once and bool(shows & _READ_FIRST)
    hides = foreseen.hides
    concerned = concerned or (hides and shown.challenge in move.stages)
    if (shown.frozen and not hides) or waits or not concerned:
        return
    stage = course.stage_of(challenge) if course.phase is Phase.WORK else None
    led = replace(shown, phase=course.phase, challenge=challenge, stage=stage, page=0, drawn=False, frozen=False)
    repository.update_projection(led)


def has_time_left(timed: Workshop | Challenge, now: datetime) -> bool:
    """Tell whether a timer is set that has not run out: to stop it cuts somebody short."""
    if timed.timer_left is not None:
        return timed.timer_left > 0
    return timed.timer_ends_at is not None and timed.timer_ends_at > now
