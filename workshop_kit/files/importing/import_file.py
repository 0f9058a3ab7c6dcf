"""Take an organiser's file into the workshop: what it would do is shown first, then written, then undone if wished.

Twice changes nothing, and nothing that came in is dropped silently.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Final, Protocol

from workshop_kit.domain.files import Layout
from workshop_kit.domain.model import Reason
from workshop_kit.domain.names import fold_name
from workshop_kit.errors import InvalidEntry
from workshop_kit.files.importing.basis import Basis, find_basis
from workshop_kit.files.importing.memory import PlanMemory
from workshop_kit.files.importing.plan import ImportPlan, KnownImport, Undone
from workshop_kit.files.importing.planning import Outcome, plan_lines
from workshop_kit.files.importing.report import ImportReport, report_plan
from workshop_kit.files.importing.undoing import undo
from workshop_kit.files.importing.writing import Writing, carry_out, prepare_writing
from workshop_kit.files.reading.columns import KINDS
from workshop_kit.files.reading.last_reading import LastReadings
from workshop_kit.files.reading.read_file import read_bytes, read_file
from workshop_kit.files.reading.values import Choices, KnownNames, Reading
from workshop_kit.store import Repository, Store

#: Who imports by a command.
BY_COMMAND: Final = "command"
#: How often a file is planned before the transaction that writes it; then within it, where nothing can come between.
_TRIES: Final = 3
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
    memory: PlanMemory | None = None,
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
    memory
        What is remembered of a plan of the same file.

    Raises
    ------
    UnreadableFile
        The file as a whole cannot be read. A missing column is not raised but told (``ImportPlan.unusable``).
    InvalidEntry
        ``kind`` is not one of ``KINDS``.

    """

    def plan(repository: Repository) -> ImportPlan:
        reading, chosen = _read_as_before(repository, kind, file, content, choices, read)
        return plan_lines(repository, reading, chosen, now, memory=memory).plan

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
    read: ReadFile | None = None,
    memory: PlanMemory | None = None,
) -> ImportReport:
    """Take a file into the workshop, in one transaction; doubtful and refused lines are left out, and reported.

    What becomes of each line is worked out beforehand, in one state of the workshop. The transaction that writes it
    checks that nothing it rests on has changed since; where something has, it is worked out anew.

    Parameters
    ----------
    store, kind, file, content, choices, now
        As ``preview_import``; consent and ideas without a date of their own are dated ``now``.
    by
        Who imports, such as the facilitator's browser.
    seats
        The seats of the room that a pseudonym of the file means, by pseudonym: of a sample alone. What an organiser's
        file says of somebody never enters the seat of who sits here under that name.
    read, memory
        As ``preview_import``; a plan that is made anew reads the file again.

    Raises
    ------
    UnreadableFile, InvalidEntry
        As ``preview_import``.

    """
    _check_kind(kind)
    reader, remembered = read or LastReadings().read, memory or PlanMemory()
    folded = {fold_name(name): seat for name, seat in (seats or {}).items()}

    def prepare(repository: Repository) -> _Prepared:
        reading, chosen = _read_as_before(repository, kind, file, content, choices, reader)
        outcome = plan_lines(repository, reading, chosen, now, folded, remembered)
        writing = prepare_writing(repository, outcome, file=file, now=now, by=by, undoable=seats is None)
        basis = find_basis(repository, kind, _digest_layout(repository, reading), outcome.named)
        return _Prepared(basis, outcome, writing)

    def write(repository: Repository, prepared: _Prepared) -> None:
        if prepared.writing is not None:
            carry_out(repository, prepared.writing, now)
        _remember_layout(repository, prepared.outcome.plan.reading, choices, now)

    def write_if_it_stands(repository: Repository, prepared: _Prepared) -> bool:
        if not prepared.basis.stands(repository):
            return False
        write(repository, prepared)
        return True

    def prepare_and_write(repository: Repository) -> _Prepared:
        prepared = prepare(repository)
        write(repository, prepared)
        return prepared

    for _ in range(_TRIES):
        # phones wait while the writing transaction stands: all that takes long is done before it
        prepared = store.read(prepare)
        if store.perform(None, partial(write_if_it_stands, prepared=prepared)):
            return prepared.report()
    return store.perform(None, prepare_and_write).report()


@dataclass(frozen=True)
class _Prepared:
    """A file that is ready to be written: what its plan rests on, the plan, and what is to be written of it."""

    basis: Basis
    outcome: Outcome
    writing: Writing | None

    def report(self) -> ImportReport:
        """Return what became of the file, once it was written."""
        done = None if self.writing is None else self.writing.done
        return report_plan(self.outcome.plan, None if done is None else done.id)


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
