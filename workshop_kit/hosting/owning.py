"""Whose the secrets of a served folder are: those made here are used again, those that came with a copy are not.

Tokens, secrets of cookies and ports stand in the workshop's folder, so that open pages come back after a crash. A
folder travels, and whoever had it knows them. So a mark in it, keyed with a secret of this user of this computer, says
of which file of the disk it is: renamed, a folder keeps its secrets; a copy, beside it, in its place or brought by
somebody, begins with its own. A stick whose disk numbers its files anew each time it is plugged in (*FAT*, which knows
no rights either) is told by the path instead.
"""

from __future__ import annotations

import contextlib
import hmac
import json
import platform
import secrets
import shutil
import sys
from pathlib import Path
from typing import Final

from workshop_kit.hosting.addresses import remove_serve_file
from workshop_kit.hosting.configuring import LOCK_FILE, RUNTIME_FOLDER
from workshop_kit.hosting.private import make_private_folder, write_private
from workshop_kit.places import state_folder
from workshop_kit.store.plain_files import read_beginning

#: The mark in the folder, and the secret among the user's settings.
OWNER_FILE: Final = "owner"
_KEY_FILE: Final = "folders-secret"
_LARGEST: Final = 1_000


def is_ours(folder: Path) -> bool:
    """Tell whether what a serve left in ``folder`` was left there by this user of this computer."""
    try:
        kept = json.loads(read_beginning(folder / RUNTIME_FOLDER / OWNER_FILE, _LARGEST))
        marks = [str(kept["file"]), str(kept["path"])]
        own = _make_marks(folder)
    except (OSError, ValueError, KeyError, TypeError):
        return False
    same_file, same_path = (
        hmac.compare_digest(mark.encode(), one.encode()) for mark, one in zip(marks, own, strict=True)
    )
    return same_file or (same_path and not _keeps_numbers(folder / RUNTIME_FOLDER))


def own(folder: Path) -> None:
    """Mark a folder as served from here; what came with it from elsewhere is taken away first. Raises ``OSError``."""
    if not is_ours(folder):
        forget_served(folder)
    make_private_folder(folder / RUNTIME_FOLDER)
    of_file, of_path = _make_marks(folder)
    write_private(folder / RUNTIME_FOLDER / OWNER_FILE, json.dumps({"file": of_file, "path": of_path}))


def forget_served(folder: Path) -> None:
    """Take away what a serve left, but the lock, which somebody may hold at this moment."""
    remove_serve_file(folder)
    with contextlib.suppress(OSError):
        for path in (folder / RUNTIME_FOLDER).iterdir():
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path, ignore_errors=True)
            elif path.name != LOCK_FILE:
                path.unlink()


def _make_marks(folder: Path) -> tuple[str, str]:
    """Return the mark of the folder as a file of its disk, and that of its path."""
    key, place = _read_key(), folder.resolve()

    def mark(word: str) -> str:
        return hmac.digest(key, word.encode("utf-8", "surrogateescape"), "sha256").hex()

    return mark(f"file {place.stat().st_ino}"), mark(f"path {place}")


def _keeps_numbers(place: Path) -> bool:
    """Tell whether a disk numbers its files for good, as one does that keeps rights; untried, it does."""
    if sys.platform == "win32":
        return True
    tried = place / f".tried-{secrets.token_hex(8)}"
    try:
        tried.touch(0o600)
        before = tried.stat().st_mode
        tried.chmod(0o640)
        return tried.stat().st_mode != before
    except OSError:
        return True
    finally:
        with contextlib.suppress(OSError):
            tried.unlink()


def _read_key() -> bytes:
    """Return the secret of this user of this computer; where none can be kept, the computer's name must do."""
    file = state_folder() / _KEY_FILE
    try:
        if not file.is_file():
            make_private_folder(file.parent)
            write_private(file, secrets.token_hex(32))
        return bytes.fromhex(file.read_text(encoding="ascii"))
    except (OSError, ValueError):
        return platform.node().encode()
