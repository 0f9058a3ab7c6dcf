"""Assignment measured: ours beside a greedy list, stable matching and one weighted sum, on the same workshops.

``python -m tests.load.assigning [--quick]``, or ``--only assigning`` of the bench. A greedy list is what people do with
a spreadsheet: mission by mission, most important first, the best fit that is still free. Stable matching is what
hospitals and schools use, by the ``matching`` package. One sum is what the kit did before: places, fit, sector and
seniority in one number, a person one mission. The kit is measured three times more: on the same workshops with half and
with nine in ten beginners and missions that all ask for competence 2, and as a command, from files to what
``assign --json`` prints. Half beginners are the hardest mixture: nearly everybody could go with somebody.
"""

from __future__ import annotations

import csv
import json
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any, Final

from tests.browser.served import workshop_kit
from workshop_kit.domain.assigning.people import Candidate, gather_candidates, rank_challenges
from workshop_kit.domain.assigning.rules import find_barriers
from workshop_kit.domain.assigning.times import clash
from workshop_kit.domain.assignment import Levels, assign_volunteers, measure_assignments
from workshop_kit.domain.model import (
    Assignment,
    Challenge,
    Mission,
    Origin,
    Participant,
    Reason,
    Score,
    Volunteer,
)
from workshop_kit.domain.solving import Pair, choose_pairs

#: People, missions, and the seconds within which they are to be assigned; ``None``: no aim.
SIZES: Final = ((30, 10, None), (100, 25, 0.3), (300, 60, None), (1000, 200, 5.0))
SEEDS: Final = (1, 2, 3)
#: How the kit is called where so many are beginners, and their share.
BEGINNERS: Final = (("the kit, half begin", 0.5), ("the kit, 9 in 10 begin", 0.9))
_SECTORS: Final = tuple(f"Secteur {i}" for i in range(6))
_NOW: Final = datetime(2027, 1, 12, tzinfo=UTC)

Pairs = Iterable[tuple[str, str]]


@dataclass(frozen=True)
class Case:
    """An invented workshop to assign."""

    people: tuple[Participant, ...]
    scores: tuple[Score, ...]
    volunteers: tuple[Volunteer, ...]
    missions: tuple[Mission, ...]
    challenges: tuple[Challenge, ...]

    @property
    def candidates(self) -> list[Candidate]:
        """Return everybody as the assignment reads them."""
        return gather_candidates(self.people, self.scores, self.volunteers, rank_challenges(self.challenges))

    def measure(self, pairs: Pairs) -> Levels:
        """Return what somebody's answer comes to on our levels."""
        made = [Assignment(person, mission, Reason("assigned")) for person, mission in pairs]
        return measure_assignments(self.people, self.scores, self.missions, made, volunteers=self.volunteers)


def make_case(people: int, missions: int, seed: int) -> Case:
    """Return a workshop: five challenges, six sectors, missions of which a third lack people."""
    rng = Random(seed)
    challenges = tuple(Challenge(f"c{i}", f"Enjeu {i}", f"Défi {i}", position=i) for i in range(5))
    persons = tuple(
        Participant(f"p{i}", f"Personne {i}", "", rng.choice(_SECTORS), Origin.FILE, _NOW) for i in range(people)
    )
    scores = tuple(
        Score(one.id, challenge.id, rng.choice((0, 1, 1, 2, 2, 3)), rng.choice((-2, -1, 0, 0, 1, 1, 2)))
        for one in persons
        for challenge in challenges
    )
    volunteers = tuple(
        Volunteer(
            one.id, one.pseudonym, "", "", one.sector, _NOW, "",
            max_missions=rng.choice((1, 1, 1, 2)), reach=tuple(rng.sample(_SECTORS, rng.choice((0, 2, 3)))),
        )
        for one in persons
    )  # fmt: skip
    jobs = tuple(_make_mission(rng, i, people / missions) for i in range(missions))
    return Case(persons, scores, volunteers, jobs, challenges)


