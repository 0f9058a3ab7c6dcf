"""Take an organiser's file into the workshop: what it would do is shown first, then written, then undone if wished.

Twice changes nothing, and nothing that came in is dropped silently.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, Protocol

from workshop_kit.domain.files import Layout
from workshop_kit.domain.model import Reason
from workshop_kit.domain.names import fold_name
from workshop_kit.errors import InvalidEntry
from workshop_kit.files.importing.plan import ImportPlan, KnownImport, Undone
from workshop_kit.files.importing.planning import plan_lines
from workshop_kit.files.importing.report import ImportReport, report_plan
from workshop_kit.files.importing.undoing import undo, write_outcome
from workshop_kit.files.reading.columns import KINDS
from workshop_kit.files.reading.read_file import read_bytes, read_file
from workshop_kit.files.reading.values import Choices, KnownNames, Reading
from workshop_kit.store import Repository, Store

#: Who imports by a command.
BY_COMMAND: Final = "command"
_NOTHING_CHOSEN: Final = Choices()


class ReadFile(Protocol):
    """Reads a file as ``read_file`` does."""

    def __call__(self, name: str, content: bytes, kind: str, choices: Choices, *, known: KnownNames) -> Reading:
        """Return the file's lines of cells by column."""


def preview_import(
    store: Store,
    kind: str,
    file: str,
    content: bytes,
    choices: Choices = _NOTHING_CHOSEN,
    *,
    now: datetime,
    read: ReadFile = read_file,
) -> ImportPlan:
    """Say what would become of each line of a file; nothing is written.

    What its columns were said to hold the last time is taken for files with the same headings, and said in a note.

    Parameters
    ----------
    store
        The workshop's store.
    kind, file, content
        One of ``KINDS``, the file's name, and its bytes.
    choices
        What whoever imports decided so far.
    now
        The present, an aware time.
    read
        Reads the file: ``read_file``, or what remembers its readings.

    Raises
    ------
    UnreadableFile
        The file as a whole cannot be read. A missing column is not raised but told (``ImportPlan.unusable``).
    InvalidEntry
        ``kind`` is not one of ``KINDS``.

    """

    def plan(repository: Repository) -> ImportPlan:
        reading, chosen = _read_as_before(repository, kind, file, content, choices, read)
        return plan_import(repository, reading, chosen, now)

    return store.read(plan)


def plan_import(repository: Repository, reading: Reading, choices: Choices, now: datetime) -> ImportPlan:
    """Say what would become of each line of a reading, within one state of the workshop; nothing is written."""
    return plan_lines(repository, reading, choices, now).plan


def write_import(
    store: Store,
    kind: str,
    file: str,
    content: bytes,
    choices: Choices = _NOTHING_CHOSEN,
    *,
    now: datetime,
    by: str = BY_COMMAND,
    seats: Mapping[str, str] | None = None,
) -> ImportReport:
    """Take a file into the workshop, in one transaction; doubtful and refused lines are left out, and reported.

    Parameters
    ----------
    store, kind, file, content, choices, now
        As ``preview_import``; consent and ideas without a date of their own are dated ``now``.
    by
        Who imports, such as the facilitator's browser.
    seats
        The seats of the room that a pseudonym of the file means, by pseudonym: of a sample alone. What an organiser's
        file says of somebody never enters the seat of who sits here under that name.

    Raises
    ------
    UnreadableFile, InvalidEntry
        As ``preview_import``.

    """
    folded = {fold_name(name): seat for name, seat in (seats or {}).items()}

    early = _read_early(store, kind, file, content, choices)

    def write(repository: Repository) -> ImportReport:
        # phones wait while this transaction stands: a file is read within it only where names changed meanwhile
        stands = early.known == name_known(repository) and early.told == _recall(repository, early.first, choices)
        reading, chosen = early.read if stands else _read_as_before(repository, kind, file, content, choices, read_file)
        outcome = plan_lines(repository, reading, chosen, now, folded)
        done = write_outcome(repository, outcome, file=file, now=now, by=by, undoable=seats is None)
        _remember_layout(repository, reading, choices, now)
        return report_plan(outcome.plan, None if done is None else done.id)

    return store.perform(None, write)


