"""Slips of missions: their code opens one person's proposals and nothing else; answers on paper keep their trace."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.widgets.conftest import MakeRoom
from tests.widgets.room import NOON, SECRETS, Laptop, Phone, Room, fill
from workshop_kit.domain.course import Moment
from workshop_kit.domain.model import Assignment, AssignmentStatus, Origin, Participant, Reason, Volunteer
from workshop_kit.domain.seat_codes import write_code
from workshop_kit.live.acts.erasing import erase_person
from workshop_kit.live.acts.returning import OF_A_BROWSER
from workshop_kit.live.acts.slip_codes import find_slip_holder, list_slip_codes
from workshop_kit.store import Repository

#: Everything a page may ask that is no answer to a mission, of somebody who sits nowhere.
REFUSED: tuple[tuple[str, str, dict[str, Any]], ...] = (
    ("offer", "withdraw_offer", {}),
    ("offer", "answer_offer", {"challenges": ["home"], "willing": True}),
    ("thanks", "erase", {"with_ideas": True}),
    ("seat", "put_others_out", {}),
    ("seat", "part_seats", {}),
    ("ideas", "write_idea", {"challenge": "home", "text": "Une idée", "source": None}),
)


def add_rosa(hall: Any) -> None:
    """Add somebody whom only a file knows, with contact details and a mission proposed."""
    hall.add_participant(Participant("rosa", "Rosa Ferré", "", "", Origin.FILE, NOON))
    details = Volunteer(
        "rosa", "Rosa Ferré", "rosa@example.net", "02 61 91 00 77", "", NOON, "aider", may_show_name=True
    )
    hall.update_volunteer(details)
    hall.update_assignment(Assignment("rosa", "laundry", Reason("assigned", {"competence": 2, "interest": 1})))


@pytest.fixture
def room(make_room: MakeRoom) -> Room:
    made = make_room(fill, add_rosa)
    made.walk_to(Moment.MISSIONS)
    return made


def code_of(room: Room, person: str = "rosa") -> str:
    return write_code(room.read(lambda hall: list_slip_codes(hall)[person]))


def open_slip(room: Room, visitor: str = "borrowed", person: str = "rosa") -> Phone:
    phone = room.phone(visitor)
    phone.do("join", "return_to_seat", code=code_of(room, person))
    return phone


def find_answer(room: Room, person: str = "rosa", mission: str = "laundry") -> Assignment:
    given = room.read(lambda hall: hall.list_assignments(person))
    return next(one for one in given if one.mission == mission)


def find_details(room: Room) -> Volunteer:
    found = room.read(lambda hall: hall.find_volunteer("rosa"))
    assert found is not None
    return found


def test_a_slip_s_code_opens_the_mission_page_of_its_person_and_their_answer_is_kept(room: Room) -> None:
    phone = open_slip(room)
    (mission,) = phone.model("mission")["missions"]
    assert (mission["id"], mission["status"]) == ("laundry", "proposed")
    assert phone.model("seat")["slip"] is True
    assert phone.model("seat")["pseudonym"] is None
    assert phone.model("join") == {"visible": False}
    assert phone.model("mission")["offered"] == "no", "it leads to no offer"
    phone.do("mission", "answer_mission", mission="laundry", answer="accepted")
    assert find_answer(room).status is AssignmentStatus.ACCEPTED
    assert phone.model("mission")["missions"][0]["status"] == "accepted"


def test_it_opens_nothing_else_of_theirs_and_never_their_contact_details(room: Room) -> None:
    phone = open_slip(room)
    shown = phone.everything()
    for secret in ("rosa@example.net", "02 61 91 00 77", "Rosa", *SECRETS):
        assert secret not in shown
    for panel in ("ideas", "vote", "scores", "offer", "thanks"):
        assert phone.model(panel)["visible"] is False
    for panel, intention, payload in REFUSED:
        phone.refuse(panel, intention, **payload)
    assert find_details(room).email == "rosa@example.net"


def test_nobody_else_is_asked_for_contact_details_by_a_slip(room: Room) -> None:
    bare = replace(find_details(room), email="", phone="")
    room.write(lambda hall: hall.update_volunteer(bare))
    assert open_slip(room).model("mission")["reachable"] is True
    said = {
        "name": "X",
        "email": "x@example.net",
        "phone": "",
        "challenges": [],
        "may_show_name": True,
        "consent": True,
    }
    open_slip(room).refuse("offer", "offer_help", **said)


def test_a_slip_is_put_away_and_the_browser_is_nobody_s(room: Room) -> None:
    phone = open_slip(room)
    phone.do("seat", "close_slip")
    assert phone.model("mission") == {"visible": False}
    assert phone.model("join")["visible"] is True
    assert room.read(lambda hall: hall.find_participant_by_visitor("borrowed")) is None
    phone.refuse("mission", "answer_mission", mission="laundry", answer="accepted")


def test_another_visit_knows_nothing_of_it_until_the_code_comes_again(room: Room) -> None:
    open_slip(room)
    again = room.phone("borrowed")
    assert again.model("mission") == {"visible": False}


def test_it_opens_at_the_thanks_too_and_before_the_missions_not_at_all(make_room: MakeRoom) -> None:
    room = make_room(fill, add_rosa)
    room.walk_to(Moment.OFFER)
    room.phone("early").refuse("join", "return_to_seat", code=code_of(room))
    room.move(Moment.MISSIONS)
    room.move(Moment.THANKS)
    assert open_slip(room).model("mission")["missions"][0]["id"] == "laundry"


def test_a_slip_answers_for_its_own_missions_alone(room: Room) -> None:
    room.write(lambda hall: hall.update_assignment(Assignment("bob", "laundry", Reason("by-hand"))))
    phone = open_slip(room)
    others = room.read(lambda hall: [one.id for one in hall.list_missions() if one.id != "laundry"])
    for mission in others:
        phone.refuse("mission", "answer_mission", mission=mission, answer="accepted")
    assert find_answer(room, "bob").status is AssignmentStatus.PROPOSED


def test_codes_are_guessed_as_slowly_as_those_of_seats(room: Room) -> None:
    phone = room.phone("guesser")
    wrong = [phone.refuse("join", "return_to_seat", code=f"222-22{sign}") for sign in "34567"]
    assert len(wrong) == OF_A_BROWSER
    assert phone.refuse("join", "return_to_seat", code=code_of(room)) not in wrong[:1], "not even compared any more"
    assert phone.model("mission") == {"visible": False}


def test_whoever_sits_in_the_room_learns_nothing_of_another_s_slip(room: Room) -> None:
    phone = room.phone("new").join("Mésange")
    phone.refuse("join", "return_to_seat", code=code_of(room))
    assert phone.me.pseudonym == "Mésange"


def test_the_code_of_somebody_who_was_erased_or_taken_off_opens_nothing(room: Room) -> None:
    code = code_of(room)
    opened = open_slip(room)
    room.write(lambda hall: erase_person(hall, "rosa", NOON, with_ideas=True))
    opened.follow_once()
    assert opened.model("mission") == {"visible": False}
    room.phone("late").refuse("join", "return_to_seat", code=code)
    assert room.read(lambda hall: find_slip_holder(hall, code.replace("-", ""))) is None


def test_a_slip_whose_only_mission_was_taken_off_still_leads_to_no_offer(room: Room, laptop: Laptop) -> None:
    opened = open_slip(room)
    laptop.do("missions", "take_off", participant="rosa", mission="laundry")
    opened.follow_once()
    shown = opened.model("mission")
    assert (shown["missions"], shown["offered"], shown["slip"]) == ([], "no", True)
    assert room.phone("anas").model("mission").get("slip") is not True


def test_a_wrong_code_is_compared_without_a_look_at_the_seats_for_each_person(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    def ask(hall: Repository) -> None:
        for person in ("bob", "cle", "dan"):
            hall.update_assignment(Assignment(person, "laundry", Reason("by-hand")))

    room.write(ask)
    looks: list[str] = []
    monkeypatch.setattr(Repository, "find_seat_by_code", lambda _hall, code: looks.append(code))
    room.phone("guesser").refuse("join", "return_to_seat", code="222-222")
    assert looks == ["222222"]


def test_a_code_that_is_somebody_s_seat_s_too_is_printed_on_no_slip(room: Room) -> None:
    code = code_of(room).replace("-", "")
    room.write(lambda hall: hall.set_seat_code("bob", code))
    assert "rosa" not in room.read(list_slip_codes)


def test_a_slip_printed_before_two_seats_were_joined_opens_nothing_for_the_one_that_stands_no_more(room: Room) -> None:
    code, laptop = code_of(room), room.laptop()
    laptop.do("people", "join_seats", participant="rosa", to="dan")
    room.phone("late").refuse("join", "return_to_seat", code=code)
    phone = open_slip(room, person="dan")
    assert [one["id"] for one in phone.model("mission")["missions"]] == ["laundry"]
    laptop.do("people", "join_seats", participant="rosa", to=None)
    room.phone("later").do("join", "return_to_seat", code=code)


def test_a_page_that_a_slip_opened_shows_and_answers_nothing_of_whom_its_seat_was_joined_to(room: Room) -> None:
    room.write(lambda hall: hall.update_assignment(Assignment("dan", "rounds", Reason("by-hand"))))
    opened, laptop = open_slip(room), room.laptop()
    laptop.do("people", "join_seats", participant="rosa", to="dan")
    for mission in ("rounds", "laundry"):  # the page was not told yet
        opened.refuse("mission", "answer_mission", mission=mission, answer="accepted")
    opened.follow_once()
    assert opened.model("mission") == {"visible": False}
    assert "Tour de garde" not in opened.everything()
    assert find_answer(room, "dan", "rounds").status is AssignmentStatus.PROPOSED
    laptop.do("people", "join_seats", participant="rosa", to=None)
    again = open_slip(room, "borrowed again")
    assert [one["id"] for one in again.model("mission")["missions"]] == ["laundry"]


def test_the_page_of_the_seat_that_stands_shows_both_s_missions_and_its_own_once_they_are_parted(room: Room) -> None:
    room.write(lambda hall: hall.update_assignment(Assignment("dan", "rounds", Reason("by-hand"))))
    opened, laptop = open_slip(room, person="dan"), room.laptop()
    laptop.do("people", "join_seats", participant="rosa", to="dan")
    opened.follow_once()
    assert {one["id"] for one in opened.model("mission")["missions"]} == {"rounds", "laundry"}
    laptop.do("people", "join_seats", participant="rosa", to=None)
    opened.refuse("mission", "answer_mission", mission="laundry", answer="accepted")
    opened.follow_once()
    assert [one["id"] for one in opened.model("mission")["missions"]] == ["rounds"]
    assert find_answer(room).status is AssignmentStatus.PROPOSED


def test_each_person_has_a_code_of_their_own_which_stays(room: Room) -> None:
    room.write(lambda hall: hall.update_assignment(Assignment("bob", "laundry", Reason("by-hand"))))
    first, again = room.read(list_slip_codes), room.read(list_slip_codes)
    assert first == again
    assert len(set(first.values())) == len(first) > 1


# -- answers that came on paper ---------------------------------------------------------------------------------------


def type_in(laptop: Laptop, answer: str, said: str = "", person: str = "rosa") -> None:
    laptop.do("voices", "type_answer", participant=person, mission="laundry", answer=answer, said=said)


def read_person(laptop: Laptop, name: str) -> Any:
    laptop.refresh("voices")
    return next(one for one in laptop.model("voices")["slips"]["people"] if one["name"] == name)


@pytest.mark.parametrize(
    ("answer", "status", "another"),
    [
        ("yes", AssignmentStatus.ACCEPTED, False),
        ("another", AssignmentStatus.DECLINED, True),
        ("no", AssignmentStatus.DECLINED, False),
        ("later", AssignmentStatus.LATER, False),
    ],
)
def test_an_answer_on_paper_is_kept_with_who_typed_it(
    room: Room, answer: str, status: AssignmentStatus, another: bool
) -> None:
    laptop = room.laptop()
    type_in(laptop, answer, "J’ai mal au dos, 06 39 98 01 23")
    kept = find_answer(room)
    assert (kept.status, kept.another) == (status, another)
    assert ("mal au dos" in kept.said) is (status is AssignmentStatus.DECLINED)
    assert "06 39" not in kept.said
    (mission,) = read_person(laptop, "Rosa Ferré")["missions"]
    assert "Noté par la personne qui anime" in mission["trace"]
    assert mission["another"] is another


def test_what_somebody_answered_themselves_has_no_trace_and_is_not_typed_over(room: Room) -> None:
    room.write(lambda hall: hall.link_visitor("anas", "ana"))
    room.write(lambda hall: hall.update_assignment(Assignment("ana", "laundry", Reason("by-hand"))))
    room.phone("anas").do("mission", "answer_mission", mission="laundry", answer="declined")
    laptop = room.laptop()
    laptop.refuse("voices", "type_answer", participant="ana", mission="laundry", answer="yes")
    assert find_answer(room, "ana").status is AssignmentStatus.DECLINED
    shown = [one for one in laptop.model("voices")["slips"]["people"] if one["id"] == "ana"]
    assert [mission["trace"] for one in shown for mission in one["missions"] if mission["id"] == "laundry"] == [""]


def test_who_said_not_now_on_a_phone_and_left_answers_on_paper(room: Room) -> None:
    room.write(lambda hall: hall.link_visitor("anas", "ana"))
    room.write(lambda hall: hall.update_assignment(Assignment("ana", "laundry", Reason("by-hand"))))
    room.phone("anas").do("mission", "answer_mission", mission="laundry", answer="later")
    room.write(lambda hall: hall.update_participant(replace(hall.find_participant("ana"), away_at=NOON)))
    type_in(room.laptop(), "yes", person="ana")
    assert find_answer(room, "ana").status is AssignmentStatus.ACCEPTED


def test_an_answer_that_was_typed_in_may_be_corrected_though_they_have_a_phone(room: Room) -> None:
    room.write(lambda hall: hall.link_visitor("anas", "ana"))
    room.write(lambda hall: hall.update_assignment(Assignment("ana", "laundry", Reason("by-hand"))))
    laptop = room.laptop()
    type_in(laptop, "no", person="ana")
    type_in(laptop, "another", person="ana")
    assert find_answer(room, "ana").another is True


def test_what_a_phone_answered_since_is_not_typed_over_though_it_says_the_same(room: Room) -> None:
    room.write(lambda hall: hall.link_visitor("anas", "ana"))
    room.write(lambda hall: hall.update_assignment(Assignment("ana", "laundry", Reason("by-hand"))))
    laptop, phone = room.laptop(), room.phone("anas")
    type_in(laptop, "yes", person="ana")
    for own in ("later", "accepted"):
        phone.do("mission", "answer_mission", mission="laundry", answer=own)
    laptop.refuse("voices", "type_answer", participant="ana", mission="laundry", answer="no")
    assert find_answer(room, "ana").status is AssignmentStatus.ACCEPTED
    shown = [one for one in laptop.model("voices")["slips"]["people"] if one["id"] == "ana"]
    assert [mission["trace"] for one in shown for mission in one["missions"] if mission["id"] == "laundry"] == [""]


def test_nothing_is_typed_in_for_a_mission_that_was_not_proposed(room: Room) -> None:
    room.laptop().refuse("voices", "type_answer", participant="dan", mission="laundry", answer="yes")


def test_who_is_counted_without_a_phone_is_not_in_the_room_with_one(room: Room) -> None:
    slips = room.laptop().model("voices")["slips"]
    assert read_person(room.laptop(), "Rosa Ferré")["here"] is False
    assert 1 <= slips["without"] <= slips["waiting"]
    type_in(room.laptop(), "yes")
    after = room.laptop().model("voices")["slips"]
    assert after["without"] == slips["without"] - 1
