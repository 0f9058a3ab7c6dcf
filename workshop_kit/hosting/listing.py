"""The catalogue of workshops (*index of a folder*): what stands in the folder of workshops, and in those remembered.

It is made by glances alone, in threads: a folder on a disk that hangs is left to hang, and the others are listed.
"""

from __future__ import annotations

import hashlib
import os
import threading
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from workshop_kit.errors import MissingEntry, StoreUnavailable, WorkshopError
from workshop_kit.hosting.settings import Elsewhere
from workshop_kit.hosting.supervisor import is_served
from workshop_kit.i18n import LANGUAGES, Translator
from workshop_kit.store.glance import Fitness, Glance, look_at
from workshop_kit.store.health import is_full
from workshop_kit.store.marks import MARK_FILE, Mark, read_mark
from workshop_kit.store.opening import DATABASE_NAME
from workshop_kit.trust import name_strangers

#: Seconds for which a folder may think about it.
_ANSWER_WITHIN: Final = 2.0
#: A folder of workshops with more folders in it is not one.
_FOLDERS_AT_MOST: Final = 400
#: Where macOS and Linux have the disks and the sticks that are put in.
VOLUMES: Final = ("/Volumes", "/media", "/run/media", "/mnt")


@dataclass(frozen=True)
class Listed:
    """One workshop of the list.

    Attributes
    ----------
    id
        Names it as long as its folder is called so.
    path
        Its folder.
    on_shelf
        Whether the folder is in the folder of workshops.
    condition
        How the folder was found: a ``Condition`` of the contract.
    glance, mark
        What was seen there; ``None`` where nothing could be.
    remembered
        What was last seen in a folder elsewhere.
    served
        Whether some program serves it.
    concluded
        Whether its synthesis stands in its folder.
    strangers, strange
        The programs among its notebooks that nobody here vouched for, by name, and one digest of them all.
    full
        Whether nothing more can be written there, since its disk is full.

    """

    id: str
    path: Path
    on_shelf: bool
    condition: str
    glance: Glance | None = None
    mark: Mark = field(default_factory=Mark)
    remembered: Elsewhere | None = None
    served: bool = False
    concluded: bool = False
    strangers: tuple[str, ...] = ()
    strange: str = ""
    full: bool = False

    @property
    def title(self) -> str:
        """Its title, as it stands in it, else as it was last seen, else its folder's name."""
        known = self.glance.title if self.glance else (self.remembered.title if self.remembered else "")
        return known or self.path.name

    @property
    def territory(self) -> str:
        """Its territory, as far as it is known."""
        return self.glance.territory if self.glance else (self.remembered.territory if self.remembered else "")

    @property
    def day(self) -> str:
        """Its day as ``YYYY-MM-DD``: the one that was given, else that of its end where one is set."""
        if self.mark.day:
            return self.mark.day
        if self.glance is not None and self.glance.ends_at is not None:
            return self.glance.ends_at.astimezone().date().isoformat()
        return self.remembered.day if self.remembered else ""


class Catalogue:
    """Lists workshops, and keeps what a glance showed for as long as the files are as they were."""

    def __init__(self) -> None:
        self._kept: dict[Path, tuple[tuple[int, ...], Listed]] = {}
        self._hanging: dict[Path, threading.Thread] = {}

    def read(self, shelf: Path, elsewhere: Iterable[Elsewhere]) -> tuple[Listed, ...]:
        """Return every workshop of the folder ``shelf``, then those of the folders elsewhere; it never raises."""
        wanted: dict[Path, Elsewhere | None] = dict.fromkeys(list_folders(shelf))
        for one in elsewhere:
            if Path(one.path).parent != shelf:  # what stands there is listed as it is called now
                wanted.setdefault(Path(one.path), one)
        found: dict[Path, Listed] = {}
        threads = {path: self._look(path, shelf, known, found) for path, known in wanted.items()}
        for path, thread in threads.items():
            thread.join(0 if path in self._hanging else _ANSWER_WITHIN)
            if thread.is_alive():
                self._hanging[path] = thread
            else:
                self._hanging.pop(path, None)
        late = {path: _out_of_reach(path, shelf, known) for path, known in wanted.items() if path not in found}
        return tuple({**late, **found}[path] for path in wanted)

    def _look(self, path: Path, shelf: Path, known: Elsewhere | None, found: dict[Path, Listed]) -> threading.Thread:
        """Begin to look at one folder; where a look hangs already no other is begun."""
        if path in self._hanging and self._hanging[path].is_alive():
            return self._hanging[path]

        def look() -> None:
            found[path] = self._see(path, shelf, known)

        thread = threading.Thread(target=look, daemon=True)
        thread.start()
        return thread

    def _see(self, path: Path, shelf: Path, known: Elsewhere | None) -> Listed:
        stamp = _stamp(path)
        kept = self._kept.get(path)
        if kept is None or kept[0] != stamp or not stamp:
            kept = (stamp, describe_folder(path, on_shelf=path.parent == shelf, remembered=known))
            self._kept[path] = kept
        names, digest = name_strangers(path)
        seen = replace(kept[1], served=is_served(path), concluded=has_synthesis(path), remembered=known)
        full = seen.condition in ("ready", "older") and is_full(path)
        return replace(seen, strangers=names, strange=digest, full=full)


