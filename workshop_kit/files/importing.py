"""Take an organiser's file into the workshop: good rows are kept, bad ones reported, twice changes nothing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from workshop_kit.domain.model import Reason
from workshop_kit.errors import InvalidEntry
from workshop_kit.files import intake
from workshop_kit.files.cells import check_lengths, unprotect_cell
from workshop_kit.files.columns import COLUMNS, KINDS, Header, count_known, understand_header
from workshop_kit.files.hall import Hall
from workshop_kit.files.intake import Intake
from workshop_kit.files.ledger import Ledger
from workshop_kit.files.read_table import Row, read_rows
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
    rows = read_rows(path, partial(count_known, kind))
    header = understand_header(kind, rows[0].cells)
    if header.missing:
        return _report_missing_column(kind, rows[0], header)
    moment = now or datetime.now(UTC)
    return store.perform(None, lambda repository: _take_rows(repository, kind, header, rows[1:], moment))


def _take_rows(repository: Repository, kind: str, header: Header, rows: Sequence[Row], now: datetime) -> ImportReport:
    hall = Hall(repository, now, repository.find_workshop().language)
    volunteering = Volunteering()
    taken: Intake[Any] = volunteering.intake if kind == "volunteers" else _INTAKES[kind]
    ledger = Ledger(taken.list_stored(repository))
    rejected: list[Rejection] = []
    for row in rows:
        cells = header.pick([unprotect_cell(cell) for cell in row.cells])
        try:
            check_lengths(cells)
            taken.take_row(cells, hall, ledger)
        except RowRefused as refused:
            column = header.written.get(refused.column, refused.column)
            rejected.append(Rejection(row.line, column, refused.value, refused.reason))
    hall.settle()
    for value, new in ledger.changes():
        taken.write(repository, value, new)
    return ImportReport(kind, len(rows), ledger.added, ledger.unchanged, tuple(rejected), volunteering.notes)


def _report_missing_column(kind: str, row: Row, header: Header) -> ImportReport:
    column = header.missing[0]
    received = ", ".join(cell for cell in row.cells if cell)
    other_names = COLUMNS[kind][column]
    reason = Reason("missing-column", {"column": column, "french": other_names[0], "received": received})
    return ImportReport(kind, 0, 0, 0, (Rejection(row.line, column, "", reason),), unusable=True)


_INTAKES: dict[str, Intake[Any]] = {
    "challenges": intake.CHALLENGES,
    "stakeholders": intake.STAKEHOLDERS,
    "missions": intake.MISSIONS,
    "scores": intake.SCORES,
    "ideas": intake.IDEAS,
}
