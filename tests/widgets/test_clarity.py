"""Two or three people say how clear a sentence is, each alone: nobody sees an answer before all are in."""

from __future__ import annotations

import json
import re
from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

import pytest

from tests.widgets.conftest import MakeRoom
from tests.widgets.room import Laptop, Phone, Room, lay_out
from workshop_kit.domain.course import Moment
from workshop_kit.i18n import Translator
from workshop_kit.live.acts.helping import TRIES_A_MINUTE

SECRET = "Le facteur compte ?"


@pytest.fixture
def room(make_room: MakeRoom) -> Room:
    return make_room(lay_out)


def say(code: str) -> str:
    return Translator("fr")(f"errors.{code}")


def ask(laptop: Laptop, wanted: int = 2, challenge: str = "home") -> str:
    """Ask people about a challenge, and return the code that lets them read it."""
    laptop.do("challenges", "ask_clarity", challenge=challenge, wanted=wanted)
    return str(laptop.model("challenges")["ways"]["code"])


def let_in(room: Room, code: str, visitor: str) -> Phone:
    phone = room.phone(visitor)
    phone.do("helper", "come_to_help", code=code)
    return phone


def stands(laptop: Laptop, challenge: str = "home") -> dict[str, Any]:
    laptop.refresh("challenges")
    return next(dict(one["clarity"]) for one in laptop.model("challenges")["challenges"] if one["id"] == challenge)


def rate(phone: Phone, clearness: str = "very", remark: str = "", challenge: str = "home") -> None:
    phone.do("helper", "rate_clarity", challenge=challenge, clearness=clearness, remark=remark)


def test_answers_are_shown_once_all_are_in_and_to_the_facilitator_alone(room: Room, laptop: Laptop) -> None:
    code = ask(laptop, 3)
    one, two, three = (let_in(room, code, name) for name in ("one", "two", "three"))
    rate(one, "not", SECRET)
    rate(two, "very")
    assert (stands(laptop)["answered"], stands(laptop)["ratings"]) == (2, [])
    assert SECRET not in laptop.everything()
    for phone in (two, three):
        phone.follow_once()
        assert SECRET not in phone.everything()
        assert "answered" not in json.dumps(phone.model("helper"))
    rate(three, "rather")
    found = stands(laptop)
    assert found["ratings"] == [
        {"clearness": "very", "remark": ""},
        {"clearness": "rather", "remark": ""},
        {"clearness": "not", "remark": SECRET},
    ]
    for phone in (one, two, three):
        phone.follow_once()
        assert phone.model("helper")["sentences"] == []
    assert SECRET not in two.everything()


def test_nothing_says_any_more_whose_answer_is_whose_once_all_are_in(room: Room, laptop: Laptop) -> None:
    code = ask(laptop)
    one, two = (let_in(room, code, name) for name in ("one", "two"))
    rate(one, "not", SECRET)
    raters = room.read(lambda r: {r.name_rater(name, "home") for name in ("one", "two")})
    assert {row.rater for row in room.read(lambda r: r.list_ratings())} < raters
    rate(two)
    assert raters.isdisjoint(row.rater for row in room.read(lambda r: r.list_ratings()))
    assert one.refuse("helper", "rate_clarity", challenge="home", clearness="very") == say("clarity-complete")


def test_until_then_one_may_change_what_one_said(room: Room, laptop: Laptop) -> None:
    phone = let_in(room, ask(laptop), "one")
    assert phone.model("helper")["sentences"][0]["clearness"] is None, "nothing is chosen beforehand"
    rate(phone, "not", SECRET)
    rate(phone, "rather")
    (shown,) = phone.model("helper")["sentences"]
    assert (shown["clearness"], shown["remark"]) == ("rather", "")
    assert stands(laptop)["answered"] == 1


