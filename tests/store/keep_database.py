"""Keep a database of today's schema for the tests of every later version: ``python -m tests.store.keep_database``.

Run it once, when a migration is added, before the release that brings it; never again for the same schema, since the
tests know what the kept file holds. People in it are invented: those of the sample commune, and one more.
"""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from collections.abc import Iterable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from workshop_kit.domain.course import Phase
from workshop_kit.domain.model import AssignmentStatus, Idea, Origin, Participant, Reason, Score, Volunteer
from workshop_kit.hosting.samples import make_sample
from workshop_kit.store import Repository, open_store
from workshop_kit.store.opening import DATABASE_NAME, REVISION

KEPT: Final = Path(__file__).parent / "fixtures"
NOON: Final = datetime(2026, 11, 26, 12, 0, tzinfo=UTC)


def fill_what_the_sample_leaves_empty(repository: Repository) -> dict[str, str]:
    """Give every table and every nullable column a row with a value and one without."""
    logement, seniors = repository.list_challenges()[:2]
    repository.add_participant(
        Participant("kept-person", "Épervier", "facteur", "Bourg-Centre", Origin.ROOM, NOON, "en")
    )
    repository.link_visitor("kept-visitor", "kept-person")
    repository.update_volunteer(
        Volunteer(
            "kept-person",
            "Odile Inventée",
            "odile-inventee@example.org",
            "06 39 98 99 99",
            "Les Granges",
            NOON,
            "être rappelée",
            may_show_name=True,
            challenges=(seniors.id, logement.id),
        )
    )
    repository.add_finished(Phase.WRITING, "kept-person")
    repository.add_idea(Idea("kept-idea", logement.id, "Une boîte à clés\nau presbytère", None, None, NOON))
    repository.update_score(Score("kept-person", logement.id, 0, -2))
    repository.update_score(Score("kept-person", seniors.id, None, None, unsure=True))
    group = repository.list_groups(logement.id)[0]
    repository.update_group(replace(group, undone_at=NOON))
    assignment = repository.list_assignments()[0]
    by_hand = replace(assignment, reason=Reason("by-hand"), by_hand=True, status=AssignmentStatus.ACCEPTED)
    repository.update_assignment(by_hand)
    repository.update_workshop(replace(repository.find_workshop(), timer_ends_at=NOON))
    return {"saved": "kept-idea"}


def keep_database(kept: Path) -> None:
    """Make the sample at the scores, fill it, and put it into one small file, ``kept``."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made) / "atelier"
        make_sample(folder, phase=Phase.SCORING)
        with open_store(folder) as store:
            store.perform("kept-intention", fill_what_the_sample_leaves_empty)
        with closing(sqlite3.connect(folder / DATABASE_NAME, isolation_level=None)) as file:
            run(file, ("PRAGMA journal_mode=DELETE", "VACUUM"))
        shutil.copyfile(folder / DATABASE_NAME, kept)


def run(file: sqlite3.Connection, commands: Iterable[str]) -> None:
    for command in commands:
        file.execute(command).fetchall()


if __name__ == "__main__":
    kept = KEPT / f"workshop-{REVISION}.db"
    if kept.exists():
        raise SystemExit(f"{kept} is kept already: the tests know what it holds")
    KEPT.mkdir(exist_ok=True)
    keep_database(kept)
