"""Seating measured: ours beside what people do in a room, drawing lots anew each round, and everybody moving on."""

from __future__ import annotations

import json
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from workshop_kit.domain.model import Origin, Participant, new_workshop
from workshop_kit.domain.seating import plan_seating
from workshop_kit.domain.seating_plan import Guest, SeatingPlan, describe
from workshop_kit.domain.table_sizes import choose_sizes
from workshop_kit.store import create_store

PEOPLE: Final = (20, 30, 40, 50, 60, 80, 100, 150, 200)
ROUNDS: Final = 3
#: The room of the aim: 80 people, 10 tables, 3 rounds, within 2 % of the bound, in so many seconds for the command.
AIM_PEOPLE: Final = 80
AIM_SHARE: Final = 0.98
AIM_SECONDS: Final = 5.0
#: How many people a category has in a room of 81, as they come.
_WEIGHTS: Final = (28, 15, 8, 8, 6, 5, 5, 3, 2, 1)


def make_guests(people: int) -> list[Guest]:
    """Return people as they come: two large categories, several of a few people, five sectors."""
    rng = random.Random(people)
    kinds = range(len(_WEIGHTS))
    return [Guest(f"p{one}", f"c{rng.choices(kinds, _WEIGHTS)[0]}", f"s{rng.randrange(5)}") for one in range(people)]


def plan_shuffled(guests: Sequence[Guest], rounds: int) -> SeatingPlan:
    """Draw lots anew each round, as with numbered cards in a hat."""
    rng = random.Random(1)
    sizes = choose_sizes(len(guests))
    return describe(guests, [_fill(rng.sample(guests, len(guests)), sizes.people) for _ in range(rounds)], sizes)


def plan_shifted(guests: Sequence[Guest], rounds: int) -> SeatingPlan:
    """Count off along the tables, then the p-th of each table moves on by p tables each round, whoever they are."""
    sizes = choose_sizes(len(guests))
    tables = len(sizes.people)
    planned = []
    for turn in range(rounds):
        seated: list[list[str]] = [[] for _ in range(tables)]
        for place, one in enumerate(guests):
            row, column = divmod(place, tables)
            seated[(column + turn * row) % tables].append(one.id)
        planned.append(seated)
    return describe(guests, planned, sizes)


def _fill(guests: Sequence[Guest], sizes: Sequence[int]) -> list[list[str]]:
    left = iter(guests)
    return [[next(left).id for _ in range(size)] for size in sizes]


WAYS: Final[dict[str, Callable[[Sequence[Guest], int], SeatingPlan]]] = {
    "ours": plan_seating,
    "lots": plan_shuffled,
    "moving on": plan_shifted,
}


def run_seating(*, quick: bool) -> dict[str, Any]:
    """Measure each way in rooms of all sizes, and the command in the room of the aim."""
    rows = []
    for people in (AIM_PEOPLE,) if quick else PEOPLE:
        guests = make_guests(people)
        row: dict[str, Any] = {"people": people, "tables": len(choose_sizes(people).people)}
        for name, plan in WAYS.items():
            began = time.monotonic()
            found = plan(guests, ROUNDS)
            row[name] = {
                "seconds": time.monotonic() - began,
                "met": found.met,
                "bound": found.bound,
                "attainable": found.attainable,
                "off": found.off,
            }
        rows.append(row)
    return {"rounds": ROUNDS, "rows": rows, "command": run_command(make_guests(AIM_PEOPLE))}


def run_command(guests: Sequence[Guest]) -> dict[str, Any]:
    """Run ``workshop-kit seat`` on a workshop of these people, and return how long it took and what it reached."""
    now = datetime.now(UTC)
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made) / "atelier"
        with create_store(folder, new_workshop("Atelier", "Val-Brume", "fr", now)) as store:
            people = [Participant(one.id, one.id, one.category, one.sector, Origin.ROOM, now) for one in guests]
            store.perform(None, lambda repository: repository.add_participants(people))
        began = time.monotonic()
        command = [sys.executable, "-m", "workshop_kit", "seat", str(folder), "--rounds", str(ROUNDS), "--json"]
        done = subprocess.run(command, capture_output=True, check=True, text=True)
        said = json.loads(done.stdout)
        return {"seconds": time.monotonic() - began, "met": said["met"], "bound": said["bound"]}


def is_met(command: dict[str, Any]) -> bool:
    """Tell whether the command reached the aim: near the bound, and in time."""
    return bool(command["met"] >= AIM_SHARE * command["bound"] and command["seconds"] <= AIM_SECONDS)
