"""Announcements of erasures by date: when each was first made, as the folder remembers it beside its backups."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from workshop_kit.store.backups import BACKUPS, make_place
from workshop_kit.store.plain_files import make_private_file, read_beginning

_FILE: Final = "announced.json"
#: What else is past its day, and since when that was seen.
_PAST_FILE: Final = "past.json"
_LARGEST: Final = 1_000


def read_announced(folder: Path) -> datetime | None:
    """Return when the coming erasure was announced; ``None``: it was not, or nobody can tell."""
    try:
        at = datetime.fromisoformat(json.loads(read_beginning(folder / BACKUPS / _FILE, _LARGEST))["at"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return at if at.tzinfo is not None else None


def write_announced(folder: Path, at: datetime) -> None:
    """Remember when it was announced; raises ``OSError``."""
    _write(folder, _FILE, {"at": at})


def read_past(folder: Path) -> dict[str, datetime]:
    """Return since when each thing that goes by date was seen to be past its own; what cannot be read was not seen."""
    try:
        kept = json.loads(read_beginning(folder / BACKUPS / _PAST_FILE, _LARGEST))
        moments = {str(what): datetime.fromisoformat(at) for what, at in kept.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}
    return {what: at for what, at in moments.items() if at.tzinfo is not None}


def write_past(folder: Path, past: Mapping[str, datetime]) -> None:
    """Remember it; raises ``OSError``."""
    if past:
        _write(folder, _PAST_FILE, past)
    else:
        (folder / BACKUPS / _PAST_FILE).unlink(missing_ok=True)


def forget_announced(folder: Path) -> None:
    """Take it back; where there is none, nothing happens."""
    with contextlib.suppress(OSError):
        (folder / BACKUPS / _FILE).unlink()


def _write(folder: Path, name: str, moments: Mapping[str, datetime]) -> None:
    draft = make_place(folder) / f"{name}.new"
    draft.unlink(missing_ok=True)
    make_private_file(draft)
    kept = {what: at.astimezone(UTC).isoformat() for what, at in moments.items()}
    draft.write_text(json.dumps(kept), encoding="utf-8")
    draft.replace(folder / BACKUPS / name)
