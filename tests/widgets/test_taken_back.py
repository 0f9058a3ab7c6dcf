"""Help that is taken back: what is asked no more, what stands until a no of its own, and each consent by itself."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.widgets.conftest import MakeRoom
from tests.widgets.room import NOON, Phone, Room
from workshop_kit.domain.answer_traces import read_answers
from workshop_kit.domain.forms import Consent, Purpose
from workshop_kit.domain.model import Assignment, AssignmentStatus, AssignmentStep, Mission, Reason, Volunteer
from workshop_kit.live.acts.assigning import assign, keep_step
from workshop_kit.live.acts.contributing import list_who_accepted
from workshop_kit.live.acts.undoing import undo_step
from workshop_kit.live.contract.participant.offer import Car
from workshop_kit.store import Repository

CLES = "second browser"
OPEN = [AssignmentStatus.PROPOSED, AssignmentStatus.LATER]
DETAILS = {"name": "Odette Petit", "email": "odette@exemple.fr", "phone": ""}


def ask_ana(hall: Repository) -> None:
    """Ana accepted the guard; the laundry, and one under the other challenge, are proposed to her."""
    hall.add_mission(Mission("bus", "move", "Accompagner", 1))
    hall.remove_assignment("bob", "laundry")
    hall.update_assignment(Assignment("ana", "laundry", Reason("by-hand")))
    hall.update_volunteer(replace(find(hall, "ana"), challenges=("home", "move")))
    hall.update_assignment(Assignment("ana", "bus", Reason("by-hand")))
    hall.link_visitor(CLES, "cle")


def find(hall: Repository, person: str) -> Volunteer:
    found = hall.find_volunteer(person)
    assert found is not None
    return found


@pytest.fixture
def room(make_missions: MakeRoom) -> Room:
    return make_missions(ask_ana)


def own(room: Room, person: str = "ana") -> dict[str, AssignmentStatus]:
    return {one.mission: one.status for one in room.read(lambda hall: hall.list_assignments(person))}


def put(room: Room, mission: str, status: AssignmentStatus, person: str = "ana", *, by_hand: bool = False) -> None:
    given = Assignment(person, mission, Reason("by-hand"), by_hand=by_hand, status=status)
    room.write(lambda hall: hall.update_assignment(given))


def shown(phone: Phone) -> dict[str, Any]:
    phone.follow_once()
    return {one["id"]: one for one in phone.model("mission")["missions"]}


# -- proposals --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("status", OPEN)
@pytest.mark.parametrize("by_hand", [False, True])
def test_who_withdraws_is_asked_nothing_more_at_once_and_the_place_is_free(
    room: Room, ana: Phone, status: AssignmentStatus, *, by_hand: bool
) -> None:
    put(room, "laundry", status, by_hand=by_hand)
    laptop = room.laptop()
    ana.do("offer", "withdraw_offer")
    assert own(room) == {"rounds": AssignmentStatus.ACCEPTED}
    assert list(shown(ana)) == ["rounds"]
    assert "plus" in ana.refuse("mission", "answer_mission", mission="laundry", answer="accepted")
    laptop.refresh("missions")
    home, _ = laptop.model("missions")["challenges"]
    (laundry,) = [one for one in home["missions"] if one["id"] == "laundry"]
    assert (laundry["waiting"], laundry["people"]) == (0, [])


def test_that_a_proposal_went_with_the_offer_is_kept_and_the_facilitator_waits_for_no_slip(
    room: Room, ana: Phone
) -> None:
    laptop = room.laptop()
    assert laptop.model("voices")["slips"]["withdrawn"] == []
    ana.do("offer", "withdraw_offer")
    traces = read_answers(room.read(lambda hall: hall.list_changes(0)))
    assert {(pair, one.answer, one.by) for pair, one in traces.items()} == {
        (("ana", "laundry"), "withdrawn", ""),
        (("ana", "bus"), "withdrawn", ""),
    }
    laptop.refresh("voices")
    lines = laptop.model("voices")["slips"]["withdrawn"]
    assert len(lines) == 2
    assert any("Accueil de la laverie" in one for one in lines)
    assert all(one.startswith("Coquelicot a retiré son offre") for one in lines)
    put(room, "laundry", AssignmentStatus.PROPOSED)
    laptop.refresh("voices")
    assert len(laptop.model("voices")["slips"]["withdrawn"]) == 1, "what is asked again is waited for again"


def test_an_accepted_mission_stands_until_a_no_and_both_sides_are_told_so(room: Room, ana: Phone) -> None:
    assert shown(ana)["rounds"]["alone"] is False
    ana.do("offer", "withdraw_offer")
    assert shown(ana)["rounds"]["alone"] is True
    laptop = room.laptop()
    home, _ = laptop.model("missions")["challenges"]
    (person,) = home["missions"][0]["people"]
    assert (person["status"], person["offered"]) == ("accepted", False)
    ana.do("mission", "answer_mission", mission="rounds", answer="declined")
    assert own(room) == {"rounds": AssignmentStatus.DECLINED}


def test_a_not_me_takes_what_is_proposed_there_along_and_nothing_else(room: Room, ana: Phone) -> None:
    ana.do("offer", "answer_offer", challenges=["move"], willing=False)
    assert own(room) == {"rounds": AssignmentStatus.ACCEPTED, "laundry": AssignmentStatus.PROPOSED}
    assert shown(ana)["rounds"]["alone"] is False
    ana.do("offer", "answer_offer", challenges=["home"], willing=False)
    assert own(room) == {"rounds": AssignmentStatus.ACCEPTED}
    assert shown(ana)["rounds"]["alone"] is True


def test_a_not_me_leaves_what_stands_elsewhere_by_hand_for_who_offered_nothing(room: Room) -> None:
    put(room, "bus", AssignmentStatus.PROPOSED, "cle", by_hand=True)
    put(room, "laundry", AssignmentStatus.PROPOSED, "cle", by_hand=True)
    cle = room.phone(CLES)
    cle.do("offer", "answer_offer", challenges=["home"], willing=False)
    assert own(room, "cle") == {"bus": AssignmentStatus.PROPOSED}


def test_a_yes_takes_nothing_away(room: Room, ana: Phone) -> None:
    before = own(room)
    ana.do("offer", "answer_offer", challenges=["home", "move"], willing=True)
    assert own(room) == before


def test_what_went_comes_back_by_no_undo_and_by_no_new_proposal(room: Room, ana: Phone) -> None:
    put(room, "laundry", AssignmentStatus.LATER)

    def take_off(hall: Repository) -> None:
        off = replace(
            next(one for one in hall.list_assignments("ana") if one.mission == "laundry"),
            reason=Reason("taken-off"), status=AssignmentStatus.DECLINED, by_hand=True,
        )  # fmt: skip
        made = AssignmentStep(0, "taken-off", {}, NOON, undone=False, changes=())
        keep_step(hall, made, lambda: hall.update_assignment(off))

    room.write(take_off)
    ana.do("offer", "withdraw_offer")
    room.write(undo_step)
    assert own(room)["laundry"] is AssignmentStatus.DECLINED
    room.write(assign)
    assert [one for one, status in own(room).items() if status in OPEN] == []


def test_joined_seats_are_one_person_of_whom_nothing_is_asked_on_either(room: Room, ana: Phone) -> None:
    put(room, "bus", AssignmentStatus.PROPOSED, "cle")
    room.laptop().do("people", "join_seats", participant="cle", to="ana")
    ana.do("offer", "withdraw_offer")
    assert own(room, "cle") == {}
    assert own(room) == {"rounds": AssignmentStatus.ACCEPTED}


def test_who_speaks_for_somebody_takes_open_proposals_along(room: Room) -> None:
    laptop = room.laptop()
    person = laptop.do("voices", "add_voice", pseudonym="Mamie", category="resident", sector="")["id"]
    laptop.do("voices", "let_ask_as", participant=person, may_ask=True)
    put(room, "laundry", AssignmentStatus.PROPOSED, person)
    laptop.do("voices", "let_ask_as", participant=person, may_ask=False)
    assert own(room, person) == {}


def test_nothing_is_published_of_who_did_not_say_yes(room: Room, ana: Phone) -> None:
    ana.do("offer", "withdraw_offer")
    assignments = room.read(lambda hall: hall.list_assignments())
    assert list_who_accepted(assignments, "rounds") == ("ana",)
    assert list_who_accepted(assignments, "laundry") == ()
    assert room.read(lambda hall: hall.find_volunteer("ana")) is None, "and no name is kept to be shown"


# -- consents ---------------------------------------------------------------------------------------------------------


@pytest.fixture
def cle(room: Room) -> Phone:
    phone = room.phone(CLES)
    phone.do("offer", "answer_offer", challenges=["home"], willing=True)
    said = {
        "max_missions": 2,
        "often": "le soir",
        "days": [],
        "until": "",
        "reach": [],
        "car": Car.YES,
        "languages": [],
    }
    phone.do("offer", "say_terms", **said)
    put(room, "laundry", AssignmentStatus.PROPOSED, "cle")
    return phone


@pytest.mark.parametrize("purpose", ["news", "invite"])
def test_the_news_alone_are_taken_back_and_the_yes_goes_on(room: Room, cle: Phone, purpose: str) -> None:
    cle.do("offer", "offer_help", **DETAILS, challenges=[], consent=False, also=[purpose])
    cle.do("thanks", "look_at_what_i_gave", opened=True)
    cle.follow_once()
    agreed = {one["purpose"]: one["on"] for one in cle.model("form")["purposes"] if one["on"]}
    assert agreed == {purpose: "23 novembre 2026"}
    cle.do("form", "take_consent_back", purpose=purpose)
    kept = room.read(lambda hall: find(hall, "cle"))
    assert (kept.name, kept.email, kept.consents) == ("", "", ())
    assert (kept.challenges, kept.max_missions, kept.often, kept.car) == (("home",), 2, "le soir", True)
    assert own(room, "cle") == {"laundry": AssignmentStatus.PROPOSED}


def test_one_of_two_goes_and_the_other_keeps_its_day(room: Room, cle: Phone) -> None:
    cle.do("offer", "offer_help", **DETAILS, challenges=[], consent=True, also=["news", "invite"])
    cle.do("form", "take_consent_back", purpose="news")
    kept = room.read(lambda hall: find(hall, "cle"))
    assert [one.purpose for one in kept.list_purposes()] == [Purpose.INVITE, Purpose.MISSION]
    assert (kept.email, own(room, "cle")) == (DETAILS["email"], {"laundry": AssignmentStatus.PROPOSED})


def test_that_to_a_mission_goes_by_itself_with_what_it_offered(room: Room, cle: Phone) -> None:
    cle.do("offer", "offer_help", **DETAILS, challenges=[], consent=True, also=["news"])
    cle.do("form", "take_consent_back", purpose="mission")
    kept = room.read(lambda hall: find(hall, "cle"))
    assert (kept.consented_at, kept.purpose, kept.challenges, kept.max_missions) == (None, "", (), 1)
    assert isinstance(kept.consents[0], Consent)
    assert ([one.purpose for one in kept.consents], kept.email) == ([Purpose.NEWS], DETAILS["email"])
    assert room.read(lambda hall: hall.find_participant("cle")).may_ask is None
    assert own(room, "cle") == {}
    cle.follow_once()
    assert (cle.model("offer")["kept"]["mission"], cle.model("offer")["agreed"]) == (False, ["news"])


def test_a_purpose_that_was_not_agreed_to_changes_nothing(room: Room, cle: Phone) -> None:
    before = room.read(lambda hall: find(hall, "cle"))
    cle.do("form", "take_consent_back", purpose="mission")
    assert room.read(lambda hall: find(hall, "cle")) == before
    assert room.read(lambda hall: hall.list_withdrawals()) == ()
