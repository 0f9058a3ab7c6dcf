"""The volunteer form: filled in before the workshop, found again in the room; nobody is in the room by it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from typing import Any

import openpyxl
import pytest

from tests.widgets.conftest import MakeRoom
from tests.widgets.room import NOON, Laptop, Phone, Room, lay_out
from workshop_kit.domain import forms
from workshop_kit.domain.course import PHASES, Moment, Phase
from workshop_kit.domain.forms import Consent, Purpose, read_reach
from workshop_kit.domain.model import Origin, Participant, Score, Volunteer
from workshop_kit.domain.offering import is_named, is_offer, list_offering
from workshop_kit.files.exporting.workbook import export_contacts
from workshop_kit.i18n import Translator
from workshop_kit.live.acts.retention import _erase_contacts as erase_contacts

ODETTE = "Odette Marchal"
NUMBER = "06 39 98 41 27"
ADDRESS = "odette@exemple.fr"
ALL = [one.value for one in Purpose]


@pytest.fixture
def room(make_room: MakeRoom) -> Room:
    """Two stakes, and the form open."""
    made = make_room(lay_out)
    made.move(Moment.FORM)
    return made


@pytest.fixture
def odette(room: Room) -> Phone:
    return room.phone("odette's")


def say_who(phone: Phone, *purposes: str, name: str = ODETTE, reach: str | None = NUMBER) -> None:
    phone.do("form", "say_who", name=name, reach=reach, purposes=list(purposes))


def answer(phone: Phone, challenge: str, competence: int | None, interest: int | None, *, unsure: bool = False) -> None:
    said = {"challenge": challenge, "competence": competence, "interest": interest, "unsure": unsure}
    phone.do("form", "answer_stake", **said)


def find_filler(room: Room) -> Participant:
    (found,) = room.read(lambda hall: [one for one in hall.list_participants() if one.origin is Origin.FORM])
    return found


def find_offer(room: Room) -> Volunteer | None:
    me = find_filler(room).id
    return room.read(lambda hall: hall.find_volunteer(me))


# -- who, and what for ------------------------------------------------------------------------------------------------


def test_nothing_is_ticked_beforehand_and_a_visit_alone_keeps_nothing(room: Room, odette: Phone) -> None:
    form = odette.model("form")
    assert [one["on"] for one in form["purposes"]] == ["", "", ""]
    assert (form["open"], form["begun"], form["name"], form["code"]) == (True, False, "", "")
    assert room.read(lambda hall: hall.list_participants()) == ()


def test_each_purpose_is_noted_with_its_day_and_a_later_one_with_its_own(room: Room, odette: Phone) -> None:
    say_who(odette, "invite")
    room.moment = NOON + timedelta(days=3)
    say_who(odette, "invite", "mission")
    offer = find_offer(room)
    assert offer is not None
    assert offer.list_purposes() == (Consent(Purpose.INVITE, NOON), Consent(Purpose.MISSION, room.moment))
    assert (offer.name, offer.phone, offer.email) == (ODETTE, NUMBER, "")
    assert offer.purpose.startswith("me proposer une mission"), "the words that were read are kept with that consent"
    assert [one["on"] for one in odette.model("form")["purposes"]] == ["23 novembre 2026", "26 novembre 2026", ""]


def test_without_a_tick_neither_name_nor_number_is_kept(room: Room, odette: Phone) -> None:
    say_who(odette)
    assert room.read(lambda hall: hall.list_participants()) == ()
    answer(odette, "home", 1, 2)
    say_who(odette)
    assert find_offer(room) is None
    assert ODETTE not in repr(room.read(lambda hall: (hall.list_participants(), hall.list_volunteers())))


@pytest.mark.parametrize("order", [ALL, ALL[::-1]])
def test_each_consent_is_taken_back_by_itself_and_the_last_takes_the_details_along(
    room: Room, odette: Phone, order: list[str]
) -> None:
    say_who(odette, *ALL)
    for gone in order[:-1]:
        odette.do("form", "take_consent_back", purpose=gone)
        offer = find_offer(room)
        assert offer is not None
        assert gone not in {one.purpose for one in offer.list_purposes()}
        assert offer.phone == NUMBER
    odette.do("form", "take_consent_back", purpose=order[-1])
    assert find_offer(room) is None
    assert odette.model("form")["name"] == ""


def test_a_consent_to_a_mission_that_was_taken_back_is_remembered_so_that_no_older_list_brings_it_again(
    room: Room, odette: Phone
) -> None:
    say_who(odette, "mission", "news")
    assert room.read(lambda hall: hall.list_withdrawals()) == ()
    odette.do("form", "take_consent_back", purpose="mission")
    assert room.read(lambda hall: hall.list_withdrawals()) != ()


def test_one_form_withdraws_no_list_of_other_people(room: Room, odette: Phone) -> None:
    for letter in "ABC":
        say_who(odette, "mission", name=f"Personne {letter}", reach=f"p{letter}@exemple.fr")
        odette.do("form", "take_consent_back", purpose="mission")
    for purposes in (["mission"], ["news"], ["invite", "mission"]):
        refused = odette.refuse("form", "say_who", name="Personne D", reach=NUMBER, purposes=purposes)
        assert refused == Translator("fr")("errors.form-too-often")
    assert find_offer(room) is None
    answer(odette, "home", 1, 1)
    assert len({one.who for one in room.read(lambda hall: hall.list_withdrawals())}) == forms.WITHDRAWN_EACH


def test_what_one_form_adds_to_the_news_and_takes_back_is_counted_too(room: Room, odette: Phone) -> None:
    for letter in "ABC":
        say_who(odette, "news", "mission", name=f"Personne {letter}", reach=f"p{letter}@exemple.fr")
        odette.do("form", "take_consent_back", purpose="mission")
    refused = odette.refuse("form", "say_who", name="Personne D", reach=NUMBER, purposes=["news", "mission"])
    assert refused == Translator("fr")("errors.form-too-often")
    odette.do("form", "take_consent_back", purpose="news")
    assert find_offer(room) is None


@pytest.mark.parametrize(
    ("typed", "email", "phone"),
    [
        (NUMBER, "", NUMBER),
        (ADDRESS, ADDRESS, ""),
        (f"{NUMBER}, {ADDRESS}", ADDRESS, NUMBER),
        (f"{ADDRESS} ou {NUMBER}", ADDRESS, NUMBER),
        (f"tél : {NUMBER} / mail: {ADDRESS}", ADDRESS, NUMBER),
        (f"{ADDRESS}/{NUMBER}", ADDRESS, NUMBER),
        (f"tél:{NUMBER};mail:{ADDRESS}", ADDRESS, NUMBER),
        ("", "", ""),
    ],
)
def test_a_telephone_an_address_or_both_are_read_from_one_line(typed: str, email: str, phone: str) -> None:
    assert read_reach(typed) == (email, phone)


def test_what_is_no_way_to_be_reached_is_refused_in_words_and_changes_nothing(room: Room, odette: Phone) -> None:
    refused = odette.refuse("form", "say_who", name=ODETTE, reach="chez Paul", purposes=["mission"])
    assert "chez Paul" in refused
    assert "nom" in odette.refuse("form", "say_who", name=" ", reach=NUMBER, purposes=["mission"])
    assert room.read(lambda hall: hall.list_participants()) == ()


def test_an_offer_without_contact_is_one_in_the_room_alone(room: Room, odette: Phone) -> None:
    say_who(odette, "mission", reach="")
    offering = room.read(lambda hall: list_offering(hall.list_participants(), hall.list_volunteers(), ()))
    assert [(one.participant.id, one.reachable) for one in offering] == [(find_filler(room).id, False)]


@pytest.mark.parametrize("purpose", ["invite", "news"])
def test_no_mission_is_proposed_to_who_agreed_to_something_else(room: Room, odette: Phone, purpose: str) -> None:
    say_who(odette, purpose)
    answer(odette, "home", 3, 2)
    people = room.read(lambda hall: (hall.list_participants(), hall.list_volunteers(), hall.list_scores()))
    assert list_offering(*people) == ()


# -- the stakes and the days ------------------------------------------------------------------------------------------


def test_each_answer_is_kept_by_itself_half_of_one_too_and_none_of_it_is_a_zero(room: Room, odette: Phone) -> None:
    answer(odette, "home", 1, None)
    first = odette.model("form")["challenges"][0]
    assert (first["competence"], first["interest"], first["unsure"]) == (1, None, False)
    answer(odette, "home", 1, -2)
    answer(odette, "move", None, None, unsure=True)
    me = find_filler(room)
    assert set(room.read(lambda hall: hall.list_scores())) == {
        Score(me.id, "home", 1, -2, early=True),
        Score(me.id, "move", None, None, unsure=True, early=True),
    }


def test_an_answer_can_be_taken_back(room: Room, odette: Phone) -> None:
    answer(odette, "home", 0, 0)
    answer(odette, "home", None, None)
    assert room.read(lambda hall: hall.list_scores()) == ()


def test_no_contact_is_kept_in_the_word_on_the_days(room: Room, odette: Phone) -> None:
    odette.do("form", "say_days", days=[], word=f"Le soir, au {NUMBER} ou {ADDRESS}")
    offer = find_offer(room)
    assert offer is not None
    assert offer.days_word == "Le soir, au […] ou […]"
    room.laptop().do(
        "list", "type_volunteer", **line(competences=[1, None], interests=[1, None], days=f"lundi, {NUMBER}")
    )
    kept = room.read(lambda hall: [one.days_word for one in hall.list_volunteers()])
    assert sorted(kept) == ["Le soir, au […] ou […]", "lundi, […]"]


def test_the_days_are_kept_without_a_name_too(room: Room, odette: Phone) -> None:
    odette.do("form", "say_days", days=["weekends", "evenings"], word="pas le mercredi")
    form = odette.model("form")
    assert (form["days"], form["word"]) == (["evenings", "weekends"], "pas le mercredi")
    say_who(odette, "mission")
    odette.do("form", "take_consent_back", purpose="mission")
    offer = find_offer(room)
    assert offer is not None
    assert (offer.name, offer.phone, offer.days) == ("", "", ("evenings", "weekends"))


@pytest.mark.parametrize(
    ("intention", "payload"),
    [
        ("say_who", {"name": "a" * 81, "reach": "", "purposes": ["news"]}),
        ("say_who", {"name": ODETTE, "reach": "1" * 161, "purposes": ["news"]}),
        ("say_who", {"name": ODETTE, "reach": "", "purposes": ["marketing"]}),
        ("say_days", {"days": [], "word": "a" * 121}),
        ("say_days", {"days": ["never"], "word": ""}),
        ("answer_stake", {"challenge": "home", "competence": 4, "interest": 0}),
        ("answer_stake", {"challenge": "home", "competence": 0, "interest": -3}),
        ("answer_stake", {"challenge": "gone", "competence": 0, "interest": 0}),
        ("answer_stake", {"challenge": "home", "competence": 1, "interest": None, "unsure": True}),
    ],
)
def test_what_is_too_long_or_on_no_scale_is_refused(
    room: Room, odette: Phone, intention: str, payload: dict[str, Any]
) -> None:
    odette.refuse("form", intention, **payload)
    assert room.read(lambda hall: hall.list_participants()) == ()


# -- nobody is in the room by it --------------------------------------------------------------------------------------


def test_who_filled_the_form_in_is_neither_present_nor_waited_for_nor_listed(room: Room, odette: Phone) -> None:
    say_who(odette, *ALL)
    answer(odette, "home", 1, 2)
    laptop = room.laptop()
    assert laptop.model("header")["heard"] == 1
    room.move(Moment.WELCOME, laptop)
    assert laptop.model("header")["people"] == 0
    people = laptop.model("people")
    assert (people["present"], people["seats"], people["doubts"]) == (0, [], [])
    assert laptop.model("voices")["others"] == []
    assert room.screen().model("screen")["people"] == 0
    room.move(Moment.SCORING, laptop)
    assert laptop.model("course")["people"] == 0
    matrix = room.screen().model("screen")["matrices"][0]
    assert (matrix["heard"], matrix["room"]) == (0, 0)
    assert "Bénévole 1" in repr(laptop.model("matrix"))
    for page in (laptop.model("matrix"), laptop.model("people"), laptop.model("missions")):
        assert ODETTE not in repr(page)


def test_nobody_is_shown_anything_of_anybody_elses_form(room: Room, odette: Phone) -> None:
    say_who(odette, *ALL)
    odette.do("form", "say_days", days=[], word="le dimanche")
    answer(odette, "home", 3, 2)
    other = room.phone("another's")
    seen = repr(other.read_all() | room.screen().read_all())
    assert not [secret for secret in (ODETTE, NUMBER, "le dimanche", odette.model("form")["code"]) if secret in seen]
    assert other.model("form")["challenges"][0]["competence"] is None


def test_two_people_of_one_name_are_two_people(room: Room, odette: Phone) -> None:
    say_who(odette, "mission")
    other = room.phone("another's")
    say_who(other, "mission", reach=ADDRESS)
    assert len(room.read(lambda hall: hall.list_participants())) == 2
    laptop = room.laptop()
    assert laptop.model("people")["doubts"] == []


def test_the_form_is_no_beginning_of_the_day(room: Room, odette: Phone) -> None:
    laptop = room.laptop()
    laptop.do("agenda", "plan_agenda", minutes=120)
    laptop.do("agenda", "set_end", hour="17:00")
    room.moment = NOON + timedelta(days=9)
    laptop.panels["agenda"].refresh()
    assert laptop.model("agenda")["late"] is None


# -- in the room ------------------------------------------------------------------------------------------------------


def test_who_comes_with_the_same_phone_is_the_same_person_under_a_pseudonym(room: Room, odette: Phone) -> None:
    say_who(odette, *ALL)
    answer(odette, "home", 1, 2)
    before, code = find_filler(room), odette.model("form")["code"]
    room.moment = NOON + timedelta(days=10)
    room.move(Moment.WELCOME, odette)
    assert odette.model("join")["me"] is None
    assert odette.model("seat")["pseudonym"] is None
    assert odette.model("form")["challenges"][0]["competence"] == 1
    odette.join("Coquelicot", "resident")
    assert (odette.me.id, odette.me.origin, odette.me.joined_at) == (before.id, Origin.ROOM, room.moment)
    assert odette.model("seat")["code"] == code
    assert odette.model("form") == {"visible": False}
    room.move(Moment.SCORING, odette)
    shown = odette.model("scores")["challenges"][0]
    assert (shown["competence"], shown["interest"], shown["early"]) == (1, 2, True)
    odette.do("scores", "score_competence", challenge="home", value=2)
    assert odette.model("scores")["challenges"][0]["early"] is False
    laptop = room.laptop()
    assert [one["pseudonym"] for one in laptop.model("people")["seats"]] == ["Coquelicot"]
    assert ODETTE not in repr(room.screen().read_all())


def test_on_another_phone_the_personal_code_finds_the_answers_and_hides_the_details(room: Room, odette: Phone) -> None:
    say_who(odette, "mission")
    answer(odette, "home", 1, 2)
    other = room.phone("another's")
    room.moment += timedelta(minutes=1)
    other.do("join", "return_to_seat", code=odette.model("form")["code"])
    form = other.model("form")
    assert (form["name"], form["reach"], form["concealed"]) == ("", "", True)
    assert form["challenges"][0]["interest"] == 2
    say_who(other, "mission", "news", name="", reach=None)
    offer = find_offer(room)
    assert offer is not None
    assert (offer.name, offer.phone) == (ODETTE, NUMBER), "what is hidden is not overwritten by an empty field"
    room.move(Moment.WELCOME, other)
    other.join("Coquelicot")
    assert room.read(lambda hall: len(hall.list_participants())) == 1


def test_the_page_is_told_that_the_personal_code_was_right_in_the_room_too(room: Room, odette: Phone) -> None:
    say_who(odette, "mission")
    code = odette.model("form")["code"]
    room.move(Moment.WELCOME, odette)
    other = room.phone("another's")
    other.do("join", "return_to_seat", code=code)
    odette.do("join", "return_to_seat", code=code)  # typed on the very phone: there is nothing else to bring back
    assert (other.model("form")["found"], odette.model("form")["found"]) == (1, 1)
    again = room.phone("another's")
    assert again.model("form")["found"] == 0, "whoever opens the page again is not told again"


def test_a_phone_with_a_form_of_its_own_erases_it_before_it_takes_another(room: Room, odette: Phone) -> None:
    answer(odette, "home", 1, 2)
    other = room.phone("another's")
    answer(other, "home", 0, 0)
    assert "Effacez" in other.refuse("join", "return_to_seat", code=odette.model("form")["code"])


def test_going_to_the_welcome_and_back_keeps_everything(room: Room, odette: Phone) -> None:
    say_who(odette, *ALL)
    answer(odette, "home", 1, 2)
    odette.do("form", "say_days", days=["evenings"], word="")
    form = odette.model("form")
    laptop = room.laptop()
    for phase in ("welcome", "form"):
        since = laptop.model("course")["since"]
        laptop.do("course", "move_room", phase=phase, since=since)
        odette.follow_once()
    assert odette.model("form") == form


def test_the_consents_that_the_offer_of_help_does_not_show_stand_with_what_one_gave(room: Room, odette: Phone) -> None:
    say_who(odette, "news")
    room.move(Moment.WELCOME, odette)
    odette.join("Coquelicot")
    odette.do("thanks", "look_at_what_i_gave", opened=True)
    odette.follow_once()
    form = odette.model("form")
    assert (form["seated"], form["open"]) == (True, False)
    odette.do("form", "take_consent_back", purpose="news")
    assert room.read(lambda hall: hall.list_volunteers()) == ()


def test_an_offer_made_in_the_room_leaves_the_other_consents_as_they_are(room: Room, odette: Phone) -> None:
    say_who(odette, "news")
    odette.do("form", "say_days", days=["evenings"], word="")
    room.move(Moment.WELCOME, odette)
    odette.join("Coquelicot")
    room.move(Moment.OFFER, odette)
    assert odette.model("offer")["offer"] is None, "who agreed to the news offered no help"
    said = {"name": ODETTE, "email": ADDRESS, "phone": "", "challenges": [], "consent": True}
    odette.do("offer", "offer_help", **said)
    (offer,) = room.read(lambda hall: hall.list_volunteers())
    assert {one.purpose for one in offer.list_purposes()} == {Purpose.MISSION, Purpose.NEWS}
    assert offer.days == ("evenings",)
    odette.do("offer", "withdraw_offer")
    assert room.read(lambda hall: hall.list_volunteers()) == (), "the way out of the room takes every detail along"


# -- when, and how often ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("moment", [Moment.WELCOME, Moment.WRITING, Moment.OFFER, Moment.THANKS])
def test_the_form_is_refused_once_the_room_is_open_and_can_still_be_taken_back(
    room: Room, odette: Phone, moment: Moment
) -> None:
    say_who(odette, *ALL)
    room.move(moment, odette)
    for intention, payload in (
        ("say_who", {"name": ODETTE, "reach": "", "purposes": ["news"]}),
        ("answer_stake", {"challenge": "home", "competence": 1, "interest": 1}),
        ("say_days", {"days": [], "word": "lundi"}),
    ):
        assert "fermé" in odette.refuse("form", intention, **payload)
    assert odette.model("form")["open"] is False
    odette.do("form", "take_consent_back", purpose="news")
    odette.do("thanks", "erase", with_ideas=False)
    assert room.read(lambda hall: (hall.list_participants(), hall.list_volunteers())) == ((), ())
    assert room.phone("a newcomer's").model("form") == {"visible": False}


def test_nobody_takes_a_seat_while_the_form_is_open_and_nothing_of_the_room_is_shown(room: Room, odette: Phone) -> None:
    refused = odette.refuse("join", "join", pseudonym="Coquelicot", category="resident", sector="")
    assert "pas encore ouvert" in refused
    shown = {name for name, model in odette.read_all().items() if model.get("visible")}
    assert shown == {"form", "helper"}


def test_who_has_no_seat_yet_does_nothing_of_the_room(room: Room, odette: Phone) -> None:
    say_who(odette, "mission")
    room.move(Moment.SCORING, odette)
    assert "pseudonyme" in odette.refuse("scores", "score_competence", challenge="home", value=3)
    room.move(Moment.OFFER, odette)
    odette.refuse("offer", "answer_offer", challenges=["home"], willing=True)
    odette.refuse("join", "correct_seat", pseudonym="Coquelicot", category="resident", sector="")
    assert odette.model("scores") == {"visible": False}


@pytest.mark.parametrize("phase", PHASES)
def test_a_new_workshop_begins_at_its_welcome_whatever_comes_first(phase: Phase, make_room: MakeRoom) -> None:
    assert make_room().workshop().phase is Phase.WELCOME
    assert PHASES.index(Phase.FORM) <= PHASES.index(phase)


def test_what_was_erased_leaves_nothing_and_a_phone_begins_anew_only_so_often(room: Room, odette: Phone) -> None:
    for _ in range(forms.FORMS_EACH):
        say_who(odette, *ALL)
        answer(odette, "home", 1, 1)
        odette.do("thanks", "erase", with_ideas=True)
        assert odette.model("form")["begun"] is False
    assert room.read(lambda hall: (hall.list_participants(), hall.list_scores())) == ((), ())
    assert "papier" in odette.refuse("form", "say_who", name=ODETTE, reach="", purposes=["news"])


def test_a_stranger_who_posts_a_thousand_forms_is_stopped_and_nobody_who_has_one_is(
    room: Room, odette: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workshop_kit.live.acts.filling.AN_HOUR_AT_MOST", 3)
    monkeypatch.setattr("workshop_kit.live.acts.filling.FORMS_AT_MOST", 4)
    answer(odette, "home", 1, 1)
    for number in range(2):
        answer(room.phone(f"stranger {number}"), "home", 0, 0)
    other = room.phone("stranger 3")
    assert "une heure" in other.refuse("form", "answer_stake", challenge="home", competence=0, interest=0)
    answer(odette, "move", 2, 2)
    room.moment += timedelta(hours=2)
    answer(other, "home", 0, 0)
    last = room.phone("stranger 4")
    assert "trop" in last.refuse("form", "answer_stake", challenge="home", competence=0, interest=0)
    room.laptop().do("list", "type_volunteer", **line(name=ODETTE, reach="", purposes=["news"]))


def test_a_clock_that_was_put_back_keeps_nobody_from_the_form(
    room: Room, odette: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workshop_kit.live.acts.filling.AN_HOUR_AT_MOST", 2)
    answer(odette, "home", 1, 1)
    answer(room.phone("second"), "home", 0, 0)
    other = room.phone("third")
    assert "une heure" in other.refuse("form", "answer_stake", challenge="home", competence=0, interest=0)
    room.moment -= timedelta(days=400)  # a laptop whose battery was empty
    answer(other, "home", 0, 0)


def test_a_paper_list_that_is_typed_in_stops_no_phone(
    room: Room, odette: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workshop_kit.live.acts.filling.AN_HOUR_AT_MOST", 3)
    monkeypatch.setattr("workshop_kit.live.acts.filling.FORMS_AT_MOST", 4)
    laptop = room.laptop()
    for _ in range(5):
        laptop.do("list", "type_volunteer", **line(name=ODETTE, reach="", purposes=["news"]))
    answer(odette, "home", 1, 1)
    assert laptop.model("list")["typed"] == 5


def test_details_go_when_the_retention_is_over_whatever_they_were_for(room: Room, odette: Phone) -> None:
    say_who(odette, "news")
    answer(odette, "home", 1, 1)
    room.write(lambda hall: erase_contacts(hall, room.moment))
    assert room.read(lambda hall: hall.list_volunteers()) == ()
    assert room.read(lambda hall: len(hall.list_scores())) == 1


# -- the contact list -------------------------------------------------------------------------------------------------


def read_contacts(room: Room, purpose: Purpose | None) -> list[tuple[object, ...]]:
    sheet = openpyxl.load_workbook(BytesIO(export_contacts(room.store, "fr", purpose))).active
    assert sheet is not None
    return list(sheet.iter_rows(values_only=True))


def test_the_contact_list_says_what_each_agreed_to_and_can_be_made_for_one_purpose(room: Room, odette: Phone) -> None:
    say_who(odette, "invite")
    say_who(room.phone("another's"), "mission", "news", name="Paul Blanc", reach=ADDRESS)
    headings, *lines = read_contacts(room, None)
    assert [line[0] for line in lines] == [ODETTE, "Paul Blanc"]
    invited = headings.index("Accord pour l’invitation")
    assert [line[invited] is not None for line in lines] == [True, False]
    assert [line[0] for line in read_contacts(room, Purpose.INVITE)[1:]] == [ODETTE]
    assert [line[0] for line in read_contacts(room, Purpose.NEWS)[1:]] == ["Paul Blanc"]


# -- the paper list ---------------------------------------------------------------------------------------------------


def line(**changes: Any) -> dict[str, Any]:
    empty = {"name": "", "reach": "", "purposes": [], "challenges": ["home", "move"], "competences": [None, None]}
    return {**empty, "interests": [None, None], "unsure": [], "days": "", **changes}


@pytest.fixture
def laptop(room: Room) -> Laptop:
    return room.laptop()


def test_a_line_of_a_paper_list_is_kept_as_a_form_is(room: Room, laptop: Laptop) -> None:
    laptop.do(
        "list", "type_volunteer",
        **line(name=ODETTE, reach=NUMBER, purposes=["invite", "mission"], competences=[1, None], interests=[-2, None],
               unsure=["move"], days="le soir"),
    )  # fmt: skip
    me, offer = find_filler(room), find_offer(room)
    assert offer is not None
    assert [one.purpose for one in offer.list_purposes()] == [Purpose.INVITE, Purpose.MISSION]
    assert (offer.name, offer.phone, offer.days_word) == (ODETTE, NUMBER, "le soir")
    assert set(room.read(lambda hall: hall.list_scores())) == {
        Score(me.id, "home", 1, -2, early=True),
        Score(me.id, "move", None, None, unsure=True, early=True),
    }
    shown = laptop.model("list")
    assert (shown["forms"], shown["typed"], shown["reachable"]) == (1, 1, 1)
    assert [one["forms"] for one in shown["challenges"]] == [1, 1]
    assert ODETTE not in repr(shown)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, "vide"),
        ({"name": ODETTE}, "accord"),
        ({"reach": NUMBER, "competences": [1, None], "interests": [1, None]}, "accord"),
        ({"purposes": ["news"]}, "nom"),
        ({"name": ODETTE, "purposes": ["news"], "reach": "chez elle"}, "chez elle"),
        ({"competences": [1, 2], "interests": [1, None]}, "Enjeu 2"),
    ],
)
def test_a_line_that_cannot_be_kept_is_refused_whole(
    room: Room, laptop: Laptop, changes: dict[str, Any], said: str
) -> None:
    assert said in laptop.refuse("list", "type_volunteer", **line(**changes))
    assert room.read(lambda hall: hall.list_participants()) == ()


def test_the_last_line_is_undone_and_nobodys_own_form_is(room: Room, laptop: Laptop, odette: Phone) -> None:
    typed = laptop.do("list", "type_volunteer", **line(competences=[0, None], interests=[0, None]))
    answer(odette, "home", 1, 1)
    laptop.do("list", "take_line_back", **typed)
    (left,) = room.read(lambda hall: hall.list_participants())
    assert "pas été recopiée" in laptop.refuse("list", "take_line_back", participant=left.id)
    assert room.read(lambda hall: hall.list_withdrawals()) == ()


def test_the_facilitator_reads_how_many_forms_came_on_each_stake(room: Room, laptop: Laptop, odette: Phone) -> None:
    answer(odette, "move", 1, 1)
    laptop.panels["list"].refresh()
    assert [one["forms"] for one in laptop.model("list")["challenges"]] == [0, 1]
    assert room.screen().model("screen")["view"] == "form"


def test_a_volunteer_of_a_file_stays_an_offer_whatever_the_form_brought() -> None:
    of_file = Volunteer("eve", "Eve", "", "", "", None, "")
    assert is_offer(of_file)
    assert is_named(replace(of_file, consents=(Consent(Purpose.NEWS, NOON),)))
    assert not is_offer(replace(of_file, consents=(Consent(Purpose.NEWS, NOON),)))


def test_two_forms_never_bear_one_number_though_another_was_erased(room: Room) -> None:
    phones = [room.phone(f"phone {number}") for number in range(3)]
    for phone in phones:
        say_who(phone, "news")
    phones[0].do("seat", "erase", with_ideas=False)
    say_who(room.phone("later"), "news")
    room.laptop().do(
        "list", "type_volunteer", name=ODETTE, reach="", purposes=["news"], days="", challenges=[], competences=[],
        interests=[], unsure=[],
    )  # fmt: skip
    called = [one.pseudonym for one in room.read(lambda hall: hall.list_participants())]
    assert len(set(called)) == len(called) == 4


def test_the_page_of_whoever_fills_in_the_form_is_kept_however_slowly_they_read(room: Room, kept: list[bool]) -> None:
    phone = room.phone("odette's")
    assert kept == []
    say_who(phone, *ALL)
    assert kept == [True]
    room.phone("odette's")
    assert kept == [True, True], "also when the page is opened again"
