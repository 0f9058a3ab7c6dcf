"""The day of a workshop (*jour de l'atelier*): it stands in the folder, for the home page, and in what prints say."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Final

from workshop_kit.domain.invitations import Invitation
from workshop_kit.errors import InvalidEntry, StoreUnavailable
from workshop_kit.live.acts.retention import count_from_day
from workshop_kit.store import Repository, Store
from workshop_kit.store.marks import check_day, read_mark, write_mark

#: Pages that set a day at the same time are waited for so often.
_TRIES: Final = 20


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
    before = read_mark(folder)
    write_mark(folder, replace(before, day=kept_day, hour=kept_hour))

    def keep(repository: Repository) -> None:
        count_from_day(repository, date.fromisoformat(kept_day) if kept_day else None)
        said = repository.find_invitation()
        if (said.day, said.begins) != (kept_day, kept_hour):
            repository.update_invitation(replace(said, day=kept_day, begins=kept_hour))

    try:
        store.perform(None, keep)
    except BaseException:
        with suppress(StoreUnavailable):
            write_mark(folder, before)
            settle_day(store, folder)
        raise
    settle_day(store, folder)


def settle_day(store: Store, folder: Path) -> None:
    """Have the folder say the day that prints say, where another page set one at the same time, or a kill came between.

    One that was kept in the folder alone stays: prints read it there.

    Raises
    ------
    StoreUnavailable
        Nothing can be written in the folder.

    """
    for _ in range(_TRIES):  # another page may set one meanwhile
        said, mark = store.read(lambda repository: repository.find_invitation()), read_mark(folder)
        try:
            day, hour = check_day(said.day, said.begins)
        except InvalidEntry:  # a folder of somebody else's may say what is no day
            return
        if not day or (day, hour) == (mark.day, mark.hour):
            return
        write_mark(folder, replace(mark, day=day, hour=hour))


def read_invitation(repository: Repository, folder: Path) -> Invitation:
    """Return what prints say; the day of a workshop that was kept in its folder alone is read there."""
    said = repository.find_invitation()
    mark = read_mark(folder)
    if said.day or not mark.day:
        return said
    return replace(said, day=mark.day, begins=said.begins or mark.hour)
