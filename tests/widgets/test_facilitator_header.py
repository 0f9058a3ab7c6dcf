"""The facilitator's header moves the room, and nobody's page twice."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from tests.widgets.conftest import MakeRoom
from tests.widgets.room import NOON, Laptop, Room, lay_out, seat, write_ideas
from workshop_kit.domain.course import PHASES, Phase
from workshop_kit.domain.model import Challenge, Origin, Participant
from workshop_kit.i18n import Translator
from workshop_kit.qr import draw_code


@pytest.fixture
def room(make_room: MakeRoom) -> Room:
    third = Challenge("care", "Santé", "Une visite.", position=2)
    return make_room(lay_out, lambda hall: hall.add_challenge(third), seat)


def test_the_next_action_leads_through_every_phase_in_order(room: Room, laptop: Laptop) -> None:
    walked = [laptop.model("header")["phase"]]
    while laptop.model("header")["next"] is not None:
        laptop.do("header", "move_phase", phase=laptop.model("header")["next"])
        walked.append(laptop.model("header")["phase"])
    assert walked == [phase.value for phase in PHASES]


def test_writing_begins_on_the_first_challenge_when_none_was_chosen(room: Room, laptop: Laptop) -> None:
    laptop.do("header", "move_phase", phase="writing")
    assert room.workshop().current_challenge == "home"


def test_a_workshop_without_challenges_cannot_write(make_room: MakeRoom) -> None:
    room = make_room()
    assert "Cadrer" in room.laptop().refuse("header", "move_phase", phase="writing")
    assert room.workshop().phase is Phase.WELCOME


def test_an_unknown_phase_is_refused_in_words(room: Room, laptop: Laptop) -> None:
    assert "lunch" in laptop.refuse("header", "move_phase", phase="lunch")


def test_the_same_intention_twice_moves_once(room: Room, laptop: Laptop) -> None:
    first = laptop.ask("header", "move_phase", "same", phase="writing")
    laptop.do("header", "move_phase", phase="reveal")
    second = laptop.ask("header", "move_phase", "same", phase="writing")
    assert first["ok"]
    assert first == second
    assert room.workshop().phase is Phase.REVEAL


def reveals(room: Room) -> dict[str, datetime | None]:
    return {one.id: one.revealed_at for one in room.read(lambda repository: repository.list_challenges())}


@pytest.mark.parametrize("phase", ["reveal", "vote", "results"])
def test_the_first_time_ideas_are_shown_is_kept_for_each_challenge_that_has_some(
    room: Room, laptop: Laptop, phase: str
) -> None:
    room.write(write_ideas("Ouvrir le gymnase"))
    laptop.do("header", "move_phase", phase="writing")
    assert reveals(room) == {"home": None, "move": None, "care": None}
    laptop.do("header", "move_phase", phase=phase)
    assert reveals(room) == {"home": NOON, "move": None, "care": None}


def test_a_second_reveal_leaves_the_first_s_time_and_takes_the_new_challenge_s(room: Room, laptop: Laptop) -> None:
    room.write(write_ideas("Ouvrir le gymnase"))
    laptop.do("header", "move_phase", phase="reveal")
    laptop.do("header", "begin_challenge", challenge="move")
    room.write(write_ideas("Une laverie", challenge="move"))
    later = NOON + timedelta(minutes=30)
    room.moment = later
    laptop.do("header", "move_phase", phase="reveal")
    assert reveals(room) == {"home": NOON, "move": later, "care": None}


def test_moving_on_stops_the_timer_of_the_phase_that_is_left(room: Room, laptop: Laptop) -> None:
    laptop.do("header", "move_phase", phase="writing")
    laptop.do("header", "start_timer", minutes=5)
    laptop.do("header", "move_phase", phase="reveal")
    assert room.workshop().timer_ends_at is None


def in_ms(moment: datetime) -> int:
    return round(moment.timestamp() * 1000)


def test_the_timer_starts_extends_and_stops(room: Room, laptop: Laptop) -> None:
    laptop.do("header", "start_timer", minutes=8)
    assert laptop.model("header")["timer"] == {"ends_at": in_ms(NOON + timedelta(minutes=8)), "now": in_ms(NOON)}
    laptop.do("header", "extend_timer", minutes=2)
    assert room.workshop().timer_ends_at == NOON + timedelta(minutes=10)
    laptop.do("header", "stop_timer")
    assert laptop.model("header")["timer"] is None


def test_a_timer_that_ran_out_is_extended_from_now(room: Room, laptop: Laptop) -> None:
    laptop.do("header", "start_timer", minutes=2)
    later = NOON + timedelta(minutes=30)
    room.moment = later
    laptop.refresh("header")
    assert laptop.model("header")["timer"]["ends_at"] < laptop.model("header")["timer"]["now"] == in_ms(later)
    laptop.do("header", "extend_timer", minutes=2)
    assert room.workshop().timer_ends_at == later + timedelta(minutes=2)


@pytest.mark.parametrize("minutes", [0, -5, 121, 2.5, "5", True, None])
def test_a_timer_takes_whole_minutes_only(room: Room, laptop: Laptop, minutes: object) -> None:
    assert "120" in laptop.refuse("header", "start_timer", minutes=minutes)
    assert room.workshop().timer_ends_at is None


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


def test_the_next_challenge_is_offered_after_the_results_only(room: Room, laptop: Laptop) -> None:
    offered = {}
    for phase in ("vote", "results"):
        laptop.do("header", "move_phase", phase=phase)
        offered[phase] = laptop.model("header")["next_challenge"]
    assert offered["vote"] is None
    assert offered["results"]["id"] == "move"
    laptop.do("header", "begin_challenge", challenge="move")
    assert (room.workshop().current_challenge, room.workshop().phase) == ("move", Phase.WRITING)


def test_nobody_has_finished_with_a_challenge_just_taken_up(room: Room, laptop: Laptop) -> None:
    laptop.do("header", "choose_challenge", challenge="home")
    room.write(lambda repository: repository.add_finished(Phase.WRITING, "ana"))
    laptop.do("header", "choose_challenge", challenge="home")
    assert room.read(lambda repository: repository.list_finished(Phase.WRITING)) == {"ana"}
    laptop.do("header", "choose_challenge", challenge="move")
    assert room.read(lambda repository: repository.list_finished(Phase.WRITING)) == frozenset()


def test_a_challenge_nobody_wrote_cannot_be_chosen(room: Room, laptop: Laptop) -> None:
    laptop.refuse("header", "choose_challenge", challenge="c9")
    assert room.workshop().current_challenge is None


def test_switching_the_page_leaves_the_workshop_s_language(room: Room, laptop: Laptop) -> None:
    laptop.do("header", "switch_language", language="en")
    assert laptop.panels["header"].lang == "en"
    assert laptop.words("header")["code"] == "QR code"
    assert room.workshop().language == "fr"
    laptop.refuse("header", "switch_language", language="de")


def test_the_code_is_a_square_of_dark_and_light(monkeypatch: pytest.MonkeyPatch, room: Room) -> None:
    monkeypatch.setenv("WORKSHOP_JOIN_URL", "http://192.168.1.20:8866/")
    rows = room.laptop().model("header")["code"]
    assert {len(row) for row in rows} == {len(rows)}
    assert set("".join(rows)) == {"0", "1"}
    assert rows[0].startswith("1111111")  # a finder pattern, as every QR code has
    assert rows == draw_code("http://192.168.1.20:8866/")


def test_without_an_address_there_is_no_code() -> None:
    assert draw_code("") == []


def test_every_phase_and_step_has_its_words_in_both_languages(laptop: Laptop) -> None:
    for language in ("fr", "en"):
        say = Translator(language)
        for phase in PHASES:
            assert say.knows(f"phases.name.{phase}")
            assert say.knows(f"phases.next.{phase}")
        for step in laptop.model("header")["steps"]:
            assert say.knows(f"facilitator.header.step.{step}")


def test_an_intention_nobody_knows_is_refused(room: Room, laptop: Laptop) -> None:
    laptop.refuse("header", "close_workshop")
    assert not laptop.panels["header"].answer("move_phase", "writing", "odd")["ok"]
