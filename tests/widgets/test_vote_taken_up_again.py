"""A vote taken up again and closed without its results: what was announced stays what every page tells."""

from __future__ import annotations

from typing import Any

import pytest

from tests.widgets.conftest import MakeRoom
from tests.widgets.room import Laptop, Page, Room, fill
from workshop_kit.domain.claim import list_claims
from workshop_kit.domain.claims import COURSE
from workshop_kit.domain.course import Moment
from workshop_kit.domain.model import Dots
from workshop_kit.domain.synthesis import make_synthesis
from workshop_kit.store.material import gather_material


@pytest.fixture
def again(make_room: MakeRoom) -> Room:
    """A room whose vote was announced, and is taken up again."""
    room = make_room(fill)
    room.walk_to(Moment.RESULTS)
    room.unveil()
    room.move(Moment.VOTE)
    return room


def give(room: Room, count: int) -> None:
    challenge = room.read(lambda hall: hall.find_challenge("home"))
    first = room.read(lambda hall: hall.list_dots("home"))[0]
    given = Dots(first.participant, "home", first.option, count, challenge.round)
    room.write(lambda hall: hall.update_dots(given))


def read_votes(room: Room) -> list[tuple[str, str, int]]:
    votes = room.read(lambda hall: hall.list_dots("home"))
    return sorted((one.participant, one.option, one.count) for one in votes)


def close(laptop: Laptop) -> None:
    laptop.follow_once()
    since = laptop.model("course")["since"]
    laptop.do("course", "move_challenge_on", challenge="home", stage="closed", since=since, read_first=False)


def say_course(room: Room) -> set[str]:
    brief = make_synthesis(room.read(gather_material)).ideas[0]
    return {claim.key for claim in list_claims(COURSE, brief)}


def tallies(page: Page, panel: str) -> list[dict[str, Any]]:
    page.follow_once()
    page.refresh(panel)
    return [one for one in page.model(panel)["challenges"] if one["id"] == "home"]


def read_given(phone: Page) -> list[dict[str, Any]]:
    phone.do("thanks", "look_at_what_i_gave", opened=True)
    return [dots for challenge in phone.model("thanks")["given"]["challenges"] for dots in challenge["dots"]]


def test_what_was_announced_stays_when_the_new_round_is_closed_without_results(again: Room) -> None:
    announced = [one for one in again.read(lambda hall: hall.list_dots("home", every_round=True)) if one.round == 1]
    give(again, 0)
    during = read_votes(again)
    close(again.laptop())
    assert read_votes(again) == sorted((one.participant, one.option, one.count) for one in announced)
    assert read_votes(again) != during
    known = again.read(lambda hall: hall.find_challenge("home"))
    assert (known.round, known.announced, known.counted_round) == (2, 1, 1)
    said = say_course(again)
    assert "ideas.announced-before" in said
    assert "ideas.last-round" not in said


def test_every_page_tells_the_announced_round(again: Room) -> None:
    give(again, 0)
    laptop, phone = again.laptop(), again.phone("browser")
    close(laptop)
    material = again.read(gather_material)
    told = {tally.option.id: tally.dots for tally in make_synthesis(material).ideas[0].tallies}
    (challenge,) = tallies(phone, "vote")
    assert {one["id"]: one["dots"] for one in challenge["options"]} == told
    laptop.refresh("ideas")
    table = laptop.model("ideas")["options"]
    assert {one["id"]: one["tally"]["dots"] for one in table} == told


def test_what_follows_and_the_thanks_tell_the_announced_round_too(again: Room) -> None:
    for vote in again.read(lambda hall: hall.list_dots("home")):
        again.write(lambda hall, vote=vote: hall.update_dots(Dots(vote.participant, "home", vote.option, 0, 2)))  # type: ignore[misc]
    laptop = again.laptop()
    close(laptop)
    tallies = make_synthesis(again.read(gather_material)).ideas[0].tallies
    told = {tally.option.id: tally.dots for tally in tallies if tally.dots}
    laptop.refresh("followup")
    followed = [one for challenge in laptop.model("followup")["challenges"] for one in challenge["results"]]
    assert {one["option"]: one["dots"] for one in followed} == told != {}
    assert read_given(again.phone("browser")) == [{"title": "Garde de nuit", "count": 2, "round": 1}]


def test_a_new_round_that_comes_to_its_results_counts_from_then_on(again: Room) -> None:
    give(again, 0)
    during = read_votes(again)
    again.move(Moment.RESULTS)
    close(again.laptop())
    assert read_votes(again) == during
    known = again.read(lambda hall: hall.find_challenge("home"))
    assert (known.announced, known.counted_round) == (2, 2)
    said = say_course(again)
    assert "ideas.announced-before" not in said
    assert "ideas.last-round" in said


def test_while_the_vote_is_open_again_its_own_dots_count_and_the_synthesis_says_it_is_not_over(again: Room) -> None:
    give(again, 0)
    assert {one.round for one in again.read(lambda hall: hall.list_dots("home"))} <= {2}
    assert "ideas.vote-open" in say_course(again)


def test_ideas_are_not_gathered_otherwise_once_a_round_was_voted_on(again: Room) -> None:
    for vote in again.read(lambda hall: hall.list_dots("home")):
        again.write(lambda hall, vote=vote: hall.update_dots(Dots(vote.participant, "home", vote.option, 0, 2)))  # type: ignore[misc]
    again.move(Moment.REVEAL)
    ideas = [one.id for one in again.read(lambda hall: hall.list_ideas("home"))][:2]
    refused = again.laptop().refuse("ideas", "gather_ideas", ideas=ideas, title="Ensemble")
    assert refused
    assert again.read(lambda hall: [one for one in hall.list_groups("home") if one.title == "Ensemble"]) == []
