"""Who and what a file may name: challenges, people and sectors, found by name or added under that name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Final
from uuid import uuid4

from workshop_kit.domain.ideas import list_options
from workshop_kit.domain.model import Challenge, Origin, Participant, Sector
from workshop_kit.domain.names import fold_name
from workshop_kit.domain.offering import is_offer
from workshop_kit.files.report import RowRefused
from workshop_kit.i18n.marking import unmark
from workshop_kit.store import Repository

#: What stands between stake and statement where neither names a challenge apart.
BETWEEN_NAMES: Final = " / "


class Hall:
    """The people, challenges and sectors of a workshop while a file is taken in; what is new is added at the end.

    Parameters
    ----------
    repository
        The open transaction.
    now
        When the file is taken in.
    language
        The workshop's language.

    """

    def __init__(self, repository: Repository, now: datetime, language: str) -> None:
        self.now = now
        self.language = language
        self._repository = repository
        self._challenges = _name_challenges(repository.list_challenges())
        self._stakes = [challenge.stake for challenge in repository.list_challenges()]
        everybody = repository.list_participants()
        self._people = {fold_name(person.pseudonym): person.id for person in everybody}
        # a name that somebody in the room took meanwhile is still, in a file, that of who was known by it
        known = [one for one in everybody if one.origin is Origin.FILE and unmark(one.pseudonym) != one.pseudonym]
        self._people |= {fold_name(unmark(person.pseudonym)): person.id for person in known}
        for volunteer in filter(is_offer, repository.list_volunteers()):
            self._people.setdefault(fold_name(volunteer.name), volunteer.participant)
        self._sectors = {fold_name(sector.name): sector.name for sector in repository.list_sectors()}
        self._options: dict[str, dict[str, str]] = {}
        self._new_people: list[Participant] = []
        self._new_sectors: list[Sector] = []

    def find_challenge(self, cells: dict[str, str]) -> str:
        """Return the id of the challenge a row names by its statement or its stake."""
        text = cells.get("challenge", "")
        if not text:
            raise RowRefused("challenge", "", "empty")
        return self.find_challenge_by_name(text, "challenge")

    def find_challenge_by_name(self, text: str, column: str) -> str:
        """Return the id of the challenge named ``text``; a stake with several challenges does not tell which."""
        found = self._challenges.get(fold_sentence(text), set())
        if len(found) == 1:
            return next(iter(found))
        if found:
            raise RowRefused(column, text, "ambiguous-challenge")
        if not self._stakes:
            raise RowRefused(column, text, "no-challenge-yet")
        raise RowRefused(column, text, "unknown-challenge", stakes=", ".join(self._stakes))

    def find_option(self, challenge: str, title: str) -> str | None:
        """Return the id of what is voted on under ``title``; ``None`` where there is no such idea or group (yet)."""
        wanted = fold_name(title)
        if challenge not in self._options:
            ideas, groups = self._repository.list_ideas(challenge), self._repository.list_groups(challenge)
            self._options[challenge] = {fold_name(one.title): one.id for one in reversed(list_options(ideas, groups))}
        return self._options[challenge].get(wanted) if wanted else None

    def find_person(self, name: str, real_name: str = "", sector: str = "") -> str:
        """Return the id of the person known by ``name``; someone not yet known is added under it.

        ``real_name`` is what a volunteer may be called as well, in the files that follow.
        """
        known = self._people.get(fold_name(name))
        if known is not None:
            return known
        # a microsecond apart, so that the order of the file remains
        joined_at = self.now + timedelta(microseconds=len(self._new_people))
        person = Participant(uuid4().hex, name, "", sector, Origin.FILE, joined_at)
        self._new_people.append(person)
        self._people[fold_name(name)] = person.id
        if real_name:
            self._people.setdefault(fold_name(real_name), person.id)
        return person.id

    def note_sector(self, name: str) -> str:
        """Add a sector not yet known, and return its name as the workshop writes it."""
        if not name:
            return ""
        if fold_name(name) not in self._sectors:
            self._sectors[fold_name(name)] = name
            self._new_sectors.append(Sector(uuid4().hex, name))
        return self._sectors[fold_name(name)]

    def settle(self) -> None:
        """Write the people and sectors that the file brought."""
        for sector in self._new_sectors:
            self._repository.add_sector(sector)
        for person in self._new_people:
            self._repository.add_participant(person)


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
