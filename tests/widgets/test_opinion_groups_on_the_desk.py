"""Opinion groups on the facilitator's page: what the screen shows of them, in words, after the vote."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from tests.widgets.conftest import MakeRoom
from tests.widgets.room import NOON, Laptop, Room, fill
from workshop_kit.domain.ballots import BallotMark, VoteKind, VoteRule
from workshop_kit.domain.course import Moment
from workshop_kit.domain.model import Idea, Origin, Participant
from workshop_kit.i18n import Translator
from workshop_kit.live.screen import opinions
from workshop_kit.store import Repository

SAY = Translator("fr")
SOME, OTHERS = (1, 1, 1, -1, -1, 1), (1, -1, -1, 1, 1, -1)
NOTHING: dict[str, Any] = {"groups": "", "unites": [], "apart": []}


@pytest.fixture
def room(make_room: MakeRoom) -> Room:
    room = make_room(fill)
    room.walk_to(Moment.VOTE)
    return room


def answer(room: Room, minds: Mapping[str, tuple[int, ...]], kind: VoteKind = VoteKind.STATEMENTS) -> None:
    """Have people come and answer six statements."""

    def give(hall: Repository) -> None:
        hall.update_vote_rule("home", 1, VoteRule(kind))
        for number in range(6):
            hall.add_idea(Idea(f"said-{number}", "home", f"Phrase {number}", None, None, NOON))
        for person, stances in minds.items():
            hall.add_participant(Participant(person, f"Nom {person}", "", "", Origin.ROOM, NOON))
            for number, stance in enumerate(stances):
                hall.update_ballot_mark(BallotMark(person, "home", f"said-{number}", kind, stance))

    room.write(give)


def split(some: int, others: int) -> dict[str, tuple[int, ...]]:
    return {**{f"a{one}": SOME for one in range(some)}, **{f"b{one}": OTHERS for one in range(others)}}


def tell(laptop: Laptop) -> dict[str, Any]:
    return dict(laptop.do("ideas", "tell_opinions", challenge="home"))


def test_the_page_says_of_the_groups_what_the_screen_shows(room: Room, laptop: Laptop) -> None:
    answer(room, split(6, 5))
    room.move(Moment.RESULTS)
    told = tell(laptop)
    assert told["groups"] == "2 groupes d’opinion\u00a0: A, 6 personnes\u202f; B, 5 personnes."
    assert told["unites"] == [SAY("opinion.unites.all-agree", text="Phrase 0")]
    screen = room.screen()
    screen.refresh("screen")
    shown = screen.model("screen")["opinions"]
    known = [(group["letter"], one) for group in shown["groups"] for one in group["known"]]
    assert told["apart"] == [
        SAY(f"opinion.{one['code']}", letter=letter, text=one["text"], count=one["count"], seen=one["seen"])
        for letter, one in known
    ]
    assert len(told["apart"]) == 4
    assert [one for one in split(6, 5) if f"Nom {one}" in str(told)] == []


def test_nothing_is_told_of_groups_while_the_vote_is_open(room: Room, laptop: Laptop) -> None:
    answer(room, split(6, 5))
    assert tell(laptop) == NOTHING
    assert laptop.do("ideas", "tell_opinions", challenge="gone") == NOTHING


@pytest.mark.parametrize(("some", "others"), [(8, 4), (8, 0), (3, 0)])
def test_where_no_groups_can_be_told_apart_one_sentence_says_so(
    room: Room, laptop: Laptop, some: int, others: int
) -> None:
    answer(room, split(some, others))
    room.move(Moment.RESULTS)
    assert tell(laptop) == {**NOTHING, "groups": SAY("opinion.untold")}


def test_people_who_answered_too_little_are_counted_beside_the_groups(room: Room, laptop: Laptop) -> None:
    answer(room, {**split(6, 5), "c0": (1,)})
    room.move(Moment.RESULTS)
    assert tell(laptop)["groups"].endswith(" 1 personne n’est dans aucun groupe.")


def test_nobody_s_answers_and_other_votes_have_no_groups(room: Room, laptop: Laptop) -> None:
    room.write(lambda hall: hall.update_vote_rule("home", 1, VoteRule(VoteKind.STATEMENTS)))
    room.move(Moment.RESULTS)
    assert tell(laptop) == NOTHING
    room.write(lambda hall: hall.update_vote_rule("home", 1, VoteRule()))
    assert tell(laptop) == NOTHING


def test_groups_are_found_once_for_the_same_answers(room: Room, laptop: Laptop) -> None:
    answer(room, split(6, 5))
    room.move(Moment.RESULTS)
    first = tell(laptop)
    before = opinions._group_once.cache_info().misses
    laptop.do("votes", "mark_for_discussion", idea="said-0", discuss=True)
    assert tell(laptop) == first
    assert opinions._group_once.cache_info().misses == before
    mind = next(one for one in room.read(lambda hall: hall.list_ideas("home")) if one.id == "said-1")
    room.write(lambda hall: hall.update_idea(replace(mind, held="Hors sujet")))
    assert tell(laptop) != first


def test_no_phone_may_ask_for_groups(room: Room) -> None:
    answer(room, split(6, 5))
    room.move(Moment.RESULTS)
    assert not room.phone().join("Coquelicot 2").ask("vote", "tell_opinions", challenge="home")["ok"]
