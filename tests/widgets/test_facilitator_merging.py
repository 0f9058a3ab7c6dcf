"""Merging on the table: one suggestion with the words that agree, and every merge taken apart as it was before."""

from __future__ import annotations

import re
from typing import Any

import pytest

from tests.widgets.conftest import MakeRoom
from tests.widgets.room import Laptop, Room, lay_out, seat, write_ideas
from workshop_kit.domain.course import Moment

TEXTS = (
    "Ouvrir le gymnase les nuits de grand froid",
    "Ouvrir le gymnase pendant les nuits de grand froid",
    "Une laverie près de la gare",
    "Former dix bénévoles à la maraude",
)


@pytest.fixture
def room(make_room: MakeRoom) -> Room:
    room = make_room(lay_out, seat)
    room.write(write_ideas(*TEXTS))
    room.move(Moment.WRITING)
    room.move(Moment.REVEAL)
    return room


def table(laptop: Laptop) -> dict[str, Any]:
    laptop.refresh("ideas")
    return laptop.model("ideas")


def ids_by_text(laptop: Laptop) -> dict[str, str]:
    return {idea["text"]: idea["id"] for option in table(laptop)["options"] for idea in option["ideas"]}


def standing(laptop: Laptop) -> dict[str, int]:
    """Return the groups by their title, with how many ideas each has."""
    return {one["title"]: len(one["ideas"]) for one in table(laptop)["options"] if not one["lone"]}


def gather(laptop: Laptop, title: str, *texts: str) -> str:
    ids = ids_by_text(laptop)
    return str(laptop.do("ideas", "gather_ideas", ideas=[ids[text] for text in texts], title=title)["group"])


def test_undoing_a_merge_says_how_many_ideas_stand_by_themselves_again(room: Room, laptop: Laptop) -> None:
    group = gather(laptop, "Gymnase", *TEXTS[:2])
    assert laptop.do("ideas", "undo_group", group=group) == {"ideas": 2, "groups": 0}
    assert standing(laptop) == {}


def test_undoing_a_merge_of_merges_gives_the_first_ones_back(room: Room, laptop: Laptop) -> None:
    gather(laptop, "Gymnase", *TEXTS[:2])
    gather(laptop, "Services", *TEXTS[2:])
    both = gather(laptop, "Tout", TEXTS[0], TEXTS[2])
    assert standing(laptop) == {"Tout": 4}
    assert laptop.do("ideas", "undo_group", group=both) == {"ideas": 0, "groups": 2}
    assert standing(laptop) == {"Gymnase": 2, "Services": 2}


def test_an_idea_added_to_a_group_stands_alone_again_and_the_group_stays(room: Room, laptop: Laptop) -> None:
    gather(laptop, "Gymnase", *TEXTS[:2])
    larger = gather(laptop, "Plus grand", TEXTS[0], TEXTS[3])
    assert laptop.do("ideas", "undo_group", group=larger) == {"ideas": 1, "groups": 1}
    assert standing(laptop) == {"Gymnase": 2}


def test_a_group_taken_apart_by_hand_before_does_not_come_back(room: Room, laptop: Laptop) -> None:
    first = gather(laptop, "Gymnase", *TEXTS[:2])
    laptop.do("ideas", "undo_group", group=first)
    room.moment = room.moment.replace(minute=30)
    second = gather(laptop, "Autrement", *TEXTS[:3])
    laptop.do("ideas", "undo_group", group=second)
    assert standing(laptop) == {}


def test_what_is_left_of_a_group_comes_back_without_the_idea_removed_since(room: Room, laptop: Laptop) -> None:
    gather(laptop, "Gymnase", *TEXTS[:3])
    larger = gather(laptop, "Plus grand", TEXTS[0], TEXTS[3])
    laptop.do("ideas", "remove_idea", idea=ids_by_text(laptop)[TEXTS[2]])
    laptop.do("ideas", "undo_group", group=larger)
    assert standing(laptop) == {"Gymnase": 2}


def test_a_second_press_of_undo_parts_nothing_more(room: Room, laptop: Laptop) -> None:
    group = gather(laptop, "Gymnase", *TEXTS[:2])
    laptop.do("ideas", "undo_group", group=group)
    assert laptop.do("ideas", "undo_group", group=group) == {"ideas": 0, "groups": 0}


def test_a_suggestion_marks_the_words_that_agree(room: Room, laptop: Laptop) -> None:
    ids = ids_by_text(laptop)
    (suggestion,) = table(laptop)["suggestions"]
    assert set(suggestion["ideas"]) == {ids[text] for text in TEXTS[:2]}
    for pieces in suggestion["marked"]:
        assert "".join(pieces) in TEXTS
        assert "gymnase" in "".join(pieces[1::2])


def test_lone_ideas_are_counted_by_the_gauge_as_the_list_shows_them(room: Room, laptop: Laptop) -> None:
    assert count_lone(laptop) == (2, 2)
    group = gather(laptop, "Autrement", *TEXTS[1:3])
    assert count_lone(laptop) == (1, 1), "an idea that was gathered is not alone, whatever its words"
    laptop.do("ideas", "undo_group", group=group)
    laptop.do("ideas", "hold_idea", idea=ids_by_text(laptop)[TEXTS[3]], reason="Elle blesse quelqu’un")
    assert count_lone(laptop) == (1, 1)


def test_the_only_idea_of_a_challenge_is_not_said_to_be_like_no_other(make_room: MakeRoom) -> None:
    one = make_room(lay_out, seat)
    one.write(write_ideas(TEXTS[2]))
    one.move(Moment.WRITING)
    one.move(Moment.REVEAL)
    assert count_lone(one.laptop()) == (0, 0)


def count_lone(laptop: Laptop) -> tuple[int, int]:
    """Return what the gauge counts, and how many the list shows where it is asked for them."""
    shown = table(laptop)
    (gauge,) = [one for one in shown["gauges"] if one["name"] == "originality"]
    told = re.search(r"autre \((\d+)\)", gauge["sentence"])
    return int(told[1]) if told else 0, sum(option["original"] for option in shown["options"])


def test_every_gauge_is_a_share_or_says_why_it_is_none(room: Room) -> None:
    for gauge in table(room.laptop())["gauges"]:
        assert gauge["value"] is None or 0 <= gauge["value"] <= 1
        assert gauge["sentence"]
