"""The agenda on the page: made from a usual length, changed line by line, measured against the hour of the end."""

from __future__ import annotations

import itertools
from datetime import timedelta
from typing import Any

import pytest

from tests.widgets.conftest import MakeRoom
from tests.widgets.room import NOON, Laptop, Room, lay_out, seat
from workshop_kit.domain.agenda import LENGTHS
from workshop_kit.domain.course import Moment
from workshop_kit.domain.model import Challenge
from workshop_kit.errors import InvalidEntry, MissingEntry
from workshop_kit.i18n import Translator
from workshop_kit.store.marks import Mark, write_mark


@pytest.fixture
def room(make_room: MakeRoom) -> Room:
    return make_room(lay_out, seat)


def agenda(laptop: Laptop) -> dict[str, Any]:
    laptop.refresh("agenda")
    return laptop.model("agenda")


def minutes_of(laptop: Laptop, challenge: str) -> int:
    return sum(line["minutes"] for line in agenda(laptop)["lines"] if line["challenge"] == challenge)


def hour_of(minutes: int) -> str:
    """Return the hour on the laptop's clock, so many minutes after noon of the tests."""
    return (NOON + timedelta(minutes=minutes)).astimezone().strftime("%H:%M")


def test_a_usual_length_plans_every_challenge_and_the_room(room: Room, laptop: Laptop) -> None:
    assert agenda(laptop)["lines"] == []
    laptop.do("agenda", "plan_agenda", minutes=120)
    lines = agenda(laptop)["lines"]
    assert [line["moment"] for line in lines if line["number"] == 2] == ["writing", "reveal", "vote", "results"]
    assert [line["moment"] for line in lines if line["challenge"] is None] == [
        *("welcome", "scoring", "offer", "missions", "thanks")
    ]
    assert agenda(laptop)["total"] <= 120


def test_a_workshop_of_another_day_is_counted_from_its_own_hour_and_ends_that_day(room: Room, laptop: Laptop) -> None:
    laptop.do("agenda", "plan_agenda", minutes=120)
    set_for = (NOON + timedelta(days=5)).astimezone().replace(hour=14, minute=30)
    write_mark(laptop.window.folder, Mark(set_for.date().isoformat(), "14:30"))
    begins = round(set_for.timestamp() * 1000)
    assert agenda(laptop)["lines"][0]["at"] == begins
    laptop.do("agenda", "set_end", hour="17:00")
    assert agenda(laptop)["ends_at"] == begins + 150 * 60_000
    laptop.refresh("header")
    assert laptop.model("header")["outlook"]["slips_from"] == begins
    room.move(Moment.WRITING, laptop)
    assert laptop.model("header")["outlook"]["slips_from"] < begins


@pytest.mark.parametrize("length", LENGTHS)
def test_a_day_changed_line_by_line_is_told_from_one_of_a_usual_length(room: Room, laptop: Laptop, length: int) -> None:
    assert not agenda(laptop)["unusual"]
    laptop.do("agenda", "plan_agenda", minutes=length)
    assert not agenda(laptop)["unusual"]
    laptop.do("agenda", "set_length", moment="thanks", minutes=6)
    assert agenda(laptop)["unusual"]
    laptop.do("agenda", "plan_agenda", minutes=length)
    assert not agenda(laptop)["unusual"]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_day_that_lost_a_challenge_is_planned_anew_with_a_question_that_claims_no_change_by_hand(
    room: Room, laptop: Laptop, language: str
) -> None:
    laptop.do("agenda", "plan_agenda", minutes=120)
    laptop.do("challenges", "remove_challenge", challenge="move")
    assert agenda(laptop)["unusual"]
    question = Translator(language)("facilitator.agenda.again.sure")
    assert not [word for word in ("chang", "ligne", "line") if word in question]


def test_without_a_challenge_there_is_nothing_to_plan(make_room: MakeRoom) -> None:
    laptop = make_room().laptop()
    assert "défi" in laptop.refuse("agenda", "plan_agenda", minutes=120)


