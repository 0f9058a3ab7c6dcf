"""Which file somebody holds: a register, the hamlets of a département, or something else, by its headings alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Final, Literal

from workshop_kit.domain.candidates import Register
from workshop_kit.errors import UnreadableFile
from workshop_kit.files.registers.columns import find_columns, find_hamlet_columns
from workshop_kit.files.registers.scanning import read_head
from workshop_kit.files.registers.sources import Source, open_sources
from workshop_kit.store.plain_files import is_plain_file

#: What a file is: a register by its name, the hamlets of the national base of addresses, or nothing of these.
FileKind = Literal["rna", "sirene", "hamlets", ""]

#: How the files of registers end.
_ENDINGS: Final = (".csv", ".txt", ".tsv", ".gz", ".zip")


@dataclass(frozen=True)
class Told:
    """What a file is, and of one that is nothing of use why."""

    kind: FileKind
    why: UnreadableFile | None = None


@dataclass(frozen=True)
class Lying:
    """A file of use that lies in a folder."""

    path: Path
    size: int
    kind: FileKind


def tell_file(path: Path) -> Told:
    """Tell what a file is by its first lines; of an archive the first table speaks for the others."""
    try:
        with _open_first(path) as source:
            return _tell_lines(path.name, read_head(source).lines)
    except UnreadableFile as error:
        return Told("", error)


def tell_content(name: str, content: bytes) -> Told:
    """Tell what a table is that was brought somewhere else, by its first lines."""
    return _tell_lines(name, read_head(Source(name, len(content), None, lambda: BytesIO(content))).lines)


def _tell_lines(name: str, lines: Sequence[str]) -> Told:
    why: UnreadableFile | None = None
    for register in Register:
        try:
            find_columns(register, name, lines)
        except UnreadableFile as error:
            # what another file of the same publisher is says more than which columns it lacks
            why = error if why is None or "columns" in why.code else why
        else:
            return Told(register.value)
    try:
        find_hamlet_columns(name, lines)
    except UnreadableFile as error:
        # of hamlets what they lack says more than that they are no register
        return Told("", error if why is not None and why.code == "register-is-hamlets" else why)
    return Told("hamlets")


def list_lying(folder: Path) -> tuple[Lying, ...]:
    """List the registers and files of hamlets that lie in a folder, by name; links and what lies deeper are left."""
    found: list[Lying] = []
    for path in sorted(folder.iterdir(), key=lambda one: one.name.casefold()):
        if path.name.casefold().endswith(_ENDINGS) and not path.name.startswith(".") and is_plain_file(path):
            told = tell_file(path)
            if told.kind:
                found.append(Lying(path, path.stat().st_size, told.kind))
    return tuple(found)


@contextmanager
def _open_first(path: Path) -> Iterator[Source]:
    """Open the first table; of an archive by départements, that of the first département it names."""
    departements: frozenset[str] = frozenset()
    try:
        with open_sources(path, departements):
            pass
    except UnreadableFile as error:
        if error.code != "register-archive-elsewhere":
            raise
        departements = frozenset(str(error.values["present"]).split(", ")[:1])
    with open_sources(path, departements) as sources:
        if not sources:
            raise UnreadableFile("file-empty", file=path.name)
        yield sources[0]
