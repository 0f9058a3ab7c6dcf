"""Clarifying and nudging: a question to an author whom nobody learns, a mark for discussion, a gentle line."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.widgets.conftest import MakeRoom
from tests.widgets.room import ANAS, Room, fill
from workshop_kit.domain.course import Moment
from workshop_kit.domain.model import Dots, Idea


@pytest.fixture
def room(make_room: MakeRoom) -> Room:
    room = make_room(fill)
    room.walk_to(Moment.REVEAL)
    return room


def find(room: Room, idea: str) -> Idea:
    return room.read(lambda hall: hall.find_idea(idea))


def test_an_author_answers_what_they_mean_once_they_are_asked(room: Room) -> None:
    phone, laptop = room.phone(ANAS), room.laptop()
    assert "demande" in phone.refuse("ideas", "answer_question", idea="night", answer="De 20 h à 7 h")
    laptop.do("ideas", "ask_author", idea="night")
    phone.follow_once()
    phone.do("ideas", "answer_question", idea="night", answer="De 20 h à 7 h, l’hiver")
    assert find(room, "night").answer == "De 20 h à 7 h, l’hiver"
    laptop.do("ideas", "ask_author", idea="night", asked=False)
    assert not find(room, "night").asked


def test_an_author_who_was_asked_answers_while_people_vote_too(room: Room) -> None:
    room.laptop().do("ideas", "ask_author", idea="night")
    room.move(Moment.VOTE)
    phone, other = room.phone(ANAS), room.phone()
    other.join("Boris")
    assert [one["text"] for one in phone.model("vote")["challenges"][0]["asked"]] == [find(room, "night").text]
    assert other.model("vote")["challenges"][0]["asked"] == []
    phone.do("ideas", "answer_question", idea="night", answer="De 20 h à 7 h, l’hiver")
    assert phone.model("vote")["challenges"][0]["asked"][0]["answer"] == "De 20 h à 7 h, l’hiver"


def test_what_was_answered_stays_under_the_votes_that_were_given_with_it(room: Room) -> None:
    room.laptop().do("ideas", "ask_author", idea="night")
    room.move(Moment.VOTE)
    phone = room.phone(ANAS)
    room.write(lambda hall: hall.update_dots(Dots("bob", "home", "night", 1)))
    phone.do("ideas", "answer_question", idea="night", answer="De 20 h à 7 h, l’hiver")
    phone.do("ideas", "answer_question", idea="night", answer="De 20 h à 7 h, l’hiver")
    phone.refuse("ideas", "answer_question", idea="night", answer="En fait, le fermer toute l’année")
    assert find(room, "night").answer == "De 20 h à 7 h, l’hiver"


@pytest.mark.parametrize("read_first", [True, False])
def test_an_answer_waits_to_be_read_first_as_an_idea_does(room: Room, *, read_first: bool) -> None:
    room.write(lambda hall: hall.update_projection(replace(hall.find_projection(), read_first=read_first)))
    room.laptop().do("ideas", "ask_author", idea="night")
    room.phone(ANAS).do("ideas", "answer_question", idea="night", answer="De 20 h à 7 h, l’hiver")
    assert find(room, "night").unread is read_first
    assert ("De 20 h" in room.screen().everything()) is not read_first


def test_an_answer_that_shows_nothing_is_none(room: Room) -> None:
    room.laptop().do("ideas", "ask_author", idea="night")
    room.phone(ANAS).do("ideas", "answer_question", idea="night", answer="\u200b\u200b")
    assert find(room, "night").answer == ""


def test_nobody_answers_for_another(room: Room) -> None:
    room.laptop().do("ideas", "ask_author", idea="guard")
    phone = room.phone(ANAS)
    phone.refuse("ideas", "answer_question", idea="guard", answer="Je réponds à sa place")
    assert find(room, "guard").answer == ""


def test_contact_details_in_an_answer_are_refused_however_often_it_is_sent(room: Room) -> None:
    room.laptop().do("ideas", "ask_author", idea="night")
    phone = room.phone(ANAS)
    said = [phone.refuse("ideas", "answer_question", idea="night", answer="Appelez le 06 12 34 56 78") for _ in "12"]
    assert len(set(said)) == 1
    assert "comment le joindre" in said[0]
    assert find(room, "night").answer == ""


@pytest.mark.parametrize("answer", ["Ce connard de voisin le sait", "Demandez à Mme Durand du service social"])
def test_an_answer_that_hurts_or_names_somebody_is_not_shown(room: Room, answer: str) -> None:
    room.laptop().do("ideas", "ask_author", idea="night")
    phone = room.phone(ANAS)
    assert "blesse ou nomme" in phone.refuse("ideas", "answer_question", idea="night", answer=answer)
    assert find(room, "night").answer == ""


def test_an_idea_is_marked_for_discussion_until_it_is_closed(room: Room) -> None:
    laptop = room.laptop()
    laptop.do("ideas", "mark_for_discussion", idea="guard", discuss=True)
    assert find(room, "guard").discuss
    laptop.do("ideas", "mark_for_discussion", idea="guard", discuss=False)
    assert not find(room, "guard").discuss


def test_before_the_reveal_nobody_is_asked_anything(make_room: MakeRoom) -> None:
    room = make_room(fill)
    room.walk_to(Moment.WRITING)
    laptop = room.laptop()
    laptop.refuse("ideas", "ask_author", idea="night")
    laptop.refuse("ideas", "mark_for_discussion", idea="night", discuss=True)


def test_a_gentle_line_lasts_until_the_challenge_moves_on(make_room: MakeRoom) -> None:
    room = make_room(fill)
    room.walk_to(Moment.WRITING)
    laptop = room.laptop()
    laptop.do("course", "nudge_silent", challenge="home")
    assert room.challenge().nudged_at == room.moment
    room.move(Moment.REVEAL)
    assert room.challenge().nudged_at is None
    laptop.follow_once()
    assert "Personne" in laptop.refuse("course", "nudge_silent", challenge="home")


def test_what_somebody_answered_is_among_what_they_gave(room: Room) -> None:
    phone = room.phone(ANAS)
    room.laptop().do("ideas", "ask_author", idea="night")
    phone.follow_once()
    phone.do("ideas", "answer_question", idea="night", answer="De 20 h à 7 h, l’hiver")
    phone.do("thanks", "look_at_what_i_gave", opened=True)
    given = phone.model("thanks")["given"]
    told = [idea["answer"] for challenge in given["challenges"] for idea in challenge["ideas"] if idea["answer"]]
    assert told == ["De 20 h à 7 h, l’hiver"]


def test_who_erases_their_ideas_erases_what_they_answered(room: Room) -> None:
    phone = room.phone(ANAS)
    room.laptop().do("ideas", "ask_author", idea="night")
    phone.follow_once()
    phone.do("ideas", "answer_question", idea="night", answer="De 20 h à 7 h, l’hiver")
    room.move(Moment.VOTE, phone)  # from here on an idea keeps its place, without words
    phone.do("thanks", "erase", with_ideas=True)
    assert "20 h" not in str(room.read(lambda hall: hall.list_ideas()))
    assert find(room, "night").author is None


def test_the_desk_says_how_many_ideas_were_held_back_and_how_many_of_them_given_back(room: Room) -> None:
    laptop = room.laptop()
    laptop.do("ideas", "hold_idea", idea="night", reason="Elle nomme une personne.")
    laptop.do("ideas", "hold_idea", idea="guard", reason="Elle nomme une personne.")
    laptop.refresh("ideas")
    assert (laptop.model("ideas")["held_for"][0]["number"], laptop.model("ideas")["returned"]) == (2, 0)
    laptop.do("ideas", "hold_idea", idea="night", reason="")
    laptop.refresh("ideas")
    assert (laptop.model("ideas")["held_for"][0]["number"], laptop.model("ideas")["returned"]) == (1, 1)
    room.move(Moment.VOTE)
    assert find(room, "night").once_held
