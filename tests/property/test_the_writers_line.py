"""What is done in the writers' line does not grow with the room: one phone must not keep a thousand waiting.

Counted is what happens between the moment a writer has the database alone and the moment it lets go: statements, how
often each is carried out, and the rows they give back. Nothing is timed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Final

import pytest

from tests.store.followed import everything_told
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
from workshop_kit.domain.course import Moment, Role
from workshop_kit.live.facilitator import FacilitatorWindow
from workshop_kit.live.participant import ParticipantWindow
from workshop_kit.live.window import intentions_of
from workshop_kit.store import Repository, Store, open_store
from workshop_kit.store.databases import SqliteDatabase
from workshop_kit.store.plain import Found, Transaction
from workshop_kit.store.planning import READ_AGAIN_AT_MOST
from workshop_kit.store.statements import Rows, Statement

#: People and ideas a challenge of the small room; the large one has five times as many.
SMALL: Final = 60
LARGE: Final = 5 * SMALL
#: Rows that the line itself gives back, and those that are read again since no change tells of them.
ROWS_IN_LINE: Final = 4
#: What reads or changes nothing of the store, or what does so in the pieces of a file: ``tests/files`` has those.
WITHOUT_THE_STORE: Final = {
    Role.PARTICIPANT: {"close_slip", "look_again", "look_at_what_i_gave", "turn_ideas"},
    Role.FACILITATOR: {
        "answer_doubt", "begin_file", "cancel", "cancel_papers", "choose_column", "choose_encoding", "choose_kind",
        "choose_way", "try_again", "change_door_words", "close_door_to", "let_seats_go", "open_door_to",
        "correct_line", "fetch", "fetch_papers", "leave_file", "look_at", "look_at_candidates", "look_at_lines", "make",
        "make_papers", "make_print", "cancel_print", "fetch_print", "extend_challenge",
        "begin_lot_file", "choose_pool", "count_column", "count_like_pool", "fetch_lot", "leave_lot_file",
        "look_at_lot", "make_lot", "size_lot", "stop_lot", "take_lot_piece",
        "preview_challenge", "read_import", "show_file", "switch_language", "take_hidden", "take_line", "take_piece",
        "take_sheet", "undo_import", "write_file", "begin_register_file", "take_register_piece", "leave_register_file",
        "look_in_folder", "take_register", "stop_register", "tell_opinions", "weigh_result",
        "foresee_placing", "try_change", "renew_trial", "leave_trial", "stop_solving",
    },
}  # fmt: skip

Halls = Callable[[int, Moment], Path]


@dataclass
class Counted:
    """What was done in the line; of several rows written by one statement, ``written`` counts each."""

    times: int = 0
    statements: int = 0
    rows: int = 0
    written: int = 0


class CountedTransaction:
    """A transaction that counts."""

    def __init__(self, transaction: Transaction, counted: Counted) -> None:
        self._transaction, self._counted = transaction, counted

    def execute(self, statement: Statement, values: Rows = None, /) -> Found:
        self._counted.written += len(values) if isinstance(values, list | tuple) else 1
        return self._count(self._transaction.execute(statement, values))

    def exec_driver_sql(self, statement: str, /) -> Found:
        return self._count(self._transaction.exec_driver_sql(statement))

    def rollback(self) -> None:
        self._transaction.rollback()

    def _count(self, found: Any) -> Found:
        rows = list(found)
        self._counted.statements += 1
        self._counted.rows += len(rows)
        return Found(rows)


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> Counted:
    count, writing = Counted(), SqliteDatabase.writing

    @contextmanager
    def write_and_count(database: SqliteDatabase) -> Iterator[Any]:
        count.times += 1
        with writing(database) as transaction:
            yield CountedTransaction(transaction, count)

    monkeypatch.setattr(SqliteDatabase, "writing", write_and_count)
    return count


@pytest.fixture(scope="module")
def halls(tmp_path_factory: pytest.TempPathFactory) -> Halls:
    """Make each hall once, and bring it to each moment once."""
    made: dict[tuple[int, Moment | None], Path] = {}

    def find(people: int, moment: Moment) -> Path:
        if (people, None) not in made:
            made[people, None] = tmp_path_factory.mktemp("hall") / "atelier"
            make_hall(made[people, None], people, people)
        if (people, moment) not in made:
            made[people, moment] = copy_hall(made[people, None], tmp_path_factory.mktemp("hall") / "atelier")
            bring_to(made[people, moment], moment)
        return made[people, moment]

    return find


@pytest.fixture(autouse=True)
def sqlite(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("WORKSHOP_KIT_STORE", raising=False)
    monkeypatch.setenv("VISITOR_ID", "")


def measure(asked: Asked, hall: Path, folder: Path, counted: Counted) -> Counted:
    """Ask for an intention in a copy of a hall, and return what it did in the line."""
    window = open_window(copy_hall(hall, folder), asked.role, asked.visitor)
    try:
        results = get_ready(window, asked)
        counted.times = counted.statements = counted.rows = counted.written = 0
        since = window.store.latest_sequence()
        ask(window, asked, results)
        assert window.store.latest_sequence() > since, f"{asked} changed nothing"
        return Counted(counted.times, counted.statements, counted.rows, counted.written)
    finally:
        window.close()


def name(asked: Asked) -> str:
    return str(asked)


def test_every_intention_is_asked_for() -> None:
    asked: dict[Role, set[str]] = {role: set() for role in (Role.PARTICIPANT, Role.FACILITATOR)}
    for one in (*PHONES, *DESK, *(growing for growing, _ in GROWING)):
        asked[one.role].add(one.name)
    for door in (ParticipantWindow, FacilitatorWindow):
        assert asked[door.role] | WITHOUT_THE_STORE[door.role] == set(intentions_of(door))
        assert not asked[door.role] & WITHOUT_THE_STORE[door.role]


@pytest.mark.parametrize("asked", [*PHONES, *DESK], ids=name)
def test_what_is_done_in_the_line_does_not_grow_with_the_room(
    asked: Asked, halls: Halls, tmp_path: Path, counted: Counted
) -> None:
    small, large = (
        measure(asked, halls(people, asked.moment), tmp_path / str(people), counted) for people in (SMALL, LARGE)
    )
    assert small == large
    assert small.times == 1
    assert small.rows <= ROWS_IN_LINE


@pytest.mark.parametrize(("asked", "why"), GROWING, ids=[str(asked) for asked, _ in GROWING])
def test_what_grows_with_the_room_reads_nothing_in_the_line(
    asked: Asked, why: str, halls: Halls, tmp_path: Path, counted: Counted
) -> None:
    """The few acts of the facilitator's that write something of everybody at once write it, and no more."""
    small, large = (
        measure(asked, halls(people, asked.moment), tmp_path / str(people), counted) for people in (SMALL, LARGE)
    )
    assert why
    assert small.rows == large.rows <= ROWS_IN_LINE
    assert large.statements <= 5 * small.statements


