"""What stood among the browsers of helpers before it had a table of its own is brought there."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from tests.store.carrying_over import carry_over
from tests.store.keep_database import KEPT
from workshop_kit.store import Repository, open_store
from workshop_kit.store.opening import DATABASE_NAME

WITH_HELPERS: Final = "0002"
TRIED: Final = datetime(2026, 11, 26, 14, 3, 5, 120, tzinfo=UTC)


def test_wrong_tries_that_stood_among_the_helpers_are_no_helpers(kind: str, folder: Path) -> None:
    folder.mkdir()
    shutil.copyfile(KEPT / f"workshop-{WITH_HELPERS}.db", folder / DATABASE_NAME)
    tries = [("guesser", TRIED), ("guesser", TRIED + timedelta(seconds=1)), ("kept-helper", TRIED)]
    with closing(sqlite3.connect(folder / DATABASE_NAME)) as file:
        rows = [
            (f"{visitor}?{number}", at.replace(tzinfo=None).isoformat(" ", "microseconds"))
            for number, (visitor, at) in enumerate(tries)
        ]
        file.executemany("INSERT INTO helper VALUES (?, ?)", rows)
        file.commit()
    if kind == "postgresql":
        carry_over(folder / DATABASE_NAME, WITH_HELPERS)

    def check(repository: Repository) -> None:
        assert repository.list_helpers() == ("kept-helper",)
        assert sorted(repository.list_tries()) == sorted(tries)
        assert repository.list_printed() == ()
        assert repository.list_typists() == ()

    with open_store(folder) as store:
        store.read(check)
