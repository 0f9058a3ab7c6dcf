"""What step 5 shows: missions, the people on them, those without one, each with a reason in words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import time

from workshop_kit.domain.assignment import Assignments
from workshop_kit.domain.model import Assignment, AssignmentStatus, AssignmentStep, Challenge, Mission, Reason
from workshop_kit.i18n import Translator
from workshop_kit.i18n.dates import say_hour, say_iso_day
from workshop_kit.live.acts.contributing import is_taken_off, list_who_accepted
from workshop_kit.live.challenge import is_concealed, number_challenge
from workshop_kit.live.contract.facilitator.missions_shown import (
    BookedMission,
    LonelyPerson,
    MissionBookModel,
    MissionChallenge,
    PersonAsked,
    PersonOnMission,
    PersonPlaced,
    PersonWithout,
    SetAside,
    StepModel,
)
from workshop_kit.live.contract.shared import KnownPerson
from workshop_kit.live.facilitator.mission_known import KnownMissions
from workshop_kit.live.facilitator.mission_why import Outlook, say_broken


class MissionBook:
    """Says the missions of a workshop in one language.

    Parameters
    ----------
    known
        What is known of them.
    found
        What a proposal would be now, ``None`` as long as it is worked out.
    translator
        The language of the page.

    """

    def __init__(self, known: KnownMissions, found: Assignments | None, translator: Translator) -> None:
        self._known = known
        self._say = translator
        self._outlook = Outlook(known, found, translator)

    def read(self) -> MissionBookModel:
        """Return the read model of step 5, without what lives with the page alone."""
        known = self._known
        accepted = sum(one.status is AssignmentStatus.ACCEPTED for one in known.standing)
        rule, steps = known.rule, known.steps
        return {
            "current": known.current,
            "challenges": [
                self._read_challenge(challenge, number) for number, challenge in enumerate(known.challenges, start=1)
            ],
            "sectors": list(known.sectors),
            "unassigned": self._read_unassigned(),
            "said_no": self._read_said_no(),
            "placed": self._read_placed(),
            "asked": self._read_asked(),
            "declined": [
                self._read_declined(one) for one in known.assignments if one.status is AssignmentStatus.DECLINED
            ],
            "proposed": known.is_proposed,
            "pending": self._outlook.pending,
            "lonely": self._read_lonely(),
            "filled": accepted,
            "waiting": len(known.standing) - accepted,
            "places": sum(mission.places for mission in known.missions.values()),
            "rule": {"competence": rule.competence, "interest": rule.interest},
            "undo": self._read_step(steps.undo),
            "redo": self._read_step(steps.redo),
            "solving": {"state": "none", "what": "propose", "share": 0.0, "sentence": "", "written": ""},
            "trial": None,
            "removed": [],
        }

    def _read_challenge(self, challenge: Challenge, number: int) -> MissionChallenge:
        missions = self._known.missions.values()
        return {
            **number_challenge(challenge, number),
            "missions": [self._read_mission(mission) for mission in missions if mission.challenge == challenge.id],
        }

    def _read_mission(self, mission: Mission) -> BookedMission:
        known = self._known
        taking = known.standing_on.get(mission.id, [])
        filled = sum(one.status is AssignmentStatus.ACCEPTED for one in taking)
        free = len(taking) < mission.places
        return {
            "id": mission.id,
            "title": mission.title,
            "concealed": is_concealed(mission.title),
            "places": mission.places,
            "min_places": mission.min_places,
            "importance": mission.importance,
            "filled": filled,
            "waiting": len(taking) - filled,
            "min_competence": mission.min_competence,
            "sector": mission.sector,
            "owner": mission.owner,
            "first_date": mission.first_date,
            "last_date": mission.last_date,
            "begins": mission.begins,
            "finishes": mission.finishes,
            "days": list(mission.days),
            "car": mission.car,
            "language": mission.language,
            "next_step": mission.next_step,
            "day": say_iso_day(mission.first_date, self._say.language),
            "when": self._say_when(mission),
            "idea": known.ideas.get(mission.id, ""),
            "accepted": [known.pseudonyms[one] for one in list_who_accepted(known.assignments, mission.id)],
            "people": [self._read_person(one, mission) for one in taking],
            "unfilled": self._outlook.explain_free(mission) if free else [],
            "unfilled_all": self._outlook.explain_in_full(mission) if free else [],
            "helps": self._outlook.say_help(mission) if free else "",
            "could": self._name(known.list_who_could(mission)) if free else [],
        }

    def _say_when(self, mission: Mission) -> str:
        """Say the days and hours of a mission, as far as they are known."""
        say = self._say
        first, last = (say_iso_day(day, say.language) for day in (mission.first_date, mission.last_date))
        spans = first and last and first != last
        span = say("facilitator.missions.when.days", first=first, last=last) if spans else first or last
        hours = [_say_hour(hour, say.language) for hour in (mission.begins, mission.finishes) if hour]
        days = [say(f"participant.form.day.{day}") for day in mission.days]
        return ", ".join(part for part in (span, " – ".join(hours), *days) if part)

    def _read_person(self, assignment: Assignment, mission: Mission) -> PersonOnMission:
        known, person = self._known, assignment.participant
        score = known.scores.get((person, mission.challenge))
        others = [one.mission for one in known.standing_of[person] if one.mission != mission.id]
        broken = known.find_broken(person, mission, others, beside=assignment.beside is not None)
        return {
            "id": person,
            "pseudonym": known.pseudonyms[person],
            "competence": None if score is None else score.competence,
            "interest": None if score is None else score.interest,
            "status": assignment.status,
            "by_hand": assignment.by_hand,
            "reason": self._say.reason(assignment.reason),
            "breaks": [say_broken(rule, self._say) for rule in broken],
            "offered": known.offers(person, mission.challenge),
            "reachable": person in known.reachable,
            "has_phone": person in known.phones,
            "also": [known.title(one) for one in others],
            "beside": assignment.beside or "",
            "lonely": (person, mission.id) in known.lonely,
        }

    def _read_unassigned(self) -> list[PersonWithout]:
        """List who has no mission: those who may be proposed one, and those who only said what they can and like."""
        known, say = self._known, self._say
        reasons = {one: say("facilitator.missions.not-offered") for one, _ in known.scores}
        reasons.update((one, say.reason(Reason("unassigned-unscored"))) for one in known.offering)
        reasons.update(self._outlook.reasons)
        no = say("facilitator.missions.file-no")
        reasons.update((one, no) for one in known.unagreed if one not in self._outlook.ready)
        rows: list[PersonWithout] = [
            {
                "id": one,
                "pseudonym": known.pseudonyms[one],
                "reason": reason,
                "bound": self._outlook.bound(one),
            }
            for one, reason in reasons.items()
            if one not in known.standing_of and one not in known.refusing
        ]
        return sorted(rows, key=lambda row: row["pseudonym"].casefold())

    def _read_lonely(self) -> list[LonelyPerson]:
        """List who begins on a mission and has nobody to go with, in the order of their names."""
        known = self._known
        rows: list[LonelyPerson] = [
            {
                "id": person,
                "pseudonym": known.pseudonyms[person],
                "mission": {"id": mission, "title": known.title(mission)},
                "found": (person, mission) in self._outlook.accompanied,
            }
            for person, mission in known.lonely
        ]
        return sorted(rows, key=lambda row: (row["pseudonym"].casefold(), row["mission"]["title"]))

    def _read_said_no(self) -> list[KnownPerson]:
        """List who said no and has no mission: they are never somebody to ask."""
        return self._name(one for one in self._known.refusing if one not in self._known.standing_of)

    def _read_placed(self) -> list[PersonPlaced]:
        known = self._known
        rows: list[PersonPlaced] = [
            {
                "id": one,
                "pseudonym": known.pseudonyms[one],
                "mission": " · ".join(known.title(assignment.mission) for assignment in missions),
            }
            for one, missions in known.standing_of.items()
        ]
        return sorted(rows, key=lambda row: row["pseudonym"].casefold())

    def _read_asked(self) -> dict[str, PersonAsked]:
        """Say of everybody who may be placed by hand what they answered when they were asked."""
        known = self._known
        own: dict[str, list[str]] = {}
        for one in known.assignments:
            if one.status is AssignmentStatus.DECLINED and not is_taken_off(one):
                own.setdefault(one.participant, []).append(one.mission)
        people = {*known.offering, *(person for person, _ in known.scores), *known.standing_of}
        return {one: self._read_answers(one, own.get(one, [])) for one in sorted(people)}

    def _read_answers(self, person: str, declined: list[str]) -> PersonAsked:
        known = self._known
        refuses, challenges = person in known.refusing, [one.id for one in known.challenges]
        return {
            "offers": [one for one in challenges if known.offers(person, one)],
            "said_no": [one for one in challenges if refuses or (person, one) in known.declined],
            "declined": declined,
            "reachable": person in known.reachable,
        }

    def _read_declined(self, assignment: Assignment) -> SetAside:
        title, who = self._known.title(assignment.mission), self._known.pseudonyms[assignment.participant]
        off = is_taken_off(assignment)
        said = self._say(f"facilitator.missions.{'taken-off' if off else 'declined'}", pseudonym=who, mission=title)
        return {
            "id": assignment.participant,
            "pseudonym": who,
            "mission": assignment.mission,
            "said": said,
            "note": assignment.said,
            "another": assignment.another,
            "off": off,
        }

    def _read_step(self, step: AssignmentStep | None) -> StepModel | None:
        """Name a step by what it changed: who was erased since is in no change of it any more."""
        if step is None:
            return None
        decided = {change.participant for change in step.changes if change.after is not None and change.after.by_hand}
        whom = decided or {change.participant for change in step.changes}
        people = sorted({self._known.seats.get(one, one) for one in whom})
        names = [self._known.pseudonyms[one] for one in people if one in self._known.pseudonyms]
        key = f"facilitator.missions.step.{step.code}"
        if step.code == "proposed":
            label = self._say(key)
        elif len(names) == 1:
            label = self._say(key, name=names[0])
        else:
            label = self._say.plural("facilitator.missions.step.changes", len(names))
        return {"number": step.number, "label": label}

    def _name(self, people: Iterable[str]) -> list[KnownPerson]:
        names = self._known.pseudonyms
        rows: list[KnownPerson] = [{"id": one, "pseudonym": names[one]} for one in people]
        return sorted(rows, key=lambda row: row["pseudonym"].casefold())


def _say_hour(hour: str, language: str) -> str:
    try:
        return say_hour(time.fromisoformat(hour), language)
    except ValueError:  # in a folder that is somebody else's work
        return hour
