"""The tables: seated by the facilitator, said by each phone and by the screen, and nothing of it to anybody else."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from tests.widgets.conftest import MakeRoom
from tests.widgets.room import NOON, Laptop, Page, Phone, Room, lay_out
from workshop_kit.domain.course import Moment
from workshop_kit.domain.model import Origin, Participant, Volunteer
from workshop_kit.domain.tables import TableSeat
from workshop_kit.live.acts.seating import list_cards
from workshop_kit.store import Repository
from workshop_kit.store.plain import PlainConnection

CATEGORIES = ("resident", "resident", "resident", "association", "shop")


def crowd(count: int) -> Callable[[Repository], None]:
    """Fill a room with people, the first of whom has the browser ``first``."""

    def fill(hall: Repository) -> None:
        for number in range(count):
            category = "health" if number == 0 else CATEGORIES[number % len(CATEGORIES)]
            hall.add_participant(
                Participant(f"p{number:02}", f"Oiseau {number:02}", category, f"Hameau {number % 3}", Origin.ROOM, NOON)
            )
        hall.link_visitor("first", "p00")

    return fill


@pytest.fixture
def room(make_room: MakeRoom) -> Room:
    return make_room(lay_out, crowd(24))


def seats(room: Room, turn: int | None = None) -> dict[str, int]:
    return {one.participant: one.number for one in room.read(lambda hall: hall.list_table_seats(turn or 1))}


def place(laptop: Laptop, *pages: Page, rounds: int = 3, told: int = 1) -> None:
    laptop.do("seating", "seat_people", rounds=rounds, size=8)
    if told:
        laptop.do("seating", "tell_round", round=told)
    for page in pages:
        page.follow_once()


def table(phone: Phone) -> Any:
    phone.follow_once()
    return phone.model("seat")["table"]


# -- placing ----------------------------------------------------------------------------------------------------------


def test_everybody_present_is_seated_once_a_round_and_who_left_is_not(room: Room, laptop: Laptop) -> None:
    laptop.do("people", "set_away", participant="p05", away=True)
    place(laptop, told=0)
    for turn in (1, 2, 3):
        assert set(seats(room, turn)) == {f"p{number:02}" for number in range(24)} - {"p05"}
    shown = laptop.model("seating")
    assert [len(one) for one in shown["rounds"]] == [3, 3, 3]
    assert shown["sizes"] == "3 tables de 7 à 8."
    assert "part de chaque catégorie et de chaque secteur" in shown["spread"]
    assert re.match(r"\d+ rencontres, sur \d+ au plus en 3 tours \(", shown["met"])


def test_too_few_people_are_told_so(make_room: MakeRoom) -> None:
    laptop = make_room(lay_out, crowd(1)).laptop()
    assert "deux au moins" in laptop.refuse("seating", "seat_people", rounds=1, size=8)
    assert laptop.model("seating")["rounds"] == []


def test_as_long_as_nobody_joined_the_volunteers_of_files_are_seated_and_no_phone_is_told(make_room: MakeRoom) -> None:
    def bring(hall: Repository) -> None:
        for number in range(16):
            person = Participant(f"f{number}", "Jean Roy", "resident", "", Origin.FILE, NOON)
            hall.add_participant(person)
            hall.update_volunteer(Volunteer(person.id, "Jean Roy", "", "", f"Hameau {number % 2}", None, ""))

    room = make_room(lay_out, bring)
    laptop = room.laptop()
    place(laptop, told=0)
    names = [one["name"] for planned in laptop.model("seating")["rounds"][0] for one in planned["people"]]
    assert len(set(names)) == len(names) == 16  # namesakes are told apart
    assert laptop.model("seating")["of_files"]
    assert "vos fichiers" in laptop.refuse("seating", "tell_round", round=1)
    phone = room.phone("newcomer").join("Merle")
    assert table(phone) is None  # nobody is put beside the names of a list
    laptop.refresh("seating")
    assert laptop.model("seating")["waiting"] == 1


def test_volunteers_of_the_form_who_join_are_no_room_and_nobody_sits_beside_the_others(make_room: MakeRoom) -> None:
    def bring(hall: Repository) -> None:
        for number in range(16):
            person = Participant(f"f{number:02}", f"Volontaire {number}", "", "", Origin.FORM, NOON)
            hall.add_participant(person)
            hall.update_volunteer(Volunteer(person.id, f"Nom {number}", "", "", "", NOON, "être joint"))
        hall.link_visitor("of the form", "f00")

    room = make_room(lay_out, bring)
    laptop = room.laptop()
    place(laptop, told=0)
    assert len(seats(room)) == 16
    room.phone("of the form").join("Merle")
    newcomer = room.phone("newcomer").join("Grive")
    laptop.refresh("seating")
    assert laptop.model("seating")["of_files"]
    assert len(seats(room)) == 16  # no newcomer at a table of fifteen empty chairs
    assert "vos fichiers" in laptop.refuse("seating", "tell_round", round=1)
    place(laptop, newcomer)
    assert set(seats(room)) == {"f00", newcomer.me.id}
    assert [one["pseudonym"] for one in table(newcomer)["neighbours"]] == ["Merle"]


def test_a_seat_that_is_kept_when_its_other_one_is_erased_sits_at_a_table_again(room: Room, laptop: Laptop) -> None:
    place(laptop)
    stands, joined = room.phone("stands").join("Merle"), room.phone("joined").join("Grive")
    one, other = stands.me.id, joined.me.id
    laptop.do("people", "join_seats", participant=other, to=one)
    stands.do("seat", "erase", with_ideas=False)
    assert {one, other}.isdisjoint(seats(room))
    laptop.do("people", "answer_erasure", participant=other, erased=False, with_ideas=False)
    assert other in seats(room)


def test_who_erases_themselves_frees_the_place_that_another_seat_of_theirs_had(room: Room, laptop: Laptop) -> None:
    place(laptop)
    stands, joined = room.phone("stands").join("Merle"), room.phone("joined").join("Grive")
    one, other = stands.me.id, joined.me.id
    laptop.do("people", "join_seats", participant=other, to=one)
    assert one in seats(room)
    joined.do("seat", "erase", with_ideas=False)
    assert one not in seats(room)  # they left, and their chair is free
    stands.do("seat", "choose_language", language="en")  # whoever acts is there
    assert one in seats(room)


def test_seating_anew_tells_no_round_any_more(room: Room, laptop: Laptop) -> None:
    phone = room.phone("first")
    place(laptop, phone, told=2)
    assert table(phone)["round"] == 2
    place(laptop, phone, told=0)
    assert table(phone) is None


def test_a_folder_that_tells_of_tables_without_end_opens_and_lets_people_in(room: Room, laptop: Laptop) -> None:
    place(laptop)

    def spoil(hall: Repository) -> None:
        hall.update_workshop(replace(hall.find_workshop(), table_rounds=10**9))
        hall.update_table_seat(TableSeat("p01", 1, 10**9))
        hall.update_table_seat(TableSeat("p02", 10**9, 1))

    room.write(spoil)
    newcomer = room.phone("newcomer").join("Merle")
    assert {one.round for one in room.read(lambda hall: hall.list_table_seats(participant=newcomer.me.id))} == {1, 2, 3}
    opened = room.laptop().model("seating")["rounds"]
    assert [len(tables) for tables in opened[:3]] == [3, 3, 3]
    assert not any(table["people"] for tables in opened[3:] for table in tables)


def test_only_rounds_and_tables_that_there_are_can_be_told(room: Room, laptop: Laptop) -> None:
    assert "encore placé" in laptop.refuse("seating", "tell_round", round=1)
    place(laptop)
    assert "le dernier est le tour 3" in laptop.refuse("seating", "tell_round", round=4)
    assert "entre 1 et 3" in laptop.refuse("seating", "move_to_table", participant="p01", round=1, number=9)
    assert "le dernier est le tour 3" in laptop.refuse("seating", "move_to_table", participant="p01", round=4, number=1)


def test_who_walks_with_difficulty_is_seated_at_a_table_that_is_easy_to_come_to(room: Room, laptop: Laptop) -> None:
    laptop.do("seating", "describe_table", number=3, landmark="Près de la porte", easy=True)
    for one in ("p03", "p04"):
        laptop.do("seating", "keep_at_table", participant=one, stays=True)
    place(laptop, told=0)
    assert {seats(room, turn)[one] for turn in (1, 2, 3) for one in ("p03", "p04")} == {3}


def test_a_card_says_the_tables_of_its_person_in_their_rounds(room: Room, laptop: Laptop) -> None:
    place(laptop, told=0)
    laptop.do("people", "set_away", participant="p05", away=True)
    cards = room.read(lambda hall: list_cards(hall))
    assert set(cards) == {f"p{number:02}" for number in range(24)} - {"p05"}
    assert cards["p00"] == tuple(seats(room, turn)["p00"] for turn in (1, 2, 3))


# -- a hand -----------------------------------------------------------------------------------------------------------


def test_a_hand_moves_one_person_in_one_round(room: Room, laptop: Laptop) -> None:
    place(laptop)
    before = seats(room, 2)
    to = before["p07"] % 3 + 1
    laptop.do("seating", "move_to_table", participant="p07", round=2, number=to)
    assert seats(room, 2) == {**before, "p07": to}
    laptop.refresh("seating")
    assert "déplacez quelqu’un" in laptop.model("seating")["spread"] + laptop.model("seating")["sizes"]


# -- who comes late, who leaves ---------------------------------------------------------------------------------------


def test_who_joins_late_sits_at_once_in_this_round_and_each_later_one(room: Room, laptop: Laptop) -> None:
    place(laptop, told=2)
    phone = room.phone("newcomer").join("Merle", "shop")
    mine = room.read(lambda hall: hall.list_table_seats(participant=phone.me.id))
    assert [(one.round, one.late) for one in mine] == [(2, True), (3, True)]
    assert table(phone)["number"] == mine[0].number
    for one in mine:
        people = Counter(number for person, number in seats(room, one.round).items() if person != phone.me.id)
        assert people[one.number] == min(people.values())
    laptop.follow_once()
    laptop.refresh("seating")
    late = [one for tables in laptop.model("seating")["rounds"][1] for one in tables["people"] if one["late"]]
    assert [one["name"] for one in late] == ["Merle"]


def test_who_is_spoken_for_and_comes_late_sits_too(room: Room, laptop: Laptop) -> None:
    place(laptop)
    laptop.do("voices", "add_voice", pseudonym="Sans téléphone", category="shop", sector=None)
    found = room.read(lambda hall: hall.find_participant_by_pseudonym("Sans téléphone"))
    assert found is not None
    assert found.id in seats(room)


def test_who_leaves_frees_their_seat_and_sits_again_once_back(room: Room, laptop: Laptop) -> None:
    phone = room.phone("first")
    place(laptop, phone)
    laptop.do("people", "set_away", participant="p00", away=True)
    assert "p00" not in seats(room)
    assert table(phone) is None
    laptop.do("people", "set_away", participant="p00", away=False)
    assert table(phone) is not None


def test_two_seats_of_one_person_have_one_place(room: Room, laptop: Laptop) -> None:
    phone = room.phone("first")
    place(laptop, phone)
    kept = seats(room)["p01"]
    laptop.do("people", "join_seats", participant="p00", to="p01")
    assert "p00" not in seats(room)
    assert table(phone)["number"] == kept
    laptop.do("people", "join_seats", participant="p00", to=None)
    assert {"p00", "p01"} <= set(seats(room))


def test_who_is_erased_leaves_no_seat(room: Room, laptop: Laptop) -> None:
    phone = room.phone("first")
    place(laptop, phone)
    phone.do("thanks", "erase", with_ideas=True)
    assert "p00" not in seats(room)


def test_where_nobody_is_seated_joining_reads_nothing_more(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    execute = PlainConnection.execute

    def listen(connection: PlainConnection, statement: Any, values: Any = None, /) -> Any:
        asked.append(str(statement.construct))
        return execute(connection, statement, values)

    monkeypatch.setattr(PlainConnection, "execute", listen)
    room.phone("newcomer").join("Merle")
    assert asked
    assert [one for one in asked if "table_seat" in one or "work_table" in one or "table_stay" in one] == []


# -- what a phone says ------------------------------------------------------------------------------------------------


def test_a_phone_says_its_table_and_who_sits_there(room: Room, laptop: Laptop) -> None:
    phone = room.phone("first")
    assert table(phone) is None
    place(laptop, phone)
    shown = table(phone)
    number = seats(room)["p00"]
    laptop.do("seating", "describe_table", number=number, landmark="Au fond à droite", easy=False)
    shown = table(phone)
    assert (shown["number"], shown["round"], shown["rounds"]) == (number, 1, 3)
    assert shown["landmark"] == "Au fond à droite"
    assert shown["next"] == seats(room, 2)["p00"]
    assert {one["pseudonym"] for one in shown["neighbours"]} == {
        f"Oiseau {person[1:]}" for person, at in seats(room).items() if at == number and person != "p00"
    }
    assert shown["said"]["here"] == "J’y suis"


def test_a_category_that_fewer_than_three_share_is_said_of_nobody(room: Room, laptop: Laptop) -> None:
    room.write(lambda hall: hall.link_visitor("beside", "p01"))
    phone = room.phone("beside")
    place(laptop, phone)
    laptop.do("seating", "move_to_table", participant="p00", round=1, number=seats(room)["p01"])
    beside = {one["pseudonym"]: one["category"] for one in table(phone)["neighbours"]}
    assert beside["Oiseau 00"] == ""  # the only one of health
    assert "Habitante ou habitant" in beside.values()


def test_nobody_reads_another_table(room: Room, laptop: Laptop) -> None:
    phone = room.phone("first")
    place(laptop, phone)
    other = next(person for person, at in seats(room).items() if at != seats(room)["p00"])
    table(phone)
    assert f"Oiseau {other[1:]}" not in phone.everything()
    assert "Hameau 1" not in phone.model("seat")["table"].values()


def test_a_contact_in_a_pseudonym_or_a_landmark_is_blotted_out(room: Room, laptop: Laptop) -> None:
    phone = room.phone("first")
    place(laptop, phone)
    number = seats(room)["p00"]
    laptop.do("seating", "describe_table", number=number, landmark="Appelez le 06 39 98 07 01", easy=False)
    assert "06 39" not in phone.everything()


def test_a_phone_says_its_table_while_people_come_in_and_work_and_no_longer(room: Room, laptop: Laptop) -> None:
    phone = room.phone("first")
    place(laptop, phone)
    room.move(Moment.WRITING, phone)
    assert table(phone) is not None
    room.move(Moment.SCORING, phone)
    assert table(phone) is None
    assert "Aucune table" in phone.refuse("seat", "say_here")


def test_i_am_there_is_seen_by_the_facilitator(room: Room, laptop: Laptop) -> None:
    phone = room.phone("first")
    assert "Aucune table" in phone.refuse("seat", "say_here")
    place(laptop, phone)
    phone.do("seat", "say_here")
    assert table(phone)["here"] is True
    laptop.follow_once()
    laptop.refresh("seating")
    here = [one["name"] for one in laptop.model("seating")["rounds"][0] for one in one["people"] if one["here"]]
    assert here == ["Oiseau 00"]


def test_who_walks_with_difficulty_keeps_this_table_and_sizes_stay(room: Room, laptop: Laptop) -> None:
    phone = room.phone("first")
    place(laptop, phone)
    sizes = {turn: Counter(seats(room, turn).values()) for turn in (1, 2, 3)}
    phone.do("seat", "stay_at_table", stays=True)
    at = seats(room)["p00"]
    for turn in (1, 2, 3):
        assert seats(room, turn)["p00"] == at
        assert Counter(seats(room, turn).values()) == sizes[turn]
    assert table(phone)["stays"] is True
    assert table(phone)["next"] == at
    phone.do("seat", "stay_at_table", stays=False)
    assert table(phone)["stays"] is False


def test_a_language_chosen_later_says_the_table_in_it(room: Room, laptop: Laptop) -> None:
    phone = room.phone("first")
    place(laptop, phone)
    phone.do("seat", "choose_language", language="en")
    assert table(phone)["said"]["here"] == "I am there"


def test_a_phone_looks_again_only_when_its_own_table_changes(room: Room, laptop: Laptop) -> None:
    phone = room.phone("first")
    place(laptop, phone)
    table(phone)
    drawn: list[str] = []
    phone.window.on_change(lambda changes: drawn.extend(one.kind for one in changes if one.kind == "seat"))
    far = next(person for person, at in seats(room).items() if at != seats(room)["p00"])
    room.write(lambda hall: hall.update_table_seat(TableSeat(far, 1, seats_of(hall, far), here=True)))
    phone.follow_once()
    assert drawn == []
    room.write(lambda hall: hall.update_table_seat(TableSeat(far, 1, seats_of(hall, "p00"))))
    phone.follow_once()
    assert drawn == ["seat"]


def seats_of(hall: Repository, person: str) -> int:
    return next(one.number for one in hall.list_table_seats(1) if one.participant == person)


# -- the screen -------------------------------------------------------------------------------------------------------


def test_the_screen_shows_numbers_then_who_sits_where(room: Room, laptop: Laptop) -> None:
    screen = room.screen()
    assert "encore placé" in laptop.refuse("remote", "cover_screen", cover="tables")
    place(laptop)
    assert laptop.model("remote")["tables"] is True
    laptop.do("remote", "cover_screen", cover="tables")
    screen.follow_once()
    shown = screen.model("screen")
    assert shown["view"] == "tables"
    assert [one["number"] for one in shown["tables"]] == [1, 2, 3]
    assert "Oiseau" not in screen.everything()
    assert (laptop.model("seating")["page"], laptop.model("seating")["pages"]) == (0, 2)
    laptop.do("seating", "turn_page", page=1)
    assert laptop.model("seating")["page"] == 1
    screen.follow_once()
    assert sum(len(one["people"]) for one in screen.model("screen")["tables"]) == 24
    laptop.do("remote", "turn_page", page=9)
    assert laptop.model("remote")["screen"]["page"] == 1
    laptop.do("remote", "cover_screen", cover="none")
    screen.follow_once()
    assert screen.model("screen")["view"] == "welcome"
    assert "Oiseau" not in screen.everything()


def test_a_plan_that_is_told_no_more_covers_nothing(room: Room, laptop: Laptop) -> None:
    screen = room.screen()
    place(laptop)
    laptop.do("remote", "cover_screen", cover="tables")
    laptop.do("seating", "tell_round", round=0)
    screen.follow_once()
    assert screen.model("screen")["view"] == "welcome"


def test_a_frozen_screen_keeps_its_page_under_the_plan(room: Room, laptop: Laptop) -> None:
    screen = room.screen()
    place(laptop)
    laptop.do("remote", "freeze_screen", frozen=True)
    screen.follow_once()
    laptop.do("remote", "cover_screen", cover="tables")
    screen.follow_once()
    assert screen.model("screen")["view"] == "tables"
    # no page is counted that cannot be turned
    assert (screen.model("screen")["pages"], laptop.model("seating")["pages"]) == ([], 0)
    laptop.do("remote", "cover_screen", cover="none")
    screen.follow_once()
    assert screen.model("screen")["view"] == "welcome"
