"""Moving the course (state transition): the steps that are kept, and the present state they add up to.

The history is the truth. What every page reads at each change, where the room and each challenge stand, is written
beside it in the same transaction.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final
from uuid import uuid4

from workshop_kit.domain.course import PHASES, Phase, Stage
from workshop_kit.domain.history import (
    FACILITATOR,
    REMOVAL,
    TAKE_BACK_WITHIN,
    Course,
    Step,
    StepKind,
    begins_round,
    find_last_move,
    read_course,
    was_begun,
)
from workshop_kit.domain.model import Challenge
from workshop_kit.domain.moves import Move, foresee, make_steps
from workshop_kit.domain.plans import Plan, begins_empty, count_turns
from workshop_kit.domain.projection import Projection
from workshop_kit.errors import NotAllowed
from workshop_kit.live.acts.sitting import is_of_files
from workshop_kit.live.acts.timing import (
    give_timer_back,
    is_timer,
    list_ended_timers,
    note_timer,
    stop_challenges,
    take_timer_back,
)
from workshop_kit.live.challenge import read_options, read_shown_ideas
from workshop_kit.live.timer import set_timer
from workshop_kit.store import Repository
from workshop_kit.store.funding import count_budget

#: The stages in which nobody is shown the ideas of a challenge yet.
_UNSHOWN: Final = (Stage.UNOPENED, Stage.WRITING)


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
        turns=_read_turns(repository, challenges),
        plans={one.id: one.plan for one in challenges if one.plan is not Plan.SPRINT},
    )


def _read_turns(repository: Repository, challenges: Sequence[Challenge]) -> Mapping[str, int]:
    """Return at which of its tables each challenge is written on: the history alone says it, where any plan has it."""
    if all(count_turns(one.plan) == 1 for one in challenges):
        return {}
    return read_course(repository.list_steps()).turns


def carry_out_move(
    repository: Repository, move: Move, now: datetime, by: str = FACILITATOR, *, read_first: bool | None = None
) -> str:
    """Carry out a move: keep its steps, write the state, lead the screen; return the move's id.

    A timer of what moves is stopped, and every challenge's when the room leaves them. A challenge that is taken up
    again after its results begins another round, on the dots of the last. ``read_first``: what this move reveals waits
    for a press before it reaches the screen, and so does what comes after; false lets this move alone through at once,
    ``None``: as it was set for all.
    """
    identifier = uuid4().hex
    before = read_present(repository)
    steps = [noted for step in make_steps(move, identifier, now, by) for noted in _weigh(repository, step)]
    if steps:
        steps += _say_read_first(repository, steps[0], read_first)
    if leaves_challenges(move):
        steps += stop_challenges(repository, identifier, move.stages, now, by)
    repository.add_steps(steps)
    for challenge, stage in move.stages.items():
        if begins_round(before.stage_of(challenge), stage):
            _begin_round(repository, repository.find_challenge(challenge))
        repository.remove_all_finished(challenge, stage)
        if stage is Stage.RESULTS:
            count_budget(repository, challenge)
    course = read_course(repository.list_steps())
    _write_state(repository, course, tuple(move.stages), stops_room=move.phase is not None)
    if move.turn is not None:
        set_timer(repository, move.turn, None)
    _tell_table(repository, course, [*move.stages, *([] if move.turn is None else [move.turn])])
    if steps:
        _lead_screen(repository, before, move, steps[0], together=read_first is False)
    return identifier


def leaves_challenges(move: Move) -> bool:
    """Tell whether a move brings the room on from its challenges, which no timer counts down then."""
    return move.phase is not None and PHASES.index(move.phase) > PHASES.index(Phase.WORK)


def take_back(repository: Repository, move: str, now: datetime) -> None:
    """Take back the last move, or the end of a timer since then, and give back the timers it stopped as they were.

    Raises
    ------
    NotAllowed
        ``moved-meanwhile`` when there was another move since, ``timer-set-meanwhile`` when its timer was set anew,
        ``too-late-to-take-back`` after some seconds.

    """
    undone = next((one for one in list_undoable(repository) if one[0].move == move), None)
    if undone is None:
        raise NotAllowed("moved-meanwhile")
    if now - undone[0].at > TAKE_BACK_WITHIN:
        raise NotAllowed("too-late-to-take-back", seconds=int(TAKE_BACK_WITHIN.total_seconds()))
    if is_timer(undone):
        take_timer_back(repository, undone, now)
        return
    before = read_present(repository)
    repository.add_steps([Step(uuid4().hex, StepKind.UNDO, now, FACILITATOR, undoes=move)])
    moved = tuple(step.challenge for step in undone if step.kind is StepKind.STAGE and step.challenge is not None)
    course = read_course(repository.list_steps())
    if not {*moved, *({course.focus} - {None})} <= set(before.stages):  # a challenge was removed since
        raise NotAllowed("moved-meanwhile")
    stops_room = any(step.kind is StepKind.PHASE for step in undone)
    _write_state(repository, course, moved, stops_room=stops_room, back=True)
    for step in undone:
        if step.challenge is None or step.challenge in before.stages:
            give_timer_back(repository, step)
    _tell_table(
        repository, course, [step.challenge for step in undone if step.kind is StepKind.TURN and step.challenge]
    )
    _forget_read_first(repository, undone)
    back = {challenge: course.stage_of(challenge) for challenge in moved}
    hides = foresee(before, Move(course.phase, course.focus, back), timer_runs=False).hides
    _bring_screen_back(repository, undone, hides=hides)


def list_undoable(repository: Repository) -> tuple[tuple[Step, ...], ...]:
    """Return the steps of each press that can be taken back: what ended timers since the last move, then that move."""
    history = repository.list_steps()
    last = find_last_move(history)
    return (*list_ended_timers(history), *([last] if last else []))


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
    """Turn the room to no challenge: the one it was at is being removed, which is no move to be taken back."""
    repository.add_steps([Step(uuid4().hex, StepKind.FOCUS, now, REMOVAL, challenge=None)])
    repository.update_workshop(replace(repository.find_workshop(), current_challenge=None))


def _weigh(repository: Repository, step: Step) -> tuple[Step, ...]:
    """Note on a step, and beside it, the timer it stops, and how many ideas it may show."""
    if step.kind is StepKind.PHASE:
        return note_timer(step, repository.find_workshop())
    if step.kind is StepKind.TURN and step.challenge is not None:
        return note_timer(step, repository.find_challenge(step.challenge))
    if step.kind is StepKind.STAGE and step.challenge is not None:
        counted = replace(step, ideas=len(read_shown_ideas(repository, step.challenge)))
        return note_timer(counted, repository.find_challenge(step.challenge))
    return (step,)


def _say_read_first(repository: Repository, made: Step, read_first: bool | None) -> list[Step]:
    """Have what is revealed be read first from a move on; return the step that says so where that is new.

    That a move shows its ideas at once is said of that move alone: nobody who reads first is to find it off later.
    """
    shown = repository.find_projection()
    if read_first is not True or shown.read_first:
        return []
    repository.update_projection(replace(shown, read_first=True))
    return [Step(made.move, StepKind.READ_FIRST, made.at, made.by)]


def _forget_read_first(repository: Repository, undone: Sequence[Step]) -> None:
    """Have it be as before whether what is revealed is read first, unless that was said anew since."""
    shown = repository.find_projection()
    said = StepKind.READ_FIRST if shown.read_first else StepKind.TOGETHER
    if any(step.kind is said for step in undone):
        repository.update_projection(replace(shown, read_first=not shown.read_first))


def _write_state(
    repository: Repository, course: Course, moved: Sequence[str], *, stops_room: bool, back: bool = False
) -> None:
    """Write the state beside the history; of what comes ``back``, what was uncovered stays as it was."""
    for challenge in moved:
        known = repository.find_challenge(challenge)
        stage = course.stage_of(challenge)
        enters = stage is Stage.RESULTS and not back
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
                uncovered=_uncover_known(repository, known) if enters else known.uncovered,
                brought=known.brought and stage not in _UNSHOWN,
                nudged_at=None,
            )
        )
    if PHASES.index(course.phase) < PHASES.index(Phase.MISSIONS):
        _forget_names(repository)
    workshop = repository.find_workshop()
    moved_room = replace(workshop, phase=course.phase, current_challenge=course.focus)
    if stops_room:
        moved_room = replace(moved_room, timer_ends_at=None, timer_left=None)
    repository.update_workshop(moved_room)


def _uncover_known(repository: Repository, known: Challenge) -> tuple[str, ...]:
    """Return what is uncovered as a challenge comes to its results: all of it where closing them showed it before."""
    if known.stage is not Stage.CLOSED or known.announced != known.round:
        return ()
    return tuple(option.id for option in read_options(repository, known))


def _forget_names(repository: Repository) -> None:
    """Have the missions wait to be read once more: the room is before them again."""
    shown = repository.find_projection()
    if shown.named:
        repository.update_projection(replace(shown, named=False))


def _begin_round(repository: Repository, challenge: Challenge) -> None:
    """Begin another round on the votes of the last one: who does nothing more keeps theirs.

    Where the plan foresees a second vote after a discussion, it begins with none. One that had begun before, by a move
    taken back, goes on with what was given in it.
    """
    following = challenge.round + 1
    if was_begun(repository.list_steps(), challenge.id, following):
        return
    if begins_empty(challenge.plan, following):
        return  # everybody is asked anew, and nothing is put back by itself
    repository.take_dots_along(challenge.id, challenge.round, following)
    repository.take_ballot_marks_along(challenge.id, challenge.round, following)


def _tell_table(repository: Repository, course: Course, challenges: Sequence[str]) -> None:
    """Tell phones the table of the turn that one of some challenges is written at, where people are seated for it."""
    workshop = repository.find_workshop()
    for challenge in challenges:
        known = repository.find_challenge(challenge)
        turn, first = course.turn_of(challenge), course.rounds.get(challenge, 1) == 1
        if known.stage is not Stage.WRITING or not first or count_turns(known.plan) == 1:
            continue
        people = {one.id: one for one in repository.list_participants()}
        if turn <= workshop.table_rounds and not is_of_files(repository.list_table_seats(), people):
            repository.update_workshop(replace(workshop, table_round=turn))


def _lead_screen(repository: Repository, before: Course, move: Move, made: Step, *, together: bool) -> None:
    """Lead the screen where the room is, unless it is frozen; what is to be read first stays hidden on it.

    ``together``: what this move reveals is not.

    A screen that was brought to another challenge is led along with that one. Where the screen stood is kept with the
    move, which may be taken back.
    """
    shown, course = repository.find_projection(), read_present(repository)
    turns = move.phase is not None or move.focus is not None
    beside = not turns and shown.phase is Phase.WORK and shown.challenge in move.stages
    hides = foresee(before, move, timer_runs=False).hides
    concerned = turns or beside or course.focus in move.stages or (hides and shown.challenge in move.stages)
    if (shown.frozen and not hides) or not concerned:
        return
    challenge = shown.challenge if beside else course.focus
    stage = course.stage_of(challenge) if course.phase is Phase.WORK else None
    if together or not shown.read_first:
        shown = let_through(repository, replace(shown, phase=course.phase, challenge=challenge, stage=stage)).shown
    led = hold_back(repository, replace(shown, phase=course.phase, challenge=challenge, stage=stage))
    held = repository.find_projection()
    if held.frozen or find_spot(led) != find_spot(held):
        step = Step(made.move, StepKind.SCREEN, made.at, made.by, held.phase, held.challenge, held.stage)
        repository.add_steps([step])
        led = replace(led, page=0, drawn=False, frozen=False)
    if led != held:
        repository.update_projection(led)


def _bring_screen_back(repository: Repository, undone: Sequence[Step], *, hides: bool) -> None:
    """Have the screen stand where it stood before a move that is taken back; what it showed then was brought there."""
    shown = repository.find_projection()
    left = next((step for step in undone if step.kind is StepKind.SCREEN), None)
    there = {None, *(one.id for one in repository.list_challenges())}
    if left is None or left.challenge not in there:
        repository.update_projection(replace(shown, frozen=shown.frozen and not hides))
        return
    if left.stage is Stage.REVEAL and left.challenge is not None:
        repository.update_challenge(replace(repository.find_challenge(left.challenge), brought=True))
    back = replace(shown, phase=left.phase or shown.phase, challenge=left.challenge, stage=left.stage)
    named = shown.named or left.phase is Phase.MISSIONS
    repository.update_projection(replace(back, page=0, drawn=False, frozen=False, named=named))


def find_spot(shown: Projection) -> tuple[Phase, str | None, Stage | None]:
    """Return which view a projection is of, whatever its page."""
    return shown.phase, shown.challenge, shown.stage


@dataclass(frozen=True)
class Brought:
    """What a press let through to the screen (*montré*): where it stands, and what waited to be read before.

    ``challenge`` is the one whose ideas the screen had not shown since they were revealed, ``ideas`` those that waited.
    """

    shown: Projection
    challenge: str | None = None
    ideas: tuple[str, ...] = ()

    @property
    def is_none(self) -> bool:
        """Whether nothing had waited."""
        return self.challenge is None and not self.ideas


def let_through(repository: Repository, shown: Projection, ideas: Sequence[str] | None = None) -> Brought:
    """Let what stands where ``shown`` is reach the screen, of what waits all or some ``ideas``: the others wait on."""
    if shown.phase is Phase.MISSIONS:
        return Brought(replace(shown, named=True))
    if shown.phase is not Phase.WORK or shown.stage is not Stage.REVEAL or shown.challenge is None:
        return Brought(shown)
    known = repository.find_challenge(shown.challenge)
    if not known.brought:
        _have_others_wait(repository, known.id, ideas)
        repository.update_challenge(replace(known, brought=True))
    read = repository.mark_read(known.id, ideas)
    return Brought(shown, None if known.brought else known.id, read)


def _have_others_wait(repository: Repository, challenge: str, ideas: Sequence[str] | None) -> None:
    """Have ideas wait that are not among ``ideas``: a press that first brings a challenge shows what it counted."""
    if ideas is not None:
        shown = read_shown_ideas(repository, challenge)
        repository.have_unread(idea for idea in shown if idea.id not in ideas and not idea.unread)


def have_wait(repository: Repository, brought: Brought) -> None:
    """Have what a press let through wait again, as far as it is still there."""
    for known in repository.list_challenges():
        if known.id == brought.challenge:
            repository.update_challenge(replace(known, brought=False))
    repository.have_unread(idea for idea in repository.list_ideas() if idea.id in brought.ideas)


def hold_back(repository: Repository, shown: Projection) -> Projection:
    """Return where the screen stands as long as nothing was let through: before what is to be read first."""
    if shown.phase is Phase.MISSIONS and not shown.named:
        return replace(shown, phase=Phase.OFFER, page=0)
    revealed = shown.challenge if shown.phase is Phase.WORK and shown.stage is Stage.REVEAL else None
    if revealed is not None and not repository.find_challenge(revealed).brought:
        return replace(shown, stage=Stage.WRITING)
    return shown
