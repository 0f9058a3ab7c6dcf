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
from workshop_kit.errors import NotAllowed
from workshop_kit.live.acts.assigning import (
    assign,
    assign_workshop,
    compare_tries,
    keep_step,
    read_basis,
    try_locks,
    write_trial,
)
from workshop_kit.live.acts.locking import find_possible
from workshop_kit.live.acts.undoing import redo_step, undo_step
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


def write(store: Store, *locks: Lock) -> None:
    """Write a trial of these as a step."""
    trial = try_locks(store.read(read_basis), locks)
    store.perform(None, lambda repository: write_trial(repository, trial, STEP))


def answer(store: Store, person: str, mission: str, status: AssignmentStatus) -> None:
    rows = store.read(Repository.list_assignments)
    found = next(one for one in rows if (one.participant, one.mission) == (person, mission))
    put(store, replace(found, status=status))


def standing_of(store: Store, *people: str) -> set[str]:
    rows = store.read(Repository.list_assignments)
    return {one.mission for one in rows if one.participant in people and one.status is not AssignmentStatus.DECLINED}


def leave_alone(store: Store, *people: str) -> None:
    """Let nobody else be asked."""

    def keep(repository: Repository) -> None:
        for one in repository.list_participants():
            repository.update_participant(replace(one, may_ask=one.id in people))

    store.perform(None, keep)


def join(repository: Repository) -> None:
    """Flo's seat is Bob's too."""
    repository.update_participant(replace(repository.find_participant("flo"), joined_to="bob"))


@pytest.mark.parametrize(("first", "second"), [("bob", "flo"), ("flo", "bob")])
def test_a_yes_on_one_of_two_joined_seats_outlives_a_new_proposal(store: Store, first: str, second: str) -> None:
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


def set_by_hand(store: Store, code: str, row: Assignment) -> None:
    """Set somebody's row by hand, as a step that can be taken back."""
    step = replace(STEP, code=code)
    store.perform(None, lambda hall: keep_step(hall, step, lambda: hall.update_assignment(row)))


@pytest.mark.parametrize("said", [AssignmentStatus.DECLINED, AssignmentStatus.ACCEPTED])
def test_the_same_answer_given_anew_is_not_taken_back_by_a_step_that_was_undone_around_it(
    store: Store, said: AssignmentStatus
) -> None:
    placed = Assignment("flo", "m1", Reason("by-hand"), by_hand=True)
    set_by_hand(store, "other", placed)
    answer(store, "flo", "m1", said)
    set_by_hand(store, "taken-off", replace(placed, reason=Reason("taken-off"), status=AssignmentStatus.DECLINED))
    set_by_hand(store, "other", placed)
    answer(store, "flo", "m1", said)
    for _ in range(2):
        store.perform(None, undo_step)
        assert statuses(store)["flo", "m1"] is said
    with pytest.raises(NotAllowed, match="nothing-to-redo"):
        store.perform(None, redo_step)
    assert statuses(store)["flo", "m1"] is said


# -- what may not come back -------------------------------------------------------------------------------------------


def test_undoing_gives_nobody_a_mission_beside_one_they_took_since(store: Store) -> None:
    def two_at_once(repository: Repository) -> None:
        repository.update_mission(replace(repository.find_mission("m1"), first_date="2027-01-01"))
        repository.add_mission(Mission("m2", "c1", "Tri", 1, first_date="2027-01-01"))

    store.perform(None, two_at_once)
    write(store, Lock("ana", "m1", stays=True))
    write(store, Lock("ana", "m2", stays=True), Lock("ana", "m1", stays=False))
    answer(store, "ana", "m2", AssignmentStatus.ACCEPTED)
    store.perform(None, undo_step)
    assert standing_of(store, "ana") == {"m2"}


