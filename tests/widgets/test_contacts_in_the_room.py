"""A number or an address in an idea: its author is asked before it is sent, and the room reads […]."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from tests.widgets.conftest import MakeRoom
from tests.widgets.room import Phone, Room, begin, lay_out, seat
from workshop_kit.domain.course import Moment
from workshop_kit.domain.model import Mission, Sector, Stakeholder
from workshop_kit.i18n import Translator
from workshop_kit.store import Repository

TEXT = "Une remorque à prêter, 0639 980 901"
SHOWN = "Une remorque à prêter, […]"


@pytest.fixture
def room(make_room: MakeRoom) -> Room:
    return make_room(begin)


@pytest.fixture
def phone(room: Room) -> Phone:
    return room.phone().join("Coquelicot")


def say(code: str) -> str:
    return Translator("fr")(f"errors.{code}")


def list_texts(room: Room) -> list[str]:
    return [idea.text for idea in room.read(lambda repository: repository.list_ideas())]


def write(phone: Phone, text: str = TEXT) -> str:
    phone.refuse("ideas", "write_idea", challenge="home", text=text, source=None)
    return str(phone.do("ideas", "write_idea", challenge="home", text=text, source=None)["idea"])


def give_back(room: Room) -> None:
    """Give every idea that is held back to the room, as the facilitator does with one that they have read."""
    laptop = room.laptop()
    for idea in room.read(lambda repository: repository.list_ideas()):
        laptop.do("ideas", "hold_idea", idea=idea.id, reason="")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (TEXT, "idea-holds-phone"),
        ("Écrire à jeanne (at) example.org", "idea-holds-address"),
        ("06 39 98 09 01 ou jeanne@example.org", "idea-holds-both"),
    ],
)
def test_an_idea_with_a_contact_in_it_is_sent_only_once_its_author_said_so(
    room: Room, phone: Phone, text: str, code: str
) -> None:
    room.move(Moment.WRITING, phone)
    assert phone.refuse("ideas", "write_idea", challenge="home", text=text, source=None) == say(code)
    assert text not in list_texts(room)
    phone.do("ideas", "write_idea", challenge="home", text=text, source=None)
    assert text in list_texts(room), "as it was written"


def test_the_button_of_the_phone_says_what_sending_it_again_does(room: Room, phone: Phone) -> None:
    room.move(Moment.WRITING, phone)
    answer = phone.ask("ideas", "write_idea", challenge="home", text=TEXT, source=None)
    assert answer["values"] == {"again": "Envoyer, numéro masqué"}


def test_the_same_letter_that_comes_twice_was_asked_about_once(room: Room, phone: Phone) -> None:
    room.move(Moment.WRITING, phone)
    for _ in range(3):  # its answer was lost: the phone sends it again by itself
        answer = phone.ask("ideas", "write_idea", "same-id", challenge="home", text=TEXT, source=None)
        assert answer["ok"] is False
    assert TEXT not in list_texts(room)


def test_another_number_is_asked_about_anew_and_one_that_stood_there_is_not(room: Room, phone: Phone) -> None:
    room.move(Moment.WRITING, phone)
    idea = write(phone)
    phone.do("ideas", "correct_idea", idea=idea, text=f"{TEXT}, le soir", source=None)
    phone.refuse("ideas", "correct_idea", idea=idea, text=f"{TEXT} ou 0639 980 902", source=None)


def test_a_budget_is_no_number_and_nobody_is_asked(room: Room, phone: Phone) -> None:
    room.move(Moment.WRITING, phone)
    phone.do(
        "ideas", "write_idea", challenge="home", text="12 000 000 € d’ici 06/2027 ; le 115 et le 3919", source=None
    )


def test_its_author_corrects_it_as_written_then_reads_what_the_room_reads(room: Room, phone: Phone) -> None:
    other = room.phone("browser-2").join("Bleuet")
    room.move(Moment.WRITING, phone)
    write(phone)
    assert "0639 980 901" in phone.everything()
    give_back(room)
    for moment in (Moment.REVEAL, Moment.VOTE, Moment.RESULTS):
        room.walk_to(moment, phone, other)
        assert "0639 980 901" not in other.everything(), moment
        read = json.dumps(phone.model("vote" if moment is not Moment.REVEAL else "ideas"), ensure_ascii=False)
        assert "0639 980 901" not in read, "else they would believe that the whole room reads it"
    room.unveil()
    other.read_all()
    assert "0639 980 901" not in other.everything()
    assert SHOWN in other.everything()


def test_the_facilitator_reads_it_as_the_room_does_since_a_laptop_may_be_mirrored(room: Room, phone: Phone) -> None:
    room.move(Moment.WRITING, phone)
    write(phone)
    give_back(room)
    laptop, screen = room.laptop(), room.screen()
    room.walk_to(Moment.REVEAL, laptop, screen)
    laptop.read_all()
    assert "0639 980 901" not in laptop.everything()
    assert SHOWN in laptop.everything()
    assert "0639 980 901" not in screen.everything()
    assert SHOWN in screen.everything().replace("\u00a0", " ")


def test_a_title_is_as_typed_where_the_facilitator_changes_it_and_marked_and_concealed_everywhere_else(
    room: Room, phone: Phone
) -> None:
    room.move(Moment.WRITING, phone)
    ideas = [write(phone), write(phone, f"{TEXT}, le soir")]
    give_back(room)
    laptop, screen = room.laptop(), room.screen()
    room.walk_to(Moment.REVEAL, laptop, screen)
    laptop.do("ideas", "gather_ideas", ideas=ideas, title=TEXT)
    room.write(lambda repository: repository.add_mission(Mission("van", "home", TEXT, 2)))
    read = laptop.read_all()
    group = next(one for one in read["ideas"]["options"] if not one["lone"])
    assert (group["title"], group["concealed"]) == (TEXT, True)
    missions = [one for each in read["missions"]["challenges"] for one in each["missions"]]
    assert [(one["title"], one["concealed"]) for one in missions if one["id"] == "van"] == [(TEXT, True)]
    for moment in (Moment.VOTE, Moment.RESULTS):
        room.walk_to(moment, laptop, screen)
        group = next(one for one in laptop.read_all()["ideas"]["options"] if not one["lone"])
        assert (group["title"], group["concealed"]) == (SHOWN, False), "it is changed no more"
    assert "0639 980 901" not in screen.everything()


def test_a_mission_called_after_it_is_shown_without_it(room: Room, phone: Phone) -> None:
    room.walk_to(Moment.MISSIONS, phone)
    screen = room.screen()
    room.write(lambda repository: repository.add_mission(Mission("van", "home", TEXT, 2)))
    screen.follow_once()
    assert "0639 980 901" not in screen.everything()
    assert SHOWN in screen.everything()


def test_whoever_writes_for_somebody_is_asked_too(make_room: MakeRoom) -> None:
    room = make_room(lay_out, seat)
    laptop = room.laptop()
    room.move(Moment.WRITING, laptop)
    marcel = str(laptop.do("voices", "add_voice", pseudonym="Marcel", category="resident")["id"])
    spoken = {"challenge": "home", "source": None}
    for panel, intention, more in (
        ("voices", "write_as", {"participant": marcel}),
        ("voices", "type_slip", {"number": 12}),
        ("ideas", "write_for", {"pseudonym": "", "category": ""}),
    ):
        text = f"{intention} : 06 39 98 09 01"
        assert laptop.refuse(panel, intention, text=text, **spoken, **more) == say("idea-holds-phone"), intention
        laptop.do(panel, intention, text=text, **spoken, **more)
        assert text in list_texts(room)


def test_the_single_point_of_contact_and_what_follows_stay_as_they_were_typed(room: Room, phone: Phone) -> None:
    def type_in(repository: Repository) -> None:
        known = repository.find_workshop()
        repository.update_workshop(replace(known, contact="Mairie, 03 29 99 00 01", follow_up="mairie@example.org"))

    room.write(type_in)
    room.walk_to(Moment.THANKS, phone)
    screen = room.screen()
    assert "03 29 99 00 01" in screen.everything()
    assert "mairie@example.org" in screen.everything()


def test_whatever_the_organiser_typed_is_shown_without_a_contact_but_what_is_typed_to_be_published(
    room: Room, phone: Phone
) -> None:
    number = "06 39 98 09 05"

    def type_it(repository: Repository) -> None:
        repository.update_workshop(
            replace(
                repository.find_workshop(),
                title=f"Atelier {number}",
                territory=f"Bourg, {number}",
                contact="Mairie, 06 39 98 09 06",
            )
        )
        repository.update_challenge(
            replace(repository.find_challenge("home"), stake=f"Aide {number}", statement=f"Comment ? {number}")
        )
        repository.add_sector(Sector("yard", f"La cour, {number}"))
        repository.add_stakeholder(Stakeholder("radio", f"Radio {number}", "Radio"))
        repository.add_mission(Mission("van", "home", "Prêter", 2, sector=f"La cour, {number}"))

    room.write(type_it)
    screen, newcomer = room.screen(), room.phone("browser-9")
    for moment in (Moment.WRITING, Moment.REVEAL, Moment.VOTE, Moment.SCORING, Moment.MISSIONS, Moment.THANKS):
        room.walk_to(moment, phone, screen, newcomer)
        newcomer.read_all()
        shown = phone.everything() + screen.everything() + newcomer.everything()
        assert number not in shown, (moment, shown[shown.index(number) - 300 : shown.index(number) + 20])
        assert "Atelier […]" in shown, moment
    assert "06 39 98 09 06" in phone.everything() + screen.everything()


def test_a_sector_and_a_category_may_be_chosen_by_what_the_phone_shows_of_them(room: Room) -> None:
    def type_it(repository: Repository) -> None:
        repository.add_sector(Sector("yard", "La cour, 06 39 98 09 05"))
        repository.add_stakeholder(Stakeholder("radio", "Radio 06 39 98 09 05", "Radio"))

    room.write(type_it)
    newcomer = room.phone("browser-9")
    newcomer.do("join", "join", pseudonym="Zinnia", category="Radio […]", sector="La cour, […]")
    seated = next(
        one for one in room.read(lambda repository: repository.list_participants()) if one.pseudonym == "Zinnia"
    )
    assert (seated.category, seated.sector) == ("Radio 06 39 98 09 05", "La cour, 06 39 98 09 05")
