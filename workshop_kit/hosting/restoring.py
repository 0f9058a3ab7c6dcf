"""Putting a backup back in the place of a workshop's database, which is kept."""

from __future__ import annotations

import re
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import Final

from workshop_kit.errors import CannotServe, InvalidEntry, MissingEntry, StoreUnavailable
from workshop_kit.hosting.choosing import list_to_choose
from workshop_kit.hosting.configuring import LOCK_FILE, RUNTIME_FOLDER, cut_links
from workshop_kit.hosting.locking import LET_GO_WITHIN, FileLock
from workshop_kit.hosting.private import make_private_folder
from workshop_kit.hosting.supervisor import refuse_second_serve
from workshop_kit.hosting.weighing import refuse_unfit
from workshop_kit.live.acts.retention import forget_announcement
from workshop_kit.store.backups import (
    Backup,
    BackupKind,
    drop_holding,
    list_backups,
    make_backup,
    name_backup,
    remove_backup,
    set_aside,
)
from workshop_kit.store.carrying import carry_remembered
from workshop_kit.store.databases import database_address
from workshop_kit.store.glance import check_sound
from workshop_kit.store.holding import holds_erased
from workshop_kit.store.marks import refuse_writing
from workshop_kit.store.opening import COMPANIONS, DATABASE_NAME, bring_file_up_to_date
from workshop_kit.store.plain_files import copy_whole, make_private_file
from workshop_kit.store.refusals import unavailable

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


@dataclass(frozen=True)
class Restored:
    """What came of putting a backup back.

    Attributes
    ----------
    replaced
        The copy kept of what it replaces; ``None``: nothing was there.
    remembers
        Whether what it replaces could be asked who was erased or withdrew since; else somebody has to say so again.

    """

    replaced: Backup | None
    remembers: bool


def restore(folder: Path, backup: Backup, now: datetime, *, others: bool = False) -> Restored:
    """Put a backup back, brought up to date, and keep what it replaces.

    Whoever was erased since stays erased: a backup that holds them is gone already, and who withdrew is remembered.

    Raises
    ------
    CannotServe
        The workshop is served.
    MissingEntry
        ``no-backup``: it was removed meanwhile, or it holds somebody who was erased since, and is removed.
    InvalidEntry
        ``backup-of-nothing``; ``backup-of-another``: it is another workshop's, unless ``others`` may be put back.
    StoreUnavailable
        The backup is damaged, of a newer kit, or cannot remember who withdrew; or nothing can be written. The workshop
        is as it was.

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
        refuse_unfit(folder, backup, others=others)
        with _drafting(folder, backup) as draft:
            remembers = _take_remembered(folder, backup, draft)
            replaced = _keep_present(folder, now)
            for end in _COMPANIONS:
                database.with_name(f"{DATABASE_NAME}{end}").unlink(missing_ok=True)
            draft.replace(database)
        set_aside(folder, backup.at)  # only now: as long as anything may fail, they are the copies of what stands there
        forget_announcement(folder)
    except OSError as error:
        raise refuse_writing(folder, error) from error
    except sqlite3.Error as error:
        raise StoreUnavailable("store-damaged", place=str(backup.path)) from error
    finally:
        lock.release()
    return Restored(replaced, remembers)


@contextmanager
def _drafting(folder: Path, backup: Backup) -> Iterator[Path]:
    """Give a copy of a backup that was found fit, brought up to date; what it leaves beside itself goes."""
    with _aside(folder, backup.path, "restored") as draft:
        try:
            bring_file_up_to_date(draft)
        except StoreUnavailable as error:  # told of the backup, not of the draft, which nobody sees
            place = {"place": str(backup.path)} if "place" in error.values else {}
            raise StoreUnavailable(error.code, **{**error.values, **place}) from error
        yield draft


@contextmanager
def _aside(folder: Path, source: Path, name: str) -> Iterator[Path]:
    draft = folder / f"{DATABASE_NAME}.{name}.part"
    around = [draft, *(draft.with_name(f"{draft.name}{end.removeprefix(DATABASE_NAME)}") for end in COMPANIONS)]
    for path in around:
        path.unlink(missing_ok=True)
    try:
        make_private_file(draft)
        copy_whole(source, draft)
        yield draft
    finally:
        for path in around:
            with suppress(OSError):
                path.unlink(missing_ok=True)


def _take_folder(folder: Path) -> FileLock:
    refuse_second_serve(folder)
    runtime = folder / RUNTIME_FOLDER
    lock = FileLock(runtime / LOCK_FILE)
    try:
        cut_links(runtime)
        make_private_folder(runtime)
        if not lock.take(LET_GO_WITHIN):
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
    try:
        for end in ("", "-wal"):
            source = database.with_name(f"{DATABASE_NAME}{end}")
            if source.is_file():
                target = kept.path.with_name(f"{kept.path.name}{end}")
                make_private_file(target)
                shutil.copyfile(source, target)
    except OSError:  # the disk is full: half a copy is none
        remove_backup(kept)
        raise
    return kept


def _take_remembered(folder: Path, backup: Backup, draft: Path) -> bool:
    """Remember in what is put back who withdrew since, and refuse what holds somebody who was erased.

    Of a workshop that is lost or damaged its other copies are asked, which may know less: then it is told.
    """
    database = folder / DATABASE_NAME
    if database.is_file():
        try:
            check_sound(database)
            with _aside(folder, database, "present") as present:
                _refuse_erased(folder, backup, draft, present)
            return True
        except sqlite3.OperationalError as error:  # no room, or another program holds it: nothing is wrong with it
            raise unavailable(str(database), error) from error
        except sqlite3.DatabaseError:
            pass
        except StoreUnavailable as error:
            if error.code != "store-damaged":
                raise
    for one in list_backups(folder):
        if one.path != backup.path and one.at >= backup.at:
            with suppress(sqlite3.Error, StoreUnavailable):  # damaged itself, as some are kept, or keyed otherwise
                carry_remembered(one.path, draft)
    return False


def _refuse_erased(folder: Path, backup: Backup, draft: Path, present: Path) -> None:
    """Carry over what a whole workshop remembers; two databases of different kits are compared as one kit's."""
    with suppress(StoreUnavailable):  # of a newer kit: it is asked as it is
        bring_file_up_to_date(present)
    plain, sealed = backup.kind is BackupKind.PLAIN, backup.kind is BackupKind.SEALED
    if holds_erased(draft, present, contacts=plain, absent=plain, withdrawn=not sealed):
        backup.path.unlink(missing_ok=True)
        raise MissingEntry("no-backup", received=backup.path.name, folder=str(folder))
    try:
        carry_remembered(present, draft)
    except sqlite3.Error as error:  # what a newer kit remembers cannot be read
        raise StoreUnavailable("backup-forgets") from error


def say_when(backup: Backup) -> datetime:
    """Return when a backup was made, where this machine is."""
    return backup.at.replace(tzinfo=UTC).astimezone()
