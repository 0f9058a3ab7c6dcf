"""One person's place at the tables: who comes late, who leaves, who moves, who stays where they are.

It is done at once and without a search: phones ask for it while others wait.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from workshop_kit.domain.course import Phase, Role, Stage
from workshop_kit.domain.model import Challenge, Participant, Workshop
from workshop_kit.domain.permits import is_shown
from workshop_kit.domain.plans import count_turns
from workshop_kit.domain.tables import TableSeat, choose_late_table, find_exchange
from workshop_kit.errors import InvalidEntry, NotAllowed
from workshop_kit.store import Repository


def tells_tables(workshop: Workshop, challenges: Sequence[Challenge]) -> bool:
    """Tell whether phones say tables now: not those of a world café once it has been written, at its later tables.

    People then read, vote and go on to other challenges, and a table of that café is none that they have to find. Who
    is seated anew is told the first round of it.
    """
    if not is_shown(Role.PARTICIPANT, "table", workshop.phase):
        return False
    if workshop.phase is Phase.WELCOME:
        return True  # nobody has begun, whatever was written from home
    rotating = [one for one in challenges if count_turns(one.plan) > 1 and one.stage is not Stage.UNOPENED]
    writing = any(one.stage is Stage.WRITING and one.round == 1 for one in rotating)
    return writing or not rotating or workshop.table_round < 2


def seat_late(repository: Repository, person: Participant) -> None:
    """Seat somebody who comes once the room is seated; where nobody is, nothing is done."""
    repository.add_table_seats(plan_late(repository, person))


def plan_late(repository: Repository, person: Participant) -> list[TableSeat]:
    """Return where somebody sits who comes once the room is seated, in the round phones are told and each after it.

    They sit at the table with the fewest people, then with the fewest of their category, then with the fewest whom they
    met. Where nobody is seated, or only people of files are, they sit nowhere; nor do they sit twice.
    """
    workshop = repository.find_workshop()
    late: list[TableSeat] = []
    if not workshop.table_rounds:
        return late
    seated = repository.list_table_seats()
    people = {one.id: one for one in repository.list_participants()}
    if any(one.participant == person.id for one in seated) or is_of_files(seated, people):
        return late
    categories = {one: people[one].category for one in people}
    met: set[str] = set()
    last = max((one.round for one in seated), default=0)
    for turn in range(find_round(workshop), min(workshop.table_rounds, last) + 1):
        there = [one for one in seated if one.round == turn]
        number = choose_late_table(there, categories, person.category, met)
        if number is not None:
            late.append(TableSeat(person.id, turn, number, late=True))
            met |= {one.participant for one in there if one.number == number}
    return late


def free_seat(repository: Repository, person: str) -> None:
    """Free the places of somebody who left, in every round; where nobody is seated nothing is done."""
    if repository.find_workshop().table_rounds and repository.list_table_seats(participant=person):
        repository.remove_table_seats(person)


def say_here(repository: Repository, me: str) -> None:
    """Note that somebody found their table in this round; raises ``NotAllowed`` (``no-table-yet``)."""
    [seat] = _find_own(repository, me)
    if not seat.here:
        repository.update_table_seat(replace(seat, here=True))


def stay_at_table(repository: Repository, me: str, *, stays: bool) -> None:
    """Have somebody who walks with difficulty keep the table of this round in each later one, or change tables again.

    At each they take the place of somebody of their category, who takes theirs. Who changes tables again does so at
    the next placing.

    Raises
    ------
    NotAllowed
        ``no-table-yet``.

    """
    [seat] = _find_own(repository, me)
    repository.set_staying(me, stays=stays)
    if not stays:
        return
    staying = repository.list_staying()
    categories = {one.id: one.category for one in repository.list_participants()}
    for later in repository.list_table_seats(participant=me):
        if later.round > seat.round and later.number != seat.number:
            _exchange(repository, later, seat.number, categories, staying | {me})


def move_to_table(repository: Repository, person: str, turn: int, number: int) -> None:
    """Move somebody to another table in one round, as the facilitator says.

    Raises
    ------
    InvalidEntry
        ``no-such-round``, or ``no-such-table``: nobody is seated there in that round.
    MissingEntry
        They are not there.

    """
    known, rounds = repository.find_participant(person), repository.find_workshop().table_rounds
    if not 1 <= turn <= rounds:
        raise InvalidEntry("no-such-round", value=turn, most=rounds)
    seated = repository.list_table_seats(round=turn)
    if number not in {one.number for one in seated}:
        raise InvalidEntry("no-such-table", value=number, least=1, most=max((one.number for one in seated), default=0))
    mine = next((one for one in seated if one.participant == known.id), None)
    moved = TableSeat(known.id, turn, number, late=True) if mine is None else replace(mine, number=number, here=False)
    if moved != mine:
        repository.update_table_seat(moved)


def find_round(workshop: Workshop) -> int:
    """Return the round that phones are told, the first before they are told any."""
    return max(1, workshop.table_round)


def is_of_files(seated: Iterable[TableSeat], people: Mapping[str, Participant]) -> bool:
    """Tell whether people were seated who are known from files or the form, also once some of them have joined.

    In the room only people who have joined are seated: whoever was not there when tables were made stands in the plan
    of files, and the others would sit beside empty chairs.
    """
    return any(not people[one.participant].origin.seated for one in seated)


def _find_own(repository: Repository, me: str) -> list[TableSeat]:
    workshop = repository.find_workshop()
    found = [one for one in repository.list_table_seats(participant=me) if one.round == workshop.table_round]
    if not found:
        raise NotAllowed("no-table-yet")
    return found


def _exchange(
    repository: Repository, mine: TableSeat, number: int, categories: Mapping[str, str], staying: frozenset[str]
) -> None:
    there = [one for one in repository.list_table_seats(round=mine.round) if one.number == number]
    other = find_exchange(there, categories, mine.participant, staying)
    if other is not None:
        repository.update_table_seat(replace(other, number=mine.number))
    repository.update_table_seat(replace(mine, number=number))
