"""Putting a backup back in the place of a workshop's database, which is kept."""

from __future__ import annotations

import re
import shutil
import sqlite3
from contextlib import closing, suppress
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import Final

from workshop_kit.errors import CannotServe, InvalidEntry, MissingEntry, StoreUnavailable
from workshop_kit.hosting.choosing import list_to_choose
from workshop_kit.hosting.configuring import LOCK_FILE, RUNTIME_FOLDER, cut_links
from workshop_kit.hosting.locking import FileLock
from workshop_kit.hosting.private import make_private_folder
from workshop_kit.hosting.supervisor import refuse_second_serve
from workshop_kit.live.acts.retention import forget_announcement
from workshop_kit.store.backups import (
    Backup,
    BackupKind,
    drop_holding,
    make_backup,
    name_backup,
    set_aside,
)
from workshop_kit.store.databases import database_address
from workshop_kit.store.glance import check_sound
from workshop_kit.store.marks import refuse_writing
from workshop_kit.store.opening import DATABASE_NAME
from workshop_kit.store.plain_files import copy_whole, make_private_file

_WRITTEN: Final = re.compile(r"(?:(\d{4}-\d{2}-\d{2})(?:[T ]|$))?(?:(\d{1,2})[:hH](\d{2})?)?")
_COMPANIONS: Final = ("-wal", "-shm", "-journal")


def find_backup(folder: Path, wanted: str, now: datetime) -> Backup:
    """Return the backup that ``wanted`` names: a number from 1, the newest, or a day and an hour of this machine.

    Of a time it is the last one made until then. Sealed and replaced ones are named by their number alone.

    Raises
    ------
    MissingEntry
        ``no-backup``: there is none such.
    InvalidEntry
        ``backup-shape``: neither a number nor a time.

    """
    backups = list_to_choose(folder, now)
    if wanted.isascii() and wanted.isdigit():
        if not 1 <= int(wanted[:6]) <= len(backups):
            raise MissingEntry("no-backup", received=wanted[:30], folder=str(folder))
        return backups[int(wanted) - 1]
    until = _read_time(wanted, now)
    for one in backups:
        if one.kind is BackupKind.PLAIN and one.at < until:
            return one
    raise MissingEntry("no-backup", received=wanted[:30], folder=str(folder))


def _read_time(wanted: str, now: datetime) -> datetime:
    """Return the moment just after the minute, hour or day that was named."""
    found = _WRITTEN.fullmatch(wanted.strip())
    if found is None or not wanted.strip():
        raise InvalidEntry("backup-shape", received=wanted[:30])
    try:
        day = datetime.fromisoformat(found[1]).date() if found[1] else now.astimezone().date()
        if found[2] is None:
            return datetime.combine(day, time()).astimezone() + timedelta(days=1)
        at = datetime.combine(day, time(int(found[2]), int(found[3] or 0))).astimezone()
    except ValueError as error:
        raise InvalidEntry("backup-shape", received=wanted[:30]) from error
    return at + timedelta(minutes=1)


def restore(folder: Path, backup: Backup, now: datetime) -> Backup | None:
    """Put a backup back and return the copy kept of what it replaces; ``None``: nothing was there.

    Whoever was erased since stays erased: a backup that holds them is gone already, and who withdrew is remembered.

    Raises
    ------
    CannotServe
        The workshop is served.
    MissingEntry
        ``no-backup``: it was removed meanwhile.
    StoreUnavailable
        The backup is damaged, or nothing can be written; the workshop is as it was.

    """
    if database_address() is not None:
        raise StoreUnavailable("backups-elsewhere")
    lock = _take_folder(folder)
    try:
        database = folder / DATABASE_NAME
        if database.is_file():
            drop_holding(folder)
        if not backup.path.is_file():
            raise MissingEntry("no-backup", received=backup.path.name, folder=str(folder))
        check_sound(backup.path)
        draft = folder / f"{DATABASE_NAME}.restored.part"
        draft.unlink(missing_ok=True)
        make_private_file(draft)
        copy_whole(backup.path, draft)
        set_aside(folder, backup.at)
        replaced = _keep_present(folder, now)
        _take_remembered(draft, database)
        for end in _COMPANIONS:
            database.with_name(f"{DATABASE_NAME}{end}").unlink(missing_ok=True)
        draft.replace(database)
        forget_announcement(folder)
    except OSError as error:
        raise refuse_writing(folder, error) from error
    except sqlite3.Error as error:
        raise StoreUnavailable("store-damaged", place=str(backup.path)) from error
    finally:
        lock.release()
    return replaced


def _take_folder(folder: Path) -> FileLock:
    refuse_second_serve(folder)
    runtime = folder / RUNTIME_FOLDER
    lock = FileLock(runtime / LOCK_FILE)
    try:
        cut_links(runtime)
        make_private_folder(runtime)
        if not lock.take():
            raise CannotServe("opening-elsewhere", folder=folder)
    except OSError as error:
        raise refuse_writing(folder, error) from error
    return lock


def _keep_present(folder: Path, now: datetime) -> Backup | None:
    """Keep what stands there, damaged or not."""
    database = folder / DATABASE_NAME
    if not database.is_file():
        return None
    try:
        check_sound(database)
        return make_backup(folder, now, BackupKind.REPLACED)
    except StoreUnavailable as error:
        if error.code == "disk-full":
            raise
    kept = name_backup(folder, now, BackupKind.REPLACED)
    for end in ("", "-wal"):
        source = database.with_name(f"{DATABASE_NAME}{end}")
        if source.is_file():
            target = kept.path.with_name(f"{kept.path.name}{end}")
            make_private_file(target)
            shutil.copyfile(source, target)
    return kept


def _take_remembered(draft: Path, database: Path) -> None:
    """Remember in what is put back who withdrew since: an older list brings nobody back."""
    if not database.is_file():
        return
    with suppress(sqlite3.Error), closing(sqlite3.connect(draft, isolation_level=None, uri=True)) as connection:
        connection.execute("ATTACH DATABASE ? AS present", (f"{database.absolute().as_uri()}?mode=ro",))
        connection.execute(
            "INSERT OR IGNORE INTO main.withdrawal SELECT * FROM present.withdrawal"
            " WHERE (SELECT word FROM main.secret) = (SELECT word FROM present.secret)"
        )


def say_when(backup: Backup) -> datetime:
    """Return when a backup was made, where this machine is."""
    return backup.at.replace(tzinfo=UTC).astimezone()
