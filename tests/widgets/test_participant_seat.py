"""Taking a seat, coming back to it, reading in one's language, and leaving nothing behind."""

from __future__ import annotations

import pytest

from tests.widgets.conftest import MakeRoom
from tests.widgets.room import NOON, Room, begin
from workshop_kit.domain.course import Moment
from workshop_kit.domain.model import (
    Assignment,
    Dots,
    IdeaGroup,
    Mission,
    Origin,
    Participant,
    Reason,
    Remover,
    Score,
    Stakeholder,
    Volunteer,
)


@pytest.fixture
def room(make_room: MakeRoom) -> Room:
    return make_room(begin)


def test_a_newcomer_takes_a_seat_and_waits_with_the_others(room: Room) -> None:
    phone = room.phone()
    assert phone.model("join")["present"] == 1

    phone.join("  Coque  licot ", sector="Hameau du Moulin")

    person = room.read(lambda repository: repository.find_participant_by_visitor("browser-1"))
    assert person is not None
    assert (person.pseudonym, person.category, person.sector) == ("Coque licot", "association", "Hameau du Moulin")
    assert person.origin is Origin.ROOM
    assert phone.model("join")["me"]["pseudonym"] == "Coque licot"
    assert phone.model("join")["present"] == 2
    assert phone.model("seat")["pseudonym"] == "Coque licot"


def test_a_newcomer_reads_who_keeps_what_and_until_when_before_giving_anything(room: Room) -> None:
    phone = room.phone()
    join = phone.model("join")
    assert (join["organiser"], join["contact"], join["retention"]) == ("l’organisation", "", "23 novembre 2027")
    room.change(organiser=" Mairie de Val-Brume ")
    phone.follow_once()
    assert phone.model("join")["organiser"] == "Mairie de Val-Brume"


def test_a_late_comer_joins_whatever_the_phase(room: Room) -> None:
    room.move(Moment.SCORING)
    phone = room.phone()
    assert phone.model("join")["visible"]
    assert not phone.model("scores")["visible"]

    phone.join("Coquelicot")

    assert not phone.model("join")["visible"]
    assert phone.model("scores")["visible"]


def test_the_same_browser_comes_back_to_the_same_seat(room: Room) -> None:
    first = room.phone("browser-1").join("Coquelicot")
    again = room.phone("browser-1")
    assert again.me == first.me
    assert again.model("seat")["pseudonym"] == "Coquelicot"


def test_a_second_tab_that_was_still_at_the_door_takes_the_same_seat(room: Room) -> None:
    first, second = room.phone("browser-1"), room.phone("browser-1")
    first.join("Coquelicot")
    second.follow_once()
    assert second.model("seat")["pseudonym"] == "Coquelicot"

    third = room.phone("browser-1")
    third.do("join", "join", pseudonym="Bleuet", category="shop", sector="")
    assert len(room.read(lambda repository: repository.list_participants())) == 2


def test_a_pseudonym_opens_nobodys_seat_on_another_device(room: Room) -> None:
    room.phone("browser-1").join("Coquelicot")
    stranger = room.phone("browser-2")

    sentence = stranger.refuse("join", "join", pseudonym="coquelicot ", category="shop", sector="")

    assert "coquelicot 2" in sentence
    assert stranger.window.participant is None
    stranger.join("coquelicot 2")


def test_a_refused_pseudonym_comes_with_one_to_take_at_a_touch(room: Room) -> None:
    room.phone("browser-1").join("Coquelicot")
    stranger = room.phone("browser-2")
    answer = stranger.ask("join", "join", pseudonym="Coquelicot", category="shop", sector="")
    assert answer["values"] == {"suggestion": "Coquelicot 2"}
    stranger.join(answer["values"]["suggestion"])


@pytest.mark.parametrize("entry", [{"category": "king"}, {"pseudonym": ""}, {"sector": "Mars"}])
def test_no_other_refusal_carries_what_its_error_holds(room: Room, entry: dict[str, str]) -> None:
    given = {"pseudonym": "Coquelicot", "category": "shop", "sector": "", **entry}
    answer = room.phone().ask("join", "join", **given)
    assert answer.keys() - {"field"} == {"ack", "ok", "sentence"}


