"""One person's proposed missions, with the reason in words, who else is on them, and their answer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from workshop_kit.domain.contacts import conceal_contacts
from workshop_kit.domain.course import Phase
from workshop_kit.domain.missions import is_answered
from workshop_kit.domain.model import (
    SEVERAL,
    Assignment,
    AssignmentStatus,
    Change,
    Participant,
    Reason,
)
from workshop_kit.domain.names import fold_name
from workshop_kit.domain.offering import Offering, can_be_reached
from workshop_kit.domain.shown_names import name_seat
from workshop_kit.i18n import Translator
from workshop_kit.i18n.dates import say_date, say_iso_weekday, say_when
from workshop_kit.i18n.mission_facts import say_days, say_hours_alone, say_needs
from workshop_kit.live.acts.answer_marks import has_changed, mark_mission
from workshop_kit.live.acts.contributing import (
    answer_mission,
    list_called_off,
    list_own_assignments,
    say_organiser,
)
from workshop_kit.live.acts.letting_go import find_offering
from workshop_kit.live.contract.asking import intention
from workshop_kit.live.contract.participant.mission import Afterwards, AnswerMission, MissionModel, OwnMission
from workshop_kit.live.contract.shared import Hidden
from workshop_kit.live.contract.showing import shows
from workshop_kit.live.participant.company import CompanyBook
from workshop_kit.live.participant.offer import OffersHelp, is_elsewhere, list_agreed, say_offered
from workshop_kit.store import Repository
from workshop_kit.store.persons import Person, Persons

#: What others do that may change with whom one is on a mission.
_OF_OTHERS = frozenset({"assignment", "volunteer", "participant"})


class AnswersMissions(OffersHelp):
    """One person's own assignments, on whichever of their seats, and who said yes to the same missions."""

    def _forget(self) -> None:
        super()._forget()
        self._company: frozenset[str] = frozenset()
        self._missions: frozenset[str] = frozenset()

    def _is_about_missions(self, change: Change, _shown: Mapping[str, Any]) -> bool:
        """One's own, or of somebody who is on a mission of one's own, or comes to it: all others change nothing."""
        if change.kind not in _OF_OTHERS or change.entity == SEVERAL or self._is_mine(change):
            return True
        if change.entity in self._company:
            return True
        if change.kind != "assignment" or not self._missions:
            return False
        coming = self.store.read(lambda repository: repository.list_assignments(change.entity))
        return any(one.mission in self._missions for one in coming)

    @shows(
        "mission", "sector", *_OF_OTHERS,
        when=_is_about_missions,
        sections=("participant.mission", "participant.after", "participant.offer"),
    )  # fmt: skip
    def mission_model(self) -> MissionModel | Hidden:
        """Return the missions proposed to this person, while the room speaks of missions."""
        thanked = self.workshop.phase is Phase.THANKS and not self.reads_slip  # then the thanks hold them
        if not self._is_shown("missions") or thanked:
            return Hidden(visible=False)
        return self.store.read(self._read_missions)

    @intention
    def answer_mission(self, repository: Repository, me: Participant, asked: AnswerMission) -> None:
        """Accept or decline a mission proposed to oneself, or answer later.

        Raises
        ------
        InvalidEntry
            ``not-your-mission``.
        NotAllowed
            ``mission-taken``, ``mission-taken-later``, ``mission-changed``.

        """
        answer = AssignmentStatus(asked.answer)
        answer_mission(
            repository, me.id, asked.mission, answer, said=asked.said, another=asked.another, read=asked.read, told=True
        )

    def _read_missions(self, repository: Repository) -> MissionModel:
        me = self._find_me(repository)
        missions = self._list_missions(repository, me)
        return {"visible": True, "slip": self.reads_slip, "missions": missions, **self._read_afterwards(repository, me)}

    def _read_afterwards(self, repository: Repository, me: Participant) -> Afterwards:
        person = Person(repository, me.id)
        offer, own = person.find_offer(), repository.find_volunteer(me.id)
        name = conceal_contacts(own.name) if own is not None and own.consented_at is not None else ""
        return {
            "contact": self.workshop.contact,
            "called_off": [conceal_contacts(repository.find_mission(one).title) for one in list_called_off(person)],
            "reachable": can_be_reached(offer),
            "kept": self._describe_kept(own),
            "organiser": say_organiser(self.workshop, self.language),
            "purpose": self.purpose,
            "retention": say_date(self.workshop.retention_until, self.language),
            "agreed": list_agreed(repository, me),
            "offered": say_offered(repository, me),
            "shown": None if is_elsewhere(offer, me) else own is not None and own.may_show_name,
            "shown_as": ("" if self.came_by_code else name) or name_seat(me),
        }

    def _list_missions(self, repository: Repository, me: Participant) -> list[OwnMission]:
        person = Person(repository, me.id)
        own = list_own_assignments(person)
        book = CompanyBook(repository, person, own, Translator(self.language))
        self._company, self._missions = book.people, frozenset(one.mission for one in own)
        offering = find_offering(repository, person)
        return [self._describe(repository, assignment, book, offering) for assignment in own]

    def _describe(
        self, repository: Repository, assignment: Assignment, book: CompanyBook, offering: Offering | None
    ) -> OwnMission:
        mission = repository.find_mission(assignment.mission)
        challenge = repository.find_challenge(mission.challenge)
        named, say = fold_name(mission.sector), Translator(self.language)
        sector = next((one for one in repository.list_sectors() if fold_name(one.name) == named), None)
        company, last = book.read(mission.id), mission.last_date
        return {
            "id": mission.id,
            "title": conceal_contacts(mission.title),
            "challenge": challenge.id,
            "number": [one.id for one in repository.list_challenges()].index(challenge.id) + 1,
            "stake": conceal_contacts(challenge.stake),
            "statement": conceal_contacts(challenge.statement),
            "places": mission.places,
            "sector": conceal_contacts(mission.sector),
            "referent": sector.referent if sector else "",
            "owner": mission.owner,
            "first_date": say_when(mission.first_date, mission.begins, mission.finishes, self.language),
            "last_date": say_iso_weekday(last, self.language) if last > mission.first_date else "",
            "hours": say_hours_alone(mission, say),
            "days": say_days(mission, say),
            "needs": say_needs(mission, conceal_contacts(mission.language.strip()), say),
            "next_step": mission.next_step,
            "names": list(company.names),
            "others": company.others,
            "reason": say_why(assignment.reason, say, needed=not is_answered(assignment.status)),
            "pair": company.pair,
            "status": assignment.status,
            "said": assignment.said if self._reads_word(repository, assignment) else "",
            "another": assignment.another,
            "read": mark_mission(mission),
            "changed": has_changed(assignment, mission),
            "alone": self._stands_alone(assignment, offering is not None and offering.covers(challenge.id)),
        }

    def _reads_word(self, repository: Repository, assignment: Assignment) -> bool:
        """Tell whether the word of a no is read here: by whoever took this seat, where no other seat is theirs.

        A seat that was joined by mistake, or whose code was read over a shoulder, tells nobody's reasons.
        """
        if self.reads_slip:
            return True
        seats = Persons(repository).list_seats_of(assignment.participant)
        return not self.came_by_code and len(seats) == 1

    def _stands_alone(self, assignment: Assignment, offered: bool) -> bool:
        """Tell whether a yes stands without an offer; a slip says nothing of what its person offers."""
        return assignment.status is AssignmentStatus.ACCEPTED and not offered and not self.reads_slip


def say_why(reason: Reason, say: Translator, *, needed: bool = True) -> str:
    """Say to the person why a mission is proposed, in the words of the answers they gave rather than in figures.

    ``needed``: also that a place would stay empty without them, where that is so; it is not said once they answered.
    """
    key = f"participant.mission.because.{reason.code}"
    if not say.knows(key):
        return say.reason(reason)
    answers: dict[str, object] = {
        axis: say(f"participant.scores.{axis}.{int(reason.values[axis])}")
        for axis in ("competence", "interest")
        if axis in reason.values
    }
    said = say(key, **{"sector": conceal_contacts(str(reason.values.get("sector", ""))), **answers})
    if not needed or reason.values.get("needed") != 1:
        return said
    return f"{said} {say('participant.mission.because.needed')}"
