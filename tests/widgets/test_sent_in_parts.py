"""What goes to a phone when something changes: the challenge that changed, and no results that it has already."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, Final

import pytest

from tests.widgets.conftest import MakeRoom
from tests.widgets.room import Page, Phone, Room, fill, lay_out, seat, write_ideas
from workshop_kit.domain.course import MOMENTS, Moment
from workshop_kit.domain.model import CHALLENGES_AT_MOST, Dots
from workshop_kit.widgets import parts
from workshop_kit.widgets.parts import PARTS, PanelInParts

TEXTS: Final = {
    "home": ("Ouvrir le gymnase la nuit", "Une laverie près de la gare", "Un tour de garde des clubs"),
    "move": ("Une charrette commune", "Un car le jour du marché"),
}


class Sent(dict[str, Any]):
    """The traits of a panel that changed since it was listened to: a widget sends these, each whole, and no other."""

    def __init__(self, page: Page, panel: str) -> None:
        super().__init__()
        widget = page.panels[panel]
        widget.observe(lambda change: self.update({change["name"]: change["new"]}), widget.keys)

    def tells_of(self, challenge: str) -> bool:
        """Tell whether any idea of a challenge went with it."""
        return any(text in json.dumps(self, ensure_ascii=False) for text in TEXTS[challenge])


@pytest.fixture
def room(make_room: MakeRoom) -> Room:
    """The first challenge has its results, all uncovered; the second is voted on."""
    room = make_room(lay_out, seat, *(write_ideas(*texts, challenge=one) for one, texts in TEXTS.items()))
    room.write(lambda hall: hall.update_dots(Dots("ana", "home", "home-1", 1)))
    room.write(lambda hall: hall.update_dots(Dots("ana", "home", "home-2", 2)))
    room.walk_to(Moment.RESULTS)
    room.unveil("home")
    for moment in (Moment.WRITING, Moment.REVEAL, Moment.VOTE):
        room.move(moment, challenge="move")
    return room


@pytest.fixture
def phone(room: Room) -> Phone:
    return room.phone().join("Mésange")


def list_shown(page: Page) -> list[str]:
    return [one["id"] for one in page.model("vote")["challenges"]]


def test_a_dot_of_ones_own_sends_the_results_of_no_other_challenge(phone: Phone) -> None:
    assert list_shown(phone) == ["home", "move"]
    sent = Sent(phone, "vote")
    phone.do("vote", "place_dots", challenge="move", option="move-0", count=1)
    assert sent.tells_of("move")
    assert not sent.tells_of("home")
    assert phone.model("vote")["challenges"][1]["options"] != []


def test_uncovering_a_place_sends_the_results_of_no_other_challenge(room: Room, phone: Phone) -> None:
    room.write(lambda hall: hall.update_dots(Dots("bob", "move", "move-0", 2)))
    room.move(Moment.RESULTS, phone, challenge="move")
    sent = Sent(phone, "vote")
    room.unveil("move", places=1)
    phone.follow_once()
    assert sent.tells_of("move")
    assert not sent.tells_of("home")


def test_a_challenge_that_comes_in_before_another_has_that_one_sent_no_second_time(room: Room, phone: Phone) -> None:
    room.move(Moment.WRITING, phone, challenge="home")
    assert list_shown(phone) == ["move"]
    sent = Sent(phone, "vote")
    room.move(Moment.VOTE, phone, challenge="home")
    assert list_shown(phone) == ["home", "move"]
    assert sent.tells_of("home")
    assert not sent.tells_of("move")


def hide_again(room: Room, phone: Phone) -> None:
    room.move(Moment.WRITING, phone, challenge="home")


def leave_the_work(room: Room, phone: Phone) -> None:
    room.move(Moment.SCORING, phone)


def give_the_seat_back(_room: Room, phone: Phone) -> None:
    phone.do("seat", "erase", with_ideas=False)


@pytest.mark.parametrize("hide", [hide_again, leave_the_work, give_the_seat_back])
def test_what_is_shown_no_more_is_kept_in_no_part(
    room: Room, phone: Phone, hide: Callable[[Room, Phone], None]
) -> None:
    """A page's visitor can read every trait, whether the page shows it or not."""
    assert TEXTS["home"][0] in phone.everything()
    hide(room, phone)
    assert TEXTS["home"][0] not in phone.everything()


@pytest.mark.parametrize("moment", [one for one in MOMENTS if one is not Moment.FORM])  # nobody joins there
def test_the_parts_are_the_read_model_put_together(make_room: MakeRoom, moment: Moment) -> None:
    room = make_room(fill)
    phone = room.phone().join("Mésange")  # nobody does while the form is open
    room.walk_to(moment, phone)
    assert phone.model("vote") == phone.panels["vote"].read()


def test_there_is_a_part_for_each_challenge_that_a_workshop_may_have(phone: Phone) -> None:
    assert len(PARTS) == CHALLENGES_AT_MOST
    assert isinstance(phone.panels["vote"], PanelInParts)
    assert set(PARTS) <= set(phone.panels["vote"].keys)


def test_more_challenges_than_parts_are_sent_whole(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "PARTS", PARTS[:1])
    phone = room.phone("another browser").join("Pinson")
    assert list_shown(phone) == ["home", "move"]
    assert phone.panels["vote"].model == phone.panels["vote"].read()
