"""How solid results are, beside them on the facilitator's page: the sentences of the synthesis, and no other page's."""

from __future__ import annotations

import asyncio
import threading
from typing import Any

import pytest

from tests.widgets.conftest import MakeRoom
from tests.widgets.room import Laptop, Room, lay_out, seat, write_ideas
from workshop_kit.domain.ballots import BallotMark, VoteKind, VoteRule
from workshop_kit.domain.course import Moment
from workshop_kit.domain.model import Dots
from workshop_kit.domain.synthesis import make_synthesis
from workshop_kit.i18n import Translator
from workshop_kit.i18n.solidity import say_solidity
from workshop_kit.live.facilitator import weighing
from workshop_kit.store import Repository
from workshop_kit.store.material import gather_material

TEXTS = ("Ouvrir le gymnase la nuit", "Une laverie près de la gare", "Un seul numéro à appeler")
RULES = {
    VoteKind.DOTS: VoteRule(),
    VoteKind.GRADES: VoteRule(VoteKind.GRADES),
    VoteKind.STATEMENTS: VoteRule(VoteKind.STATEMENTS),
    VoteKind.BUDGET: VoteRule(VoteKind.BUDGET, to_spend=500),
}
NOTHING = {"coming": False, "solid": "", "funding": None}


@pytest.fixture
def room(make_room: MakeRoom) -> Room:
    room = make_room(lay_out, seat, write_ideas(*TEXTS))
    room.move(Moment.WRITING)
    return room


def vote_by(room: Room, kind: VoteKind) -> None:
    """Have ana and bob vote for the first idea, and cle for the second; dan is there and does not vote."""
    room.write(lambda hall: hall.update_vote_rule("home", 1, RULES[kind]))
    room.write(lambda hall: hall.update_costs("home", {"home-0": 400, "home-1": 450, "home-2": 50}))
    room.move(Moment.VOTE)

    def give(hall: Repository) -> None:
        for person, option in (("ana", "home-0"), ("bob", "home-0"), ("cle", "home-1")):
            if kind is VoteKind.DOTS:
                hall.update_dots(Dots(person, "home", option, 2))
            else:
                hall.update_ballot_mark(BallotMark(person, "home", option, kind, 1))

    room.write(give)


def weigh(laptop: Laptop) -> dict[str, Any]:
    return dict(laptop.do("ideas", "weigh_result", challenge="home"))


@pytest.mark.parametrize("kind", VoteKind)
def test_the_page_says_what_the_synthesis_will_say(room: Room, laptop: Laptop, kind: VoteKind) -> None:
    vote_by(room, kind)
    assert weigh(laptop) == NOTHING, "the results are not shown yet"
    room.move(Moment.RESULTS)
    told = weigh(laptop)
    room.move(Moment.CHOICE)
    brief = next(one for one in make_synthesis(room.read(gather_material)).ideas if one.challenge.id == "home")
    assert brief.result is not None
    assert told["solid"] == say_solidity(Translator(laptop.window.language), brief.result) != ""
    assert "1 personne n’a pas voté" in told["solid"]
    assert (told["funding"] is None) is (kind is not VoteKind.BUDGET)


def test_a_budget_is_told_with_its_reasons_and_beside_the_simple_rule(room: Room, laptop: Laptop) -> None:
    vote_by(room, VoteKind.BUDGET)
    room.move(Moment.RESULTS)
    funding = weigh(laptop)["funding"]
    assert "500" in funding["spent"]
    assert "règle simple" in funding["simple"]
    told = {one["id"]: (one["simple"], one["why"]) for one in funding["options"]}
    assert {one: simple for one, (simple, _) in told.items()} == {"home-0": True, "home-1": False, "home-2": False}
    assert all(why for _, why in told.values())


def test_what_a_budget_funds_is_not_explained_by_another_count(room: Room, laptop: Laptop) -> None:
    vote_by(room, VoteKind.BUDGET)
    room.move(Moment.RESULTS)
    room.write(lambda hall: hall.note_funded("home", ["home-2"]))
    assert weigh(laptop)["funding"] is None


def test_what_changes_no_vote_has_nothing_weighed_again(
    room: Room, laptop: Laptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    vote_by(room, VoteKind.GRADES)
    room.move(Moment.RESULTS)
    first = weigh(laptop)
    monkeypatch.setattr(weighing, "make_given", None)
    laptop.do("votes", "mark_for_discussion", idea="home-0", discuss=True)
    assert weigh(laptop) == first


def test_while_it_is_worked_out_the_page_goes_on_and_is_told_once_it_is_there(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    vote_by(room, VoteKind.GRADES)
    room.move(Moment.RESULTS)
    may_end, make = threading.Event(), weighing.make_given

    def make_slowly(given: Any) -> Any:
        assert may_end.wait(30)
        return make(given)

    monkeypatch.setattr(weighing, "make_given", make_slowly)

    async def within() -> tuple[dict[str, Any], dict[str, Any]]:
        laptop = room.laptop()
        coming = weigh(laptop)
        laptop.do("course", "start_timer", minutes=5, challenge="home")
        assert weigh(laptop) == coming, "asked twice"
        heard = asyncio.Event()
        laptop.panels["ideas"].observe(lambda change: heard.set() if change["new"]["weighed"] else None, "model")
        may_end.set()
        await asyncio.wait_for(heard.wait(), 10)
        told = weigh(laptop)
        laptop.window.close()
        return coming, told

    coming, told = asyncio.run(within())
    assert coming == {"coming": True, "solid": "", "funding": None}
    assert told["coming"] is False
    assert "1 personne n’a pas voté" in told["solid"]


def test_what_cannot_be_worked_out_is_answered_by_a_refusal_and_not_tried_again(
    room: Room, laptop: Laptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    vote_by(room, VoteKind.GRADES)
    room.move(Moment.RESULTS)
    tried = []

    def fail(given: Any) -> Any:
        tried.append(given)
        raise ArithmeticError

    monkeypatch.setattr(weighing, "make_given", fail)
    for _ in range(2):
        assert not laptop.ask("ideas", "weigh_result", challenge="home")["ok"]
    assert len(tried) == 1


def test_nothing_is_weighed_of_a_challenge_that_is_gone(laptop: Laptop) -> None:
    assert laptop.do("ideas", "weigh_result", challenge="gone") == NOTHING


def test_no_phone_and_no_screen_is_told_how_solid_a_result_is(room: Room, laptop: Laptop) -> None:
    vote_by(room, VoteKind.STATEMENTS)
    room.move(Moment.RESULTS)
    solid = weigh(laptop)["solid"]
    phone = room.phone().join("Coquelicot 2")
    assert not phone.ask("vote", "weigh_result", challenge="home")["ok"]
    assert solid not in str([phone.everything(), room.screen().everything()])


def test_of_statements_no_first_place_is_spoken_of(room: Room, laptop: Laptop) -> None:
    vote_by(room, VoteKind.STATEMENTS)
    room.move(Moment.RESULTS)
    solid = weigh(laptop)["solid"]
    assert "accord le plus large" in solid
    assert "place" not in solid.replace("changer de place", "")
