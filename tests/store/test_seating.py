"""Who sits at which table: kept, noted for the phones it concerns, and gone with the person."""

from __future__ import annotations

import pytest

from tests.store.values import a_participant, changes_of
from workshop_kit.domain.model import SEVERAL
from workshop_kit.domain.tables import TableSeat, WorkTable
from workshop_kit.errors import MissingEntry
from workshop_kit.store import Repository, Store

SEATS = (TableSeat("p1", 1, 4), TableSeat("p1", 2, 5, late=True), TableSeat("p2", 1, 4, here=True))


@pytest.fixture
def seated(store: Store) -> Store:
    def seat(repository: Repository) -> None:
        for one in ("p1", "p2", "p3"):
            repository.add_participant(a_participant(one))
        repository.replace_table_seats(SEATS)
        repository.update_work_table(WorkTable(4, "Au fond à droite, près des fenêtres", easy=True))
        repository.set_staying("p1", stays=True)

    store.perform(None, seat)
    return store


def test_what_is_kept_of_tables_comes_back(seated: Store) -> None:
    def look(repository: Repository) -> None:
        assert sorted(repository.list_table_seats(), key=lambda one: (one.participant, one.round)) == list(SEATS)
        assert repository.list_table_seats(participant="p1") == SEATS[:2]
        assert {one.participant for one in repository.list_table_seats(round=1)} == {"p1", "p2"}
        assert repository.list_work_tables() == (WorkTable(4, "Au fond à droite, près des fenêtres", easy=True),)
        assert repository.list_staying() == {"p1"}
        assert repository.is_staying("p1") is True
        assert repository.is_staying("p2") is False

    seated.read(look)


def test_a_new_workshop_seats_nobody(store: Store) -> None:
    workshop = store.read(lambda repository: repository.find_workshop())
    assert (workshop.table_size, workshop.table_rounds, workshop.table_round) == (8, 0, 0)
    assert store.read(lambda repository: repository.list_table_seats()) == ()


def test_a_move_is_noted_of_the_person_and_of_both_tables(seated: Store) -> None:
    since = seated.latest_sequence()
    seated.perform(None, lambda repository: repository.update_table_seat(TableSeat("p2", 1, 7)))
    assert {entity for kind, entity, _ in changes_of(seated, since) if kind == "table"} == {"p2", "4", "7"}


def test_saying_that_one_is_there_is_nobody_elses_change(seated: Store) -> None:
    since = seated.latest_sequence()
    seated.perform(None, lambda repository: repository.update_table_seat(TableSeat("p1", 1, 4, here=True)))
    assert changes_of(seated, since) == [("table", "p1", None)]


def test_seating_everybody_anew_is_one_change(seated: Store) -> None:
    since = seated.latest_sequence()
    seated.perform(None, lambda repository: repository.replace_table_seats([TableSeat("p3", 1, 1)]))
    assert changes_of(seated, since) == [("table", SEVERAL, None)]
    assert seated.read(lambda repository: repository.list_table_seats()) == (TableSeat("p3", 1, 1),)


def test_who_leaves_frees_every_round(seated: Store) -> None:
    since = seated.latest_sequence()
    seated.perform(None, lambda repository: repository.remove_table_seats("p1"))
    assert seated.read(lambda repository: repository.list_table_seats()) == SEATS[2:]
    assert {entity for _, entity, _ in changes_of(seated, since)} == {"p1", "4", "5"}


def test_an_erased_person_leaves_no_seat_and_no_word_of_how_they_walk(seated: Store) -> None:
    since = seated.latest_sequence()
    seated.perform(None, lambda repository: repository.remove_participant("p1"))
    assert seated.read(lambda repository: repository.list_table_seats()) == SEATS[2:]
    assert seated.read(lambda repository: repository.list_staying()) == frozenset()
    assert {"4", "5"} <= {entity for kind, entity, _ in changes_of(seated, since) if kind == "table"}


def test_nobody_is_seated_who_is_not_there(seated: Store) -> None:
    for write in (
        lambda repository: repository.replace_table_seats([TableSeat("nobody", 1, 1)]),
        lambda repository: repository.update_table_seat(TableSeat("nobody", 1, 1)),
        lambda repository: repository.add_table_seats([TableSeat("nobody", 1, 1)]),
        lambda repository: repository.set_staying("nobody", stays=True),
    ):
        with pytest.raises(MissingEntry):
            seated.perform(None, write)
    assert len(seated.read(lambda repository: repository.list_table_seats())) == len(SEATS)
