"""Archives of a workshop: its whole folder as one file for a colleague, and a colleague's file as a folder.

What comes from somebody else is held to be hostile: no name in it leads out of its folder, nothing in it is a link, it
may not unpack to more than a workshop ever is, and the notebooks in it, which are programs, are put aside.
"""

from __future__ import annotations

import contextlib
import lzma
import shutil
import stat
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import IO, Final

from workshop_kit.errors import StoreUnavailable, UnreadableFile
from workshop_kit.hosting.addresses import SERVE_FILE
from workshop_kit.hosting.configuring import RUNTIME_FOLDER
from workshop_kit.hosting.naming import RECEIVED_NOTEBOOKS, fold_part, is_safe_part
from workshop_kit.hosting.private import make_private, open_new
from workshop_kit.live.acts.leaving import COPIES
from workshop_kit.places import OWN_NOTEBOOKS
from workshop_kit.store.backups import BACKUPS
from workshop_kit.store.glance import Fitness, check_sound, copy_database, look_at
from workshop_kit.store.marks import refuse_writing
from workshop_kit.store.opening import COMPANIONS, DATABASE_NAME
from workshop_kit.trust import is_link

#: How a workshop's file ends: a zip that any system opens.
ENDING: Final = ".atelier.zip"
#: Bytes that a workshop may unpack to, and files in it: no workshop is larger.
_UNPACKED_AT_MOST: Final = 2_000_000_000
_FILES_AT_MOST: Final = 5_000
_DEPTH_AT_MOST: Final = 12
_CHUNK: Final = 1 << 20
_LEFT_OUT: Final = frozenset({SERVE_FILE, f"{SERVE_FILE}.new", "Thumbs.db", ".DS_Store", "desktop.ini"})


def write_bundle(folder: Path, target: Path) -> None:
    """Write the workshop of ``folder`` as one file, even while it is served; copies of the database stay out.

    Raises
    ------
    StoreUnavailable
        It cannot be read, or ``disk-full``.

    """
    draft = target.with_name(f"{target.name}.part")
    try:
        with tempfile.TemporaryDirectory(prefix="workshop-kit-") as aside:
            snapshot = Path(aside) / DATABASE_NAME
            copy_database(folder, snapshot)
            make_private(draft)
            with zipfile.ZipFile(draft, "w", zipfile.ZIP_DEFLATED, strict_timestamps=False) as bundle:
                bundle.write(snapshot, DATABASE_NAME)
                for path in list_own_files(folder):
                    bundle.write(path, path.relative_to(folder).as_posix())
        draft.replace(target)
    except OSError as error:
        raise refuse_writing(target.parent, error) from error
    finally:
        with contextlib.suppress(OSError):
            draft.unlink()


def list_own_files(folder: Path) -> Iterator[Path]:
    """Yield a folder's files besides the database and what a serve keeps there; links are not followed."""
    copies = {path.name for path in folder.glob(COPIES)}
    companions = {DATABASE_NAME, *COMPANIONS}
    for path in _walk(folder):
        inside = path.relative_to(folder)
        if len(inside.parts) == 1 and inside.name in copies | companions | _LEFT_OUT:
            continue
        if inside.parts[0] not in (RUNTIME_FOLDER, BACKUPS) and inside.name not in _LEFT_OUT:
            yield path


def read_bundle(file: Path, folder: Path) -> None:
    """Make ``folder``, which is not there yet, of a colleague's file.

    Raises
    ------
    UnreadableFile
        ``bundle-unreadable``, ``bundle-no-workshop``, ``bundle-unsafe`` (told the ``name``), ``bundle-too-large``,
        ``bundle-locked`` (a password).
    StoreUnavailable
        The workshop in it is damaged or from a newer kit, or nothing can be written here.

    """
    try:
        with zipfile.ZipFile(file) as bundle:
            entries = _plan(bundle, file.name)
            _unpack(bundle, entries, folder)
        path = folder / DATABASE_NAME
        check_sound(path)
        if look_at(folder).fitness is Fitness.NEWER:
            raise StoreUnavailable("store-too-new", place=file.name, revision="")
    except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, EOFError, ValueError) as error:
        _clear(folder)
        raise UnreadableFile("bundle-unreadable", file=file.name) from error
    except RuntimeError as error:  # a password is asked for
        _clear(folder)
        raise UnreadableFile("bundle-locked", file=file.name) from error
    except OSError as error:
        _clear(folder)
        raise refuse_writing(folder.parent, error) from error
    except BaseException:
        _clear(folder)
        raise