def test_only_who_was_told_the_code_answers_and_guesses_are_counted(room: Room, laptop: Laptop) -> None:
    code = ask(laptop)
    phone = room.phone("a guesser")
    assert phone.refuse("helper", "rate_clarity", challenge="home", clearness="very") == say("not-a-reader")
    for _ in range(TRIES_A_MINUTE):
        assert phone.refuse("helper", "come_to_help", code="noix-noix 00") == say("helper-code-wrong")
    assert phone.refuse("helper", "come_to_help", code=code) == say("helper-code-slow")
    assert phone.model("helper") == {"visible": True, "helping": ""}
    room.moment += timedelta(seconds=61)
    phone.do("helper", "come_to_help", code=code.upper())
    assert phone.model("helper")["helping"] == "clarity"
    assert phone.refuse("helper", "add_voice", pseudonym="Marcel", category="resident") == say("not-a-helper")


def test_the_link_lets_in_by_itself_and_an_old_one_says_so(
    room: Room, laptop: Laptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask(laptop)
    ways = laptop.model("challenges")["ways"]
    assert ways["link"].startswith(ways["address"])
    assert ways["rows"]
    query = urlsplit(ways["link"]).query
    monkeypatch.setenv("QUERY_STRING", query)
    assert room.phone("one").model("helper")["let_in"]
    laptop.do("challenges", "close_to_readers")
    late = room.phone("too late").model("helper")
    assert (late["helping"], late["let_in"], late["sentences"]) == ("clarity", False, [])


def test_at_the_facilitator_s_page_people_answer_one_after_the_other(room: Room, laptop: Laptop) -> None:
    ask(laptop)
    for clearness in ("not", "rather"):
        assert stands(laptop)["ratings"] == []
        laptop.do("challenges", "rate_here", challenge="home", clearness=clearness, remark="")
    assert [one["clearness"] for one in stands(laptop)["ratings"]] == ["rather", "not"]
    refusal = laptop.refuse("challenges", "rate_here", challenge="home", clearness="very")
    assert refusal == say("clarity-complete")


def test_each_answer_belongs_to_its_sentence_and_asked_again_all_begin_anew(room: Room, laptop: Laptop) -> None:
    phone = let_in(room, ask(laptop), "one")
    before = phone.model("helper")["sentences"][0]["statement"]
    laptop.do("challenges", "write_challenge", id="home", stake="Logement", statement="Un toit pour chacun en 2028.")
    phone.follow_once()
    assert phone.model("helper")["sentences"][0]["statement"] == before, "what was asked about is what is answered"
    rate(phone)
    rate(let_in(room, laptop.model("challenges")["ways"]["code"], "two"))
    found = stands(laptop)
    assert (found["statement"], found["present"], len(found["ratings"])) == (before, False, 2)
    ask(laptop)
    phone.follow_once()
    (again,) = phone.model("helper")["sentences"]
    assert (again["statement"], again["clearness"]) == ("Un toit pour chacun en 2028.", None)
    shown = {one["statement"]: one["ratings"] for one in laptop.model("challenges")["challenges"][0]["sentences"]}
    assert [len(shown[text]) for text in ("Un toit pour chacun en 2028.", before)] == [0, 2]
    ask(laptop)
    assert stands(laptop)["answered"] == 0


def test_an_answer_on_its_way_is_none_about_the_sentence_that_is_asked_about_meanwhile(
    room: Room, laptop: Laptop
) -> None:
    phone = let_in(room, ask(laptop), "one")
    (read,) = phone.model("helper")["sentences"]
    known = room.challenge("home")
    parts = dict.fromkeys(("action", "population", "territory", "deadline", "indicator"), "")
    laptop.do(
        "challenges", "write_challenge", id="home", stake=known.stake, statement="Que chacun dorme au sec.", **parts
    )
    ask(laptop)
    said = {"challenge": "home", "phrasing": read["phrasing"], "clearness": "not", "remark": SECRET}
    assert phone.refuse("helper", "rate_clarity", **said) == say("clarity-reworded")
    assert stands(laptop)["answered"] == 0
    (shown,) = phone.model("helper")["sentences"]
    phone.do("helper", "rate_clarity", **{**said, "phrasing": shown["phrasing"]})
    assert stands(laptop)["answered"] == 1


def test_two_answers_are_enough_when_the_third_does_not_come_and_one_alone_is_erased_unseen(
    room: Room, laptop: Laptop
) -> None:
    code = ask(laptop, 3)
    one, two = (let_in(room, code, name) for name in ("one", "two"))
    rate(one, "not", SECRET)
    laptop.do("challenges", "wait_no_more", challenge="home")
    assert stands(laptop)["number"] == 0
    assert room.read(lambda r: r.list_ratings()) == ()
    assert ask(laptop, 3) == code, "who is in stays in"
    rate(one, "not", SECRET)
    rate(two)
    laptop.do("challenges", "wait_no_more", challenge="home")
    assert [one["clearness"] for one in stands(laptop)["ratings"]] == ["very", "not"]


def test_two_or_three_are_asked_no_fewer_and_no_more(laptop: Laptop) -> None:
    for wanted in (0, 1, 4, "2", True):
        laptop.refuse("challenges", "ask_clarity", challenge="home", wanted=wanted)


def test_nobody_is_asked_once_people_work_on_the_challenge(room: Room, laptop: Laptop) -> None:
    phone = let_in(room, ask(laptop), "one")
    room.move(Moment.WRITING, laptop, phone)
    assert phone.model("helper")["sentences"] == []
    refused = [
        phone.refuse("helper", "rate_clarity", challenge="home", clearness="very"),
        laptop.refuse("challenges", "rate_here", challenge="home", clearness="very"),
        laptop.refuse("challenges", "ask_clarity", challenge="home", wanted=2),
    ]
    assert set(refused) == {say("clarity-after-opening")}


def test_a_person_who_is_erased_takes_an_answer_back_that_waits_for_others(room: Room, laptop: Laptop) -> None:
    phone = let_in(room, ask(laptop), "one").join("Zoé")
    rate(phone, "not", SECRET)
    phone.do("thanks", "erase", with_ideas=True)
    assert stands(laptop)["answered"] == 0
    assert not room.read(lambda r: r.is_reader("one"))


def test_who_reads_no_more_takes_their_waiting_answer_along(room: Room, laptop: Laptop) -> None:
    phone = let_in(room, ask(laptop), "one")
    rate(phone, "not", SECRET)
    phone.do("helper", "stop_reading")
    assert phone.model("helper") == {"visible": True, "helping": ""}
    assert stands(laptop)["answered"] == 0


def test_what_was_said_is_erased_by_the_facilitator_and_with_its_challenge(room: Room, laptop: Laptop) -> None:
    ask(laptop)
    for _ in range(2):
        laptop.do("challenges", "rate_here", challenge="home", clearness="not", remark=SECRET)
    laptop.do("challenges", "forget_clarity", challenge="home", number=stands(laptop)["number"])
    assert room.read(lambda r: r.list_ratings()) == ()
    ask(laptop, challenge="move")
    laptop.do("challenges", "rate_here", challenge="move", clearness="not", remark=SECRET)
    laptop.do("challenges", "remove_challenge", challenge="move")
    assert room.read(lambda r: (r.list_ratings(), r.list_askings())) == ((), ())


@pytest.mark.parametrize("spelled", ["{a}{b}{number}", "{a}-{b}-{number}", "{a} {b} {number}", "{a}-{b}{number}"])
def test_the_code_to_read_beforehand_is_taken_without_its_space_and_with_a_hyphen_for_it(
    laptop: Laptop, room: Room, spelled: str
) -> None:
    first, second, number = re.split(r"[- ]", ask(laptop))
    assert let_in(room, spelled.format(a=first.capitalize(), b=second, number=number), "one").model("helper")["let_in"]
