"""The agenda (timetable): for how long each step is planned, whether the room will end in time, and what to shorten."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from workshop_kit.domain.course import BEFORE, PHASES, STAGES, Moment, Phase, Stage, place_moment
from workshop_kit.domain.history import Course, Step, StepKind

#: Minutes of the usual lengths of a workshop: an hour and a half, two hours, half a day.
LENGTHS: Final = (90, 120, 210)
#: What the steps of one challenge take in the guide, in minutes, and the least that still makes sense.
WORK: Final[Mapping[Moment, int]] = {Moment.WRITING: 8, Moment.REVEAL: 10, Moment.VOTE: 5, Moment.RESULTS: 2}
WORK_LEAST: Final[Mapping[Moment, int]] = {Moment.WRITING: 4, Moment.REVEAL: 5, Moment.VOTE: 3, Moment.RESULTS: 1}
#: For how many minutes the guide plans each moment where nobody made an agenda.
GUIDED: Final[Mapping[Moment, int]] = {
    **WORK,
    Moment.WELCOME: 10,
    Moment.CHOICE: 5,
    Moment.SCORING: 10,
    Moment.OFFER: 5,
    Moment.MISSIONS: 15,
    Moment.THANKS: 5,
}
_CHALLENGE_LEAST: Final = sum(WORK_LEAST.values())
#: From this length on there is a break between two challenges.
_BREAK_FROM: Final = 180
_BREAK: Final = 15
#: Longer than any step is planned for.
_IDLE: Final = timedelta(days=7)


@dataclass(frozen=True)
class AgendaItem:
    """One line of the agenda (*ordre du jour*): for how many ``minutes``, 0 or more, something is planned.

    It is a moment of the room, or the stage of a challenge when ``challenge`` names one.
    """

    moment: Moment
    challenge: str | None
    minutes: int


@dataclass(frozen=True)
class Outlook:
    """How the day stands against its agenda (*avance, retard*).

    Attributes
    ----------
    left
        Minutes still planned, from now to the end of the last step.
    late
        Minutes by which the room would end after its hour; below 0 it ends before. ``None``: no hour was set, or
        nothing has begun yet: nobody is late for what was not opened.
    starts
        When each line of the agenda begins, in its order; ``None`` for what is done.
    finish
        When the last step would end.
    slips_from
        Until when that hour holds although nothing is moved on; from then on it slips with the clock.

    """

    left: int
    late: int | None
    starts: tuple[datetime | None, ...]
    finish: datetime
    slips_from: datetime


@dataclass(frozen=True)
class Advice:
    """Recommendation (*conseil*): what to shorten when late.

    The ``challenges`` are those not yet opened, each planned for ``before`` minutes and shortened to ``after``.

    ``wins`` is how many minutes that wins; when it is too little, a challenge has to wait for another day, or two are
    worked on together.
    """

    challenges: tuple[str, ...]
    before: int
    after: int
    wins: int


def plan_agenda(challenges: Sequence[str], minutes: int) -> tuple[AgendaItem, ...]:
    """Return an agenda of about ``minutes`` for these challenges, in the order of the guide.

    What belongs to the room has its usual length; the challenges share what is left, each no less than makes sense, so
    that a plan for too many challenges is longer than what was asked for.
    """
    short = minutes < 110
    welcome = AgendaItem(Moment.WELCOME, None, 5 if short else 10)
    after = [
        AgendaItem(Moment.SCORING, None, max(5, 2 * len(challenges))),
        AgendaItem(Moment.OFFER, None, 5),
        AgendaItem(Moment.MISSIONS, None, 10 if short else 15),
        AgendaItem(Moment.THANKS, None, 5),
    ]
    pause = [AgendaItem(Moment.CHOICE, None, _BREAK)] if minutes >= _BREAK_FROM and len(challenges) > 1 else []
    left = minutes - sum(item.minutes for item in (welcome, *after, *pause))
    each = max(_CHALLENGE_LEAST, left // max(1, len(challenges)))
    work = [item for challenge in challenges for item in _plan_challenge(challenge, each)]
    half = 4 * ((len(challenges) + 1) // 2)
    return (welcome, *work[:half], *pause, *work[half:], *after)


def is_unusual(agenda: Sequence[AgendaItem]) -> bool:
    """Tell whether an agenda is as no usual length plans it for its challenges.

    Lines were changed, challenges shortened, or one was removed since it was made: planned anew it will differ.
    """
    challenges = list(dict.fromkeys(item.challenge for item in agenda if item.challenge is not None))
    return bool(agenda) and all(tuple(agenda) != plan_agenda(challenges, minutes) for minutes in LENGTHS)


def measure_outlook(
    agenda: Sequence[AgendaItem],
    course: Course,
    history: Sequence[Step],
    now: datetime,
    ends_at: datetime | None,
    starts_at: datetime | None = None,
) -> Outlook:
    """Return how the day stands.

    Parameters
    ----------
    agenda
        Its lines, in the order they are planned.
    course, history
        Where everything stands, and since when.
    now, ends_at
        Aware times: the present, and when the room must end, ``None`` when it was not said.
    starts_at
        When the workshop is set to begin; until then, and unless it has begun all the same, the day is counted from it,
        and so is a welcome that stands since the form was closed.

    """
    if starts_at is not None and not has_begun(course):
        now = max(now, starts_at)
        history = [replace(step, at=max(step.at, starts_at)) for step in history]
    finish, starts = _lay_out(agenda, course, history, now)
    idle = now + _IDLE
    late = None if ends_at is None or not has_begun(course) else round((finish - ends_at).total_seconds() / 60)
    minutes = round((finish - now).total_seconds() / 60)
    # What is left at the least, once every open step has used up its time, is what the clock pushes before it.
    return Outlook(minutes, late, starts, finish, finish - (_lay_out(agenda, course, history, idle)[0] - idle))


def has_begun(course: Course) -> bool:
    """Tell whether the room has left its welcome, or any challenge was opened; the form is before all of it."""
    return course.phase not in BEFORE or any(one is not Stage.UNOPENED for one in course.stages.values())


def _lay_out(
    agenda: Sequence[AgendaItem], course: Course, history: Sequence[Step], now: datetime
) -> tuple[datetime, tuple[datetime | None, ...]]:
    """Return when the last line ends, and when each begins; challenges open together run side by side."""
    clock = now
    together: dict[str, datetime] = {}
    starts: list[datetime | None] = []
    in_second_half = _is_past_half(agenda, course)
    for item in agenda:
        rested = item.moment is Moment.CHOICE and in_second_half
        left = None if rested else _measure_left(item, course, history, now)
        if left is None:
            starts.append(None)
            continue
        alongside = item.challenge if item.challenge in course.open else None
        begins = clock if alongside is None else together.get(alongside, now)
        starts.append(begins)
        ends = begins + left
        if alongside is not None:
            together[alongside] = ends
        clock = max(clock, ends)
    return clock, tuple(starts)


def advise_shortening(agenda: Sequence[AgendaItem], course: Course, late: int) -> Advice | None:
    """Return how to shorten what is not opened yet so that ``late`` minutes are won, or as many as can be."""
    remedies = list_remedies(agenda, course) if late > 0 else ()
    return next((one for one in remedies if one.wins >= late), remedies[-1] if remedies else None)


def list_remedies(agenda: Sequence[AgendaItem], course: Course) -> tuple[Advice, ...]:
    """Return the ways to shorten each challenge not yet opened, from one minute less to the least that makes sense."""
    if _is_past_work(course):
        return ()
    lengths: dict[str, int] = {}
    for item in agenda:
        if item.challenge is not None and course.stage_of(item.challenge) is Stage.UNOPENED:
            lengths[item.challenge] = lengths.get(item.challenge, 0) + item.minutes
    before = max(lengths.values(), default=0)
    return tuple(
        Advice(
            tuple(challenge for challenge, length in lengths.items() if length > after),
            before,
            after,
            sum(max(0, length - after) for length in lengths.values()),
        )
        for after in range(before - 1, _CHALLENGE_LEAST - 1, -1)
    )


def shorten(agenda: Sequence[AgendaItem], advice: Advice) -> tuple[AgendaItem, ...]:
    """Return the agenda with each challenge of the advice as long as it says."""
    plans = {
        (challenge, item.moment): item.minutes
        for challenge in advice.challenges
        for item in _plan_challenge(challenge, advice.after)
    }
    return tuple(
        replace(item, minutes=plans.get((item.challenge, item.moment), item.minutes)) if item.challenge else item
        for item in agenda
    )


def _plan_challenge(challenge: str, minutes: int) -> list[AgendaItem]:
    """Share ``minutes`` among the steps of a challenge as the guide does, none below the least that makes sense."""
    usual = sum(WORK.values())
    shares = {moment: max(WORK_LEAST[moment], minutes * of // usual) for moment, of in WORK.items()}
    shares[Moment.REVEAL] += minutes - sum(shares.values())
    if shares[Moment.REVEAL] < WORK_LEAST[Moment.REVEAL]:
        shares = dict(WORK_LEAST)
    return [AgendaItem(moment, challenge, shares[moment]) for moment in WORK]


def _measure_left(item: AgendaItem, course: Course, history: Sequence[Step], now: datetime) -> timedelta | None:
    """Return how long a line still takes; ``None`` when it is done."""
    planned = timedelta(minutes=item.minutes)
    if item.challenge is not None:
        stage = course.stage_of(item.challenge)
        _, wanted = place_moment(item.moment)
        if wanted is None or STAGES.index(stage) > STAGES.index(wanted):
            return None
        if _is_past_work(course):
            return None  # left as it stands
        if stage is not wanted:
            return planned
        since = _find_since(history, lambda step: step.challenge == item.challenge and step.stage is stage)
        return _subtract(planned, since, now)
    if item.moment is Moment.CHOICE:
        return None if _is_past_work(course) else planned
    phase, _ = place_moment(item.moment)
    if PHASES.index(course.phase) > PHASES.index(phase):
        return None
    if course.phase is not phase:
        return planned
    return _subtract(planned, _find_since(history, lambda step: step.phase is phase), now)


def _is_past_half(agenda: Sequence[AgendaItem], course: Course) -> bool:
    """Tell whether the challenges planned before the break are closed; of an odd number one more is planned before."""
    planned = {item.challenge for item in agenda if item.challenge is not None}
    return sum(course.stage_of(one) is Stage.CLOSED for one in planned) * 2 >= len(planned)


def _is_past_work(course: Course) -> bool:
    return PHASES.index(course.phase) > PHASES.index(Phase.WORK)


def _find_since(history: Sequence[Step], matches: Callable[[Step], bool]) -> datetime | None:
    """Return when the last step that matches was taken, those taken back left aside."""
    undone = {step.undoes for step in history if step.kind is StepKind.UNDO}
    return next((step.at for step in reversed(history) if step.move not in undone and matches(step)), None)


def _subtract(planned: timedelta, since: datetime | None, now: datetime) -> timedelta:
    return planned if since is None else max(timedelta(0), planned - (now - since))