def test_undoing_proposes_nothing_beside_a_mission_that_was_taken_since(store: Store) -> None:
    store.perform(None, lambda repository: repository.add_mission(Mission("m2", "c1", "Tri", 1)))
    leave_alone(store, "ana")
    first = next(one.mission for one in assign_workshop(store, NOW).assignments)
    (other,) = {"m1", "m2"} - {first}

    def need(repository: Repository) -> None:
        repository.update_mission(replace(repository.find_mission(other), min_places=1, importance=1))

    store.perform(None, need)
    assign_workshop(store, NOW)
    assert standing_of(store, "ana") == {other}
    answer(store, "ana", other, AssignmentStatus.ACCEPTED)
    store.perform(None, undo_step)
    assert standing_of(store, "ana") == {other}


def test_undoing_brings_back_what_was_set_by_hand_above_somebody_s_number(store: Store) -> None:
    store.perform(None, lambda repository: repository.add_mission(Mission("m2", "c1", "Tri", 1)))
    put(
        store,
        Assignment("ana", "m1", Reason("assigned"), status=AssignmentStatus.ACCEPTED),
        Assignment("ana", "m2", Reason("by-hand"), by_hand=True),
    )
    write(store, Lock("ana", "m2", stays=False))
    assert standing_of(store, "ana") == {"m1"}
    store.perform(None, undo_step)
    assert standing_of(store, "ana") == {"m1", "m2"}


@pytest.fixture
def paired(store: Store) -> Store:
    """Ana takes Bob along on a mission that asks for more than he knows."""

    def furnish(repository: Repository) -> None:
        repository.update_mission(replace(repository.find_mission("m1"), min_competence=2, min_places=2, places=2))
        repository.add_mission(Mission("m2", "c1", "Tri", 1))
        repository.update_score(Score("bob", "c1", 0, 2))

    store.perform(None, furnish)
    leave_alone(store, "ana", "bob")
    assert {(one.beginner, one.mentor) for one in assign_workshop(store, NOW).pairs} == {("bob", "ana")}
    return store


def test_undoing_brings_no_beginner_back_alone(paired: Store) -> None:
    write(paired, Lock("ana", "m2", stays=True), Lock("ana", "m1", stays=False))
    answer(paired, "ana", "m2", AssignmentStatus.ACCEPTED)
    paired.perform(None, undo_step)
    assert (standing_of(paired, "ana"), standing_of(paired, "bob")) == ({"m2"}, set())


def test_undoing_brings_a_beginner_back_with_whom_they_went(paired: Store) -> None:
    before = paired.read(Repository.list_assignments)
    write(paired, Lock("ana", "m2", stays=True), Lock("ana", "m1", stays=False))
    assert standing_of(paired, "bob") == set()
    paired.perform(None, undo_step)
    assert paired.read(Repository.list_assignments) == before


def test_undoing_leaves_no_beginner_proposed_alone(paired: Store) -> None:
    """The step moved Ana and brought Flo, who takes Bob along; Ana stays where she is now, and Flo leaves."""

    def change(repository: Repository) -> None:
        row = next(one for one in repository.list_assignments() if one.participant == "bob")
        flo = Assignment("flo", "m1", Reason("assigned"))
        repository.update_participant(replace(repository.find_participant("flo"), may_ask=True))
        repository.remove_assignment("ana", "m1")
        repository.update_assignment(Assignment("ana", "m2", Reason("assigned")))
        repository.update_assignment(flo)
        repository.update_assignment(replace(row, beside="flo"))

    paired.perform(None, lambda repository: keep_step(repository, STEP, lambda: change(repository)))
    answer(paired, "ana", "m2", AssignmentStatus.ACCEPTED)
    paired.perform(None, undo_step)
    assert (standing_of(paired, "flo"), standing_of(paired, "bob")) == (set(), set())


@pytest.mark.parametrize("seat", ["flo", "bob"])
def test_undoing_counts_what_a_person_holds_on_any_of_their_seats(store: Store, seat: str) -> None:
    store.perform(None, lambda repository: repository.add_mission(Mission("m2", "c1", "Tri", 1)))
    put(store, Assignment("flo", "m1", Reason("assigned")))
    store.perform(None, lambda hall: keep_step(hall, STEP, lambda: hall.remove_assignment("flo", "m1")))
    put(store, Assignment(seat, "m2", Reason("assigned"), status=AssignmentStatus.ACCEPTED))
    store.perform(None, join)
    store.perform(None, undo_step)
    assert standing_of(store, "flo", "bob") == {"m2"}


