"""Who is in the room: counted, set aside, joined and parted, without changing what anybody gave."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from tests.widgets.conftest import MakeRoom
from tests.widgets.room import ANAS, NOON, SECRETS, Laptop, Page, Room, begin, fill, lay_out, write_ideas
from workshop_kit.domain.course import Moment
from workshop_kit.domain.model import Dots, Idea, Origin, Participant, Score, Stakeholder
from workshop_kit.i18n import Translator
from workshop_kit.store import Repository
from workshop_kit.store.material import gather_material

TWENTY_FIVE = timedelta(minutes=25)


@pytest.fixture
def room(make_room: MakeRoom) -> Room:
    return make_room(fill)


def people(laptop: Laptop) -> dict[str, Any]:
    laptop.refresh("people")
    return laptop.model("people")


def find(room: Room, seat: str) -> Participant:
    return room.read(lambda hall: hall.find_participant(seat))


def leave(laptop: Laptop, seat: str, *, away: bool = True) -> None:
    laptop.do("people", "set_away", participant=seat, away=away)


def join(laptop: Laptop, seat: str, to: str | None) -> None:
    laptop.do("people", "join_seats", participant=seat, to=to)


def vote_and_score(hall: Repository) -> None:
    """Cle votes on what ana voted on, and scores where ana scored: both are in the same count."""
    hall.update_dots(Dots("cle", "home", "keep", 1))
    hall.update_dots(Dots("cle", "home", "wash", 2))
    hall.update_score(Score("cle", "home", 1, -1))


def read_counts(room: Room, laptop: Laptop, screen: Page) -> object:
    """Everything that counts people, on the laptop, on the screen and for the synthesis."""
    panels = ("header", "course", "ideas", "matrix", "missions", "synthesis")
    for panel in panels:
        laptop.refresh(panel)
    screen.refresh("screen")
    seen = [{k: v for k, v in laptop.model(panel).items() if k != "persons"} for panel in panels]
    return seen, screen.model("screen"), room.read(gather_material)


# -- who is there -----------------------------------------------------------------------------------------------------


def test_the_page_counts_who_is_there_away_and_without_a_phone(room: Room, laptop: Laptop) -> None:
    room.write(lambda hall: hall.add_participant(Participant("p", "Sans", "health", "", Origin.PROXY, NOON)))
    leave(laptop, "dan")
    shown = people(laptop)
    assert (shown["present"], shown["away"], shown["without_phone"]) == (4, 1, 1)


def test_categories_stand_in_the_order_of_their_people_and_the_missing_ones_at_zero(room: Room, laptop: Laptop) -> None:
    rows = people(laptop)["categories"]
    assert rows[0] == {"label": "Commerce", "people": 4}
    assert {"label": "Agriculteurs", "people": 0} in rows
    assert all(row["people"] == 0 for row in rows[1:])


def test_the_sentence_to_say_names_the_organiser_s_own_words_first(room: Room, laptop: Laptop) -> None:
    sentence = people(laptop)["sentence"]
    assert sentence.startswith(
        "Personne n’est là pour la catégorie “Agriculteurs”, les personnes élues et les services publics."
    )
    room.write(lambda hall: hall.remove_stakeholder("farm"))
    assert people(laptop)["sentence"].startswith(
        "Personne n’est là pour les personnes élues, les services publics et les associations"
    )


@pytest.mark.parametrize(
    ("language", "said"), [("fr", "la catégorie “Paroisse” et "), ("en", "the category ‘Paroisse’ and ")]
)
def test_a_word_of_the_organiser_s_stands_between_marks_inside_what_is_said(
    room: Room, laptop: Laptop, language: str, said: str
) -> None:
    room.write(lambda hall: hall.add_stakeholder(Stakeholder("s9", "Paroisse", "Le curé")))
    laptop.do("header", "switch_language", language=language)
    laptop.refresh("people")
    assert said in people(laptop)["sentence"]


def test_in_an_empty_room_nobody_is_said_to_be_missing(make_room: MakeRoom) -> None:
    empty = make_room(lay_out, lambda hall: hall.add_stakeholder(Stakeholder("s", "Jeunesse", "Le foyer")))
    assert people(empty.laptop())["sentence"] == ""


def test_the_page_names_nobody_but_by_pseudonym(room: Room, laptop: Laptop) -> None:
    leave(laptop, "ana")
    join(laptop, "bob", "cle")
    laptop.refresh("people")
    shown = str(laptop.panels["people"].get_state())
    assert not [secret for secret in SECRETS if secret in shown]
    assert "Bénévole 5" not in shown  # known from a file alone: nobody of the room


# -- who left ---------------------------------------------------------------------------------------------------------


def test_who_left_is_no_longer_waited_for_anywhere(room: Room, laptop: Laptop) -> None:
    screen = room.screen()
    room.walk_to(Moment.SCORING, laptop, screen)
    leave(laptop, "dan")
    screen.follow_once()
    for panel in ("header", "course", "matrix"):
        laptop.refresh(panel)
    assert (laptop.model("header")["people"], laptop.model("course")["people"]) == (3, 3)
    home = laptop.model("matrix")["challenges"][0]
    assert (home["heard"], home["room"], home["waited"]) == (3, 3, 0)
    shown = screen.model("screen")["matrices"][0]
    assert (shown["heard"], shown["room"]) == (3, 3)


def test_what_somebody_gave_who_left_stays(room: Room, laptop: Laptop) -> None:
    room.walk_to(Moment.RESULTS)
    before = room.read(gather_material)
    leave(laptop, "ana")
    after = room.read(gather_material)
    assert (after.ideas, after.votes, after.scores) == (before.ideas, before.votes, before.scores)
    leave(laptop, "ana", away=False)
    assert room.read(gather_material) == before


def test_who_left_and_does_something_on_their_phone_is_there_again(room: Room, laptop: Laptop) -> None:
    room.walk_to(Moment.VOTE)
    leave(laptop, "ana")
    assert find(room, "ana").away_at == NOON
    room.phone(ANAS).do("vote", "place_dots", challenge="home", option="wash", count=1)
    assert find(room, "ana").away_at is None


def test_a_phone_that_is_another_seat_of_somebody_brings_them_back(room: Room, laptop: Laptop) -> None:
    room.walk_to(Moment.VOTE)
    join(laptop, "ana", "bob")
    leave(laptop, "ana")
    assert find(room, "bob").away_at == NOON
    assert find(room, "ana").away_at is None
    room.phone(ANAS).do("seat", "choose_language", language="en")
    assert find(room, "bob").away_at is None


def test_leaving_twice_keeps_the_first_hour_and_being_there_twice_changes_nothing(room: Room, laptop: Laptop) -> None:
    leave(laptop, "ana")
    room.moment += TWENTY_FIVE
    leave(laptop, "ana")
    assert find(room, "ana").away_at == NOON
    assert people(laptop)["settled"] == [
        {"kind": "away", "seat": "ana", "other": "", "names": ["Coquelicot"], "at": round(NOON.timestamp() * 1000)}
    ]
    leave(laptop, "ana", away=False)
    leave(laptop, "ana", away=False)
    assert people(laptop)["settled"] == []


# -- two seats of one person ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("moment", [Moment.WRITING, Moment.VOTE, Moment.RESULTS, Moment.SCORING, Moment.MISSIONS])
def test_joining_and_parting_gives_back_every_count(room: Room, laptop: Laptop, moment: Moment) -> None:
    room.write(vote_and_score)
    screen = room.screen()
    room.walk_to(moment, laptop, screen)
    room.unveil()
    before = read_counts(room, laptop, screen)
    join(laptop, "ana", "cle")
    assert read_counts(room, laptop, screen) != before
    join(laptop, "ana", None)
    assert read_counts(room, laptop, screen) == before


def test_two_seats_count_as_one_person_and_the_one_that_stands_votes(room: Room, laptop: Laptop) -> None:
    room.write(vote_and_score)
    room.walk_to(Moment.RESULTS, laptop)
    join(laptop, "ana", "cle")
    laptop.refresh("ideas")
    table = laptop.model("ideas")
    tallies = {one["id"]: (one["tally"]["dots"], one["tally"]["supporters"]) for one in table["options"]}
    assert tallies == {"keep": (1, 1), "wash": (3, 2)}
    assert (table["counts"]["people"], table["voted"]) == (3, 2)


def test_ideas_of_both_seats_are_the_person_s(room: Room, laptop: Laptop) -> None:
    room.write(lambda hall: hall.add_idea(Idea("more", "home", "Encore une", None, "cle", NOON)))
    room.walk_to(Moment.WRITING, laptop)
    assert laptop.model("ideas")["counts"]["wrote"] == 3
    join(laptop, "ana", "cle")
    laptop.refresh("ideas")
    counts = laptop.model("ideas")["counts"]
    assert (counts["ideas"], counts["wrote"], counts["people"]) == (4, 2, 3)


def test_a_seat_that_said_nothing_leaves_the_word_to_the_other(room: Room, laptop: Laptop) -> None:
    room.walk_to(Moment.RESULTS, laptop)
    join(laptop, "ana", "dan")
    laptop.refresh("ideas")
    dots = {one["id"]: one["tally"]["dots"] for one in laptop.model("ideas")["options"]}
    assert dots == {"keep": 2, "wash": 1}


def test_each_phone_sees_the_dots_that_count_beside_the_results(room: Room, laptop: Laptop) -> None:
    room.write(vote_and_score)
    room.walk_to(Moment.RESULTS)
    room.unveil()
    phone = room.phone(ANAS)
    join(laptop, "ana", "cle")
    phone.follow_once()
    shown = phone.model("vote")["challenges"][0]["options"]
    assert {one["id"]: one["my_dots"] for one in shown} == {"keep": 1, "wash": 2}
    assert {one["id"]: one["dots"] for one in shown} == {"keep": 1, "wash": 3}
    join(laptop, "ana", None)
    phone.follow_once()
    assert {one["id"]: one["my_dots"] for one in phone.model("vote")["challenges"][0]["options"]} == {
        "keep": 2,
        "wash": 0,
    }


def test_an_assignment_on_either_seat_is_the_person_s_and_stays_where_it_was(room: Room, laptop: Laptop) -> None:
    room.walk_to(Moment.MISSIONS, laptop)
    before = room.read(lambda hall: hall.list_assignments())
    join(laptop, "ana", "cle")
    laptop.do("missions", "propose_assignments")
    decided = {(one.participant, one.mission) for one in room.read(lambda hall: hall.list_assignments())}
    assert {(one.participant, one.mission) for one in before} <= decided
    assert ("cle", "rounds") not in decided
    shown = laptop.model("missions")["challenges"][0]["missions"]
    assert [person["id"] for mission in shown if mission["id"] == "rounds" for person in mission["people"]] == ["cle"]


def test_somebody_is_taken_off_whichever_seat_the_mission_stands_on(room: Room, laptop: Laptop) -> None:
    room.walk_to(Moment.MISSIONS, laptop)
    join(laptop, "ana", "cle")
    laptop.do("missions", "take_off", participant="cle", mission="rounds")
    laptop.refresh("missions")
    shown = laptop.model("missions")["challenges"][0]["missions"]
    assert [mission["people"] for mission in shown if mission["id"] == "rounds"] == [[]]


def test_refusals_are_said_in_words(room: Room, laptop: Laptop) -> None:
    assert "est déjà ce téléphone-là" in laptop.refuse("people", "join_seats", participant="ana", to="ana")
    assert "déjà comme une personne à part" in laptop.refuse("people", "join_seats", participant="ana", to=None)
    join(laptop, "ana", "bob")
    assert "une seule personne" in laptop.refuse("people", "join_seats", participant="bob", to="ana")
    assert laptop.refuse("people", "set_away", participant="nobody", away=True)


def test_what_was_settled_stays_listed_until_it_is_taken_back(room: Room, laptop: Laptop) -> None:
    join(laptop, "ana", "bob")
    assert people(laptop)["settled"] == [
        {"kind": "joined", "seat": "ana", "other": "", "names": ["Coquelicot", "Hirondelle"], "at": 0}
    ]
    seats = {one["id"]: (one["state"], one["stands"]) for one in people(laptop)["seats"]}
    assert seats["ana"] == ("joined", "Hirondelle")
    assert seats["bob"] == ("present", "")


# -- what is asked ----------------------------------------------------------------------------------------------------


def test_who_gave_nothing_for_long_while_others_did_is_asked_about(make_room: MakeRoom) -> None:
    room = make_room(begin)
    laptop = room.laptop()
    room.write(lambda hall: hall.add_participant(Participant("gis", "Gisèle", "health", "", Origin.ROOM, NOON)))
    room.move(Moment.WRITING, laptop)
    assert people(laptop)["doubts"] == []
    room.moment += TWENTY_FIVE
    (asked,) = people(laptop)["doubts"]
    assert (asked["kind"], asked["names"], asked["minutes"], asked["ideas"]) == ("silent", ["Gisèle"], 25, 0)
    leave(laptop, "gis")
    assert people(laptop)["doubts"] == []


def test_a_second_seat_begun_when_the_first_fell_silent_is_asked_about(make_room: MakeRoom) -> None:
    room = make_room(lay_out)
    laptop = room.laptop()
    room.phone("one").join("Karim", "shop")
    room.move(Moment.WRITING, laptop)
    room.write(write_ideas())
    room.moment += TWENTY_FIVE
    room.phone("two").join("Karim 2", "shop")
    (asked,) = people(laptop)["doubts"]
    assert (asked["kind"], asked["names"]) == ("twins", ["Karim", "Karim 2"])
    # a phone that gave nothing may be open all along: it is not said to have fallen silent
    assert "le premier téléphone n’a rien donné depuis l’arrivée du second" in Translator("fr")(
        "facilitator.people.twins"
    )
    first, second = asked["seats"]
    join(laptop, first, second)
    assert people(laptop)["doubts"] == []
    assert people(laptop)["present"] == 1


def test_who_goes_on_after_a_namesake_came_is_not_asked_about(make_room: MakeRoom) -> None:
    room = make_room(lay_out)
    laptop = room.laptop()
    first = room.phone("one").join("Karim", "shop")
    room.moment += TWENTY_FIVE
    room.phone("two").join("Karim 2", "shop")
    room.move(Moment.WRITING, laptop, first)
    room.moment += TWENTY_FIVE
    first.do("ideas", "write_idea", challenge="home", text="Une idée", source=None)
    assert "twins" not in [one["kind"] for one in people(laptop)["doubts"]]