def import_file(
    store: Store,
    kind: str,
    path: Path,
    *,
    now: datetime | None = None,
    choices: Choices = _NOTHING_CHOSEN,
    seats: Mapping[str, str] | None = None,
) -> ImportReport:
    """Take one file into the workshop, as ``write_import`` does; ``now`` is the present time when left out."""
    _check_kind(kind)
    content = read_bytes(path)
    return write_import(store, kind, path.name, content, choices, now=now or datetime.now(UTC), seats=seats)


def list_imports(store: Store) -> tuple[KnownImport, ...]:
    """Return the files that were taken in, the latest first, and whether each can be undone still."""

    def read(repository: Repository) -> tuple[KnownImport, ...]:
        undoable = repository.list_undoable()
        return tuple(KnownImport(one, one.id in undoable) for one in repository.list_imports())

    return store.read(read)


def undo_import(store: Store, import_id: str, now: datetime | None = None) -> Undone:
    """Put the workshop as it was before an import, and keep what was done since.

    Raises
    ------
    InvalidEntry
        ``import-undone`` already, or ``import-too-old``: what it takes is kept no more.
    MissingEntry
        There is no such import.

    """
    return store.perform(None, lambda repository: undo(repository, import_id, now or datetime.now(UTC)))


def name_known(repository: Repository) -> KnownNames:
    """Return the workshop's own names, by which forms and wide tables are understood."""
    challenges = repository.list_challenges()
    names = [text for one in challenges for text in (one.stake, one.statement) if text]
    return KnownNames(tuple(dict.fromkeys(names)), repository.find_workshop().language)


def _check_kind(kind: str) -> None:
    if kind not in KINDS:
        raise InvalidEntry("unknown-kind", kind=kind, kinds=", ".join(KINDS))


def _read_as_before(
    repository: Repository, kind: str, file: str, content: bytes, choices: Choices, read: ReadFile
) -> tuple[Reading, Choices]:
    """Return a file as it is read, with what its columns were said to hold the last time."""
    _check_kind(kind)
    known = name_known(repository)
    reading = read(file, content, kind, choices, known=known)
    return _read_as_told(reading, content, choices, known, _recall(repository, reading, choices), read)


@dataclass(frozen=True)
class _Early:
    """A file read before the transaction that writes it, and what of the workshop its reading depends on."""

    first: Reading
    read: tuple[Reading, Choices]
    known: KnownNames
    told: Mapping[str, str]


def _read_early(store: Store, kind: str, file: str, content: bytes, choices: Choices) -> _Early:
    _check_kind(kind)
    known = store.read(name_known)
    first = read_file(file, content, kind, choices, known=known)
    told = store.read(lambda repository: _recall(repository, first, choices))
    return _Early(first, _read_as_told(first, content, choices, known, told, read_file), known, told)


def _recall(repository: Repository, reading: Reading, choices: Choices) -> dict[str, str]:
    """Return what columns with these headings were said to hold, but for those that were chosen anew."""
    layout = repository.find_layout(_digest_layout(repository, reading))
    return {} if layout is None else {name: as_ for name, as_ in layout.columns.items() if name not in choices.columns}


def _read_as_told(
    reading: Reading,
    content: bytes,
    choices: Choices,
    known: KnownNames,
    told: Mapping[str, str],
    read: ReadFile,
) -> tuple[Reading, Choices]:
    if not told:
        return reading, choices
    chosen = replace(choices, columns={**told, **choices.columns})
    again = read(reading.file, content, reading.kind, chosen, known=known)
    note = Reason("layout-remembered", {"columns": ", ".join(told)})
    return replace(again, notes=(*again.notes, note)), chosen


def _remember_layout(repository: Repository, reading: Reading, choices: Choices, now: datetime) -> None:
    """Remember what whoever imports said of the columns, for the next file with these headings."""
    if not choices.columns:
        return
    digest = _digest_layout(repository, reading)
    known = repository.find_layout(digest)
    columns = {**(known.columns if known is not None else {}), **choices.columns}
    if known is None or columns != dict(known.columns):
        repository.update_layout(Layout(digest, reading.kind, now, columns))


def _digest_layout(repository: Repository, reading: Reading) -> str:
    headings = sorted({fold_name(one.heading) for one in reading.columns})
    return repository.digest("layout", reading.kind, *headings)
