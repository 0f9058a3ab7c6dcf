"""Participants stand in a line of their own to write, and whoever does not stand in it passes them."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from contextlib import ExitStack
from functools import partial
from pathlib import Path

import pytest

from tests.store.processes import hear, keep_the_line, running
from tests.store.values import a_participant, add_the_usual, an_idea, many_sectors
from workshop_kit.domain.model import Sector
from workshop_kit.errors import StoreUnavailable
from workshop_kit.store import Repository, Store, databases, open_store
from workshop_kit.store.lines import FileLine, Lines, rehearse_waiting

Open = Callable[[], Store]


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "workshop.db"


def in_a_thread(act: Callable[[], object]) -> threading.Thread:
    thread = threading.Thread(target=act, daemon=True)
    thread.start()
    return thread


def test_two_participants_are_never_before_the_database_together(database: Path) -> None:
    first, second = Lines(database, yields=True), Lines(database, yields=True)
    with first.writing(1) as came:
        assert came
        with second.writing(0.01) as other:
            assert not other
    with second.writing(1) as came:
        assert came


def test_who_does_not_stand_in_line_passes_those_who_do(database: Path) -> None:
    standing, waiting, desk = (Lines(database, yields=yields) for yields in (True, True, False))
    with standing.writing(1):
        with desk.writing(0.01) as came:
            assert not came  # whoever is on the way to the database gets there
        standing.let_pass()
        with desk.writing(0.01) as came, waiting.writing(0.01) as other:
            assert came
            assert not other
    with standing.writing(1), ExitStack() as inside:
        standing.let_pass()
        assert inside.enter_context(desk.writing(0.01))  # one participant has the database: no more is waited for


def test_no_participant_comes_before_one_who_passes(database: Path) -> None:
    desk, phone = Lines(database, yields=False), Lines(database, yields=True)
    with desk.writing(1), phone.writing(0.01) as came:
        assert not came
    with phone.writing(1) as came:
        assert came


def test_who_waited_in_vain_leaves_the_line_to_the_others(database: Path) -> None:
    first, second, third = (FileLine(database) for _ in range(3))
    assert first.step_in(1)
    assert not second.step_in(0.01)
    first.step_out()
    assert third.step_in(10)


def test_the_turn_comes_to_who_waits_as_soon_as_it_is_free(database: Path) -> None:
    first, second, came = FileLine(database), FileLine(database), threading.Event()
    assert first.step_in(1)

    def wait() -> None:
        if second.step_in(60):
            came.set()

    waiting = in_a_thread(wait)
    assert not came.wait(0.05)
    first.step_out()
    assert came.wait(30)
    waiting.join()


def test_a_disk_that_makes_no_files_lets_everybody_through(tmp_path: Path) -> None:
    nowhere = Lines(tmp_path / "nowhere" / "workshop.db", yields=True)
    with nowhere.writing(1) as came, nowhere.standing(1) as again:
        assert came
        assert again


@pytest.mark.posix
@pytest.mark.parametrize("link", [os.symlink, os.link])
def test_lines_that_links_lead_to_one_file_wait_for_nobody(
    link: Callable[[Path, Path], None], database: Path, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.touch()
    for name in ("line", "pass"):
        link(elsewhere, database.with_name(f"{database.name}-{name}"))
    with Lines(database, yields=True).writing(0.1) as came, Lines(database, yields=False).writing(0.1) as passed:
        assert came
        assert passed
    assert not elsewhere.read_bytes()


def test_who_passes_keeps_participants_waiting_for_as_long_as_they_stand_there(database: Path) -> None:
    desk, phone, other = (Lines(database, yields=yields) for yields in (False, True, True))
    with desk.standing(1), desk.writing(0.01) as wrote:
        assert wrote
        with phone.standing(0.01) as came, phone.writing(0.01) as writes:
            assert came  # a participant may plan meanwhile, and write in their turn
            assert not writes
            with other.standing(0.01) as behind:
                assert not behind
    with other.writing(1) as came:
        assert came


def test_who_stands_in_line_already_writes_without_standing_in_it_again(database: Path) -> None:
    lines = Lines(database, yields=True)
    with lines.standing(1) as came, lines.writing(0.01) as wrote:
        assert came
        assert wrote


def test_a_wait_that_is_rehearsed_leaves_no_thread_behind() -> None:
    before = threading.enumerate()
    rehearse_waiting()
    assert threading.enumerate() == before, "a process of several threads must not be copied"


def test_a_process_that_is_killed_in_the_line_holds_nobody_up(kind: str, store: Store, folder: Path) -> None:
    store.perform(None, add_the_usual)
    with running(keep_the_line, folder) as (process, pipe):
        assert hear(pipe) == "in the line"
        store.perform(None, lambda hall: hall.add_idea(an_idea("passing")))  # the facilitator is not held up at all
        process.kill()
        process.join()
        with open_store(folder, yields=True) as phone:
            phone.perform(None, lambda hall: hall.add_idea(an_idea("after")))
    assert {"passing", "after"} <= {one.id for one in store.read(lambda hall: hall.list_ideas())}


def test_who_passes_waits_for_the_participant_who_has_the_database_and_for_no_other(store: Store, folder: Path) -> None:
    came, left = threading.Event(), threading.Event()

    def stand() -> None:
        with store._database.taking_turns():
            came.set()
            left.wait(30)

    with ExitStack() as opened:
        first, planning = (opened.enter_context(open_store(folder, yields=True)) for _ in range(2))
        with first._database.writing():
            desk = in_a_thread(stand)
            assert not came.wait(0.1)
        with planning._database.taking_turns():  # one who lost a race, and plans again in the line
            assert came.wait(30)
            left.set()
            desk.join(30)
            planning.perform(None, add_the_usual)
    assert store.read(lambda hall: hall.list_ideas())


def test_what_is_asked_in_turn_is_planned_in_the_line_once_and_the_facilitator_passes(
    store: Store, folder: Path
) -> None:
    store.perform(None, add_the_usual)
    planned = threading.Event()
    plans: list[str] = []

    def take_seat(identifier: str) -> None:
        def act(hall: Repository) -> None:
            plans.append(identifier)
            planned.set()
            hall.list_named()
            hall.add_participant(a_participant(identifier, pseudonym=identifier))

        with open_store(folder, yields=True) as phone:
            phone.perform(None, act, in_turn=True)

    with open_store(folder, yields=True) as first, first._database.taking_turns():
        others = [in_a_thread(partial(take_seat, f"other {number}")) for number in range(4)]
        assert not planned.wait(0.2)
        store.perform(None, lambda hall: hall.add_participant(a_participant("desk", pseudonym="desk")))
        assert not plans
    for one in others:
        one.join(30)
    assert sorted(plans) == [f"other {number}" for number in range(4)]
    assert {"desk", *plans} <= {one.id for one in store.read(lambda hall: hall.list_named())}


def test_a_facilitator_loses_one_race_to_the_participants_and_no_other(store: Store, folder: Path) -> None:
    """A phone writes between each plan and its writing: it would fell every one of them."""
    store.perform(None, add_the_usual)
    store.perform(None, many_sectors)
    phones: list[threading.Thread] = []
    waited: list[bool] = []

    def write_as_phone(number: int) -> None:
        with open_store(folder, yields=True) as phone:
            phone.perform(None, lambda hall: hall.update_sector(Sector("s1", f"Bourg {number}", "")))

    def act(hall: Repository) -> int:
        hall.list_sectors()
        hall.add_idea(an_idea("mine"))
        phones.append(in_a_thread(partial(write_as_phone, len(phones))))
        phones[-1].join(30 if len(phones) == 1 else 0.5)
        waited.append(phones[-1].is_alive())
        return len(phones)

    assert store.perform("once", act) == 2
    assert waited == [False, True]
    for phone in phones:
        phone.join(30)
    assert "Bourg 1" in {one.name for one in store.read(lambda hall: hall.list_sectors())}  # who waited is served


def test_a_participant_who_waits_too_long_is_told_so_and_nothing_is_written(
    kind: str, store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if kind != "sqlite":
        pytest.skip("PostgreSQL's own limit of a wait is set when it is connected to")
    store.perform(None, add_the_usual)
    monkeypatch.setattr(databases, "WAIT_AT_MOST", 0.05)
    with ExitStack() as opened:
        one, other = (opened.enter_context(open_store(folder, yields=True)) for _ in range(2))
        with one._database.taking_turns(), pytest.raises(StoreUnavailable, match="store-busy"):
            other.perform(None, lambda hall: hall.add_idea(an_idea("late")))
    assert "late" not in {one.id for one in store.read(lambda hall: hall.list_ideas())}
