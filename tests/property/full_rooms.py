"""Random assignments with all that people and missions may say: hours, days, languages, lost mentors, proposals."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, fields, replace
from random import Random
from typing import Any

from tests.property.assigned import NOW, Oracle, Room, make_room
from workshop_kit.domain.assigning.explaining import Need
from workshop_kit.domain.assignment import Assignments, assign_volunteers
from workshop_kit.domain.model import (
    Assignment,
    AssignmentStatus,
    Mission,
    Origin,
    Participant,
    Reason,
    Score,
    Volunteer,
)

_HOURS = (("", ""), ("", ""), ("09:00", "12:00"), ("11:00", "18:00"), ("18:30", ""), ("22:00", "02:00"))
_DAYS = ((), (), (), (), (), ("weekdays",), ("evenings",), ("weekends",), ("weekdays", "evenings"))
_LANGUAGES = ("", "", "", "", "", "", "français", "Portugais")
#: Where nobody lives and nothing is: who names it alone goes nowhere else.
_NOWHERE = "Nulle part"


@dataclass
class FullRoom(Room):
    """A room in which something was proposed before."""

    proposed: list[Assignment] = field(default_factory=list)

    def assign(self) -> Assignments:
        """Solve it."""
        return assign_volunteers(
            self.people, self.scores, self.missions, self.kept, volunteers=self.volunteers,
            challenges=self.challenges, rule=self.rule, proposed=self.proposed,
        )  # fmt: skip

    def copy(self) -> FullRoom:
        """Return one that may be changed without changing this one."""
        rows: dict[str, Any] = {one.name: getattr(self, one.name) for one in fields(self)}
        copied: dict[str, Any] = {name: list(row) if isinstance(row, list) else row for name, row in rows.items()}
        return FullRoom(**copied)

    def shuffle(self, rng: Random) -> None:
        """Put every row elsewhere."""
        super().shuffle(rng)
        rng.shuffle(self.proposed)

    def change_missions(self, change: Callable[[Mission], Mission]) -> FullRoom:
        """Return a room with other missions."""
        changed = self.copy()
        changed.missions = [change(job) for job in self.missions]
        return changed

    def keep_missions(self, keep: Callable[[str], bool]) -> FullRoom:
        """Return a room without the other missions, and without what was decided on them."""
        kept = self.copy()
        kept.missions = [job for job in self.missions if keep(job.id)]
        kept.kept = [one for one in self.kept if keep(one.mission)]
        kept.proposed = [one for one in self.proposed if keep(one.mission)]
        return kept


def make_full_room(rng: Random, people: int, missions: int) -> FullRoom:
    """Make a room by chance."""
    plain = make_room(rng, people, missions)
    room = FullRoom(**{one.name: getattr(plain, one.name) for one in fields(plain)})
    room.missions = [_ask(rng, job) for job in room.missions]
    room.volunteers = [
        replace(
            one, days=rng.choice(_DAYS), languages=rng.choice(((), ("portugais",), ("Portugais", "LSF"))),
            until=rng.choice(("", "", "", "2027-02-01", "2027-02-05")),
        )
        for one in room.volunteers
    ]  # fmt: skip
    if people and missions and rng.random() < 0.5:
        pairs = {(rng.choice(room.people).id, rng.choice(room.missions).id) for _ in range(rng.randint(1, 4))}
        decided = {(one.participant, one.mission) for one in room.kept}
        room.proposed += [Assignment(*pair, Reason("assigned")) for pair in sorted(pairs - decided)]
    room.kept = [_lose_mentor(rng, room, one) for one in room.kept]
    return room


def _ask(rng: Random, job: Mission) -> Mission:
    begins, finishes = rng.choice(_HOURS)
    return replace(job, begins=begins, finishes=finishes, days=rng.choice(_DAYS), language=rng.choice(_LANGUAGES))


def _lose_mentor(rng: Random, room: Room, one: Assignment) -> Assignment:
    """Return somebody who stands, sometimes as a beginner of somebody who left or is there still."""
    if one.status is AssignmentStatus.DECLINED or rng.random() < 0.5:
        return one
    mentor = rng.choice(("gone", *(other.id for other in room.people if other.id != one.participant)))
    return replace(one, beside=mentor, reason=Reason("assigned-beside"))


class FullOracle(Oracle):
    """What is allowed where days, hours and languages are said, written down a second time."""

    def may(self, person: str, mission: str) -> bool:
        """Tell whether nothing but competence can keep somebody from a mission."""
        job, offer = self.job[mission], self.offers.get(person)
        asked = job.language.casefold()
        if asked not in {"", "français"} and (
            offer is None or asked not in [one.casefold() for one in offer.languages]
        ):
            return False
        return super().may(person, mission)


def ask_of(rng: Random, room: FullRoom, need: Need, target: str) -> FullRoom:
    """Return a room with one person more, who is exactly what is asked for and would take nothing but ``target``."""
    helped = room.copy()
    days: Any = rng.choice(need.days) if need.days else rng.choice(_DAYS)
    helped.people.append(Participant("helper", "Renfort", "", need.sector or _NOWHERE, Origin.FILE, NOW))
    helped.scores.append(Score("helper", need.challenge, need.competence, 1))
    helped.volunteers.append(
        Volunteer(
            "helper", "Renfort", "", "", need.sector or _NOWHERE, NOW, "", challenges=(need.challenge,),
            reach=(need.sector or _NOWHERE,), car=need.car or None, days=days,
            languages=(need.language,) if need.language else (), until=need.start or "2027-01-13",
        )
    )  # fmt: skip
    helped.kept += [
        Assignment("helper", job.id, Reason("assigned"), status=AssignmentStatus.DECLINED)
        for job in room.missions
        if job.id != target
    ]
    return helped
