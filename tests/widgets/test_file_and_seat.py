"""Somebody of a file and somebody in the room under the same name: two, until the facilitator says they are one."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from tests.files.field import JEANNE, JEANNES_SCORE, TWO_MISSIONS
from tests.widgets.conftest import MakeRoom
from tests.widgets.room import NOON, Laptop, Phone, Room, lay_out
from workshop_kit.domain.course import Moment
from workshop_kit.domain.model import Assignment, Origin, Participant, Score, Volunteer
from workshop_kit.files import write_import
from workshop_kit.live.acts.assigning import assign_workshop
from workshop_kit.live.acts.forgetting import remember_withdrawn
from workshop_kit.store.persons import Persons

HERS = ("jeanne.martin@example.org", "06 39 98 04 01")


def bring(room: Room, kind: str, text: str) -> None:
    """Take a file in, its challenge being the one of the tests."""
    stake = room.challenge().stake
    write_import(room.store, kind, f"{kind}.csv", text.replace("Logement", stake).encode(), now=NOON)


@pytest.fixture
def room(make_room: MakeRoom) -> Room:
    room = make_room(lay_out)
    room.phone("jeannes").join("Jeanne Martin")
    for kind, text in (("volunteers", JEANNE), ("missions", TWO_MISSIONS), ("scores", JEANNES_SCORE)):
        bring(room, kind, text)
    return room


@pytest.fixture
def jeanne(room: Room) -> Phone:
    return room.phone("jeannes")


def of_file(room: Room) -> Participant:
    return next(one for one in room.read(lambda hall: hall.list_participants()) if one.origin is Origin.FILE)


def asked(laptop: Laptop) -> list[dict[str, Any]]:
    laptop.refresh("people")
    return [one for one in laptop.model("people")["doubts"] if one["kind"] in ("file", "files")]


def placed(room: Room) -> list[Assignment]:
    assign_workshop(room.store)
    return list(room.read(lambda hall: Persons(hall).list_assignments()))


def test_her_seat_shows_nothing_of_the_files_person(room: Room, jeanne: Phone) -> None:
    for moment in (Moment.SCORING, Moment.OFFER, Moment.MISSIONS, Moment.THANKS):
        room.move(moment, jeanne)
        shown = jeanne.everything()
        assert not any(word in shown for word in HERS)
    own = jeanne.me.id
    assert room.read(lambda hall: (hall.find_volunteer(own), hall.list_scores(participant=own))) == (None, ())


def test_her_seat_erases_and_withdraws_nothing_of_the_files_person(room: Room, jeanne: Phone) -> None:
    room.move(Moment.OFFER, jeanne)
    jeanne.do("offer", "withdraw_offer")
    jeanne.do("join", "erase", with_ideas=True)
    brought = of_file(room).id
    offer = room.read(lambda hall: hall.find_volunteer(brought))
    assert offer is not None
    assert (offer.email, offer.phone) == HERS


def test_the_facilitator_is_asked_with_what_speaks_for_it_and_no_detail(room: Room, jeanne: Phone) -> None:
    laptop = room.laptop()
    (doubt,) = asked(laptop)
    assert (doubt["kind"], doubt["signs"], doubt["names"]) == ("file", ["name"], ["Jeanne Martin", "Jeanne M."])
    assert doubt["seats"] == [of_file(room).id, jeanne.me.id]
    assert not any(word in str(laptop.model("people")) for word in HERS)


def test_joined_she_counts_once_and_is_placed_once(room: Room, jeanne: Phone) -> None:
    laptop = room.laptop()
    laptop.do("people", "join_seats", participant=of_file(room).id, to=jeanne.me.id)
    assert asked(laptop) == []
    assert len(room.read(lambda hall: Persons(hall).list_participants())) == 1
    assert [one.participant for one in placed(room)] == [jeanne.me.id]
    room.move(Moment.OFFER, jeanne)
    assert not any(word in jeanne.everything() for word in HERS)


def test_parted_again_they_are_two(room: Room, jeanne: Phone) -> None:
    laptop = room.laptop()
    brought = of_file(room)
    laptop.do("people", "join_seats", participant=brought.id, to=jeanne.me.id)
    laptop.refresh("people")
    (settled,) = [one for one in laptop.model("people")["settled"] if one["kind"] == "joined"]
    assert (settled["seat"], settled["names"]) == (brought.id, ["Jeanne M.", "Jeanne Martin"])
    laptop.do("people", "join_seats", participant=brought.id, to=None)
    assert len(room.read(lambda hall: Persons(hall).list_participants())) == 2


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (
            "fr",
            r"Jeanne M\. et Jeanne Martin\u00a0: réunis le .+ à \d+\Wh\W\d\d par l’animation\u202f;"
            r" séparés le .+ à \d+\Wh\W\d\d par l’animation\u202f; réunis le .+ par l’animation\u202f;"
            r" séparés le .+, sur le téléphone de Jeanne Martin\.",
        ),
        (
            "en",
            r"Jeanne M\. and Jeanne Martin: joined on .+ at \d+:\d\d by the facilitator;"
            r" parted on .+ at \d+:\d\d by the facilitator; joined on .+ by the facilitator;"
            r" parted on .+, on the phone of Jeanne Martin\.",
        ),
    ],
)
def test_who_joined_and_parted_them_is_told_in_a_sentence_without_a_name_once_she_is_erased(
    room: Room, jeanne: Phone, language: str, told: str
) -> None:
    laptop = room.laptop()
    laptop.do("header", "switch_language", language=language)
    laptop.refresh("people")
    assert laptop.model("people")["traces"] == []
    brought = of_file(room)
    laptop.do("people", "join_seats", participant=brought.id, to=jeanne.me.id)
    laptop.do("people", "join_seats", participant=brought.id, to=None)
    laptop.do("people", "join_seats", participant=brought.id, to=jeanne.me.id)
    jeanne.do("join", "part_seats")
    laptop.refresh("people")
    (sentence,) = laptop.model("people")["traces"]
    assert re.fullmatch(told, sentence), sentence
    jeanne.do("join", "erase", with_ideas=True)
    laptop.refresh("people")
    (sentence,) = laptop.model("people")["traces"]
    assert "Jeanne Martin" not in sentence


def test_who_took_their_details_back_is_not_named_by_a_trace(room: Room, jeanne: Phone) -> None:
    laptop = room.laptop()
    brought = of_file(room)
    laptop.do("people", "join_seats", participant=brought.id, to=jeanne.me.id)
    room.store.perform(None, lambda hall: remember_withdrawn(hall, brought, datetime.now(UTC)))
    laptop.refresh("people")
    (sentence,) = laptop.model("people")["traces"]
    assert "Jeanne" not in sentence


def test_that_they_are_two_is_kept_and_can_be_taken_back(room: Room, jeanne: Phone) -> None:
    laptop, another = room.laptop(), room.laptop()
    pair = {"participant": of_file(room).id, "other": jeanne.me.id}
    laptop.do("people", "keep_apart", apart=True, **pair)
    assert asked(laptop) == asked(another) == []
    (settled,) = [one for one in laptop.model("people")["settled"] if one["kind"] == "apart"]
    assert {settled["seat"], settled["other"]} == set(pair.values())
    laptop.do("people", "keep_apart", apart=False, **pair)
    assert len(asked(laptop)) == 1


def test_a_seat_is_known_by_the_number_it_gave_itself(room: Room) -> None:
    phone = room.phone("other").join("Papillon")
    offer = Volunteer(phone.me.id, "J. M.", "", "+33639980401", "", NOON, "être rappelée")
    room.write(lambda hall: hall.update_volunteer(offer))
    found = [one for one in asked(room.laptop()) if phone.me.id in one["seats"]]
    assert [one["signs"] for one in found] == [["phone"]]


def test_twins_of_two_files_are_asked_about_joined_and_parted(room: Room) -> None:
    bring(room, "volunteers", JEANNE.replace("Jeanne Martin", "Jeane Martin").replace("04 01", "04 09"))
    laptop = room.laptop()
    # the row that bears the same address waits for an answer at the import
    assert not any(one["kind"] == "files" for one in asked(laptop))
    bring(room, "volunteers", "Nom;Téléphone;Consentement\nJeane Martin;06 39 98 04 77;oui\n")
    bring(room, "volunteers", "Nom;Téléphone;Consentement\nZahra El Amrani;06 39 98 04 78;oui\n")
    bring(room, "volunteers", "Nom;Courriel;Consentement\nZahra El-Amranie;z@example.org;oui\n")
    (twins,) = [one for one in asked(laptop) if one["kind"] == "files"]
    assert (twins["signs"], twins["names"]) == (["near-name"], ["Zahra E.", "Zahra E. A."])
    laptop.do("people", "join_seats", participant=twins["seats"][0], to=twins["seats"][1])
    assert not any(one["kind"] == "files" for one in asked(laptop))


def test_homonyms_of_a_file_are_told_apart_by_as_little_of_their_address_as_does(room: Room, jeanne: Phone) -> None:
    bring(room, "volunteers", "Nom;Courriel;Consentement\nJeanne Martin;j.m@example.org;oui\n")
    (other,) = [one for one in room.read(lambda hall: hall.list_volunteers()) if one.email == "j.m@example.org"]
    second = replace(of_file(room), id="second", pseudonym="Jeanne MARTIN")
    room.write(lambda hall: hall.add_participant(second))
    room.write(lambda hall: hall.update_volunteer(replace(other, participant="second", email="", phone="+33639980478")))
    names = {one["names"][1] for one in asked(room.laptop()) if one["kind"] == "file"}
    assert names == {"Jeanne M. (j…@example.org)", "Jeanne M. (…78)"}


def test_namesakes_are_told_apart_on_the_facilitators_pages_alone(room: Room, jeanne: Phone) -> None:
    room.write(lambda hall: hall.update_score(Score(jeanne.me.id, "home", 1, 1)))
    laptop = room.laptop()
    assert sorted(str(laptop.model("matrix")).split("'")).count("Jeanne Martin (fichier)") > 0
    room.move(Moment.SCORING, jeanne)
    assert "(fichier)" not in jeanne.everything()
