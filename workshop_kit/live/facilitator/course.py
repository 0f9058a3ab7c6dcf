"""The course: where the room and each challenge stand, what comes next, how to take it back, and the timers."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from workshop_kit.domain.course import WITHOUT_CHALLENGE, Phase, Stage
from workshop_kit.domain.history import StepKind, find_timer_presses
from workshop_kit.domain.moves import (
    Move,
    find_left,
    plan_next_table,
    plan_phase,
    plan_stage,
    plan_turn,
)
from workshop_kit.errors import NotAllowed
from workshop_kit.live.acts.moving import carry_out_move, read_present, take_back
from workshop_kit.live.acts.timing import shift_timer, stop_timer
from workshop_kit.live.contract.asking import intention
from workshop_kit.live.contract.facilitator.course import (
    ChangeTables,
    ChangeTimer,
    CourseModel,
    Done,
    MoveChallengeOn,
    MoveRoom,
    NameTables,
    PauseTimer,
    StartTimer,
    TakeBack,
    TurnTo,
    WhichTimer,
)
from workshop_kit.live.contract.showing import DRAW_EVERY, shows
from workshop_kit.live.facilitator.costless import count_costless
from workshop_kit.live.facilitator.course_book import CourseBook, share_tables
from workshop_kit.live.facilitator.desk import Desk
from workshop_kit.live.facilitator.open_stakes import STAKES_TOLD
from workshop_kit.live.timer import pause_timer, set_timer
from workshop_kit.store import Repository


class CourseDesk(Desk):
    """The course of the room and of each challenge (*déroulement*)."""

    @shows(
        *(
            "workshop",
            "challenge",
            "participant",
            "idea",
            "group",
            "vote",
            "step",
            "projection",
            "agenda",
            *STAKES_TOLD,
        ),
        pace=DRAW_EVERY,
        at_once=("workshop", "challenge", "step", "projection", "agenda"),
        sections=("facilitator.course", "phases"),
    )
    def course_model(self) -> CourseModel:
        """Return where the room and each challenge stand, and what comes next for each."""
        return self.store.read(lambda repository: CourseBook(repository, self.now(), self.find_start()).read())

    @intention
    def move_room(self, repository: Repository, asked: MoveRoom) -> Done:
        """Move the room to another phase, forwards or back; its timer stops.

        Raises
        ------
        InvalidEntry
            ``unknown-phase``.
        NotAllowed
            ``no-challenge-yet``: there is nothing to work on. ``moved-meanwhile``: another page moved the room, or a
            challenge that this moves or leaves.

        """
        course = read_present(repository)
        if course.phase is asked.phase:
            return {"move": None}
        if asked.phase not in WITHOUT_CHALLENGE:
            _require_challenges(repository)
        move = plan_phase(course, asked.phase)
        if asked.phase is Phase.WORK and course.focus is None:
            move = replace(move, focus=repository.list_challenges()[0].id)
        return self._carry_out(repository, move, asked.since, asked.read_first)

    @intention
    def move_challenge_on(self, repository: Repository, asked: MoveChallengeOn) -> Done:
        """Bring a challenge to another stage, forwards or back; its timer stops, and no other challenge is shown.

        Raises
        ------
        NotAllowed
            ``moved-meanwhile``: another page moved it, or another one that this closes or leaves. ``no-costs-yet``: it
            would be voted on by a budget, and no idea of it has a cost.

        """
        course = read_present(repository)
        known = repository.find_challenge(asked.challenge)
        move = plan_stage(course, known.id, asked.stage, together=asked.together)
        if move.is_none:
            return {"move": None}
        if asked.stage is Stage.VOTE and count_costless(repository, known).all:
            raise NotAllowed("no-costs-yet")
        return self._carry_out(repository, move, asked.since, asked.read_first)

    @intention
    def turn_to(self, repository: Repository, asked: TurnTo) -> Done:
        """Turn the room to another challenge, as it stands; what it leaves after its results is closed.

        Where the room is there already, the challenge that was led beside it is left: whoever is on it comes along.
        """
        move = plan_turn(read_present(repository), repository.find_challenge(asked.challenge).id, asked.leaving)
        return {"move": None} if move.is_none else self._carry_out(repository, move, asked.since, None)

    @intention
    def change_tables(self, repository: Repository, asked: ChangeTables) -> Done:
        """Have people change tables and write on; the timer stops, and phones show their table where they are seated.

        Raises
        ------
        NotAllowed
            ``moved-meanwhile``: another page moved it, or people wrote at every table.

        """
        move = plan_next_table(read_present(repository), repository.find_challenge(asked.challenge).id)
        if move is None:
            raise NotAllowed("moved-meanwhile")
        return self._carry_out(repository, move, asked.since, None)

    @intention
    def take_back(self, repository: Repository, asked: TakeBack) -> None:
        """Take back the last move, or the end of a timer since then, while it can be.

        Raises
        ------
        NotAllowed
            ``moved-meanwhile`` when somebody moved on, ``timer-set-meanwhile`` when the timer was set anew,
            ``too-late-to-take-back`` some seconds later.

        """
        take_back(repository, asked.move, self.now())

    @intention
    def name_tables(self, repository: Repository, asked: NameTables) -> None:
        """Say which tables work on a challenge."""
        repository.update_challenge(replace(repository.find_challenge(asked.challenge), tables=asked.tables))

    @intention
    def start_timer(self, repository: Repository, asked: StartTimer) -> None:
        """Start a timer for some minutes, from now."""
        set_timer(repository, asked.challenge, self.now() + timedelta(minutes=asked.minutes))

    @intention
    def change_timer(self, repository: Repository, asked: ChangeTimer) -> Done:
        """Make a timer longer or shorter; one that has run out, or none, starts from now."""
        return {"move": shift_timer(repository, asked.challenge, asked.minutes, self.now())}

    @intention
    def pause_timer(self, repository: Repository, asked: PauseTimer) -> None:
        """Have a timer stand still, or go on."""
        pause_timer(repository, asked.challenge, self.now(), paused=asked.paused)

    @intention
    def stop_timer(self, repository: Repository, asked: WhichTimer) -> Done:
        """Take a timer away from every page."""
        return {"move": stop_timer(repository, asked.challenge, self.now())}

    def _carry_out(self, repository: Repository, move: Move, since: int, read_first: bool | None) -> Done:
        _check_unmoved(repository, since, move)
        return {"move": carry_out_move(repository, move, self.now(), read_first=read_first)}


def _require_challenges(repository: Repository) -> None:
    if not repository.list_challenges():
        raise NotAllowed("no-challenge-yet")


def _check_unmoved(repository: Repository, since: int, move: Move) -> None:
    """Refuse to move what another page has moved since this one was drawn: the press would not do what it said.

    Looked at are the room, where it goes or turns, every challenge that the move brings elsewhere, also those it
    closes, and every open one that it takes the phones away from, wherever that stands by now.
    """
    history = repository.list_steps()
    by_tables = share_tables(repository.list_challenges())
    concerned = {*move.stages, move.turn, *find_left(read_present(repository), move, by_tables=by_tables)}
    moves_room = move.phase is not None or move.focus is not None
    timers = find_timer_presses(history)
    for step in history:
        of_room = moves_room and step.kind in (StepKind.PHASE, StepKind.FOCUS)
        of_challenge = step.kind in (StepKind.STAGE, StepKind.TURN) and step.challenge in concerned
        of_undone = step.kind is StepKind.UNDO and step.undoes not in timers
        if step.number > since and (of_room or of_challenge or of_undone):
            raise NotAllowed("moved-meanwhile")
