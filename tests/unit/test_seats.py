"""Two seats of one person: which of them goes on with what was begun."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from workshop_kit.domain.model import Origin, Participant, Score
from workshop_kit.domain.seats import find_scoring_seat, resolve_seats, stand_for_scores

NOW = datetime(2027, 1, 12, tzinfo=UTC)


def test_a_seat_that_was_half_way_through_an_answer_goes_on_with_it() -> None:
    new = Participant("new", "Bleuet", "shop", "", Origin.ROOM, NOW)
    seats = resolve_seats([replace(new, id="old", pseudonym="Coquelicot", joined_to="new"), new])
    whole, half = Score("old", "c1", 3, 2), Score("new", "c1", 1, None)
    assert find_scoring_seat("new", [whole, half], seats) == "new"
    assert stand_for_scores([whole, half], seats) == (half,)
    assert stand_for_scores([whole, Score("new", "c1", None, None)], seats) == (replace(whole, participant="new"),)
