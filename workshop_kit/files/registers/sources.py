"""Opening a register's file as it is delivered: plain, in gzip, or one or many in a zip archive."""

from __future__ import annotations

import gzip
import lzma
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import IO, Final, cast

from workshop_kit.domain.entries import clean_line
from workshop_kit.errors import UnreadableFile

#: How much of a file is looked at to tell what it is.
HEAD: Final = 262_144
_ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06")
_GZIP: Final = b"\x1f\x8b"
_OLE: Final = b"\xd0\xcf\x11\xe0"
_OTHERS: Final = (b"7z\xbc\xaf", b"Rar!", b"BZh", b"\xfd7zXZ", b"\x28\xb5\x2f\xfd")
_NO_TABLE: Final = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"{\\rtf", b"SQLite format")
#: What the files of one département are called in the archive of all of them.
_DEPARTEMENT: Final = re.compile(
    r"(?:dpt|dep|departement|dept)[_\- ]?(2[AB]|\d{2,3})(?!\d)|(?<![0-9])(2[AB]|\d{2,3})\.csv$", re.I
)
_TABLE: Final = (".csv", ".txt", ".tsv")


@dataclass(frozen=True)
class Source:
    """One table of a register: its name, how many bytes it has (packed, where that is all one knows), how to read it.

    ``path`` is where it stands on the disk as it is, ``None``: it is packed.
    """

    name: str
    size: int
    path: Path | None
    open: Callable[[], AbstractContextManager[IO[bytes]]]


@contextmanager
def open_sources(path: Path, departements: frozenset[str]) -> Iterator[tuple[Source, ...]]:
    """Open the tables of a register's file: of an archive, those of some départements where its names tell them.

    Parameters
    ----------
    path
        The file.
    departements
        Where the communes wanted are.

    Raises
    ------
    UnreadableFile
        It is not there, empty, a workbook, no table, protected or damaged, or an archive without a table of these
        départements (``register-archive-elsewhere``).

    """
    file = path.name
    if path.is_dir():
        raise UnreadableFile("file-is-folder", file=path)
    try:
        size = path.stat().st_size
        with path.open("rb") as opened:
            head = opened.read(HEAD)
    except FileNotFoundError:
        raise UnreadableFile("file-missing", file=path) from None
    except OSError as error:
        raise UnreadableFile("file-closed", file=path, detail=error.strerror or str(error)) from error
    _check_head(file, head)
    try:
        if head.startswith(_ZIP):
            with _open_archive(path) as archive:
                yield _list_members(file, archive, departements)
        elif head.startswith(_GZIP):
            yield (Source(file, size, None, partial(_open_gzip, path)),)
        else:
            yield (Source(file, size, path, partial(_open_plain, path)),)
    except (zipfile.BadZipFile, gzip.BadGzipFile, zlib.error, lzma.LZMAError, EOFError, NotImplementedError) as error:
        raise UnreadableFile("register-cut-off", file=file) from error
    except OSError as error:
        raise UnreadableFile("file-closed", file=path, detail=error.strerror or str(error)) from error


def _open_archive(path: Path) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(path)
    except UnicodeDecodeError as error:  # a name that is none of the letters it says it is written in
        raise zipfile.BadZipFile from error


def _open_plain(path: Path) -> IO[bytes]:
    return path.open("rb")


@contextmanager
def _open_gzip(path: Path) -> Iterator[IO[bytes]]:
    with gzip.open(path, "rb") as stream:
        yield cast("IO[bytes]", stream)


def _check_head(file: str, head: bytes) -> None:
    if not head.strip(b"\xef\xbb\xbf\xff\xfe \t\r\n\0"):
        raise UnreadableFile("file-empty", file=file)
    if head.startswith(_OLE):
        raise UnreadableFile("register-is-workbook", file=file)
    if head.startswith(b"PAR1"):
        raise UnreadableFile("register-is-parquet", file=file)
    if head.startswith(_OTHERS):
        raise UnreadableFile("register-packed-otherwise", file=file)
    start = head[:2048].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith(_NO_TABLE) or start.startswith((b"<", b"{", b"[")):
        raise UnreadableFile("register-not-table", file=file)


def _list_members(file: str, archive: zipfile.ZipFile, departements: frozenset[str]) -> tuple[Source, ...]:
    names = archive.namelist()
    if any(name.endswith(("workbook.xml", "workbook.bin", "content.xml")) for name in names):
        raise UnreadableFile("register-is-workbook", file=file)
    tables = [
        one
        for one in archive.infolist()
        if one.filename.casefold().endswith(_TABLE) and not Path(one.filename).name.startswith((".", "_"))
    ]
    if not tables:
        inner = [
            name for name in names if name.casefold().endswith((".zip", ".gz", ".xlsx", ".xls", ".ods", ".parquet"))
        ]
        raise UnreadableFile("register-archive-packed" if inner else "register-archive-empty", file=file)
    if any(one.flag_bits & 1 for one in tables):
        raise UnreadableFile("file-protected", file=file)
    chosen = _choose(file, tables, departements)
    return tuple(_open_member(archive, one) for one in chosen if one.file_size)


def _choose(file: str, tables: Sequence[zipfile.ZipInfo], departements: frozenset[str]) -> Sequence[zipfile.ZipInfo]:
    """Return the tables of some départements where each name tells one, else all."""
    told = {one.filename: _find_departement(one.filename) for one in tables}
    if len(tables) == 1 or "" in told.values() or len(set(told.values())) == 1:
        return tables
    chosen = [one for one in tables if any(_is_of(told[one.filename], wanted) for wanted in departements)]
    if not chosen:
        raise UnreadableFile(
            "register-archive-elsewhere",
            file=file,
            departements=", ".join(sorted(departements)),
            present=", ".join(sorted(set(told.values()))),
        )
    return chosen


def _is_of(told: str, wanted: str) -> bool:
    """Tell whether a file of ``told`` holds a département: ``97`` holds all overseas, ``20`` both of Corsica."""
    return told == wanted or (told == "97" and wanted.startswith("97")) or (told == "20" and wanted in ("2A", "2B"))


def _find_departement(name: str) -> str:
    found = _DEPARTEMENT.search(Path(name).name)
    return "" if found is None else (found[1] or found[2]).upper()


def _open_member(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Source:
    return Source(clean_line(member.filename), member.file_size, None, partial(archive.open, member))
