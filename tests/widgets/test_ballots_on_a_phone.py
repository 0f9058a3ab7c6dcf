"""Ballots of every kind on a phone: what one may put on them, what one is shown, and what nobody is."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

import pytest

from tests.widgets.conftest import MakeRoom
from tests.widgets.room import ANAS, Phone, Room, fill
from workshop_kit.domain.ballots import BallotMark, VoteKind, VoteRule
from workshop_kit.domain.course import Moment, Phase, Stage
from workshop_kit.domain.plans import Plan

RULES: Final = {
    VoteKind.DOTS: VoteRule(budget=3, most=3),
    VoteKind.GRADES: VoteRule(VoteKind.GRADES),
    VoteKind.STATEMENTS: VoteRule(VoteKind.STATEMENTS),
    VoteKind.BUDGET: VoteRule(VoteKind.BUDGET, to_spend=1000),
}
#: What is put on an option by each kind of ballot, and how it is kept.
PUT: Final[dict[VoteKind, tuple[str, dict[str, Any], int]]] = {
    VoteKind.DOTS: ("place_dots", {"count": 3}, 3),
    VoteKind.GRADES: ("give_grade", {"grade": 5}, 5),
    VoteKind.STATEMENTS: ("say_stance", {"stance": "disagree"}, -1),
    VoteKind.BUDGET: ("spend_on", {"points": 1}, 1),
}
each_kind = pytest.mark.parametrize("kind", VoteKind)


@pytest.fixture
def room(make_room: MakeRoom) -> Room:
    room = make_room(fill)
    room.walk_to(Moment.REVEAL)
    return room


def ask_by(room: Room, kind: VoteKind, **other: Any) -> Phone:
    """Have the room vote on the first challenge by a rule, and open ana's phone on it."""
    rule = replace(RULES[kind], **other)
    room.move(Moment.VOTE)
    room.write(lambda hall: hall.update_vote_rule("home", hall.find_challenge("home").round, rule))
    phone = room.phone(ANAS)
    if kind is VoteKind.BUDGET:
        costs = {one["id"]: 600 for one in look(phone)["options"]}
        room.write(lambda hall: hall.update_costs("home", costs))
        phone.follow_once()
    for option in list_ids(phone):  # what the filled room gave already is taken back: a vote begins here
        if kind is VoteKind.DOTS:
            phone.do("vote", "place_dots", challenge="home", option=option, count=0)
    return phone


def look(phone: Phone) -> dict[str, Any]:
    phone.refresh("vote")
    return dict(next(one for one in phone.model("vote")["challenges"] if one["id"] == "home"))


def list_ids(phone: Phone) -> list[str]:
    return [one["id"] for one in look(phone)["options"]]


def put(phone: Phone, kind: VoteKind, option: str, **other: Any) -> None:
    name, payload, _ = PUT[kind]
    phone.do("vote", name, challenge="home", option=option, **{**payload, **other})


def own(phone: Phone, option: str) -> int | None:
    shown = next(one for one in look(phone)["options"] if one["id"] == option)
    return int(shown["dots"]) or shown["mark"] if shown["mark"] is None else int(shown["mark"])


@each_kind
def test_what_is_put_on_a_ballot_shows_and_is_changed_until_the_vote_is_closed(room: Room, kind: VoteKind) -> None:
    phone = ask_by(room, kind)
    option = list_ids(phone)[0]
    put(phone, kind, option)
    assert own(phone, option) == PUT[kind][2]
    assert look(phone)["marked"] == 1
    nothing: dict[VoteKind, dict[str, Any]] = {
        VoteKind.DOTS: {"count": 0},
        VoteKind.GRADES: {"grade": None},
        VoteKind.STATEMENTS: {"stance": None},
        VoteKind.BUDGET: {"points": 0},
    }
    put(phone, kind, option, **nothing[kind])
    assert own(phone, option) in (None, 0)
    assert look(phone)["marked"] == 0
    room.move(Moment.RESULTS, phone)
    name, payload, _ = PUT[kind]
    assert phone.ask("vote", name, challenge="home", option=option, **payload)["closed"] is True


@each_kind
def test_a_ballot_of_another_kind_is_refused(room: Room, kind: VoteKind) -> None:
    phone = ask_by(room, kind)
    option = list_ids(phone)[0]
    for other in set(VoteKind) - {kind}:
        name, payload, _ = PUT[other]
        phone.refuse("vote", name, challenge="home", option=option, **payload)
    assert look(phone)["marked"] == 0


