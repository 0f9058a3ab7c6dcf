"""A challenge that is over is taken up again: at one press, where the facilitator chose, with nothing in between."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from tests.widgets.conftest import MakeRoom
from tests.widgets.room import ANAS, Laptop, Page, Room, fill
from workshop_kit.domain.course import Stage
from workshop_kit.domain.history import StepKind
from workshop_kit.domain.model import Idea
from workshop_kit.domain.synthesis import make_synthesis
from workshop_kit.store.material import gather_material

OTHERS = "Un tour de garde des clubs"


@pytest.fixture
def room(make_room: MakeRoom) -> Room:
    """A room whose first challenge went through a vote and is closed."""
    room = make_room(fill)
    laptop = room.laptop()
    for stage in ("writing", "reveal", "vote", "results", "closed"):
        bring(laptop, stage)
    room.moment += timedelta(minutes=5)
    return room


def bring(laptop: Laptop, stage: str, challenge: str = "home") -> None:
    since = course(laptop)["since"]
    laptop.do("course", "move_challenge_on", challenge=challenge, stage=stage, since=since)


def course(laptop: Laptop) -> dict[str, Any]:
    laptop.follow_once()
    laptop.refresh("course")
    return laptop.model("course")


def find_home(laptop: Laptop) -> dict[str, Any]:
    (found,) = [one for one in course(laptop)["challenges"] if one["id"] == "home"]
    return dict(found)


def take_up(laptop: Laptop, stage: str) -> None:
    (move,) = [one for one in find_home(laptop)["again"] if one["code"] == f"again-{stage}"]
    bring(laptop, move["stage"])


def seen(screen: Page) -> str:
    screen.follow_once()
    screen.refresh("screen")
    return str(screen.model("screen")["view"])


def test_a_closed_challenge_can_be_written_on_voted_on_or_looked_at_again(room: Room, laptop: Laptop) -> None:
    shown = find_home(laptop)
    assert [one["stage"] for one in shown["again"]] == ["writing", "vote", "results"]
    assert all(one["hides"] and one["asks"] and one["shows"] == [] for one in shown["again"])
    assert shown["back"] is None
    bring(laptop, "results")
    assert [one["stage"] for one in find_home(laptop)["again"]] == ["writing", "vote"]
    bring(laptop, "vote")
    assert find_home(laptop)["again"] == []
    assert find_home(laptop)["back"]["stage"] == "reveal"


def test_results_seen_again_are_as_closing_them_showed_them_every_place_uncovered(room: Room, laptop: Laptop) -> None:
    phone = room.phone(ANAS)

    def read_vote() -> tuple[int, int]:
        phone.follow_once()
        phone.refresh("vote")
        (shown,) = [one for one in phone.model("vote")["challenges"] if one["id"] == "home"]
        return shown["covered"], len(shown["options"])

    known = read_vote()
    assert known[0] == 0 < known[1]
    take_up(laptop, "results")
    assert read_vote() == known
    assert find_home(laptop)["next"]["covered"] == 0


def test_a_vote_that_was_closed_untold_shows_its_results_for_the_first_time_and_says_so(make_room: MakeRoom) -> None:
    room = make_room(fill)
    laptop = room.laptop()
    for stage in ("writing", "reveal", "vote", "closed"):
        bring(laptop, stage)
    (move,) = [one for one in find_home(laptop)["again"] if one["stage"] == "results"]
    assert (move["code"], move["shows"], move["hides"], move["asks"]) == ("first-results", ["results"], False, True)
    bring(laptop, "results")
    assert room.challenge().results_at is not None
    assert find_home(laptop)["next"]["covered"] > 0, "its places are uncovered one by one"


@pytest.mark.parametrize("stage", ["writing", "vote", "results"])
def test_it_is_taken_up_in_one_step_and_the_screen_shows_nothing_in_between(
    room: Room, laptop: Laptop, stage: str
) -> None:
    screen = room.screen()
    before = len(room.read(lambda hall: hall.list_steps()))
    take_up(laptop, stage)
    steps = room.read(lambda hall: hall.list_steps())[before:]
    assert [(one.challenge, one.stage) for one in steps if one.kind is StepKind.STAGE] == [("home", Stage(stage))]
    assert len({one.move for one in steps}) == 1
    assert seen(screen) == stage


def test_what_was_read_goes_from_the_phones_and_the_page_says_that_it_was_read(room: Room, laptop: Laptop) -> None:
    phone = room.phone(ANAS)
    take_up(laptop, "writing")
    phone.follow_once()
    assert OTHERS not in phone.everything()
    laptop.refresh("ideas")
    shown = laptop.model("ideas")
    assert (shown["stage"], shown["seen"]) == ("hidden", True)


def test_ideas_that_nobody_has_read_are_still_hidden(make_room: MakeRoom) -> None:
    laptop = make_room(fill).laptop()
    bring(laptop, "writing")
    laptop.refresh("ideas")
    assert not laptop.model("ideas")["seen"]


def test_ideas_shown_by_a_slip_were_read_all_the_same(make_room: MakeRoom) -> None:
    laptop = make_room(fill).laptop()
    bring(laptop, "writing")
    bring(laptop, "reveal")
    laptop.do("course", "take_back", move=course(laptop)["undo"]["move"])
    laptop.refresh("ideas")
    assert laptop.model("ideas")["seen"]


def test_the_gauge_counts_what_was_written_after_a_slip_as_the_synthesis_does(make_room: MakeRoom) -> None:
    room = make_room(fill)
    laptop = room.laptop()
    bring(laptop, "writing")
    bring(laptop, "reveal")
    laptop.do("course", "take_back", move=course(laptop)["undo"]["move"])
    room.moment += timedelta(minutes=1)
    late = Idea("late", "home", "Une cuisine commune", None, "bob", room.moment)
    room.write(lambda hall: hall.add_idea(late))
    room.moment += timedelta(minutes=1)
    bring(laptop, "reveal")
    laptop.refresh("ideas")
    (gauge,) = [one for one in laptop.model("ideas")["gauges"] if one["name"] == "independence"]
    assert "affichage par erreur" in gauge["sentence"]
    synthesis = make_synthesis(room.read(gather_material))
    assert synthesis.presence.conditions.independence.reason.values["seen"] == 1


def test_another_round_begins_on_the_dots_of_the_last_and_a_slip_gives_back_what_was(
    room: Room, laptop: Laptop
) -> None:
    take_up(laptop, "vote")
    assert find_home(laptop)["round"] == 2
    assert sorted(one.count for one in room.read(lambda hall: hall.list_dots("home"))) == [1, 2]
    laptop.do("course", "take_back", move=course(laptop)["undo"]["move"])
    assert (room.challenge().stage, find_home(laptop)["round"]) == (Stage.CLOSED, 1)


def test_what_is_worked_on_elsewhere_stays_open_and_the_room_comes_to_what_is_taken_up(
    room: Room, laptop: Laptop
) -> None:
    bring(laptop, "writing", "move")
    assert course(laptop)["challenge"] == "move"
    take_up(laptop, "writing")
    assert course(laptop)["challenge"] == "home"
    assert {one["id"]: one["stage"] for one in course(laptop)["challenges"]} == {"home": "writing", "move": "writing"}


def test_going_back_shows_nothing_for_the_first_time(room: Room, laptop: Laptop) -> None:
    take_up(laptop, "vote")
    back = find_home(laptop)["back"]
    assert (back["stage"], back["shows"], back["hides"]) == ("reveal", [], True)