def test_undoing_brings_a_proposal_back_on_a_seat_that_was_joined_since(store: Store) -> None:
    put(store, Assignment("flo", "m1", Reason("assigned")))
    store.perform(None, lambda hall: keep_step(hall, STEP, lambda: hall.remove_assignment("flo", "m1")))
    store.perform(None, join)
    store.perform(None, undo_step)
    assert standing_of(store, "flo") == {"m1"}


def test_a_no_of_somebody_s_own_is_not_done_away_with_again(store: Store) -> None:
    put(store, no := Assignment("ana", "m1", Reason("assigned"), status=AssignmentStatus.DECLINED))
    by_hand = Assignment("ana", "m1", Reason("by-hand"), by_hand=True)
    store.perform(None, lambda hall: keep_step(hall, STEP, lambda: hall.update_assignment(by_hand)))
    store.perform(None, undo_step)
    assert statuses(store)["ana", "m1"] is no.status
    store.perform(None, redo_step)
    assert statuses(store)["ana", "m1"] is no.status


def test_the_number_of_a_step_is_never_that_of_another(store: Store) -> None:
    assign_workshop(store, NOW)
    write(store, Lock("ana", "m1", stays=True))
    numbers = {one.number for one in store.read(Repository.list_assignment_steps)}
    for _ in numbers:
        store.perform(None, undo_step)
    write(store, Lock("flo", "m1", stays=True))
    (new,) = store.read(Repository.list_assignment_steps)
    assert new.number not in numbers


# -- what may not be set by hand --------------------------------------------------------------------------------------


@pytest.mark.parametrize("seat", ["flo", "bob"])
def test_nobody_is_put_by_hand_where_they_said_no(store: Store, seat: str) -> None:
    put(store, Assignment("flo", "m1", Reason("assigned"), status=AssignmentStatus.DECLINED, said="le soir, non"))
    if seat == "bob":
        store.perform(None, join)
    before = store.read(Repository.list_assignments)
    with pytest.raises(NotAllowed, match="mission-declined"):
        write(store, Lock(seat, "m1", stays=True))
    with pytest.raises(NotAllowed, match="mission-declined"):
        compare_tries(store, [Lock(seat, "m1", stays=True)])
    assert store.read(Repository.list_assignments) == before


def test_who_was_taken_off_by_hand_may_be_put_back_by_hand(store: Store) -> None:
    write(store, Lock("ana", "m1", stays=False))
    write(store, Lock("ana", "m1", stays=True))
    assert standing_of(store, "ana") == {"m1"}


def test_who_said_no_and_is_never_to_take_it_said_no_still(store: Store) -> None:
    put(store, no := Assignment("ana", "m1", Reason("assigned"), status=AssignmentStatus.DECLINED, said="non"))
    write(store, Lock("ana", "m1", stays=False))
    assert no in store.read(Repository.list_assignments)


def test_a_lock_on_a_seat_is_its_person_s_and_goes_with_them_and_their_no(store: Store) -> None:
    store.perform(None, lambda repository: repository.add_mission(Mission("m2", "c1", "Tri", 1)))
    locks = [Lock("flo", "m1", stays=True), Lock("ana", "m2", stays=True), Lock("ana", "m3", stays=True)]
    assert store.read(lambda repository: find_possible(repository, locks)) == tuple(locks[:2])
    store.perform(None, join)
    trial = try_locks(store.read(read_basis), locks[:1])
    with pytest.raises(NotAllowed, match="assignment-meanwhile"):
        store.perform(None, lambda repository: write_trial(repository, trial, STEP))
    put(store, Assignment("ana", "m2", Reason("assigned"), status=AssignmentStatus.DECLINED))
    assert store.read(lambda repository: find_possible(repository, locks)) == (Lock("bob", "m1", stays=True),)
    store.perform(None, lambda repository: repository.remove_participant("bob"))
    possible = store.read(lambda repository: find_possible(repository, [Lock("bob", "m1", stays=True)]))
    assert possible == ()
