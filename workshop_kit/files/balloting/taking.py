"""Take a file of ballots into the workshop: who voted, on what and how. Twice changes nothing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from workshop_kit.domain.model import Reason
from workshop_kit.files.balloting.book import BallotBook, BallotFileKind
from workshop_kit.files.balloting.opening import open_ballots
from workshop_kit.files.balloting.planning import BallotPlan, plan_ballots
from workshop_kit.files.balloting.writing import write_ballots
from workshop_kit.files.importing.import_file import BY_COMMAND
from workshop_kit.files.importing.plan import Fate
from workshop_kit.files.importing.report import ImportReport
from workshop_kit.store import Repository, Store


def import_ballots(
    store: Store,
    kind: BallotFileKind,
    path: Path,
    *,
    encoding: str = "",
    now: datetime | None = None,
    by: str = BY_COMMAND,
) -> ImportReport:
    """Take a file of ballots, or a folder of Polis, into the workshop, each conversation in one transaction.

    A challenge that it names and that is not there is made. One that nobody worked on here stands closed afterwards,
    its results announced, so that they count; in any other the ballots stand in the round that counts.

    Parameters
    ----------
    store
        The workshop's store.
    kind, path
        Which file it is, and where.
    encoding
        How its letters are written, one of ``ENCODINGS``; empty: it is found out.
    now
        The present, an aware time; the clock's when left out.
    by
        Who imports.

    Raises
    ------
    UnreadableFile
        The file as a whole cannot be read.

    """
    at = now or datetime.now(UTC)
    name = path.name or path.resolve().name
    done = [_take(store, book, name, at, by) for book in open_ballots(kind, path, encoding)]
    return _join(kind, done)


def _take(store: Store, book: BallotBook, file: str, now: datetime, by: str) -> tuple[BallotPlan, str | None]:
    def take(repository: Repository) -> tuple[BallotPlan, str | None]:
        plan = plan_ballots(repository, book, now)
        return plan, write_ballots(repository, plan, file=file, now=now, by=by)

    return store.perform(None, take)


def _join(kind: BallotFileKind, done: Sequence[tuple[BallotPlan, str | None]]) -> ImportReport:
    """Return what became of one file, or of several conversations of a folder; the last one's id undoes it."""
    plans = [plan for plan, _ in done]

    def count(fate: Fate) -> int:
        return sum(plan.fates[fate] for plan in plans)

    rejected = tuple(one for plan in plans for one in plan.rejections)
    read = sum(sum(plan.fates.values()) for plan in plans) + len(rejected)
    notes = [note for plan in plans for note in plan.notes]
    if not read:
        notes.append(Reason("no-rows"))
    return ImportReport(
        kind=kind.value,
        read=read,
        added=count(Fate.NEW) + count(Fate.CHANGED),
        unchanged=count(Fate.SAME),
        rejected=rejected,
        notes=tuple(notes),
        new=count(Fate.NEW),
        doubtful=tuple(one for plan in plans for one in plan.doubtful),
        line_notes=tuple(one for plan in plans for one in plan.line_notes),
        sheets=tuple(one for plan in plans for one in plan.book.sheets),
        ignored_columns=tuple(one for plan in plans for one in plan.book.ignored),
        import_id=next((id for _, id in reversed(done) if id is not None), None),
    )
