"""A matrix that was drawn does not change mark by mark before everybody's eyes: a mark that moves alone is somebody."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from tests.widgets.conftest import MakeRoom
from tests.widgets.room import NOON, Laptop, Page, Room, lay_out
from workshop_kit import visit
from workshop_kit.domain.course import Moment
from workshop_kit.domain.model import Origin, Participant, Score
from workshop_kit.environment import WAITING_VARIABLE
from workshop_kit.live.acts.erasing import erase_person
from workshop_kit.live.screen import ScreenWindow
from workshop_kit.store import Repository


def come(*numbers: int) -> Callable[[Repository], None]:
    def seat(hall: Repository) -> None:
        for number in numbers:
            hall.add_participant(Participant(f"p{number}", f"Nom {number}", "resident", "", Origin.ROOM, NOON))

    return seat


def answer(*numbers: int, competence: int = 1) -> Callable[[Repository], None]:
    def score(hall: Repository) -> None:
        for number in numbers:
            hall.update_score(Score(f"p{number}", "home", competence, 1))

    return score


def matrix(page: Page) -> dict[str, Any]:
    page.follow_once()
    page.refresh("remote" if "remote" in page.panels else "screen")
    model = page.model("remote")["screen"] if "remote" in page.panels else page.model("screen")
    return dict(model["matrices"][0])


def marks(page: Page) -> list[list[int]] | None:
    counts = matrix(page)["counts"]
    return None if counts is None else counts["counts"]


def draw(laptop: Laptop, *pages: Page) -> None:
    laptop.do("remote", "draw_matrices", drawn=True)
    for page in pages:
        matrix(page)


@pytest.fixture
def room(make_room: MakeRoom) -> Room:
    """Thirteen people, five of whom have answered."""
    room = make_room(lay_out, come(*range(13)), answer(*range(5)))
    room.walk_to(Moment.SCORING)
    return room


def test_a_drawn_matrix_stays_as_it_was_drawn_until_the_facilitator_presses_again(room: Room, laptop: Laptop) -> None:
    screen = room.screen()
    draw(laptop, screen)
    drawn = marks(screen)
    assert drawn is not None
    room.write(answer(5))
    assert (marks(screen), marks(laptop)) == (drawn, drawn), "the sixth answer would be a person"
    assert matrix(screen)["heard"] == 6, "how many have answered is told all the same"
    room.write(answer(0, competence=3))
    assert marks(screen) == drawn, "nor does a mark move alone"
    laptop.refresh("remote")
    assert laptop.model("remote")["ahead"]["code"] == "draw"
    draw(laptop, screen)
    assert matrix(screen)["counts"]["answered"] == 6
    assert marks(screen) == marks(laptop) != drawn


def test_five_more_answers_are_taken_in_together(room: Room, laptop: Laptop) -> None:
    screen = room.screen()
    draw(laptop, screen)
    room.write(answer(5, 6, 7, 8))
    assert matrix(screen)["counts"]["answered"] == 5
    room.write(answer(9))
    assert matrix(screen)["counts"]["answered"] == 10


def test_the_last_answer_of_the_room_draws_no_mark_alone(room: Room, laptop: Laptop) -> None:
    screen = room.screen()
    room.write(answer(5, 6, 7))
    draw(laptop, screen)
    drawn = marks(screen)
    for number in range(9, 13):
        left = replace(room.read(lambda hall, n=number: hall.find_participant(f"p{n}")), away_at=NOON)  # type: ignore[misc]
        room.write(lambda hall, one=left: hall.update_participant(one))  # type: ignore[misc]
    room.write(answer(8))
    assert matrix(screen)["heard"] == 9
    assert marks(screen) == drawn, "everybody has answered now, and the one new mark would be the last one's"
    laptop.refresh("remote")
    assert laptop.model("remote")["ahead"]["code"] == "draw"


def test_five_people_who_stand_elsewhere_are_drawn_together(room: Room, laptop: Laptop) -> None:
    screen = room.screen()
    draw(laptop, screen)
    drawn = marks(screen)
    room.write(answer(0, 1, 2, 3, competence=3))
    assert marks(screen) == drawn
    room.write(answer(4, competence=3))
    assert marks(screen) != drawn


def test_a_matrix_draws_itself_once_all_who_can_answer_have_whatever_slips_were_typed_in(make_room: MakeRoom) -> None:
    slip = Participant("slip", "Bulletin 1", "", "", Origin.PROXY, NOON, slip=1)
    room = make_room(lay_out, come(*range(6)), answer(*range(6)), lambda hall: hall.add_participant(slip))
    room.walk_to(Moment.SCORING)
    shown = matrix(room.screen())
    assert (shown["heard"], shown["room"]) == (6, 6)
    assert shown["counts"] is not None


def test_a_matrix_that_drew_itself_is_not_undone_by_a_latecomer_and_does_not_follow_them(make_room: MakeRoom) -> None:
    room = make_room(lay_out, come(*range(6)), answer(*range(6)))
    room.walk_to(Moment.SCORING)
    screen = room.screen()
    drawn = marks(screen)
    assert drawn is not None
    room.write(come(6))
    assert marks(screen) == drawn
    room.write(answer(6))
    assert marks(screen) == drawn
    room.write(answer(0, competence=3))
    assert marks(screen) == drawn


def test_a_page_opened_after_the_drawing_shows_what_was_drawn(room: Room, laptop: Laptop) -> None:
    screen = room.screen()
    draw(laptop, screen)
    drawn = marks(screen)
    assert marks(room.screen()) == drawn, "nobody answered since"
    room.write(answer(5))
    room.write(answer(0, competence=3))
    again = room.screen()
    assert marks(again) == marks(room.laptop()) == marks(screen) == drawn, "neither the late nor the corrected one"
    draw(laptop, again)
    assert matrix(again)["counts"]["answered"] == 6


def test_a_room_that_left_the_matrices_and_comes_back_finds_them_as_they_were(room: Room, laptop: Laptop) -> None:
    screen = room.screen()
    draw(laptop, screen)
    drawn = marks(screen)
    room.move(Moment.OFFER, screen)
    room.write(answer(5))
    room.move(Moment.SCORING, screen)
    assert marks(screen) == marks(room.screen()) == drawn


def test_a_corrected_answer_is_offered_to_be_drawn_again_and_moves_no_mark(room: Room, laptop: Laptop) -> None:
    screen = room.screen()
    draw(laptop, screen)
    drawn = marks(screen)
    laptop.refresh("remote")
    assert laptop.model("remote")["ahead"] is None
    room.write(answer(0, competence=3))
    laptop.follow_once()
    laptop.refresh("remote")
    assert (laptop.model("remote")["ahead"]["code"], laptop.model("remote")["ahead"]["since"]) == ("draw", "changed")
    assert marks(screen) == drawn


def test_who_is_erased_goes_from_the_drawing_and_the_gap_is_shown_to_nobody(room: Room, laptop: Laptop) -> None:
    room.write(answer(5, 6))
    screen = room.screen()
    draw(laptop, screen)
    drawn = marks(screen)
    room.write(lambda hall: erase_person(hall, "p3", NOON, with_ideas=False))
    (kept,) = room.read(lambda hall: hall.list_drawings())
    assert kept.withdrawn
    assert "p3" not in {mark.participant for mark in kept.marks}
    assert marks(screen) is marks(room.screen()) is marks(laptop) is None
    laptop.refresh("remote")
    assert laptop.model("remote")["ahead"]["since"] == "erased"
    room.write(answer(7, 8, 9, 10))
    assert marks(screen) is None, "one that is complete or grew by four would show the gap beside them"
    room.write(answer(11))
    assert drawn is not None
    assert matrix(screen)["counts"]["answered"] == 11
    assert marks(room.screen()) == marks(screen)


def test_an_erasure_in_a_room_that_has_answered_is_not_drawn_at_once(make_room: MakeRoom) -> None:
    room = make_room(lay_out, come(*range(7)), answer(*range(7)))
    room.walk_to(Moment.SCORING)
    laptop, screen = room.laptop(), room.screen()
    assert matrix(screen)["counts"]["answered"] == 7
    room.write(lambda hall: erase_person(hall, "p3", NOON, with_ideas=False))
    assert (matrix(screen)["heard"], matrix(screen)["room"]) == (6, 6)
    assert marks(screen) is None
    draw(laptop, screen)
    assert matrix(screen)["counts"]["answered"] == 6, "the facilitator has read why it was taken away"


def test_the_other_seat_of_a_person_takes_their_mark_along(make_room: MakeRoom) -> None:
    def join(hall: Repository) -> None:
        hall.update_participant(replace(hall.find_participant("p5"), joined_to="p6"))

    room = make_room(lay_out, come(*range(7)), answer(*range(6)), join)
    room.walk_to(Moment.SCORING)
    screen = room.screen()
    assert matrix(screen)["counts"]["answered"] == 6
    room.write(lambda hall: erase_person(hall, "p5", NOON, with_ideas=False))
    assert marks(screen) is None
    (kept,) = room.read(lambda hall: hall.list_drawings())
    assert {mark.participant for mark in kept.marks} == {f"p{number}" for number in range(5)}


def test_a_rehearsed_page_draws_nothing_that_stays(room: Room) -> None:
    room.write(answer(*range(5, 13)))
    with pytest.MonkeyPatch.context() as patch:
        for name, value in (("_begun", None), ("_waiting", []), ("_rehearsed", [])):
            patch.setattr(visit, name, value)
        patch.setenv(WAITING_VARIABLE, "1")
        window = ScreenWindow(room.folder)
        shown: list[object] = []
        window.on_open(lambda: shown.append(window.screen_model()))
        visit.rehearse_visit()
    assert len(shown) == 1
    assert room.read(lambda hall: hall.list_drawings()) == ()


def test_a_press_that_falls_between_two_answers_draws_all_the_same(room: Room, laptop: Laptop) -> None:
    screen = room.screen()
    matrix(screen)
    laptop.do("remote", "draw_matrices", drawn=True)
    room.write(answer(5))
    assert matrix(screen)["counts"]["answered"] == 5, "those who had answered at the press"
