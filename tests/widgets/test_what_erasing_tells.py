"""Who erases themselves before the results tells nobody which ideas have dots, and leaves no empty place printed."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.widgets.conftest import MakeRoom
from tests.widgets.room import NOON, Phone, Room, begin
from workshop_kit.domain.course import Moment
from workshop_kit.domain.model import Dots, Mission
from workshop_kit.domain.synthesis import make_synthesis
from workshop_kit.domain.wordless import leave_out_unchosen
from workshop_kit.i18n import Translator, list_said
from workshop_kit.store.material import gather_material

REMOVED = Translator("fr")("participant.thanks.idea-removed")
GUARD = "Un tour de garde des clubs"


@pytest.fixture
def room(make_room: MakeRoom) -> Room:
    """Two seats with an idea each, an idea of nobody's, somebody who votes, and a spy."""
    room = make_room(begin)
    room.move(Moment.WRITING)
    for name in ("four", "verger"):
        write(room.phone(name).join(name.title()), name)
    room.phone("spy").join("Espion")
    return room


def write(page: Phone, text: str) -> str:
    return str(page.do("ideas", "write_idea", challenge="home", text=text, source=None)["idea"])


def find(room: Room, text: str) -> str:
    return room.read(lambda hall: next(one.id for one in hall.list_ideas("home") if one.text == text))


def give(room: Room, text: str, person: str = "bob") -> None:
    dots = Dots(person, "home", find(room, text), 2)
    room.write(lambda hall: hall.update_dots(dots))


def erase(room: Room, *names: str) -> None:
    for name in names:
        room.phone(name).do("thanks", "erase", with_ideas=True)


def spied(room: Room) -> list[str]:
    spy = room.phone("spy")
    spy.follow_once()
    spy.refresh("vote")
    return sorted(one["title"] for one in spy.model("vote")["challenges"][0]["options"])


@pytest.mark.parametrize("voted", [("four",), (GUARD,), ("four", "verger"), ()])
def test_during_the_vote_the_ballot_does_not_tell_which_of_two_erased_ideas_has_dots(
    room: Room, voted: tuple[str, ...]
) -> None:
    room.move(Moment.VOTE)
    for text in voted:
        give(room, text)
    erase(room, "four", "verger")
    assert spied(room) == [REMOVED, REMOVED, GUARD]


def test_the_author_s_own_dots_alone_tell_nothing_either(room: Room) -> None:
    room.move(Moment.VOTE)
    give(room, "four", room.phone("four").me.id)
    erase(room, "four", "verger")
    assert spied(room) == [REMOVED, REMOVED, GUARD]


def test_going_back_before_the_vote_tells_nothing(room: Room) -> None:
    room.move(Moment.VOTE)
    give(room, "four")
    room.move(Moment.WRITING)
    erase(room, "four", "verger")
    room.move(Moment.VOTE)
    assert spied(room) == [REMOVED, REMOVED, GUARD]


def test_what_was_on_no_ballot_goes_whole(room: Room) -> None:
    erase(room, "verger")
    room.move(Moment.VOTE)
    give(room, GUARD)
    room.move(Moment.WRITING)
    room.moment = NOON.replace(hour=13)
    write(room.phone("spy"), "Un banc")
    erase(room, "spy")
    assert read_texts(room) == [GUARD, "four"]


def test_what_was_written_before_the_end_of_a_vote_was_taken_back_was_on_the_ballot(room: Room) -> None:
    room.move(Moment.VOTE)
    room.move(Moment.REVEAL)
    room.moment = NOON + timedelta(seconds=5)
    late = room.phone("late").join("Tardive")
    write(late, "Un banc")
    laptop = room.laptop()
    laptop.do("course", "take_back", move=laptop.model("course")["undo"]["move"])
    erase(room, "late")
    assert spied(room) == [REMOVED, GUARD, "four", "verger"]


def test_once_the_results_are_told_what_nobody_chose_goes_and_what_was_chosen_stays_wordless(room: Room) -> None:
    write(room.phone("banc").join("Banc"), "banc")
    room.move(Moment.VOTE)
    give(room, "four")
    room.move(Moment.RESULTS)
    erase(room, "verger")
    assert read_texts(room) == [REMOVED, GUARD, "banc", "four"], "its place is covered"
    room.unveil()
    erase(room, "banc", "four")
    assert read_texts(room) == [REMOVED, REMOVED, GUARD]


def read_texts(room: Room) -> list[str]:
    return room.read(lambda hall: sorted(one.text for one in hall.list_ideas("home")))


@pytest.mark.parametrize("made", [True, False])
@pytest.mark.parametrize("told", [True, False])
def test_the_synthesis_prints_no_empty_place_that_nobody_chose_and_counts_it_as_withdrawn(
    room: Room, told: bool, made: bool
) -> None:
    room.move(Moment.VOTE)
    give(room, "four")
    verger = find(room, "verger")
    erase(room, "four", "verger")
    if told:
        room.move(Moment.RESULTS)
    if made:
        room.write(lambda hall: hall.add_mission(Mission("m1", "home", "Planter", 1, option=verger)))
    material = leave_out_unchosen(room.read(gather_material), list_said("participant.thanks.idea-removed"))
    (home, *_) = make_synthesis(material).ideas
    printed = told + made
    assert sorted(one.option.title for one in home.tallies) == [*[REMOVED] * printed, GUARD]
    assert sorted(one.dots for one in home.tallies) == [0] * (1 + made) + [2] * told
    assert home.withdrawn == 2 - printed
    assert room.laptop().model("synthesis")["ideas"] == 1 + printed
