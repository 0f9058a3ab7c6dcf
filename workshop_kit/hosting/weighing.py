"""The look at a backup before it is put back (*preflight check*): whether it is whole, a workshop, and this one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from workshop_kit.errors import InvalidEntry, StoreUnavailable, WorkshopError
from workshop_kit.store.backups import Backup
from workshop_kit.store.glance import Fitness, Glance, check_sound, has_all_tables, look_at, look_at_file


class BackupState(StrEnum):
    """What a backup is: good, another workshop's, or what cannot be put back."""

    GOOD = "good"
    OTHER = "other"
    DAMAGED = "damaged"
    NEWER = "newer"
    NO_WORKSHOP = "no-workshop"
    UNREAD = "unread"


@dataclass(frozen=True)
class Examined:
    """What a backup is, and the title of the workshop in it, as far as it can be read."""

    state: BackupState
    title: str = ""


def examine_backup(folder: Path, backup: Backup) -> Examined:
    """Look at a backup of ``folder``; nothing is changed.

    A workshop is known again by the moment at which it was made. Where what stands in the folder cannot be read,
    nothing speaks against the backup.
    """
    try:
        check_sound(backup.path)
    except StoreUnavailable as error:
        return Examined(BackupState.DAMAGED if error.code == "store-damaged" else BackupState.UNREAD)
    try:
        held = look_at_file(backup.path)
    except WorkshopError:
        return Examined(BackupState.NO_WORKSHOP)
    if held.fitness is Fitness.NEWER:
        return Examined(BackupState.NEWER, held.title)
    if held.fitness is Fitness.PRESENT and not has_all_tables(backup.path):
        return Examined(BackupState.NO_WORKSHOP)
    return Examined(BackupState.GOOD if _is_the_same(folder, held) else BackupState.OTHER, held.title)


def refuse_unfit(folder: Path, backup: Backup, *, others: bool) -> None:
    """Raise unless a backup can be put back.

    Raises
    ------
    InvalidEntry
        ``backup-of-another``, told its ``title``, unless ``others``; ``backup-of-nothing``.
    StoreUnavailable
        ``store-damaged``; ``backup-too-new``, told its ``title``; or why it cannot be read now.

    """
    examined = examine_backup(folder, backup)
    told = {"place": str(backup.path), "folder": str(folder), "title": examined.title}
    if examined.state in (BackupState.DAMAGED, BackupState.UNREAD):
        check_sound(backup.path)
    if examined.state is BackupState.NO_WORKSHOP:
        raise InvalidEntry("backup-of-nothing", **told)
    if examined.state is BackupState.NEWER:
        raise StoreUnavailable("backup-too-new", **told)
    if examined.state is BackupState.OTHER and not others:
        raise InvalidEntry("backup-of-another", **told)


def _is_the_same(folder: Path, held: Glance) -> bool:
    try:
        present = look_at(folder)
    except WorkshopError:
        return True
    return present.created_at is None or held.created_at == present.created_at
