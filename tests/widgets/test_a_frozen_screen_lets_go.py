"""A frozen screen keeps what it showed, but no name and no words that were taken away meanwhile."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.widgets.conftest import MakeRoom
from tests.widgets.room import ANAS, NAMES, NOON, Laptop, Page, Room, fill
from workshop_kit.domain.course import Moment
from workshop_kit.domain.model import AssignmentStatus
from workshop_kit.live.acts.contributing import answer_mission
from workshop_kit.live.acts.offering import withdraw_offer

ANA = NAMES["ana"]
OFFER = {"name": ANA, "email": "", "phone": "06 11 22 33 44", "challenges": [], "consent": True}


@pytest.fixture
def room(make_room: MakeRoom) -> Room:
    room = make_room(fill)
    room.walk_to(Moment.MISSIONS)
    return room


def take_off(room: Room, laptop: Laptop) -> None:
    laptop.do("missions", "take_off", participant="ana", mission="rounds")


def put_another_on(room: Room, laptop: Laptop) -> None:
    laptop.do("missions", "place_by_hand", participant="bob", mission="rounds", leaving="laundry")
    laptop.do("missions", "take_off", participant="ana", mission="rounds")


def remove_mission(room: Room, laptop: Laptop) -> None:
    laptop.do("missions", "remove_mission", mission="rounds")


def decline(room: Room, laptop: Laptop) -> None:
    room.phone(ANAS).do("mission", "answer_mission", mission="rounds", answer="declined")


def decline_by_somebody_else(room: Room, laptop: Laptop) -> None:
    room.write(lambda hall: answer_mission(hall, "ana", "rounds", AssignmentStatus.DECLINED))


def withdraw(room: Room, laptop: Laptop) -> None:
    room.write(lambda hall: withdraw_offer(hall, hall.find_participant("ana"), NOON))


def hide_name(room: Room, laptop: Laptop) -> None:
    room.phone(ANAS).do("offer", "offer_help", may_show_name=False, **OFFER)


def change_name(room: Room, laptop: Laptop) -> None:
    room.phone(ANAS).do("offer", "offer_help", may_show_name=True, **{**OFFER, "name": "J. P."})


def freeze(laptop: Laptop, screen: Page) -> None:
    laptop.do("remote", "freeze_screen", frozen=True)
    screen.follow_once()
    screen.refresh("screen")


@pytest.mark.parametrize(
    "take_away",
    [
        take_off,
        put_another_on,
        remove_mission,
        decline,
        decline_by_somebody_else,
        withdraw,
        hide_name,
        change_name,
    ],
)
def test_a_name_that_may_not_stand_there_any_more_leaves_a_frozen_screen(
    room: Room, laptop: Laptop, take_away: Callable[[Room, Laptop], None]
) -> None:
    screen = room.screen()
    freeze(laptop, screen)
    assert ANA in screen.everything()
    take_away(room, laptop)
    screen.follow_once()
    screen.refresh("screen")
    assert ANA not in screen.everything()


def test_an_answer_that_takes_no_name_away_leaves_the_screen_frozen(room: Room, laptop: Laptop) -> None:
    freeze(laptop, room.screen())
    room.write(lambda hall: answer_mission(hall, "bob", "laundry", AssignmentStatus.ACCEPTED))
    assert room.read(lambda hall: hall.find_projection().frozen)


def test_a_frozen_screen_that_names_nobody_is_not_moved_by_a_phone(make_room: MakeRoom) -> None:
    room = make_room(fill)
    room.walk_to(Moment.OFFER)
    laptop = room.laptop()
    freeze(laptop, room.screen())
    withdraw(room, laptop)
    assert room.read(lambda hall: hall.find_projection().frozen)
