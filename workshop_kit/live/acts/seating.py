"""Seat a workshop at its tables: what the command and the facilitator's page do alike."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from workshop_kit.domain.entries import TABLE_ROUNDS
from workshop_kit.domain.model import Participant
from workshop_kit.domain.names import fold_name
from workshop_kit.domain.presence import list_known_volunteers, list_present
from workshop_kit.domain.seating_plan import Guest, SeatingPlan, describe
from workshop_kit.domain.table_sizes import PEOPLE_AT_LEAST, choose_sizes
from workshop_kit.domain.tables import TableSeat, place_staying
from workshop_kit.errors import InvalidEntry, NotAllowed
from workshop_kit.i18n import Translator
from workshop_kit.live.acts.seating_words import say_met, say_sizes, say_spread
from workshop_kit.live.acts.sitting import is_of_files, seat_late
from workshop_kit.live.telling_apart import tell_apart
from workshop_kit.store import Repository, Store
from workshop_kit.store.persons import Persons


@dataclass(frozen=True)
class Seated:
    """A seating as it is kept (*placement*): its plan by ids, the people by id, and what each is called.

    ``of_files``: volunteers known from files or the form are seated, who were not in the room.
    """

    plan: SeatingPlan
    people: Mapping[str, Participant]
    names: Mapping[str, str]
    of_files: bool


def list_to_seat(repository: Repository) -> tuple[Participant, ...]:
    """Return who is seated: those present; as long as nobody has joined, the volunteers of files."""
    persons = Persons(repository)
    present = list_present(persons.list_participants())
    if present:
        return present
    return list_known_volunteers(persons.list_participants(), persons.list_volunteers(), persons.list_scores())


def seat_workshop(store: Store, rounds: int, size: int) -> None:
    """Seat everybody anew, and keep it; phones are told nothing until the facilitator says so.

    The search is done beside the writers' line. Who came meanwhile is seated as somebody who comes late.

    Raises
    ------
    InvalidEntry
        ``seating-rounds``, ``seating-size``, ``seating-too-few``, ``seating-too-many-stay``.

    """
    from workshop_kit.domain.seating import plan_seating  # numpy: only who seats people pays for it

    guests = store.read(lambda repository: _list_guests(repository, size))
    plan = plan_seating(guests, rounds, size)
    store.perform(None, lambda repository: _keep(repository, plan, size))


def move_round(repository: Repository, turn: int) -> None:
    """Tell phones another round, 0: none.

    Raises
    ------
    NotAllowed
        ``nobody-seated``, or ``seating-of-files``: those seated are not in the room.
    InvalidEntry
        ``no-such-round``.

    """
    workshop = repository.find_workshop()
    if not workshop.table_rounds:
        raise NotAllowed("nobody-seated")
    if turn > workshop.table_rounds:
        raise InvalidEntry("no-such-round", value=turn, most=workshop.table_rounds)
    if turn and is_of_files(repository.list_table_seats(), {one.id: one for one in repository.list_participants()}):
        raise NotAllowed("seating-of-files")
    if workshop.table_round != turn:
        repository.update_workshop(replace(workshop, table_round=turn))


def read_seating(repository: Repository, say: Translator) -> Seated | None:
    """Return the seating as it stands, after whoever came late or was moved; ``None``: nobody is seated."""
    workshop = repository.find_workshop()
    turns = min(workshop.table_rounds, TABLE_ROUNDS.most)
    seated = [one for one in repository.list_table_seats() if one.round <= turns]
    if not seated:
        return None
    everybody = {one.id: one for one in repository.list_participants()}
    people = {one.participant: everybody[one.participant] for one in seated}
    last = max(one.number for one in seated)
    rounds: list[list[list[str]]] = [[[] for _ in range(last)] for _ in range(turns)]
    for one in seated:
        rounds[one.round - 1][one.number - 1].append(one.participant)
    guests = _describe(repository, people.values())
    sizes = choose_sizes(max(len(people), PEOPLE_AT_LEAST), workshop.table_size)
    return Seated(
        describe(guests, rounds, sizes), people, tell_apart(people.values(), say), is_of_files(seated, everybody)
    )


def find_seating(repository: Repository, say: Translator) -> Seated:
    """Return the seating as it stands; raises ``NotAllowed`` (``nobody-seated``)."""
    seated = read_seating(repository, say)
    if seated is None:
        raise NotAllowed("nobody-seated")
    return seated


def _list_guests(repository: Repository, size: int) -> list[Guest]:
    people = list_to_seat(repository)
    guests = _describe(repository, people)
    staying = repository.list_staying() & {one.id for one in people}
    if not staying or len(people) < PEOPLE_AT_LEAST:
        return guests
    easy = [one.number for one in repository.list_work_tables() if one.easy]
    tables = place_staying(easy, choose_sizes(len(people), size).people, len(staying))
    at = dict(zip((one.id for one in people if one.id in staying), tables, strict=False))
    return [replace(one, table=at[one.id] - 1) if one.id in at else one for one in guests]


def _describe(repository: Repository, people: Iterable[Participant]) -> list[Guest]:
    """Return people as they are seated; a sector is one however it is written, in its first spelling."""
    offered = {one.participant: one.sector for one in repository.list_volunteers()}
    spelled: dict[str, str] = {}
    guests = []
    for one in people:
        sector = one.sector or offered.get(one.id, "")
        guests.append(Guest(one.id, one.category, sector and spelled.setdefault(fold_name(sector), sector)))
    return guests


def _keep(repository: Repository, plan: SeatingPlan, size: int) -> None:
    """Keep a plan for those of it who are still there; raises ``InvalidEntry`` where nobody is any more."""
    here = list_to_seat(repository)
    known = {one.id for one in here}
    seats = [
        TableSeat(person, turn, number)
        for turn, tables in enumerate(plan.rounds, start=1)
        for number, table in enumerate(tables, start=1)
        for person in table
        if person in known
    ]
    if not seats:
        raise InvalidEntry("seating-too-few", count=len(here))
    repository.replace_table_seats(seats)
    workshop = repository.find_workshop()
    repository.update_workshop(replace(workshop, table_size=size, table_rounds=len(plan.rounds), table_round=0))
    seated = {one.participant for one in seats}
    for one in here:
        if one.id not in seated and one.origin.seated:
            seat_late(repository, one)


def name_tables(seated: Seated) -> list[list[list[str]]]:
    """Return what those at each table are called, round by round; a table that everybody left is there, and empty."""
    return [[[seated.names[one] for one in table] for table in tables] for tables in seated.plan.rounds]


def list_cards(repository: Repository) -> dict[str, tuple[int, ...]]:
    """Return, by id, the numbers of somebody's tables in their rounds: what a card to carry says; 0: none."""
    seats = repository.list_table_seats()
    rounds = max((one.round for one in seats), default=0)
    cards: defaultdict[str, list[int]] = defaultdict(lambda: [0] * rounds)
    for one in seats:
        cards[one.participant][one.round - 1] = one.number
    return {person: tuple(numbers) for person, numbers in cards.items()}