@each_kind
def test_no_phone_is_given_what_others_put_nor_what_an_option_gathered_before_the_results(
    room: Room, kind: VoteKind
) -> None:
    bob = ask_by(room, kind)
    before = bob.model("vote")
    ana = room.phone("browser of another")
    ana.join("Mésange")
    put(ana, kind, list_ids(ana)[0])
    bob.follow_once()
    assert look(bob) == dict(next(one for one in before["challenges"] if one["id"] == "home"))
    shown = look(bob)["options"][0]
    assert not {"supporters", "rank", "judgment", "stances", "funded"} & shown.keys()
    room.move(Moment.RESULTS, bob)
    room.unveil()
    bob.follow_once()
    assert {one["my_mark"] for one in look(bob)["options"]} == {None}
    assert any(one["supporters"] or one["stances"] for one in look(bob)["options"])


@each_kind
def test_the_results_have_ones_own_part_by_its_kind(room: Room, kind: VoteKind) -> None:
    phone = ask_by(room, kind)
    option = list_ids(phone)[0]
    put(phone, kind, option)
    room.move(Moment.RESULTS, phone)
    room.write(lambda hall: hall.update_challenge(replace(hall.find_challenge("home"), stage=Stage.CLOSED)))
    phone.follow_once()
    result = look(phone)
    assert result["rule"]["kind"] == kind
    mine = next(one for one in result["options"] if one["id"] == option)
    part = (mine["my_dots"], None) if kind is VoteKind.DOTS else (0, mine["my_mark"])
    assert part == ((3, None) if kind is VoteKind.DOTS else (0, PUT[kind][2]))


def test_ideas_come_in_an_order_of_each_persons_own(room: Room) -> None:
    ask_by(room, VoteKind.STATEMENTS)
    orders = set()
    for number in range(12):
        phone = room.phone(f"browser {number}")
        phone.join("Mésange" + "abcdefghijkl"[number])
        orders.add(tuple(list_ids(phone)))
        assert [one["number"] for one in look(phone)["options"]] == list(range(1, len(list_ids(phone)) + 1))
    assert len(orders) > 1
    assert len({frozenset(order) for order in orders}) == 1


def test_a_budget_is_not_overspent_and_what_has_no_cost_is_not_chosen(room: Room) -> None:
    phone = ask_by(room, VoteKind.BUDGET)
    first, second, *_ = list_ids(phone)
    put(phone, VoteKind.BUDGET, first)
    assert look(phone)["spent"] == 600
    phone.refuse("vote", "spend_on", challenge="home", option=second, points=1)
    put(phone, VoteKind.BUDGET, first, points=0)
    room.write(lambda hall: hall.update_costs("home", {second: None}))
    phone.refuse("vote", "spend_on", challenge="home", option=second, points=1)


@each_kind
def test_in_a_second_round_one_reads_what_one_gave_before_and_nothing_is_put_back(room: Room, kind: VoteKind) -> None:
    phone = ask_by(room, kind)
    option = list_ids(phone)[0]
    put(phone, kind, option)
    room.move(Moment.RESULTS, phone)
    room.write(lambda hall: _vote_again(hall, RULES[kind]))
    phone.follow_once()
    shown = next(one for one in look(phone)["options"] if one["id"] == option)
    assert (shown["before"], shown["dots"], shown["mark"]) == (PUT[kind][2], 0, None)
    assert look(phone)["again"] is True
    put(phone, kind, option)
    room.write(lambda hall: hall.update_challenge(replace(hall.find_challenge("home"), stage=Stage.RESULTS)))
    room.unveil()
    phone.follow_once()
    phone.refresh("vote")
    results = look(phone)
    assert results["round"] == 2
    if results["covered"] == 0:
        assert next(one for one in results["options"] if one["id"] == option)["before"] is not None


def _vote_again(hall: Any, rule: VoteRule) -> None:
    known = hall.find_challenge("home")
    hall.update_challenge(replace(known, stage=Stage.VOTE, round=known.round + 1, plan=Plan.NOMINAL))
    hall.update_vote_rule("home", known.round + 1, rule)


@each_kind
def test_what_one_gave_says_what_one_put_on_each_ballot(room: Room, kind: VoteKind) -> None:
    phone = ask_by(room, kind)
    put(phone, kind, list_ids(phone)[0])
    phone.do("thanks", "look_at_what_i_gave", opened=True)
    (given,) = (one for one in phone.model("thanks")["given"]["challenges"] if one["id"] == "home")
    if kind is VoteKind.DOTS:
        assert [one["count"] for one in given["dots"]] == [3]
    else:
        assert [(one["kind"], one["value"]) for one in given["marks"]] == [(kind, PUT[kind][2])]


