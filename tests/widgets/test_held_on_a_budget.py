"""Ideas held back and given back while a room spends a budget: nobody spends more than they have for that."""

from __future__ import annotations

import pytest

from tests.widgets.conftest import MakeRoom
from tests.widgets.room import NOON, Phone, Room, fill
from tests.widgets.test_ballots_on_a_phone import ask_by, look, put
from workshop_kit.domain.ballots import BallotMark, VoteKind
from workshop_kit.domain.course import Moment
from workshop_kit.live.acts.erasing import erase_person


@pytest.fixture
def room(make_room: MakeRoom) -> Room:
    room = make_room(fill)
    room.walk_to(Moment.REVEAL)
    return room


def find_both(phone: Phone) -> tuple[str, str]:
    """Return an idea by itself and another option."""
    ids = {one["lone"]: one["id"] for one in look(phone)["options"]}
    return ids[True], ids[False]


def spend_twice(room: Room, phone: Phone, points: int) -> tuple[str, str]:
    """Spend on an idea, on another once the first is held back, and have the first given back."""
    lone, other = find_both(phone)
    put(phone, VoteKind.BUDGET, lone, points=points)
    laptop = room.laptop()
    laptop.do("ideas", "hold_idea", idea=lone, reason="À relire")
    phone.follow_once()
    put(phone, VoteKind.BUDGET, other, points=points)
    laptop.do("ideas", "hold_idea", idea=lone, reason="")
    phone.follow_once()
    return lone, other


@pytest.mark.parametrize(("points_each", "spent"), [(10, 10), (0, 600)])
def test_what_was_spent_elsewhere_meanwhile_does_not_come_back(room: Room, points_each: int, spent: int) -> None:
    phone = ask_by(room, VoteKind.BUDGET, points=points_each)
    lone, other = spend_twice(room, phone, points_each or 1)
    assert look(phone)["spent"] == spent
    assert {one["id"]: one["mark"] for one in look(phone)["options"]} == {lone: None, other: points_each or 1}


def test_points_come_back_as_far_as_their_owner_still_has_them(room: Room) -> None:
    phone = ask_by(room, VoteKind.BUDGET, points=10)
    lone, other = spend_twice(room, phone, 7)
    assert {one["id"]: one["mark"] for one in look(phone)["options"]} == {lone: 3, other: 7}


def test_something_can_be_taken_back_whatever_else_lost_its_cost(room: Room) -> None:
    phone = ask_by(room, VoteKind.BUDGET, points=10)
    lone, other = find_both(phone)
    put(phone, VoteKind.BUDGET, lone, points=4)
    put(phone, VoteKind.BUDGET, other, points=4)
    room.write(lambda hall: hall.update_costs("home", {lone: None}))
    put(phone, VoteKind.BUDGET, other, points=5)
    put(phone, VoteKind.BUDGET, other, points=0)
    put(phone, VoteKind.BUDGET, lone, points=0)
    assert look(phone)["marked"] == 0


def test_the_sum_reaches_others_once_an_idea_is_held_back_after_the_results(room: Room) -> None:
    phone = ask_by(room, VoteKind.BUDGET, to_spend=1200)
    lone, other = find_both(phone)
    put(phone, VoteKind.BUDGET, lone)
    put(phone, VoteKind.BUDGET, other)
    costs = {lone: 1200, other: 700}
    room.write(lambda hall: hall.update_costs("home", costs))
    room.move(Moment.RESULTS, phone)
    funded = {one["id"] for one in look(phone)["options"] if one["funded"]}
    assert funded == {other}
    laptop = room.laptop()
    (idea, *more) = room.read(lambda hall: next(one.members for one in hall.list_groups("home") if one.id == other))
    for one in (idea, *more):
        laptop.do("ideas", "hold_idea", idea=one, reason="À relire")
    phone.follow_once()
    assert {one["id"] for one in look(phone)["options"] if one["funded"]} == {lone}


def list_funded(room: Room) -> set[str]:
    return room.read(lambda hall: set(hall.list_funded("home") or ()))


def end_vote_of_three(room: Room) -> tuple[str, str]:
    """Have ana want one idea and two others another, of which the sum reaches one; return theirs, then hers."""
    phone = ask_by(room, VoteKind.BUDGET, to_spend=1200)
    lone, other = find_both(phone)
    room.write(lambda hall: hall.update_costs("home", {lone: 1200, other: 1200}))
    for person in ("bob", "cle"):
        mark = BallotMark(person, "home", lone, VoteKind.BUDGET, 1)
        room.write(lambda hall, mark=mark: hall.update_ballot_mark(mark))  # type: ignore[misc]
    put(phone, VoteKind.BUDGET, other)
    room.move(Moment.RESULTS, phone)
    assert list_funded(room) == {lone}
    return lone, other


def test_the_sum_is_counted_again_once_somebody_is_erased(room: Room) -> None:
    _, other = end_vote_of_three(room)
    for person in ("bob", "cle"):
        room.write(lambda hall, person=person: erase_person(hall, person, NOON, with_ideas=False))  # type: ignore[misc]
    assert list_funded(room) == {other}


def test_the_sum_is_counted_again_once_two_seats_are_one_person_or_two_again(room: Room) -> None:
    lone, other = end_vote_of_three(room)
    laptop = room.laptop()
    laptop.do("people", "join_seats", participant="cle", to="bob")
    assert list_funded(room) == {other}, "one against one"
    laptop.do("people", "join_seats", participant="cle", to=None)
    assert list_funded(room) == {lone}
