"""The tables: people are seated, phones are told a round, and a hand may move anybody."""

from __future__ import annotations

from workshop_kit.domain.model import Participant
from workshop_kit.domain.projection import Cover
from workshop_kit.domain.tables import TableSeat, WorkTable
from workshop_kit.live.acts.seating import Seated, list_to_seat, move_round, read_seating, seat_workshop
from workshop_kit.live.acts.seating_words import say_met, say_sizes, say_spread
from workshop_kit.live.acts.sitting import move_to_table, tells_tables
from workshop_kit.live.contract.asking import intention
from workshop_kit.live.contract.facilitator.seating import (
    DescribeTable,
    KeepAtTable,
    MoveToTable,
    PlannedTable,
    SeatingModel,
    SeatPeople,
    TableGuest,
    TellRound,
)
from workshop_kit.live.contract.showing import DRAW_EVERY, shows
from workshop_kit.live.facilitator.desk import Desk
from workshop_kit.live.screen.tables import count_tables
from workshop_kit.store import Repository


class SeatingDesk(Desk):
    """Who sits at which table (*placement aux tables*)."""

    @shows(
        *("workshop", "participant", "projection", "table", "volunteer"),
        pace=DRAW_EVERY,
        at_once=("workshop", "projection", "table"),
        sections=("tables.desk",),
    )
    def seating_model(self) -> SeatingModel:
        """Return who sits where in each round, and how well they are mixed."""
        return self.store.read(self._read_seating)

    @intention
    def seat_people(self, asked: SeatPeople) -> None:
        """Seat everybody who is present anew; phones are told nothing until a round is told.

        It is no transaction of its own: the search is done beside the writers' line.

        Raises
        ------
        InvalidEntry
            ``seating-too-few``, ``seating-too-many-stay``.

        """
        seat_workshop(self.store, asked.rounds, asked.size)

    @intention
    def tell_round(self, repository: Repository, asked: TellRound) -> None:
        """Tell phones their table in a round, or none any more.

        Raises
        ------
        NotAllowed
            ``nobody-seated``, ``seating-of-files``.
        InvalidEntry
            ``no-such-round``.

        """
        move_round(repository, asked.round)

    @intention
    def move_to_table(self, repository: Repository, asked: MoveToTable) -> None:
        """Move somebody to another table in one round; ``no-such-table``, ``no-such-round``, ``MissingEntry``."""
        move_to_table(repository, asked.participant, asked.round, asked.number)

    @intention
    def describe_table(self, repository: Repository, asked: DescribeTable) -> None:
        """Say where a table stands, and whether one comes to it easily: who walks with difficulty is seated there."""
        repository.update_work_table(WorkTable(asked.number, asked.landmark, asked.easy))

    @intention
    def keep_at_table(self, repository: Repository, asked: KeepAtTable) -> None:
        """Note that somebody walks with difficulty, as they may say on their phone; ``MissingEntry``."""
        repository.set_staying(asked.participant, stays=asked.stays)

    def _read_seating(self, repository: Repository) -> SeatingModel:
        workshop, say = repository.find_workshop(), self.translator
        waiting, seated = list_to_seat(repository), read_seating(repository, say)
        staying = repository.list_staying()
        sitting = set() if seated is None else set(seated.people)
        strays = [] if seated is None else [one for one in waiting if one.id not in sitting]
        held = repository.find_projection()
        shown = held.cover is Cover.TABLES
        told = sorted({one.number for one in repository.list_table_seats(round=workshop.table_round)}) if shown else []
        pages = 0 if held.frozen else len(count_tables(told))
        return {
            "waiting": len(waiting),
            "size": workshop.table_size,
            "of_files": seated is not None and seated.of_files,
            "told": workshop.table_round,
            "spoken": tells_tables(workshop, repository.list_challenges()),
            "shown": shown,
            "page": min(held.page, pages - 1) if shown and pages else 0,
            "pages": pages if shown else 0,
            "rounds": [] if seated is None else self._list_rounds(repository, seated, staying),
            "strays": [self._describe_guest(one, one.pseudonym, None, staying) for one in strays],
            "sizes": "" if seated is None else say_sizes(seated.plan, say),
            "spread": "" if seated is None else say_spread(seated.plan, say),
            "met": "" if seated is None else say_met(seated.plan, say),
        }

    def _list_rounds(self, repository: Repository, seated: Seated, staying: frozenset[str]) -> list[list[PlannedTable]]:
        known = {one.number: one for one in repository.list_work_tables()}
        seats = {(one.round, one.participant): one for one in repository.list_table_seats()}
        return [
            [
                {
                    "number": number,
                    "landmark": known.get(number, WorkTable(number)).landmark,
                    "easy": known.get(number, WorkTable(number)).easy,
                    "people": [
                        self._describe_guest(seated.people[one], seated.names[one], seats[turn, one], staying)
                        for one in table
                    ],
                }
                for number, table in enumerate(tables, start=1)
            ]
            for turn, tables in enumerate(seated.plan.rounds, start=1)
        ]

    def _describe_guest(
        self, person: Participant, name: str, seat: TableSeat | None, staying: frozenset[str]
    ) -> TableGuest:
        return {
            "id": person.id,
            "name": name,
            "category": self.translator.category(person.category),
            "late": seat is not None and seat.late,
            "here": seat is not None and seat.here,
            "stays": person.id in staying,
        }
