"""Who sits at which table of the room, and where the tables stand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from workshop_kit.domain.entries import TABLE_NUMBER, TABLE_ROUNDS
from workshop_kit.domain.model import SEVERAL
from workshop_kit.domain.tables import TableSeat, WorkTable
from workshop_kit.store import schema, seating_tables
from workshop_kit.store.shelf import Noun, Shelf, row_of
from workshop_kit.store.statements import given

#: The kind of change of all that is said here. Its entity is a person whose own seat it is, a table's number where
#: somebody comes to it or leaves it, or stands for several.
TABLE_KIND: Final = "table"
_NUMBERS: Final = range(TABLE_NUMBER.least, TABLE_NUMBER.most + 1)
_ROUNDS: Final = range(TABLE_ROUNDS.least, TABLE_ROUNDS.most + 1)
WORK_TABLE: Final = Noun(TABLE_KIND, WorkTable, seating_tables.work_table)
TABLE_SEAT: Final = Noun(TABLE_KIND, TableSeat, seating_tables.table_seat)


class SeatingShelf(Shelf):
    """Table data gateway of the room's tables, and of the seats at them."""

    def list_work_tables(self) -> tuple[WorkTable, ...]:
        """Return the tables of which something was said, in the order of their numbers."""
        return self._list(WORK_TABLE, order="number")

    def update_work_table(self, table: WorkTable) -> None:
        """Say where a table stands."""
        self._write_pair(seating_tables.work_table, row_of(table))
        self._note(TABLE_KIND, SEVERAL)

    def list_table_seats(self, round: int | None = None, participant: str | None = None) -> tuple[TableSeat, ...]:
        """Return who sits where, in one round or of one person if given; what is no table or round is left out.

        Plans are made of as many tables and rounds as the greatest number says, and a folder may be somebody else's.
        """
        seats = self._list(TABLE_SEAT, order="round", **given(round=round, participant=participant))
        return tuple(one for one in seats if one.number in _NUMBERS and one.round in _ROUNDS)

    def replace_table_seats(self, seats: Sequence[TableSeat]) -> None:
        """Seat everybody anew, in every round; raises ``MissingEntry`` when somebody is not there."""
        people = self._list_keys(schema.participant) if seats else set()
        for one in seats:
            if (one.participant,) not in people:
                self._require_participant(one.participant)
        self._erase(seating_tables.table_seat)
        self._add(seating_tables.table_seat, map(row_of, seats))
        self._note(TABLE_KIND, SEVERAL)

    def update_table_seat(self, seat: TableSeat) -> None:
        """Seat one person in one round, or change what is said of their seat; raises ``MissingEntry``."""
        self._require_participant(seat.participant)
        before = self._find(TABLE_SEAT, participant=seat.participant, round=seat.round)
        self._write_pair(seating_tables.table_seat, row_of(seat))
        self._note(TABLE_KIND, seat.participant)
        if before is None or before.number != seat.number:
            for number in {seat.number, seat.number if before is None else before.number}:
                self._note(TABLE_KIND, str(number))

    def add_table_seats(self, seats: Sequence[TableSeat]) -> None:
        """Seat one person who has no seat in these rounds; raises ``MissingEntry``."""
        for one in seats[:1]:
            self._require_participant(one.participant)
            self._note(TABLE_KIND, one.participant)
        self._add(seating_tables.table_seat, map(row_of, seats))
        for number in sorted({one.number for one in seats}):
            self._note(TABLE_KIND, str(number))

    def remove_table_seats(self, participant: str) -> None:
        """Free the seats of one person, in every round."""
        freed = {one.number for one in self.list_table_seats(participant=participant)}
        self._erase(seating_tables.table_seat, participant=participant)
        self._note(TABLE_KIND, participant)
        for number in sorted(freed):
            self._note(TABLE_KIND, str(number))

    def list_staying(self) -> frozenset[str]:
        """Return who said that they walk with difficulty."""
        return frozenset(row.participant for row in self._rows(seating_tables.table_stay, "participant"))

    def is_staying(self, participant: str) -> bool:
        """Tell whether somebody said that they walk with difficulty."""
        return self._is_there(seating_tables.table_stay, participant=participant)

    def set_staying(self, participant: str, *, stays: bool) -> None:
        """Note that somebody walks with difficulty, or that they do not; raises ``MissingEntry``."""
        self._require_participant(participant)
        if stays:
            self._write_pair(seating_tables.table_stay, {"participant": participant})
        else:
            self._erase(seating_tables.table_stay, participant=participant)
            self._writer.erases = True
        self._note(TABLE_KIND, participant)