def _make_mission(rng: Random, i: int, each: float) -> Mission:
    places = max(1, round(rng.uniform(0.4, 2.0) * each))
    return Mission(
        f"m{i}", f"c{rng.randrange(5)}", f"Mission {i}", places, rng.choice((0, 0, 1, 1, 2, 3)), rng.choice(_SECTORS),
        first_date=f"2027-02-{rng.randint(1, 28):02d}", min_places=rng.randint(0, max(1, places // 2)),
        importance=rng.randint(1, 3),
    )  # fmt: skip


def make_beginners(case: Case, seed: int, share: float) -> Case:
    """Return the same workshop with a share of beginners, and missions that all ask for a competence of 2."""
    rng = Random(seed)
    beginners = {one.id for one in case.people if rng.random() < share}
    scores = tuple(
        replace(one, competence=rng.choice((0, 1) if one.participant in beginners else (2, 3))) for one in case.scores
    )
    return replace(case, scores=scores, missions=tuple(replace(one, min_competence=2) for one in case.missions))


def assign_ours(case: Case) -> Pairs:
    """Assign by the kit."""
    found = assign_volunteers(
        case.people, case.scores, case.missions, volunteers=case.volunteers, challenges=case.challenges
    )
    return [(one.participant, one.mission) for one in found.assignments]


def assign_greedily(case: Case) -> Pairs:
    """Go through the missions, most important first, and take the best fit that is still free."""
    left = {one.id: one.most for one in case.candidates}
    mine: dict[str, list[Mission]] = {}
    for job in sorted(case.missions, key=lambda one: (one.importance, one.id)):
        fitting = [one for one in case.candidates if left[one.id] and not find_barriers(one, job)]
        fitting.sort(key=lambda one: (-sum(one.score_on(job.challenge) or ()), one.order))
        free = [one for one in fitting if not any(clash(job, other) for other in mine.get(one.id, ()))]
        for one in free[: job.places]:
            left[one.id] -= 1
            mine.setdefault(one.id, []).append(job)
    return [(person, job.id) for person, jobs in mine.items() for job in jobs]


def assign_stably(case: Case) -> Pairs:
    """Match as residents and hospitals do: people by interest, missions by competence, one mission a person."""
    from matching.games import HospitalResident  # type: ignore[import-untyped]

    fits = {(one.id, job.id): one.score_on(job.challenge) for one in case.candidates for job in _list_open(case, one)}
    wishes = {
        one.id: sorted(
            (job for person, job in fits if person == one.id), key=lambda job: (-(fits[one.id, job] or (0, 0))[1], job)
        )
        for one in case.candidates
    }
    wishes = {person: jobs for person, jobs in wishes.items() if jobs}
    asked = {
        job.id: sorted(
            (person for person, other in fits if other == job.id), key=lambda p: (-(fits[p, job.id] or (0, 0))[0], p)
        )
        for job in case.missions
    }
    asked = {job: people for job, people in asked.items() if people}
    places = {job.id: job.places for job in case.missions if job.id in asked}
    solved = HospitalResident.create_from_dictionaries(wishes, asked, places).solve()
    return [(str(person.name), str(job.name)) for job, people in solved.items() for person in people]


def assign_by_one_sum(case: Case) -> Pairs:
    """Assign by one number for each pair, as the kit did: places, then fit, then sector, then who came first."""
    people, jobs = case.candidates, case.missions
    most = min(len(people), sum(job.places for job in jobs))
    sector_unit = most * len(people) + 1
    fit_unit = sector_unit * (most + 1)
    place_unit = fit_unit * (most * 5 + 1)
    columns = {job.id: column for column, job in enumerate(jobs)}
    pairs = [
        Pair(
            row,
            columns[job.id],
            place_unit
            + fit_unit * sum(one.score_on(job.challenge) or ())
            + sector_unit * one.lives_in(job.sector)
            + len(people) - row - 1,
        )
        for row, one in enumerate(people)
        for job in _list_open(case, one)
    ]  # fmt: skip
    chosen = choose_pairs(pairs, len(people), [job.places for job in jobs])
    return [(people[one.item].id, jobs[one.holder].id) for one in chosen]


def _list_open(case: Case, one: Candidate) -> list[Mission]:
    return [job for job in case.missions if not find_barriers(one, job)]


WAYS: Final[tuple[tuple[str, Callable[[Case], Pairs]], ...]] = (
    ("the kit, level by level", assign_ours),
    ("greedy list", assign_greedily),
    ("stable matching", assign_stably),
    ("one weighted sum", assign_by_one_sum),
)


def run_assigning(*, quick: bool = False) -> list[dict[str, Any]]:
    """Assign invented workshops in every way and return what each comes to."""
    rows = []
    for people, missions, aim in SIZES[: 2 if quick else None]:
        for name, way in WAYS:
            rows.append(
                {"size": people, "missions": missions, "way": name, "aim": aim, **_measure(way, people, missions)}
            )
            print(_say(rows[-1]), flush=True)
        size = {"size": people, "missions": missions, "aim": None}
        for name, share in BEGINNERS:
            change = partial(make_beginners, share=share)
            rows.append({**size, "way": name, **_measure(assign_ours, people, missions, change)})
            print(_say(rows[-1]), flush=True)
        rows.append({**size, "way": "the kit, whole command", **_measure_command(people, missions)})
        print(_say_command(rows[-1]), flush=True)
    return rows


def is_met(rows: Iterable[dict[str, Any]]) -> bool:
    """Tell whether the kit was within its aims of time."""
    return all(row["seconds"] <= row["aim"] for row in rows if row["aim"] and row["way"] == WAYS[0][0])


def _measure(
    way: Callable[[Case], Pairs], people: int, missions: int, change: Callable[[Case, int], Case] | None = None
) -> dict[str, Any]:
    slowest, levels = 0.0, Counter[str]()
    for seed in SEEDS:
        case = make_case(people, missions, seed)
        case = case if change is None else change(case, seed)
        began = time.perf_counter()
        try:
            pairs = list(way(case))
        except (ValueError, RecursionError) as error:
            return {"seconds": time.perf_counter() - began, "refused": str(error)}
        slowest = max(slowest, time.perf_counter() - began)
        reached = case.measure(pairs)
        levels.update({f"minimum {rank}": value for rank, value in enumerate(reached.min_places, start=1)})
        levels.update(people=reached.people, places=reached.places, fit=reached.fit, sector=reached.same_sector)
        levels["one of fit 1"] += sum(fit == 1 for fit in reached.fits)
    return {"seconds": slowest, **levels}


def _measure_command(people: int, missions: int) -> dict[str, Any]:
    """Write a workshop as files, take these in, assign and print: the slowest of the commands, and of the imports."""
    slowest = {"seconds": 0.0, "imports": 0.0}
    filled = 0
    for seed in SEEDS:
        with TemporaryDirectory() as kept:
            folder = Path(kept)
            _run("new", folder / "w", "--title", "Atelier", "--territory", "Val-Brume", "--lang", "fr")
            files = _write_files(make_case(people, missions, seed), folder)
            began = time.perf_counter()
            for kind, file in files:
                _run("import", folder / "w", kind, file)
            taken = time.perf_counter()
            told = json.loads(_run("assign", folder / "w", "--json"))
            ended = time.perf_counter()
        slowest = {
            "seconds": max(slowest["seconds"], ended - taken),
            "imports": max(slowest["imports"], taken - began),
        }
        filled += told["levels"]["places"]
    return {**slowest, "places": filled}


def _write_files(case: Case, folder: Path) -> list[tuple[str, Path]]:
    names = {one.id: one.pseudonym for one in case.people}
    stakes = {one.id: one.stake for one in case.challenges}
    tables: dict[str, list[tuple[object, ...]]] = {
        "challenges": [("enjeu", "défi"), *((one.stake, one.statement) for one in case.challenges)],
        "volunteers": [
            ("nom", "secteur", "missions max", "secteurs accessibles"),
            *((one.name, one.sector, one.max_missions, ", ".join(one.reach)) for one in case.volunteers),
        ],
        "missions": [
            ("défi", "intitulé", "places", "compétence_min", "secteur", "début", "minimum", "importance"),
            *(
                (stakes[one.challenge], one.title, one.places, one.min_competence, one.sector, one.first_date,
                 one.min_places, one.importance)
                for one in case.missions
            ),
        ],
        "scores": [
            ("bénévole", "défi", "compétence", "intérêt"),
            *((names[one.participant], stakes[one.challenge], one.competence, one.interest) for one in case.scores),
        ],
    }  # fmt: skip
    for kind, rows in tables.items():
        with (folder / f"{kind}.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(rows)
    return [(kind, folder / f"{kind}.csv") for kind in tables]


def _run(*arguments: object) -> str:
    done = workshop_kit(*arguments)
    if done.returncode:
        raise RuntimeError(done.stderr)
    return done.stdout


def _say_command(row: dict[str, Any]) -> str:
    head = f"{row['size']:5} people, {row['missions']:3} missions, {row['way']:24} {row['seconds']:7.2f} s"
    return f"{head}  places {row['places']}; four files were taken in within {row['imports']:.1f} s before"


def _say(row: dict[str, Any]) -> str:
    head = f"{row['size']:5} people, {row['missions']:3} missions, {row['way']:24} {row['seconds']:7.2f} s"
    if "refused" in row:
        return f"{head}  refused: {row['refused']}"
    told = ("minimum 1", "minimum 2", "minimum 3", "people", "places", "fit", "one of fit 1", "sector")
    return f"{head}  " + ", ".join(f"{name} {row.get(name, 0)}" for name in told)


if __name__ == "__main__":
    print(f"sums over {len(SEEDS)} workshops of each size, the slowest of their times")
    run_assigning(quick="--quick" in sys.argv)