def describe_folder(path: Path, *, on_shelf: bool, remembered: Elsewhere | None = None) -> Listed:
    """Return what one folder is; it never raises."""
    listed = Listed(name_folder(path), path, on_shelf, "ready", remembered=remembered)
    try:
        glance = look_at(path)
    except MissingEntry:
        return replace(listed, condition="missing")
    except StoreUnavailable as error:
        return replace(listed, condition=_find_condition(path, error), mark=read_mark(path))
    except (WorkshopError, OSError, RecursionError, MemoryError):
        return replace(listed, condition="damaged")
    condition = glance.fitness.value
    if glance.fitness is not Fitness.NEWER and not is_writable(path):
        condition = "read-only"
    return replace(listed, condition=condition, glance=glance, mark=read_mark(path))


def has_synthesis(folder: Path) -> bool:
    """Tell whether the synthesis stands in a workshop's folder, under the name that the kit gives it."""
    names = {f"{Translator(language)('cli.report.name')}.{form}" for language in LANGUAGES for form in ("pdf", "html")}
    return any((folder / name).exists() for name in names)


def list_folders(parent: Path) -> Iterator[Path]:
    """Yield the folders of ``parent`` that hold a workshop, by name; none where it cannot be read."""
    try:
        with os.scandir(parent) as entries:
            names = sorted(one.name for one in entries if not one.name.startswith(".") and one.is_dir())
    except OSError:
        return
    for name in names[:_FOLDERS_AT_MOST]:
        try:
            if (parent / name / DATABASE_NAME).is_file():
                yield parent / name
        except OSError:
            continue


def name_folder(path: Path) -> str:
    """Return the id of a workshop's folder."""
    return hashlib.sha256(os.fsencode(path)).hexdigest()[:20]


def name_volume(path: Path) -> str:
    """Return what a person would call the disk or the folder that a folder is in."""
    if path.drive and not path.drive.startswith("\\\\") and path.drive != Path.home().drive:
        return path.drive
    for volumes in map(Path, VOLUMES):
        if path.is_relative_to(volumes):
            parts = path.relative_to(volumes).parts[:-1]
            # /media/<user>/<stick> on Linux, /Volumes/<stick> on macOS
            skipped = 1 if volumes.name == "media" and len(parts) > 1 else 0
            return parts[skipped] if len(parts) > skipped else path.parent.name
    return path.parent.name


def is_writable(folder: Path) -> bool:
    """Tell whether a workshop's folder and its database may be written to, as the system says."""
    return os.access(folder, os.W_OK) and os.access(folder / DATABASE_NAME, os.W_OK)


def remember(listed: Iterable[Listed], elsewhere: Iterable[Elsewhere]) -> tuple[Elsewhere, ...]:
    """Return the folders elsewhere with what was just seen there, so that they have a title once they are gone."""
    seen: Mapping[str, Listed] = {str(one.path): one for one in listed if one.glance is not None}
    return tuple(
        Elsewhere(one.path, seen[one.path].title, seen[one.path].territory, seen[one.path].day)
        if one.path in seen
        else one
        for one in elsewhere
    )


def _stamp(path: Path) -> tuple[int, ...]:
    """Return what changes whenever something was written; empty where there is nothing to look at."""
    stamp = []
    for name in (DATABASE_NAME, f"{DATABASE_NAME}-wal", MARK_FILE):
        try:
            told = (path / name).stat()
            stamp += [told.st_mtime_ns, told.st_size, told.st_mode]
        except OSError:
            if name == DATABASE_NAME:
                return ()
            stamp.append(0)
    return (*stamp, int(is_writable(path)))


def _find_condition(path: Path, error: StoreUnavailable) -> str:
    if error.code == "store-damaged":
        return "damaged"
    return "damaged" if (path / DATABASE_NAME).exists() else "missing"


def _out_of_reach(path: Path, shelf: Path, known: Elsewhere | None) -> Listed:
    """Return a folder whose disk does not answer."""
    return Listed(name_folder(path), path, path.parent == shelf, "missing", remembered=known)
