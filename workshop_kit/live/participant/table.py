"""One's own table, while phones are told a round: a number, a landmark, and who else sits there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any, Final
from uuid import uuid4

from workshop_kit.domain.contacts import conceal_contacts
from workshop_kit.domain.model import SEVERAL, Category, Change, Origin, Participant
from workshop_kit.domain.tables import TableSeat
from workshop_kit.errors import WorkshopError
from workshop_kit.i18n import LANGUAGES, Translator
from workshop_kit.live.acts.sitting import free_seat, say_here, seat_late, stay_at_table, tells_tables
from workshop_kit.live.contract.asking import intention
from workshop_kit.live.contract.participant.table import OwnTable, StayAtTable
from workshop_kit.live.participant.following import SEAT_KIND
from workshop_kit.live.participant.seat import SeatedWindow
from workshop_kit.store import Repository
from workshop_kit.store.persons import Person
from workshop_kit.visit import NOBODY, Visit

#: A category that fewer share would tell who somebody is.
ALIKE_AT_LEAST: Final = 3
_SECTION: Final = "tables.phone"
#: Whom nobody sits with in a rehearsal.
_OTHER: Final = f"{NOBODY}-beside"


@dataclass(frozen=True)
class _Place:
    """Where this person sits, as read from the store; what it is called depends on the language alone."""

    number: int
    landmark: str
    neighbours: tuple[tuple[str, str], ...]
    next: int | None
    here: bool
    stays: bool


class SitsAtTable(SeatedWindow):
    """One person's table; nothing is read of it as long as phones are told no round."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.on_change(self._notice_table)
        self.on_rehearsal(self._sit_as_nobody)

    def _forget(self) -> None:
        super()._forget()
        self._table: _Place | None = None
        self._told: tuple[int, bool] = (0, False)

    @intention
    def say_here(self, repository: Repository, me: Participant) -> None:
        """Say that one found one's table; raises ``NotAllowed`` (``no-table-yet``)."""
        say_here(repository, _find_person(repository, me))

    @intention
    def stay_at_table(self, repository: Repository, me: Participant, asked: StayAtTable) -> None:
        """Say that one walks with difficulty, and keeps one's table from now on, or that one changes tables again.

        Raises
        ------
        NotAllowed
            ``no-table-yet``.

        """
        stay_at_table(repository, _find_person(repository, me), stays=asked.stays)

    def _read_table(self) -> OwnTable | None:
        place = self._table
        if place is None or self._workshop is None:
            return None
        say = Translator(self.language)
        return {
            "round": self._workshop.table_round,
            "rounds": self._workshop.table_rounds,
            "number": place.number,
            "landmark": conceal_contacts(place.landmark),
            "neighbours": [
                {"pseudonym": conceal_contacts(name), "category": category and conceal_contacts(say.category(category))}
                for name, category in place.neighbours
            ],
            "next": place.next,
            "here": place.here,
            "stays": place.stays,
            "said": say.section(_SECTION),
        }

    def _look_at_seat(self, *, announce: bool = False) -> None:
        super()._look_at_seat(announce=announce)
        self._look_at_table()

    def _welcome(self, visit: Visit) -> None:
        super()._welcome(visit)
        self._told, self._table = self._find_told(), self._find_place()

    def _notice_table(self, changes: Sequence[Change]) -> None:
        if any(self._may_move_me(change) for change in changes):
            self._look_at_table()

    def _may_move_me(self, change: Change) -> bool:
        if change.kind == "table":
            at = self._table and str(self._table.number)
            return change.entity in (SEVERAL, at) or self._is_mine(change)
        return change.kind in ("workshop", "challenge") and self._find_told() != self._told

    def _find_told(self) -> tuple[int, bool]:
        """Return which round phones are told, and whether this one shows it: of the workshop all that matters here."""
        if self._workshop is None:
            return 0, self._is_shown("table")
        return self._workshop.table_round, tells_tables(self._workshop, self._challenges)

    def _look_at_table(self) -> None:
        before, self._told = self._table, self._find_told()
        self._table = self._find_place()
        if self._table != before:
            self._announce(SEAT_KIND)

    def _find_place(self) -> _Place | None:
        told, shown = self._find_told()
        if not told or not shown or not self._seats:
            return None
        return self.store.read(lambda repository: self._read_place(repository, told))

    def _read_place(self, repository: Repository, turn: int) -> _Place | None:
        ids = {one.id for one in self._seats}
        seated = repository.list_table_seats(round=turn)
        mine = next((one for one in seated if one.participant in ids), None)
        if mine is None:
            return None
        later = repository.list_table_seats(participant=mine.participant)
        people = {one.id: one for one in repository.list_participants()}
        shared = Counter(people[one.participant].category for one in seated)
        beside = [people[one.participant] for one in seated if one.number == mine.number and one != mine]
        landmarks = {one.number: one.landmark for one in repository.list_work_tables()}
        return _Place(
            mine.number,
            landmarks.get(mine.number, ""),
            tuple((one.pseudonym, _name_category(one, shared)) for one in beside if one.origin.seated),
            next((one.number for one in later if one.round == turn + 1), None),
            mine.here,
            repository.is_staying(mine.participant),
        )

    def _sit_as_nobody(self) -> None:
        """Go through what is asked once people are seated: what is undone in a rehearsal is never found again."""
        me = Participant(NOBODY, uuid4().hex, Category.OTHER.value, "", Origin.ROOM, self.now())

        def sit_down(repository: Repository) -> None:
            repository.update_workshop(replace(repository.find_workshop(), table_rounds=2, table_round=1))
            repository.add_participant(me)
            repository.add_participant(replace(me, id=_OTHER, pseudonym=uuid4().hex))
            repository.add_table_seats([TableSeat(_OTHER, 1, 1), TableSeat(_OTHER, 2, 2)])
            seat_late(repository, me)
            say_here(repository, NOBODY)
            stay_at_table(repository, NOBODY, stays=True)
            stay_at_table(repository, NOBODY, stays=False)
            free_seat(repository, NOBODY)

        def look(repository: Repository) -> None:
            repository.list_table_seats()
            repository.list_table_seats(round=1)
            repository.list_table_seats(participant=NOBODY)
            repository.list_participants()
            repository.list_work_tables()
            repository.list_staying()
            repository.is_staying(NOBODY)

        with suppress(WorkshopError):
            self.store.read(look)
            self.store.perform(None, sit_down)
        for language in LANGUAGES:
            Translator(language).section(_SECTION)


def _find_person(repository: Repository, me: Participant) -> str:
    """Return which of a person's seats has a place at the tables, the one that stands where none has."""
    seats = [one.id for one in Person(repository, me.id).seats]
    return next((one for one in seats if repository.list_table_seats(participant=one)), seats[0])


def _name_category(person: Participant, shared: Counter[str]) -> str:
    return person.category if shared[person.category] >= ALIKE_AT_LEAST else ""
