"""Who and what a file may name: challenges, people and sectors, found by name or added under that name."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Final
from uuid import uuid4

from workshop_kit.domain.files import FileMark
from workshop_kit.domain.homes import is_home
from workshop_kit.domain.ideas import list_options
from workshop_kit.domain.missions import holds
from workshop_kit.domain.model import Challenge, Origin, Participant, Reason, Sector
from workshop_kit.domain.names import fold_name
from workshop_kit.files.importing.identity import Known, Match, PeopleIndex, Somebody
from workshop_kit.files.importing.memory import PlanMemory
from workshop_kit.files.importing.plan import Doubt
from workshop_kit.files.importing.report import RowDoubtful, RowRefused, RowWithheld
from workshop_kit.files.importing.withdrawn import Retreat, Retreats
from workshop_kit.files.reading.columns import BETWEEN_CHALLENGES
from workshop_kit.files.reading.values import Choices, Place
from workshop_kit.i18n.dates import say_date
from workshop_kit.store import Repository
from workshop_kit.store.persons import Persons

#: What stands between stake and statement where neither names a challenge apart.
BETWEEN_NAMES: Final = " / "
#: An id as the kit makes them, which an export gives as a key.
_KEY: Final = re.compile(r"[0-9a-f]{32}")


@dataclass(frozen=True)
class Brought:
    """Side effects (*apports*): what a file brings besides its own values, people and sectors, and what is remembered.

    ``returned`` are those who asked not to be here any more, and are taken all the same.
    """

    people: tuple[Participant, ...]
    sectors: tuple[Sector, ...]
    marks: tuple[FileMark, ...]
    returned: tuple[str, ...]


@dataclass
class _Line:
    """The line that is gone through: where it stands, what is to be told of it, and its columns that are not kept."""

    place: Place = field(default_factory=lambda: Place("", 0))
    notes: list[Reason] = field(default_factory=list)
    hint: Doubt | None = None
    unkept: tuple[str, ...] = ()


class Hall:
    """Reference data (*référentiel*): people, challenges and sectors while a file is taken in; it writes nothing.

    Parameters
    ----------
    repository
        The open transaction.
    now
        When the file is taken in.
    choices
        What whoever imports answered.
    seats
        The seats of the room that a pseudonym means, by folded pseudonym: of a sample that was made with its room. A
        file of an organiser means none.
    memory
        What is remembered of a plan of the same file.

    """

    def __init__(
        self,
        repository: Repository,
        now: datetime,
        choices: Choices,
        seats: Mapping[str, str] | None = None,
        memory: PlanMemory | None = None,
    ) -> None:
        self.now = now
        workshop = repository.find_workshop()
        self.language, self._territory = workshop.language, fold_name(workshop.territory)
        self._repository = repository
        self._choices = choices
        self._seats = seats or {}
        self._challenges = _name_challenges(repository.list_challenges())
        self._stakes = [challenge.stake for challenge in repository.list_challenges()]
        self._participants = {one.id: one.category for one in repository.list_participants()}
        self._register = PeopleIndex(repository, memory or PlanMemory())
        self._retreats = Retreats(repository)
        self._sectors = {fold_name(sector.name): sector.name for sector in repository.list_sectors()}
        self._expected: set[str] = set()
        self._options: dict[str, dict[str, str]] = {}
        self._people_on: Counter[str] | None = None
        self._new_people: list[Participant] = []
        self._new_sectors: list[Sector] = []
        self._marks: list[FileMark] = []
        self._returned: list[str] = []
        self._named: set[str] = set()
        self._about: dict[Place, tuple[str, Doubt | None]] = {}
        self._import = str(repository.count_imports() + 1)
        self._line = _Line()

    @property
    def register(self) -> PeopleIndex:
        """The people of files."""
        return self._register

    @property
    def line(self) -> _Line:
        """The line that is gone through."""
        return self._line

    @property
    def brought(self) -> Brought:
        """What the lines gone through bring besides their own values."""
        return Brought(tuple(self._new_people), tuple(self._new_sectors), tuple(self._marks), tuple(self._returned))

    @property
    def named(self) -> frozenset[str]:
        """The seats that lines named by key, there or not, and those of new people."""
        return frozenset(self._named).union(one.id for one in self._new_people)

    def begin(self, place: Place) -> None:
        """Go on to a line."""
        self._line = _Line(place)

    def find_challenge(self, cells: dict[str, str]) -> str:
        """Return the id of the challenge a row names by its statement or its stake."""
        text = cells.get("challenge", "")
        if not text:
            raise RowRefused("challenge", "", "empty")
        return self.find_challenge_by_name(text, "challenge")

    def find_challenge_by_name(self, text: str, column: str) -> str:
        """Return the id of the challenge named ``text``; a stake with several challenges does not tell which."""
        found = self._challenges.get(fold_sentence(text)) or self._find_loosely(text)
        if len(found) == 1:
            return next(iter(found))
        if found:
            raise RowRefused(column, text, "ambiguous-challenge")
        if not self._stakes:
            raise RowRefused(column, text, "no-challenge-yet")
        raise RowRefused(column, text, "unknown-challenge", stakes=", ".join(self._stakes))

    def find_challenges_by_name(self, cells: Mapping[str, str], column: str) -> tuple[str, ...]:
        """Return the ids of the challenges that a cell names, however many."""
        names = (one.strip() for one in cells.get(column, "").split(BETWEEN_CHALLENGES.strip()))
        return tuple(self.find_challenge_by_name(one, column) for one in names if one)

    def _find_loosely(self, text: str) -> set[str]:
        """Return the challenges whose name differs by an article or a plural only."""
        wanted = _loosen(text)
        return {one for name, ids in self._challenges.items() if _loosen(name) == wanted for one in ids}

    def find_option(self, challenge: str, title: str) -> str | None:
        """Return the id of what is voted on under ``title``; ``None`` where there is no such idea or group (yet)."""
        wanted = fold_name(title)
        if challenge not in self._options:
            ideas, groups = self._repository.list_ideas(challenge), self._repository.list_groups(challenge)
            self._options[challenge] = {fold_name(one.title): one.id for one in reversed(list_options(ideas, groups))}
        return self._options[challenge].get(wanted) if wanted else None

    def count_people_on(self, mission: str) -> int:
        """Return how many people are on a mission: those who declined it or were taken off have left it."""
        if self._people_on is None:
            self._people_on = Counter(one.mission for one in Persons(self._repository).list_assignments() if holds(one))
        return self._people_on[mission]

    def find_person(self, cells: Mapping[str, str], name: str) -> str:
        """Return the id of the person a row means by a name or pseudonym alone; someone not yet known is added.

        Raises
        ------
        RowDoubtful
            Several people bear the name.
        RowWithheld
            The row names somebody who was erased.

        """
        somebody = Somebody(name)
        key = self._read_key(cells, somebody)
        keyed = self._find_seat(key, somebody)
        if keyed is not None:
            return keyed
        found = [] if key else self._register.find_by_name(name)
        answer = self._find_answer(found)
        if answer is not None:
            return answer or self._add_person(somebody, key).id
        if len(found) == 1:
            return found[0].id
        if found:
            raise RowDoubtful(self._register.describe(somebody, found, "several"))
        retreat = self._retreats.find_name(name)
        if retreat is not None:
            self._withhold(retreat, name)
        near = [] if key else self._register.find_look_alikes(somebody)
        self._line.hint = self._register.describe(somebody, near, "look-alike") if near else None
        return self._add_person(somebody, key).id

    def find_volunteer(self, cells: Mapping[str, str], row: Somebody, consented_at: datetime | None) -> str:
        """Return the id of the person a row of volunteers is about; someone not yet known is added.

        Whom a line is about is said once: gone through again, it is about the same person.

        Parameters
        ----------
        cells, row
            The row, and what it says of who it is about.
        consented_at
            When it says that they consented, ``None``: it says no such time, or no consent.

        Raises
        ------
        RowDoubtful
            One cannot say who it is.
        RowWithheld
            They asked not to be here any more.

        """
        key = self._read_key(cells, row)
        if self._line.place in self._about:
            person, self._line.hint = self._about[self._line.place]
        else:
            person = self._recognise(cells, row, key, consented_at)
            self._about[self._line.place] = person, self._line.hint
        if row.category and row.category != self._participants[person]:
            self._line.notes.append(Reason("category-kept", {"category": row.category}))
        if person in self._register.people:
            self._marks += self._register.note_row(person, row)
        return person

    def _recognise(self, cells: Mapping[str, str], row: Somebody, key: str, consented_at: datetime | None) -> str:
        """Return the id of whom a row of volunteers is about, as ``find_volunteer`` does, who was not asked before."""
        keyed = self._find_seat(key, row)
        found = Match(keyed) if key or keyed is not None else self._register.match(row)
        candidates = found.candidates if isinstance(found, Doubt) else ()
        known = [self._register.people[one.person] for one in candidates]
        if isinstance(found, Match) and found.hint is not None:
            known = [self._register.people[one.person] for one in found.hint.candidates]
        if isinstance(found, Match) and found.person in self._register.people:
            known.append(self._register.people[found.person])
        answer = self._find_answer(known)
        self._check_retreat(row, found, consented_at, answered=answer is not None)
        if answer is not None:
            return answer or self._add_person(row, key).id
        if isinstance(found, Doubt):
            raise RowDoubtful(found)
        self._line.hint = found.hint
        if found.person is None and not key and not row.name and not cells.get("declined"):  # only said "not me"
            raise RowRefused("name", "", "empty")
        return found.person or self._add_person(row, key).id

    def _read_key(self, cells: Mapping[str, str], row: Somebody) -> str:
        """Return the key of an export that a row bears, an empty text where it bears none.

        A key of another workshop becomes the id of the person it brings, so that its other files find them again.
        """
        key = cells.get("key", "")
        if not key or key in self._participants:
            return key
        if not _KEY.fullmatch(key):
            self._line.notes.append(Reason("key-ignored", {"value": key}))
            return ""
        retreat = self._retreats.find_key(key)
        if retreat is not None:
            self._withhold(retreat, row.pseudonym or row.name)
        return key

    def _find_seat(self, key: str, row: Somebody) -> str | None:
        """Return the seat that a key names, or that a sample means; ``None``: somebody new, or the name tells."""
        if not key:
            key = self._seats.get(fold_name(row.pseudonym or row.name), "")
        if key:
            self._named.add(key)
        return key if key in self._participants else None

    def _find_answer(self, among: Iterable[Known]) -> str | None:
        """Return whom whoever imports said a line is about, an empty text for somebody new; ``None``: nobody said."""
        answer = self._choices.people.get(self._line.place)
        allowed = {one.id for one in among}
        return answer if answer is None or answer == "" or answer in allowed else None

    def _check_retreat(
        self, row: Somebody, found: Match | Doubt, consented_at: datetime | None, *, answered: bool
    ) -> None:
        """Keep out who asked not to be here any more, unless they consented later and somebody said to take them."""
        retreat = self._retreats.find_somebody(row)
        person = found.person if isinstance(found, Match) else None
        known = None if person is None else self._register.people.get(person)
        if retreat is None or (person is not None and self._says_nothing_new(row, person)):
            return
        if answered:
            self._returned += [retreat.who] if retreat.sure else []  # somebody else leaves the other's wish as it is
            return
        if not retreat.sure or (consented_at is not None and consented_at > retreat.at):
            code = "later-consent" if retreat.sure else "perhaps-withdrawn"
            told: dict[str, str | int] = {
                "name": row.name or row.pseudonym,
                "date": say_date(retreat.at, self.language),
            }
            shown = self._register.describe(row, [known] if known is not None else [], code)
            raise RowDoubtful(replace(shown, why=Reason(code, told)))
        self._withhold(retreat, row.name or row.pseudonym)

    def _says_nothing_new(self, row: Somebody, person: str) -> bool:
        """Tell whether somebody known agreed already to all that a row says they agree to."""
        offer = self._repository.find_volunteer(person) if row.agrees else None
        agreed = not row.agrees or (offer is not None and bool(offer.consents))
        return agreed and (not row.consents or self._consents(person))

    def _consents(self, person: str) -> bool:
        known = self._register.people.get(person)
        if known is not None:
            return known.consents
        offer = self._repository.find_volunteer(person)
        return offer is not None and offer.consented_at is not None

    def _withhold(self, retreat: Retreat, name: str) -> None:
        code = "erased" if retreat.erased else "withdrawn"
        raise RowWithheld(Reason(code, {"name": name, "date": say_date(retreat.at, self.language)}))

    def _add_person(self, row: Somebody, key: str = "") -> Participant:
        # a microsecond apart, so that the order of the file remains
        joined_at = self.now + timedelta(microseconds=len(self._new_people))
        place = self._line.place
        made = self._repository.digest("person", self._import, place.sheet, str(place.line), place.part)[:32]
        called = row.pseudonym or row.name
        person = Participant(key or made, called, row.category, self.note_sector(row.sector), Origin.FILE, joined_at)
        self._new_people.append(person)
        self._participants[person.id] = person.category
        self._register.add(Known(person.id, row.name or called, called, sector=row.sector, place=place))
        return person

    def expect_sectors(self, names: Iterable[str]) -> None:
        """Take note of the sectors that a file's lines are of: whichever line comes first, they are known."""
        self._expected.update(fold_name(name) for name in names if name)

    def has_sector(self, name: str) -> bool:
        """Tell whether the workshop has a sector of this name, or the file has a line of it."""
        return fold_name(name) in self._sectors or fold_name(name) in self._expected

    def note_sector(self, name: str) -> str:
        """Add a sector not yet known, and return its name as the workshop writes it.

        What is a household's address stays with its person alone: sectors are offered to everybody who joins. The
        territory itself is none of its sectors, though a column of towns names it in each row.
        """
        if not name or is_home(name):
            return name
        if fold_name(name) == self._territory and self._territory not in self._sectors:
            return ""
        if fold_name(name) not in self._sectors:
            self._sectors[fold_name(name)] = name
            self._new_sectors.append(Sector(uuid4().hex, name))
        return self._sectors[fold_name(name)]


