"""The language a phone begins in, by address, own choice, browser and workshop, and the words that it is given when."""

from __future__ import annotations

import pytest

from tests.widgets.conftest import MakeRoom
from tests.widgets.room import Phone, Room, lay_out
from workshop_kit.domain.course import Moment
from workshop_kit.i18n import Translator


@pytest.fixture
def room(make_room: MakeRoom) -> Room:
    return make_room(lay_out)


class Browser:
    """Opens the phone's page as a browser does that asks for languages."""

    def __init__(self, room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
        self._room, self._monkeypatch = room, monkeypatch

    def open(self, accepts: str = "", query: str = "", visitor: str = "browser-1") -> Phone:
        self._monkeypatch.setenv("HTTP_ACCEPT_LANGUAGE", accepts)
        self._monkeypatch.setenv("QUERY_STRING", query)
        return self._room.phone(visitor)


@pytest.fixture
def browser(room: Room, monkeypatch: pytest.MonkeyPatch) -> Browser:
    return Browser(room, monkeypatch)


def language(phone: Phone) -> str:
    """Return the language of the form that is read first, and see that the words are in it."""
    panel = phone.panels["join"]
    assert phone.words("join")["go"] == {"en": "Take a seat", "fr": "Prendre place"}[panel.lang]
    return str(panel.lang)


@pytest.mark.parametrize(
    ("accepts", "query", "begins"),
    [
        ("en-US,en;q=0.9", "", "en"),
        ("de-DE,de;q=0.9,en;q=0.8,fr;q=0.7", "", "en"),
        ("fr-CA,en;q=0.5", "", "fr"),
        ("de,it", "", "fr"),
        ("en;q=0, it", "", "fr"),
        ("", "", "fr"),
        ("en", "lang=fr", "fr"),
        ("fr", "table=3&lang=en-GB", "en"),
        ("en", "lang=xx", "en"),
        ("x" * 5000, "lang=" + "y" * 5000, "fr"),
    ],
)
def test_a_phone_begins_in_the_language_of_its_address_then_of_its_browser(
    browser: Browser, accepts: str, query: str, begins: str
) -> None:
    assert language(browser.open(accepts, query)) == begins


def test_the_language_of_the_browser_is_kept_with_the_seat(browser: Browser) -> None:
    browser.open("en").join("Poppy")
    back = browser.open("")
    assert back.me.language == "en"
    assert language(back) == "en"


def test_what_a_person_chose_wins_over_their_browser_and_is_kept_with_the_seat(browser: Browser) -> None:
    phone = browser.open("en")
    phone.do("seat", "choose_language", language="fr")
    assert language(phone) == "fr"
    phone.join("Coquelicot")
    assert language(browser.open("en")) == "fr"


def test_an_address_that_names_a_language_wins_over_the_seat_until_another_is_chosen(browser: Browser) -> None:
    browser.open("fr").join("Coquelicot")
    phone = browser.open("fr", "lang=en")
    assert language(phone) == "en"
    phone.do("seat", "choose_language", language="fr")
    assert language(phone) == "fr"


def test_two_phones_of_two_languages_do_not_meet(browser: Browser) -> None:
    poppy, rose = browser.open("en", visitor="browser-1"), browser.open("fr", visitor="browser-2")
    assert (language(poppy), language(rose)) == ("en", "fr")


def test_each_question_for_the_present_state_brings_the_server_s_present_time(room: Room) -> None:
    phone = room.phone()
    room.set_timer(5, None)
    phone.follow_once()
    before = phone.model("seat")["timer"]
    room.moment = room.moment.replace(second=20)
    phone.do("seat", "look_again")
    after = phone.model("seat")["timer"]
    assert after["now"] - before["now"] == 20_000
    assert after["ends_at"] == before["ends_at"]


#: What speaks of its own on a phone that has just come; ideas may have come too late before a reload.
AT_ONCE = {"seat", "join", "helper", "ideas"}
#: What is asked before there are challenges, and of no room that has some; and before there is a room at all.
BEFORE = {"stakes", "form"}
#: The moments that show the other panels first.
LATER = {
    "vote": Moment.VOTE,
    "scores": Moment.SCORING,
    "offer": Moment.OFFER,
    "mission": Moment.MISSIONS,
    "thanks": Moment.THANKS,
}


def test_a_first_visit_has_no_words_of_what_comes_later_in_the_afternoon(browser: Browser) -> None:
    phone = browser.open("en")
    shared = Translator("en").section("words")
    assert AT_ONCE | BEFORE | LATER.keys() == phone.panels.keys()
    for panel in AT_ONCE:
        assert phone.words(panel).keys() > shared.keys()
    for panel in (*BEFORE, *LATER):
        assert phone.words(panel) == shared, "a letter that is refused is still said in words"


@pytest.mark.parametrize(("panel", "moment"), LATER.items())
def test_the_words_of_a_panel_come_with_what_it_first_shows_and_stay(
    browser: Browser, room: Room, panel: str, moment: Moment
) -> None:
    phone = browser.open("fr").join("Coquelicot")
    room.walk_to(moment, phone)
    assert phone.model(panel)["visible"]
    assert phone.words(panel).items() >= Translator("fr").section(f"participant.{panel}").items()
    phone.do("seat", "choose_language", language="en")
    room.move(Moment.WELCOME, phone)
    assert phone.model(panel)["visible"] is (panel == "thanks"), "who has a seat may leave it at any time"
    assert phone.words(panel).items() >= Translator("en").section(f"participant.{panel}").items()


def test_the_words_of_what_one_gave_come_when_it_is_looked_at(browser: Browser) -> None:
    say = Translator("fr")
    phone = browser.open("fr").join("Coquelicot")
    assert phone.words("thanks") == say.section("words") | say.section("participant.thanks")
    phone.do("thanks", "look_at_what_i_gave", opened=True)
    assert phone.words("thanks").keys() > say.section("participant.offer").keys()
    phone.do("thanks", "look_at_what_i_gave", opened=False)
    assert phone.words("thanks").keys() > say.section("participant.offer").keys()


def test_a_change_of_language_reaches_a_panel_that_has_shown_nothing_yet(browser: Browser) -> None:
    phone = browser.open("fr")
    phone.do("seat", "choose_language", language="en")
    assert phone.words("vote") == Translator("en").section("words")
