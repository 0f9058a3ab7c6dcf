"""What is worked out for the missions arrives late: after people came, left or were joined, and after other news."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import pytest

from tests.widgets.conftest import MakeRoom
from tests.widgets.room import Laptop, Room, fill
from tests.widgets.test_trying_missions import Slow, attempt, book, standing, trial_of, undecide, until
from workshop_kit.domain.assigning.locks import Lock
from workshop_kit.domain.model import Assignment, AssignmentStatus, Reason, Score, Volunteer
from workshop_kit.errors import StoreUnavailable
from workshop_kit.i18n import Translator
from workshop_kit.live.acts.assigning import Basis, Trial, read_basis, try_locks
from workshop_kit.live.facilitator.mission_known import KnownMissions
from workshop_kit.live.facilitator.mission_work import Explained, SolvesHere
from workshop_kit.widgets.mission_solving import MissionSolving


class Late(Slow):
    """Works things out when it is told to, and reasons too; each as it was asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.why: list[tuple[Basis, Explained]] = []

    def explain(self, basis: Basis, arrive: Explained) -> None:
        self.why.append((basis, arrive))

    def tell(self, number: int = -1) -> None:
        """Hand over reasons that were asked for, the last by default."""
        basis, arrive = self.why.pop(number)
        arrive(try_locks(basis).found)


@pytest.fixture
def room(make_room: MakeRoom) -> Room:
    return make_room(fill, undecide)


@pytest.fixture
def solver() -> Late:
    return Late()


@pytest.fixture
def laptop(room: Room, solver: Late) -> Laptop:
    return room.laptop(solver=solver)


def find_offer(room: Room, person: str) -> Volunteer:
    offer = room.read(lambda hall: hall.find_volunteer(person))
    assert offer is not None
    return offer


def without(laptop: Laptop) -> set[str]:
    return {one["id"] for one in book(laptop)["unassigned"]}


def renew(room: Room, laptop: Laptop, change: Callable[[Any], object]) -> None:
    room.write(change)
    laptop.follow_once()
    laptop.refresh("missions")


# -- reasons that are older than the room -----------------------------------------------------------------------------


def test_who_is_erased_before_new_reasons_arrive_is_nowhere_on_the_page(
    room: Room, laptop: Laptop, solver: Late
) -> None:
    solver.tell()
    laptop.refresh("missions")
    assert ("flo" in without(laptop), book(laptop)["pending"]) == (True, 2)
    renew(room, laptop, lambda hall: hall.remove_participant("flo"))
    renew(room, laptop, lambda hall: hall.remove_participant("bob"))
    assert not {"flo", "bob"} & without(laptop)
    assert book(laptop)["pending"] == 1
    solver.tell()
    assert not {"flo", "bob"} & without(laptop)


def test_who_is_joined_to_another_before_new_reasons_arrive_is_one_person(
    room: Room, laptop: Laptop, solver: Late
) -> None:
    solver.tell()
    renew(
        room,
        laptop,
        lambda hall: hall.update_participant(replace(hall.find_participant("flo"), joined_to="bob")),
    )
    assert "flo" not in without(laptop)


def test_a_mission_removed_before_new_reasons_arrive_waits_for_nobody(room: Room, laptop: Laptop, solver: Late) -> None:
    solver.tell()
    renew(room, laptop, lambda hall: hall.remove_mission("laundry"))
    shown = {one["id"]: one for part in book(laptop)["challenges"] for one in part["missions"]}
    assert "laundry" not in shown
    assert book(laptop)["pending"] == 1


def test_reasons_that_arrive_after_newer_ones_are_left_aside(room: Room, laptop: Laptop, solver: Late) -> None:
    laptop.do("missions", "propose_assignments")
    solver.finish()
    laptop.follow_once()
    assert book(laptop)["pending"] == 0
    assert len(solver.why) == 1  # what was asked for before the proposal
    for person, interest in (("bob", -2), ("flo", 2)):
        room.write(lambda hall, who=person, wish=interest: hall.update_score(Score(who, "home", 2, wish)))  # type: ignore[misc]
    laptop.follow_once()
    assert len(solver.why) == 2
    solver.tell()
    assert book(laptop)["pending"] == 2
    solver.tell()
    laptop.refresh("missions")
    assert (book(laptop)["pending"], solver.why) == (2, [])


def test_what_was_proposed_is_explained_by_what_was_written_not_by_what_came_after(
    room: Room, laptop: Laptop, solver: Late, monkeypatch: pytest.MonkeyPatch
) -> None:
    laptop.do("missions", "propose_assignments")
    desk: Any = laptop.window
    perform = desk.store.perform

    def perform_and_change(visit: object, act: Callable[[Any], object]) -> object:
        done = perform(visit, act)
        room.write(lambda hall: hall.update_score(Score("ana", "home", 0, -2)))
        return done

    asked = len(solver.why)
    with monkeypatch.context() as patch:
        patch.setattr(desk.store, "perform", perform_and_change)
        solver.finish()
    laptop.follow_once()
    laptop.refresh("missions")
    assert len(solver.why) == asked + 1
    solver.tell()
    laptop.refresh("missions")
    assert book(laptop)["pending"] > 0


# -- what fails, and what is over -------------------------------------------------------------------------------------


