"""A helper on a device of their own: let in with a code, with the rights of speaking for people, and no others."""

from __future__ import annotations

import json
import re
from datetime import timedelta
from typing import Any

import pytest

from tests.widgets.conftest import MakeRoom
from tests.widgets.room import IDEAS, SECRETS, Laptop, Page, Phone, Room, fill, lay_out, seat, write_ideas
from workshop_kit.domain.course import Moment, Role
from workshop_kit.domain.model import Dots
from workshop_kit.domain.permits import PERMITS
from workshop_kit.i18n import Translator
from workshop_kit.live.acts.helping import TRIES_A_MINUTE, TRIES_TOGETHER, make_code, name_helper

#: What a hidden panel of a seat may hold of the model, in bytes: less than the name of the panel in its frame.
TINY = 32


@pytest.fixture
def room(make_room: MakeRoom) -> Room:
    return make_room(lay_out, seat)


def say(code: str) -> str:
    return Translator("fr")(f"errors.{code}")


def open_code(laptop: Laptop) -> str:
    """Make a code on the facilitator's panel, and return it as it is read there."""
    laptop.do("voices", "change_helper_code")
    laptop.refresh("voices")
    return str(laptop.model("voices")["helper_code"])


def let_in(room: Room, laptop: Laptop, visitor: str = "browser of a helper") -> Phone:
    """Open a helper's page and let it in."""
    phone = room.phone(visitor)
    phone.do("helper", "come_to_help", code=open_code(laptop))
    return phone


def add(page: Phone, pseudonym: str = "Marcel") -> str:
    return str(page.do("helper", "add_voice", pseudonym=pseudonym, category="resident")["id"])


# -- the code ---------------------------------------------------------------------------------------------------------


def test_a_code_is_two_short_words_and_a_number() -> None:
    for language in ("fr", "en"):
        code = make_code(language)
        assert re.fullmatch(r"[a-z]{3,10}-[a-z]{3,10} [1-9]\d\d", code), code
    assert len({make_code("fr") for _ in range(50)}) > 40


@pytest.mark.parametrize("between", [" ", "", "-", "_", " – ", " . "])
def test_the_code_lets_a_browser_in_however_it_is_spelled(room: Room, between: str) -> None:
    laptop = room.laptop()
    code = open_code(laptop)
    phone = room.phone("browser of a helper")
    phone.do("helper", "come_to_help", code=f"  {between.join(re.split(r'[- ]', code.upper()))} ")
    assert phone.model("helper")["helping"]
    laptop.follow_once()
    assert [one["inside"] for one in laptop.model("voices")["helpers"]] == [True]


def test_a_helper_stays_in_when_the_page_is_opened_again(room: Room) -> None:
    let_in(room, room.laptop())
    assert room.phone("browser of a helper").model("helper")["helping"]


def test_nobody_is_let_in_while_there_is_no_code(room: Room) -> None:
    phone = room.phone()
    for code in ("-", "noisette-citron 47", "0"):
        assert phone.refuse("helper", "come_to_help", code=code) == say("helper-code-wrong")
    assert phone.refuse("helper", "come_to_help", code="") == say("helper-code-missing")
    assert not phone.model("helper")["helping"]


def test_after_some_wrong_tries_the_right_code_waits_a_minute_too(room: Room) -> None:
    code = open_code(room.laptop())
    phone = room.phone()
    for _ in range(TRIES_A_MINUTE):
        assert phone.refuse("helper", "come_to_help", code="noix-noix 00") == say("helper-code-wrong")
    assert phone.refuse("helper", "come_to_help", code=code) == say("helper-code-slow")
    room.moment += timedelta(seconds=61)
    phone.do("helper", "come_to_help", code=code)


