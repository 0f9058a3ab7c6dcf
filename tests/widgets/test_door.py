"""The door on the facilitator's page: seats and devices in numbers, orders for the entrance, words on every page."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from tests.widgets.conftest import MakeRoom
from tests.widgets.room import ANAS, Room, fill
from workshop_kit import visit
from workshop_kit.domain.code_words import CODE_WORDS
from workshop_kit.entrance import Device, Standing, fold_code, read_code, take_orders, write_standing
from workshop_kit.environment import ENTRANCE_VARIABLE
from workshop_kit.live.door import make_words, open_with_words
from workshop_kit.qr import draw_code

ADDRESS = "http://10.0.0.2:8866/"
DEVICE = Device("d1", 12, 0, 1_795_806_600.5, mixed=False, beside=0, whole=False, closed="")


@pytest.fixture
def entrance(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "entrance"
    monkeypatch.setenv(ENTRANCE_VARIABLE, str(folder))
    return folder


@pytest.fixture
def hall(make_room: MakeRoom, entrance: Path) -> Room:
    return make_room(fill)


def test_seats_and_devices_are_shown_as_soon_as_the_server_tells_them(hall: Room, entrance: Path) -> None:
    laptop = hall.laptop()
    assert laptop.model("door")["counts"] is None
    write_standing(entrance, Standing(60, 39, 33, 34, 2, 5, 1, crowds=(DEVICE,)))
    laptop.window.follow_once()
    shown = laptop.model("door")
    assert shown["counts"] == {
        "seats": 60,
        "taken": 39,
        "kept": 33,
        "devices": 34,
        "waiting": 2,
        "slowed": 5,
        "turned": 1,
    }
    (crowd,) = shown["crowds"]
    assert (crowd["id"], crowd["seats"], crowd["kept"], crowd["since"]) == ("d1", 12, 0, 1_795_806_600_500)


def test_a_server_that_fell_silent_is_not_believed(hall: Room, entrance: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_standing(entrance, Standing(60, 39))
    laptop = hall.laptop()
    assert laptop.read_all()["door"]["counts"]["taken"] == 39
    later = time.time() + 60
    monkeypatch.setattr(time, "time", lambda: later)
    laptop.window.follow_once()
    assert laptop.model("door")["counts"] is None


def test_what_is_asked_at_the_door_reaches_the_server(hall: Room, entrance: Path) -> None:
    laptop = hall.laptop()
    laptop.do("door", "let_seats_go")
    laptop.do("door", "close_door_to", device="d1", everybody=False)
    laptop.do("door", "open_door_to", device="d1")
    assert take_orders(entrance) == [
        {"act": "let-go"},
        {"act": "close", "device": "d1", "everybody": False},
        {"act": "open", "device": "d1"},
    ]


def test_words_that_cannot_be_read_any_more_are_said_at_once_and_mended_by_new_ones(hall: Room, entrance: Path) -> None:
    laptop = hall.laptop()
    assert not laptop.model("door")["stuck"]
    entrance.mkdir(exist_ok=True)
    (entrance / "code").write_bytes(b"")
    laptop.window.follow_once()
    shown = laptop.model("door")
    assert (shown["words"], shown["stuck"], shown["code"]) == ("", True, [])
    laptop.do("door", "change_door_words", asks=True)
    laptop.window.follow_once()
    assert not laptop.model("door")["stuck"]


def test_one_press_has_every_page_show_the_words_and_another_changes_them(hall: Room, entrance: Path) -> None:
    laptop, screen = hall.laptop(), hall.screen()
    assert laptop.model("door")["words"] == ""
    assert screen.model("screen")["door"] == ""
    seen = []
    for asks in (True, True, False):
        laptop.do("door", "change_door_words", asks=asks)
        screen.window.follow_once()
        words = laptop.model("door")["words"]
        assert words == read_code(entrance) == laptop.model("header")["door"] == screen.model("screen")["door"]
        code = draw_code(open_with_words(ADDRESS, words))
        assert screen.model("screen")["qr"] == laptop.model("header")["code"] == code
        assert laptop.model("door")["code"] == (code if words else [])
        assert laptop.model("header")["join_url"] == screen.model("screen")["join"] == ADDRESS
        seen.append(words)
    assert seen[0] != seen[1]
    assert [len(words.split()) for words in seen] == [4, 4, 0]


def test_the_words_are_of_the_language_of_the_room_whatever_the_facilitator_reads(hall: Room, entrance: Path) -> None:
    laptop = hall.laptop()
    laptop.do("header", "switch_language", language="en")
    assert laptop.window.language == "en"
    laptop.do("door", "change_door_words", asks=True)
    assert {*read_code(entrance).split()} <= {*CODE_WORDS["fr"]}


def test_a_participant_learns_nothing_of_the_door(hall: Room, entrance: Path) -> None:
    write_standing(entrance, Standing(60, 39, crowds=(DEVICE,)))
    laptop = hall.laptop()
    laptop.do("door", "change_door_words", asks=True)
    told = str(hall.phone(ANAS).read_all())
    assert not any(word in told.split() for word in read_code(entrance).split())
    assert "d1" not in told.split()


def test_where_nothing_is_served_it_is_said(make_room: MakeRoom, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(ENTRANCE_VARIABLE, raising=False)
    laptop = make_room(fill).laptop()
    assert "n’est pas ouverte" in laptop.refuse("door", "let_seats_go")
    assert "n’est pas ouverte" in laptop.refuse("door", "change_door_words", asks=True)


def test_a_folder_that_cannot_be_written_is_said(hall: Room, entrance: Path) -> None:
    laptop = hall.laptop()
    entrance.write_text("a file where the folder should be", encoding="utf-8")
    assert laptop.refuse("door", "change_door_words", asks=True)
    assert laptop.refuse("door", "close_door_to", device="d1", everybody=True)


@pytest.mark.parametrize("language", ["fr", "en", "??"])
def test_words_are_four_without_accents_none_twice_and_written_in_an_address_as_they_are(language: str) -> None:
    for _ in range(200):
        words = make_words(language)
        assert len(set(words.split())) == 4
        assert words.replace(" ", "").isascii()
        assert words.replace(" ", "").islower()
        assert open_with_words(ADDRESS, words) == f"{ADDRESS}?door={words.replace(' ', '-')}"
        assert fold_code(words) == words.replace(" ", "")
    assert open_with_words("", "a b") == ""
    assert open_with_words(ADDRESS, "") == ADDRESS


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_code_is_one_of_a_hundred_million(language: str) -> None:
    words = CODE_WORDS[language]
    assert len(set(words)) == len(words)
    assert len(words) * (len(words) - 1) * (len(words) - 2) * (len(words) - 3) > 100_000_000
    assert not any(one != two and one.startswith(two) for one in words for two in words if len(two) > 7)


def test_a_phone_says_that_its_visit_matters_once_somebody_joined_or_helps(
    hall: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[bool] = []
    monkeypatch.setattr(visit, "_keeper", said.append)
    hall.phone(ANAS)
    assert said == [True]
    said.clear()
    phone = hall.phone("browser of a newcomer")
    assert said == []
    phone.do("join", "join", pseudonym="Nouvelle", category="resident", sector="")
    assert said == [True]
    phone.do("seat", "choose_language", language="en")
    assert said == [True]
    phone.do("thanks", "erase", with_ideas=True)
    assert said == [True, False]
    said.clear()
    helper = hall.phone("browser of a helper")
    hall.write(lambda repository: repository.add_helper("browser of a helper", hall.moment))
    helper.window.follow_once()
    assert said == [True]
