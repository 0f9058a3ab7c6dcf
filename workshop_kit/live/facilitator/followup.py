"""Step 6, before the synthesis: what is missing, and who does what of the results, and when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Final, Literal

from workshop_kit.domain.course import Role, Stage
from workshop_kit.domain.deeds import link_missions
from workshop_kit.domain.entries import CONTACT_POINT, FOLLOW_UP, ORGANISER, Text
from workshop_kit.domain.gaps import Gap, count_gaps, find_gaps
from workshop_kit.domain.missions import WAITING
from workshop_kit.domain.model import AssignmentStatus, Challenge, Mission, Workshop
from workshop_kit.domain.permits import is_shown
from workshop_kit.domain.voting import Place, Tally, list_places
from workshop_kit.live.challenge import is_concealed, number_challenge, read_options, say_title
from workshop_kit.live.contract.asking import intention
from workshop_kit.live.contract.facilitator.followup import (
    FollowedChallenge,
    FollowedMission,
    FollowedResult,
    FollowUpModel,
    GapCount,
    TellWorkshop,
    WorkshopAfterwards,
    WorkshopField,
)
from workshop_kit.live.contract.showing import DRAW_EVERY, shows
from workshop_kit.live.facilitator.desk import Desk
from workshop_kit.live.tallies import read_tallies
from workshop_kit.store import Repository
from workshop_kit.store.persons import Persons

_FIELDS: Final[Mapping[WorkshopField, Text]] = {
    WorkshopField.ORGANISER: ORGANISER,
    WorkshopField.CONTACT: CONTACT_POINT,
    WorkshopField.FOLLOW_UP: FOLLOW_UP,
}


class FollowUpDesk(Desk):
    """The follow-up (*suites*): results, the missions they became, and what is not said yet."""

    @shows(
        *("workshop", "challenge", "participant", "idea", "group", "vote", "mission", "assignment"),
        pace=DRAW_EVERY,
        at_once=("workshop", "mission"),
        sections=("facilitator.followup", "facilitator.deeds"),
    )
    def followup_model(self) -> FollowUpModel:
        """Return what is missing before publication, and each challenge's results with their missions."""
        return self.store.read(_read_followup)

    @intention
    def tell_workshop(self, repository: Repository, asked: TellWorkshop) -> None:
        """Say who keeps the data, whom to call, or what happens next; raises ``InvalidEntry`` (``text-too-long``)."""
        told: dict[str, Any] = {asked.field.value: _FIELDS[asked.field].read(asked.text)}
        repository.update_workshop(replace(repository.find_workshop(), **told))


def read_afterwards(workshop: Workshop) -> WorkshopAfterwards:
    """Return what the workshop says for afterwards."""
    return {"organiser": workshop.organiser, "contact": workshop.contact, "follow_up": workshop.follow_up}


def _read_followup(repository: Repository) -> FollowUpModel:
    workshop = repository.find_workshop()
    challenges, missions = repository.list_challenges(), repository.list_missions()
    gaps = find_gaps(workshop, challenges, missions)
    lacking = Counter(gap.challenge for gap in gaps)
    return {
        **read_afterwards(workshop),
        "gaps": _count_gaps(gaps),
        "challenges": [
            _read_challenge(repository, workshop, one, number, lacking[one.id])
            for number, one in enumerate(challenges, start=1)
        ],
    }


def _read_challenge(
    repository: Repository, workshop: Workshop, challenge: Challenge, number: int, lacks: int
) -> FollowedChallenge:
    persons = Persons(repository)
    answers = Counter((one.mission, one.status) for one in persons.list_assignments())
    missions = repository.list_missions(challenge.id)
    followed = {mission.id: _describe_mission(mission, answers) for mission in missions}
    told = is_shown(Role.FACILITATOR, "tallies", workshop.phase, challenge.stage)
    seen = told and challenge.results_at is not None
    options = read_options(repository, challenge) if seen else ()
    tallies = read_tallies(repository, challenge, options, persons)
    linked = link_missions(options, missions, repository.list_groups(challenge.id, undone=True))
    results = [
        _describe_result(place, tally, [followed[one.id] for one in linked.get(tally.option.id, ())])
        for place in list_places(tallies)
        for tally in place.tallies
    ]
    first = {one["option"] for one in results}
    above = {mission["id"] for one in results for mission in one["missions"]}
    return {
        **number_challenge(challenge, number),
        "worked": _say_worked(challenge.stage, seen=seen),
        "results": results,
        "others": [mission for identifier, mission in followed.items() if identifier not in above],
        "rest": sum(tally.option.id not in first for tally in tallies),
        "undotted": sum(not tally.placed for tally in tallies),
        "lacks": lacks,
    }


def _say_worked(stage: Stage, *, seen: bool) -> Literal["no", "open", "done"]:
    if seen:
        return "done"
    return "no" if stage is Stage.UNOPENED else "open"


def _describe_result(place: Place, tally: Tally, missions: list[FollowedMission]) -> FollowedResult:
    return {
        "option": tally.option.id,
        "title": say_title(tally.option),
        "rank": place.rank,
        "tied": place.tie,
        "dots": tally.dots,
        "supporters": tally.supporters,
        "missions": missions,
    }


def _count_gaps(gaps: Sequence[Gap]) -> list[GapCount]:
    """Count the gaps by kind, always in the same order: a button must not move from under the pointer."""
    first = {gap.kind: gap for gap in reversed(gaps)}
    numbers = count_gaps(gaps)
    return [
        {"kind": kind, "number": number, "mission": first[kind].mission, "challenge": first[kind].challenge}
        for kind, number in numbers.items()
    ]


def _describe_mission(mission: Mission, answers: Mapping[tuple[str, AssignmentStatus], int]) -> FollowedMission:
    return {
        "id": mission.id,
        "title": mission.title,
        "concealed": is_concealed(mission.title),
        "places": mission.places,
        "filled": answers.get((mission.id, AssignmentStatus.ACCEPTED), 0),
        "waiting": sum(answers.get((mission.id, status), 0) for status in WAITING),
        "owner": mission.owner,
        "first_date": mission.first_date,
        "next_step": mission.next_step,
    }
