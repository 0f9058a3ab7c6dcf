"""The head of every page: who was heard, the way to join, the language, and the hour."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.widgets.conftest import MakeRoom
from tests.widgets.room import NOON, Laptop, Room, fill, lay_out, seat
from workshop_kit.domain.course import MOMENTS, PHASES, STAGES, Moment
from workshop_kit.domain.model import Challenge, Origin, Participant, Score
from workshop_kit.i18n import Translator
from workshop_kit.qr import draw_code


@pytest.fixture
def room(make_room: MakeRoom) -> Room:
    third = Challenge("care", "Santé", "Une visite.", position=2)
    return make_room(lay_out, lambda hall: hall.add_challenge(third), seat)


def test_people_known_from_a_file_are_not_in_the_room(room: Room, laptop: Laptop) -> None:
    absent = Participant("f1", "Absente", "", "", Origin.FILE, NOON)
    room.write(lambda repository: repository.add_participant(absent))
    laptop.follow_once()
    assert laptop.model("header")["people"] == 4


def test_another_window_s_change_reaches_the_header(room: Room, laptop: Laptop) -> None:
    newcomer = Participant("p9", "Trèfle", "resident", "", Origin.ROOM, NOON)
    room.write(lambda repository: repository.add_participant(newcomer))
    assert laptop.model("header")["people"] == 4
    laptop.follow_once()
    assert laptop.model("header")["people"] == 5


def test_switching_the_page_leaves_the_workshop_s_language(room: Room, laptop: Laptop) -> None:
    laptop.do("header", "switch_language", language="en")
    assert laptop.panels["header"].lang == "en"
    assert laptop.words("header")["code"] == "QR code"
    assert room.workshop().language == "fr"
    laptop.refuse("header", "switch_language", language="de")


def test_the_code_is_a_square_of_dark_and_light(monkeypatch: pytest.MonkeyPatch, room: Room) -> None:
    monkeypatch.setenv("WORKSHOP_JOIN_URL", "http://192.168.1.20:8866/")
    monkeypatch.setenv("WORKSHOP_HOME_URL", "http://127.0.0.1:8864/")
    shown = room.laptop().model("header")
    rows = shown["code"]
    assert shown["home_url"] == "http://127.0.0.1:8864/"
    assert {len(row) for row in rows} == {len(rows)}
    assert set("".join(rows)) == {"0", "1"}
    assert rows[0].startswith("1111111")  # a finder pattern, as every QR code has
    assert rows == draw_code("http://192.168.1.20:8866/")


def test_without_an_address_there_is_no_code() -> None:
    assert draw_code("") == []


def test_every_moment_phase_stage_and_step_has_its_words_in_both_languages(laptop: Laptop) -> None:
    for language in ("fr", "en"):
        say = Translator(language)
        for moment in (*MOMENTS, *PHASES):
            assert say.knows(f"phases.name.{moment}")
        for moment in MOMENTS:
            assert say.knows(f"phases.room.{moment}")
            assert say.knows(f"phases.phone.{moment}")
        for stage in STAGES:
            assert say.knows(f"phases.stage.{stage}")
        for step in laptop.model("header")["steps"]:
            assert say.knows(f"facilitator.header.step.{step}")


@pytest.mark.parametrize(
    ("moment", "heard"),
    [
        (Moment.WRITING, 2),  # ana and bob wrote
        (Moment.VOTE, 2),  # and put dots
        (Moment.SCORING, 3),  # cle as well said that she does not know
        (Moment.OFFER, 2),
    ],
)
def test_who_gave_what_the_moment_asks_for_is_counted(make_room: MakeRoom, moment: Moment, heard: int) -> None:
    room = make_room(fill)
    room.walk_to(moment)
    model = room.laptop().model("header")
    assert (model["moment"], model["heard"], model["people"]) == (moment, heard, 4)


def test_half_an_answer_to_a_matrix_is_not_heard_on_any_page(make_room: MakeRoom) -> None:
    room = make_room(fill)
    room.write(lambda hall: hall.update_score(Score("dan", "home", 2, None)))
    room.walk_to(Moment.SCORING)
    laptop = room.laptop()
    laptop.refresh("matrix")
    (counts,) = [one for one in laptop.model("matrix")["challenges"] if one["id"] == "home"]
    assert laptop.model("header")["heard"] == counts["heard"] == laptop.model("synthesis")["scored"] == 3


def test_who_left_is_neither_counted_nor_waited_for(make_room: MakeRoom) -> None:
    room = make_room(fill)
    room.walk_to(Moment.VOTE)
    left = replace(room.read(lambda hall: hall.find_participant("ana")), away_at=NOON)
    room.write(lambda hall: hall.update_participant(left))
    model = room.laptop().model("header")
    assert (model["heard"], model["people"]) == (1, 3)


def test_the_hour_of_the_end_travels_with_the_clock_of_this_machine(room: Room, laptop: Laptop) -> None:
    assert laptop.model("header")["ends_at"] is None
    room.change(ends_at=NOON + timedelta(hours=2))
    laptop.follow_once()
    model = laptop.model("header")
    assert model["ends_at"] - model["now"] == 2 * 60 * 60 * 1000


def test_an_intention_nobody_knows_is_refused(room: Room, laptop: Laptop) -> None:
    laptop.refuse("header", "close_workshop")
    assert not laptop.panels["header"].answer("move_room", "writing", "odd")["ok"]
