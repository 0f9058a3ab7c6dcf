"""A second vote after a discussion: everybody is asked anew, both votes are kept, and the shift is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from tests.widgets.conftest import MakeRoom
from tests.widgets.room import ANAS, Phone, Room, fill
from workshop_kit.domain.ballots import VoteKind, VoteRule
from workshop_kit.domain.course import Moment
from workshop_kit.domain.plans import Plan
from workshop_kit.live.challenge import read_options
from workshop_kit.live.tallies import read_tallies_before


@pytest.fixture
def room(make_room: MakeRoom) -> Room:
    """A room that has voted once on a challenge that its plan has it vote on twice."""
    room = make_room(fill)
    room.write(lambda hall: hall.update_challenge(replace(hall.find_challenge("home"), plan=Plan.NOMINAL)))
    room.walk_to(Moment.RESULTS)
    room.unveil()
    return room


def read_ballot(phone: Phone) -> dict[str, Any]:
    phone.refresh("vote")
    return next(one for one in phone.model("vote")["challenges"] if one["id"] == "home")


def test_nothing_is_put_back_by_itself_and_what_was_given_before_is_told(room: Room) -> None:
    first = [one.count for one in room.read(lambda hall: hall.list_dots("home")) if one.participant == "ana"]
    assert first
    room.move(Moment.VOTE)
    assert room.read(lambda hall: hall.list_votes("home")) == ()
    ballot = read_ballot(room.phone(ANAS))
    assert ballot["again"]
    assert ballot["spent"] == ballot["marked"] == 0
    assert sum(one["before"] or 0 for one in ballot["options"]) == sum(first)


def test_who_comes_between_the_two_votes_is_told_of_no_first_vote_of_theirs(room: Room) -> None:
    late = room.phone("late").join("Sureau tardif")
    room.move(Moment.VOTE)
    assert read_ballot(late)["again"] is False
    assert read_ballot(room.phone(ANAS))["again"] is True


def test_the_first_of_two_votes_is_said_to_be_for_the_discussion_and_the_second_is_not(room: Room) -> None:
    phone = room.phone(ANAS)
    assert read_ballot(phone)["discussed"] is True
    room.move(Moment.VOTE)
    room.move(Moment.RESULTS)
    assert read_ballot(phone)["discussed"] is False


def test_what_an_author_answered_stands_on_the_ballot_without_how_to_reach_them(room: Room) -> None:
    phone = room.phone(ANAS)
    told = room.read(lambda hall: next(one for one in hall.list_ideas("home", "ana") if not one.held))
    room.write(lambda hall: hall.update_idea(replace(told, asked=True, answer="La nuit ; 06 12 34 56 78")))
    room.move(Moment.VOTE)
    answers = [answer for one in read_ballot(phone)["options"] for answer in one["answers"] if answer]
    assert [answer.startswith("La nuit") for answer in answers] == [True]
    assert "34 56" not in answers[0]


def test_both_votes_are_kept(room: Room) -> None:
    before = room.read(lambda hall: hall.list_dots("home"))
    room.move(Moment.VOTE)
    phone = room.phone(ANAS)
    option = read_ballot(phone)["options"][0]["id"]
    phone.do("vote", "place_dots", challenge="home", option=option, count=1)
    room.move(Moment.RESULTS)
    kept = room.read(lambda hall: hall.list_dots("home", every_round=True))
    assert {one.round for one in kept} == {1, 2}
    assert tuple(one for one in kept if one.round == 1) == before
    known = room.challenge()
    earlier = room.read(lambda hall: read_tallies_before(hall, known, read_options(hall, known)))
    assert sum(one.dots for one in earlier.values()) == sum(one.count for one in before)


def test_a_vote_taken_back_and_begun_again_goes_on_with_what_was_given(room: Room) -> None:
    laptop = room.laptop()
    since = laptop.model("course")["since"]
    moved = laptop.do("course", "move_challenge_on", challenge="home", stage="vote", since=since, read_first=False)
    phone = room.phone(ANAS)
    option = read_ballot(phone)["options"][0]["id"]
    phone.do("vote", "place_dots", challenge="home", option=option, count=1)
    laptop.follow_once()
    laptop.do("course", "take_back", move=moved["move"])
    since = laptop.model("course")["since"]
    laptop.do("course", "move_challenge_on", challenge="home", stage="vote", since=since, read_first=False)
    assert [one.count for one in room.read(lambda hall: hall.list_dots("home"))] == [1]


def test_what_is_asked_otherwise_the_second_time_has_nothing_beside_it(room: Room) -> None:
    room.write(lambda hall: hall.update_vote_rule("home", 2, VoteRule(VoteKind.GRADES)))
    room.move(Moment.VOTE)
    ballot = read_ballot(room.phone(ANAS))
    assert ballot["rule"]["kind"] == "grades"
    assert all(one["before"] is None and one["mark"] is None for one in ballot["options"])
    known = room.challenge()
    assert room.read(lambda hall: read_tallies_before(hall, known, read_options(hall, known))) == {}


def test_the_rule_of_a_round_stays_once_somebody_voted_in_it(room: Room) -> None:
    laptop = room.laptop()
    refused = laptop.refuse("course", "set_vote_rule", challenge="home", kind="grades")
    assert "second tour" in refused
    room.move(Moment.VOTE)
    laptop.follow_once()
    laptop.do("course", "set_vote_rule", challenge="home", kind="grades", grades=5)
    phone = room.phone(ANAS)
    option = read_ballot(phone)["options"][0]["id"]
    assert "autre manière" in phone.refuse("vote", "place_dots", challenge="home", option=option, count=1)
    phone.refuse("vote", "give_grade", challenge="home", option=option, grade=2)
    phone.do("vote", "give_grade", challenge="home", option=option, grade=4)
    assert next(one["mark"] for one in read_ballot(phone)["options"] if one["id"] == option) == 4
    phone.do("vote", "give_grade", challenge="home", option=option)
    assert read_ballot(phone)["marked"] == 0


def test_a_budget_is_counted_once_for_every_page(make_room: MakeRoom) -> None:
    room = make_room(fill)
    rule = VoteRule(VoteKind.BUDGET, to_spend=100)
    room.write(lambda hall: hall.update_vote_rule("home", 1, rule))
    room.walk_to(Moment.VOTE)
    phone = room.phone(ANAS)
    first, second = (one["id"] for one in read_ballot(phone)["options"][:2])
    assert "coût" in phone.refuse("vote", "spend_on", challenge="home", option=first, points=1)
    room.laptop().do("course", "set_cost", challenge="home", option=first, cost=80)
    room.laptop().do("course", "set_cost", challenge="home", option=second, cost=40)
    phone.follow_once()
    phone.do("vote", "spend_on", challenge="home", option=first, points=1)
    assert "20" in phone.refuse("vote", "spend_on", challenge="home", option=second, points=1)
    assert read_ballot(phone)["spent"] == 80
    room.move(Moment.RESULTS)
    room.unveil()
    told = {one["id"]: one["funded"] for one in read_ballot(phone)["options"]}
    assert told[first] is True
    assert told[second] is False


def test_each_phone_has_statements_in_an_order_of_its_own_that_stays(make_room: MakeRoom) -> None:
    room = make_room(fill)
    room.write(lambda hall: hall.update_vote_rule("home", 1, VoteRule(VoteKind.STATEMENTS)))
    room.walk_to(Moment.VOTE)
    orders = []
    for number in range(6):
        room.moment += timedelta(seconds=1)  # who comes later takes a later place in the order
        phone = room.phone(f"new-{number}").join(f"Repère {number}")
        orders.append([one["id"] for one in read_ballot(phone)["options"]])
        option = orders[-1][0]
        phone.do("vote", "say_stance", challenge="home", option=option, stance="pass")
        assert [one["id"] for one in read_ballot(phone)["options"]] == orders[-1]
    assert {frozenset(order) for order in orders} == {frozenset(orders[0])}
    assert len({tuple(order) for order in orders}) > 1
    first = [order[0] for order in orders]
    assert max(first.count(one) for one in first) <= len(orders) / 2


def test_a_press_of_the_first_vote_that_comes_late_is_no_ballot_of_the_second(room: Room) -> None:
    phone = room.phone(ANAS)
    phone.refresh("vote")
    room.move(Moment.VOTE)
    ballot = read_ballot(phone)
    option = ballot["options"][0]["id"]
    late = phone.ask("vote", "place_dots", challenge="home", option=option, count=1, round=1)
    assert late["closed"] is True
    assert "vote d’avant" in late["sentence"]
    assert room.read(lambda hall: hall.list_votes("home")) == ()
    phone.do("vote", "place_dots", challenge="home", option=option, count=1, round=ballot["round"])
    assert [one.count for one in room.read(lambda hall: hall.list_dots("home"))] == [1]


def list_again(room: Room) -> dict[str, str]:
    laptop = room.laptop()
    laptop.refresh("course")
    home = next(one for one in laptop.model("course")["challenges"] if one["id"] == "home")
    return {one["code"]: one["stage"] for one in home["again"]}


def test_taking_up_again_before_the_second_vote_promises_nobody_their_first_one(room: Room) -> None:
    assert list_again(room) == {"again-writing-empty": "writing"}, "the second vote is what comes next anyway"
    room.move(Moment.CHOICE)
    again = {"again-writing-empty": "writing", "vote-again": "vote", "again-results": "results"}
    assert list_again(room) == again, "skipped, it is still the one that begins empty"
    room.move(Moment.VOTE)
    assert room.read(lambda hall: hall.list_votes("home")) == ()


def test_a_third_vote_starts_from_the_second_and_says_so(room: Room) -> None:
    room.move(Moment.VOTE)
    phone = room.phone(ANAS)
    option = read_ballot(phone)["options"][0]["id"]
    phone.do("vote", "place_dots", challenge="home", option=option, count=1)
    room.move(Moment.RESULTS)
    assert list_again(room) == {"again-writing": "writing", "again-vote": "vote"}
    room.move(Moment.VOTE)
    assert [one.count for one in room.read(lambda hall: hall.list_dots("home"))] == [1]