def somebody_else(hall: Repository, number: int) -> None:
    """Do a little of everything, as others of the room do while somebody's plan is made."""
    everybody = hall.list_participants()
    other = next(one for one in everybody if one.id == "p7")
    hall.update_participant(other)
    idea = hall.find_idea("home-7")
    hall.update_idea(idea)
    hall.update_group(hall.find_group("g1"))
    score = hall.find_score("p7", "home")
    assert score is not None
    hall.update_score(score)
    for vote in hall.list_dots("home", "p7"):
        hall.update_dots(vote)
    offer = hall.find_volunteer("p7")
    assert offer is not None
    hall.update_volunteer(offer)
    hall.update_assignment(hall.list_assignments("p7")[0])
    hall.update_mission(hall.find_mission("m1"))


@pytest.mark.parametrize("asked", [*PHONES, *DESK], ids=name)
def test_it_does_not_grow_where_others_write_meanwhile_either(
    asked: Asked, halls: Halls, tmp_path: Path, counted: Counted, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Others' writing fells a plan once or twice; then it is made where no other phone comes between."""
    plan = Store._plan

    def measure_disturbed(people: int) -> Counted:
        folder = tmp_path / str(people)
        disturbed: set[str] = set()

        def plan_and_be_disturbed(store: Store, intention: str | None, action: Callable[[Repository], Any]) -> Any:
            planned = plan(store, intention, action)
            if intention is not None and intention not in disturbed:
                disturbed.add(intention)
                with open_store(folder) as other, monkeypatch.context() as uncounted:
                    uncounted.setattr(Store, "_plan", plan)
                    before = counted.times, counted.statements, counted.rows, counted.written
                    other.perform(None, partial(somebody_else, number=len(disturbed)))
                    counted.times, counted.statements, counted.rows, counted.written = before
            return planned

        with monkeypatch.context() as watched:
            watched.setattr(Store, "_plan", plan_and_be_disturbed)
            return measure(asked, halls(people, asked.moment), folder, counted)

    small, large = measure_disturbed(SMALL), measure_disturbed(LARGE)
    assert max(small.times, large.times) <= 2
    if asked.role is Role.PARTICIPANT:
        assert small.times == large.times
        assert small.statements >= large.statements  # the few groups of the small room are read again, and no more
    # of the facilitator's, what is few enough in the small room is read again where the large one has another plan
    assert large.statements <= 2 * small.statements
    assert large.written <= 2 * small.written
    assert max(small.rows, large.rows) <= 3 * READ_AGAIN_AT_MOST


@pytest.mark.parametrize("asked", [*PHONES, *DESK, *(one for one, _ in GROWING)], ids=name)
def test_the_change_log_tells_of_each_table_that_a_plan_rests_on(
    asked: Asked, halls: Halls, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window(copy_hall(halls(SMALL, asked.moment), tmp_path / "atelier"), asked.role, asked.visitor)
    try:
        results = get_ready(window, asked)
        with everything_told(monkeypatch) as checked:
            ask(window, asked, results)
        assert checked
    finally:
        window.close()


@pytest.mark.parametrize("asked", PHONES[:1], ids=name)
def test_a_refusal_never_comes_to_the_line(asked: Asked, halls: Halls, tmp_path: Path, counted: Counted) -> None:
    window = open_window(copy_hall(halls(SMALL, asked.moment), tmp_path / "atelier"), asked.role, asked.visitor)
    try:
        with pytest.raises(Exception, match="pseudonym-taken-suggestion"):
            window.carry_out("join", {"pseudonym": "Marie 7", "category": "shop", "sector": ""}, "one")
        assert counted.times == 0
    finally:
        window.close()


def test_a_plan_that_is_never_made_would_be_noticed(
    halls: Halls, tmp_path: Path, counted: Counted, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is carried out in the line, as whoever loses every race is, does grow: the counting sees it."""
    monkeypatch.setattr("workshop_kit.store.transactions.PLANS_AT_MOST", 0)
    asked = next(one for one in PHONES if one.name == "join")
    small, large = (
        measure(asked, halls(people, asked.moment), tmp_path / str(people), counted) for people in (SMALL, LARGE)
    )
    assert large.rows > small.rows + SMALL
