"""What the page of the room shows: who is there, who is missing, and what is to be settled, by pseudonym alone."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import Final, Literal

from workshop_kit.domain.course import Phase, Stage
from workshop_kit.domain.diversity import measure_presence
from workshop_kit.domain.doubts import Silence, Twins, date_signs, find_silences, find_twins
from workshop_kit.domain.files import Trait
from workshop_kit.domain.likeness import fold_email, fold_phone, sort_name
from workshop_kit.domain.model import Category, Change, Origin, Participant, Volunteer
from workshop_kit.domain.names import abbreviate_name, fold_name
from workshop_kit.domain.offering import is_named
from workshop_kit.domain.presence import list_present, list_seated
from workshop_kit.domain.seat_traces import read_traces
from workshop_kit.domain.twins import Described, LookAlike, find_look_alikes
from workshop_kit.i18n import Translator
from workshop_kit.live.acts.moving import read_present
from workshop_kit.live.contract.facilitator.people import (
    CategoryCount,
    PeopleModel,
    RoomSeat,
    SeatDoubt,
    SettledSeat,
)
from workshop_kit.live.facilitator.seat_tracing import tell_traces
from workshop_kit.store import Repository
from workshop_kit.store.persons import Persons

#: How many missing categories one can say in a breath.
SAID_AT_ONCE: Final = 3
#: How many pairs of a file's people are asked about together; the next ones come when these are answered.
ASKED_AT_ONCE: Final = 12
#: The changes that ask about a seat since the person was erased on another, with their ideas or without.
_ERASURES: Final = ("erasure", "erasure-but-ideas")


class PeopleBook:
    """Reads who is there within one read of the store, and says it in one language.

    Parameters
    ----------
    repository
        Inside its transaction.
    translator
        The language of the page.
    now
        The present, an aware time.

    """

    def __init__(self, repository: Repository, translator: Translator, now: datetime) -> None:
        self._repository = repository
        self._say = translator
        self._now = now
        self._persons = Persons(repository)
        self._people = {one.id: one for one in self._persons.everybody}
        self._seated = list_seated(self._persons.everybody)
        self._present = list_present(self._persons.everybody)
        self._offers = {one.participant: one for one in repository.list_volunteers()}
        brought = (one for one in self._persons.everybody if one.origin is Origin.FILE)
        self._alike = Counter((fold_name(abbreviate_name(one.pseudonym)), fold_name(one.sector)) for one in brought)
        self._wrote = Counter(idea.author for idea in self._persons.list_ideas())

    def read(self, feed: Sequence[Change]) -> PeopleModel:
        """Return the read model; ``feed`` is the whole change log, the oldest first."""
        presence = measure_presence(self._repository.list_stakeholders(), self._present)
        counted = [one for one in presence if one.present or one.category != Category.OTHER]
        counted.sort(key=lambda one: -one.present)
        return {
            "present": len(self._present),
            "away": len(self._seated) - len(self._present),
            "without_phone": sum(one.origin is Origin.PROXY for one in self._present),
            "categories": [
                CategoryCount(label=self._say.category(one.category), people=one.present) for one in counted
            ],
            "sentence": self._name_missing([one.category for one in counted if not one.present]),
            "seats": self._list_seats(),
            "doubts": self._find_doubts(feed),
            "settled": self._list_settled(),
            "traces": tell_traces(read_traces(feed), self._name_if_here, self._say),
        }

    def _name_missing(self, categories: Sequence[str]) -> str:
        """Return the sentence to say about who is missing, the organiser's own words before the usual ones."""
        if not self._present or not categories:
            return ""
        first = sorted(categories, key=lambda one: one in tuple(Category))[:SAID_AT_ONCE]
        names = [self._name_them(one) for one in first]
        if len(names) > 1:
            last = self._say("facilitator.people.missing.and", one=names[-2], other=names[-1])
            names[-2:] = [last]
        return self._say("facilitator.people.missing", names=", ".join(names))

    def _name_them(self, category: str) -> str:
        key = f"facilitator.said-for.{category}"
        return self._say(key) if self._say.knows(key) else self._say("facilitator.people.missing.own", word=category)

    def _list_seats(self) -> list[RoomSeat]:
        seats = [self._read_seat(one) for one in self._persons.everybody if one.origin.seated]
        return sorted(seats, key=lambda seat: (fold_name(seat["pseudonym"]), seat["id"]))

    def _read_seat(self, seat: Participant) -> RoomSeat:
        standing = self._people[self._persons.seats[seat.id]]
        state: Literal["present", "away", "joined"] = "present" if seat.away_at is None else "away"
        return {
            "id": seat.id,
            "pseudonym": seat.pseudonym,
            "category": self._say.category(seat.category),
            "state": "joined" if standing != seat else state,
            "stands": standing.pseudonym if standing != seat else "",
            "spoken": seat.origin is Origin.PROXY,
        }

    def _find_doubts(self, feed: Sequence[Change]) -> list[SeatDoubt]:
        """Ask about the same person once: those who may sit twice are not said to be silent as well.

        Who said on their phone that another was not theirs is not asked about again.
        """
        signs, parted = self._date_signs(feed), self._find_parted(feed)
        twins = [one for one in find_twins(self._present, signs) if not {one.first, one.second} & parted.keys()]
        asked = {one.first for one in twins}
        silences = find_silences(self._present, signs, self._list_given(), self._now)
        return [
            *self._ask_about_erasures(feed),
            *(self._tell_parted(seat, sequence) for seat, sequence in parted.items()),
            *(self._ask_about_silence(one) for one in silences if one.person not in asked),
            *(self._ask_about_twins(one) for one in twins),
            *self._ask_about_files(),
        ]

    def _find_parted(self, feed: Sequence[Change]) -> dict[str, int]:
        """Return, with the number of that change, the seats that said they are no other's and are joined to none."""
        said = {one.entity: one.sequence for one in feed if one.kind == "parting" and one.entity in self._people}
        joined = {seat for seat, person in self._persons.seats.items() if seat != person}
        joined |= {self._persons.seats[seat] for seat in joined}
        return {seat: sequence for seat, sequence in said.items() if seat not in joined}

    def _ask_about_erasures(self, feed: Sequence[Change]) -> list[SeatDoubt]:
        """Ask about each seat that was joined to one erased on a phone, until it goes or is said to stay."""
        asked: dict[str, Change] = {}
        for change in feed:
            if change.kind in _ERASURES:
                asked[change.entity] = change
            elif change.kind == "keeping":
                asked.pop(change.entity, None)
        return [
            {
                "key": f"erasure:{seat}:{change.sequence}",
                "kind": "erasure",
                "seats": [seat],
                "names": [self._people[seat].pseudonym],
                "minutes": 0,
                "ideas": self._wrote[seat],
                "with_ideas": change.kind == _ERASURES[0],
                "contact": (offer := self._repository.find_volunteer(seat)) is not None and is_named(offer),
                "signs": [],
            }
            for seat, change in asked.items()
            if seat in self._people
        ]

    def _tell_parted(self, seat: str, sequence: int) -> SeatDoubt:
        names = [self._people[seat].pseudonym]
        return {
            "key": f"parted:{seat}:{sequence}",
            "kind": "parted",
            "seats": [seat],
            "names": names,
            "minutes": 0,
            "ideas": 0,
            "with_ideas": False,
            "contact": False,
            "signs": [],
        }

    def _date_signs(self, feed: Sequence[Change]) -> dict[str, datetime]:
        steps = {str(one.number): one.at for one in self._repository.list_steps()}
        signs = date_signs(self._persons.everybody, self._repository.list_ideas(), feed, steps, self._now)
        last: dict[str, datetime] = {}
        for seat, person in self._persons.seats.items():
            last[person] = max(signs[seat], last.get(person, signs[seat]))
        return last

    def _list_given(self) -> set[str]:
        """Return who gave what the room or an open challenge asks for now; when nothing is asked for, nobody."""
        course = read_present(self._repository)
        if course.phase is Phase.SCORING:
            scores = self._persons.list_scores()
            return {one.participant for one in scores if one.answered}
        given: set[str] = set()
        for challenge in course.open if course.phase is Phase.WORK else ():
            if course.stage_of(challenge) in (Stage.WRITING, Stage.REVEAL):
                given |= {one.author for one in self._persons.list_ideas(challenge) if one.author is not None}
                given |= self._persons.list_finished(challenge, Stage.WRITING)
            else:
                given |= {one.participant for one in self._persons.list_votes(challenge) if one.counts}
        return given

    def _ask_about_silence(self, doubt: Silence) -> SeatDoubt:
        return {
            "key": f"silent:{doubt.person}",
            "kind": "silent",
            "seats": [doubt.person],
            "names": [self._people[doubt.person].pseudonym],
            "minutes": int((self._now - doubt.since).total_seconds() // 60),
            "ideas": self._wrote[doubt.person],
            "with_ideas": False,
            "contact": False,
            "signs": [],
        }

    def _ask_about_twins(self, doubt: Twins) -> SeatDoubt:
        seats = [doubt.first, doubt.second]
        return {
            "key": f"twins:{doubt.first}:{doubt.second}",
            "kind": "twins",
            "seats": seats,
            "names": [self._people[seat].pseudonym for seat in seats],
            "minutes": 0,
            "ideas": self._wrote[doubt.first],
            "with_ideas": False,
            "contact": False,
            "signs": [],
        }

    def _ask_about_files(self) -> list[SeatDoubt]:
        """Ask about the people of files who look like somebody of the room, or like each other; the surest first."""
        found = find_look_alikes(self._describe_everybody(), self._repository.list_apart())
        return [self._ask_about_look_alike(one) for one in found[:ASKED_AT_ONCE]]

    def _describe_everybody(self) -> list[Described]:
        """Return what everybody may be known by: of a seat only what was given on it."""
        offers = self._offers
        emails: defaultdict[str, set[str]] = defaultdict(set)
        phones: defaultdict[str, set[str]] = defaultdict(set)
        for mark in self._repository.list_marks():
            if mark.kind in (Trait.EMAIL, Trait.PHONE):
                (emails if mark.kind is Trait.EMAIL else phones)[mark.participant].add(mark.digest)
        digest = self._repository.digest
        for one in offers.values():
            if one.email:
                emails[one.participant].add(digest(Trait.EMAIL, fold_email(one.email)))
            if one.phone:
                phones[one.participant].add(digest(Trait.PHONE, fold_phone(one.phone)))
        return [
            self._describe(one, offers.get(one.id), frozenset(emails[one.id]), frozenset(phones[one.id]))
            for one in self._persons.everybody
            if one.origin is not Origin.FORM  # a name identifies nobody: they are taken for nobody else
        ]

    def _describe(
        self, one: Participant, offer: Volunteer | None, emails: frozenset[str], phones: frozenset[str]
    ) -> Described:
        given = offer.name if offer is not None else ""
        brought = one.origin is Origin.FILE
        names = (given or one.pseudonym,) if brought or not given else (given, one.pseudonym)
        besides = (one.pseudonym,) if brought and given else ()
        return Described(one.id, self._persons.seats[one.id], brought, names, emails, phones, besides)

    def _ask_about_look_alike(self, doubt: LookAlike) -> SeatDoubt:
        brought, other = self._people[doubt.brought], self._people[doubt.other]
        kind: Literal["file", "files"] = "files" if other.origin is Origin.FILE else "file"
        return {
            "key": f"{kind}:{doubt.brought}:{doubt.other}",
            "kind": kind,
            "seats": [doubt.brought, doubt.other],
            "names": [self._call(other), self._call(brought)],
            "minutes": 0,
            "ideas": 0,
            "with_ideas": False,
            "contact": False,
            "signs": [one.value for one in doubt.signs],
        }

    def _call(self, person: Participant) -> str:
        """Return a seat's pseudonym, and what a file calls somebody as a stranger looking on may read it."""
        if person.origin is not Origin.FILE:
            return person.pseudonym
        name = abbreviate_name(person.pseudonym)
        alone = self._alike[fold_name(name), fold_name(person.sector)] == 1
        besides = ", ".join(said for said in (person.sector, "" if alone else self._hint(person)) if said)
        return f"{name} ({besides})" if besides else name

    def _hint(self, person: Participant) -> str:
        """Return as much of an address or a number as tells homonyms apart, and reaches nobody."""
        offer = self._offers.get(person.id)
        if offer is not None and offer.email:
            local, _, domain = offer.email.partition("@")
            return f"{local[:1]}…@{domain}"
        return f"…{offer.phone[-2:]}" if offer is not None and offer.phone else ""

    def _name_if_here(self, seat: str) -> str:
        """Return what a seat is called, an empty text where it was erased or its person took their details back."""
        person = self._people.get(seat)
        return "" if person is None or self._has_withdrawn(person) else self._call(person)

    def _has_withdrawn(self, person: Participant) -> bool:
        digest = self._repository.digest(Trait.NAME, sort_name(person.pseudonym))
        return any(one.digest == digest for one in self._repository.list_withdrawals())

    def _list_settled(self) -> list[SettledSeat]:
        """Return what can be taken back, by the moment people left, then the joined seats as they came."""
        gone = sorted(
            (one for one in self._seated if one.away_at is not None), key=lambda one: (str(one.away_at), one.id)
        )
        left = [self._tell_away(one, one.away_at) for one in gone if one.away_at is not None]
        joined = [self._tell_joined(one) for one in self._persons.everybody if one.joined_to is not None]
        return [*left, *joined, *(self._tell_apart(*pair) for pair in sorted(self._repository.list_apart()))]

    def _tell_away(self, person: Participant, at: datetime) -> SettledSeat:
        at_ms = round(at.timestamp() * 1000)
        return {"kind": "away", "seat": person.id, "other": "", "names": [person.pseudonym], "at": at_ms}

    def _tell_joined(self, seat: Participant) -> SettledSeat:
        standing = self._people[self._persons.seats[seat.id]]
        names = [self._call(seat), self._call(standing)]
        return {"kind": "joined", "seat": seat.id, "other": "", "names": names, "at": 0}

    def _tell_apart(self, first: str, second: str) -> SettledSeat:
        names = [self._call(self._people[first]), self._call(self._people[second])]
        return {"kind": "apart", "seat": first, "other": second, "names": names, "at": 0}