@each_kind
def test_who_erases_themselves_erases_their_ballots_of_every_round(room: Room, kind: VoteKind) -> None:
    phone = ask_by(room, kind)
    put(phone, kind, list_ids(phone)[0])
    room.write(lambda hall: _vote_again(hall, hall.find_vote_rule("home")))
    phone.follow_once()
    put(phone, kind, list_ids(phone)[0])
    assert {one.round for one in room.read(lambda hall: hall.list_votes("home", "ana", every_round=True))} == {1, 2}
    phone.do("thanks", "erase", with_ideas=True)
    assert room.read(lambda hall: hall.list_votes("home", "ana", every_round=True)) == ()


def test_who_has_said_nothing_is_encouraged_on_their_own_page_alone(room: Room) -> None:
    phone = ask_by(room, VoteKind.GRADES)
    assert look(phone)["nudged"] is False
    room.write(lambda hall: hall.update_challenge(replace(hall.find_challenge("home"), nudged_at=room.moment)))
    phone.follow_once()
    assert look(phone)["nudged"] is True
    put(phone, VoteKind.GRADES, list_ids(phone)[0])
    assert look(phone)["nudged"] is False
    put(phone, VoteKind.GRADES, list_ids(phone)[0], grade=None)
    assert look(phone)["nudged"] is True
    phone.do("ideas", "finish", challenge="home", stage="vote", finished=True)
    assert look(phone)["nudged"] is False


def test_writing_is_encouraged_until_one_writes_or_says_that_one_is_done(make_room: MakeRoom) -> None:
    room = make_room(fill)
    room.walk_to(Moment.WRITING)
    phone = room.phone("browser of a newcomer").join("Mésange")
    room.write(lambda hall: hall.update_challenge(replace(hall.find_challenge("home"), nudged_at=room.moment)))
    phone.follow_once()
    assert phone.model("ideas")["challenges"][0]["nudged"] is True
    assert room.phone(ANAS).model("ideas")["challenges"][0]["nudged"] is False  # who wrote is let be
    phone.do("ideas", "write_idea", challenge="home", text="Un minibus", source=None)
    assert phone.model("ideas")["challenges"][0]["nudged"] is False


def test_an_author_who_is_asked_answers_and_all_read_it_without_a_name(room: Room) -> None:
    ana, other = room.phone(ANAS), room.phone("browser of another")
    other.join("Mésange")
    mine = room.read(lambda hall: next(one for one in hall.list_ideas("home", ana.me.id) if not one.held))
    ana.refuse("ideas", "answer_question", idea=mine.id, answer="Celui de la rue haute")  # nobody asks
    room.write(lambda hall: hall.update_idea(replace(mine, asked=True, discuss=True)))
    for phone in (ana, other):
        phone.follow_once()
    assert [one["id"] for one in ana.model("ideas")["challenges"][0]["asked"]] == [mine.id]
    assert other.model("ideas")["challenges"][0]["asked"] == []
    other.refuse("ideas", "answer_question", idea=mine.id, answer="Pas le mien")
    ana.do("ideas", "answer_question", idea=mine.id, answer="Celui de la rue haute")
    other.follow_once()
    ideas = [one for option in other.model("ideas")["challenges"][0]["options"] for one in option["ideas"]]
    assert [(one["answer"], one["discuss"]) for one in ideas if one["answer"]] == [("Celui de la rue haute", True)]
    assert ana.me.pseudonym not in other.everything()


def test_a_challenge_written_from_home_is_open_before_the_room_works_and_no_other_is(make_room: MakeRoom) -> None:
    room = make_room(fill)
    phone = room.phone(ANAS)

    def open_at_home(plan: Plan) -> None:
        room.write(
            lambda hall: hall.update_challenge(replace(hall.find_challenge("home"), stage=Stage.WRITING, plan=plan))
        )
        phone.follow_once()

    open_at_home(Plan.NOMINAL)
    assert phone.model("ideas")["visible"] is False
    open_at_home(Plan.PREWORK)
    assert room.workshop().phase is Phase.WELCOME
    (challenge,) = phone.model("ideas")["challenges"]
    assert (challenge["id"], challenge["ahead"]) == ("home", True)
    written = phone.do("ideas", "write_idea", challenge="home", text="Un minibus", source=None)["idea"]
    room.change(phase=Phase.WORK)
    phone.follow_once()
    (challenge,) = phone.model("ideas")["challenges"]
    assert challenge["ahead"] is False
    assert written in {one["id"] for one in challenge["ideas"]}


def test_marks_of_one_round_are_no_ballot_of_the_next(room: Room) -> None:
    phone = ask_by(room, VoteKind.GRADES)
    option = list_ids(phone)[0]
    room.write(lambda hall: hall.update_ballot_mark(BallotMark(phone.me.id, "home", option, VoteKind.GRADES, 4, 7)))
    phone.follow_once()
    assert own(phone, option) is None
