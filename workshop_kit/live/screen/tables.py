"""The plan of the tables on the projector: numbers that the back of the hall reads, then who sits where, in pages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from workshop_kit.domain.contacts import conceal_contacts
from workshop_kit.domain.names import fold_name
from workshop_kit.live.contract.screen import ScreenFrame, ScreenTables
from workshop_kit.live.contract.screen_shown import ScreenTable
from workshop_kit.store import Repository

#: Tables whose people stand on one page.
TABLES_A_PAGE: Final = 4


def count_tables(numbers: Sequence[int]) -> list[int]:
    """Return how many tables stand on each page of the plan: all by their numbers, then few with their people."""
    parts = range(0, len(numbers), TABLES_A_PAGE)
    return [len(numbers), *(len(numbers[start : start + TABLES_A_PAGE]) for start in parts)]


def read_tables(repository: Repository, frame: ScreenFrame, page: int) -> ScreenTables | None:
    """Return the plan of the round that phones are told, at a page of it; ``None``: they are told none."""
    workshop = repository.find_workshop()
    seated = repository.list_table_seats(round=workshop.table_round) if workshop.table_round else ()
    if not seated:
        return None
    people = {one.id: one for one in repository.list_participants() if one.origin.seated}
    landmarks = {one.number: one.landmark for one in repository.list_work_tables()}
    numbers = sorted({one.number for one in seated})
    parts = [numbers[start : start + TABLES_A_PAGE] for start in range(0, len(numbers), TABLES_A_PAGE)]
    page = min(page, len(parts))
    tables: list[ScreenTable] = []
    for number in numbers if page == 0 else parts[page - 1]:
        sitting = [one.participant for one in seated if one.number == number]
        names = [conceal_contacts(people[one].pseudonym) for one in sitting if one in people]
        tables.append(
            {
                "number": number,
                "landmark": conceal_contacts(landmarks.get(number, "")),
                "seats": len(sitting),
                "people": [] if page == 0 else sorted(names, key=fold_name),
            }
        )
    return {
        **frame,
        "view": "tables",
        "page": page,
        "pages": count_tables(numbers),
        "round": workshop.table_round,
        "rounds": workshop.table_rounds,
        "tables": tables,
    }
