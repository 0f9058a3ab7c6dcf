"""What somebody gave on a phone stays theirs once it is dead: who speaks for them neither reads nor replaces it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest

from tests.widgets.conftest import MakeRoom
from tests.widgets.room import Laptop, Phone, Room, lay_out, seat, write_ideas
from workshop_kit.domain.course import Moment
from workshop_kit.domain.model import Assignment, Mission, Origin, Reason
from workshop_kit.i18n import Translator

OFFER = {"email": "zoe@exemple.fr", "phone": "", "challenges": ["home"], "consent": True}


@dataclass(frozen=True)
class Dead:
    """Zoé, whose phone the facilitator takes for dead, and a helper who speaks for her."""

    room: Room
    laptop: Laptop
    zoe: Phone
    helper: Phone

    @property
    def id(self) -> str:
        return self.zoe.me.id

    def die(self) -> None:
        self.laptop.do("voices", "take_voice", participant=self.id)
        self.helper.follow_once()

    def row(self) -> dict[str, Any]:
        self.helper.follow_once()
        self.helper.refresh("helper")
        return next(one for one in self.helper.model("helper")["voices"]["people"] if one["id"] == self.id)

    def vote(self, *numbers: int, **more: bool) -> dict[str, Any]:
        (home, _) = self.helper.model("helper")["voices"]["challenges"]
        ballot = {"challenge": "home", "series": home["series"], "numbers": list(numbers)}
        return self.helper.ask("helper", "vote_as", participant=self.id, **ballot, **more)

    def number(self, option: str) -> int:
        (home, _) = self.helper.model("helper")["voices"]["challenges"]
        return next(int(one["number"]) for one in home["options"] if one["id"] == option)

    def count(self) -> dict[str, int]:
        votes = self.room.read(lambda hall: hall.list_dots("home", self.id))
        return {one.option: one.count for one in votes if one.counts}


def given(name: str = "Zoé", code: str = "given-by-phone") -> str:
    return Translator("fr")(f"errors.{code}", pseudonym=name)


@pytest.fixture
def dead(make_room: MakeRoom) -> Dead:
    room = make_room(lay_out, seat)
    room.write(write_ideas("Une laverie", "Un gymnase"))
    laptop, zoe, helper = room.laptop(), room.phone().join("Zoé"), room.phone("a helper")
    laptop.do("voices", "change_helper_code")
    laptop.refresh("voices")
    helper.do("helper", "come_to_help", code=laptop.model("voices")["helper_code"])
    return Dead(room, laptop, zoe, helper)


def test_of_a_ballot_given_on_a_phone_a_helper_sees_only_that_it_was_given(dead: Dead) -> None:
    dead.room.move(Moment.VOTE, dead.zoe, dead.helper)
    dead.zoe.do("vote", "place_dots", challenge="home", option="home-0", count=2)
    dead.die()
    row = dead.row()
    assert row["dots"] == {}
    assert row["vote"] == {"open": True, "done": 1, "asks": []}


def test_of_scores_given_on_a_phone_a_helper_sees_only_that_they_were_given(dead: Dead) -> None:
    dead.room.move(Moment.SCORING, dead.zoe, dead.helper)
    dead.zoe.do("scores", "score_competence", challenge="home", value=3)
    dead.zoe.do("scores", "score_interest", challenge="home", value=-2)
    dead.die()
    assert dead.row()["scores"] == []
    assert "home" not in dead.row()["score"]["asks"]


def test_a_ballot_given_on_a_phone_is_replaced_only_by_one_that_says_so(dead: Dead) -> None:
    dead.room.move(Moment.VOTE, dead.zoe, dead.helper)
    dead.zoe.do("vote", "place_dots", challenge="home", option="home-0", count=2)
    dead.die()
    other = dead.number("home-1")
    assert dead.vote(other)["sentence"] == given()
    assert dead.count() == {"home-0": 2}
    assert dead.vote(other, again=True)["ok"]
    assert dead.count() == {"home-1": 1}


def test_a_score_given_on_a_phone_is_replaced_only_by_one_that_says_so(dead: Dead) -> None:
    dead.room.move(Moment.SCORING, dead.zoe, dead.helper)
    dead.zoe.do("scores", "score_competence", challenge="home", value=3)
    dead.die()
    who = {"participant": dead.id, "challenge": "home"}
    assert dead.helper.refuse("helper", "score_as", **who, competence=0) == given()
    assert dead.helper.refuse("helper", "score_as", **who, unsure=True) == given()
    dead.helper.do("helper", "score_as", **who, interest=1)
    dead.helper.do("helper", "score_as", **who, competence=1, again=True)


def test_an_offer_made_on_a_phone_is_changed_by_no_helper(dead: Dead) -> None:
    dead.room.move(Moment.OFFER, dead.zoe, dead.helper)
    dead.zoe.do("offer", "offer_help", name="Zoé R.", **OFFER)
    dead.die()
    before = dead.room.read(lambda hall: hall.find_volunteer(dead.id))
    other = {**OFFER, "email": "mallory@exemple.fr", "may_show_name": True, "name": "Zoé R."}
    assert dead.helper.refuse("helper", "offer_as", participant=dead.id, **other) == given()
    assert dead.helper.refuse("helper", "withdraw_as", participant=dead.id) == given()
    no = {"challenges": ["home"], "willing": False}
    assert dead.helper.refuse("helper", "answer_offer_as", participant=dead.id, **no) == given()
    assert dead.helper.refuse("helper", "let_ask_as", participant=dead.id, may_ask=False) == given()
    assert dead.room.read(lambda hall: hall.find_volunteer(dead.id)) == before


def test_the_facilitator_may_take_an_offer_back_for_who_asks(dead: Dead) -> None:
    dead.room.move(Moment.OFFER, dead.zoe, dead.helper)
    dead.zoe.do("offer", "offer_help", name="Zoé R.", **OFFER)
    dead.die()
    dead.laptop.do("voices", "withdraw_as", participant=dead.id)
    assert dead.room.read(lambda hall: hall.find_volunteer(dead.id)) is None


def test_a_phone_joined_to_somebody_without_one_keeps_its_own_as_well(dead: Dead) -> None:
    person = str(dead.helper.do("helper", "add_voice", pseudonym="Marcel", category="resident")["id"])
    dead.room.move(Moment.VOTE, dead.zoe, dead.helper)
    dead.zoe.do("vote", "place_dots", challenge="home", option="home-0", count=2)
    dead.laptop.do("people", "join_seats", participant=dead.id, to=person)
    dead.helper.follow_once()
    dead.helper.refresh("helper")
    (row,) = dead.helper.model("helper")["voices"]["people"]
    assert (row["id"], row["dots"], row["vote"]["done"]) == (person, {}, 1)
    (home, _) = dead.helper.model("helper")["voices"]["challenges"]
    ballot = {"challenge": "home", "series": home["series"], "numbers": [2]}
    assert dead.helper.refuse("helper", "vote_as", participant=person, **ballot) == given("Marcel")


def test_a_name_said_to_stay_hidden_is_shown_by_no_later_offer(dead: Dead) -> None:
    person = str(dead.helper.do("helper", "add_voice", pseudonym="Marcel", category="resident")["id"])
    dead.room.move(Moment.OFFER, dead.helper)
    offer = {"participant": person, "name": "Marcel P.", **OFFER}
    dead.helper.do("helper", "offer_as", **offer)
    assert dead.helper.refuse("helper", "offer_as", **offer, may_show_name=True) == given("Marcel", "name-hidden")
    dead.helper.do("helper", "withdraw_as", participant=person)
    dead.helper.do("helper", "offer_as", **offer, may_show_name=True)


@pytest.mark.parametrize(("first", "refused"), [("later", False), ("accepted", True), ("declined", True)])
def test_an_answer_for_good_on_a_phone_is_replaced_only_by_one_that_says_so_and_not_now_is_none(
    dead: Dead, first: str, refused: bool
) -> None:
    dead.room.write(lambda hall: hall.add_mission(Mission("rounds", "home", "Ronde", 2)))
    dead.room.write(lambda hall: hall.update_assignment(Assignment(dead.id, "rounds", Reason("by-hand"))))
    dead.room.move(Moment.MISSIONS, dead.zoe, dead.helper)
    dead.zoe.do("mission", "answer_mission", mission="rounds", answer=first)
    dead.die()
    assert dead.row()["answer"]["asks"] == ([] if refused else ["rounds"])
    yes = {"participant": dead.id, "mission": "rounds", "answer": "accepted"}
    if refused:
        assert dead.helper.refuse("helper", "answer_as", **yes) == given()
    else:
        dead.helper.do("helper", "answer_as", **yes)


def test_a_write_by_the_phone_ends_the_voice(dead: Dead) -> None:
    dead.room.move(Moment.VOTE, dead.zoe, dead.helper)
    dead.die()
    assert dead.row()["back"]
    dead.zoe.do("vote", "place_dots", challenge="home", option="home-0", count=1)
    dead.helper.follow_once()
    dead.helper.refresh("helper")
    assert dead.room.read(lambda hall: hall.find_participant(dead.id)).origin is Origin.ROOM
    assert dead.helper.model("helper")["voices"]["people"] == []
    assert dead.vote(2)["sentence"] == Translator("fr")("errors.speaks-for-themselves")


def test_a_person_without_a_phone_says_yes_or_no_to_each_challenge(dead: Dead) -> None:
    person = str(dead.helper.do("helper", "add_voice", pseudonym="Marcel", category="resident")["id"])
    dead.room.move(Moment.OFFER, dead.helper)
    dead.helper.do("helper", "answer_offer_as", participant=person, challenges=["home"], willing=False)
    dead.helper.refresh("helper")
    (row,) = dead.helper.model("helper")["voices"]["people"]
    assert row["declined"] == ["home"]
    dead.helper.do("helper", "answer_offer_as", participant=person, challenges=["home"], willing=True)
    kept = dead.room.read(lambda hall: hall.find_volunteer(person))
    assert kept is not None
    assert (kept.name, kept.challenges, kept.declined) == ("", ("home",), ())
    assert dead.room.read(lambda hall: hall.find_participant(person)).may_ask is None  # which is asked apart


TERMS: dict[str, Any] = {
    **{"max_missions": 2, "often": "le soir, 06 39 98 41 27", "days": ["evenings"], "until": "", "reach": []},
    **{"car": "yes", "languages": ["LSF"]},
}


def test_what_somebody_without_a_phone_can_do_is_said_for_them_and_read_again(dead: Dead) -> None:
    dead.room.move(Moment.OFFER, dead.laptop, dead.helper)
    person = dead.laptop.do("voices", "add_voice", pseudonym="Mamie", category="resident", sector="")["id"]
    dead.helper.do("helper", "answer_offer_as", participant=person, challenges=["home"], willing=True)
    dead.helper.do("helper", "say_terms_as", participant=person, **TERMS)
    for page, panel in ((dead.helper, "helper"), (dead.laptop, "voices")):
        page.refresh(panel)
    people = dead.helper.model("helper")["voices"]["people"]
    (terms,) = [one["terms"] for one in people if one["id"] == person]
    assert (terms["max_missions"], terms["days"], terms["car"], terms["languages"]) == (2, ["evenings"], "yes", ["LSF"])
    assert "06 39" not in terms["often"], "a word of theirs keeps no way to reach them"
    kept = dead.room.read(lambda hall: hall.find_volunteer(person))
    assert kept is not None
    assert (kept.challenges, kept.car) == (("home",), True)
    refused = dead.helper.refuse("helper", "say_terms_as", participant=person, **{**TERMS, "until": "2020-01-01"})
    assert refused == Translator("fr")("errors.until-past", received="2020-01-01")


def test_what_somebody_said_on_a_phone_that_they_can_do_is_neither_read_nor_replaced(dead: Dead) -> None:
    dead.room.move(Moment.OFFER, dead.laptop, dead.helper, dead.zoe)
    dead.zoe.do("offer", "say_terms", **{**TERMS, "often": "tard le soir"})
    dead.die()
    assert dead.row()["terms"] is None
    assert "tard le soir" not in dead.helper.everything()
    assert dead.helper.refuse("helper", "say_terms_as", participant=dead.id, **TERMS) == given()
    kept = dead.room.read(lambda hall: hall.find_volunteer(dead.id))
    assert kept is not None
    assert kept.often == "tard le soir"


def test_who_speaks_by_a_phone_of_their_own_says_what_they_can_do_themselves(dead: Dead) -> None:
    dead.room.move(Moment.OFFER, dead.laptop, dead.helper, dead.zoe)
    refused = dead.helper.refuse("helper", "say_terms_as", participant=dead.id, **TERMS)
    assert refused == Translator("fr")("errors.speaks-for-themselves")


def test_of_two_seats_of_a_person_what_one_can_do_is_changed_on_the_one_that_says_it(dead: Dead) -> None:
    dead.room.move(Moment.OFFER, dead.laptop, dead.helper)
    seats = [
        dead.laptop.do("voices", "add_voice", pseudonym=name, category="resident", sector="")["id"]
        for name in ("Mamie", "Papi")
    ]
    dead.helper.do("helper", "say_terms_as", participant=seats[0], **TERMS)
    dead.laptop.do("people", "join_seats", participant=seats[0], to=seats[1])
    refused = dead.helper.refuse("helper", "say_terms_as", participant=seats[1], **TERMS)
    assert refused == Translator("fr")("errors.terms-elsewhere")
