"""Random assignments small enough to try every answer, and an oracle that shares no code with what it checks."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from itertools import combinations
from random import Random

from workshop_kit.domain.assignment import Assignments, assign_volunteers
from workshop_kit.domain.model import (
    Assignment,
    AssignmentRule,
    AssignmentStatus,
    Challenge,
    Mission,
    Origin,
    Participant,
    Reason,
    Score,
    Volunteer,
)

NOW = datetime(2027, 1, 12, tzinfo=UTC)
SECTORS = ("", "Bourg", "Moulin", "Gare")
#: None, and Thursday to Sunday: whatever is said by the days of a week can be told from a date.
DAYS = ("", "2027-02-04", "2027-02-05", "2027-02-06", "2027-02-07")
HOURS = (("", ""), ("", ""), ("09:00", "12:00"), ("14:00", "21:00"), ("17:30", ""), ("20:00", "02:00"), ("", "12:00"))
WEEK = ((), (), ("weekdays",), ("evenings",), ("weekends",), ("weekdays", "weekends"), ("weekdays", "evenings"))

#: What one has to have offered on a working day, by when a mission begins; 17:30 and 18:30 are by day or an evening.
_ASKED = {
    **{"09:00": {"weekdays"}, "11:00": {"weekdays"}, "14:00": {"weekdays", "evenings"}},
    **{"20:00": {"evenings"}, "22:00": {"evenings"}},
}

Choice = tuple[tuple[str, ...], ...]


@dataclass
class Room:
    """A workshop to assign: people with scores and offers, missions, and what was decided."""

    people: list[Participant] = field(default_factory=list)
    scores: list[Score] = field(default_factory=list)
    volunteers: list[Volunteer] = field(default_factory=list)
    missions: list[Mission] = field(default_factory=list)
    kept: list[Assignment] = field(default_factory=list)
    challenges: list[Challenge] = field(default_factory=list)
    rule: AssignmentRule = field(default_factory=AssignmentRule)

    def assign(self) -> Assignments:
        """Solve it."""
        return assign_volunteers(
            self.people, self.scores, self.missions, self.kept,
            volunteers=self.volunteers, challenges=self.challenges, rule=self.rule,
        )  # fmt: skip

    def shuffle(self, rng: Random) -> None:
        """Put every row elsewhere."""
        for rows in (self.people, self.scores, self.volunteers, self.missions, self.kept, self.challenges):
            rng.shuffle(rows)


def make_room(rng: Random, people: int, missions: int, *, decided: bool = True, plain: bool = False) -> Room:
    """Make a room by chance; ``plain`` has no competence below what is asked, no days, and one mission each."""
    challenges = [Challenge(f"c{i}", f"Enjeu {i}", f"Défi {i}", position=i) for i in range(2)]
    room = Room(challenges=challenges, rule=AssignmentRule(*rng.choice(((1, 1), (1, 1), (2, 1), (1, 3), (0, 1)))))
    for i in range(people):
        one = Participant(f"p{i}", f"Personne {i}", "", rng.choice(SECTORS), Origin.FILE, NOW)
        room.people.append(one)
        room.scores += [_make_score(rng, one.id, challenge.id) for challenge in challenges]
        if rng.random() < 0.8:
            room.volunteers.append(_make_offer(rng, one, plain=plain))
    room.missions += [_make_mission(rng, i, plain=plain) for i in range(missions)]
    if decided and rng.random() < 0.4:
        room.kept += _decide(rng, room)
    return room


def _make_score(rng: Random, person: str, challenge: str) -> Score:
    if rng.random() < 0.1:
        return Score(person, challenge, None, None, unsure=True)
    return Score(person, challenge, rng.randint(0, 3), rng.choice((-1, 0, 1, 1, 1, 2, 2, 2)))


def _make_offer(rng: Random, one: Participant, *, plain: bool) -> Volunteer:
    offer = Volunteer(one.id, one.pseudonym, "", "", one.sector, NOW, "")
    if plain:
        return offer
    return Volunteer(
        one.id, one.pseudonym, "", "", one.sector, NOW, "",
        challenges=rng.choice(((), (), (), ("c0",), ("c0", "c1"))),
        declined=rng.choice(((), (), (), (), (), ("c1",))),
        max_missions=rng.choice((1, 1, 2, 3)),
        reach=rng.choice(((), (), (), ("Bourg", "Gare"), ("Moulin",))),
        car=rng.choice((None, True, False)),
        until=rng.choice(("", "", "2027-02-05")),
        days=rng.choice(((), (), *WEEK)),
    )  # fmt: skip


def _make_mission(rng: Random, i: int, *, plain: bool) -> Mission:
    places = rng.randint(1, 3)
    least = 0 if plain else rng.choice((0, 0, 1, 2, 3))
    first = "" if plain else rng.choice(DAYS)
    last = rng.choice([day for day in DAYS if day >= first]) if first else ""
    begins, finishes = ("", "") if plain else rng.choice(HOURS)
    return Mission(
        f"m{i}", rng.choice(("c0", "c1")), f"Mission {i}", places, least, rng.choice(SECTORS), first_date=first,
        min_places=rng.randint(0, places), importance=rng.randint(1, 3), last_date=last,
        car=not plain and rng.random() < 0.15, begins=begins, finishes=finishes,
        days=() if plain else rng.choice(((), (), *WEEK)),
    )  # fmt: skip


def _decide(rng: Random, room: Room) -> list[Assignment]:
    decided: dict[tuple[str, str], Assignment] = {}
    free = {mission.id: mission.places for mission in room.missions}
    for _ in range(rng.randint(1, 3)):
        if not room.people or not room.missions:
            break
        person, mission = rng.choice(room.people).id, rng.choice(room.missions).id
        status = rng.choice(tuple(AssignmentStatus))
        if (person, mission) in decided or (status is not AssignmentStatus.DECLINED and not free[mission]):
            continue
        free[mission] -= status is not AssignmentStatus.DECLINED
        decided[person, mission] = Assignment(person, mission, Reason("by-hand"), by_hand=True, status=status)
    return list(decided.values())


def make_standing_room(rng: Random, people: int, missions: int) -> Room:
    """Make a room by chance in which much stands: answers given, choices by hand, pairs, some without their mentor.

    Scores and missions may have changed since: whoever stands may be able by themselves by now, or not any more.
    """
    room = make_room(rng, people, missions, decided=False)
    rows: dict[tuple[str, str], Assignment] = {}
    for _ in range(rng.randint(1, 5)):
        person, job = rng.choice(room.people).id, rng.choice(room.missions).id
        status = rng.choice((*AssignmentStatus, AssignmentStatus.ACCEPTED))
        others = [one.id for one in room.people if one.id != person]
        beside = rng.choice(others) if others and rng.random() < 0.7 else None
        if beside is not None and rng.random() < 0.6:
            rows.setdefault(
                (beside, job), Assignment(beside, job, Reason("assigned"), status=AssignmentStatus.ACCEPTED)
            )
        reason = Reason(rng.choice(("assigned", "assigned-beside")))
        rows[person, job] = Assignment(person, job, reason, by_hand=True, status=status, beside=beside)
    room.kept += [
        replace(one, beside=None) if one.status is AssignmentStatus.DECLINED else one for one in rows.values()
    ]
    room.missions = [
        replace(job, min_competence=rng.choice((1, 2, 2, 3))) if rng.random() < 0.5 else job for job in room.missions
    ]
    return room


# -- the oracle: every answer is tried ------------------------------------------------------------------------------


@dataclass
class Oracle:
    """What is allowed in a room, written down a second time, and how good each answer is."""

    room: Room

    def __post_init__(self) -> None:
        room = self.room
        self.of = {(one.participant, one.challenge): one for one in room.scores}
        self.offers = {one.participant: one for one in room.volunteers}
        self.job = {one.id: one for one in room.missions}
        self.home = {one.id: one.sector for one in room.people}
        self.stands = [one for one in room.kept if one.status is not AssignmentStatus.DECLINED]
        self.no = {(one.participant, one.mission) for one in room.kept if one.status is AssignmentStatus.DECLINED}
        there = {(one.participant, one.mission) for one in self.stands}
        beginning = [
            one
            for one in self.stands
            if (one.beside is not None or one.reason.code == "assigned-beside")
            and self.is_still_below(one.participant, one.mission)
        ]
        #: Whoever takes somebody along already, and those who lost whom they went with.
        self.taken = frozenset(str(one.beside) for one in beginning if (str(one.beside), one.mission) in there)
        self.lost = [
            (one.participant, one.mission)
            for one in beginning
            if (str(one.beside), one.mission) not in there and one.participant in self.everybody
        ]

    @property
    def everybody(self) -> list[str]:
        """Return who offered help or scored a challenge."""
        return [one.id for one in self.room.people if one.id in self.offers or any(k[0] == one.id for k in self.of)]

    def numbers(self, person: str, mission: str) -> tuple[int, int] | None:
        """Return competence and interest."""
        score = self.of.get((person, self.job[mission].challenge))
        if score is None or score.competence is None or score.interest is None:
            return None
        return score.competence, score.interest

    def may(self, person: str, mission: str) -> bool:
        """Tell whether nothing but competence can keep somebody from a mission."""
        job, offer, score = self.job[mission], self.offers.get(person), self.numbers(person, mission)
        if score is None or score[1] < 1 or (person, mission) in self.no:
            return False
        if offer is None:
            return not job.car
        if (offer.challenges and job.challenge not in offer.challenges) or job.challenge in offer.declined:
            return False
        if job.sector and offer.reach and job.sector not in {*offer.reach, self.home[person]}:
            return False
        if job.car and offer.car is not True:
            return False
        if offer.days and not self.comes(offer.days, job):
            return False
        return not (offer.until and job.first_date > offer.until)

    def together(self, one: str, other: str) -> bool:
        """Tell whether two missions have a quarter of an hour in common, as far as what is said of their days goes."""
        a, b = self.job[one], self.job[other]
        if not a.first_date or not b.first_date:
            return False
        first, second = self.week(a, night=True), self.week(b, night=True)
        share = "weekends" in first & second
        share = (
            share or ("weekends" in first and "evenings" in b.days) or ("weekends" in second and "evenings" in a.days)
        )
        if not share:
            first, second = first - {"weekends"}, second - {"weekends"}
            share = bool(first and second) if a.begins and b.begins else bool(first & second)
        return share and bool(self.quarters(a) & self.quarters(b))

    def quarters(self, job: Mission) -> set[datetime]:
        """Return every quarter of an hour that a mission takes; those without a date take none that is known."""
        if not job.first_date:
            return set()
        first, last = (datetime.fromisoformat(day) for day in (job.first_date, max(job.first_date, job.last_date)))
        begins = _read_hour(job.begins) if job.begins else timedelta()
        finishes = _read_hour(job.finishes) if job.begins and job.finishes else timedelta(days=1)
        if finishes <= begins:
            finishes += timedelta(days=1)
            if last == first + timedelta(days=1):
                last = first
        found = set()
        for after in range((last - first).days + 1):
            at = begins
            while at < finishes:
                found.add(first + timedelta(days=after) + at)
                at += timedelta(minutes=15)
        # of several nights the last day that is said is over at midnight
        ends = (
            max(last, first + timedelta(days=1)) + timedelta(days=1) if finishes > timedelta(days=1) else datetime.max
        )
        return {quarter for quarter in found if quarter < ends}

    def week(self, job: Mission, *, night: bool = False) -> set[str]:
        """Return the days of the week on which a mission may be, all three where nothing says it.

        ``night``: that of the morning after, too, where it goes on after midnight.
        """
        if job.days:
            return {*job.days}
        if not job.first_date:
            return {"weekdays", "evenings", "weekends"}
        first, last = (date.fromisoformat(day) for day in (job.first_date, max(job.first_date, job.last_date)))
        if night and job.begins and job.finishes and job.finishes <= job.begins:
            last = max(last, first + timedelta(days=1))
        weekends = {(first + timedelta(days=after)).weekday() >= 5 for after in range((last - first).days + 1)}
        return ({"weekends"} if True in weekends else set[str]()) | (
            {"weekdays", "evenings"} if False in weekends else set[str]()
        )

    def comes(self, offered: Sequence[str], job: Mission) -> bool:
        """Tell whether somebody who offered these days can come, the hours of ``_ASKED`` read as people would."""
        if "weekends" in offered and "weekends" in self.week(job):
            return True
        working = self.week(job) - {"weekends"}
        if not job.begins:
            return bool(working & {*offered})
        asked = _ASKED.get(job.begins)
        if asked is None:
            return bool(working) and bool({*offered} & {"weekdays", "evenings"})
        if working == {"evenings"}:
            asked = {*asked, "evenings"}
        return bool(working) and asked <= {*offered}

    def options(self, person: str) -> list[tuple[str, ...]]:
        """Return every set of new missions that one person may take."""
        mine = [one.mission for one in self.stands if one.participant == person]
        offer = self.offers.get(person)
        left = max(0, (1 if offer is None else offer.max_missions) - len(mine))
        can = [
            one.id
            for one in self.room.missions
            if one.id not in mine and self.may(person, one.id) and not any(self.together(one.id, two) for two in mine)
        ]
        sets = (chosen for number in range(left + 1) for chosen in combinations(can, number))
        return [one for one in sets if not any(self.together(a, b) for a, b in combinations(one, 2))]

    def answers(self) -> Iterator[dict[str, tuple[str, ...]]]:
        """Yield every allowed answer."""
        everybody = self.everybody
        free = {one.id: one.places - sum(s.mission == one.id for s in self.stands) for one in self.room.missions}
        options = {person: self.options(person) for person in everybody}

        def go(
            at: int, taken: dict[str, tuple[str, ...]], left: Mapping[str, int]
        ) -> Iterator[dict[str, tuple[str, ...]]]:
            if at == len(everybody):
                if self.has_mentors(taken):
                    yield dict(taken)
                return
            person = everybody[at]
            for chosen in options[person]:
                if all(left[one] > 0 for one in chosen):
                    less = {one: number - (one in chosen) for one, number in left.items()}
                    yield from go(at + 1, {**taken, person: chosen}, less)

        yield from go(0, {}, free)

    def has_mentors(self, taken: Mapping[str, Sequence[str]]) -> bool:
        """Tell whether each beginner has somebody of their own to go with."""
        return self.count_served(taken) >= 0

    def count_served(self, taken: Mapping[str, Sequence[str]]) -> int:
        """Return how many who lost whom they went with get somebody at most; -1: not all new beginners have one."""
        beginners = [(person, one) for person, chosen in taken.items() for one in chosen if self.below(person, one)]
        mentors = {job: [person for person in self.on(taken, job) if self.leads(person, job)] for job in self.job}
        waiting = [*beginners, *self.lost]

        def go(at: int, used: frozenset[str]) -> int:
            if at == len(waiting):
                return 0
            free = {one for one in mentors[waiting[at][1]] if one not in used}
            served = [go(at + 1, used | {one}) for one in free]
            if at < len(beginners):
                return max(served, default=-1)
            return max([go(at + 1, used), *(one + 1 for one in served)])

        return go(0, self.taken)

    def on(self, taken: Mapping[str, Sequence[str]], job: str) -> list[str]:
        """Return who is on a mission."""
        return [p for p, chosen in taken.items() if job in chosen] + [
            s.participant for s in self.stands if s.mission == job
        ]

    def below(self, person: str, job: str) -> bool:
        """Tell whether somebody is below what a mission asks for."""
        return (self.numbers(person, job) or (-1, 0))[0] < self.job[job].min_competence

    def is_still_below(self, person: str, job: str) -> bool:
        """Tell whether a beginner who stands is below what is asked by now; one without a score is, of anything."""
        asked = self.job[job].min_competence
        return asked > 0 and (self.numbers(person, job) or (-1, 0))[0] < asked

    def leads(self, person: str, job: str) -> bool:
        """Tell whether somebody on a mission can take a beginner along."""
        competence, interest = self.numbers(person, job) or (-1, -9)
        return competence >= max(2, self.job[job].min_competence) and interest >= 1

    def value(self, taken: Mapping[str, Sequence[str]]) -> tuple[object, ...]:
        """Return the levels of an answer, to be compared."""
        pairs = [(person, one) for person, chosen in taken.items() for one in chosen]
        pairs += [(one.participant, one.mission) for one in self.stands]
        minima = [0, 0, 0]
        for job in self.room.missions:
            minima[job.importance - 1] += min(job.min_places, sum(one == job.id for _, one in pairs))
        wanted = [pair for pair in pairs if (self.numbers(*pair) or (0, -9))[1] >= 1]
        weigh = self.room.rule
        given = [self.numbers(*pair) for pair in wanted]
        fits = sorted(weigh.competence * n[0] + weigh.interest * n[1] for n in given if n)
        rest = [self.numbers(*pair) for pair in pairs if pair not in wanted]
        others = sum(weigh.competence * n[0] + weigh.interest * n[1] for n in rest if n)
        homes = sum(bool(self.job[m].sector) and self.job[m].sector == self.home[p] for p, m in pairs)
        people = len({person for person, _ in wanted})
        places = sum(min(job.places, sum(one == job.id for _, one in pairs)) for job in self.room.missions)
        served = self.count_served(taken)
        return (served, *minima, people, places, sum(fits) + others, tuple(fits), homes)


def read_levels(found: Assignments, lost: Collection[tuple[str, str]] = ()) -> tuple[object, ...]:
    """Return the levels of what was found in the order of the oracle's; first who ``lost`` somebody and has another."""
    one = found.levels
    served = sum((pair.beginner, pair.mission) in lost for pair in found.pairs)
    return (served, *one.min_places, one.people, one.places, one.fit, one.fits, one.same_sector)


def _read_hour(hour: str) -> timedelta:
    return timedelta(hours=int(hour[:2]), minutes=int(hour[3:]))
