"""The announcement of an erasure by date: when it was first made, as the folder remembers it beside its backups."""

from __future__ import annotations

import contextlib
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from workshop_kit.store.backups import BACKUPS, make_place
from workshop_kit.store.plain_files import make_private_file, read_plain_file

_FILE: Final = "announced.json"
_LARGEST: Final = 1_000


def read_announced(folder: Path) -> datetime | None:
    """Return when the coming erasure was announced; ``None``: it was not, or nobody can tell."""
    try:
        at = datetime.fromisoformat(json.loads(read_plain_file(folder / BACKUPS / _FILE, _LARGEST))["at"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return at if at.tzinfo is not None else None


def write_announced(folder: Path, at: datetime) -> None:
    """Remember when it was announced; raises ``OSError``."""
    draft = make_place(folder) / f"{_FILE}.new"
    draft.unlink(missing_ok=True)
    make_private_file(draft)
    draft.write_text(json.dumps({"at": at.astimezone(UTC).isoformat()}), encoding="utf-8")
    draft.replace(folder / BACKUPS / _FILE)


def forget_announced(folder: Path) -> None:
    """Take it back; where there is none, nothing happens."""
    with contextlib.suppress(OSError):
        (folder / BACKUPS / _FILE).unlink()