def is_bundle(path: Path) -> bool:
    """Tell whether a file looks like a workshop's: by its ending alone, since a list of many is made of it."""
    return path.name.lower().endswith(".zip")


def _walk(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        if is_link(path):
            continue
        if path.is_dir():
            yield from _walk(path)
        elif path.is_file():
            yield path


def _plan(bundle: zipfile.ZipFile, name: str) -> dict[str, zipfile.ZipInfo]:
    """Return what is unpacked, by where it goes; raises ``UnreadableFile`` before anything is written."""
    files = [one for one in bundle.infolist() if not one.is_dir()]
    if len(files) > _FILES_AT_MOST or sum(one.file_size for one in files) > _UNPACKED_AT_MOST:
        raise UnreadableFile("bundle-too-large", file=name)
    for one in files:
        _check_entry(one, name)
    root = _find_root(files, name)
    plan: dict[str, zipfile.ZipInfo] = {}
    taken: set[str] = set()
    for one in files:
        inside = PurePosixPath(one.filename).parts[len(root) :]
        if PurePosixPath(one.filename).parts[: len(root)] != root or not inside or _is_left_out(inside):
            continue
        parts = (RECEIVED_NOTEBOOKS, *inside[1:]) if fold_part(inside[0]) == OWN_NOTEBOOKS else inside
        place = "/".join(parts)
        folded = "/".join(map(fold_part, parts))
        if folded in taken:  # one file on Windows and macOS
            raise UnreadableFile("bundle-unsafe", file=name, name=one.filename[:100])
        taken.add(folded)
        plan[place] = one
    return plan


def _check_entry(entry: zipfile.ZipInfo, file: str) -> None:
    path = entry.filename
    kind = stat.S_IFMT(entry.external_attr >> 16)
    parts = PurePosixPath(path).parts
    if (
        "\\" in entry.orig_filename
        or path.startswith("/")
        or not parts
        or len(parts) > _DEPTH_AT_MOST
        or not all(is_safe_part(part) for part in parts)
        or kind not in (0, stat.S_IFREG)
    ):
        raise UnreadableFile("bundle-unsafe", file=file, name=path[:100])
    if entry.flag_bits & 0x1:
        raise UnreadableFile("bundle-locked", file=file)


def _find_root(files: list[zipfile.ZipInfo], name: str) -> tuple[str, ...]:
    """Return the folder of the archive that holds the workshop: whoever zips a folder by hand has it in one."""
    found = [PurePosixPath(one.filename).parts for one in files]
    roots = sorted({parts[:-1] for parts in found if parts[-1] == DATABASE_NAME}, key=len)
    if not roots:
        raise UnreadableFile("bundle-no-workshop", file=name)
    return roots[0]


def _is_left_out(inside: tuple[str, ...]) -> bool:
    """Tell whether a file stays out; on Windows and macOS ``.Serve`` and ``Workshop.db-WAL`` are what they seem."""
    first, last = fold_part(inside[0]), fold_part(inside[-1])
    own = len(inside) == 1 and (first in COMPANIONS or first.startswith(f"{DATABASE_NAME}.before-"))
    return own or first in (RUNTIME_FOLDER, BACKUPS) or last in map(fold_part, _LEFT_OUT)


def _unpack(bundle: zipfile.ZipFile, entries: dict[str, zipfile.ZipInfo], folder: Path) -> None:
    """Write what was planned, and believe no size that the archive tells."""
    folder.mkdir(parents=True, mode=0o700)
    left = _UNPACKED_AT_MOST
    for place, entry in entries.items():
        path = folder.joinpath(*place.split("/"))
        for inside in reversed(path.relative_to(folder).parents[:-1]):
            (folder / inside).mkdir(mode=0o700, exist_ok=True)
        with bundle.open(entry) as source, open_new(path) as target:
            while chunk := _read_chunk(source):
                left -= len(chunk)
                if left < 0:
                    raise UnreadableFile("bundle-too-large", file=Path(bundle.filename or "").name)
                target.write(chunk)


def _read_chunk(source: IO[bytes]) -> bytes:
    """Return what comes next of an archive's file; spoilt bytes fail in each way of packing by another error."""
    try:
        return source.read(_CHUNK)
    except (zlib.error, lzma.LZMAError, OSError) as error:
        raise zipfile.BadZipFile from error


def _clear(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
