"""Organisers' files: what they bring is taken in row by row, what the workshop holds goes out in the same columns."""

from workshop_kit.files.balloting.book import BallotFileKind
from workshop_kit.files.balloting.taking import import_ballots
from workshop_kit.files.exporting.assignments import describe_assignments, describe_difference
from workshop_kit.files.exporting.export_polis import export_polis
from workshop_kit.files.exporting.export_workshop import export_workshop
from workshop_kit.files.exporting.workbook import count_contacts, export_contacts, export_workbook, write_export
from workshop_kit.files.importing.import_file import (
    import_file,
    list_imports,
    plan_import,
    preview_import,
    undo_import,
    write_import,
)
from workshop_kit.files.importing.locks import read_locks
from workshop_kit.files.importing.report import ImportReport, Rejection
from workshop_kit.files.reading.columns import KINDS

__all__ = [
    "KINDS",
    "BallotFileKind",
    "ImportReport",
    "Rejection",
    "count_contacts",
    "describe_assignments",
    "describe_difference",
    "export_contacts",
    "export_polis",
    "export_workbook",
    "export_workshop",
    "import_ballots",
    "import_file",
    "list_imports",
    "plan_import",
    "preview_import",
    "read_locks",
    "undo_import",
    "write_export",
    "write_import",
]
