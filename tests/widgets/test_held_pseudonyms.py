"""What somebody was called who was erased is nobody else's for the rest of the workshop, and is kept nowhere."""

from __future__ import annotations

import pytest

from tests.widgets.conftest import MakeRoom
from tests.widgets.room import NOON, begin
from workshop_kit.domain.files import Trait
from workshop_kit.live.acts.erasing import erase_person


@pytest.mark.parametrize("twin", ["Mésange", "mesange", "MÉSANGE", "Més4nge", "Mésаnge"])
def test_nobody_else_is_called_as_somebody_who_was_erased(make_room: MakeRoom, twin: str) -> None:
    room = make_room(begin)
    room.phone("one").join("Mésange").do("thanks", "erase", with_ideas=True)
    assert "2" in room.phone("another").refuse("join", "join", pseudonym=twin, category="resident", sector="")
    taken = room.phone("another").join("Pinson")
    taken.refuse("seat", "correct_seat", pseudonym=twin, category="resident", sector="")


def test_their_own_browser_may_and_so_may_who_is_called_otherwise(make_room: MakeRoom) -> None:
    room = make_room(begin)
    room.phone("one").join("Jojo").do("thanks", "erase", with_ideas=True)
    room.phone("another").join("Lolo")
    assert room.phone("one").join("jojo").me.pseudonym == "jojo"


def test_it_is_held_when_the_facilitator_erases_too_and_by_digests_alone(make_room: MakeRoom) -> None:
    room = make_room(begin)
    person = room.phone("one").join("Mésange").me.id
    room.write(lambda hall: erase_person(hall, person, NOON, with_ideas=True))
    kept = room.read(lambda hall: [one for one in hall.list_withdrawals() if one.kind is Trait.PSEUDONYM])
    assert kept
    assert not [one for one in kept if "sange" in f"{one}".lower() or '"one"' in f"{one}"]
    room.phone("another").refuse("join", "join", pseudonym="Mésange", category="resident", sector="")
    assert not [one for one in room.read(lambda hall: hall.find_remembered())[1] if one.kind is Trait.PSEUDONYM]
