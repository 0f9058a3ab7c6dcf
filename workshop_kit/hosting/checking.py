"""The check of one workshop's folder (*consistency check*): what is wrong with it, and mended where it can be."""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
import stat
import sys
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Any, Final

from workshop_kit.domain.believing import is_ahead
from workshop_kit.errors import StoreUnavailable, WorkshopError
from workshop_kit.hosting.addresses import SERVE_FILE
from workshop_kit.hosting.configuring import RUNTIME_FOLDER
from workshop_kit.hosting.owning import forget_served, is_ours
from workshop_kit.hosting.supervisor import is_served
from workshop_kit.i18n import Translator
from workshop_kit.i18n.dates import say_date
from workshop_kit.live.acts.retention import keep_retention
from workshop_kit.store.backups import (
    BACKUPS,
    SEALED_FOR,
    BackupKind,
    drop_holding,
    list_backups,
    name_backup,
    prune,
    remove_backup,
)
from workshop_kit.store.databases import database_address
from workshop_kit.store.glance import Fitness, check_sound, look_at, open_to_look
from workshop_kit.store.health import find_trouble
from workshop_kit.store.moments import find_last_moment
from workshop_kit.store.opening import DATABASE_NAME, open_store
from workshop_kit.store.plain_files import is_in_the_way, make_private_file
from workshop_kit.store.refusals import ROOM_NEEDED, is_damage

#: Bytes below which a workshop is short of room.
_SCARCE: Final = 200_000_000
#: What nobody goes on with after that many seconds.
_LEFT_AFTER: Final = 3600.0
#: Drafts that a killed program leaves, by name.
_DRAFTS: Final = ("*.part", ".tried-*", f"{SERVE_FILE}.new", "workshop-kit.json.new")


class CheckState(StrEnum):
    """How one thing stands: well, mended just now, worth knowing, or to be mended by somebody."""

    GOOD = "good"
    MENDED = "mended"
    WARNING = "warning"
    BROKEN = "broken"


@dataclass(frozen=True)
class Checked:
    """One thing looked at; ``cli.check.<code>`` says it, and ``values`` fill it."""

    code: str
    state: CheckState
    values: Mapping[str, Any] = field(default_factory=dict)


def check_workshop(folder: Path, now: datetime, *, mends: bool = True) -> tuple[Checked, ...]:
    """Look at everything in a folder, and mend what can be mended without losing anything.

    Parameters
    ----------
    folder
        The workshop's folder; it may be served meanwhile, and then less is mended.
    now
        The present moment, aware.
    mends
        Whether anything may be changed.

    """
    if not folder.is_dir():
        return (Checked("folder-missing", CheckState.BROKEN, {"folder": folder}),)
    in_the_way = [name for name in (RUNTIME_FOLDER, BACKUPS) if is_in_the_way(folder / name)]
    if in_the_way:
        return tuple(Checked("in-the-way", CheckState.BROKEN, {"folder": folder, "name": one}) for one in in_the_way)
    served = is_served(folder)
    mends = mends and os.access(folder, os.W_OK)
    found = [*_check_place(folder)]
    if mends:
        found += _mend_rights(folder)
        found += [] if served else _mend_leftovers(folder, now)
    if database_address() is not None:
        found.append(Checked("database-elsewhere", CheckState.GOOD))
        return tuple(found)
    found += _check_database(folder, now, mends=mends and not served)
    if all(one.state is not CheckState.BROKEN for one in found):
        found += _check_contents(folder, now, mends=mends)
    found += _check_backups(folder, now, mends=mends)
    return tuple(found)


def say_checked(checked: Checked, say: Translator, *, page: bool = False) -> str:
    """Say one thing in words; on the home's ``page`` what to do names its buttons, not commands."""
    values = {
        key: say_date(one, say.language) if isinstance(one, datetime) else one for key, one in checked.values.items()
    }
    if page and "folder" in values:
        values["folder"] = Path(values["folder"]).name or values["folder"]
    if page and say.knows(f"home.home.folder-check.{checked.code}"):
        return say(f"home.home.folder-check.{checked.code}", **values)
    told, _, what = checked.code.partition("leaving-")
    return say(f"cli.retention.leaving.{what}" if what and not told else f"cli.check.{checked.code}", **values)


def is_whole(found: tuple[Checked, ...]) -> bool:
    """Tell whether nothing is left that somebody must mend."""
    return all(one.state is not CheckState.BROKEN for one in found)


