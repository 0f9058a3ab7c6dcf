"""A pseudonym: what is refused tells of the room alone, and who stands in a file has nothing to do with a seat."""

from __future__ import annotations

import pytest

from tests.widgets.conftest import MakeRoom
from tests.widgets.room import NOON, Room, lay_out, seat
from workshop_kit.domain.model import Mission, Origin, Participant, Volunteer
from workshop_kit.files.importing.reference import Hall
from workshop_kit.files.reading.values import Choices
from workshop_kit.live.acts.erasing import erase_person

KNOWN = Participant("known", "Jeanne Secrète", "", "", Origin.FILE, NOON)
OFFER = Volunteer("known", "Jeanne Secrète", "jeanne@example.org", "06 39 98 04 01", "", NOON, "être rappelée")


@pytest.fixture
def room(make_room: MakeRoom) -> Room:
    return make_room(lay_out, seat, lambda hall: hall.add_participant(KNOWN), lambda hall: hall.update_volunteer(OFFER))


def names(room: Room) -> dict[str, str]:
    return {one.id: one.pseudonym for one in room.read(lambda hall: hall.list_participants())}


def test_joining_under_a_name_that_only_a_file_knows_tells_nothing_and_changes_nothing(room: Room) -> None:
    phone = room.phone().join("jeanne secrete")
    assert phone.me.pseudonym == "jeanne secrete"
    assert names(room)["known"] == "Jeanne Secrète"


def test_taking_a_name_of_a_list_writes_what_taking_any_free_one_writes(room: Room) -> None:
    def join(visitor: str, name: str) -> list[str]:
        before = room.store.latest_sequence()
        room.phone(visitor).join(name)
        return [one.kind for one in room.store.changes_since(before)]

    assert join("a", "Jeanne Secrète") == join("b", "Camille Libre")


def test_a_name_of_a_list_is_never_suggested_around(room: Room) -> None:
    room.phone("a").join("Jeanne")
    entry = {"pseudonym": "jeanne", "category": "association", "sector": ""}
    room.write(lambda hall: hall.add_participant(Participant("listed", "Jeanne 2", "", "", Origin.FILE, NOON)))
    assert "jeanne 2" in room.phone("b").refuse("join", "join", **entry)


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
    assert room.read(lambda hall: Hall(hall, NOON, Choices()).find_person({}, "Jeanne Secrète")) == "known"


def test_who_takes_a_name_of_a_list_reads_none_of_its_contact_details(room: Room) -> None:
    phone = room.phone().join("Jeanne Secrète")
    shown = str([phone.model(panel) for panel in ("join", "thanks")])
    assert OFFER.email not in shown
    assert OFFER.phone not in shown
    assert room.read(lambda hall: hall.find_volunteer(phone.me.id)) is None


def test_who_takes_a_name_of_a_list_and_erases_themselves_takes_no_mission_from_it(room: Room) -> None:
    room.write(lambda hall: hall.add_mission(Mission("van", "home", "Prêter le fourgon", 1, owner="Jeanne Secrète")))
    phone = room.phone("stranger").join("jeanne secrete")
    phone.do("join", "erase", with_ideas=True)
    assert room.read(lambda hall: hall.find_mission("van")).owner == "Jeanne Secrète"
    room.write(lambda hall: erase_person(hall, "known", NOON, with_ideas=True))
    assert room.read(lambda hall: hall.find_mission("van")).owner == ""
