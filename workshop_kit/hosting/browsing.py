"""A folder browser: this computer's places, for a page to let somebody choose one; browsers tell pages no paths."""

from __future__ import annotations

import os
import string
import sys
from pathlib import Path
from typing import Final

import platformdirs

from workshop_kit.errors import MissingEntry
from workshop_kit.hosting.bundles import is_bundle
from workshop_kit.hosting.listing import VOLUMES
from workshop_kit.live.contract.home.asked import PlaceEntry, PlaceListing
from workshop_kit.store.opening import DATABASE_NAME

#: More entries than this are no help to anybody who looks for one.
_ENTRIES_AT_MOST: Final = 300


def list_place(path: str, shelf: Path) -> PlaceListing:
    """Return the folders at ``path`` and the files that may be a workshop's; ``""``: the user's documents.

    Raises
    ------
    MissingEntry
        ``no-place``, told the ``path``.

    """
    place = Path(path).expanduser() if path.strip() else Path(platformdirs.user_documents_dir())
    if not path.strip() and not place.is_dir():
        place = Path.home()
    try:
        if not place.is_absolute() or not place.is_dir():
            raise MissingEntry("no-place", path=path[:200])
        is_workshop = (place / DATABASE_NAME).is_file()
    except (OSError, ValueError) as error:
        raise MissingEntry("no-place", path=path[:200]) from error
    entries, readable, cut = _list_entries(place)
    return {
        "path": str(place),
        "name": place.name or str(place),
        "trail": [_describe(one, "folder") for one in [*reversed(place.parents), place]],
        "entries": entries,
        "starts": [_describe(one, "folder") for one in _list_starts(shelf)],
        "is_workshop": is_workshop,
        "readable": readable,
        "cut": cut,
    }


def _list_entries(place: Path) -> tuple[list[PlaceEntry], bool, bool]:
    entries: list[PlaceEntry] = []
    try:
        with os.scandir(place) as found:
            for one in found:
                path = Path(one.path)
                if one.name.startswith((".", "$")):
                    continue
                if _is_folder(one):
                    entries.append(_describe(path, "workshop" if _holds_workshop(path) else "folder"))
                elif is_bundle(path):
                    entries.append(_describe(path, "file"))
    except OSError:
        return [], False, False
    entries.sort(key=lambda one: ((one["kind"] == "file"), one["name"].casefold()))
    return entries[:_ENTRIES_AT_MOST], True, len(entries) > _ENTRIES_AT_MOST


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _holds_workshop(path: Path) -> bool:
    try:
        return (path / DATABASE_NAME).is_file()
    except OSError:
        return False


def _list_starts(shelf: Path) -> list[Path]:
    """Return where one begins to look: the folder of workshops, the usual folders, the sticks."""
    usual = [shelf, *map(Path, (platformdirs.user_documents_dir(), platformdirs.user_desktop_dir()))]
    usual += [Path(platformdirs.user_downloads_dir()), Path.home()]
    return [path for path in dict.fromkeys([*usual, *_list_volumes()]) if _is_there(path)]


def _list_volumes() -> list[Path]:
    if sys.platform == "win32":
        return [Path(f"{letter}:\\") for letter in string.ascii_uppercase if Path(f"{letter}:\\").exists()]
    found = []
    for media in map(Path, VOLUMES):
        for path in _list_folders(media):
            # /media/<user>/<stick>: the user's own folder holds the sticks
            inside = _list_folders(path) if path.name == os.environ.get("USER", "") else []
            found += inside or [path]
    return found


def _list_folders(path: Path) -> list[Path]:
    try:
        return sorted(one for one in path.iterdir() if one.is_dir())
    except OSError:
        return []


def _is_there(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        return False


def _describe(path: Path, kind: str) -> PlaceEntry:
    return PlaceEntry(name=path.name or str(path), path=str(path), kind=kind)  # type: ignore[typeddict-item]
