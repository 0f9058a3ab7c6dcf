"""A pseudonym: what is refused tells of the room alone, and a file's own people are found again."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.widgets.conftest import MakeRoom
from tests.widgets.room import NOON, Room, lay_out, seat
from workshop_kit.domain.model import Origin, Participant
from workshop_kit.files.hall import Hall

KNOWN = Participant("known", "Jeanne Secrète", "", "", Origin.FILE, NOON)


@pytest.fixture
def room(make_room: MakeRoom) -> Room:
    return make_room(lay_out, seat, lambda hall: hall.add_participant(KNOWN))


def names(room: Room) -> dict[str, str]:
    return {one.id: one.pseudonym for one in room.read(lambda hall: hall.list_participants())}


def test_joining_under_a_name_that_only_a_file_knows_tells_nothing(room: Room) -> None:
    phone = room.phone().join("jeanne secrete")
    assert phone.me.pseudonym == "jeanne secrete"
    assert names(room)["known"] == "Jeanne Secrète (fichier)"


def test_a_correction_and_a_person_without_a_phone_tell_nothing_either(room: Room) -> None:
    phone, laptop = room.phone().join("Zoé"), room.laptop()
    entry = {"category": "association", "sector": ""}
    phone.do("join", "correct_seat", pseudonym="Jeanne Secrète", **entry)
    phone.do("join", "correct_seat", pseudonym="Zoé", **entry)
    added = laptop.do("voices", "add_voice", pseudonym="Jeanne Secrète", category="resident")["id"]
    assert names(room)[added] == "Jeanne Secrète"


def test_the_same_name_twice_in_the_room_is_refused_still(room: Room) -> None:
    room.phone().join("Jeanne Secrète")
    entry = {"pseudonym": "JEANNE SECRETE", "category": "association", "sector": ""}
    assert "JEANNE SECRETE" in room.phone("another").refuse("join", "join", **entry)


def test_a_file_taken_in_again_means_who_it_knew_and_not_who_took_the_name(room: Room) -> None:
    room.phone().join("Jeanne Secrète")
    assert room.read(lambda hall: Hall(hall, NOON, "fr").find_person("Jeanne Secrète")) == "known"
    room.write(lambda hall: hall.update_participant(replace(KNOWN, pseudonym="Jeanne Secrète (file) 2")))
    assert room.read(lambda hall: Hall(hall, NOON, "fr").find_person("Jeanne Secrète")) == "known"