def test_a_clock_that_was_put_back_makes_no_wait_longer(room: Room) -> None:
    code = open_code(room.laptop())
    phone = room.phone("a guesser")
    for _ in range(TRIES_A_MINUTE):
        phone.refuse("helper", "come_to_help", code="noix-noix 00")
    assert phone.refuse("helper", "come_to_help", code=code) == say("helper-code-slow")
    room.moment -= timedelta(days=400)
    phone.do("helper", "come_to_help", code=code)


def test_one_browsers_wrong_tries_hold_up_no_other(room: Room) -> None:
    code = open_code(room.laptop())
    for _ in range(TRIES_A_MINUTE + 1):
        room.phone("a guesser").refuse("helper", "come_to_help", code="noix-noix 00")
    room.phone("a helper").do("helper", "come_to_help", code=code)


def guess_together(room: Room) -> None:
    """Have one guest try many wrong codes from many browsers."""
    for one in range(TRIES_TOGETHER * 2):
        room.phone(f"guesser {one // 2}").refuse("helper", "come_to_help", code="noix-noix 00")


def test_who_knows_the_code_is_let_in_however_many_guess(room: Room) -> None:
    code = open_code(room.laptop())
    guess_together(room)
    room.phone("a helper").do("helper", "come_to_help", code=code)


def test_while_many_guess_each_browser_has_one_try_a_minute(room: Room) -> None:
    code = open_code(room.laptop())
    guess_together(room)
    phone = room.phone("one more")
    assert phone.refuse("helper", "come_to_help", code="noix-noix 00") == say("helper-code-wrong")
    assert phone.refuse("helper", "come_to_help", code=code) == say("helper-code-slow")
    room.moment += timedelta(seconds=61)
    phone.do("helper", "come_to_help", code=code)


def test_a_wrong_try_is_no_helper(room: Room) -> None:
    laptop = room.laptop()
    open_code(laptop)
    phone = room.phone()
    phone.refuse("helper", "come_to_help", code="noix-noix 00")
    laptop.refresh("voices")
    assert laptop.model("voices")["helpers"] == []
    assert phone.refuse("helper", "add_voice", pseudonym="Marcel", category="resident") == say("not-a-helper")


def test_changing_the_code_keeps_who_is_in_and_lets_nobody_in_by_the_old_one(room: Room) -> None:
    laptop = room.laptop()
    old = open_code(laptop)
    phone = room.phone("a helper")
    phone.do("helper", "come_to_help", code=old)
    open_code(laptop)
    phone.follow_once()
    assert phone.model("helper")["helping"]
    assert room.phone("another").refuse("helper", "come_to_help", code=old) == say("helper-code-wrong")


def test_one_helper_is_let_go_and_the_others_stay(room: Room) -> None:
    laptop = room.laptop()
    stays, phone = let_in(room, laptop, "one who stays"), room.phone("a helper").join("Zoé")
    phone.do("helper", "come_to_help", code=laptop.model("voices")["helper_code"])
    laptop.refresh("voices")
    (zoe,) = (one["id"] for one in laptop.model("voices")["helpers"] if one["pseudonym"] == "Zoé")
    laptop.do("voices", "let_helper_go", helper=zoe)
    for page in (stays, phone):
        page.follow_once()
    assert stays.model("helper")["helping"]
    assert not phone.model("helper")["helping"]
    assert "voices" not in phone.model("helper")
    assert phone.refuse("helper", "add_voice", pseudonym="Marcel", category="resident") == say("not-a-helper")


def type_slips(page: Page, panel: str, texts: dict[int, str]) -> None:
    for number, text in texts.items():
        page.do(panel, "type_slip", challenge="home", number=number, category="", text=text, source=None, retyped="new")


