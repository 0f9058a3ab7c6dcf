"""Who does which mission (*affectation*): exact, the same every time, and explained. docs/method/assignment.md."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from workshop_kit.domain.assigning.explaining import (
    Binding,
    Explainer,
    Need,
    explain_choice,
    explain_free,
    explain_without,
)
from workshop_kit.domain.assigning.namesakes import mark_missions, mark_people
from workshop_kit.domain.assigning.people import (
    Candidate,
    gather_candidates,
    put_missions_in_order,
    rank_challenges,
)
from workshop_kit.domain.assigning.problem import state_problem
from workshop_kit.domain.assigning.program import Chosen, choose
from workshop_kit.domain.assigning.rules import find_practical
from workshop_kit.domain.assigning.solved import Levels, Solved
from workshop_kit.domain.assigning.times import clash
from workshop_kit.domain.matrix import INTEREST_NEEDED
from workshop_kit.domain.missions import is_taken_off
from workshop_kit.domain.model import (
    Assignment,
    AssignmentRule,
    AssignmentStatus,
    Challenge,
    Mission,
    Participant,
    Reason,
    Score,
    Volunteer,
)

__all__ = [
    "Assignments",
    "Levels",
    "Paired",
    "Unfilled",
    "assign_volunteers",
    "find_broken_rules",
    "measure_assignments",
]


@dataclass(frozen=True)
class Unfilled:
    """A mission with free places; ``filled`` of its ``places`` are taken.

    ``binding`` are the people and missions that bind, ``None`` where the rules allow nobody who is free; ``need`` is
    the smallest change that would help.
    """

    mission: str
    places: int
    filled: int
    reason: Reason
    binding: Binding | None
    need: Need


@dataclass(frozen=True)
class Paired:
    """A beginner and whom they go with (*binôme*) on a mission, by their ids."""

    beginner: str
    mentor: str
    mission: str


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
    levels
        What the assignment comes to on each level.
    pairs
        Which beginner goes with whom.
    bindings
        By the id of somebody without a mission, the people and missions that bind; absent: that is not why.

    """

    assignments: tuple[Assignment, ...]
    unassigned: tuple[tuple[str, Reason], ...]
    unfilled: tuple[Unfilled, ...]
    levels: Levels
    pairs: tuple[Paired, ...] = ()
    bindings: Mapping[str, Binding] = field(default_factory=dict)


def assign_volunteers(
    participants: Iterable[Participant],
    scores: Iterable[Score],
    missions: Iterable[Mission],
    kept: Iterable[Assignment] = (),
    *,
    volunteers: Iterable[Volunteer] = (),
    challenges: Iterable[Challenge] = (),
    rule: AssignmentRule | None = None,
    proposed: Iterable[Assignment] = (),
    tell: Callable[[float], None] | None = None,
) -> Assignments:
    """Assign volunteers to missions (*affecter*), exactly, level by level.

    In this order, each level kept while the next is solved: minimum places of missions of importance 1, then 2, then 3;
    people with a mission that they want; places filled; total fit; the least fit, then the next; missions in one's own
    sector; what was proposed before; a draw, the same every time. Nobody is proposed a mission against the
    rules of ``assigning.rules``. The same data give the same answer, whatever the order of rows.

    Parameters
    ----------
    participants
        Everybody; those with neither a score nor an offer of help are left out of the result.
    scores
        Their places in the matrices.
    missions
        The jobs to fill.
    kept
        Assignments that stand as they are (by hand or accepted), even against the rules: people decided. Those
        declined take no place, and are not proposed again to the same person.
    volunteers
        The offers of help: they say the sector, the challenges, how many missions, and what else they bring.
    challenges
        What the missions are under; they tell missions of one title apart.
    rule
        How competence and interest weigh in the fit; by default both once.
    proposed
        What was proposed before and is solved again: between equals nobody moves.
    tell
        Called with the share, 0 to 1, that is solved.

    Raises
    ------
    ArithmeticError
        The solver failed: it is not expected to.

    """
    ranks, listed, decided = rank_challenges(challenges), tuple(missions), tuple(kept)
    everybody, before = tuple(participants), tuple(proposed)
    jobs = put_missions_in_order(listed, ranks, mark_missions((*decided, *before), everybody))
    marks = mark_people((*decided, *before), everybody, jobs)
    people = gather_candidates(everybody, scores, volunteers, ranks, marks)
    decided = _put_in_order(decided, people, jobs)
    standing = tuple(one for one in decided if one.status is not AssignmentStatus.DECLINED)
    declined = {(a.participant, a.mission) for a in decided if a.status is AssignmentStatus.DECLINED}
    problem = state_problem(people, jobs, standing, declined, ranks, rule or AssignmentRule(), before)
    solved = Solved(problem, choose(problem, tell))
    off = declined & {(a.participant, a.mission) for a in decided if is_taken_off(a)}
    return _Told(solved, declined, off).tell(listed)


