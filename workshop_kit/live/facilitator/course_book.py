"""Reads the course: where the room and each challenge stand, what comes next for each, and what can be taken back."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from workshop_kit.domain.course import OPEN_STAGES, PHASES, STAGES, Moment, Phase, Stage, find_moment
from workshop_kit.domain.history import RETURNS, TAKE_BACK_WITHIN, Course, Step, StepKind
from workshop_kit.domain.model import Challenge, Idea
from workshop_kit.domain.moves import (
    Move,
    find_next,
    find_skip,
    foresee,
    plan_phase,
    plan_stage,
)
from workshop_kit.domain.plans import begins_empty, count_turns, find_step
from workshop_kit.domain.presence import list_waited
from workshop_kit.live.acts.moving import leaves_challenges, list_undoable, read_present
from workshop_kit.live.acts.timing import has_time_left, is_timer, stands_ended
from workshop_kit.live.challenge import number_challenge
from workshop_kit.live.contract.facilitator.course import (
    CourseChallenge,
    CourseModel,
    Left,
    NextMove,
    PlannedPhase,
    Turn,
    Undo,
)
from workshop_kit.live.facilitator.agenda import DayPlan
from workshop_kit.live.facilitator.costless import read_costless
from workshop_kit.live.facilitator.open_stakes import read_open_stakes
from workshop_kit.live.tallies import find_covered, read_tallies
from workshop_kit.live.timer import read_timer
from workshop_kit.store import Repository
from workshop_kit.store.persons import Persons


class CourseBook:
    """Reads the course within one read of the store."""

    def __init__(self, repository: Repository, now: datetime, starts_at: datetime | None) -> None:
        self._repository = repository
        self._now = now
        self._workshop = repository.find_workshop()
        self._challenges = repository.list_challenges()
        self._course = read_present(repository)
        self._order = [one.id for one in self._challenges]
        self._history = repository.list_steps()
        self._persons = Persons(repository)
        self._waited = {one.id for one in list_waited(self._persons.everybody)}
        self._by_tables = share_tables(self._challenges)
        self._plan = DayPlan(repository, self._course, self._history, now, starts_at)
        self._costless = {one.id: read_costless(repository, one) for one in self._challenges}
        self._unread = {one.id: sum(idea.corrected for idea in self._ideas_of(one)) for one in self._challenges}
        self._covered = {one.id: self._count_covered(one) for one in self._challenges if one.stage is Stage.RESULTS}
        self._voters: dict[str, set[str]] = {}

    def read(self) -> CourseModel:
        """Return the read model of the course."""
        ahead = find_next(self._course, self._order)
        undos = self._list_undos()
        return {
            "phase": self._course.phase,
            "moment": self._course.moment,
            "since": self._history[-1].number if self._history else 0,
            "challenge": self._course.focus,
            "challenges": [self._read_challenge(one, number) for number, one in enumerate(self._challenges, start=1)],
            "phases": [self._read_phase(phase) for phase in self._list_phases()],
            "timer": read_timer(self._workshop, self._now),
            "planned": self._plan.find_minutes(self._course.moment, None),
            "people": len(self._waited),
            "next": None if ahead is None else self._describe(*ahead),
            "back": self._find_way_back(),
            "leave": self._find_way_out(None if ahead is None else ahead[0]),
            "undo": undos[0] if undos else None,
            "earlier": undos[1:],
            "read_first": self._repository.find_projection().read_first,
            "stakes": read_open_stakes(self._repository, self._workshop.phase),
        }

    def _read_challenge(self, challenge: Challenge, number: int) -> CourseChallenge:
        ideas = self._ideas_of(challenge)
        ahead = find_next(self._course, self._order, challenge.id) if self._course.phase is Phase.WORK else None
        skip = find_skip(self._course, self._order, challenge.id)
        return {
            **number_challenge(challenge, number),
            "stage": challenge.stage,
            "round": challenge.round,
            "plan": challenge.plan,
            "step": find_step(challenge.plan, challenge.stage, challenge.round),
            "tables": challenge.tables,
            "timer": read_timer(challenge, self._now),
            "ideas": sum(not one.held for one in ideas),
            "wrote": len(self._list_writers((challenge.id,))),
            "voted": len(self._list_voters((challenge.id,))),
            "to_read": self._unread[challenge.id],
            "vote": self._repository.find_vote_rule(challenge.id, _count_round(challenge)).kind,
            "lacks_costs": self._costless[challenge.id].all,
            "turn": self._read_turn(challenge),
            "planned": self._plan.find_challenge_minutes(challenge),
            "at": self._plan.find_start(challenge.id) if challenge.stage is Stage.UNOPENED else None,
            "next": None if ahead is None else self._describe(*ahead),
            "skip": None if skip is None else self._describe(*skip),
            "back": self._go_back(challenge),
            "again": self._list_returns(challenge, None if ahead is None else ahead[0]),
        }

    def _ideas_of(self, challenge: Challenge) -> Sequence[Idea]:
        return self._persons.list_ideas(challenge.id)

    def _read_turn(self, challenge: Challenge) -> Turn | None:
        """Return at which table people write; ``None``: at one, or not now."""
        turns = count_turns(challenge.plan)
        if challenge.stage is not Stage.WRITING or challenge.round > 1 or turns == 1:
            return None
        number = min(turns, self._course.turn_of(challenge.id))
        return {"number": number, "of": turns, "seated": self._workshop.table_rounds}

    def _list_phases(self) -> list[Phase]:
        """List the phases to go to: that of the form stands there as long as the workshop has not begun its work."""
        before = self._course.phase in (Phase.FORM, Phase.WELCOME)
        return [phase for phase in PHASES if phase is not Phase.WORK and (before or phase is not Phase.FORM)]

    def _read_phase(self, phase: Phase) -> PlannedPhase:
        gone = PHASES.index(phase) - PHASES.index(self._course.phase)
        at = self._plan.find_start(phase) if gone > 0 else None
        return {"phase": phase, "at": at, "state": "done" if gone < 0 else "ahead" if gone > 0 else "now"}

    def _describe(self, code: str, move: Move) -> NextMove:
        main = _find_main(self._course, move)
        stopped = self._order if leaves_challenges(move) else [*move.stages, *([move.turn] if move.turn else [])]
        runs = any(self._runs(challenge) for challenge in stopped)
        leaves = move.phase is not None and has_time_left(self._workshop, self._now)
        covered = {one: self._covered.get(one, 0) for one, to in move.stages.items() if to is Stage.CLOSED}
        closing = [one for one, places in covered.items() if places > 0]
        foreseen = foresee(
            self._course,
            move,
            timer_runs=runs or leaves,
            covered=closing,
            by_tables=self._by_tables,
            unread=self._unread,
            costless={one: known.number for one, known in self._costless.items()},
        )
        stage = move.stages.get(main) if main is not None and code != "turn" else None
        phase = move.phase if move.phase is not None else self._course.phase
        moment = find_moment(phase, stage if stage is not None else self._course.stage_of(main))
        return {
            "code": code,
            "phase": move.phase,
            "challenge": main,
            "stage": stage,
            "moment": moment,
            "waits": self._waits(moment, main),
            "unseen": sum(self._covered.get(one, 0) for one, to in move.stages.items() if to is Stage.VOTE),
            "shows": list(foreseen.shows),
            "covered": sum(covered.values()),
            "unread": foreseen.unread,
            "costless": foreseen.costless,
            "hides": foreseen.hides,
            "ends_timer": foreseen.ends_timer,
            **self._describe_left(foreseen.leaves),
            "asks": foreseen.asks,
        }

    def _describe_left(self, challenges: Collection[str]) -> Left:
        """Return which challenges phones leave while people write or vote there, and how many have not yet."""
        written = [one for one in challenges if self._course.stage_of(one) is Stage.WRITING]
        voted = [one for one in challenges if one not in written]
        return {
            "leaves": [self._order.index(one) + 1 for one in written],
            "silent": len(self._waited) - len(self._list_writers(written)) if written else 0,
            "leaves_vote": [self._order.index(one) + 1 for one in voted],
            "voteless": len(self._waited) - len(self._list_voters(voted)) if voted else 0,
        }

    def _waits(self, moment: Moment, challenge: str | None) -> bool:
        """Tell whether the screen shows what is there at a press of its own: it is read first, and was not brought."""
        shown = self._repository.find_projection()
        if moment is Moment.MISSIONS:
            return shown.read_first and not shown.named
        brought = any(one.id == challenge and one.brought for one in self._challenges)
        return shown.read_first and moment is Moment.REVEAL and not brought

    def _go_back(self, challenge: Challenge) -> NextMove | None:
        """Return the move to the stage before; from its results on a challenge is taken up again instead."""
        if challenge.stage in (Stage.UNOPENED, Stage.WRITING) or challenge.stage in RETURNS:
            return None
        before = STAGES[STAGES.index(challenge.stage) - 1]
        return self._describe(f"open-{before}", plan_stage(self._course, challenge.id, before))

    def _list_returns(self, challenge: Challenge, ahead: str | None) -> list[NextMove]:
        """Return where a challenge can be taken up again, but for what comes next (``ahead``) anyway."""
        named = [(self._name_return(challenge, stage), stage) for stage in RETURNS.get(challenge.stage, ())]
        return [
            self._describe(code, plan_stage(self._course, challenge.id, stage))
            for code, stage in named
            if code != ahead
        ]

    def _name_return(self, challenge: Challenge, stage: Stage) -> str:
        """Return the code of taking a challenge up again; a vote that was closed untold shows its results at last.

        Where the vote that follows is the second one of the plan it begins empty, which is said beforehand.
        """
        if stage is Stage.RESULTS:
            return f"again-{stage}" if self._course.is_announced(challenge.id) else "first-results"
        if not begins_empty(challenge.plan, challenge.round + 1):
            return f"again-{stage}"
        return "vote-again" if stage is Stage.VOTE else f"again-{stage}-empty"

    def _find_way_out(self, ahead: str | None) -> NextMove | None:
        """Return the move that leaves the challenges before all were worked on, as when time is short."""
        code = f"phase-{Phase.SCORING}"
        if self._course.phase is not Phase.WORK or ahead == code:
            return None
        return self._describe(code, plan_phase(self._course, Phase.SCORING))

    def _find_way_back(self) -> NextMove | None:
        index = PHASES.index(self._course.phase)
        if index == 0:
            return None
        before = PHASES[index - 1]
        return self._describe(f"phase-{before}", plan_phase(self._course, before))

    def _count_covered(self, challenge: Challenge) -> int:
        tallies = read_tallies(self._repository, challenge, persons=self._persons)
        return len(find_covered(tallies, challenge))

    def _list_writers(self, challenges: Collection[str]) -> set[str]:
        """Return who wrote an idea on one of some challenges, of those waited for."""
        ideas = (idea for challenge in challenges for idea in self._persons.list_ideas(challenge))
        return {idea.author for idea in ideas if idea.author is not None and idea.author in self._waited}

    def _list_voters(self, challenges: Collection[str]) -> set[str]:
        """Return who voted on one of some challenges, of those waited for."""
        return self._waited.intersection(voter for challenge in challenges for voter in self._list_voters_on(challenge))

    def _list_voters_on(self, challenge: str) -> set[str]:
        """Return who voted on a challenge: each move tells who has not yet, of tens of thousands of votes."""
        if challenge not in self._voters:
            votes = self._persons.list_votes(challenge)
            self._voters[challenge] = {vote.participant for vote in votes if vote.counts}
        return self._voters[challenge]

    def _runs(self, challenge: str) -> bool:
        return any(one.id == challenge and has_time_left(one, self._now) for one in self._challenges)

    def _list_undos(self) -> list[Undo]:
        """Return what can be taken back, the newest first."""
        return [self._read_undo(one) for one in list_undoable(self._repository) if self._can_undo(one)]

    def _can_undo(self, press: Sequence[Step]) -> bool:
        in_time = self._now < press[0].at + TAKE_BACK_WITHIN
        return in_time and (not is_timer(press) or stands_ended(self._repository, press, self._now))

    def _read_undo(self, press: Sequence[Step]) -> Undo:
        left = press[0].at + TAKE_BACK_WITHIN - self._now
        main = press[0].challenge if is_timer(press) else None
        main = main or next((step.challenge for step in press if step.kind is StepKind.FOCUS), None)
        main = main or next((step.challenge for step in press if step.kind in (StepKind.STAGE, StepKind.TURN)), None)
        of_room = main is None or _moved_room(press)
        main = self._course.focus if of_room and not is_timer(press) else main  # what the room's moment is of
        moment = self._course.moment if of_room else find_moment(Phase.WORK, self._course.stage_of(main))
        named = main in self._order and (is_timer(press) or _is_of_challenge(moment))
        number = self._order.index(main) + 1 if main is not None and named else None
        return {
            "move": press[0].move,
            "code": "timer" if is_timer(press) else "table" if press[0].kind is StepKind.TURN else "move",
            "left": round(left.total_seconds() * 1000),
            "moment": moment,
            "challenge": number,
        }


def _count_round(challenge: Challenge) -> int:
    """Return the round that is voted in, or whose results are there."""
    return challenge.counted_round if challenge.stage in (Stage.RESULTS, Stage.CLOSED) else challenge.round


def _is_of_challenge(moment: str) -> bool:
    return moment in tuple(Stage)


def _moved_room(steps: Sequence[Step]) -> bool:
    return any(step.kind is StepKind.PHASE for step in steps)


def _find_main(course: Course, move: Move) -> str | None:
    """Return the challenge that a move is about: where it turns, else what it opens."""
    if move.focus is not None or move.turn is not None:
        return move.focus or move.turn
    opened = [one for one, stage in move.stages.items() if stage is not Stage.CLOSED]
    return opened[0] if opened else (course.focus if move.phase is Phase.WORK else None)


def share_tables(challenges: Sequence[Challenge]) -> bool:
    """Tell whether tables share what is open: each phone stays with its own wherever the room turns."""
    return any(one.stage in OPEN_STAGES and one.tables for one in challenges)
