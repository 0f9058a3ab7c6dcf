"""What ideas have in common, on the facilitator's table: suggestions that come by meaning, and tensions."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from tests.widgets.conftest import MakeRoom
from tests.widgets.room import Laptop, Room, lay_out, seat, write_ideas
from workshop_kit.domain.course import Moment
from workshop_kit.domain.model import IdeaGroup
from workshop_kit.live import meaning
from workshop_kit.live.facilitator import idea_table, likening
from workshop_kit.store import Repository

RAIN, TANKS = "Arroser les massifs avec la pluie", "Des cuves sous les toits"
OPEN, CLOSE = "Ouvrir la rue aux voitures", "Fermer la rue aux voitures"
ANGLES = {RAIN: 0.0, TANKS: 0.2, OPEN: 2.0, CLOSE: 2.2}


class Model:
    """A model to which two of the texts mean the same, and two others nearly."""

    def query(self, texts: list[str]) -> Any:
        return np.array([[np.cos(ANGLES[text]), np.sin(ANGLES[text])] for text in texts], dtype=np.float32)


@pytest.fixture
def room(make_room: MakeRoom) -> Room:
    room = make_room(lay_out, seat)
    room.write(write_ideas(*ANGLES))
    room.move(Moment.WRITING)
    return room


def find_opposed(laptop: Laptop) -> list[set[str]]:
    return [{"".join(pieces) for pieces in one["marked"]} for one in laptop.model("ideas")["tensions"]]


def test_tensions_are_there_from_the_reveal_on_with_the_words_that_oppose(room: Room, laptop: Laptop) -> None:
    assert laptop.model("ideas")["tensions"] == []
    for moment in (Moment.REVEAL, Moment.VOTE, Moment.RESULTS):
        room.move(moment, laptop)
        assert find_opposed(laptop) == [{OPEN, CLOSE}], moment
    (tension,) = laptop.model("ideas")["tensions"]
    assert {"".join(pieces[1::2]) for pieces in tension["marked"]} == {"Ouvrir", "Fermer"}


def test_ideas_in_the_same_words_are_one_tension_and_one_held_back_is_in_none(room: Room, laptop: Laptop) -> None:
    room.write(lambda hall: hall.add_idea(replace(hall.find_idea("home-2"), id="again", text=OPEN.lower())))
    room.move(Moment.REVEAL, laptop)
    assert len(find_opposed(laptop)) == 1
    ids = {idea["text"]: idea["id"] for one in laptop.model("ideas")["options"] for idea in one["ideas"]}
    laptop.do("ideas", "hold_idea", idea=ids[CLOSE], reason="Elle blesse quelqu’un")
    assert find_opposed(laptop) == []


def test_a_pair_that_was_not_told_keeps_no_other_back(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    def add(hall: Repository) -> None:
        for id, text in (("tanks", TANKS.lower()), ("close", CLOSE.lower())):
            hall.add_idea(replace(hall.find_idea("home-0"), id=id, text=text))
        hall.add_group(IdeaGroup("water", "home", "Eau", ("home-0", "home-1"), room.moment))
        hall.add_group(IdeaGroup("cars", "home", "Voitures", ("home-2", "home-3"), room.moment))

    room.write(add)
    room.move(Moment.REVEAL)
    # the second is of two groups that were told already; the third says it again of ideas beside them
    pairs = (("home-0", "home-2"), ("home-1", "home-3"), ("tanks", "close"))
    monkeypatch.setattr(idea_table, "find_tensions", lambda ideas, measured: pairs)
    assert find_opposed(room.laptop()) == [{RAIN, OPEN}, {TANKS.lower(), CLOSE.lower()}]


def test_suggestions_by_meaning_come_to_the_page_without_anybody_doing_anything(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    room.move(Moment.REVEAL)
    monkeypatch.setattr(meaning, "_load_model", Model)
    monkeypatch.setattr(meaning, "_find_middle", lambda: np.zeros(2, dtype=np.float32))
    monkeypatch.setattr(meaning, "_vectors", OrderedDict())
    monkeypatch.setattr(likening, "is_installed", lambda: True)

    async def within() -> Laptop:
        laptop = room.laptop()
        assert laptop.model("ideas")["suggestions"] == []
        heard = asyncio.Event()
        laptop.panels["ideas"].observe(lambda change: heard.set() if change["new"]["suggestions"] else None, "model")
        await asyncio.wait_for(heard.wait(), 10)
        laptop.window.close()
        return laptop

    (suggestion,) = asyncio.run(within()).model("ideas")["suggestions"]
    assert {"".join(pieces) for pieces in suggestion["marked"]} == {RAIN, TANKS}
