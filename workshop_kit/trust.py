"""Trust in a folder's own notebooks (*code signing* by digest): they run where somebody here vouches for them.

A notebook is a program, and whatever else Python can load from beside it is one too. Of those in a workshop's folder,
the kit's own are known; those written in JupyterLab on this computer, and those that a person said yes to, are
remembered by their digests among the user's settings. All others are strangers: while there is one, the kit's
notebooks are used in their place.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import stat
import uuid
from collections.abc import Iterator, Mapping
from importlib.machinery import all_suffixes
from pathlib import Path
from typing import Final

from workshop_kit.places import OWN_NOTEBOOKS, notebooks_folder, state_folder

_FILE: Final = "trusted-notebooks.json"
#: What Python or Jupyter may run; a table or a picture beside a notebook is no program.
_PROGRAMS: Final = frozenset({".ipynb", ".pyw", ".pth", *all_suffixes()})
#: What JupyterLab saved before, which nothing runs from there.
_CHECKPOINTS: Final = ".ipynb_checkpoints"
#: A larger program, or one more of them, is nobody's own notebook.
_LARGEST: Final = 100_000_000
_MOST: Final = 2_000
#: Digests that are remembered, the newest.
_REMEMBERED: Final = 20_000
#: The digest of what was not read: it is never remembered, hence never known.
_UNREAD: Final = ""
_CHUNK: Final = 1 << 20


def find_notebook(folder: Path, name: str) -> Path:
    """Return the notebook called ``name``: the organiser's own in a workshop's folder, else the kit's.

    While a stranger is among them, none of them is used: a program beside a notebook can stand in for any module.
    """
    own = folder / OWN_NOTEBOOKS / f"{name}.ipynb"
    return own if own.is_file() and not list_strangers(folder) else notebooks_folder() / own.name


def list_strangers(folder: Path) -> tuple[Path, ...]:
    """Return the programs among a folder's notebooks that nobody of this computer vouched for; it never raises."""
    programs = digest_programs(folder)
    if not programs:
        return ()
    known = _read_known() | set(digest_programs(notebooks_folder().parent, notebooks_folder().name).values())
    return tuple(path for path, digest in programs.items() if digest not in known)


def digest_programs(folder: Path, inside: str = OWN_NOTEBOOKS) -> Mapping[Path, str]:
    """Return the programs among a folder's notebooks, each with the digest of its place there and of its content."""
    root = folder / inside
    if is_link(root):  # it leads to what may be another thing tomorrow
        return {root: _UNREAD}
    found: dict[Path, str] = {}
    for path in _walk(root):
        if len(found) >= _MOST:
            return {**found, root: _UNREAD}
        found[path] = _digest(path, path.relative_to(root).as_posix())
    return found


def name_strangers(folder: Path) -> tuple[tuple[str, ...], str]:
    """Return the strangers of a folder by name, and one digest of all of them, to say yes to these and no others."""
    root, programs = folder / OWN_NOTEBOOKS, digest_programs(folder)
    strangers = list_strangers(folder)
    names = tuple(path.relative_to(root).as_posix() for path in strangers)
    told = "\n".join(sorted(programs.get(path, _UNREAD) for path in strangers))
    return names, hashlib.sha256(told.encode()).hexdigest()[:40] if names else ""


def vouch(digests: Mapping[Path, str]) -> None:
    """Remember programs as known; a full or forbidden disk forgets them, and somebody is asked again."""
    known = _read_list()
    new = [one for one in dict.fromkeys(digests.values()) if one != _UNREAD and one not in set(known)]
    if not new:
        return
    with contextlib.suppress(OSError):
        file = state_folder() / _FILE
        draft = file.with_name(f"{_FILE}.{uuid.uuid4().hex}")
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as target:
            json.dump([*known, *new][-_REMEMBERED:], target)
        draft.replace(file)


def _read_known() -> set[str]:
    return set(_read_list()) - {_UNREAD}


def _read_list() -> list[str]:
    try:
        kept = json.loads((state_folder() / _FILE).read_text(encoding="utf-8"))
        return [str(one) for one in kept] if isinstance(kept, list) else []
    except (OSError, ValueError):
        return []


def _walk(folder: Path) -> Iterator[Path]:
    """Yield what may be run below a folder, links as they are: what they lead to is not looked at."""
    try:
        entries = sorted(os.scandir(folder), key=lambda one: one.name)
    except (FileNotFoundError, NotADirectoryError):
        return
    except OSError:  # what cannot be listed may be opened all the same
        yield folder
        return
    for entry in entries:
        path = Path(entry.path)
        if is_link(path):
            yield path
        elif entry.is_dir(follow_symlinks=False):
            if entry.name != _CHECKPOINTS:
                yield from _walk(path)
        elif path.suffix.lower() in _PROGRAMS:
            yield path


def is_link(path: Path) -> bool:
    """Tell whether a path leads elsewhere: a symbolic link, or a junction of Windows."""
    try:
        told = path.lstat()
    except OSError:
        return False
    junction = getattr(told, "st_reparse_tag", 0) == getattr(stat, "IO_REPARSE_TAG_MOUNT_POINT", -1)
    return stat.S_ISLNK(told.st_mode) or junction


def _digest(path: Path, place: str) -> str:
    told = hashlib.sha256(place.encode("utf-8", "surrogateescape") + b"\0")
    try:
        if is_link(path):
            told.update(b"link\0" + os.fsencode(path.readlink()))
            return told.hexdigest()
        if not stat.S_ISREG(path.lstat().st_mode) or path.lstat().st_size > _LARGEST:
            return _UNREAD
        with path.open("rb") as content:
            while chunk := content.read(_CHUNK):
                told.update(chunk)
    except OSError:
        return _UNREAD
    return told.hexdigest()
