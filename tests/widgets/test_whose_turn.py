"""Phones stand in a line of their own to write; the facilitator and the screen pass them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.widgets.room import Room, fill
from workshop_kit.domain.course import Moment
from workshop_kit.i18n import Translator
from workshop_kit.store import databases
from workshop_kit.store.lines import Lines
from workshop_kit.store.opening import DATABASE_NAME


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Room:
    return Room(tmp_path, monkeypatch, fill)


def test_while_the_phones_line_stands_still_the_facilitator_and_the_screen_write(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    with room:
        room.move(Moment.SCORING)
        phone, laptop, screen = room.phone().join("Merle"), room.laptop(), room.screen()
        monkeypatch.setattr(databases, "WAIT_AT_MOST", 0.05)
        with Lines(room.folder / DATABASE_NAME, yields=True).standing(1) as came:
            assert came
            said = phone.refuse("scores", "score_interest", challenge="home", value=1)
            assert said == Translator("fr")("errors.not-saved-yet")
            laptop.do("course", "name_tables", challenge="home", tables="1 à 3")
            screen.window.store.perform(None, lambda hall: hall.remove_shown("nobody"))
        phone.do("scores", "score_interest", challenge="home", value=1)


def test_a_page_takes_its_turn_beforehand_once_and_what_is_refused_after_that_holds_nobody_up(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    seat = {"pseudonym": "Mairie", "category": "association", "sector": ""}
    with room:
        room.move(Moment.WELCOME)
        phone = room.phone()
        refused = phone.refuse("join", "join", **seat)
        monkeypatch.setattr(databases, "WAIT_AT_MOST", 0.05)
        with Lines(room.folder / DATABASE_NAME, yields=True).standing(1) as came:
            assert came
            assert phone.refuse("join", "join", **seat) == refused
            stranger = room.phone("browser-2")
            assert stranger.refuse("join", "join", **seat) == Translator("fr")("errors.not-saved-yet")
            assert stranger.refuse("join", "join", **seat) == refused
        phone.join("Merle")
