"""Who took part, who is there now, and who is only known."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from workshop_kit.domain.model import Assignment, AssignmentStatus, Idea, Origin, Participant, Reason, Score, Volunteer
from workshop_kit.domain.presence import (
    list_asked,
    list_givers,
    list_helpers,
    list_known_volunteers,
    list_present,
    list_room,
    list_seated,
    list_waited,
)

NOW = datetime(2027, 1, 12, tzinfo=UTC)


def person(
    name: str,
    origin: Origin = Origin.ROOM,
    *,
    away_at: datetime | None = None,
    joined_to: str | None = None,
    slip: int | None = None,
) -> Participant:
    return Participant(name, name, "shop", "", origin, NOW, away_at=away_at, joined_to=joined_to, slip=slip)


PEOPLE = (
    person("ana"),
    person("paper", Origin.PROXY),
    person("left", away_at=NOW),
    person("second seat of ana", joined_to="ana"),
    person("file", Origin.FILE),
    person("author in a file", Origin.FILE),
)


def test_who_left_took_part_and_is_no_longer_waited_for() -> None:
    assert [one.id for one in list_seated(PEOPLE)] == ["ana", "paper", "left"]
    assert [one.id for one in list_room(PEOPLE, {"left"})] == ["ana", "paper", "left"]
    assert [one.id for one in list_present(PEOPLE)] == ["ana", "paper"]


def test_who_left_and_gave_nothing_did_not_take_part() -> None:
    assert [one.id for one in list_room(PEOPLE, {"ana"})] == ["ana", "paper"]
    assert [one.id for one in list_asked(PEOPLE, (), ())] == ["ana", "paper"]


def test_a_no_is_something_one_gave_and_a_mission_that_was_proposed_is_not() -> None:
    answers = [
        Assignment("proposed", "m", Reason("assigned")),
        Assignment("declined", "m", Reason("assigned"), status=AssignmentStatus.DECLINED),
    ]
    ideas = [Idea("i", "c", "words", None, "writer", NOW), Idea("j", "c", "words", None, None, NOW)]
    assert list_givers(ideas, (), [Score("scorer", "c", 1, 1)], (), answers) == {"writer", "scorer", "declined"}


def test_a_slip_that_was_typed_in_is_not_waited_for_and_counts_among_the_voters_once_it_voted() -> None:
    slips = (person("slip", Origin.PROXY, slip=1), person("ballot", Origin.PROXY, slip=2))
    everybody = (*PEOPLE, *slips)
    assert [one.id for one in list_present(everybody)] == ["ana", "paper", "slip", "ballot"]
    assert [one.id for one in list_waited(everybody)] == ["ana", "paper"]
    assert [one.id for one in list_asked(everybody, {"ballot"}, {"left", "ballot"})] == [
        "ana",
        "paper",
        "left",
        "ballot",
    ]


def test_who_came_after_a_vote_or_had_left_before_it_was_over_is_not_counted_among_those_who_might_have_voted() -> None:
    before, after = NOW - timedelta(minutes=5), NOW + timedelta(minutes=5)
    late = replace(person("late"), joined_at=after)
    early = replace(person("first phone", joined_to="second phone"), joined_at=before)
    second = replace(person("second phone"), joined_at=after)
    gone, stayed = replace(person("gone", away_at=before), joined_at=before), person("stayed", away_at=after)
    everybody = (person("ana"), late, early, second, gone, stayed)
    gave = {"late", "gone", "stayed"}
    assert [one.id for one in list_asked(everybody, {"ana"}, gave, NOW)] == ["ana", "second phone", "stayed"]
    assert [one.id for one in list_asked(everybody, {"gone"}, gave, NOW)] == ["ana", "second phone", "gone", "stayed"]
    assert "late" in {one.id for one in list_asked(everybody, {"ana"}, gave)}, "where nobody knows when it was over"


def test_volunteers_of_a_file_are_known_once_they_offered_or_scored() -> None:
    volunteer = Volunteer("file", "Paul", "", "", "", None, "")
    assert [one.id for one in list_known_volunteers(PEOPLE, [volunteer], [])] == ["file"]
    assert [one.id for one in list_known_volunteers(PEOPLE, [], [Score("file", "c", 1, 1)])] == ["file"]
    assert list_known_volunteers(PEOPLE, [], []) == ()


def test_a_yes_without_contact_details_is_an_offer_of_help_and_a_no_outweighs_it() -> None:
    yes, no = replace(person("ana"), may_ask=True), replace(person("file", Origin.FILE), may_ask=False)
    of_file = Volunteer("file", "Paul", "", "", "", None, "")
    assert [one.id for one in list_helpers([yes, person("ben"), no], [of_file], [Score("ben", "c", 1, 1)])] == ["ana"]
    assert list_known_volunteers([yes, no], [of_file], []) == ()