def test_the_ideas_of_one_helper_s_papers_are_held_back_by_one_press_and_given_back_so(room: Room) -> None:
    laptop = room.laptop()
    phone, other = let_in(room, laptop, "a joker"), let_in(room, laptop, "one who helps")
    room.move(Moment.WRITING, laptop, phone, other)
    type_slips(phone, "helper", {1: "Des frites", 2: "Encore des frites"})
    type_slips(other, "helper", {3: "Une laverie"})
    type_slips(laptop, "voices", {4: "Un banc"})
    ideas = room.read(lambda hall: {one.text: one.id for one in hall.list_ideas()})
    room.move(Moment.REVEAL, laptop)
    laptop.do("ideas", "hold_idea", idea=ideas["Encore des frites"], reason="Elle peut blesser.")
    laptop.do("voices", "let_helper_go", helper=name_helper("a joker"))
    laptop.do("remote", "show_on_screen", challenge="home")
    assert "frites" in room.screen().everything()

    def tell() -> tuple[int, int, int]:
        laptop.refresh("voices")
        (joker,) = (one for one in laptop.model("voices")["helpers"] if one["id"] == name_helper("a joker"))
        return joker["papers"], joker["ideas"], joker["held"]

    def read_held() -> dict[str, str]:
        return room.read(lambda hall: {one.text: one.held for one in hall.list_ideas() if one.held})

    assert tell() == (2, 1, 0)
    laptop.do("voices", "hold_papers", helper=name_helper("a joker"), held=True)
    assert tell() == (2, 0, 1)
    paper = Translator("fr")("words.held.paper")
    assert read_held() == {"Des frites": paper, "Encore des frites": "Elle peut blesser."}
    assert "frites" not in room.screen().everything()
    laptop.do("voices", "hold_papers", helper=name_helper("a joker"), held=False)
    assert (tell(), read_held()) == ((2, 1, 0), {"Encore des frites": "Elle peut blesser."})


def test_who_writes_what_a_paper_to_be_checked_says_is_not_held_back_with_it(room: Room) -> None:
    laptop, author = room.laptop(), room.phone("an author").join("Luciole")
    joker, other = let_in(room, laptop, "a joker"), let_in(room, laptop, "one who helps")
    room.move(Moment.WRITING, laptop, joker, other, author)
    shuttle = "Une navette le samedi"
    type_slips(joker, "helper", {1: shuttle})
    laptop.do("voices", "hold_papers", helper=name_helper("a joker"), held=True)
    written = author.do("ideas", "write_idea", challenge="home", text=shuttle, source=None)["idea"]
    type_slips(other, "helper", {2: shuttle})
    changed = author.do("ideas", "write_idea", challenge="home", text="Un car", source=None)["idea"]
    author.do("ideas", "correct_idea", idea=changed, text="une navette, le samedi !", source=None)
    (own,) = author.model("ideas")["challenges"]
    assert {one["id"]: one["held"] for one in own["ideas"]} == {written: "", changed: ""}
    ideas = room.read(lambda hall: hall.list_ideas())
    assert [bool(one.held) for one in ideas] == [True, False, False, False], "the joker's alone"
    laptop.do("voices", "hold_papers", helper=name_helper("a joker"), held=False)
    assert not any(one.held for one in room.read(lambda hall: hall.list_ideas()))


def test_the_same_paper_s_same_words_are_held_back_and_given_back_with_it(room: Room) -> None:
    laptop = room.laptop()
    joker = let_in(room, laptop, "a joker")
    room.move(Moment.WRITING, laptop, joker)
    type_slips(joker, "helper", {1: "Des frites"})
    laptop.do("voices", "hold_papers", helper=name_helper("a joker"), held=True)
    joker.do("helper", "type_slip", **slip(1, "des FRITES", "another"))
    assert [bool(one.held) for one in room.read(lambda hall: hall.list_ideas())] == [True, True]
    laptop.do("voices", "hold_papers", helper=name_helper("a joker"), held=False)
    assert [bool(one.held) for one in room.read(lambda hall: hall.list_ideas())] == [False, False]


def slip(number: int, text: str, retyped: str, challenge: str = "home") -> dict[str, object]:
    return {"challenge": challenge, "number": number, "category": "", "text": text, "source": None, "retyped": retyped}


