"""Two phones of one person: each shows and changes what the person gave, and reads nothing that may be another's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest

from tests.widgets.conftest import MakeRoom
from tests.widgets.room import ANAS, NAMES, NOON, SECRETS, Laptop, Page, Phone, Room, fill
from workshop_kit.domain.course import Moment, Stage
from workshop_kit.domain.model import Assignment, Dots, Idea, Origin, Participant, Reason, Score, Vote
from workshop_kit.i18n import Translator
from workshop_kit.store import Repository

#: The browser of cle's phone.
CLES = "second browser"
ACTS = [Moment.WRITING, Moment.REVEAL, Moment.VOTE, Moment.RESULTS, Moment.SCORING, Moment.OFFER, Moment.MISSIONS]
OFFER = {
    "name": "Odette Petit",
    "email": "odette@exemple.fr",
    "phone": "",
    "challenges": [],
    "consent": True,
    "may_show_name": False,
}
TERMS = {"max_missions": 2, "often": "", "days": [], "until": "", "reach": [], "car": "unsaid", "languages": []}


@dataclass(frozen=True)
class Pair:
    """The phones of ana, who gave something of everything, and of cle, joined to her once a test says so."""

    room: Room
    laptop: Laptop
    ana: Phone
    cle: Phone

    def join(self, seat: str = "cle", to: str | None = "ana") -> None:
        self.laptop.do("people", "join_seats", participant=seat, to=to)
        self.look()

    def lead(self, moment: Moment) -> None:
        self.room.walk_to(moment, self.laptop, self.ana, self.cle)

    def look(self) -> None:
        self.ana.follow_once()
        self.cle.follow_once()


@pytest.fixture
def pair(make_room: MakeRoom) -> Pair:
    room = make_room(fill, lambda hall: hall.link_visitor(CLES, "cle"))
    return Pair(room, room.laptop(), room.phone(ANAS), room.phone(CLES))


def dots(phone: Page) -> dict[str, int]:
    (home,) = phone.model("vote")["challenges"]
    return {one["id"]: one["dots"] for one in home["options"] if one["dots"]}


def answers(phone: Page) -> tuple[object, ...]:
    home = phone.model("scores")["challenges"][0]
    return home["competence"], home["interest"], home["unsure"]


def missions(phone: Page) -> dict[str, str]:
    return {one["id"]: one["status"] for one in phone.model("mission")["missions"]}


def keep_all(room: Room) -> dict[str, object]:
    """Return everything people gave, as it is kept."""

    def read(hall: Repository) -> dict[str, object]:
        return {
            "votes": set(hall.list_votes()),
            "scores": set(hall.list_scores()),
            "offers": set(hall.list_volunteers()),
            "missions": set(map(repr, hall.list_assignments())),
            "ideas": set(hall.list_ideas()),
            "finished": hall.list_finished("home", Stage.WRITING),
        }

    return room.read(read)


def kept_votes(room: Room, seat: str) -> set[Vote]:
    return set(room.read(lambda hall: hall.list_votes("home", seat)))


def doubts(laptop: Laptop) -> list[dict[str, Any]]:
    laptop.refresh("people")
    return list(laptop.model("people")["doubts"])


# -- what the phones say ----------------------------------------------------------------------------------------------


def test_both_phones_say_so_while_they_are_one_person_s_and_no_longer(pair: Pair) -> None:
    assert [phone.model("seat")["joined"] for phone in (pair.ana, pair.cle)] == [None, None]
    pair.join()
    assert [phone.model("seat")["joined"] for phone in (pair.ana, pair.cle)] == ["phone", "phone"]
    pair.join(to=None)
    assert [phone.model("seat")["joined"] for phone in (pair.ana, pair.cle)] == [None, None]


def test_somebody_for_whom_others_spoke_before_is_told_of_no_other_phone(pair: Pair) -> None:
    pair.room.write(lambda hall: hall.add_participant(Participant("p", "Sans", "health", "", Origin.PROXY, NOON)))
    pair.join("p", "ana")
    assert pair.ana.model("seat")["joined"] == "voice"


@pytest.mark.parametrize("whose", ["ana", "cle"])
def test_either_phone_parts_the_seats_at_once_and_the_facilitator_reads_who_did(pair: Pair, whose: str) -> None:
    pair.join()
    phone: Phone = getattr(pair, whose)
    phone.do("seat", "part_seats")
    pair.look()
    assert [one.model("seat")["joined"] for one in (pair.ana, pair.cle)] == [None, None]
    (told,) = doubts(pair.laptop)
    assert (told["kind"], told["names"]) == ("parted", [phone.me.pseudonym])
    assert pair.laptop.model("people")["settled"] == []
    pair.join()
    assert doubts(pair.laptop) == [], "joined again, the facilitator knows"


def test_who_is_joined_to_nobody_has_nothing_to_part(pair: Pair) -> None:
    assert "à part" in pair.ana.refuse("seat", "part_seats")
    assert doubts(pair.laptop) == []


def test_a_phone_whose_other_seat_is_erased_stands_for_itself(pair: Pair) -> None:
    pair.join()
    pair.ana.do("thanks", "erase", with_ideas=False)
    pair.look()
    assert pair.cle.model("seat")["joined"] is None
    assert pair.room.read(lambda hall: hall.find_participant("cle")).joined_to is None


# -- one ballot, one score, one offer, one answer ---------------------------------------------------------------------


def test_one_ballot_is_shown_and_changed_on_whichever_phone(pair: Pair) -> None:
    pair.lead(Moment.VOTE)
    assert dots(pair.cle) == {}
    pair.join()
    assert dots(pair.ana) == dots(pair.cle) == {"keep": 2}
    pair.cle.do("vote", "place_dots", challenge="home", option="wash", count=2)
    pair.look()
    assert dots(pair.ana) == dots(pair.cle) == {"keep": 2, "wash": 2}
    pair.ana.do("vote", "place_dots", challenge="home", option="keep", count=0)
    pair.look()
    assert dots(pair.ana) == dots(pair.cle) == {"wash": 2}


def test_a_person_has_five_dots_and_not_five_a_phone(pair: Pair) -> None:
    pair.room.write(lambda hall: hall.add_idea(Idea("late", "home", "Encore une idée", None, "dan", NOON)))
    pair.lead(Moment.VOTE)
    pair.join()
    pair.cle.do("vote", "place_dots", challenge="home", option="wash", count=2)
    pair.ana.do("vote", "place_dots", challenge="home", option="late", count=1)
    pair.cle.refuse("vote", "place_dots", challenge="home", option="late", count=2)


def test_being_done_is_said_and_taken_up_again_on_whichever_phone(pair: Pair) -> None:
    pair.lead(Moment.VOTE)
    pair.join()
    pair.cle.do("vote", "finish", challenge="home", stage="vote", finished=True)
    pair.look()
    assert [phone.model("vote")["challenges"][0]["finished"] for phone in (pair.ana, pair.cle)] == [True, True]
    pair.ana.do("vote", "finish", challenge="home", stage="vote", finished=False)
    pair.look()
    assert [phone.model("vote")["challenges"][0]["finished"] for phone in (pair.ana, pair.cle)] == [False, False]


def test_one_score_a_challenge_the_last_said_wins(pair: Pair) -> None:
    pair.lead(Moment.SCORING)
    assert answers(pair.cle) == (None, None, True)
    pair.join()
    assert answers(pair.ana) == answers(pair.cle) == (3, 2, False)
    pair.cle.do("scores", "score_interest", challenge="home", value=-2)
    pair.ana.do("scores", "score_competence", challenge="home", value=0)
    pair.look()
    assert answers(pair.ana) == answers(pair.cle) == (0, -2, False)


def test_a_mission_is_proposed_on_both_phones_and_answered_on_either(pair: Pair) -> None:
    pair.room.write(lambda hall: hall.update_assignment(Assignment("cle", "laundry", Reason("by-hand"))))
    pair.lead(Moment.MISSIONS)
    assert (missions(pair.ana), missions(pair.cle)) == ({"rounds": "accepted"}, {"laundry": "proposed"})
    pair.join()
    assert missions(pair.ana) == missions(pair.cle) == {"laundry": "proposed", "rounds": "accepted"}
    pair.ana.do("mission", "answer_mission", mission="laundry", answer="accepted")
    pair.cle.do("mission", "answer_mission", mission="rounds", answer="declined")
    pair.look()
    assert missions(pair.ana) == missions(pair.cle) == {"laundry": "accepted", "rounds": "declined"}
    pair.join(to=None)
    assert (missions(pair.ana), missions(pair.cle)) == ({"rounds": "declined"}, {"laundry": "accepted"})


def test_a_yes_to_being_asked_is_the_person_s_and_taken_back_on_either_phone(make_room: MakeRoom) -> None:
    room = make_room(fill, lambda hall: hall.link_visitor(CLES, "cle"), lambda hall: hall.link_visitor("third", "dan"))
    laptop, cle, dan = room.laptop(), room.phone(CLES), room.phone("third")
    room.walk_to(Moment.OFFER, laptop, cle, dan)
    laptop.do("people", "join_seats", participant="cle", to="dan")
    cle.do("offer", "answer_offer", challenges=["home"], willing=True)
    cle.do("offer", "say_terms", **TERMS)
    for phone in (cle, dan):
        phone.follow_once()
        assert [one["offered"] for one in phone.model("offer")["challenges"]] == [True]
    assert cle.model("offer")["terms"]["max_missions"] == 2
    assert dan.model("offer")["terms"] is None
    laptop.refresh("missions")
    dan.do("offer", "withdraw_offer")
    for phone in (cle, dan):
        phone.follow_once()
        assert not any(one["offered"] for one in phone.model("offer")["challenges"])
        assert phone.model("offer")["terms"]["max_missions"] == 1


def test_what_one_said_one_can_do_is_read_on_the_seat_that_said_it_alone(pair: Pair) -> None:
    said = {**TERMS, "often": "tard le soir", "languages": ["zarma"]}
    pair.lead(Moment.OFFER)
    pair.ana.do("offer", "say_terms", **said)
    pair.join()
    for phone in (pair.ana, pair.cle):
        phone.do("thanks", "look_at_what_i_gave", opened=True)
    assert pair.ana.model("offer")["terms"]["often"] == "tard le soir"
    assert pair.cle.model("offer")["terms"] is pair.cle.model("thanks")["given"]["terms"] is None
    assert not any(word in pair.cle.everything() for word in ("tard le soir", "zarma"))


def test_what_another_seat_said_one_can_do_is_not_replaced_unread_and_each_has_its_own_once_parted(pair: Pair) -> None:
    said = {**TERMS, "often": "tard le soir"}
    pair.lead(Moment.OFFER)
    pair.ana.do("offer", "say_terms", **said)
    before = keep_all(pair.room)
    pair.join()
    refused = pair.cle.refuse("offer", "say_terms", **TERMS)
    assert refused == Translator("fr")("errors.terms-elsewhere")
    assert keep_all(pair.room) == before
    pair.ana.do("offer", "say_terms", **said)
    pair.join(to=None)
    pair.cle.do("offer", "say_terms", **TERMS)
    assert pair.ana.model("offer")["terms"]["often"] == "tard le soir"
    assert pair.cle.model("offer")["terms"]["max_missions"] == 2


def test_who_came_with_the_code_of_the_seat_replaces_nothing_that_they_do_not_read(pair: Pair) -> None:
    pair.lead(Moment.OFFER)
    pair.ana.do("offer", "say_terms", **{**TERMS, "often": "tard le soir"})
    pair.room.write(lambda hall: hall.bring_browser("another browser", "ana", NOON))
    coming = pair.room.phone("another browser")
    assert coming.model("offer")["terms"] is None
    assert coming.refuse("offer", "say_terms", **TERMS) == Translator("fr")("errors.terms-elsewhere")
    pair.look()
    assert pair.ana.model("offer")["terms"]["often"] == "tard le soir"


def test_joining_writes_nothing_of_what_was_given_and_parting_gives_each_its_own(pair: Pair) -> None:
    pair.room.write(lambda hall: hall.update_dots(Dots("cle", "home", "wash", 1)))
    pair.lead(Moment.VOTE)
    before = keep_all(pair.room)
    pair.join()
    assert keep_all(pair.room) == before
    assert dots(pair.cle) == {"keep": 2}
    pair.cle.do("seat", "part_seats")
    pair.look()
    assert keep_all(pair.room) == before
    assert (dots(pair.ana), dots(pair.cle)) == ({"keep": 2}, {"wash": 1})


def test_what_a_seat_gave_before_stays_its_own_whatever_the_person_gives_since(pair: Pair) -> None:
    pair.room.write(lambda hall: hall.update_dots(Dots("cle", "home", "wash", 1)))
    pair.lead(Moment.VOTE)
    before = kept_votes(pair.room, "cle")
    pair.join()
    pair.cle.do("vote", "place_dots", challenge="home", option="keep", count=1)
    assert kept_votes(pair.room, "cle") == before
    assert pair.room.read(lambda hall: hall.find_score("cle", "home")) == Score("cle", "home", None, None, unsure=True)


# -- what no phone may read of another --------------------------------------------------------------------------------


@pytest.mark.parametrize("moment", [*ACTS, Moment.THANKS])
@pytest.mark.parametrize("standing", [True, False])
def test_a_phone_joined_by_mistake_holds_no_secret_of_the_other_at_any_moment(
    pair: Pair, moment: Moment, standing: bool
) -> None:
    pair.room.write(lambda hall: hall.add_idea(Idea("hers", "move", "Un mot à elle seule", None, "ana", NOON)))
    pair.join(*(("ana", "cle") if standing else ("cle", "ana")))
    pair.lead(moment)
    pair.cle.do("thanks", "look_at_what_i_gave", opened=True)
    held = pair.cle.everything()
    for secret in (*SECRETS, "0611223344", "Coquelicot", "Un mot à elle seule", "Une charrette commune"):
        assert secret not in held, secret


def test_of_an_offer_made_on_the_other_phone_only_that_it_was_made_is_read(pair: Pair) -> None:
    pair.lead(Moment.OFFER)
    pair.join()
    shown = pair.cle.model("offer")
    assert (shown["offer"], shown["elsewhere"]) == (None, True)
    assert pair.ana.model("offer")["offer"]["name"] == NAMES["ana"]
    assert not pair.ana.model("offer")["elsewhere"]


def test_an_offer_typed_on_the_second_phone_counts_and_neither_phone_reads_the_other_s(pair: Pair) -> None:
    pair.lead(Moment.OFFER)
    pair.join()
    pair.room.moment = NOON.replace(hour=13)
    pair.cle.do("offer", "offer_help", **OFFER)
    pair.look()
    assert pair.cle.model("offer")["offer"]["email"] == "odette@exemple.fr"
    assert not pair.cle.model("offer")["elsewhere"]
    assert pair.ana.model("offer")["elsewhere"]
    assert "odette@exemple.fr" not in pair.ana.everything()
    pair.cle.do("offer", "withdraw_offer")
    pair.look()
    assert pair.cle.model("offer")["elsewhere"], "what the other phone keeps is not this one's to erase"
    assert pair.room.read(lambda hall: hall.find_volunteer("ana")) is not None


def test_whoever_left_details_on_the_other_phone_is_not_asked_for_them_again(pair: Pair) -> None:
    pair.lead(Moment.MISSIONS)
    assert not pair.cle.model("mission")["reachable"]
    pair.join()
    assert pair.cle.model("mission")["reachable"]
