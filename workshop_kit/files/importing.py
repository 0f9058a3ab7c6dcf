"""Take an organiser's file into the workshop: good rows are kept, bad ones reported, twice changes nothing."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from workshop_kit.domain.model import Reason
from workshop_kit.errors import InvalidEntry
from workshop_kit.files import intake
from workshop_kit.files.cells import check_lengths
from workshop_kit.files.columns import COLUMNS, KINDS
from workshop_kit.files.hall import Hall
from workshop_kit.files.intake import Intake
from workshop_kit.files.ledger import Ledger
from workshop_kit.files.read_file import read_path
from workshop_kit.files.reading import KnownNames, Reading
from workshop_kit.files.report import ImportReport, Rejection, RowRefused
from workshop_kit.files.volunteering import Volunteering
from workshop_kit.store import Repository, Store


def import_file(store: Store, kind: str, path: Path, *, now: datetime | None = None) -> ImportReport:
    """Take one file into the workshop, in one transaction.

    Parameters
    ----------
    store
        The workshop's store.
    kind
        One of ``KINDS``.
    path
        A CSV or XLSX file, with French or English headers in any order and case.
    now
        When consent and ideas without a date of their own are dated; the present time when left out.

    Raises
    ------
    UnreadableFile
        The file as a whole cannot be read. A missing column is not raised but reported (``unusable``).
    InvalidEntry
        ``kind`` is not one of ``KINDS``.

    """
    if kind not in KINDS:
        raise InvalidEntry("unknown-kind", kind=kind, kinds=", ".join(KINDS))
    reading = read_path(path, kind, known=store.read(name_known))
    if reading.missing:
        return _report_missing_column(kind, reading)
    moment = now or datetime.now(UTC)
    return store.perform(None, lambda repository: _take_lines(repository, reading, moment))


def name_known(repository: Repository) -> KnownNames:
    """Return the workshop's own names, by which forms and wide tables are understood."""
    challenges = repository.list_challenges()
    names = [text for one in challenges for text in (one.stake, one.statement) if text]
    return KnownNames(tuple(dict.fromkeys(names)), repository.find_workshop().language)


def _take_lines(repository: Repository, reading: Reading, now: datetime) -> ImportReport:
    kind = reading.kind
    hall = Hall(repository, now, repository.find_workshop().language)
    volunteering = Volunteering()
    taken: Intake[Any] = volunteering.intake if kind == "volunteers" else _INTAKES[kind]
    ledger = Ledger(taken.list_stored(repository))
    rejected: list[Rejection] = []
    for line in reading.lines:
        cells = dict(line.cells)
        try:
            check_lengths(cells)
            taken.take_row(cells, hall, ledger)
        except RowRefused as refused:
            column = reading.headings.get(refused.column, refused.column)
            rejected.append(Rejection(line.place.line, column, refused.value, refused.reason))
    hall.settle()
    for value, new in ledger.changes():
        taken.write(repository, value, new)
    return ImportReport(
        kind, len(reading.lines), ledger.added, ledger.unchanged, tuple(rejected), (*reading.notes, *volunteering.notes)
    )


def _report_missing_column(kind: str, reading: Reading) -> ImportReport:
    column = reading.missing[0]
    received = ", ".join(one.heading for one in reading.columns)
    other_names = COLUMNS[kind][column]
    reason = Reason("missing-column", {"column": column, "french": other_names[0], "received": received})
    return ImportReport(kind, 0, 0, 0, (Rejection(1, column, "", reason),), unusable=True)


_INTAKES: dict[str, Intake[Any]] = {
    "challenges": intake.CHALLENGES,
    "stakeholders": intake.STAKEHOLDERS,
    "missions": intake.MISSIONS,
    "scores": intake.SCORES,
    "ideas": intake.IDEAS,
}
