"""Entity resolution of the people in files: who a row is about, or why one cannot say.

People of files are compared with people of files alone. Who sits in the room under the same name is somebody else
until the facilitator says otherwise.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from workshop_kit.domain.files import FileMark, Trait
from workshop_kit.domain.likeness import (
    NearNames,
    Sameness,
    compare_names,
    compare_texts,
    fits_initials,
    fold_email,
    fold_phone,
    is_shared_line,
    sort_name,
)
from workshop_kit.domain.model import Origin, Participant, Reason, Volunteer
from workshop_kit.domain.names import fold_name
from workshop_kit.domain.offering import is_offer
from workshop_kit.domain.seats import resolve_seats
from workshop_kit.files.importing.memory import PlanMemory
from workshop_kit.files.importing.plan import Candidate, Doubt, Likeness
from workshop_kit.files.reading.values import Place
from workshop_kit.store import Repository

#: Beyond so many people, near names are not looked for: a list of everybody has them by chance.
_NEAR_AMONG: Final = 1500
#: So many people that one might mean are shown side by side.
_SHOWN_AT_MOST: Final = 6


@dataclass(frozen=True)
class Somebody:
    """Identifying attributes (*signalement*): what a row says of who it is about.

    ``declines``: it says no to being contacted, ``consents``: it says yes; ``agrees``: it says yes to another purpose.
    """

    name: str
    pseudonym: str = ""
    email: str = ""
    phone: str = ""
    sector: str = ""
    category: str = ""
    declines: bool = False
    consents: bool = False
    agrees: bool = False

    @property
    def bare(self) -> bool:
        """Whether it bears nothing but a name."""
        return not self.email and not self.phone


@dataclass
class Known:
    """Reference record (*fiche*): somebody of a file, known already or brought by an earlier line, at ``place``.

    ``declined``: an earlier line of the same file says no for them.
    ``emails`` and ``phones`` are digests, of what is kept and of what was read and not kept.
    """

    id: str
    name: str
    pseudonym: str
    email: str = ""
    phone: str = ""
    sector: str = ""
    consents: bool = False
    consented_at: datetime | None = None
    declined: bool = False
    group: str = ""
    place: Place | None = None
    emails: set[str] = field(default_factory=set)
    phones: set[str] = field(default_factory=set)

    @property
    def bare(self) -> bool:
        """Whether nothing but a name tells who they are."""
        return not self.emails and not self.phones


@dataclass(frozen=True)
class Match:
    """Match result (*rapprochement*): ``person``, somebody new where it is ``None``; ``hint`` names look-alikes."""

    person: str | None
    hint: Doubt | None = None


class PeopleIndex:
    """Index of the people of files, by what they can be known by; lines add to it as they are gone through."""

    def __init__(self, repository: Repository, memory: PlanMemory) -> None:
        self._repository = repository
        self.people: dict[str, Known] = {}
        self._digests = memory.find_digests(repository.digest("memory"))
        self._by_name: defaultdict[str, list[str]] = defaultdict(list)
        self._near = NearNames(memory.names)
        self._by_pseudonym: defaultdict[str, list[str]] = defaultdict(list)
        self._by_mark: defaultdict[str, list[str]] = defaultdict(list)
        everybody = repository.list_participants()
        standing = resolve_seats(everybody)
        offers = {one.participant: one for one in repository.list_volunteers()}
        for person in everybody:
            if person.origin is Origin.FILE:
                self._enter(person, offers.get(person.id), standing[person.id])
        for mark in repository.list_marks():
            self._mark(mark)
        self.marks = {(mark.participant, mark.digest) for mark in repository.list_marks()}

    def _enter(self, person: Participant, offer: Volunteer | None, group: str) -> None:
        named = offer is not None and is_offer(offer) and offer.name
        known = Known(person.id, offer.name if named and offer else person.pseudonym, person.pseudonym, group=group)
        self.add(known)
        if offer is not None:
            self.learn(person.id, offer)

    def add(self, known: Known) -> None:
        """Enter somebody under their names."""
        known.group = known.group or known.id
        self.people[known.id] = known
        self._enter_name(known.id, known.name)
        self._by_pseudonym[fold_name(known.pseudonym)].append(known.id)

    def _enter_name(self, person: str, name: str) -> None:
        self._by_name[sort_name(name)].append(person)
        self._near.add(sort_name(name))

    def learn(self, person: str, offer: Volunteer) -> None:
        """Note how somebody stands now, once a line was taken."""
        known = self.people.get(person)
        if known is None:
            return
        known.email, known.phone, known.consents = offer.email, offer.phone, offer.consented_at is not None
        known.consented_at = offer.consented_at
        known.sector = offer.sector or known.sector
        if offer.name and offer.name != known.name:  # until then they were called by a pseudonym
            known.name = offer.name
            self._enter_name(person, offer.name)
        for mark in self.list_marks_of(person, Somebody(offer.name, email=offer.email, phone=offer.phone)):
            if mark.kind in (Trait.EMAIL, Trait.PHONE):
                self._mark(mark)

    def note_row(self, person: str, somebody: Somebody) -> tuple[FileMark, ...]:
        """Remember that a line was about somebody; return the marks that are new."""
        self.people[person].declined |= somebody.declines
        fresh = tuple(
            mark for mark in self.list_marks_of(person, somebody) if (mark.participant, mark.digest) not in self.marks
        )
        for mark in fresh:
            self.marks.add((mark.participant, mark.digest))
            self._mark(mark)
        return fresh

    def list_marks_of(self, person: str, somebody: Somebody) -> tuple[FileMark, ...]:
        """Return the marks that a line leaves of somebody."""
        return tuple(FileMark(person, digest, kind) for kind, digest in self._digest(somebody).items())

    def _digest(self, row: Somebody) -> Mapping[Trait, str]:
        """Return the digests of what a row says; it is compared with many, and digested once."""
        found = self._digests.get(row)
        if found is None:
            digest = self._repository.digest
            email, phone = fold_email(row.email), fold_phone(row.phone)
            names = fold_name(row.name), fold_name(row.pseudonym)
            found = {Trait.ROW: digest(Trait.ROW, *names, email, phone, fold_name(row.sector))}
            if row.email:
                found[Trait.EMAIL] = digest(Trait.EMAIL, email)
            if row.phone:
                found[Trait.PHONE] = digest(Trait.PHONE, phone)
            self._digests[row] = found
        return found

    def find_by_name(self, text: str) -> list[Known]:
        """Return whoever a list may mean by a name or a pseudonym alone, a person once."""
        ids = dict.fromkeys((*self._by_name[sort_name(text)], *self._by_pseudonym[fold_name(text)]))
        return self._once(self.people[one] for one in ids)

    def match(self, row: Somebody) -> Match | Doubt:
        """Return who a row of volunteers is about, or why one cannot say."""
        again = self._once(self.people[one] for one in dict.fromkeys(self._by_mark[self._digest(row)[Trait.ROW]]))
        if len(again) == 1 and not self._contradicts_bare(again[0], row):
            return Match(again[0].id)
        touched = self._find_touched(row)
        if touched:
            return self._match_by_contact(row, touched)
        return self._match_by_name(row)

    def describe(self, row: Somebody, people: Iterable[Known], code: str) -> Doubt:
        """Return a doubt with the people it is about, side by side with the row."""
        shown = self._once(people)[:_SHOWN_AT_MOST]
        return Doubt(Reason(code, {"name": row.name or row.pseudonym}), tuple(self._show(one, row) for one in shown))

    def find_look_alikes(self, row: Somebody) -> list[Known]:
        """Return the people whose name is nearly that of a row."""
        if len(self.people) > _NEAR_AMONG or not row.name:
            return []
        return self._once(self.people[one] for name in self._near.find(row.name) for one in self._by_name[name])

    def _match_by_contact(self, row: Somebody, touched: list[Known]) -> Match | Doubt:
        named = [one for one in touched if self._has_name(one, row)]
        certain = [one for one in named if not self._shares_line(one, row)]
        if len(certain) == 1:
            return Match(certain[0].id)
        if certain:
            return self.describe(row, certain, "several")
        if named:
            return self.describe(row, named, "shared-line")
        near = [one for one in touched if compare_names(one.name, row.name) is Sameness.NEAR]
        code = "no-name" if not row.name else "near-name" if near else "other-name"
        return self.describe(row, near or touched, code)

    def _match_by_name(self, row: Somebody) -> Match | Doubt:
        if not row.name:
            return Match(None)
        namesakes = self._once(self.people[one] for one in dict.fromkeys(self._by_name[sort_name(row.name)]))
        if not namesakes:
            near = [one for one in self.find_look_alikes(row) if not self._is_elsewhere(one, row)]
            return Match(None, self.describe(row, near, "look-alike") if near else None)
        possible = [one for one in namesakes if not self._contradicts(one, row)]
        if not possible:
            return Match(None, self.describe(row, namesakes, "homonym"))
        sectors = {one.id: compare_texts(fold_name(one.sector), fold_name(row.sector)) for one in possible}
        here = [one for one in possible if sectors[one.id] is Sameness.SAME]
        if len(here) != 1 and len(namesakes) > 1:
            return self.describe(row, namesakes, "several")
        (found,) = here if len(here) == 1 else possible
        if not row.bare and not found.bare:
            return self.describe(row, [found], "namesake")
        if sectors[found.id] is Sameness.OTHER:
            return self.describe(row, [found], "other-sector")
        if self._contradicts_bare(found, row):
            return self.describe(row, [found], "takes-away" if row.declines else "yes-and-no")
        return Match(found.id)

    def _contradicts_bare(self, known: Known, row: Somebody) -> bool:
        """Tell whether a name alone would take a consent away, or give one where the same file has a no."""
        return row.bare and ((row.declines and known.consents) or (row.consents and known.declined))

    def _find_touched(self, row: Somebody) -> list[Known]:
        digests = [digest for kind, digest in self._digest(row).items() if kind is not Trait.ROW]
        return self._once(self.people[one] for digest in digests for one in self._by_mark[digest])

    def _has_name(self, known: Known, row: Somebody) -> bool:
        return compare_names(known.name, row.name) is Sameness.SAME or fits_initials(known.name, row.name)

    def _shares_line(self, known: Known, row: Somebody) -> bool:
        verdicts = self._compare_contacts(known, row)
        shared = verdicts["phone"] is Sameness.SAME and is_shared_line(row.phone)
        return shared and verdicts["email"] is Sameness.OTHER

    def _contradicts(self, known: Known, row: Somebody) -> bool:
        return Sameness.OTHER in self._compare_contacts(known, row).values()

    def _is_elsewhere(self, known: Known, row: Somebody) -> bool:
        """Tell whether neither the address nor the number is the same, and both were given."""
        return set(self._compare_contacts(known, row).values()) == {Sameness.OTHER}

    def _compare_contacts(self, known: Known, row: Somebody) -> Mapping[str, Sameness]:
        marks = self._digest(row)
        found = {}
        for column, kind, theirs in (("email", Trait.EMAIL, known.emails), ("phone", Trait.PHONE, known.phones)):
            said = marks.get(kind)
            same = Sameness.SAME if said in theirs else Sameness.OTHER
            found[column] = Sameness.SILENT if said is None or not theirs else same
        return found

    def _show(self, known: Known, row: Somebody) -> Candidate:
        contacts = self._compare_contacts(known, row)
        sector = compare_texts(fold_name(known.sector), fold_name(row.sector))
        likenesses = [
            Likeness("name", known.name, row.name, compare_names(known.name, row.name)),
            Likeness("email", known.email, row.email, _compare(known.email, row.email, fold_email, contacts["email"])),
            Likeness("phone", known.phone, row.phone, _compare(known.phone, row.phone, fold_phone, contacts["phone"])),
            Likeness("sector", known.sector, row.sector, sector),
            _compare_consents(known, row),
        ]
        told = tuple(one for one in likenesses if one.known or one.read)
        return Candidate(known.id, known.name or known.pseudonym, told, known.place)

    def _once(self, people: Iterable[Known]) -> list[Known]:
        """Return one of those that were joined: the facilitator said that they are one."""
        return list({one.group: one for one in reversed(list(people))}.values())[::-1]

    def _mark(self, mark: FileMark) -> None:
        if mark.participant not in self.people:
            return
        if mark.participant not in self._by_mark[mark.digest]:
            self._by_mark[mark.digest].append(mark.participant)
        known = self.people[mark.participant]
        if mark.kind is Trait.EMAIL:
            known.emails.add(mark.digest)
        if mark.kind is Trait.PHONE:
            known.phones.add(mark.digest)


def _compare(known: str, read: str, fold: Callable[[str], str], digested: Sameness) -> Sameness:
    """Compare the two that are shown; where one was read and not kept, its digest tells."""
    return compare_texts(fold(known), fold(read)) if known else digested


def _compare_consents(known: Known, row: Somebody) -> Likeness:
    """Return both answers as ``yes``, ``no`` or an empty text, with the day of the yes that is known."""
    before = "yes" if known.consents else "no" if known.declined else ""
    said = "yes" if row.consents else "no" if row.declines else ""
    return Likeness("consent", before, said, compare_texts(before, said), known.consented_at)
