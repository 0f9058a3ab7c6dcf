"""What goes by date besides contact details: sealed copies, copies kept before an upgrade, what undoes an import.

A clock may be wrong here too. So nothing goes at the opening that first finds it past its day: that one announces it,
and an opening a week later removes it, if it is past still. A clock that was set right takes the announcement back.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from workshop_kit.domain.believing import is_doubtful
from workshop_kit.domain.files import UNDOABLE_FOR
from workshop_kit.store import Repository, Store
from workshop_kit.store.announced import read_past, write_past
from workshop_kit.store.backups import list_outdated, remove_backup

#: The copies that the store keeps of a database before it brings it up to date.
COPIES: Final = "workshop.db.before-*"
#: How long before an erasure by date it is announced at least.
ANNOUNCED_FOR: Final = timedelta(days=7)

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class _Leaver:
    """One kind of thing that goes by date: whether any is past its own, what is known to have happened, its end.

    Removed is what was past its day at a moment already: what came to be so since was announced to nobody.
    """

    is_past: bool
    last: datetime
    remove: Callable[[datetime], None]


def let_go(
    store: Store, folder: Path, now: datetime, *, last: datetime, until: datetime | None, confirmed: bool
) -> Mapping[str, datetime]:
    """Remove what is past its day and was announced a week ago, announce what is past; return from when each goes.

    Parameters
    ----------
    store, folder, now
        The open workshop, its folder, the present moment.
    last
        When something happened last in the workshop.
    until
        Up to when copies were made before an upgrade that go now; ``None``: none of these do.
    confirmed
        Whether somebody said that the clock is right.

    """
    seen = read_past(folder)
    told: dict[str, datetime] = {}
    noted: dict[str, datetime] = {}
    for what, leaver in _list_leavers(store, folder, now, last, until).items():
        if not leaver.is_past:
            continue
        if confirmed:
            leaver.remove(now)
            continue
        since = seen.get(what, now)
        since = now if since > now else since
        if now >= since + ANNOUNCED_FOR and what in seen and not is_doubtful(now, leaver.last):
            leaver.remove(since)
        else:
            noted[what], told[what] = since, since + ANNOUNCED_FOR
    if noted != seen:
        try:
            write_past(folder, noted)
        except OSError as error:  # nothing goes where nothing can be written
            _log.warning("what is past its day could not be announced: %s", error.strerror)
    return told


def remove_copies(folder: Path, until: datetime, *, everything: bool) -> None:
    """Remove copies made before an upgrade: those until a moment, or, with ``everything``, all."""
    for copy in _list_copies(folder, None if everything else until):
        try:
            copy.unlink()
        except OSError as error:  # another program holds it open: the next opening tries again
            _log.warning("the copy %s could not be removed: %s", copy.name, error.strerror)


def _list_leavers(
    store: Store, folder: Path, now: datetime, last: datetime, until: datetime | None
) -> Mapping[str, _Leaver]:
    sealed = list_outdated(folder, now)
    copies = [] if until is None else _list_copies(folder, until)
    since = now - UNDOABLE_FOR

    def remove_sealed(seen: datetime) -> None:
        for one in list_outdated(folder, seen):
            remove_backup(one)

    def remove_undoing(seen: datetime) -> None:
        store.perform(None, lambda repository: repository.forget_entries_before(seen - UNDOABLE_FOR))

    def remove_outdated_copies(_: datetime) -> None:
        if until is not None:
            remove_copies(folder, until, everything=False)

    return {
        "sealed": _Leaver(bool(sealed), max([last, *(one.at for one in sealed)]), remove_sealed),
        "undoing": _Leaver(store.read(lambda repository: _has_undoing(repository, since)), last, remove_undoing),
        "copies": _Leaver(bool(copies), last, remove_outdated_copies),
    }


def _has_undoing(repository: Repository, since: datetime) -> bool:
    left = repository.list_undoable()
    return bool(left) and any(one.at < since and one.id in left for one in repository.list_imports())


def _list_copies(folder: Path, until: datetime | None) -> list[Path]:
    found = []
    for copy in folder.glob(COPIES):
        try:
            if until is None or copy.stat().st_mtime <= until.timestamp():
                found.append(copy)
        except OSError:  # gone meanwhile
            continue
    return found