def measure_assignments(
    participants: Iterable[Participant],
    scores: Iterable[Score],
    missions: Iterable[Mission],
    assignments: Iterable[Assignment],
    *,
    volunteers: Iterable[Volunteer] = (),
    rule: AssignmentRule | None = None,
) -> Levels:
    """Return what assignments come to on each level (*niveaux*); nothing is solved."""
    people = gather_candidates(participants, scores, volunteers, {})
    jobs = put_missions_in_order(missions, {})
    standing = [one for one in assignments if one.status is not AssignmentStatus.DECLINED]
    problem = state_problem(people, jobs, standing, (), {}, rule or AssignmentRule())
    return Solved(problem, Chosen((), {})).measure()


@dataclass(frozen=True)
class _Told:
    """Says a solved assignment in values of the method; of ``declined``, ``off`` were taken off by hand."""

    solved: Solved
    declined: set[tuple[str, str]]
    off: set[tuple[str, str]]

    def tell(self, listed: Sequence[Mission]) -> Assignments:
        problem, explainer = self.solved.problem, Explainer(self.solved)
        made = _put_in_order((*self._list_standing(), *self._list_chosen(explainer)), problem.people, listed)
        placed = {assignment.participant for assignment in made}
        unassigned, bindings = self._explain_people(explainer, placed)
        columns = {mission.id: column for column, mission in enumerate(problem.missions)}
        filled = Counter(assignment.mission for assignment in made)
        return Assignments(
            made,
            unassigned,
            tuple(
                self._explain_mission(explainer, columns[job.id], filled[job.id])
                for job in listed
                if filled[job.id] < job.places
            ),
            self.solved.measure(),
            self._list_pairs(),
            bindings,
        )

    def _list_standing(self) -> list[Assignment]:
        """Return what stands, with whom beginners go.

        One who lost whom they went with goes with somebody else, if anybody can; whoever comes back and takes somebody
        else along does not go with them. One who needs nobody any more goes with nobody.
        """
        people, new = self.solved.problem.people, {*self.solved.chosen.pairs}
        listed = []
        for one in self.solved.problem.standing:
            mentor = None if one.row is None else self.solved.chosen.beside.get((one.row, one.column))
            before = one.assignment.beside if one.beginner and (one.mentor, one.column) not in new else None
            listed.append(replace(one.assignment, beside=before if mentor is None else people[mentor].id))
        return listed

    def _list_chosen(self, explainer: Explainer) -> list[Assignment]:
        problem, beside = self.solved.problem, self.solved.chosen.beside
        chosen = []
        for row, column in self.solved.chosen.pairs:
            person, mission, mentor = problem.people[row], problem.missions[column], beside.get((row, column))
            needed = not explainer.refillable[column]
            reason = explain_choice(person, mission, beside=mentor is not None, needed=needed)
            with_whom = None if mentor is None else problem.people[mentor].id
            chosen.append(Assignment(person.id, mission.id, reason, beside=with_whom))
        return chosen

    def _list_pairs(self) -> tuple[Paired, ...]:
        problem = self.solved.problem
        there = {(one.row, one.column) for one in problem.standing}
        beside = {
            (one.row, one.column): one.mentor
            for one in problem.standing
            if one.mentor is not None and one.row is not None and (one.mentor, one.column) in there
        }
        beside |= self.solved.chosen.beside
        ordered = sorted(beside, key=lambda pair: (pair[1], pair[0]))
        people, missions = problem.people, problem.missions
        return tuple(
            Paired(people[row].id, people[beside[row, column]].id, missions[column].id) for row, column in ordered
        )

    def _explain_people(
        self, explainer: Explainer, placed: set[str]
    ) -> tuple[tuple[tuple[str, Reason], ...], dict[str, Binding]]:
        problem = self.solved.problem
        possible = problem.able | problem.learning
        told, bindings = [], {}
        for row, person in enumerate(problem.people):
            if person.id in placed:
                continue
            binding = explainer.bind_person(row) if explainer.usable[row].any() else None
            if binding is not None:
                bindings[person.id] = binding
            may, might = explainer.usable[row], possible[row]
            refused = {mission for one, mission in self.declined if one == person.id}
            reason = explain_without(person, problem.missions, might, may, binding, refused)
            told.append((person.id, self._tell_off(person, reason)))
        return tuple(told), bindings

    def _tell_off(self, person: Candidate, reason: Reason) -> Reason:
        """Say of somebody who "declined" what they did not, but were taken off by hand."""
        if reason.code != "unassigned-declined":
            return reason
        wished = {one.id for one in self.solved.problem.missions if person.wishes(one.challenge)}
        gone = {pair for pair in self.declined if pair[0] == person.id and pair[1] in wished}
        if gone.isdisjoint(self.off):
            return reason
        return Reason("unassigned-taken-off" if gone <= self.off else "unassigned-set-aside")

    def _explain_mission(self, explainer: Explainer, column: int, filled: int) -> Unfilled:
        mission = self.solved.problem.missions[column]
        refused = sum(mission.id == job for _, job in self.declined)
        reason = explain_free(mission, column, self.solved, refused)
        off = sum(mission.id == job for _, job in self.off)
        if reason.code == "unfilled-declined" and off == refused:
            reason = Reason("unfilled-taken-off", {"able": off})
        elif reason.code == "unfilled-declined" and off:
            reason = Reason("unfilled-set-aside", {"declined": refused - off, "off": off})
        binding, need = explainer.bind_mission(column), explainer.need_of(column)
        return Unfilled(mission.id, mission.places, filled, reason, binding, need)


