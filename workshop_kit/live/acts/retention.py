"""Erasing contact details once their retention is over (GDPR, article 5: no longer than necessary)."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Final

from workshop_kit.domain.believing import is_doubtful
from workshop_kit.domain.files import UNDOABLE_FOR
from workshop_kit.domain.model import Origin, Participant, count_retention
from workshop_kit.domain.names import fold_name
from workshop_kit.domain.offering import is_offer
from workshop_kit.errors import StoreUnavailable
from workshop_kit.i18n import LANGUAGES, Translator
from workshop_kit.live.acts.forgetting import remember_erased
from workshop_kit.live.acts.offering import forget_offer
from workshop_kit.store import Repository, Store
from workshop_kit.store.announced import forget_announced, read_announced, write_announced
from workshop_kit.store.backups import BackupKind, drop_all, make_backup, prune
from workshop_kit.store.databases import database_address
from workshop_kit.store.moments import find_last_moment

#: The copies that the store keeps of a database before it brings it up to date.
COPIES: Final = "workshop.db.before-*"
_UNNAMED: Final = "words.volunteer-unnamed"

_log = logging.getLogger(__name__)


#: How long before an erasure by date it is announced at least, and how long before the last day that begins.
ANNOUNCED_FOR: Final = timedelta(days=7)
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

    """

    until: datetime
    erases_at: datetime | None = None
    doubtful: bool = False
    last: datetime | None = None
    contacts: int = 0
    erased: int = 0


def keep_retention(store: Store, folder: Path, now: datetime, *, confirmed: bool = False) -> Retention:
    """Announce the erasure of contact details as their last day comes near, and erase them once both are past.

    A wrong clock erases nobody: what is due is announced first and erased a week later at the earliest, at a later
    opening; a clock too far ahead erases nothing by itself, one that was set right takes the announcement back. Where
    somebody confirms, it is done at once. A sealed copy stays for a week.

    Before, only what it takes to undo an import goes, a week after it: former details stand in it.

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
    if not doubtful:
        _forget_undoing(store, now)
        prune(folder, now)
    if now <= until - ANNOUNCED_FROM:
        forget_announced(folder)
        return Retention(until)
    contacts = store.read(_count_contacts)
    if contacts == 0:
        if now > until:
            _remove_copies(folder, until, everything=False)
        forget_announced(folder)
        return Retention(until)
    erases_at = _announce(folder, until, now)
    if now > until and (confirmed or (not doubtful and now >= erases_at)):
        try:
            return Retention(until, last=last, erased=_erase_sealed(store, folder, until, now))
        except StoreUnavailable as error:  # without room for the sealed copy it waits for the next opening
            if confirmed:
                raise
            _log.warning("what is past its day could not be erased: %s", error.code)
    return Retention(until, erases_at, doubtful, last, contacts)


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
    _remove_copies(folder, until, everything=erased > 0)
    forget_announced(folder)
    return erased


def count_from_day(store: Store, day: date | None) -> None:
    """Count the retention from the workshop's day.

    Whoever left contact details was told until when they are kept: from then on it may come sooner, never later.
    """
    store.perform(None, lambda repository: _count_from_day(repository, day))


def _count_from_day(repository: Repository, day: date | None) -> None:
    workshop = repository.find_workshop()
    until = count_retention(workshop.created_at, day)
    if any(one.consented_at is not None for one in repository.list_volunteers()):
        until = min(until, workshop.retention_until)
    if until != workshop.retention_until:
        repository.update_workshop(replace(workshop, retention_until=until))


def _forget_undoing(store: Store, now: datetime) -> None:
    since = now - UNDOABLE_FOR

    def has_old(repository: Repository) -> bool:
        left = repository.list_undoable()
        return bool(left) and any(one.at < since and one.id in left for one in repository.list_imports())

    if store.read(has_old):
        store.perform(None, lambda repository: repository.forget_entries_before(since))


def _erase(store: Store, now: datetime) -> int:
    erased = store.perform(None, lambda repository: _erase_contacts(repository, now))
    _log.info("the retention is over: the contact details of %d were erased", erased)
    return erased


def _count_contacts(repository: Repository) -> int:
    """Count the people and bodies whose contact details stand there, and what undoes an import as one more."""
    people = {one.participant for one in repository.list_volunteers() if is_offer(one)}
    people |= {one.id for one in repository.list_participants() if _is_named(one)}
    bodies = sum(1 for one in repository.list_stakeholders() if one.contact or one.email)
    return len(people) + bodies + (1 if repository.list_undoable() else 0)


def _erase_contacts(repository: Repository, now: datetime) -> int:
    reached = {one.participant for one in repository.list_volunteers() if is_offer(one)}
    named = [one for one in repository.list_participants() if _is_named(one)]
    for participant in reached | {one.id for one in named}:
        remember_erased(repository, repository.find_participant(participant), now)
        repository.remove_marks(participant)
    for participant in reached:
        forget_offer(repository, repository.find_participant(participant))
    repository.forget_entries()
    bodies = [one for one in repository.list_stakeholders() if one.contact or one.email]
    for body in bodies:
        repository.update_stakeholder(replace(body, contact="", email=""))
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


def _remove_copies(folder: Path, until: datetime, *, everything: bool) -> None:
    for copy in folder.glob(COPIES):
        _remove_copy(copy, until, everything=everything)


def _remove_copy(copy: Path, until: datetime, *, everything: bool) -> None:
    """Remove a copy made before the retention ended, or, with ``everything``, one that held what was just erased."""
    try:
        if everything or copy.stat().st_mtime <= until.timestamp():
            copy.unlink()
    except OSError as error:  # another program holds it open: the next opening tries again
        _log.warning("the copy %s could not be removed: %s", copy.name, error.strerror)
