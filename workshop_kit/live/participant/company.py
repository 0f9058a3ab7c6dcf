"""Who else is on one's mission (*avec*): those who said yes and let it be said, else a number; and who goes with whom.

Nothing is said of anybody before they accepted: neither a name nor that they know or begin a work. No score, no id and
no way to be reached leaves this module.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from workshop_kit.domain.contacts import conceal_contacts
from workshop_kit.domain.model import Assignment, AssignmentStatus, Origin, Participant
from workshop_kit.i18n import Translator
from workshop_kit.store import Repository
from workshop_kit.store.persons import Person, Persons

#: Of a pair, the sentence for who begins and for who takes them along.
_BEGINS, _TAKES = "begin", "take"


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
        """Return with whom the person is on one of their missions."""
        others = [one for one in self._on if one.mission == mission and one.participant != self._me]
        accepted = [one.participant for one in others if one.status is AssignmentStatus.ACCEPTED]
        names = sorted((name for one in accepted if (name := self._name_shown(one))), key=str.casefold)
        return Company(tuple(names), len(accepted) - len(names), self._say_pair(mission, others, accepted))

    def _say_pair(self, mission: str, others: list[Assignment], accepted: list[str]) -> str:
        """Say who goes with whom; who said nothing yet, or wants no name said, is "somebody"."""
        mine = next((one for one in self._on if one.mission == mission and one.participant == self._me), None)
        if mine is None:
            return ""
        mentor = next((one for one in others if one.participant == mine.beside), None)
        if mentor is not None:
            return self._say_other(_BEGINS, mentor.participant, accepted)
        if mine.beside is not None or mine.reason.code == "assigned-beside":
            return self._say("participant.mission.pair.begin-nobody")
        beginner = next((one for one in others if one.beside == self._me), None)
        return "" if beginner is None else self._say_other(_TAKES, beginner.participant, accepted)

    def _say_other(self, role: str, other: str, accepted: list[str]) -> str:
        name = (self._name_shown(other) or self._name_seat(other)) if other in accepted else ""
        if not name:
            return self._say(f"participant.mission.pair.{role}-somebody")
        return self._say(f"participant.mission.pair.{role}", name=name)

    def _name_shown(self, other: str) -> str:
        """Return how somebody who agreed to it is called, ``""``: they did not."""
        offer = Person(self._repository, other).find_offer()
        if offer is None or not offer.may_show_name:
            return ""
        return conceal_contacts(offer.name) or self._name_seat(other)

    def _name_seat(self, other: str) -> str:
        return name_seat(self._known[other]) if other in self._known else ""


def name_seat(seat: Participant) -> str:
    """Return the pseudonym that somebody chose in the room; of a file it may be their name, which nobody reads."""
    return conceal_contacts(seat.pseudonym) if seat.origin in (Origin.ROOM, Origin.PROXY) else ""