def test_each_line_begins_when_those_before_it_end(room: Room, laptop: Laptop) -> None:
    laptop.do("agenda", "plan_agenda", minutes=120)
    lines = agenda(laptop)["lines"]
    for before, after in itertools.pairwise(lines):
        assert after["at"] - before["at"] == before["minutes"] * 60_000


def test_one_line_is_made_longer_and_no_other(room: Room, laptop: Laptop) -> None:
    laptop.do("agenda", "plan_agenda", minutes=120)
    before = minutes_of(laptop, "move")
    laptop.do("agenda", "set_length", moment="writing", challenge="home", minutes=30)
    assert next(line["minutes"] for line in agenda(laptop)["lines"] if line["challenge"] == "home") == 30
    assert minutes_of(laptop, "move") == before


def test_a_line_that_is_not_there_is_refused(room: Room, laptop: Laptop) -> None:
    laptop.do("agenda", "plan_agenda", minutes=120)
    refused = laptop.refuse("agenda", "set_length", moment="writing", challenge="gone", minutes=5)
    assert refused == Translator("fr").sentence(MissingEntry("no-agenda-line"))


@pytest.mark.parametrize("minutes", [-1, 601])
def test_nobody_plans_less_than_nothing_or_more_than_a_day(room: Room, laptop: Laptop, minutes: int) -> None:
    laptop.do("agenda", "plan_agenda", minutes=120)
    laptop.refuse("agenda", "set_length", moment="writing", challenge="home", minutes=minutes)


def test_a_challenge_written_later_has_its_lines_too(room: Room, laptop: Laptop) -> None:
    laptop.do("agenda", "plan_agenda", minutes=120)
    room.write(lambda hall: hall.add_challenge(Challenge("care", "Santé", "Une visite.", position=2)))
    laptop.follow_once()
    assert minutes_of(laptop, "care") > 0


def test_the_hour_of_the_end_is_said_as_people_write_it(room: Room, laptop: Laptop) -> None:
    for written in ("17:00", "17h00", "17h"):
        laptop.do("agenda", "set_end", hour=written)
        assert agenda(laptop)["hour"] == "17:00"
    laptop.do("agenda", "set_end", hour="")
    assert agenda(laptop)["ends_at"] is None
    assert laptop.refuse("agenda", "set_end", hour="soir") == Translator("fr").sentence(
        InvalidEntry("hour-shape", received="soir")
    )


def test_in_time_nothing_is_advised(room: Room, laptop: Laptop) -> None:
    laptop.do("agenda", "plan_agenda", minutes=90)
    laptop.do("agenda", "set_end", hour=hour_of(120))
    room.move(Moment.WRITING)
    laptop.refresh("header")
    assert laptop.model("header")["outlook"]["late"] < 0


def test_nobody_is_late_before_anything_has_begun(room: Room, laptop: Laptop) -> None:
    laptop.do("agenda", "plan_agenda", minutes=120)
    laptop.do("agenda", "set_end", hour=hour_of(agenda(laptop)["total"] - 30))
    laptop.refresh("header")
    outlook = laptop.model("header")["outlook"]
    assert (outlook["late"], outlook["remedies"]) == (None, [])


def test_late_says_what_to_shorten_and_one_press_does_it(room: Room, laptop: Laptop) -> None:
    laptop.do("agenda", "plan_agenda", minutes=120)
    room.move(Moment.WRITING)
    laptop.do("agenda", "set_end", hour=hour_of(agenda(laptop)["left"] - 10))
    laptop.refresh("header")
    outlook = laptop.model("header")["outlook"]
    assert outlook["late"] == 10
    remedy = next(one for one in outlook["remedies"] if one["wins"] >= 10)
    laptop.do("header", "shorten", minutes=remedy["after"])
    assert agenda(laptop)["late"] <= 0


def test_who_opened_a_challenge_meanwhile_has_it_left_alone(room: Room, laptop: Laptop) -> None:
    laptop.do("agenda", "plan_agenda", minutes=120)
    before = minutes_of(laptop, "home")
    laptop.do("agenda", "set_end", hour=hour_of(100))
    room.move(Moment.WRITING, laptop)
    laptop.refresh("header")
    laptop.do("header", "shorten", minutes=laptop.model("header")["outlook"]["remedies"][-1]["after"])
    assert minutes_of(laptop, "home") == before


