"""The agenda, made before and moved during: how long each step takes, and whether the room will end in time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from workshop_kit.domain.agenda import (
    GUIDED,
    LENGTHS,
    WORK,
    Advice,
    AgendaItem,
    advise_shortening,
    is_unusual,
    list_remedies,
    measure_outlook,
    plan_agenda,
    shorten,
)
from workshop_kit.domain.course import STAGES, Moment, Phase, Stage, find_moment, place_moment
from workshop_kit.domain.history import Course, Step
from workshop_kit.domain.model import Challenge
from workshop_kit.domain.plans import Plan, count_stage_minutes
from workshop_kit.errors import MissingEntry, NotAllowed
from workshop_kit.live.acts.moving import read_present
from workshop_kit.live.contract.asking import intention
from workshop_kit.live.contract.facilitator.agenda import (
    AgendaLine,
    AgendaModel,
    AgendaOutlook,
    PlanAgenda,
    SetEnd,
    SetLength,
    Shorten,
    ShorteningAdvice,
)
from workshop_kit.live.contract.showing import shows
from workshop_kit.live.facilitator.desk import Desk
from workshop_kit.live.hours import read_hour
from workshop_kit.live.timer import in_ms
from workshop_kit.store import Repository

#: An hour that passed longer ago than this is meant for tomorrow: a workshop may end a little late.
_PASSED: Final = timedelta(hours=4)


class AgendaDesk(Desk):
    """The agenda of the day (*ordre du jour*)."""

    @shows("workshop", "challenge", "step", "agenda", sections=("facilitator.agenda", "phases"))
    def agenda_model(self) -> AgendaModel:
        """Return the lines of the agenda with the hour each begins, and how the day stands."""
        return self.store.read(lambda repository: read_agenda(repository, self.now(), self.find_start()))

    @intention
    def plan_agenda(self, repository: Repository, asked: PlanAgenda) -> None:
        """Plan the day anew, for all challenges, in about so many minutes.

        Raises
        ------
        NotAllowed
            ``no-challenge-yet``.

        """
        challenges = [one.id for one in repository.list_challenges()]
        if not challenges:
            raise NotAllowed("no-challenge-yet")
        repository.update_agenda(plan_agenda(challenges, asked.minutes))

    @intention
    def set_length(self, repository: Repository, asked: SetLength) -> None:
        """Plan another length for one line; ``MissingEntry`` (``no-agenda-line``) when there is no such line."""
        wanted = (asked.moment, asked.challenge)
        agenda = list_agenda(repository)
        if all((item.moment, item.challenge) != wanted for item in agenda):
            raise MissingEntry("no-agenda-line")
        changed = [
            replace(item, minutes=asked.minutes) if (item.moment, item.challenge) == wanted else item for item in agenda
        ]
        repository.update_agenda(changed)

    @intention
    def set_end(self, repository: Repository, asked: SetEnd) -> None:
        """Say at what hour the room must end, or that it need not; ``InvalidEntry`` (``hour-shape``)."""
        ends_at = _read_hour(asked.hour, max(self.now(), self.find_start() or self.now())) if asked.hour else None
        repository.update_workshop(replace(repository.find_workshop(), ends_at=ends_at))

    @intention
    def shorten(self, repository: Repository, asked: Shorten) -> None:
        """Shorten each challenge not yet opened to so many minutes; what is shorter already stays."""
        agenda = list_agenda(repository)
        advice = _advise(repository, agenda, self.now())
        if advice is not None and advice.after <= asked.minutes:
            repository.update_agenda(shorten(agenda, replace(advice, after=asked.minutes)))


def read_agenda(repository: Repository, now: datetime, starts_at: datetime | None) -> AgendaModel:
    """Return the agenda as it stands at ``now``, of a workshop that is set to begin at ``starts_at``."""
    workshop, challenges = repository.find_workshop(), repository.list_challenges()
    agenda = list_agenda(repository)
    course, history = read_present(repository), repository.list_steps()
    outlook = measure_outlook(agenda, course, history, now, workshop.ends_at, starts_at)
    numbered = {one.id: (number, one) for number, one in enumerate(challenges, start=1)}
    return {
        "lines": [
            _describe(item, start, numbered.get(item.challenge or ""))
            for item, start in zip(agenda, outlook.starts, strict=True)
        ],
        "unusual": is_unusual(repository.list_agenda()),
        "total": sum(item.minutes for item in agenda),
        "left": outlook.left,
        "hour": "" if workshop.ends_at is None else workshop.ends_at.astimezone().strftime("%H:%M"),
        "ends_at": None if workshop.ends_at is None else in_ms(workshop.ends_at),
        "lengths": list(LENGTHS),
        **read_outlook(repository, now, starts_at),
    }


def read_outlook(repository: Repository, now: datetime, starts_at: datetime | None) -> AgendaOutlook:
    """Return by how much the day is late against its agenda, and what can be shortened; nothing without an agenda."""
    agenda = list_agenda(repository)
    if not agenda:
        return {"late": None, "finish": None, "slips_from": None, "remedies": []}
    workshop, course = repository.find_workshop(), read_present(repository)
    outlook = measure_outlook(agenda, course, repository.list_steps(), now, workshop.ends_at, starts_at)
    remedies = () if outlook.late is None else list_remedies(agenda, course)
    return {
        "late": outlook.late,
        "finish": in_ms(outlook.finish),
        "slips_from": in_ms(outlook.slips_from),
        "remedies": _describe_remedies(repository, remedies),
    }


def list_agenda(repository: Repository) -> tuple[AgendaItem, ...]:
    """Return the agenda with the lines of challenges written since it was made; none when none was made."""
    agenda = repository.list_agenda()
    if not agenda:
        return ()
    known = {item.challenge for item in agenda}
    added = [one.id for one in repository.list_challenges() if one.id not in known]
    planned = [item for item in plan_agenda(added, 0) if item.challenge is not None] if added else []
    after = max((at for at, item in enumerate(agenda, start=1) if item.challenge is not None), default=1)
    return (*agenda[:after], *planned, *agenda[after:])


class DayPlan:
    """When what is ahead begins by the agenda, and for how long each step is planned."""

    def __init__(
        self,
        repository: Repository,
        course: Course,
        history: Sequence[Step],
        now: datetime,
        starts_at: datetime | None,
    ) -> None:
        self._agenda = list_agenda(repository)
        outlook = measure_outlook(self._agenda, course, history, now, None, starts_at)
        self._starts: dict[str, int] = {}
        for item, start in zip(self._agenda, outlook.starts, strict=True):
            if start is not None:
                self._starts.setdefault(item.challenge or item.moment, in_ms(start))

    def find_start(self, what: str) -> int | None:
        """Return when a challenge, by its id, or a phase begins, in milliseconds since 1970; ``None``: not planned."""
        return self._starts.get(what)

    def find_minutes(self, moment: Moment, challenge: str | None) -> int:
        """Return for how many minutes a step is planned, by the agenda, else by the guide; at least one."""
        wanted = (moment, challenge if moment in WORK else None)
        planned = [item.minutes for item in self._agenda if (item.moment, item.challenge) == wanted]
        return max(1, planned[0] if planned else GUIDED.get(moment, 5))

    def find_challenge_minutes(self, challenge: Challenge) -> int:
        """Return for how many minutes what a challenge stands at, or begins with, is planned; at least one.

        By the agenda, if it says anything else than what the plan of the challenge takes in all its rounds; else by
        the plan, for the present round.
        """
        stage = Stage.WRITING if challenge.stage is Stage.UNOPENED else challenge.stage
        moment = find_moment(Phase.WORK, stage)
        planned = count_stage_minutes(challenge.plan, stage, challenge.round)
        given = [item.minutes for item in self._agenda if (item.moment, item.challenge) == (moment, challenge.id)]
        if planned is None or (given and given[0] != count_stage_minutes(challenge.plan, stage)):
            return self.find_minutes(moment, challenge.id)
        return planned


def plan_challenge(agenda: Sequence[AgendaItem], challenge: str, plan: Plan) -> tuple[AgendaItem, ...]:
    """Return an agenda in which the lines of a challenge are as long as its plan takes, in all its rounds."""
    return tuple(
        item if item.challenge != challenge else replace(item, minutes=_count_line(item, plan)) for item in agenda
    )


def _count_line(item: AgendaItem, plan: Plan) -> int:
    _, stage = place_moment(item.moment)
    minutes = None if stage is None else count_stage_minutes(plan, stage)
    return item.minutes if minutes is None else minutes


def _advise(repository: Repository, agenda: tuple[AgendaItem, ...], now: datetime) -> Advice | None:
    course, workshop = read_present(repository), repository.find_workshop()
    late = measure_outlook(agenda, course, repository.list_steps(), now, workshop.ends_at).late
    return None if late is None else advise_shortening(agenda, course, late)


def _describe_remedies(repository: Repository, remedies: Sequence[Advice]) -> list[ShorteningAdvice]:
    numbers = {one.id: number for number, one in enumerate(repository.list_challenges(), start=1)}
    return [
        {
            "challenges": [numbers[challenge] for challenge in one.challenges],
            "before": one.before,
            "after": one.after,
            "wins": one.wins,
        }
        for one in remedies
    ]


def _describe(item: AgendaItem, start: datetime | None, numbered: tuple[int, Challenge] | None) -> AgendaLine:
    _, wanted = place_moment(item.moment)
    reached = numbered is None or (wanted is not None and STAGES.index(numbered[1].stage) > STAGES.index(wanted))
    return {
        "moment": item.moment,
        "challenge": item.challenge,
        "number": None if numbered is None else numbered[0],
        "stake": "" if numbered is None else numbered[1].stake,
        "minutes": item.minutes,
        "at": None if start is None else in_ms(start),
        "state": "ahead" if start is not None else "done" if reached else "left",
    }


def _read_hour(text: str, now: datetime) -> datetime:
    """Return the next time the laptop's clock shows ``text``, such as ``17:00`` or ``17h``."""
    here, wanted = now.astimezone(), read_hour(text, now)
    return wanted if wanted > here - _PASSED else wanted + timedelta(days=1)
