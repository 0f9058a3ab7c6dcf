"""Who does which mission: exact, the same every time, and explained."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from workshop_kit.domain.matrix import INTEREST_NEEDED
from workshop_kit.domain.model import (
    COMPETENCES,
    INTERESTS,
    Assignment,
    AssignmentStatus,
    Mission,
    Participant,
    Reason,
    Score,
    Volunteer,
)
from workshop_kit.domain.names import fold_name
from workshop_kit.domain.offering import covers
from workshop_kit.domain.solving import Pair, choose_pairs

#: What one volunteer brings at most: competence 3 and interest +2.
FIT_AT_MOST: Final = max(COMPETENCES) + max(INTERESTS)


@dataclass(frozen=True)
class Unfilled:
    """A mission with free places; ``filled`` of its ``places`` are taken."""

    mission: str
    places: int
    filled: int
    reason: Reason


@dataclass(frozen=True)
class Assignments:
    """What became of everybody (*affectations*).

    Attributes
    ----------
    assignments
        Who does what, and why; those kept come back as they were.
    unassigned
        (participant's id, why) of those who offered help or scored a challenge, and have no mission.
    unfilled
        The missions with free places.

    """

    assignments: tuple[Assignment, ...]
    unassigned: tuple[tuple[str, Reason], ...]
    unfilled: tuple[Unfilled, ...]


def assign_volunteers(
    participants: Iterable[Participant],
    scores: Iterable[Score],
    missions: Iterable[Mission],
    kept: Iterable[Assignment] = (),
    *,
    volunteers: Iterable[Volunteer] = (),
) -> Assignments:
    """Give missions to volunteers: first as many places filled as can be, then the best fit, then the same sector.

    A volunteer takes one mission at most; never below the mission's competence, never without an interest of at
    least +1 on its challenge, never unsure or unscored, never outside the challenges the help was offered for, nor
    under one they declined. Fit
    is the sum of interest and competence. What is still equal goes to those who came first, so that the same data
    give the same assignments, whatever their order.

    Parameters
    ----------
    participants
        Everybody; those with neither a score nor an offer of help are left out of the result.
    scores
        Their places in the matrices.
    missions
        The jobs to fill.
    kept
        Assignments that stand as they are (by hand or accepted), even against the rules above: people decided. Those
        declined take no place, and are not proposed again to the same person.
    volunteers
        The offers of help: they say the sector and the challenges.

    """
    people = _gather_people(participants, scores, volunteers)
    listed = tuple(missions)
    # by title, so that the same names give the same choice whatever the order and the ids
    jobs = sorted(listed, key=lambda mission: (fold_name(mission.title), mission.challenge, mission.id))
    known = {mission.id for mission in jobs}
    decided = tuple(kept)
    standing = tuple(a for a in decided if a.status is not AssignmentStatus.DECLINED and a.mission in known)
    declined = {(a.participant, a.mission) for a in decided if a.status is AssignmentStatus.DECLINED}
    taken = Counter(assignment.mission for assignment in standing)
    busy = {assignment.participant for assignment in standing}
    free = [person for person in people if person.id not in busy]
    fits = {
        person.id: tuple(job for job in jobs if person.can_do(job) and (person.id, job.id) not in declined)
        for person in free
    }
    chosen = _choose(free, jobs, fits, taken)
    made = _put_in_order(standing + tuple(_explain_choice(person, job) for person, job in chosen), people, listed)
    filled = Counter(assignment.mission for assignment in made)
    placed = {assignment.participant for assignment in made}
    return Assignments(
        made,
        tuple((p.id, _explain_unassigned(p, jobs, fits[p.id])) for p in free if p.id not in placed),
        tuple(
            Unfilled(job.id, job.places, filled[job.id], _explain_unfilled(job, people, declined))
            for job in listed
            if filled[job.id] < job.places
        ),
    )


def find_broken_rules(score: Score | None, mission: Mission) -> tuple[Reason, ...]:
    """Return which of the rules it breaks to put the author of ``score`` on ``mission`` by hand; empty if none."""
    if score is None or not score.answered:
        return (Reason("no-answer"),)
    if score.competence is None or score.interest is None:
        return (Reason("unsure"),)
    broken = []
    if score.competence < mission.min_competence:
        broken.append(Reason("competence", {"competence": score.competence, "needed": mission.min_competence}))
    if score.interest < INTEREST_NEEDED:
        broken.append(Reason("interest", {"interest": score.interest}))
    return tuple(broken)


@dataclass(frozen=True)
class _Person:
    id: str
    sector: str
    offered: Collection[str]
    declined: Collection[str]
    scores: Mapping[str, Score]
    offering: bool = False

    def score_on(self, challenge: str) -> tuple[int, int] | None:
        score = self.scores.get(challenge)
        if score is None or score.unsure or score.competence is None or score.interest is None:
            return None
        return score.competence, score.interest

    def wishes(self, challenge: str) -> bool:
        placed = self.score_on(challenge)
        offered = covers(challenge, self.offered, self.declined)
        return offered and placed is not None and placed[1] >= INTEREST_NEEDED

    def said_yes(self) -> bool:
        """Tell whether they offered their help for some challenge, whatever interest they gave it."""
        named = bool(self.offered) or any(covers(challenge, (), self.declined) for challenge in self.scores)
        return self.offering and named

    def can_do(self, job: Mission) -> bool:
        placed = self.score_on(job.challenge)
        return self.wishes(job.challenge) and placed is not None and placed[0] >= job.min_competence

    def lives_in(self, sector: str) -> bool:
        return bool(sector) and fold_name(sector) == fold_name(self.sector)


def _gather_people(
    participants: Iterable[Participant], scores: Iterable[Score], volunteers: Iterable[Volunteer]
) -> list[_Person]:
    by_person: dict[str, dict[str, Score]] = defaultdict(dict)
    for score in scores:
        by_person[score.participant][score.challenge] = score
    offers = {volunteer.participant: volunteer for volunteer in volunteers}
    people = []
    # those who came first are served first when all else is equal
    for one in sorted(participants, key=lambda p: (p.joined_at, fold_name(p.pseudonym), p.id)):
        offer = offers.get(one.id)
        if offer is None and one.id not in by_person:
            continue
        sector = (offer.sector if offer is not None else "") or one.sector
        offered, declined = ((), ()) if offer is None else (offer.challenges, offer.declined)
        people.append(_Person(one.id, sector, offered, declined, by_person[one.id], offer is not None))
    return people


def _choose(
    people: Sequence[_Person], jobs: Sequence[Mission], fits: Mapping[str, Sequence[Mission]], taken: Mapping[str, int]
) -> list[tuple[_Person, Mission]]:
    places = [max(0, job.places - taken.get(job.id, 0)) for job in jobs]
    columns = {job.id: column for column, job in enumerate(jobs)}
    wanted = [(row, columns[job.id]) for row, person in enumerate(people) for job in fits[person.id]]
    if not wanted:
        return []
    # Levels of the objective, exactly, in whole numbers. At most `most` people are placed, so below one more place
    # filled lie at most most*FIT_AT_MOST points of fit, below one point of fit at most `most` shared sectors, below one
    # shared sector at most most*len(people) points of seniority: each unit is one more than all that lies below it.
    most = min(len(people), sum(places))
    sector_unit = most * len(people) + 1
    fit_unit = sector_unit * (most + 1)
    place_unit = fit_unit * (most * FIT_AT_MOST + 1)
    pairs = []
    for row, column in wanted:
        person, job = people[row], jobs[column]
        value = place_unit + fit_unit * sum(person.score_on(job.challenge) or ())
        value += sector_unit * person.lives_in(job.sector) + (len(people) - row - 1)
        pairs.append(Pair(row, column, value))
    return [(people[pair.item], jobs[pair.holder]) for pair in choose_pairs(pairs, len(people), places)]


def _explain_choice(person: _Person, job: Mission) -> Assignment:
    placed = person.score_on(job.challenge)
    assert placed is not None  # can_do said so
    values: dict[str, str | int] = {"competence": placed[0], "interest": placed[1]}
    if person.lives_in(job.sector):
        return Assignment(person.id, job.id, Reason("assigned-sector", {**values, "sector": job.sector}))
    if job.sector and person.sector:
        return Assignment(person.id, job.id, Reason("assigned-away", {**values, "sector": job.sector}))
    return Assignment(person.id, job.id, Reason("assigned", values))


def _explain_unassigned(person: _Person, jobs: Sequence[Mission], fits: Sequence[Mission]) -> Reason:
    scores = person.scores.values()
    if fits:
        return Reason("unassigned-full")
    if not any(person.score_on(challenge) is not None for challenge in person.scores):
        return Reason("unassigned-unsure" if any(score.unsure for score in scores) else "unassigned-unscored")
    wished = [challenge for challenge in person.scores if person.wishes(challenge)]
    if not wished:
        # who pressed yes is never told to have said no: only the interest is missing
        return Reason("unassigned-no-interest" if person.said_yes() else "unassigned-no-wish")
    asked = [job for job in jobs if job.challenge in wished]
    if not asked:
        return Reason("unassigned-no-mission")
    short = [job for job in asked if not person.can_do(job)]
    if not short:
        return Reason("unassigned-declined")
    job = min(short, key=lambda job: (job.min_competence, fold_name(job.title)))
    placed = person.score_on(job.challenge)
    assert placed is not None  # a wish is a score
    return Reason(
        "unassigned-competence", {"competence": placed[0], "needed": job.min_competence, "mission": job.title}
    )


def _explain_unfilled(job: Mission, people: Sequence[_Person], declined: Collection[tuple[str, str]]) -> Reason:
    willing = sum(person.wishes(job.challenge) for person in people)
    if willing == 0:
        return Reason("unfilled-nobody")
    able = [person for person in people if person.can_do(job)]
    if not able:
        return Reason("unfilled-competence", {"willing": willing, "needed": job.min_competence})
    free = [person for person in able if (person.id, job.id) not in declined]
    if not free:
        return Reason("unfilled-declined", {"able": len(able)})
    # as many places as can be are filled: whoever suits and is not here is busy elsewhere
    return Reason("unfilled-elsewhere", {"able": len(free)})


def _put_in_order(
    made: Sequence[Assignment], people: Sequence[_Person], jobs: Sequence[Mission]
) -> tuple[Assignment, ...]:
    of_person = {person.id: rank for rank, person in enumerate(people)}
    of_job = {job.id: rank for rank, job in enumerate(jobs)}
    return tuple(sorted(made, key=lambda one: (of_job[one.mission], of_person.get(one.participant, -1))))
