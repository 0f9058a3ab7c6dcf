"""Whom the registers know: looked through, ticked, taken in, and why one should."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.widgets.conftest import MakeRoom
from tests.widgets.room import Laptop, Room
from workshop_kit.domain.candidates import Candidate, Register
from workshop_kit.domain.catalogue import Catalogue, Entry
from workshop_kit.domain.model import Sector, Stakeholder, StakeholderStatus
from workshop_kit.environment import QUERY_VARIABLE
from workshop_kit.i18n import Translator
from workshop_kit.live.acts.arriving import INVITED, name_invitation
from workshop_kit.live.facilitator.candidates import ROWS
from workshop_kit.store import Repository

CATALOGUE = Catalogue(
    (
        Entry("shops", "Commerces", "shop", why="Ils voient tout le monde.", unexpected=True),
        Entry("pharmacies", "Pharmacies", "health", why="Tout le monde y passe.", unexpected=True),
        Entry("music", "Musique", "culture_sport", why="Ils rassemblent.", examples="l’harmonie"),
    )
)


def candidate(number: int, name: str = "", entry: str = "shops", sector: str = "") -> Candidate:
    return Candidate(
        f"{number:014d}", Register.SIRENE, name or f"Boutique {number}", entry=entry, category="shop",
        address="3 rue du Lac", postcode="59999", commune="Val-Brume", sector=sector,
    )  # fmt: skip


def fill(hall: Repository) -> None:
    hall.add_sector(Sector("lac", "Le Lac"))
    hall.add_candidates(
        [candidate(1, "Épicerie Martin", sector="Le Lac"), candidate(2), candidate(3, "Chorale", "music")]
    )


@pytest.fixture
def room(make_room: MakeRoom) -> Room:
    return make_room(fill)


@pytest.fixture
def laptop(room: Room) -> Laptop:
    return room.laptop(catalogue=lambda _folder, _language: CATALOGUE)


def names(laptop: Laptop) -> list[str]:
    return [one["name"] for one in laptop.model("candidates")["rows"]]


def look(laptop: Laptop, **asked: object) -> None:
    laptop.do("candidates", "look_at_candidates", **asked)


def test_candidates_are_found_by_words_kind_and_sector(laptop: Laptop) -> None:
    assert laptop.model("candidates")["all"] == 3
    look(laptop, search="epicerie lac")
    assert names(laptop) == ["Épicerie Martin"]
    look(laptop, entry="music")
    assert names(laptop) == ["Chorale"]
    look(laptop, sector="le lac")
    assert names(laptop) == ["Épicerie Martin"]
    look(laptop, search="rien de tel")
    assert (names(laptop), laptop.model("candidates")["found"]) == ([], 0)


def test_thousands_of_candidates_come_page_by_page(room: Room, laptop: Laptop) -> None:
    room.write(lambda hall: hall.add_candidates([candidate(number) for number in range(100, 100 + 3 * ROWS)]))
    laptop.do("candidates", "look_at_candidates", page=4)
    model = laptop.model("candidates")
    assert (model["pages"], model["page"], len(model["rows"])) == (4, 4, 3)
    laptop.do("candidates", "look_at_candidates", page=99)
    assert laptop.model("candidates")["page"] == 4


def test_those_that_are_ticked_are_invited_with_their_reason_and_address(room: Room, laptop: Laptop) -> None:
    first = candidate(1).id
    assert laptop.do("candidates", "take_candidates", candidates=[first, first])["added"] == 1
    (listed,) = room.read(lambda hall: hall.list_stakeholders())
    assert (listed.name, listed.category, listed.sector) == ("Épicerie Martin", "shop", "Le Lac")
    assert (listed.reason, listed.register) == ("Ils voient tout le monde.", first)
    assert listed.address == "3 rue du Lac\n59999 Val-Brume"
    assert laptop.do("candidates", "take_candidates", candidates=[first])["added"] == 0
    assert [one["taken"] for one in laptop.model("candidates")["rows"]] == [True, False, False]


def test_a_word_without_end_in_the_organisers_catalogue_makes_a_stakeholder_that_can_be_corrected(
    room: Room, laptop: Laptop
) -> None:
    endless = replace(candidate(4), category="Pêche " * 1000)
    room.write(lambda hall: hall.add_candidates([endless]))
    laptop.do("candidates", "take_candidates", candidates=[endless.id])
    (listed,) = room.read(lambda hall: hall.list_stakeholders())
    kept = {name: getattr(listed, name) for name in ("id", "category", "contact", "email", "sector", "phone")}
    more = {"address": listed.address, "reason": listed.reason, "challenges": []}
    laptop.do("stakeholders", "write_stakeholder", name="Le club de pêche", **kept, **more)


def test_whoever_is_unexpected_among_the_candidates_is_so_on_the_list(room: Room, laptop: Laptop) -> None:
    pharmacy = replace(candidate(7, "Pharmacie du Lac", "pharmacies"), category="health")
    room.write(lambda hall: hall.add_candidates([pharmacy]))
    room.write(lambda hall: hall.add_stakeholder(Stakeholder("surgery", "health", "Cabinet médical")))
    look(laptop, entry="", sector="", search="pharmacie", page=1)
    assert [one["unexpected"] for one in laptop.model("candidates")["rows"]] == [True]
    laptop.do("candidates", "take_candidates", candidates=[pharmacy.id])
    laptop.refresh("stakeholders")
    shown = laptop.model("stakeholders")
    (health,) = [one for one in shown["categories"] if one["category"] == "health"]
    assert health["unexpected"] is False
    assert {one["name"]: one["unexpected"] for one in health["people"]} == {
        "Pharmacie du Lac": True, "Cabinet médical": False,
    }  # fmt: skip
    assert shown["unexpected"] == 1


def test_a_candidate_goes_off_the_list_until_it_was_invited(room: Room, laptop: Laptop) -> None:
    first = candidate(1).id
    laptop.do("candidates", "take_candidates", candidates=[first])
    laptop.do("candidates", "let_candidate_go", candidate=first)
    assert room.read(lambda hall: hall.list_stakeholders()) == ()
    laptop.do("candidates", "take_candidates", candidates=[first])
    (listed,) = room.read(lambda hall: hall.list_stakeholders())
    laptop.do("stakeholders", "set_status", stakeholder=listed.id, status="invited")
    refused = laptop.refuse("candidates", "let_candidate_go", candidate=first)
    assert refused == Translator("fr")("errors.candidate-invited", name=listed.name)


def test_who_is_missing_is_suggested_from_the_register_with_its_reason(room: Room, laptop: Laptop) -> None:
    laptop.do("stakeholders", "write_stakeholder", name="Mairie", category="elected")
    laptop.refresh("stakeholders")
    said = {one["entry"]: one for one in laptop.model("stakeholders")["suggestions"]}
    assert "du côté des commerces" in said["shops"]["sentence"]
    assert said["shops"]["candidates"] >= 1
    assert {one["about"] for one in laptop.model("stakeholders")["gaps"]} == {"evenness", "experts", "sectors"}
    assert all(one["low"] for one in laptop.model("stakeholders")["gaps"])


def test_a_name_is_found_in_the_sentence_of_the_organisers_own_word(room: Room) -> None:
    own = Catalogue((Entry("hunt", "Chasse", "Chasseurs", examples="la société de chasse"),))
    laptop = room.laptop(catalogue=lambda _folder, _language: own)
    laptop.do("stakeholders", "write_stakeholder", name="Mairie", category="elected")
    laptop.refresh("stakeholders")
    (only,) = laptop.model("stakeholders")["suggestions"]
    assert "Chasseurs" in only["sentence"]
    assert "la société de chasse" in only["sentence"]


def test_an_invitation_notes_when_it_left_and_when_they_were_reminded(room: Room, laptop: Laptop) -> None:
    who = laptop.do("stakeholders", "write_stakeholder", name="Garage", category="shop", phone="0199001234")["id"]
    laptop.do("stakeholders", "set_status", stakeholder=who, status="invited")
    room.moment += timedelta(days=9)
    laptop.refresh("stakeholders")
    (waiting,) = laptop.model("stakeholders")["reminders"]
    assert (waiting["name"], waiting["days"], waiting["reminded"]) == ("Garage", 9, "")
    assert waiting["phone"] == "01 99 00 12 34"
    laptop.do("stakeholders", "note_reminder", stakeholder=who)
    assert laptop.model("stakeholders")["reminders"][0]["reminded"] != ""
    laptop.do("stakeholders", "set_status", stakeholder=who, status="came")
    assert laptop.model("stakeholders")["reminders"] == []
    (listed,) = room.read(lambda hall: hall.list_stakeholders())
    assert listed.status is StakeholderStatus.CAME
    assert listed.came_at == room.moment
    assert listed.invited_at == room.moment - timedelta(days=9)


def test_a_telephone_that_cannot_be_called_is_refused(laptop: Laptop) -> None:
    refused = laptop.refuse("stakeholders", "write_stakeholder", name="Garage", category="shop", phone="abc")
    assert refused == Translator("fr")("errors.phone-shape", received="abc")


def test_whoever_joins_with_the_sign_of_their_invitation_came(
    room: Room, laptop: Laptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("Garage", "Boulangerie"):
        laptop.do("stakeholders", "write_stakeholder", name=name, category="shop")
    garage, bakery = room.read(lambda hall: hall.list_stakeholders())
    sign = room.read(lambda hall: name_invitation(hall, garage.id))
    for query in (f"{INVITED}={sign[:-1]}", f"{INVITED}=%C3%A9{sign[:7]}", f"{INVITED}="):
        monkeypatch.setenv(QUERY_VARIABLE, query)
        room.phone(f"browser of {query}").join(f"Personne {len(query)}")
    assert {one.status for one in room.read(lambda hall: hall.list_stakeholders())} == {StakeholderStatus.TO_INVITE}
    monkeypatch.setenv(QUERY_VARIABLE, f"lang=fr&{INVITED}={sign}")
    room.phone("browser of the garage").join("Coquelicot")
    now = {one.id: one for one in room.read(lambda hall: hall.list_stakeholders())}
    assert (now[garage.id].status, now[garage.id].came_at) == (StakeholderStatus.CAME, room.moment)
    assert now[bakery.id].status is StakeholderStatus.TO_INVITE


def test_whoever_stands_at_the_door_ticks_who_is_there(room: Room, laptop: Laptop) -> None:
    ids = {
        name: laptop.do("stakeholders", "write_stakeholder", name=name, category="shop")["id"]
        for name in ("Garage", "Boulangerie", "Coiffeur", "Fleuriste")
    }
    for name, status in {"Garage": "invited", "Boulangerie": "coming", "Coiffeur": "declined"}.items():
        laptop.do("stakeholders", "set_status", stakeholder=ids[name], status=status)
    laptop.refresh("arrivals")
    model = laptop.model("arrivals")
    # Whoever is looked for is found: a letter may have left unnoted, and somebody who had said no may come.
    assert [(one["name"], one["status"]) for one in model["expected"]] == [
        ("Boulangerie", "coming"),
        ("Garage", "invited"),
        ("Fleuriste", "to_invite"),
        ("Coiffeur", "declined"),
    ]
    assert (model["came"], model["coming"]) == (0, 1)
    for who in ("Garage", "Fleuriste"):
        laptop.do("arrivals", "set_status", stakeholder=ids[who], status="came")
    model = laptop.model("arrivals")
    assert (model["came"], model["coming"]) == (2, 3)


@pytest.mark.parametrize("before", ["to_invite", "invited", "coming", "declined"])
def test_a_tick_at_the_door_taken_away_leaves_everything_as_it_was(room: Room, laptop: Laptop, before: str) -> None:
    who = laptop.do("stakeholders", "write_stakeholder", name="Garage", category="shop")["id"]
    laptop.do("stakeholders", "set_status", stakeholder=who, status="invited")
    laptop.do("stakeholders", "set_status", stakeholder=who, status=before)
    was = room.read(lambda hall: hall.find_stakeholder(who))
    for _ in range(2):
        laptop.do("arrivals", "set_status", stakeholder=who, status="came")
        laptop.do("arrivals", "set_status", stakeholder=who, status="came")
        assert room.read(lambda hall: hall.find_stakeholder(who)).came_at == room.moment
        laptop.do("arrivals", "set_status", stakeholder=who, status=None)
        assert room.read(lambda hall: hall.find_stakeholder(who)) == was
    laptop.do("arrivals", "set_status", stakeholder=who, status=None)  # nobody is there to be sent back
    assert room.read(lambda hall: hall.find_stakeholder(who)) == was


@pytest.mark.parametrize("after", [None, "declined"])
def test_how_far_an_invitation_had_come_is_kept_as_long_as_somebody_is_said_to_be_there(
    room: Room, laptop: Laptop, after: str | None
) -> None:
    who = laptop.do("stakeholders", "write_stakeholder", name="Garage", category="shop")["id"]
    laptop.do("arrivals", "set_status", stakeholder=who, status="came")
    laptop.do("stakeholders", "set_status", stakeholder=who, status=after)
    assert room.read(lambda hall: hall.find_before_arrival(who)) is None
    came = replace(room.read(lambda hall: hall.find_stakeholder(who)), status=StakeholderStatus.CAME)
    room.write(lambda hall: hall.update_stakeholder(came))  # as a list says
    laptop.do("arrivals", "set_status", stakeholder=who, status=None)
    assert room.read(lambda hall: hall.find_stakeholder(who)).status is StakeholderStatus.COMING


def test_how_far_an_invitation_had_come_goes_with_whom_it_was_for(room: Room, laptop: Laptop) -> None:
    who = laptop.do("stakeholders", "write_stakeholder", name="Garage", category="shop")["id"]
    laptop.do("arrivals", "set_status", stakeholder=who, status="came")
    assert room.read(lambda hall: hall.find_before_arrival(who)) is StakeholderStatus.TO_INVITE
    laptop.do("stakeholders", "remove_stakeholder", stakeholder=who)
    assert room.read(lambda hall: hall.find_before_arrival(who)) is None


def test_who_is_on_the_list_from_elsewhere_under_the_same_name_is_told_before_it_is_ticked(
    room: Room, laptop: Laptop
) -> None:
    room.write(lambda hall: hall.add_stakeholder(Stakeholder("own", "shop", "EPICERIE  MARTIN")))
    laptop.refresh("candidates")
    alike = {one["name"]: one["alike"] for one in laptop.model("candidates")["rows"]}
    assert alike == {"Épicerie Martin": "EPICERIE  MARTIN", "Boutique 2": "", "Chorale": ""}


def test_who_was_taken_from_here_is_alike_to_nobody(laptop: Laptop) -> None:
    laptop.do("candidates", "take_candidates", candidates=["00000000000001"])
    assert [one["alike"] for one in laptop.model("candidates")["rows"]] == ["", "", ""]