@pytest.mark.parametrize("moment", [Moment.WRITING, Moment.VOTE, Moment.OFFER, Moment.THANKS])
def test_a_seat_can_be_corrected_all_along_from_what_one_gave(room: Room, moment: Moment) -> None:
    phone = room.phone().join("Coquelico", "shop")
    room.move(moment, phone)
    phone.do("thanks", "look_at_what_i_gave", opened=True)
    form = phone.model("thanks")["given"]["form"]
    assert form["me"] == {"pseudonym": "Coquelico", "category": "shop", "sector": ""}
    assert form["sectors"] == ["Hameau du Moulin"]
    assert phone.words("thanks")["correct"] == phone.words("join")["correct"]
    phone.do("thanks", "correct_seat", pseudonym="Coquelicot", category="association", sector="Hameau du Moulin")
    assert (phone.me.pseudonym, phone.me.category, phone.me.sector) == ("Coquelicot", "association", "Hameau du Moulin")
    assert phone.model("thanks")["given"]["pseudonym"] == "Coquelicot"


def test_an_offer_of_help_follows_its_owner_into_another_sector(room: Room) -> None:
    phone = room.phone().join("Coquelicot")
    offer = Volunteer(phone.me.id, "Jeanne Petit", "", "", "", None, "")
    room.write(lambda repository: repository.update_volunteer(offer))
    phone.do("thanks", "correct_seat", pseudonym="Coquelicot", category="shop", sector="Hameau du Moulin")
    kept = room.read(lambda repository: repository.find_volunteer(phone.me.id))
    assert kept is not None
    assert kept.sector == "Hameau du Moulin"


def test_a_taken_variant_is_not_proposed(room: Room) -> None:
    room.phone("browser-1").join("Hirondelle 2")
    assert "Hirondèlle 3" in room.phone("browser-2").refuse(
        "join", "join", pseudonym="Hirondèlle", category="shop", sector=""
    )


@pytest.mark.parametrize("pseudonym", ["", "   ", "x" * 41, "\u202e\u0007"])
def test_a_pseudonym_has_one_to_forty_readable_characters(room: Room, pseudonym: str) -> None:
    phone = room.phone()
    assert "Trop " in phone.refuse("join", "join", pseudonym=pseudonym, category="shop", sector="")
    assert len(room.read(lambda repository: repository.list_participants())) == 1


@pytest.mark.parametrize("category", ["", None, "astronaut", ["shop"]])
def test_a_seat_needs_one_of_the_categories(room: Room, category: object) -> None:
    room.phone().refuse("join", "join", pseudonym="Coquelicot", category=category, sector="")
    assert len(room.read(lambda repository: repository.list_participants())) == 1


def test_a_sector_that_is_not_of_this_workshop_is_refused(room: Room) -> None:
    assert "Mars" in room.phone().refuse("join", "join", pseudonym="Coquelicot", category="shop", sector="Mars")


def test_the_organisers_own_categories_are_proposed(room: Room) -> None:
    room.write(lambda repository: repository.add_stakeholder(Stakeholder("k0", "Agriculteurs", "GAEC des Combes")))
    phone = room.phone()
    assert {"key": "Agriculteurs", "label": "Agriculteurs"} in phone.model("join")["categories"]
    assert "GAEC" not in phone.everything()
    phone.join("Coquelicot", category="Agriculteurs")


def test_a_join_sent_twice_takes_one_seat(room: Room) -> None:
    phone = room.phone()
    for _ in range(2):
        answer = phone.ask("join", "join", "same-id", pseudonym="Coquelicot", category="shop", sector="")
        assert answer["ok"]
    assert len(room.read(lambda repository: repository.list_participants())) == 2


def test_a_pseudonym_can_be_corrected_but_not_into_someone_elses(room: Room) -> None:
    phone = room.phone().join("Coquelico")
    phone.do("join", "correct_seat", pseudonym="Coquelicot", category="shop", sector="")
    assert phone.model("seat")["pseudonym"] == "Coquelicot"
    phone.refuse("join", "correct_seat", pseudonym="hirondèlle", category="shop", sector="")
    assert phone.me.pseudonym == "Coquelicot"


def test_a_notebook_outside_the_server_has_a_seat_too(room: Room) -> None:
    room.phone(None).join("Coquelicot")
    assert room.phone(None).me.pseudonym == "Coquelicot"


def test_newcomers_are_counted_while_one_waits(room: Room) -> None:
    first = room.phone("browser-1").join("Coquelicot")
    room.phone("browser-2").join("Bleuet")
    first.follow_once()
    assert first.model("join")["present"] == 3


