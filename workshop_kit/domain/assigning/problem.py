"""The assignment as arrays: who may take which mission, what stands already, and what is left to be decided."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from workshop_kit.domain.assigning.clashes import find_clashes
from workshop_kit.domain.assigning.people import Candidate
from workshop_kit.domain.assigning.rules import BESIDE, MENTOR_COMPETENCE, speaks
from workshop_kit.domain.assigning.times import is_free, list_times
from workshop_kit.domain.matrix import INTEREST_NEEDED
from workshop_kit.domain.model import Assignment, AssignmentRule, Mission
from workshop_kit.domain.names import fold_name

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[Any]


@dataclass(frozen=True)
class Standing:
    """An assignment that stands (*affectation acquise*): a row of people or ``None`` for somebody else, and a column.

    ``beginner``: they were given somebody to go with, and are still below what the mission asks for. ``mentor``: the
    row of whom a beginner goes with, ``None``: nobody who is known. ``alone``: they wish it, are below what it
    asks for, and were put there by hand with nobody to go with.
    """

    assignment: Assignment
    row: int | None
    column: int
    beginner: bool = False
    mentor: int | None = None
    alone: bool = False


@dataclass(frozen=True)
class Problem:
    """Volunteers and missions (*problème d'affectation*), people × missions where an array has two axes.

    Attributes
    ----------
    people, missions
        In the order of ``assigning.people``.
    able
        Allowed by themselves; what stands already is not among it, nor what is at the same time.
    learning
        Allowed beside somebody of competence 2 or more: nothing but their competence is below what is asked.
    mentoring
        Able, or standing there, and of a competence of 2 or more.
    wanted
        The interest is +1 or more.
    fit
        The weights times competence and interest; 0 where there is no score.
    suited
        Able or learning, whatever stands already: those whom the rules allow.
    same
        The mission is in the sector they live in.
    left
        How many more missions each person may take.
    places
        How many places each mission has left.
    standing
        What was decided and is not solved again.
    clashing
        missions × missions, whether both are at the same time.
    ranks
        By the id of each challenge, where it stands among them.
    before
        Pairs of a row and a column that were proposed: between equals they stay.
    earlier
        The row of whom a beginner was proposed to go with, by their own row and column: between equals they stay.

    """

    people: Sequence[Candidate]
    missions: Sequence[Mission]
    able: Numbers
    learning: Numbers
    mentoring: Numbers
    wanted: Numbers
    suited: Numbers
    fit: Numbers
    same: Numbers
    left: Numbers
    places: Numbers
    standing: Sequence[Standing]
    clashing: Numbers
    ranks: Mapping[str, int]
    before: frozenset[tuple[int, int]] = frozenset()
    earlier: Mapping[tuple[int, int], int] = field(default_factory=dict)

    @property
    def mentors_taken(self) -> dict[int, int]:
        """How many beginners each person who stands on the same mission takes along already."""
        here = {(one.row, one.column) for one in self.standing}
        taken: dict[int, int] = {}
        for one in self.standing:
            if one.mentor is not None and (one.mentor, one.column) in here:
                taken[one.mentor] = taken.get(one.mentor, 0) + 1
        return taken

    @property
    def waiting(self) -> dict[tuple[int, int], int | None]:
        """Beginners who stand and lost whom they went with, as row and column, with that person's row, if known.

        The next who can goes along.
        """
        here = {(one.assignment.participant, one.column) for one in self.standing}
        return {
            (one.row, one.column): one.mentor
            for one in self.standing
            if one.beginner and one.row is not None and (one.assignment.beside, one.column) not in here
        }


def state_problem(
    people: Sequence[Candidate],
    missions: Sequence[Mission],
    standing: Iterable[Assignment],
    never: Collection[tuple[str, str]],
    ranks: Mapping[str, int],
    rule: AssignmentRule,
    proposed: Iterable[Assignment] = (),
) -> Problem:
    """Return the problem in arrays.

    Parameters
    ----------
    people, missions
        In the order of ``assigning.people``.
    standing
        What was decided: it takes its places, and is not solved again.
    never
        (participant, mission) that are not proposed: declined, or taken off by hand.
    ranks
        By the id of each challenge, where it stands among them.
    rule
        The weights of the fit.
    proposed
        What was proposed and is solved again.

    """
    import numpy as np

    rows, columns = {one.id: row for row, one in enumerate(people)}, {one.id: at for at, one in enumerate(missions)}
    competence, interest, offered = _read_scores(people, missions)
    needed = np.array([one.min_competence for one in missions], dtype=int)
    allowed = offered & (interest >= INTEREST_NEEDED) & _find_practical(people, missions)
    for participant, mission in never:
        if participant in rows and mission in columns:
            allowed[rows[participant], columns[mission]] = False
    skilled = (competence >= needed) | (needed <= 0)
    beginning = ~skilled & (interest >= INTEREST_NEEDED)
    stands = [_stand(one, rows, columns, skilled, beginning) for one in standing if one.mission in columns]
    # the order of rows changes nothing; somebody else than these people is told by their id alone
    stands.sort(key=lambda one: (one.column, -1 if one.row is None else one.row, one.assignment.participant))
    clashing = find_clashes(missions)
    left = np.array([one.most for one in people], dtype=int)
    places = np.array([one.places for one in missions], dtype=int)
    suited = allowed.copy()
    mentoring = allowed & skilled & (competence >= MENTOR_COMPETENCE)
    here = np.zeros(allowed.shape, dtype=bool)
    for one in stands:
        places[one.column] -= 1
        if one.row is not None:
            left[one.row] -= 1
            here[one.row, one.column] = True
            allowed[one.row] &= ~clashing[one.column]
    allowed &= ~here
    mentoring = (mentoring & (allowed | here)) | (
        here & skilled & (competence >= MENTOR_COMPETENCE) & (interest >= INTEREST_NEEDED)
    )
    before = {
        (rows[one.participant], columns[one.mission]): one.beside
        for one in proposed
        if one.participant in rows and one.mission in columns
    }
    fit = rule.competence * np.maximum(competence, 0) + rule.interest * np.where(competence < 0, 0, interest)
    return Problem(
        people,
        missions,
        able=allowed & skilled,
        learning=allowed & ~skilled,
        mentoring=mentoring,
        wanted=interest >= INTEREST_NEEDED,
        suited=suited,
        fit=fit,
        same=_find_same(people, missions),
        left=np.maximum(left, 0),
        places=np.maximum(places, 0),
        standing=stands,
        clashing=clashing,
        ranks=ranks,
        before=frozenset(before),
        earlier={pair: rows[beside] for pair, beside in before.items() if beside in rows},
    )


def _stand(
    one: Assignment, rows: Mapping[str, int], columns: Mapping[str, int], skilled: Numbers, beginning: Numbers
) -> Standing:
    """Return what stands; whoever is up to what is asked by now, themselves or by the mission, needs nobody along."""
    row, column = rows.get(one.participant), columns[one.mission]
    began = one.beside is not None or one.reason.code == BESIDE
    if not began or (row is not None and skilled[row, column]):
        return Standing(one, row, column, alone=row is not None and bool(beginning[row, column]))
    return Standing(one, row, column, beginner=True, mentor=None if one.beside is None else rows.get(one.beside))


def _read_scores(people: Sequence[Candidate], missions: Sequence[Mission]) -> tuple[Numbers, Numbers, Numbers]:
    """Return competence and interest (-9 where there is no whole score) and whether help is offered."""
    import numpy as np

    challenges = list(dict.fromkeys(one.challenge for one in missions))
    of = np.array([challenges.index(one.challenge) for one in missions], dtype=int)
    placed = [[one.score_on(challenge) or (-9, -9) for challenge in challenges] for one in people]
    scores = np.array(placed, dtype=int).reshape(len(people), len(challenges), 2)
    offers = np.array([[one.offers(challenge) for challenge in challenges] for one in people], dtype=bool)
    offers = offers.reshape(len(people), len(challenges))
    return scores[:, of, 0], scores[:, of, 1], offers[:, of]


def _find_practical(people: Sequence[Candidate], missions: Sequence[Mission]) -> Numbers:
    """Return who can be there: sector, car, language, days, last day; each thing asked for is looked at once."""
    import numpy as np

    possible = np.ones((len(people), len(missions)), dtype=bool)
    asked: dict[tuple[str, object], list[int]] = {}
    for column, one in enumerate(missions):
        for kind, value in _list_asked(one):
            asked.setdefault((kind, value), []).append(column)
    for (kind, value), columns in asked.items():
        can = np.array([_can(one, kind, value) for one in people], dtype=bool)
        possible[:, columns] &= can[:, None]
    return possible


def _list_asked(one: Mission) -> list[tuple[str, object]]:
    asked: list[tuple[str, object]] = [("sector", fold_name(one.sector))] if one.sector else []
    asked += [("car", True)] if one.car else []
    asked += [("language", fold_name(one.language))] if one.language else []
    times = list_times(one)
    asked += [("days", times)] if times else []
    asked += [("until", one.first_date)] if one.first_date else []
    return asked


def _can(person: Candidate, kind: str, value: Any) -> bool:
    offer = person.offer
    if kind == "sector":
        return person.reaches(value)
    if kind == "car":
        return offer is not None and offer.car is True
    if kind == "language":
        return speaks(offer, value)
    if kind == "days":
        return offer is None or is_free(offer.days, value)
    return offer is None or not offer.until or value <= offer.until


def _find_same(people: Sequence[Candidate], missions: Sequence[Mission]) -> Numbers:
    import numpy as np

    lives = [fold_name(one.sector) if one.sector else "" for one in people]
    lies = [fold_name(one.sector) if one.sector else "" for one in missions]
    same = [[bool(there) and here == there for there in lies] for here in lives]
    return np.array(same, dtype=bool).reshape(len(people), len(missions))
