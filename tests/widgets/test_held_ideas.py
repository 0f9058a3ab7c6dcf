"""An idea held back that its author corrects: the facilitator is told, and the author's phone says what is so."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.widgets.conftest import MakeRoom
from tests.widgets.room import Laptop, Page, Phone, Room, fill
from workshop_kit.domain.course import Moment
from workshop_kit.store import Repository

REASON = "Elle peut blesser."


def drop_votes(hall: Repository) -> None:
    """Nobody voted yet: what was voted on is not corrected any more."""
    for vote in hall.list_dots(every_round=True):
        hall.update_dots(replace(vote, count=0))


@pytest.fixture
def held(make_room: MakeRoom) -> Room:
    """A room in which one person's only idea is held back, before anybody voted."""
    room = make_room(fill, drop_votes)
    room.walk_to(Moment.REVEAL)
    room.laptop().do("ideas", "hold_idea", idea="night", reason=REASON)
    return room


def look(page: Page, panel: str) -> dict[str, Any]:
    page.follow_once()
    page.refresh(panel)
    return dict(page.model(panel))


def own(author: Phone) -> dict[str, Any]:
    (challenge,) = look(author, "ideas")["challenges"]
    (idea,) = challenge["held"]
    return dict(idea)


def on_table(laptop: Laptop) -> dict[str, Any]:
    (idea,) = look(laptop, "ideas")["held"]
    return dict(idea)


def to_read(laptop: Laptop) -> list[int]:
    return [one["to_read"] for one in look(laptop, "course")["challenges"]]


def test_a_correction_is_told_to_the_facilitator_and_shows_the_idea_to_nobody(held: Room) -> None:
    laptop, author, other = held.laptop(), held.phone("browser"), held.phone("b2")
    other.join("Tournesol")
    assert (on_table(laptop)["corrected"], to_read(laptop)) == (False, [0, 0])
    author.do("ideas", "correct_idea", idea="night", text="Ouvrir la salle la nuit")
    assert (on_table(laptop)["text"], on_table(laptop)["corrected"]) == ("Ouvrir la salle la nuit", True)
    assert to_read(laptop) == [1, 0]
    assert own(author)["corrected"]
    assert own(author)["held"] == REASON
    look(other, "ideas")
    assert "Ouvrir la salle" not in other.everything()


def test_the_vote_is_not_opened_over_a_correction_without_a_question(held: Room) -> None:
    laptop, author = held.laptop(), held.phone("browser")
    assert (ahead := look(laptop, "course")["challenges"][0]["next"])["code"] == "open-vote"
    assert (ahead["unread"], ahead["asks"]) == (0, False)
    author.do("ideas", "correct_idea", idea="night", text="Ouvrir la salle la nuit")
    ahead = look(laptop, "course")["challenges"][0]["next"]
    assert (ahead["unread"], ahead["asks"]) == (1, True)


@pytest.mark.parametrize(("reason", "left"), [(REASON, 1), ("", 0)])
def test_once_read_again_it_is_kept_back_or_given_back(held: Room, reason: str, left: int) -> None:
    laptop, author = held.laptop(), held.phone("browser")
    author.do("ideas", "correct_idea", idea="night", text="Ouvrir la salle la nuit")
    laptop.do("ideas", "hold_idea", idea="night", reason=reason)
    assert to_read(laptop) == [0, 0]
    assert [one["corrected"] for one in look(laptop, "ideas")["held"]] == [False] * left
    assert len(look(author, "ideas")["challenges"][0]["held"]) == left


def test_saving_it_as_it_was_asks_nobody_to_read_again(held: Room) -> None:
    laptop, author = held.laptop(), held.phone("browser")
    (challenge,) = look(author, "ideas")["challenges"]
    (idea,) = challenge["held"]
    author.do("ideas", "correct_idea", idea="night", text=idea["text"], source=idea["source"])
    assert to_read(laptop) == [0, 0]


def test_an_idea_that_is_not_held_back_is_corrected_without_a_word(make_room: MakeRoom) -> None:
    room = make_room(fill, drop_votes)
    room.walk_to(Moment.WRITING)
    author = room.phone("browser")
    author.do("ideas", "correct_idea", idea="night", text="Ouvrir la salle la nuit")
    assert to_read(room.laptop()) == [0, 0]


def test_the_thanks_know_which_of_one_s_ideas_are_not_in_the_synthesis(held: Room) -> None:
    author = held.phone("browser")
    held.move(Moment.THANKS)
    ideas = [idea for one in look(author, "thanks")["given"]["challenges"] for idea in one["ideas"]]
    assert [(one["text"], one["held"]) for one in ideas if one["held"]] == [("Ouvrir le gymnase la nuit", True)]
