"""The backups as somebody chooses among them (*restore points*): in which order, how much each holds."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import cast

from workshop_kit.domain.believing import is_ahead
from workshop_kit.domain.course import Phase
from workshop_kit.errors import WorkshopError
from workshop_kit.hosting.weighing import examine_backup
from workshop_kit.live.contract.home.asked import BackupTold
from workshop_kit.live.timer import in_ms
from workshop_kit.store.backups import Backup, list_backups
from workshop_kit.store.glance import look_at_file


def list_to_choose(folder: Path, now: datetime) -> tuple[Backup, ...]:
    """Return the backups as they are offered: the newest first, and last those of a clock that was ahead."""
    backups = list_backups(folder)
    ahead = tuple(one for one in backups if is_ahead(one.at, now))
    return tuple(one for one in backups if one not in ahead) + ahead


def describe_backup(folder: Path, backup: Backup, now: datetime) -> BackupTold:
    """Return what a backup of ``folder`` is, and how much it holds, by a glance; a damaged one is told too."""
    examined = examine_backup(folder, backup)
    told: BackupTold = {
        "name": backup.path.name,
        "at": in_ms(backup.at),
        "kind": backup.kind.value,
        "ahead": is_ahead(backup.at, now),
        "state": examined.state.value,
        "title": examined.title,
        "readable": False,
        "phase": "",
        "people": 0,
        "ideas": 0,
    }
    try:
        glance = look_at_file(backup.path)
    except WorkshopError:
        return told
    phase = glance.phase if glance.phase in set(Phase) else ""  # another kit's word for it is nobody's
    held = {"people": glance.counts["came"], "ideas": glance.counts["ideas"], "phase": phase}
    return cast("BackupTold", {**told, "readable": True, **held})
