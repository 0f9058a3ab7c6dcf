"""Erasing contact details once their retention is over (GDPR, article 5: no longer than necessary)."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from itertools import count
from pathlib import Path
from typing import Final

from workshop_kit.domain.files import UNDOABLE_FOR
from workshop_kit.domain.model import Origin, Participant, count_retention
from workshop_kit.domain.names import fold_name
from workshop_kit.domain.offering import is_offer
from workshop_kit.i18n import LANGUAGES, Translator
from workshop_kit.live.acts.forgetting import remember_erased
from workshop_kit.live.acts.offering import forget_offer
from workshop_kit.store import Repository, Store

#: The copies that the store keeps of a database before it brings it up to date.
COPIES: Final = "workshop.db.before-*"
_UNNAMED: Final = "words.volunteer-unnamed"

_log = logging.getLogger(__name__)


def erase_expired(store: Store, folder: Path, now: datetime) -> int:
    """Erase what tells how to reach somebody, when ``workshop.retention_until`` has passed.

    Before, only what it takes to undo an import goes, a week after it: former details stand in it.

    Volunteers' names, e-mail addresses and telephone numbers go, stakeholders' contacts and addresses too; people
    known from a file stand there under their own name, and take a number instead. Scores, missions and ideas stay
    under pseudonyms. What it takes to undo an import goes, and keyed digests
    remember who was erased. Copies of the database, which still hold all of it, are removed from ``folder``.

    Parameters
    ----------
    store
        The open workshop.
    folder
        Its folder.
    now
        The present moment, aware.

    Returns
    -------
    int
        How many people's and bodies' contact details were erased, 0 when nothing was due.

    """
    _forget_undoing(store, now)
    until = store.read(lambda repository: repository.find_workshop()).retention_until
    if now <= until:
        return 0
    erased = _erase(store, now) if store.read(_holds_contacts) else 0
    for copy in folder.glob(COPIES):
        _remove_copy(copy, until, everything=erased > 0)
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


def _holds_contacts(repository: Repository) -> bool:
    return bool(
        any(is_offer(one) for one in repository.list_volunteers())
        or any(one.contact or one.email for one in repository.list_stakeholders())
        or any(_is_named(one) for one in repository.list_participants())
        or repository.list_undoable()
    )


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


def _remove_copy(copy: Path, until: datetime, *, everything: bool) -> None:
    """Remove a copy made before the retention ended, or, with ``everything``, one that held what was just erased."""
    try:
        if everything or copy.stat().st_mtime <= until.timestamp():
            copy.unlink()
    except OSError as error:  # another program holds it open: the next opening tries again
        _log.warning("the copy %s could not be removed: %s", copy.name, error.strerror)