def test_what_is_done_says_so(room: Room, laptop: Laptop) -> None:
    laptop.do("agenda", "plan_agenda", minutes=120)
    room.move(Moment.WRITING, laptop)
    states = {(line["moment"], line["challenge"]): line["state"] for line in agenda(laptop)["lines"]}
    assert states["welcome", None] == "done"
    assert states["writing", "home"] == "ahead"


def test_the_strip_knows_when_each_challenge_and_what_follows_begin(room: Room, laptop: Laptop) -> None:
    laptop.do("agenda", "plan_agenda", minutes=120)
    room.move(Moment.WRITING, laptop)
    laptop.refresh("header")
    course = laptop.model("header")["course"]
    starts = {line["challenge"]: line["at"] for line in reversed(agenda(laptop)["lines"])}
    assert [one["at"] for one in course["challenges"]] == [None, starts["move"]]
    scoring = next(line["at"] for line in agenda(laptop)["lines"] if line["moment"] == "scoring")
    assert [(one["phase"], one["at"], one["state"]) for one in course["phases"][:2]] == [
        ("welcome", None, "done"),
        ("scoring", scoring, "ahead"),
    ]


@pytest.mark.parametrize(("moment", "minutes"), [(Moment.WRITING, 6), (Moment.REVEAL, 6), (Moment.VOTE, 4)])
def test_a_timer_is_offered_at_the_length_of_the_plan_until_somebody_planned_another(
    room: Room, laptop: Laptop, moment: Moment, minutes: int
) -> None:
    room.move(moment, laptop)
    laptop.refresh("course")
    assert laptop.model("course")["challenges"][0]["planned"] == minutes
    laptop.do("agenda", "plan_agenda", minutes=120)
    laptop.do("agenda", "set_length", moment=moment.value, challenge="home", minutes=17)
    laptop.refresh("course")
    assert laptop.model("course")["challenges"][0]["planned"] == 17


def test_the_rooms_own_timer_is_offered_at_the_guides_length(room: Room, laptop: Laptop) -> None:
    offered = {}
    for moment in (Moment.WELCOME, Moment.SCORING, Moment.OFFER, Moment.MISSIONS):
        room.move(moment, laptop)
        laptop.refresh("course")
        offered[moment.value] = laptop.model("course")["planned"]
    assert offered == {"welcome": 10, "scoring": 10, "offer": 5, "missions": 15}


def test_tables_are_named_for_a_challenge_and_every_page_says_so(room: Room, laptop: Laptop) -> None:
    laptop.do("header", "name_tables", challenge="move", tables="  4 et 5 ")
    laptop.refresh("course")
    assert [one["tables"] for one in laptop.model("course")["challenges"]] == ["", "4 et 5"]
    laptop.refuse("header", "name_tables", challenge="move", tables="x" * 41)
    laptop.refuse("header", "name_tables", challenge="gone", tables="1")


def test_what_was_not_done_of_a_challenge_that_was_left_in_its_vote_is_left_out(room: Room, laptop: Laptop) -> None:
    laptop.do("agenda", "plan_agenda", minutes=120)
    room.move(Moment.VOTE, challenge="home")
    laptop.do("course", "move_room", phase="scoring", since=room.read(lambda hall: len(hall.list_steps())))
    lines = [line for line in agenda(laptop)["lines"] if line["number"] == 1]
    assert [line["state"] for line in lines] == ["done", "done", "left", "left"]
    assert {line["at"] for line in lines} == {None}


def test_a_challenge_that_the_room_went_on_without_is_left_out_and_not_done(room: Room, laptop: Laptop) -> None:
    laptop.do("agenda", "plan_agenda", minutes=120)
    room.move(Moment.RESULTS, challenge="home")
    room.move(Moment.SCORING)
    said = {line["number"]: line["state"] for line in agenda(laptop)["lines"] if line["moment"] == "writing"}
    assert said == {1: "done", 2: "left"}
