"""One person's proposed missions, with the reason in words, and their answer."""

from __future__ import annotations

from workshop_kit.domain.contacts import conceal_contacts
from workshop_kit.domain.course import Phase
from workshop_kit.domain.model import Assignment, AssignmentStatus, Participant, Reason
from workshop_kit.domain.names import fold_name
from workshop_kit.domain.offering import can_be_reached
from workshop_kit.i18n import Translator
from workshop_kit.i18n.dates import say_date, say_iso_day
from workshop_kit.live.acts.contributing import (
    answer_mission,
    list_called_off,
    list_own_assignments,
    say_organiser,
)
from workshop_kit.live.contract.asking import intention
from workshop_kit.live.contract.participant.mission import Afterwards, AnswerMission, MissionModel, OwnMission
from workshop_kit.live.contract.shared import Hidden
from workshop_kit.live.contract.showing import shows
from workshop_kit.live.participant.offer import OffersHelp, say_offered
from workshop_kit.store import Repository
from workshop_kit.store.persons import Person


class AnswersMissions(OffersHelp):
    """One person's own assignments, on whichever of their seats; nobody else's."""

    @shows(
        "mission", "sector",
        own=("assignment", "volunteer"),
        sections=("participant.mission", "participant.after", "participant.offer"),
    )  # fmt: skip
    def mission_model(self) -> MissionModel | Hidden:
        """Return the missions proposed to this person, while the room speaks of missions."""
        if not self._is_shown("missions") or self.workshop.phase is Phase.THANKS:  # then the thanks hold them
            return Hidden(visible=False)
        return self.store.read(self._read_missions)

    @intention
    def answer_mission(self, repository: Repository, me: Participant, asked: AnswerMission) -> None:
        """Accept or decline a mission proposed to oneself; raises ``InvalidEntry`` (``not-your-mission``)."""
        answer_mission(repository, me.id, asked.mission, AssignmentStatus(asked.answer))

    def _read_missions(self, repository: Repository) -> MissionModel:
        me = self._find_me(repository)
        missions = self._list_missions(repository, me)
        return {"visible": True, "missions": missions, **self._read_afterwards(repository, me)}

    def _read_afterwards(self, repository: Repository, me: Participant) -> Afterwards:
        person = Person(repository, me.id)
        return {
            "contact": self.workshop.contact,
            "called_off": [conceal_contacts(repository.find_mission(one).title) for one in list_called_off(person)],
            "reachable": can_be_reached(person.find_offer()),
            "organiser": say_organiser(self.workshop, self.language),
            "purpose": self.purpose,
            "retention": say_date(self.workshop.retention_until, self.language),
            "offered": say_offered(repository, me),
        }

    def _list_missions(self, repository: Repository, me: Participant) -> list[OwnMission]:
        own = list_own_assignments(Person(repository, me.id))
        return [self._describe(repository, assignment) for assignment in own]

    def _describe(self, repository: Repository, assignment: Assignment) -> OwnMission:
        mission = repository.find_mission(assignment.mission)
        challenge = repository.find_challenge(mission.challenge)
        named = fold_name(mission.sector)
        sector = next((one for one in repository.list_sectors() if fold_name(one.name) == named), None)
        return {
            "id": mission.id,
            "title": conceal_contacts(mission.title),
            "challenge": challenge.id,
            "stake": conceal_contacts(challenge.stake),
            "statement": conceal_contacts(challenge.statement),
            "places": mission.places,
            "sector": conceal_contacts(mission.sector),
            "referent": sector.referent if sector else "",
            "owner": mission.owner,
            "first_date": say_iso_day(mission.first_date, self.language),
            "next_step": mission.next_step,
            "reason": say_why(assignment.reason, Translator(self.language)),
            "status": assignment.status,
        }


def say_why(reason: Reason, say: Translator) -> str:
    """Say to the person why a mission is proposed, in the words of the answers they gave rather than in figures."""
    key = f"participant.mission.because.{reason.code}"
    if not say.knows(key):
        return say.reason(reason)
    answers: dict[str, object] = {
        axis: say(f"participant.scores.{axis}.{int(reason.values[axis])}")
        for axis in ("competence", "interest")
        if axis in reason.values
    }
    return say(key, **{"sector": conceal_contacts(str(reason.values.get("sector", ""))), **answers})
