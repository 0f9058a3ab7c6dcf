"""Who else is on one's mission (*avec*): those who said yes and let it be said, else a number; and who goes with whom.

Nobody is named before they accepted: until then who goes with one is "somebody". By a yes to a pair that stood then,
the other of it reads their pseudonym; a name only where they agreed to it. No score, no id and no way to be reached
leaves this module.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from workshop_kit.domain.model import Assignment, AssignmentStatus, Volunteer
from workshop_kit.domain.shown_names import name_shown
from workshop_kit.i18n import Translator
from workshop_kit.live.acts.pairing import call_in_pair, find_pair, find_telling
from workshop_kit.store import Repository
from workshop_kit.store.persons import Person, Persons


@dataclass(frozen=True)
class Company:
    """The others on one's mission, as one may read them: ``names``, how many ``others``, and the ``pair`` in words."""

    names: tuple[str, ...]
    others: int
    pair: str


class CompanyBook:
    """Reads, within one transaction, with whom a person is on their missions.

    Attributes
    ----------
    people
        The ids of everybody on these missions, on each of their seats: what they do may change what is read.

    """

    def __init__(self, repository: Repository, person: Person, mine: Iterable[Assignment], say: Translator) -> None:
        self._repository, self._say = repository, say
        own = {one.mission: one for one in mine}
        persons = Persons(repository) if own else None
        everybody = () if persons is None else persons.list_assignments()
        self._me = person.id
        self._mine = own
        self._on = [one for one in everybody if one.mission in own and one.status is not AssignmentStatus.DECLINED]
        self._known = {} if persons is None else {one.id: one for one in persons.everybody}
        others = {one.participant for one in everybody if one.mission in own and one.participant != person.id}
        self.people = frozenset(seat for one in others if persons is not None for seat in persons.list_seats_of(one))

    def read(self, mission: str) -> Company:
        """Return with whom the person is on one of their missions; of one they declined no name is read."""
        mine, on = self._mine[mission], [one for one in self._on if one.mission == mission]
        others = [one for one in on if one.participant != self._me]
        accepted = [one.participant for one in others if one.status is AssignmentStatus.ACCEPTED]
        if mine.status is AssignmentStatus.DECLINED:
            return Company((), len(accepted), "")
        names = sorted(
            (name for one in accepted if (name := name_shown(self._known.get(one), self._find_offer(one)))),
            key=str.casefold,
        )
        return Company(tuple(names), len(accepted) - len(names), self._say_pair(mine, on))

    def _say_pair(self, mine: Assignment, on: list[Assignment]) -> str:
        """Say who goes with whom; who said no yes yet, or of whom nothing may be said, is "somebody"."""
        pair = find_pair(self._me, on, self._call)
        if pair is None:
            return ""
        key = f"participant.mission.pair.{pair.role}"
        if pair.missing:
            return self._say(f"{key}-nobody")
        said = self._say(key, name=pair.name) if pair.name else self._say(f"{key}-somebody")
        telling = find_telling(mine, pair, self._known.get(self._me), self._find_offer(self._me))
        return said if telling is None else f"{said} {self._say(f'participant.mission.pair.{telling}')}"

    def _call(self, other: str, told: bool) -> str:
        return call_in_pair(self._known.get(other), self._find_offer(other), told)

    def _find_offer(self, other: str) -> Volunteer | None:
        return Person(self._repository, other).find_offer()
