"""Write what a file brings with what it takes to undo it, and undo it: what was done since stays."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, fields, replace
from datetime import datetime
from enum import StrEnum
from typing import Any, Final
from uuid import uuid4

from workshop_kit.domain.course import Stage
from workshop_kit.domain.files import TakenEntry, TakenFile, Trait, Withdrawal
from workshop_kit.domain.model import (
    Challenge,
    Idea,
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
from workshop_kit.files.importing.plan import Fate, Kept, Undone
from workshop_kit.files.importing.planning import Outcome
from workshop_kit.store import Repository

_TIMES: Final = frozenset({"consented_at", "written_at", "at"})
_LISTS: Final = frozenset({"challenges", "declined"})
_WORDS: Final[Mapping[str, type[StrEnum]]] = {"status": StakeholderStatus, "source": Source}


@dataclass(frozen=True)
class _Noun:
    """How values of one kind are found, written, removed, and whether something new hangs on one."""

    find: Callable[[Repository, str], Any]
    write: Callable[[Repository, Any], None]
    remove: Callable[[Repository, Any], None]
    title: Callable[[Any], str]
    is_used: Callable[[Repository, Any], bool]


def write_outcome(
    repository: Repository, outcome: Outcome, *, file: str, now: datetime, by: str, undoable: bool = True
) -> TakenFile | None:
    """Write the values of a plan, and where wished what it takes to undo it; ``None`` where nothing is to be undone."""
    brought, taken = outcome.brought, outcome.taken
    if taken is None or not (outcome.changes or brought.people or brought.sectors or brought.marks):
        return None
    number = repository.number_import()
    import_id = uuid4().hex
    book = _Book(repository, import_id)
    for sector in brought.sectors:
        repository.add_sector(sector)
        book.note("sector", sector.id, None, None, sector)
    for person in brought.people:
        repository.add_participant(person)
        book.note("participant", person.id, person.id, None, person)
    for value, before in outcome.changes:
        taken.write(repository, value, before is None)
        book.note(_name_kind(value), _key_of(value), _person_of(value), before, value)
        if isinstance(value, Volunteer) and before is not None:
            _note_withdrawal(book, before, value, now)
    _write_memory(book, outcome)
    counts = outcome.plan.counts
    if not undoable or not book.entries or (not outcome.changes and not brought.people and not brought.sectors):
        return None  # what was only remembered changes nothing that anybody sees
    done = TakenFile(
        import_id, number, outcome.plan.reading.kind, file, by, now, counts[Fate.NEW], counts[Fate.CHANGED]
    )
    repository.add_import(done, book.entries)
    return done


def undo(repository: Repository, import_id: str, now: datetime) -> Undone:
    """Take an import back as far as nobody built on it; raises ``MissingEntry``, ``InvalidEntry`` (``import-undone``).

    What it added goes unless something new hangs on it; what it changed is as it was before where nobody changed it
    since.
    """
    taken = repository.find_import(import_id)
    entries = repository.list_entries(import_id)
    if taken.undone_at is not None or not entries:
        raise InvalidEntry("import-undone" if taken.undone_at is not None else "import-too-old", file=taken.file)
    undoing = _Undoing(repository, entries)
    for entry in reversed(entries):
        undoing.take_back(entry)
    repository.close_import(import_id, now)
    return Undone(undoing.removed, undoing.restored, tuple(undoing.kept.values()))


class _Book:
    """The entries of one import, as it is written."""

    def __init__(self, repository: Repository, import_id: str) -> None:
        self.repository = repository
        self._import = import_id
        self.entries: list[TakenEntry] = []

    def note(self, kind: str, entity: str, participant: str | None, before: Any, after: Any) -> None:
        if before is None:
            self.note_plain(kind, entity, participant, "", _digest(self.repository, asdict(after)))
            return
        changed = [one.name for one in fields(after) if getattr(before, one.name) != getattr(after, one.name)]
        former = {name: getattr(before, name) for name in changed}
        digests = {name: _digest(self.repository, getattr(after, name)) for name in changed}
        self.note_plain(kind, entity, participant, _dump(former), _dump(digests))

    def note_plain(self, kind: str, entity: str, participant: str | None, before: str, after: str) -> None:
        entry = TakenEntry(self._import, len(self.entries), kind, entity, participant, before, after)
        self.entries.append(entry)


def _note_withdrawal(book: _Book, before: Volunteer, after: Volunteer, now: datetime) -> None:
    """Remember that a file took somebody's consent away, so that an older one does not bring it back."""
    if before.consented_at is None or after.consented_at is not None:
        return
    who = uuid4().hex
    book.repository.add_withdrawal(
        who, now, erased=False, names=[before.name], emails=[before.email], phones=[before.phone]
    )
    book.repository.forget_details(before.participant)
    book.note_plain("withdrawal", who, before.participant, "", "")


def _write_memory(book: _Book, outcome: Outcome) -> None:
    """Remember how people are known again, and that somebody who had withdrawn consented anew."""
    new = {person.id for person in outcome.brought.people}
    for mark in outcome.brought.marks:
        book.repository.add_marks([mark])
        if mark.participant not in new:
            book.note_plain("mark", mark.digest, mark.participant, "", "")
    known = book.repository.list_withdrawals() if outcome.brought.returned else ()
    for who in outcome.brought.returned:
        lifted = [asdict(one) for one in known if one.who == who]
        book.repository.remove_withdrawal(who)
        book.note_plain("returned", who, None, _dump({"traits": lifted}), "")