@pytest.mark.parametrize("held_before", [True, False])
def test_a_slip_that_the_facilitator_typed_instead_is_no_helper_s(room: Room, held_before: bool) -> None:
    laptop = room.laptop()
    joker = let_in(room, laptop, "a joker")
    room.move(Moment.WRITING, laptop, joker)
    type_slips(joker, "helper", {1: "N’importe quoi", 2: "Encore"})
    if held_before:
        laptop.do("voices", "hold_papers", helper=name_helper("a joker"), held=True)
    laptop.do("voices", "type_slip", **slip(1, "Ce que dit le papier", "instead"))
    laptop.do("voices", "hold_papers", helper=name_helper("a joker"), held=True)
    ideas = room.read(lambda hall: {one.text: bool(one.held) for one in hall.list_ideas()})
    assert ideas == {"Ce que dit le papier": False, "Encore": True}
    laptop.refresh("voices")
    (told,) = laptop.model("voices")["helpers"]
    assert (told["papers"], told["ideas"], told["held"]) == (1, 0, 1)


def test_a_slip_that_another_helper_typed_instead_is_theirs_and_held_until_they_are_trusted(room: Room) -> None:
    laptop = room.laptop()
    joker, other = let_in(room, laptop, "a joker"), let_in(room, laptop, "one who helps")
    room.move(Moment.WRITING, laptop, joker, other)
    type_slips(joker, "helper", {1: "N’importe quoi"})
    laptop.do("voices", "hold_papers", helper=name_helper("a joker"), held=True)
    other.do("helper", "type_slip", **slip(1, "Ce que dit le papier", "instead"))

    def read_held() -> list[bool]:
        return room.read(lambda hall: [bool(one.held) for one in hall.list_ideas()])

    laptop.do("voices", "hold_papers", helper=name_helper("a joker"), held=False)
    assert read_held() == [True], "no helper takes the facilitator's doubt away"
    laptop.do("voices", "hold_papers", helper=name_helper("one who helps"), held=False)
    assert read_held() == [False]


@pytest.mark.parametrize("challenge", ["home", "move"])
def test_a_paper_stays_its_helper_s_while_another_idea_of_it_stands(room: Room, challenge: str) -> None:
    laptop = room.laptop()
    joker = let_in(room, laptop, "a joker")
    room.move(Moment.WRITING, joker, challenge="move")
    room.move(Moment.WRITING, laptop, joker, challenge="home")
    joker.do("helper", "type_slip", **slip(1, "Des frites", "new", challenge))
    joker.do("helper", "type_slip", **slip(1, "N’importe quoi", "another"))
    laptop.do("voices", "type_slip", **slip(1, "Ce que dit le papier", "instead"))
    laptop.do("voices", "hold_papers", helper=name_helper("a joker"), held=True)
    assert room.read(lambda hall: {one.text: bool(one.held) for one in hall.list_ideas()})["Des frites"]


def test_ballots_stand_where_the_ideas_of_their_typist_s_papers_are_held_back(room: Room) -> None:
    laptop = room.laptop()
    phone = let_in(room, laptop, "a joker")
    room.move(Moment.WRITING, laptop, phone)
    type_slips(phone, "helper", {1: "Des frites"})
    idea = room.read(lambda hall: hall.list_ideas()[-1])
    room.write(lambda hall: hall.update_dots(Dots(str(idea.author), "home", idea.id, 2)))
    laptop.do("voices", "hold_papers", helper=name_helper("a joker"), held=True)
    assert room.read(lambda hall: [one.count for one in hall.list_dots("home", every_round=True)]) == [2]


def test_closing_lets_everybody_out_and_nobody_in(room: Room) -> None:
    laptop = room.laptop()
    code = open_code(laptop)
    phone = room.phone()
    phone.do("helper", "come_to_help", code=code)
    laptop.do("voices", "close_to_helpers")
    phone.follow_once()
    assert not phone.model("helper")["helping"]
    assert phone.refuse("helper", "come_to_help", code=code) == say("helper-code-wrong")


