"""Undo what a file brought, as far as nobody built on it: what was done since stays."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from enum import StrEnum
from functools import cached_property
from typing import Any, Final

from workshop_kit.domain.course import Stage
from workshop_kit.domain.files import TakenEntry, Trait, Withdrawal
from workshop_kit.domain.forms import Consent, Purpose
from workshop_kit.domain.model import (
    Challenge,
    Idea,
    Mission,
    Participant,
    Reason,
    Score,
    Sector,
    Source,
    StakeholderStatus,
    Volunteer,
)
from workshop_kit.domain.names import fold_name
from workshop_kit.errors import InvalidEntry
from workshop_kit.files.balloting.undoing import OF_BALLOTS, find_spot, list_own, take_back_ballots
from workshop_kit.files.importing.plan import Kept, Undone
from workshop_kit.files.importing.writing import digest_value, key_of
from workshop_kit.store import Repository

_TIMES: Final = frozenset({"consented_at", "written_at", "at"})
_LISTS: Final = frozenset({"challenges", "declined", "days", "reach", "languages"})
_WORDS: Final[Mapping[str, type[StrEnum]]] = {"status": StakeholderStatus, "source": Source}


@dataclass(frozen=True)
class _Noun:
    """How values of one kind are found, written, removed, and whether something new hangs on one."""

    find: Callable[[Repository, str], Any]
    write: Callable[[Repository, Any], None]
    remove: Callable[[Repository, Any], None]
    title: Callable[[Any], str]
    is_used: Callable[[Repository, Any], bool]


def undo(repository: Repository, import_id: str, now: datetime) -> Undone:
    """Take an import back as far as nobody built on it; raises ``MissingEntry``, ``InvalidEntry`` (``import-undone``).

    What it added goes unless something new hangs on it; what it changed is as it was before where nobody changed it
    since.
    """
    taken = repository.find_import(import_id)
    entries = repository.list_entries(import_id)
    if taken.undone_at is not None or not entries:
        raise InvalidEntry("import-undone" if taken.undone_at is not None else "import-too-old", file=taken.file)
    undoing = _Undoing(repository, entries, now)
    for entry in reversed(entries):
        undoing.take_back(entry)
    repository.close_import(import_id, now)
    return Undone(tuple(undoing.kept.values()))


class _Undoing:
    """Undoes the entries of one import, the last first."""

    def __init__(self, repository: Repository, entries: Sequence[TakenEntry], now: datetime) -> None:
        self._repository = repository
        self._now = now
        self.kept: dict[str, Kept] = {}
        self._held = _find_held(repository, entries)

    def take_back(self, entry: TakenEntry) -> None:
        repository = self._repository
        if entry.kind == "mark":
            repository.remove_mark(entry.participant or "", entry.entity)
        elif entry.kind == "withdrawal":
            repository.remove_withdrawal(entry.entity)
        elif entry.kind == "returned":
            repository.add_withdrawals(map(_revive_withdrawal, json.loads(entry.before)["traits"]))
        elif entry.kind in OF_BALLOTS:
            if not take_back_ballots(repository, entry, self._now):
                self._keep_ballots(entry)
        else:
            self._take_back_value(entry, _NOUNS[entry.kind])

    def _take_back_value(self, entry: TakenEntry, noun: _Noun) -> None:
        current = noun.find(self._repository, entry.entity)
        if current is None:
            return
        if entry.before:
            self._restore(entry, noun, current)
        elif digest_value(self._repository, asdict(current)) != entry.after:
            self._keep(entry, noun, current, "changed")
        elif entry.participant in self._held or self._is_voted_on(entry) or noun.is_used(self._repository, current):
            self._keep(entry, noun, current, "used")
        else:
            noun.remove(self._repository, current)

    def _is_voted_on(self, entry: TakenEntry) -> bool:
        return entry.kind == "idea" and entry.entity in self._voted

    @cached_property
    def _voted(self) -> frozenset[str]:
        """What somebody voted on, as it stands once the ballots of the import are taken back: they come first."""
        return frozenset(one.option for one in self._repository.list_votes(every_round=True))

    def _restore(self, entry: TakenEntry, noun: _Noun, current: Any) -> None:
        before, after = json.loads(entry.before), json.loads(entry.after)
        ours = [
            name for name, digest in after.items() if digest_value(self._repository, getattr(current, name)) == digest
        ]
        former = {name: _revive(name, before[name]) for name in ours}
        if former:
            noun.write(self._repository, replace(current, **former))
        if len(ours) < len(after):
            self._keep(entry, noun, current, "changed")

    def _keep_ballots(self, entry: TakenEntry) -> None:
        """Tell that a vote stays as it is: once for its challenge, since whose it is says nothing to anybody."""
        challenge = entry.entity.split(" ")[0]
        known = self._repository.find_challenge(challenge)
        self.kept.setdefault(f"ballots {challenge}", Kept(known.statement or known.stake, Reason("changed")))

    def _keep(self, entry: TakenEntry, noun: _Noun, current: Any, why: str) -> None:
        if entry.kind == "sector":
            return  # a word that somebody uses by now
        about = entry.participant if entry.kind in ("participant", "volunteer") else None
        self.kept.setdefault(about or f"{entry.kind} {entry.entity}", Kept(noun.title(current), Reason(why)))


def _find_held(repository: Repository, entries: Sequence[TakenEntry]) -> set[str | None]:
    """Return the people that an import brought and on whom something hangs that it did not bring."""
    new = {entry.participant for entry in entries if entry.kind == "participant" and not entry.before}
    own = {(entry.kind, entry.entity) for entry in entries}
    held: set[str | None] = set()
    for person in repository.list_participants():
        if person.joined_to is not None:
            held |= {person.id, person.joined_to}
    held |= {one.participant for one in repository.list_assignments()}
    marked = list_own(entries)
    held |= {one.participant for one in repository.list_votes(every_round=True) if find_spot(one) not in marked}
    held |= {mark.participant for drawing in repository.list_drawings() for mark in drawing.marks}
    held |= {one.author for one in repository.list_ideas() if ("idea", one.id) not in own}
    held |= {one.participant for one in repository.list_scores() if ("score", key_of(one)) not in own}
    held |= {one.participant for one in repository.list_volunteers() if ("volunteer", one.participant) not in own}
    return {one for one in held if one in new}


def _revive(name: str, value: Any) -> Any:
    """Return the value of a field as it was before it was written as JSON."""
    if value is None:
        return None
    if name in _TIMES:
        return datetime.fromisoformat(value)
    if name == "consents":
        return tuple(Consent(Purpose(one["purpose"]), datetime.fromisoformat(one["at"])) for one in value)
    if name in _LISTS:
        return tuple(value)
    return _WORDS[name](value) if name in _WORDS else value


def _revive_withdrawal(row: Mapping[str, Any]) -> Withdrawal:
    at = datetime.fromisoformat(row["at"])
    return Withdrawal(row["who"], row["digest"], Trait(row["kind"]), at, bool(row["erased"]))


def _find_in(listed: Iterable[Any], entity: str) -> Any:
    return next((one for one in listed if one.id == entity), None)


def _uses_sector(repository: Repository, sector: Sector) -> bool:
    named = fold_name(sector.name)
    lists = (
        repository.list_participants(),
        repository.list_volunteers(),
        repository.list_stakeholders(),
        repository.list_missions(),
    )
    reached = (name for one in repository.list_volunteers() for name in one.reach)
    lived = (one.sector for listed in lists for one in listed)
    return any(fold_name(name) == named for name in (*lived, *reached))


def _uses_person(repository: Repository, person: Participant) -> bool:
    return (
        repository.has_browser(person.id)
        or repository.find_volunteer(person.id) is not None
        or bool(repository.list_scores(participant=person.id) or repository.list_ideas(author=person.id))
    )


def _uses_challenge(repository: Repository, challenge: Challenge) -> bool:
    named = any(challenge.id in (*one.challenges, *one.declined) for one in repository.list_volunteers())
    return named or challenge.stage is not Stage.UNOPENED or _hangs_on_challenge(repository, challenge)


def _remove_mission(repository: Repository, mission: Mission) -> None:
    repository.remove_mission(mission.id)


def _uses_voted_challenge(repository: Repository, challenge: Challenge) -> bool:
    """Tell whether something hangs on a challenge that came with its votes: it was closed by that, and by nobody."""
    named = any(challenge.id in (*one.challenges, *one.declined) for one in repository.list_volunteers())
    votes = repository.list_votes(challenge.id, every_round=True)
    return named or bool(votes) or _hangs_on_challenge(repository, challenge)


def _hangs_on_challenge(repository: Repository, challenge: Challenge) -> bool:
    planned = any(one.challenge == challenge.id for one in repository.list_agenda())
    stands = repository.list_ideas(challenge.id), repository.list_missions(challenge.id)
    return planned or any(stands) or bool(repository.list_scores(challenge.id))


def _uses_idea(repository: Repository, idea: Idea) -> bool:
    grouped = any(idea.id in one.members for one in repository.list_groups(idea.challenge, undone=True))
    return grouped or any(one.option == idea.id for one in repository.list_missions())


def _uses_offer(repository: Repository, offer: Volunteer) -> bool:
    return bool(repository.list_assignments(offer.participant))


def _uses_score(repository: Repository, score: Score) -> bool:
    missions = {one.mission for one in repository.list_assignments(score.participant)}
    placed = any(one.challenge == score.challenge for one in map(repository.find_mission, missions))
    drawn = (one for one in repository.list_drawings() if one.challenge == score.challenge)
    return placed or any(mark.participant == score.participant for one in drawn for mark in one.marks)


_NOUNS: Final[Mapping[str, _Noun]] = {
    "sector": _Noun(
        lambda repository, entity: _find_in(repository.list_sectors(), entity),
        Repository.update_sector,
        lambda repository, one: repository.remove_sector(one.id),
        lambda one: str(one.name),
        _uses_sector,
    ),
    "participant": _Noun(
        lambda repository, entity: _find_in(repository.list_participants(), entity),
        Repository.update_participant,
        lambda repository, one: repository.remove_participant(one.id),
        lambda one: str(one.pseudonym),
        _uses_person,
    ),
    "challenge": _Noun(
        lambda repository, entity: _find_in(repository.list_challenges(), entity),
        Repository.update_challenge,
        lambda repository, one: repository.remove_challenge(one.id),
        lambda one: str(one.statement or one.stake),
        _uses_challenge,
    ),
    "voted-challenge": _Noun(
        lambda repository, entity: _find_in(repository.list_challenges(), entity),
        Repository.update_challenge,
        lambda repository, one: repository.remove_challenge(one.id),
        lambda one: str(one.statement or one.stake),
        _uses_voted_challenge,
    ),
    "stakeholder": _Noun(
        lambda repository, entity: _find_in(repository.list_stakeholders(), entity),
        Repository.update_stakeholder,
        lambda repository, one: repository.remove_stakeholder(one.id),
        lambda one: str(one.name),
        lambda repository, one: False,
    ),
    "mission": _Noun(
        lambda repository, entity: _find_in(repository.list_missions(), entity),
        Repository.update_mission,
        _remove_mission,
        lambda one: str(one.title),
        lambda repository, one: any(placed.mission == one.id for placed in repository.list_assignments()),
    ),
    "idea": _Noun(
        lambda repository, entity: _find_in(repository.list_ideas(), entity),
        Repository.update_idea,
        lambda repository, one: repository.remove_idea(one.id, None),
        lambda one: str(one.text),
        _uses_idea,
    ),
    "volunteer": _Noun(
        lambda repository, entity: repository.find_volunteer(entity),
        Repository.update_volunteer,
        lambda repository, one: repository.remove_volunteer(one.participant),
        lambda one: str(one.name),
        _uses_offer,
    ),
    "score": _Noun(
        lambda repository, entity: repository.find_score(*entity.split(" ")),
        Repository.update_score,
        lambda repository, one: repository.remove_score(one.participant, one.challenge),
        lambda one: f"{one.competence} {one.interest}",
        _uses_score,
    ),
}