class _Undoing:
    """Undoes the entries of one import, the last first, and counts."""

    def __init__(self, repository: Repository, entries: Sequence[TakenEntry]) -> None:
        self._repository = repository
        self.removed = 0
        self.restored = 0
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
        else:
            self._take_back_value(entry, _NOUNS[entry.kind])

    def _take_back_value(self, entry: TakenEntry, noun: _Noun) -> None:
        current = noun.find(self._repository, entry.entity)
        if current is None:
            return
        if entry.before:
            self._restore(entry, noun, current)
        elif _digest(self._repository, asdict(current)) != entry.after:
            self._keep(entry, noun, current, "changed")
        elif entry.participant in self._held or noun.is_used(self._repository, current):
            self._keep(entry, noun, current, "used")
        else:
            noun.remove(self._repository, current)
            self.removed += entry.kind != "sector"

    def _restore(self, entry: TakenEntry, noun: _Noun, current: Any) -> None:
        before, after = json.loads(entry.before), json.loads(entry.after)
        ours = [name for name, digest in after.items() if _digest(self._repository, getattr(current, name)) == digest]
        former = {name: _revive(name, before[name]) for name in ours}
        if former:
            noun.write(self._repository, replace(current, **former))
            self.restored += 1
        if len(ours) < len(after):
            self._keep(entry, noun, current, "changed")

    def _keep(self, entry: TakenEntry, noun: _Noun, current: Any, why: str) -> None:
        if entry.kind == "sector":
            return  # a word that somebody uses by now
        about = entry.participant if entry.kind in ("participant", "volunteer") else None
        self.kept.setdefault(about or f"{entry.kind} {entry.entity}", Kept(noun.title(current), Reason(why)))


def _find_held(repository: Repository, entries: Iterable[TakenEntry]) -> set[str | None]:
    """Return the people that an import brought and on whom something hangs that it did not bring."""
    new = {entry.participant for entry in entries if entry.kind == "participant" and not entry.before}
    own = {(entry.kind, entry.entity) for entry in entries}
    held: set[str | None] = set()
    for person in repository.list_participants():
        if person.joined_to is not None:
            held |= {person.id, person.joined_to}
    held |= {one.participant for one in repository.list_assignments()}
    held |= {one.participant for one in repository.list_votes(every_round=True)}
    held |= {mark.participant for drawing in repository.list_drawings() for mark in drawing.marks}
    held |= {one.author for one in repository.list_ideas() if ("idea", one.id) not in own}
    held |= {one.participant for one in repository.list_scores() if ("score", _key_of(one)) not in own}
    held |= {one.participant for one in repository.list_volunteers() if ("volunteer", one.participant) not in own}
    return {one for one in held if one in new}


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, default=_write_value)


def _write_value(value: object) -> str:
    if isinstance(value, datetime):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no place in what is kept to undo an import")


def _digest(repository: Repository, value: object) -> str:
    return repository.digest("value", _dump(value))[:16]


def _revive(name: str, value: Any) -> Any:
    """Return the value of a field as it was before it was written as JSON."""
    if value is None:
        return None
    if name in _TIMES:
        return datetime.fromisoformat(value)
    if name in _LISTS:
        return tuple(value)
    return _WORDS[name](value) if name in _WORDS else value


def _revive_withdrawal(row: Mapping[str, Any]) -> Withdrawal:
    at = datetime.fromisoformat(row["at"])
    return Withdrawal(row["who"], row["digest"], Trait(row["kind"]), at, bool(row["erased"]))


def _name_kind(value: object) -> str:
    return type(value).__name__.lower()


def _key_of(value: Any) -> str:
    if isinstance(value, Score):
        return f"{value.participant} {value.challenge}"
    return str(value.participant if isinstance(value, Volunteer) else value.id)


def _person_of(value: object) -> str | None:
    if isinstance(value, Volunteer | Score):
        return value.participant
    return value.author if isinstance(value, Idea) else None


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
    return any(fold_name(one.sector) == named for listed in lists for one in listed)


def _uses_person(repository: Repository, person: Participant) -> bool:
    return (
        repository.has_browser(person.id)
        or repository.find_volunteer(person.id) is not None
        or bool(repository.list_scores(participant=person.id) or repository.list_ideas(author=person.id))
    )


def _uses_challenge(repository: Repository, challenge: Challenge) -> bool:
    named = any(challenge.id in (*one.challenges, *one.declined) for one in repository.list_volunteers())
    worked = challenge.stage is not Stage.UNOPENED or any(
        one.challenge == challenge.id for one in repository.list_agenda()
    )
    stands = repository.list_ideas(challenge.id), repository.list_missions(challenge.id)
    return named or worked or any(stands) or bool(repository.list_scores(challenge.id))


def _uses_idea(repository: Repository, idea: Idea) -> bool:
    grouped = any(idea.id in one.members for one in repository.list_groups(idea.challenge, undone=True))
    voted = any(one.option == idea.id for one in repository.list_votes(idea.challenge, every_round=True))
    return grouped or voted or any(one.option == idea.id for one in repository.list_missions())


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
        lambda repository, one: repository.remove_mission(one.id),
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
