"""Hundreds of ideas on a phone: ballot and results come a page at a time, and nothing of the vote is lost by it."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from typing import Any, Final

import pytest

from tests.widgets.conftest import MakeRoom
from tests.widgets.room import NOON, Phone, Room, begin
from workshop_kit.domain.ballots import BallotMark, VoteKind, VoteRule
from workshop_kit.domain.course import Moment
from workshop_kit.domain.ideas import list_options
from workshop_kit.domain.model import Challenge, Idea, IdeaGroup
from workshop_kit.errors import MissingEntry
from workshop_kit.live.acts.voting import _find_option
from workshop_kit.live.challenge import read_options
from workshop_kit.live.participant.paging import IDEAS_A_PAGE, part_options, shuffle_for
from workshop_kit.live.participant.vote import TOUCHED_AT_MOST
from workshop_kit.store import Repository

MANY: Final = 3 * IDEAS_A_PAGE - 10
LONG: Final = "Une idée aussi longue que possible, " * 13


def write_many(hall: Repository) -> None:
    known = hall.find_idea("guard")
    for number in range(MANY - 1):
        text = f"{LONG}{number}"
        hall.add_idea(Idea(f"many-{number}", "home", text, None, known.author, known.written_at))


@pytest.fixture
def room(make_room: MakeRoom) -> Room:
    room = make_room(begin)
    room.walk_to(Moment.WRITING)
    room.write(write_many)
    return room


@pytest.fixture
def phone(room: Room) -> Phone:
    phone = room.phone("b1").join("Colibri")
    room.move(Moment.VOTE, phone)
    return phone


def look(phone: Phone) -> dict[str, Any]:
    (challenge,) = (one for one in phone.model("vote")["challenges"] if one["id"] == "home")
    return dict(challenge)


def turn(phone: Phone, page: int) -> dict[str, Any]:
    phone.do("vote", "turn_ideas", challenge="home", page=page)
    return look(phone)


def put(phone: Phone, option: str, count: int) -> None:
    phone.do("vote", "place_dots", challenge="home", option=option, count=count)


def test_a_ballot_comes_a_page_at_a_time_and_misses_no_idea(room: Room, phone: Phone) -> None:
    numbered: dict[int, str] = {}
    for page in (1, 2, 3, 99):
        shown = turn(phone, page)
        assert (shown["total"], shown["page"], shown["pages"]) == (MANY, min(page, 3), 3)
        assert len(shown["options"]) <= IDEAS_A_PAGE
        assert len(json.dumps(shown)) < 60_000
        numbered.update({one["number"]: one["id"] for one in shown["options"]})
    options = room.read(lambda hall: list_options(hall.list_ideas("home"), ()))
    assert [numbered[number] for number in range(1, MANY + 1)] == [one.id for one in shuffle_for(phone.me.id, options)]


def test_pages_of_challenges_that_are_not_there_are_not_kept(phone: Phone) -> None:
    turn(phone, 2)
    for number in range(9):
        phone.do("vote", "turn_ideas", challenge=f"nowhere-{number}", page=2)
    assert len(phone.window._turned) == 1
    assert look(phone)["page"] == 2


def test_dots_on_every_page_are_counted_and_come_along(phone: Phone) -> None:
    firsts = [turn(phone, page)["options"][0]["id"] for page in (1, 2, 3)]
    for first, count in zip(firsts, (2, 2, 1), strict=True):
        put(phone, first, count)
    shown = turn(phone, 2)
    assert {one["id"]: one["dots"] for one in shown["elsewhere"]} == {firsts[0]: 2, firsts[2]: 1}
    assert {one["id"]: one["dots"] for one in shown["options"] if one["dots"]} == {firsts[1]: 2}
    sixth = {"challenge": "home", "option": shown["options"][1]["id"], "count": 1}
    assert "Tous vos points" in phone.refuse("vote", "place_dots", **sixth)


def test_an_idea_of_another_page_stays_where_its_last_dot_was_taken_back(phone: Phone) -> None:
    first = turn(phone, 1)["options"][0]["id"]
    put(phone, first, 1)
    turn(phone, 2)
    put(phone, first, 0)
    assert [(one["id"], one["dots"]) for one in look(phone)["elsewhere"]] == [(first, 0)]


def test_an_idea_held_back_meanwhile_is_on_no_page_of_a_ballot(room: Room, phone: Phone) -> None:
    first = turn(phone, 1)["options"][0]["id"]
    put(phone, first, 1)
    turn(phone, 2)
    room.laptop().do("ideas", "hold_idea", idea=first, reason="Elle peut blesser.")
    phone.follow_once()
    phone.refresh("vote")
    shown = look(phone)
    assert (shown["elsewhere"], shown["total"]) == ([], MANY - 1)


def test_another_round_and_the_results_begin_with_the_first_page(room: Room, phone: Phone) -> None:
    assert turn(phone, 3)["page"] == 3
    room.move(Moment.RESULTS, phone)
    assert look(phone)["page"] == 1


def test_results_come_a_page_at_a_time_the_best_first_and_say_what_all_of_them_have(room: Room, phone: Phone) -> None:
    liked = [turn(phone, page)["options"][0]["id"] for page in (1, 2, 3)]
    for option, count in zip(liked, (1, 2, 2), strict=True):
        put(phone, option, count)
    room.move(Moment.RESULTS, phone)
    laptop = room.laptop()
    laptop.do("header", "unveil", challenge="home", unveiled=9, of=None)
    phone.follow_once()
    phone.refresh("vote")
    shown = look(phone)
    assert (shown["most"], shown["without"], shown["pages"]) == (2, MANY - 3, 3)
    given = [one for one in shown["options"] if one["dots"]]
    assert {one["id"] for one in given} == set(liked)
    assert [(one["dots"], one["tied"]) for one in given] == [(2, True), (2, True), (1, False)]
    told = {one["id"] for page in (1, 2, 3) for one in turn(phone, page)["options"]}
    assert len(told) == MANY
    assert all(len(turn(phone, page)["options"]) <= IDEAS_A_PAGE for page in (1, 2, 3))


def test_every_idea_is_on_somebody_s_first_page_as_often_as_any_other(room: Room) -> None:
    options = room.read(lambda hall: list_options(hall.list_ideas("home"), ()))
    people = [f"{number:032x}" for number in range(2000)]
    first = Counter(one.id for person in people for one in part_options(shuffle_for(person, options))[0])
    expected = len(people) * IDEAS_A_PAGE / MANY
    assert len(first) == MANY
    assert all(0.8 * expected < count < 1.2 * expected for count in first.values())


def have_statements(room: Room, phone: Phone) -> None:
    room.write(lambda hall: hall.update_vote_rule("home", 1, VoteRule(VoteKind.STATEMENTS)))
    phone.follow_once()


def say(phone: Phone, option: str, stance: str = "agree") -> None:
    phone.do("vote", "say_stance", challenge="home", option=option, stance=stance)


def test_statements_answered_on_other_pages_come_once_all_are(room: Room, phone: Phone) -> None:
    """They are read one at a time: until then a phone is sent the way back from its page, and what it just touched."""
    have_statements(room, phone)
    pages = [[one["id"] for one in turn(phone, page)["options"]] for page in (1, 2, 3)]
    shown = turn(phone, 1)
    for option in pages[0]:
        say(phone, option)
    shown = turn(phone, 2)
    assert shown["marked"] == len(pages[0])
    assert [one["id"] for one in shown["elsewhere"]] == pages[0][-TOUCHED_AT_MOST:]
    phone.window._touched.clear()
    phone.refresh("vote")
    assert [one["id"] for one in look(phone)["elsewhere"]] == pages[0][-1:]
    for option in (*pages[1], *pages[2]):
        say(phone, option)
    shown = turn(phone, 2)
    assert [one["id"] for one in shown["elsewhere"]] == [*pages[0], *pages[2]]
    assert {one["mark"] for one in shown["elsewhere"]} == {1}


def test_a_press_reads_a_ballot_once_and_its_ideas_not_again(
    room: Room, phone: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    have_statements(room, phone)
    read: list[str] = []
    watch(monkeypatch, type(phone.window), "_read_votes", read)
    watch(monkeypatch, Repository, "list_ideas", read)
    say(phone, look(phone)["options"][0]["id"])
    phone.follow_once()
    assert read == ["_read_votes"]
    assert look(phone)["marked"] == 1


def test_what_a_person_puts_on_another_phone_is_shown(room: Room, phone: Phone) -> None:
    have_statements(room, phone)
    option = look(phone)["options"][0]["id"]
    say(phone, option)
    phone.follow_once()
    mark = BallotMark(phone.me.id, "home", option, VoteKind.STATEMENTS, -1)
    room.write(lambda hall: hall.update_ballot_mark(mark))
    phone.follow_once()
    assert look(phone)["options"][0]["mark"] == -1


def test_an_idea_that_comes_or_goes_changes_a_ballot_that_was_read_before(room: Room, phone: Phone) -> None:
    have_statements(room, phone)
    say(phone, look(phone)["options"][0]["id"])
    gone = look(phone)["options"][1]["id"]
    room.write(lambda hall: hall.update_idea(replace(hall.find_idea(gone), held="Elle peut blesser.")))
    phone.follow_once()
    assert look(phone)["total"] == MANY - 1
    room.write(lambda hall: hall.update_idea(replace(hall.find_idea(gone), held="", text="Une autre.")))
    phone.follow_once()
    assert [one["title"] for one in look(phone)["options"] if one["id"] == gone] == ["Une autre."]


def test_what_is_voted_on_is_found_by_itself_as_among_all(room: Room) -> None:
    def arrange(hall: Repository) -> None:
        groups = [IdeaGroup(f"g{n}", "home", "Ensemble", (f"many-{n}", f"many-{n + 1}"), NOON) for n in (2, 4, 6)]
        for one in groups:
            hall.add_group(one)
        hall.update_group(replace(groups[2], undone_at=NOON))
        for held in ("many-4", "many-9"):
            hall.update_idea(replace(hall.find_idea(held), held="Elle peut blesser."))
        hall.add_challenge(Challenge("other", "Mobilité", "Chacun arrive à l’heure.", position=7))
        hall.update_idea(replace(hall.find_idea("many-10"), challenge="other"))

    room.write(arrange)

    def compare(hall: Repository) -> int:
        known = hall.find_challenge("home")
        among = {one.id: one for one in read_options(hall, known)}
        for asked in (*(one.id for one in hall.list_ideas()), "g2", "g4", "g6", "nothing"):
            if asked in among:
                assert _find_option(hall, known, asked) == among[asked]
            else:
                with pytest.raises(MissingEntry, match="option-gone"):
                    _find_option(hall, known, asked)
        return len(among)

    assert room.read(compare) == MANY - 4


def watch(monkeypatch: pytest.MonkeyPatch, owner: type, name: str, called: list[str]) -> None:
    real: Any = getattr(owner, name)

    def note(*given: Any, **named: Any) -> Any:
        called.append(name)
        return real(*given, **named)

    monkeypatch.setattr(owner, name, note)