def list_sentences(seated: Seated, say: Translator) -> list[str]:
    """Return what the seating reached, in words: sizes, mixing, meetings."""
    return [say_sizes(seated.plan, say), say_spread(seated.plan, say), say_met(seated.plan, say)]


def describe_seating(seated: Seated, say: Translator) -> dict[str, Any]:
    """Return what ``workshop-kit seat --json`` prints.

    Returns
    -------
    dict
        ``rounds``: the names at each table of each round. ``met``: the pairs that sit together at least once, ``bound``
        how many can at most by rounds × (size − 1), ``attainable`` by the number of tables besides. ``spread``: the
        ``sizes`` of tables; for each of the ``categories`` and ``sectors`` how many ``people`` it has, how many of them
        sit at a table at ``least`` and at ``most``, and the ``floor`` and ``ceiling`` of its share; ``off`` counts the
        tables that are at neither. ``said``: the same in sentences.

    """
    plan = seated.plan
    sizes = [len(table) for tables in plan.rounds for table in tables if table]
    categories = {say.category(word): asdict(share) for word, share in plan.categories.items()}
    return {
        "rounds": name_tables(seated),
        "met": plan.met,
        "bound": plan.bound,
        "attainable": min(plan.bound, plan.attainable),
        "spread": {
            "sizes": {"least": min(sizes), "most": max(sizes), "wished": [plan.sizes.fewest, plan.sizes.most]},
            "categories": categories,
            "sectors": {word: asdict(share) for word, share in plan.sectors.items()},
            "off": {"categories": plan.off[0], "sectors": plan.off[1]},
        },
        "said": list_sentences(seated, say),
    }
