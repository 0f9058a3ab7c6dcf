"""A mission on the phone: every answer, what crosses what, who goes with whom, and what a phone may learn of others."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from tests.widgets.conftest import MakeRoom
from tests.widgets.room import ANAS, MILL, NOON, Laptop, Phone, Room
from workshop_kit.domain.course import Moment
from workshop_kit.domain.forms import Day
from workshop_kit.domain.model import (
    Assignment,
    AssignmentStatus,
    Mission,
    Origin,
    Participant,
    Reason,
    Score,
    Volunteer,
)
from workshop_kit.i18n import Translator
from workshop_kit.live.acts.assigning import assign
from workshop_kit.live.acts.erasing import erase_person
from workshop_kit.store import Repository

BOBS = "bob's browser"
#: Ana knows the work, bob begins beside her; cle, who is on it too, may not be named.
SCORES = {"ana": (3, 2), "bob": (0, 1), "cle": (2, 1)}
FAR = 424242


def join_them(hall: Repository) -> None:
    """Three are on the guard, of whom ana accepted; nothing says who anybody is."""
    hall.link_visitor(BOBS, "bob")
    hall.update_mission(replace(hall.find_mission("rounds"), places=4, min_competence=2))
    for person in ("ana", "bob"):
        hall.remove_volunteer(person)
    for assignment in hall.list_assignments():
        hall.remove_assignment(assignment.participant, assignment.mission)
    for person, (competence, interest) in SCORES.items():
        hall.update_score(Score(person, "home", competence, interest))
        code = "assigned-beside" if person == "bob" else "assigned"
        reason = Reason(code, {"competence": competence, "interest": interest})
        beside = "ana" if person == "bob" else None
        hall.update_assignment(Assignment(person, "rounds", reason, beside=beside))


@pytest.fixture
def room(make_missions: MakeRoom) -> Room:
    return make_missions(join_them)


@pytest.fixture
def bob(room: Room) -> Phone:
    return room.phone(BOBS)


def own(phone: Phone, mission: str = "rounds") -> dict[str, Any]:
    phone.follow_once()
    return next(one for one in phone.model("mission")["missions"] if one["id"] == mission)


def answer(phone: Phone, reply: str, **more: object) -> None:
    phone.do("mission", "answer_mission", mission="rounds", answer=reply, **more)


def kept(room: Room, person: str, mission: str = "rounds") -> Assignment:
    return next(one for one in room.read(lambda hall: hall.list_assignments(person)) if one.mission == mission)


def accept(room: Room, person: str) -> None:
    accepted = replace(kept(room, person), status=AssignmentStatus.ACCEPTED)
    room.write(lambda hall: hall.update_assignment(accepted))


def pair_with(room: Room, mentor: str | None, beginner: str = "bob") -> None:
    room.write(lambda hall: hall.update_assignment(replace(kept_in(hall, beginner), beside=mentor)))


def kept_in(hall: Repository, person: str) -> Assignment:
    return next(one for one in hall.list_assignments(person) if one.mission == "rounds")


# -- the answers ------------------------------------------------------------------------------------------------------


def test_not_now_is_an_answer_that_holds_the_place_and_may_be_changed(room: Room, ana: Phone) -> None:
    answer(ana, "later")
    assert (own(ana)["status"], kept(room, "ana").status) == ("later", AssignmentStatus.LATER)
    assert room.phone(ANAS).model("mission") == ana.model("mission")
    answer(ana, "accepted")
    assert kept(room, "ana").status is AssignmentStatus.ACCEPTED


def test_a_no_bears_a_word_and_the_wish_for_another_and_both_go_with_the_no(room: Room, ana: Phone) -> None:
    answer(ana, "declined", another=True)
    answer(ana, "declined", another=True, said="trop loin, appelez le 06 39 98 41 27")
    no = kept(room, "ana")
    assert (no.another, no.said.startswith("trop loin")) == (True, True)
    assert "06" not in no.said, "no way to be reached stands in it"
    assert (own(ana)["said"], own(ana)["another"]) == (no.said, True)
    answer(ana, "accepted", said="kept for nothing", another=True)
    assert (kept(room, "ana").said, kept(room, "ana").another) == ("", False)


@pytest.mark.parametrize("more", [{"said": "x" * 161}, {"said": 3}, {"another": "yes"}, {"answer": "proposed"}])
def test_an_answer_that_makes_no_sense_changes_nothing(room: Room, ana: Phone, more: dict[str, object]) -> None:
    ana.refuse("mission", "answer_mission", **{"mission": "rounds", "answer": "declined", **more})
    assert kept(room, "ana").status is AssignmentStatus.PROPOSED


def test_a_second_tap_and_a_letter_that_comes_twice_change_nothing_more(room: Room, ana: Phone) -> None:
    letter = {"mission": "rounds", "answer": "accepted"}
    first = ana.ask("mission", "answer_mission", "letter-1", **letter)
    assert ana.ask("mission", "answer_mission", "letter-1", **letter) == first
    assert ana.ask("mission", "answer_mission", "letter-2", **letter)["ok"]
    answer(ana, "later")
    ana.ask("mission", "answer_mission", "letter-1", **letter)
    assert kept(room, "ana").status is AssignmentStatus.LATER, "an old letter does not undo a newer answer"


@pytest.mark.parametrize("reply", ["accepted", "later"])
def test_who_said_no_takes_a_place_again_only_while_there_is_one(room: Room, ana: Phone, reply: str) -> None:
    answer(ana, "declined")
    room.write(lambda hall: hall.update_mission(replace(hall.find_mission("rounds"), places=2)))
    later = replace(kept(room, "cle"), status=AssignmentStatus.LATER)
    room.write(lambda hall: hall.update_assignment(later))  # and "not now" holds its place
    assert "complète" in ana.refuse("mission", "answer_mission", mission="rounds", answer=reply)
    assert kept(room, "ana").status is AssignmentStatus.DECLINED


def test_a_no_is_never_proposed_again(room: Room, ana: Phone) -> None:
    answer(ana, "declined", another=True)
    room.write(lambda hall: hall.update_participant(replace(hall.find_participant("ana"), may_ask=True)))
    room.write(assign)
    assert kept(room, "ana").status is AssignmentStatus.DECLINED
    assert own(ana)["status"] == "declined"


# -- what crosses what ------------------------------------------------------------------------------------------------


def test_a_yes_that_crosses_a_new_proposal_is_refused_and_the_page_shows_how_things_stand(
    room: Room, ana: Phone
) -> None:
    room.write(lambda hall: hall.remove_assignment("ana", "rounds"))
    assert "plus, proposée" in ana.refuse("mission", "answer_mission", mission="rounds", answer="accepted")
    assert ana.model("mission")["missions"] == []


def test_a_new_proposal_leaves_who_said_not_now_where_they_are(room: Room, ana: Phone) -> None:
    answer(ana, "later")
    room.write(assign)
    assert kept(room, "ana").status is AssignmentStatus.LATER


def test_a_yes_to_a_mission_that_was_removed_meanwhile_is_refused(room: Room, ana: Phone) -> None:
    room.write(lambda hall: hall.remove_mission("rounds"))
    ana.refuse("mission", "answer_mission", mission="rounds", answer="accepted")
    assert ana.model("mission")["missions"] == []


def test_a_yes_to_another_day_than_was_read_is_refused_and_a_no_is_kept(room: Room, ana: Phone) -> None:
    read = own(ana)["read"]
    room.write(lambda hall: hall.update_mission(replace(hall.find_mission("rounds"), first_date="2026-12-08")))
    refused = ana.refuse("mission", "answer_mission", mission="rounds", answer="accepted", read=read)
    assert "changer" in refused
    assert kept(room, "ana").status is AssignmentStatus.PROPOSED
    answer(ana, "declined", read=read)
    answer(ana, "accepted", read=own(ana)["read"])
    assert kept(room, "ana").status is AssignmentStatus.ACCEPTED


def test_who_answers_for_it_may_change_without_a_yes_being_lost(room: Room, ana: Phone) -> None:
    read = own(ana)["read"]
    room.write(
        lambda hall: hall.update_mission(replace(hall.find_mission("rounds"), owner="M. Petit", next_step="Oui"))
    )
    answer(ana, "accepted", read=read)


def test_the_day_is_said_with_its_name_and_its_hours(room: Room, ana: Phone) -> None:
    day: Any = {"first_date": "2026-12-08", "begins": "19:00", "finishes": "22:30", "last_date": "2027-06-30"}
    room.write(lambda hall: hall.update_mission(replace(hall.find_mission("rounds"), **day)))
    shown = own(ana)
    assert shown["first_date"].replace("\xa0", " ") == "mardi 8 décembre 2026, 19 h – 22 h 30"
    assert shown["last_date"].replace("\xa0", " ") == "mercredi 30 juin 2027"
    room.write(lambda hall: hall.update_mission(replace(hall.find_mission("rounds"), last_date="2026-12-08")))
    assert own(ana)["last_date"] == ""
    odd: Any = {"first_date": "soon", "begins": "late"}  # in a folder that is somebody else's work
    room.write(lambda hall: hall.update_mission(replace(hall.find_mission("rounds"), **odd)))
    assert own(ana)["first_date"] == ""


def test_hours_without_a_day_days_of_the_week_a_car_and_a_language_reach_the_person(room: Room, ana: Phone) -> None:
    asked: Any = {"first_date": "", "begins": "19:00", "finishes": "21:30", "days": (Day.EVENINGS, Day.WEEKENDS)}
    room.write(
        lambda hall: hall.update_mission(replace(hall.find_mission("rounds"), **asked, car=True, language="LSF"))
    )
    shown = {key: str(own(ana)[key]).replace("\xa0", " ").replace("\u202f", " ") for key in ("hours", "days", "needs")}
    assert shown == {"hours": "19 h – 21 h 30", "days": "le soir, le week-end", "needs": "une voiture ; langue : LSF"}
    odd: Any = {"begins": "", "car": False}
    room.write(lambda hall: hall.update_mission(replace(hall.find_mission("rounds"), **odd)))
    assert own(ana)["hours"].replace("\xa0", " ") == "jusqu’à 21 h 30"
    assert own(ana)["needs"].endswith("LSF")
    begun: Any = {"first_date": "2026-12-08", "begins": "19:00"}
    room.write(lambda hall: hall.update_mission(replace(hall.find_mission("rounds"), **begun)))
    assert own(ana)["hours"] == "", "they stand beside the day"


def test_details_left_for_the_news_alone_are_shown_as_kept_and_never_by_a_code(room: Room, ana: Phone) -> None:
    asked = {"name": "Ana", "email": "", "phone": "06 39 98 41 27", "challenges": ["home"], "consent": False}
    answer(ana, "accepted")
    ana.do("mission", "offer_help", **asked, also=["news"])
    ana.follow_once()
    shown = ana.model("mission")
    assert (shown["reachable"], shown["kept"]["name"], shown["kept"]["mission"]) == (False, "Ana", False)
    assert shown["kept"]["phone"]
    room.write(lambda hall: hall.bring_browser("another browser", "ana", NOON))
    coming = room.phone("another browser").model("mission")["kept"]
    assert (coming["concealed"], coming["name"], coming["phone"]) == (True, "", "")


def test_without_whom_a_place_would_stay_empty_is_said_in_words(room: Room, ana: Phone) -> None:
    assert "vide" not in own(ana)["reason"]
    needed = replace(kept(room, "ana"), reason=Reason("assigned", {"competence": 3, "interest": 2, "needed": 1}))
    room.write(lambda hall: hall.update_assignment(needed))
    assert own(ana)["reason"].endswith("Sans vous, une place resterait vide.")


# -- who else is on it ------------------------------------------------------------------------------------------------


def test_nobody_is_said_to_be_on_a_mission_before_they_accepted_it(bob: Phone) -> None:
    shown = own(bob)
    assert (shown["names"], shown["others"]) == ([], 0)
    assert "Coquelicot" not in bob.everything()


def test_who_accepted_and_let_nobody_say_who_they_are_is_one_other_person(room: Room, bob: Phone) -> None:
    accept(room, "cle")
    shown = own(bob)
    assert (shown["names"], shown["others"]) == ([], 1)
    assert "Girouette" not in bob.everything()


def test_who_let_it_be_said_is_named_as_they_left_their_name_else_by_their_pseudonym(
    room: Room, ana: Phone, bob: Phone
) -> None:
    answer(ana, "accepted")
    assert (own(bob)["names"], own(bob)["others"]) == ([], 1)
    ana.do("mission", "let_show_name", yes=True)
    assert (own(bob)["names"], own(bob)["others"]) == (["Coquelicot"], 0)
    ana.do(
        "offer", "offer_help", name="Jeanne Petit", email="", phone="06 11 22 33 44", challenges=["home"], consent=True
    )
    ana.do("mission", "let_show_name", yes=True)
    assert own(bob)["names"] == ["Jeanne Petit"]
    assert "06 11" not in bob.everything()
    ana.do("mission", "let_show_name", yes=False)
    assert (own(bob)["names"], own(bob)["others"]) == ([], 1)
    assert "Jeanne" not in bob.everything()


def test_leaving_details_says_nothing_of_the_name_that_was_not_said_by_its_own_tick(room: Room, ana: Phone) -> None:
    answer(ana, "accepted")
    ana.do(
        "offer", "offer_help", name="Jeanne Petit", email="", phone="06 11 22 33 44", challenges=["home"], consent=True
    )
    assert ana.model("mission")["shown"] is False
    assert ana.model("mission")["shown_as"] == "Jeanne Petit"
    ana.do("mission", "let_show_name", yes=True)
    screen = room.screen()
    screen.refresh("screen")
    assert "Jeanne Petit" in screen.everything()


def leave_details(phone: Phone, **more: object) -> None:
    details = {"name": "Ana Bel", "email": "ana@exemple.fr", "phone": "", "consent": True, "challenges": ["home"]}
    phone.do("mission", "offer_help", **{**details, **more})


def test_a_yes_to_being_named_was_to_the_name_that_stood_there(room: Room, ana: Phone, bob: Phone) -> None:
    answer(ana, "accepted")
    ana.do("mission", "let_show_name", yes=True)
    pseudonym = ana.model("mission")["shown_as"]
    assert own(bob)["names"] == [pseudonym]
    leave_details(ana)
    assert (own(bob)["names"], own(bob)["others"]) == ([], 1), "nobody said yes to this name"
    ana.follow_once()
    assert (ana.model("mission")["shown"], ana.model("mission")["shown_as"]) == (False, "Ana Bel")
    ana.do("mission", "let_show_name", yes=True)
    leave_details(ana, also=["news"])
    assert own(bob)["names"] == ["Ana Bel"], "the same name needs no second yes"


def test_a_name_left_for_something_else_than_a_mission_is_read_by_no_other(room: Room, ana: Phone, bob: Phone) -> None:
    answer(ana, "accepted")
    ana.do("mission", "let_show_name", yes=True)
    pseudonym = ana.model("mission")["shown_as"]
    leave_details(ana, consent=False, also=["news"])
    ana.follow_once()
    assert (ana.model("mission")["shown"], ana.model("mission")["shown_as"]) == (True, pseudonym)
    assert own(bob)["names"] == [pseudonym]


def test_who_said_yes_before_the_day_changed_is_asked_whether_it_is_still_yes(
    room: Room, ana: Phone, laptop: Laptop
) -> None:
    answer(ana, "accepted")
    room.write(lambda hall: hall.update_mission(replace(hall.find_mission("rounds"), first_date="2027-03-09")))
    assert (own(ana)["changed"], own(ana)["status"]) == (True, "accepted"), "their yes stands meanwhile"
    laptop.follow_once()
    missions = [one for each in laptop.model("missions")["challenges"] for one in each["missions"]]
    (rounds,) = (one for one in missions if one["id"] == "rounds")
    assert [one["changed"] for one in rounds["people"] if one["id"] == "ana"] == [True]
    answer(ana, "accepted", read=own(ana)["read"])
    assert own(ana)["changed"] is False


def test_that_a_place_would_stay_empty_without_somebody_is_said_until_they_answered(room: Room, ana: Phone) -> None:
    needed = Reason("assigned", {"competence": 3, "interest": 2, "needed": 1})
    room.write(lambda hall: hall.update_assignment(replace(kept_in(hall, "ana"), reason=needed)))
    waiting = own(ana)["reason"]
    answer(ana, "declined")
    assert own(ana)["reason"] != waiting
    assert waiting.startswith(own(ana)["reason"])


def test_the_word_of_a_no_is_read_on_the_seat_that_gave_it_alone(room: Room, ana: Phone, laptop: Laptop) -> None:
    answer(ana, "declined", said="je suis malade")
    assert own(ana)["said"] == "je suis malade"
    code = room.read(lambda hall: hall.find_seat_code("ana"))
    other = room.phone("a browser that read the code over a shoulder")
    other.do("join", "return_to_seat", code=code)
    assert own(other)["said"] == ""
    laptop.do("people", "join_seats", participant="dan", to="ana")
    room.write(lambda hall: hall.link_visitor("dan's browser", "dan"))
    assert own(room.phone("dan's browser"))["said"] == ""


def test_who_takes_help_back_is_asked_for_none_by_anybody(room: Room, bob: Phone, laptop: Laptop) -> None:
    bob.do("offer", "withdraw_offer")
    assert room.read(lambda hall: hall.find_participant("bob")).may_ask is False
    laptop.follow_once()
    missions = [one for each in laptop.model("missions")["challenges"] for one in each["missions"]]
    assert "bob" not in {one["id"] for mission in missions for one in mission["could"]}
    leave_details(bob)
    assert room.read(lambda hall: hall.find_participant("bob")).may_ask is not False


def test_whoever_declines_is_on_it_no_more(room: Room, ana: Phone, bob: Phone) -> None:
    answer(ana, "accepted")
    ana.do("mission", "let_show_name", yes=True)
    answer(ana, "declined")
    assert (own(bob)["names"], own(bob)["others"]) == ([], 0)


def test_who_comes_to_a_mission_later_and_accepts_is_seen_there(room: Room, bob: Phone) -> None:
    own(bob)
    room.write(lambda hall: hall.update_assignment(Assignment("dan", "rounds", Reason("by-hand"), by_hand=True)))
    bob.follow_once()
    accept(room, "dan")
    assert own(bob)["others"] == 1


def test_the_pseudonym_of_somebody_of_a_file_is_their_name_and_reaches_no_phone(room: Room, bob: Phone) -> None:
    def add(hall: Repository) -> None:
        hall.add_participant(Participant("fil", "Amina Auvray", "", "", Origin.FILE, NOON))
        hall.update_volunteer(Volunteer("fil", "", "", "", "", None, "", may_show_name=True))
        on = Assignment("fil", "rounds", Reason("assigned"), status=AssignmentStatus.ACCEPTED)
        hall.update_assignment(on)
        hall.update_assignment(replace(next(iter(hall.list_assignments("bob"))), beside="fil"))

    room.write(add)
    shown = own(bob)
    assert (shown["names"], shown["others"]) == ([], 1)
    assert "Amina" not in bob.everything()
    assert "quelqu’un qui connaît ce travail" in shown["pair"]


# -- pairs ------------------------------------------------------------------------------------------------------------


def test_a_pair_is_said_on_both_phones_by_name_once_each_accepted_and_never_a_score(
    room: Room, ana: Phone, bob: Phone
) -> None:
    assert own(bob)["pair"].startswith("Vous débutez : quelqu’un qui connaît ce travail".replace(" :", "\xa0:"))
    assert own(ana)["pair"].startswith("Quelqu’un y débuterait avec vous")
    answer(ana, "accepted")
    assert "Coquelicot, qui connaît ce travail" in own(bob)["pair"]
    assert "Hirondelle" not in ana.everything(), "who begins said nothing yet"
    answer(bob, "accepted")
    assert own(ana)["pair"] == "Hirondelle y débute avec vous."
    for words in (own(bob)["reason"], own(bob)["pair"], own(ana)["pair"]):
        assert not any(sign.isdigit() for sign in words)


def test_who_has_yet_to_say_yes_is_told_that_it_is_enough_for_the_other_to_read_their_pseudonym(
    room: Room, ana: Phone, bob: Phone
) -> None:
    told = Translator("fr")("participant.mission.pair.told")
    assert own(ana)["pair"].endswith(told)
    answer(ana, "accepted")
    assert own(ana)["pair"] == "Quelqu’un y débuterait avec vous."
    assert "Coquelicot" in own(bob)["pair"], "her yes is enough, though she let nobody say who she is"
    assert own(bob)["pair"].endswith(told)
    assert (own(bob)["names"], own(bob)["others"]) == ([], 1)


def test_who_said_yes_before_the_pair_was_is_somebody_to_who_comes_later(room: Room, ana: Phone, bob: Phone) -> None:
    pair_with(room, None)
    answer(ana, "accepted")
    pair_with(room, "ana")
    assert "quelqu’un qui connaît ce travail" in own(bob)["pair"]
    assert "Coquelicot" not in bob.everything(), "her yes told nobody her pseudonym"
    again = Translator("fr")("participant.mission.pair.told-again")
    assert own(ana)["pair"] == f"Quelqu’un y débuterait avec vous. {again}"
    answer(ana, "accepted")
    assert "Coquelicot, qui connaît" in own(bob)["pair"]
    assert own(ana)["pair"] == "Quelqu’un y débuterait avec vous."


def test_a_pseudonym_told_to_one_beginner_is_not_told_to_the_next(room: Room, ana: Phone, bob: Phone) -> None:
    answer(ana, "accepted")
    assert "Coquelicot" in own(bob)["pair"]
    answer(bob, "declined")
    room.write(lambda hall: hall.link_visitor("cle's browser", "cle"))
    pair_with(room, "ana", "cle")
    cle = room.phone("cle's browser")
    assert "quelqu’un qui connaît ce travail" in own(cle)["pair"]
    assert "Coquelicot" not in cle.everything()


def test_who_begins_is_told_to_whom_they_go_with_by_the_same_rule(room: Room, ana: Phone, bob: Phone) -> None:
    pair_with(room, None)
    answer(bob, "accepted")
    answer(ana, "accepted")
    pair_with(room, "ana")
    assert "Hirondelle" not in ana.everything()
    answer(bob, "accepted")
    assert own(ana)["pair"].startswith("Hirondelle y débute avec vous.")


def test_who_agreed_to_be_named_to_all_on_the_mission_is_named_to_who_comes_later_too(
    room: Room, ana: Phone, bob: Phone
) -> None:
    pair_with(room, None)
    answer(ana, "accepted")
    ana.do("mission", "let_show_name", yes=True)
    pair_with(room, "ana")
    assert "Coquelicot, qui connaît" in own(bob)["pair"]
    assert own(bob)["names"] == ["Coquelicot"]
    for language, plainly in (("fr", "aussi à qui y viendra plus tard"), ("en", "also to those who join it later")):
        assert plainly in Translator(language)("participant.after.show")


@pytest.mark.parametrize("how", ["paper", "voice"])
def test_a_yes_that_somebody_else_types_in_tells_nobody_a_pseudonym(
    room: Room, bob: Phone, laptop: Laptop, how: str
) -> None:
    if how == "paper":
        laptop.do("voices", "type_answer", participant="ana", mission="rounds", answer="yes", said="")
    else:
        laptop.do("voices", "take_voice", participant="ana")
        laptop.do("voices", "answer_as", participant="ana", mission="rounds", answer="accepted")
    assert kept(room, "ana").status is AssignmentStatus.ACCEPTED
    assert "Coquelicot" not in bob.everything()


def test_in_a_pair_a_real_name_is_read_only_where_its_bearer_agreed(room: Room, ana: Phone, bob: Phone) -> None:
    answer(ana, "accepted")
    ana.do(
        "offer", "offer_help", name="Jeanne Petit", email="", phone="06 11 22 33 44", challenges=["home"], consent=True
    )
    assert "Coquelicot, qui connaît" in own(bob)["pair"]
    ana.do("mission", "let_show_name", yes=True)
    assert "Jeanne Petit, qui connaît" in own(bob)["pair"]


def test_of_a_mission_that_one_declined_no_name_is_read(
    room: Room, ana: Phone, bob: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(ana, "accepted")
    ana.do("mission", "let_show_name", yes=True)
    answer(bob, "declined")
    monkeypatch.setattr("workshop_kit.live.participant.company.name_shown", lambda *_: pytest.fail("a name was read"))
    shown = own(room.phone(BOBS))
    assert (shown["names"], shown["others"], shown["pair"]) == ([], 1, "")
    assert "Coquelicot" not in bob.everything()


@pytest.mark.parametrize(
    "leave",
    [
        lambda room, _: room.write(lambda hall: erase_person(hall, "ana", NOON, with_ideas=False)),
        lambda _, ana: answer(ana, "declined"),
        lambda room, _: room.write(lambda hall: hall.remove_assignment("ana", "rounds")),
    ],
    ids=["erased", "declined", "taken off"],
)
def test_who_loses_whom_they_go_with_reads_that_somebody_is_to_be_found(
    room: Room, ana: Phone, bob: Phone, leave: Callable[[Room, Phone], None]
) -> None:
    answer(ana, "accepted")
    leave(room, ana)
    shown = own(bob)
    assert "il reste à trouver" in shown["pair"]
    assert "Coquelicot" not in json.dumps(shown, ensure_ascii=False)


def test_a_pair_is_said_whichever_seat_of_a_person_is_meant(room: Room, ana: Phone, bob: Phone, laptop: Laptop) -> None:
    laptop.do("people", "join_seats", participant="ana", to="dan")
    ana.follow_once()
    answer(ana, "accepted")
    assert "Boussole, qui connaît ce travail" in own(bob)["pair"]
    assert own(ana)["pair"].startswith("Quelqu’un y débuterait")


def test_the_thanks_say_that_one_is_named_by_a_pseudonym_too(room: Room, ana: Phone) -> None:
    answer(ana, "accepted")
    room.move(Moment.THANKS, ana)
    assert ana.model("thanks")["given"]["named"] is False
    ana.do("mission", "let_show_name", yes=True)
    ana.follow_once()
    assert ana.model("thanks")["given"]["named"] is True, "she left no name: her pseudonym stands in the synthesis"


def test_the_thanks_hold_the_pair_too_and_let_it_go(room: Room, ana: Phone, bob: Phone) -> None:
    for phone in (ana, bob):
        answer(phone, "accepted")
    room.move(Moment.THANKS, ana, bob)
    (mission,) = bob.model("thanks")["given"]["missions"]
    assert "Coquelicot" in mission["pair"]
    room.write(lambda hall: erase_person(hall, "ana", NOON, with_ideas=False))
    bob.follow_once()
    assert "Coquelicot" not in bob.everything()


# -- what a phone may learn -------------------------------------------------------------------------------------------


def test_no_phone_learns_a_score_an_id_a_reason_or_a_way_to_reach_anybody_else(
    room: Room, ana: Phone, bob: Phone
) -> None:
    def tell(hall: Repository) -> None:
        hall.update_volunteer(
            Volunteer(
                "cle", "Claude Martin", "c@exemple.fr", "06 99 88 77 66", MILL, NOON, "aider", often="tard le soir"
            )
        )
        hall.update_assignment(
            replace(
                next(iter(hall.list_assignments("cle"))),
                status=AssignmentStatus.ACCEPTED,
                reason=Reason("assigned", {"competence": FAR, "interest": FAR}),
            )
        )
        hall.update_assignment(replace(next(iter(hall.list_assignments("cle"))), mission="laundry", said="ma mère"))

    room.write(tell)
    answer(ana, "accepted")
    secrets = ("Claude", "c@exemple.fr", "99 88", str(FAR), '"cle"', '"ana"', "tard le soir", "ma mère", "Girouette")
    for moment in (Moment.MISSIONS, Moment.THANKS):
        room.move(moment, bob)
        bob.do("thanks", "look_at_what_i_gave", opened=True)
        held = bob.everything()
        for secret in secrets:
            assert secret not in held, (moment, secret)


def test_another_s_answer_elsewhere_does_not_wake_a_phone(
    room: Room, bob: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    own(bob)
    reads: list[object] = []

    def read(_window: object, hall: object) -> dict[str, object]:
        reads.append(hall)
        return {"visible": False}

    monkeypatch.setattr(type(bob.window), "_read_missions", read)
    room.write(lambda hall: hall.add_mission(Mission("far", "move", "Ailleurs", 1)))
    bob.follow_once()
    reads.clear()
    room.write(lambda hall: hall.update_assignment(Assignment("dan", "far", Reason("by-hand"), by_hand=True)))
    bob.follow_once()
    assert reads == []


def test_a_yes_to_being_named_given_on_another_seat_is_not_asked_for_here(
    room: Room, ana: Phone, bob: Phone, laptop: Laptop
) -> None:
    ana.do(
        "offer", "offer_help", name="Jeanne Petit", email="", phone="06 11 22 33 44", challenges=["home"], consent=True
    )
    laptop.do("people", "join_seats", participant="bob", to="ana")
    bob.follow_once()
    assert bob.model("mission")["shown"] is None
    bob.do("mission", "let_show_name", yes=True)
    kept_there = room.read(lambda hall: hall.find_volunteer("ana"))
    assert kept_there is not None
    assert kept_there.may_show_name is False, "who was joined by mistake publishes nobody's name"