def test_volunteers_of_a_file_are_not_counted_in_the_room(room: Room) -> None:
    room.write(
        lambda repository: repository.add_participant(Participant("f", "Jean Martin", "", "", Origin.FILE, NOON))
    )
    assert room.phone().model("join")["present"] == 1


def test_nobody_elses_name_reaches_a_phone(room: Room) -> None:
    phone = room.phone().join("Coquelicot")
    for moment in Moment:
        room.move(moment, phone)
        assert "Hirondelle" not in phone.everything(), moment


def test_a_language_chosen_before_joining_is_kept_with_the_seat(room: Room) -> None:
    phone = room.phone()
    assert phone.words("join")["title"].startswith("Bienvenue")

    phone.do("seat", "choose_language", language="en")
    assert phone.words("join")["title"] == "Welcome!"
    assert phone.panels["vote"].lang == "en"

    phone.join("Coquelicot")
    assert room.phone().words("seat")["language"] == "Language"


def test_an_id_sent_again_brings_no_language_that_nobody_speaks(room: Room) -> None:
    phone = room.phone()
    phone.ask("seat", "choose_language", "again", language="en")
    phone.ask("join", "choose_language", "again", language="x" * 5000)
    phone.join("Merle")
    assert phone.me.language == "en"


def test_a_seated_person_switches_the_language_of_every_panel(room: Room) -> None:
    phone = room.phone().join("Coquelicot")
    phone.do("seat", "choose_language", language="en")
    assert {panel.lang for panel in phone.panels.values()} == {"en"}
    assert phone.me.language == "en"
    assert "Klingon" in phone.refuse("seat", "choose_language", language="Klingon")


def test_the_header_says_where_the_room_and_each_challenge_stand(room: Room) -> None:
    phone = room.phone()
    room.move(Moment.VOTE, phone)
    model = phone.model("seat")
    assert (model["phase"], model["moment"], model["current"]) == ("work", "vote", "home")
    assert [(one["number"], one["stage"]) for one in model["challenges"]] == [(1, "vote"), (2, "unopened")]
    room.move(Moment.WRITING, phone, challenge="move")
    model = phone.model("seat")
    assert (model["moment"], model["current"]) == ("writing", "move")
    assert [(one["number"], one["stage"]) for one in model["challenges"]] == [(1, "vote"), (2, "writing")]
    room.move(Moment.SCORING, phone)
    assert (phone.model("seat")["phase"], phone.model("seat")["moment"]) == ("scoring", "scoring")


def test_what_i_gave_is_read_only_when_it_is_looked_at(room: Room) -> None:
    phone = room.phone().join("Coquelicot")
    assert phone.model("thanks") == {
        "visible": True,
        "thanking": False,
        "opened": False,
        "follow_up": "",
        "given": None,
    }
    phone.do("thanks", "look_at_what_i_gave", opened=True)
    assert phone.model("thanks")["given"]["pseudonym"] == "Coquelicot"
    phone.do("thanks", "look_at_what_i_gave", opened=False)
    assert phone.model("thanks")["given"] is None


def _give_everything(room: Room) -> None:
    phone = room.phone().join("Coquelicot")
    room.move(Moment.WRITING, phone)
    phone.do("ideas", "write_idea", challenge="home", text="Ouvrir le gymnase", source="lived")
    phone.do("ideas", "write_idea", challenge="home", text="Des repas chauds", source=None)
    room.move(Moment.VOTE, phone)
    phone.do("vote", "place_dots", challenge="home", option="guard", count=2)
    room.move(Moment.SCORING, phone)
    phone.do("scores", "score_competence", challenge="home", value=0)
    room.move(Moment.OFFER, phone)
    phone.do(
        "offer", "offer_help", name="Jeanne Martin", email="jeanne@exemple.fr", phone="", challenges=["home"],
        consent=True, may_show_name=False,
    )  # fmt: skip
    me = phone.me.id

    room.write(lambda repository: repository.add_mission(Mission("m0", "home", "Tour de garde", 2)))
    room.write(
        lambda repository: repository.update_assignment(
            Assignment(me, "m0", Reason("assigned", {"competence": 0, "interest": 1}))
        )
    )
    room.move(Moment.THANKS, phone)


