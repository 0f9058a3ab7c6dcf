"""Metadata of a workshop's folder (*sidecar file*): its day and hour, whether it was put away or is the sample.

The mark stands in the folder, so that it travels with it. It tells nothing of people.
"""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass, fields
from datetime import date, datetime, time
from pathlib import Path
from typing import Any, Final

from workshop_kit.errors import InvalidEntry, StoreUnavailable
from workshop_kit.store.plain_files import read_plain_file

MARK_FILE: Final = "workshop-kit.json"
_LARGEST: Final = 20_000
_YEARS: Final = range(2000, 2100)


@dataclass(frozen=True)
class Mark:
    """What a folder says of itself: ``day`` as ``YYYY-MM-DD`` and ``hour`` as ``HH:MM``, both may be empty."""

    day: str = ""
    hour: str = ""
    archived: bool = False
    sample: bool = False

    @property
    def starts_at(self) -> datetime | None:
        """When the workshop is set to begin, where this machine is; ``None`` where its day or its hour is not said."""
        if not self.day or not self.hour:
            return None
        return datetime.combine(date.fromisoformat(self.day), time.fromisoformat(self.hour)).astimezone()


def read_mark(folder: Path) -> Mark:
    """Return a folder's mark; what cannot be read of it counts as not said."""
    try:
        kept: dict[str, Any] = json.loads(read_plain_file(folder / MARK_FILE, _LARGEST))
        known = {one.name: kept[one.name] for one in fields(Mark) if isinstance(kept.get(one.name), str | bool)}
        mark = Mark(**known)
        return Mark(*check_day(mark.day, mark.hour), mark.archived is True, mark.sample is True)
    except (OSError, ValueError, TypeError, AttributeError, InvalidEntry):
        return Mark()


def write_mark(folder: Path, mark: Mark) -> None:
    """Keep a folder's mark; raises ``StoreUnavailable`` (``folder-forbidden``) where nothing can be written."""
    draft = folder / f"{MARK_FILE}.new"
    try:
        draft.unlink(missing_ok=True)  # in somebody else's folder it may be a link, and lead anywhere
        draft.write_text(json.dumps(asdict(mark), indent=1), encoding="utf-8")
        draft.replace(folder / MARK_FILE)
    except OSError as error:
        raise refuse_writing(folder, error) from error


def check_day(day: str, hour: str) -> tuple[str, str]:
    """Return a day and an hour as they are kept.

    Raises
    ------
    InvalidEntry
        ``day-shape`` or ``hour-shape``, told what was ``received``.

    """
    try:
        kept_day = day and date.fromisoformat(day).isoformat()
    except (ValueError, TypeError) as error:
        raise InvalidEntry("day-shape", received=str(day)[:30]) from error
    if kept_day and int(kept_day[:4]) not in _YEARS:
        raise InvalidEntry("day-shape", received=day[:30])
    if not hour:
        return kept_day, ""
    found = re.fullmatch(r"(\d{1,2})(?:[:hH]|\s*h\s*)(\d{2})?", str(hour).strip())
    try:
        return kept_day, time(int(found[1]), int(found[2] or 0)).strftime("%H:%M") if found else _refuse_hour(hour)
    except ValueError as error:
        raise InvalidEntry("hour-shape", received=str(hour)[:30]) from error


def disk_full(folder: Path) -> StoreUnavailable:
    """Return the error that says that a folder's disk is full; a person knows the folder by its name, not its path."""
    return StoreUnavailable("disk-full", folder=folder.name or str(folder))


def refuse_writing(place: Path, error: OSError) -> StoreUnavailable:
    """Return the error that says why nothing can be written at ``place``: full, forbidden, gone, in the way."""
    import errno

    if error.errno in (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)):
        return disk_full(place)
    if error.errno in (errno.ENOENT, errno.ENODEV, errno.EIO, errno.ENXIO):
        return StoreUnavailable("folder-gone", folder=str(place))
    if error.errno in (errno.EROFS, errno.EACCES, errno.EPERM):
        return StoreUnavailable("folder-forbidden", folder=str(place))
    if error.errno in (errno.EEXIST, errno.ENOTDIR, errno.EISDIR):
        return StoreUnavailable("something-in-the-way", folder=str(place), name=Path(str(error.filename or place)).name)
    # the system's own words are in its language, which need not be the reader's; its sign is in none
    reason = errno.errorcode.get(error.errno or 0) or type(error).__name__
    return StoreUnavailable("folder-not-writable", folder=str(place), reason=reason)


def _refuse_hour(hour: str) -> str:
    raise InvalidEntry("hour-shape", received=str(hour)[:30])
