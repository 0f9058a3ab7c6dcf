"""Two seats of one person: which of them goes on with what was begun."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from workshop_kit.domain.model import Assignment, AssignmentStatus, Origin, Participant, Reason, Score
from workshop_kit.domain.seats import find_scoring_seat, resolve_seats, stand_for_assignments, stand_for_scores

NOW = datetime(2027, 1, 12, tzinfo=UTC)


def test_a_seat_that_was_half_way_through_an_answer_goes_on_with_it() -> None:
    new = Participant("new", "Bleuet", "shop", "", Origin.ROOM, NOW)
    seats = resolve_seats([replace(new, id="old", pseudonym="Coquelicot", joined_to="new"), new])
    whole, half = Score("old", "c1", 3, 2), Score("new", "c1", 1, None)
    assert find_scoring_seat("new", [whole, half], seats) == "new"
    assert stand_for_scores([whole, half], seats) == (half,)
    assert stand_for_scores([whole, Score("new", "c1", None, None)], seats) == (replace(whole, participant="new"),)


def test_who_goes_beside_a_seat_goes_beside_the_person_and_a_word_goes_before_silence() -> None:
    new = Participant("new", "Bleuet", "shop", "", Origin.ROOM, NOW)
    old = replace(new, id="old", pseudonym="Coquelicot", joined_to="new")
    seats = resolve_seats([old, new, replace(new, id="beginner", pseudonym="Iris")])
    pair = Assignment("beginner", "m1", Reason("pair"), beside="old")
    silent = Assignment("new", "m1", Reason("skill"))
    later = Assignment("old", "m1", Reason("skill"), status=AssignmentStatus.LATER)
    counted = stand_for_assignments([pair, silent, later], seats)
    assert counted == (replace(pair, beside="new"), replace(later, participant="new"))
    no = replace(silent, status=AssignmentStatus.DECLINED)
    assert stand_for_assignments([later, no], seats) == (no,)
