"""What step 5 shows: missions, the people on them, those without one, each with a reason in words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from workshop_kit.domain.assignment import Assignments, Unfilled, assign_volunteers, find_broken_rules
from workshop_kit.domain.deeds import link_missions
from workshop_kit.domain.model import (
    Assignment,
    AssignmentStatus,
    Challenge,
    Mission,
    Origin,
    Participant,
    Reason,
    Score,
    Volunteer,
)
from workshop_kit.domain.offering import Offering, can_be_reached, list_offering, says_no
from workshop_kit.i18n import Translator
from workshop_kit.i18n.dates import say_iso_day
from workshop_kit.live.acts.contributing import is_taken_off, list_who_accepted
from workshop_kit.live.challenge import is_concealed, number_challenge, read_options, say_title
from workshop_kit.live.contract.facilitator.missions import (
    BookedMission,
    MissionBookModel,
    MissionChallenge,
    PersonAsked,
    PersonOnMission,
    PersonPlaced,
    PersonWithout,
    SetAside,
)
from workshop_kit.live.contract.shared import KnownPerson
from workshop_kit.live.telling_apart import tell_apart
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
        self._phones = {persons.seats.get(one.id, one.id) for one in persons.everybody if one.origin is Origin.ROOM}
        self._pseudonyms = tell_apart(self._participants, translator)
        self._scores = {(one.participant, one.challenge): one for one in persons.list_scores()}
        self._volunteers = persons.list_volunteers()
        self._reachable = {one.participant for one in self._volunteers if can_be_reached(one)}
        scores = self._scores.values()
        self._offering = {
            one.participant.id: one for one in list_offering(self._participants, self._volunteers, scores)
        }
        self._unagreed = _list_unagreed(self._offering, self._volunteers, scores)
        self._assignments = persons.list_assignments()
        self._standing = [one for one in self._assignments if one.status is not AssignmentStatus.DECLINED]
        self._refusing = self._list_refusing()
        self._declined = {(one.participant, challenge) for one in self._volunteers for challenge in one.declined}
        self._answered = {(one.participant, one.mission) for one in self._assignments}
        self._titles = {one.id: one.title for one in self._missions}
        self._ideas = _find_origins(repository, self._challenges, self._missions)
        self._outlook = self._look_ahead()
        known = {(one.participant, one.mission) for one in self._standing}
        self._waiting = [one for one in self._outlook.assignments if (one.participant, one.mission) not in known]

    def read(self) -> MissionBookModel:
        """Return the read model of step 5."""
        accepted = [one for one in self._standing if one.status is AssignmentStatus.ACCEPTED]
        return {
            "current": self._current,
            "challenges": [
                self._read_challenge(challenge, number) for number, challenge in enumerate(self._challenges, start=1)
            ],
            "sectors": list(self._sectors),
            "unassigned": self._read_unassigned(),
            "said_no": self._read_said_no(),
            "placed": self._read_placed(),
            "asked": self._read_asked(),
            "declined": [self._read_declined(one) for one in self._assignments if one not in self._standing],
            "proposed": self._is_proposed(),
            "filled": len(accepted),
            "waiting": len(self._standing) - len(accepted),
            "places": sum(mission.places for mission in self._missions),
        }

    def _list_refusing(self) -> frozenset[str]:
        """Return who said no to helping at all, in person or to each challenge that they could help with."""
        said = {one.participant: one for one in self._volunteers}
        return frozenset(one.id for one in self._participants if self._refuses(one, said.get(one.id)))

    def _refuses(self, person: Participant, own: Volunteer | None) -> bool:
        offered, no = ((), ()) if own is None else (own.challenges, own.declined)
        offering = self._offering.get(person.id)
        to_any = offering is not None and not offering.challenges
        return says_no(person.may_ask, self._challenges, offered, no, to_any=to_any)

    def _look_ahead(self) -> Assignments:
        """Return what a new proposal would change nothing of: reasons always fit what is shown now."""
        return assign_volunteers(
            [one.participant for one in self._offering.values()],
            self._scores.values(),
            self._missions,
            self._assignments,
            volunteers=self._volunteers,
        )

    def _read_challenge(self, challenge: Challenge, number: int) -> MissionChallenge:
        return {
            **number_challenge(challenge, number),
            "missions": [
                self._read_mission(mission) for mission in self._missions if mission.challenge == challenge.id
            ],
        }

    def _read_mission(self, mission: Mission) -> BookedMission:
        taking = [one for one in self._standing if one.mission == mission.id]
        filled = sum(one.status is AssignmentStatus.ACCEPTED for one in taking)
        return {
            "id": mission.id,
            "title": mission.title,
            "concealed": is_concealed(mission.title),
            "places": mission.places,
            "filled": filled,
            "waiting": len(taking) - filled,
            "min_competence": mission.min_competence,
            "sector": mission.sector,
            "owner": mission.owner,
            "first_date": mission.first_date,
            "next_step": mission.next_step,
            "day": say_iso_day(mission.first_date, self._say.language),
            "idea": self._ideas.get(mission.id, ""),
            "accepted": [self._pseudonyms[one] for one in list_who_accepted(self._assignments, mission.id)],
            "people": [self._read_person(one, mission) for one in taking],
            "unfilled": self._explain_unfilled(mission) if len(taking) < mission.places else "",
        }

    def _explain_unfilled(self, mission: Mission) -> str:
        """Say why places are free, as far as it is so now, and how many of the others could be asked."""
        could = sum(self._could_ask(score, mission) for score in self._scores.values())
        ask = self._say.plural("facilitator.missions.unfilled-ask", could) if could else ""
        return " ".join(sentence for sentence in (self._say_why_unfilled(mission), ask) if sentence)

    def _say_why_unfilled(self, mission: Mission) -> str:
        """Say what holds for those who may be proposed it: none refused, nor is busy, before anyone was proposed."""
        ready = sum(one.mission == mission.id for one in self._waiting)
        if ready:
            return self._say.plural("facilitator.missions.unfilled-ready", ready, button=self._name_button())
        answered = {person for person, challenge in self._scores if challenge == mission.challenge}
        if not any(one in answered and offering.covers(mission.challenge) for one, offering in self._offering.items()):
            return self._say("facilitator.missions.unfilled-unasked")
        found: Unfilled | None = next((one for one in self._outlook.unfilled if one.mission == mission.id), None)
        if found is None or (found.reason.code == "unfilled-elsewhere" and self._waiting):
            return ""
        return self._say.reason(found.reason)

    def _could_ask(self, score: Score, mission: Mission) -> bool:
        """Tell whether the author of ``score`` fits a mission, did not offer help for it, and said no to nothing."""
        offering = self._offering.get(score.participant)
        offered = offering is not None and offering.covers(mission.challenge)
        said_no = score.participant in self._refusing or (score.participant, mission.challenge) in self._declined
        refused = said_no or (score.participant, mission.id) in self._answered
        fits = score.challenge == mission.challenge and not find_broken_rules(score, mission)
        return fits and not offered and not refused

    def _read_person(self, assignment: Assignment, mission: Mission) -> PersonOnMission:
        score = self._scores.get((assignment.participant, mission.challenge))
        offering = self._offering.get(assignment.participant)
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
            "offered": offering is not None and offering.covers(mission.challenge),
            "reachable": assignment.participant in self._reachable,
            "has_phone": assignment.participant in self._phones,
            "also": [
                self._titles[one.mission]
                for one in self._standing
                if one.participant == assignment.participant and one.mission != mission.id
            ],
        }

    def _read_unassigned(self) -> list[PersonWithout]:
        """List who has no mission: those who may be proposed one, and those who only said what they can and like."""
        placed = {one.participant for one in self._standing}
        reasons = {one: self._say("facilitator.missions.not-offered") for one, _ in self._scores}
        reasons.update((one, self._say.reason(Reason("unassigned-unscored"))) for one in self._offering)
        reasons.update((one, self._say.reason(reason)) for one, reason in self._outlook.unassigned)
        no = self._say("facilitator.missions.file-no")
        reasons.update((one, no) for one in self._offering if one in self._unagreed)
        ready = self._say("facilitator.missions.could-be-proposed", button=self._name_button())
        reasons.update((one.participant, ready) for one in self._waiting)
        rows: list[PersonWithout] = [
            {"id": one, "pseudonym": self._pseudonyms[one], "reason": reason}
            for one, reason in reasons.items()
            if one not in placed and one not in self._refusing
        ]
        return sorted(rows, key=lambda row: row["pseudonym"].casefold())

    def _read_said_no(self) -> list[KnownPerson]:
        """List who said no and has no mission: they are never somebody to ask."""
        placed = {one.participant for one in self._standing}
        rows: list[KnownPerson] = [
            {"id": one, "pseudonym": self._pseudonyms[one]} for one in self._refusing if one not in placed
        ]
        return sorted(rows, key=lambda row: row["pseudonym"].casefold())

    def _read_placed(self) -> list[PersonPlaced]:
        titles: defaultdict[str, list[str]] = defaultdict(list)
        for one in self._standing:
            titles[one.participant].append(self._titles[one.mission])
        rows: list[PersonPlaced] = [
            {"id": one, "pseudonym": self._pseudonyms[one], "mission": " · ".join(missions)}
            for one, missions in titles.items()
        ]
        return sorted(rows, key=lambda row: row["pseudonym"].casefold())

    def _read_asked(self) -> dict[str, PersonAsked]:
        """Say of everybody who may be placed by hand what they answered when they were asked."""
        people = {
            *self._offering,
            *(person for person, _ in self._scores),
            *(one.participant for one in self._standing),
        }
        return {one: self._read_answers(one) for one in sorted(people)}

    def _read_answers(self, person: str) -> PersonAsked:
        offering, refuses = self._offering.get(person), person in self._refusing
        challenges = [one.id for one in self._challenges]
        own = (one for one in self._assignments if one.participant == person and not is_taken_off(one))
        return {
            "offers": [one for one in challenges if offering is not None and offering.covers(one)],
            "said_no": [one for one in challenges if refuses or (person, one) in self._declined],
            "declined": [one.mission for one in own if one.status is AssignmentStatus.DECLINED],
            "reachable": person in self._reachable,
        }

    def _is_proposed(self) -> bool:
        return any(not one.by_hand for one in self._assignments)

    def _name_button(self) -> str:
        """Return what the button that proposes is called now, for the sentences that send to it."""
        return self._say(f"facilitator.missions.{'propose-again' if self._is_proposed() else 'propose'}")

    def _read_declined(self, assignment: Assignment) -> SetAside:
        title = self._titles.get(assignment.mission, "")
        who = self._pseudonyms[assignment.participant]
        key = "taken-off" if is_taken_off(assignment) else "declined"
        return {"said": self._say(f"facilitator.missions.{key}", pseudonym=who, mission=title)}


def _list_unagreed(
    offering: Mapping[str, Offering], volunteers: Iterable[Volunteer], scores: Iterable[Score]
) -> frozenset[str]:
    """Return who only stands in a file that brings no yes to being contacted: nobody may go and ask them more."""
    agreed = {one.participant for one in volunteers if one.consented_at is not None}
    answered = agreed | {one.participant for one in scores}
    return frozenset(one for one in offering if offering[one].participant.may_ask is None and one not in answered)


def _find_origins(
    repository: Repository, challenges: Sequence[Challenge], missions: Sequence[Mission]
) -> dict[str, str]:
    """Return the title of the result that each mission came from, by the mission's id."""
    origins = {}
    for challenge in challenges:
        if any(one.challenge == challenge.id and one.option is not None for one in missions):
            options = read_options(repository, challenge)
            linked = link_missions(options, missions, repository.list_groups(challenge.id, undone=True))
            origins.update({one.id: say_title(option) for option in options for one in linked.get(option.id, ())})
    return origins