def _check_place(folder: Path) -> Iterator[Checked]:
    trouble = find_trouble(folder, suspects=True) if (folder / DATABASE_NAME).is_file() else None
    if trouble is not None:
        code = trouble.code if trouble.code in ("disk-full", "folder-forbidden") else "not-writable"
        yield Checked(code, CheckState.BROKEN, {"folder": folder})
        return
    free = shutil.disk_usage(folder).free
    if free < _SCARCE:
        yield Checked("disk-low", CheckState.WARNING, {"megabytes": -(-free // 1_000_000)})


def _mend_rights(folder: Path) -> Iterator[Checked]:
    """Take from others the right to read what holds people's data, where the system has rights."""
    if sys.platform == "win32":
        return
    private = [folder, folder / RUNTIME_FOLDER, folder / BACKUPS, *folder.glob(f"{DATABASE_NAME}*")]
    private += [*(folder / BACKUPS).glob("*"), folder / SERVE_FILE]
    mended = 0
    for path in private:
        with contextlib.suppress(OSError):
            if path.is_symlink():
                continue
            rights = stat.S_IMODE(path.stat().st_mode)
            if rights & 0o077:
                path.chmod(rights & 0o700)
                if not stat.S_IMODE(path.stat().st_mode) & 0o077:  # a stick may know no rights
                    mended += 1
    if mended:
        yield Checked("rights-mended", CheckState.MENDED, {"number": mended})


def _mend_leftovers(folder: Path, now: datetime) -> Iterator[Checked]:
    """Clear what a program that was killed left; a killed serve of our own keeps what its pages look for."""
    removed = 0
    for place in (folder, folder / RUNTIME_FOLDER, folder / BACKUPS):
        for pattern in _DRAFTS:
            for path in place.glob(pattern):
                with contextlib.suppress(OSError):
                    if path.is_file() and now.timestamp() - path.stat().st_mtime > _LEFT_AFTER:
                        path.unlink()
                        removed += 1
    if removed:
        yield Checked("drafts-cleared", CheckState.MENDED, {"number": removed})
    if not (folder / SERVE_FILE).exists() and not (folder / RUNTIME_FOLDER).exists():
        return
    if not is_ours(folder):
        forget_served(folder)
        yield Checked("foreign-cleared", CheckState.MENDED)
    elif (folder / SERVE_FILE).exists():
        yield Checked("serve-killed", CheckState.WARNING, {"folder": folder})


def _check_database(folder: Path, now: datetime, *, mends: bool) -> Iterator[Checked]:
    path = folder / DATABASE_NAME
    if not path.is_file():
        yield Checked("database-missing", CheckState.BROKEN, {"folder": folder})
        return
    try:
        fitness = look_at(folder).fitness
    except WorkshopError as error:
        if error.code != "store-damaged":  # nothing says that it is damaged: it was not seen
            yield _say_unexamined(folder)
            return
        yield Checked("database-unreadable", CheckState.BROKEN, {"folder": folder})
        return
    if fitness is Fitness.NEWER:
        yield Checked("database-newer", CheckState.BROKEN)
        return
    if fitness is Fitness.OLDER:
        yield Checked("database-older", CheckState.WARNING)
    yield from _check_integrity(folder, now, mends=mends)


def _check_integrity(folder: Path, now: datetime, *, mends: bool) -> Iterator[Checked]:
    path = folder / DATABASE_NAME
    log = path.with_name(f"{DATABASE_NAME}-wal")
    has_room = not _is_full(folder)
    folds = mends and has_room and log.is_file() and log.stat().st_size > 0
    try:
        with closing(_connect(path, writes=mends and has_room)) as connection:
            connection.execute("PRAGMA trusted_schema=OFF")
            wrong = [str(row[0]) for row in connection.execute("PRAGMA integrity_check(20)")]
            if wrong != ["ok"] and mends and all("index" in one for one in wrong):
                if not has_room or not _keep_as_it_is(folder, now):
                    yield Checked("unexamined-disk-full", CheckState.BROKEN, {"folder": folder})
                    return
                connection.execute("REINDEX")
                wrong = [str(row[0]) for row in connection.execute("PRAGMA integrity_check(20)")]
                if wrong == ["ok"]:
                    yield Checked("index-mended", CheckState.MENDED)
            if wrong != ["ok"]:
                yield Checked("database-damaged", CheckState.BROKEN, {"folder": folder})
                return
            lost = sorted({str(row[0]) for row in connection.execute("PRAGMA foreign_key_check")})
            if lost:
                yield Checked("links-broken", CheckState.BROKEN, {"folder": folder, "tables": ", ".join(lost)})
                return
            if folds:
                connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    except sqlite3.Error as error:
        # only these say that it is damaged; a full, locked or pulled disk says nothing of what it holds
        if is_damage(error):
            yield Checked("database-damaged", CheckState.BROKEN, {"folder": folder})
        else:
            yield _say_unexamined(folder)
        return
    yield Checked("log-folded", CheckState.MENDED) if folds else Checked("database-whole", CheckState.GOOD)


def _connect(path: Path, *, writes: bool) -> sqlite3.Connection:
    """Open for mending, or for looking alone: then nothing is made beside the file, unless its log has to be read."""
    return sqlite3.connect(path, 5, isolation_level=None) if writes else open_to_look(path)


def _is_full(folder: Path) -> bool:
    """Tell whether a disk has no room for what SQLite makes beside a database."""
    try:
        return shutil.disk_usage(folder).free < ROOM_NEEDED
    except OSError:
        return True


def _say_unexamined(folder: Path) -> Checked:
    """Say that the database was not looked at, and why as far as that is known."""
    trouble = find_trouble(folder, suspects=True)
    known = trouble.code if trouble is not None and trouble.code in ("disk-full", "folder-forbidden") else "busy"
    return Checked(f"unexamined-{known}", CheckState.BROKEN, {"folder": folder})


def _keep_as_it_is(folder: Path, now: datetime) -> bool:
    """Keep the damaged file before anything is changed in it; tell whether there was room for it."""
    kept = name_backup(folder, now, BackupKind.REPLACED)
    try:
        kept.path.parent.mkdir(mode=0o700, exist_ok=True)
        make_private_file(kept.path)
        shutil.copyfile(folder / DATABASE_NAME, kept.path)
    except OSError:  # half a copy is none
        remove_backup(kept)
        return False
    return True


def _check_contents(folder: Path, now: datetime, *, mends: bool) -> Iterator[Checked]:
    """Look into a workshop that opens: hours that lie ahead, and contact details past their day."""
    if not mends or look_at(folder).fitness is not Fitness.PRESENT:
        return
    store = open_store(folder)
    try:
        last = store.read(find_last_moment)
        if last > now + timedelta(days=1):
            yield Checked("clock-behind", CheckState.WARNING, {"last": last, "today": now})
        standing = keep_retention(store, folder, now)
    finally:
        store.close()
    for what, day in standing.leaving.items():
        yield Checked(f"leaving-{what}", CheckState.WARNING, {"day": day, "today": now})
    if standing.erased:
        yield Checked("contacts-erased", CheckState.MENDED, {"number": standing.erased, "folder": folder})
    elif standing.erases_at is not None:
        values = {"folder": folder, "until": standing.until, "day": standing.erases_at, "today": now, "last": last}
        yield Checked("contacts-doubtful" if standing.doubtful else "contacts-due", CheckState.WARNING, values)


def _check_backups(folder: Path, now: datetime, *, mends: bool) -> Iterator[Checked]:
    spoilt = 0
    for one in list_backups(folder):
        try:
            check_sound(one.path)
        except StoreUnavailable as error:
            if error.code != "store-damaged" or one.kind is BackupKind.REPLACED:  # that one is kept as it was found
                continue
            spoilt += 1
            if mends and _is_sound(folder / DATABASE_NAME):  # of a lost workshop they may be all that is left
                remove_backup(one)
    if spoilt:
        yield Checked("backups-spoilt", CheckState.MENDED if mends else CheckState.WARNING, {"number": spoilt})
    if mends:
        prune(folder, now)
        drop_holding(folder)
    backups = list_backups(folder)
    plain = [one for one in backups if one.kind is BackupKind.PLAIN]
    believed = [one for one in plain if not is_ahead(one.at, now)]
    if believed:
        at = believed[0].at.astimezone()
        values = {"number": len(believed), "day": at.astimezone(UTC), "hour": at.strftime("%H:%M")}
        yield Checked("backups-there", CheckState.GOOD, values)
    if len(believed) < len(plain):
        last = plain[0].at
        yield Checked("backups-ahead", CheckState.WARNING, {"number": len(plain) - len(believed), "day": last})
    if not plain:
        yield Checked("backups-none", CheckState.GOOD)
    for one in backups:
        if one.kind is BackupKind.SEALED:
            yield Checked("sealed-there", CheckState.WARNING, {"folder": folder, "day": one.at + SEALED_FOR})


def _is_sound(database: Path) -> bool:
    try:
        check_sound(database)
    except (StoreUnavailable, OSError):
        return False
    return database.is_file()
