"""The longest time that each intention keeps the writers' line: ``python -m tests.load.locks PEOPLE REPETITIONS``.

Each intention is asked for in a copy of one full workshop. Measured is from the moment a writer has the database alone
until its commit is on the disk and the next one may come. Prints one JSON list.
"""

from __future__ import annotations

import asyncio
import json
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from tests.load.rooms import CHECKOUT
from tests.widgets.full_hall import (
    DESK,
    GROWING,
    PHONES,
    Asked,
    ask,
    bring_to,
    copy_hall,
    get_ready,
    make_hall,
    open_window,
)
from workshop_kit.domain.course import Moment
from workshop_kit.store.databases import SqliteDatabase
from workshop_kit.store.plain import Transaction

#: People of the full workshop, who wrote as many ideas for each of its challenges.
PEOPLE: Final = 1000
#: Seconds that an intention keeps the line at most.
AIM: Final = 0.02

_held: list[float] = []
_writing = SqliteDatabase.writing


@contextmanager
def _write_and_measure(database: SqliteDatabase) -> Iterator[Transaction]:
    began = 0.0
    with _writing(database) as transaction:
        began = time.perf_counter()
        yield transaction
    _held.append(time.perf_counter() - began)


def measure_locks(people: int, repetitions: int, folder: Path) -> list[dict[str, Any]]:
    """Return, for each intention, how long it keeps the line, in seconds: the longest of some repetitions."""
    hall = folder / "hall"
    make_hall(hall, people, people)
    setattr(SqliteDatabase, "writing", _write_and_measure)  # noqa: B010  # this process does nothing else
    reasons = dict(GROWING)
    asked = [*PHONES, *DESK, *reasons]
    found: list[dict[str, Any]] = []
    for moment in Moment:
        wanted = [one for one in asked if one.moment is moment]
        if wanted:
            stands = copy_hall(hall, folder / moment)
            bring_to(stands, moment)
        for one in wanted:
            held = [_measure(one, stands, folder / "copy") for _ in range(repetitions)]
            row = {"role": one.role.value, "intention": one.name, "seconds": max(held), "grows": reasons.get(one)}
            found.append(row)
    return sorted(found, key=lambda row: -row["seconds"])


def _measure(asked: Asked, hall: Path, folder: Path) -> float:
    window = open_window(copy_hall(hall, folder), asked.role, asked.visitor)
    try:
        results = get_ready(window, asked)
        _held.clear()
        ask(window, asked, results)
        return max(_held, default=0.0)
    finally:
        window.close()
        shutil.rmtree(folder)


async def run_locks(people: int, repetitions: int) -> dict[str, Any]:
    """Measure in a process of its own."""
    child = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "tests.load.locks", str(people), str(repetitions)),
        cwd=CHECKOUT,
        stdout=asyncio.subprocess.PIPE,
    )
    said, _ = await child.communicate()
    if child.returncode:
        raise RuntimeError("the longest lock was not measured")
    return {"people": people, "repetitions": repetitions, "held": json.loads(said)}


def main() -> None:
    """Measure, and print what was found."""
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        print(json.dumps(measure_locks(int(sys.argv[1]), int(sys.argv[2]), Path(folder))))


if __name__ == "__main__":
    main()