def find_broken_rules(
    score: Score | None,
    mission: Mission,
    *,
    offer: Volunteer | None = None,
    sector: str = "",
    others: Iterable[Mission] = (),
) -> tuple[Reason, ...]:
    """Return which of the rules it breaks to put the author of ``score`` on ``mission`` by hand; empty if none.

    Parameters
    ----------
    score
        Their place in the matrix of the mission's challenge, ``None``: none.
    mission
        Where they are put.
    offer
        What they offered, ``None``: nothing, and then they take one mission.
    sector
        Where they live, ``""``: not said.
    others
        The missions they are on besides.

    Returns
    -------
    tuple of Reason
        ``no-answer``, ``unsure``, or ``competence`` and ``interest``; ``reach``, ``car``, ``language``, ``days``,
        ``until``; ``time`` with the title of a mission at the same time; ``most`` with how many they take at most.

    """
    besides = tuple(others)
    broken = [*_find_unfit(score, mission), *find_practical(offer, sector, mission)]
    meanwhile = next((one for one in besides if clash(mission, one)), None)
    if meanwhile is not None:
        broken.append(Reason("time", {"mission": meanwhile.title}))
    most = 1 if offer is None else offer.max_missions
    if len(besides) >= most:
        broken.append(Reason("most", {"most": most}))
    return tuple(broken)


def _find_unfit(score: Score | None, mission: Mission) -> list[Reason]:
    if score is None or not score.answered:
        return [Reason("no-answer")]
    if score.competence is None or score.interest is None:
        return [Reason("unsure")]
    broken = []
    if score.competence < mission.min_competence:
        broken.append(Reason("competence", {"competence": score.competence, "needed": mission.min_competence}))
    if score.interest < INTEREST_NEEDED:
        broken.append(Reason("interest", {"interest": score.interest}))
    return broken


def _put_in_order(
    made: Sequence[Assignment], people: Sequence[Candidate], jobs: Sequence[Mission]
) -> tuple[Assignment, ...]:
    of_person = {person.id: rank for rank, person in enumerate(people)}
    of_job = {job.id: rank for rank, job in enumerate(jobs)}
    known = (one for one in made if one.mission in of_job)
    return tuple(sorted(known, key=lambda one: (of_job[one.mission], of_person.get(one.participant, -1))))
