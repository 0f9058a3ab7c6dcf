"""Scores, the offer of help, and missions."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.widgets.conftest import MakeRoom
from tests.widgets.room import Phone, Room, begin
from workshop_kit.domain.course import Moment, Stage
from workshop_kit.domain.model import Assignment, AssignmentStatus, Mission, Reason, Score, Volunteer
from workshop_kit.domain.offering import Offering, list_offering
from workshop_kit.i18n import Translator
from workshop_kit.store import Repository


@pytest.fixture
def room(make_room: MakeRoom) -> Room:
    return make_room(begin)


@pytest.fixture
def phone(room: Room) -> Phone:
    return room.phone().join("Coquelicot", sector="Hameau du Moulin")


def _score(room: Room, phone: Phone) -> Score | None:
    return room.read(lambda repository: repository.find_score(phone.me.id, "home"))


def test_an_unanswered_score_is_not_a_zero(room: Room, phone: Phone) -> None:
    room.move(Moment.SCORING, phone)
    shown = phone.model("scores")["challenges"][0]
    assert (shown["competence"], shown["interest"], shown["unsure"]) == (None, None, False)
    assert _score(room, phone) is None

    phone.do("scores", "score_competence", challenge="home", value=0)
    assert _score(room, phone) == Score(phone.me.id, "home", 0, None)
    assert phone.model("scores")["challenges"][0]["competence"] == 0
    assert phone.model("scores")["challenges"][0]["interest"] is None


def test_each_scale_is_kept_by_itself_and_can_be_changed(room: Room, phone: Phone) -> None:
    room.move(Moment.SCORING, phone)
    phone.do("scores", "score_interest", challenge="home", value=-2)
    phone.do("scores", "score_competence", challenge="home", value=3)
    phone.do("scores", "score_interest", challenge="home", value=0)
    assert _score(room, phone) == Score(phone.me.id, "home", 3, 0)


def test_i_do_not_know_is_an_answer_of_its_own(room: Room, phone: Phone) -> None:
    room.move(Moment.SCORING, phone)
    phone.do("scores", "score_competence", challenge="home", value=2)
    phone.do("scores", "say_unsure", challenge="home")
    assert _score(room, phone) == Score(phone.me.id, "home", None, None, unsure=True)
    assert phone.model("scores")["challenges"][0]["unsure"]

    phone.do("scores", "score_interest", challenge="home", value=0)
    assert _score(room, phone) == Score(phone.me.id, "home", None, 0)


@pytest.mark.parametrize(
    ("intention", "value"),
    [
        ("score_competence", 4),
        ("score_competence", -1),
        ("score_competence", None),
        ("score_competence", "2"),
        ("score_interest", 3),
        ("score_interest", -3),
        ("score_interest", True),
    ],
)
def test_a_score_outside_the_scales_is_refused(room: Room, phone: Phone, intention: str, value: object) -> None:
    room.move(Moment.SCORING, phone)
    phone.refuse("scores", intention, challenge="home", value=value)
    assert _score(room, phone) is None


def test_scores_wait_for_their_phase(room: Room, phone: Phone) -> None:
    phone.refuse("scores", "score_competence", challenge="home", value=1)
    room.move(Moment.MISSIONS, phone)
    phone.refuse("scores", "say_unsure", challenge="home")


def test_a_reload_brings_the_same_scores_back(room: Room, phone: Phone) -> None:
    room.move(Moment.SCORING, phone)
    phone.do("scores", "score_competence", challenge="move", value=1)
    assert room.phone().model("scores") == phone.model("scores")


def _offer(**changes: object) -> dict[str, Any]:
    given: dict[str, Any] = {
        "name": "Jeanne Martin",
        "email": "jeanne@exemple.fr",
        "phone": "01 99 00 12 34",
        "challenges": ["move"],
        "consent": True,
        "may_show_name": True,
    }
    return given | changes


def _volunteer(room: Room, phone: Phone) -> Volunteer | None:
    return room.read(lambda repository: repository.find_volunteer(phone.me.id))


def test_an_offer_is_kept_with_the_consent_its_purpose_and_its_date(room: Room, phone: Phone) -> None:
    room.move(Moment.OFFER, phone)
    assert phone.model("offer")["offer"] is None
    phone.do("offer", "offer_help", **_offer())

    volunteer = _volunteer(room, phone)
    assert volunteer is not None
    assert volunteer.consented_at is not None
    assert volunteer.purpose == phone.model("offer")["purpose"]
    assert (volunteer.sector, volunteer.challenges, volunteer.may_show_name) == ("Hameau du Moulin", ("move",), True)
    assert phone.model("offer")["offer"]["name"] == "Jeanne Martin"
    assert phone.model("offer")["retention"] == "23 novembre 2027"


def test_consent_is_given_to_the_organiser_by_name_and_its_purpose_is_kept_as_it_is(room: Room, phone: Phone) -> None:
    room.move(Moment.OFFER, phone)
    assert phone.model("offer")["organiser"] == "l’organisation"
    room.change(organiser=" CCAS de Val-Brume ")
    phone.follow_once()
    assert phone.model("offer")["organiser"] == "CCAS de Val-Brume"
    phone.do("offer", "offer_help", **_offer())
    volunteer = _volunteer(room, phone)
    assert volunteer is not None
    assert "CCAS" not in volunteer.purpose


def test_without_consent_no_contact_is_kept(room: Room, phone: Phone) -> None:
    room.move(Moment.OFFER, phone)
    assert "accord" in phone.refuse("offer", "offer_help", **_offer(consent=False))
    assert _volunteer(room, phone) is None


@pytest.mark.parametrize("consent", [None, "yes", 1])
def test_only_a_yes_is_consent(room: Room, phone: Phone, consent: object) -> None:
    room.move(Moment.OFFER, phone)
    phone.refuse("offer", "offer_help", **_offer(consent=consent))
    assert _volunteer(room, phone) is None


@pytest.mark.parametrize(
    "changes",
    [
        {"email": "", "phone": ""},
        {"email": "jeanne"},
        {"phone": "none"},
        {"name": " "},
        {"name": "x" * 81},
        {"challenges": ["c9"]},
        {"challenges": "move"},
        {"email": None},
    ],
)
def test_an_offer_that_cannot_be_followed_up_is_refused(room: Room, phone: Phone, changes: dict[str, object]) -> None:
    room.move(Moment.OFFER, phone)
    phone.refuse("offer", "offer_help", **_offer(**changes))
    assert _volunteer(room, phone) is None


@pytest.mark.parametrize("changes", [{"email": ""}, {"phone": ""}, {"phone": "+33 (0)1.99.00.12.34"}])
def test_one_way_to_be_reached_is_enough(room: Room, phone: Phone, changes: dict[str, object]) -> None:
    room.move(Moment.OFFER, phone)
    phone.do("offer", "offer_help", **_offer(**changes))


def test_an_offer_is_not_taken_before_its_phase(room: Room, phone: Phone) -> None:
    phone.refuse("offer", "offer_help", **_offer())


@pytest.mark.parametrize("panel", ["offer", "thanks"])
def test_an_offer_taken_back_erases_the_contact(room: Room, phone: Phone, panel: str) -> None:
    room.move(Moment.OFFER, phone)
    phone.do("offer", "offer_help", **_offer())
    room.move(Moment.THANKS, phone)
    assert "jeanne@exemple.fr" in phone.everything()
    phone.do(panel, "withdraw_offer")
    phone.do(panel, "withdraw_offer")
    assert _volunteer(room, phone) is None
    assert "jeanne@exemple.fr" not in phone.everything()


def _offered(phone: Phone) -> list[str]:
    return [one["id"] for one in phone.model("offer")["challenges"] if one["offered"]]


def _asked(phone: Phone) -> dict[str, bool]:
    return {one["id"]: one["declined"] for one in phone.model("offer")["challenges"]}


def test_a_no_is_kept_as_an_answer_without_a_name_or_a_consent(room: Room, phone: Phone) -> None:
    room.move(Moment.OFFER, phone)
    phone.do("offer", "answer_offer", challenges=["home"], willing=False)
    assert _asked(phone) == {"home": True, "move": False}
    assert room.phone().model("offer") == phone.model("offer")  # a reload brings it back
    volunteer = _volunteer(room, phone)
    assert volunteer == Volunteer(phone.me.id, "", "", "", "Hameau du Moulin", None, "", declined=("home",))
    assert phone.model("offer")["offer"] is None


def test_a_yes_takes_a_no_back_and_is_kept_under_the_pseudonym_alone(room: Room, phone: Phone) -> None:
    room.move(Moment.OFFER, phone)
    phone.do("offer", "answer_offer", challenges=["home", "move"], willing=False)
    phone.do("offer", "answer_offer", challenges=["home"], willing=True)
    assert _asked(phone) == {"home": False, "move": True}
    assert _offered(phone) == ["home"]
    assert room.phone().model("offer") == phone.model("offer")  # a reload brings it back
    volunteer = _volunteer(room, phone)
    assert volunteer is not None
    assert (volunteer.name, volunteer.consented_at, volunteer.challenges) == ("", None, ("home",))
    assert phone.me.may_ask is True
    assert phone.model("offer")["offer"] is None
    phone.do("offer", "answer_offer", challenges=["home"], willing=False)
    assert _offered(phone) == []
    assert room.phone().me.may_ask is None  # who says no to all of it may not be asked any more


def test_who_said_yes_in_the_room_may_be_proposed_a_mission_of_that_challenge_and_of_no_other(
    room: Room, phone: Phone
) -> None:
    def ask(hall: Repository) -> tuple[Offering, ...]:
        return list_offering(hall.list_participants(), hall.list_volunteers(), hall.list_scores())

    room.move(Moment.OFFER, phone)
    assert phone.me.id not in [one.participant.id for one in room.read(ask)]
    phone.do("offer", "answer_offer", challenges=["move"], willing=True)
    (offering,) = [one for one in room.read(ask) if one.participant.id == phone.me.id]
    assert (offering.covers("move"), offering.covers("home"), offering.reachable) == (True, False, False)


def test_taking_a_yes_back_leaves_nothing_of_it_but_each_no(room: Room, phone: Phone) -> None:
    room.move(Moment.OFFER, phone)
    phone.do("offer", "answer_offer", challenges=["home"], willing=False)
    phone.do("offer", "answer_offer", challenges=["move"], willing=True)
    phone.do("offer", "say_terms", **_terms(days=["evenings"], car="yes"))
    phone.do("offer", "withdraw_offer")
    volunteer = _volunteer(room, phone)
    assert volunteer == Volunteer(phone.me.id, "", "", "", "Hameau du Moulin", None, "", declined=("home",))
    assert phone.me.may_ask is False, "nobody asks them again unless they offer anew"


def _terms(**changes: object) -> dict[str, Any]:
    said: dict[str, Any] = {"max_missions": 1, "often": "", "days": [], "until": "", "reach": [], "car": "unsaid"}
    return {**said, "languages": [], **changes}


def test_what_one_can_do_is_kept_without_a_name_and_found_again(room: Room, phone: Phone) -> None:
    room.move(Moment.OFFER, phone)
    assert phone.model("offer")["terms"] == {**_terms(), "until_said": ""}
    assert (phone.model("offer")["sector"], phone.model("offer")["sectors"]) == ("Hameau du Moulin", [])
    phone.do("offer", "answer_offer", challenges=["home"], willing=True)
    said = _terms(
        max_missions=3, often="une fois par mois", days=["weekends", "evenings"], until="2027-06-30", car="no"
    )
    phone.do("offer", "say_terms", **{**said, "reach": ["Hameau du Moulin"], "languages": ["LSF", "lsf", "portugais"]})
    shown = {**said, "days": ["evenings", "weekends"], "reach": ["Hameau du Moulin"], "languages": ["lsf", "portugais"]}
    assert phone.model("offer")["terms"] == {**shown, "until_said": "30 juin 2027"}
    assert room.phone().model("offer") == phone.model("offer")
    kept = _volunteer(room, phone)
    assert kept is not None
    assert (kept.name, kept.car, kept.max_missions, kept.challenges) == ("", False, 3, ("home",))

    phone.do("offer", "offer_help", **_offer())  # details come to it, and take nothing of it away
    with_name = _volunteer(room, phone)
    assert with_name is not None
    assert (with_name.name, with_name.max_missions, with_name.often) == ("Jeanne Martin", 3, "une fois par mois")
    assert with_name.challenges == ("home", "move")

    phone.do("offer", "say_terms", **_terms())  # and each word of it is taken back
    assert phone.model("offer")["terms"] == {**_terms(), "until_said": ""}


@pytest.mark.parametrize(
    "changes",
    [
        {"max_missions": 0},
        {"max_missions": 21},
        {"often": "x" * 61},
        {"days": ["mondays"]},
        {"until": "soon"},
        {"until": "2026-11-22"},
        {"reach": ["Atlantis"]},
        {"car": "maybe"},
        {"languages": ["x" * 41]},
    ],
)
def test_what_one_can_do_is_refused_where_it_makes_no_sense(
    room: Room, phone: Phone, changes: dict[str, object]
) -> None:
    room.move(Moment.OFFER, phone)
    phone.refuse("offer", "say_terms", **_terms(**changes))
    assert _volunteer(room, phone) is None


@pytest.mark.parametrize(
    ("field", "most", "code"), [("languages", 20, "too-many-languages"), ("reach", 300, "too-many-sectors")]
)
def test_nobody_speaks_thousands_of_languages_nor_names_thousands_of_sectors(
    room: Room, phone: Phone, field: str, most: int, code: str
) -> None:
    room.move(Moment.OFFER, phone)
    named = {"languages": [f"langue {number}" for number in range(most)], "reach": ["Hameau du Moulin"] * most}[field]
    phone.do("offer", "say_terms", **_terms(**{field: named}))
    refused = phone.refuse("offer", "say_terms", **_terms(**{field: [*named, named[0]]}))
    assert refused == Translator("fr")(f"errors.{code}", most=most)
    kept = _volunteer(room, phone)
    assert kept is not None
    assert len(getattr(kept, field)) == len(set(named))


def test_in_a_word_of_what_one_can_do_no_contact_details_stay(room: Room, phone: Phone) -> None:
    room.move(Moment.OFFER, phone)
    phone.do("offer", "say_terms", **_terms(often="le soir, 06 39 98 41 27", languages=["odette@exemple.fr"]))
    kept = _volunteer(room, phone)
    assert kept is not None
    assert "06" not in kept.often
    assert "odette" not in str(kept.languages)


@pytest.mark.parametrize(("consent", "also"), [(False, ["news"]), (True, ["invite", "news"]), (True, [])])
def test_each_purpose_is_agreed_to_by_itself(room: Room, phone: Phone, consent: bool, also: list[str]) -> None:
    room.move(Moment.OFFER, phone)
    phone.do("offer", "answer_offer", challenges=["home"], willing=True)
    phone.do("offer", "offer_help", **_offer(consent=consent, also=also))
    kept = _volunteer(room, phone)
    assert kept is not None
    assert (kept.consented_at is not None, [one.purpose for one in kept.consents]) == (consent, also)
    assert phone.model("offer")["agreed"] == also
    assert _offered(phone) == (["home", "move"] if consent else ["home"])
    phone.do("offer", "withdraw_offer")  # what was agreed to besides is taken back by itself
    left = _volunteer(room, phone)
    assert ([] if left is None else [one.purpose for one in left.consents]) == ([] if consent else also)


def test_a_yes_joins_an_offer_for_some_and_a_no_stands_beside_it(room: Room, phone: Phone) -> None:
    room.move(Moment.OFFER, phone)
    phone.do("offer", "answer_offer", challenges=["home", "move"], willing=False)
    phone.do("offer", "offer_help", **_offer(challenges=["move"]))
    assert _asked(phone) == {"home": True, "move": False}
    phone.do("offer", "answer_offer", challenges=["home"], willing=True)
    assert sorted(phone.model("offer")["offer"]["challenges"]) == ["home", "move"]
    phone.do("offer", "answer_offer", challenges=["move"], willing=False)
    volunteer = _volunteer(room, phone)
    assert volunteer is not None
    assert (volunteer.name, volunteer.declined) == ("Jeanne Martin", ("move",))


@pytest.mark.parametrize("other", [False, True])
def test_a_yes_to_any_is_one_to_what_was_asked_about_and_to_nothing_opened_later(
    room: Room, phone: Phone, *, other: bool
) -> None:
    def open_challenge(challenge: str) -> None:
        room.write(lambda hall: hall.update_challenge(replace(hall.find_challenge(challenge), stage=Stage.CLOSED)))

    if other:  # another seat of the same person's
        second = room.phone("second").join("Coquelicot bis")
        joined = replace(second.me, joined_to=phone.me.id)
        room.write(lambda hall: hall.update_participant(joined))
        phone = second
    open_challenge("home")
    room.move(Moment.OFFER, phone)
    phone.do("offer", "offer_help", **_offer(challenges=[]))
    open_challenge("move")
    phone.follow_once()
    assert phone.model("offer")["offer"]["challenges"] == ["home"]
    assert list(_asked(phone)) == ["home", "move"]


def test_a_yes_to_any_leaves_each_no(room: Room, phone: Phone) -> None:
    room.move(Moment.OFFER, phone)
    phone.do("offer", "answer_offer", challenges=["home"], willing=False)
    phone.do("offer", "offer_help", **_offer(challenges=[]))
    assert phone.model("offer")["offer"]["challenges"] == ["move"]
    phone.do("offer", "answer_offer", challenges=["move"], willing=False)
    phone.do("offer", "offer_help", **_offer(challenges=[]))
    assert _asked(phone) == {"home": True, "move": True}


def test_an_offer_taken_back_leaves_each_no_and_no_contact(room: Room, phone: Phone) -> None:
    room.move(Moment.OFFER, phone)
    phone.do("offer", "answer_offer", challenges=["home"], willing=False)
    phone.do("offer", "offer_help", **_offer())
    phone.do("offer", "withdraw_offer")
    assert _asked(phone) == {"home": True, "move": False}
    assert "jeanne" not in phone.everything().lower()


def test_a_no_is_among_what_one_gave_and_is_erased_with_it(room: Room, phone: Phone) -> None:
    room.move(Moment.OFFER, phone)
    phone.do("offer", "answer_offer", challenges=["home"], willing=False)
    phone.do("thanks", "look_at_what_i_gave", opened=True)
    declined = {one["id"]: one["declined"] for one in phone.model("thanks")["given"]["challenges"]}
    assert declined == {"home": True, "move": False}
    phone.do("thanks", "erase", with_ideas=False)
    assert room.read(lambda repository: repository.list_volunteers()) == ()


@pytest.mark.parametrize(
    "payload", [{"challenges": ["c9"]}, {"challenges": "home"}, {"willing": "no"}, {"willing": None}]
)
def test_an_answer_about_help_that_makes_no_sense_is_refused(
    room: Room, phone: Phone, payload: dict[str, object]
) -> None:
    room.move(Moment.OFFER, phone)
    phone.refuse("offer", "answer_offer", **{"challenges": ["home"], "willing": False, **payload})
    assert _volunteer(room, phone) is None


def test_an_answer_about_help_waits_for_its_phase(room: Room, phone: Phone) -> None:
    phone.refuse("offer", "answer_offer", challenges=["home"], willing=False)


def test_help_is_asked_for_with_what_was_worked_on(room: Room, phone: Phone) -> None:
    room.move(Moment.OFFER, phone)
    assert list(_asked(phone)) == ["home", "move"]  # nothing was: all of them
    room.write(lambda hall: hall.update_challenge(replace(hall.find_challenge("move"), stage=Stage.CLOSED)))
    phone.follow_once()
    assert [(one["id"], one["number"]) for one in phone.model("offer")["challenges"]] == [("move", 2)]


def test_nobody_elses_contact_reaches_a_phone(room: Room, phone: Phone) -> None:
    neighbour = room.phone("browser-2").join("Bleuet")
    room.move(Moment.OFFER, phone, neighbour)
    neighbour.do("offer", "offer_help", **_offer())
    for moment in Moment:
        room.move(moment, phone)
        assert "jeanne" not in phone.everything().lower(), moment


def _assign(room: Room, participant: str) -> None:
    reason = Reason("assigned-sector", {"competence": 2, "interest": 1, "sector": "Hameau du Moulin"})
    room.write(
        lambda repository: repository.add_mission(Mission("m0", "home", "Tour de garde", 2, 1, "Hameau du Moulin"))
    )
    room.write(lambda repository: repository.update_assignment(Assignment(participant, "m0", reason)))


def test_my_mission_is_shown_with_its_reason_and_referent_when_missions_are(room: Room, phone: Phone) -> None:
    _assign(room, phone.me.id)
    assert "Tour de garde" not in phone.everything()
    room.move(Moment.MISSIONS, phone)
    (mission,) = phone.model("mission")["missions"]
    assert (mission["title"], mission["sector"], mission["referent"]) == (
        "Tour de garde",
        "Hameau du Moulin",
        "Mme Roy",
    )
    assert mission["reason"].startswith("Vous avez répondu")
    assert "Hameau du Moulin" in mission["reason"]
    assert mission["status"] == "proposed"


@pytest.mark.parametrize("answer", ["accepted", "declined"])
def test_a_mission_is_accepted_or_declined(room: Room, phone: Phone, answer: str) -> None:
    _assign(room, phone.me.id)
    room.move(Moment.MISSIONS, phone)
    phone.do("mission", "answer_mission", mission="m0", answer=answer)
    (kept,) = room.read(lambda repository: repository.list_assignments(phone.me.id))
    assert kept.status is AssignmentStatus(answer)
    assert phone.model("mission")["missions"][0]["status"] == answer


def test_a_mission_of_someone_else_is_neither_seen_nor_answered(room: Room, phone: Phone) -> None:
    _assign(room, "bob")
    room.move(Moment.MISSIONS, phone)
    assert phone.model("mission")["missions"] == []
    assert "Tour de garde" not in phone.everything()
    phone.refuse("mission", "answer_mission", mission="m0", answer="accepted")


def test_a_mission_is_not_answered_before_it_is_proposed(room: Room, phone: Phone) -> None:
    _assign(room, phone.me.id)
    phone.refuse("mission", "answer_mission", mission="m0", answer="accepted")
    room.move(Moment.MISSIONS, phone)
    phone.refuse("mission", "answer_mission", mission="m0", answer="proposed")


def test_a_mission_assigned_while_one_looks_appears_by_itself(room: Room, phone: Phone) -> None:
    room.move(Moment.MISSIONS, phone)
    assert phone.model("mission")["missions"] == []
    _assign(room, phone.me.id)
    phone.follow_once()
    assert len(phone.model("mission")["missions"]) == 1


def test_who_answered_no_offer_still_may_once_missions_are_told_and_a_no_ends_the_asking(
    room: Room, phone: Phone
) -> None:
    room.move(Moment.MISSIONS, phone)
    assert phone.model("mission")["offered"] == "unanswered"
    assert phone.model("offer")["late"] is True
    asked = [one["id"] for one in phone.model("offer")["challenges"]]
    phone.do("offer", "answer_offer", challenges=asked, willing=False)
    assert phone.model("mission")["offered"] == "no"
