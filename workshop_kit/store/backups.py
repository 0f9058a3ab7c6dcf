"""Copies of a workshop's database in its folder (*online backups*): made while it is served, and put back by hand.

What somebody erases is erased from the copies too: one that still holds it is removed (``drop_holding``). Each copy is
one whole file of SQLite, for its owner alone. A PostgreSQL database is its administrator's to back up.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from itertools import count
from pathlib import Path
from typing import Final

from workshop_kit.store.holding import holds_erased
from workshop_kit.store.marks import disk_full, refuse_writing
from workshop_kit.store.plain_files import DATABASE_FILE, copy_whole, is_plain_file, make_private_file
from workshop_kit.store.refusals import unavailable

#: Where they stand in the workshop's folder.
BACKUPS: Final = ".backups"
#: How many of those made by themselves are kept, and how many of those that were replaced.
KEPT_AT_MOST: Final = 10
_REPLACED_AT_MOST: Final = 10
#: How long a sealed copy stands.
SEALED_FOR: Final = timedelta(days=7)
#: Bytes that are left to the workshop itself: no copy may fill the disk.
_LEFT_FREE: Final = 50_000_000
_SHAPE: Final = "%Y%m%dT%H%M%SZ"
_NAME: Final = re.compile(r"(\d{8}T\d{6}Z)(?:-(\d+))?(?:\.(sealed|replaced))?\.db")


class BackupKind(StrEnum):
    """Why a copy was made: by itself, before contact details were erased by date, before another was put back."""

    PLAIN = "plain"
    SEALED = "sealed"
    REPLACED = "replaced"


@dataclass(frozen=True, order=True)
class Backup:
    """One copy: when it was made, which of that second, where it stands, and why."""

    at: datetime
    number: int
    path: Path
    kind: BackupKind


def list_backups(folder: Path) -> tuple[Backup, ...]:
    """Return the copies of a folder, the newest first; where none can be read, none. Only a plain file is one."""
    try:
        found = [_read_name(path) for path in (folder / BACKUPS).iterdir() if is_plain_file(path)]
    except OSError:
        return ()
    return tuple(sorted((one for one in found if one is not None), reverse=True))


def make_backup(folder: Path, now: datetime, kind: BackupKind = BackupKind.PLAIN) -> Backup:
    """Copy the committed state while others read and write, and remove the oldest copies beyond those kept.

    Raises
    ------
    StoreUnavailable
        ``disk-full`` before the disk is, or why it cannot be copied.

    """
    place = folder / BACKUPS
    source = folder / DATABASE_FILE
    try:
        make_place(folder)
        if shutil.disk_usage(place).free < _measure(source) + (_LEFT_FREE if kind is BackupKind.PLAIN else 0):
            raise disk_full(folder)
        made = name_backup(folder, now, kind)
        draft = made.path.with_suffix(".part")
        draft.unlink(missing_ok=True)
        make_private_file(draft)
        try:
            copy_whole(source, draft)
            draft.replace(made.path)
        finally:
            draft.unlink(missing_ok=True)
    except OSError as error:
        raise refuse_writing(folder, error) from error
    except sqlite3.Error as error:
        raise unavailable(str(source), error) from error
    prune(folder, now, but=made)
    return made


def make_place(folder: Path) -> Path:
    """Make the folder of the copies, for its owner alone; a link in its place is taken away. Raises ``OSError``."""
    place = folder / BACKUPS
    if place.is_symlink():
        place.unlink()
    place.mkdir(mode=0o700, exist_ok=True)
    return place


def name_backup(folder: Path, now: datetime, kind: BackupKind) -> Backup:
    """Return a copy to be made, under a name that is free."""
    place = folder / BACKUPS
    ending = ".db" if kind is BackupKind.PLAIN else f".{kind}.db"
    moment = now.astimezone(UTC).replace(microsecond=0)
    for number in count():
        path = place / f"{moment.strftime(_SHAPE)}{f'-{number}' if number else ''}{ending}"
        if not os.path.lexists(path):
            return Backup(moment, number, path, kind)
    raise AssertionError("numbers never end")


def prune(folder: Path, now: datetime, but: Backup | None = None) -> None:
    """Remove the copies beyond those kept, and what a killed copying left behind; sealed ones go otherwise.

    Those that hold the latest changes are kept, whatever the clock said when they were made, and always ``but``.
    """
    backups = list_backups(folder)
    for kind, most in ((BackupKind.PLAIN, KEPT_AT_MOST), (BackupKind.REPLACED, _REPLACED_AT_MOST)):
        ranked = sorted((one for one in backups if one.kind is kind), key=_rank, reverse=True)
        for old in [one for one in ranked if one != but][most - (but in ranked) :]:
            _remove(old.path)
    for one in backups:
        # the clock was ahead when it was sealed: its week begins now
        if one.kind is BackupKind.SEALED and one.at - now > timedelta(days=1):
            with contextlib.suppress(OSError):
                one.path.replace(name_backup(folder, now, one.kind).path)
    with contextlib.suppress(OSError):
        for draft in (folder / BACKUPS).glob("*.part*"):
            if now.timestamp() - draft.stat().st_mtime > 3600:
                _remove(draft)


def list_outdated(folder: Path, now: datetime) -> tuple[Backup, ...]:
    """Return the sealed copies that are past their week by this clock."""
    sealed = (one for one in list_backups(folder) if one.kind is BackupKind.SEALED)
    return tuple(one for one in sealed if now - one.at > SEALED_FOR)


def remove_backup(backup: Backup) -> None:
    """Remove a copy; where another program holds it open it stays until the next time."""
    _remove(backup.path)


def set_aside(folder: Path, since: datetime) -> None:
    """Keep the copies made after a moment as replaced ones: who is in them and not in what is put back left nothing."""
    for one in list_backups(folder):
        if one.kind is BackupKind.PLAIN and one.at > since:
            with contextlib.suppress(OSError):
                one.path.replace(name_backup(folder, one.at, BackupKind.REPLACED).path)


def drop_holding(folder: Path) -> int:
    """Remove the copies that hold what was erased from the workshop since; return how many were.

    A copy that cannot be read goes too: better none than one that keeps somebody who asked to be erased.
    """
    dropped = 0
    for one in list_backups(folder):
        plain, sealed = one.kind is BackupKind.PLAIN, one.kind is BackupKind.SEALED
        if holds_erased(one.path, folder / DATABASE_FILE, contacts=plain, absent=plain, withdrawn=not sealed):
            _remove(one.path)
            dropped += 1
    for path in filter(is_plain_file, folder.glob(f"{DATABASE_FILE}.before-*")):
        if holds_erased(path, folder / DATABASE_FILE, contacts=True, absent=True, withdrawn=True):
            _remove(path)
            dropped += 1
    return dropped


def drop_all(folder: Path, but: Backup | None = None) -> None:
    """Remove every copy but one: after an erasure by date each holds what is past its day."""
    for one in list_backups(folder):
        if one != but:
            _remove(one.path)


def is_changed_since(folder: Path, backup: Backup) -> bool:
    """Tell whether anything was committed since a copy was made."""
    try:
        return _read_sequence(folder / DATABASE_FILE) != _read_sequence(backup.path)
    except sqlite3.Error:
        return True


def _measure(database: Path) -> int:
    """Return how large a copy may become: what stands in the write-ahead log may not be in the file yet."""
    log = database.with_name(f"{database.name}-wal")
    return database.stat().st_size + (log.stat().st_size if log.is_file() else 0)


def _rank(backup: Backup) -> tuple[int, datetime, int]:
    try:
        return _read_sequence(backup.path), backup.at, backup.number
    except sqlite3.Error:  # damaged, as some are kept
        return -1, backup.at, backup.number


def _read_sequence(path: Path) -> int:
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", 0.5, uri=True)) as connection:
        found = connection.execute("SELECT max(sequence) FROM change").fetchone()
    return int(found[0] or 0)


def _read_name(path: Path) -> Backup | None:
    found = _NAME.fullmatch(path.name)
    if found is None or not path.is_file():  # a pipe would be waited for without end
        return None
    try:
        at = datetime.strptime(found[1], _SHAPE).replace(tzinfo=UTC)
    except ValueError:
        return None
    return Backup(at, int(found[2] or 0), path, BackupKind(found[3] or BackupKind.PLAIN))


def _remove(path: Path) -> None:
    for one in (path, path.with_name(f"{path.name}-wal")):  # a damaged database was kept with its log
        with contextlib.suppress(OSError):  # another program holds it open: the next erasure tries again
            one.unlink()