def test_a_helper_stops_on_their_own_device_alone(room: Room) -> None:
    laptop = room.laptop()
    code = open_code(laptop)
    one, other = room.phone("one"), room.phone("other")
    for phone in (one, other):
        phone.do("helper", "come_to_help", code=code)
    one.do("helper", "stop_helping")
    other.follow_once()
    assert not one.model("helper")["helping"]
    assert other.model("helper")["helping"]


# -- the rights -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("act", PERMITS[Role.HELPER])
def test_who_was_not_let_in_may_do_nothing_of_it(room: Room, act: str) -> None:
    """Whatever is asked, the answer is the same: it tells nobody whether somebody is there."""
    phone = room.phone()
    payload: dict[str, Any] = {
        "participant": "ana", "challenge": "home", "text": "Un banc", "numbers": [1], "series": "A00", "unsure": True,
        "name": "A", "email": "", "phone": "0611223344", "challenges": [], "consent": True, "may_ask": True,
        "mission": "rounds", "answer": "accepted", "number": 1, "pseudonym": "Marcel", "category": "shop",
        "willing": True, "max_missions": 1, "often": "", "days": [], "until": "", "reach": [], "car": "unsaid",
        "languages": [],
    }  # fmt: skip
    assert phone.refuse("helper", act, **payload) == say("not-a-helper")


def test_a_helper_writes_votes_and_answers_for_those_without_a_phone(room: Room) -> None:
    room.write(write_ideas("Une laverie", "Un gymnase"))
    phone = let_in(room, room.laptop())
    person = add(phone)
    room.move(Moment.WRITING, phone)
    phone.do("helper", "write_as", participant=person, challenge="home", text="Un banc")
    room.move(Moment.VOTE, phone)
    (home, _) = phone.model("helper")["voices"]["challenges"]
    phone.do("helper", "vote_as", participant=person, challenge="home", numbers=[3, 3], series=home["series"])
    room.move(Moment.SCORING, phone)
    phone.do("helper", "score_as", participant=person, challenge="home", competence=0, interest=1)
    room.move(Moment.OFFER, phone)
    phone.do("helper", "let_ask_as", participant=person, may_ask=True)
    given = room.read(lambda hall: (hall.list_dots(participant=person), hall.find_score(person, "home")))
    assert [one.count for one in given[0]] == [2]
    assert given[1] is not None
    assert (given[1].competence, given[1].interest) == (0, 1)


def test_a_helper_speaks_for_nobody_who_has_a_phone(room: Room) -> None:
    phone = let_in(room, room.laptop())
    room.move(Moment.WRITING, phone)
    sentence = phone.refuse("helper", "write_as", participant="ana", challenge="home", text="Un banc")
    assert sentence == say("speaks-for-themselves")


@pytest.mark.parametrize("act", ["take_voice", "give_voice_back", "change_helper_code", "hold_idea", "erase_person"])
def test_a_helper_may_do_nothing_else_of_the_facilitators(room: Room, act: str) -> None:
    phone = let_in(room, room.laptop())
    assert phone.refuse("helper", act, participant="ana") == say("malformed-intention")


def test_a_helper_with_a_seat_keeps_it(room: Room) -> None:
    laptop = room.laptop()
    phone = room.phone().join("Zoé")
    room.move(Moment.THANKS, phone)
    phone.do("helper", "come_to_help", code=open_code(laptop))
    assert phone.model("helper")["seated"]
    assert phone.me.pseudonym == "Zoé"


