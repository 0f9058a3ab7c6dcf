"""Why a place stays free, why somebody has no mission: people and missions that bind, worked out from the answer.

Whoever could take a free place is somewhere else; whoever could take their place there is somewhere else, and so on.
What is reached that way is closed: its missions ask for more people than there are who may take any of them (a
violation of Hall's condition, the minimum cut of the flow). From somebody without a mission the same is walked the
other way. Hall, "On representatives of subsets" (J. London Math. Soc., 1935); Ford and Fulkerson, "Maximal flow through
a network" (Canad. J. Math., 1956).
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, Any

from workshop_kit.domain.assigning.chains import Chains
from workshop_kit.domain.assigning.people import Candidate
from workshop_kit.domain.assigning.rules import (
    BELOW,
    BESIDE,
    MENTOR_COMPETENCE,
    find_barriers,
    mark_service,
    serves,
    speaks,
)
from workshop_kit.domain.assigning.solved import Solved
from workshop_kit.domain.assigning.times import list_days_asked
from workshop_kit.domain.model import Mission, Reason
from workshop_kit.domain.names import fold_name

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[Any]


class Binds(StrEnum):
    """What keeps a place free or somebody without a mission, once the rules allow them."""

    #: More people are asked for than may come.
    PEOPLE = "people"
    #: Beginners would come; nobody is left to go with them.
    MENTORS = "mentors"
    #: Whoever could come is somewhere else at the same time.
    TIME = "time"
    #: Some could come if somebody went with them, others if they were not somewhere else: neither alone is enough.
    BOTH = "both"
    #: More people want to come than there are places.
    PLACES = "places"


@dataclass(frozen=True)
class Need:
    """The smallest change that would help (*ce qui aiderait*): one more person who is like this, and what they open.

    Attributes
    ----------
    challenge
        The one they offer help with, with an interest of +1 or more.
    competence
        What they need at least.
    mentor
        They would take somebody along.
    sector, car, language
        Where they can go, whether they bring a car, what they speak; empty: it does not matter.
    opens
        Ids of the missions in which they could take a free place.
    days
        On which days they can come, all of one of these; empty: it does not matter.
    start
        The day on which they can still help, as ``YYYY-MM-DD``: the last on which one of these missions begins; ``""``:
        none says it.

    """

    challenge: str
    competence: int
    mentor: bool
    sector: str
    car: bool
    language: str
    opens: tuple[str, ...]
    days: tuple[tuple[str, ...], ...] = ()
    start: str = ""


@dataclass(frozen=True)
class Binding:
    """People and missions that bind (*ensemble bloquant*): together they ask for more than there is.

    Attributes
    ----------
    kind
        What is short.
    missions
        Ids of the missions, nearest first: the one that is explained, then those where its people are, and so on; of
        a person, first one in which a place more would be theirs.
    people
        Ids of those who may take one of them and are not held elsewhere; first those who may take the first.
    asked, there
        With ``PLACES`` as many people as ``asked`` want one of the ``there`` places; else as many places as ``asked``
        are free for people of whom ``there`` may come.
    held
        Ids of those who could, and have what was decided for them already.
    waiting
        Ids of beginners without a mission for whom nobody is left to go with; with ``TIME`` and ``BOTH`` of those who
        would be in two places at the same time.
    near
        Ids of those who may take the first mission and are on another.

    """

    kind: Binds
    missions: tuple[str, ...]
    people: tuple[str, ...]
    asked: int
    there: int
    held: tuple[str, ...] = ()
    waiting: tuple[str, ...] = ()
    near: tuple[str, ...] = ()


class Explainer:
    """Explains one solved assignment."""

    def __init__(self, solved: Solved) -> None:
        self._solved = solved
        self._problem = solved.problem
        self._possible: Numbers = self._problem.able | self._problem.learning

    def bind_mission(self, column: int) -> Binding | None:
        """Return what keeps a mission's places free, ``None`` where the rules allow nobody who is not held."""
        import numpy as np

        problem, solved, possible = self._problem, self._solved, self._chains.possible
        missions = np.zeros(len(problem.missions), dtype=bool)
        missions[column] = True
        order, met = [column], dict[int, None]()
        while True:
            coming = (possible & ~solved.new)[:, missions].any(axis=1) & (problem.left > 0)
            people = possible[:, missions].any(axis=1) & (problem.left > 0)
            met.update(dict.fromkeys(np.flatnonzero(people).tolist()))
            grown = missions | self._chains.movable[coming].any(axis=0)
            if (grown == missions).all():
                break
            order += np.flatnonzero(grown & ~missions).tolist()
            missions = grown
        held = problem.suited[:, missions].any(axis=1) & ~people
        if not people.any():
            return None
        kind, waiting = self._tell_kind(column, coming & (solved.spare > 0), missions)
        return Binding(
            kind,
            tuple(problem.missions[at].id for at in order),
            tuple(problem.people[row].id for row in met if not waiting[row] or solved.new[row].any()),
            asked=int(problem.places[missions].sum()),
            there=int(solved.new[people][:, missions].sum()),
            held=self._name_people(held),
            waiting=self._name_people(waiting),
            near=self._name_people(possible[:, column] & ~solved.new[:, column] & (problem.left > 0)),
        )

    def _tell_kind(self, column: int, unfilled: Numbers, missions: Numbers) -> tuple[Binds, Numbers]:
        """Say what is short, people, their time or somebody for beginners to go with; and who waits for it.

        Where nobody who is reached would take one more, it is people. Else a chain from the free place to somebody who
        would is stopped by what is short.
        """
        if not unfilled.any():
            return Binds.PEOPLE, unfilled
        if self._chains.lacks_mentor(column):
            idle = unfilled & ~self._solved.new.any(axis=1)
            return Binds.MENTORS, idle & ~self.usable[:, missions].any(axis=1)
        kind = Binds.TIME if self._chains.lacks_time(column) else Binds.BOTH
        busy = unfilled & (self._busy & self._chains.possible)[:, missions].any(axis=1)
        return kind, busy | self._chains.find_torn(column)

    @cached_property
    def usable(self) -> Numbers:
        """Return people × missions: who may come by themselves, or beside somebody there who takes nobody along."""
        import numpy as np

        problem, solved = self._problem, self._solved
        here: Any = solved.new & problem.able
        for one in problem.standing:
            if one.row is not None:
                here[one.row, one.column] = True
        taking = [*solved.chosen.beside.values(), *problem.mentors_taken]
        idle: Any = here & problem.mentoring
        idle[taking] = False
        return np.asarray(problem.able | (problem.learning & idle.any(axis=0)[None, :]))

    @cached_property
    def _chains(self) -> Chains:
        return Chains(self._solved, self.usable)

    @cached_property
    def _busy(self) -> Any:
        """Return people × missions: who is somewhere else at the same time."""
        return self._chains.busy > 0

    def bind_person(self, row: int) -> Binding | None:
        """Return what keeps somebody without a mission who may take one; ``None``: people are not too many."""
        import numpy as np

        problem, solved = self._problem, self._solved
        missions = self._possible[row].copy()
        order = [*np.flatnonzero(self.usable[row]).tolist(), *np.flatnonzero(missions & ~self.usable[row]).tolist()]
        while True:
            people: Any = solved.new[:, missions].any(axis=1)
            grown = missions | self._possible[people].any(axis=0)
            if (grown == missions).all():
                break
            order += np.flatnonzero(grown & ~missions).tolist()
            missions = grown
        there = int(problem.places[missions].sum())
        if (solved.open[missions] > 0).any() or (solved.new[people].sum(axis=1) != 1).any():
            return None
        people[row] = True
        wanted = int(people.sum())
        if wanted <= there:
            return None
        named = tuple(problem.missions[at].id for at in order)
        return Binding(Binds.PLACES, named, self._name_people(people), wanted, there)

    @cached_property
    def refillable(self) -> Numbers:
        """Return for each mission whether somebody could step in for one of its people, others moving up."""
        import numpy as np

        solved = self._solved
        spare = solved.spare > 0
        missions = self._possible[spare].any(axis=0)
        while True:
            movable = solved.new[:, missions].any(axis=1)
            grown = missions | self._possible[movable | spare].any(axis=0)
            if (grown == missions).all():
                return np.asarray(missions)
            missions = grown

    def need_of(self, column: int) -> Need:
        """Return who would help a mission with a free place: somebody like this takes it at once."""
        problem, mission = self._problem, self._problem.missions[column]
        lonely = self._waits_for_mentor(column)
        competence = max(MENTOR_COMPETENCE, mission.min_competence) if lonely else mission.min_competence
        missions = problem.missions
        alike = (each for each in self._open_alike if serves(mission, competence, missions[each[0]]))
        opens = [missions[at] for at in sorted(chain.from_iterable(alike)) if at != column]
        # of whoever takes somebody along, one mission is named: they need not be there later than it begins
        opens = [one for one in opens if not lonely or one.first_date <= mission.first_date]
        return state_need(mission, competence, [mission, *opens], mentor=lonely)

    @cached_property
    def _open_alike(self) -> list[list[int]]:
        """Return the missions with an open place, those together that anybody could take who can take one of them."""
        alike: dict[Hashable, list[int]] = {}
        for at, one in enumerate(self._problem.missions):
            if self._solved.open[at] > 0:
                alike.setdefault(mark_service(one), []).append(at)
        return list(alike.values())

    def _waits_for_mentor(self, column: int) -> bool:
        """Tell whether somebody would come along if one person more could take them."""
        problem, solved = self._problem, self._solved
        waiting = (solved.spare > 0) & problem.learning[:, column] & ~solved.new[:, column] & ~self._busy[:, column]
        return bool(waiting.any()) and int(solved.open[column]) > 1

    def _name_people(self, chosen: Numbers) -> tuple[str, ...]:
        return tuple(one.id for row, one in enumerate(self._problem.people) if chosen[row])


