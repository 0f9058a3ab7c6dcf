"""Moderation before the projector: what a person should read first is held back as it comes, and given back."""

from __future__ import annotations

from typing import Any

import pytest

from tests.widgets.conftest import MakeRoom
from tests.widgets.room import NOON, Laptop, Page, Phone, Room, begin
from workshop_kit.domain.course import Moment
from workshop_kit.domain.model import Idea
from workshop_kit.i18n import Translator

SAY = Translator("fr")
NAMED = "Que Madame Martin ouvre la salle"


@pytest.fixture
def room(make_room: MakeRoom) -> Room:
    room = make_room(begin)
    room.move(Moment.WRITING)
    return room


@pytest.fixture
def phone(room: Room) -> Phone:
    return room.phone().join("Coquelicot")


def write(page: Page, text: str) -> str:
    asked = page.ask("ideas", "write_idea", challenge="home", text=text, source=None)
    if not asked["ok"]:  # a contact is asked about first
        asked = page.ask("ideas", "write_idea", challenge="home", text=text, source=None)
    return str(asked["result"]["idea"])


def find(room: Room, idea: str) -> Idea:
    return room.read(lambda hall: hall.find_idea(idea))


def table(laptop: Laptop) -> dict[str, Any]:
    laptop.refresh("ideas")
    return laptop.model("ideas")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Le maire est un connard", "hurts"),
        (NAMED, "person"),
        ("Une remorque à prêter, 0639 980 901", "contact"),
        ("Madame Martin est une connasse, 0639 980 901", "hurts"),
    ],
)
def test_an_idea_is_held_back_as_it_comes_and_its_author_reads_why(
    room: Room, phone: Phone, text: str, reason: str
) -> None:
    idea = write(phone, text)
    assert find(room, idea).held == SAY(f"words.held.{reason}")
    phone.refresh("ideas")
    (own,) = [one for one in phone.model("ideas")["challenges"][0]["ideas"] if one["id"] == idea]
    assert (own["text"], own["held"]) == (text, SAY(f"words.held.{reason}"))


@pytest.mark.parametrize("text", ["Une laverie rue Jean Jaurès", "Que Gérard prête sa grange", "C’est con de jeter"])
def test_what_names_a_place_or_hurts_nobody_is_shown_as_it_comes(room: Room, phone: Phone, text: str) -> None:
    assert find(room, write(phone, text)).held == ""


def test_whoever_is_in_the_room_is_named_by_what_they_are_called(room: Room, phone: Phone) -> None:
    room.phone("browser-2").join("Gérard")
    assert find(room, write(phone, "Que Gérard prête sa grange")).held == SAY("words.held.person")


def test_the_facilitator_gives_it_back_with_one_press_and_a_slip_of_the_pen_does_not_hold_it_again(
    room: Room, phone: Phone, laptop: Laptop
) -> None:
    idea = write(phone, NAMED)
    laptop.do("ideas", "hold_idea", idea=idea, reason="")
    phone.do("ideas", "correct_idea", idea=idea, text=f"{NAMED} le soir", source=None)
    assert find(room, idea).held == "", "the name was read there"
    phone.do("ideas", "correct_idea", idea=idea, text=f"{NAMED} avec Monsieur Durand", source=None)
    assert find(room, idea).held == SAY("words.held.person")


def test_its_author_corrects_it_and_the_facilitator_is_told_to_read_it_again(
    room: Room, phone: Phone, laptop: Laptop
) -> None:
    idea = write(phone, NAMED)
    phone.do("ideas", "correct_idea", idea=idea, text="Que la mairie ouvre la salle", source=None)
    assert (bool(find(room, idea).held), find(room, idea).corrected) == (True, True)
    room.move(Moment.REVEAL, laptop)
    assert [(one["id"], one["corrected"]) for one in table(laptop)["held"]] == [(idea, True)]


def test_how_many_are_held_back_and_why_is_told_before_anybody_reads_them(
    room: Room, phone: Phone, laptop: Laptop
) -> None:
    write(phone, NAMED)
    write(phone, "Une remorque, 0639 980 901")
    write(phone, "Que Monsieur Durand prête son champ")
    told = {one["reason"]: one["number"] for one in table(laptop)["held_for"]}
    assert told == {SAY("words.held.person"): 2, SAY("words.held.contact"): 1}
    assert table(laptop)["held"] == []
    assert "Martin" not in laptop.everything()


def test_what_the_facilitator_types_was_read_already_and_a_helpers_was_not(room: Room, laptop: Laptop) -> None:
    laptop.do("ideas", "write_for", challenge="home", text=NAMED, source=None, pseudonym="", category="")
    assert [one.held for one in room.read(lambda hall: hall.list_ideas()) if one.text == NAMED] == [""]
    room.write(lambda hall: hall.add_helper("browser of a helper", NOON))
    helper = room.phone("browser of a helper")
    marcel = helper.do("helper", "add_voice", pseudonym="Marcel", category="resident", sector="")["id"]
    text = "Que Monsieur Durand prête son champ"
    helper.do("helper", "write_as", participant=marcel, challenge="home", text=text, source=None)
    assert [one.held for one in room.read(lambda hall: hall.list_ideas()) if one.text == text] == [
        SAY("words.held.person")
    ]


def test_nothing_held_back_reaches_the_screen_or_another_phone(room: Room, phone: Phone) -> None:
    write(phone, NAMED)
    other, screen = room.phone("browser-2").join("Bleuet"), room.screen()
    room.move(Moment.REVEAL, other, screen)
    for page in (other, screen):
        page.read_all()
        assert "Martin" not in page.everything()
