"""The day of a workshop (*jour de l'atelier*): it stands in the folder, for the home page, and in what prints say."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from workshop_kit.domain.invitations import Invitation
from workshop_kit.live.acts.retention import count_from_day
from workshop_kit.store import Repository, Store
from workshop_kit.store.marks import check_day, read_mark, write_mark


def set_day(store: Store, folder: Path, day: str, hour: str) -> None:
    """Set the day of a workshop and the hour it begins, or neither, wherever they are read.

    Raises
    ------
    InvalidEntry
        ``day-shape`` or ``hour-shape``.
    StoreUnavailable
        Nothing can be written in the folder.

    """
    kept_day, kept_hour = check_day(day, hour)
    write_mark(folder, replace(read_mark(folder), day=kept_day, hour=kept_hour))
    count_from_day(store, date.fromisoformat(kept_day) if kept_day else None)

    def keep(repository: Repository) -> None:
        said = repository.find_invitation()
        if (said.day, said.begins) != (kept_day, kept_hour):
            repository.update_invitation(replace(said, day=kept_day, begins=kept_hour))

    store.perform(None, keep)


def read_invitation(repository: Repository, folder: Path) -> Invitation:
    """Return what prints say; the day of a workshop that was kept in its folder alone is read there."""
    said = repository.find_invitation()
    mark = read_mark(folder)
    if said.day or not mark.day:
        return said
    return replace(said, day=mark.day, begins=said.begins or mark.hour)