def state_need(mission: Mission, competence: int, opened: Sequence[Mission], *, mentor: bool = False) -> Need:
    """Return who would help ``mission``, and the others among ``opened``."""
    return Need(
        mission.challenge,
        competence,
        mentor,
        mission.sector,
        mission.car,
        "" if speaks(None, mission.language) else mission.language,
        opens=tuple(one.id for one in opened),
        days=list_days_asked(mission),
        start=max(one.first_date for one in opened),
    )


def explain_choice(person: Candidate, mission: Mission, *, beside: bool, needed: bool) -> Reason:
    """Say why somebody has a mission (*pourquoi*): their score, their sector, whether they go beside somebody.

    ``needed``: without them, one place more would stay free whatever the others did.
    """
    placed = person.score_on(mission.challenge)
    assert placed is not None  # whoever has no score is proposed nothing
    values: dict[str, str | int] = {"competence": placed[0], "interest": placed[1]}
    if needed:
        values["needed"] = 1
    if beside:
        return Reason(BESIDE, values)
    if person.lives_in(mission.sector):
        return Reason("assigned-sector", {**values, "sector": mission.sector})
    if mission.sector and person.sector:
        return Reason("assigned-away", {**values, "sector": mission.sector})
    return Reason("assigned", values)


def explain_without(
    person: Candidate,
    missions: Sequence[Mission],
    possible: Numbers,
    usable: Numbers,
    binding: Binding | None,
    refused: Collection[str] = (),
) -> Reason:
    """Say why somebody has no mission (*pourquoi pas*).

    Parameters
    ----------
    person, missions
        Who, and all missions.
    possible, usable
        Of each mission whether the rules allow them, and whether they could go without somebody new to go with.
    binding
        Who wants the same places, ``None``: that is not why.
    refused
        Ids of the missions that they declined, or that they were taken off.

    """
    scores = person.scores.values()
    if possible.any():
        if binding is not None:
            title = next(mission.title for mission in missions if mission.id == binding.missions[0])
            numbers = {"places": binding.there, "people": binding.asked, "missions": len(binding.missions)}
            return Reason("unassigned-full", {**numbers, "mission": title})
        if usable.any():
            return Reason("unassigned-elsewhere")
        alone = next(mission for mission, may in zip(missions, possible, strict=True) if may)
        placed = person.score_on(alone.challenge)
        assert placed is not None  # the rules allow nobody without a score
        values: dict[str, str | int] = {"competence": placed[0], "needed": alone.min_competence}
        return Reason("unassigned-competence", {**values, "mission": alone.title})
    if not any(person.score_on(challenge) is not None for challenge in person.scores):
        return Reason("unassigned-unsure" if any(score.unsure for score in scores) else "unassigned-unscored")
    wished = [challenge for challenge in person.scores if person.wishes(challenge)]
    if not wished:
        # who pressed yes is never told to have said no: only the interest is missing
        return Reason("unassigned-no-interest" if person.said_yes() else "unassigned-no-wish")
    asked = [job for job in missions if job.challenge in wished]
    if not asked:
        return Reason("unassigned-no-mission")
    asked = [job for job in asked if job.id not in refused]
    barriers = {job.id: find_barriers(person, job) for job in asked}
    hindered = [job for job in asked if barriers[job.id]]
    if not hindered:
        return Reason("unassigned-declined")
    nearest = min(hindered, key=lambda job: (len(barriers[job.id]), job.min_competence, fold_name(job.title)))
    first = next((one for one in barriers[nearest.id] if one.code != BELOW), barriers[nearest.id][0])
    return Reason(f"unassigned-{first.code}", {**first.values, "mission": nearest.title})


