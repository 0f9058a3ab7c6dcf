"""Whom the facilitator takes off a mission: a person's phone never says that they declined what they did not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.widgets.conftest import MakeRoom
from tests.widgets.room import Laptop, Phone, Room
from workshop_kit.domain.course import Moment
from workshop_kit.domain.model import Assignment, AssignmentStatus, Origin, Reason
from workshop_kit.store import Repository


def silence(hall: Repository) -> None:
    """Dan has no phone, and a mission is proposed to him."""
    hall.update_participant(replace(hall.find_participant("dan"), origin=Origin.PROXY))
    kept = next(one for one in hall.list_assignments() if one.participant == "bob")
    hall.update_assignment(replace(kept, participant="dan", status=AssignmentStatus.PROPOSED))


@pytest.fixture
def room(make_missions: MakeRoom) -> Room:
    return make_missions(silence)


def find(room: Room, participant: str, mission: str) -> Assignment:
    rows = room.read(lambda hall: hall.list_assignments(participant))
    return next(one for one in rows if one.mission == mission)


def decide(room: Room, status: AssignmentStatus) -> None:
    decided = replace(find(room, "ana", "rounds"), status=status)
    room.write(lambda hall: hall.update_assignment(decided))


def test_who_was_taken_off_is_not_said_to_have_declined(room: Room, laptop: Laptop, ana: Phone) -> None:
    decide(room, AssignmentStatus.PROPOSED)
    laptop.do("missions", "take_off", participant="ana", mission="rounds")
    ana.follow_once()
    assert ana.model("mission")["missions"] == []
    assert ana.model("mission")["called_off"] == []
    ana.do("thanks", "look_at_what_i_gave", opened=True)
    assert ana.model("thanks")["given"]["missions"] == []


def test_who_had_accepted_reads_that_the_mission_counts_on_them_no_more(room: Room, laptop: Laptop, ana: Phone) -> None:
    for _ in range(2):  # a second press forgets nothing
        laptop.do("missions", "take_off", participant="ana", mission="rounds")
    ana.follow_once()
    assert ana.model("mission")["missions"] == []
    assert ana.model("mission")["called_off"] == ["Tour de garde"]
    room.move(Moment.THANKS, ana)
    given = ana.model("thanks")["given"]
    assert (given["missions"], given["called_off"]) == ([], ["Tour de garde"])


def test_who_is_moved_off_a_mission_they_had_accepted_reads_it_as_if_taken_off(
    room: Room, laptop: Laptop, ana: Phone
) -> None:
    room.write(lambda hall: hall.update_mission(replace(hall.find_mission("laundry"), places=3)))
    laptop.do("missions", "place_by_hand", participant="ana", mission="laundry", leaving="rounds")
    ana.follow_once()
    shown = ana.model("mission")
    assert [(one["title"], one["status"]) for one in shown["missions"]] == [("Accueil de la laverie", "proposed")]
    assert shown["called_off"] == ["Tour de garde"]


def test_before_a_mission_is_removed_the_page_knows_who_said_yes_to_it(room: Room, laptop: Laptop) -> None:
    accepted = Assignment("bob", "rounds", Reason("by-hand"), by_hand=True, status=AssignmentStatus.ACCEPTED)
    room.write(lambda hall: hall.update_assignment(accepted))
    proposed = replace(accepted, participant="cle", status=AssignmentStatus.PROPOSED)
    room.write(lambda hall: hall.update_assignment(proposed))
    laptop.do("missions", "take_off", participant="ana", mission="rounds")  # she may not have read it yet
    laptop.refresh("missions")
    (rounds,) = [one for one in laptop.model("missions")["challenges"][0]["missions"] if one["id"] == "rounds"]
    assert sorted(rounds["accepted"]) == ["Coquelicot", "Hirondelle"]


def test_before_somebody_is_taken_off_the_page_knows_whether_a_phone_of_theirs_tells_them(
    room: Room, laptop: Laptop
) -> None:
    read = {
        person["id"]: person["has_phone"]
        for mission in laptop.model("missions")["challenges"][0]["missions"]
        for person in mission["people"]
    }
    assert read == {"ana": True, "bob": True, "dan": False}


def test_who_speaks_for_themselves_on_a_second_seat_has_a_phone(room: Room, laptop: Laptop) -> None:
    laptop.do("people", "join_seats", participant="cle", to="dan")
    laptop.refresh("missions")
    people = [one for mission in laptop.model("missions")["challenges"][0]["missions"] for one in mission["people"]]
    assert {one["id"]: one["has_phone"] for one in people} == {"ana": True, "bob": True, "dan": True}


def test_who_is_put_back_by_hand_is_asked_anew(room: Room, laptop: Laptop, ana: Phone) -> None:
    laptop.do("missions", "take_off", participant="ana", mission="rounds")
    laptop.do("missions", "place_by_hand", participant="ana", mission="rounds")
    ana.follow_once()
    assert [one["status"] for one in ana.model("mission")["missions"]] == ["proposed"]
    assert ana.model("mission")["called_off"] == []


def test_who_declined_by_themselves_still_reads_it(room: Room, ana: Phone) -> None:
    ana.do("mission", "answer_mission", mission="rounds", answer="declined")
    assert [one["status"] for one in ana.model("mission")["missions"]] == ["declined"]


def test_a_no_of_somebody_s_own_stays_their_own_when_they_are_taken_off(room: Room, laptop: Laptop, ana: Phone) -> None:
    ana.do("mission", "answer_mission", mission="rounds", answer="declined")
    before = find(room, "ana", "rounds")
    laptop.do("missions", "take_off", participant="ana", mission="rounds")
    assert find(room, "ana", "rounds") == before


def test_who_is_taken_off_goes_with_nobody_any_more(room: Room, laptop: Laptop) -> None:
    beside = replace(find(room, "dan", "laundry"), beside="bob")
    room.write(lambda hall: hall.update_assignment(beside))
    laptop.do("missions", "take_off", participant="dan", mission="laundry")
    assert find(room, "dan", "laundry").beside is None


def test_whoever_speaks_for_somebody_taken_off_reads_nothing_of_it(room: Room, laptop: Laptop) -> None:
    laptop.do("missions", "take_off", participant="dan", mission="laundry")
    laptop.refresh("voices")
    (dan,) = [one for one in laptop.model("voices")["people"] if one["id"] == "dan"]
    assert dan["missions"] == []
    assert dan["answer"]["done"] == 0


@pytest.mark.parametrize("status", [AssignmentStatus.ACCEPTED, AssignmentStatus.PROPOSED])
def test_placing_somebody_where_they_are_keeps_what_they_answered(
    room: Room, laptop: Laptop, status: AssignmentStatus
) -> None:
    decide(room, status)
    before = find(room, "ana", "rounds")
    laptop.do("missions", "place_by_hand", participant="ana", mission="rounds")
    assert find(room, "ana", "rounds") == replace(before, by_hand=True)


def test_an_answer_given_on_another_seat_is_kept_when_the_person_is_placed_again(room: Room, laptop: Laptop) -> None:
    laptop.do("people", "join_seats", participant="ana", to="cle")
    laptop.do("missions", "place_by_hand", participant="cle", mission="rounds")
    assert find(room, "cle", "rounds").status is AssignmentStatus.ACCEPTED
    assert not [one for one in room.read(lambda hall: hall.list_assignments("ana")) if one.mission == "rounds"]


def test_before_a_placement_the_page_knows_who_offered_who_said_no_and_who_can_be_reached(
    room: Room, laptop: Laptop, ana: Phone
) -> None:
    ana.do("mission", "answer_mission", mission="rounds", answer="declined")
    room.write(lambda hall: hall.update_participant(replace(hall.find_participant("cle"), may_ask=False)))
    laptop.follow_once()
    laptop.refresh("missions")
    asked = laptop.model("missions")["asked"]
    assert asked["ana"] == {"offers": ["home"], "said_no": [], "declined": ["rounds"], "reachable": True}
    assert asked["cle"] == {"offers": [], "said_no": ["home", "move"], "declined": [], "reachable": False}
    assert asked["dan"] == {"offers": [], "said_no": [], "declined": [], "reachable": False}


def test_a_mission_somebody_was_taken_off_is_not_said_to_be_declined_by_them(room: Room, laptop: Laptop) -> None:
    laptop.do("missions", "take_off", participant="ana", mission="rounds")
    assert laptop.model("missions")["asked"]["ana"]["declined"] == []
