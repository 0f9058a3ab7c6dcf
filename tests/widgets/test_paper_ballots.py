"""Ballots of grades, statements and budgets on paper count as those of a phone do."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.widgets.conftest import MakeRoom
from tests.widgets.room import Laptop, Room, lay_out, seat, write_ideas
from tests.widgets.test_voices import add, say, type_ballot, voice
from workshop_kit.domain.ballots import VoteKind
from workshop_kit.domain.course import Moment
from workshop_kit.domain.plans import Plan
from workshop_kit.live.challenge import read_options
from workshop_kit.store import Repository


@pytest.fixture
def room(make_room: MakeRoom) -> Room:
    room = make_room(lay_out, seat)
    room.write(write_ideas("Une laverie", "Un gymnase", "Un car"))
    return room


def open_vote(room: Room, laptop: Laptop, **rule: object) -> None:
    room.move(Moment.REVEAL, laptop)
    laptop.do("votes", "set_vote_rule", challenge="home", **rule)
    room.move(Moment.VOTE, laptop)


def read_marks(hall: Repository) -> dict[str, int]:
    titles = {one.id: one.title for one in read_options(hall, hall.find_challenge("home"))}
    return {titles[one.option]: one.value for one in hall.list_ballot_marks("home")}


def type_values(laptop: Laptop, number: int, given: dict[int, int], **more: object) -> dict[str, object]:
    return type_ballot(laptop, number, *given, values=list(given.values()), **more)


def test_a_ballot_of_grades_is_typed_and_corrected_whole(room: Room) -> None:
    laptop = room.laptop()
    open_vote(room, laptop, kind="grades", grades=5)
    assert type_values(laptop, 12, {1: 5, 2: 0})["ok"]
    assert room.read(read_marks) == {"Une laverie": 5, "Un gymnase": 0}
    assert type_values(laptop, 12, {1: 4})["sentence"] == say("ballot-there-already", number=12)
    assert type_values(laptop, 12, {1: 4, 3: 1}, retyped="instead")["ok"]
    assert room.read(read_marks) == {"Une laverie": 4, "Un car": 1}
    assert not type_values(laptop, 13, {1: 6})["ok"], "no grade of five"
    assert not type_ballot(laptop, 14, 1, 1)["ok"], "dots are another ballot"
    laptop.refresh("voices")
    assert laptop.model("voices")["challenges"][0]["papers"] == 1
    assert laptop.model("voices")["challenges"][0]["rule"]["scale"] == [5, 4, 3, 1, 0]


def test_a_paper_of_the_first_vote_is_no_ballot_of_the_second(room: Room) -> None:
    laptop = room.laptop()
    room.write(lambda hall: hall.update_challenge(replace(hall.find_challenge("home"), plan=Plan.NOMINAL)))
    open_vote(room, laptop, kind="grades", grades=5)
    laptop.refresh("voices")
    first = laptop.model("voices")["challenges"][0]["series"]
    assert type_values(laptop, 12, {1: 5})["ok"]
    room.move(Moment.RESULTS, laptop)
    room.move(Moment.VOTE, laptop)
    laptop.refresh("voices")
    second = laptop.model("voices")["challenges"][0]["series"]
    assert second != first
    assert type_values(laptop, 13, {1: 4}, series=first)["sentence"] == say("ballot-changed", series=second)
    assert room.read(lambda hall: hall.list_votes("home")) == ()
    assert type_values(laptop, 13, {1: 4})["ok"]
    assert [one.counts for one in room.read(lambda hall: hall.list_votes("home"))] == [True]


def test_somebody_without_a_phone_answers_statements_and_reads_what_was_kept(room: Room) -> None:
    laptop = room.laptop()
    open_vote(room, laptop, kind="statements")
    marcel = add(laptop)
    laptop.refresh("voices")
    (challenge, *_) = laptop.model("voices")["challenges"]
    asked = {"participant": marcel, "challenge": "home", "series": challenge["series"]}
    laptop.do("voices", "vote_as", **asked, numbers=[1, 2, 3], values=[1, -1, 0])
    kept = voice(laptop)
    assert sorted(kept["marks"].values()) == [-1, 0, 1]
    assert (kept["voted"], kept["vote"]["done"], kept["vote"]["asks"]) == (1, 1, [])


def test_points_move_from_one_idea_to_another_in_one_go(room: Room) -> None:
    laptop = room.laptop()
    room.move(Moment.REVEAL, laptop)
    laptop.do("votes", "set_vote_rule", challenge="home", kind="budget", to_spend=1000, points=5)
    options = room.read(lambda hall: [one.id for one in read_options(hall, hall.find_challenge("home"))])
    for option in options[:2]:
        laptop.do("votes", "set_cost", challenge="home", option=option, cost=400)
    room.move(Moment.VOTE, laptop)
    laptop.refresh("voices")
    series = laptop.model("voices")["challenges"][0]["series"]
    typed = {"challenge": "home", "number": 7, "series": series}
    laptop.do("voices", "type_ballot", **typed, numbers=[1, 2], values=[5, 0])
    laptop.do("voices", "type_ballot", **typed, numbers=[1, 2], values=[0, 5], retyped="instead")
    laptop.do("voices", "type_ballot", **typed, numbers=[1, 2], values=[3, 2], retyped="instead")
    marks = room.read(lambda hall: hall.list_ballot_marks("home", kind=VoteKind.BUDGET))
    assert sorted(one.value for one in marks) == [2, 3]
    refused = laptop.ask("voices", "type_ballot", **{**typed, "number": 8}, numbers=[3], values=[1])
    assert refused["sentence"] == say("option-without-cost", number=3)
