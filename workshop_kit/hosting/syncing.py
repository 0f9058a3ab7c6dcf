"""Cloud folders: which folders of this computer are copied to somebody else's by themselves.

What a workshop holds of people is not to leave the computer without anybody's doing, and a database that is copied
while it is written to may be spoilt.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

#: How such folders are called, in small letters, and whose they are.
_NAMES: Final[Mapping[str, str]] = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "mon drive": "Google Drive",
    "icloud": "iCloud",
    "mobile documents": "iCloud",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "kdrive": "kDrive",
    "pcloud": "pCloud",
    "mega": "MEGA",
}
_EXACT: Final = frozenset({"mega", "my drive", "mon drive"})
_ICLOUD: Final = Path("Library/Mobile Documents/com~apple~CloudDocs")


def find_sync(folder: Path, home: Path | None = None, platform: str = sys.platform) -> str:
    """Return what copies ``folder`` elsewhere by itself, such as ``OneDrive``; ``""`` as far as can be seen."""
    for variable in ("OneDrive", "OneDriveCommercial", "OneDriveConsumer"):
        root = os.environ.get(variable)
        if root and folder.is_relative_to(root):
            return "OneDrive"
    for part in folder.parts:
        said = part.casefold()
        for name, whose in _NAMES.items():
            if said == name or (name not in _EXACT and said.startswith((f"{name} ", f"{name}-", f"{name}_"))):
                return whose
    if platform == "darwin":
        own = home or Path.home()
        for name in ("Documents", "Desktop"):  # a Mac may keep these two there, under their usual names
            if folder.is_relative_to(own / name) and (own / _ICLOUD / name).exists():
                return "iCloud"
    return ""
