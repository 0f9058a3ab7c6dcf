"""What step 5 shows: missions, the people on them, those without one, each with a reason in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from workshop_kit.domain.assignment import Assignments, assign_volunteers, find_broken_rules
from workshop_kit.domain.model import Assignment, AssignmentStatus, Challenge, Mission
from workshop_kit.i18n import Translator
from workshop_kit.live.challenge import number_challenge
from workshop_kit.live.contract.facilitator.missions import (
    BookedMission,
    MissionBookModel,
    MissionChallenge,
    PersonOnMission,
    PersonWithout,
    SetAside,
)
from workshop_kit.store import Repository
from workshop_kit.store.persons import Persons


class MissionBook:
    """Reads the missions of a workshop once, and says them in one language.

    Parameters
    ----------
    repository
        The open transaction.
    translator
        The language of the page.

    """

    def __init__(self, repository: Repository, translator: Translator) -> None:
        self._say = translator
        self._current = repository.find_workshop().current_challenge
        self._challenges = repository.list_challenges()
        self._missions = repository.list_missions()
        self._sectors = [sector.name for sector in repository.list_sectors()]
        persons = Persons(repository)
        self._participants = persons.list_participants()
        self._pseudonyms = {one.id: one.pseudonym for one in self._participants}
        self._scores = {(one.participant, one.challenge): one for one in persons.list_scores()}
        self._volunteers = persons.list_volunteers()
        self._assignments = persons.list_assignments()

    def read(self) -> MissionBookModel:
        """Return the read model of step 5."""
        outlook = self._look_ahead()
        unfilled = {one.mission: self._say.reason(one.reason) for one in outlook.unfilled}
        standing = [one for one in self._assignments if one.status is not AssignmentStatus.DECLINED]
        return {
            "current": self._current,
            "challenges": [
                self._read_challenge(challenge, number, standing, unfilled)
                for number, challenge in enumerate(self._challenges, start=1)
            ],
            "sectors": list(self._sectors),
            "unassigned": self._read_unassigned(standing, outlook),
            "declined": [self._read_declined(one) for one in self._assignments if one not in standing],
            "proposed": self._is_proposed(),
            "placed": len(standing),
            "places": sum(mission.places for mission in self._missions),
        }

    def _look_ahead(self) -> Assignments:
        """Return what a new proposal would change nothing of: reasons always fit what is shown now."""
        return assign_volunteers(
            self._participants,
            self._scores.values(),
            self._missions,
            self._assignments,
            volunteers=self._volunteers,
        )

    def _read_challenge(
        self, challenge: Challenge, number: int, standing: Sequence[Assignment], unfilled: Mapping[str, str]
    ) -> MissionChallenge:
        return {
            **number_challenge(challenge, number),
            "missions": [
                self._read_mission(mission, [one for one in standing if one.mission == mission.id], unfilled)
                for mission in self._missions
                if mission.challenge == challenge.id
            ],
        }

    def _read_mission(
        self, mission: Mission, taking: Sequence[Assignment], unfilled: Mapping[str, str]
    ) -> BookedMission:
        return {
            "id": mission.id,
            "title": mission.title,
            "places": mission.places,
            "min_competence": mission.min_competence,
            "sector": mission.sector,
            "people": [self._read_person(one, mission) for one in taking],
            "unfilled": unfilled.get(mission.id, "") if len(taking) < mission.places else "",
        }

    def _read_person(self, assignment: Assignment, mission: Mission) -> PersonOnMission:
        score = self._scores.get((assignment.participant, mission.challenge))
        return {
            "id": assignment.participant,
            "pseudonym": self._pseudonyms[assignment.participant],
            "competence": None if score is None else score.competence,
            "interest": None if score is None else score.interest,
            "status": assignment.status,
            "by_hand": assignment.by_hand,
            "reason": self._say.reason(assignment.reason),
            "breaks": [
                self._say.reason(rule, "facilitator.missions.breaks") for rule in find_broken_rules(score, mission)
            ],
        }

    def _read_unassigned(self, standing: Sequence[Assignment], outlook: Assignments) -> list[PersonWithout]:
        placed = {one.participant for one in standing}
        known = {(one.participant, one.mission) for one in standing}
        waiting = [one.participant for one in outlook.assignments if (one.participant, one.mission) not in known]
        fits = self._say("facilitator.missions.could-be-proposed", button=self._name_button())
        reasons = [(one, fits) for one in waiting if one not in placed]
        reasons += [(one, self._say.reason(reason)) for one, reason in outlook.unassigned if one not in placed]
        rows: list[PersonWithout] = [
            {"id": one, "pseudonym": self._pseudonyms[one], "reason": reason} for one, reason in reasons
        ]
        return sorted(rows, key=lambda row: row["pseudonym"].casefold())

    def _is_proposed(self) -> bool:
        return any(not one.by_hand for one in self._assignments)

    def _name_button(self) -> str:
        """Return what the button that proposes is called now, for the sentences that send to it."""
        return self._say(f"facilitator.missions.{'propose-again' if self._is_proposed() else 'propose'}")

    def _read_declined(self, assignment: Assignment) -> SetAside:
        title = next((one.title for one in self._missions if one.id == assignment.mission), "")
        who = self._pseudonyms[assignment.participant]
        key = "taken-off" if assignment.by_hand else "declined"
        return {"said": self._say(f"facilitator.missions.{key}", pseudonym=who, mission=title)}
