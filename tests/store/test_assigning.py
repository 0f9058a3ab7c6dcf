"""Assignments written and taken back: what people decided stays, on whichever seat, and no place is taken twice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from workshop_kit.domain.assigning.locks import Lock
from workshop_kit.domain.course import Phase
from workshop_kit.domain.model import (
    Assignment,
    AssignmentStatus,
    AssignmentStep,
    Challenge,
    Mission,
    Origin,
    Participant,
    Reason,
    Score,
    Workshop,
)
from workshop_kit.live.acts.assigning import (
    assign,
    assign_workshop,
    read_basis,
    redo_step,
    try_locks,
    undo_step,
    write_trial,
)
from workshop_kit.store import Repository, Store, create_store

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
STEP = AssignmentStep(0, "tried", {}, NOW, undone=False, changes=())


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    workshop = Workshop("Atelier", "Val-Brume", "fr", Phase.WELCOME, None, None, NOW, NOW + timedelta(days=365))
    made = create_store(tmp_path / "atelier", workshop)
    made.perform(None, _furnish)
    yield made
    made.close()


def _furnish(repository: Repository) -> None:
    repository.add_challenge(Challenge("c1", "Logement", "Plus personne ne dort dehors d’ici 2028."))
    for name in ("ana", "bob", "flo"):
        repository.add_participant(Participant(name, name, "", "", Origin.ROOM, NOW, may_ask=True))
        repository.update_score(Score(name, "c1", 2, 2))
    repository.add_mission(Mission("m1", "c1", "Rondes", 1))


def statuses(store: Store) -> dict[tuple[str, str], AssignmentStatus]:
    return {(one.participant, one.mission): one.status for one in store.read(Repository.list_assignments)}


def put(store: Store, *rows: Assignment) -> None:
    def write(repository: Repository) -> None:
        for row in rows:
            repository.update_assignment(row)

    store.perform(None, write)


@pytest.mark.parametrize(("first", "second"), [("bob", "flo"), ("flo", "bob")])
def test_a_yes_on_one_of_two_joined_seats_outlives_a_new_proposal(store: Store, first: str, second: str) -> None:
    def join(repository: Repository) -> None:
        repository.update_participant(replace(repository.find_participant("flo"), joined_to="bob"))

    put(
        store,
        Assignment(first, "m1", Reason("assigned"), status=AssignmentStatus.ACCEPTED),
        Assignment(second, "m1", Reason("by-hand"), by_hand=True),
    )
    store.perform(None, join)
    before = statuses(store)
    assign_workshop(store)
    assert statuses(store) == before


def test_who_somebody_that_said_yes_goes_with_stays_with_them(store: Store) -> None:
    def more(repository: Repository) -> None:
        repository.update_mission(replace(repository.find_mission("m1"), min_competence=2, places=2))
        repository.update_score(Score("bob", "c1", 0, 2))
        for number in range(2, 6):
            repository.add_mission(Mission(f"m{number}", "c1", f"Autre {number}", 1))

    store.perform(None, more)
    put(
        store,
        Assignment("ana", "m1", Reason("assigned")),
        Assignment("bob", "m1", Reason("assigned-beside"), status=AssignmentStatus.ACCEPTED, beside="ana"),
    )
    found = store.perform(None, assign)
    assert ("ana", "m1") in statuses(store)
    assert [(one.beginner, one.mentor) for one in found.pairs] == [("bob", "ana")]


def test_nobody_is_said_to_go_with_who_is_not_there(store: Store) -> None:
    put(store, Assignment("bob", "m1", Reason("assigned-beside"), status=AssignmentStatus.ACCEPTED, beside="ana"))
    assert store.perform(None, assign).pairs == ()


def test_undoing_takes_no_place_that_somebody_has_accepted_since(store: Store) -> None:
    put(store, Assignment("bob", "m1", Reason("assigned")))
    trial = try_locks(store.read(read_basis), [Lock("flo", "m1", stays=True), Lock("bob", "m1", stays=False)])
    store.perform(None, lambda repository: write_trial(repository, trial, STEP))
    assert statuses(store)["flo", "m1"] is AssignmentStatus.PROPOSED
    yes = next(one for one in store.read(Repository.list_assignments) if one.participant == "flo")
    put(store, replace(yes, status=AssignmentStatus.ACCEPTED))
    store.perform(None, undo_step)
    assert statuses(store)["flo", "m1"] is AssignmentStatus.ACCEPTED
    assert statuses(store)["bob", "m1"] is AssignmentStatus.DECLINED


def test_undone_and_done_again_it_is_as_it_was(store: Store) -> None:
    put(store, Assignment("bob", "m1", Reason("assigned")))
    before = store.read(Repository.list_assignments)
    trial = try_locks(store.read(read_basis), [Lock("flo", "m1", stays=True), Lock("bob", "m1", stays=False)])
    store.perform(None, lambda repository: write_trial(repository, trial, STEP))
    after = store.read(Repository.list_assignments)
    store.perform(None, undo_step)
    assert store.read(Repository.list_assignments) == before
    store.perform(None, redo_step)
    assert store.read(Repository.list_assignments) == after