def test_the_facilitator_reads_how_many_papers_each_helper_typed_though_they_left(room: Room) -> None:
    laptop = room.laptop()
    phone = let_in(room, laptop)
    room.move(Moment.WRITING, phone)
    for number in (3, 4):
        phone.do("helper", "type_slip", challenge="home", number=number, text="Un banc")
    phone.do("helper", "type_slip", challenge="home", number=4, text="Deux bancs", retyped="instead")
    laptop.do("voices", "type_slip", challenge="home", number=9, text="Une fontaine")
    phone.do("helper", "stop_helping")
    laptop.refresh("voices")
    assert [(one["papers"], one["inside"]) for one in laptop.model("voices")["helpers"]] == [(2, False)]


def test_once_papers_were_printed_only_their_numbers_are_typed_in(room: Room) -> None:
    phone = let_in(room, room.laptop())
    room.move(Moment.WRITING, phone)
    room.write(lambda hall: hall.note_printed(range(1, 41), room.moment))
    room.write(lambda hall: hall.note_printed(range(101, 103), room.moment))
    for number in (1, 40, 102):
        phone.do("helper", "type_slip", challenge="home", number=number, text="Un banc")
    for number in (41, 103):
        sentence = phone.refuse("helper", "type_slip", challenge="home", number=number, text="Un banc")
        assert sentence == Translator("fr")("errors.paper-not-printed", number=number)


# -- what a helper's page holds ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("moment", Moment)
def test_a_helpers_page_holds_no_secret_in_any_moment(make_room: MakeRoom, moment: Moment) -> None:
    room = make_room(fill)
    laptop = room.laptop()
    code = open_code(laptop)
    phone = room.phone("browser of a helper")
    phone.do("helper", "come_to_help", code=code)
    person = add(phone)
    room.move(moment, phone)
    state = phone.everything()
    for secret in (*SECRETS, code, "mairie@exemple.fr", "browser of", "Mme Roy"):
        assert secret not in json.dumps(phone.panels["helper"].get_state(), ensure_ascii=False), secret
    assert code not in state
    voices = phone.model("helper")["voices"]
    assert [one["id"] for one in voices["people"]] == [person]
    told = json.dumps(voices, ensure_ascii=False)
    if moment is not Moment.VOTE:
        assert not [idea.text for idea in IDEAS if idea.text in told]
    assert not re.search(r'"(supporters|rank|tallies)"', told)


@pytest.mark.parametrize("moment", Moment)
def test_a_code_is_in_no_participants_nor_the_screens_state(make_room: MakeRoom, moment: Moment) -> None:
    room = make_room(fill)
    code = open_code(room.laptop())
    room.move(moment)
    phone, screen = room.phone("browser"), room.screen()
    phone.do("thanks", "look_at_what_i_gave", opened=True)
    assert code not in phone.everything()
    assert code not in screen.everything()
    assert phone.window.workshop.helper_code == ""


@pytest.mark.parametrize("moment", Moment)
def test_a_seat_pays_next_to_nothing_for_the_helpers_panel(make_room: MakeRoom, moment: Moment) -> None:
    room = make_room(fill)
    room.move(moment)
    state = room.phone("browser").panels["helper"].get_state()
    assert state["model"] == {"visible": True, "helping": ""}
    assert len(json.dumps(state["model"])) < TINY * 2
    assert not {key for key in json.loads(state["words"]) if key.startswith(("vote.", "offer.", "paper."))}


def test_the_way_in_stands_on_every_page_so_that_any_neighbour_may_help(room: Room) -> None:
    phone = room.phone()
    assert phone.model("helper") == {"visible": True, "helping": ""}
    phone.join("Zoé")
    for moment in Moment:
        room.move(moment, phone)
        assert phone.model("helper") == {"visible": True, "helping": ""}


def test_a_helper_reads_the_words_in_their_own_language(room: Room) -> None:
    phone = let_in(room, room.laptop())
    phone.do("seat", "choose_language", language="en")
    assert phone.model("helper")["said"]["helper.heading"] == Translator("en")("voices.helper.heading")
