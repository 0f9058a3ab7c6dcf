"""Erasing contact details once their retention is over (GDPR, article 5: no longer than necessary)."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Final

from workshop_kit.domain.believing import is_doubtful
from workshop_kit.domain.invitations import forget_contact, has_contact
from workshop_kit.domain.model import Origin, Participant, count_retention
from workshop_kit.domain.names import fold_name
from workshop_kit.domain.offering import is_named
from workshop_kit.errors import StoreUnavailable
from workshop_kit.i18n import LANGUAGES, Translator
from workshop_kit.live.acts.clarity import close_to_readers
from workshop_kit.live.acts.forgetting import remember_erased
from workshop_kit.live.acts.leaving import ANNOUNCED_FOR, let_go, remove_copies
from workshop_kit.live.acts.offering import forget_offer
from workshop_kit.store import Repository, Store
from workshop_kit.store.announced import forget_announced, read_announced, write_announced
from workshop_kit.store.backups import BackupKind, drop_all, make_backup, prune
from workshop_kit.store.databases import database_address
from workshop_kit.store.moments import find_last_moment

_UNNAMED: Final = "words.volunteer-unnamed"

_log = logging.getLogger(__name__)


#: How long before the last day an erasure begins to be announced.
ANNOUNCED_FROM: Final = timedelta(days=30)


@dataclass(frozen=True)
class Retention:
    """How the erasure by date stands (*fin de conservation*).

    Attributes
    ----------
    until
        The last day on which contact details are kept.
    erases_at
        From when they are erased at the next opening; ``None``: nothing is announced.
    doubtful
        Whether the clock is too far from the last thing that happened to be believed: then only somebody's word erases.
    last
        When that was.
    contacts
        How many people and bodies can be reached still.
    erased
        How many were erased just now.
    leaving
        From when else goes what is past its day, by its word: ``sealed``, ``undoing``, ``copies``.

    """

    until: datetime
    erases_at: datetime | None = None
    doubtful: bool = False
    last: datetime | None = None
    contacts: int = 0
    erased: int = 0
    leaving: Mapping[str, datetime] = field(default_factory=dict)


def keep_retention(store: Store, folder: Path, now: datetime, *, confirmed: bool = False) -> Retention:
    """Announce the erasure of contact details as their last day comes near, and erase them once both are past.

    A wrong clock erases nobody: what is due is announced first and erased a week later at the earliest, at a later
    opening; a clock too far ahead erases nothing by itself, one that was set right takes the announcement back. Where
    somebody confirms, it is done at once. A sealed copy stays for a week.

    What else goes by date is announced and removed in the same way: see ``leaving``.

    Parameters
    ----------
    store
        The open workshop.
    folder
        Its folder.
    now
        The present moment by this machine's clock, aware.
    confirmed
        Whether somebody said that what is due be erased now.

    Raises
    ------
    StoreUnavailable
        What was confirmed cannot be written.

    """
    until = store.read(lambda repository: repository.find_workshop()).retention_until
    last = store.read(find_last_moment)
    doubtful = is_doubtful(now, last)
    prune(folder, now)
    is_near = now > until - ANNOUNCED_FROM
    contacts = store.read(_count_contacts) if is_near else 0
    outdated = until if contacts == 0 and now > until else None
    leaving = let_go(store, folder, now, last=last, until=outdated, confirmed=confirmed)
    if contacts == 0:
        forget_announced(folder)
        return Retention(until, last=last, leaving=leaving)
    erases_at = _announce(folder, until, now)
    if now > until and (confirmed or (not doubtful and now >= erases_at)):
        try:
            erased = _erase_sealed(store, folder, until, now)
            return Retention(until, last=last, erased=erased, leaving=leaving)
        except StoreUnavailable as error:  # without room for the sealed copy it waits for the next opening
            if confirmed:
                raise
            _log.warning("what is past its day could not be erased: %s", error.code)
    return Retention(until, erases_at, doubtful, last, contacts, leaving=leaving)


def forget_announcement(folder: Path) -> None:
    """Begin anew: what is due is announced again before it is erased, as after a copy was put back."""
    forget_announced(folder)


def _announce(folder: Path, until: datetime, now: datetime) -> datetime:
    """Return from when what is due is erased, announced now unless it was; a clock set back begins anew."""
    announced = read_announced(folder)
    if announced is None or announced > now:
        announced = now
        try:
            write_announced(folder, now)
        except OSError as error:  # nothing is erased where nothing can be written
            _log.warning("the erasure could not be announced: %s", error.strerror)
    return max(until, announced + ANNOUNCED_FOR)


def _erase_sealed(store: Store, folder: Path, until: datetime, now: datetime) -> int:
    """Erase what is due, after a copy that nothing opens but putting it back."""
    sealed = None if database_address() is not None else make_backup(folder, now, BackupKind.SEALED)
    erased = _erase(store, now)
    if database_address() is None:
        drop_all(folder, but=sealed)
    remove_copies(folder, until, everything=erased > 0)
    forget_announced(folder)
    return erased


def count_from_day(repository: Repository, day: date | None) -> None:
    """Count the retention from the workshop's day.

    Whoever left contact details was told until when they are kept: from then on it may come sooner, never later.
    """
    workshop = repository.find_workshop()
    until = count_retention(workshop.created_at, day)
    if any(one.list_purposes() for one in repository.list_volunteers()):
        until = min(until, workshop.retention_until)
    if until != workshop.retention_until:
        repository.update_workshop(replace(workshop, retention_until=until))


def _erase(store: Store, now: datetime) -> int:
    erased = store.perform(None, lambda repository: _erase_contacts(repository, now))
    _log.info("the retention is over: the contact details of %d were erased", erased)
    return erased


def _count_contacts(repository: Repository) -> int:
    """Count the people and bodies whose contact details stand there, and what undoes an import as one more."""
    people = {one.participant for one in repository.list_volunteers() if is_named(one)}
    people |= {one.id for one in repository.list_participants() if _is_named(one)}
    bodies = sum(1 for one in repository.list_stakeholders() if has_contact(one))
    return len(people) + bodies + (1 if repository.list_undoable() else 0)


def _erase_contacts(repository: Repository, now: datetime) -> int:
    reached = {one.participant for one in repository.list_volunteers() if is_named(one)}
    named = [one for one in repository.list_participants() if _is_named(one)]
    for participant in reached | {one.id for one in named}:
        remember_erased(repository, repository.find_participant(participant), now)
        repository.remove_marks(participant)
    for participant in reached:
        forget_offer(repository, repository.find_participant(participant))
    repository.forget_entries()
    close_to_readers(repository)
    bodies = [one for one in repository.list_stakeholders() if has_contact(one)]
    for body in bodies:
        repository.update_stakeholder(forget_contact(body))
    people = repository.list_participants()
    free = _find_free_names(repository.find_workshop().language, people)
    for person in named:
        repository.update_participant(replace(person, pseudonym=next(free)))
    return len(reached | {one.id for one in named}) + len(bodies)


def _is_named(person: Participant) -> bool:
    """Tell whether someone stands under the name a file gave, not under a number."""
    return person.origin is Origin.FILE and not any(_numbered(code).fullmatch(person.pseudonym) for code in LANGUAGES)


def _numbered(language: str) -> re.Pattern[str]:
    before, _, after = Translator(language)(_UNNAMED, number="\0").partition("\0")
    return re.compile(rf"{re.escape(before)}\d+{re.escape(after)}")


def _find_free_names(language: str, people: tuple[Participant, ...]) -> Iterator[str]:
    taken = {fold_name(one.pseudonym) for one in people}
    say = Translator(language)
    names = (say(_UNNAMED, number=number) for number in count(1))
    return (name for name in names if fold_name(name) not in taken)