def name_challenges_apart(challenges: Iterable[Challenge]) -> dict[str, str]:
    """Return, by id, a text that names each challenge and no other: its statement, its stake, or both."""
    listed = tuple(challenges)
    names = _name_challenges(listed)
    told: dict[str, str] = {}
    for one in listed:
        candidates = (one.statement, one.stake, f"{one.stake}{BETWEEN_NAMES}{one.statement}")
        apart = (text for text in candidates if text and names[fold_sentence(text)] == {one.id})
        told[one.id] = next(apart, one.statement or one.stake)
    return told


def _name_challenges(challenges: Iterable[Challenge]) -> dict[str, set[str]]:
    names: dict[str, set[str]] = defaultdict(set)
    for one in challenges:
        for text in (one.statement, one.stake, f"{one.stake}{BETWEEN_NAMES}{one.statement}"):
            if text:
                names[fold_sentence(text)].add(one.id)
    return names


def fold_sentence(text: str) -> str:
    """Return what two writings of a sentence share: as for names, and without the closing dot that people leave."""
    return fold_name(text).rstrip(" .") or fold_name(text)


def _loosen(text: str) -> str:
    """Return what two writings of a stake share, an article before it or a plural aside: "Le transport"."""
    bare = re.sub(r"^(?:(?:les?|la|the)\s+|l['’]\s*)", "", fold_sentence(text))
    return re.sub(r"(?<=\w{3})[sx]\b", "", bare)
