"""Write what a file brings, with what it takes to undo it: worked out beforehand, so that others wait a moment only."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields
from datetime import datetime
from typing import Any
from uuid import uuid4

from workshop_kit.domain.files import TakenEntry, TakenFile
from workshop_kit.domain.forms import Consent
from workshop_kit.domain.model import Idea, Score, Volunteer
from workshop_kit.files.importing.plan import Fate
from workshop_kit.files.importing.planning import Outcome
from workshop_kit.store import Repository


@dataclass(frozen=True)
class Writing:
    """Write set (*écriture*) of one file: what it brings, and the entries by which it can be undone.

    ``withdrawn`` are people whose consent the file takes away, as they were before, each under a random id. ``done`` is
    ``None`` where nothing is to be undone.
    """

    outcome: Outcome
    withdrawn: tuple[tuple[str, Volunteer], ...]
    entries: tuple[TakenEntry, ...]
    done: TakenFile | None


def prepare_writing(
    repository: Repository, outcome: Outcome, *, file: str, now: datetime, by: str, undoable: bool = True
) -> Writing | None:
    """Work out all that is to be written of a plan, within the state it was made in; ``None`` where nothing is."""
    brought = outcome.brought
    if outcome.taken is None or not (outcome.changes or brought.people or brought.sectors or brought.marks):
        return None
    book = _Book(repository)
    book.note_outcome(outcome)
    counts = outcome.plan.counts
    if not undoable or not book.entries or (not outcome.changes and not brought.people and not brought.sectors):
        # what was only remembered changes nothing that anybody sees
        return Writing(outcome, tuple(book.withdrawn), (), None)
    number, kind = repository.count_imports() + 1, outcome.plan.reading.kind
    done = TakenFile(book.import_id, number, kind, file, by, now, counts[Fate.NEW], counts[Fate.CHANGED])
    return Writing(outcome, tuple(book.withdrawn), tuple(book.entries), done)


def carry_out(repository: Repository, writing: Writing, now: datetime) -> None:
    """Write all of it, in a state in which what the plan rests on is unchanged."""
    outcome = writing.outcome
    brought, taken = outcome.brought, outcome.taken
    repository.number_import()
    for sector in brought.sectors:
        repository.add_sector(sector)
    repository.add_participants(brought.people)
    if taken is not None and outcome.changes:
        taken.write(repository, outcome.changes)
    for who, before in writing.withdrawn:
        # an older file must not bring a consent back that this one took away
        repository.add_withdrawal(
            who, now, erased=False, names=[before.name], emails=[before.email], phones=[before.phone]
        )
        repository.forget_details(before.participant)
    repository.add_marks(brought.marks)
    for who in brought.returned:
        repository.remove_withdrawal(who)
    if writing.done is not None:
        repository.add_import(writing.done, writing.entries)


class _Book:
    """The entries of one import, in the order in which it is written."""

    def __init__(self, repository: Repository) -> None:
        self._repository = repository
        self.import_id = uuid4().hex
        self.entries: list[TakenEntry] = []
        self.withdrawn: list[tuple[str, Volunteer]] = []

    def note_outcome(self, outcome: Outcome) -> None:
        """Note all that a plan brings, changes and has remembered."""
        brought = outcome.brought
        for sector in brought.sectors:
            self._note("sector", sector.id, None, None, sector)
        for person in brought.people:
            self._note("participant", person.id, person.id, None, person)
        for value, before in outcome.changes:
            self._note(type(value).__name__.lower(), key_of(value), _person_of(value), before, value)
            if isinstance(value, Volunteer) and _takes_consent_away(before, value):
                who = uuid4().hex
                self.withdrawn.append((who, before))
                self._note_plain("withdrawal", who, before.participant, "", "")
        new = {person.id for person in brought.people}
        for mark in brought.marks:
            if mark.participant not in new:
                self._note_plain("mark", mark.digest, mark.participant, "", "")
        known = self._repository.list_withdrawals() if brought.returned else ()
        for who in brought.returned:
            lifted = [asdict(one) for one in known if one.who == who]
            self._note_plain("returned", who, None, _dump({"traits": lifted}), "")

    def _note(self, kind: str, entity: str, participant: str | None, before: Any, after: Any) -> None:
        if before is None:
            self._note_plain(kind, entity, participant, "", digest_value(self._repository, asdict(after)))
            return
        changed = [one.name for one in fields(after) if getattr(before, one.name) != getattr(after, one.name)]
        former = {name: getattr(before, name) for name in changed}
        digests = {name: digest_value(self._repository, getattr(after, name)) for name in changed}
        self._note_plain(kind, entity, participant, _dump(former), _dump(digests))

    def _note_plain(self, kind: str, entity: str, participant: str | None, before: str, after: str) -> None:
        entry = TakenEntry(self.import_id, len(self.entries), kind, entity, participant, before, after)
        self.entries.append(entry)


def digest_value(repository: Repository, value: object) -> str:
    """Return a digest of a value, or of one of its fields, by which a later change of it is seen."""
    return repository.digest("value", _dump(value))[:16]


def key_of(value: Any) -> str:
    """Return the key of a value among those of its noun."""
    if isinstance(value, Score):
        return f"{value.participant} {value.challenge}"
    return str(value.participant if isinstance(value, Volunteer) else value.id)


def _takes_consent_away(before: Volunteer | None, after: Volunteer) -> bool:
    return before is not None and bool(before.list_purposes()) and not after.list_purposes()


def _person_of(value: object) -> str | None:
    if isinstance(value, Volunteer | Score):
        return value.participant
    return value.author if isinstance(value, Idea) else None


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, default=_write_value)


def _write_value(value: object) -> object:
    if isinstance(value, Consent):
        return asdict(value)
    if isinstance(value, datetime):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no place in what is kept to undo an import")