def test_what_fails_in_a_thread_is_said_at_once_and_reasons_are_worked_out_on(room: Room) -> None:
    failing = [True]

    def solve(basis: Basis, locks: Sequence[Lock], tell: Callable[[float], None]) -> Trial:
        if failing and locks == ():
            failing.clear()
            raise ValueError("the solver failed")
        return try_locks(basis, locks)

    solver = MissionSolving(solve)
    laptop = room.laptop(solver=SolvesHere())
    desk: Any = laptop.window
    desk._solver = solver
    told: list[str] = []

    async def play() -> None:
        asyncio.get_running_loop().set_exception_handler(lambda _loop, _context: None)
        laptop.panels["missions"].answer("propose_assignments", {}, "one")
        assert book(laptop)["solving"]["state"] == "working"
        solver.explain(room.read(read_basis), lambda _found: told.append("why"))
        await until(lambda: told == ["why"] and book(laptop)["solving"]["state"] == "failed")
        assert "n’a pas abouti" in book(laptop)["solving"]["sentence"]

    asyncio.run(asyncio.wait_for(play(), 20))
    assert standing(room) == set()


def test_nothing_is_said_to_be_worked_out_where_what_it_rests_on_cannot_be_read(
    laptop: Laptop, solver: Late, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise StoreUnavailable("store-busy")

    desk: Any = laptop.window
    with monkeypatch.context() as patch:
        patch.setattr(desk.store, "read", fail)
        with pytest.raises(StoreUnavailable):
            desk._begin_solving("propose", 1, ())
    laptop.refresh("missions")
    assert (book(laptop)["solving"]["state"], solver.asked) == ("none", [])


def test_a_trial_of_somebody_who_is_erased_never_comes_back(room: Room, laptop: Laptop, solver: Late) -> None:
    attempt(laptop, "flo", "rounds")
    solver.finish()
    assert trial_of(laptop)["tried"][0]["id"] == "flo"
    room.write(lambda hall: hall.remove_participant("flo"))
    laptop.follow_once()
    assert (book(laptop)["trial"], solver.asked, solver.stopped) == (None, [], 1)


def test_a_trial_of_somebody_erased_while_it_is_worked_out_is_over(room: Room, laptop: Laptop, solver: Late) -> None:
    attempt(laptop, "flo", "rounds")
    room.write(lambda hall: hall.remove_participant("flo"))
    laptop.follow_once()
    solver.finish()
    assert (book(laptop)["trial"], book(laptop)["solving"]["state"], solver.asked) == (None, "none", [])


# -- what is said of it -----------------------------------------------------------------------------------------------


def test_who_had_two_missions_and_would_have_one_is_named(room: Room, laptop: Laptop, solver: Late) -> None:
    for person, mission in (("bob", "rounds"), ("bob", "laundry"), ("flo", "extra")):
        if mission == "extra":
            room.write(lambda hall: hall.add_mission(replace(hall.find_mission("rounds"), id="extra", title="Relais")))
        placed = Assignment(person, mission, Reason("by-hand"), by_hand=True)
        room.write(lambda hall, one=placed: hall.update_assignment(one))  # type: ignore[misc]
    offer = find_offer(room, "flo")
    room.write(lambda hall: hall.update_volunteer(replace(offer, max_missions=2)))
    laptop.follow_once()
    attempt(laptop, "bob", "rounds", stays=False)
    solver.finish()
    attempt(laptop, "flo", "rounds")
    solver.finish()
    moves = {one["id"]: (len(one["leaves"]), len(one["takes"])) for one in trial_of(laptop)["moves"]}
    assert moves == {"bob": (1, 0), "flo": (0, 1)}
    assert trial_of(laptop)["word"].startswith(
        "Hirondelle aurait moins de missions qu’avant. Églantine aurait davantage de missions qu’avant."
    )


def test_what_a_choice_by_hand_breaks_is_said_wherever_it_is_shown(room: Room, laptop: Laptop, solver: Late) -> None:
    offer = find_offer(room, "flo")
    room.write(
        lambda hall: hall.update_volunteer(
            replace(offer, reach=("Bourg",), sector="Bourg", until="2027-03-01", days=("evenings",))
        )
    )
    asked: dict[str, Any] = {"first_date": "2027-03-08", "begins": "10:00", "finishes": "12:00", "car": True}
    asked |= {"language": "LSF", "days": ("weekends",), "sector": "Hameau du Moulin"}
    for mission in ("rounds", "laundry"):
        room.write(lambda hall, one=mission: hall.update_mission(replace(hall.find_mission(one), **asked)))  # type: ignore[misc]
    laptop.follow_once()
    first = laptop.do("missions", "place_by_hand", participant="flo", mission="laundry", leaving=None)
    assert first["breaks"] == ["reach", "car", "language", "days", "until"]
    attempt(laptop, "flo", "rounds")
    solver.finish()
    (notes,) = (one["notes"] for one in trial_of(laptop)["moves"] if one["id"] == "flo")
    second = laptop.do("missions", "place_by_hand", participant="flo", mission="rounds", leaving=None)
    assert second["breaks"] == [*first["breaks"], "time", "most"]
    shown = {one["id"]: one for part in book(laptop)["challenges"] for one in part["missions"]}
    (breaks,) = (one["breaks"] for one in shown["rounds"]["people"] if one["id"] == "flo")
    assert notes == breaks
    assert breaks[4:] == [
        "Cette personne n’est plus libre après le 1er mars 2027, et la mission commence plus tard.",
        f"En même temps que «\u202f{shown['laundry']['title']}\u202f», que cette personne fait aussi.",
        "Avec cette mission, cette personne en a plus que prévu (1 au plus).",
    ]


# -- what it rests on -------------------------------------------------------------------------------------------------


def test_the_page_and_what_is_written_rest_on_the_same(room: Room) -> None:
    seat = Assignment("flo", "rounds", Reason("by-hand"), by_hand=True, status=AssignmentStatus.LATER)
    room.write(lambda hall: hall.update_assignment(seat))
    room.write(lambda hall: hall.update_participant(replace(hall.find_participant("bob"), joined_to="flo")))
    known, basis = room.read(lambda hall: (KnownMissions(hall, Translator("fr")).basis, read_basis(hall)))
    assert known == basis
    assert known.print == basis.print
