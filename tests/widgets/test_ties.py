"""Ties have one order, wherever results are read: phone, screen, the facilitator's page, the synthesis."""

from __future__ import annotations

from typing import Any

import pytest

from tests.widgets.conftest import MakeRoom
from tests.widgets.room import Room, lay_out, seat, write_ideas
from workshop_kit.domain.course import Moment
from workshop_kit.domain.ideas import list_options
from workshop_kit.domain.model import Dots
from workshop_kit.domain.synthesis import make_synthesis
from workshop_kit.domain.voting import tally_votes
from workshop_kit.store import Repository
from workshop_kit.store.material import gather_material

#: Written in this order; the first three have the same dots from as many people.
TEXTS = ("Une zone de repos", "Élargir le trottoir", "un Abri à vélos", "Éclairer la place")


def give_dots(hall: Repository) -> None:
    for person, option in (("ana", "home-0"), ("bob", "home-1"), ("cle", "home-2")):
        hall.update_dots(Dots(person, "home", option, 1))


@pytest.fixture
def room(make_room: MakeRoom) -> Room:
    room = make_room(lay_out, seat, write_ideas(*TEXTS), give_dots)
    room.walk_to(Moment.RESULTS)
    room.unveil()
    return room


def expected(room: Room) -> list[str]:
    def tally(hall: Repository) -> list[str]:
        options = list_options(hall.list_ideas("home"), hall.list_groups("home"))
        return [one.option.title for one in tally_votes(options, hall.list_votes("home"))]

    return room.read(tally)


def test_ties_stand_in_the_alphabet_of_their_titles_without_accents_or_capitals(room: Room) -> None:
    assert expected(room) == ["Élargir le trottoir", "un Abri à vélos", "Une zone de repos", "Éclairer la place"]


def test_the_facilitator_reads_ties_in_the_order_of_the_tally(room: Room) -> None:
    options: list[dict[str, Any]] = room.laptop().model("ideas")["options"]
    assert [one["title"] for one in options] == expected(room)
    assert [one["tally"]["rank"] for one in options] == [1, 1, 1, 4]


def test_a_phone_reads_ties_in_the_order_of_the_tally(room: Room) -> None:
    (challenge,) = room.phone().join("Sureau").model("vote")["challenges"]
    assert [one["title"] for one in challenge["options"]] == expected(room)


def test_the_screen_shows_ties_in_the_order_of_the_tally(room: Room) -> None:
    (place,) = room.screen().model("screen")["places"]
    assert [one["title"] for one in place["ranks"]] == expected(room)[:3]


def test_the_synthesis_prints_ties_in_the_order_of_the_tally(room: Room) -> None:
    brief = next(one for one in make_synthesis(room.read(gather_material)).ideas if one.challenge.id == "home")
    assert [one.option.title for one in brief.tallies] == expected(room)
