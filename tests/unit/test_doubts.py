"""When one asks whether somebody left, or sits twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from workshop_kit.domain.doubts import SILENT_AFTER, Silence, Twins, date_signs, find_silences, find_twins
from workshop_kit.domain.model import Change, Idea, Origin, Participant
from workshop_kit.domain.seats import plan_join, resolve_seats
from workshop_kit.errors import InvalidEntry

NOON = datetime(2027, 1, 12, 12, tzinfo=UTC)
#: Long enough after noon to ask about a silence that began then.
LATER = NOON + SILENT_AFTER


def someone(identifier: str, pseudonym: str = "", minutes: float = 0, **values: object) -> Participant:
    """Somebody who sat down so many minutes after noon."""
    seated = NOON + timedelta(minutes=minutes)
    person = Participant(identifier, pseudonym or identifier, "shop", "Moulin", Origin.ROOM, seated)
    return replace(person, **values)  # type: ignore[arg-type]


KARIM, AGAIN = someone("karim", "Karim"), someone("again", "Karim bis", 30)
ANA, BOB = someone("ana"), someone("bob")


def test_who_gave_nothing_for_long_while_half_of_the_room_did_is_asked_about() -> None:
    signs = {"ana": NOON, "bob": LATER}
    assert find_silences([ANA, BOB], signs, {"bob"}, LATER) == (Silence("ana", NOON),)
    assert find_silences([ANA, BOB], signs, {"bob"}, LATER - timedelta(seconds=1)) == ()


def test_as_long_as_most_of_the_room_gave_nothing_nobody_is_asked_about() -> None:
    people = [ANA, BOB, someone("cle")]
    assert find_silences(people, dict.fromkeys(("ana", "bob", "cle"), NOON), {"bob"}, LATER) == ()


def test_whoever_has_no_phone_is_not_said_to_be_silent() -> None:
    proxy = replace(ANA, origin=Origin.PROXY)
    assert find_silences([proxy, BOB], {"ana": NOON, "bob": NOON}, {"bob"}, LATER) == ()


@pytest.mark.parametrize("name", ["Karim bis", "KARIM 2", "karim", "Karim (2)", "Karim-ter"])
def test_a_seat_begun_under_nearly_the_same_name_once_the_first_fell_silent_looks_like_its_twin(name: str) -> None:
    second = replace(AGAIN, pseudonym=name)
    signs = {"karim": NOON, "again": second.joined_at}
    assert find_twins([second, KARIM], signs) == (Twins("karim", "again"),)


@pytest.mark.parametrize(
    "other", [{"pseudonym": "Karima"}, {"category": "health"}, {"sector": ""}, {"pseudonym": "Bis"}]
)
def test_another_name_category_or_sector_is_another_person(other: dict[str, str]) -> None:
    second = replace(AGAIN, **other)  # type: ignore[arg-type]
    assert find_twins([KARIM, second], {"karim": NOON, "again": second.joined_at}) == ()


def test_two_seats_that_both_go_on_are_two_people() -> None:
    assert find_twins([KARIM, AGAIN], {"karim": LATER + timedelta(hours=1), "again": LATER}) == ()


def test_an_idea_dates_the_last_sign() -> None:
    idea = Idea("i", "c", "une idée", None, "ana", NOON + timedelta(minutes=5))
    assert date_signs([ANA, BOB], [idea], [], {}, LATER) == {"ana": idea.written_at, "bob": NOON}


def test_a_vote_is_dated_by_the_next_thing_in_the_feed_that_bears_a_time() -> None:
    feed = [Change(1, "participant", "ana"), Change(2, "vote", "ana"), Change(3, "participant", "again")]
    assert date_signs([ANA, AGAIN], [], feed, {}, LATER)["ana"] == LATER
    after = NOON + timedelta(hours=1)
    assert date_signs([ANA, AGAIN], [], feed, {}, after)["ana"] == AGAIN.joined_at
    moved = [*feed[:2], Change(3, "step", "7")]
    assert date_signs([ANA], [], moved, {"7": NOON + timedelta(minutes=9)}, after)["ana"] == NOON + timedelta(minutes=9)


def test_a_vote_that_nothing_followed_may_have_come_just_now() -> None:
    feed = [Change(1, "participant", "ana"), Change(2, "score", "ana")]
    assert date_signs([ANA], [], feed, {}, LATER) == {"ana": LATER}


def test_a_seat_that_is_corrected_later_does_not_date_what_came_before() -> None:
    feed = [Change(1, "participant", "ana"), Change(2, "vote", "bob"), Change(3, "participant", "ana")]
    assert date_signs([ANA, BOB], [], feed, {}, LATER)["bob"] == LATER


def test_seats_joined_one_after_the_other_are_all_the_last_one_s() -> None:
    people = [someone("a"), someone("b"), someone("c")]
    first = plan_join(people, "a", "b")
    assert first == ("a", "b")
    people[0] = replace(people[0], joined_to="b")
    assert plan_join(people, "a", "c") == ("b", "c")
    people[1] = replace(people[1], joined_to="c")
    assert resolve_seats(people) == {"a": "c", "b": "c", "c": "c"}


def test_a_seat_is_joined_neither_to_itself_nor_in_a_circle() -> None:
    people = [replace(someone("a"), joined_to="b"), someone("b")]
    for seat, to, code in (
        ("a", "a", "seat-to-itself"),
        ("b", "a", "seats-already-one"),
        ("a", "b", "seats-already-one"),
    ):
        with pytest.raises(InvalidEntry) as refused:
            plan_join(people, seat, to)
        assert refused.value.code == code


def test_whoever_is_known_from_a_file_never_stands_for_a_seat_of_the_room() -> None:
    known = replace(someone("file"), origin=Origin.FILE)
    assert plan_join([known, ANA], "ana", "file") == ("file", "ana")
    assert plan_join([known, ANA], "file", "ana") == ("file", "ana")


def test_a_circle_that_came_in_all_the_same_has_one_end_whoever_asks() -> None:
    people = [replace(someone("a"), joined_to="b"), replace(someone("b"), joined_to="a")]
    assert set(resolve_seats(people).values()) == {"a"}