def test_the_thanks_say_all_that_was_given(room: Room) -> None:
    _give_everything(room)
    given = room.phone().model("thanks")["given"]
    assert sorted(idea["text"] for idea in given["challenges"][0]["ideas"]) == ["Des repas chauds", "Ouvrir le gymnase"]
    assert given["challenges"][0]["dots"] == [{"title": "Un tour de garde des clubs", "count": 2, "round": 1}]
    assert given["challenges"][0]["competence"] == 0
    assert given["challenges"][1]["competence"] is None
    assert given["offer"]["email"] == "jeanne@exemple.fr"
    assert given["missions"][0]["title"] == "Tour de garde"


def test_erasing_leaves_nothing_of_the_person(room: Room) -> None:
    _give_everything(room)
    phone = room.phone()
    me = phone.me.id

    phone.do("thanks", "erase", with_ideas=False)

    assert phone.window.participant is None
    assert not phone.model("thanks")["visible"]
    assert phone.model("join")["visible"]
    assert "jeanne@exemple.fr" not in phone.everything()
    assert "Coquelicot" not in phone.everything()
    assert room.read(lambda repository: repository.find_volunteer(me)) is None
    assert room.read(lambda repository: repository.list_scores(participant=me)) == ()
    assert room.read(lambda repository: repository.list_votes(participant=me)) == ()
    assert room.read(lambda repository: repository.list_assignments(me)) == ()
    ideas = room.read(lambda repository: repository.list_ideas("home"))
    assert {idea.text for idea in ideas} >= {"Ouvrir le gymnase", "Des repas chauds"}
    assert me not in {idea.author for idea in ideas}


def test_erasing_with_the_ideas_takes_their_words_even_out_of_a_group(room: Room) -> None:
    _give_everything(room)
    phone = room.phone()
    idea = next(one for one in room.read(lambda repository: repository.list_ideas("home")) if "gymnase" in one.text)
    group = IdeaGroup("g0", "home", "Ouvrir le gymnase", (idea.id, "guard"), NOON)
    room.write(lambda repository: repository.add_group(group))

    phone.do("thanks", "erase", with_ideas=True)

    texts = [one.text for one in room.read(lambda repository: repository.list_ideas())]
    assert len(texts) == 3, "both were on the ballot: the place of each stays"
    assert not any("gymnase" in text or "repas" in text for text in texts)
    assert room.read(lambda repository: repository.find_group("g0")).members == (idea.id, "guard")
    assert "gymnase" not in room.read(lambda repository: repository.find_group("g0")).title


def test_erasing_asked_twice_is_answered_twice_and_done_once(room: Room) -> None:
    phone = room.phone().join("Coquelicot")
    assert phone.ask("thanks", "erase", "same-id", with_ideas=False)["ok"]
    assert phone.ask("thanks", "erase", "same-id", with_ideas=False)["ok"]
    assert "pseudonyme" in phone.refuse("thanks", "erase", with_ideas=False)


def test_a_person_erased_by_the_facilitator_is_shown_the_door(room: Room) -> None:
    phone = room.phone().join("Coquelicot")
    me = phone.me.id
    room.move(Moment.WRITING, phone)
    room.write(lambda repository: repository.remove_participant(me))
    phone.follow_once()
    assert phone.model("join")["visible"]
    assert not phone.model("ideas")["visible"]


def test_panels_of_other_phases_ask_the_store_nothing(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    phone = room.phone().join("Coquelicot")
    room.move(Moment.SCORING, phone)
    refreshed: list[str] = []
    for name, panel in phone.panels.items():
        monkeypatch.setattr(panel, "refresh", lambda name=name: refreshed.append(name))

    room.write(lambda repository: repository.update_dots(Dots("bob", "home", "guard", 1)))
    room.write(lambda repository: repository.remove_idea("guard", Remover.AUTHOR))
    phone.follow_once()
    assert refreshed == []

    me = phone.me.id
    room.write(lambda repository: repository.update_score(Score(me, "home", 1, 1)))
    phone.follow_once()
    assert refreshed == ["scores"]


def test_the_timer_travels_with_the_facilitators_clock(room: Room) -> None:
    phone = room.phone()
    room.set_timer(6, None)
    room.set_timer(8, "move")
    phone.follow_once()
    model = phone.model("seat")
    timers = [model["timer"], *(one["timer"] for one in model["challenges"])]
    assert [None if one is None else one["ends_at"] - one["now"] for one in timers] == [360_000, None, 480_000]
