"""What step 5 shows: missions, the people on them, those without one, each with a reason in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from workshop_kit.domain.assignment import INTEREST_NEEDED, Assignments, assign_volunteers
from workshop_kit.domain.model import (
    COMPETENCES,
    Assignment,
    AssignmentStatus,
    Challenge,
    Mission,
    Reason,
    Score,
)
from workshop_kit.domain.names import fold_name
from workshop_kit.errors import InvalidEntry
from workshop_kit.i18n import Translator
from workshop_kit.live.facilitator.entries import need_line
from workshop_kit.store import Repository

TITLE_AT_MOST: Final = 120
PLACES: Final = range(1, 100)


def make_mission(
    repository: Repository,
    identifier: str,
    challenge: str,
    title: object,
    places: object,
    min_competence: object,
    sector: object,
) -> Mission:
    """Return the mission these entries describe; ``InvalidEntry`` for the first that cannot be."""
    name = need_line(title, TITLE_AT_MOST, "mission-title-missing")
    if type(places) is not int or places not in PLACES:
        raise InvalidEntry("mission-places", places=places, most=PLACES[-1])
    if type(min_competence) is not int or min_competence not in COMPETENCES:
        raise InvalidEntry("competence-out-of-range", value=min_competence)
    return Mission(identifier, challenge, name, places, min_competence, _need_sector(repository, sector))


def _need_sector(repository: Repository, sector: object) -> str:
    """Return the name of the sector as the workshop writes it, ``""`` for anywhere."""
    if sector == "":
        return ""
    named = fold_name(sector) if isinstance(sector, str) else None
    for known in repository.list_sectors():
        if fold_name(known.name) == named:
            return known.name
    raise InvalidEntry("unknown-sector", received=sector)


def people_on(repository: Repository, mission: str) -> tuple[Assignment, ...]:
    """Return the assignments that stand on ``mission``: those declined or taken off have left it."""
    return tuple(
        one
        for one in repository.list_assignments()
        if one.mission == mission and one.status is not AssignmentStatus.DECLINED
    )


def find_broken_rules(score: Score | None, mission: Mission) -> tuple[Reason, ...]:
    """Return which of the method's rules it breaks to put the author of ``score`` on ``mission``; empty if none."""
    if score is None or (not score.unsure and (score.competence is None or score.interest is None)):
        return (Reason("no-answer"),)
    if score.competence is None or score.interest is None:
        return (Reason("unsure"),)
    broken = []
    if score.competence < mission.min_competence:
        broken.append(Reason("competence", {"competence": score.competence, "needed": mission.min_competence}))
    if score.interest < INTEREST_NEEDED:
        broken.append(Reason("interest", {"interest": score.interest}))
    return tuple(broken)


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
        self._participants = repository.list_participants()
        self._pseudonyms = {one.id: one.pseudonym for one in self._participants}
        self._scores = {(one.participant, one.challenge): one for one in repository.list_scores()}
        self._volunteers = repository.list_volunteers()
        self._assignments = repository.list_assignments()

    def read(self) -> dict[str, Any]:
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
            "proposed": any(not one.by_hand for one in self._assignments),
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
        self, challenge: Challenge, number: int, standing: Sequence[Assignment], unfilled: dict[str, str]
    ) -> dict[str, Any]:
        return {
            "id": challenge.id,
            "number": number,
            "stake": challenge.stake,
            "statement": challenge.statement,
            "missions": [
                self._read_mission(mission, [one for one in standing if one.mission == mission.id], unfilled)
                for mission in self._missions
                if mission.challenge == challenge.id
            ],
        }

    def _read_mission(self, mission: Mission, taking: Sequence[Assignment], unfilled: dict[str, str]) -> dict[str, Any]:
        return {
            "id": mission.id,
            "title": mission.title,
            "places": mission.places,
            "min_competence": mission.min_competence,
            "sector": mission.sector,
            "people": [self._read_person(one, mission) for one in taking],
            "unfilled": unfilled.get(mission.id, "") if len(taking) < mission.places else "",
        }

    def _read_person(self, assignment: Assignment, mission: Mission) -> dict[str, Any]:
        score = self._scores.get((assignment.participant, mission.challenge))
        return {
            "id": assignment.participant,
            "pseudonym": self._pseudonyms[assignment.participant],
            "competence": None if score is None else score.competence,
            "interest": None if score is None else score.interest,
            "status": assignment.status.value,
            "by_hand": assignment.by_hand,
            "reason": self._say.reason(assignment.reason),
            "breaks": [
                self._say.reason(rule, "facilitator.missions.breaks") for rule in find_broken_rules(score, mission)
            ],
        }

    def _read_unassigned(self, standing: Sequence[Assignment], outlook: Assignments) -> list[dict[str, Any]]:
        placed = {one.participant for one in standing}
        known = {(one.participant, one.mission) for one in standing}
        waiting = [one.participant for one in outlook.assignments if (one.participant, one.mission) not in known]
        reasons = [(one, self._say("facilitator.missions.could-be-proposed")) for one in waiting if one not in placed]
        reasons += [(one, self._say.reason(reason)) for one, reason in outlook.unassigned if one not in placed]
        return sorted(
            ({"id": one, "pseudonym": self._pseudonyms[one], "reason": reason} for one, reason in reasons),
            key=lambda row: row["pseudonym"].casefold(),
        )

    def _read_declined(self, assignment: Assignment) -> dict[str, Any]:
        title = next((one.title for one in self._missions if one.id == assignment.mission), "")
        who = self._pseudonyms[assignment.participant]
        key = "taken-off" if assignment.by_hand else "declined"
        return {"said": self._say(f"facilitator.missions.{key}", pseudonym=who, mission=title)}
