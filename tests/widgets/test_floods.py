"""A flood of ideas: bounded whatever is erased, told to the facilitator, held back together, and given back."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from tests.widgets.conftest import MakeRoom
from tests.widgets.room import Laptop, Phone, Room, begin
from workshop_kit.domain import floods
from workshop_kit.domain.course import Moment
from workshop_kit.live.acts import contributing
from workshop_kit.live.acts.naming_ideas import is_from_phone
from workshop_kit.live.participant.paging import IDEAS_A_PAGE


@pytest.fixture
def room(make_room: MakeRoom) -> Room:
    room = make_room(begin)
    room.walk_to(Moment.WRITING)
    return room


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(contributing, "IDEAS_EACH", 5)
    monkeypatch.setattr(contributing, "IDEAS_OF_A_ROOM", 8)


def write(phone: Phone, *texts: str) -> None:
    for text in texts:
        phone.do("ideas", "write_idea", challenge="home", text=text, source=None)


def spread(number: int, name: str = "Trop") -> list[str]:
    return [f"{name} numéro {one}" for one in range(number)]


def look(laptop: Laptop) -> dict[str, Any]:
    laptop.follow_once()
    laptop.refresh("ideas")
    return laptop.model("ideas")


@pytest.mark.usefixtures("few")
def test_giving_a_seat_back_gives_its_browser_no_more_ideas(room: Room) -> None:
    phone = room.phone("b1").join("Colibri")
    write(phone, *spread(5))
    phone.do("thanks", "erase", with_ideas=False)
    phone.join("Martinet")
    assert "5" in phone.refuse("ideas", "write_idea", challenge="home", text="Une de plus", source=None)


@pytest.mark.usefixtures("few")
def test_an_idea_taken_back_by_its_author_counts_no_more(room: Room) -> None:
    phone = room.phone("b1").join("Colibri")
    write(phone, *spread(5))
    first = phone.model("ideas")["challenges"][0]["ideas"][0]["id"]
    phone.do("ideas", "remove_idea", idea=first)
    write(phone, "Une autre à la place")


@pytest.mark.usefixtures("few")
def test_a_room_has_only_so_many_ideas_until_some_are_held_back(room: Room) -> None:
    one, other, third = (room.phone(f"b{n}").join(name) for n, name in enumerate(("Colibri", "Martinet", "Pinson")))
    write(one, *spread(5))
    write(other, "Une vraie idée", "Une seconde idée")  # bob's stands there already
    assert "8" in third.refuse("ideas", "write_idea", challenge="home", text="Pour finir", source=None)
    laptop = room.laptop()
    mine = room.read(lambda repository: repository.list_ideas("home"))
    trop = next(idea.id for idea in mine if idea.text.startswith("Trop"))
    assert laptop.do("ideas", "sweep_device", idea=trop)["ideas"] == 5
    write(third, "Pour finir")


def test_the_places_left_in_a_full_room_are_for_those_who_wrote_few(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(contributing, "FEW_LEFT", ((9, 1), (6, 2)))
    one, other, third = (room.phone(f"b{n}").join(name) for n, name in enumerate(("Colibri", "Martinet", "Pinson")))
    write(one, *spread(5))  # one stands there already
    assert "2" in one.refuse("ideas", "write_idea", challenge="home", text="Une de plus", source=None)
    write(other, "Une vraie idée", "Une seconde idée")
    refused = other.refuse("ideas", "write_idea", challenge="home", text="Une troisième", source=None)
    assert "moins de 2" in refused
    write(third, "Une idée d’ailleurs")
    assert "moins de 1" in third.refuse("ideas", "write_idea", challenge="home", text="Une autre", source=None)
    one.do("thanks", "erase", with_ideas=False)
    one.join("Merle")
    assert "moins de 1" in one.refuse("ideas", "write_idea", challenge="home", text="Encore moi", source=None)


def test_ten_browsers_cannot_fill_a_challenge() -> None:
    """By the rules as they are: what ten browsers may write at most is far below what a room may."""
    most, written = 0, [0] * 10
    while any(number < _allowed(most) for number in written):
        for browser, number in enumerate(written):
            if number < _allowed(most):
                written[browser] += 1
                most += 1
    assert most <= contributing.IDEAS_OF_A_ROOM * 0.55


def _allowed(in_all: int) -> int:
    return next((few for number, few in contributing.FEW_LEFT if in_all >= number), contributing.IDEAS_EACH)


def test_a_flood_is_told_before_the_reveal_without_a_word_of_it(room: Room) -> None:
    phone, laptop = room.phone("b1").join("Colibri"), room.laptop()
    write(phone, *spread(floods.AT_ONCE - 1))
    assert look(laptop)["floods"] == []
    write(phone, "Et une dernière")
    (flood,) = look(laptop)["floods"]
    assert (flood["ideas"], flood["owned"]) == (floods.AT_ONCE, True)
    assert "Trop" not in json.dumps(look(laptop))
    assert "Colibri" not in json.dumps(look(laptop)["floods"])


def test_what_a_device_wrote_is_held_back_together_and_given_back(room: Room) -> None:
    phone, other, laptop = room.phone("b1").join("Colibri"), room.phone("b2").join("Pinson"), room.laptop()
    write(phone, *spread(20))
    write(other, "Une laverie près de la gare")
    (flood,) = look(laptop)["floods"]
    assert laptop.do("ideas", "sweep_device", idea=flood["idea"]) == {"ideas": 20}
    after = look(laptop)
    (sweep,) = after["sweeps"]
    assert (after["floods"], len(sweep["ideas"])) == ([], 20)
    room.move(Moment.REVEAL, phone, other)
    assert "Trop" not in other.everything()
    assert "laverie" in other.everything()
    assert "du même appareil" in phone.everything()
    assert laptop.do("ideas", "undo_sweep", sweep=sweep["id"]) == {"ideas": 20}
    other.follow_once()
    other.refresh("ideas")
    assert "Trop" in other.everything()
    assert look(laptop)["sweeps"] == []


def test_an_idea_held_for_another_reason_or_given_back_already_stays_as_it_is(room: Room) -> None:
    phone, laptop = room.phone("b1").join("Colibri"), room.laptop()
    write(phone, "Une première idée", "Une deuxième idée", "Une troisième idée")
    first, second, third = (one.id for one in room.read(lambda hall: hall.list_ideas("home")) if one.id != "guard")
    laptop.do("ideas", "hold_idea", idea=first, reason="Elle peut blesser.")
    assert laptop.do("ideas", "sweep_device", idea=third) == {"ideas": 2}
    laptop.do("ideas", "hold_idea", idea=second, reason="Elle nomme une personne.")
    (sweep,) = room.read(lambda hall: hall.list_sweeps())
    assert laptop.do("ideas", "undo_sweep", sweep=sweep.id) == {"ideas": 1}
    held = {one.id: bool(one.held) for one in room.read(lambda hall: hall.list_ideas("home"))}
    assert (held[first], held[second], held[third]) == (True, True, False)


def test_only_what_came_since_the_hour_is_held_back(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    phone, laptop = room.phone("b1").join("Colibri"), room.laptop()
    start = phone.window.now()
    write(phone, "Une idée du début")
    monkeypatch.setattr(phone.window, "_clock", lambda: start + timedelta(minutes=10))
    write(phone, *spread(3))
    monkeypatch.setattr(laptop.window, "_clock", lambda: start + timedelta(minutes=20))
    (early, *late) = (one.id for one in room.read(lambda hall: hall.list_ideas("home")) if one.id != "guard")
    hour = (start + timedelta(minutes=5)).astimezone().strftime("%H:%M")
    assert laptop.do("ideas", "sweep_device", idea=late[0], since=hour) == {"ideas": 3}
    assert room.read(lambda hall: hall.find_idea(early)).held == ""
    assert "heure plus tôt" in laptop.refuse("ideas", "sweep_device", idea=early, since=hour)
    assert "25h99" in laptop.refuse("ideas", "sweep_device", idea=early, since="25h99")


def test_many_seats_with_an_idea_each_are_held_back_by_when_they_came(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    laptop = room.laptop()
    later = laptop.window.now() + timedelta(minutes=30)
    monkeypatch.setattr(laptop.window, "_clock", lambda: later)
    for number in range(6):
        phone = room.phone(f"b{number}")
        monkeypatch.setattr(phone.window, "_clock", lambda: later)
        phone.join(f"Passant {chr(65 + number)}")
        write(phone, f"Chacun la sienne {number}")
    phone.do("thanks", "erase", with_ideas=False)  # one that no seat has any more
    hour = (later - timedelta(minutes=2)).astimezone().strftime("%H:%M")
    assert laptop.do("ideas", "sweep_newcomers", since=hour) == {"ideas": 6}
    assert room.read(lambda hall: hall.find_idea("guard")).held == ""  # bob was there before


def test_everybody_learns_on_their_phone_what_one_press_held_back_of_theirs(room: Room) -> None:
    """The change log has one line for all of it: each phone looks whether something of its own is meant."""
    laptop = room.laptop()
    phones = [room.phone(f"b{number}").join(f"Passant {chr(65 + number)}") for number in range(8)]
    for number, phone in enumerate(phones):
        write(phone, f"Chacun la sienne {number}")
    since = room.read(lambda hall: hall.latest_sequence())
    hour = phones[0].window.now().astimezone().strftime("%H:%M")
    assert laptop.do("ideas", "sweep_newcomers", since=hour) == {"ideas": 9}  # bob’s, too
    assert len(room.read(lambda hall: hall.list_changes(since))) == 2  # the ideas, and that they were held together
    for phone in phones:
        phone.follow_once()
        (mine,) = phone.model("ideas")["challenges"][0]["ideas"]
        assert "du même appareil" in mine["held"]
    (sweep,) = look(laptop)["sweeps"]
    laptop.do("ideas", "undo_sweep", sweep=sweep["id"])
    for phone in phones:
        phone.follow_once()
        assert phone.model("ideas")["challenges"][0]["ideas"][0]["held"] == ""


@pytest.mark.parametrize("way", ["the device", "newcomers"])
def test_what_the_facilitator_or_a_typist_wrote_is_not_swept_with_phones_that_erased_themselves(
    room: Room, way: str
) -> None:
    phones, laptop = [room.phone(f"b{n}").join(name) for n, name in enumerate(("Colibri", "Martinet"))], room.laptop()
    write(phones[0], *spread(20))
    write(phones[1], "Une seconde rafale")
    for phone in phones:
        phone.do("thanks", "erase", with_ideas=False)
    typed = {"pseudonym": "", "category": "", "challenge": "home", "source": None}
    for number in range(floods.AT_ONCE):
        laptop.do("ideas", "write_for", **typed, text=f"Dicté par la salle {number}")
    room.write(lambda hall: hall.update_idea(replace(hall.find_idea("guard"), author=None)))  # as of a file
    (flood,) = look(laptop)["floods"]
    assert (flood["ideas"], flood["owned"]) == (21, False)
    if way == "the device":
        assert laptop.do("ideas", "sweep_device", idea=flood["idea"]) == {"ideas": 21}
    else:
        hour = (laptop.window.now() - timedelta(minutes=2)).astimezone().strftime("%H:%M")
        assert laptop.do("ideas", "sweep_newcomers", since=hour) == {"ideas": 21}
    shown = [one for one in room.read(lambda hall: hall.list_ideas("home")) if not one.held]
    assert len(shown) == floods.AT_ONCE + 1
    dictated = next(one for one in shown if one.text.startswith("Dicté"))
    assert laptop.do("ideas", "sweep_device", idea=dictated.id) == {"ideas": 1}


def test_no_id_tells_a_page_which_ideas_came_from_phones(room: Room) -> None:
    phone, laptop = room.phone("b1").join("Colibri"), room.laptop()
    write(phone, *spread(3))
    laptop.do("ideas", "write_for", pseudonym="", category="", challenge="home", source=None, text="Dicté")
    ideas = room.read(lambda hall: [(one, is_from_phone(hall, one)) for one in hall.list_ideas("home")])
    assert [told for one, told in ideas if one.id != "guard"] == [True, True, True, False]
    assert {len(one.id) for one, _ in ideas if one.id != "guard"} == {32}
    room.write(lambda hall: hall.take_over_remembered("cd" * 32, ()))  # another workshop's secret tells nothing
    assert not room.read(lambda hall: [one for one in hall.list_ideas("home") if is_from_phone(hall, one)])


def test_who_writes_by_themselves_what_a_flood_says_is_not_taken_for_it(room: Room) -> None:
    phone, other, laptop = room.phone("b1").join("Colibri"), room.phone("b2").join("Pinson"), room.laptop()
    write(phone, "Ouvrir le gymnase la nuit")
    (idea,) = (one for one in room.read(lambda hall: hall.list_ideas("home")) if one.id != "guard")
    laptop.do("ideas", "sweep_device", idea=idea.id)
    write(other, "Ouvrir le gymnase la nuit")
    theirs = [one for one in room.read(lambda hall: hall.list_ideas("home")) if one.author == other.me.id]
    assert [one.held for one in theirs] == [""]


def test_a_phone_is_given_many_ideas_a_page_at_a_time_and_misses_none(room: Room) -> None:
    texts = []
    for number in range(3):
        phone = room.phone(f"b{number}").join(f"Passant {chr(65 + number)}")
        texts += spread(30, f"Idée de {number},")
        write(phone, *texts[-30:])
    room.move(Moment.REVEAL, phone)
    (shown,) = (one for one in phone.model("ideas")["challenges"] if one["id"] == "home")
    assert (shown["count"], shown["page"], shown["pages"]) == (91, 1, 3)
    assert len(shown["own"]) == 30
    read: list[str] = []
    for page in (1, 2, 3, 99):
        phone.do("ideas", "turn_ideas", challenge="home", page=page)
        (shown,) = (one for one in phone.model("ideas")["challenges"] if one["id"] == "home")
        found = [idea["text"] for option in shown["options"] for idea in option["ideas"]]
        assert len(found) <= IDEAS_A_PAGE
        read += found if page != 99 else []
    assert shown["page"] == 3
    assert sorted(read) == sorted([*texts, "Un tour de garde des clubs"])


def test_a_group_larger_than_a_page_goes_on_over_it(room: Room) -> None:
    phone, laptop = room.phone("b1").join("Colibri"), room.laptop()
    write(phone, *spread(50))
    room.move(Moment.REVEAL, phone)
    ideas = [one.id for one in room.read(lambda hall: hall.list_ideas("home")) if one.id != "guard"]
    laptop.do("ideas", "gather_ideas", ideas=ideas, title="Tout ensemble")
    phone.follow_once()
    phone.refresh("ideas")
    read = 0
    for page in (1, 2):
        phone.do("ideas", "turn_ideas", challenge="home", page=page)
        (shown,) = (one for one in phone.model("ideas")["challenges"] if one["id"] == "home")
        (group,) = (one for one in shown["options"] if not one["lone"])
        assert (group["title"], group["gathered"]) == ("Tout ensemble", 50)
        read += len(group["ideas"])
    assert read == 50