def explain_free(mission: Mission, column: int, solved: Solved, declined: int) -> Reason:
    """Say why a mission has free places; ``declined`` are those who could and said no to it."""
    problem = solved.problem
    people = problem.people
    willing = sum(person.wishes(mission.challenge) for person in people)
    if willing == 0:
        return Reason("unfilled-nobody")
    suited = int(problem.suited[:, column].sum())
    if suited == 0:
        if declined:
            return Reason("unfilled-declined", {"able": declined})
        wishing = [find_barriers(one, mission) for one in people if one.wishes(mission.challenge)]
        if all(any(barrier.code == BELOW for barrier in barriers) for barriers in wishing):
            return Reason("unfilled-competence", {"willing": willing, "needed": mission.min_competence})
        return Reason("unfilled-reach", {"willing": willing})
    by_themselves = int((problem.suited[:, column] & (_competence(problem, column) >= mission.min_competence)).sum())
    if by_themselves == 0:
        return Reason("unfilled-competence", {"willing": willing, "needed": mission.min_competence})
    return Reason("unfilled-elsewhere", {"able": suited})


def _competence(problem: Any, column: int) -> Numbers:
    import numpy as np

    challenge = problem.missions[column].challenge
    return np.array([(one.score_on(challenge) or (-1, 0))[0] for one in problem.people], dtype=int)
